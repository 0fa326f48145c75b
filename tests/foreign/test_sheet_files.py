"""The files that sheets come in: which are read, and what is said of the others."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from command import EXAMPLES, NEW, tiltak
from sheets import delimited, workbook
from support import spread

from tiltak_cli.sources.foreign.cells.delimited import read_delimited
from tiltak_cli.sources.foreign.cells.grid import Book

TABLE = """
Nr. | Tiltak | Ansvarlig | Merknad
1 | Økt bruk; av «felles» løsninger | Klima- og miljødepartementet | sa "ja"\\nto ganger, så
2 | På tvers | FIN | 100 %
"""
READ = [
    {
        "id": "1",
        "tittel": "Økt bruk; av «felles» løsninger",
        "ansvarlig": "KLD",
        "merknad": 'sa "ja"\nto ganger, så',
    },
    {"id": "2", "tittel": "På tvers", "ansvarlig": "FIN", "merknad": "100 %"},
]


def read(data: bytes, folder: Path, name: str = "plan.csv") -> object:
    (folder / name).write_bytes(data)
    done = tiltak("import", name, "--new", "--format", "json", cwd=folder)
    assert (done.code, done.err) == (0, "")
    return [each["fields"] for each in json.loads(done.out)["measures"]]


@pytest.mark.parametrize(
    ("sign", "encoding"),
    [
        (";", "utf-8"),
        (",", "utf-8-sig"),
        ("\t", "utf-16"),
        (";", "utf-16-le"),
        (";", "utf-16-be"),
        (";", "cp1252"),
        ("|", "utf-8"),
    ],
)
def test_a_csv_file_in_any_of_its_forms(sign: str, encoding: str, tmp_path: Path) -> None:
    assert read(delimited(TABLE, sign, encoding), tmp_path) == READ


def test_the_first_line_may_say_the_sign(tmp_path: Path) -> None:
    assert read(b"sep=;\r\n" + delimited(TABLE), tmp_path) == READ
    assert read("\ufeffsep=,\n".encode() + delimited(TABLE, ","), tmp_path) == READ


def test_cells_are_named_by_column_and_record(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_bytes(delimited("Tiltak | Frist\nEn\\nto | 07/17\nTo | snart"))
    done = tiltak("import", "plan.csv", "--new", "--format", "json", cwd=tmp_path)
    assert [each["cell"] for each in json.loads(done.out)["unclear"]] == ["B2", "B3"]


def test_a_mark_inside_a_later_cell_and_a_formula_as_text(tmp_path: Path) -> None:
    text = "Tiltak;\ufeffAnsvarlig;Merknad\r\n\ufeffEn;KD;=SUM(A1:A2)\r\n"
    (tmp_path / "plan.csv").write_bytes(text.encode())
    done = tiltak("import", "plan.csv", "--new", "--format", "json", cwd=tmp_path)
    preview = json.loads(done.out)
    assert [each["fields"] for each in preview["measures"]] == [{"tittel": "En", "ansvarlig": "KD"}]
    assert [each["cell"] for each in preview["unclear"]] == ["C2"]


def _archive(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return stream.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
REFUSED = {
    "an old workbook": (OLE + bytes(600), "gamle format (.xls). Lagre den som .xlsx"),
    "a password": (OLE + bytes(99) + "EncryptedPackage".encode("utf-16-le"), "med passord"),
    "an OpenDocument sheet": (_archive(mimetype=b"", content_xml=b""), "(.ods). Lagre den som"),
    "a binary workbook": (_archive(xl__workbook_bin=b""), "(.xlsb). Lagre den som .xlsx"),
    "a text document": (_archive(word__document_xml=b""), "verken et regneark eller"),
    "a PDF": (b"%PDF-1.7 ...", "verken et regneark eller"),
    "nothing": (b" \n", "er tom"),
    "half a workbook": (workbook("Tiltak | Frist\nEn | 2025")[:2000], "er skadet"),
    "an archive that is no workbook": (_archive(xl__workbook_xml=b"<x/>"), "er skadet"),
    "a definition of its own": (
        _archive(xl__workbook_xml=b"<!DOCTYPE x [<!ENTITY a 'a'>]><x/>"),
        "er skadet",
    ),
    "bytes": (bytes(range(256)) * 4, "verken et regneark eller"),
    "prose": (b"Dette er ikke en tabell.\nBare tekst.\n", "har ingen tabell"),
    "a quote that is never closed": (b'Tiltak;Frist\n"En;2025\nTo;2026\n', "aldri lukkes"),
    "headings alone": (b"Tiltak;Frist\n", "har ingen tabell"),
    "an empty workbook": (workbook("."), "har ingen tabell"),
    "only a hidden sheet": (
        workbook("[Synlig]\nOm planen\n[Skjult]\nTiltak | Frist\nEn | 2025", ["hide sheet Skjult"]),
        'Velg det med --sheet "Skjult"',
    ),
}


@spread("name", REFUSED, 4)
def test_what_cannot_be_read_is_named_in_a_sentence(name: str, tmp_path: Path) -> None:
    data, said = REFUSED[name]
    (tmp_path / "plan.xlsx").write_bytes(data)
    done = tiltak("import", "plan.xlsx", "--new", "--write", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert done.err.startswith("tiltak: «plan.xlsx» ")
    assert done.err.count("\n") == 1
    assert not (tmp_path / "tiltaksoversikt.yaml").exists()


def test_a_file_that_is_not_there_or_a_folder(tmp_path: Path) -> None:
    gone = tiltak("import", "plan.xlsx", "--new", cwd=tmp_path)
    assert (gone.code, gone.err.count("\n")) == (2, 1)
    assert "Finner ikke «plan.xlsx»" in gone.err
    folder = tiltak("import", EXAMPLES, "--new", cwd=tmp_path)
    assert folder.code == 2
    assert "er en mappe" in folder.err


@pytest.mark.wide
def test_our_own_workbook_is_brought_back_otherwise(tmp_path: Path) -> None:
    tiltak("export", NEW, "--output", "bok.xlsx", cwd=tmp_path)
    done = tiltak("import", "bok.xlsx", "--new", cwd=tmp_path)
    assert done.code == 2
    assert "«tiltak import» uten --new" in done.err


def test_the_sign_is_one_with_which_every_record_can_be_read() -> None:
    """A comma parts more lines into two than a semicolon parts alike, until there are quotes."""
    book = read_delimited(
        b"Tiltak;Ansvarlig;Frist\nBygge, rive;KD\nMale, pusse;KD;2027\nFlytte, hente;KD;2028;x\n"
        b'Rydde,"fort" ferdig;KD\n'
    )
    assert isinstance(book, Book)
    rows = book.grids[0].rows
    assert [cell.text for cell in rows[1].values()] == ["Tiltak", "Ansvarlig", "Frist"]
    assert [cell.text for cell in rows[3].values()] == ["Male, pusse", "KD", "2027"]
