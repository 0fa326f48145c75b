"""Findings as logging commands to Azure Pipelines.

The escapes are those of Azure's own task library (azure-pipelines-task-lib, taskcommand.ts).
"""

from collections.abc import Iterable

from tiltak_cli.findings import Finding, Severity
from tiltak_cli.views.findings.checked import Checked, build_log
from tiltak_cli.views.safe import escaped, one_line

DATA = {"%": "%AZP25", "\r": "%0D", "\n": "%0A"}
PROPERTY = {**DATA, ";": "%3B", "]": "%5D"}


def findings_azure(checked: Iterable[Checked], *, quiet: bool = False) -> str:
    """One command a finding, and the count unless `quiet`. The agent knows no notes."""
    return build_log(checked, _command, quiet=quiet)


def _command(finding: Finding) -> str:
    place = finding.place
    properties = {
        "type": "error" if finding.severity is Severity.ERROR else "warning",
        "sourcepath": one_line(place.file),
        "linenumber": str(place.line),
        "columnnumber": str(place.column),
        "code": finding.code,
    }
    written = "".join(f"{key}={escaped(text, PROPERTY)};" for key, text in properties.items())
    return f"##vso[task.logissue {written}]{escaped(one_line(finding.sentence), DATA)}"
