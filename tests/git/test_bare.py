"""A bare repository, where nothing lies on the disk: the register is that of its HEAD."""

import json
from pathlib import Path

import pytest
from command import NEW, OLD, tiltak
from repository import commit, git

FILE = "tiltaksoversikt.yaml"


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    work = tmp_path_factory.mktemp("depot")
    git(work, "init", "--quiet")
    for name, path in (("2023-2", OLD), ("2024-1", NEW)):
        commit(work, {FILE: path.read_text("utf-8")})
        git(work, "tag", f"utgave-{name}")
    commit(work, {FILE: NEW.read_text("utf-8").replace("prioritet: høy", "prioritet: lav", 1)})
    there = tmp_path_factory.mktemp("naken") / "a.git"
    git(work, "clone", "--quiet", "--bare", ".", str(there))
    return there


@pytest.mark.wide
@pytest.mark.parametrize(
    ("command", "shown"),
    [
        ("editions", "2023-2  15.11.2023"),
        ("history T002", "T002"),
        ("diff", "Endringer fra 2024-1 (per 15.06.2024) til 2024-1"),
        ("diff 2023-2", "Endringer fra 2023-2 (per 15.11.2023) til 2024-1"),
        ("diff 2023-2 2024-1", "Endringer fra 2023-2"),
        ("diff --rev HEAD~1", "1 endring i 1 tiltak"),
        ("report --since 2023-2", "Tiltaksoversikt 2024-1"),
        ("list --rev 2023-2", "26 tiltak per 15.11.2023."),
        ("show T002 --format yaml", "id: T002"),
        ("export -o - --format csv", "T028"),
    ],
)
def test_what_reads_works(command: str, shown: str, bare: Path) -> None:
    done = tiltak(*command.split(), cwd=bare)
    assert (done.code, shown in done.out) == (0, True)


def test_what_writes_says_that_it_cannot(bare: Path) -> None:
    done = tiltak("set", "T002", "status=vedtatt", cwd=bare)
    assert (done.code, "En git-revisjon kan ikke endres." in done.err) == (2, True)


@pytest.mark.wide
def test_nothing_internal_is_in_a_public_comparison(tmp_path: Path) -> None:
    text = NEW.read_text("utf-8")
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    noted = text.replace("    status: ", "    merknad: Ikke for andre.\n    status: ", 1)
    (tmp_path / "b.yaml").write_text(f"# en kommentar\n{noted}", "utf-8")
    for form in ("text", "json", "markdown", "oneline", "html"):
        done = tiltak("diff", "a.yaml", "b.yaml", "--public", "--format", form, cwd=tmp_path)
        assert "merknad" not in done.out.casefold(), form
        assert "for andre" not in done.out
    told = json.loads(tiltak("diff", "a.yaml", "b.yaml", "--format", "json", cwd=tmp_path).out)
    assert [change["field"] for change in told["changes"]] == ["merknad"]
