"""Values whose first character means something else than itself."""

import re
from typing import Any

from tiltak_cli.domain.fields import BY_KEY, FIELDS, Kind
from tiltak_cli.domain.measure import NEEDS
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Finding, Place, Rewrite
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.broken.joined import DASH_WITHOUT_BLANK, no_blank_after_dash
from tiltak_cli.sources.yaml.broken.within import ITEM, LISTS, TEXTS, line_below
from tiltak_cli.sources.yaml.lines import (
    FIELD,
    LONGEST_SUGGESTION,
    Stop,
    in_quotes,
    in_quotes_from,
    indent_of,
    quoting,
    text_in,
)

# Fields that a measure needs, by themselves or by its status.
DEMANDED = frozenset(
    (*(f.key for f in FIELDS if f.required), *(key for keys in NEEDS.values() for key in keys))
) | {"frist", "retningsvalg", "tekst", "lenke"}
NOT_FILLED = "Fyll ut feltet, eller ta bort linjen."
PLACEHOLDERS = ("-", "?", "*", "%", "--", "!", "[", "{", "]", "}", ",")
# A sign for a text on the lines below, with the text beside it.
WITH_BLOCK = re.compile(r"(\|[-+]?|>[-+]|>(?=[ \t]+[^\W\d]))[ \t]+([^\s#].*)")
# Values in quotes, one after the other.
ONE_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
QUOTED = re.compile(rf"(?:(?:{ONE_QUOTED.pattern})\s*[,;/]?\s*){{2,}}")
# What parts codes that stand after the bracket of their list, and how the codes look.
BETWEEN = re.compile(r"\s*(?:[,;&+/]|\b(?:og|samt)\b|(?<=\])(?=\s*\[))\s*", re.IGNORECASE)
ORGANISATION = re.compile(r"[A-ZÆØÅ]{2,8}|[A-ZÆØÅ][a-zæøå]*dir")
# As strategies have them: 1, 1a, A, A1, U2, O10b.
OF_STRATEGY = re.compile(r"[A-ZÆØÅ]{0,2}[0-9]{1,2}[a-z]?|[A-ZÆØÅ]{1,2}")
CODES = {
    **dict.fromkeys((Kind.AREAS, Kind.DIRECTIONS, Kind.DEVELOPMENTS), OF_STRATEGY),
    Kind.ORGANISATIONS: ORGANISATION,
    Kind.PARTICIPANTS: ORGANISATION,
    Kind.REFERENCES: re.compile(r"T[0-9]{3,}"),
}
COMMENT = re.compile(r"\s+#.*")
SPECIAL = "@`%*&!|>{}[],?-"


def odd_start(stop: Stop) -> Finding | None:  # noqa: PLR0911 - one answer a cause
    """The finding of such a value, or of one whose quotes end early."""
    line = stop.line
    field = FIELD.match(line)
    if "flow" in stop.context:
        return None
    if DASH_WITHOUT_BLANK.match(line):
        return no_blank_after_dash(stop, stop.mark.line)
    if field and field[1] in LISTS and (several := _several(stop, field)):
        return several
    begin = field.end() if field and stop.mark.column >= field.end() else stop.mark.column
    value = line[begin:]
    if not value or (not field and "cannot start" not in stop.problem):
        return None
    if value[0] in "\"'":
        finding = file_rules.QUOTE.finding(
            stop.at(stop.mark.line, stop.mark.column),
            f"{text_in(line)} fortsetter etter anførselstegnet som avslutter den.",
            f"Sett anførselstegn rundt det hele: {in_quotes(value)}.",
        )
        return in_quotes_from(finding, line, begin)
    if value[0] not in SPECIAL:
        return None
    where = stop.at(stop.mark.line, begin)
    if block := (field and _odd_block(stop, field, value)) or _text_beside(where, stop, begin):
        return block
    if value.strip() in PLACEHOLDERS or not any(sign.isalnum() for sign in value):
        return _placeholder(where, line, value)
    if field and begin >= field.end() and (bare := _without_signs(stop, field, value)):
        return bare
    finding = file_rules.STARTER.finding(
        where,
        f"{text_in(line)} begynner med «{value[0]}», som har en egen betydning når det står først.",
        f"Sett hele teksten i anførselstegn: {in_quotes(value)}.",
    )
    return in_quotes_from(finding, line, begin)


def _odd_block(stop: Stop, field: re.Match[str], value: str) -> Finding | None:
    """Signs before a text on the lines below that are not the one that says so."""
    below = line_below(stop.lines, stop.mark.line)
    deeper = indent_of(below) > field.start(1) and not ITEM.match(below)
    if field[1] not in TEXTS or not deeper or any(sign not in f"{SPECIAL} –—=_" for sign in value):
        return None
    finding = file_rules.STARTER.finding(
        stop.at(stop.mark.line, field.end()),
        f"«{value.strip()}» er ikke tegnet for en tekst på linjene under.",
        f"Skriv «{field[1]}: >-».",
    )
    new = f"{stop.line[: field.start(1)]}{field[1]}: >-"
    return finding._replace(
        place=finding.place._replace(end_column=len(stop.line.rstrip()) + 1),
        fix=Rewrite(((stop.mark.line + 1, new),)),
    )


def _without_signs(stop: Stop, field: re.Match[str], value: str) -> Finding | None:
    """A value with signs around it, in a field that holds no text."""
    known, line = BY_KEY.get(field[1]), stop.line
    if known is None or known.kind in (Kind.TEXT, Kind.MILESTONES, Kind.DOCUMENTS, Kind.ORIGIN):
        return None
    bare = value.partition(" #")[0].strip(f"{SPECIAL}_\"' ")
    if not bare or any(sign in bare for sign in "[]{}"):
        return None
    right = f"{field[1]}: {bare}"
    where = stop.at(stop.mark.line, field.end())
    finding = file_rules.STARTER.finding(
        where._replace(end_column=len(line.rstrip()) + 1),
        f"Verdien i «{field[1]}» begynner med «{value[0]}», som har en egen betydning når det står "
        "først.",
        f"Skriv {quoted(right, LONGEST_SUGGESTION)}.",
    )
    new = line[: field.start(1)] + right
    return finding._replace(fix=Rewrite(((where.line, new),), safe=False))


def _several(stop: Stop, field: re.Match[str]) -> Finding | None:
    """Several values that are not written as a list is."""
    number, name, value = stop.mark.line, field[1], stop.line[field.end() :].strip()
    where = stop.at(number, field.start(1))
    below = line_below(stop.lines, number)
    if QUOTED.fullmatch(value):
        right = f"{name}: [{', '.join(ONE_QUOTED.findall(value))}]"
        finding = file_rules.SYNTAX.finding(
            where, f"Verdiene i «{name}» står ikke i klammer.", f"Skriv «{right}»."
        )
        new = stop.line[: field.start(1)] + right
        return finding._replace(fix=Rewrite(((number + 1, new),)))
    if value.startswith("- "):
        others = bool(ITEM.match(below)) and indent_of(below) >= field.start(1)
        blanks = indent_of(below) if others else field.start(1) + 2
        new = f"{stop.line[: field.end()].rstrip()}\n{' ' * blanks}{value}"
        to = f"rett over «{below.strip()}»" if others else f"med {blanks} mellomrom foran"
        finding = file_rules.SYNTAX.finding(
            where,
            f"Det første punktet i «{name}» står på samme linje som feltet.",
            f"Flytt «{value}» ned på en egen linje, {to}.",
        )
        return finding._replace(fix=Rewrite(((number + 1, new),)))
    if value.startswith("[") and (rest := value.partition("]")[2].partition(" #")[0].strip()):
        if more := _codes_after(name, value):
            right, comment = f"{name}: [{', '.join(more)}]", COMMENT.search(stop.line)
            finding = file_rules.SYNTAX.finding(
                where, f"{quoted(rest)} står etter klammen i «{name}».", f"Skriv «{right}»."
            )
            new = stop.line[: field.start(1)] + right + (comment[0] if comment else "")
            return finding._replace(fix=Rewrite(((number + 1, new),)))
        return file_rules.SYNTAX.finding(
            where,
            f"{quoted(rest)} står etter klammen i «{name}», og blir ikke lest.",
            "Ta bort det som står etter klammen, eller skriv det i «merknad».",
        )
    return None


def _codes_after(name: str, value: str) -> list[str]:
    """All codes of a list of which some stand after its bracket; none where it is something else.

    What may stand between them is what parts the items of a list in a sentence.
    """
    first, _, rest = value[1:].partition("]")
    codes = [*first.split(","), *BETWEEN.split(rest.partition(" #")[0])]
    items = [code.strip("[] \"'") for code in codes if code.strip("[] ")]
    code = CODES.get(BY_KEY[name].kind) if name in BY_KEY else None
    return items if code and all(map(code.fullmatch, items)) else []


def _text_beside(where: Place, stop: Stop, begin: int) -> Finding | None:
    """A text on the line of the sign that says that it stands on the lines below."""
    text = WITH_BLOCK.match(stop.line[begin:])
    if text is None:
        return None
    finding = file_rules.STARTER.finding(
        where,
        f"«{text[1]}» betyr at teksten står på linjene under, men den begynner på samme linje.",
        f"Skriv teksten i anførselstegn, uten tegnet foran: {in_quotes(text[2])}.",
    )
    number = stop.mark.line
    below = line_below(stop.lines, number)
    if below and indent_of(below) > indent_of(stop.line):
        return finding
    whole = "" if " #" in text[2] else quoting(text[2])
    if not whole:
        return finding
    return finding._replace(fix=Rewrite(((number + 1, stop.line[:begin] + whole),)))


def _placeholder(where: Place, line: str, value: str) -> Finding:
    """A sign that stands for nothing, which would be no value in quotes either."""
    field = FIELD.match(line)
    return file_rules.STARTER.finding(
        where,
        f"«{value.strip()}» er ikke noen verdi, og kan ikke stå alene.",
        "Fyll ut feltet." if field and field[1] in DEMANDED else NOT_FILLED,
    )


def named_alone(stop: Stop, mark: Any, word: str) -> Finding:
    """The name of a field, with neither a colon nor a value."""
    return file_rules.SYNTAX.finding(
        stop.at(mark.line, mark.column),
        f"Feltet «{word}» har verken kolon eller verdi.",
        f"Skriv for eksempel «{word}: …»{'' if word in DEMANDED else ', eller ta bort linjen'}.",
    )
