"""A workbook as flat lines, and files that only look like one."""

import io
import re
import struct
import zipfile
from collections.abc import Callable
from datetime import datetime
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from workbook_dump import compared, editable, few_compared
from workbook_edits import exported

from tiltak_cli.sources.workbook import cells
from tiltak_cli.views.flat.flat import flat

CANNOT = re.compile(r"Arbeidsboken kan ikke leses \(\d+ byte, SHA-256 [0-9a-f]{64}\)\.\n")


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def lines(data: bytes) -> list[str]:
    return flat(data).decode().splitlines()


@cache
def unchanged() -> list[str]:
    return lines(saved(editable(exported())))


def changed(change: Callable[[Workbook], object]) -> tuple[list[str], list[str]]:
    """The lines that a change of our own workbook takes away, and those that it adds."""
    book = editable(exported())
    before = unchanged()
    change(book)
    after = lines(saved(book))
    return [each for each in before if each not in after], [e for e in after if e not in before]


def test_a_workbook_of_ours_is_told_cell_by_cell() -> None:
    found = lines(compared())
    start = found.index("Tiltak!T001 Forsøk med kjernegrupper")
    assert found[start : start + 5] == [
        "Tiltak!T001 Forsøk med kjernegrupper",
        "  Tiltak!T001 · Mål: 1",
        "  Tiltak!T001 · Retningsvalg: 1c utvikling av arbeidsformer som kan gi merverdi og sikre…",
        "  Tiltak!T001 · Retningsvalg: 1d utvikling og vedlikehold av felles kunnskapsbaser…",
        "  Tiltak!T001 · Ansvarlig: DFD",
    ]
    assert "  Tiltak!T001 · Oppdatert: 2024-06-03" in found
    assert "  Forside!A5: 28" in found
    assert "  Departement!KLD · Ansvarlig for: T005" in found


def test_an_edited_cell_is_one_line() -> None:
    def edit(book: Workbook) -> None:
        book["Tiltak"]["J5"] = "2025-H2"

    assert changed(edit) == (["  Tiltak!T001 · Frist: 2025"], ["  Tiltak!T001 · Frist: 2025-H2"])


def test_sorting_the_rows_is_no_change() -> None:
    def edit(book: Workbook) -> None:
        sheet = book["Tiltak"]
        for column in range(1, sheet.max_column + 1):
            first, second = sheet.cell(5, column), sheet.cell(7, column)
            first.value, second.value = second.value, first.value

    assert changed(edit) == ([], [])


def test_looks_are_no_change() -> None:
    def edit(book: Workbook) -> None:
        book["Tiltak"].column_dimensions["B"].width = 80
        book["Tiltak"].sheet_state = "hidden"
        book.properties.modified = datetime(2030, 1, 1)  # noqa: DTZ001
        book.create_sheet("_meta")["A1"] = "internt"

    assert changed(edit) == ([], [])


def test_any_workbook_can_be_shown() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet
    sheet.title = "Ark Æ"
    sheet["B2"] = "=1+1"
    sheet["C2"] = 2.0
    sheet["AB3"] = True
    sheet["A4"] = datetime(2024, 5, 1, 12, 30)  # noqa: DTZ001
    sheet["A5"] = "Én setning. Og\nen linje."
    assert lines(saved(book)) == [
        "Ark Æ",
        "  Ark Æ!B2: =1+1",
        "  Ark Æ!C2: 2",
        "  Ark Æ!AB3: ja",
        "  Ark Æ!A4: 2024-05-01 12:30:00",
        "  Ark Æ!A5: Én setning.",
        "  Ark Æ!A5: Og",
        "  Ark Æ!A5: en linje.",
    ]


def test_what_is_left_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "MAX_ROWS", 2)
    monkeypatch.setattr(cells, "MAX_COLUMNS", 2)
    book = Workbook()
    sheet = book.active
    assert sheet
    sheet["A1"], sheet["C1"], sheet["A3"] = "a", "c", "b"
    told = "  Sheet: Arket har mer enn det som er vist her."
    assert lines(saved(book)) == ["Sheet", "  Sheet!A1: a", told]


@pytest.mark.wide
@pytest.mark.parametrize(("parts", "shown"), [(2000, True), (2001, False)])
def test_of_how_many_parts_a_workbook_may_be(parts: int, shown: bool) -> None:
    data = io.BytesIO(saved(Workbook()))
    with zipfile.ZipFile(data, "a") as archive:
        for number in range(parts - len(archive.namelist())):
            archive.writestr(f"{number}.txt", b"")
    assert (CANNOT.fullmatch(flat(data.getvalue()).decode()) is None) is shown


def with_part(name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Our own workbook with another content in one of its parts."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(few_compared())) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        assert name in old.namelist()
        for part in old.namelist():
            data = old.read(part)
            new.writestr(part, change(data) if part == name else data)
    return stream.getvalue()


LAUGHS = b"".join(
    b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10 if n else b"ha") for n in range(12)
)


def laughing(data: bytes) -> bytes:
    body = re.sub(rb"<\?xml[^>]*\?>\s*", b"", data)
    body = re.sub(rb"(<(?:\w+:)?t[^>]*>)", rb"\1&l11;", body, count=1)
    assert b"&l11;" in body
    return b"<!DOCTYPE x [" + LAUGHS + b"]>" + body


def document() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return stream.getvalue()


def swollen() -> bytes:
    """An archive that says of itself that it unpacks to 4 GB."""
    data = bytearray(few_compared())
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 0xFFFFFFF0)
    return bytes(data)


# What makes each file.
HOSTILE: dict[str, Callable[[], bytes]] = {
    "bare begynnelsen": lambda: few_compared()[:3000],
    "bare signaturen": lambda: b"PK\x03\x04",
    "kryptert eller gammel": lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600,
    "et annet dokument": document,
    "for stor utpakket": swollen,
    "enheter i enheter": lambda: with_part("xl/worksheets/sheet2.xml", laughing),
    "ødelagt ark": lambda: with_part("xl/worksheets/sheet2.xml", lambda data: data[:500]),
    "ødelagt bok": lambda: with_part("xl/workbook.xml", lambda _data: b"<x/>"),
}


@pytest.mark.parametrize("made", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_readable_workbook_is_one_line(made: Callable[[], bytes]) -> None:
    data = made()
    assert CANNOT.fullmatch(flat(data).decode())
    assert flat(data) != flat(data + b"\0")


def test_rows_and_columns_far_out_take_no_time() -> None:
    told = "  Tiltak: Arket har mer enn det som er vist her."
    for number in (1_048_576, 10**15):

        def far(data: bytes, number: int = number) -> bytes:
            row = b'<row r="%d"><c r="A%d"><v>1</v></c><c r="XFD%d"><v>1</v></c></row>'
            row %= (number,) * 3
            return data.replace(b"</sheetData>", row + b"</sheetData>", 1)

        assert told in lines(with_part("xl/worksheets/sheet2.xml", far))


@given(st.binary(max_size=2000))
def test_it_never_fails(data: bytes) -> None:
    assert flat(b"PK\x03\x04" + data)
    cut = few_compared()[: len(data) * 30]
    assert flat(cut + data) or not cut + data
