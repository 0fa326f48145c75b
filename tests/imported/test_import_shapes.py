"""A workbook is read alike in the shapes that other programs save it in."""

import pytest
from other_programs import (
    BOOK,
    LINKS,
    Reshape,
    cell,
    on,
    on_sheets,
    prefixed,
    reshaped,
    shared_strings,
    without,
)
from returned_books import small
from workbook_edits import FILL_IN, MEETING, brought, lines_of

PRIORITY = cell("I5", 't="inlineStr"><is><t>lav</t></is>')
EDITED = "I5 T001.prioritet: høy → lav"
PREAMBLE = '\ufeff<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<'
EMPTY_ROWS = "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(900, 1000))
# What each does to the workbook in which a cell is written in, and nothing else is read of it.
SHAPES: dict[str, tuple[Reshape, ...]] = {
    "shared strings": (shared_strings,),
    "prefixed": (prefixed,),
    "prefixed and shared": (shared_strings, prefixed),
    "no size of its own": (on_sheets(r"<dimension [^>]*/>", ""),),
    "an untrue size": (on_sheets(r'(?<=<dimension ref=")[^"]*', "A1"),),
    "no looks": (without("xl/styles.xml", "xl/theme/.*"), on_sheets(r' s="\d+"', "")),
    "no tables": (without(r"xl/tables/.*", r"xl/worksheets/_rels/.*"),
                  on_sheets(r"<tableParts.*?</tableParts>", "")),
    "no names": (on(BOOK, r"<definedNames>.*</definedNames>", ""),),
    "lost names": (on(BOOK, r"'Tiltak'![^<]*", "#REF!"),),
    "paths from the book": (on(LINKS, r'Target="/xl/', 'Target="'),),
    "a chain of formulas": (lambda parts: parts.update({"xl/calcChain.xml": "<calcChain/>"}),),
    "no properties": (without(r"docProps/custom\.xml"),),
    "a preamble": (on(r"xl/.*\.xml", r"\A<", PREAMBLE),),
    "not frozen": (on_sheets(r"<sheetViews>.*?</sheetViews>", ""),),
    "only hidden": (on(BOOK, "veryHidden", "hidden"),),
    "another order": (on(BOOK, r"(<sheets>)(<sheet .*?/>)(<sheet .*?/>)", r"\1\3\2"),),
    "texts as results": (on_sheets(
        r't="inlineStr"><is><t(?: [^>]*)?>(.*?)</t></is>', r't="str"><v>\1</v>'),),
    "no places": (on("xl/worksheets/sheet2.xml", r'<c r="[A-Z]+\d+"', "<c"),),
    "rows without numbers": (on_sheets(r'<row r="\d+"', "<row"),),
    "other formats of days": (on("xl/styles.xml", r'formatCode="dd\.mm\.yyyy"',
                                 'formatCode="[$-414]d\\. mmmm\\ yyyy;@"'),),
    "days as texts": (on_sheets(r't="n"><v>45446\.0</v>', 't="d"><v>2024-06-03</v>'),),
    "numbers with exponents": (on_sheets(r"<v>45446\.0</v>", "<v>4.5446E4</v>"),),
    "escaped line breaks": (on_sheets(r"\n", "_x000D_\n"),),
    "empty rows below": (on_sheets("</sheetData>", f"{EMPTY_ROWS}</sheetData>"),),
    "what nobody knows": (on_sheets("</worksheet>", '<extLst><ext uri="{0}"><x14:a xmlns:x14="u"/>'
                                    "</ext></extLst></worksheet>"),),
}  # fmt: skip


@pytest.mark.wide
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_the_shape_of_a_workbook_is_no_change(shape: tuple[Reshape, ...]) -> None:
    assert lines_of(brought(reshaped(small(MEETING), *shape))) == ""
    assert lines_of(brought(reshaped(small(MEETING), PRIORITY, *shape))) == EDITED


@pytest.mark.wide
@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_the_shape_of_a_workbook_to_fill_in_is_no_change(shape: tuple[Reshape, ...]) -> None:
    assert lines_of(brought(reshaped(small(FILL_IN), *shape))) == ""


# What a cell holds in the file, and what is read of it.
CELLS: dict[str, tuple[Reshape, str]] = {
    "true": (cell("I5", 't="b"><v>1</v>'), "I5 (T001, prioritet): «ja» er ikke gyldig."),
    "error": (cell("I5", 't="e"><v>#N/A</v>'), "I5 (T001, prioritet): «#N/A» er en feil fra et"),
    "formula": (
        cell("I5", 't="str"><f>LOWER("LAV")</f><v>lav</v>'),
        'I5 (T001, prioritet): «=LOWER("LAV")» er en formel. Skriv verdien i stedet.',
    ),
    "runs": (cell("I5", 't="inlineStr"><is><r><t>l</t></r><r><t>av</t></r></is>'), EDITED),
    "spoken": (
        cell("I5", 't="inlineStr"><is><t>lav</t><rPh sb="0" eb="1"><t>LES</t></rPh></is>'),
        EDITED,
    ),
    "number": (cell("J5", 't="n"><v>2.027E3</v>'), "J5 T001.frist: 2025 → 2027"),
    "a day": (cell("J5", 't="d"><v>2026-03-01</v>'), "J5 T001.frist: 2025 → 2026-03-01"),
    "a moment": (
        cell("J5", 't="d"><v>2026-03-01T00:00:00</v>'),
        "J5 T001.frist: 2025 → 2026-03-01",
    ),
    "escaped": (
        cell("B5", 't="inlineStr"><is><t>To_x000D_\nlinjer</t></is>'),
        "B5 T001.tittel: Forsøk med kjernegrupper → To\nlinjer",
    ),
}  # fmt: skip


@pytest.mark.wide
@pytest.mark.parametrize(("shape", "said"), CELLS.values(), ids=CELLS)
def test_what_a_cell_is_in_the_file_is_what_it_shows(shape: Reshape, said: str) -> None:
    assert lines_of(brought(reshaped(small(MEETING), shape))).startswith(said)
