"""Findings as logging commands to Azure Pipelines.

The escapes are those of Azure's own task library (azure-pipelines-task-lib, taskcommand.ts).
"""

from collections.abc import Iterable

from tiltak_cli.findings import Finding, Severity
from tiltak_cli.views.checked import Checked, summary
from tiltak_cli.views.safe import no_commands, one_line

DATA = {"%": "%AZP25", "\r": "%0D", "\n": "%0A"}
PROPERTY = {**DATA, ";": "%3B", "]": "%5D"}


def findings_azure(checked: Iterable[Checked], *, quiet: bool = False) -> str:
    """One command a finding, and the count unless `quiet`. The agent knows no notes."""
    results = list(checked)
    lines = [_command(finding) for result in results for finding in result.findings]
    count = "" if quiet else no_commands(summary(results)) + "\n"
    return "".join(f"{line}\n" for line in lines) + count


def _command(finding: Finding) -> str:
    place = finding.place
    properties = {
        "type": "error" if finding.severity is Severity.ERROR else "warning",
        "sourcepath": one_line(place.file),
        "linenumber": str(place.line),
        "columnnumber": str(place.column),
        "code": finding.code,
    }
    written = "".join(f"{key}={_escaped(text, PROPERTY)};" for key, text in properties.items())
    return f"##vso[task.logissue {written}]{_escaped(one_line(finding.sentence), DATA)}"


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(character, character) for character in text)
