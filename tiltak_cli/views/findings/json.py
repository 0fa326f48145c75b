"""Findings for programs: one versioned JSON object."""

import json
from collections.abc import Iterable

from tiltak_cli.findings import Finding, Fix, Place, Rewrite, Shift
from tiltak_cli.views.findings.checked import Checked

VERSION = 1


def findings_json(checked: Iterable[Checked]) -> str:
    """Every register with its findings; keys are English and stable, texts Norwegian."""
    registers = [
        {
            "name": result.name,
            "measures": result.measures,
            "findings": [_finding(finding) for finding in result.findings],
        }
        for result in checked
    ]
    return (
        json.dumps({"version": VERSION, "registers": registers}, ensure_ascii=False, indent=2)
        + "\n"
    )


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        **_place(finding.place),
        "measure": finding.measure_id or None,
        "measure_number": finding.measure_number or None,
        "title": finding.measure_title or None,
        "message": finding.message,
        "remedy": finding.remedy,
        "fix": finding.fix and _fix(finding.fix),
        "related": [{"text": r.text, **_place(r.place)} for r in finding.related],
    }


def _fix(fix: Fix | Shift | Rewrite) -> dict[str, object]:
    if isinstance(fix, Shift):
        return {"safe": fix.safe, "path": [], "value": None, "key": False, "lines": fix.lines}
    if isinstance(fix, Rewrite):
        return {"safe": fix.safe, "path": [], "value": None, "key": False, "texts": fix.lines}
    return {"safe": fix.safe, "path": fix.path, "value": fix.value, "key": fix.key}


def _place(place: Place) -> dict[str, object]:
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
