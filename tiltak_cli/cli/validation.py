"""Running `validate`, without Typer: the form that a commit hook uses must start fast."""

from datetime import date

from tiltak_cli.cli import console
from tiltak_cli.findings import Severity
from tiltak_cli.sources.files import Refusal, default_path
from tiltak_cli.sources.load import load
from tiltak_cli.sources.sides import NO_REGISTER, read_side
from tiltak_cli.views.checked import Checked, clean

CLEAN, FOUND, UNUSABLE = 0, 1, 2


def run(
    paths: list[str], report_date: date | None = None, form: str = "full", limit: int = 50
) -> int:
    """Check each register, show what was found, and give the exit code."""
    code = CLEAN
    checked: list[Checked] = []
    if not paths:
        found = default_path()
        if found is None:
            console.complain(NO_REGISTER)
            return UNUSABLE
        paths = [found]
    for path in paths:
        source = read_side(path)
        if isinstance(source, Refusal):
            console.complain(source.sentence)
            code = UNUSABLE
            continue
        loaded = load(source, report_date)
        measures = len(loaded.plain)
        checked.append(Checked(loaded.name, measures, loaded.findings, loaded.texts))
        if not loaded.readable:
            code = UNUSABLE
        elif any(finding.severity is not Severity.NOTE for finding in loaded.findings):
            code = max(code, FOUND)
    if checked and form == "json":
        from tiltak_cli.views.findings_json import findings_json

        console.write_json(findings_json(checked))
    elif checked:
        console.write(_shown(checked, form, limit))
    return code


def _shown(checked: list[Checked], form: str, limit: int) -> str:
    if not any(result.findings for result in checked):
        return "".join(clean(result) for result in checked)
    from tiltak_cli.views import findings_text

    show = findings_text.concise if form == "concise" else findings_text.full
    return show(checked, _coloured if console.colours() else findings_text.plain, limit)


def _coloured(text: str, colour: str) -> str:
    from typer import style

    return style(text, fg=colour, bold=True)
