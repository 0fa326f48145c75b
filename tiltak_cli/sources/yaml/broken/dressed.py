"""Fields with the signs around them that other programs put there: Markdown, tables and tags."""

import re

from tiltak_cli.domain.fields import HEAD_KEYS, KEYS
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Finding, Place, Rewrite
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.broken.within import in_texts
from tiltak_cli.sources.yaml.lines import LONGEST_SUGGESTION
from tiltak_cli.sources.yaml.places import most_common

NAME = rf"(?P<name>{'|'.join((*KEYS, *HEAD_KEYS))})"
# What begins no measure, milestone or document: no dash is meant by a sign in front of it.
INNER = rf"(?P<name>{'|'.join(key for key in KEYS if key not in ('id', 'tittel'))})"
VALUE = r"(?P<value>\S.*?)"
TITLE = re.compile(r"( *)tittel\W")
FORMS = tuple(
    re.compile(rf"(?P<indent>\s*){form}\s*$", re.IGNORECASE)
    for form in (
        rf"<{NAME}>\s*{VALUE}\s*</(?P=name)>",
        rf"(?:- +)?(?P<sign>\*\*|__|[*_`]){NAME}(?:\s*:\s*(?P=sign)|(?P=sign)\s*:)\s*{VALUE}",
        rf"(?:[*•·▪>]|[0-9]{{1,2}}[.)])\s+{INNER}\s*:\s*{VALUE}",
        rf"\|\s*{NAME}\s*\|\s*{VALUE}\s*\|",
    )
)


def dressed(name: str, lines: list[str]) -> list[Finding]:
    """Take such signs away, and tell of each line."""
    found = [(n, match) for n, line in enumerate(lines) if (match := _dressed(line))]
    inside = in_texts(lines) if found else []
    # Further in than the fields of measures it is a line of a text.
    usual = most_common((len(m[1]) for line in lines if (m := TITLE.match(line))), 0)
    findings: list[Finding] = []
    for number, match in found:
        if inside[number] or len(match["indent"]) > usual:
            continue
        line, key = lines[number], match["name"].lower()
        dash = "- " if key == "id" else ""
        right = f"{key}: {match['value']}"
        begin = len(match["indent"]) + 1
        lines[number] = f"{match['indent']}{dash}{right}"
        finding = file_rules.SYNTAX.finding(
            Place(name, number + 1, begin, number + 1, len(line.rstrip()) + 1),
            f"Linjen {quoted(line)} har tegn fra et annet program.",
            f"Skriv {quoted(right, LONGEST_SUGGESTION)}.",
        )
        findings.append(finding._replace(fix=Rewrite(((number + 1, lines[number]),))))
    return findings


def _dressed(line: str) -> re.Match[str] | None:
    if line.lstrip()[:1] not in tuple("<*_`|-•·▪>0123456789"):
        return None
    return next(filter(None, (form.match(line) for form in FORMS)), None)
