"""Names of fields and dashes that are written together with what follows them."""

import re

from tiltak_cli.domain.fields import HEAD_KEYS, KEYS
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Finding, Place, Rewrite
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.lines import FIELD, LONGEST_SUGGESTION, Stop

FIELD_WITHOUT_BLANK = re.compile(
    r"\s*(?:- +)*([^\W\d]\w*)(\s*:|\s*(?:[=-]>|:=|[=;：→])\s*|,?\s+)(\S.*)"
)
# What some put between a name and its value.
SIGN = re.compile(r"[-–—|] +(?=\S)")
# A measure, a milestone in braces or a text in quotes; a number may be below zero.
WORD_ALONE = re.compile(r"( *(?:- +)?)([^\W\d]\w*)-?\s*$")
GOES_ON = re.compile(r"\s*(\w*)\s*:(?:\s+(.*))?$")
DASH_WITHOUT_BLANK = re.compile(r"\s*(-)(?=[^\W\d]|\{|[\"'][^\W\d])")


def no_blank(stop: Stop, number: int) -> Finding | None:
    """`status:vedtatt`, `status = vedtatt` and `status vedtatt`."""
    line = stop.lines[number] if 0 <= number < len(stop.lines) else ""
    without = FIELD_WITHOUT_BLANK.fullmatch(line)
    if not without or FIELD.match(line):
        return None
    if without[2].strip() in ("", ",") and without[1] not in (*KEYS, *HEAD_KEYS):
        return None
    # In a line of a table the sign ends the value, too.
    value = without[3].rstrip("; ") if ";" in without[2] else without[3]
    if without[2].isspace():
        value = SIGN.sub("", value)
    right = f"{without[1]}: {value}"
    finding = file_rules.SYNTAX.finding(
        stop.at(number, without.start(1)),
        f"Det mangler et mellomrom etter kolon i {quoted(line)}."
        if without[2].strip() == ":"
        else f"Det mangler et kolon etter feltnavnet i {quoted(line)}.",
        f"Skriv {quoted(right, LONGEST_SUGGESTION)}.",
    )
    return finding._replace(fix=Rewrite(((number + 1, line[: without.start(1)] + right),)))


def no_blank_after_dash(stop: Stop, number: int) -> Finding | None:
    """`-id: T001`, on a line or on the one above it."""
    for row in (number, number - 1):
        line = stop.lines[row] if 0 <= row < len(stop.lines) else ""
        dash = DASH_WITHOUT_BLANK.match(line)
        if dash:
            right = f"- {line[dash.end(1) :]}"
            finding = file_rules.SYNTAX.finding(
                stop.at(row, dash.start(1)),
                f"Det mangler et mellomrom etter streken i {quoted(line)}.",
                f"Skriv {quoted(right, LONGEST_SUGGESTION)}.",
            )
            return finding._replace(fix=Rewrite(((row + 1, line[: dash.start(1)] + right),)))
    return None


def split_names(name: str, lines: list[str]) -> list[Finding]:
    """A field's name, or the colon after it, that goes on on the line below."""
    findings = []
    for number in range(len(lines) - 1):
        first, second = WORD_ALONE.match(lines[number]), GOES_ON.match(lines[number + 1])
        key = f"{first[2]}{second[1]}" if first and second else ""
        if first is None or second is None or key not in KEYS or second[1] in KEYS:
            continue
        right = f"{key}: {second[2]}".rstrip()
        begin = len(first[1])
        where = Place(name, number + 1, begin + 1, number + 1, len(lines[number].rstrip()) + 1)
        lines[number], lines[number + 1] = f"{first[1]}{right}", ""
        finding = file_rules.SYNTAX.finding(
            where,
            f"Feltet «{key}» er delt på to linjer.",
            f"Slå de to linjene sammen til {quoted(right, LONGEST_SUGGESTION)}.",
        )
        new = ((number + 1, lines[number]), (number + 2, None))
        findings.append(finding._replace(fix=Rewrite(new)))
    return findings
