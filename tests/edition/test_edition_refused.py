"""`tiltak edition`: what it refuses before anything is written."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from command import NEW, OLD, tiltak
from edition_repository import DAY, example_depot, state
from repository import commit, git
from support import FILE, HEAD_LINES, register_text

pytestmark = pytest.mark.usefixtures("same_workbook")
MEASURE = "- id: T001\n  tittel: Felles mal for utredninger\n"


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    return example_depot(tmp_path / "depot")


def dirty(repo: Path) -> None:
    (repo / FILE).write_text(NEW.read_text("utf-8"), "utf-8")


def staged(repo: Path) -> None:
    (repo / "ny.txt").write_text("x")
    git(repo, "add", "ny.txt")


def merging(repo: Path) -> None:
    git(repo, "checkout", "-q", "-b", "gren")
    commit(repo, {"a.txt": "1"})
    git(repo, "checkout", "-q", "main")
    commit(repo, {"b.txt": "1"})
    git(repo, "merge", "-q", "--no-commit", "--no-ff", "gren")
    git(repo, "rm", "-q", "--cached", "a.txt")
    (repo / "a.txt").unlink()


def rebasing(repo: Path) -> None:
    commit(repo, {"a.txt": "1"})
    git(repo, "rebase", "-q", "-i", "HEAD~1", GIT_SEQUENCE_EDITOR="sed -i 's/^pick/break\\npick/'")


def bisecting(repo: Path) -> None:
    commit(repo, {"a.txt": "1"})
    git(repo, "bisect", "start")


def detached(repo: Path) -> None:
    git(repo, "checkout", "-q", "--detach")


def untracked(repo: Path) -> None:
    git(repo, "rm", "-q", "--cached", FILE)
    git(repo, "commit", "-qm", "Tatt ut")


def ignored(repo: Path) -> None:
    untracked(repo)
    commit(repo, {".gitignore": FILE})


def overlooked(repo: Path) -> None:
    git(repo, "update-index", "--assume-unchanged", FILE)
    dirty(repo)


def skipped(repo: Path) -> None:
    git(repo, "update-index", "--skip-worktree", FILE)
    dirty(repo)


def tagged(repo: Path) -> None:
    git(repo, "tag", "utgave-2024-1")


def published(repo: Path) -> None:
    commit(repo, {"utgaver/2024-1/x.txt": "x"})


def anonymous(repo: Path) -> None:
    git(repo, "config", "user.name", "")
    git(repo, "config", "user.email", "")


def broken(repo: Path) -> None:
    commit(repo, {FILE: HEAD_LINES + "tiltak:\n  - id: 'T001\n"})


def without_edition(repo: Path) -> None:
    commit(repo, {FILE: OLD.read_text("utf-8").replace('utgave: "2023-2"\n', "")})


def faulty(repo: Path) -> None:
    commit(repo, {FILE: register_text("status: pågår\n")})


def vanished(repo: Path) -> None:
    git(repo, "tag", "utgave-2023-2")
    commit(repo, {FILE: register_text(MEASURE)})


REFUSED = [
    (dirty, 2, f"Det er endringer som ikke er lagret i git («{FILE}»)."),
    (staged, 2, "Det er endringer som ikke er lagret i git («ny.txt»)."),
    (merging, 2, "I git pågår en sammenslåing (merge)."),
    (rebasing, 2, "I git pågår en rebase."),
    (bisecting, 2, "I git pågår en bisect."),
    (detached, 2, "Du står ikke på en gren i git"),
    (untracked, 2, f"«{FILE}» er ikke lagret i git."),
    (ignored, 2, f"«{FILE}» er ikke lagret i git."),
    (overlooked, 2, f"git er bedt om å se bort fra endringer i «{FILE}»."),
    (skipped, 2, f"git er bedt om å se bort fra endringer i «{FILE}»."),
    (tagged, 2, "Merket «utgave-2024-1» finnes i git fra før."),
    (published, 2, "Mappen «utgaver/2024-1» finnes fra før."),
    (anonymous, 2, "git vet ikke hvem du er."),
    (
        broken,
        1,
        "2 feil. Rett dem først, og kontroller igjen med --dry-run.",
    ),
    (without_edition, 1, "Hodet i registeret har ikke både «utgave» og «per_dato»."),
    (faulty, 1, "Utgaven er ikke laget, for registeret har 1 feil."),
    (vanished, 1, "4 feil. Rett dem først, og kontroller igjen med --dry-run."),
]


@pytest.mark.parametrize(("prepare", "code", "said"), REFUSED, ids=[r[0].__name__ for r in REFUSED])
def test_refused_before_anything_is_done(
    repo: Path, prepare: Callable[[Path], None], code: int, said: str
) -> None:
    prepare(repo)
    before = state(repo)
    for options in ([], ["--dry-run"]):
        done = tiltak(
            *("edition", "2024-1", *DAY, "--yes", *options),
            cwd=repo,
            GIT_CONFIG_GLOBAL=os.devnull,
            GIT_CONFIG_SYSTEM=os.devnull,
        )
        assert (done.code, done.out) == (code, "")
        assert said in done.err
        assert state(repo) == before


def test_before_the_first_commit(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    (tmp_path / FILE).write_bytes(OLD.read_bytes())
    done = tiltak("edition", "2024-1", "-y", cwd=tmp_path)
    assert (done.code, "Ingenting er lagret i git her ennå." in done.err) == (2, True)
    git(tmp_path, "add", ".")
    git(tmp_path, "-c", "user.name=x", "-c", "user.email=x@x", "commit", "-qm", "x")
    git(tmp_path, "clone", "--quiet", "--bare", ".", "naken.git")
    git(tmp_path / "naken.git", "tag", "x")
    (tmp_path / "naken.git" / FILE).write_bytes(OLD.read_bytes())
    done = tiltak("edition", "2024-1", "-y", cwd=tmp_path / "naken.git")
    assert "Her er et git-depot uten arbeidsmappe." in done.err


@pytest.mark.parametrize(
    "name",
    [
        *(
            "",
            " ",
            ".",
            "..",
            "../x",
            "a/b",
            "a\\b",
            "-x",
            ".skjult",
            "a..b",
            "a.lock",
            "a.",
            "a b",
        ),
        *(
            "a~1",
            "a^",
            "a:b",
            "a?",
            "a*",
            "a[b",
            "@{x",
            "@",
            "con",
            "NUL.1",
            "com1",
            "a\nb",
            "a\tb",
        ),
        *("x" * 61, "<a>", '"a"', "a|b", "ａ/ｂ", "a\u200bb"),
    ],
)
def test_a_name_that_is_no_folder_or_tag(repo: Path, name: str) -> None:
    before = state(repo)
    done = tiltak("edition", *DAY, "--yes", "--", name, cwd=repo)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert "kan ikke være navnet på en utgave." in done.err
    assert state(repo) == before


@pytest.mark.parametrize("name", ["2024-1", "2024.1", "vår_2024", "våren-2024", "1+", "A"])
def test_a_name_that_is_one(repo: Path, name: str) -> None:
    assert tiltak("edition", name, *DAY, "--yes", cwd=repo).code == 0
    assert tiltak("diff", name, cwd=repo).code == 0
    assert name in tiltak("editions", cwd=repo).out
    assert tiltak("edition", name.swapcase(), *DAY, "--yes", cwd=repo).code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["x", "--as-of", "15.6.24"], "«15.6.24» er ikke en dato."),
        (["x", "--as-of", "2024-02-30"], "«2024-02-30» er ikke en dato."),
        (["x", "--no-commit", "--tag"], "Ta bort --tag eller --no-commit."),
        (["x", "-m", " "], "Meldingen er tom."),
        (["x", "-"], "En utgave lages av registeret på disken."),
        (["x", f"HEAD:{FILE}"], "En utgave lages av registeret på disken."),
        (["x", "borte.yaml"], "Finner ikke «borte.yaml»."),
    ],
)
def test_wrong_usage(repo: Path, arguments: list[str], said: str) -> None:
    before = state(repo)
    done = tiltak("edition", *arguments, "-y", cwd=repo)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert state(repo) == before


@pytest.mark.parametrize("name", ["1/2024", "2024/1", "utgave 1 2024", "2024 nr. 1"])
def test_a_name_with_year_and_number_is_told_how_editions_are_called(repo: Path, name: str) -> None:
    done = tiltak("edition", *DAY, "--yes", "--", name, cwd=repo)
    assert done.err == f"tiltak: «{name}» kan ikke være navnet på en utgave. Skriv 2024-1.\n"
