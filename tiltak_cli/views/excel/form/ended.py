"""The sheet «Avsluttet»: measures that have ended, for information."""

from datetime import date

from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.domain.measure import Measure, Status
from tiltak_cli.views.excel.form.columns import page_of, to_read
from tiltak_cli.views.excel.kit import styles
from tiltak_cli.views.excel.kit.book import Book
from tiltak_cli.views.excel.kit.table import Column, Table, write_table
from tiltak_cli.views.excel.sheets.measures import add_marks
from tiltak_cli.wording import NB


def wanted(book: Book) -> bool:
    """Whether there is anything to show."""
    return bool(book.form and book.form.ended)


def title_of(book: Book) -> str:
    """«Avsluttet siden utgave 2023-2»; where nothing is compared with, all of them."""
    if book.comparison is None:
        return book.say("form.ended")
    return book.say("form.ended-since", edition=book.comparison.old.edition)


def write(sheet: Worksheet, book: Book) -> None:
    """Write a row for each, with what came of it."""
    say, form = book.say, book.form
    assert form  # noqa: S101 - there is no such sheet without one
    columns = columns_of(book)
    table = Table(
        title=title_of(book),
        sentence=say("form.ended-sentence", number=len(form.ended)),
        columns=columns,
        items=form.ended,
        description=say("form.ended-description"),
        frozen=2,
        air=6,
        page=page_of(book, columns, small=True),
    )
    add_marks(sheet, say, write_table(sheet, book, table))


def columns_of(book: Book) -> list[Column[Measure]]:
    """The columns, none of them to write in."""
    plain, say = styles.BODY, book.say
    columns: list[Column[Measure]] = [
        Column(say.label("id"), 7, lambda m: m.id, styles.CODE),
        Column(say.label("tittel"), 34, lambda m: m.title, styles.STRONG),
        Column(say.label("ansvarlig"), 14, lambda m: ", ".join(m.responsible), plain),
        Column(say.label("status"), 17, lambda m: NB.value(m.status), plain, key="status"),
        Column(say("form.ended-on"), 13, _day, plain, days=True),
        Column(say("form.outcome"), 76, _outcome, plain),
    ]
    return [to_read(column) for column in columns]


def _day(measure: Measure) -> date | None:
    return measure.completed


def _outcome(measure: Measure) -> str:
    return measure.result if measure.status is Status.COMPLETED else measure.reason
