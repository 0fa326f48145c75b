"""Real repositories: revisions, subfolders, folders, and names meant to do harm."""

import os
from pathlib import Path

import pytest
from command import NEW, names, tiltak
from few import FEW_CHANGES, FEW_NEW, FEW_OLD
from repository import commit, copied, git
from support import FILE, register_text


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """A repository with the register in a subfolder with æøå, in two editions."""
    return copied(_depot, tmp_path / "depot") / "påfølgende år"


def _depot(folder: Path) -> None:
    git(folder, "init", "--quiet")
    for number, edition in enumerate((FEW_OLD, FEW_NEW), 1):
        commit(folder, {"påfølgende år/tiltaksoversikt.yaml": edition})
        git(folder, "tag", f"utgave-{number}")


EXPECTED = FEW_CHANGES


@pytest.mark.parametrize(
    "arguments",
    [
        ["HEAD~1:tiltaksoversikt.yaml", "tiltaksoversikt.yaml"],
        ["HEAD~1:tiltaksoversikt.yaml", "HEAD:tiltaksoversikt.yaml"],
        ["utgave-1:./tiltaksoversikt.yaml", "utgave-2:tiltaksoversikt.yaml"],
        ["utgave-1:../påfølgende år/tiltaksoversikt.yaml", "tiltaksoversikt.yaml"],
        ["utgave-1:.", "utgave-2:."],
        ["--rev", "HEAD~1"],
        ["--rev", "utgave-1", "tiltaksoversikt.yaml"],
        ["--rev", "HEAD@{0}~1", "tiltaksoversikt.yaml"],
    ],
    ids=" ".join,
)
def test_comparing_revisions(repo: Path, arguments: list[str]) -> None:
    done = tiltak("diff", *arguments, cwd=repo)
    assert done.err == ""
    assert EXPECTED in done.out


def test_other_commands_read_a_revision_too(repo: Path) -> None:
    assert "4 tiltak" in tiltak("report", "HEAD~1:tiltaksoversikt.yaml", cwd=repo).out
    done = tiltak("export", "-o", "a.xlsx", "--since", "HEAD~1:tiltaksoversikt.yaml", cwd=repo)
    assert done.out == "Skrev a.xlsx: 5 tiltak.\n"


@pytest.mark.parametrize(
    ("side", "said"),
    [
        ("HEAD~9:tiltaksoversikt.yaml", "Finner ikke revisjonen «HEAD~9»"),
        ("--output=x:tiltaksoversikt.yaml", "Finner ikke revisjonen «--output=x»"),
        ("-x:tiltaksoversikt.yaml", "finnes ikke"),
        ("HEAD:borte.yaml", "«borte.yaml» fantes ikke i revisjonen «HEAD»."),
        ("HEAD:../../../etc/passwd", "ligger utenfor git-depotet"),
        (":tiltaksoversikt.yaml", "Skriv en revisjon foran kolon"),
        ("HEAD^{tree}:tiltaksoversikt.yaml", "Finner ikke revisjonen"),
        ("$(touch x):tiltaksoversikt.yaml", "Finner ikke revisjonen"),
    ],
)
def test_revisions_that_cannot_be_read(repo: Path, side: str, said: str) -> None:
    before = names(repo)
    # What looks like an option of ours is a side only after two dashes.
    dashes = ["--"] if side.startswith("--output=") else []
    done = tiltak("diff", *dashes, side, "tiltaksoversikt.yaml", cwd=repo)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert names(repo) == before


def test_a_hostile_revision_is_never_an_option(repo: Path) -> None:
    done = tiltak("diff", "--rev", "--output=x", cwd=repo)
    assert done.code == 2
    assert "Finner ikke revisjonen «--output=x»" in done.err
    assert not (repo / "x").exists()


def test_outside_a_repository(tmp_path: Path) -> None:
    (tmp_path / "tiltaksoversikt.yaml").write_bytes(NEW.read_bytes())
    done = tiltak(
        "diff", "--rev", "HEAD", cwd=tmp_path, GIT_CEILING_DIRECTORIES=str(tmp_path.parent)
    )
    assert done.code == 2
    assert "Mappen er ikke et git-depot" in done.err


def test_without_git(repo: Path) -> None:
    done = tiltak("diff", "--rev", "HEAD", cwd=repo, PATH=os.devnull)
    assert done.code == 2
    assert "Programmet git finnes ikke på maskinen." in done.err


@pytest.mark.posix
def test_a_repository_cannot_make_git_run_its_own_programs(repo: Path) -> None:
    """Plumbing runs no textconv and no file-system monitor."""
    harm = repo / "skade"
    (repo.parent / ".gitattributes").write_text("*.yaml diff=harm\n", encoding="utf-8")
    git(repo.parent, "config", "diff.harm.textconv", f"touch '{harm}'; cat")
    git(repo.parent, "config", "core.fsmonitor", f"touch '{harm}'")
    assert EXPECTED in tiltak("diff", "--rev", "HEAD~1", cwd=repo).out
    assert not harm.exists()


def test_a_folder_register_with_its_own_strategy_at_a_revision(tmp_path: Path) -> None:
    import shutil

    from command import DATA

    shutil.copytree(DATA / "kommuneplan", tmp_path / "plan")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Plan")
    side = "HEAD:plan/tiltaksoversikt.yaml"
    done = tiltak("diff", side, "plan/tiltaksoversikt.yaml", cwd=tmp_path)
    assert done.err == ""
    assert "Ingen endringer i innholdet." in done.out


def test_from_outside_the_repository_and_through_a_link(repo: Path, tmp_path: Path) -> None:
    inside = Path("depot") / repo.name / "tiltaksoversikt.yaml"
    assert EXPECTED in tiltak("diff", "--rev", "HEAD~1", inside, cwd=tmp_path).out
    assert EXPECTED in tiltak("diff", f"HEAD~1:{inside}", inside, cwd=tmp_path).out
    assert EXPECTED in tiltak("diff", "--rev", "HEAD~1", tmp_path / inside, cwd=repo).out


def test_an_edition_that_breaks_a_rule_can_be_compared_with(repo: Path) -> None:
    """History cannot be mended; a measure with a value without meaning is left out, and told of."""
    path = repo / "tiltaksoversikt.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("vurdering: grønn", "vurdering: gul", 1), "utf-8")
    git(repo, "commit", "-qam", "Uten avvik")
    path.write_text(text, "utf-8")
    assert tiltak("diff", "--rev", "HEAD", cwd=repo).code == 0
    path.write_text(text.replace("prioritet: høy", "prioritet: Høyest", 1), "utf-8")
    git(repo, "commit", "-qam", "Uten mening")
    path.write_text(text, "utf-8")
    done = tiltak("diff", "--rev", "HEAD", "--strict", cwd=repo)
    assert done.code == 1
    assert "Kjør «tiltak validate HEAD:påfølgende år/tiltaksoversikt.yaml» for å se" in done.err
    validated = tiltak("validate", "HEAD:tiltaksoversikt.yaml", cwd=repo)
    assert (validated.code, "TIL206" in validated.out) == (1, True)


def test_a_folder_with_hidden_folders_and_a_strategy(tmp_path: Path) -> None:
    import shutil

    from command import DATA

    plan = DATA / "kommuneplan"
    for name in ("strategi.yaml", "tiltaksoversikt.yaml"):
        shutil.copy(plan / name, tmp_path)
    (tmp_path / ".github").mkdir()
    (tmp_path / ".github" / "ci.yml").write_text("on: push\n")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "Plan")
    assert tiltak("validate", ".", "HEAD:.", cwd=tmp_path).code == 0
    assert "Ingen endringer" in tiltak("diff", "HEAD:.", ".", cwd=tmp_path).out


def test_a_hook_in_a_linked_work_tree(repo: Path, tmp_path: Path) -> None:
    """Hooks are told where the repository is; git would take the file's folder for its top."""
    git(repo, "worktree", "add", "--quiet", str(tmp_path / "kopi"))
    folder = tmp_path / "kopi"
    inside = f"{repo.name}/tiltaksoversikt.yaml"
    told = git(folder, "rev-parse", "--absolute-git-dir").strip()
    done = tiltak("diff", "--rev", "HEAD~1", inside, cwd=folder, GIT_DIR=told)
    assert EXPECTED in done.out


def test_a_bare_repository(repo: Path, tmp_path: Path) -> None:
    bare = tmp_path / "naken.git"
    git(tmp_path, "clone", "--quiet", "--bare", str(repo.parent), str(bare))
    sides = [f"{revision}:{repo.name}/tiltaksoversikt.yaml" for revision in ("HEAD~1", "HEAD")]
    assert EXPECTED in tiltak("diff", *sides, cwd=bare).out
    assert EXPECTED in tiltak("diff", *sides, cwd=bare, GIT_DIR=".").out
    done = tiltak("diff", "--rev", "HEAD~1", "tiltaksoversikt.yaml", cwd=bare)
    assert done.code == 2
    assert "«tiltaksoversikt.yaml» fantes ikke i revisjonen «HEAD~1»." in done.err


def test_a_fault_in_a_revision_is_told_on_its_own_line(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    commit(tmp_path, {FILE: register_text("status: ukjent\n")})
    commit(tmp_path, {FILE: register_text("status: vedtatt\n")})
    done = tiltak("validate", "--format", "concise", f"HEAD~1:{FILE}", cwd=tmp_path)
    assert done.out.startswith(f"HEAD~1:{FILE}:6:11: feil TIL201 T001: «ukjent» er ikke")


def test_a_repository_that_another_user_owns_is_told_as_that(repo: Path) -> None:
    done = tiltak("diff", "HEAD", cwd=repo, GIT_TEST_ASSUME_DIFFERENT_OWNER="1")
    assert (done.code, done.out) == (2, "")
    assert "fordi mappen eies av en annen bruker. Kjør «git config --global" in done.err


def test_content_that_git_has_lost(repo: Path) -> None:
    blob = git(repo, "rev-parse", "HEAD~1:./tiltaksoversikt.yaml").strip()
    lost = repo.parent / ".git" / "objects" / blob[:2] / blob[2:]
    lost.chmod(0o600)
    lost.unlink()
    done = tiltak("diff", "--rev", "HEAD~1", cwd=repo)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("tiltak: git kunne ikke lese revisjonen.")


@pytest.mark.parametrize(
    "revision", ["^HEAD", "HEAD..HEAD~1", "HEAD\n", "--all", "HEAD~1:", "æ\x01"]
)
def test_what_is_no_single_commit_is_no_revision(repo: Path, revision: str) -> None:
    done = tiltak("diff", "--rev", revision, cwd=repo)
    assert (done.code, done.out) == (2, "")
    assert "Finner ikke revisjonen" in done.err
