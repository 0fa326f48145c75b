"""What has changed since an earlier edition, in short, as a part of the report."""

from rich.console import RenderableType
from rich.table import Column
from rich.text import Text

from tiltak_cli.changes.change import Kind, Level
from tiltak_cli.changes.compare import Comparison
from tiltak_cli.views import brief
from tiltak_cli.views.alike import several
from tiltak_cli.views.changes.alike import apart
from tiltak_cli.views.changes.words import tally
from tiltak_cli.views.report import words
from tiltak_cli.views.safe import one_line
from tiltak_cli.views.terminal.draw import fixed, grid, heading, more, text
from tiltak_cli.wording import Wording

SHOWN = 20


def news(comparison: Comparison, say: Wording) -> list[RenderableType]:
    """«I korte trekk»: a claim and its details in each row, and below them the rest."""
    summary = brief.news(comparison)
    if summary is None:
        return []
    rows = grid(fixed(width=1), Column(ratio=1))
    for sentence in brief.told(summary, say):
        what = text(sentence.claim, "bold")
        what.append(f" {one_line(sentence.details)}", "not bold")
        rows.add_row(text(sentence.symbol), what)
    rest = brief.rest(summary, say)
    if rest:
        rows.add_row(text(""), text(rest))
    title = say("brief.heading-since", edition=comparison.old.edition)
    return [heading(one_line(title)), rows]


def since(comparison: Comparison, say: Wording) -> list[RenderableType]:
    """What has changed, in short: the counts, and what matters most, by measure."""
    parts: list[RenderableType] = [
        heading(one_line(say("report.changes", edition=comparison.old.edition))),
        text(f"{words.compared(comparison, say)} {tally(comparison, say)}"),
    ]
    rows = grid(fixed(width=5), Column(ratio=1))
    shown = 0
    split = apart(comparison)
    groups = [
        ("", say("report.general"), comparison.general, 1),
        *(("", several(ids, say), each, len(ids)) for ids, each in split.by_measures().items()),
        *((measure.id, measure.title, changes, 1) for measure, changes in split.own),
    ]
    for code, title, changes, number in groups:
        major = [change for change in changes if change.kind.level is Level.MAJOR]
        if not major or rows.row_count == SHOWN:
            continue
        what = text(title, "bold")
        for change in major:
            what.append(f"\n{one_line(say.phrases(change.said))}", "not bold")
        rows.add_row(text(code, "bold"), what)
        # That a deadline has passed nobody has written; it is not among all the changes.
        shown += number * sum(change.kind is not Kind.BECAME_LATE for change in major)
    if rows.row_count:
        parts += [Text(), rows]
    return [*parts, *more(len(comparison.all) - shown, say, "report.more-by-diff")]
