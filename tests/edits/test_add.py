"""`tiltak add` and `tiltak remove`: a new measure, and one that was a slip."""

import json
from pathlib import Path

import pytest
from command import DATA, NEW, ROOT, tiltak
from jsonschema import Draft202012Validator
from repository import commit, git
from stopping import files
from support import spread

from tiltak_cli.domain.identity.numbers import next_number
from tiltak_cli.edits.door import edit
from tiltak_cli.edits.operations import Remove
from tiltak_cli.sources.schema.parts import FIRST_ID

FILE = "tiltaksoversikt.yaml"
SCHEMA = Draft202012Validator(
    json.loads((ROOT / "schema/redigering.schema.json").read_text("utf-8"))
)
WHOLE = (
    "tittel=Felles_mal", "beskrivelse=Én_mal.", "målområder=1", "retningsvalg=1a", "ansvarlig=FIN",
    "status=vedtatt", "prioritet=lav", "frist=2025-06",
)  # fmt: skip
WRITTEN = """\
  - id: T029
    tittel: Felles_mal
    beskrivelse: Én_mal.
    målområder: [1]
    retningsvalg: [1a]
    ansvarlig: FIN
    status: vedtatt
    prioritet: lav
    frist: 2025-06
"""
HEAD = NEW.read_text("utf-8").partition("tiltak:\n")[0]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the example as its register."""
    (tmp_path / FILE).write_bytes(NEW.read_bytes())
    return tmp_path


def measure(number: int, lead: str) -> str:
    text = WRITTEN.replace("T029", f"T{number:03d}").replace("FIN", lead)
    return text.replace("mal", str(number))


@pytest.mark.wide
def test_a_measure_is_added_last(folder: Path) -> None:
    before = NEW.read_text("utf-8")
    done = tiltak("add", *WHOLE, cwd=folder)
    line = before.count("\n") + 2
    assert done == (0, f"La til T029 i tiltaksoversikt.yaml, linje {line}.\n", "")
    assert (folder / FILE).read_text("utf-8") == f"{before}\n{WRITTEN}"
    # What was a slip is taken out again, and no byte is another.
    done = tiltak("remove", "T029", "--force", cwd=folder)
    assert done.out == f"Tok ut T029, som sto i tiltaksoversikt.yaml, linje {line}.\n"
    assert (folder / FILE).read_bytes() == NEW.read_bytes()


@pytest.mark.wide
def test_a_measure_is_added_after_another(folder: Path) -> None:
    before = NEW.read_text("utf-8")
    assert tiltak("add", *WHOLE, "--after", "t003", "--id", "T050", cwd=folder).code == 0
    new = WRITTEN.replace("T029", "T050")
    below = before.index("  - id: T004")
    assert (folder / FILE).read_text("utf-8") == f"{before[:below]}{new}\n{before[below:]}"
    done = tiltak("add", *WHOLE, "tittel=Annet", cwd=folder)
    assert (done.code, "tittel er oppgitt to ganger" in done.err) == (2, True)
    assert tiltak("add", *WHOLE[1:], "tittel=Annet", cwd=folder).out.startswith("La til T051 i ")


@pytest.mark.wide
def test_all_that_is_missing_is_named_at_once(folder: Path) -> None:
    done = tiltak("add", "tittel=A", "status=gjennomført", cwd=folder)
    assert (done.code, done.out, files(folder)) == (1, "", {FILE: NEW.read_bytes()})
    assert done.err == (
        "tiltak: T029 mangler «beskrivelse», «målområder», «retningsvalg», «ansvarlig», "
        "«prioritet» og «frist»; status gjennomført krever «gjennomført» og «resultat». Legg til "
        'beskrivelse="…" målområder=… retningsvalg=… ansvarlig=… prioritet=… frist=… '
        'gjennomført=DATO resultat="…"\n'
        "tiltak: Ingenting er skrevet. Med --force skrives det likevel.\n"
    )
    done = tiltak("add", *WHOLE, "status=igangsatt", cwd=folder)
    assert "status er oppgitt to ganger" in done.err
    assert tiltak("add", "tittel=A", "--force", cwd=folder).code == 0
    assert (folder / FILE).read_text("utf-8").endswith("\n\n  - id: T029\n    tittel: A\n")


@pytest.mark.wide
def test_an_id_of_the_history_is_never_used_again(folder: Path) -> None:
    git(folder, "init", "--quiet")
    text = NEW.read_text("utf-8")
    commit(folder, {FILE: f"{text}\n{WRITTEN.replace('T029', 'T040')}"})
    commit(folder, {FILE: text})
    assert tiltak("add", *WHOLE, "--diff", cwd=folder).out.count("+  - id: T041\n") == 1
    for used, why in (("T040", "er brukt før, og brukes aldri om igjen"), ("T003", "er i bruk")):
        done = tiltak("add", *WHOLE, "--id", used, cwd=folder)
        assert (done.code, f"Id-en {used} {why}. Neste ledige er T041" in done.err) == (1, True)
    assert "TIL208" in tiltak("add", *WHOLE, "--id", "Tiltak-1", cwd=folder).err


@pytest.mark.wide
def test_an_id_on_another_branch_is_not_free(folder: Path) -> None:
    git(folder, "init", "--quiet", "--initial-branch=main")
    text = NEW.read_text("utf-8")
    commit(folder, {FILE: text})
    git(folder, "switch", "--quiet", "--create", "side")
    commit(folder, {FILE: f"{text}\n{WRITTEN}"})
    commit(folder, {FILE: f"{text}\n{WRITTEN.replace('T029', 'T030')}"})
    commit(folder, {FILE: "tiltak: [\n", "annet.yaml": "a: 1\n"})
    git(folder, "switch", "--quiet", "main")
    assert "+  - id: T031\n" in tiltak("add", *WHOLE, "--diff", cwd=folder).out
    done = tiltak("add", *WHOLE, "--id", "t029", cwd=folder)
    assert (done.code, "Id-en t029 er brukt før" in done.err) == (1, True)
    # Where git has lost what was there, what is left is what is known.
    blob = git(folder, "rev-parse", f"side~1:{FILE}").strip()
    (folder / ".git/objects" / blob[:2] / blob[2:]).unlink()
    assert "+  - id: T029\n" in tiltak("add", *WHOLE, "--diff", cwd=folder).out


@spread("identity", ["", " ", "X.1", "a/b", "a b", "a=", "T9\u00a0", "T9\u200b"], every=2)
def test_what_cannot_be_an_id_is_not_forced(identity: str, folder: Path) -> None:
    done = tiltak("add", *WHOLE, "--id", identity, "--force", cwd=folder)
    assert (done.code, done.out, files(folder)) == (1, "", {FILE: NEW.read_bytes()})
    assert "kan ikke være en id: den har minst ett tegn" in done.err
    assert "Neste ledige er T029." in done.err


def test_the_next_number() -> None:
    assert next_number([], FIRST_ID) == FIRST_ID
    assert next_number(["T001", "T009"], FIRST_ID) == "T010"
    assert next_number(["T999"], FIRST_ID) == "T1000"
    assert next_number(["T001", "T1000", "x"], FIRST_ID) == "T1001"
    assert next_number(["A-07", "A-08", "B-99"], FIRST_ID) == "A-09"


def test_in_a_folder_it_comes_where_the_same_lead_is(tmp_path: Path) -> None:
    (tmp_path / "m").mkdir()
    (tmp_path / "m/0.yaml").write_text(HEAD, "utf-8")
    (tmp_path / "m/fin.yaml").write_text(f"tiltak:\n{measure(1, 'FIN')}", "utf-8")
    (tmp_path / "m/kd.yaml").write_text(f"tiltak:\n{measure(2, 'KD')}", "utf-8")
    (tmp_path / "m/ud.yaml").write_text(f"tiltak:\n{measure(4, 'UD')}", "utf-8")
    assert "La til T005 i m/fin.yaml, linje 12." in tiltak("add", *WHOLE, "m", cwd=tmp_path).out
    other = [word.replace("FIN", "SD").replace("mal", "x") for word in WHOLE]
    assert "La til T006 i m/ud.yaml" in tiltak("add", *other, "m", cwd=tmp_path).out
    third = [word.replace("mal", "y") for word in other]
    assert "i m/kd.yaml" in tiltak("add", *third, "m", "--after", "T002", cwd=tmp_path).out
    assert tiltak("remove", "T004", "m", "--force", cwd=tmp_path).code == 0
    assert tiltak("remove", "T006", "m", "--force", cwd=tmp_path).code == 0
    # With no measures left a file says so, and the next one begins it anew.
    assert (tmp_path / "m/ud.yaml").read_text("utf-8") == "tiltak: []\n"
    assert tiltak("validate", "m", cwd=tmp_path).code == 0


@pytest.mark.parametrize("start", ["tiltak: []  # ingen\n", "tiltak:  # ingen\n", ""])
def test_the_first_measure(start: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(HEAD + start, "utf-8")
    assert "La til T001 i " in tiltak("add", *WHOLE, cwd=tmp_path).out
    text = (tmp_path / FILE).read_text("utf-8")
    title = "tiltak:  # ingen\n" if start else "tiltak:\n"
    assert title + WRITTEN.replace("T029", "T001") in text
    assert tiltak("validate", cwd=tmp_path).code == 0


def test_a_strategy_of_ones_own(tmp_path: Path) -> None:
    for path in (DATA / "kommuneplan").iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    own = [w.replace("=1", "=A").replace("=1a", "=A1").replace("Aa", "A1") for w in WHOLE]
    own = [word.replace("FIN", "hel").replace("2025-06", "2026") for word in own]
    assert "La til T006 i " in tiltak("add", *own, cwd=tmp_path).out
    assert tiltak("validate", cwd=tmp_path).code == 0


@pytest.mark.wide
def test_the_same_for_programs(folder: Path) -> None:
    data = json.loads(tiltak("add", *WHOLE, "--format", "json", cwd=folder).out)
    SCHEMA.validate(data)
    text = (folder / FILE).read_text("utf-8").splitlines()
    assert [c["field"] for c in data["changes"]][:3] == ["id", "tittel", "beskrivelse"]
    assert all(c["old"] is None and c["field"] in text[c["line"] - 1] for c in data["changes"])
    data = json.loads(tiltak("remove", "T029", "--force", "--format", "json", cwd=folder).out)
    SCHEMA.validate(data)
    assert all(c["new"] is None and c["field"] in text[c["line"] - 1] for c in data["changes"])


def test_what_is_in_the_overview_stays(folder: Path) -> None:
    before = files(folder)
    done = tiltak("remove", "T003", cwd=folder)
    assert (done.code, done.out) == (1, "")
    assert "Sett status: tiltak set T003 status=utgår begrunnelse=…" in done.err
    assert "-  - id: T003\n" in tiltak("remove", "T003", "--diff", cwd=folder).out
    done = tiltak("remove", "T001", "--force", cwd=folder)
    assert done.code == 1
    assert "T005 («del_av») og T006 («del_av») viser til T001." in done.err
    assert "Finner ikke tiltaket «T099»" in tiltak("remove", "T099", cwd=folder).err
    assert files(folder) == before


@pytest.mark.wide
def test_only_what_is_said_of_the_measure_goes_with_it() -> None:
    """The headings stay, whichever of the measures below them go."""
    before = NEW.read_text("utf-8")
    ids = [line[8:] for line in before.splitlines() if line.startswith("  - id: T0")]
    headings = [line for line in before.splitlines() if "──" in line]
    text = before
    for identity in ids[1:]:
        text = edit(FILE, text, [Remove(("tiltak", identity))])
        assert "\n\n\n" not in text
    assert headings
    assert [line for line in text.splitlines() if "──" in line] == headings
    assert "# De fem gruppene er egne tiltak" not in text
    at_once = edit(FILE, before, [Remove(("tiltak", identity)) for identity in ids[1:]])
    assert at_once == text
