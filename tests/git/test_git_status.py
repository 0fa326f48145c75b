"""`tiltak git status`: what is set up, what is missing or old, and what is dangerous."""

from pathlib import Path

import pytest
from command import NEW, tiltak
from repository import at_home, commit, git

PATTERNS = (
    "tiltaksoversikt.yaml, tiltaksoversikt.yml, **/tiltaksoversikt/**/*.yaml, "
    "**/tiltaksoversikt/**/*.yml, *.xlsx"
)


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a register."""
    at_home(tmp_path / "hjem", monkeypatch)
    folder = tmp_path / "årets depot"
    folder.mkdir()
    git(folder, "init", "--quiet")
    commit(folder, {"tiltaksoversikt.yaml": NEW.read_text(encoding="utf-8")})
    return folder


def test_status_before_and_after(repo: Path) -> None:
    (repo / "møte.xlsx").write_bytes(b"PK")
    before = tiltak("git", "status", cwd=repo)
    assert (before.code, before.out.splitlines()) == (
        1,
        [
            "Dette depotet (--local): ikke satt opp.",
            "Alle depotene dine (--global): ikke satt opp.",
            "Git viser filene som de er. «tiltak git install» setter det opp.",
        ],
    )
    tiltak("git", "install", cwd=repo)
    after = tiltak("git", "status", cwd=repo)
    assert after.code == 0
    lines = after.out.splitlines()
    assert lines[0] == "Dette depotet (--local): satt opp."
    assert lines[1].endswith("info/attributes og «git config --local»")
    assert lines[2] == f"  gjelder:   {PATTERNS}"
    assert lines[3].startswith("  kjører:    ")
    assert lines[4:] == [
        "Alle depotene dine (--global): ikke satt opp.",
        "2 filer i depotet vises slik:",
        "  møte.xlsx",
        "  tiltaksoversikt.yaml",
    ]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (
            ["config", "--unset", "diff.tiltak.xfuncname"],
            "diff.tiltak.xfuncname mangler.",
        ),
        (
            ["config", "diff.tiltak.xfuncname", "^x"],
            "diff.tiltak.xfuncname er fra en annen",
        ),
        (
            ["config", "diff.tiltak.textconv", 'f() { /borte/tiltak git textconv -- "$1"; }; f'],
            "Programmet «/borte/tiltak» finnes ikke lenger.",
        ),
        (["config", "--remove-section", "diff.tiltak-xlsx"], "mangler (og 3 til)."),
    ],
)
def test_status_says_what_is_missing_or_old(repo: Path, spoil: list[str], said: str) -> None:
    tiltak("git", "install", cwd=repo)
    git(repo, *spoil)
    done = tiltak("git", "status", cwd=repo)
    assert done.code == 1
    assert said in done.out
    assert "råd: Kjør «tiltak git install», så blir det rettet." in done.out
    tiltak("git", "install", cwd=repo)
    assert tiltak("git", "status", cwd=repo).code == 0


def test_status_says_which_line_is_missing_and_what_is_overruled(repo: Path) -> None:
    tiltak("git", "install", cwd=repo)
    path = repo / ".git" / "info" / "attributes"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("*.xlsx diff=tiltak-xlsx\n", ""), encoding="utf-8")
    assert "mangler linjen «*.xlsx diff=tiltak-xlsx»." in tiltak("git", "status", cwd=repo).out
    path.write_text(text + "*.yaml diff=yaml\n", encoding="utf-8")
    done = tiltak("git", "status", cwd=repo)
    assert done.code == 1
    assert "en annen linje om attributter gir den «diff=yaml»." in done.out


@pytest.mark.wide
def test_settings_whose_lines_are_all_gone_are_still_there(repo: Path) -> None:
    tiltak("git", "install", cwd=repo)
    (repo / ".git" / "info" / "attributes").unlink()
    done = tiltak("git", "status", cwd=repo)
    assert (done.code, done.out.splitlines()[0]) == (1, "Dette depotet (--local): satt opp.")
    assert "mangler linjen «tiltaksoversikt.yaml diff=tiltak" in done.out


def test_union_merging_of_a_register_is_warned_of(repo: Path) -> None:
    commit(repo, {".gitattributes": "*.yaml merge=union\n*.txt merge=union\n", "a.yaml": "a: 1\n"})
    told = "advarsel: «tiltaksoversikt.yaml» har «merge=union»"
    before = tiltak("git", "status", cwd=repo)
    assert told in before.out
    assert "Ta bort «merge=union» for filen i .gitattributes." in before.out
    assert "a.yaml" not in before.out.replace("tiltaksoversikt.yaml", "")
    # What is set up for this repository goes before what is written in it.
    done = tiltak("git", "install", cwd=repo)
    assert told not in done.out
    assert tiltak("git", "status", cwd=repo).code == 0


@pytest.mark.wide
def test_a_register_that_is_merged_in_another_way_is_told_of(repo: Path) -> None:
    tiltak("git", "install", cwd=repo)
    with (repo / ".git" / "info" / "attributes").open("a") as attributes:
        attributes.write("*.yaml merge=egen\n")
    done = tiltak("git", "status", cwd=repo)
    assert "slås ikke sammen felt for felt, for en annen linje om attributter" in done.out
    assert done.code == 1


@pytest.mark.wide
def test_a_workbook_is_not_merged_and_may_be_called_binary(repo: Path) -> None:
    tiltak("git", "install", cwd=repo)
    commit(repo, {".gitattributes": "*.xlsx binary\n", "bok.xlsx": "x"})
    done = tiltak("git", "status", cwd=repo)
    assert "  bok.xlsx\n" in done.out
    assert done.code == 0
