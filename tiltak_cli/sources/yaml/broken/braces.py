"""Items in braces with one too many, one too early, or with parentheses or other links for them."""

import re

from tiltak_cli.domain.fields import KEYS
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Finding, Rewrite
from tiltak_cli.rules import file_rules
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
