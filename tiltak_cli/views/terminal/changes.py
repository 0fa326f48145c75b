"""What changed, in the terminal: the counts first, then each measure."""

from tiltak_cli.changes.change import Change, Level
from tiltak_cli.changes.compare import Comparison
from tiltak_cli.views import brief
from tiltak_cli.views.alike import several
from tiltak_cli.views.changes.alike import apart
from tiltak_cli.views.changes.words import MARKS, detail, headline, past, spread, tally
from tiltak_cli.views.safe import one_line
from tiltak_cli.views.terminal.plain import folded_line, styled
from tiltak_cli.wording import NB

STYLES = {Level.MAJOR: "bold", Level.NORMAL: "", Level.EDITORIAL: "dim"}
LEGEND = "● vesentlig   · normal   ~ redaksjonell"


def changes_text(comparison: Comparison, width: int, *, colours: bool) -> str:
    """The comparison as text, `width` columns wide."""
    lines = _wrapped(headline(comparison), width, "bold", colours=colours)
    lines += _wrapped(tally(comparison), width, "", colours=colours)
    lines += _news(comparison, width, colours=colours)
    if comparison.all:
        lines += _counts(comparison, width, colours=colours)
    if comparison.cut:
        lines += ["", *_wrapped(past(comparison), width, "", colours=colours)]
    whole = (*comparison.general, *filter(None, [comparison.comments]))
    if whole:
        lines += ["", styled("Hele oversikten", "bold", colours=colours)]
        for change in whole:
            lines += _change(change, width, colours=colours)
    split = apart(comparison)
    for ids, changes in split.by_measures().items():
        lines += ["", *_wrapped(several(ids, NB), width, "bold", colours=colours)]
        for change in changes:
            lines += _change(change, width, colours=colours)
    for measure, changes in split.own:
        lead = one_line(measure.lead)
        title = one_line(f"{measure.id} {measure.title}")
        *above, last = folded_line(f"{title}  {lead}".rstrip(), width) or [""]
        named = last.removesuffix(lead)
        who = styled(lead, "dim", colours=colours) if len(named) < len(last) else ""
        lines += ["", *(styled(line, "bold", colours=colours) for line in above)]
        lines.append(styled(named, "bold", colours=colours) + who)
        for change in changes:
            lines += _change(change, width, colours=colours)
    if comparison.news or whole:
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


def _news(comparison: Comparison, width: int, *, colours: bool) -> list[str]:
    """«I korte trekk»: each claim, and after it the details."""
    news = brief.news(comparison)
    if news is None:
        return []
    lines = ["", styled(NB("brief.heading"), "bold", colours=colours)]
    for sentence in brief.told(news, NB):
        parts = (one_line(sentence.claim), "bold"), (one_line(sentence.details), "")
        lines += _in_two_styles(parts, width, f"{sentence.symbol} ", colours=colours)
    rest = one_line(brief.rest(news, NB))
    return [*lines, *folded_line(rest, width, first="  ", rest="  ")]


def _change(change: Change, width: int, *, colours: bool) -> list[str]:
    """A change's sentence, and after it the register's own words."""
    level = change.kind.level
    parts = (one_line(change.sentence), STYLES[level]), (one_line(detail(change)), "dim")
    return _in_two_styles(parts, width, f"   {MARKS[level]}  ", colours=colours)


def _in_two_styles(
    parts: tuple[tuple[str, str], tuple[str, str]], width: int, first: str, *, colours: bool
) -> list[str]:
    """Two texts after each other, each with its style, as lines below the `first` sign."""
    (ours, our_style), (theirs, their_style) = parts
    indent = len(first)
    lines = folded_line(f"{ours} {theirs}".rstrip(), width, first=first, rest=" " * indent)
    # The first style ends where the other text begins, in whatever line.
    left = len(ours)
    styles = []
    for number, line in enumerate(lines):
        mark, body = (line[:indent], line[indent:]) if number else (first, line[indent:])
        one, other = body[: max(left, 0)], body[max(left, 0) :]
        left -= len(body) + 1
        styles.append(
            mark
            + styled(one, our_style, colours=colours)
            + styled(other, their_style, colours=colours)
        )
    return styles
