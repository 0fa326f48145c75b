"""Findings as SARIF 2.1.0, which code scanning in GitHub and many editors read."""

import json
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from tiltak_cli import __version__
from tiltak_cli.findings import Finding, Place, Severity
from tiltak_cli.rules import rule_by_code
from tiltak_cli.views.findings.checked import Checked, fingerprints
from tiltak_cli.views.safe import one_line

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
Json = dict[str, object]


def findings_sarif(checked: Iterable[Checked]) -> str:
    """One run, with the rules that were broken and every finding. Columns count characters."""
    findings = [finding for result in checked for finding in result.findings]
    codes = sorted({finding.code for finding in findings})
    run: Json = {
        "tool": {
            "driver": {
                "name": "tiltak",
                "version": __version__,
                "language": "nb-NO",
                "rules": [_rule(code) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, codes.index(finding.code), fingerprint)
            for finding, fingerprint in zip(findings, fingerprints(findings), strict=True)
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str) -> Json:
    rule = rule_by_code(code)
    if rule is None:
        return {"id": code}
    return {
        "id": code,
        "name": rule.name,
        "shortDescription": {"text": f"{rule.title}."},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.why} Mer: tiltak explain {code}"},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _result(finding: Finding, index: int, fingerprint: str) -> Json:
    result: Json = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": LEVELS[finding.severity],
        "message": {"text": one_line(finding.sentence)},
        "locations": [_location(finding.place)],
        "partialFingerprints": {"tiltak/v1": fingerprint},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_location(related.place), "message": {"text": one_line(related.text)}}
            for number, related in enumerate(finding.related, 1)
        ]
    return result


def _location(place: Place) -> Json:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": max(place.end_line, place.line),
        "endColumn": place.end_column,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(place.file)}, "region": region}}


def _uri(file: str) -> str:
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(file.encode("utf-8", "replace"), "/")
