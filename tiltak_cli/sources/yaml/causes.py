"""Faults whose cause stands elsewhere than where the parser stopped, or cannot be seen."""

import re
from collections import Counter
from collections.abc import Iterator

from tiltak_cli.domain.fields import HEAD_KEYS, KEYS
from tiltak_cli.domain.invisible import INVISIBLE, SIGNS, name_of
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Finding, Place, Rewrite, Shift
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.broken.braces import odd_braces
from tiltak_cli.sources.yaml.broken.shapes import FIRST
from tiltak_cli.sources.yaml.broken.within import ITEM
from tiltak_cli.sources.yaml.dashes import dash_out_of_place
from tiltak_cli.sources.yaml.decode import unreadable_sign
from tiltak_cli.sources.yaml.events import MAX_DEPTH
from tiltak_cli.sources.yaml.lines import FIELD, Stop, in_quotes, indent_of
from tiltak_cli.sources.yaml.places import after

NOT_ALLOWED = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# So far up and down a line is compared with others: a file may have a fault in every measure.
AROUND = 500
HIDDEN_INDENT = re.compile(rf"[ \t]*(?:- *)?([{INVISIBLE}{SIGNS}])")
HIDDEN = re.compile("\u00a0(?:[\u00a0 ]*\u00a0)?")
HIDDEN_AFTER_COLON = re.compile(rf"\s*(?:- +)*([\w-]+):([{INVISIBLE}{SIGNS}])")
FIELDS_IN_BRACES = ("id", "tekst", "frist", "nådd", "tittel", "lenke", "periode", "status")
COLON_IN_BRACES = re.compile(
    r"([\w-]+): +((?:[^\s\"'\[\]{},:][^\"'\[\]{},:]*?)??([^\s\"'\[\]{},:]+): [^\"'\[\]{},]*)"
)
# The first line of a milestone or document.
PART = re.compile(r"( *- +)(?:id|tekst|tittel|lenke):")
CUT = re.compile(r"\s*(?:- +)*([\w-]+): +[^\s\"'#].*?\s(#\w.*)")
FIELD_OR_ITEM = re.compile(r"\s*(?:- |[\w-]+:|#|$)")
COMMENT_IN_BRACES = re.compile(r"([\w-]+): +([^\"'\[\]{},]* #\w[^\"'\[\]{},]*)")


def too_deep(stop: Stop) -> Finding | None:
    """So many levels that the parser itself gives up; newer ones do before ours is reached."""
    if "nesting depth" not in stop.problem:
        return None
    return levels(stop.at(stop.mark.line, stop.mark.column))


def levels(where: Place) -> Finding:
    """Say that there are more levels than any register has."""
    return file_rules.TOO_DEEP.finding(
        where,
        f"Filen har mer enn {MAX_DEPTH} nivåer inni hverandre.",
        "Kontroller klammer og innrykk her, eller hent filen tilbake fra git.",
    )


def invisible(stop: Stop) -> Finding | None:
    """A blank that is none, in the indentation or right after a colon."""
    for number in (stop.start.line, stop.mark.line, stop.mark.line - 1):
        line = stop.lines[number] if 0 <= number < len(stop.lines) else ""
        if match := HIDDEN_AFTER_COLON.match(line):
            what, rule = name_of(match[2]), file_rules.SYNTAX
            where, column = f"foran verdien i «{match[1]}»", match.start(2)
        elif match := HIDDEN_INDENT.match(line):
            return _hidden_indent(stop, number, match)
        else:
            continue
        return rule.finding(
            stop.at(number, column),
            f"Et usynlig tegn ({what}) står {where}.",
            "Slett det, og skriv et vanlig mellomrom i stedet.",
        )
    return None


def _hidden_indent(stop: Stop, number: int, match: re.Match[str]) -> Finding:
    """All such blanks in the indentation of a line at once, and the line with plain ones."""
    line = stop.lines[number]
    begin = match.start(1)
    run = HIDDEN.match(line, begin)
    count = run[0].count("\u00a0") if run else 1
    end = run.end() if run else begin + 1
    finding = file_rules.INDENT.finding(
        stop.at(number, begin)._replace(end_column=end + 1),
        f"{count} usynlige tegn ({name_of(match[1])}) står i innrykket."
        if count > 1
        else f"Et usynlig tegn ({name_of(match[1])}) står i innrykket.",
        f"Slett dem, og skriv {count} vanlige mellomrom i stedet."
        if count > 1
        else "Slett det, og skriv et vanlig mellomrom i stedet.",
    )
    if run is None:
        return finding
    right = line[:begin] + " " * (end - begin) + line[end:]
    return finding._replace(fix=Rewrite(((number + 1, right),)))


def escape(stop: Stop) -> Finding | None:
    """A backslash between double quotes, where it is the beginning of a code."""
    if "parsing a quoted scalar" not in stop.context and "escape" not in stop.problem:
        return None
    return file_rules.BACKSLASH.finding(
        stop.at(stop.mark.line, stop.mark.column),
        "Omvendt skråstrek (\\) har en egen betydning inne i doble anførselstegn.",
        "Bruk enkle anførselstegn ('…') rundt teksten.",
    )


def dash(stop: Stop) -> Finding | None:
    """A dash in another column than the others of its list."""
    if "quoted" in stop.context or "flow" in stop.context:
        return None
    near = (stop.mark.line, stop.mark.line - 1, stop.start.line)
    findings = (dash_out_of_place(stop.name, stop.lines, number) for number in near)
    return next(filter(None, findings), None)


def list_item(stop: Stop) -> Finding | None:
    """A measure whose dash stands in another column than those of the others."""
    near = [n for n in (stop.mark.line, stop.mark.line - 1) if 0 <= n < len(stop.lines)]
    if not any(FIRST.match(stop.lines[n]) for n in near):
        return None
    around = stop.lines[max(stop.mark.line - AROUND, 0) : stop.mark.line + AROUND]
    columns = Counter(len(m[1]) for line in around if (m := FIRST.match(line)))
    usual = columns.most_common(1)[0][0]
    for number in near:
        item = FIRST.match(stop.lines[number])
        if item and len(item[1]) != usual:
            return file_rules.INDENT.finding(
                stop.at(number, len(item[1])),
                f"Listepunktet {quoted(stop.lines[number])} har et annet innrykk enn de andre.",
                "Bindestreken står i feil kolonne. Sett den i samme kolonne som de andre, "
                f"{f'med {usual}' if usual else 'uten'} mellomrom foran.",
            )
    return None


def item_undashed(stop: Stop, number: int) -> Finding | None:
    """A value without its dash, below others of its list."""
    line, above = stop.lines[number], stop.lines[number - 1] if number else ""
    column = indent_of(line)
    if not ITEM.match(above) or indent_of(above) != column or len(line.split()) != 1:
        return None
    right = f"- {line.strip()}"
    finding = file_rules.INDENT.finding(
        stop.at(number, column)._replace(end_column=len(line.rstrip()) + 1),
        f"Det mangler en strek foran {quoted(line)}.",
        f"Skriv «{right}».",
    )
    return finding._replace(fix=Rewrite(((number + 1, " " * column + right),)))


def text_in_braces(stop: Stop) -> Finding | None:
    """A text within {…} with a colon or # in it."""
    if "flow" not in stop.context or "{" not in stop.text(stop.start):
        return None
    for number in range(stop.start.line, min(stop.mark.line + 1, len(stop.lines))):
        if cut := COMMENT_IN_BRACES.search(stop.lines[number]):
            return file_rules.SYNTAX.finding(
                stop.at(number, cut.start(2)),
                f"Teksten i «{cut[1]}» inneholder #, og alt etter # leses som en kommentar.",
                f"Sett hele teksten i anførselstegn: {in_quotes(cut[2])}.",
            )
        colon = COLON_IN_BRACES.search(stop.lines[number])
        # A field's name before the colon: then it is the comma in front of it that is missing.
        if colon and colon[3] not in FIELDS_IN_BRACES:
            return file_rules.COLON.finding(
                stop.at(number, colon.start(2)),
                f"Teksten i «{colon[1]}» inneholder kolon og må derfor stå i anførselstegn.",
                f"Sett hele teksten i anførselstegn: {in_quotes(colon[2])}.",
            )
    return None


def cut_above(stop: Stop) -> Finding | None:
    """A text over two lines that # has cut in the first of them."""
    for number in (stop.start.line, stop.mark.line - 2, stop.mark.line - 1):
        lines = stop.lines[max(number, 0) : number + 2]
        cut = CUT.match(lines[0]) if len(lines) > 1 else None
        if cut and not FIELD_OR_ITEM.match(lines[1]):
            return file_rules.SYNTAX.finding(
                stop.at(number, cut.start(2)),
                f"Teksten i «{cut[1]}» er delt: {quoted(cut[2])} leses som en kommentar.",
                "Sett hele teksten i anførselstegn, eller ta bort tegnet #.",
            )
    return None


def unreadable_character(name: str, text: str) -> Finding:
    """A character that no YAML may hold."""
    match = NOT_ALLOWED.search(text)
    offset = match.start() if match else 0
    line, column = after(text[:offset])
    return unreadable_sign(Place(name, line, column, line, column + 1), text[offset])


def out_of_line(stop: Stop) -> Finding:
    """A line that begins in another column than those it stands among; with where, if that shows.

    The fields right below it, in the same column, go with it.
    """
    number = stop.mark.line
    if odd := odd_braces(stop, number):
        return odd
    above = FIELD.match(stop.lines[number - 1]) if 0 < number <= len(stop.lines) else None
    # A measure's field that stands where the head's fields do: the next line only shows it.
    if above and above.start(1) == 0 and above[1] in KEYS and above[1] not in HEAD_KEYS:
        number -= 1
    line = stop.lines[number] if number < len(stop.lines) else ""
    field = FIELD.match(line)
    begins = field and field[1] == "id"
    remedy = "La linjen begynne i samme kolonne som de andre feltene"
    if begins:
        remedy += f", eller skriv «- {line.strip()}» om et nytt tiltak begynner her"
    right = None if begins or field is None else _column(stop.lines, number, field[1])
    steps = [] if right is None else list(_steps(stop.lines, number, right))
    if steps:
        remedy += f", med {right} mellomrom foran"
    more = " Det samme gjelder linjene under." if len(steps) > 1 else ""
    finding = file_rules.INDENT.finding(
        stop.at(number, len(line) - len(line.lstrip())),
        f"Linjen {quoted(line)} har et innrykk som ikke passer med linjene rundt.",
        f"{remedy}.{more}",
    )
    return finding._replace(fix=Shift(tuple(steps))) if steps else finding


def _column(lines: list[str], number: int, name: str) -> int | None:
    """Where a field should begin: with those of its measure, or of the part that is above it."""
    indent = indent_of(lines[number])
    columns: list[int] = []
    for above in range(number - 1, max(number - AROUND, -1), -1):
        if measure := FIRST.match(lines[above]):
            columns += [len(measure[1]) + 2] * (name in KEYS)
            break
        if not columns and (part := PART.match(lines[above])):
            columns += [len(part[1])] * (name in FIELDS_IN_BRACES)
    away = sorted((abs(column - indent), column) for column in columns)
    if not away or away[0][0] in (0, *(step for step, _ in away[1:])):
        return None
    return away[0][1]


def _steps(lines: list[str], number: int, right: int) -> Iterator[tuple[int, int]]:
    """The lines to move, and how far, so that one begins in a column: what is as wrong goes too."""
    wrong = indent_of(lines[number])
    for row in range(number, len(lines)):
        line, indent = lines[row], indent_of(lines[row])
        named = FIELD.match(line)
        same = indent == wrong and named and named[1] in (*KEYS, *FIELDS_IN_BRACES)
        item = indent == right and line[right:][:1] == "-"
        below = indent > wrong and (indent != right or item)
        if not line.strip() or not (same or below) or FIRST.match(line):
            return
        if same or indent < right:
            yield row + 1, right - wrong
