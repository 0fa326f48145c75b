"""What may be named as a side of a comparison, in real repositories."""

import os
from pathlib import Path

import pytest
from command import names, tiltak
from few import FEW_CHANGES, FEW_NEW, FEW_OLD
from repository import commit, copied, git, tagged_editions
from support import FILE, HEAD_LINES, THOROUGH, register_text

NOTHING = "Ingen endringer i innholdet."
FIRST = "- id: T001\n  tittel: Felles mal for utredninger\n"
SECOND = "- id: T002\n  tittel: Opplæring av nye ledere\n"

# Two editions of one measure, for what is about names alone.
SMALL_OLD = register_text(FIRST)
SMALL = SMALL_OLD.replace("2023-2", "2024-1").replace("Felles mal", "Én mal")
CHANGED = "1 endring i 1 tiltak"


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """A register with two editions, of 15 November and 15 June, and a commit after them."""
    return copied(_repo, tmp_path / "depot")


def _repo(folder: Path) -> None:
    editions(folder, FEW_OLD, FEW_NEW)


def editions(folder: Path, old: str, new: str) -> None:
    tagged_editions(folder, old, new)
    commit(folder, {"LESMEG.md": "om\n"}, "2024-06-20")


@pytest.mark.hypothesis
def test_every_way_to_name_the_older_side(tmp_path: Path) -> None:
    repo = tmp_path / "depot"
    repo.mkdir()
    editions(repo, SMALL_OLD, SMALL)
    sha = git(repo, "rev-parse", "--short", "HEAD~2").strip()
    git(repo, "branch", "fag/gammel", "HEAD~2")
    sides = {
        *("HEAD~2", "utgave-2023-2", "2023-2", sha, "fag/gammel", "HEAD@{0}~2"),
        *("2023-11-15", "2023-11", "2023", "2024-06-14", "2024-Q1", "2024-05"),
        f"2023-2:{FILE}",
        f"2024-05:./{FILE}",
    }
    newer: tuple[list[str], ...] = (
        [],
        [FILE],
        ["HEAD"],
        ["2024-1"],
        [f"HEAD:{FILE}"],
        ["2024-06-15"],
    )
    for side in sorted(sides):
        for others in newer if THOROUGH or side in ("2023-2", "2023-11") else newer[:1]:
            done = tiltak("diff", side, *others, cwd=repo)
            assert (done.code, done.err) == (0, ""), (side, others)
            assert CHANGED in done.out, (side, others)
        assert CHANGED in tiltak("diff", "--rev", side.partition(":")[0], cwd=repo).out
    assert CHANGED in tiltak("diff", "2023-2", "-", cwd=repo, stdin=SMALL.encode()).out
    assert CHANGED in tiltak("diff", "-", cwd=repo, stdin=SMALL_OLD.encode()).out


@pytest.mark.parametrize("path", [FILE, f"./{FILE}", f"../depot/{FILE}"])
def test_a_revision_is_read_at_the_path_that_the_other_side_names(repo: Path, path: str) -> None:
    assert FEW_CHANGES in tiltak("diff", "HEAD~2", path, cwd=repo).out
    above = repo.parent
    assert FEW_CHANGES in tiltak("diff", "2023-2", f"depot/{FILE}", cwd=above).out
    assert FEW_CHANGES in tiltak("diff", "2023-2", "HEAD", cwd=repo / ".").out


def test_without_sides_the_last_edition_is_compared_with_the_file(repo: Path) -> None:
    assert tiltak("diff", cwd=repo).out.splitlines()[1] == NOTHING
    (repo / FILE).write_text(FEW_NEW.replace("prioritet: høy", "prioritet: lav", 1))
    done = tiltak("diff", cwd=repo)
    assert (done.err, "1 endring i 1 tiltak" in done.out) == ("", True)
    assert done.out.startswith("Endringer fra 2024-1 ")
    # The register on the disk is named, which is the same.
    assert tiltak("diff", FILE, cwd=repo) == tiltak("diff", f"./{FILE}", cwd=repo) == done
    assert "1 endring i 1 tiltak" in tiltak("diff", f"depot/{FILE}", cwd=repo.parent).out


def test_just_after_an_edition_it_is_the_one_before(repo: Path) -> None:
    git(repo, "reset", "--hard", "--quiet", "HEAD~1")
    done = tiltak("diff", cwd=repo)
    assert (done.err, FEW_CHANGES in done.out) == ("", True)
    # Rewritten, but with the same content.
    (repo / FILE).write_text(FEW_NEW + "# merknad\n", "utf-8")
    assert FEW_CHANGES in tiltak("diff", cwd=repo).out
    (repo / FILE).write_text(FEW_NEW.replace("prioritet: høy", "prioritet: lav", 1))
    assert "1 endring i 1 tiltak" in tiltak("diff", cwd=repo).out
    git(repo, "reset", "--hard", "--quiet", "HEAD~1")
    done = tiltak("diff", cwd=repo)
    assert done.out.splitlines()[1] == NOTHING
    assert "Utgave 2023-2 er den første, og registeret er ikke endret siden." in done.err


def test_an_edition_on_another_branch_is_not_the_last(repo: Path) -> None:
    git(repo, "checkout", "-q", "-b", "gren", "HEAD~2")
    git(repo, "tag", "-d", "utgave-2023-2")
    commit(repo, {"annet.txt": "x"})
    done = tiltak("diff", cwd=repo)
    assert "Registeret har ingen utgave i git ennå" in done.err
    assert done.out.splitlines()[1] == NOTHING


def test_without_an_edition_it_is_the_last_commit_and_that_is_said(repo: Path) -> None:
    git(repo, "tag", "-d", "utgave-2023-2", "utgave-2024-1")
    # Tags that are no editions: another name than the register has, and a file.
    git(repo, "tag", "utgave-2031-1")
    git(repo, "tag", "utgave-fil", f"HEAD:{FILE}")
    (repo / FILE).write_bytes(FEW_OLD.encode())
    done = tiltak("diff", cwd=repo)
    assert (done.code, done.err.count("\n")) == (0, 1)
    assert "Registeret sammenlignes med siste revisjon." in done.err
    assert done.out.startswith("Endringer fra 2024-1 ")


def test_where_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(FEW_NEW.encode())
    ceiling = str(tmp_path.parent)
    for arguments in ([], [FILE], ["HEAD"], ["2023-2"]):
        done = tiltak("diff", *arguments, cwd=tmp_path, GIT_CEILING_DIRECTORIES=ceiling)
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert "Mappen er ikke et git-depot" in done.err
        done = tiltak("diff", *arguments, cwd=tmp_path, PATH=os.devnull)
        assert "Programmet git finnes ikke på maskinen." in done.err
    git(tmp_path, "init", "--quiet")
    done = tiltak("diff", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "Ingenting er lagret i git her ennå." in done.err
    commit(tmp_path, {"annet.txt": "x"})
    git(tmp_path, "rm", "-q", "--cached", FILE)
    git(tmp_path, "commit", "--amend", "-qm", "Uten registeret")
    assert f"«{FILE}» fantes ikke i revisjonen «HEAD»." in tiltak("diff", cwd=tmp_path).err


HOSTILE = ("--output=x", "-x", "a..b", "HEAD..HEAD~1", "@{", "HEAD@{", "^HEAD", "a\nb", "", " ")


@pytest.mark.parametrize("side", [*HOSTILE, "$(x)"])
def test_a_hostile_name_is_no_revision(repo: Path, side: str) -> None:
    before = names(repo)
    for arguments in (["--", side, "HEAD"], ["--", "HEAD", side], ["--", side], ["--rev", side]):
        done = tiltak("diff", *arguments, cwd=repo)
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert done.err.startswith("tiltak: ")
        assert "Intern feil" not in done.err
    for command in (["report"], ["list"], ["show", "T001"], ["export", "-o", "ut.csv"]):
        done = tiltak(*command, f"--rev={side}", cwd=repo)
        assert (done.code, done.out) == (2, "")
    assert names(repo) == before


@pytest.mark.parametrize(
    ("side", "said"),
    [
        ("HEAD~9", "Finner verken en fil, en revisjon i git eller en utgave «HEAD~9»."),
        ("2023-3", "Mente du utgaven 2023-2?"),
        ("2019-01", "Historien i git går ikke tilbake til 2019-01."),
        ("1969", "Historien i git går ikke tilbake til 1969."),
        ("1869", "Finner verken en fil, en revisjon i git eller en utgave «1869»."),
        ("borte.yaml", "Finner ikke «borte.yaml»."),
        (f"HEAD~9:{FILE}", "Finner ikke revisjonen «HEAD~9» i git."),
        ("HEAD:borte.yaml", "«borte.yaml» fantes ikke i revisjonen «HEAD»."),
    ],
)
def test_what_cannot_be_found(repo: Path, side: str, said: str) -> None:
    for arguments in ([side], [side, FILE], [FILE, side]):
        done = tiltak("diff", *arguments, cwd=repo)
        assert (done.code, done.out) == (2, "")
        assert said in done.err


def test_a_name_with_two_meanings_is_told(repo: Path) -> None:
    git(repo, "branch", "2023-2", "HEAD")
    done = tiltak("diff", "2023-2", cwd=repo)
    assert "«2023-2» er en revisjon i git. Skriv utgave-2023-2 for utgaven." in done.err
    assert done.out.splitlines()[1] == NOTHING
    git(repo, "branch", "-D", "2023-2")
    (repo / "2023-2").mkdir()
    (repo / "2023-2" / FILE).write_bytes(FEW_NEW.encode())
    done = tiltak("diff", "2023-2", cwd=repo)
    assert "«2023-2» er lest fra disken. Skriv 2023-2:STIEN for det som heter" in done.err
    assert done.out.splitlines()[1] == NOTHING
    assert FEW_CHANGES in tiltak("diff", f"2023-2:{FILE}", cwd=repo).out


def test_an_edition_named_as_a_month_goes_before_the_month(repo: Path) -> None:
    git(repo, "tag", "utgave-2024-06", "HEAD~2")
    done = tiltak("diff", "2024-06", cwd=repo)
    assert "«2024-06» er lest som utgaven med det navnet, ikke som en dato." in done.err
    assert FEW_CHANGES in done.out


def test_a_day_ends_at_midnight_in_norway(tmp_path: Path) -> None:
    """In summer and winter, wherever whoever stored it was."""
    git(tmp_path, "init", "--quiet")
    for number, when in enumerate(
        (
            "2024-01-15T22:59:59Z",
            "2024-01-15T23:00:00Z",
            "2024-07-15T21:59:59Z",
            "2024-07-15T22:00Z",
        ),
        1,
    ):
        measures = "".join(f"- id: T00{n}\n" for n in range(1, number + 1))
        (tmp_path / FILE).write_text(register_text(measures), "utf-8")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-qm", "x", GIT_COMMITTER_DATE=when)
    for day, number in {
        *{"2024-01-15": 1, "2024-01-16": 2, "2024-07-15": 3, "2024-07-16": 4, "2024-06": 2}.items()
    }:
        done = tiltak("list", "--rev", day, "--format", "json", cwd=tmp_path)
        assert done.out.count('"id": "T00') == number, day


def test_two_sides_on_standard_input(repo: Path) -> None:
    assert "Bare den ene siden kan være standard inn." in tiltak("diff", "-", "-", cwd=repo).err


def test_a_revision_that_cannot_be_read_is_told_with_its_place(repo: Path) -> None:
    commit(repo, {FILE: HEAD_LINES + "tiltak:\n  - id: 'T001\n"})
    (repo / FILE).write_bytes(FEW_NEW.encode())
    done = tiltak("diff", "HEAD", cwd=repo)
    said = "Ett tiltak er ikke med, fordi feil gjør det uklart: T001."
    assert said in " ".join(done.out.split())
    assert f"tiltak: HEAD:{FILE} har 2 feil." in done.err
    commit(repo, {FILE: "strategi\n"})
    (repo / FILE).write_bytes(FEW_NEW.encode())
    done = tiltak("diff", "HEAD", cwd=repo)
    assert (done.code, done.out) == (1, "")
    assert f"HEAD:{FILE}:" in done.err
    git(repo, "tag", "utgave-2024-2")
    done = tiltak("diff", cwd=repo)
    assert "Registeret i «utgave-2024-2» kan ikke leses. Oppgi en annen utgave." in done.err


def test_windows_line_ends_are_no_change(repo: Path) -> None:
    (repo / FILE).write_bytes(FEW_NEW.encode().replace(b"\n", b"\r\n"))
    assert tiltak("diff", "HEAD", cwd=repo).out.splitlines()[1] == NOTHING


def test_other_commands_show_the_register_as_it_was(repo: Path) -> None:
    for revision in ("HEAD~2", "2023-2", "2024-01-01", "2024-03"):
        assert "Tiltaksoversikt 2023-2 · " in tiltak("report", "--rev", revision, cwd=repo).out
        assert "4 tiltak per" in tiltak("list", "--rev", revision, cwd=repo).out
        shown = tiltak("show", "T001", "--rev", revision, cwd=repo).out
        assert shown == tiltak("show", "T001", "-", stdin=FEW_OLD.encode()).out
        written = tiltak("export", "--rev", revision, "-o", "ut.csv", cwd=repo)
        assert written.out == "Skrev ut.csv: 4 tiltak.\n"
    assert "4 tiltak per" in tiltak("list", FILE, "--rev", "2023-2", cwd=repo).out


def test_the_past_is_told_as_it_was_too(repo: Path) -> None:
    """However the revision is named, the report knows what the history told until then."""
    for month, quarter in (("07", "Q1"), ("08", "Q2")):
        moved = FEW_NEW.replace("    frist: 2024\n", f"    frist: 2025-{quarter}\n", 1)
        commit(repo, {FILE: moved}, f"2024-{month}-01")
    git(repo, "tag", "-f", "utgave-2024-1")
    commit(repo, {FILE: FEW_NEW.replace('"2024-1"', '"2024-2"')}, "2024-12-01")
    expected = tiltak("report", f"HEAD~1:{FILE}", cwd=repo)
    assert "Fristen er flyttet 2 ganger, 181 dager i alt." in expected.out
    for revision in ("HEAD~1", "2024-1", "2024-09", "2024-08-01"):
        assert tiltak("report", "--rev", revision, cwd=repo).out == expected.out
    assert tiltak("history", "--since", "2024-1", cwd=repo).code == 0


@pytest.mark.parametrize(
    "arguments", [["-", "--rev", "HEAD"], [f"HEAD:{FILE}", "--rev", "HEAD"]], ids=" ".join
)
def test_a_revision_twice_is_refused(repo: Path, arguments: list[str]) -> None:
    for command in (["report"], ["list"], ["show", "T001"], ["export"]):
        done = tiltak(*command, *arguments, cwd=repo)
        assert (done.code, done.out) == (2, "")
        assert "Oppgi enten --rev HEAD og en fil eller mappe, eller REV:STI." in done.err


def test_what_changed_since_an_edition_in_an_export(repo: Path) -> None:
    for side in ("2023-2", "HEAD~2", f"2023-2:{FILE}", "2023-12"):
        done = tiltak("export", "-o", "a.xlsx", "--since", side, cwd=repo)
        assert (done.out, done.err) == ("Skrev a.xlsx: 5 tiltak.\n", "")


def test_held_against_an_edition(repo: Path) -> None:
    (repo / FILE).write_text(register_text(FIRST), "utf-8")
    for side in ("2023-2", "utgave-2023-2", "2024-01"):
        assert "TIL501" in tiltak("validate", "--against", side, cwd=repo).out
