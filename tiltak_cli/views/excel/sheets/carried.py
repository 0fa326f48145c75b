"""The sheet «Videreført»: what has become of the measures from the previous strategy's period."""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.domain.sentences import short
from tiltak_cli.overview.carried_over import Carried, by_outcome
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import FIRST_ROW, MEASURES, Book
from tiltak_cli.views.excel.kit.cells import link, put
from tiltak_cli.views.excel.kit.page import Page, set_up
from tiltak_cli.views.excel.kit.table import header, set_height, table
from tiltak_cli.views.excel.sheets import marks
from tiltak_cli.wording import Wording

ID, NAME, LEAD, PERIOD, FORMER, THEN, NOW, OUTCOME, WHAT = range(1, 10)
WIDTHS = (7, 36, 12.5, 11.5, 11.5, 13, 15, 21, 62)
LENGTH = 300


def wanted(book: Book) -> bool:
    """Where the strategy replaces another, or a measure comes from one."""
    return bool(book.register.strategy.previous or book.overview.carried_over)


def write(sheet: Worksheet, book: Book) -> None:
    """Write a row per measure with an origin; what is left unexplained is marked by a sign."""
    say = book.say
    carried_measures = book.overview.carried_over
    set_up(sheet, book, _title(book), _sentence(say, carried_measures), WIDTHS, Page())
    labels = _labels(say)
    header(sheet, labels, indented=[LEAD])
    rows = book.measure_rows()
    for row, carried in enumerate(carried_measures, FIRST_ROW):
        _carried(sheet, row, carried, say, rows.get(carried.measure.id))
    if not carried_measures:
        put(sheet, FIRST_ROW, NAME, say("carried.nothing"), styles.BODY)
    table(sheet, labels, len(carried_measures), say("carried.description"), frozen_columns=NAME)
    _add_marks(sheet, say, FIRST_ROW + max(len(carried_measures), 1) - 1)


def _title(book: Book) -> str:
    period = book.register.strategy.previous
    if not period:
        return book.say("carried.title")
    return book.say("carried.title-from", period=_period(period))


def _period(period: str) -> str:
    return period.replace("-", "–")


def _sentence(say: Wording, carried_measures: tuple[Carried, ...]) -> str:
    if not carried_measures:
        return say("carried.nothing")
    counts = [
        say("carried.count", word=say(f"outcome.{outcome}"), count=len(members))
        for outcome, members in by_outcome(carried_measures).items()
    ]
    return say("carried.sentence", number=len(carried_measures), outcomes=" ".join(counts))


def _labels(say: Wording) -> tuple[str, ...]:
    fields = [say.label(key) for key in ("id", "tittel", "ansvarlig")]
    keys = ("period", "former-id", "status-then", "status-now", "outcome", "what")
    return (*fields, *(say(f"carried.{key}") for key in keys))


def _carried(
    sheet: Worksheet, row: int, carried: Carried, say: Wording, target: int | None
) -> None:
    measure, origin = carried.measure, carried.origin
    cell = put(sheet, row, ID, measure.id, styles.ROW_LINK)
    if target:
        link(cell, say(MEASURES), target, measure.title)
    what = short(say.phrases(carried.said), LENGTH)
    texts = {
        NAME: measure.title,
        LEAD: measure.lead,
        PERIOD: _period(origin.period),
        FORMER: origin.id,
        THEN: _word(say, origin.status),
        NOW: _word(say, measure.status),
        OUTCOME: say(f"outcome.{carried.outcome}"),
        WHAT: what,
    }
    for column, text in texts.items():
        put(sheet, row, column, text, styles.ROW_APART if column == LEAD else styles.ROW)
    set_height(sheet, row, ((measure.title, NAME), (what, WHAT)), air=4)


def _add_marks(sheet: Worksheet, say: Wording, last: int) -> None:
    """The symbols of statuses and outcomes, before their words."""
    statuses = [(_word(say, s), f, palette.STATUSES[s]) for s, f in marks.STATUS_FORMATS.items()]
    outcomes = [
        (say(f"outcome.{outcome}"), shown, palette.OUTCOMES[outcome])
        for outcome, shown in marks.OUTCOME_FORMATS.items()
    ]
    for column, words in ((THEN, statuses), (NOW, statuses), (OUTCOME, outcomes)):
        letter = get_column_letter(column)
        for word, shown, tint in words:
            rule = marks.rule(f'{letter}{FIRST_ROW}="{word}"', shown, tint)
            sheet.conditional_formatting.add(f"{letter}{FIRST_ROW}:{letter}{last}", rule)


def _word(say: Wording, status: str) -> str:
    return say.word(status).capitalize()
