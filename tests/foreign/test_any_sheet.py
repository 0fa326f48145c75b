"""Any sheet: nothing in it is dropped without being named, and what is written can be read."""

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from command import tiltak
from hypothesis import given, settings
from hypothesis import strategies as st
from sheets import confirming, delimited
from support import FILE, check, tries

from tiltak_cli.domain.invisible import cleaned
from tiltak_cli.edits.formatted.measures import canonical
from tiltak_cli.sources.foreign.cells.delimited import read_delimited
from tiltak_cli.sources.foreign.cells.grid import Book
from tiltak_cli.sources.foreign.vocabulary import is_empty
from tiltak_cli.sources.yaml.reader import read_yaml

HEADINGS = (
    *("Nr.", "Tiltak", "Område", "Ansvarlig", "Owner", "Deltakere", "Status", "Prio", "Frist"),
    *(
        "Due",
        "Kommentar",
        "Beskrivelse",
        "Kostnad",
        "Fremdrift",
        "Is done?",
        "Outcome",
        "",
        "Start",
    ),
    *("Kvartal", "År", "Avhenger av", "Sist oppdatert", "Mål", "Responsibiliy", "Start"),
    *("Milepæl 1", "Frist milepæl 1", "Milepæler", "Milepæl", "Dato", "Lenke", "Dokument"),
)
WORDS = st.sampled_from(
    (
        *("", "KD", "KD, FIN", "Finansdepartementet og KLD", "Rådet", "Pågår", "delvis", "Høy"),
        *("1", "2", "T007", "07/17", "3/4/2025", "30.6.2025", "2025", "Q3", "løpende", "TBD", "-"),
        *("https://a.no", "Rapport https://a.no/r", "Høring (1.3.2025)", "Utrede; bygge"),
        *("Sum", "Mål 2", "ja", "=A1", "#REF!", "null", "- a: b", "# tiltak: godta TIL102 fordi x"),
    )
)
CELLS = (
    WORDS | st.text(max_size=12) | st.text("\n\t:#-'\"{[&*!|>%@` ax\x85\u2028\u00a0", max_size=8)
)
SHEETS = st.lists(st.sampled_from(HEADINGS), min_size=1, max_size=7).flatmap(
    lambda heads: st.tuples(
        st.just(["Tiltak", *heads]),
        st.lists(st.lists(CELLS, min_size=len(heads) + 1, max_size=len(heads) + 1), max_size=6),
    )
)


def csv(rows: list[list[str]]) -> bytes:
    lines = (";".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows)
    return "\r\n".join(lines).encode("utf-8", "replace")


@pytest.mark.wide
@given(SHEETS)
@settings(max_examples=tries(80), deadline=None)
def test_nothing_is_dropped_and_what_is_written_can_be_read(sheet: Any) -> None:
    headings, rows = sheet
    data = csv([headings, ["Ny portal", *[""] * (len(headings) - 1)], *rows])
    # A register is looked for in the folder above as well.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "her"
        folder.mkdir()
        (folder / "plan.csv").write_bytes(data)
        command = ("import", "plan.csv", "--new", "--as-of", "2024-06-15", "--format", "json")
        shown = tiltak(*command, cwd=folder)
        unsure = confirming(json.loads(shown.out)) if shown.out else ()
        done = tiltak(*command, *unsure, "--write", cwd=folder)
        if done.code:
            assert (done.out, done.err.count("\n")) == ("", 1), done.err
            return
        text = (folder / FILE).read_text("utf-8")
    preview = json.loads(done.out)
    written = read_yaml(FILE, text)
    assert written.readable
    assert canonical(FILE, text) == text
    assert check(text).readable
    assert [m["id"] for m in written.data["tiltak"]] == [m["id"] for m in preview["measures"]]
    book = read_delimited(data)
    assert isinstance(book, Book)
    _each_cell_is_somewhere(book, preview, text)


def _each_cell_is_somewhere(book: Book, preview: Any, text: str) -> None:
    """Each cell is a value, a comment in the register, or in a column or a row that is named."""
    skipped = {each["row"] for each in preview["skipped"]}
    named = {(each["field"], each["text"]) for each in preview["values"]}
    unclear = {each["cell"] for each in preview["unclear"]}
    fields = {each["row"]: each["fields"] for each in preview["measures"]}
    columns = {each["cell"].rstrip("0123456789"): each["field"] for each in preview["columns"]}
    left_out = {letter for letter, field in columns.items() if field is None}
    whole = " ".join(text.split())
    for row, cells in book.grids[0].rows.items():
        if row <= preview["header_row"] or row in skipped:
            continue
        for column, cell in cells.items():
            letter = chr(ord("A") + column - 1)
            if letter in left_out or is_empty(cleaned(cell.text)):
                continue
            flat = " ".join(cell.text.split())
            there = json.dumps(fields.get(row, {}), ensure_ascii=False)
            assert (
                f"{letter}{row}" in unclear
                or (columns[letter], flat) in named
                or flat in whole
                or any(f"{each}{row}" in unclear for each in columns)
                or json.dumps(cell.text, ensure_ascii=False)[1:-1] in there
                or columns[letter] in fields.get(row, {})
            ), (row, letter, cell.text)


@pytest.mark.wide
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@settings(max_examples=tries(80), deadline=None)
def test_any_bytes_are_a_table_or_refused_in_a_sentence(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "her"
        folder.mkdir()
        (folder / "plan.csv").write_bytes(data)
        done = tiltak("import", "plan.csv", "--new", "--format", "json", cwd=folder)
    if done.out:
        json.loads(done.out)
        assert (done.code in (0, 1), done.err) == (True, "")
    else:
        assert (done.code, done.err.count("\n")) == (2, 1)


@pytest.mark.wide
@given(st.lists(st.sampled_from('ab;,\t"\n|'), max_size=30).map("".join))
@settings(max_examples=tries(80), deadline=None)
def test_values_come_back_as_they_were_written(text: str) -> None:
    cells = [["x", text.strip() or "y", "z"]] * 2
    written = csv(cells)
    book = read_delimited(written)
    assert isinstance(book, Book)
    rows = book.grids[0].rows.values()
    kept = [[" ".join(cell.text.split()) for cell in row.values()] for row in rows]
    assert kept == [[" ".join(cell.split()) for cell in row] for row in cells]
    assert delimited("a | b") == b"a;b\r\n"
