"""Items in braces with one too many, one too early, or with parentheses or other links for them."""

import re

from tiltak_cli.domain.fields import KEYS
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Finding, Rewrite
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.broken.level import PARTS as LISTS
from tiltak_cli.sources.yaml.lines import Stop

ONCE_TOO_OFTEN = re.compile(
    r"(\s*(?:- +)?(?:[\w-]+: +)?(\{[^{}]*\}|\[[^\[\]]*\]))([}\]]+|[ \t]*,)\s*$"
)
ALONE = re.compile(r"\s*[}\])]+[,;]?\s*$")
IN_PARENTHESES = re.compile(r"(\s*- +)\(((?:id|tekst|tittel|lenke): .*)\)\s*$")

LONGEST_ITEM = 120
# An item in braces, with more behind them.
ENDED = re.compile(r"(\s*)((?:- +|opphav: +)\{([^{}]*))\}([\s,]*)([^\s{}#,][^{}]*?)\}?(\s+#.*)?$")
NAMES = "|".join((*KEYS, "tekst", "lenke", "nådd", "periode"))
FIELDS = re.compile(rf"(?:{NAMES}):\s")
NEXT = re.compile(rf"\s*[,;]?\s+(?=(?:{NAMES}):\s)")
PARTS = {**LISTS, "opphav": ("periode", "id", "status")}
BESIDE = re.compile(rf"( *)({'|'.join(PARTS)}):\s+([\w-]+:\s.*?)[\s,;]*(\s#.*)?$")
IN_NEED = re.compile(r"[,\[\]\"'#]|:(?=\s)")


def after_braces(stop: Stop) -> Finding | None:
    """The finding of an item whose brace ends before its last fields, or of a remark behind it."""
    number = stop.mark.line
    match = ENDED.match(stop.line) if "flow" not in stop.context else None
    if match is None:
        return None
    begin, rest = len(match[1]), match[5].strip()
    where = stop.at(number, begin)._replace(end_column=match.end(5) + 1)
    fields = NEXT.split(rest) if FIELDS.match(rest) else []
    there = {field.split(":")[0].strip() for field in match[3].split(",")}
    message = f"{quoted(rest)} står etter klammen som avslutter punktet."
    if not fields or any(_cannot_stand(field, there) for field in fields):
        text = next((f", eller skriv det i «{n}»" for n in ("tekst", "tittel") if n in there), "")
        return file_rules.SYNTAX.finding(where, message, f"Ta bort det som står etter }}{text}.")
    right = f"{match[2].rstrip(' ,')}, {', '.join(fields)}}}"
    finding = file_rules.SYNTAX.finding(
        where._replace(end_column=len(stop.line.removesuffix(match[6] or "").rstrip()) + 1),
        message,
        f"Skriv {quoted(right, LONGEST_ITEM)}.",
    )
    return finding._replace(fix=Rewrite(((number + 1, f"{match[1]}{right}{match[6] or ''}"),)))


def without_braces(stop: Stop) -> Finding | None:
    """The finding of a field whose own fields stand beside it, without the braces around them."""
    match = BESIDE.match(stop.line)
    if match is None:
        return None
    fields = NEXT.split(match[3])
    there: set[str] = set()
    for field in fields:
        name = field.partition(":")[0]
        if name not in PARTS[match[2]] or _cannot_stand(field, there):
            return None
        there.add(name)
    signs = ("{", "}") if match[2] == "opphav" else ("[{", "}]")
    right = f"{match[2]}: {signs[0]}{', '.join(fields)}{signs[1]}"
    finding = file_rules.SYNTAX.finding(
        stop.at(stop.mark.line, len(match[1]))._replace(end_column=match.end(3) + 1),
        f"Det mangler klammer rundt feltene i «{match[2]}».",
        f"Skriv {quoted(right, LONGEST_ITEM)}.",
    )
    new = f"{match[1]}{right}{match[4] or ''}"
    return finding._replace(fix=Rewrite(((stop.mark.line + 1, new),)))


def _cannot_stand(field: str, there: set[str]) -> bool:
    """Whether a field cannot be put in among others: it is there, or would have to be in quotes."""
    name, _, value = field.partition(":")
    return name in there or not value.strip() or IN_NEED.search(value) is not None


def odd_braces(stop: Stop, number: int) -> Finding | None:
    """The finding of such a line, or None."""
    line = stop.lines[number] if number < len(stop.lines) else ""
    begin = len(line) - len(line.lstrip())
    if ALONE.match(line):
        sign = line.strip()[0]
        finding = file_rules.SYNTAX.finding(
            stop.at(number, begin), f"Det er en {sign} for mye, alene på linjen.", "Ta bort linjen."
        )
        return finding._replace(fix=Rewrite(((number + 1, None),)))
    if match := ONCE_TOO_OFTEN.match(line):
        sign = match[3].strip()
        what = "et komma" if sign == "," else f"en {sign[0]}"
        message = f"Det er {what} for mye på slutten av linjen."
        column, remedy, new = match.start(3), f"Slett «{sign}».", match[1]
    elif match := IN_PARENTHESES.match(line):
        message = f"Feltene i {quoted(line)} står i parentes."
        column, new = begin, f"{match[1]}{{{match[2]}}}"
        remedy = f"Skriv {{ og }} rundt dem: «{new.strip()}»."
    else:
        return None
    finding = file_rules.SYNTAX.finding(stop.at(number, column), message, remedy)
    return finding._replace(fix=Rewrite(((number + 1, new),)))
