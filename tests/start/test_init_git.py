"""What `tiltak init` leaves in git."""

from pathlib import Path

import pytest
from command import names, tiltak
from repository import at_home, git
from test_init import ALL, DAY, TOP


@pytest.mark.wide
def test_the_first_branch_is_main_where_the_user_has_chosen_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the handbook calls it, whatever this git would."""
    home = at_home(tmp_path / "hjemme", monkeypatch)
    for name in ("GIT_CONFIG_COUNT", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for config, branch in (("", "main"), ("[init]\n\tdefaultBranch = hoved\n", "hoved")):
        (home / ".gitconfig").write_text(config)
        assert tiltak("init", branch, *DAY, cwd=tmp_path).code == 0
        assert git(tmp_path / branch, "symbolic-ref", "--short", "HEAD").strip() == branch


@pytest.mark.wide
def test_a_first_version_is_stored_when_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_home(tmp_path / "hjemme", monkeypatch)
    folder = tmp_path / "ny"
    folder.mkdir()
    (folder / "notat.txt").write_text("mitt")
    nobody = tiltak("init", "--commit", *DAY, cwd=folder, GIT_AUTHOR_NAME="")
    assert nobody.code == 2
    assert "«git commit» gikk ikke; det står over hvorfor." in nobody.err
    assert "Rett det, og kjør «git commit»." in nobody.err
    git(folder, "commit", "--quiet", "--message", "x")
    assert git(folder, "status", "--porcelain") == "?? notat.txt\n"
    done = tiltak(
        "init", "under", "--commit", *DAY, cwd=folder,
        GIT_AUTHOR_NAME="A", GIT_AUTHOR_EMAIL="a@example.invalid",
        GIT_COMMITTER_NAME="A", GIT_COMMITTER_EMAIL="a@example.invalid",
    )  # fmt: skip
    assert (done.code, done.err) == (0, "")
    assert "Lagret i git: «Begynn på registeret»." in done.out
    assert git(folder, "status", "--porcelain") == "?? notat.txt\n"
    listed = set(git(folder, "ls-files", "-z").split("\0")) - {""}
    assert listed == ALL | {f"under/{name}" for name in ALL - {TOP}}


@pytest.mark.wide
def test_what_is_made_of_the_register_stays_out_of_git_but_for_an_edition(tmp_path: Path) -> None:
    tiltak("init", *DAY, cwd=tmp_path)
    for name in ("plan.xlsx", "svar.csv", "gammel.xls"):
        (tmp_path / name).write_text("Kari Nordmann")
    for arguments in ("export", "report -o side.html", "export --for alle -o svar/"):
        assert tiltak(*arguments.split(), cwd=tmp_path).code == 0
    git(tmp_path, "add", "--all")
    assert set(git(tmp_path, "ls-files").split()) == ALL
    git(tmp_path, "commit", "--quiet", "--message", "x")
    done = tiltak(
        "edition", "2024-1", "--yes", cwd=tmp_path,
        GIT_AUTHOR_NAME="A", GIT_AUTHOR_EMAIL="a@example.invalid",
        GIT_COMMITTER_NAME="A", GIT_COMMITTER_EMAIL="a@example.invalid",
    )  # fmt: skip
    assert (done.code, done.err) == (0, "")
    kept = {f"utgaver/2024-1/{name}" for name in names(tmp_path / "utgaver" / "2024-1")}
    assert len(kept) == 3
    assert set(git(tmp_path, "ls-files").split()) == ALL | kept
