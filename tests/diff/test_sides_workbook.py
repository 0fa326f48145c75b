"""An exported workbook as a side of a comparison: what it was made from."""

import shutil
from pathlib import Path

import pytest
from command import DATA, NEW, tiltak
from few import NEW_TEXT, OLD_TEXT, some
from openpyxl import Workbook
from renumbering_cases import ARCHIVE, CRISIS, LEADERS, also, numbered
from repository import commit, copied, git
from support import FILE, register_text

# Of the example, those with fields of every kind, and what they refer to.
IDS = ("T001", "T011", "T013", "T015", "T016", "T026")
BEFORE, AFTER = some(OLD_TEXT, *IDS), some(NEW_TEXT, *IDS, "T027", "T028")
# Some changes are in fields that the workbook does not show, and so does not have.
EXPECTED = "18 endringer i 7 tiltak"
WITHOUT = "«forum», «kontakt» og «merknad»; det som mangler, er ikke sammenlignet."
NOTHING = "Ingen endringer i innholdet."


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """A register with a workbook of the edition before, stored in git too."""
    return copied(_depot, tmp_path / "depot")


def _depot(folder: Path) -> None:
    git(folder, "init", "--quiet")
    commit(folder, {FILE: BEFORE}, "2023-11-15")
    assert tiltak("export", "-o", "møte.xlsx", cwd=folder).code == 0
    commit(folder, {FILE: AFTER}, "2024-06-15")
    git(folder, "tag", "utgave-2024-1")


@pytest.mark.parametrize(
    "sides",
    [
        ["møte.xlsx"],
        ["møte.xlsx", FILE],
        ["HEAD:møte.xlsx"],
        ["HEAD:møte.xlsx", "HEAD"],
        ["møte.xlsx", "2024-1"],
        ["./møte.xlsx", "2024-06"],
    ],
    ids=" ".join,
)
def test_a_workbook_and_a_register(repo: Path, sides: list[str]) -> None:
    done = tiltak("diff", *sides, cwd=repo)
    assert (done.code, done.err.count("\n")) == (0, 1)
    assert "møte.xlsx» har ikke feltene «beskrivelse», «utviklings" in done.err
    assert WITHOUT in done.err
    assert EXPECTED in done.out


@pytest.mark.wide
def test_a_workbook_and_what_it_was_made_from(repo: Path) -> None:
    assert tiltak("diff", "HEAD~1", "møte.xlsx", cwd=repo).out.splitlines()[1] == NOTHING


def test_two_workbooks(repo: Path) -> None:
    assert tiltak("export", "-o", "ny.xlsx", cwd=repo).code == 0
    assert EXPECTED in tiltak("diff", "møte.xlsx", "ny.xlsx", cwd=repo).out
    assert tiltak("diff", "ny.xlsx", "ny.xlsx", cwd=repo).out.splitlines()[1] == NOTHING


@pytest.mark.parametrize("choice", [["--for", "KLD"], ["--public"]], ids=" ".join)
def test_what_was_not_exported_is_not_told(repo: Path, choice: list[str]) -> None:
    """Neither as taken out, nor as new: other measures, and fields that are internal."""
    assert tiltak("export", "-o", "del.xlsx", *choice, cwd=repo).code == 0
    done = tiltak("diff", "del.xlsx", cwd=repo)
    assert done.out.splitlines()[1] == NOTHING
    if choice[0] == "--for":
        assert "«del.xlsx» har bare 1 tiltak av 8 og ikke feltene «beskrivelse»" in done.err
        assert WITHOUT in done.err


def test_other_commands_take_a_workbook_as_the_earlier_side(repo: Path) -> None:
    done = tiltak("export", "-o", "ny.xlsx", "--since", "møte.xlsx", cwd=repo)
    assert (done.code, WITHOUT in done.err) == (0, True)
    (repo / FILE).write_text(AFTER.replace("id: T001", "id: T901"), "utf-8")
    assert "TIL501" in tiltak("validate", "--against", "møte.xlsx", cwd=repo).out


@pytest.mark.wide
@pytest.mark.parametrize("register", [FILE, "-"])
def test_a_workbook_to_hold_against_is_of_the_register_s_own_strategy(
    tmp_path: Path, register: str
) -> None:
    folder = tmp_path / "plan"
    shutil.copytree(DATA / "kommuneplan", folder)
    assert tiltak("export", "-o", "m.xlsx", cwd=folder).code == 0
    text = (folder / FILE).read_text("utf-8").replace("id: T002", "id: T902")
    (folder / FILE).write_text(text, "utf-8")
    done = tiltak("validate", register, "--against", "m.xlsx", cwd=folder, stdin=text.encode())
    assert (done.code, done.err) == (1, "")
    assert "Tiltaket hadde id-en T002 i «m.xlsx»." in done.out


@pytest.mark.wide
def test_a_measure_that_only_the_workbook_has(repo: Path) -> None:
    """What it lacks of it cannot be taken from elsewhere: its description, or even its status."""
    assert tiltak("export", "-o", "ny.xlsx", cwd=repo).code == 0
    assert "2  ● Nytt tiltak" in tiltak("diff", "HEAD~1", "ny.xlsx", cwd=repo).out
    assert tiltak("export", "-o", "kort.xlsx", "--columns", "id,tittel,status", cwd=repo).code == 0
    assert tiltak("diff", "kort.xlsx", cwd=repo).out.splitlines()[1] == NOTHING
    done = tiltak("diff", "HEAD~1", "kort.xlsx", cwd=repo)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert (
        "«kort.xlsx» har ikke feltene «målområder», «ansvarlig» og «prioritet», og T027 og T028 "
        "står bare der." in done.err
    )


def test_a_strategy_of_ones_own(tmp_path: Path) -> None:
    shutil.copytree(DATA / "kommuneplan", tmp_path / "plan")
    folder = tmp_path / "plan"
    assert tiltak("export", "-o", "m.xlsx", cwd=folder).code == 0
    assert tiltak("diff", "m.xlsx", cwd=folder).out.splitlines()[1] == NOTHING
    done = tiltak("diff", "m.xlsx", NEW, cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert "er ikke den som registeret hører til." in done.err


def test_a_workbook_of_somebody_elses_is_refused_in_a_sentence(repo: Path) -> None:
    Workbook().save(repo / "annen.xlsx")
    (repo / "tekst.xlsx").write_text("ikke en arbeidsbok", "utf-8")
    for name in ("annen.xlsx", "tekst.xlsx"):
        for sides in ([name], [name, FILE], [FILE, name], [name, name]):
            done = tiltak("diff", *sides, cwd=repo)
            assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
            assert f"«{name}»: " in done.err
    assert "Finner ikke «borte.xlsx»." in tiltak("diff", "borte.xlsx", cwd=repo).err


@pytest.mark.wide
@pytest.mark.parametrize("choice", [[], ["--for", "KUD"], ["--public"]], ids=" ".join)
def test_what_a_workbook_lacks_is_the_measure_s_and_not_the_number_s(
    tmp_path: Path, choice: list[str]
) -> None:
    notes = (also(ARCHIVE, "merknad: Ring KUD."), also(CRISIS, "merknad: Ring JD."))
    old = register_text(numbered(T001=notes[0], T002=notes[1], T003=LEADERS))
    new = register_text(numbered(T001=notes[1], T002=notes[0], T003=LEADERS))
    (tmp_path / FILE).write_text(old, "utf-8")
    assert tiltak("export", "-o", "før.xlsx", *choice, cwd=tmp_path).code == 0
    (tmp_path / FILE).write_text(new, "utf-8")
    done = tiltak("diff", "før.xlsx", FILE, "--format", "oneline", cwd=tmp_path)
    (line,) = done.out.splitlines()
    assert line.endswith("2 tiltak har byttet nummer: T001 → T002 og T002 → T001.")
