"""What a register and its settings may name: nothing outside the repository."""

import os
import shutil
from pathlib import Path

import pytest
from command import ROOT, Done, names, tiltak
from repository import commit, git
from support import FILE, register_text, spread

STRATEGY = (ROOT / "schema" / "strategi-2021-2025.yaml").read_text("utf-8")
# What is outside is not to be seen, nor written over.
HIDDEN = "passord: [hemmelig\n"
OUTSIDE = "ligger utenfor filene i git-depotet, og blir ikke brukt."
LINKED = "er en lenke ut av filene i git-depotet, og blir ikke brukt."
NEAR = "ligger utenfor mappen til registeret og mappen over, og blir ikke brukt."
BASELINE = "tiltak-baseline.json"


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """A repository in a folder with secrets, whose register is in a folder of its own."""
    (tmp_path / "x.yaml").write_text(HIDDEN, "utf-8")
    (tmp_path / "annet").mkdir()
    (tmp_path / "annet" / "x.yaml").write_text(HIDDEN, "utf-8")
    folder = tmp_path / "depot"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder, {f"plan/{FILE}": register_text(""), "felles.yaml": STRATEGY})
    (folder / "ut").symlink_to("..")
    (folder / "plan" / "lenke.yaml").symlink_to("../../x.yaml")
    (folder / "plan" / "inn.yaml").symlink_to("../felles.yaml")
    return folder


def naming(folder: Path, strategy: str) -> Path:
    """A register in a folder that names a strategy."""
    text = register_text("").replace('"2021-2025"', f'"{strategy}"')
    (folder / FILE).write_text(text, "utf-8")
    return folder


def secretive(done: Done, code: int) -> bool:
    return done.code == code and "passord" not in done.out + done.err


@pytest.mark.wide
@pytest.mark.posix
@pytest.mark.parametrize(
    ("strategy", "said"),
    [
        ("../felles.yaml", ""),
        ("./inn.yaml", ""),
        ("../plan/../felles.yaml", ""),
        ("../../x.yaml", OUTSIDE),
        ("../../borte.yaml", OUTSIDE),
        ("/etc/x.yaml", OUTSIDE),
        ("../../depot/../x.yaml", OUTSIDE),
        ("../../annet/x.yaml", OUTSIDE),
        ("../../depot2/x.yaml", OUTSIDE),
        ("../.git/x.yaml", OUTSIDE),
        ("../.GIT/x.yaml", OUTSIDE),
        ("lenke.yaml", LINKED),
        ("../ut/x.yaml", LINKED),
        ("borte.yaml", "Finner ikke strategifilen «borte.yaml»."),
    ],
)
def test_a_strategy_is_in_the_repository(repo: Path, strategy: str, said: str) -> None:
    """On the disk, in the register's folder as a register, and as it is in git."""
    naming(repo / "plan", strategy)
    commit(repo, {})
    for side in (f"plan/{FILE}", f"HEAD:plan/{FILE}", FILE):
        folder = repo / "plan" if side == FILE else repo
        done = tiltak("validate", side, cwd=folder)
        in_git = side.startswith("HEAD:")
        # In git there is nothing but what is stored in it.
        expected = "Finner ikke" if in_git and said and ".git" in strategy.casefold() else said
        assert secretive(done, 1 if said else 0), done
        assert expected in done.out


@pytest.mark.posix
def test_an_absolute_path_may_lead_inside(repo: Path) -> None:
    naming(repo / "plan", str(repo / "felles.yaml"))
    assert tiltak("validate", cwd=repo / "plan").code == 0


@pytest.mark.parametrize("inside", ["", "plan"])
def test_without_git_a_strategy_is_near(tmp_path: Path, inside: str) -> None:
    folder = tmp_path / "a" / "b" / inside
    folder.mkdir(parents=True)
    for place in (tmp_path, tmp_path / "a", tmp_path / "a" / "b"):
        (place / "felles.yaml").write_text(STRATEGY, "utf-8")
    ups = "../" * (2 if inside else 1)
    assert tiltak("validate", cwd=naming(folder, "../felles.yaml")).code == 0
    done = tiltak("validate", cwd=naming(folder, f"{ups}../felles.yaml"))
    assert (done.code, NEAR in done.out) == (1, True)


def test_every_command_keeps_out(repo: Path) -> None:
    naming(repo / "plan", "../../x.yaml")
    for arguments in (("report",), ("export",), ("list",), ("validate", "--fix"), ("format",)):
        done = tiltak(*arguments, cwd=repo / "plan")
        assert "passord" not in done.out + done.err


@pytest.mark.posix
def test_a_folder_register_holds_no_file_from_outside(repo: Path) -> None:
    (repo / "plan" / "inn.yaml").unlink()
    for command in (("validate",), ("format",), ("validate", "--fix")):
        done = tiltak(*command, "plan", cwd=repo)
        assert (done.code, done.out) == (2, "")
        assert done.err == f"tiltak: «plan/lenke.yaml» {LINKED} Legg selve filen i mappen.\n"
    # The one that a link in the repository leads to is there as well.
    (repo / "plan" / "lenke.yaml").unlink()
    (repo / "plan" / "b.yaml").symlink_to("../felles.yaml")
    assert tiltak("validate", "plan", cwd=repo).code == 0


# --- the baseline


@pytest.mark.posix
@spread(
    ("name", "said"),
    [
        ("../../x.yaml", OUTSIDE),
        ("../../ny.json", OUTSIDE),
        ("../ut/x.yaml", LINKED),
        ("../ut/ny.json", LINKED),
        ("lenke.yaml", LINKED),
        ("../.git/config", OUTSIDE),
        ("../.git/hooks/post-checkout", OUTSIDE),
        (FILE, "er ikke en fil med kjente funn, og blir ikke skrevet over."),
        ("../felles.yaml", "er ikke en fil med kjente funn, og blir ikke skrevet over."),
        ("inn.yaml", "er ikke en fil med kjente funn, og blir ikke skrevet over."),
    ],
    8,
)
def test_a_baseline_is_written_inside_and_over_nothing_else(
    repo: Path, name: str, said: str
) -> None:
    (repo / "plan" / "tiltak.toml").write_text(f'baseline = "{name}"', "utf-8")
    before = everything(repo.parent)
    done = tiltak("validate", "--write-baseline", FILE, cwd=repo / "plan")
    assert (done.code, said in done.err) == (2, True), done
    assert everything(repo.parent) == before
    checked = tiltak("validate", FILE, cwd=repo / "plan")
    assert secretive(checked, 2)
    assert "--write-baseline" not in checked.err


def everything(folder: Path) -> dict[str, bytes]:
    found = dict[str, bytes]()
    for base, _, files in os.walk(folder):
        found |= {f"{base}/{name}": Path(base, name).read_bytes() for name in files}
    return found


@pytest.mark.posix
@pytest.mark.parametrize("target", ["../../x.yaml", "../../ny.json"])
def test_the_usual_name_may_be_a_link(repo: Path, target: str) -> None:
    (repo / "plan" / BASELINE).symlink_to(target)
    before = names(repo.parent)
    done = tiltak("validate", "--write-baseline", cwd=repo / "plan")
    assert (done.code, LINKED in done.err) == (2, True)
    assert names(repo.parent) == before
    assert (repo.parent / "x.yaml").read_text("utf-8") == HIDDEN


@pytest.mark.posix
def test_beside_a_register_in_a_linked_folder_is_where_it_is(repo: Path, tmp_path: Path) -> None:
    here = tmp_path / "her"
    here.mkdir()
    (here / "lenke").symlink_to(repo / "plan")
    naming(repo / "plan", "../felles.yaml")
    done = tiltak(
        "validate", f"lenke/{FILE}", "--baseline", "../b.json", "--write-baseline", cwd=here
    )
    assert (done.code, done.err) == (0, "")
    (repo / "plan" / "tiltak.toml").write_text('baseline = "../c.json"', "utf-8")
    assert tiltak("validate", f"lenke/{FILE}", "--write-baseline", cwd=here).code == 0
    assert (names(here), (repo / "b.json").exists()) == (["lenke"], True)
    assert (repo / "c.json").exists()


def test_a_spoilt_baseline_can_be_made_anew(repo: Path) -> None:
    baseline = repo / "plan" / BASELINE
    tiltak("validate", "--write-baseline", cwd=repo / "plan")
    good = baseline.read_text("utf-8")
    baseline.write_text(good.replace("{}", "{\n<<<<<<< HEAD\n"), "utf-8")
    assert "--write-baseline" in tiltak("validate", cwd=repo / "plan").err
    assert tiltak("validate", "--write-baseline", cwd=repo / "plan").code == 0
    assert baseline.read_text("utf-8") == good


def test_who_names_a_baseline_may_name_any(repo: Path) -> None:
    write = ("validate", "--baseline", "../../kjente.json", "--write-baseline")
    for _ in range(2):
        assert tiltak(*write, cwd=repo / "plan").code == 0
    assert tiltak("validate", "--baseline", "../../kjente.json", cwd=repo / "plan").code == 0
    done = tiltak("validate", "--baseline", "../../x.yaml", "--write-baseline", cwd=repo / "plan")
    assert (done.code, "er ikke en fil med kjente funn" in done.err) == (2, True)
    assert (repo.parent / "x.yaml").read_text("utf-8") == HIDDEN


# --- settings, and what else a link may lead to


@pytest.mark.posix
def test_settings_are_in_the_repository(repo: Path) -> None:
    (repo.parent / "tiltak.toml").write_text('hemmelig = "passord"', "utf-8")
    shutil.rmtree(repo / "plan")
    (repo / "felles.yaml").unlink()
    commit(repo, {FILE: register_text("")})
    # Above a register that is the repository itself nothing is looked for.
    assert tiltak("validate", ".", cwd=repo).code == 0
    (repo / "tiltak.toml").symlink_to("../tiltak.toml")
    for side in (FILE, f"HEAD:{FILE}"):
        done = tiltak("validate", side, cwd=repo)
        assert (done.code, LINKED in done.err, "passord" in done.err) == (2, True, False)
        commit(repo, {})


@pytest.mark.wide
@pytest.mark.posix
@pytest.mark.parametrize(
    ("against", "said"),
    [
        ("../../x.yaml", OUTSIDE),
        ("../../borte.yaml", OUTSIDE),
        ("../../annet", OUTSIDE),
        ("HEAD:../../annet/x.yaml", OUTSIDE),
        ("lenke.yaml", LINKED),
        ("borte.yaml", "Innstillingen «against» viser til «borte.yaml», som ikke finnes."),
        ("HEAD", ""),
        (f"HEAD:{FILE}", ""),
        (f"../plan/{FILE}", ""),
    ],
)
def test_what_settings_hold_a_register_against(repo: Path, against: str, said: str) -> None:
    (repo / "plan" / "tiltak.toml").write_text(f'against = "{against}"', "utf-8")
    done = tiltak("validate", FILE, cwd=repo / "plan")
    assert secretive(done, 2 if said else 0), done
    assert said in done.err
    if said == OUTSIDE and ":" not in against:
        # Whoever names it on the command line may see it.
        asked = tiltak("validate", "--against", against, FILE, cwd=repo / "plan")
        assert OUTSIDE not in asked.err


@pytest.mark.wide
@pytest.mark.posix
def test_a_result_that_nobody_named_stays_inside(repo: Path) -> None:
    (repo / "plan" / "tiltaksoversikt.xlsx").symlink_to("../../bok.xlsx")
    done = tiltak("export", FILE, cwd=repo / "plan")
    assert (done.code, LINKED in done.err) == (2, True)
    assert not (repo.parent / "bok.xlsx").exists()
    assert tiltak("export", FILE, "-o", "../../bok.xlsx", cwd=repo / "plan").code == 0
    (repo / "plan" / "utgaver").symlink_to("../../annet")
    edition = ("edition", "2024-1", FILE, "--as-of", "2023-12-15", "--no-commit", "-y")
    commit(repo, {})
    done = tiltak(*edition, cwd=repo / "plan")
    assert (done.code, LINKED in done.err) == (2, True)
    assert names(repo.parent / "annet") == ["x.yaml"]


@pytest.mark.parametrize("value", [r"a\u0000b", r"a\nb"])
def test_a_name_that_no_file_has(repo: Path, value: str) -> None:
    (repo / "plan" / "tiltak.toml").write_text(f'baseline = "{value}"', "utf-8")
    done = tiltak("validate", FILE, cwd=repo / "plan")
    assert (done.code, "«baseline» skal være et filnavn." in done.out) == (2, True)


@pytest.mark.wide
@pytest.mark.posix
@pytest.mark.parametrize("arguments", ["validate --fix", "format", "report", "list", "diff HEAD"])
@pytest.mark.parametrize("name", [FILE, FILE.upper(), "tiltaksoversikt"])
def test_the_register_that_nobody_named_is_no_link_out(
    repo: Path, tmp_path: Path, arguments: str, name: str
) -> None:
    """It was followed, and `--fix` and `format` wrote there."""
    outside = tmp_path / "annet" / "x.yaml"
    outside.write_text(register_text("frist: 30.06.2024\n"), "utf-8")
    link = repo / name
    link.symlink_to(outside.parent if name == "tiltaksoversikt" else outside)
    before = outside.read_text("utf-8")
    done = tiltak(*arguments.split(), cwd=repo)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"tiltak: «{name}» {LINKED} Legg registeret her, eller")
    assert outside.read_text("utf-8") == before
    # Who names it means it.
    assert "TIL209" in tiltak("validate", name, cwd=repo).out
    # A link within the repository is as a file.
    link.unlink()
    link.symlink_to("plan" if name == "tiltaksoversikt" else f"plan/{FILE}")
    (repo / "plan" / "lenke.yaml").unlink()
    (repo / "plan" / "inn.yaml").unlink()
    assert tiltak("validate", cwd=repo).code == 0
