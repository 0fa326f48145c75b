"""Fields with the signs around them that other programs put there: Markdown, tables and tags."""

import re

from tiltak_cli.domain.fields import HEAD_KEYS, KEYS
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Finding, Place, Rewrite
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.blanks import LIST
from tiltak_cli.sources.yaml.broken.within import and_lines, in_texts, line_below, opener_above
from tiltak_cli.sources.yaml.lines import LONGEST_SUGGESTION, indent_of, quoting
from tiltak_cli.sources.yaml.places import most_common

NAME = rf"(?P<name>{'|'.join((*KEYS, *HEAD_KEYS))})"
# What begins no measure, milestone or document: no dash is meant by a sign in front of it.
INNER = rf"(?P<name>{'|'.join(key for key in KEYS if key not in ('id', 'tittel'))})"
OF_PARTS = ("tekst", "nådd", "lenke", "periode")
VALUE = r"(?P<value>\S.*?)"
TITLE = re.compile(r"( *)tittel\W")
FORMS = tuple(
    re.compile(rf"(?P<indent>\s*){form}\s*$", re.IGNORECASE)
    for form in (
        rf"<{NAME}>\s*{VALUE}\s*</(?P=name)>",
        rf"(?:- +)?(?P<sign>\*\*|__|[*_`]){NAME}(?:\s*:\s*(?P=sign)|(?P=sign)\s*:)\s*{VALUE}",
        rf"(?:[*•·▪>]|[0-9]{{1,2}}[.)])\s+{INNER}\s*:\s*{VALUE}",
        rf"\{{\s*(?P<sign>[\"']?){NAME}(?P=sign)\s*:\s*(?!.*,\s*\w+\s*:)(?P<value>[^{{}}]*[^\s{{}}])\s*\}},?",
        rf"(?P<sign>[\"']){NAME}\s*:\s+(?P<value>[^\"']*[^\"'\s])\s*(?P=sign)",
        rf":\s*{NAME}\s*(?::|\s)\s*{VALUE}",
        rf"\|\s*{NAME}\s*\|\s*{VALUE}\s*\|",
    )
)
# A link as Markdown has it, for a document or its address.
LINK = re.compile(
    r"( *)(- +)?(?:(tittel|lenke|dokumentasjon): +)?"
    r"\[([^\[\]]*[^\s\[\]][^\[\]]*)\]\(((?:[^\s()]|\([^\s()]*\))+)\)[.,;]?(\s+#.*|\s*)$"
)
PLAIN = re.compile(r"[^\W_](?:[^,\[\]{}\"'#:]|:(?=\S))*")
LONGEST_LINK = 200

# A line as a listing has it, with its number in front: of a program's findings, `grep` or `cat`.
NUMBERED = re.compile(
    r"(\s*(?:> *)?(?:[\w./-]+\.ya?ml[:-])?([0-9]{1,6})(?:[ \t]*[│|](?: |$)|[:-](?![0-9])|\t))(.*)$"
)
PART = re.compile(
    rf"\s*(?:- +\S|-$|[\"']?(?:{'|'.join((*KEYS, *HEAD_KEYS, *OF_PARTS))})[\"']?\s*:)"
)


def from_listings(name: str, lines: list[str]) -> list[Finding]:
    """Take away the numbers that a listing has put in front of lines, and tell of all as one."""
    matches = [(n, match) for n, line in enumerate(lines) if (match := NUMBERED.match(line))]
    inside = in_texts(lines) if matches else []
    usual = most_common((len(m[1]) for line in lines if (m := TITLE.match(line))), 0)
    begin = next((n for n, line in enumerate(lines) if LIST.match(line)), len(lines))
    rows: list[tuple[int, str, str]] = []
    above = (-1, 0)
    for number, match in matches:
        goes_on = above == (number - 1, int(match[2]) - 1)
        if inside[number] or not (goes_on or PART.match(match[3])):
            continue
        above, right = (number, int(match[2])), match[3].rstrip()
        if right and indent_of(right) <= 1 and number > begin:
            # The blanks are gone, too.
            column = usual - 2 if right.lstrip()[0] == "-" else usual
            right = f"{' ' * column}{right.lstrip()}"
        rows.append((number, lines[number], match[1].strip()))
        lines[number] = right
    if not rows:
        return []
    number, line, sign = rows[0]
    before, column = indent_of(line), indent_of(lines[number])
    moved = f" {f'med {column}' if column else 'uten'} mellomrom foran" * (column != before)
    finding = file_rules.SYNTAX.finding(
        Place(name, number + 1, before + 1, number + 1, len(line.rstrip()) + 1),
        f"«{sign}» foran linjen er et linjenummer fra en utskrift.",
        f"Skriv {quoted(lines[number].strip(), LONGEST_SUGGESTION)}{moved}."
        f"{and_lines([n + 1 for n, _, _ in rows[1:]])}",
    )
    return [finding._replace(fix=Rewrite(tuple((n + 1, lines[n]) for n, _, _ in rows)))]


def links(name: str, lines: list[str]) -> list[Finding]:
    """Write the links of Markdown as documents, and tell of those of each kind as one."""
    matches = [(n, match) for n, line in enumerate(lines) if (match := LINK.match(line))]
    inside = in_texts(lines) if matches else []
    kinds: dict[str | None, list[tuple[int, str]]] = {}
    for number, match in matches:
        right = "" if inside[number] else _document(lines, number, match)
        if right:
            kinds.setdefault(match[3], []).append((number, lines[number]))
            lines[number] = f"{match[1]}{right}{match[6].rstrip()}"
    return [_told_link(name, lines, rows) for rows in kinds.values()]


def _document(lines: list[str], number: int, match: re.Match[str]) -> str:
    """What to write for a link, without the blanks in front; empty where it is no document."""
    _, dash, field, title, address, _ = match.groups()
    title, address = (e if PLAIN.fullmatch(e) else quoting(e) for e in (title.strip(), address))
    if field == "lenke":
        return f"{dash or ''}lenke: {address}"
    document = f"{{tittel: {title}, lenke: {address}}}"
    if not title or not address:
        return ""
    if field == "dokumentasjon":
        return "" if dash else f"dokumentasjon: [{document}]"
    alone = indent_of(line_below(lines, number)) <= len(match[1])
    belongs = opener_above(lines, number) == "dokumentasjon" and (dash or not field)
    return f"{dash or '- '}{document}" if belongs and alone else ""


def _told_link(name: str, lines: list[str], rows: list[tuple[int, str]]) -> Finding:
    number, line = rows[0]
    match = LINK.match(line)
    comment = match[6].rstrip() if match else ""
    begin, end = indent_of(line), len(line.rstrip()) - len(comment)
    right = lines[number][begin:].removesuffix(comment)
    undashed = f" med {begin} mellomrom foran" * (line.lstrip()[0] == "[")
    finding = file_rules.SYNTAX.finding(
        Place(name, number + 1, begin + 1, number + 1, end + 1),
        f"{quoted(line)} er en lenke i Markdown.",
        f"Skriv {quoted(right, LONGEST_LINK)}{undashed}.{and_lines([n + 1 for n, _ in rows[1:]])}",
    )
    return finding._replace(fix=Rewrite(tuple((n + 1, lines[n]) for n, _ in rows)))


def dressed(name: str, lines: list[str]) -> list[Finding]:
    """Take such signs away, and tell of those of each kind as one."""
    matches = [(n, match) for n, line in enumerate(lines) if (match := _dressed(line))]
    inside = in_texts(lines) if matches else []
    # Further in than the fields of measures it is a line of a text.
    usual = most_common((len(m[1]) for line in lines if (m := TITLE.match(line))), 0)
    begin = next((n for n, line in enumerate(lines) if LIST.match(line)), len(lines))
    kinds: dict[re.Pattern[str], list[tuple[int, str]]] = {}
    for number, match in matches:
        if inside[number] or len(match["indent"]) > usual:
            continue
        line, key = lines[number], match["name"].lower()
        indent = match["indent"]
        if not indent and number > begin and key in KEYS and key != "id":
            # The sign was put at the margin, with the field moved there.
            indent = " " * usual
        dash = "- " if key == "id" else ""
        lines[number] = f"{indent}{dash}{key}: {match['value']}"
        kinds.setdefault(match.re, []).append((number, line))
    return [_told(name, lines, rows) for rows in kinds.values()]


def _told(name: str, lines: list[str], rows: list[tuple[int, str]]) -> Finding:
    number, line = rows[0]
    before, after = indent_of(line), indent_of(lines[number])
    moved = f" med {after} mellomrom foran" * (after != before)
    right = lines[number].strip().removeprefix("- ")
    others = and_lines([n + 1 for n, _ in rows[1:]])
    finding = file_rules.SYNTAX.finding(
        Place(name, number + 1, before + 1, number + 1, len(line.rstrip()) + 1),
        f"Linjen {quoted(line)} har tegn fra et annet program.",
        f"Skriv {quoted(right, LONGEST_SUGGESTION)}{moved}.{others}",
    )
    return finding._replace(fix=Rewrite(tuple((n + 1, lines[n]) for n, _ in rows)))


def _dressed(line: str) -> re.Match[str] | None:
    if line.lstrip()[:1] not in tuple("\"':<*_`|{-•·▪>0123456789"):
        return None
    return next(filter(None, (form.match(line) for form in FORMS)), None)
