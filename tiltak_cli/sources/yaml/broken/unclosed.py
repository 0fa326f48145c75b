"""A text that begins with a quote and does not end with one; and brackets that are as wrong."""

import re
from collections.abc import Iterator

from tiltak_cli.domain.invisible import CURLY
from tiltak_cli.findings import Finding, Rewrite
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.broken.within import ITEM, TEXTS, line_below
from tiltak_cli.sources.yaml.lines import FIELD, LONGEST_SUGGESTION, Stop, text_in

# A list or the fields of an item on one line, with what stands after it.
ON_ONE_LINE = re.compile(r"(.*?)([ \t]*(?:\s#.*)?)$")
TWO_COMMAS = re.compile(r",[ \t]*,")
# The name of a field in braces, without a comma between it and what is before.
NO_COMMA = re.compile(r"(?<=[^\s,{])[ \t]+(?=(id|tekst|frist|nådd|tittel|lenke):(?:\s|$))")
ENDS = (")", "]", "}", ">")
IN_BRACES = re.compile(r",\s*(?:id|tekst|frist|nådd|tittel|lenke)\s*:|\s*\}")
IN_BRACKETS = re.compile(r"\s*[,\]]")
CLOSES = f"'\"{CURLY}"


def unclosed(stop: Stop, number: int, column: int) -> Finding:
    """The finding of a quote at a place (from 0); with what to write where it ends on its line."""
    line = stop.lines[number]
    remedy = "Sett inn et anførselstegn der teksten slutter."
    bare = line.rstrip()
    other = bare[-1] in CLOSES and bare[column + 1 :].count(bare[-1]) == 1
    # Another sign closes what this one opens; within braces and brackets it ends
    # before what is next.
    before = bare[:column]
    part = IN_BRACES.search(bare, column) if "{" in before else None
    if "[" in before and "{" not in before and not other:
        part = IN_BRACKETS.search(bare, column)
    end = part.start() if part else len(bare) - other
    whole = f"{bare[:end]}{line[column]}{bare[end:] if part else ''}"
    value = whole[column : end + 1]
    alone = value.count(line[column]) == 2 and " #" not in value and "\\" not in value  # noqa: PLR2004
    ends = alone and line[column] in "\"'" and _ends(stop.lines, number)
    if ends and len(value) <= LONGEST_SUGGESTION:
        remedy = f"Sett inn et anførselstegn der teksten slutter: {value}."
    finding = file_rules.QUOTE.finding(
        stop.at(number, column),
        f"{text_in(line)} begynner med et anførselstegn, men slutter ikke med et.",
        remedy,
    )
    return finding._replace(fix=Rewrite(((number + 1, whole),))) if ends else finding


def bracket(stop: Stop, place: tuple[int, int], opened: str, field: str) -> Finding:
    """The finding of a bracket at a place (from 0) that is not closed, or has other odd signs.

    `opened` is the bracket and `field` the name of the field that it is in.
    """
    number, column = place
    line = stop.text(stop.start)
    closing = "]" if opened == "[" else "}"
    where = f" i «{field}»" if field else ""
    what = f"Klammen {opened}{where}"
    match = ON_ONE_LINE.match(line[column:])
    body, rest = match.groups() if match else ("", "")
    if body.endswith("]") and line[:column].count("[") > line[:column].count("]"):
        # That one closes the list which the item is in.
        body, rest = body[:-1].rstrip(), f"]{rest}"
    for message, remedy, right in _ways(what, where, body, closing):
        # In a text a bracket may be meant for itself.
        if field in TEXTS or not _ends(stop.lines, number):
            break
        shown = right[: right.rindex(closing) + 1]
        advice = f"{remedy}: {shown}." if len(shown) <= LONGEST_SUGGESTION else f"{remedy}."
        finding = file_rules.SYNTAX.finding(stop.at(number, column), message, advice)
        return finding._replace(fix=Rewrite(((number + 1, f"{line[:column]}{right}{rest}"),)))
    return file_rules.SYNTAX.finding(
        stop.at(number, column),
        f"{what} er ikke lukket, eller kommaene mellom verdiene stemmer ikke.",
        f"Lukk den med {closing}, og skriv ett komma mellom verdiene. Hører klammen til teksten, "
        "skal hele teksten stå i anførselstegn.",
    )


def _ways(what: str, where: str, body: str, closing: str) -> Iterator[tuple[str, str, str]]:
    """What may be wrong with a list or an item on one line: what to say, to do and to write."""
    if not body.strip("[{ "):
        # It goes on below.
        return
    if TWO_COMMAS.search(body):
        right = TWO_COMMAS.sub(",", body)
        yield f"Det står to komma etter hverandre{where}.", "Ta bort det ene", right
    elif closing in body:
        if commas := NO_COMMA.search(body) if closing == "}" else None:
            message = f"Det mangler et komma foran «{commas[1]}:»{where}."
            yield message, f"Sett inn et komma foran «{commas[1]}:»", NO_COMMA.sub(", ", body)
    elif body.endswith(ENDS):
        right = f"{body[:-1]}{closing}"
        yield f"{what} er lukket med {body[-1]}.", f"Bytt {body[-1]} med {closing}", right
    else:
        right = f"{body.rstrip(' ,;')}{closing}"
        yield f"{what} er ikke lukket.", f"Sett inn {closing} på slutten", right


def _ends(lines: list[str], number: int) -> bool:
    """Whether another field or item, or nothing, stands on the next line that says something."""
    below = line_below(lines, number)
    return not below or FIELD.match(below) is not None or ITEM.match(below) is not None
