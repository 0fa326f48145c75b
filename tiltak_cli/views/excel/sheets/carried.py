"""The sheet «Videreført»: what has become of the measures from the previous strategy's period."""

from functools import partial

from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.domain.sentences import short
from tiltak_cli.overview.carried_over import Carried, by_outcome
from tiltak_cli.views.excel.kit import palette
from tiltak_cli.views.excel.kit.book import Book
from tiltak_cli.views.excel.kit.table import Column, Place, Table, write_table
from tiltak_cli.views.excel.sheets import marks
from tiltak_cli.views.excel.sheets.shared import id_column, lead_column
from tiltak_cli.wording import Wording

LENGTH = 300


def wanted(book: Book) -> bool:
    """Where the strategy replaces another, or a measure comes from one."""
    return bool(book.register.strategy.previous or book.overview.carried_over)


def write(sheet: Worksheet, book: Book) -> None:
    """Write a row per measure with an origin; what is left unexplained is marked by a sign."""
    say, items = book.say, book.overview.carried_over
    about, sentence = say("carried.description"), _sentence(say, items)
    table = Table(
        title=_title(book),
        sentence=sentence,
        columns=_columns(book),
        items=items,
        description=about,
        frozen=2,
        air=4,
    )
    _add_marks(sheet, say, write_table(sheet, book, table))


def _columns(book: Book) -> tuple[Column[Carried], ...]:
    say, word = book.say, partial(_word, book.say)
    return (
        id_column(book, lambda c: c.measure),
        Column(say.label("tittel"), 33, lambda c: c.measure.title, nothing=say("carried.nothing")),
        lead_column(book, lambda c: c.measure),
        Column(say("carried.period"), 11.5, lambda c: _period(c.origin.period), wraps=False),
        Column(say("carried.former-id"), 11.5, lambda c: c.origin.id, wraps=False),
        Column(
            say("carried.status-then"), 13, lambda c: word(c.origin.status), wraps=False, key="then"
        ),
        Column(
            say("carried.status-now"),
            14,
            lambda c: word(c.measure.status or ""),
            wraps=False,
            key="now",
        ),
        Column(
            say("carried.outcome"),
            21,
            lambda c: say(f"outcome.{c.outcome}"),
            wraps=False,
            key="outcome",
        ),
        Column(say("carried.what"), 51, lambda c: short(say.phrases(c.said), LENGTH)),
    )


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


def _add_marks(sheet: Worksheet, say: Wording, places: dict[str, Place]) -> None:
    """The symbols of statuses and outcomes, before their words."""
    statuses = [(_word(say, s), f, palette.STATUSES[s]) for s, f in marks.STATUS_FORMATS.items()]
    outcomes = [
        (say(f"outcome.{outcome}"), shown, palette.OUTCOMES[outcome])
        for outcome, shown in marks.OUTCOME_FORMATS.items()
    ]
    for key, words in (("then", statuses), ("now", statuses), ("outcome", outcomes)):
        place = places[key]
        for word, shown, tint in words:
            rule = marks.rule(f'{place.first}="{word}"', shown, tint)
            sheet.conditional_formatting.add(place.cells, rule)


def _word(say: Wording, status: str) -> str:
    return say.word(status).capitalize()
