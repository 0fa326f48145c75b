"""What changed, in the terminal: the counts first, then each measure."""

from rich.console import RenderableType
from rich.text import Text

from tiltak_cli.changes.compare import Comparison
from tiltak_cli.changes.kinds import Change, Level
from tiltak_cli.domain.sentences import sentence
from tiltak_cli.views import report_words
from tiltak_cli.views.changes_words import headline, tally
from tiltak_cli.views.safe import one_line
from tiltak_cli.views.terminal.draw import grid, heading, render, text
from tiltak_cli.wording import Wording

MARKS = {Level.MAJOR: "●", Level.NORMAL: "·", Level.EDITORIAL: "~"}
SHOWN = 20
STYLES = {Level.MAJOR: "bold", Level.NORMAL: "", Level.EDITORIAL: "bright_black"}


def changes_text(comparison: Comparison, width: int, *, colours: bool) -> str:
    """The comparison as text, `width` columns wide."""
    parts: list[RenderableType] = [text(headline(comparison), "bold"), text(tally(comparison))]
    if comparison.all:
        parts += _counts(comparison)
    if comparison.general:
        parts.append(heading("Hele oversikten"))
        parts += [_change(change) for change in comparison.general]
    leads = {m.id: m.lead for m in (*comparison.old.measures, *comparison.new.measures)}
    for measure_id, changes in comparison.measures().items():
        title = Text(f"\n{one_line(measure_id)} {one_line(changes[0].title)}", style="bold")
        title.append(f"  {one_line(leads.get(measure_id, ''))}", style="not bold bright_black")
        parts.append(title)
        parts += [_change(change) for change in changes]
    if comparison.all:
        legend = "● vesentlig   · normal   ~ redaksjonell"
        parts += [Text(), Text(legend, style="bright_black")]
    return render(parts, width, colours=colours)


def since(comparison: Comparison, say: Wording) -> list[RenderableType]:
    """What has changed, in short: the counts, and what matters most, by measure."""
    parts: list[RenderableType] = [
        heading(one_line(say("report.changes", edition=comparison.old.edition))),
        text(f"{report_words.compared(comparison, say)} {report_words.tally(comparison, say)}"),
    ]
    rows = grid()
    rows.add_column(min_width=5, no_wrap=True)
    rows.add_column(ratio=1)
    told = 0
    groups = [comparison.general, *comparison.measures().values()]
    major = [[change for change in group if change.kind.level is Level.MAJOR] for group in groups]
    for changes in [group for group in major if group][:SHOWN]:
        first = changes[0]
        what = text(first.title or say("report.general"), "bold")
        for change in changes:
            what.append(f"\n{one_line(say.phrases(change.said))}", "not bold")
        rows.add_row(text(first.measure_id, "bold"), what)
        told += len(changes)
    if told:
        parts += [Text(), rows]
    if len(comparison.all) > told:
        parts.append(Text(say("report.more-by-diff", number=len(comparison.all) - told)))
    return parts


def _counts(comparison: Comparison) -> list[RenderableType]:
    rows = grid()
    rows.add_column(justify="right", min_width=4)
    rows.add_column()
    for kind, number in comparison.by_kind():
        rows.add_row(
            str(number), Text(f"{MARKS[kind.level]} {kind.heading}", style=STYLES[kind.level])
        )
    areas = " · ".join(f"mål {code}: {number}" for code, number in comparison.by_area().items())
    leads = " · ".join(f"{code}: {number}" for code, number in comparison.by_ministry().items())
    return [
        Text(),
        rows,
        Text(),
        text(f"Tiltak med endringer per målområde: {areas}"),
        text(f"Tiltak med endringer per ansvarlig: {leads}"),
    ]


def _change(change: Change) -> RenderableType:
    level = change.kind.level
    rows = grid()
    rows.add_column(min_width=4, justify="right")
    rows.add_column(ratio=1)
    what = Text(one_line(change.sentence), style=STYLES[level])
    if change.why:
        what.append(f" «{one_line(sentence(change.why))}»", style="not bold bright_black")
    rows.add_row(Text(MARKS[level]), what)
    return rows
