"""«Dette bør ledelsen se på» on the front page: by forum what, whose, why, and what is asked."""

from collections.abc import Iterator, Sequence

from tiltak_cli.domain.sentences import short
from tiltak_cli.overview.agenda import agendas
from tiltak_cli.overview.attention import Attention
from tiltak_cli.overview.counts import Situation, situation
from tiltak_cli.overview.summary import asked, question
from tiltak_cli.views.excel.front.lines import SIZE, Line, Part, broken, fits
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import DIRECTIONS, MEASURES, Book
from tiltak_cli.views.symbols import SITUATION_SYMBOLS

TITLE_LENGTH, REASON_LENGTH, FORUM_LENGTH = 60, 150, 50
TITLE_LINES, REASON_LINES = 2, 2
# So many that there is no room for are named by their ids.
NAMED = 10
CODE = styles.LINK._replace(line="", wrap=False, vertical="center", size=SIZE)
TITLE = styles.Style(bold=True, vertical="center", size=SIZE)
QUIET = styles.Style(palette.QUIET, size=SIZE, vertical="center")
ASKED = styles.Style(palette.HEADING, size=SIZE, vertical="center")
BAND = styles.Style(palette.AREA, size=SIZE, bold=True, vertical="center")


def agenda_lines(book: Book, width: float, most: int) -> list[Line]:
    """As many of the weightiest items as so many lines have room for, and which there are more.

    `width` is that of the texts, in characters.
    """
    items = [item for item in book.overview.attention if not item.only_stale]
    stale = [item.code for item in book.overview.attention if item.only_stale]
    last = [_request(book, stale)] if stale else []
    if not items and not stale:
        return [Line((Part(0, book.say("attention.nothing"), TITLE._replace(bold=False)),))]
    lines = [_quiet(text) for text in last]
    # Each takes two lines or more.
    for number in range(min(len(items), max(most // 2, 1)), 0, -1):
        rest = [_name(book, item) for item in items[number:]]
        more = [rest_of(book, rest)] if rest else []
        below = broken(" · ".join((*more, *last)), width) if more or last else []
        lines = [*_lines(book, width, items, number), *map(_quiet, below)]
        if len(lines) <= most:
            break
    return lines


def _lines(book: Book, width: float, items: list[Attention], most: int) -> Iterator[Line]:
    # A forum decides all that is its own, also what there is no room for.
    sizes = {agenda.heading: agenda.size for agenda in agendas(book.overview, items)}
    for agenda in agendas(book.overview, items[:most]):
        if agenda.heading:
            heading = short(book.say.value(agenda.heading), FORUM_LENGTH)
            text = book.say("front.agenda", heading=heading, size=sizes[agenda.heading])
            yield Line((Part(0, text, BAND), Part(1, None, BAND)))
        for item in agenda.items:
            yield from _item(book, width, item, grouped=bool(agenda.heading))


def _item(book: Book, width: float, item: Attention, *, grouped: bool) -> Iterator[Line]:
    """The title, with the id as a link; then why, beside who leads the work, and what is asked.

    Several directions are named in the title, which is the link then.
    """
    sheet = book.title(MEASURES if item.measure else DIRECTIONS)
    symbol, title = SITUATION_SYMBOLS[_situation(book, item)], book.say.value(item.title)
    if item.code:
        place = book.measure_rows() if item.measure else book.direction_rows()
        shown = f"{symbol} {short(title, TITLE_LENGTH)}"
        to = (sheet, place[item.code])
        yield Line((Part(0, item.code, CODE, to, title), Part(1, shown, TITLE)))
    else:
        for text in _named(book, item, f"{symbol} ", width):
            yield Line((Part(1, text, CODE._replace(bold=False), (sheet, 1), title),))
    lead = item.measure.lead if item.measure else ""
    what = question(item) if grouped else asked(item, book.overview)
    why, todo = _reasons(book, item, width), f"→ {book.say.phrase(what)}"
    if fits(f"{why} {todo}", width):
        texts = [(f"{why} {todo}", QUIET)]
    else:
        texts = [(line, QUIET) for line in broken(why, width)]
        texts += [(line, ASKED) for line in broken(todo, width)]
    for number, (text, style) in enumerate(texts):
        under = palette.LINE if number == len(texts) - 1 else ""
        first = None if number else lead
        yield Line((
            Part(0, first, QUIET._replace(bold=True, line=under)),
            Part(1, text, style._replace(line=under)),
        ))  # fmt: skip


def _named(book: Book, item: Attention, symbol: str, width: float) -> list[str]:
    """As many directions as so many lines have room for, and how many more there are."""
    for number in range(len(item.codes), 0, -1):
        more = len(item.codes) - number
        codes = (*item.codes[:number], *[book.say("front.others", number=more)] * bool(more))
        lines = broken(f"{symbol}{book.say('attention.directions', directions=codes)}", width)
        if len(lines) <= TITLE_LINES:
            break
    return lines


def rest_of(book: Book, names: Sequence[str]) -> str:
    """How many there are that had no room, and which, where they are few."""
    key = "front.more-ids" if len(names) <= NAMED else "front.more"
    return book.say(key, number=len(names), ids=names)


def _request(book: Book, ids: Sequence[str]) -> str:
    """What is only not updated is no matter to decide."""
    key = "front.stale" if len(ids) <= NAMED else "front.stale-many"
    return book.say(key, number=len(ids), ids=ids)


def _quiet(text: str) -> Line:
    return Line((Part(1, text, QUIET),))


def _name(book: Book, item: Attention) -> str:
    """Directions without measures are one item, as where there is room for them."""
    return item.code or book.say("front.directions", number=len(item.codes))


def _reasons(book: Book, item: Attention, width: float) -> str:
    """The first reason, and as many more as there is room for."""
    text = ""
    for reason in item.said:
        more = short(f"{text} {book.say.phrase(reason)}".strip(), REASON_LENGTH)
        if text and (more.endswith("…") or len(broken(more, width)) > REASON_LINES):
            break
        text = more
    return text


def _situation(book: Book, item: Attention) -> Situation:
    """How a measure stands; nothing has started where a direction has no measures."""
    if item.measure is None:
        return Situation.NOT_STARTED
    return situation(item.measure, book.overview.report_date)
