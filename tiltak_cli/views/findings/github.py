"""Findings as commands to GitHub Actions, which shows them on the lines of a change.

The escapes are those of the runner's own reader (actions/toolkit, packages/core/src/command.ts).
"""

from collections.abc import Iterable

from tiltak_cli.findings import Finding, Severity
from tiltak_cli.views.findings.checked import Checked, build_log
from tiltak_cli.views.safe import escaped, one_line

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
PROPERTY = {**DATA, ":": "%3A", ",": "%2C"}


def findings_github(checked: Iterable[Checked], *, quiet: bool = False) -> str:
    """One command a finding, and the count for people, unless `quiet`."""
    return build_log(checked, _command, quiet=quiet)


def _command(finding: Finding) -> str:
    place = finding.place
    properties = {
        "file": one_line(place.file),
        "line": str(place.line),
        "endLine": str(max(place.end_line, place.line)),
        "col": str(place.column),
        "endColumn": str(place.end_column),
        "title": f"{finding.code} {finding.name}",
    }
    if place.end_line != place.line:
        # GitHub refuses columns for what spans several lines.
        del properties["col"], properties["endColumn"]
    written = ",".join(f"{key}={escaped(text, PROPERTY)}" for key, text in properties.items())
    return f"::{COMMANDS[finding.severity]} {written}::{escaped(_sentence(finding), DATA)}"


def _sentence(finding: Finding) -> str:
    """The sentence with the measure's title, for the register is not shown beside it."""
    if not finding.measure_title:
        return one_line(finding.sentence)
    measure = f"{finding.measure} «{finding.measure_title}»".lstrip()
    return one_line(f"{measure}: {finding.message} {finding.remedy}")
