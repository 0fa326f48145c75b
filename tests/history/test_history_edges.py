"""What is not in a register's history, and what has none."""

from pathlib import Path

import pytest
from history_depot import depot, edition, history, moved, refused, steps
from repository import commit, git
from support import FILE

from tiltak_cli.sources.files import Refusal
from tiltak_cli.sources.history.read import newer_than, read_history

__all__ = ["depot"]


def test_what_is_not_committed_yet_is_told_of(depot: Path) -> None:
    (depot / FILE).write_text(edition("2023").replace("\n", "\r\n"), encoding="utf-8")
    found = history()
    assert steps(found) == []
    assert found.uncommitted == {"T001"}
    assert history(f"HEAD:{FILE}").uncommitted == frozenset()
    (depot / FILE).write_text(edition("2022", "- id: T003\n"), encoding="utf-8")
    assert history().uncommitted == {"T002", "T003"}
    (depot / FILE).write_text(edition("2022", "-"), encoding="utf-8")
    assert history().uncommitted == frozenset()


def test_what_git_has_lost(depot: Path) -> None:
    commit(depot, {FILE: edition("2023")})
    blob = git(depot, "rev-parse", f"HEAD~1:{FILE}").strip()
    lost = depot / ".git" / "objects" / blob[:2] / blob[2:]
    lost.chmod(0o600)
    lost.unlink()
    assert refused(FILE).startswith("git mangler noe av innholdet i historien.")


@pytest.mark.parametrize(
    ("side", "said"),
    [
        ("-", "Standard inn har ingen historie i git."),
        (f":{FILE}", "Skriv en revisjon foran kolon"),
        (f"--output=x:{FILE}", "Finner ikke revisjonen «--output=x»"),
        (f"-x:{FILE}", "Finner ikke revisjonen «-x»"),
        (f"$(touch x):{FILE}", "Finner ikke revisjonen"),
        (f"HEAD^{{tree}}:{FILE}", "Finner ikke revisjonen"),
        (f"^HEAD:{FILE}", "Finner ikke revisjonen"),
        ("HEAD:../../etc/passwd", "ligger utenfor git-depotet"),
        ("borte.yaml", "Finner ikke «borte.yaml», verken her eller i git."),
        ("HEAD:borte.yaml", "Finner ikke «borte.yaml», verken her eller i git."),
        ("ny.yaml", "«ny.yaml» er ikke lagret i git ennå"),
    ],
)
def test_what_has_no_history(depot: Path, side: str, said: str) -> None:
    (depot / "ny.yaml").write_text(edition(), encoding="utf-8")
    assert said in refused(side)
    assert not (depot / "x").exists()


@pytest.mark.parametrize("revision", ["--output=x", "^HEAD", "--all", "HEAD~9", "", "æ\x01"])
def test_since_what_is_no_revision(depot: Path, revision: str) -> None:
    assert isinstance(newer_than(revision, FILE), Refusal)
    assert not (depot / "x").exists()


def test_a_repository_without_commits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(tmp_path, "init", "--quiet")
    (tmp_path / FILE).write_text(edition(), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert refused(FILE).startswith("Ingenting er lagret i git her ennå")


@pytest.mark.posix
def test_links_and_programs_of_the_repository_are_left_alone(depot: Path) -> None:
    harm = depot / "skade"
    (depot / ".gitattributes").write_text("*.yaml diff=harm\n", encoding="utf-8")
    git(depot, "config", "diff.harm.textconv", f"touch '{harm}'; cat")
    git(depot, "config", "diff.external", f"touch '{harm}'")
    git(depot, "config", "core.fsmonitor", f"touch '{harm}'")
    (depot / "d").mkdir()
    (depot / "d" / "lenke.yaml").symlink_to("/etc/passwd")
    (depot / FILE).rename(depot / "d" / "a.yaml")
    commit(depot, {"d/a.yaml": edition("2023")}, "2024-02-01")
    harm.unlink(missing_ok=True)
    assert steps(history("d")) == [moved("2024-02-01", "2022", "2023")]
    assert not harm.exists()


def test_progress_is_told_for_each_revision(depot: Path) -> None:
    commit(depot, {FILE: edition("2023")})
    told: list[tuple[int, int]] = []
    read_history(FILE, lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]
