"""Findings as a comment to a change: Markdown in which a register's text is only text."""

from collections.abc import Iterable
from itertools import groupby

from tiltak_cli.domain.norwegian import counted
from tiltak_cli.findings import Finding, Severity
from tiltak_cli.views.findings.checked import Checked, counts, nothing
from tiltak_cli.views.safe import in_markdown

MARKS = {Severity.ERROR: "Feil", Severity.WARNING: "Advarsel", Severity.NOTE: "Opplysning"}


def findings_markdown(checked: Iterable[Checked]) -> str:
    """A heading with the count for each register, and its findings by measure."""
    return "\n".join(_register(result) for result in checked)


def _register(result: Checked) -> str:
    number = counted(result.measures, "tiltak", "tiltak")
    heading = f"## {in_markdown(result.name)}: {counts(result) or nothing(result)}\n"
    if not result.findings:
        return f"{heading}\n{number} er kontrollert.\n"
    parts = [heading]
    for (measure, title, *_), group in groupby(
        result.findings,
        # Two measures may have the same id, and none.
        key=lambda f: (
            f.measure,
            f.measure_title,
            f.measure_number and (f.place.file, f.measure_number),
        ),
    ):
        name = f"{in_markdown(measure)} {in_markdown(title)}".strip() or "Registeret"
        parts += [f"### {name}\n", *(_line(finding, result.name) for finding in group), ""]
    return "\n".join(parts)


def _line(finding: Finding, register: str) -> str:
    place = finding.place
    file = "" if place.file == register else f" i {in_markdown(place.file)}"
    return (
        f"- **{MARKS[finding.severity]}** linje {place.line}{file} ({finding.code}): "
        f"{in_markdown(finding.message)} *{in_markdown(finding.remedy)}*"
    )
