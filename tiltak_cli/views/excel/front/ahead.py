"""«Fremover» on the front page: how much is due soon, and the first of it."""

from collections.abc import Iterator

from tiltak_cli.domain.sentences import short
from tiltak_cli.overview.ahead import Due
from tiltak_cli.overview.summary import ahead
from tiltak_cli.views.excel.front.attention import CODE, QUIET
from tiltak_cli.views.excel.front.lines import SIZE, Line, Part, broken
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import MEASURES, Book
from tiltak_cli.views.report import tables

WHAT_LENGTH = 70
# What the deadlines of each quarter take: air, a heading, the quarters, and the numbers.
LOAD = 4
TEXT = styles.Style(size=SIZE, vertical="center")
BOLD = TEXT._replace(bold=True)
QUIET_BELOW = QUIET._replace(line=palette.LINE)


def ahead_lines(book: Book, width: float, most: int) -> list[Line]:
    """A heading, what is due within some days, how many later, and the first deadlines one by one.

    As much of it as so many lines have room for; nothing without a measure, or room for any of
    it. `width` is that of the texts, in characters.
    """
    seen, say = book.overview, book.say
    sentences = broken(say.phrases(ahead(seen)[0]), width)
    room = most - 1 - len(sentences)
    if not seen.measures or room < 0:
        return []
    lines = [Line((Part(0, say("ahead.heading"), styles.HEADING),))]
    lines += [Line((Part(0, text, TEXT),)) for text in sentences]
    load = tables.load(seen, say, full=False)
    if load.rows and room >= LOAD:
        lines += _load(load, say("front.load"))
        room -= LOAD
    due = seen.forecast.due
    shown = due if len(due) <= room else due[: max(room - 1, 0)]
    lines += [_due(book, each) for each in shown]
    if room and len(shown) < len(due):
        lines.append(Line((Part(1, say("front.more", number=len(due) - len(shown)), QUIET),)))
    return lines


def _load(load: tables.Section, heading: str) -> Iterator[Line]:
    """How many deadlines there are in each quarter, and later: a column for each."""
    columns = tuple(enumerate(load.columns[1:]))
    yield Line(())
    yield Line((Part(0, heading, BOLD),))
    yield Line(tuple(Part(n, label, QUIET_BELOW) for n, label in columns))
    yield Line(
        tuple(Part(n, int(load.sums[n]) if load.sums[n] else None, BOLD) for n, _ in columns)
    )


def _due(book: Book, due: Due) -> Line:
    """The measure, as a link, and when it or its milestone is due."""
    code = due.measure.id
    to = (book.title(MEASURES), book.measure_rows()[code])
    what = short(book.say.value(due.step or due.measure.title), WHAT_LENGTH)
    text = f"{book.say.value(due.deadline)}: {what}"
    return Line((Part(0, code, CODE, to, due.measure.title), Part(1, text, TEXT)))
