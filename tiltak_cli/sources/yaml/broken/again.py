"""What stands once too often: the head, the line `tiltak:`, and marks from other programs."""

import re
from collections.abc import Iterator

from tiltak_cli.domain.fields import HEAD_KEYS, KEYS
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Finding, Place, Related, Rewrite
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.blanks import MEASURE
from tiltak_cli.sources.yaml.broken.within import and_lines, in_texts, says_nothing
from tiltak_cli.sources.yaml.places import LIST

FENCE = re.compile(r"\s*(```|~~~)[\w-]*\s*$")
TITLE = re.compile(r"(?i:tiltak)\s*:\s*(?:#.*)?$")
AGAIN = re.compile(r"(?:strategi|tiltak)\s*:")
OF_HEAD = re.compile(rf"({'|'.join(HEAD_KEYS)})\s*:(?:\s|$)")
# What a field, an item or another document begins with.
PART_OF_IT = re.compile(r"[\w-]+\s*:(?:\s|$)|-|\.\.\.|[\[{}\]\"'|>%@`<=]")
ONLY_OF_HEAD = frozenset(HEAD_KEYS) - frozenset(KEYS) - {LIST}


def fences(name: str, lines: list[str]) -> list[Finding]:
    """Take out the lines that mark code in a text and have come along, and tell of them as one."""
    rows = [n for n, line in enumerate(lines) if FENCE.match(line)]
    inside = in_texts(lines) if rows else []
    rows = [n for n in rows if not inside[n]]
    if not rows:
        return []
    sign = lines[rows[0]].strip()[:3]
    column = lines[rows[0]].index(sign) + 1
    where = Place(name, rows[0] + 1, column, rows[0] + 1, column + 3)
    for number in rows:
        lines[number] = ""
    finding = file_rules.STARTER.finding(
        where,
        f"Linjen med {sign} hører ikke til registeret.",
        f"Ta bort linjen.{and_lines([n + 1 for n in rows[1:]])}",
    )
    return [finding._replace(fix=Rewrite(tuple((n + 1, None) for n in rows)))]


def titles_again(name: str, lines: list[str]) -> list[Finding]:
    """Take out every line `tiltak:` but the first, so that all measures stand below that."""
    rows = [n for n, line in enumerate(lines) if TITLE.match(line)]
    findings = []
    for number in rows[1:]:
        lines[number] = ""
        where = Place(name, number + 1, 1, number + 1, len(LIST) + 1)
        first = Place(name, rows[0] + 1, 1, rows[0] + 1, len(LIST) + 1)
        finding = file_rules.DUPLICATE_KEY.finding(
            where,
            f"«{LIST}:» er skrevet to ganger.",
            "Ta bort linjen, så hører tiltakene under den med til den samme listen.",
            related=(Related("først skrevet her", first),),
        )
        findings.append(finding._replace(fix=Rewrite(((number + 1, None),))))
    return findings


def heads_again(name: str, lines: list[str]) -> list[Finding]:
    """Take out a head that stands among or below the measures, where there is one above them."""
    begin = next((n for n, line in enumerate(lines) if TITLE.match(line)), len(lines))
    above = {m[1]: n for n, line in enumerate(lines[:begin]) if (m := OF_HEAD.match(line))}
    findings: list[Finding] = []
    number = begin + 1
    whole = _all_again(name, lines, above)
    if whole:
        return [whole]
    while number < len(lines):
        rows, names = [], set[str]()
        while number < len(lines) and (match := OF_HEAD.match(lines[number])):
            rows.append(number)
            names.add(match[1])
            number += 1
        number += 1
        again = sorted(names & ONLY_OF_HEAD & above.keys(), key=above.__getitem__)
        if not again or names & ONLY_OF_HEAD - above.keys():
            continue
        findings.append(_head_again(name, lines, rows, above[again[0]]))
    return findings


def _all_again(name: str, lines: list[str], above: dict[str, int]) -> Finding | None:
    """Take out a copy of all of the register that stands below it, and tell of it."""
    if not above:
        return None
    first = min(above.values())
    rows = (n for n in range(first + 1, len(lines)) if lines[n] == lines[first])
    number = next(rows, None)
    if (
        number is None
        or not _said(lines[number:])
        or (_said(lines[first:number]) != _said(lines[number:]))
    ):
        return None
    line = lines[number]
    gone = tuple((n + 1, None) for n in range(number, len(lines)))
    lines[number:] = [""] * (len(lines) - number)
    finding = file_rules.TWO_HEADS.finding(
        Place(name, number + 1, 1, number + 1, len(line.rstrip()) + 1),
        "Hele registeret står to ganger i filen.",
        f"Ta bort alt fra og med linje {number + 1}.",
    )
    return finding._replace(fix=Rewrite(gone))


def _said(lines: list[str]) -> list[str]:
    """The lines that are not blank."""
    return [line.rstrip() for line in lines if line.strip()]


def _head_again(name: str, lines: list[str], rows: list[int], first: int) -> Finding:
    line = lines[rows[0]]
    where = Place(name, rows[0] + 1, 1, rows[0] + 1, len(line.rstrip()) + 1)
    related = Related("det første hodet", Place(name, first + 1, 1, first + 1, 2))
    for number in rows:
        lines[number] = ""
    return file_rules.TWO_HEADS.finding(
        where,
        f"Hodet står to ganger i filen: {quoted(line)} hører bare hjemme øverst.",
        "Ta bort hodet her, så hører tiltakene under det med til registeret. Er det et annet "
        "register, skal det ha en egen fil.",
        related=(related,),
    )


def document_ends(name: str, lines: list[str]) -> tuple[list[Finding], bool]:
    """Blank out the lines that end the document, or all below where it is another register.

    Gives a finding for each, and whether no measure is lost so.
    """
    findings: list[Finding] = []
    top = max((n for n, line in enumerate(lines) if AGAIN.match(line)), default=0)
    for number in _ends(lines):
        body = lines[number].rstrip()
        what = "tre punktum" if body == "..." else "---"
        finding = file_rules.DOCUMENTS.finding(
            Place(name, number + 1, 1, number + 1, 4),
            f"Linjen med {what} avslutter registeret, og det som står under, blir ikke lest.",
            "Ta bort linjen med tre punktum."
            if body == "..."
            else "Ta bort linjen, eller legg det som står under, i en egen fil i registermappen.",
        )
        if below := _prose_below(lines, number):
            # A greeting or a remark that has come along: one with the line above it.
            rewritten = [(n + 1, f"# {lines[n].strip()}") for n in below]
            finding = finding._replace(
                remedy="Ta bort linjen, og skriv # foran teksten under, så den er en kommentar.",
                fix=Rewrite(((number + 1, None), *rewritten)),
            )
            for n in below:
                lines[n] = ""
        findings.append(finding)
        lines[number] = ""
        if number < top:
            lost = any(map(MEASURE.match, lines[number:]))
            lines[number:] = [""] * (len(lines) - number)
            return findings, not lost
    return findings, True


def _prose_below(lines: list[str], number: int) -> list[int]:
    """The lines of text below one, up to what may be a part of a register."""
    rows = []
    for row in range(number + 1, len(lines)):
        line = lines[row]
        if line.strip() and not says_nothing(line):
            if line[0] == " " or PART_OF_IT.match(line):
                break
            rows.append(row)
    return rows


def _ends(lines: list[str]) -> Iterator[int]:
    """The lines that end a document which has begun, and are not the last."""
    begun = False
    last = next((n for n in range(len(lines) - 1, -1, -1) if lines[n].strip()), 0)
    for number, line in enumerate(lines):
        body = line.rstrip()
        if begun and number < last and body in ("---", "..."):
            yield number
        begun = begun or bool(body and body[0] not in "#%" and body != "---")
