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
from tiltak_cli.domain.fields import BY_KEY, FIELDS, Field
from tiltak_cli.domain.sentences import short
from tiltak_cli.sources.workbook.base import (
    ALL,
    CELLS,
    FORMAT,
    HEADER,
    PARTS,
    SHEET,
    WHOLE_MEASURES,
    head_hash,
)
from tiltak_cli.sources.workbook.fit import clean
from tiltak_cli.sources.workbook.shown import blanked
from tiltak_cli.sources.workbook.written import Written, packed, rows_of
from tiltak_cli.views.excel.kit.book import MEASURES, Book, Part
from tiltak_cli.views.excel.kit.cells import append_plain, canvas
from tiltak_cli.views.excel.kit.page import Page, set_up
from tiltak_cli.views.excel.sheets.columns import fields_of

TITLE = SHEET
TOOL = "tiltak"
# Below the limit of a cell, also where every letter counts as two.
PART = 16_000
WIDTHS = (9, 20, 6, 120)
# They have a sheet of their own.
SHOWN_ANYWAY = (BY_KEY["milepæler"],)


class Content(NamedTuple):
    """The id and the canonical text of each measure, and the hash of them."""

    measures: tuple[tuple[str, str], ...]
    hash: str


def content_of(book: Book) -> Content:
    """The exported measures as canonical texts."""
    measures = tuple(
        (measure.id, canonical(plain_measure(measure, part.fields)))
        for part in parts_of(book)
        for measure in part.measures
    )
    return Content(measures, content_hash(("", text) for _, text in measures))


def parts_of(book: Book) -> tuple[Part, ...]:
    """The measures with the fields that the base has of them: those that the workbook shows."""
    if book.parts:
        return tuple(p._replace(fields=_carried(p.columns, p.fields)) for p in book.parts)
    columns = fields_of(book.options)
    fields = _carried(columns, SHOWN_ANYWAY)
    return (Part(MEASURES, columns, fields, book.overview.measures),)


def _carried(columns: tuple[Field, ...], elsewhere: tuple[Field, ...]) -> tuple[Field, ...]:
    """Fields that have a column, or are shown elsewhere, in their order."""
    shown = {field.key for field in (*columns, *elsewhere)}
    # A measure that is ongoing says so where its deadline would be.
    shown |= {"løpende"} if "frist" in shown else set()
    return tuple(field for field in FIELDS if field.key in shown)


def write(sheet: Worksheet, book: Book) -> None:
    """Write the rows about the workbook, and each measure."""
    set_up(sheet, book, TITLE, book.say("base.sentence"), WIDTHS, Page())
    content = content_of(book)
    append_plain(sheet, lambda: [HEADER, *_rows(sheet, book, content)])
    _describe(sheet.parent, book, content)


def _describe(made: Any, book: Book, content: Content) -> None:  # noqa: ANN401
    """Say the format, the revision and the hash in the document's own properties too.

    The library's types do not know these properties of a workbook.
    """
    facts = {
        "format": str(format_of(book)),
        "revisjon": clean(short(book.options.revision, 200)),
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
    written = Written(sheets, made.notes, edited)
    if book.parts:
        return written
    fields = [field.key for field in parts_of(book)[0].fields]
    return blanked(written, fields, book.say)


def _head(book: Book, content: Content) -> dict[str, Any]:
    register, options = book.register, book.options
    strategy, parts = register.strategy, parts_of(book)
    carried = {field.key for part in parts for field in part.fields}
    sheets = [
        [part.sheet, [f.key for f in part.columns], [f.key for f in part.fields], _ids(part)]
        for part in book.parts and parts
    ]
    return {
        "format": format_of(book),
        "verktøy": TOOL,
        "strategi": strategy.title,
        "periode": f"{strategy.first_year}-{strategy.last_year}",
        "utgave": register.edition,
        "per_dato": register.as_of.isoformat(),
        "ansvarlig": register.keeper,
        "rapportdato": book.overview.report_date.isoformat(),
        "språk": options.language.value,
        "kolonner": [field.key for field in parts[0].columns],
        "felt": [field.key for field in FIELDS if field.key in carried],
        "målgruppe": "offentlig" if options.public else "intern",
        "tiltak_i_alt": len(register.measures),
        "mottakere": options.audience,
        "revisjon": options.revision,
        "innhold": content.hash,
    } | ({PARTS: sheets} if sheets else {})


def _ids(part: Part) -> list[str]:
    return [measure.id for measure in part.measures]


def format_of(book: Book) -> int:
    """The number of the layout: a workbook of several parts is none that older tools can read."""
    return FORMAT if book.parts else WHOLE_MEASURES


def _parts(measure: str, key: str, text: str) -> Iterator[tuple[str, str, str, str]]:
    """A value's rows: one, or as many as its length needs."""
    for number, start in enumerate(range(0, len(text), PART), 1):
        yield measure, key, str(number), text[start : start + PART]
