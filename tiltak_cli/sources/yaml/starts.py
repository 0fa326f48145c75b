"""How measures and the head begin: dashes that are missing, are too many or have a tab after them.

They are put right in the lines, so that the rest can be read, and told of.
"""

import re
from itertools import pairwise

from tiltak_cli.domain.fields import HEAD_KEYS, KEYS
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Finding, Place, Rewrite, Shift
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.blanks import LIST, MEASURE, TITLE, Part
from tiltak_cli.sources.yaml.broken.shapes import FIRST
from tiltak_cli.sources.yaml.broken.within import (
    LISTS,
    and_lines,
    in_texts,
    line_below,
    opener_above,
)
from tiltak_cli.sources.yaml.careful import repeated
from tiltak_cli.sources.yaml.lines import indent_of
from tiltak_cli.sources.yaml.places import most_common

TAB_AFTER_DASH = re.compile(r"( *-)( *\t[ \t]*)(?=\S)")
NAMED = re.compile(r"(?:( *)- +)?( *)([\w-]+):(?:\s|$)")
ODD_START = re.compile(r"( *-)( +- +|  +)(?=[\w\"']+ *:)")
START = re.compile(r"( *)(-?) *(\S.*)")
OF_HEAD = re.compile(rf"(- +|  )(?=(?:{'|'.join(HEAD_KEYS)})\s*:)")


def head_in_list(name: str, lines: list[str]) -> list[Finding]:
    """The head's fields as items of a list, which they are not."""
    begin = next((n for n, line in enumerate(lines) if LIST.match(line)), 0)
    matches = [(n, m) for n in range(begin) if (m := OF_HEAD.match(lines[n]))]
    dashed = [n for n, match in matches if match[0][0] == "-"]
    if not dashed:
        return []
    for number, match in matches:
        lines[number] = lines[number][match.end() :]
    rows = [n for n, _ in matches]
    if lines[begin].startswith("  ") and not any(line[:1].strip() for line in lines[begin:]):
        # All of the file stands below the dash.
        rows += [n for n in range(begin, len(lines)) if lines[n].strip()]
        lines[begin:] = [line[2:] for line in lines[begin:]]
    first = dashed[0]
    where = Place(name, first + 1, 1, first + 1, 2)
    message = f"Hodet står i en liste: {quoted('- ' + lines[first])} begynner med en strek."
    remedy = "Ta bort streken, og la alle feltene i hodet begynne i første kolonne."
    finding = file_rules.INDENT.finding(where, message, remedy)
    return [finding._replace(fix=Rewrite(tuple((n + 1, lines[n]) for n in rows)))]


def tabs_after_dashes(name: str, lines: list[str]) -> list[Finding]:
    """A tab between a dash and what follows it."""
    findings: list[Finding] = []
    for number, line in enumerate(lines):
        match = TAB_AFTER_DASH.match(line)
        if match:
            lines[number] = f"{match[1]} {line[match.end() :]}"
            column = line.index("\t") + 1
            where = Place(name, number + 1, column, number + 1, column + 1)
            message = "Det står en tabulator etter streken."
            remedy = "Bytt tabulatoren med ett mellomrom."
            finding = file_rules.TAB.finding(where, message, remedy)
            findings.append(finding._replace(fix=Rewrite(((number + 1, lines[number]),))))
    return findings


def odd_blanks(name: str, lines: list[str]) -> list[Finding]:
    """Two dashes, or several blanks after one, so that what stands below is not in line."""
    findings: list[Finding] = []
    rows = [n for n, line in enumerate(lines) if ODD_START.match(line)]
    inside = in_texts(lines) if rows else []
    for number in rows:
        match = ODD_START.match(lines[number])
        below = line_below(lines, number)
        if inside[number] or match is None or len(below) - len(below.lstrip()) != match.end(1) + 1:
            continue
        right = f"- {lines[number][match.end() :]}"
        where = Place(name, number + 1, match.end(1), number + 1, len(lines[number].rstrip()) + 1)
        what = "to streker" if match[2].strip() else "for mange mellomrom etter streken"
        lines[number] = match[1][:-1] + right
        message = f"Det er {what}, så feltene under står ikke rett under det første."
        finding = file_rules.INDENT.finding(where, message, f"Skriv {quoted(right, 60)}.")
        findings.append(finding._replace(fix=Rewrite(((number + 1, lines[number]),))))
    return findings


def dash_before_field(name: str, lines: list[str]) -> list[Finding]:
    """A dash before a field that stands among the others of its measure, and begins no list."""
    column = most_common((m.end(1) for line in lines if (m := TITLE.match(line))), 0)
    dashed = re.compile(rf"( {{{column}}})- +((?:{'|'.join(KEYS[1:])})\s*:.*)") if column else None
    rows = [n for n, line in enumerate(lines) if dashed and dashed.match(line)]
    inside = in_texts(lines) if rows else []
    findings: list[Finding] = []
    for number in rows:
        match = dashed.match(lines[number]) if dashed and not inside[number] else None
        if match is None or opener_above(lines, number) in LISTS:
            continue
        where = Place(name, number + 1, column + 1, number + 1, len(lines[number].rstrip()) + 1)
        message = f"Streken foran {quoted(match[2])} hører ikke hjemme der."
        lines[number] = match[1] + match[2]
        finding = file_rules.INDENT.finding(where, message, f"Skriv {quoted(match[2], 60)}.")
        findings.append(finding._replace(fix=Rewrite(((number + 1, lines[number]),))))
    return findings


def dash_again(name: str, lines: list[str]) -> list[Finding]:
    """Dashes before more fields of a measure than its first, each as far out as that."""
    findings: list[Finding] = []
    dash, seen, rows = -1, set[str](), list[int]()
    inside = in_texts(lines)
    for number, line in enumerate([*lines, "- id: T000"]):
        begins = FIRST.match(line)
        if begins or number == len(lines):
            findings += needless(name, lines, rows, "tiltak")
            dash, seen, rows = (len(begins[1]) if begins else -1), {"id"}, []
            continue
        named = NAMED.match(line)
        if dash < 0 or named is None or inside[number] or indent_of(line) > dash + 2:
            continue
        again = named[1] and len(named[1]) == dash and named[3] in KEYS
        if named[1] is not None and (not again or named[3] in seen):
            # Another measure, without its id.
            dash = -1 if len(named[1]) == dash else dash
        elif again:
            rows.append(number)
        seen.add(named[3])
    return findings


def needless(name: str, lines: list[str], rows: list[int], item: str) -> list[Finding]:
    """Put blanks for dashes that each begin a new `item` by mistake, and tell of them as one."""
    if not rows:
        return []
    first = lines[rows[0]]
    column = indent_of(first) + 1
    for number in rows:
        lines[number] = lines[number].replace("-", " ", 1)
    right = lines[rows[0]].strip()
    finding = file_rules.INDENT.finding(
        Place(name, rows[0] + 1, column, rows[0] + 1, len(first.rstrip()) + 1),
        f"Streken foran {quoted(right)} begynner et nytt {item}, men feltet hører til det over.",
        f"Bytt streken med et mellomrom.{and_lines([n + 1 for n in rows[1:]])}",
    )
    return [finding._replace(fix=Rewrite(tuple((n + 1, lines[n]) for n in rows)))]


def no_dash(where: Place, line: str) -> Finding:
    """Say that a measure lacks its dash."""
    message = f"Det mangler en strek foran {quoted(line)}."
    remedy = f"Skriv {quoted(f'- {line}')} med streken i samme kolonne som de andre."
    return file_rules.INDENT.finding(where, message, remedy)


def undashed(name: str, lines: list[str]) -> list[Finding]:
    """Measures that lack their dash, and so seem to be more fields of the one above."""
    findings: list[Finding] = []
    columns = [m.end(1) for line in lines if (m := TITLE.match(line))]
    columns += [m[0].index("id") for line in lines if (m := MEASURE.match(line))]
    usual = most_common(columns, len("- "))
    dash = f"{'- ':>{usual}}"
    rows = [
        n for n, e in enumerate(lines) if MEASURE.match(e) or TITLE.match(e) or e.startswith(dash)
    ]
    above, titled = None, True
    for number, following in pairwise([*rows, len(lines)]):
        line = lines[number]
        if not MEASURE.match(line):
            if line.startswith(dash):
                above, titled = number, False
            titled = titled or TITLE.match(line) is not None
            continue
        column = line.index("id")
        if (
            not line.lstrip().startswith("-")
            and column == usual >= len("- ")
            and titled
            and TITLE.match("".join(lines[following : following + 1]))
        ):
            where = Place(name, number + 1, column + 1, number + 1, column + 3)
            lines[number] = f"{'- ':>{column}}{line[column:]}"
            if above is None:
                finding = no_dash(where, line.strip())
            else:
                first = where._replace(line=above + 1, end_line=above + 1)
                finding = repeated(where, "id", first)
            findings.append(finding._replace(fix=Rewrite(((number + 1, lines[number]),))))
        if lines[number].lstrip().startswith("-"):
            above, titled = number, False
    return findings


def moved(name: str, part: Part) -> Finding | None:
    """A measure whose dash is missing or in another column than the others'; it is put there."""
    line, number = part.lines[part.first], part.first + 1
    start = START.match(line)
    if part.dash is None or start is None or line.strip() == "-":
        return None
    if start[2] and len(start[1]) == part.dash:
        return None
    part.lines[part.first] = f"{'-':>{part.dash + 1}} {start[3]}"
    column = len(start[1]) + 1
    where = Place(name, number, column, number, column + 1)
    if not start[2]:
        return no_dash(where, start[3])._replace(fix=Rewrite(((number, part.lines[part.first]),)))
    step = part.dash - len(start[1])
    below = [n for n in range(part.first + 1, part.end) if part.lines[n].strip()]
    rows = [part.first]
    if below and indent_of(part.lines[below[0]]) != part.dash + 2:
        rows += [n for n in below if indent_of(part.lines[n]) + step >= 0]
        for n in below:
            rest = part.lines[n].lstrip(" ")
            part.lines[n] = " " * max(indent_of(part.lines[n]) + step, 0) + rest
    part.moved()
    part.mark_begun()
    finding = file_rules.INDENT.finding(
        where,
        f"Listepunktet {quoted(line)} har et annet innrykk enn de andre.",
        "Bindestreken står i feil kolonne. Sett den i samme kolonne som de andre, "
        f"{f'med {part.dash}' if part.dash else 'uten'} mellomrom foran.",
    )
    return finding._replace(fix=Shift(tuple((n + 1, step) for n in rows)))
