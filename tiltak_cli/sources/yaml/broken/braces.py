"""Items in braces with one brace too many, or with parentheses for them."""

import re

from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Finding, Rewrite
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.lines import Stop

ONCE_TOO_OFTEN = re.compile(r"(\s*(?:- +)?(?:[\w-]+: +)?(\{[^{}]*\}|\[[^\[\]]*\]))([}\]]+)\s*$")
ALONE = re.compile(r"\s*[}\])]+[,;]?\s*$")
IN_PARENTHESES = re.compile(r"(\s*- +)\(((?:id|tekst|tittel|lenke): .*)\)\s*$")


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
        message = f"Det er en {match[3][0]} for mye på slutten av linjen."
        column, remedy, new = match.end(1), f"Slett «{match[3]}».", match[1]
    elif match := IN_PARENTHESES.match(line):
        message = f"Feltene i {quoted(line)} står i parentes."
        column, new = begin, f"{match[1]}{{{match[2]}}}"
        remedy = f"Skriv {{ og }} rundt dem: «{new.strip()}»."
    else:
        return None
    finding = file_rules.SYNTAX.finding(stop.at(number, column), message, remedy)
    return finding._replace(fix=Rewrite(((number + 1, new),)))
