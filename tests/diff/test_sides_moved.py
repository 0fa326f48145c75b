"""Sides of a comparison whose register has not always been where it is."""

from functools import partial
from itertools import permutations
from pathlib import Path

import pytest
from command import tiltak
from repository import commit, copied, git
from support import FILE, HEAD_LINES, register_text

FIRST = "- id: T001\n  tittel: Felles mal for utredninger\n"
SECOND = "- id: T002\n  tittel: Opplæring av nye ledere\n"


def measures(text: str) -> str:
    return register_text(text).removeprefix(HEAD_LINES)


WHOLE = register_text(FIRST + SECOND)
BOTH = measures(FIRST + SECOND)
LAYOUTS = {
    "file": {FILE: WHOLE},
    "renamed": {"oversikt 2024.yaml": WHOLE},
    "moved": {"påfølgende år/" + FILE: WHOLE},
    "folder": {"tiltaksoversikt/hode.yaml": HEAD_LINES, "tiltaksoversikt/alle.yaml": BOTH},
    "split": {
        "tiltaksoversikt/hode.yaml": HEAD_LINES,
        "tiltaksoversikt/a/én.yaml": measures(FIRST),
        "tiltaksoversikt/b.yaml": measures(SECOND),
    },
    "other folder": {"register/hode.yaml": HEAD_LINES, "register/alle.yaml": BOTH},
}
PATHS = {
    "file": FILE,
    "renamed": "oversikt 2024.yaml",
    "moved": "påfølgende år/" + FILE,
    "folder": "tiltaksoversikt",
    "split": "tiltaksoversikt",
    "other folder": "register",
}


def _store(layout: str, folder: Path) -> None:
    git(folder, "init", "--quiet")
    others = {".github/a.yml": "on: push\n", "annet.yaml": WHOLE.replace("T00", "X1")}
    commit(folder, {**LAYOUTS[layout], **others})


# A repository with the register in each layout; one partial each, for it is made once.
STORED = {layout: partial(_store, layout) for layout in LAYOUTS}


@pytest.mark.parametrize(("old", "new"), list(permutations(LAYOUTS, 2)))
def test_a_register_is_found_where_it_was(tmp_path: Path, old: str, new: str) -> None:
    folder = copied(STORED[old], tmp_path / "depot")
    for name in LAYOUTS[old]:
        (folder / name).unlink()
    moved = {name: text.replace("nye ledere", "alle ledere") for name, text in LAYOUTS[new].items()}
    for name, text in moved.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    # Where it has moved on the disk only, and where that is stored too.
    for revision in ("HEAD", "HEAD~1"):
        if revision == "HEAD~1":
            commit(folder, {})
        done = tiltak("diff", revision, PATHS[new], cwd=folder)
        assert done.code == 0, done.err
        assert "1 endring i 1 tiltak" in done.out
        if PATHS[old] != PATHS[new]:
            assert done.err == (
                f"tiltak: Registeret «{PATHS[new]}» het «{PATHS[old]}» i revisjonen «{revision}», "
                "og er lest derfra.\n"
            )
        assert "2 tiltak" in tiltak("list", PATHS[new], "--rev", revision, cwd=folder).out


def test_another_register_is_not_taken_for_it(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    other = register_text(
        "- id: T001\n  tittel: Noe helt annet\n- id: T002\n  tittel: Og enda noe\n"
    )
    commit(tmp_path, {"annet.yaml": other, "sammen.yaml": WHOLE})
    (tmp_path / "annet.yaml").unlink()
    commit(tmp_path, {FILE: WHOLE})
    done = tiltak("diff", "HEAD~1", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert f"«{FILE}» fantes ikke i revisjonen «HEAD~1»." in done.err
    assert "så skriv HEAD~1:STIEN." in done.err


def test_renamed_twice_in_a_shallow_copy_and_a_bare_one(tmp_path: Path) -> None:
    origin = tmp_path / "depot"
    origin.mkdir()
    git(origin, "init", "--quiet")
    commit(origin, {"en.yaml": register_text(FIRST)}, "2024-01-01")
    git(origin, "mv", "en.yaml", "to.yaml")
    commit(origin, {"to.yaml": register_text(FIRST + SECOND)}, "2024-02-01")
    git(origin, "mv", "to.yaml", FILE)
    commit(origin, {"annet.txt": "x"}, "2024-03-01")
    assert "1 endring i 1 tiltak" in tiltak("diff", "HEAD~2", cwd=origin).out
    git(tmp_path, "clone", "--quiet", "--bare", str(origin), "naken.git")
    bare = tmp_path / "naken.git"
    assert "1 endring i 1 tiltak" in tiltak("diff", "HEAD~2", "HEAD", cwd=bare).out
    assert "1 endring i 1 tiltak" in tiltak("diff", "HEAD~2:en.yaml", f"HEAD:{FILE}", cwd=bare).out
    for arguments in ([], ["HEAD"]):
        assert "Ingen endringer i innholdet." in tiltak("diff", *arguments, cwd=bare).out
    git(tmp_path, "clone", "--quiet", "--depth=1", origin.as_uri(), "grunn")
    shallow = tmp_path / "grunn"
    for side in ("HEAD~2", "2024-01"):
        done = tiltak("diff", side, cwd=shallow)
        assert (done.code, done.out) == (2, "")
        assert "«git fetch --unshallow»" in done.err


@pytest.mark.wide
def test_where_the_register_lies_on_the_disk_says_nothing_of_two_revisions(tmp_path: Path) -> None:
    """It was renamed from the first to the second, and is back under the old name since."""
    git(tmp_path, "init", "--quiet")
    commit(tmp_path, {FILE: WHOLE})
    git(tmp_path, "mv", FILE, "ny.yaml")
    commit(tmp_path, {"ny.yaml": register_text(FIRST)})
    git(tmp_path, "mv", "ny.yaml", FILE)
    done = tiltak("diff", "HEAD~1", "HEAD:ny.yaml", cwd=tmp_path)
    assert (done.code, "T002" in done.out) == (0, True)
    assert f"Registeret «ny.yaml» het «{FILE}» i revisjonen «HEAD~1»" in done.err
