"""Findings as a GitLab code quality report."""

import json
from collections.abc import Iterable

from tiltak_cli.findings import Severity
from tiltak_cli.views.findings.checked import Checked, fingerprints
from tiltak_cli.views.safe import one_line

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def findings_gitlab(checked: Iterable[Checked]) -> str:
    """One JSON array; fingerprints hold no line numbers, so that moved findings stay the same."""
    findings = [finding for result in checked for finding in result.findings]
    report = [
        {
            "description": one_line(finding.sentence),
            "check_name": f"{finding.code} {finding.name}",
            "fingerprint": fingerprint,
            "severity": SEVERITIES[finding.severity],
            "location": {
                "path": one_line(finding.place.file),
                "lines": {"begin": finding.place.line, "end": finding.place.end_line},
            },
        }
        for finding, fingerprint in zip(findings, fingerprints(findings), strict=True)
    ]
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"
