"""Texts over several lines of which some begin too far to the left."""

import re
from typing import NamedTuple

from tiltak_cli.domain.fields import HEAD_KEYS, KEYS
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.domain.spelling import nearest
from tiltak_cli.domain.synonyms import FIELD_WORDS
from tiltak_cli.findings import Finding, Place, Rewrite, Shift
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.broken.shapes import BLOCK
from tiltak_cli.sources.yaml.broken.within import ITEM, TEXTS, says_nothing
from tiltak_cli.sources.yaml.lines import indent_of

PARTS = ("tekst", "lenke", "nådd", "periode")
KNOWN = (*KEYS, *HEAD_KEYS, *PARTS)
NAMED = re.compile(r"( *(?:- +)?)([\w-]+):(?:[ \t]+(.*)|$)")
# A first word that may be a field's name, with what may stand after it.
FIRST_WORD = re.compile(r"\s*[\"']?([^\W\d][\w-]*)[\"']?(\s*[:=;]|\s+|$)")
COLON = re.compile(r":(?:\s|$)")
OTHER = re.compile(r"[<>=|]{3,}|```|~~~|---|\.\.\.|[%@`\[\]{}]")


class Text(NamedTuple):
    """The text that is being read: its field, the column of that, and where its lines begin.

    `number` is the line of the field, and `start` the column of its value there.
    """

    field: str
    column: int
    block: bool
    number: int
    start: int
    indent: int | None = None


def outdented(name: str, lines: list[str]) -> list[Finding]:
    """Move lines of texts in to where the others stand, and tell of each run of them."""
    findings: list[Finding] = []
    text: Text | None = None
    run: list[tuple[int, int]] = []
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        indent = indent_of(line)
        if text and indent > text.column:
            text = text if text.indent is not None else text._replace(indent=indent)
        elif text and _is_stray(line, indent, text, more=bool(run)):
            run.append((number, _column(text) - indent))
            continue
        elif text and not (text.block and says_nothing(line)):
            findings += _told(name, lines, text, run)
            text, run = _begun(line, number), []
        elif not text:
            text = _begun(line, number)
    return [*findings, *(_told(name, lines, text, run) if text else ())]


def _begun(line: str, number: int) -> Text | None:
    """The text that begins on a line, where one does that may go on below it."""
    named = NAMED.match(line)
    if named is None or named[2] not in TEXTS:
        return None
    block = BLOCK.match(line) is not None
    plain = (named[3] or "")[:1] not in ("", '"', "'", "[", "{", "|", ">", "#", "&", "*", "!")
    if not (block or plain):
        return None
    return Text(
        field=named[2],
        column=len(named[1]),
        block=block,
        number=number,
        start=named.start(3),
    )


def _column(text: Text) -> int:
    return text.column + 2 if text.indent is None else text.indent


def _is_stray(line: str, indent: int, text: Text, *, more: bool) -> bool:
    """Whether a line can be nothing but more of the text above it; `more` that others were."""
    body = line.lstrip()
    if body != line[indent:] or body[0] == "#" or ITEM.match(line) or OTHER.match(body):
        return False
    word = FIRST_WORD.match(line)
    if word is None:
        return True
    known = word[1] in KNOWN or nearest(word[1], KNOWN, FIELD_WORDS)
    if word[2].strip():
        # Where the measure's fields stand, another name is one of them that does not exist.
        return not known and (more or indent < text.column)
    alone = not body[len(word[1]) :].strip()
    return not (known and alone) and word[1] not in KNOWN


def _told(name: str, lines: list[str], text: Text, run: list[tuple[int, int]]) -> list[Finding]:
    """The finding of the lines that have been passed, which are moved."""
    if not run:
        return []
    number = run[0][0]
    line = lines[number]
    column = indent_of(line) + 1
    for other, steps in run:
        lines[other] = " " * steps + lines[other]
    blanks = _column(text)
    below = " Det samme gjelder linjene under." if len(run) > 1 else ""
    finding = file_rules.INDENT.finding(
        Place(name, number + 1, column, number + 1, column + 1),
        f"Linjen {quoted(line)} er en del av teksten i «{text.field}», men begynner for langt til "
        "venstre.",
        f"La den begynne der resten av teksten står, med {blanks} mellomrom foran.{below}",
    )
    if not text.block and any(COLON.search(lines[other]) for other, _ in run):
        return [_in_quotes(finding, lines, text, [other for other, _ in run])]
    return [finding._replace(fix=Shift(tuple((n + 1, steps) for n, steps in run)))]


def _in_quotes(finding: Finding, lines: list[str], text: Text, run: list[int]) -> Finding:
    """Put the whole of a text, which has a colon in the lines that were moved, in quotes."""
    last = run[-1]
    while last + 1 < len(lines) and indent_of(lines[last + 1]) > text.column:
        last += 1
    whole = "\n".join(lines[text.number : last + 1])
    mark = next((m for m in "\"'" if m not in whole), "")
    finding = finding._replace(
        remedy=f"Sett hele teksten i anførselstegn, for den inneholder kolon. {finding.remedy}"
    )
    if not mark or "\\" in whole or " #" in whole:
        return finding
    opener = lines[text.number]
    lines[text.number] = f"{opener[: text.start]}{mark}{opener[text.start :].rstrip()}"
    lines[last] = f"{lines[last].rstrip()}{mark}"
    rows = sorted({text.number, *run, last})
    return finding._replace(fix=Rewrite(tuple((n + 1, lines[n]) for n in rows)))
