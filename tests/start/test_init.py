"""`tiltak init`: from an empty folder, or one with something in it, to a register in git."""

import os
import re
import stat
from datetime import date
from pathlib import Path

import pytest
from command import DATA, names, tiltak
from repository import attribute, git
from stopping import files
from support import FILE, HEAD_LINES, register_text, spread

from tiltak_cli.edits.start.files import Beginning
from tiltak_cli.edits.start.files import register_text as register_text_of
from tiltak_cli.sources.strategies import Plan, load_plan

ALL = {
    FILE, "tiltak.schema.json", "tiltak.toml", "README.md", ".gitattributes", ".gitignore",
    ".vscode/settings.json", ".vscode/extensions.json", ".pre-commit-config.yaml",
}  # fmt: skip
TOP = ".pre-commit-config.yaml"
STRATEGY = (DATA / "kommuneplan" / "strategi.yaml").read_bytes()
DAY = ("--as-of", "2024-05-01")
VALID = register_text("- id: T001\n")


def sound(folder: Path) -> None:
    """The register in a folder has no findings and the usual form, and the schema is its own."""
    validated = tiltak("validate", "--strict", cwd=folder)
    assert (validated.code, validated.err) == (0, ""), validated.out
    assert tiltak("format", "--check", cwd=folder).code == 0
    text = (folder / FILE).read_text("utf-8")
    strategy = re.search(r'^strategi: "?([^"\n]+)"?$', text, re.MULTILINE)
    assert strategy
    schema = tiltak("schema", "--strategy", strategy[1], cwd=folder).out
    assert (folder / "tiltak.schema.json").read_text("utf-8") == schema


def test_an_empty_folder_becomes_a_register_in_git(tmp_path: Path) -> None:
    done = tiltak("init", *DAY, cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert set(files(tmp_path)) == ALL
    sound(tmp_path)
    head = (tmp_path / FILE).read_text("utf-8").split("tiltak:")[0]
    assert 'strategi: "2021-2025"\nutgave: "2024-1"\nper_dato: 2024-05-01\nansvarlig: DFD\n' in head
    assert "Forutsatt: strategi 2021-2025, utgave 2024-1 og ansvarlig DFD." in done.out
    assert "Endres med --strategy, --edition og --keeper." in done.out
    assert attribute(tmp_path, FILE) == "tiltak"
    assert git(tmp_path, "status", "--porcelain").startswith("?? ")
    assert re.search(r"tiltak validate .*\n  tiltak report .*\n  tiltak export ", done.out)


@pytest.mark.wide
def test_a_new_folder_is_made_and_named_in_what_comes_next(tmp_path: Path) -> None:
    done = tiltak("init", "planer/påfølgende år", *DAY, cwd=tmp_path)
    assert done.code == 0
    sound(tmp_path / "planer" / "påfølgende år")
    assert "  planer/påfølgende år/tiltaksoversikt.yaml  " in done.out
    assert '  cd "planer/påfølgende år"' in done.out


@spread("server", ["github", "gitlab", "azure", "none", "GitHub"], every=2)
def test_a_build_server_gets_its_own_file_only(tmp_path: Path, server: str) -> None:
    assert tiltak("init", "--ci", server, "--no-git", *DAY, cwd=tmp_path).code == 0
    made = {
        "github": {".github/workflows/kontroll.yml"},
        "gitlab": {".gitlab-ci.yml"},
        "azure": {"azure-pipelines.yml"},
    }.get(server.lower(), set())
    assert set(files(tmp_path)) == ALL | made
    assert not (tmp_path / ".git").exists()


def test_what_is_made_holds_no_invented_address(tmp_path: Path) -> None:
    for server in ("github", "gitlab", "azure"):
        tiltak("init", server, "--ci", server, "--no-git", *DAY, cwd=tmp_path)
    for name, data in files(tmp_path).items():
        assert b"example" not in data or name.endswith("schema.json"), name
        assert b"BYTT UT" not in data


@pytest.mark.wide
def test_what_is_there_stays_byte_for_byte(tmp_path: Path) -> None:
    there = {
        FILE: VALID.encode(),
        "README.md": b"Egen.\r\n",
        ".gitattributes": b"*.png binary\n",
        ".vscode/settings.json": b"{}",
        TOP: b"repos: []\n",
    }
    for name, data in there.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    git(tmp_path, "init", "--quiet")
    done = tiltak("init", cwd=tmp_path)
    assert done.code == 0
    assert files(tmp_path).keys() == ALL
    assert {name: data for name, data in files(tmp_path).items() if name in there} == there
    assert "Finnes fra før og blir ikke endret: tiltaksoversikt.yaml, " in done.out
    assert "utgave" not in done.out
    assert attribute(tmp_path, FILE) == "tiltak"


@pytest.mark.wide
def test_the_second_time_nothing_is_done(tmp_path: Path) -> None:
    tiltak("init", *DAY, cwd=tmp_path)
    before = files(tmp_path)
    again = tiltak("init", cwd=tmp_path)
    assert (again.code, again.err) == (0, "")
    assert "Alt finnes fra før. Ingenting blir endret." in again.out
    assert files(tmp_path) == before


@pytest.mark.wide
def test_below_the_top_of_a_repository_only_what_works_there(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    done = tiltak("init", "oversikt", "--ci", "github", *DAY, cwd=tmp_path)
    assert done.code == 0
    sound(tmp_path / "oversikt")
    assert set(files(tmp_path / "oversikt")) == ALL - {TOP}
    assert not (tmp_path / "oversikt" / ".git").exists()
    assert f"toppmappen til git-depotet: {TOP} og .github/workflows/kontroll.yml." in done.out
    assert attribute(tmp_path, "oversikt/tiltaksoversikt.yaml") == "tiltak"


def test_beside_a_folder_register_the_schema_is_of_its_strategy(tmp_path: Path) -> None:
    (tmp_path / "tiltaksoversikt").mkdir()
    (tmp_path / "tiltaksoversikt" / "strategi.yaml").write_bytes(STRATEGY)
    head = "strategi: strategi.yaml\nutgave: '1'\nper_dato: 2024-11-01\nansvarlig: OPP\n"
    (tmp_path / "tiltaksoversikt" / "hode.yaml").write_text(head, "utf-8")
    done = tiltak("init", "--no-git", cwd=tmp_path)
    assert done.code == 0, done.err
    assert FILE not in names(tmp_path)
    wanted = tiltak("schema", "--strategy", "tiltaksoversikt/strategi.yaml", cwd=tmp_path).out
    assert (tmp_path / "tiltak.schema.json").read_text("utf-8") == wanted


@pytest.mark.wide
def test_a_strategy_of_ones_own_that_lies_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "strategi.yaml").write_bytes(STRATEGY)
    done = tiltak("init", "plan", "--strategy", "plan/strategi.yaml", *DAY, cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    sound(tmp_path / "plan")
    assert 'strategi: "strategi.yaml"' in (tmp_path / "plan" / FILE).read_text("utf-8")


SAYS_NO = [
    (("fil.txt",), "«fil.txt» er en fil. Oppgi en mappe"),
    (("fil.txt/ny/plan",), "«fil.txt» er en fil. Oppgi en mappe"),
    (("--strategy", "finnes-ikke.yaml"), "Skriv 2021-2025, som følger med, eller navnet på en"),
    (("plan", "--strategy", "strategi.yaml"), "ligger ikke i mappen «plan». Legg den der"),
    (("--strategy", "1900-1904"), "følger ikke med verktøyet"),
    (("--edition", "a/b"), "--edition: «a/b» kan ikke være navnet på en utgave."),
    (("--edition", "31.13.2024"), "--edition: «31.13.2024» er en dato. Skriv navnet på utgaven"),
    (("--as-of", "3/4/2024"), "--as-of: «3/4/2024» er ikke en dato."),
    (("--keeper", "kmd"), "«KMD» heter ikke så per 29.11.2024. Mente du KDD?"),
    (("--keeper", "FINN"), "«FINN» er ingen kjent virksomhet per 29.11.2024. Mente du FIN?"),
    (("--ci", "jenkins"), "--ci: «jenkins» er ikke kjent. Skriv github, gitlab, azure eller none."),
    (("--commit", "--no-git"), "Ta bort --commit eller --no-git."),
]


@spread(("arguments", "sentence"), SAYS_NO, 3)
def test_what_cannot_be_is_refused_before_anything_is_made(
    tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    (tmp_path / "fil.txt").write_text("x")
    (tmp_path / "strategi.yaml").write_bytes(STRATEGY)
    day = () if "--as-of" in arguments else ("--as-of", "2024-11-29")
    done = tiltak("init", *arguments, *day, cwd=tmp_path)
    assert done.code == 2
    assert sentence in done.err
    assert names(tmp_path) == ["fil.txt", "strategi.yaml"]


def test_nothing_is_made_in_what_git_keeps(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--bare")
    before = files(tmp_path)
    done = tiltak("init", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "git sin egen mappe" in done.err
    assert files(tmp_path) == before


def test_where_a_file_and_a_folder_may_be_the_register_both_are_named(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(VALID, "utf-8")
    (tmp_path / "tiltaksoversikt").mkdir()
    (tmp_path / "tiltaksoversikt" / "a.yaml").write_text(HEAD_LINES, "utf-8")
    done = tiltak("init", cwd=tmp_path)
    assert done.code == 2
    assert "både tiltaksoversikt.yaml og mappen tiltaksoversikt" in done.err


def test_the_head_of_a_register_is_not_given_anew(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(VALID, "utf-8")
    done = tiltak("init", "--keeper", "KD", cwd=tmp_path)
    assert done.code == 2
    assert "finnes fra før og blir ikke endret. Ta bort --keeper;" in done.err


def test_what_would_be_done_is_shown_and_not_done(tmp_path: Path) -> None:
    done = tiltak("init", "ny", "--dry-run", *DAY, cwd=tmp_path)
    assert done.code == 0
    assert "ny/tiltaksoversikt.yaml" in done.out
    assert done.out.endswith("Ingenting er gjort (--dry-run).\n")
    assert names(tmp_path) == []


def test_without_git_on_the_machine_all_else_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "ingenting"))
    done = tiltak("init", "ny", *DAY, cwd=tmp_path)
    assert done.code == 0
    assert "git finnes ikke på maskinen, så registeret blir laget uten." in done.out
    assert set(files(tmp_path / "ny")) == ALL
    refused = tiltak("init", "to", "--commit", *DAY, cwd=tmp_path)
    assert (refused.code, names(tmp_path)) == (2, ["ny"])


def test_what_turns_something_off_stands_in_the_help(tmp_path: Path) -> None:
    told = tiltak("init", "--help", cwd=tmp_path).out
    assert "--git, --no-git" in told
    assert "--commit, --no-commit" in told


def test_each_field_of_the_example_says_what_it_is_for() -> None:
    plan = load_plan("2021-2025", lambda _: None)
    assert isinstance(plan, Plan)
    beginning = Beginning("2021-2025", "2024-1", date(2024, 5, 1), "DFD")
    lines = register_text_of(beginning, plan).partition("- id: T001\n")[2].splitlines()
    assert lines[:2] == [
        "    tittel: Eksempel på et tiltak # hva tiltaket heter, kort",
        "    beskrivelse: Her står det hva som skal gjøres, og hva det skal føre til.",
    ]
    assert all(" # " in line for line in lines[2:])


def test_without_an_example_there_is_no_measure(tmp_path: Path) -> None:
    assert tiltak("init", "--empty", "--no-git", *DAY, cwd=tmp_path).code == 0
    sound(tmp_path)
    assert (tmp_path / FILE).read_text("utf-8").endswith("\ntiltak: []\n")


@pytest.mark.posix
def test_a_folder_that_may_not_be_written_in(tmp_path: Path) -> None:
    name = "ny"
    if os.geteuid() == 0:  # who may write anywhere: no folder can have the name instead
        name = "n" * 300
    else:
        (tmp_path / name).mkdir(mode=stat.S_IRUSR | stat.S_IXUSR)
    done = tiltak("init", name, "--no-git", *DAY, cwd=tmp_path)
    assert done.code == 2
    assert "Kan ikke" in done.err
