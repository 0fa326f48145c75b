"""What changed, in the terminal: the counts first, then each measure."""

from tiltak_cli.changes.change import Change, Level
from tiltak_cli.changes.compare import Comparison
from tiltak_cli.views.changes.words import MARKS, detail, headline, past, spread, tally
from tiltak_cli.views.safe import one_line
from tiltak_cli.views.terminal.plain import folded_line, styled

STYLES = {Level.MAJOR: "bold", Level.NORMAL: "", Level.EDITORIAL: "dim"}
LEGEND = "● vesentlig   · normal   ~ redaksjonell"
INDENT = 6


def changes_text(comparison: Comparison, width: int, *, colours: bool) -> str:
    """The comparison as text, `width` columns wide."""
    lines = _wrapped(headline(comparison), width, "bold", colours=colours)
    lines += _wrapped(tally(comparison), width, "", colours=colours)
    if comparison.all:
        lines += _counts(comparison, width, colours=colours)
    if comparison.cut:
        lines += ["", *_wrapped(past(comparison), width, "", colours=colours)]
    whole = (*comparison.general, *filter(None, [comparison.comments]))
    if whole:
        lines += ["", styled("Hele oversikten", "bold", colours=colours)]
        for change in whole:
            lines += _change(change, width, colours=colours)
    for measure, changes in comparison.measures():
        lead = one_line(measure.lead)
        title = one_line(f"{measure.id} {measure.title}")
        *above, last = folded_line(f"{title}  {lead}".rstrip(), width) or [""]
        named = last.removesuffix(lead)
        who = styled(lead, "dim", colours=colours) if len(named) < len(last) else ""
        lines += ["", *(styled(line, "bold", colours=colours) for line in above)]
        lines.append(styled(named, "bold", colours=colours) + who)
        for change in changes:
            lines += _change(change, width, colours=colours)
    if comparison.all or whole:
        lines += ["", styled(LEGEND, "dim", colours=colours)]
    return "\n".join([*lines, ""])


def _wrapped(text: str, width: int, style: str, *, colours: bool) -> list[str]:
    return [styled(line, style, colours=colours) for line in folded_line(one_line(text), width)]


def _counts(comparison: Comparison, width: int, *, colours: bool) -> list[str]:
    kinds = []
    for kind, number in comparison.by_kind():
        what = f"{MARKS[kind.level]} {kind.heading}"
        kinds.append(f"{number:4}  {styled(what, STYLES[kind.level], colours=colours)}")
    below = [line for text in spread(comparison) for line in folded_line(one_line(text), width)]
    return ["", *kinds, *([""] * bool(below)), *below]


def _change(change: Change, width: int, *, colours: bool) -> list[str]:
    """A change's sentence, and after it the register's own words."""
    level = change.kind.level
    sentence, own = one_line(change.sentence), one_line(detail(change))
    first = f"   {MARKS[level]}  "
    lines = folded_line(f"{sentence} {own}".rstrip(), width, first=first, rest=" " * INDENT)
    # The style of the sentence ends where the register's own words begin, in whatever line.
    left = len(sentence)
    styles = []
    for number, line in enumerate(lines):
        mark, body = (first, line[len(first) :]) if not number else (" " * INDENT, line[INDENT:])
        ours, theirs = body[: max(left, 0)], body[max(left, 0) :]
        left -= len(body) + 1
        styles.append(
            mark
            + styled(ours, STYLES[level], colours=colours)
            + styled(theirs, "dim", colours=colours)
        )
    return styles
