"""A register that has moved on since the workbook was made, and several workbooks at once."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from command import tiltak
from jsonschema_rs import validator_for
from openpyxl import load_workbook
from returned_books import REGISTER, again, all_of, bring, depot, lines_changed, put_book
from workbook_edits import FILL_IN, Change, note, put

from tiltak_cli.edits.imported.merge import met
from tiltak_cli.sources.packaged import folder
from tiltak_cli.sources.workbook.answers.entries import Entry, Known
from tiltak_cli.sources.workbook.cells import read_cells
from tiltak_cli.views.excel.kit.book import Options

KD, FIN = Options(audience=("KD",)), Options(audience=("FIN",))
TEXT = "Prøvedrift med åpne data er i gang. Koblede data mangler."
MINE, THEIRS = TEXT.replace("data er", "tall er"), TEXT.replace("mangler", "kommer")
BOTH = MINE.replace("mangler", "kommer")
# What the register becomes, what is written in the sheet, and the lines that the import changes.
SETTLED: tuple[tuple[str, Change, list[str]], ...] = (
    # Another field, the same value, and only one side.
    (
        "T002 prioritet=lav",
        put("Tiltak!J6", "2026-03"),
        ["-    frist: 2025", "+    frist: 2026-03"],
    ),
    ("T003 frist=2026-03", put("Tiltak!J7", "mars 2026"), []),
    ("T005 frist=2026-03", lambda _: None, []),
    # A list that both have added to, and one where something went out and something came in.
    (
        "T011 deltakere+=SD",
        put("Tiltak!G9", "AID, BFD, HOD, UD"),
        ["-    deltakere: [AID, BFD, HOD, SD]", "+    deltakere: [AID, BFD, HOD, SD, UD]"],
    ),
    (
        "T015 deltakere-=UD",
        put("Tiltak!G10", "JD, UD, SD"),
        ["-    deltakere: [JD]", "+    deltakere: [JD, SD]"],
    ),
    # Two ends of a text, the later of two days, and two fields of a milestone.
    (
        f"T011 fremdrift={MINE}",
        put("Tiltak!N9", THEIRS),
        [f"-    fremdrift: {MINE}", f"+    fremdrift: {BOTH}"],
    ),
    ("T001 oppdatert=2024-06-10", put("Tiltak!O5", "2024-06-05"), []),
    (
        "T011 milepæler.M2.frist=2024-12-31",
        put("Milepæler!G6", "2024-06-05"),
        ["+        nådd: 2024-06-05"],
    ),
)
# What the register becomes, what is written, and how the conflict is told.
CLASHING: tuple[tuple[str, Change, str], ...] = (
    (
        "T001 frist=2026-01",
        put("Tiltak!J5", "2026-03"),
        "T001.frist: før 2025, registeret 2026-01, arket 2026-03 (J5).",
    ),
    (
        "T011 deltakere=SD,UD,LMD",
        put("Tiltak!G9", "AID"),
        "T011.deltakere: før AID, BFD og HOD, registeret SD, UD og LMD, arket AID (G9).",
    ),
    (
        "T002 frist= løpende=ja",
        put("Tiltak!J6", "2026-03"),
        "T002.frist: før 2025, registeret løpende, arket 2026-03 (J6).",
    ),
    ("T015 milepæler.M2=", put("Milepæler!G9", "2024-06-05"), "T015.milepæler.M2: før «M2"),
)


def moved_on(folder: Path, edits: Iterable[str]) -> None:
    """The register with some edits made in it."""
    by_measure: dict[str, list[str]] = {}
    for edit in edits:
        identity, _, fields = edit.partition(" ")
        parts = fields.split(" ") if "fremdrift" not in fields else [fields]
        by_measure.setdefault(identity, []).extend(parts)
    for identity, wanted in by_measure.items():
        assert tiltak("set", identity, *wanted, cwd=folder).code == 0


@pytest.mark.wide
def test_what_both_sides_say_is_put_together(tmp_path: Path) -> None:
    moved_on(depot(tmp_path), (edit for edit, _, _ in SETTLED))
    done, lines = bring(tmp_path, all_of(change for _, change, _ in SETTLED), "--write")
    assert (done.code, done.err) == (0, "")
    assert sorted(lines) == sorted(line for _, _, changed in SETTLED for line in changed)


def test_before_the_sheet_and_the_register_there_was_a_deadline_and_no_more() -> None:
    entry = Entry("T002", ("frist",), "J6", 2025, "2026-03")
    here = {"id": "T002", "løpende": True}
    ((conflict, _),) = met(
        "T002", {"frist": 2025}, here, [entry], Known(lambda _: ()), {}
    ).conflicts
    assert (conflict.base, conflict.ours) == ({"frist": 2025}, {"løpende": True})


@pytest.mark.wide
def test_what_they_disagree_on_is_chosen(tmp_path: Path) -> None:
    moved_on(depot(tmp_path), (edit for edit, _, _ in CLASHING))
    done, lines = bring(tmp_path, all_of(change for _, change, _ in CLASHING), "--write")
    assert (done.code, lines) == (1, [])
    *told, last = done.err.splitlines()
    for _, _, sentence in CLASHING:
        assert [line for line in told if line.startswith(f"tiltak: {sentence}")], told
    assert last.startswith("tiltak: Ingenting er skrevet: 4 konflikter. Velg med --on-conflict")
    ours, none = again(tmp_path, "--write", "--on-conflict", "ours")
    assert (ours.code, ours.err, none) == (0, "", [])
    theirs, changed = again(tmp_path, "--write", "--on-conflict", "theirs")
    assert (theirs.code, theirs.err) == (0, "")
    assert [line.strip("+ ") for line in changed if line[0] == "+"] == [
        "frist: 2026-03",
        "frist: 2026-03",
        "deltakere: [AID]",
        "- id: M2",
        "tekst: Avtaler og ansatte er klare for overføring",
        "frist: 2024-11-30",
        "nådd: 2024-06-05",
    ]
    after, none = again(tmp_path, "--write")
    assert (after.code, after.err, none) == (0, "", [])


@pytest.mark.wide
@pytest.mark.parametrize(("answers", "written"), [("a\n", True), ("hm\nr\n", False), ("\n", None)])
def test_a_conflict_is_asked_of_on_a_terminal(
    tmp_path: Path, answers: str, written: bool | None
) -> None:
    depot(tmp_path)
    assert tiltak("set", "T001", "frist=2026-01", cwd=tmp_path).code == 0
    put_book(tmp_path, put("Tiltak!J5", "2026-03"))
    done = tiltak(
        "import", "bok.xlsx", "--write", cwd=tmp_path, stdin=answers.encode(), someone=True
    )
    assert f"1 av 1: {CLASHING[0][2]}" in done.err
    assert done.code == (1 if written is None else 0)
    text = (tmp_path / REGISTER).read_text("utf-8")
    assert ("frist: 2026-03" in text) is (written is True)


@pytest.mark.wide
def test_a_measure_that_has_left_the_register_is_a_conflict(tmp_path: Path) -> None:
    depot(tmp_path)
    text = (tmp_path / REGISTER).read_text("utf-8")
    start, end = text.index("  - id: T015"), text.index("  - id: T016")
    (tmp_path / REGISTER).write_text(text[:start] + text[end:], "utf-8")
    done, lines = bring(tmp_path, put("Tiltak!I10", "lav"), "--write")
    assert (done.code, lines) == (1, [])
    assert "T015.prioritet: før høy, registeret har det ikke lenger, arket lav (I10)." in done.err
    done, lines = again(tmp_path, "--write", "--on-conflict", "theirs")
    assert (done.code, lines) == (1, [])
    assert "kan ikke føres inn. Behold registeret med --on-conflict ours, eller" in done.err


def two_books(folder: Path, one: Change, other: Change) -> None:
    put_book(depot(folder), one, "KD.xlsx", KD)
    put_book(folder, other, "FIN.xlsx", FIN)


@pytest.mark.wide
def test_several_workbooks_are_one_edit(tmp_path: Path) -> None:
    two_books(tmp_path, put("Tiltak!H5", "KD skriver."), put("Dere deltar!G7", "FIN skriver."))
    before = (tmp_path / REGISTER).read_text("utf-8")
    done = tiltak("import", "*.xlsx", "--write", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    told = [line.split()[:2] for line in done.out.splitlines()[2:4]]
    assert told == [["T003", "fremdrift"], ["T011", "fremdrift"]]
    assert "FIN.xlsx Dere deltar!G7 · deltaker" in done.out
    changed = lines_changed(before, (tmp_path / REGISTER).read_text("utf-8"))
    assert [line[4:] for line in changed if line[0] == "+"] == [
        " fremdrift: FIN skriver.",
        " fremdrift: KD skriver.",
    ]


@pytest.mark.wide
def test_it_is_told_who_has_not_answered(tmp_path: Path) -> None:
    two_books(tmp_path, lambda _: None, put("Dere deltar!G7", "FIN skriver."))
    done = tiltak("import", "FIN.xlsx", "KD.xlsx", cwd=tmp_path)
    assert "KD.xlsx: ingen endringer.\n" in done.out
    silent = "Ingen arbeidsbok fra AID, BFD, DFD, HOD, JD, KDD, KLD, KUD, LMD og SMK.\n"
    assert silent in done.out


@pytest.mark.wide
def test_two_workbooks_that_differ_are_a_conflict_with_both_their_names(tmp_path: Path) -> None:
    two_books(tmp_path, put("Tiltak!E5", "gul"), put("Dere deltar!E9", "grønn"))
    done = tiltak("import", "KD.xlsx", "FIN.xlsx", "--write", cwd=tmp_path)
    assert done.code == 1
    assert "T011.vurdering: før rød, registeret rød, arket gul (KD.xlsx E5)." in done.err
    assert (
        "T011.vurdering: før rød, registeret rød, arket grønn (FIN.xlsx Dere deltar!E9)."
        in done.err
    )
    assert "1 konflikt." in done.err


@pytest.mark.wide
def test_where_one_of_several_is_spoilt_the_others_can_be_taken(tmp_path: Path) -> None:
    two_books(tmp_path, put("Tiltak!E5", "blå"), put("Dere deltar!G7", "FIN skriver."))
    before = (tmp_path / REGISTER).read_bytes()
    done = tiltak("import", "KD.xlsx", "FIN.xlsx", "--write", cwd=tmp_path)
    assert (done.code, (tmp_path / REGISTER).read_bytes()) == (1, before)
    assert "tiltak: KD.xlsx: E5 (T011, vurdering): «blå» er ikke gyldig." in done.err
    line = done.err.strip().rpartition(": ")[2]
    assert line == "tiltak import FIN.xlsx --write"
    assert tiltak(*line.split()[1:], cwd=tmp_path).code == 0
    (tmp_path / "KD.xlsx").write_bytes(b"")
    done = tiltak("import", "KD.xlsx", "FIN.xlsx", cwd=tmp_path)
    assert done.code == 2
    assert done.err.splitlines()[-1].endswith("Ta de andre slik: tiltak import FIN.xlsx")


@pytest.mark.wide
def test_notes_become_remarks_where_that_is_asked_for(tmp_path: Path) -> None:
    change = all_of([note("Tiltak!C5", "Ring KD\nom dette."), note("Tiltak!E1", "Hei")])
    done, lines = bring(depot(tmp_path), change, options=FILL_IN)
    assert (done.code, lines) == (0, [])
    assert "Merknad på C5 (T011): Ring KD om dette.\n" in done.out
    assert "Merknad på E1: Hei\n" in done.out
    _, lines = again(tmp_path, "--notes", "--write")
    assert lines == ["+    merknad: Ring KD om dette."]
    done, none = again(tmp_path, "--notes", "--write")
    assert (done.code, none) == (0, [])


@pytest.mark.wide
def test_a_copy_with_what_is_wrong_marked(tmp_path: Path) -> None:
    put_book(depot(tmp_path), put("Tiltak!H8", "xyz"))
    done = tiltak("import", "bok.xlsx", "--report", "feil.xlsx", cwd=tmp_path)
    assert (done.code, "Skrev feil.xlsx" in done.err) == (1, True)
    book = load_workbook(tmp_path / "feil.xlsx")
    assert book.sheetnames[0] == "Feil"
    row = [cell.value for cell in book["Feil"][4]]
    assert row[0] == "H8"
    assert str(row[1]).startswith("H8 (T005, status): «xyz» er ikke gyldig.")
    cell = book["Tiltak"]["H8"]
    assert cell.comment
    assert "ikke gyldig" in cell.comment.text
    assert book["_meta"].sheet_state == "veryHidden"
    # When it is right, it comes back as any other.
    cell.value = "vedtatt"
    book.save(tmp_path / "rettet.xlsx")
    done = tiltak("import", "rettet.xlsx", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert len(done.out.splitlines()) == 4
    over = tiltak("import", "bok.xlsx", "--report", "bok.xlsx", cwd=tmp_path)
    assert (over.code, len(read_cells((tmp_path / "bok.xlsx").read_bytes()))) == (2, 2)


@pytest.mark.wide
@pytest.mark.parametrize("value", ["2026-03", "3/4/2025"])
def test_it_is_told_to_programs_too(tmp_path: Path, value: str) -> None:
    depot(tmp_path)
    assert tiltak("set", "T001", "prioritet=lav", cwd=tmp_path).code == 0
    change = all_of(
        [put("Tiltak!J5", value), put("Tiltak!I5", "middels"), note("Tiltak!C9", "Hei")]
    )
    done, _ = bring(tmp_path, change, "--format", "json")
    data = json.loads(done.out)
    schema = Path(folder("schema")) / "innlesing.schema.json"
    assert list(validator_for(json.loads(schema.read_text("utf-8"))).iter_errors(data)) == []
    (clash,) = data["conflicts"]
    assert (clash["measure"], clash["field"], clash["kind"]) == (
        "T001",
        "prioritet",
        "both-changed",
    )
    assert (clash["base"], clash["ours"], clash["theirs"]) == ("høy", "lav", "middels")
    assert len(data["faults"]) == (value == "3/4/2025")
    assert len(data["changes"]) == (value == "2026-03")
