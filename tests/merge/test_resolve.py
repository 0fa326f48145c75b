"""`tiltak resolve`, what a merge elsewhere has lost, and a version that a register asks for."""

import json
import re
from pathlib import Path
from subprocess import CalledProcessError

import pytest
from command import tiltak
from jsonschema import Draft202012Validator
from repository import git
from support import check, register_text, spread
from test_merge_command import SCHEMA

from tiltak_cli import __version__
from tiltak_cli.cli.commands.resolve.run import SAVE
from tiltak_cli.views.flat.flat import flat

NAME = "tiltaksoversikt.yaml"
TWO = """\
- id: T001
<<<<<<< HEAD
  frist: 2026
=======
  frist: 2027
>>>>>>> annen
<<<<<<< HEAD
  forum: A
=======
  forum: B
>>>>>>> annen
"""


def conflicting(folder: Path, lines: str = TWO) -> Path:
    (folder / NAME).write_text(register_text(lines).replace("  frist: 2025\n", ""), "utf-8")
    return folder


def test_the_list_of_what_is_left(tmp_path: Path) -> None:
    done = tiltak("resolve", cwd=conflicting(tmp_path))
    assert done.code == 1
    assert done.out == ("T001.frist: vår 2026 · deres 2027\nT001.forum: vår A · deres B\n")
    told = json.loads(tiltak("resolve", "--format", "json", cwd=tmp_path).out)
    Draft202012Validator(SCHEMA).validate(told)
    assert [c["line"] for c in told["conflicts"]] == [7, 12]


@pytest.mark.wide
def test_what_a_conflict_is_about(tmp_path: Path) -> None:
    step = "    - {id: M1, tekst: Ferdig, frist: 2024}\n"
    other = step.replace("2024", "2023")
    new = "- id: T002\n  tittel: Ny\n"
    conflicting(
        tmp_path,
        "- id: T001\n  milepæler:\n"
        f"<<<<<<< A\n{step}=======\n{other}>>>>>>> B\n"
        f"<<<<<<< A\n=======\n{step.replace('M1', 'M2')}>>>>>>> B\n",
    )
    text = (tmp_path / NAME).read_text("utf-8")
    head = text.replace(
        'utgave: "2023-2"\n', "<<<<<<< A\nutgave: A\n=======\nutgave: B\n>>>>>>> B\n"
    )
    (tmp_path / NAME).write_text(f"{head}<<<<<<< A\n{new}=======\n>>>>>>> B\n", "utf-8")
    assert tiltak("resolve", cwd=tmp_path).out == (
        "utgave: vår A · deres B\n"
        "T001.milepæler.M1.frist: vår 2024 · deres 2023\n"
        "T001.milepæler.M2: vår – · deres «Ferdig»\n"
        "T002: vår «Ny» · deres –\n"
    )
    for name in ("utgave", "T001.milepæler.M1", "T001.milepæler.M2", "T002"):
        assert tiltak("resolve", name, "--ours", cwd=tmp_path).code in (0, 1)
    assert "<<<" not in (tmp_path / NAME).read_text("utf-8")


def test_settling_one_by_one(tmp_path: Path) -> None:
    done = tiltak("resolve", "T001.frist", "--theirs", cwd=conflicting(tmp_path))
    assert (done.code, "Det er 1 konflikt igjen." in done.out) == (1, True)
    done = tiltak("resolve", "T001.forum", "--value", "Forum C", cwd=tmp_path)
    assert done.code == 0
    assert done.out.endswith(f"Alt er avgjort. Kjør {SAVE}\n")
    text = (tmp_path / NAME).read_text("utf-8")
    assert "\n  frist: 2027\n  forum: Forum C\n" in text


@pytest.mark.parametrize(("side", "year"), [("--ours", "2026"), ("--theirs", "2027")])
def test_settling_all_for_one_side(tmp_path: Path, side: str, year: str) -> None:
    assert tiltak("resolve", side, cwd=conflicting(tmp_path)).code == 0
    assert f"  frist: {year}\n" in (tmp_path / NAME).read_text("utf-8")


def test_what_stood_there_before(tmp_path: Path) -> None:
    base, ours, theirs = (register_text(f"- id: T001\n  frist: {y}\n") for y in (2025, 2026, 2027))
    git(tmp_path, "init", "-q", "-b", "main")

    def stored(text: str) -> None:
        (tmp_path / NAME).write_text(text, "utf-8")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-q", "-m", "lagret")

    stored(base)
    git(tmp_path, "checkout", "-q", "-b", "annen")
    stored(theirs)
    git(tmp_path, "checkout", "-q", "main")
    stored(ours)
    with pytest.raises(CalledProcessError):
        git(tmp_path, "merge", "-q", "annen")
    assert tiltak("resolve", cwd=tmp_path).out == "T001.frist: vår 2026 · deres 2027 · før 2025\n"
    assert tiltak("resolve", "T001.frist", "--base", cwd=tmp_path).code == 0
    assert (tmp_path / NAME).read_text("utf-8") == base


@spread(
    "arguments",
    [
        ("T009", "--ours"),
        ("--ours", "--theirs"),
        ("T001.frist", "--value", "snart"),
        ("T001.frist", "--both"),
        # What stood there before is not known outside git.
        ("T001.frist", "--base"),
        # One value is for one field.
        ("--value", "2027"),
        ("T001", "--value", "2027"),
        ("T001", "--format", "xml"),
    ],
    every=2,
)
def test_what_cannot_be_settled_changes_nothing(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    before = (conflicting(tmp_path) / NAME).read_bytes()
    done = tiltak("resolve", *arguments, cwd=tmp_path)
    assert done.code == 2
    assert (tmp_path / NAME).read_bytes() == before


def test_nothing_to_settle(tmp_path: Path) -> None:
    conflicting(tmp_path, "- id: T001\n  løpende: true\n")
    for arguments in ((), ("--ours",)):
        done = tiltak("resolve", *arguments, cwd=tmp_path)
        assert (done.code, done.out) == (0, "Ingen konflikter i registeret.\n")


def test_settled_but_with_faults(tmp_path: Path) -> None:
    conflicting(tmp_path, TWO.replace("2026", "i fjor"))
    done = tiltak("resolve", "--ours", cwd=tmp_path)
    assert done.code == 1
    assert "Alt er avgjort, men registeret har 1 feil." in done.out


NEW = (
    "<<<<<<< HEAD\n- id: T002  # vårt\n  tittel: En\n=======\n"
    "- id: T002  # deres\n  tittel: To\n>>>>>>> annen\n- id: T003\n  tittel: Tre\n"
)


def test_a_title_that_both_have_written_is_no_second_measure(tmp_path: Path) -> None:
    """Nobody knows what was before, but the id stands above the conflict."""
    lines = "- id: T001\n<<<<<<< A\n  tittel: X\n=======\n  tittel: Y\n>>>>>>> B\n  frist: 2026\n"
    assert (
        tiltak("resolve", cwd=conflicting(tmp_path, lines)).out == "T001.tittel: vår X · deres Y\n"
    )
    done = tiltak("resolve", "T001", "--theirs", cwd=tmp_path)
    assert (done.code, "T001" in done.err) == (0, False)
    assert "  tittel: Y\n  frist: 2026\n" in (tmp_path / NAME).read_text("utf-8")


def test_two_new_measures_under_one_id_are_one_conflict_and_may_both_stay(tmp_path: Path) -> None:
    path = tmp_path / NAME
    path.write_text(register_text("- id: T001\n") + NEW, "utf-8")
    listed = tiltak("resolve", cwd=tmp_path)
    assert listed.out.splitlines()[0] == "T002: vår «En» · deres «To»"
    assert "beholdes begge med --both" in listed.out
    (conflict,) = json.loads(tiltak("resolve", "--format", "json", cwd=tmp_path).out)["conflicts"]
    assert (conflict["measure"], conflict["kind"]) == ("T002", "same-id")
    done = tiltak("resolve", "T002", "--both", cwd=tmp_path)
    assert done.out.startswith("Deres T002 har fått id-en T004.\nAvgjorde 1 konflikt.\n")
    assert path.read_text("utf-8") == register_text("- id: T001\n") + (
        "- id: T002  # vårt\n  tittel: En\n- id: T004  # deres\n  tittel: To\n"
        "- id: T003\n  tittel: Tre\n"
    )


ADVICE = {
    "two new measures under two ids": (
        "<<<<<<< A\n- id: T002\n  tittel: En\n=======\n- id: T003\n  tittel: To\n>>>>>>> B\n",
        "Behold begge tiltakene",
    ),
    "two new measures under one id": (
        "<<<<<<< A\n- id: T002\n  tittel: En\n=======\n- id: T002\n  tittel: To\n>>>>>>> B\n",
        "To nye tiltak har fått id-en T002. Behold begge med «tiltak resolve T002 --both»",
    ),
    "markers of three": (
        "<<< A\n- id: T002\n  tittel: En\n===\n- id: T003\n  tittel: To\n>>> B\n",
        "Behold begge tiltakene",
    ),
    "a field": (TWO.partition("\n")[2], "Velg med «tiltak resolve»"),
}


@pytest.mark.parametrize("what", ADVICE)
def test_the_advice_on_markers_of_any_length(what: str) -> None:
    lines, advice = ADVICE[what]
    whole = register_text("- id: T001\n") + lines
    longer = re.sub("^[<=>]{7}", lambda signs: signs[0] * 2, whole, flags=re.MULTILINE)
    for text in (whole, longer):
        found = check(text).findings
        assert found[0].code == "TIL006"
        assert advice in found[0].remedy


FLAT = (("frist: 2026", "forum: A"), ("frist: 2027", "forum: B"))


@pytest.mark.parametrize("size", [3, 7, 12])
def test_a_register_with_conflicts_is_shown_field_by_field(tmp_path: Path, size: int) -> None:
    lines = re.sub("^[<=>]{7}", lambda signs: signs[0][0] * size, TWO, flags=re.MULTILINE)
    lines = lines.replace("HEAD", "HEAD (sammen med T002)", 1)
    shown = flat((conflicting(tmp_path, lines) / NAME).read_bytes()).decode()
    ours, theirs = ("".join(f"  T001 {row}\n" for row in rows) for rows in FLAT)
    begin, middle, end = (sign * size for sign in "<=>")
    assert f"{begin} HEAD\n{ours}{middle}\n{theirs}{end} annen\n" in shown
    assert shown.count("T001 prioritet") == 1


@pytest.mark.parametrize(
    ("required", "code"),
    [
        (">=0.0.1", 0),
        (f"=={__version__}", 0),
        (">=0, <99", 0),
        (">=99", 2),
        ("<0.0.1", 2),
        ("nyeste", 2),
    ],
)
def test_a_register_asks_for_a_version(tmp_path: Path, required: str, code: int) -> None:
    conflicting(tmp_path, "- id: T001\n  løpende: true\n")
    (tmp_path / "tiltak.toml").write_text(
        f'required-version = "{required}"\n' + ("ukjent = 1\n" if code else ""), "utf-8"
    )
    done = tiltak("validate", NAME, cwd=tmp_path)
    assert done.code == tiltak("resolve", NAME, cwd=tmp_path).code == code
    if code:
        assert required in done.out or "skal være et krav" in done.out
