"""Where two may be the register, neither is passed over in silence."""

from pathlib import Path

import pytest
from command import tiltak
from repository import commit, git
from support import FILE, HEAD_LINES, register_text, spread

REGISTER = register_text("- id: T001\n  tittel: En\n")
OTHER = register_text("- id: T002\n  tittel: To\n")
PART = OTHER.removeprefix(HEAD_LINES)
FOLDER = "tiltaksoversikt"
# Every command that looks for the register when none is named.
COMMANDS = [
    ["validate"], ["validate", "--fix"], ["validate", "--write-baseline"], ["format"],
    ["format", "--check"], ["report"], ["list"], ["show", "T001"], ["export"], ["history"],
    ["history", "T001"], ["editions"], ["edition", "2024-1", "--no-commit", "--yes"], ["diff"],
    ["diff", "HEAD"], ["diff", "--rev", "HEAD"], ["report", "--rev", "HEAD"],
]  # fmt: skip


def put(folder: Path, **texts: str) -> None:
    """Write files, where `__` in a name is a folder and `_` its ending."""
    for name, text in texts.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


@pytest.fixture(scope="module")
def depot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("to")
    git(folder, "init", "--quiet")
    commit(folder, {FILE: REGISTER, f"{FOLDER}/a.yaml": OTHER})
    return folder


@spread("arguments", COMMANDS, every=2, ids=" ".join)
def test_every_command_says_so(depot: Path, arguments: list[str]) -> None:
    done = tiltak(*arguments, cwd=depot)
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        f"tiltak: Her ligger både {FILE} og mappen {FOLDER}, og bare det ene kan være registeret. "
        "Slett eller flytt det andre, eller oppgi det som gjelder.\n"
    )


@pytest.mark.wide
@pytest.mark.parametrize("name", [FILE, FOLDER])
def test_the_one_that_is_named_is_the_register(depot: Path, name: str) -> None:
    for command in ("validate", "report", "list", "history"):
        assert tiltak(command, name, cwd=depot).code == 0
    assert tiltak("diff", f"HEAD:{name}", name, cwd=depot).code == 0


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({"tiltaksoversikt_yaml": REGISTER, "tiltaksoversikt_yml": OTHER},
         f"både {FILE} og {FOLDER}.yml"),
        ({"tiltaksoversikt_yaml": REGISTER, "tiltaksoversikt_yml": OTHER,
          "tiltaksoversikt__a_yaml": PART}, f"både {FILE}, {FOLDER}.yml og mappen {FOLDER}"),
        ({"tiltaksoversikt_yml": REGISTER, "tiltaksoversikt__dypt__nede__a_yml": PART},
         f"både {FOLDER}.yml og mappen {FOLDER}"),
        ({"tiltaksoversikt_yaml": REGISTER, "tiltaksoversikt__a_YAML": PART},
         f"både {FILE} og mappen {FOLDER}"),
    ],
)  # fmt: skip
def test_what_lies_there_is_named(tmp_path: Path, texts: dict[str, str], said: str) -> None:
    put(tmp_path, **texts)
    done = tiltak("validate", cwd=tmp_path)
    assert done.code == 2
    assert said in done.err


@pytest.mark.posix
@pytest.mark.parametrize("name", ["Tiltaksoversikt_yaml", "TILTAKSOVERSIKT_YML"])
def test_case_does_not_hide_one(tmp_path: Path, name: str) -> None:
    put(tmp_path, **{name: REGISTER})
    assert tiltak("validate", cwd=tmp_path).code == 0
    put(tmp_path, tiltaksoversikt_yaml=OTHER)
    done = tiltak("validate", cwd=tmp_path)
    assert done.code == 2
    assert f"både {FILE} og {name.replace('_', '.')}" in done.err


def test_a_folder_without_a_register_in_it_is_none(tmp_path: Path) -> None:
    put(tmp_path, tiltaksoversikt_yaml=REGISTER)
    (tmp_path / FOLDER).mkdir()
    assert tiltak("validate", cwd=tmp_path).code == 0
    put(tmp_path, tiltaksoversikt__notat_txt="a", tiltaksoversikt__utkast__bok_xlsx="b")
    (tmp_path / FOLDER / ".gammel").mkdir()
    (tmp_path / FOLDER / ".gammel" / "a.yaml").write_text(OTHER, "utf-8")
    (tmp_path / FOLDER / ".a.yaml").write_text(OTHER, "utf-8")
    assert tiltak("validate", cwd=tmp_path).code == 0
    # Alone it is the one that is meant, and what it lacks is said.
    (tmp_path / FILE).unlink()
    assert "har ingen YAML-filer" in tiltak("validate", cwd=tmp_path).err


@pytest.mark.posix
def test_two_names_of_one_file_are_one_register(tmp_path: Path) -> None:
    put(tmp_path, tiltaksoversikt_yaml=REGISTER)
    (tmp_path / "tiltaksoversikt.yml").symlink_to(FILE)
    assert tiltak("validate", cwd=tmp_path).code == 0


@pytest.mark.wide
def test_a_file_in_capitals_is_a_part_of_a_folder(tmp_path: Path) -> None:
    put(tmp_path, tiltaksoversikt__a_yaml=REGISTER, tiltaksoversikt__b_YAML=PART)
    git(tmp_path, "init", "--quiet")
    commit(tmp_path, {})
    for arguments in ([], ["--rev", "HEAD"]):
        assert "T002" in tiltak("list", *arguments, cwd=tmp_path).out
    assert "T002" in tiltak("history", cwd=tmp_path).out


# --- in git


@pytest.fixture
def once(tmp_path: Path) -> Path:
    """A register that once lay beside another, which has an edition from then."""
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    commit(tmp_path, {FILE: REGISTER, f"{FOLDER}/a.yaml": OTHER})
    git(tmp_path, "tag", "-a", "-m", "A", "utgave-2023-2")
    git(tmp_path, "rm", "-rq", FOLDER)
    commit(tmp_path, {FILE: REGISTER.replace("En", "Ett")})
    return tmp_path


@spread(
    "arguments",
    [
        ["diff", "HEAD~1"],
        ["diff", "HEAD~1", "HEAD"],
        ["diff", "2023-2"],
        ["diff", "--rev", "HEAD~1"],
        ["report", "--rev", "HEAD~1"],
        ["report", "--since", "HEAD~1"],
        ["list", "--rev", "2023-2"],
        ["validate", "--against", "HEAD~1"],
        ["diff"],
    ],
    12,
    ids=" ".join,
)
def test_so_it_is_at_a_revision(once: Path, arguments: list[str]) -> None:
    done = tiltak(*arguments, cwd=once)
    assert (done.code, done.out) == (2, "")
    assert f"både {FILE} og mappen {FOLDER}, og bare det ene kan være registeret." in done.err
    assert "Oppgi det som gjelder, for eksempel " in done.err


@pytest.mark.wide
def test_at_a_revision_too_the_one_that_is_named_is_meant(once: Path) -> None:
    assert tiltak("diff", f"HEAD~1:{FILE}", FILE, cwd=once).code == 0
    assert tiltak("validate", "--against", f"HEAD~1:{FILE}", cwd=once).code == 0
    assert tiltak("history", cwd=once).code == 0


@pytest.mark.wide
def test_in_a_bare_repository(once: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    bare = tmp_path_factory.mktemp("bart")
    git(bare, "clone", "--quiet", "--bare", str(once), ".")
    assert tiltak("diff", f"HEAD~1:{FILE}", "HEAD", cwd=bare).code == 0
    done = tiltak("diff", "HEAD~1", "HEAD", cwd=bare)
    assert done.code == 2
    assert f"både {FILE} og mappen {FOLDER}" in done.err


def test_an_edition_from_then_is_not_listed_as_if_it_were_whole(once: Path) -> None:
    done = tiltak("editions", cwd=once)
    assert "utgave-2023-2" in done.err


@pytest.mark.posix
def test_an_empty_folder_of_the_same_name_is_no_register(tmp_path: Path) -> None:
    put(tmp_path, tiltaksoversikt__a_yaml=REGISTER)
    (tmp_path / FOLDER.capitalize()).mkdir()
    if (tmp_path / FOLDER.capitalize()).samefile(tmp_path / FOLDER):
        return  # a disk on which they are one folder
    assert tiltak("validate", cwd=tmp_path).out == f"{FOLDER}: 1 tiltak, ingen funn.\n"


@pytest.mark.wide
def test_a_name_in_capitals_is_seen_in_git_too(tmp_path: Path) -> None:
    folder = tmp_path / "depot"
    folder.mkdir()
    git(folder, "init", "--quiet")
    commit(folder, {FILE.upper(): REGISTER})
    commit(folder, {FILE.upper(): REGISTER.replace("En", "Ett")})
    git(tmp_path, "clone", "--quiet", "--bare", str(folder), "naken.git")
    bare = tmp_path / "naken.git"
    assert "Ett" in tiltak("diff", "HEAD~1", "HEAD", cwd=bare).out
    assert "2 revisjoner" in tiltak("history", cwd=bare).out
    # Beside another, in whatever case, it is one too many.
    commit(folder, {f"{FOLDER.upper()}/a.yaml": OTHER})
    done = tiltak("diff", "HEAD~1", "HEAD", cwd=folder)
    assert done.code == 2
    assert f"ligger både {FILE.upper()} og mappen {FOLDER.upper()}" in done.err
    git(folder, "rm", "-rq", FOLDER.upper())
    done = tiltak("diff", "HEAD", cwd=folder)
    assert done.code == 2
    assert f"ligger både {FILE.upper()} og mappen {FOLDER.upper()}" in done.err
