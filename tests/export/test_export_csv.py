"""Tables of text: what a spreadsheet would run, how it is written, and the way back."""

import csv
import io
import subprocess
from pathlib import Path

import pytest
from command import NEW, tiltak
from exported import export, uncell

from tiltak_cli.domain.deadline import parse_partial
from tiltak_cli.domain.fields import KEYS
from tiltak_cli.views.measures.csv import BOM, cell

RISKY = (
    "=HYPERLINK(1)",
    "+47 22 22 22 22",
    "+4722222222",
    "-1 grad",
    "- et punkt",
    "-5-3",
    "-2+3",
    "@SUM(1)",
    "-cmd|' /C calc'!A0",
    " =1+1",
    "\u00a0=1+1",
    "\u200b=1+1",
    "\ufeff=1+1",
    "\t1",
    "\n1",
    "\n =1",
    '"=1+1"',
    '""=1+1',
    "«=1»",
    "'=1+1",
    "''=1+1",
    "'sitat'",
    "'",
    "＝1+1",
    "＋1",
    "－1 a",
    "＠a",
    "﹢1",
    "﹣1 a",
    "﹦1",
    "﹫a",
    "−1 grad",
    "=",
    "+",
    "@",
)
HARMLESS = (
    "-",
    "-5",
    "-5,5",
    "-0.25 %",
    "−5 %",
    "5-3",
    "1+1",
    "a=b",
    "2024-06-30",
    "«Sitat» = svar",
    "Ole's",
    "a\n=b",
    "",
    "æøå",
)


@pytest.mark.parametrize("text", RISKY)
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert cell(text) == f"'{text}"
    assert uncell(cell(text)) == text


@pytest.mark.parametrize("text", HARMLESS)
def test_what_it_would_not_stays_as_it_is(text: str) -> None:
    assert cell(text) == uncell(cell(text)) == text


def test_dates_keep_the_registers_own_form() -> None:
    forms = ("2024", "2024-H1", "2024-Q2", "2024-06", "2024-06-30")
    assert tuple(cell(parse_partial(text)) for text in forms) == forms


@pytest.mark.parametrize(
    ("options", "separator", "bom"),
    [
        ([], ";", True),
        (["--csv-separator", ";", "--csv-bom"], ";", True),
        (["--csv-separator", ","], ",", True),
        (["--csv-separator", "tab", "--no-csv-bom"], "\t", False),
        (["--csv-separator", "\t"], "\t", True),
    ],
)
def test_separator_and_mark(tmp_path: Path, options: list[str], separator: str, bom: bool) -> None:
    data = export(tmp_path, "csv", *options)
    assert data.startswith(BOM) is bom
    text = data.removeprefix(BOM).decode()
    assert text.splitlines()[0] == separator.join(KEYS)
    assert text.count("\r\n") == text.count("\n") == 29
    found = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    assert {len(row) for row in found} == {len(KEYS)}
    with_semicolon = export(tmp_path, "csv", "--csv-separator", ";").decode("utf-8-sig")
    assert found == list(csv.reader(io.StringIO(with_semicolon, newline=""), delimiter=";"))


def test_the_mark_is_for_files() -> None:
    arguments = ("export", NEW, "-o", "-", "--format", "csv")
    assert tiltak(*arguments).out.startswith("id;")
    assert tiltak(*arguments, "--csv-bom").out.startswith("\ufeffid;")


# Semicolons, quotes, UTF-8, and numbers, dates and formulas taken for what they look like.
FILTER = "CSV:59,34,76,1,,0,false,true,false,false,false,-1"


@pytest.mark.libreoffice
def test_a_spreadsheet_runs_nothing(tmp_path: Path) -> None:
    """And it would: the same texts without the apostrophe hold a formula."""
    from openpyxl import load_workbook

    found = {}
    for name, write in (("guarded", cell), ("bare", str)):
        rows = "".join(f'"{write(text).replace(chr(34), chr(34) * 2)}";x\r\n' for text in RISKY)
        path = tmp_path / f"{name}.csv"
        path.write_bytes(BOM + rows.encode())
        command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"]
        to = [
            "--headless",
            f"--infilter={FILTER}",
            "--convert-to",
            "xlsx",
            "--outdir",
            str(tmp_path),
        ]
        subprocess.run([*command, *to, path], capture_output=True, check=True, timeout=120)
        sheet = load_workbook(tmp_path / f"{name}.xlsx").worksheets[0]
        found[name] = [row[0].data_type for row in sheet.iter_rows(max_col=1)]
    assert found["guarded"] == ["s"] * len(RISKY)
    assert "f" in found["bare"]
