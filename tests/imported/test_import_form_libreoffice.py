"""A ministry's workbook filled in in LibreOffice: what each status demands can be met there.

Needs `soffice`, its Python, and poppler's programs.
"""

import re
import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import pytest
from command import OLD, tiltak
from office import PYTHON, SCRIPT, office
from returned_books import REGISTER, depot
from workbook_dump import editable

from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.domain.measure import NEEDS, Assessment, Status

__all__ = ["office"]
pytestmark = pytest.mark.libreoffice
# What is written for each field that something demands.
ANSWERS = {
    "gjennomført": "10.06.2024",
    "resultat": "Alle bruker den.",
    "fremdrift": "Arbeidet går som planlagt.",
    "begrunnelse": "Det er ikke satt av midler.",
    "innlemmet_i": "T012",
    "avvik": "Tilgangen mangler; vi har bedt om den.",
}
ROW = 5


def exported(folder: Path) -> dict[str, str]:
    """KD's workbook in a folder, and the letters of its columns by the fields' keys."""
    depot(folder)
    arguments = ("--for", "KD", "--since", OLD, "--due", "30.08.2024", "-o", "bok.xlsx")
    assert tiltak("export", *arguments, cwd=folder).code == 0
    sheet = editable((folder / "bok.xlsx").read_bytes())["Tiltak"]
    labels = {str(c.value).removeprefix("✎ "): c.coordinate[:-1] for c in sheet[4]}
    assert sheet[f"A{ROW}"].value == "T011"
    return {key: labels[field.nb] for key, field in BY_KEY.items() if field.nb in labels}


def filled_in(folder: Path, port: str, *edits: str) -> None:
    source, target = folder / "bok.xlsx", folder / "tilbake.xlsx"
    subprocess.run([PYTHON, SCRIPT, port, source, target, *edits], check=True, timeout=300)


def printed(folder: Path, title: str) -> list[str]:
    """The words on the pages of a sheet, as LibreOffice prints them."""
    book = folder / "tilbake.xlsx"
    program = shutil.which("soffice")
    assert program
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(book)], check=True, capture_output=True, timeout=180)
    text = subprocess.run(
        ["pdftotext", "-layout", folder / "tilbake.pdf", "-"],
        check=True,
        capture_output=True,
        timeout=120,
    ).stdout.decode()
    return [page for page in text.split("\f") if title in page]


@pytest.mark.parametrize("value", [*Status, *Assessment], ids=str)
def test_what_it_demands_is_marked_and_can_be_met(
    tmp_path: Path, office: str, value: Status | Assessment
) -> None:
    """First the word alone: the sheet says what lacks. Then the answers: nothing is wrong."""
    columns = exported(tmp_path)
    field = "status" if isinstance(value, Status) else "vurdering"
    needs = NEEDS.get(value, ())
    chosen = f"type|Tiltak|{columns[field]}{ROW}|{value}"
    cleared = [f"clear|Tiltak|{columns[key]}{ROW}" for key in needs]
    filled_in(tmp_path, office, chosen, *cleared)
    (page,) = printed(tmp_path, "Dere har ansvaret")
    # What lacks is named after the word; the register's own text ends with it.
    assert ("mangler " in page) == bool(needs)
    answers = [f"type|Tiltak|{columns[key]}{ROW}|{ANSWERS[key]}" for key in needs]
    if value is Status.COMPLETED:
        answers += ["type|Milepæler|G6|ja", "type|Milepæler|H6|01.06.2024"]
        answers += [f"clear|Tiltak|{columns['vurdering']}{ROW}"]
    filled_in(tmp_path, office, chosen, *answers)
    done = tiltak("import", "tilbake.xlsx", "--write", cwd=tmp_path)
    assert (done.code, done.err) == (0, ""), done
    text = (tmp_path / REGISTER).read_text("utf-8")
    written = " ".join(text.partition("id: T011")[2].partition("- id: T012")[0].split())
    assert f"{field}: {value}" in written
    assert not [key for key in needs if f"{key}: " not in written]
    assert tiltak("validate", cwd=tmp_path).code == 0


def test_milestones_that_remain_are_told_when_all_is_said_to_be_done(
    tmp_path: Path, office: str
) -> None:
    columns = exported(tmp_path)
    edits = [
        f"type|Tiltak|{columns['status']}{ROW}|gjennomført",
        f"type|Tiltak|{columns['gjennomført']}{ROW}|10.06.2024",
        f"type|Tiltak|{columns['resultat']}{ROW}|Alle bruker den.",
    ]
    filled_in(tmp_path, office, *edits)
    (page,) = printed(tmp_path, "Dere har ansvaret")
    assert "milepæler" in page.split("Oppdatert")[-1]
    assert "gjenstår" in page


def test_it_is_printed_one_page_wide_with_texts_that_can_be_read(
    tmp_path: Path, office: str
) -> None:
    exported(tmp_path)
    filled_in(tmp_path, office)
    assert len(printed(tmp_path, "Dere har ansvaret")) == 1
    found = subprocess.run(
        ["pdftotext", "-bbox", tmp_path / "tilbake.pdf", "-"],
        check=True,
        capture_output=True,
        timeout=120,
    ).stdout.decode()
    sizes = [
        float(high) - float(low)
        for low, high in re.findall(
            r'yMin="([0-9.]+)" xMax="[0-9.]+" yMax="([0-9.]+)">[A-Za-zæøå]', found
        )
    ]
    # A letter's box is 1.22 of its size.
    assert min(sizes) / 1.22 >= 8


def test_what_another_program_saves_is_an_answer(tmp_path: Path, office: str) -> None:
    exported(tmp_path)
    filled_in(tmp_path, office)
    done = tiltak("import", "bok.xlsx", cwd=tmp_path)
    assert done.out == "bok.xlsx: ikke svart. Filen er slik den ble sendt.\n"
    done = tiltak("import", "tilbake.xlsx", cwd=tmp_path)
    assert (done.code, done.out) == (0, "tilbake.xlsx: ingen endringer.\n")
    with zipfile.ZipFile(tmp_path / "tilbake.xlsx") as archive:
        assert b"tiltak" not in archive.read("docProps/app.xml")


def test_a_new_measure_is_proposed(tmp_path: Path, office: str) -> None:
    exported(tmp_path)
    values = (
        *("B5|Felles ordliste", "C5|De samme ordene.", "D5|1", "E5|1c utvikling av", "F5|KD"),
        *("G5|alle", "H5|foreslått", "I5|lav", "K5|2026"),
    )
    filled_in(tmp_path, office, *(f"type|Nye tiltak|{value}" for value in values))
    done = tiltak("import", "tilbake.xlsx", "--write", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    text = (tmp_path / REGISTER).read_text("utf-8")
    assert f"frist: {date(2026, 1, 1).year}\n" in text.rpartition("tittel: Felles ordliste")[2]
    assert tiltak("validate", cwd=tmp_path).code == 0


# What is typed in a cell of T011, by its field, and whether the cell takes it.
TYPED = (
    ("status", "utsatt", True),
    ("status", "ferdig", False),
    ("status", "Utført", False),
    ("vurdering", "blå", False),
    ("vurdering", "gul", True),
    ("prioritet", "viktig", False),
    ("prioritet", "lav", True),
    ("frist", "snart", False),
    ("frist", "2026-Q1", True),
    ("gjennomført", "i fjor", False),
    ("id", "T099", False),
    ("fremdrift", "Planen er på høring.", True),
    ("deltakere", "AID, FIN", True),
)


def test_a_cell_takes_what_it_has_a_list_of_and_refuses_all_else(
    tmp_path: Path, office: str
) -> None:
    """Typed in the program's own window: what is set by a program meets no rule."""
    letters = exported(tmp_path)
    words = [f"Tiltak.{letters[key]}{ROW}={text}" for key, text, _ in TYPED]
    script = SCRIPT.parent / "cases" / "uno_typing.py"
    command = [PYTHON, str(script), office, str(tmp_path / "bok.xlsx"), *words]
    done = subprocess.run(command, capture_output=True, check=True, timeout=300)
    held = done.stdout.decode().splitlines()
    taken = [(key, text, text in now) for (key, text, _), now in zip(TYPED, held, strict=True)]
    assert taken == [*TYPED]
