"""After a fault in the YAML: what can still be read, measure by measure and field by field.

The lines at fault are blanked out, and what stood there is known to be unread: nothing is said of
it but the fault itself.
"""

from itertools import chain
from typing import NamedTuple

from tiltak_cli.findings import Finding
from tiltak_cli.rules import file_rules
from tiltak_cli.rules.base import HEAD
from tiltak_cli.sources.yaml.blanks import (
    EVERY_FIELD,
    Part,
    Stopped,
    parts_of,
    stopped,
)
from tiltak_cli.sources.yaml.broken.again import (
    document_ends,
    fences,
    heads_again,
    titles_again,
)
from tiltak_cli.sources.yaml.broken.dressed import dressed, from_listings, links
from tiltak_cli.sources.yaml.broken.headless import headless
from tiltak_cli.sources.yaml.broken.joined import split_names
from tiltak_cli.sources.yaml.broken.level import flush_left, level_lists
from tiltak_cli.sources.yaml.broken.names import nameless, parts_undashed, unnamed, untitled
from tiltak_cli.sources.yaml.broken.opened import (
    braces_opened,
    items_below,
    list_opened,
    name_of_list,
)
from tiltak_cli.sources.yaml.broken.outdented import outdented
from tiltak_cli.sources.yaml.broken.parts import dash_each, numbered
from tiltak_cli.sources.yaml.broken.signs import dashes_alone, odd_dashes, with_dashes
from tiltak_cli.sources.yaml.broken.strange import commas_after, from_diffs, notes, strange
from tiltak_cli.sources.yaml.careful import MAX_FINDINGS, read_with_places
from tiltak_cli.sources.yaml.conflicts import without_conflicts
from tiltak_cli.sources.yaml.events import Tree
from tiltak_cli.sources.yaml.faults import explained
from tiltak_cli.sources.yaml.lines import LINE_BREAK, Stop
from tiltak_cli.sources.yaml.starts import (
    dash_again,
    dash_before_field,
    head_in_list,
    moved,
    odd_blanks,
    tabs_after_dashes,
    undashed,
)

# So many faults in one measure are told; with more, the rest of it is left.
ATTEMPTS = 8
# Faults of one line; others may have taken the lines below with them.
OF_A_LINE = frozenset(rule.code for rule in (file_rules.INDENT, file_rules.TAB, file_rules.SYNTAX))
# What is put right in the lines before anything else is read of them, and told of.
MENDED = (
    fences,
    from_listings,
    from_diffs,
    dressed,
    links,
    strange,
    commas_after,
    split_names,
    head_in_list,
    tabs_after_dashes,
    heads_again,
    titles_again,
    list_opened,
    items_below,
    flush_left,
    odd_dashes,
    braces_opened,
    dash_each,
    unnamed,
    untitled,
    parts_undashed,
    odd_blanks,
    level_lists,
    dash_again,
    dash_before_field,
    outdented,
    undashed,
    notes,
)
# The same, after which some fields are not known.
HIDING = (nameless, numbered, headless)
BELOW_TOO = " Det samme gjelder linjene under."
CUT_SHORT = " Er filen kuttet, så hent resten av den fra git."
REST_UNREAD = " Resten av tiltaket er ikke kontrollert."


class Recovered(NamedTuple):
    """What could be read after all: the tree of what is left, with every fault.

    `silent` are lines (from 1) of which nothing more is to be said. `outline` is the text with the
    dash of every measure where it should be. `text` is what was read in the end: what was put right
    stands as it was read, and what could not be read is blank.
    """

    tree: Tree
    silent: tuple[range, ...]
    outline: str
    text: str = ""


def recover(name: str, text: str) -> Recovered | None:
    """Read what is left of a register's text when its faults are taken out, or None."""
    written = LINE_BREAK.split(text)
    findings, lines, silent, complete = without_conflicts(name, written)
    more, whole = document_ends(name, lines)
    findings += more
    about_dashes, dashes = dashes_alone(name, lines)
    findings += about_dashes
    for mend in MENDED:
        findings += mend(name, lines)
    gone: list[tuple[int, str]] = []
    for hide in HIDING:
        faults, unknown = hide(name, lines)
        findings += faults
        gone += unknown
    parts = parts_of(lines)
    if parts is None:
        return None
    findings += filter(
        None, (name_of_list(name, lines, parts[0].end), *(moved(name, p) for p in parts))
    )
    outline = "\n".join(lines)
    # The first is the last: both stand in the order of the text.
    waiting = silent[::-1]
    for part in parts:
        part.mark_unnamed()
        part.unread.update(field for row, field in gone if part.first <= row < part.end)
        findings += _mend(name, part)
        if len(findings) >= MAX_FINDINGS:
            return _too_many(findings, silent, outline)
        while waiting and waiting[-1].stop <= part.first + 1:
            waiting.pop()
        for row in reversed(waiting):
            if row.start > part.end:
                break
            part.hide(written[row.start - 1 : row.stop - 1])
    findings = [_cut_short(finding, parts[-1], written) for finding in findings]
    tree = _whole(name, lines, parts, findings)
    if tree is None or not isinstance(tree.data, dict):
        return None
    parts[0].keep_strategy()
    hidden = [part for part in parts if part.dash is not None and "id" in part.unread]
    kept = [part.keep() for part in hidden]
    complete = complete and whole and all(kept)
    tree = (
        read_with_places(name, "\n".join(lines))
        if hidden or "strategi" in parts[0].unread
        else tree
    )
    doubt = frozenset(chain(*silent))
    certain = [
        f if f in about_dashes else with_dashes(f, dashes)
        for f in findings
        if f.code == file_rules.CONFLICT.code or f.place.line not in doubt
    ]
    unread = {n: frozenset(part.unread) for n, part in enumerate(parts, HEAD) if part.unread}
    return Recovered(
        tree._replace(findings=(*certain, *tree.findings), unread=unread, complete=complete),
        tuple(silent),
        outline,
        "\n".join(lines),
    )


def _cut_short(finding: Finding, last: Part, written: list[str]) -> Finding:
    """A finding; in a last line that does not end, the rest of the file may be gone too.

    Of what the last measure has not, nothing is said then.
    """
    at_end = written[-1].strip() and finding.place.line == len(written)
    if not at_end or last.dash is None:
        return finding
    last.mark_cut()
    return finding._replace(remedy=f"{finding.remedy}{CUT_SHORT}", fix=None)


def _too_many(findings: list[Finding], silent: list[range], outline: str) -> Recovered:
    """The first of the faults, where the rest would not help."""
    findings = findings[:MAX_FINDINGS]
    findings[-1] = _and_no_more(findings[-1], " Resten av filen er ikke kontrollert.")
    tree = Tree(None, lambda: None, tuple(findings), readable=False)
    return Recovered(tree, tuple(silent), outline)


def _mend(name: str, part: Part) -> list[Finding]:
    """Blank out a part's faults one by one, and tell of each."""
    findings: list[Finding] = []
    for _ in range(ATTEMPTS):
        stop = stopped(part.lines, part.first, part.end)
        if stop is None:
            return _as_one(findings, part)
        finding = _explained(name, part.lines, stop)
        if (finding.place, finding.code) not in {(f.place, f.code) for f in findings}:
            findings.append(finding)
        if part.shift(finding.fix) or _blank(part, finding, stop):
            continue
        break
    findings = _as_one(findings, part)
    if part.dash is not None and stopped(part.lines, part.first, part.end):
        part.blank_all()
        findings[-1] = _and_no_more(findings[-1])
    return findings


def _as_one(findings: list[Finding], part: Part) -> list[Finding]:
    """The same of lines that follow each other, in the same column, is one cause: the first."""
    kept: list[Finding] = []
    last = -1
    for finding in findings:
        line = finding.place.line
        same = (
            kept
            and finding.code == kept[-1].code == file_rules.INDENT.code
            and not (finding.fix or kept[-1].fix)
            and finding.place.column == kept[-1].place.column
            and not any(
                row.strip() for row in part.original[last - part.first : line - 1 - part.first]
            )
        )
        if not same:
            kept.append(finding)
        elif not kept[-1].remedy.endswith(BELOW_TOO):
            kept[-1] = _and_no_more(kept[-1], BELOW_TOO)
        last = line
    return kept


def _blank(part: Part, finding: Finding, stop: Stopped) -> bool:
    """Blank out as little as may be of what a fault is in; false where nothing is left."""
    fault_line = finding.place.line - 1
    if finding.code in OF_A_LINE and "flow" not in stop.context and part.blank_line(fault_line):
        return True
    return any(
        part.blank_item(line) or part.blank_field(line)
        for line in (fault_line, stop.mark.line, stop.mark.line - 1)
        if part.first <= line < part.end
    )


def _explained(name: str, lines: list[str], stop: Stopped) -> Finding:
    return explained(
        Stop(
            name=name,
            lines=lines,
            problem=stop.problem,
            context=stop.context,
            mark=stop.mark,
            start=stop.start,
        )
    )


def _and_no_more(finding: Finding, rest: str = REST_UNREAD) -> Finding:
    return finding._replace(remedy=finding.remedy + rest)


def _whole(name: str, lines: list[str], parts: list[Part], findings: list[Finding]) -> Tree | None:
    """What is left, read as one; measures that do not fit in among the others are taken out."""
    for _ in range(ATTEMPTS):
        tree = read_with_places(name, "\n".join(lines))
        if tree.readable:
            return tree
        stop = stopped(lines, 0, len(lines))
        if stop is None:
            return None
        finding = _explained(name, lines, stop)
        line = finding.place.line - 1
        part = next((part for part in parts if part.first <= line < part.end), None)
        if part is None or part.dash is None or part.unread >= EVERY_FIELD:
            return None
        findings.append(_and_no_more(finding))
        part.blank_all()
    return None
