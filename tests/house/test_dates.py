"""Dates on the command line as people write them: wherever one is taken, each form is read."""

from pathlib import Path

import pytest
from command import NEW, Done, tiltak
from repository import commit, copied, git
from support import FILE, register_text, spread

LATE = register_text("- id: T001\n  tittel: Felles mal\n  frist: 2024-06\n")
OLDER = LATE.replace("Felles mal", "En mal")
# The same day in other words; and a period, which is known when it is over.
SAME = [
    ("2023-11-15", ["15.11.2023", "15. november 2023", "15.nov 2023", "20231115", "Nov 15, 2023"]),
    ("2024-06-30", ["2024-06", "juni 2024", "06/2024", "2024-Q2", "2. kvartal 2024", "Q2 2024"]),
    ("2024-12-31", ["2024", "2024-H2", "2. halvår 2024", "andre halvår 2024", "4. kvartal 2024"]),
]
# Every option and argument that is a date, or may be one; «@» stands for it.
COMMANDS = [
    ["validate", "--as-of", "@"],
    ["list", "--overdue", "--as-of", "@"],
    ["show", "T001", "--as-of", "@"],
    ["report", "--as-of", "@", "--format", "json"],
    ["export", "-o", "-", "--format", "csv", "--as-of", "@", "--overdue"],
    ["history", "--as-of", "@"],
    ["diff", "@"],
    ["diff", "--rev", "@"],
    ["diff", f"@:{FILE}", FILE],
    ["list", "--rev", "@"],
    ["report", "--since", "@", "--format", "json"],
    ["validate", "--since", "@"],
    ["validate", "--against", "@"],
]
UNCLEAR = [
    "i går",
    "15.6.24",
    "3/31/2024",
    "31.02.2024",
    "juni",
    "ikke 2024",
    "2024-1",
    "snart",
    "",
]


def _repository(folder: Path) -> None:
    git(folder, "init", "--quiet", "--initial-branch=main")
    for text, day in ((OLDER, "2023-11-15"), (LATE, "2024-06-15")):
        commit(folder, {FILE: text}, day)


@pytest.fixture(scope="module")
def repo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with a title that was changed on 15 June 2024."""
    return copied(_repository, tmp_path_factory.mktemp("datoer") / "depot")


def same(day: str, others: list[str], repo: Path, *arguments: str) -> None:
    """Each of the forms gives what the day itself gives."""
    wanted = answer(day, repo, arguments)
    assert wanted.code in (0, 1)
    for other in others:
        assert answer(other, repo, arguments) == wanted, other


def answer(day: str, repo: Path, arguments: tuple[str, ...]) -> Done:
    return tiltak(*(argument.replace("@", day) for argument in arguments), cwd=repo)


@pytest.mark.wide
@pytest.mark.parametrize(("number", "arguments"), [*enumerate(COMMANDS)])
def test_every_command_takes_them(repo: Path, number: int, arguments: list[str]) -> None:
    """One form of each for a command; that all forms are the same date is tried elsewhere."""
    for day, others in SAME:
        same(day, [others[number % len(others)]], repo, *arguments)


@pytest.mark.wide
def test_a_change_after_that_day(repo: Path) -> None:
    for day in ("15.11.2023", "15. november 2023", "4. kvartal 2023", "2023-11-15", "1/2024"):
        assert "1 endring i 1 tiltak" in tiltak("diff", day, cwd=repo).out, day
    assert "Ingen endringer" in tiltak("diff", "juni 2024", cwd=repo).out


@pytest.mark.wide
def test_history_from_a_day_on(repo: Path) -> None:
    same("2024-01-01", ["01.01.2024", "1. januar 2024"], repo, "history", "--since", "@")
    assert "01.01.2024" in tiltak("history", "--since", "1. januar 2024", cwd=repo).out


@pytest.mark.wide
def test_the_date_of_an_edition(repo: Path) -> None:
    arguments = ("edition", "2024-1", "--no-commit", "--dry-run", "--as-of", "@")
    done = answer("30. juni 2024", repo, arguments)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"Utgave 2024-1 av {FILE}, per 30.06.2024: 1 tiltak.\n")


@spread("written", UNCLEAR, 4)
def test_what_is_still_unclear_is_refused_in_one_sentence(repo: Path, written: str) -> None:
    for arguments in (["validate", "--as-of"], ["edition", "x", "--no-commit", "--as-of"]):
        done = tiltak(*arguments, written, cwd=repo)
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith(f"tiltak: «{written}» er ikke en dato. Skriv {arguments[-1]} ")
        assert done.err.count("\n") == 1
    done = tiltak("diff", written or "x", cwd=repo)
    assert (done.code, done.out) == (2, "")


def test_what_was_most_likely_meant_is_the_example() -> None:
    done = tiltak("report", NEW, "--as-of", "15.6.24")
    assert done.err == (
        "tiltak: «15.6.24» er ikke en dato. Skriv --as-of 2024-06-15, eller --as-of idag.\n"
    )
