"""The history of a register in real repositories: merges, other names, files that were split."""

from datetime import date
from pathlib import Path

import pytest
from command import DATA, tiltak
from history_depot import ONE, OTHER, depot, edition, history, moved, refused, steps
from repository import commit, git
from support import FILE, HEAD_LINES, register_text, spread

from tiltak_cli.sources.history.read import newer_than

__all__ = ["depot"]


def listed(lines: str) -> str:
    """Measures without a head."""
    return register_text(lines).removeprefix(HEAD_LINES)


def test_who_changed_what_and_when(depot: Path) -> None:
    commit(depot, {"annet.txt": "Ikke registeret."}, "2024-01-20")
    commit(depot, {FILE: edition("2023")}, "2024-02-10")
    (depot / FILE).write_text(edition("2024-Q2"), "utf-8")
    author = {"GIT_AUTHOR_NAME": "Áile Ødegård", "GIT_AUTHOR_EMAIL": "a@example.invalid"}
    git(depot, "commit", "-qam", "Ny frist", day="2024-03-10", **author)
    found = history()
    assert steps(found) == [
        moved("2024-02-10", "2022", "2023"),
        ("2024-03-10", "Áile Ødegård", "frist", "2023", "2. kvartal 2024"),
    ]
    assert found.moves("T001")[:2] == (2, 547)
    assert found.last_changed("T001") == date(2024, 3, 10)
    assert found.last_changed("T002") == date(2024, 1, 10)
    assert [str(r.day) for r in found.revisions] == ["2024-01-10", "2024-02-10", "2024-03-10"]
    assert found.revisions[-1].commit == git(depot, "rev-parse", "HEAD").strip()
    assert not found.unreadable
    assert not found.shallow
    assert not found.uncommitted


def test_up_to_a_tag_and_after_it(depot: Path) -> None:
    commit(depot, {FILE: edition("2023")}, "2024-02-01")
    git(depot, "tag", "-a", "-m", "Utgave", "utgave/2024-1")
    commit(depot, {FILE: edition("2024")}, "2024-03-01")
    assert steps(history(f"utgave/2024-1:{FILE}")) == [moved("2024-02-01", "2022", "2023")]
    newest = frozenset({git(depot, "rev-parse", "HEAD").strip()})
    assert newer_than("utgave/2024-1", FILE) == newest
    assert newer_than("HEAD", FILE) == frozenset()


@pytest.mark.parametrize(
    "name", ["nytt navn.yaml", "påfølgende/år/æøå.yaml", "-x.yaml", "a\tb.yml"]
)
def test_a_file_with_another_name_before(depot: Path, name: str) -> None:
    commit(depot, {FILE: edition("2023")}, "2024-02-01")
    (depot / name).parent.mkdir(parents=True, exist_ok=True)
    (depot / FILE).rename(depot / name)
    commit(depot, {name: edition("2024"), "ny.yaml": "a: 1\n"}, "2024-03-01")
    commit(depot, {name: edition("2025")}, "2024-04-01")
    assert steps(history(f"./{name}")) == [
        moved("2024-02-01", "2022", "2023"),
        moved("2024-03-01", "2023", "2024"),
        moved("2024-04-01", "2024", "2025"),
    ]


def test_a_folder_with_another_name_before(depot: Path) -> None:
    git(depot, "rm", "--quiet", FILE)
    commit(depot, {"en/0.yaml": HEAD_LINES, "en/a.yaml": listed(ONE)}, "2024-02-01")
    (depot / "en").rename(depot / "to")
    commit(depot, {"to/b.yaml": listed(OTHER)}, "2024-03-01")
    found = history("to")
    assert found.stories["T001"].first.day == date(2024, 1, 10)
    # It was left out when the file became a folder, and put in again when that was renamed.
    assert [step[:3] for step in steps(found, "T002")] == [
        ("2024-02-01", "Test", ""),
        ("2024-03-01", "Test", ""),
    ]


@spread(
    ("register", "file", "strategy"),
    [
        (FILE, FILE, "strategi.yaml"),
        (f"d/{FILE}", f"d/{FILE}", "d/strategi.yaml"),
        ("d", "d/alt.yaml", "d/strategi.yaml"),
    ],
    every=3,
)
def test_organisations_are_who_they_are_in_the_strategy_that_holds_now(
    depot: Path, register: str, file: str, strategy: str
) -> None:
    """In the municipality's own, technical services and the urban environment are the same."""
    (depot / FILE).unlink()
    text = edition().replace('"2021-2025"', "strategi.yaml")
    own = (DATA / "kommuneplan" / "strategi.yaml").read_text("utf-8")
    commit(depot, {file: text.replace("KDD", "TEK"), strategy: own}, "2024-02-01")
    commit(depot, {file: text.replace("KDD", "BYM")}, "2025-02-01")
    assert steps(history(register)) == [("2024-02-01", "Test", "ansvarlig", "KDD", "TEK")]


def test_a_file_that_was_split_into_a_folder_and_joined_again(depot: Path) -> None:
    (depot / FILE).unlink()
    parts = {
        "d/hode.yaml": HEAD_LINES,
        "d/a.yaml": listed(f"{ONE}  frist: 2022\n"),
        "d/b.yaml": listed(OTHER),
    }
    commit(depot, parts, "2024-02-01")
    commit(depot, {"d/a.yaml": listed(f"{ONE}  frist: 2023\n")}, "2024-03-01")
    # Split again: content moves from file to file.
    (depot / "d" / "b.yaml").unlink()
    commit(depot, {"d/c/e.yaml": listed(OTHER)}, "2024-03-02")
    assert steps(history("d")) == [moved("2024-03-01", "2022", "2023")]
    for path in (depot / "d").rglob("*.yaml"):
        path.unlink()
    commit(depot, {"alt.yaml": edition("2023")}, "2024-04-01")
    commit(depot, {"alt.yaml": edition("2024")}, "2024-05-01")
    found = history("alt.yaml")
    assert steps(found) == [
        moved("2024-03-01", "2022", "2023"),
        moved("2024-05-01", "2023", "2024"),
    ]
    assert steps(found, "T002") == []
    assert found.stories["T002"].first.day == date(2024, 1, 10)


def test_another_register_that_is_removed_is_not_the_same(depot: Path) -> None:
    """Every register has a T001; only what it is called tells whose it is."""
    (depot / FILE).unlink()
    commit(depot, {"annen.yaml": register_text("- id: T001\n  tittel: Noe helt annet\n")})
    assert history("annen.yaml").stories["T001"].steps == ()
    assert len(history("annen.yaml").revisions) == 1


def test_of_two_files_that_are_removed_the_register_had_the_most_of_its_measures(
    depot: Path,
) -> None:
    commit(depot, {"utdrag.yaml": register_text(f"{ONE}  frist: 2021\n")}, "2024-02-01")
    (depot / "utdrag.yaml").unlink()
    (depot / FILE).unlink()
    commit(depot, {"ny.yaml": edition("2023")}, "2024-03-01")
    assert steps(history("ny.yaml")) == [moved("2024-03-01", "2022", "2023")]


def test_a_register_that_was_away_for_a_while(depot: Path) -> None:
    git(depot, "rm", "--quiet", FILE)
    git(depot, "commit", "-qm", "Borte", day="2024-02-01")
    assert "er tatt ut av git" in refused(FILE)
    first = git(depot, "rev-parse", "--short=10", "HEAD~1").strip()
    assert f"vises med {first}:{FILE}" in refused(FILE)
    commit(depot, {FILE: edition("2023")}, "2024-03-01")
    assert steps(history()) == [moved("2024-03-01", "2022", "2023")]


def test_revisions_that_cannot_be_read_are_passed_over(depot: Path) -> None:
    for number, broken in enumerate(
        (
            "",
            "bare tekst\n",
            HEAD_LINES,
            edition("2099").replace("tittel", "t\x00ttel"),
        ),
        1,
    ):
        commit(depot, {FILE: broken}, f"2024-02-{number:02d}")
    commit(depot, {FILE: edition("2023")}, "2024-03-01")
    found = history()
    assert [str(r.day) for r in found.unreadable] == [f"2024-02-{n:02d}" for n in range(1, 5)]
    assert steps(found) == [moved("2024-03-01", "2022", "2023")]
    assert steps(found, "T002") == []


@pytest.mark.parametrize(
    "broken",
    [
        edition("2099").replace("  frist: 2099", "  frist: 2099\n  frist: 2098"),
        edition("2099").replace("  frist: 2099", "  frist: [2099"),
        edition("2099").replace("  frist: 2099", "<<<<<<< a\n=======\n  frist: 2099\n>>>>>>> b"),
    ],
)
def test_what_is_clear_of_a_revision_with_faults_is_told(depot: Path, broken: str) -> None:
    """The measure that a fault is in is as it was; the others are read."""
    commit(depot, {FILE: broken.replace("- id: T002", "- id: T002\n  merknad: Ny.")}, "2024-02-01")
    commit(depot, {FILE: edition("2023")}, "2024-03-01")
    found = history()
    assert not found.unreadable
    assert [str(r.day) for r in found.partly] == ["2024-02-01"]
    assert steps(found) == [moved("2024-03-01", "2022", "2023")]
    assert len(steps(found, "T002")) == 2
    run = tiltak("history", FILE, cwd=depot)
    assert "I 1 revisjon er tiltakene som ikke kunne leses, utelatt." in run.out
    assert tiltak("history", FILE, "--strict", cwd=depot).code == 1


def test_a_fault_that_leaves_no_doubt_hides_nothing(depot: Path) -> None:
    commit(depot, {FILE: edition("2023").replace("- id: T002", "– id: T002")}, "2024-02-01")
    found = history()
    assert not found.unreadable
    assert not found.partly
    assert steps(found) == [moved("2024-02-01", "2022", "2023")]


def test_a_history_with_nothing_to_read(depot: Path) -> None:
    commit(depot, {"ny.yaml": "bare tekst\n"})
    assert "Ingen av revisjonene av «ny.yaml» kan leses." in refused("ny.yaml")


def test_windows_line_ends_and_a_byte_order_mark(depot: Path) -> None:
    commit(depot, {FILE: edition().replace("\n", "\r\n")}, "2024-02-01")
    commit(depot, {FILE: "\ufeff" + edition("2023").replace("\n", "\r\n")}, "2024-03-01")
    commit(depot, {FILE: edition("2023")}, "2024-04-01")
    assert steps(history()) == [moved("2024-03-01", "2022", "2023")]


def test_a_register_in_a_subfolder_from_anywhere(
    depot: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = f"påfølgende år/{FILE}"
    commit(depot, {name: edition("2023")}, "2024-02-01")
    commit(depot, {name: edition("2024")}, "2024-03-01")
    expected = [moved("2024-03-01", "2023", "2024")]
    assert steps(history(name)) == expected
    assert steps(history(f"HEAD:{name}")) == expected
    assert steps(history(str(depot / name))) == expected
    monkeypatch.chdir(depot / "påfølgende år")
    assert steps(history()) == expected
    assert steps(history(".")) == expected
    assert steps(history(f"../{FILE}")) == []
    monkeypatch.chdir(tmp_path)
    assert steps(history(f"depot/{name}")) == expected


def test_a_bare_repository(depot: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(depot, {f"år/{FILE}": edition("2023")}, "2024-02-01")
    commit(depot, {f"år/{FILE}": edition("2024")}, "2024-03-01")
    git(tmp_path, "clone", "--quiet", "--bare", str(depot), "naken.git")
    monkeypatch.chdir(tmp_path / "naken.git")
    assert steps(history(f"HEAD:år/{FILE}")) == [moved("2024-03-01", "2023", "2024")]
    assert steps(history(f"år/{FILE}")) == [moved("2024-03-01", "2023", "2024")]


def test_a_shallow_copy_says_so(
    depot: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for year in (2023, 2024, 2025):
        commit(depot, {FILE: edition(str(year))}, f"2024-0{year - 2020}-01")
    git(tmp_path, "clone", "--quiet", "--depth", "2", depot.as_uri(), "grunn")
    monkeypatch.chdir(tmp_path / "grunn")
    found = history()
    assert (found.shallow, len(found.revisions)) == (True, 2)
    assert steps(found) == [moved("2024-05-01", "2024", "2025")]
    assert "git fetch --unshallow" in refused(f"HEAD~2:{FILE}")
