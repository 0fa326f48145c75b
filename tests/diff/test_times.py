"""For which time a deadline is postponed, as the history has it."""

import json
from pathlib import Path

import pytest
from command import tiltak
from few import FEW_NEW
from repository import commit, copied, git
from support import check, register_text

from tiltak_cli.changes.compare import Comparison, compare
from tiltak_cli.changes.times import with_times
from tiltak_cli.domain.deadline import PartialDate, parse_partial
from tiltak_cli.domain.register import Register

FILE = "tiltaksoversikt.yaml"
FIRST = "frist: 2025\n"


def dates(*texts: str) -> tuple[PartialDate, ...]:
    return tuple(date for text in texts if (date := parse_partial(text)))


def register(deadline: str) -> Register:
    found = check(register_text(f"frist: {deadline}\n")).register
    assert found
    return found


def between(old: str, new: str) -> Comparison:
    return compare(register(old), register(new))


@pytest.mark.parametrize(
    ("past", "old", "new", "said"),
    [
        # Nothing is known, or this is the first time.
        ((), "2025-03", "2025-06", "(+91 dager)."),
        (("2025-03",), "2025-03", "2025-06", "(+91 dager)."),
        (("2025-03", "2025-06"), "2025-03", "2025-06", "(+91 dager)."),
        # The newer edition is in the history, or not yet.
        (("2024-12", "2025-03", "2025-06"), "2025-03", "2025-06", "(+91 dager; for 2. gang)."),
        (("2024-12", "2025-03"), "2025-03", "2025-06", "(+91 dager; for 2. gang)."),
        # More has happened since, or between the two.
        (("2024-12", "2025-03", "2025-06", "2025-12"), "2025-03", "2025-06", "for 2. gang)."),
        (("2024-12", "2025-03", "2025-04", "2025-06"), "2025-03", "2025-06", "for 3. gang)."),
        # What was brought forward is not counted.
        (("2025-05", "2025-03", "2025-06"), "2025-03", "2025-06", "(+91 dager)."),
        # The same day in another precision.
        (("2024-12", "2025-03-31", "2025-Q2"), "2025-03", "2025-06", "for 2. gang)."),
        # It had passed when it was postponed.
        (("2023-03", "2023-06"), "2023-06", "2025-06", "(+731 dager; for 2. gang)."),
    ],
)
def test_for_which_time(past: tuple[str, ...], old: str, new: str, said: str) -> None:
    comparison = between(old, new)
    found = with_times(comparison, {"T001": dates(*past)})
    assert [change.sentence for change in found.changes if change.sentence.endswith(said)]
    assert [c.fingerprint for c in found.all] == [c.fingerprint for c in comparison.all]


def test_what_is_brought_forward_has_no_number() -> None:
    comparison = between("2025-06", "2025-03")
    assert with_times(comparison, {"T001": dates("2024-12", "2025-06")}) == comparison


@pytest.fixture
def depot(tmp_path: Path) -> Path:
    """A register with its first deadline moved in each of four commits, and once since."""
    return copied(_depot, tmp_path / "depot")


def _depot(folder: Path) -> None:
    git(folder, "init", "--quiet")
    for day, deadline in enumerate(("2024-10", "2024-12", "2025-02", "2025-01"), 1):
        commit(folder, {FILE: moved(deadline)}, f"2024-03-0{day}")
    (folder / FILE).write_text(moved("2025-06"), encoding="utf-8")


def moved(deadline: str) -> str:
    assert FIRST in FEW_NEW
    return FEW_NEW.replace(FIRST, f"frist: {deadline}\n", 1)


@pytest.mark.parametrize(
    ("sides", "said"),
    [
        (("HEAD", FILE), "januar 2025 til juni 2025 (+150 dager; for 3. gang)."),
        (("HEAD",), "januar 2025 til juni 2025 (+150 dager; for 3. gang)."),
        (("--rev", "HEAD"), "januar 2025 til juni 2025 (+150 dager; for 3. gang)."),
        ((), "januar 2025 til juni 2025 (+150 dager; for 3. gang)."),
        (("HEAD~3", "HEAD~2"), "oktober 2024 til desember 2024 (+61 dager)."),
        (("HEAD~2", "HEAD~1"), "desember 2024 til februar 2025 (+59 dager; for 2. gang)."),
        (("2024-03-02", f"2024-03-03:{FILE}"), "til februar 2025 (+59 dager; for 2. gang)."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_git_is_asked_of_the_newer_side(depot: Path, sides: tuple[str, ...], said: str) -> None:
    done = tiltak("diff", *sides, "--format", "json", cwd=depot)
    sentences = [change["sentence"] for change in json.loads(done.out)["changes"]]
    assert [sentence for sentence in sentences if sentence.endswith(said)], sentences
    assert done == tiltak("diff", *sides, "--format", "json", cwd=depot)


def test_it_is_said_in_what_is_published_too(depot: Path) -> None:
    said = "(+150 dager; for 3. gang)"
    done = tiltak("report", "--since", "HEAD", "--format", "markdown", cwd=depot)
    assert said in done.out
    english = tiltak(
        "report", "--since", "HEAD", "--format", "markdown", "--language", "en", cwd=depot
    )
    assert "(+150 days; 3 times now)" in english.out
    git(depot, "tag", "utgave-2024-1", "HEAD")
    commit(depot, {FILE: moved("2025-06")}, "2024-06-20")
    made = tiltak("edition", "2024-2", "--as-of", "2024-07-01", "--yes", cwd=depot)
    assert made.code == 0, made.err
    note = depot / "utgaver" / "2024-2" / "endringer.md"
    assert said in note.read_text("utf-8")


def test_a_file_that_git_does_not_know_is_only_compared(tmp_path: Path) -> None:
    for name, deadline in (("a.yaml", "2024-10"), ("b.yaml", "2025-06")):
        (tmp_path / name).write_text(moved(deadline), encoding="utf-8")
    done = tiltak("diff", "a.yaml", "b.yaml", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert "(+242 dager)." in done.out
    git(tmp_path, "init", "--quiet")
    assert tiltak("diff", "a.yaml", "b.yaml", cwd=tmp_path) == done


def test_a_register_that_has_moved_is_followed(depot: Path) -> None:
    """Both revisions are from before it moved: their history is that of the place it had then."""
    git(depot, "checkout", "--quiet", FILE)
    (depot / "plan").mkdir()
    git(depot, "mv", FILE, f"plan/{FILE}")
    commit(depot, {}, "2024-03-05")
    done = tiltak("diff", "HEAD~3", "HEAD~2", cwd=depot / "plan")
    assert "(+59 dager; for 2. gang)." in " ".join(done.out.split())
    assert f"Registeret «{FILE}» het «../{FILE}» i revisjonen «HEAD~3»" in done.err
    then = tiltak("report", "--rev", "HEAD~1", "--ahead", cwd=depot / "plan")
    said = " ".join(then.out.split("Frister som er flyttet")[1].split())
    assert "T001 oktober 2024 januar 2025 +92 3" in said
