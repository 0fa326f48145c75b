"""What the parser stumbled on, said so that someone who has never heard of YAML can mend it.

The parser's own text only hints at the kind of fault; the sentence is made from the line itself.
"""

import re
from typing import Any

from yaml.error import MarkedYAMLError, YAMLError

from tiltak_cli.domain.fields import FIELDS, KEYS, Kind
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Finding, Place
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.broken.below import named_twice, two_fields, value_below
from tiltak_cli.sources.yaml.broken.braces import after_braces, without_braces
from tiltak_cli.sources.yaml.broken.continued import continued
from tiltak_cli.sources.yaml.broken.joined import (
    no_blank,
    no_blank_after_dash,
)
from tiltak_cli.sources.yaml.broken.starters import named_alone, odd_start
from tiltak_cli.sources.yaml.broken.unclosed import bracket, unclosed
from tiltak_cli.sources.yaml.broken.within import IN_ONE
from tiltak_cli.sources.yaml.causes import (
    cut_above,
    dash,
    escape,
    invisible,
    item_undashed,
    list_item,
    out_of_line,
    text_in_braces,
    too_deep,
    unreadable_character,
)
from tiltak_cli.sources.yaml.conflicts import conflict_marker
from tiltak_cli.sources.yaml.lines import (
    FIELD,
    LINE_BREAK,
    Stop,
    field_around,
    in_quotes,
    in_quotes_from,
    text_in,
)

OPEN_QUOTE = re.compile(r"\s*(?:- +)*[\w-]+:\s+(\"[^\"]*|'[^']*)")
# Fields that hold one word or date.
CODES = frozenset(
    f.key for f in FIELDS if f.kind in IN_ONE | {Kind.PARTIAL_DATE} and f.kind is not Kind.TEXT
)
SAYS_SOMETHING = re.compile(r"\s*[^\s#]")


def explain(name: str, text: str, error: YAMLError) -> Finding:
    """Make the one finding that says why a text could not be read."""
    marker = conflict_marker(name, text)
    if marker:
        return marker
    if not isinstance(error, MarkedYAMLError):
        return unreadable_character(name, text)
    mark: Any = error.problem_mark or error.context_mark
    start = error.context_mark or mark
    lines = LINE_BREAK.split(text)
    if not lines[-1]:
        lines.pop()
    return explained(
        Stop(
            name=name,
            lines=lines,
            problem=str(error.problem),
            context=str(error.context),
            mark=mark,
            start=start,
        )
    )


def explained(stop: Stop) -> Finding:
    """Make the finding for where the parser stopped, from the lines around."""
    mark = stop.mark
    for explanation in _EXPLANATIONS:
        finding = explanation(stop)
        if finding:
            return finding
    return file_rules.SYNTAX.finding(
        stop.at(mark.line, mark.column),
        f"Linjen {quoted(stop.line)} kan ikke leses."
        if stop.line.strip()
        else "Filen kan ikke leses her.",
        "Kontroller innrykk, kolon og anførselstegn her og på linjen over.",
    )


def _directive(stop: Stop) -> Finding | None:
    if not stop.text(stop.start).startswith("%"):
        return None
    return directive(stop.at(stop.start.line, 0))


def directive(where: Place) -> Finding:
    """Say that a line that begins with % is not used in a register."""
    message = "Linjen begynner med %, og slike linjer brukes ikke i et register."
    return file_rules.DIRECTIVE.finding(where, message, "Ta bort linjen.")


def _tab(stop: Stop) -> Finding | None:
    for number in (stop.mark.line, stop.mark.line - 1):
        line = stop.lines[number] if 0 <= number < len(stop.lines) else ""
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            return file_rules.TAB.finding(
                stop.at(number, indent.index("\t")),
                "Linjen er rykket inn med tabulator.",
                "Bytt tabulatoren med mellomrom, like mange som på linjene rundt.",
            )
    return None


def _open_quote(stop: Stop) -> Finding | None:
    """A quote that the file ends before, or that a quote in a later field seems to end."""
    line = stop.start.line if "quoted scalar" in stop.context else None
    column = stop.start.column
    if line is None and "block" in stop.context:
        for number in range(min(stop.mark.line, len(stop.lines) - 1), stop.start.line - 1, -1):
            opened = OPEN_QUOTE.fullmatch(stop.lines[number])
            if opened and number < stop.mark.line:
                line, column = number, opened.start(1)
                break
    if line is None:
        return None
    return unclosed(stop, line, column)


def _colon(stop: Stop) -> Finding | None:
    if "mapping values are not allowed" not in stop.problem:
        return None
    field = FIELD.match(stop.line)
    if not field or stop.mark.column <= field.end(1):
        above = stop.mark.line - 1
        return (
            continued(stop)
            or no_blank_after_dash(stop, stop.mark.line)
            or no_blank(stop, above)
            or out_of_line(stop)
        )
    if several := without_braces(stop) or named_twice(stop, field) or two_fields(stop):
        return several
    if field[1] in CODES:
        return file_rules.COLON.finding(
            stop.at(stop.mark.line, stop.mark.column),
            f"Verdien i «{field[1]}» inneholder kolon, og feltet skal ha bare én verdi.",
            "Skriv bare verdien, og resten i «merknad».",
        )
    finding = file_rules.COLON.finding(
        stop.at(stop.mark.line, stop.mark.column),
        f"{text_in(stop.line)} inneholder kolon og må derfor stå i anførselstegn.",
        f"Sett hele teksten i anførselstegn: {in_quotes(stop.line[field.end() :])}.",
    )
    return in_quotes_from(finding, stop.line, field.end())


def _document(stop: Stop) -> Finding | None:
    if "document start" not in stop.problem:
        return None
    above = [n for n, line in enumerate(stop.lines[: stop.mark.line]) if SAYS_SOMETHING.match(line)]
    dots = above[-1] if above else None
    if dots is None or not stop.lines[dots].startswith("..."):
        return _misplaced(stop)
    return file_rules.DOCUMENTS.finding(
        stop.at(dots, 0),
        "Linjen med tre punktum avslutter registeret, og det som står under, blir ikke lest.",
        "Ta bort linjen med tre punktum.",
    )


def _no_colon(stop: Stop) -> Finding | None:
    return _a_line_without_colon(stop, stop.start) if "simple key" in stop.context else None


def _a_line_without_colon(stop: Stop, mark: Any) -> Finding:
    without = no_blank(stop, mark.line) or value_below(stop, mark.line)
    if without:
        return without
    if undashed := item_undashed(stop, mark.line):
        return undashed
    word = stop.text(mark).strip().strip("\"'")
    if word in KEYS:
        return named_alone(stop, mark, word)
    return file_rules.SYNTAX.finding(
        stop.at(mark.line, mark.column),
        f"Linjen {quoted(stop.text(mark))} mangler et kolon etter feltnavnet.",
        "Skriv et feltnavn og kolon foran, rykk linjen inn om den hører til teksten over, eller "
        "skriv # foran om den er en kommentar.",
    )


def _bracket(stop: Stop) -> Finding | None:
    if "flow" not in stop.context:
        return None
    line, column = stop.start.line, stop.start.column
    opened = stop.text(stop.start)[column : column + 1]
    if opened not in ("[", "{"):
        before = stop.text(stop.start)[:column]
        column = max(before.rfind("["), before.rfind("{"), 0)
        opened = before[column : column + 1] or "["
    return bracket(stop, (line, column), opened, field_around(stop, line))


def _block(stop: Stop) -> Finding | None:
    return _misplaced(stop) if "block" in stop.context else None


def _misplaced(stop: Stop) -> Finding:
    """A line that does not fit the mapping or list it stands in."""
    number = stop.mark.line
    return no_blank_after_dash(stop, number) or no_blank(stop, number) or out_of_line(stop)


_EXPLANATIONS = (
    too_deep,
    _directive,
    _tab,
    invisible,
    escape,
    _open_quote,
    dash,
    list_item,
    text_in_braces,
    cut_above,
    after_braces,
    _colon,
    odd_start,
    _document,
    _no_colon,
    _bracket,
    _block,
)
