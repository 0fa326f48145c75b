"""The same sheets as another program saves them. Needs `soffice`."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from command import tiltak
from sheets import workbook
from test_shapes import CASES, DAY, told

pytestmark = pytest.mark.libreoffice
# LibreOffice reckons out what a formula gives, which is then what the cell says.
RECKONED = ("a stray formula far below", "errors, and formulas without a value")
NAMES = [name for name in CASES if name not in RECKONED]


def converted(folder: Path, form: str, files: list[Path]) -> Path:
    into = folder / form
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command: list[str | Path] = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        form,
        "--outdir",
        into,
    ]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=300)
    return into


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ark")
    for number, name in enumerate(NAMES):
        data = workbook(CASES[name].sheet, CASES[name].changes)
        (folder / f"{number}.xlsx").write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def saved(folder: Path) -> Path:
    return converted(folder, "xlsx", sorted(folder.glob("*.xlsx")))


@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_saved_by_libreoffice_is_read_the_same(name: str, saved: Path) -> None:
    case = CASES[name]
    command = ("import", f"{NAMES.index(name)}.xlsx", "--new", "--format", "json", *DAY)
    done = tiltak(*command, *case.options, cwd=saved)
    preview: Any = json.loads(done.out)
    assert done.code == case.code
    assert [each["fields"] for each in preview["measures"]] == case.measures
    assert told(preview) == case.told


def test_what_a_formula_has_come_to_counts(folder: Path) -> None:
    sheet = 'Tiltak | Status | Frist | x\nEn | =IF(D2>1,"vedtatt","utsatt") | =DATE(2025,6,30) | 2!'
    (folder / "formel.xlsx").write_bytes(workbook(sheet, ["form C2 yyyy-mm-dd"]))
    into = converted(folder, "xlsx", [folder / "formel.xlsx"])
    done = tiltak("import", "formel.xlsx", "--new", "--map", "x=", "--format", "json", cwd=into)
    preview: Any = json.loads(done.out)
    assert done.code == 0
    wanted = {"tittel": "En", "status": "vedtatt", "frist": "2025-06-30"}
    assert [each["fields"] for each in preview["measures"]] == [wanted]


def test_other_forms_are_refused_by_their_names_and_csv_is_read(folder: Path) -> None:
    for form, said in (("xls", "(.xls). Lagre den som .xlsx"), ("ods", "(.ods). Lagre den")):
        into = converted(folder, form, [folder / "0.xlsx"])
        done = tiltak("import", f"0.{form}", "--new", cwd=into)
        assert done.code == 2
        assert said in done.err
    into = converted(folder, "csv", [folder / "0.xlsx"])
    assert tiltak("import", "0.csv", "--new", cwd=into).code == 0
