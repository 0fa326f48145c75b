"""Workbooks that people fill in in LibreOffice, as they do it. Needs `soffice` and its Python."""

import subprocess
from pathlib import Path

import pytest
from command import tiltak
from office import PYTHON, SCRIPT, office
from returned_books import REGISTER, depot, lines_changed

__all__ = ["office"]
pytestmark = pytest.mark.libreoffice
# How it looks, and in which order it stands, is no change.
LOOKS = (
    "sort|Tiltak|A5:O32|9",
    "sort|Milepæler|A5:H27|5",
    "filter|Tiltak|A4:O32|7|igangsatt",
    "hide-row|Tiltak|6",
    "insert-row|Tiltak|0",
    "insert-column|Tiltak|3",
)
# What is typed in a cell, and the lines that are another then.
TYPED: tuple[tuple[str, list[str]], ...] = (
    ("type|Tiltak|J5|2026-03-15", ["-    frist: 2025", "+    frist: 2026-03-15"]),
    ("type|Tiltak|J6|15.03.2026", ["-    frist: 2025", "+    frist: 2026-03-15"]),
    ("type|Tiltak|J8|2026", ["-    frist: 2025", "+    frist: 2026"]),
    ("type|Tiltak|J9|2. kvartal 2026", ["-    frist: 2025", "+    frist: 2026-Q2"]),
    ("type|Tiltak|H5|vedtatt", ["-    status: igangsatt", "+    status: vedtatt"]),
    ("type|Tiltak|C9|1,2", ["-    målområder: [1]", "+    målområder: [1, 2]"]),
    ("clear|Tiltak|L6", ["-    vurdering: grønn"]),
    ("copy|Tiltak|I6|I7", ["-    prioritet: middels", "+    prioritet: høy"]),
    ("type|Tiltak|N7|Nesten ferdig.", [
        "-    fremdrift: Gruppen møtes jevnlig og samler kunnskap om statens behov for kompetanse.",
        "+    fremdrift: Nesten ferdig.",
    ]),
    ("type|Milepæler|G6|20.05.2024", ["-        nådd: 2022-12-08", "+        nådd: 2024-05-20"]),
)  # fmt: skip


def filled_in(folder: Path, port: str, *edits: str) -> None:
    """The example's workbook, edited in LibreOffice and saved by it."""
    depot(folder)
    assert tiltak("export", "-o", "bok.xlsx", cwd=folder).code == 0
    source, target = folder / "bok.xlsx", folder / "tilbake.xlsx"
    subprocess.run([PYTHON, SCRIPT, port, source, target, *edits], check=True, timeout=300)


def brought_back(folder: Path) -> list[str]:
    before = (folder / REGISTER).read_text("utf-8")
    done = tiltak("import", "tilbake.xlsx", "--write", cwd=folder)
    assert (done.code, done.err) == (0, ""), done
    return lines_changed(before, (folder / REGISTER).read_text("utf-8"))


def test_how_it_looks_there_changes_nothing(tmp_path: Path, office: str) -> None:
    filled_in(tmp_path, office, *LOOKS)
    assert brought_back(tmp_path) == []


def test_what_is_typed_there_is_what_changes(tmp_path: Path, office: str) -> None:
    filled_in(tmp_path, office, *(edit for edit, _ in TYPED), *LOOKS)
    lines = brought_back(tmp_path)
    assert sorted(lines) == sorted(line for _, changed in TYPED for line in changed)
    assert brought_back(tmp_path) == []


def test_a_new_row_and_one_that_is_deleted(tmp_path: Path, office: str) -> None:
    new = ("B33|Felles ordliste", "C33|1", "D33|1c", "E33|KD", "H33|foreslått", "I33|lav")
    edits = [
        *(f"type|Tiltak|{each}" for each in new),
        "type|Tiltak|J33|2026",
        "delete-row|Tiltak|6",
    ]
    filled_in(tmp_path, office, *edits)
    done = tiltak("import", "tilbake.xlsx", cwd=tmp_path)
    assert done.out == "T003 mangler i arket. Det blir ikke slettet.\n"
    assert "A32 (nytt tiltak): Arket har ikke kolonnen «Beskrivelse», som et nytt" in done.err
    filled_in(tmp_path, office, "type|Tiltak|P4|Beskrivelse", "type|Tiltak|P33|De ord.", *edits)
    assert brought_back(tmp_path)[-2:] == ["+    prioritet: lav", "+    frist: 2026"]
