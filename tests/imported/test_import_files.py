"""Files that are none of ours, or more than one should be, and what other programs make of ours."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from command import NEW, tiltak
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet._reader import WorkSheetParser
from returned_books import REGISTER, all_of, changed, depot, put_book, small
from support import spread
from workbook_edits import FILL_IN, MEETING, Change, brought, put, sheet_of

from tiltak_cli.sources.workbook import cells
from tiltak_cli.views.excel.kit.book import Options


def replaced(name: str, content: bytes) -> Callable[[], bytes]:
    """A workbook with another content of a part, or with one more part."""

    def made() -> bytes:
        raw = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(small(MEETING))) as source,
            zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as target,
        ):
            for each in source.namelist():
                if each != name:
                    target.writestr(each, source.read(each))
            target.writestr(name, content)
        return raw.getvalue()

    return made


def without_base(book: Workbook) -> None:
    del book["_meta"]


def plain_book() -> bytes:
    made = io.BytesIO()
    Workbook().save(made)
    return made.getvalue()


FOR_LARGE = "«a.xlsx»: Arbeidsboken er for stor til å være fra «tiltak export»."
ENTITY = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
UNUSABLE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "not zip": ("a.xlsx", lambda: b"id;tittel\n", "«a.xlsx»: Filen er ikke en arbeidsbok."),
    "csv": ("a.csv", lambda: b"id;tittel\n", "«a.csv» er ikke en arbeidsbok. Oppgi .xlsx-filer"),
    "xls": ("a.xlsx", lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "«a.xlsx»: Arbeidsboken er"),
    "not ours": ("a.xlsx", plain_book, "«a.xlsx»: Arbeidsboken har ikke det skjulte arket "),
    "no base": ("a.xlsx", lambda: changed(without_base), "«a.xlsx»: Arbeidsboken har ikke det"),
    "entity": ("a.xlsx", replaced("xl/workbook.xml", ENTITY), "«a.xlsx»: Arbeidsboken er skadet"),
    "bomb": ("a.xlsx", replaced("xl/x.xml", b" " * 60_000_000), FOR_LARGE),
    "rows": ("a.xlsx", replaced("xl/x.xml", b'<row r="9"/>' * 200_001), FOR_LARGE),
    "tags": ("a.xlsx", replaced("xl/x.xml", b"<b>" * 10_000_001), FOR_LARGE),
    "names": ("a.xlsx", replaced("xl/workbook.xml", b" " * 2_000_001), FOR_LARGE),
}  # fmt: skip


@spread(("name", "data", "expected"), UNUSABLE.values(), 5, ids=UNUSABLE)
def test_a_file_that_is_none_of_ours(
    tmp_path: Path, name: str, data: Callable[[], bytes], expected: str
) -> None:
    (depot(tmp_path) / name).write_bytes(data())
    done = tiltak("import", name, "--write", cwd=tmp_path)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith(f"tiltak: {expected}")
    assert (tmp_path / REGISTER).read_bytes() == NEW.read_bytes()
    if expected == FOR_LARGE:
        assert tiltak("validate", name, cwd=tmp_path).err == done.err


def test_a_register_among_the_workbooks_is_named(tmp_path: Path) -> None:
    """Also where there is none where one stands."""
    done = tiltak("import", "svar.xlsx", "mitt.yaml", cwd=tmp_path)
    said = "«mitt.yaml» er ingen arbeidsbok. Er det registeret, så skriv --register foran."
    assert (done.code, done.out, done.err) == (2, "", f"tiltak: {said}\n")


def in_days_from_1904(book: Workbook) -> None:
    book.epoch = CALENDAR_MAC_1904
    put("Tiltak!J5", date(2026, 3, 1))(book)
    put("Tiltak!J6", 2026)(book)


@pytest.mark.wide
def test_a_macro_file_and_another_date_system_are_read_as_others(tmp_path: Path) -> None:
    (depot(tmp_path) / "bok.xlsm").write_bytes(changed(in_days_from_1904))
    done = tiltak("import", "bok.xlsm", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert [line.split()[-2:] for line in done.out.splitlines()[2:4]] == [
        ["2026-03-01", "J5"],
        ["2026", "J6"],
    ]


@pytest.mark.wide
def test_the_number_of_a_day_is_that_of_the_date_system() -> None:
    found = brought(changed(all_of([in_days_from_1904, put("Tiltak!J7", 45747)])))
    (spoilt,) = found.spoilt
    assert spoilt.said == (
        "J7 (T003, frist): «45747» er dagnummeret i et regneark. Skriv 2029-04-01."
    )


@pytest.mark.wide
def test_more_than_a_cell_has_room_for_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "MAX_TEXT", 3000)
    (spoilt,) = brought(changed(put("Tiltak!N5", "Hei" * 1001))).spoilt
    assert spoilt.said.startswith("N5: Her står det noe som ikke kan leses: langt utenfor tabellen")


OVER = {
    REGISTER: f"«{REGISTER}» er registeret. Velg et annet navn med --report.",
    "bok.xlsx": "«bok.xlsx» er arbeidsboken som leses. Velg et annet navn med --report.",
    "SD.xlsx": "«SD.xlsx» finnes fra før, og er ingen kopi med feil. Velg et annet navn med",
    "feil.yaml": "Kopien er en arbeidsbok. La «feil.yaml» ende på .xlsx, eller på /.",
}


@pytest.mark.wide
@pytest.mark.parametrize("name", OVER)
def test_a_copy_with_faults_is_written_over_nothing(tmp_path: Path, name: str) -> None:
    depot(tmp_path)
    for book in ("bok.xlsx", "SD.xlsx"):
        put_book(tmp_path, put("Tiltak!J5", "snart"), book)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    done = tiltak("import", "bok.xlsx", "--report", name, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"tiltak: {OVER[name]}")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.wide
def test_a_copy_is_made_anew_and_two_of_one_name_get_each_their_own(tmp_path: Path) -> None:
    depot(tmp_path)
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        put_book(tmp_path / folder, put("Tiltak!J5", f"snart {folder}"))
    for _ in range(2):
        done = tiltak("import", "a/bok.xlsx", "b/bok.xlsx", "--report", "ut/", cwd=tmp_path)
        assert done.code == 1
    made = sorted(path.name for path in (tmp_path / "ut").iterdir())
    assert made == ["bok-2-feil.xlsx", "bok-feil.xlsx"]


def test_formulas_are_told_from_texts_however_many_there_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A sheet is read twice at most, not once more for each formula."""
    book = Workbook()
    sheet = book.worksheets[0]
    for number in range(1, 100, 3):
        sheet.cell(number, 2).value = f"=A{number}"
    sheet["A4"].value, sheet["A4"].data_type = "=ikke en formel", "s"
    sheet["A120"].value = "sist"
    data = io.BytesIO()
    book.save(data)
    parser: Any = WorkSheetParser
    parse = parser.parse
    passes: list[int] = []

    def counted(self: object) -> object:
        passes.append(1)
        return parse(self)

    monkeypatch.setattr(parser, "parse", counted)
    (found,) = cells.read_cells(data.getvalue())
    assert len(passes) == 2
    assert [n for n, row in enumerate(found.rows, 1) if row] == [*range(1, 100, 3), 120]
    assert {type(row[1]) for row in found.rows[:100] if row} == {cells.Formula}
    assert type(found.rows[3][0]) is str


@pytest.mark.wide
def test_workbooks_of_one_name_are_told_by_their_folders(tmp_path: Path) -> None:
    depot(tmp_path)
    for folder, word in (("a", "lav"), ("b", "middels")):
        (tmp_path / folder).mkdir()
        put_book(tmp_path / folder, put("Tiltak!I5", word))
    done = tiltak("import", "a/bok.xlsx", "b/bok.xlsx", cwd=tmp_path)
    assert done.code == 1
    assert "arket lav (a/bok.xlsx I5)." in done.err
    assert "arket middels (b/bok.xlsx I5)." in done.err


def copied(title: str, name: str, place: str, value: str) -> Change:
    """A copy of a sheet under another name, with something written in it, without the original."""

    def change(book: Workbook) -> None:
        copy = book.copy_worksheet(sheet_of(book, title))
        copy.title, copy[place].value = name, value
        del book[title]

    return change


@pytest.mark.wide
@pytest.mark.parametrize("options", [MEETING, pytest.param(FILL_IN, marks=pytest.mark.wide)])
def test_a_copy_whose_original_is_gone_is_known_by_its_headings(options: Options) -> None:
    sheets = [
        copied("Tiltak", "Svar", "N5" if options is MEETING else "H5", "Ny tekst"),
        copied("Milepæler", "Delmål", "D5", "Ny tekst"),
    ]
    found = brought(changed(all_of(sheets), options))
    assert found.spoilt == ()
    assert [entry.new for entry in found.entries] == ["Ny tekst"] * 2
