"""Findings in the form that was asked for."""

from importlib import import_module

from tiltak_cli.cli import console
from tiltak_cli.views.checked import Checked

TEXT_FORMS = ("full", "concise")
JSON_FORMS = ("json", "gitlab", "sarif")
FORMS = (*TEXT_FORMS, "json", "github", "gitlab", "azure", "sarif", "junit", "markdown")


def show(
    checked: list[Checked], form: str, limit: int, *, quiet: bool = False, statistics: bool = False
) -> None:
    """Write what was found to standard output. `limit` is the most findings, 0 for all."""
    if form in TEXT_FORMS:
        _text(checked, form, limit, quiet=quiet, statistics=statistics)
        return
    # A view for another program is a file of its own, with a function of the same name.
    view = getattr(import_module(f"tiltak_cli.views.findings_{form}"), f"findings_{form}")
    # What a build server is meant to act on is made so in the view, and must not be broken up.
    (console.write_json if form in JSON_FORMS else console.write_utf8)(view(checked))


def _text(checked: list[Checked], form: str, limit: int, *, quiet: bool, statistics: bool) -> None:
    from tiltak_cli.views import findings_text

    if statistics:
        console.write(findings_text.statistics(checked))
        return
    paint = _coloured if console.colours() else findings_text.plain
    show = findings_text.concise if form == "concise" else findings_text.full
    console.write(show(checked, paint, limit, quiet=quiet))


def _coloured(text: str, colour: str) -> str:
    from typer import style

    return style(text, fg=colour, bold=True)
