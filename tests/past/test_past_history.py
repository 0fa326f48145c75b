"""What git says of a register: how it was at a revision, what has changed since, and what not."""

import os
from datetime import date
from pathlib import Path

import pytest
from repository import commit, git
from support import FILE, HEAD_LINES, register_text, source

from tiltak_cli.rules.base import Past
from tiltak_cli.sources.files import Refusal, Source, read_path
from tiltak_cli.sources.git.run import ask
from tiltak_cli.sources.history.before import (
    Changed,
    Still,
    changed_since,
    read_past,
    unchanged_since,
)
from tiltak_cli.sources.register.load import Loaded, load
from tiltak_cli.sources.sides.find import perhaps_in_git

FIRST = "- id: T001\n"
ANY = source(register_text(FIRST))
SECOND = "- id: T002\n  tittel: Opplæring av nye ledere\n  frist: 2024-06\n"
DROPPED = f"{SECOND}  status: utgår\n"
TODAY = date(2024, 12, 31)


@pytest.fixture
def depot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository that is the current folder, with a register of two measures from January."""
    folder = tmp_path / "depot"
    folder.mkdir()
    git(folder, "init", "--quiet")
    commit(folder, {FILE: register_text(FIRST + SECOND)}, "2024-01-10")
    monkeypatch.chdir(folder)
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    return folder


def now(path: str = FILE) -> Loaded:
    found = read_path(path)
    assert isinstance(found, Source)
    return load(found)


def still(path: str, days: int) -> set[str]:
    here = read_path(path)
    assert isinstance(here, Source)
    found = unchanged_since(path, here, days, TODAY)
    assert isinstance(found, Still)
    return set(found.ids)


def ids(past: Past | Refusal) -> list[str]:
    assert isinstance(past, Past)
    assert past.register is not None
    return [measure.id for measure in past.register.measures]


def test_what_to_hold_a_register_against(depot: Path) -> None:
    commit(depot, {FILE: register_text(FIRST), "eldre.yaml": register_text(SECOND)})
    git(depot, "branch", "utgaver/2024")
    for against, expected in {
        "HEAD~1": ["T001", "T002"],
        "HEAD": ["T001"],
        "utgaver/2024": ["T001"],
        f"HEAD~1:{FILE}": ["T001", "T002"],
        "HEAD:./eldre.yaml": ["T002"],
        "eldre.yaml": ["T002"],
        f"{depot}/eldre.yaml": ["T002"],
    }.items():
        for path in (FILE, f"./{FILE}", str(depot / FILE), f"HEAD:{FILE}"):
            past = read_past(against, path, ANY)
            assert ids(past) == expected
            assert isinstance(past, Past)
            assert past.name == against


@pytest.mark.parametrize(
    ("against", "path", "said"),
    [
        ("HEAD~7", FILE, "Finner ikke revisjonen «HEAD~7» i git."),
        ("--all", FILE, "Finner ikke revisjonen «--all» i git."),
        ("-", FILE, "Finner ikke revisjonen «-» i git."),
        ("HEAD", "-", "Standard inn har ingen historie i git."),
        ("HEAD", "ny.yaml", "så skriv HEAD:STIEN."),
        ("HEAD:borte.yaml", FILE, "«borte.yaml» fantes ikke i revisjonen «HEAD»."),
        ("borte.yaml", FILE, "Finner ikke «borte.yaml»."),
        ("borte.xlsx", FILE, "Finner ikke «borte.xlsx»."),
        ("HEAD\0", FILE, "Finner ikke revisjonen"),
    ],
)
def test_what_cannot_be_held_against(depot: Path, against: str, path: str, said: str) -> None:
    (depot / "ny.yaml").write_text(register_text(FIRST), "utf-8")
    refusal = read_past(against, path, ANY)
    assert isinstance(refusal, Refusal)
    assert said in refusal.sentence


def test_without_git_or_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / FILE).write_text(register_text(FIRST), "utf-8")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    path = str(tmp_path / FILE)
    loaded = now(path)
    for said in ("Mappen er ikke et git-depot", "Programmet git finnes ikke på maskinen."):
        for refusal in (
            read_past("HEAD", path, ANY),
            unchanged_since(path, ANY, 180, TODAY),
            changed_since(loaded, path, "HEAD"),
        ):
            assert isinstance(refusal, Refusal)
            assert said in refusal.sentence
        monkeypatch.setenv("PATH", os.devnull)


@pytest.mark.parametrize(
    ("ceiling", "inside"), [("", True), ("..", True), (".", False), ("under/.", True)]
)
def test_git_is_asked_of_no_more_than_it_sees(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ceiling: str, inside: bool
) -> None:
    """As git itself looks for a repository: never in such a folder but from it, nor above it."""
    git(tmp_path, "init", "--quiet")
    (tmp_path / "under").mkdir()
    named = os.path.normpath(tmp_path / ceiling) if ceiling else ""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", named)
    assert perhaps_in_git(str(tmp_path / "under" / FILE)) is inside
    found = ask(str(tmp_path / "under"), "rev-parse", "--show-prefix")
    assert found == b"under/\n" if inside else isinstance(found, Refusal)


# --- which measures have not changed for long

LATER = SECOND.replace("nye ledere", "alle ledere")


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        # The first commit is from 10 January, T002 was changed on 1 July; it is 31 December.
        (182, {"T001", "T002"}),
        (183, {"T001"}),
        (355, {"T001"}),
        (356, set()),
        (30_000, set()),
        (10**9, set()),
    ],
)
def test_unchanged_for_more_than_so_many_days(depot: Path, days: int, expected: set[str]) -> None:
    commit(depot, {FILE: register_text(FIRST + LATER)}, "2024-07-01")
    commit(depot, {FILE: register_text(FIRST + LATER + "- id: T003\n")}, "2024-12-30")
    assert still(FILE, days) == expected
    assert still(str(depot), days) == expected


def test_what_is_written_otherwise_is_not_changed(depot: Path) -> None:
    old = register_text(FIRST + SECOND)
    rewritten = old.replace("tiltak:\n", "tiltak:\n# Merknad\n").replace("T001", '"T001"')
    rewritten = rewritten.replace(
        "Opplæring av nye ledere", ">-\n      Opplæring av\n      nye ledere"
    )
    (depot / FILE).write_bytes(b"\xef\xbb\xbf" + rewritten.replace("\n", "\r\n").encode())
    assert still(FILE, 30) == {"T001", "T002"}
    assert changed_since(now(), FILE, "HEAD") == Changed(frozenset())


def test_only_the_first_parents_count(depot: Path) -> None:
    """What stood on a branch was not in the register until it was merged."""
    git(depot, "checkout", "-qb", "sidespor")
    commit(depot, {FILE: register_text(FIRST + LATER)}, "2024-02-01")
    git(depot, "checkout", "-q", "-")
    commit(depot, {"annet.txt": "x"}, "2024-02-02")
    git(depot, "merge", "-q", "--no-ff", "-m", "Flett", "sidespor", day="2024-12-01")
    assert still(FILE, 100) == {"T001"}


def test_a_history_that_is_too_short_says_nothing(depot: Path, tmp_path: Path) -> None:
    (depot / "ny.yaml").write_text(register_text(FIRST), "utf-8")
    assert still("ny.yaml", 30) == set()
    commit(depot, {FILE: register_text(FIRST + SECOND) + "# ny linje\n"}, "2024-12-01")
    shallow = tmp_path / "grunn"
    git(tmp_path, "clone", "--quiet", "--depth=1", depot.as_uri(), str(shallow))
    assert still(str(shallow / FILE), 100) == set()
    assert still(FILE, 100) == {"T001", "T002"}
    git(tmp_path, "init", "--quiet", "tomt")
    (tmp_path / "tomt" / FILE).write_text(register_text(FIRST), "utf-8")
    assert still(str(tmp_path / "tomt" / FILE), 100) == set()


def test_a_register_that_cannot_be_read_is_not_old(depot: Path) -> None:
    (depot / FILE).write_text(HEAD_LINES + "tiltak:\n  - id: 'T001\n", "utf-8")
    assert still(FILE, 100) == set()
    assert isinstance(unchanged_since("-", ANY, 100, TODAY), Refusal)


# --- which measures have changed since a revision


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (register_text(FIRST + SECOND), set()),
        (register_text(SECOND + FIRST), set()),
        (register_text(FIRST + LATER), {"T002"}),
        (register_text(FIRST), {"T002"}),
        (register_text(FIRST + SECOND + "- id: T003\n"), {"T003"}),
        (register_text(FIRST + SECOND + FIRST), {"T001"}),
        (register_text(FIRST + SECOND).replace("2023-2", "2024-1"), {""}),
        (register_text(FIRST + SECOND) + "- tittel: Uten id\n", {""}),
        (register_text(FIRST + SECOND) + "- T003\n", {""}),
    ],
)
def test_changed_since_a_revision(depot: Path, text: str, expected: set[str]) -> None:
    (depot / FILE).write_text(text, "utf-8")
    assert changed_since(now(), FILE, "HEAD") == Changed(frozenset(expected))


def test_only_findings_on_what_has_changed_are_held(depot: Path) -> None:
    wrong = register_text(f"{FIRST}  prioritet: viktig\n{SECOND}")
    commit(depot, {FILE: wrong})
    (depot / FILE).write_text(register_text(f"{FIRST}  prioritet: viktig\n{DROPPED}"), "utf-8")
    loaded = now()
    changed = changed_since(loaded, FILE, "HEAD")
    assert isinstance(changed, Changed)
    assert [f.code for f in loaded.findings] == ["TIL206", "TIL306"]
    assert [f.code for f in loaded.findings if changed.holds(f)] == ["TIL306"]


def test_a_register_with_another_ending_than_yaml_has_a_past_too(depot: Path) -> None:
    commit(depot, {"plan.txt": register_text(FIRST)})
    (depot / "plan.txt").write_text(register_text(f"{FIRST}  prioritet: lav\n"), "utf-8")
    source = read_path("plan.txt")
    assert isinstance(source, Source)
    assert changed_since(load(source), "plan.txt", "HEAD") == Changed(frozenset({"T001"}))


def test_true_and_1_are_not_the_same(depot: Path) -> None:
    commit(depot, {FILE: register_text("løpende: true\n")})
    (depot / FILE).write_text(register_text("løpende: 1\n"), "utf-8")
    assert changed_since(now(), FILE, "HEAD") == Changed(frozenset({"T001"}))


@pytest.mark.parametrize("broken", ["before", "after"])
def test_what_cannot_be_compared_is_all_new(depot: Path, broken: str) -> None:
    spoilt = HEAD_LINES + "tiltak:\n  - id: 'T001\n"
    if broken == "before":
        commit(depot, {FILE: spoilt})
    good = register_text(FIRST + SECOND)
    (depot / FILE).write_text(good if broken == "before" else spoilt, "utf-8")
    changed = changed_since(now(), FILE, "HEAD")
    assert isinstance(changed, Changed)
    assert changed.everything
    assert all(changed.holds(finding) for finding in now().findings)


def test_a_register_is_followed_to_the_name_it_had(depot: Path) -> None:
    """Found again by what it holds; another register with the same ids is not it."""
    git(depot, "mv", FILE, "ny.yaml")
    assert changed_since(now("ny.yaml"), "ny.yaml", "HEAD") == Changed(frozenset())
    assert ids(read_past("HEAD", "ny.yaml", ANY)) == ["T001", "T002"]
    assert still("ny.yaml", 100) == {"T001", "T002"}
    (depot / "ny.yaml").write_text(register_text("- id: T001\n  tittel: Et annet\n"), "utf-8")
    changed = changed_since(now("ny.yaml"), "ny.yaml", "HEAD")
    assert changed == Changed(frozenset(), everything=True)
    assert isinstance(changed_since(now("ny.yaml"), "-", "HEAD"), Refusal)
    assert isinstance(changed_since(now("ny.yaml"), "ny.yaml", "HEAD~9"), Refusal)


def test_measures_may_move_between_the_files_of_a_folder(depot: Path) -> None:
    first, second = (register_text(text).removeprefix(HEAD_LINES) for text in (FIRST, LATER))
    both = register_text(FIRST + SECOND).removeprefix(HEAD_LINES)
    commit(depot, {"m/0.yaml": HEAD_LINES, "m/a.yaml": both}, "2024-02-01")
    (depot / "m" / "a.yaml").unlink()
    (depot / "m" / "b").mkdir()
    (depot / "m" / "b" / "x.yaml").write_text(first, "utf-8")
    (depot / "m" / "y.yaml").write_text(second, "utf-8")
    assert changed_since(now("m"), "m", "HEAD") == Changed(frozenset({"T002"}))
    assert still("m", 30) == {"T001"}
