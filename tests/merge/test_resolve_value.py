"""`tiltak resolve` with a value of one's own, with what stood there, and what it leaves alone."""

from pathlib import Path
from subprocess import CalledProcessError

import pytest
from command import tiltak
from repository import git
from support import register_text, spread
from test_merge_text import put_together, text_of

from tiltak_cli.edits.merged.unsettled import unsettled
from tiltak_cli.edits.merged.valued import lines_with
from tiltak_cli.sources.yaml.reader import read_yaml

NAME = "tiltaksoversikt.yaml"


def marked(ours: str, theirs: str, size: int = 7) -> str:
    return f"{'<' * size} HEAD\n{ours}{'=' * size}\n{theirs}{'>' * size} annen\n"


def written(folder: Path, lines: str) -> Path:
    path = folder / NAME
    path.write_bytes(register_text(lines).replace("  frist: 2025\n", "").encode())
    return path


FRIST = marked("  frist: 2026  # avtalt\n", "  frist: 2027\n")
STEPS = "  frist: 2026\n  milepæler:\n    - id: M1\n      tekst: Ferdig\n" + marked(
    "      frist: 2024  # møtet\n", "      frist: 2027\n"
)
# A conflict, what is named, the value and what becomes of the lines.
VALUES = {
    "a comment beside it": (FRIST, "T001.frist", "2028", "  frist: 2028  # avtalt\n"),
    "quotes": (
        "  frist: 2026\n" + marked('  forum: "A"  # ny\n', "  forum: B\n"),
        "T001.forum",
        "C",
        '  frist: 2026\n  forum: "C"  # ny\n',
    ),
    "no deadline": (FRIST, "T001.frist", "løpende", "  løpende: true\n"),
    "a milestone": (
        STEPS,
        "T001.milepæler.M1.frist",
        "2026",
        STEPS.partition("<")[0] + "      frist: 2026  # møtet\n",
    ),
    "a deadline instead of none": (
        marked("  frist: 2026\n", "  løpende: true\n"),
        "T001.frist",
        "2029",
        "  frist: 2029\n",
    ),
    "markers of three": (
        marked("  frist: 2026\n", "  frist: 2027\n", 3),
        "T001.frist",
        "2028",
        "  frist: 2028\n",
    ),
}


@spread("case", VALUES.values(), every=2, ids=VALUES)
def test_a_value_keeps_what_stands_around_it(
    tmp_path: Path, case: tuple[str, str, str, str]
) -> None:
    lines, name, value, wanted = case
    path = written(tmp_path, f"- id: T001\n{lines}")
    before = path.read_text("utf-8")
    done = tiltak("resolve", name, "--value", value, cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert path.read_text("utf-8") == before.replace(lines, wanted)


def test_two_fields_in_one_conflict_are_settled_together(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "- id: T001\n" + marked("  forum: A\n  frist: 2026\n", "  forum: B\n  frist: 2027\n"),
    )
    before = path.read_bytes()
    done = tiltak("resolve", "T001.frist", "--theirs", cwd=tmp_path)
    assert done.code == 2
    assert "«T001.frist» står i den samme konflikten som T001.forum (linje" in done.err
    assert path.read_bytes() == before
    assert tiltak("resolve", "T001", "--theirs", cwd=tmp_path).code == 0


def test_markers_that_are_not_whole_are_not_all_well(tmp_path: Path) -> None:
    path = written(tmp_path, "- id: T001\n" + FRIST.replace("<<<<<<< HEAD\n", ""))
    for arguments in ((), ("--ours",)):
        done = tiltak("resolve", *arguments, cwd=tmp_path)
        assert done.code == 1
        assert f"Konfliktmarkørene i «{NAME}», linje" in done.out
    assert "=======" in path.read_text("utf-8")


@pytest.mark.parametrize("crlf_below", [True, False])
def test_line_ends_elsewhere_stay(tmp_path: Path, crlf_below: bool) -> None:
    path = written(tmp_path, f"- id: T001\n{FRIST}")
    head, mark, rest = path.read_bytes().partition(b"<<<<<<<")
    if crlf_below:
        rest = rest.replace(b"\n", b"\r\n")
    else:
        head = head.replace(b"\n", b"\r\n")
    path.write_bytes(head + mark + rest)
    assert tiltak("resolve", "--ours", cwd=tmp_path).code == 0
    end = b"\r\n" if crlf_below else b"\n"
    last = rest.partition(b"annen" + end)[2]
    assert path.read_bytes() == head + b"  frist: 2026  # avtalt" + end + last


def test_only_comments_between_the_markers(tmp_path: Path) -> None:
    path = written(tmp_path, "- id: T001\n  frist: 2026\n")
    first = "- id: T001"
    text = path.read_text("utf-8").replace(first, marked("# a\n", "# b\n") + first)
    path.write_text(text, "utf-8")
    assert tiltak("resolve", cwd=tmp_path).out == "Mellom tiltakene: vår # a · deres # b\n"


@pytest.mark.wide
def test_what_stood_in_a_milestone(tmp_path: Path) -> None:
    base = STEPS.partition("<")[0] + "      frist: 2023\n"
    text = register_text(f"- id: T001\n{base}")
    git(tmp_path, "init", "-q", "-b", "main")

    def stored(year: int) -> None:
        (tmp_path / NAME).write_text(text.replace("frist: 2023", f"frist: {year}"), "utf-8")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-q", "-m", "lagret")

    stored(2023)
    git(tmp_path, "checkout", "-q", "-b", "annen")
    stored(2025)
    git(tmp_path, "checkout", "-q", "main")
    stored(2024)
    with pytest.raises(CalledProcessError):
        git(tmp_path, "merge", "-q", "annen")
    done = tiltak("resolve", "T001.milepæler.M1.frist", "--base", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert (tmp_path / NAME).read_text("utf-8") == text


STEP = "  milepæler:\n    - {id: M1, tekst: Ferdig, frist: 2024}\n"
ANOTHER = "    - {id: M2, tekst: Drift, frist: 2025}\n"
DOCUMENTS = (
    "  dokumentasjon:\n    - {tittel: Rapport, lenke: https://a.no/1}\n"
    "    - {tittel: Notat, lenke: https://a.no/2}\n"
)
# The measure on the three sides: the base is what it becomes again.
BEFORE = {
    "a deadline": ("  frist: 2025-01\n", "  frist: 2026\n", "  frist: 2027\n"),
    "no deadline": ("  løpende: true\n", "  frist: 2026\n", "  frist: 2027\n"),
    "a deadline that one has made none of": (
        "  frist: 2025-01\n",
        "  frist: 2026\n",
        "  løpende: true\n",
    ),
    "a field that was not there": ("", "  forum: A\n", "  forum: B\n"),
    "a field that one has taken out": ("  forum: A\n", "", "  forum: B\n"),
    "the title of a document": (
        DOCUMENTS,
        DOCUMENTS.replace("Notat", "Notatet"),
        DOCUMENTS.replace("Notat", "Notater"),
    ),
    "a milestone that one has taken out": (
        STEP + ANOTHER,
        STEP,
        STEP + ANOTHER.replace("2025", "2026"),
    ),
}


@pytest.mark.parametrize("case", BEFORE.values(), ids=BEFORE)
def test_what_stood_there_before_comes_back(case: tuple[str, str, str]) -> None:
    base, ours, theirs = (
        register_text(f"- id: T001\n{lines}").replace("  frist: 2025\n", "") for lines in case
    )
    text = text_of(put_together(base, ours, theirs))
    (conflict,) = unsettled(text, read_yaml("", base).data)
    lines = text.split("\n")
    made = lines_with(lines, conflict, None)
    assert made is not None
    block = conflict.block
    result = "\n".join([*lines[: block.begin], *made, *lines[block.end + 1 :]])
    assert read_yaml("", result).data == read_yaml("", base).data
