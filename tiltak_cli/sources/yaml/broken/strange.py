"""Texts and lines that are no part of a register: remarks, headings, and what a diff has added."""

import re
from collections.abc import Sequence

from tiltak_cli.domain.fields import HEAD_KEYS, KEYS
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.domain.spelling import nearest
from tiltak_cli.domain.synonyms import FIELD_WORDS
from tiltak_cli.findings import Finding, Place, Rewrite
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.blanks import LIST
from tiltak_cli.sources.yaml.broken.shapes import FIRST, IDENTITY
from tiltak_cli.sources.yaml.broken.within import (
    TEXTS,
    and_lines,
    in_texts,
    line_below,
    says_nothing,
)
from tiltak_cli.sources.yaml.careful import read_with_places
from tiltak_cli.sources.yaml.events import Tree
from tiltak_cli.sources.yaml.lines import FIELD, LINE_BREAK, LONGEST_SUGGESTION, indent_of
from tiltak_cli.sources.yaml.places import most_common

NAMED = (*KEYS, *HEAD_KEYS, "tekst", "lenke", "nådd", "periode")
# A sentence: three words or more, and nothing that has a meaning to what reads the file.
NOTE = re.compile(r" *[^\W\d_][^\s:=\[\]{}|#\"]*(?: +[^\s:=\[\]{}|#\"]+){2,}\s*$")
# Words at the margin, where not even one may stand.
WORDS = re.compile(r"[^\W\d_][^:=\[\]{}|#\"]*$")
GONE = "Ta bort linjen."
BELOW_TOO = " Det samme gjelder linjene under."
TITLE = re.compile(r"( *)tittel\W")
NAMES = "|".join((*KEYS, *HEAD_KEYS, "tekst", "lenke", "nådd", "periode"))
A_FIELD = re.compile(rf"\s*(?:- *)?[\"']?(?:{NAMES})\b")
OF_DIFF = r"@@ -[0-9].*@@.*|diff --git .*|index [0-9a-f]{7,}\.\..*"
# A line drawn with signs, or one that tells where in a file a diff is; three dashes or dots at the
# margin end a document, and are told of so.
RULE = re.compile(
    rf"\s*(?:[-._]{{4,}}|\s[-.]{{3}}|[—–―─━═_*=+]{{3,}}|(?:[-*_=] +){{2,}}[-*_=]|{OF_DIFF})\s*$"
)
# Remarks as other languages write them, and headings as Markdown does, with what they say.
REMARK = re.compile(
    r"\s*(?:(?://+|;+|--|%+|REM)\s+(.*)|//+(\w.*)|/\*+(.*?)\*+/|<!--+(.*?)--+>|(\*\*|__)(?!\s)(.+?)\5:?|(!\[.*))\s*$"
)
# A heading as documents have it, between two measures.
HEADING = re.compile(
    r"(?:målområde|retningsvalg|innsatsområde|satsingsområde|område|tema|del|kapittel|vedlegg)"
    r"\s+[0-9A-Z]{1,2}\b.*",
    re.IGNORECASE,
)
PAGE = re.compile(
    r"(?:(?:side|page|s\.)\s*)?[0-9]{1,3}(?:\s*(?:av|of|/)\s*[0-9]{1,3})?", re.IGNORECASE
)
# What a diff puts in front of what came and what went.
CAME = re.compile(rf"\+( *(?:- +)?[\"']?(?:{NAMES})[\"']?\s*:(?:\s.*)?)$")
WENT = re.compile(rf"-( {{3,}}[\"']?(?:{NAMES})[\"']?\s*:(?:\s.*)?)$")
# A field as JSON has it, with a comma after its value, or another sign.
COMMA = re.compile(
    r"(\s*(?:- +)?[\"']?[\w-]+[\"']?\s*:\s*(?:\"[^\"\\]*\"|'[^']*'|\[[^\[\]{}]*\]))\s*([,:;])\s*$"
)
SIGNS = {",": "Kommaet", ":": "Kolonet", ";": "Semikolonet"}

# A line that may be a register's, or marks of a merge or document; lines without are another text.
OF_REGISTER = re.compile(
    rf"[\s{{\[-]*[\"']?(?:{'|'.join((*HEAD_KEYS, *KEYS))})[\"']?\s*[:=;]|\.\.\.|---|[<=>]{{7}}"
)
FEWEST_LINES = 2


def strange(name: str, lines: list[str]) -> list[Finding]:
    """Make comments of remarks and headings, take out lines that say nothing, and tell of each."""
    rows = [n for n, line in enumerate(lines) if line.strip() and not A_FIELD.match(line)]
    rows = [n for n in rows if _said(lines, n) is not None]
    inside = in_texts(lines) if rows else []
    findings: list[Finding] = []
    for number in rows:
        remark = _said(lines, number)
        if inside[number] or remark is None:
            continue
        line = lines[number]
        message = f"Linjen {quoted(line)} hører ikke til registeret."
        remedy, new = "Ta bort linjen.", None
        if remark.strip():
            new = f"{' ' * indent_of(line)}# {remark.strip()}"
            message = f"Linjen {quoted(line)} er verken et felt eller en kommentar."
            remedy = f"Skriv {quoted(new.strip(), LONGEST_SUGGESTION)}, så er det en kommentar."
        lines[number] = new or ""
        finding = file_rules.SYNTAX.finding(_whole(name, number, line), message, remedy)
        findings.append(finding._replace(fix=Rewrite(((number + 1, new),))))
    return findings


def _said(lines: Sequence[str], number: int) -> str | None:
    """What a line that is no field says; empty where that is nothing, None where it may be one."""
    line = lines[number]
    if RULE.match(line):
        return ""
    if match := REMARK.match(line):
        remark = next((group for n in (1, 2, 3, 4, 6, 7) if (group := match[n])), "")
        # Two dashes before a measure are its dash, once too often.
        return None if A_FIELD.match(remark) and line.lstrip().startswith("--") else remark
    body, below = line.strip(), line_below(lines, number)
    measure = FIRST.match(below)
    if measure and len(measure[1]) < indent_of(line):
        return None
    above = lines[number - 1] if number else ""
    if PAGE.fullmatch(body):
        named = FIELD.match(above)
        free = not above.strip() or (named is not None and named[1] not in TEXTS)
        return "" if indent_of(line) < 4 and free else None  # noqa: PLR2004
    apart = not above.strip() and body[0] not in "-#\"'[{%&*!|>@`" and ":" not in body
    ends = measure is not None or not below
    return body if (measure and HEADING.fullmatch(body)) or (ends and apart) else None


def other_text(name: str, text: str) -> Tree | None:
    """Read a text of several lines, none of which is a register's, as the one value that it is."""
    lines = [line for line in LINE_BREAK.split(text) if not says_nothing(line)]
    forms = (OF_REGISTER.match, LIST.match, IDENTITY.search)
    if len(lines) < FEWEST_LINES or any(form(line) for line in lines for form in forms):
        return None
    return read_with_places(name, '""')


def notes(name: str, lines: list[str]) -> list[Finding]:
    """Make comments of sentences that stand where a field should; those in a row are one."""
    usual = most_common((len(m[1]) for line in lines if (m := TITLE.match(line))), 0)
    begin = next((n for n, line in enumerate(lines) if line.startswith("tiltak:")), len(lines))
    rows = [n for n, line in enumerate(lines) if _is_note(line, usual, at_margin=n > begin)]
    inside = in_texts(lines) if rows else []
    findings: list[Finding] = []
    for number in rows:
        line = lines[number]
        if inside[number]:
            continue
        new = f"{' ' * indent_of(line)}# {line.strip()}"
        lines[number] = new
        above = findings[-1].fix if findings else None
        if isinstance(above, Rewrite) and above.lines[-1][0] == number:
            fix = Rewrite((*above.lines, (number + 1, new)))
            remedy = findings[-1].remedy.removesuffix(BELOW_TOO) + BELOW_TOO
            findings[-1] = findings[-1]._replace(remedy=remedy, fix=fix)
            continue
        finding = file_rules.SYNTAX.finding(
            _whole(name, number, line),
            f"Linjen {quoted(line)} er verken et felt eller en kommentar.",
            f"Skriv {quoted(new.strip(), LONGEST_SUGGESTION)}, så er det en kommentar.",
        )
        findings.append(finding._replace(fix=Rewrite(((number + 1, new),))))
    return findings


def _is_note(line: str, usual: int, *, at_margin: bool) -> bool:
    """Whether a line is a sentence; `at_margin` below the head, where no field begins."""
    outside = at_margin and usual and WORDS.match(line)
    if not (outside or (NOTE.match(line) and indent_of(line) <= usual)):
        return False
    word = line.split(maxsplit=1)[0].casefold()
    return word not in NAMED and not nearest(word, NAMED, FIELD_WORDS)


def from_diffs(name: str, lines: list[str]) -> list[Finding]:
    """Lines with the sign that a diff puts in front of them; what went is taken out."""
    came = [n for n, line in enumerate(lines) if CAME.match(line)]
    went = [n for n, line in enumerate(lines) if WENT.match(line)]
    if not came:
        # The sign may be another's, but for where the field stands beside it once more.
        went = [n for n in went if _again_beside(lines, n)]
    inside = in_texts(lines)
    rows = [n for n in sorted((*came, *went)) if not inside[n]]
    if not rows:
        return []
    where = _whole(name, rows[0], lines[rows[0]])
    new: list[tuple[int, str | None]] = []
    # Written over the line, the sign has taken the place of a blank.
    over = any(_is_over(lines, number, rows) for number in came)
    for number in rows:
        right = f"{' ' * over}{lines[number][1:]}" if number in came else None
        new.append((number + 1, right))
        lines[number] = right or ""
    remedy = f"{'Bytt «+» med et mellomrom' if over else 'Slett «+»'}." if came else GONE
    if went and came:
        do = "bytt «+» med et mellomrom" if over else "slett «+»"
        remedy = f"Ta bort linjene med «-» foran, og {do} foran de andre."
    elif len(rows) > 1:
        remedy += and_lines([n + 1 for n in rows[1:]])
    message = "Tegnet foran linjen kommer fra en visning av endringer (diff)."
    finding = file_rules.SYNTAX.finding(where, message, remedy)
    return [finding._replace(fix=Rewrite(tuple(new), safe=not went))]


def _is_over(lines: Sequence[str], number: int, rows: Sequence[int]) -> bool:
    """Whether a line with a sign in front has one blank less than those around it."""
    indent = indent_of(lines[number][1:])
    others = [n for n in range(number - 1, -1, -1) if n not in rows and lines[n].strip()][:1]
    others += [n for n in range(number + 1, len(lines)) if n not in rows and lines[n].strip()][:1]
    columns = {indent_of(lines[n]) for n in others}
    return indent not in columns and indent + 1 in columns


def _again_beside(lines: Sequence[str], number: int) -> bool:
    """Whether the field of a line stands on the one above or below it as well."""
    name = lines[number][1:].split(":")[0]
    beside = (*lines[max(number - 1, 0) : number], *lines[number + 1 : number + 2])
    return any(line.split(":")[0] == name or line.split(":")[0] == f" {name}" for line in beside)


def commas_after(name: str, lines: list[str]) -> list[Finding]:
    """A comma after what ends a value, as between the fields of JSON, or another such sign."""
    rows = [n for n, line in enumerate(lines) if COMMA.match(line)]
    inside = in_texts(lines) if rows else []
    # Within brackets over several lines the comma is in its place.
    rows = [n for n in rows if not inside[n] and not lines[n].lstrip().startswith(("[", "{"))]
    if not rows:
        return []
    first = lines[rows[0]]
    sign = first.rstrip()[-1]
    for number in rows:
        match = COMMA.match(lines[number])
        lines[number] = match[1] if match else ""
    right = lines[rows[0]].strip()
    finding = file_rules.SYNTAX.finding(
        _whole(name, rows[0], first),
        f"{SIGNS[sign]} etter verdien i {quoted(first)} hører ikke hjemme der.",
        f"Skriv {quoted(right, LONGEST_SUGGESTION)}." + and_lines([n + 1 for n in rows[1:]]),
    )
    return [finding._replace(fix=Rewrite(tuple((n + 1, lines[n]) for n in rows)))]


def _whole(name: str, number: int, line: str) -> Place:
    """The place of all that stands on a line."""
    begin = len(line) - len(line.lstrip()) + 1
    return Place(name, number + 1, begin, number + 1, len(line.rstrip()) + 1)
