"""`validate --merge-commit`: what a merge that was made elsewhere has lost, or doubled."""

from pathlib import Path

import pytest
from command import tiltak
from repository import git
from support import register_text

NAME = "tiltaksoversikt.yaml"
STEPS = "  milepæler:\n    - {id: M1, tekst: Rapport, frist: 2024}\n"
M2 = "    - {id: M2, tekst: Drift, frist: 2025}\n"
BASE = f"- id: T001\n{STEPS}  deltakere: [KD, FIN]\n"
FIRST, UTGAVE = "- id: T001\n", 'utgave: "2023-2"\n'


def merged(folder: Path, base: str, ours: str, theirs: str, result: str) -> None:
    """A repository whose last commit is a merge with this result."""

    def stored(text: str, *arguments: str) -> None:
        (folder / NAME).write_text(text, "utf-8")
        git(folder, "add", ".")
        git(folder, "commit", "-q", "--allow-empty", "-m", "lagret", *arguments)

    git(folder, "init", "-q", "-b", "main")
    stored(base)
    git(folder, "checkout", "-q", "-b", "annen")
    stored(theirs)
    git(folder, "checkout", "-q", "main")
    stored(ours)
    git(folder, "merge", "-q", "-s", "ours", "annen")
    stored(result, "--amend")


TEXT = register_text(BASE)
OTHER = TEXT.replace("prioritet: middels", "prioritet: lav")
# The base, ours, theirs, the result, and what is said of it.
LOSSES = {
    "a field of the head": (TEXT, TEXT, OTHER, OTHER.replace(UTGAVE, ""), "Feltet «utgave» er bor"),
    "a milestone": (
        TEXT,
        TEXT.replace(STEPS, STEPS + M2),
        OTHER,
        OTHER,
        "«M2» i feltet «milepæler» i T001 er borte",
    ),
    "a milestone that stands twice": (
        TEXT,
        TEXT.replace(STEPS, STEPS + M2),
        OTHER.replace(STEPS, STEPS + M2),
        OTHER.replace(STEPS, STEPS + M2 + M2.replace("Drift", "Bruk")),
        "«M2» i feltet «milepæler» i T001 står to ganger",
    ),
    "a milestone's field": (
        TEXT,
        TEXT,
        OTHER,
        OTHER.replace("Rapport, frist: 2024", "Rapport"),
        "Feltet «milepæler.M1.frist» i T001 er borte",
    ),
    "an item of a list": (
        TEXT,
        TEXT,
        OTHER,
        OTHER.replace("[KD, FIN]", "[KD]"),
        "«FIN» i feltet «deltakere» i T001 er borte",
    ),
    "an item that one has added": (
        TEXT,
        TEXT.replace("[KD, FIN]", "[KD, FIN, HOD]"),
        OTHER,
        OTHER,
        "«HOD» i feltet «deltakere» i T001 er borte",
    ),
}


@pytest.mark.wide
@pytest.mark.parametrize("case", LOSSES.values(), ids=[*LOSSES])
def test_what_is_lost_wherever_it_stands(
    tmp_path: Path, case: tuple[str, str, str, str, str]
) -> None:
    merged(tmp_path, *case[:4])
    done = tiltak("validate", "--merge-commit", "HEAD", cwd=tmp_path)
    assert done.err == ""
    told, advice = done.out.splitlines()
    assert done.code == 1
    assert told.startswith(f"{NAME}: {case[4]}")
    assert advice.startswith("Rett registeret")


@pytest.mark.wide
def test_what_a_person_may_have_chosen_is_not_lost(tmp_path: Path) -> None:
    ours = TEXT.replace("[KD, FIN]", "[KD, HOD]")
    merged(tmp_path, TEXT, ours, TEXT.replace("[KD, FIN]", "[KD, FIN, JD]"), ours)
    assert tiltak("validate", "--merge-commit", "HEAD", cwd=tmp_path).code == 0


@pytest.mark.wide
def test_what_cannot_be_looked_at_is_not_all_well(tmp_path: Path) -> None:
    markers = TEXT.replace(FIRST, f"<<<<<<< A\n{FIRST}=======\n{FIRST}>>>>>>> B\n")
    merged(tmp_path, TEXT, TEXT, OTHER, markers)
    done = tiltak("validate", "--merge-commit", "HEAD", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "linje 6: Filen inneholder konfliktmarkører fra git." in done.err
    for arguments in (("feil.yaml",), (NAME, "--format", "json")):
        done = tiltak("validate", *arguments, "--merge-commit", "HEAD", cwd=tmp_path)
        assert (done.code, done.out) == (2, "")
    (tmp_path / NAME).unlink()
    git(tmp_path, "commit", "-q", "-a", "--amend", "-m", "uten")
    done = tiltak("validate", NAME, "--merge-commit", "HEAD", cwd=tmp_path)
    assert (done.code, done.out) == (1, f"{NAME} er borte etter sammenslåingen.\n")


@pytest.mark.wide
def test_what_a_merge_elsewhere_has_lost(tmp_path: Path) -> None:
    first = "- id: T001\n  forum: A\n"
    second, third = (f"- id: T00{n}\n  tittel: Tiltak {n}\n" for n in (2, 3))
    git(tmp_path, "init", "-q", "-b", "main")

    def stored(lines: str) -> None:
        (tmp_path / NAME).write_text(register_text(lines), "utf-8")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-q", "--allow-empty", "-m", "lagret")

    stored(first)
    git(tmp_path, "checkout", "-q", "-b", "annen")
    stored(first + third)
    git(tmp_path, "checkout", "-q", "main")
    stored(first + second)
    git(tmp_path, "merge", "-q", "-s", "ours", "annen")
    done = tiltak("validate", "--merge-commit", "HEAD", cwd=tmp_path)
    assert done.code == 1
    assert f"{NAME}: T003 er borte etter sammenslåingen.\n" in done.out
    (tmp_path / NAME).write_text(register_text("- id: T001\n" + second + second + third), "utf-8")
    git(tmp_path, "commit", "-q", "-a", "--amend", "-m", "flettet")
    done = tiltak("validate", "--merge-commit", "HEAD", cwd=tmp_path)
    assert f"{NAME}: T002 står to ganger etter sammenslåingen.\n" in done.out
    assert f"{NAME}: Feltet «forum» i T001 er borte etter sammenslåingen.\n" in done.out
    (tmp_path / NAME).write_text(register_text(first + second + third), "utf-8")
    git(tmp_path, "commit", "-q", "-a", "--amend", "-m", "flettet")
    assert tiltak("validate", "--merge-commit", "HEAD", cwd=tmp_path).code == 0
    assert tiltak("validate", "--merge-commit", "HEAD~1", cwd=tmp_path).code == 2
