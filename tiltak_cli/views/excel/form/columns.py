"""The columns of the sheets that others fill in, as rows of data, and how their cells look."""

from functools import partial
from typing import NamedTuple

from tiltak_cli.domain.deadline import PartialDate
from tiltak_cli.domain.fields import BY_KEY, Field, Kind
from tiltak_cli.domain.measure import Measure
from tiltak_cli.sources.workbook.answers.layout import PENCIL
from tiltak_cli.sources.workbook.shown import ONGOING, OTHER_WORDS
from tiltak_cli.views.excel.kit import palette
from tiltak_cli.views.excel.kit.book import Book, Paper
from tiltak_cli.views.excel.kit.page import A3, A4, Page, readable
from tiltak_cli.views.excel.kit.styles import Style
from tiltak_cli.views.excel.kit.table import Column, Item, least_width_of
from tiltak_cli.views.excel.sheets import marks
from tiltak_cli.views.excel.sheets.columns import FieldColumn, width_of
from tiltak_cli.views.excel.sheets.measures import Past, field_column
from tiltak_cli.views.symbols import OVERDUE
from tiltak_cli.wording import Wording


class Shown(NamedTuple):
    """A field on a sheet: its key, its width in characters, and whether its cells look open."""

    key: str
    width: float
    written: bool = False


NOTHING = Past({}, {})
# What stands between the title and the rest on the sheet of those who are responsible.
ASKED_WIDTH = 27.0
OWN = (
    Shown("id", 7),
    Shown("tittel", 22),
    Shown("status", 17.5, written=True),
    Shown("vurdering", 13, written=True),
    Shown("frist", 13.5, written=True),
    Shown("opprinnelig_frist", 13.5),
    Shown("fremdrift", 24.5, written=True),
    Shown("avvik", 22, written=True),
    Shown("gjennomført", 14.5, written=True),
    Shown("resultat", 18, written=True),
    Shown("begrunnelse", 18, written=True),
    Shown("innlemmet_i", 14, written=True),
    Shown("prioritet", 12.5, written=True),
    Shown("deltakere", 13.5, written=True),
    Shown("oppdatert", 13, written=True),
)
# Where several fill in the same workbook, after the title.
WHOSE = Shown("ansvarlig", 12)
TAKING_PART = (
    Shown("id", 7),
    Shown("tittel", 28),
    Shown("ansvarlig", 12),
    Shown("status", 14.5),
    Shown("vurdering", 11.5),
    Shown("frist", 15),
    Shown("fremdrift", 34),
    Shown("avvik", 28),
    Shown("deltakere", 14),
    Shown("prioritet", 11),
    Shown("oppdatert", 12),
)
NEW = (
    Shown("id", 7),
    Shown("tittel", 28, written=True),
    Shown("beskrivelse", 40, written=True),
    Shown("målområder", 10, written=True),
    Shown("retningsvalg", 30, written=True),
    Shown("ansvarlig", 13, written=True),
    Shown("deltakere", 16, written=True),
    Shown("status", 17.5, written=True),
    Shown("prioritet", 12.5, written=True),
    Shown("start", 13, written=True),
    Shown("frist", 13.5, written=True),
    Shown("fremdrift", 34, written=True),
)


def own_columns(book: Book) -> tuple[Shown, ...]:
    """The columns of the sheet of those who are responsible: the usual ones, or as chosen.

    Those who lead nothing have nothing to write there.
    """
    columns = _own_columns(book)
    if book.form and not book.form.own:
        return tuple(column._replace(written=False) for column in columns)
    return columns


def _own_columns(book: Book) -> tuple[Shown, ...]:
    chosen = book.options.columns
    if chosen is None:
        whose = (WHOSE,) if len(book.options.audience) > 1 else ()
        return published(book, (*OWN[:2], *whose, *OWN[2:]))
    # Without the title nobody would know which measure a row is.
    title = () if BY_KEY["tittel"] in chosen else (OWN[1],)
    rest = [_chosen(field) for field in chosen if field.key != "id"]
    return published(book, (OWN[0], *title, *rest))


def published(book: Book, columns: tuple[Shown, ...]) -> tuple[Shown, ...]:
    """The columns without those of internal fields, where the workbook is public."""
    public = book.options.public
    return tuple(c for c in columns if BY_KEY[c.key].public or not public)


def fields_of(columns: tuple[Shown, ...]) -> tuple[Field, ...]:
    """The columns' fields."""
    return tuple(BY_KEY[column.key] for column in columns)


def _chosen(field: Field) -> Shown:
    plain = field.kind in OTHER_WORDS or not field.editable
    fixed = plain or field.key in ("tittel", "opprinnelig_frist")
    return Shown(field.key, width_of(field), written=not fixed)


def drawn(book: Book, column: Shown) -> Column[Measure]:
    """A field's column with the look that says whether to write in it.

    What has changed is told in the letter: a mark here would be taken for something to do.
    """
    field = BY_KEY[column.key]
    shown = FieldColumn(book.say.label(field), column.width, field)
    made = field_column(book, NOTHING, shown)
    if column.written:
        return to_write(made)
    if field.kind is Kind.PARTIAL_DATE:
        made = made._replace(look=partial(_deadline_look, book, field))
    return to_read(made)


def _deadline_look(book: Book, field: Field, measure: Measure, style: Style) -> Style:
    """A deadline that nobody writes here, in words, with a mark where it has passed."""
    say = book.say
    value: PartialDate | None = getattr(measure, field.attribute)
    late = field.key == "frist" and measure.overdue(book.overview.report_date)
    if late:
        style = style._replace(tint=palette.ALARM, bold=True)
    if field.key == "frist" and measure.ongoing:
        word = say.word(ONGOING)
        return style if word == ONGOING else style._replace(number_format=marks.in_words(word))
    return said_in_words(value, style, say, late=late)


def said_in_words(value: PartialDate | None, style: Style, say: Wording, *, late: bool) -> Style:
    """The style that says a deadline in words, «1. kvartal 2024», while its cell keeps the code."""
    if value is None or (value.is_day and not late):
        return style
    text = say.value(value) + OVERDUE * late
    if text == value.text:
        return style
    shown = marks.overdue_format(say) if value.is_day else marks.in_words(text)
    return style._replace(number_format=shown)


def to_write(column: Column[Item]) -> Column[Item]:
    """A column to write in: a pencil before its heading, and pale cells with an edge."""
    look = column.style
    style = look._replace(
        tint=palette.INPUT, edge=palette.INPUT_EDGE, line="", bold=False, indent=1
    )
    label = PENCIL + column.label
    # The pencil stays on the line of the word after it.
    together = column._replace(label=label.replace(" ", "\N{NO-BREAK SPACE}", 1), style=style)
    width = max(column.width, least_width_of(together))
    return column._replace(label=label, width=width, style=style, head=palette.HEADER)


def to_read(column: Column[Item]) -> Column[Item]:
    """A column that is only shown. Its texts stand away from those before them."""
    style = column.style._replace(indent=int(column.key != "id"))
    made = column._replace(style=style, head=palette.PLAIN_HEAD)
    return made._replace(width=max(column.width, least_width_of(made)))


def page_of(book: Book, columns: list[Column[Item]], *, small: bool = False) -> Page:
    """The page that a sheet is printed on. A `small` sheet has room enough on A4."""
    paper = A4 if small or book.options.paper is Paper.A4 else A3
    return readable([column.width for column in columns], Page(paper))


def names(book: Book) -> tuple[str, ...]:
    """Those who fill in the workbook, with their abbreviations: «Kunnskapsdepartementet (KD)»."""
    return tuple(name_of(book, code) for code in book.options.audience)


def name_of(book: Book, code: str) -> str:
    """An organisation by its name and abbreviation; by the latter alone where nobody knows it."""
    name = book.say.organisation(book.register.organisations, code, book.register.as_of)
    return name if name == code else f"{name} ({code})"
