"""Findings in the form that was asked for."""

import os

from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.late import at
from tiltak_cli.cli.common.output import Forms, Target, deliver
from tiltak_cli.domain.norwegian import counted
from tiltak_cli.findings import Finding, Place
from tiltak_cli.views.findings.checked import Checked

TEXT_FORMS = ("text", "concise")
# For other programs: where each form is written.
VIEWS = {
    "json": "tiltak_cli.views.findings.json:findings_json",
    "github": "tiltak_cli.views.findings.github:findings_github",
    "gitlab": "tiltak_cli.views.findings.gitlab:findings_gitlab",
    "azure": "tiltak_cli.views.findings.azure:findings_azure",
    "sarif": "tiltak_cli.views.findings.sarif:findings_sarif",
    "junit": "tiltak_cli.views.findings.junit:findings_junit",
    "markdown": "tiltak_cli.views.findings.markdown:findings_markdown",
}
FORMS = Forms(
    (*TEXT_FORMS, *VIEWS),
    {
        ".txt": ("text", "concise"),
        ".json": ("json", "gitlab"),
        ".sarif": ("sarif",),
        ".xml": ("junit",),
        ".md": ("markdown",),
        ".markdown": ("markdown",),
    },
    named=(".txt", ".json", ".sarif", ".xml", ".md"),
)
# Commands to a build server, in a log that people read too.
LOG_FORMS = ("github", "azure")
JSON_FORMS = ("json", "gitlab", "sarif")


def show(
    checked: list[Checked], form: str, limit: int, *, quiet: bool = False, statistics: bool = False
) -> None:
    """Write what was found to standard output. `limit` is the most findings, 0 for all."""
    text = shown(checked, form, limit, quiet=quiet, statistics=statistics)
    if form in TEXT_FORMS or (statistics and form in LOG_FORMS):
        console.write(text)
    else:
        # What a build server is meant to act on is made so in the view, and must not be broken up.
        (console.write_json if form in JSON_FORMS else console.write_utf8)(text)


def write(checked: list[Checked], target: Target, text: str) -> None:
    """Write what was found to a file, and how much that is to standard output."""
    number = sum(len(result.findings) for result in checked)
    amount = counted(number, "funn", "funn") if number else "ingen funn"
    deliver(target, text, tuple(result.name for result in checked), f"{amount}.")


def shown(
    checked: list[Checked],
    form: str,
    limit: int,
    *,
    quiet: bool = False,
    statistics: bool = False,
    in_file: bool = False,
) -> str:
    """What was found, in a form."""
    if form in TEXT_FORMS or (statistics and form in LOG_FORMS):
        return _text(checked, form, limit, quiet=quiet, statistics=statistics, in_file=in_file)
    view = at(VIEWS[form])
    results = checked if form == "json" else [_here(result) for result in checked]
    return str(view(results, quiet=quiet) if form in LOG_FORMS else view(results))


def _here(result: Checked) -> Checked:
    """Name files from this folder, for build servers know no other paths than a repository's."""
    return result._replace(findings=tuple(map(_finding_here, result.findings)))


def _finding_here(finding: Finding) -> Finding:
    related = tuple(other._replace(place=_place_here(other.place)) for other in finding.related)
    return finding._replace(place=_place_here(finding.place), related=related)


def _place_here(place: Place) -> Place:
    folder = os.path.join(os.getcwd(), "")
    if not os.path.normcase(place.file).startswith(os.path.normcase(folder)):
        return place
    return place._replace(file=place.file[len(folder) :])


def _text(
    checked: list[Checked],
    form: str,
    limit: int,
    *,
    quiet: bool,
    statistics: bool,
    in_file: bool,
) -> str:
    from tiltak_cli.views.findings import text

    if statistics:
        return text.statistics(checked)
    paint = _coloured if console.colours() and not in_file else text.plain
    show = text.concise if form == "concise" else text.full
    return show(checked, paint, limit, quiet=quiet)


def _coloured(text: str, colour: str) -> str:
    from typer import style

    return style(text, fg=colour, bold=True)
