"""Exports by the file's ending: the same bytes twice, and text that no spreadsheet runs."""

import csv
import io
import json
import os
import stat
from pathlib import Path

import pytest
from command import NEW, OLD, golden, names, tiltak, tiltak_process
from few import FEW_NEW
from support import FILE, register_text

from tiltak_cli.domain.fields import FIELDS
from tiltak_cli.views.measures.csv import BOM


def rows(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(BOM)
    return list(csv.DictReader(io.StringIO(data[len(BOM) :].decode()), delimiter=";"))


@pytest.mark.parametrize("ending", ["xlsx", "csv", "json"])
def test_the_same_register_gives_the_same_bytes(tmp_path: Path, ending: str) -> None:
    (tmp_path / FILE).write_text(FEW_NEW, "utf-8")
    one, other = tmp_path / f"a.{ending}", tmp_path / f"b.{ending}"
    said = f"Skrev a.{ending}: 5 tiltak.\n"
    assert tiltak("export", "-o", one.name, cwd=tmp_path).out == said
    # With another order of what has none than in this process.
    assert tiltak_process("export", "-o", other.name, cwd=tmp_path, PYTHONHASHSEED="7").code == 0
    assert one.read_bytes() == other.read_bytes()


def test_csv_has_every_field_and_measure(tmp_path: Path) -> None:
    tiltak("export", NEW, "-o", "a.csv", cwd=tmp_path)
    data = (tmp_path / "a.csv").read_bytes()
    found = rows(data)
    assert list(found[0]) == [field.key for field in FIELDS]
    assert len(found) == 28
    first = found[0]
    assert (first["id"], first["målområder"], first["retningsvalg"]) == ("T001", "1", "1c, 1d")
    assert (first["frist"], first["oppdatert"]) == ("2025", "2024-06-03")
    golden("export.csv", data.decode("utf-8-sig").replace("\r\n", "\n"))


def test_json_has_the_registers_own_keys_and_what_is_derived(tmp_path: Path) -> None:
    tiltak("export", NEW, "-o", "a.json", "--overdue", cwd=tmp_path)
    found = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert (found["versjon"], found["utgave"], found["per_dato"]) == (1, "2024-1", "2024-06-15")
    assert [item["id"] for item in found["tiltak"]] == ["T011", "T016"]
    assert found["tiltak"][0]["avledet"] == {
        "situasjon": "rød eller forsinket",
        "forsinket": True,
        "ikke_startet_etter_plan": False,
        "siste_frist": "2024-05-31",
    }


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+47 22 22 22 22", "'+47 22 22 22 22"),
        ("-1 grad", "'-1 grad"),
        ("@alle", "'@alle"),
        ('Sitat ";" og linje', 'Sitat ";" og linje'),
        ("Vanlig tekst", "Vanlig tekst"),
        ("\\u202Esnudd", "<U+202E>snudd"),
    ],
)
def test_no_title_becomes_a_formula_or_acts_on_a_terminal(
    tmp_path: Path, title: str, cell: str
) -> None:
    escaped = title.replace('"', '\\"')
    path = tmp_path / "tiltaksoversikt.yaml"
    path.write_text(register_text(f'tittel: "{escaped}"\n'), encoding="utf-8")
    done = tiltak("export", "-o", "a.csv", cwd=tmp_path)
    assert done.code == 0, done.err
    assert rows((tmp_path / "a.csv").read_bytes())[0]["tittel"] == cell
    for command in (["report"], ["list"], ["show", "T001"]):
        assert "\x1b" not in tiltak(*command, cwd=tmp_path).out


@pytest.mark.parametrize("markup", ["[red]", "[/x]", "[kmd] tekst", "##vso[x]", "::set-output"])
def test_no_title_is_read_as_markup(tmp_path: Path, markup: str) -> None:
    path = tmp_path / "tiltaksoversikt.yaml"
    path.write_text(register_text(f"tittel: '{markup} A'\n"), encoding="utf-8")
    out = tiltak("show", "T001", cwd=tmp_path).out
    assert out.startswith(f"T001 {markup.replace('##vso[', '# #vso[')} A\n")


def test_the_register_is_never_written_over(tmp_path: Path) -> None:
    """A register can be written as JSON, so its name can be that of an export."""
    register = tmp_path / "tiltaksoversikt.json"
    head = {"strategi": "2021-2025", "utgave": "1", "per_dato": "2023-10-15", "ansvarlig": "KDD"}
    register.write_text(json.dumps({**head, "tiltak": []}))
    before = register.read_bytes()
    done = tiltak("export", register.name, "-o", register.name, cwd=tmp_path)
    assert (done.code, register.read_bytes()) == (2, before)
    assert "er registeret selv. Velg et annet navn" in done.err
    assert "må ha endingen .json" in tiltak("schema", "-o", "a.yaml", cwd=tmp_path).err


def test_no_file_of_a_folder_of_registers_is_written_over(tmp_path: Path) -> None:
    file = tmp_path / "register" / "kd.yaml"
    file.parent.mkdir()
    file.write_text(register_text("tittel: A\n"), encoding="utf-8")
    before = file.read_bytes()
    over = ("-o", "register/kd.yaml", "--format", "csv")
    done = tiltak("export", "register", *over, cwd=tmp_path)
    assert (done.code, file.read_bytes()) == (2, before)
    assert "er registeret selv. Velg et annet navn" in done.err


@pytest.mark.posix
def test_a_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    link = tmp_path / "null.csv"
    link.symlink_to(os.devnull)
    assert tiltak("export", NEW, "-o", "null.csv", cwd=tmp_path).code == 0
    assert not Path(os.devnull).is_file()


def test_a_selection_raises_no_false_alarm(tmp_path: Path) -> None:
    import openpyxl

    tiltak("export", NEW, "-o", "a.xlsx", "--area", "2", "--since", OLD, cwd=tmp_path)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    shown = [str(c.value) for row in book["Forside"].iter_rows() for c in row if c.value]
    assert shown[0] == "Tiltaksoversikt – utvalg"
    assert "1 retningsvalg uten tiltak: 2d" in shown
    assert "2 departementer ikke nevnt i noe tiltak: FD og NFD" in shown
    ids = {cell.value for cell in book["Tiltak"]["A"]}
    changed = {cell.value for cell in book["Endringer"]["B"]} - {None, "ID", "–"}
    assert changed
    assert changed <= ids


def test_an_empty_selection_says_so(tmp_path: Path) -> None:
    done = tiltak("export", NEW, "-o", "a.csv", "--direction", "2d", cwd=tmp_path)
    assert done.out == "Skrev a.csv: 0 av 28 tiltak.\n"
    assert "Ingen tiltak passer med utvalget, så resultatet er tomt." in done.err


@pytest.mark.posix
def test_a_workbook_keeps_the_mode_and_the_link(tmp_path: Path) -> None:
    real = tmp_path / "arkiv" / "a.csv"
    real.parent.mkdir()
    real.write_text("gammelt")
    real.chmod(0o640)
    link = tmp_path / "a.csv"
    link.symlink_to(real)
    tiltak("export", NEW, "-o", "a.csv", cwd=tmp_path)
    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert real.read_bytes().startswith(BOM)


def test_a_fault_while_writing_leaves_the_old_file(tmp_path: Path) -> None:
    """A folder stands where the file should be written: nothing is lost, nothing is left over."""
    (tmp_path / "a.csv").mkdir()
    done = tiltak("export", NEW, "-o", "a.csv", cwd=tmp_path)
    assert done.code == 2
    assert done.err == "tiltak: Kan ikke skrive «a.csv»: det er en mappe. Skriv et filnavn.\n"
    assert names(tmp_path) == ["a.csv"]


def test_the_workbook_of_a_selection_and_of_changes(tmp_path: Path) -> None:
    import openpyxl

    tiltak("export", NEW, "-o", "a.xlsx", "--status", "igangsatt", "--since", OLD, cwd=tmp_path)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert {"Forside", "Tiltak", "Retningsvalg", "Departement", "Endringer", "Lister"} <= set(
        book.sheetnames
    )
    ids = [cell.value for cell in book["Tiltak"]["A"] if str(cell.value).startswith("T0")]
    listed = tiltak("list", NEW, "--status", "igangsatt").out.splitlines()[2:-1]
    assert ids == [item.split()[0] for item in listed]
