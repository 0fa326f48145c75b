"""The baseline: what a register that starts with faults is known to have, by rule and measure.

A file beside the register, so that `tiltak validate` tells only what is new. It counts: with one
more fault of the same kind in the same measure, one is told.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from tiltak_cli.domain.norwegian import counted
from tiltak_cli.findings import Finding, Place
from tiltak_cli.rules import control_rules
from tiltak_cli.sources.files import Refusal

VERSION = 1
# A file that cannot be read has nothing to compare with, and the check's own findings none to keep.
NEVER = ("TIL0", "TIL8", "TIL9")
NO_MEASURE = "-"
# How one begins, also when what follows is spoilt, as by a merge. No other file of ours does.
BEGINS = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"version"\s*:\s*[0-9]+\s*,\s*"findings"\s*:\s*\{')
ANOTHER = "Velg et annet navn, eller flytt filen."
KEY = re.compile(r"TIL[0-9]{3} \S+")
# Older versions took a comment beside the id with it into the key: `T001#gammelP12`.
COMMENT = "#"


def baseline_text(findings: Iterable[Finding]) -> str:
    """The baseline of some findings: one line each, sorted, so that git can put two together."""
    counts = Counter(_key(finding) for finding in findings if known_later(finding))
    document = {"version": VERSION, "findings": dict(sorted(counts.items()))}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def known_later(finding: Finding) -> bool:
    """Whether a baseline can hold a finding."""
    return not finding.code.startswith(NEVER)


def is_baseline(data: bytes) -> bool:
    """Whether a file is a baseline, though it may be spoilt or of another version."""
    return BEGINS.match(data) is not None


def read_baseline(name: str, data: bytes) -> Counter[str] | Refusal:
    """Read a baseline, or say in a sentence why it cannot be used."""
    if not is_baseline(data):
        return Refusal(f"«{name}» er ikke en fil med kjente funn. {ANOTHER}")
    remedy = "Lag den på nytt med «tiltak validate --write-baseline»."
    try:
        document: Any = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return Refusal(f"«{name}» kan ikke leses som en fil med kjente funn. {remedy}")
    if not isinstance(document, dict) or document.get("version") != VERSION:
        return Refusal(f"«{name}» er laget av en annen versjon av tiltak. {remedy}")
    known = document.get("findings")
    if not isinstance(known, dict) or not all(
        KEY.fullmatch(key) and type(number) is int and number > 0 for key, number in known.items()
    ):
        return Refusal(f"«{name}» har linjer som ikke er «TIL309 T001» og et antall. {remedy}")
    counts: Counter[str] = Counter()
    for key, number in known.items():
        counts[key.partition(COMMENT)[0]] += number
    return counts


def leave_out(
    findings: Iterable[Finding], known: Counter[str]
) -> tuple[list[Finding], list[Finding], Counter[str]]:
    """The findings that are new, those that were known, and what was known but is not found."""
    left = known.copy()
    new: list[Finding] = []
    old: list[Finding] = []
    for finding in findings:
        key = _key(finding)
        if left[key] > 0 and known_later(finding):
            left[key] -= 1
            old.append(finding)
        else:
            new.append(finding)
    return new, old, +left


def stale(name: str, data: bytes, left: Mapping[str, int]) -> list[Finding]:
    """A finding for every line of a baseline that promises more than there is."""
    lines = data.decode("utf-8-sig").splitlines()
    findings = []
    for key, number in left.items():
        written = re.compile(rf'"{re.escape(key)}["{COMMENT}]')
        matches = ((n, m) for n, text in enumerate(lines, 1) if (m := written.search(text)))
        line, column = next(((n, m.start() + 1) for n, m in matches), (1, 1))
        code, identity = key.split(" ", 1)
        measure = "" if identity == NO_MEASURE else identity
        known = f"{counted(number, 'kjent', 'kjente')} funn av {code}"
        finding = control_rules.STALE_BASELINE.finding(
            Place(name, line, column, line, column + len(key) + 2),
            f"Filen har {known} som ikke er der lenger.",
            "Lag den på nytt med «tiltak validate --write-baseline».",
            measure_id=measure,
        )
        findings.append(finding)
    return findings


def _key(finding: Finding) -> str:
    return f"{finding.code} {''.join(finding.measure_id.split()) or NO_MEASURE}"
