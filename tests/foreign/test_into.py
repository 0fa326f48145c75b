"""A sheet that is brought into a register: which measure is which, and what is written."""

import json
from pathlib import Path
from typing import Any

import pytest
from command import ROOT, tiltak
from jsonschema import Draft202012Validator
from repository import commit, git
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
        # The register may have more in a note, and in no other text.
        ("Tiltak | Merknad\nNy portal | Nr.:", set(), 0),
        ("Tiltak | Beskrivelse\nNy portal | Slik gjør vi", {"T001"}, 0),
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
    assert again.out == (
        "Alt som er lest i arket, står allerede i registeret.\n"
        "I registeret, men ikke i arket: T002. Det blir ikke endret.\n"
    )


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
    assert done.out.startswith(
        f"Skrev 0 endringer og 1 nytt tiltak i {FILE}. 1 celle må avgjøres.\n"
    )
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


EARLIER = "Nr. | Tiltak | Ansvarlig | Frist | Milepæler | Merknad"
BEFORE = f"""{EARLIER}
1 | Ny portal | KD | 2025 | Høring (Q1 2025) | Kost 5
2 | Nytt bygg i byen | KD | 2025 | |
"""
AFTER = f"""{EARLIER}
1 | Ny portal | KD | 2027 | Høring (Q1 2025)\\nVedtak (Q4 2025) | Kost 9
2 | Nytt bygg i byen | FIN | løpende | |
"""


def again(folder: Path) -> Path:
    """A register that has taken in a sheet and is changed, and the sheet as it is now."""
    beside(folder, BEFORE)
    command = ("import", "plan.csv", "--new", "--into", FILE, "--on-conflict", "theirs", "--write")
    assert tiltak(*command, cwd=folder).code == 0
    for change in (
        "frist=2026",
        "milepæler.M1.frist=2025-Q3",
        "merknad=Nr.: 1\nKost 5\nVår egen linje.",
    ):
        assert tiltak("set", "T001", change, cwd=folder).code == 0
    (folder / "ny.csv").write_bytes(delimited(AFTER))
    return folder


@pytest.mark.wide
def test_with_the_earlier_sheet_only_what_is_new_on_both_sides_is_chosen(tmp_path: Path) -> None:
    again(tmp_path)
    command = ("import", "ny.csv", "--new", "--into", FILE, "--base", "plan.csv")
    told = json.loads(tiltak(*command, "--format", "json", cwd=tmp_path).out)
    assert Draft202012Validator(PUBLISHED).is_valid(told)
    changes = {f"{c['measure']}.{c['field']}": c for c in told["into"]["changes"]}
    assert [name for name, change in changes.items() if change["conflict"]] == ["T001.frist"]
    clash = changes.pop("T001.frist")
    assert (clash["base"], clash["old"], clash["new"]) == (2025, 2026, 2027)
    assert {name: change["new"] for name, change in changes.items()} == {
        "T001.milepæler.M2": {"id": "M2", "tekst": "Vedtak", "frist": "2025-Q4"},
        "T001.merknad": "Nr.: 1\nKost 9\nVår egen linje.",
        "T002.ansvarlig": "FIN",
        "T002.løpende": True,
        "T002.frist": None,
    }
    # What only the register has become stays as it is, and is told.
    assert told["into"]["kept"] == ["T001.milepæler.M1.frist"]
    shown = tiltak(*command, cwd=tmp_path)
    assert "I 1 felt er både registeret og arket endret." in " ".join(shown.out.split())
    assert tiltak(*command, "--write", cwd=tmp_path).code == 1
    done = tiltak(*command, "--write", "--on-conflict", "ours", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    first, second = measures(tmp_path)
    assert first["frist"] == 2026
    assert [step.get("frist") for step in first["milepæler"]] == ["2025-Q3", "2025-Q4"]
    assert (second["løpende"], second.get("frist"), second["ansvarlig"]) == (True, None, "FIN")


def test_what_is_not_in_the_sheet_any_more_is_told_and_stays(tmp_path: Path) -> None:
    again(tmp_path)
    (tmp_path / "ny.csv").write_bytes(delimited("Tiltak | Frist | Ansvarlig\nNy portal | | KD"))
    command = ("import", "ny.csv", "--new", "--into", FILE, "--base", "plan.csv")
    before = (tmp_path / FILE).read_bytes()
    shown = " ".join(tiltak(*command, cwd=tmp_path).out.split())
    assert "I registeret, men ikke i arket: T002. Det blir ikke endret." in shown
    assert "Tømt i arket, men ikke i registeret: T001.frist." in shown
    assert tiltak(*command, "--write", cwd=tmp_path).code == 0
    assert (tmp_path / FILE).read_bytes() == before


@pytest.mark.wide
def test_a_revision_of_a_folder_may_be_what_both_were_made_from(tmp_path: Path) -> None:
    folder = tmp_path / "tiltaksoversikt"
    git(tmp_path, "init", "--quiet")
    note = FIRST.replace('"Nr.: 1"', '"Nr.: 1\\nKost 5"')
    commit(
        tmp_path,
        {
            "tiltaksoversikt/hode.yaml": HEAD.removesuffix("\ntiltak:\n"),
            "tiltaksoversikt/a.yaml": f"tiltak:\n{note}",
            "tiltaksoversikt/b.yaml": f"tiltak:\n{SECOND}",
        },
    )
    assert tiltak("set", "T002", "frist=2026", cwd=tmp_path).code == 0
    sheet = "Nr. | Tiltak | Frist | Merknad\n1 | Ny portal | 2027 | Kost 9\n"
    (tmp_path / "plan.csv").write_bytes(delimited(f"{sheet}2 | Nytt bygg i byen | 2025 |"))
    command = ("import", "plan.csv", "--new", "--into", folder.name, "--base", "HEAD", "--write")
    done = tiltak(*command, cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert "Skrev 2 endringer og 0 nye tiltak i tiltaksoversikt/a.yaml." in done.out
    text = (folder / "a.yaml").read_text("utf-8")
    assert "frist: 2027\n" in text
    assert read_yaml("a.yaml", text).data["tiltak"][0]["merknad"] == "Nr.: 1\nKost 9"
    assert "frist: 2026\n" in (folder / "b.yaml").read_text("utf-8")


@pytest.mark.wide
def test_without_it_nothing_of_a_note_is_lost_and_milestones_are_told_apart(
    tmp_path: Path,
) -> None:
    again(tmp_path)
    command = ("import", "ny.csv", "--new", "--into", FILE)
    told = brought_from(tmp_path, *command)
    clashes = {c["field"] for c in told["changes"] if c["conflict"]}
    assert clashes == {"frist", "merknad", "ansvarlig", "løpende", "milepæler.M1.frist"}
    assert tiltak(*command, "--write", "--on-conflict", "theirs", cwd=tmp_path).code == 0
    first = measures(tmp_path)[0]
    assert first["merknad"] == "Nr.: 1\nKost 5\nVår egen linje.\nKost 9"
    assert [step["id"] for step in first["milepæler"]] == ["M1", "M2"]


def brought_from(folder: Path, *command: str) -> Any:
    return json.loads(tiltak(*command, "--format", "json", cwd=folder).out)["into"]


def test_documents_come_last_and_another_title_is_chosen(tmp_path: Path) -> None:
    links = "Mandat https://a.no/m\\nRapport https://a.no/r"
    beside(tmp_path, f"Tiltak | Dokumentasjon\nNy portal | {links}")
    command = ("import", "plan.csv", "--new", "--into", FILE)
    assert tiltak(*command, "--write", cwd=tmp_path).code == 0
    (tmp_path / "plan.csv").write_bytes(
        delimited("Tiltak | Dokumentasjon\nNy portal | Mandatet https://a.no/m\\nX https://a.no/x")
    )
    told = brought_from(tmp_path, *command)
    assert [change["conflict"] for change in told["changes"]] == [True]
    assert tiltak(*command, "--write", "--on-conflict", "theirs", cwd=tmp_path).code == 0
    titles = [each["tittel"] for each in measures(tmp_path)[0]["dokumentasjon"]]
    assert titles == ["Mandatet", "Rapport", "X"]


def test_an_id_over_two_rows_says_nothing_of_which_it_is(tmp_path: Path) -> None:
    beside(tmp_path, "ID | Tiltak | Frist\nT001 | Ny portal | 2025\nT001 | Noe annet | 2026")
    told = brought(tmp_path)
    assert (told["changes"], len(told["new"])) == ([], 1)


def test_a_base_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    beside(tmp_path, "Tiltak | Frist\nNy portal | 2026")
    command = ("import", "plan.csv", "--new")
    for options in (("--base", "plan.csv"), ("--into", FILE, "--base", "gammel.csv")):
        done = tiltak(*command, *options, cwd=tmp_path)
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1), options


def test_what_refers_to_another_measure_follows_its_id(tmp_path: Path) -> None:
    sheet = f"Nr. | Tiltak | Avhenger av | {WHOLE}"
    rest = "Slik. | 1 | 1a | KD | vedtatt | lav | 2026"
    rows = f"7 | Tredje | 1, 8 | {rest}\n8 | Fjerde | | {rest}\n1 | Ny portal | 8"
    beside(tmp_path, f"{sheet}\n{rows}{' |' * 7}")
    command = ("import", "plan.csv", "--new", "--into", FILE, "--map", "Mål=målområder")
    assert brought_from(tmp_path, *command)["new"] == ["T003", "T004"]
    done = tiltak(*command, "--write", cwd=tmp_path)
    assert done.code == 0
    assert "Advarsel: T001: Fristen (2025) er før fristen for T004 (2026)" in done.err
    refers = {each["id"]: each.get("avhenger_av") for each in measures(tmp_path)}
    assert refers == {"T001": ["T004"], "T002": None, "T003": ["T001", "T004"], "T004": None}
    again = brought_from(tmp_path, *command)
    assert (again["changes"], again["new"]) == ([], [])
