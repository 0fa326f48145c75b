"""The hidden sheet `_meta`: what the workbook was made from, so that edits can be brought back.

`sources/workbook/base.py` says how it is laid out and reads it; `domain/canonical.py` says how
values are written. A workbook is sent to others, who see all that is in it: what no column shows,
no measure and no field, is not here either.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from openpyxl.packaging.custom import StringProperty
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.domain.canonical import canonical, content_hash, plain_measure
from tiltak_cli.domain.fields import FIELDS, Field
from tiltak_cli.domain.sentences import short
from tiltak_cli.sources.workbook.base import ALL, CELLS, FORMAT, HEADER, SHEET, head_hash
from tiltak_cli.sources.workbook.fit import clean
from tiltak_cli.sources.workbook.shown import blanked
from tiltak_cli.sources.workbook.written import Written, packed, rows_of
from tiltak_cli.views.excel.kit.book import Book, Options
from tiltak_cli.views.excel.kit.cells import append_plain, canvas
from tiltak_cli.views.excel.kit.page import Page, set_up
from tiltak_cli.views.excel.sheets.columns import fields_of

TITLE = SHEET
TOOL = "tiltak"
# Below the limit of a cell, also where every letter counts as two.
PART = 16_000
WIDTHS = (9, 20, 6, 120)
# They have a sheet of their own.
SHOWN_ANYWAY = {"milepæler"}


class Content(NamedTuple):
    """The id and the canonical text of each measure, and the hash of them."""

    measures: tuple[tuple[str, str], ...]
    hash: str


def content_of(book: Book) -> Content:
    """The exported measures as canonical texts."""
    fields = carried_fields(book.options)
    measures = tuple(
        (measure.id, canonical(plain_measure(measure, fields)))
        for measure in book.overview.measures
    )
    return Content(measures, content_hash(("", text) for _, text in measures))


def carried_fields(options: Options) -> tuple[Field, ...]:
    """The fields that the base has: those that the workbook shows, on whichever sheet."""
    shown = {field.key for field in fields_of(options)} | SHOWN_ANYWAY
    # A measure that is ongoing says so where its deadline would be.
    shown |= {"løpende"} if "frist" in shown else set()
    return tuple(field for field in FIELDS if field.key in shown)


def write(sheet: Worksheet, book: Book) -> None:
    """Write the rows about the workbook, and each measure."""
    set_up(sheet, book, TITLE, book.say("base.sentence"), WIDTHS, Page())
    content = content_of(book)
    append_plain(sheet, lambda: [HEADER, *_rows(sheet, book, content)])
    _describe(sheet.parent, book.options.revision, content)


def _describe(made: Any, revision: str, content: Content) -> None:  # noqa: ANN401
    """Say the format, the revision and the hash in the document's own properties too.

    The library's types do not know these properties of a workbook.
    """
    facts = {
        "format": str(FORMAT),
        "revisjon": clean(short(revision, 200)),
        "innhold": content.hash,
    }
    for name, fact in facts.items():
        if fact:
            made.custom_doc_props.append(StringProperty(name=f"{TOOL}-{name}", value=fact))


def _rows(sheet: Worksheet, book: Book, content: Content) -> Iterator[tuple[str, str, str, str]]:
    facts = {**_head(book, content), CELLS: packed(_written(sheet, book))}
    head = {key: canonical(value) for key, value in facts.items()}
    for key, text in {**head, ALL: canonical(head_hash(head))}.items():
        yield from _parts("", key, text)
    for identity, text in content.measures:
        yield from _parts(clean(identity) or "?", "", text)


def _written(sheet: Worksheet, book: Book) -> Written:
    """What stands in the cells of the other sheets, but for what the measures say."""
    made = canvas(sheet)
    sheets = {title: rows_of(rows) for title, rows in made.values.items() if title != TITLE}
    edited = [book.title(each.key) for each in book.sheets if each.edited]
    fields = [field.key for field in carried_fields(book.options)]
    return blanked(Written(sheets, made.notes, edited), fields, book.say)


def _head(book: Book, content: Content) -> dict[str, Any]:
    register, options = book.register, book.options
    strategy = register.strategy
    return {
        "format": FORMAT,
        "verktøy": TOOL,
        "strategi": strategy.title,
        "periode": f"{strategy.first_year}-{strategy.last_year}",
        "utgave": register.edition,
        "per_dato": register.as_of.isoformat(),
        "ansvarlig": register.keeper,
        "rapportdato": book.overview.report_date.isoformat(),
        "språk": options.language.value,
        "kolonner": [field.key for field in fields_of(options)],
        "felt": [field.key for field in carried_fields(options)],
        "målgruppe": "offentlig" if options.public else "intern",
        "tiltak_i_alt": len(register.measures),
        "mottakere": options.audience,
        "revisjon": options.revision,
        "innhold": content.hash,
    }


def _parts(measure: str, key: str, text: str) -> Iterator[tuple[str, str, str, str]]:
    """A value's rows: one, or as many as its length needs."""
    for number, start in enumerate(range(0, len(text), PART), 1):
        yield measure, key, str(number), text[start : start + PART]
