"""What is told of a register with faults: all that is clear, and what is left out beside it."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from command import NEW, ROOT, Done, tiltak
from openpyxl import load_workbook
from repository import commit, git
from support import spread

FILE = "tiltaksoversikt.yaml"
TEXT = NEW.read_text("utf-8")
# A fault, as what stands there and what it becomes, and the measures that are unclear for it.
FAULTS = {
    "a value": ("    frist: 2024-05-31", "    frist: snart", ["T011"]),
    "an unknown field": ("    frist: 2024-05-31", "    fristt: 2024-05-31", ["T011"]),
    "an organisation": ("    ansvarlig: KD\n", "    ansvarlig: KDX\n", ["T004"]),
    "a tab": ("    status: igangsatt", "\tstatus: igangsatt", ["T001"]),
    "a quote": ("    tittel: ", '    tittel: "', ["T001"]),
    "a missing colon": ("    status: ", "    status ", ["T001"]),
    "a conflict": (
        "    status: igangsatt",
        "<<<<<<< a\n    status: igangsatt\n=======\n    status: vedtatt\n>>>>>>> b",
        ["T001"],
    ),
    "an id twice": ("- id: T004", "- id: T003", ["T003", "T003"]),
    "a missing dash": ("  - id: T004", "    id: T004", ["T004"]),
    "an odd letter": ("Felles", "Fel\u2028les", ["T009"]),
    "a broken rule": ("    resultat: ", "    risiko: ", []),
    "the head": ("ansvarlig: DFD", "ansvarlig: XYZ", []),
    "the name of the list": ("tiltak:\n", "Tiltak:\n", []),
}


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet")
    return tmp_path


def spoilt(folder: Path, fault: str) -> list[str]:
    """A register with a fault, and the ids of the measures that are left out for it."""
    before, after, ids = FAULTS[fault]
    assert before in TEXT
    (folder / FILE).write_text(TEXT.replace(before, after, 1), "utf-8")
    (folder / "hel.yaml").write_text(TEXT, "utf-8")
    return ids


def exported(done: Done, name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(done.out)
    schema = json.loads((ROOT / "schema" / name).read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(data)
    return data


@pytest.mark.wide
@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_clear_is_told_and_the_rest_is_named(fault: str, tmp_path: Path) -> None:
    ids = spoilt(tmp_path, fault)
    done = tiltak("report", "--format", "json", cwd=tmp_path)
    assert (done.code, done.err.count("\n")) == (0, 1)
    assert done.err.startswith(f"tiltak: {FILE} har 1 feil.")
    assert f"Kjør «tiltak validate {FILE}»" in done.err
    assert all(identity in done.err for identity in ids)
    assert ids or "Alle tiltakene er med." in done.err
    report = exported(done, "rapport.schema.json")
    assert report.get("utelatt", []) == sorted(set(ids))
    assert report["utvalg"] == {"tiltak": 28 - len(ids), "av": 28 - len(ids)}
    assert sum(report["situasjoner"].values()) == 28 - len(ids)
    # What is missing only because of a fault is not told as missing.
    assert report["departementer_uten_rolle"] == ["FD", "NFD"]
    assert report["retningsvalg_uten_tiltak"] == ["2d"]
    assert tiltak("report", "--strict", cwd=tmp_path).code == 1


@pytest.mark.wide
@pytest.mark.parametrize("fault", FAULTS)
def test_nothing_seems_to_have_come_or_gone_for_a_fault(fault: str, tmp_path: Path) -> None:
    ids = spoilt(tmp_path, fault)
    for sides in ((FILE, "hel.yaml"), ("hel.yaml", FILE)):
        done = tiltak("diff", *sides, "--format", "json", cwd=tmp_path)
        changes = exported(done, "endringer.schema.json")
        kinds = {change["kind"] for change in changes["changes"]}
        assert not kinds & {"nytt", "borte", "id-endret"}
        left = {name for side in ("old", "new") for name in changes[side].get("left_out", ())}
        assert left >= set(ids)


FORMS = {
    "list": ("list",),
    "text": ("report", "--no-timeline"),
    "markdown": ("report", "--format", "markdown"),
    "page": ("report", "--format", "html"),
    "nynorsk": ("report", "--format", "markdown", "--language", "nn"),
    "english": ("report", "--format", "markdown", "--language", "en"),
    "diff": ("diff", "hel.yaml", FILE),
    "diff as markdown": ("diff", "hel.yaml", FILE, "--format", "markdown"),
    "diff as a page": ("diff", "hel.yaml", FILE, "--format", "html"),
}


@spread("form", FORMS, 12)
def test_it_is_said_where_numbers_are_shown(form: str, tmp_path: Path) -> None:
    spoilt(tmp_path, "a value")
    shown = " ".join(tiltak(*FORMS[form], cwd=tmp_path).out.split())
    said = ("feil gjør det uklart: T011.", "feil gjer det uklart: T011.", "it unclear: T011.")
    assert any(each in shown for each in said)


@pytest.mark.wide
def test_the_workbook_says_it_on_its_first_page(tmp_path: Path) -> None:
    spoilt(tmp_path, "a value")
    assert tiltak("export", "-o", "a.xlsx", cwd=tmp_path).code == 0
    cells = [c.value for row in load_workbook(tmp_path / "a.xlsx")["Forside"] for c in row]
    assert any(str(value).startswith("Ett tiltak er ikke med") for value in cells)


def test_a_measure_with_faults_is_shown_as_it_is_written(tmp_path: Path) -> None:
    spoilt(tmp_path, "a value")
    done = tiltak("show", "T011", cwd=tmp_path)
    assert done.code == 0
    assert "! Tiltaket har feil, og er vist slik det er skrevet." in done.out
    assert " ".join(done.out.split()).count(" frist snart ") == 1
    (measure,) = json.loads(tiltak("show", "T011", "--format", "json", cwd=tmp_path).out)["tiltak"]
    assert (measure["frist"], "avledet" in measure) == ("snart", False)


def test_another_day_stands_for_one_that_cannot_be_read_and_is_said(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(TEXT.replace("per_dato: 2024-06-15", "per_dato: snart"), "utf-8")
    done = tiltak("report", "--format", "json", "--as-of", "2024-06-15", cwd=tmp_path)
    report = exported(done, "rapport.schema.json")
    assert (report["per_dato"], report["rapportdato"]) == (None, "2024-06-15")
    said = "Registerets egen dato (per_dato) er ikke kjent, så 15.06.2024 er brukt."
    assert said in done.err
    assert said in report["oppsummering"]


@pytest.mark.parametrize(
    ("text", "code"),
    [("", 2), ("bare tekst", 1), (TEXT.replace('strategi: "2021-2025"', "strategi: x"), 1)],
    ids=["empty", "no register", "no strategy"],
)
def test_what_cannot_be_read_at_all_is_refused(text: str, code: int, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(text, "utf-8")
    done = tiltak("list", cwd=tmp_path)
    assert (done.code, done.out, "Rett feilene først" in done.err) == (code, "", True)


@pytest.mark.wide
def test_an_old_commit_with_faults_stops_nothing(repo: Path) -> None:
    before, after, _ = FAULTS["a missing colon"]
    commit(repo, {FILE: TEXT.replace(before, after, 1)})
    commit(repo, {FILE: TEXT})
    for command in (
        ("diff", "HEAD~1"),
        ("report", "--since", "HEAD~1"),
        ("list", "--rev", "HEAD~1"),
        ("validate", "--against", "HEAD~1"),
        ("history", "T002"),
    ):
        done = tiltak(*command, cwd=repo)
        assert (done.code, bool(done.out)) == (0, True), command
    assert tiltak("diff", "HEAD~1", "--strict", cwd=repo).code == 1


@pytest.mark.wide
def test_only_an_edition_demands_that_there_are_none(repo: Path) -> None:
    spoilt(repo, "a value")
    (repo / "hel.yaml").unlink()
    git(repo, "add", FILE)
    git(repo, "commit", "-qm", "Med feil")
    done = tiltak("edition", "2024-2", "--yes", cwd=repo)
    assert (done.code, "Utgaven er ikke laget, for registeret har" in done.err) == (1, True)


@pytest.mark.wide
def test_the_file_is_said_to_have_so_many_of_all(tmp_path: Path) -> None:
    spoilt(tmp_path, "a value")
    done = tiltak("export", FILE, "-o", "a.xlsx", cwd=tmp_path)
    assert done.out == "Skrev a.xlsx: 27 av 28 tiltak.\n"
    done = tiltak("report", FILE, "-o", "a.html", cwd=tmp_path)
    assert done.out == "Skrev a.html: 27 av 28 tiltak.\n"
    assert tiltak("report", "hel.yaml", "-o", "a.html", cwd=tmp_path).out.endswith(" 28 tiltak.\n")


@pytest.mark.wide
def test_nobody_is_sent_to_a_command_that_does_not_show_the_fault(tmp_path: Path) -> None:
    spoilt(tmp_path, "a value")
    see = "Kjør «tiltak validate tiltaksoversikt.yaml» for å se hva som er galt."
    assert see in tiltak("list", FILE, cwd=tmp_path).err
    tiltak("validate", "--write-baseline", cwd=tmp_path)
    assert tiltak("validate", cwd=tmp_path).code == 0
    error = tiltak("list", FILE, cwd=tmp_path).err
    assert "Feilen (TIL209) er godtatt eller lagret som kjent, så «tiltak validate»" in error
    assert see not in error
    text = (tmp_path / FILE).read_text("utf-8")
    (tmp_path / FILE).write_text(text.replace("ansvarlig: KD\n", "ansvarlig: KDX\n", 1), "utf-8")
    error = tiltak("list", FILE, cwd=tmp_path).err
    assert "1 av dem (TIL209) er godtatt" in error
    assert see in error
