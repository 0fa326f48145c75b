"""`tiltak git`: what is set up, looked after and taken down again, in real repositories."""

import os
from pathlib import Path

import pytest
from command import Done, tiltak
from few import FEW_NEW
from repository import at_home, attribute, commit, copied, git

REGISTER = FEW_NEW


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of nobody's, where git's settings for a user go."""
    return at_home(tmp_path / "hjem", monkeypatch)


@pytest.fixture
def repo(tmp_path: Path, home: Path) -> Path:
    """A repository with a register, in a folder whose name has a blank and æøå."""
    assert home.is_dir()
    return copied(_depot, tmp_path / "årets depot")


def _depot(folder: Path) -> None:
    git(folder, "init", "--quiet")
    commit(folder, {"tiltaksoversikt.yaml": REGISTER})


def everything(folder: Path) -> dict[str, bytes]:
    """Every file below a folder that can hold settings, with its bytes."""
    files = (p for p in folder.rglob("*") if p.is_file() and "objects" not in p.parts)
    return {str(p.relative_to(folder)): p.read_bytes() for p in files if p.name != "index"}


def installed(folder: Path, *arguments: str) -> Done:
    done = tiltak("git", "install", *arguments, cwd=folder)
    assert (done.code, done.err) == (0, "")
    return done


def test_installing_twice_is_installing_once(repo: Path) -> None:
    before = everything(repo)
    first = installed(repo)
    assert first.out.startswith("Git er satt opp.")
    once = everything(repo)
    assert set(once) - set(before) == {str(Path(".git/info/attributes"))}
    again = installed(repo)
    assert again.out.startswith("Oppsettet er oppdatert.")
    assert everything(repo) == once
    assert git(repo, "status", "--porcelain") == ""


def test_uninstalling_leaves_everything_as_it_was(repo: Path) -> None:
    before = everything(repo)
    installed(repo)
    done = tiltak("git", "uninstall", cwd=repo)
    assert (done.code, done.out, done.err) == (0, "Tok bort oppsettet for dette depotet.\n", "")
    assert everything(repo) == before
    again = tiltak("git", "uninstall", cwd=repo)
    assert (again.code, again.out) == (0, "Ingenting var satt opp for dette depotet.\n")
    assert everything(repo) == before


@pytest.mark.parametrize(
    "mine",
    [
        b"",
        b"*.txt text\n",
        b"*.txt text",
        b"*.txt text\r\n*.md diff=markdown\r\n",
        b"# min egen\n\n\n",
        "\u2028 *.æøå text\n".encode() + b"*.\xff text\n",
        b"tiltaksoversikt.yaml diff=tiltak\n",
    ],
)
def test_the_lines_of_others_are_kept_byte_for_byte(repo: Path, mine: bytes) -> None:
    path = repo / ".git" / "info" / "attributes"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(mine)
    installed(repo)
    installed(repo)
    assert path.read_bytes().startswith(mine)
    # Someone writes more: below, and among the lines between the marks.
    made = path.read_bytes()
    path.write_bytes(made.replace(b"*.xlsx diff", b"*.abc binary\n*.xlsx diff") + b"*.md text\n")
    installed(repo)
    assert b"*.abc binary\n*.md text\n" in path.read_bytes()
    tiltak("git", "uninstall", cwd=repo)
    line_break = b"" if not mine or mine.endswith(b"\n") else b"\n"
    assert path.read_bytes() == mine + line_break + b"*.abc binary\n*.md text\n"
    installed(repo)
    path.write_bytes(mine)
    installed(repo)
    tiltak("git", "uninstall", cwd=repo)
    assert path.read_bytes() == mine


def test_a_setting_of_someone_else_is_neither_changed_nor_removed(repo: Path) -> None:
    git(repo, "config", "diff.tiltak.textconv", "mitt-eget")
    git(repo, "config", "diff.tiltak.wordRegex", "[a-z]+")
    before = everything(repo)
    done = tiltak("git", "install", cwd=repo)
    assert (done.code, done.out) == (2, "")
    assert "diff.tiltak.textconv er satt til noe annet fra før. Ta det bort med" in done.err
    assert everything(repo) == before
    git(repo, "config", "--unset-all", "diff.tiltak.textconv")
    installed(repo)
    git(repo, "config", "diff.tiltak.textconv", "mitt-eget")
    assert "er satt til noe annet." in tiltak("git", "status", cwd=repo).out
    done = tiltak("git", "uninstall", cwd=repo)
    assert "diff.tiltak.textconv er satt av noen andre og er ikke rørt." in done.out
    kept = git(repo, "config", "--get-regexp", "^diff").splitlines()
    assert sorted(kept) == ["diff.tiltak.textconv mitt-eget", "diff.tiltak.wordregex [a-z]+"]


ODD = 'påfølgende år/mitt [nye] "register" *.yaml' if os.name != "nt" else "påfølgende år/mitt.yaml"


@pytest.mark.parametrize(
    ("arguments", "where", "covered", "not_covered"),
    [
        ([ODD], ".", ODD, "påfølgende år/annet.yaml"),
        ([f"../{ODD}"], "mappe", ODD, "mappe/annet.yaml"),
        (["påfølgende år"], ".", "påfølgende år/dypt/nede/a b.yml", "a.yaml"),
        (["."], "mappe", "mappe/ny.yaml", "ny.yaml"),
        (["*.yaml"], "mappe", "hvor/som helst.yaml", "a.yml"),
        (["under/*.yaml"], "mappe", "mappe/under/a.yaml", "under/a.yaml"),
        (["bok.xlsx", "mappe"], ".", "mappe/æ.yaml", "bok.yaml"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else value[:12],
)
def test_other_registers_can_be_named(
    repo: Path, arguments: list[str], where: str, covered: str, not_covered: str
) -> None:
    commit(repo, {ODD: REGISTER, "mappe/a.txt": "", "bok.xlsx": ""})
    installed(repo / where, *arguments)
    assert attribute(repo, covered) == "tiltak"
    assert attribute(repo, not_covered) == "unspecified"
    # Installing again without them keeps them, and so does status.
    once = everything(repo)
    installed(repo)
    assert everything(repo) == once
    for path in (
        *("tiltaksoversikt.yaml", "a/tiltaksoversikt.yml"),
        *("tiltaksoversikt/z.yml", "mappe/tiltaksoversikt/x/y.yaml"),
    ):
        assert attribute(repo, path) == "tiltak"
    assert attribute(repo, "et sted/møte.xlsx") == "tiltak-xlsx"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("finnes-ikke.yaml", "Finner ikke «finnes-ikke.yaml». Kontroller navnet, eller oppgi et"),
        ("../utenfor.yaml", "«../utenfor.yaml» ligger utenfor git-depotet."),
    ],
)
def test_a_path_that_cannot_be_meant_changes_nothing(repo: Path, path: str, said: str) -> None:
    (repo.parent / "utenfor.yaml").write_text("", encoding="utf-8")
    before = everything(repo)
    done = tiltak("git", "install", path, cwd=repo)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert everything(repo) == before


def test_for_all_of_a_users_repositories(repo: Path, home: Path) -> None:
    (home / ".gitconfig").write_bytes(b"[user]\n\tname = Kari\n")
    before = everything(home)
    done = installed(home.parent, "--global", "planer/*.yaml")
    assert done.out.startswith("Git er satt opp.")
    assert set(everything(home)) == {*before, str(Path(".config/git/attributes"))}
    assert attribute(repo, "tiltaksoversikt.yaml") == "tiltak"
    assert attribute(repo, "planer/a.yaml") == "tiltak"
    assert "T001" in git(repo, "show", "--textconv", "HEAD:tiltaksoversikt.yaml")
    assert not (repo / ".git" / "info" / "attributes").exists()
    status = tiltak("git", "status", cwd=repo)
    assert status.code == 0
    assert "Dette depotet (--local): ikke satt opp.\nAlle depotene dine (--global): satt opp." in (
        status.out
    )
    # A line of the repository goes before.
    (repo / ".gitattributes").write_text("*.yaml -diff\n", encoding="utf-8")
    status = tiltak("git", "status", cwd=repo)
    assert status.code == 1
    assert "en annen linje om attributter gir den «-diff» eller «binary»." in status.out
    assert tiltak("git", "uninstall", "--global", cwd=home).code == 0
    assert everything(home) == before


@pytest.mark.parametrize("where", ["xdg", "core.attributesFile"])
def test_the_users_attributes_are_where_git_looks(
    repo: Path, home: Path, where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if where == "xdg":
        monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "mitt oppsett"))
        expected = home / "mitt oppsett" / "git" / "attributes"
    else:
        git(repo, "config", "--global", "core.attributesFile", "~/mine attributter")
        expected = home / "mine attributter"
    installed(repo, "--global")
    assert b"tiltaksoversikt.yaml diff=tiltak\n" in expected.read_bytes()
    assert attribute(repo, "tiltaksoversikt.yaml") == "tiltak"


def test_in_a_subfolder_and_in_another_working_tree(repo: Path, tmp_path: Path) -> None:
    (repo / "dypt" / "nede").mkdir(parents=True)
    installed(repo / "dypt" / "nede")
    assert attribute(repo, "tiltaksoversikt.yaml") == "tiltak"
    git(repo, "worktree", "add", "--quiet", "--detach", str(tmp_path / "annet tre"))
    assert tiltak("git", "status", cwd=tmp_path / "annet tre").code == 0
    assert tiltak("git", "uninstall", cwd=tmp_path / "annet tre").code == 0
    assert attribute(repo, "tiltaksoversikt.yaml") == "unspecified"


def test_a_bare_repository(repo: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--bare", str(repo), "bart")
    installed(tmp_path / "bart")
    assert tiltak("git", "status", cwd=tmp_path / "bart").code == 0
    assert "T001" in git(tmp_path / "bart", "log", "-p", "--format=")


@pytest.mark.parametrize("action", ["install", "uninstall", "status"])
def test_outside_a_repository_it_is_one_sentence(home: Path, action: str) -> None:
    done = tiltak("git", action, cwd=home, GIT_CEILING_DIRECTORIES=str(home.parent))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("tiltak: Mappen er ikke et git-depot. Gå til depotet der")
    assert done.err.count("\n") == 1
    assert everything(home) == {}


def test_without_git_it_is_one_sentence(repo: Path) -> None:
    for scope in ("--local", "--global"):
        done = tiltak("git", "install", scope, cwd=repo, PATH=os.devnull)
        assert (done.code, done.out) == (2, "")
        assert done.err == (
            "tiltak: Programmet git finnes ikke på maskinen. Installer git, og prøv igjen.\n"
        )


def test_settings_that_cannot_be_written_are_one_sentence(repo: Path) -> None:
    (repo / ".git" / "config.lock").write_bytes(b"")
    done = tiltak("git", "install", cwd=repo)
    assert (done.code, done.out) == (2, "")
    assert "git kan ikke skrive innstillingene («git config --local»)." in done.err
    assert not (repo / ".git" / "info" / "attributes").exists()
