"""Values that stand on the line below their field, and two fields on one line."""

import re

from tiltak_cli.domain.fields import BY_KEY, KEYS, Kind
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.findings import Finding, Rewrite, Shift
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.broken.shapes import OPENER
from tiltak_cli.sources.yaml.broken.within import AROUND, TEXTS, says_nothing
from tiltak_cli.sources.yaml.lines import LONGEST_SUGGESTION, Stop, indent_of

NAMES = "|".join((*KEYS, "tekst", "lenke", "nådd"))
# A value without quotes or brackets, and another field behind it.
VALUE = re.compile(r"( *(?:- +)?)([\w-]+): +(?=[^\s\"'\[{|>#])")
NEXT = re.compile(rf"[ \t]*[,;| \t][ \t]*(?=(?:{NAMES}): )")


def value_below(stop: Stop, number: int) -> Finding | None:
    """A value in the column of its field, or a text with a colon in its first line."""
    line = stop.lines[number] if number < len(stop.lines) else ""
    above = _opener(stop.lines, number)
    opener = OPENER.match(stop.lines[above]) if above is not None else None
    if above is None or opener is None or opener[2] not in KEYS:
        return None
    column = len(opener[1])
    if indent_of(line) == column and above == number - 1:
        finding = file_rules.INDENT.finding(
            stop.at(number, column),
            f"Linjen {quoted(line)} er verdien til «{opener[2]}», men begynner for langt til "
            "venstre.",
            f"La den begynne lenger inne enn feltet, med {column + 2} mellomrom foran.",
        )
        return finding._replace(fix=Shift(((number + 1, 2),)))
    if indent_of(line) > column and opener[2] in TEXTS:
        finding = file_rules.COLON.finding(
            stop.at(above + 1, indent_of(stop.lines[above + 1])),
            f"Teksten i «{opener[2]}» inneholder kolon, og står på linjene under uten at feltet "
            "sier det.",
            f"Skriv «{opener[2]}: >-» på linjen over teksten.",
        )
        new = f"{opener[1]}{opener[2]}: >-"
        return finding._replace(fix=Rewrite(((above + 1, new),)))
    return None


def _opener(lines: list[str], number: int) -> int | None:
    """The line of the field, with nothing after it, that lines at or further in than it follow."""
    column = indent_of(lines[number]) if number < len(lines) else 0
    for above in range(number - 1, max(number - AROUND, -1), -1):
        if not says_nothing(lines[above]) and (
            indent_of(lines[above]) < column or above == number - 1
        ):
            opener = OPENER.match(lines[above])
            if opener or indent_of(lines[above]) < column:
                return above if opener else None
    return None


def two_fields(stop: Stop) -> Finding | None:
    """A field that holds no text, with another behind its value."""
    match = VALUE.match(stop.line)
    field = BY_KEY.get(match[2]) if match else None
    if match is None or field is None or field.kind is Kind.TEXT:
        return None
    first, *others = NEXT.split(stop.line[match.end() :].rstrip())
    if not others:
        return None
    number, indent = stop.mark.line, " " * len(match[1])
    finding = file_rules.SYNTAX.finding(
        stop.at(number, len(match[1])),
        f"Det står flere felt på samme linje: {quoted(stop.line)}.",
        "Sett inn et linjeskift foran "
        f"{listed([quoted(other, LONGEST_SUGGESTION) for other in others])}.",
    )
    new = f"\n{indent}".join([match[0] + first, *others])
    return finding._replace(fix=Rewrite(((number + 1, new),)))


def named_twice(stop: Stop, field: re.Match[str]) -> Finding | None:
    """`status: status: vedtatt`, with the field's name in its value too."""
    line, number = stop.line, stop.mark.line
    again = re.match(rf"{re.escape(field[1])}\s*:\s*", line[field.end() :], re.IGNORECASE)
    if again is None:
        return None
    right = f"{field[1]}: {line[field.end() + again.end() :]}"
    finding = file_rules.SYNTAX.finding(
        stop.at(number, field.start(1)),
        f"Feltnavnet «{field[1]}» står to ganger på linjen.",
        f"Skriv {quoted(right, LONGEST_SUGGESTION)}.",
    )
    return finding._replace(fix=Rewrite(((number + 1, line[: field.start(1)] + right),)))
