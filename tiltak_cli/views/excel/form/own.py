"""The sheet «Tiltak» of those who are responsible: what is asked on a row, and room to answer."""

from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.domain.measure import Measure
from tiltak_cli.overview.asked import Asked
from tiltak_cli.sources.workbook.shown import ASKED, FIELD_NAME
from tiltak_cli.views.excel.form.columns import (
    ASKED_WIDTH,
    drawn,
    fields_of,
    names,
    own_columns,
    page_of,
    to_read,
)
from tiltak_cli.views.excel.form.lacking import OWN_IDS, add_lacking
from tiltak_cli.views.excel.form.rules import add_rules
from tiltak_cli.views.excel.kit import styles
from tiltak_cli.views.excel.kit.book import FIRST_ROW, HEADER_ROW, Book
from tiltak_cli.views.excel.kit.page import define
from tiltak_cli.views.excel.kit.table import Column, Table, write_table
from tiltak_cli.views.excel.sheets.measures import add_marks
from tiltak_cli.wording import Wording


def write(sheet: Worksheet, book: Book) -> None:
    """Write a row for each measure that they lead, those that need most first."""
    say, form = book.say, book.form
    assert form  # noqa: S101 - there is no such sheet without one
    columns = columns_of(book)
    written = fields_of(tuple(shown for shown in own_columns(book) if shown.written))
    table = Table(
        title=say("form.own", names=names(book)),
        sentence=_sentence(book),
        columns=columns,
        items=form.own,
        description=say("form.own-description", fields=written[:8]),
        frozen=2 if columns[1].key == "tittel" else 1,
        air=4,
        empty=int(not form.own),
        page=page_of(book, columns),
    )
    places = write_table(sheet, book, table)
    for key, place in places.items():
        # By the name a reader sees which field a column was, whatever its heading says now.
        column = f"${place.letter}"
        define(sheet, f"{FIELD_NAME}{key}", f"{column}${HEADER_ROW}:{column}${place.last}")
    ids = places["id"]
    define(sheet, OWN_IDS, f"${ids.letter}${FIRST_ROW}:${ids.letter}${ids.last}")
    add_rules(sheet, book, columns, own_columns(book), places["id"].last)
    if form.own:
        add_lacking(sheet, say, places)
    add_marks(sheet, say, places)


def columns_of(book: Book) -> list[Column[Measure]]:
    """The columns, with what is asked after the title."""
    columns = [drawn(book, shown) for shown in own_columns(book)]
    place = 2 if [column.key for column in columns[1:2]] == ["tittel"] else 1
    columns.insert(place, _asked(book))
    return columns


def _sentence(book: Book) -> str:
    say, form = book.say, book.form
    if not form or not form.own:
        return say("form.own-none")
    text = say("form.own-sentence", number=len(form.own), day=book.overview.report_date)
    updated = any(shown.key == "oppdatert" for shown in own_columns(book))
    return f"{text} {say('form.own-updated')}" if updated else text


def _asked(book: Book) -> Column[Measure]:
    form = book.form
    asked = form.asked if form else {}

    def text(measure: Measure) -> str:
        return asked_text(asked[measure.id], book.say)

    return to_read(Column(book.say(ASKED), ASKED_WIDTH, text, styles.BODY))


def asked_text(asked: Asked, say: Wording) -> str:
    """Why, and what to do, on lines of their own."""
    why = say.phrases(asked.why)
    todo = [f"→ {say.phrase(each)}" for each in asked.todo]
    return "\n".join([why, *todo] if why else todo)
