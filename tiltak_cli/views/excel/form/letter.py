"""The letter in front: what to do, by when and to whom, before anything else."""

from collections.abc import Iterator

from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.changes.left_out import left_out
from tiltak_cli.domain.selection import left_out_of
from tiltak_cli.domain.sentences import short
from tiltak_cli.overview.asked import STEPS, Asked
from tiltak_cli.views.excel.form.columns import name_of, names
from tiltak_cli.views.excel.form.letter_rows import (
    BAND,
    BOLD,
    CODE,
    HEADING,
    LINK,
    LINKED,
    NUMBER,
    PLAIN,
    QUIET,
    SIGN,
    TEXT,
    WIDTHS,
    Cell,
    Line,
    height_of,
    legend,
    wide,
    write_line,
)
from tiltak_cli.views.excel.form.news import news_of
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import (
    FIRST_ROW,
    MEASURES,
    MILESTONES,
    NEW,
    TAKING_PART,
    Book,
)
from tiltak_cli.views.excel.kit.cells import put
from tiltak_cli.views.excel.kit.heights import lines
from tiltak_cli.views.excel.kit.page import Page, define_day, set_up
from tiltak_cli.views.excel.kit.styles import Style
from tiltak_cli.views.excel.sheets.deadlines import REPORT_DATE
from tiltak_cli.views.symbols import SITUATION_SYMBOLS

DATE_ROW = 3
# So many of those that they take part in are named.
MOST_IDS = 12
# So many measures are named one by one, and so many news told: the first that goes on one page.
AMOUNTS = ((5, 8), (4, 7), (3, 6), (3, 4), (2, 3), (1, 2))
# The height of the rows on a page, in points: A4 within its margins, at the 86 % that the width of
# the columns makes of it in Excel; LibreOffice has room for a little more.
PAGE_HEIGHT = 891
# Of which the title, to whom, and the date have this.
HEAD_HEIGHT = 66
TITLE_LENGTH, CONTACT_LENGTH = 100, 300


def write(sheet: Worksheet, book: Book) -> None:
    """Write the letter from the top; its rows are as high as their texts."""
    say, register = book.say, book.register
    title = say(_title_key(book), codes=book.options.audience)
    keeper = name_of(book, register.keeper)
    sentence = say("letter.to", names=names(book), keeper=keeper)
    set_up(sheet, book, title, sentence, WIDTHS, Page(upright=True, side=0.5))
    edition, day = short(register.edition, 40), book.overview.report_date
    status = say("letter.status", edition=edition, day=day)
    put(sheet, DATE_ROW, SIGN, status, styles.SENTENCE)
    sheet.row_dimensions[DATE_ROW].height = 18
    define_day(sheet, REPORT_DATE, day)
    row = DATE_ROW
    for row, line in enumerate(_on_one_page(book), DATE_ROW + 1):
        write_line(sheet, row, line)
    sheet.print_area = f"A1:D{row}"


def _title_key(book: Book) -> str:
    """What the letter is about: there may be nothing that they are to answer for."""
    form = book.form
    if form and form.own:
        return "letter.title"
    return "letter.title-part" if form and form.taking_part else "letter.title-new"


def _on_one_page(book: Book) -> list[Line]:
    """The lines below the date, of as many measures and news as one page has room for."""
    made: list[Line] = []
    for measures, news in AMOUNTS:
        made = [*_lines(book, measures, news)]
        if sum(map(height_of, made)) <= PAGE_HEIGHT - HEAD_HEIGHT:
            break
    return made


def _lines(book: Book, measures: int, news: int) -> Iterator[Line]:
    yield Line(air=8)
    yield from _band(book)
    yield Line(air=8)
    yield _heading(book.say("letter.todo"))
    yield from _todo(book, measures)
    yield from _news(book, news)
    yield Line(air=8)
    yield _heading(book.say("letter.how"))
    for number, key in enumerate(("write", "mend", "return"), 1):
        yield Line(air=3)
        yield Line((Cell(SIGN, str(number), NUMBER), wide(book.say(f"letter.{key}"))), air=7)
    yield Line(air=4)
    yield from legend(book)
    yield from _end(book)


def _heading(text: str) -> Line:
    rest = (Cell(column, None, HEADING) for column in (CODE, TEXT, LINK))
    return Line((Cell(SIGN, text, HEADING), *rest), air=6)


def _band(book: Book) -> Iterator[Line]:
    """By when and to whom, white on dark: it stands out on grey paper too."""
    say, due = book.say, book.options.due
    contact = short(book.options.contact, CONTACT_LENGTH) or name_of(book, book.register.keeper)
    first = (
        say("letter.due", weekday=say(f"weekday.{due.weekday()}"), day=due)
        if due
        else say("letter.no-due")
    )
    big = BAND._replace(size=16, bold=True, wrap=False)
    yield Line(_across(first, big), air=10)
    for text in _broken(say("letter.send", contact=contact), sum(WIDTHS) - 6):
        yield Line(_across(text, BAND._replace(wrap=False)), air=6)


def _across(text: str, style: Style) -> tuple[Cell, ...]:
    """A text that goes on over the cells after it, which are empty; no cells are merged."""
    rest = (Cell(column, None, style) for column in (CODE, TEXT, LINK))
    return (Cell(SIGN, text, style), *rest)


def _broken(text: str, width: float) -> Iterator[str]:
    """A text as lines that each fit a width."""
    line = ""
    for word in text.split():
        more = f"{line} {word}".strip()
        if line and lines(more, width) > 1:
            yield line
            more = word
        line = more
    yield line


def _todo(book: Book, most: int) -> Iterator[Line]:
    form, say = book.form, book.say
    assert form  # noqa: S101 - there is no letter without one
    pressing = [each for each in form.asked.values() if each.points][:most]
    for asked in pressing:
        yield from _asked(book, asked)
    sheet = book.title(MEASURES)
    if more := len(form.own) - len(pressing):
        text = say("letter.more", number=more)
        if not pressing:
            text = say("letter.nothing")
        yield from _item(text, say("letter.more-todo", sheet=sheet), (sheet, FIRST_ROW))
    if number := len(form.taking_part):
        few = number <= MOST_IDS
        key = "letter.taking-part" if few else "letter.taking-part-many"
        ids = tuple(measure.id for measure in form.taking_part)
        to = book.title(TAKING_PART)
        text = say(key, number=number, ids=ids)
        yield from _item(text, say("letter.taking-part-todo"), (to, FIRST_ROW))
    yield from _unclear(book)
    to = book.title(NEW)
    yield from _item(say("letter.new"), say("letter.new-todo", sheet=to), (to, FIRST_ROW))


def _unclear(book: Book) -> Iterator[Line]:
    """Which of their measures have no row because of faults, and who mends them."""
    theirs = left_out_of(book.register, book.options.audience)
    if text := book.say.phrases(left_out(theirs)):
        keeper = book.register.keeper
        yield from _item(text, book.say("letter.unclear-todo", keeper=keeper), None)


def _item(text: str, todo: str, to: tuple[str, int] | None) -> Iterator[Line]:
    """Something to do that is about no single measure, with a link to its sheet if it has one."""
    links = (Cell(LINK, to[0], LINKED, to),) if to else ()
    yield Line((wide(text, BOLD), *links))
    yield _last(f"→ {todo}")


def _last(text: str) -> Line:
    """The last line of an item, with a line under it."""
    under = PLAIN._replace(line=palette.LINE)
    rest = (Cell(column, None, under) for column in (SIGN, CODE, LINK))
    return Line((*rest, Cell(TEXT, text, under)), air=6)


def _asked(book: Book, asked: Asked) -> Iterator[Line]:
    """A measure: how it stands, why it is here, and what is asked."""
    say, measure = book.say, asked.measure
    situation = book.overview.standings[measure.id]
    to = (book.title(MEASURES), book.measure_rows()[measure.id])
    whose = f" ({measure.lead})" if len(book.options.audience) > 1 else ""
    tint = palette.SITUATIONS[situation]
    sign = Style(tint, horizontal="center", vertical="center")
    yield Line((
        Cell(SIGN, SITUATION_SYMBOLS[situation], sign),
        Cell(CODE, measure.id, LINKED._replace(indent=1), to),
        wide(short(measure.title, TITLE_LENGTH) + whose, BOLD),
        Cell(LINK, to[0], LINKED, to),
    ))  # fmt: skip
    steps = any(reason.field == STEPS for reason in asked.reasons)
    there = (book.title(MILESTONES), FIRST_ROW)
    also = (Cell(LINK, there[0], LINKED, there),) if steps else ()
    yield Line((wide(say.phrases(asked.why), QUIET), *also), air=2)
    for todo in asked.todo[:-1]:
        yield Line((wide(f"→ {say.phrase(todo)}"),), air=2)
    yield _last(f"→ {say.phrase(asked.todo[-1])}")


def _news(book: Book, most: int) -> Iterator[Line]:
    """What has changed in their measures since the edition compared with."""
    say, comparison = book.say, book.comparison
    if comparison is None:
        return
    news, more = news_of(book, most)
    yield Line(air=8)
    yield _heading(say("letter.news", edition=comparison.old.edition))
    if not news:
        yield Line((wide(say("letter.no-news")),))
    rows, sheet = book.measure_rows(), book.title(MEASURES)
    for each in news:
        first = each.measures[0]
        ids = tuple(measure.id for measure in each.measures)
        if len(ids) == 1:
            style = LINKED if first.id in rows else BOLD
            to = (sheet, rows[first.id]) if first.id in rows else None
            text = f"{short(first.title, 60)}: {each.text}"
            cells = (Cell(CODE, first.id, style._replace(indent=1), to), wide(text))
        else:
            cells = (
                Cell(CODE, None, PLAIN),
                wide(f"{book.say.format_field(ids, 'list')}: {each.text}"),
            )
        yield Line(cells, air=3)
    if more:
        yield Line((wide(say("letter.more-news", number=more), QUIET),), air=3)


def _end(book: Book) -> Iterator[Line]:
    say, form = book.say, book.form
    small = Style(palette.QUIET, size=10)
    yield Line(air=8)
    if form and form.left_out and book.comparison:
        edition = book.comparison.old.edition
        text = say("letter.left-out", number=form.left_out, edition=edition)
        yield Line((Cell(SIGN, text, small),), air=2)
    yield Line((Cell(SIGN, say("letter.end", keeper=book.register.keeper), small),), air=2)
