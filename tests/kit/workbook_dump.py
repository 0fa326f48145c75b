"""Workbooks made from the examples, and everything that a person would see in one, as text."""

import io
from collections.abc import Iterator
from datetime import datetime
from functools import cache, lru_cache
from itertools import cycle
from typing import Any

from command import NEW, OLD
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.changes.compare import compare
from tiltak_cli.domain.register import Register
from tiltak_cli.overview.counts import overview
from tiltak_cli.sources.files import Source, read_path
from tiltak_cli.sources.register.load import load
from tiltak_cli.views.excel import DEFAULT, SHEETS, workbook
from tiltak_cli.views.excel.kit.assemble import assembled
from tiltak_cli.views.excel.kit.book import Book, Options


@cache
def example(path: str = str(NEW)) -> Register:
    source = read_path(path)
    assert isinstance(source, Source)
    register = load(source).register
    assert register
    return register


def made(register: Register, options: Options = DEFAULT) -> bytes:
    """A register's workbook; the example's are made once."""
    if register is example():
        return _example(options)
    return workbook(overview(register, register.as_of), options=options)


@cache
def _example(options: Options) -> bytes:
    return workbook(overview(example(), example().as_of), options=options)


@cache
def compared(options: Options = DEFAULT) -> bytes:
    """The example's workbook with the changes since the edition before."""
    new = example()
    return workbook(overview(new, new.as_of), compare(example(str(OLD)), new), options)


@cache
def few_compared(options: Options = DEFAULT) -> bytes:
    """The same of three measures, for what is not about how many they are."""
    new, old = (
        register._replace(measures=register.measures[:3])
        for register in (example(), example(str(OLD)))
    )
    return workbook(overview(new, new.as_of), compare(old, new), options)


def measures_sheet(options: Options, *, compared: bool = False) -> Worksheet:
    """The example's measures, without the sheets beside them: an eighth of the time."""
    new = example()
    comparison = compare(example(str(OLD)), new) if compared else None
    book = Book(overview(new, new.as_of), comparison, SHEETS, options)
    (sheet,) = opened(assembled(book, SHEETS[1:2], "Oversikt")).worksheets
    return sheet


@lru_cache(maxsize=16)
def opened(data: bytes) -> Workbook:
    """A workbook as another program reads it, to be looked at only."""
    return editable(data)


def editable(data: bytes) -> Workbook:
    """A workbook as another program reads it, to be changed."""
    return load_workbook(io.BytesIO(data))


def seen(book: Workbook) -> list[Worksheet]:
    """The sheets that people see."""
    return [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]


def many(count: int, first: int = 1) -> Register:
    """The example with its measures over and over, with ids in order from `first`."""
    register = example()
    repeated = zip(range(first, first + count), cycle(register.measures), strict=False)
    measures = (m._replace(id=f"T{number:03}", depends_on=()) for number, m in repeated)
    return register._replace(measures=tuple(measures))


def assert_same_cells(before: Workbook, after: Workbook) -> None:
    """The same sheets, tables and values, days as days: so it must be when saved elsewhere."""
    assert after.sheetnames == before.sheetnames
    for sheet in before.worksheets:
        again = after[sheet.title]
        assert set(again.tables) == set(sheet.tables)
        for cell in cells(sheet):
            found = again[cell.coordinate]
            assert found.value == cell.value
            assert isinstance(found.value, datetime) == isinstance(cell.value, datetime)


def cells(sheet: Worksheet) -> Iterator[Cell]:
    """Every cell that holds something."""
    for row in sheet.iter_rows():
        for cell in row:
            assert isinstance(cell, Cell)
            if cell.value is not None:
                yield cell


def dump(book: Workbook) -> str:
    """The workbook as text, one fact per line."""
    return "\n".join(
        (*_book_facts(book), *(f for s in book.worksheets for f in _sheet_facts(s)), "")
    )


def _book_facts(book: Workbook) -> Iterator[str]:
    facts = book.properties
    yield f"{facts.title} | {facts.subject} | {facts.creator} | {facts.language} | {facts.created}"
    custom: Any = getattr(book, "custom_doc_props")  # noqa: B009 - the types do not have it
    for fact in custom.props:
        yield f"egenskap {fact.name} = {fact.value}"
    for name, defined in book.defined_names.items():
        yield f"navn {name} = {defined.attr_text}"


def _sheet_facts(sheet: Worksheet) -> Iterator[str]:
    hidden = "" if sheet.sheet_state == "visible" else f" ({sheet.sheet_state})"
    yield f"\n== {sheet.title} {sheet.dimensions}{hidden}"
    yield f"frosset {sheet.freeze_panes}, gjentatt {sheet.print_title_rows}, del {sheet.print_area}"
    page, properties = sheet.page_setup, sheet.sheet_properties.pageSetUpPr
    assert properties
    yield (
        f"papir {page.paperSize} {page.orientation}, {page.fitToWidth} × {page.fitToHeight}, "
        f"tilpasset {properties.fitToPage}"
    )
    footer = sheet.oddFooter
    assert footer
    assert footer.left
    assert footer.center
    assert footer.right
    yield f"bunntekst {footer.left.text} | {footer.center.text} | {footer.right.text}"
    widths = (f"{letter} {column.width:g}" for letter, column in sheet.column_dimensions.items())
    yield f"bredder {', '.join(widths)}"
    for table in sheet.tables.values():
        assert table.autoFilter
        yield f"tabell {table.displayName} {table.ref}, filter {table.autoFilter.ref}"
    for rule in sheet.data_validations.dataValidation:
        yield f"regel {rule.sqref} {rule.type} {rule.formula1} {rule.formula2}"
        yield f"  avviser={bool(rule.showErrorMessage)} {rule.errorTitle} / {rule.error}"
        yield f"  hjelp {rule.promptTitle} / {rule.prompt}"
    for area in sheet.conditional_formatting:
        for mark in area.rules:
            number_format = mark.dxf.numFmt.formatCode if mark.dxf and mark.dxf.numFmt else ""
            lines = " strek" if mark.dxf and mark.dxf.border else ""
            yield f"merke {area.sqref} {mark.formula[0]} → {number_format}{lines}"
    if hidden:
        for row in sheet.iter_rows(values_only=True):
            # What stands in the cells is packed, and seen above.
            shown = (*row[:3], "…") if row[1:2] in (("celler",), ("helhet",)) else row
            yield " | ".join("" if v is None else str(v) for v in shown)
        return
    for cell in cells(sheet):
        yield _cell_fact(cell)


def _cell_fact(cell: Cell) -> str:
    value = cell.value
    shown = value.date().isoformat() if isinstance(value, datetime) else repr(value)
    fact = f"{cell.coordinate} {shown}"
    if cell.number_format != "General":
        fact += f" [{cell.number_format}]"
    if cell.comment:
        fact += f" («{cell.comment.text}»)"
    return f"{fact} → {cell.hyperlink.location}" if cell.hyperlink else fact
