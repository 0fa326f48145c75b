"""A sheet that is brought into a register: which measure is which, and what is written."""

import json
from pathlib import Path
from typing import Any

import pytest
from command import ROOT, tiltak
from jsonschema import Draft202012Validator
from sheets import delimited
from support import FILE

from tiltak_cli.sources.yaml.reader import read_yaml

PUBLISHED = json.loads((ROOT / "schema/regneark.schema.json").read_text("utf-8"))
HEAD = 'strategi: "2021-2025"\nutgave: "2024-1"\nper_dato: 2024-06-15\nansvarlig: DFD\n\ntiltak:\n'
MEASURE = """  # Egen kommentar.
  - id: {id}
    tittel: {title}
    beskrivelse: Slik gjør vi det.
    målområder: [1]
    retningsvalg: [1a]
    ansvarlig: KD
    status: vedtatt
    prioritet: høy
    {rest}
"""
FIRST = MEASURE.format(id="T001", title="Ny portal", rest='frist: 2025\n    merknad: "Nr.: 1"')
SECOND = FIRST.replace("T001", "T002").replace("Ny portal", "Nytt bygg i byen")
SECOND = SECOND.replace("Nr.: 1", "Nr.: 2")
WHOLE = "Beskrivelse | Mål | Retningsvalg | Ansvarlig | Status | Prioritet | Frist"


def beside(folder: Path, sheet: str) -> Path:
    (folder / FILE).write_text(f"{HEAD}{FIRST}\n{SECOND}", "utf-8")
    (folder / "plan.csv").write_bytes(delimited(sheet))
    return folder


def brought(folder: Path, *options: str) -> Any:
    command = ("import", "plan.csv", "--new", "--into", FILE, "--format", "json", *options)
    told = json.loads(tiltak(*command, cwd=folder).out)
    assert Draft202012Validator(PUBLISHED).is_valid(told)
    return told["into"]


def measures(folder: Path) -> Any:
    return read_yaml(FILE, (folder / FILE).read_text("utf-8")).data["tiltak"]


@pytest.mark.parametrize(
    ("sheet", "changed", "new"),
    [
        # By id, whatever the title; by title, whatever the number; by number and a like title.
        ("ID | Tiltak | Frist\nT002 | Noe annet | 2026", {"T002"}, 0),
        ("Nr. | Tiltak | Frist\n2 | Ny portal | 2026", {"T001"}, 0),
        ("Nr. | Tiltak | Frist\n2 | Nytt bygg i sentrum av byen | 2026", {"T002"}, 0),
        # A running number alone says nothing.
        ("Nr. | Tiltak | Frist\n1 | Et helt nytt tiltak | 2026", set(), 1),
        ("Tiltak | Frist\nNy portal | 2025", set(), 0),
        ("Tiltak | Frist\nNy portal | 2026\nNy portal | 2027", set(), 2),
    ],
)
def test_a_measure_is_known_by_its_id_title_or_number(
    sheet: str, changed: set[str], new: int, tmp_path: Path
) -> None:
    told = brought(beside(tmp_path, sheet))
    assert {change["measure"] for change in told["changes"]} == changed
    assert len(told["new"]) == new


def test_what_a_register_lacks_is_put_in_and_the_rest_left_as_it_stands(tmp_path: Path) -> None:
    beside(tmp_path, "Tiltak | Status | Fremdrift\nny  portal | vedtatt | Vi er snart i gang.")
    command = ("import", "plan.csv", "--new", "--into", FILE, "--map", "Fremdrift=fremdrift")
    shown = tiltak(*command, cwd=tmp_path)
    assert (shown.code, shown.err) == (0, "")
    assert "T001    fremdrift  –" in shown.out
    assert "1 endring i 1 tiltak, og 0 nye tiltak." in shown.out
    done = tiltak(*command, "--write", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    text = (tmp_path / FILE).read_text("utf-8")
    now = FIRST.replace("    merknad", "    fremdrift: Vi er snart i gang.\n    merknad")
    assert text == f"{HEAD}{now}\n{SECOND}"
    again = tiltak(*command, "--write", cwd=tmp_path)
    assert again.out == "Alt som er lest i arket, står allerede i registeret.\n"


def test_where_both_have_a_value_someone_must_choose(tmp_path: Path) -> None:
    beside(tmp_path, "Tiltak | Frist\nNy portal | 2026\nNytt bygg i byen | 2025")
    command = ("import", "plan.csv", "--new", "--into", FILE)
    shown = tiltak(*command, cwd=tmp_path)
    assert shown.code == 1
    assert "T001    frist  2025  2026  B2" in shown.out
    assert "--on-conflict ours (registeret) eller theirs (arket)" in " ".join(shown.out.split())
    before = (tmp_path / FILE).read_text("utf-8")
    refused = tiltak(*command, "--write", cwd=tmp_path)
    assert (refused.code, refused.out) == (1, "")
    ours = tiltak(*command, "--write", "--on-conflict", "ours", cwd=tmp_path)
    assert (ours.code, (tmp_path / FILE).read_text("utf-8")) == (0, before)
    theirs = tiltak(*command, "--write", "--on-conflict", "theirs", cwd=tmp_path)
    assert theirs.code == 0
    assert [measure["frist"] for measure in measures(tmp_path)] == [2026, 2025]


def test_a_new_measure_gets_the_next_id_and_what_is_unclear_stands_above_it(tmp_path: Path) -> None:
    beside(
        tmp_path,
        f"Nr. | Tiltak | {WHOLE}\n7 | Tredje | Slik. | 1 | 1a | KD | vedtatt | lav | 07/17",
    )
    command = ("import", "plan.csv", "--new", "--into", FILE, "--map", "Mål=målområder")
    assert brought(tmp_path, "--map", "Mål=målområder")["new"] == ["T003"]
    refused = tiltak(*command, "--write", cwd=tmp_path)
    assert (refused.code, refused.out) == (1, "")
    assert "T003: Tiltaket har verken frist eller" in refused.err
    done = tiltak(*command, "--write", "--force", cwd=tmp_path)
    assert done.code == 0
    assert done.out == f"Skrev 0 endringer og 1 nytt tiltak i {FILE}. 1 celle må avgjøres.\n"
    text = (tmp_path / FILE).read_text("utf-8")
    assert text.startswith(f"{HEAD}{FIRST}\n{SECOND}")
    assert "\n  # I2 (frist): «07/17» mangler året\n  - id: T003\n" in text
    assert measures(tmp_path)[2]["merknad"] == "Nr.: 7"
    assert tiltak("format", "--check", cwd=tmp_path).code == 0


def test_a_register_that_cannot_be_edited_is_refused(tmp_path: Path) -> None:
    beside(tmp_path, "Tiltak | Frist\nNy portal | 2026")
    command = ("import", "plan.csv", "--new", "--into")
    for options in (("annet.yaml",), (FILE, "--keeper", "KD"), (FILE, "--on-conflict", "begge")):
        done = tiltak(*command, *options, cwd=tmp_path)
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1), options
    (tmp_path / FILE).write_text("tiltak: [\n", "utf-8")
    broken = tiltak(*command, FILE, cwd=tmp_path)
    assert (broken.code, broken.out) == (1, "")
    assert "Filen kan ikke endres" in broken.err
