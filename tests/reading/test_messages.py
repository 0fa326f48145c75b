"""The sentences themselves, read as an analyst reads them.

Each block in tests/data/meldinger is what someone wrote, and below it what they are told: line and
column, code, what is wrong, and what to write instead.
"""

import re
from pathlib import Path

import pytest
from support import HEAD_LINES, check, register_text

MESSAGES = Path(__file__).parent.parent / "data" / "meldinger"
MISSPELT = {"ansvalig": "ansvarlig", "perdato": "per_dato", "strateig": "strategi"}


def blocks(name: str) -> list[tuple[str, list[str]]]:
    text = (MESSAGES / name).read_text("utf-8").rstrip("\n")
    parts = (re.split(r"\n(?=    [0-9])", block) for block in text.split("\n\n"))
    return [(written, told) for written, *told in parts]


def told_about(text: str) -> list[str]:
    return [
        f"    {f.place.line}:{f.place.column} {f.code}\n    {f.message}\n    {f.remedy}"
        for f in check(text).findings
    ]


@pytest.mark.parametrize(("written", "told"), blocks("tiltak.txt"))
def test_a_wrong_value_in_a_measure(written: str, told: list[str]) -> None:
    is_measure = written.startswith("-")
    text = f"{HEAD_LINES}tiltak:\n{written}\n" if is_measure else register_text(written + "\n")
    assert told_about(text) == told


@pytest.mark.parametrize(("written", "told"), blocks("hode.txt"))
def test_a_wrong_line_in_the_head(written: str, told: list[str]) -> None:
    """The line stands instead of the one it is about, or last."""
    key = written.partition(":")[0]
    meant = MISSPELT.get(key, key)
    head = {line.partition(":")[0]: line for line in HEAD_LINES.splitlines()}
    head[meant] = written
    assert told_about("".join(f"{line}\n" for line in head.values()) + "tiltak: []\n") == told


@pytest.mark.parametrize(("written", "told"), blocks("fil.txt"))
def test_a_line_that_breaks_the_file(written: str, told: list[str]) -> None:
    """The line comes after the id, and after the title unless it is the title."""
    if written.startswith("-"):
        text = register_text("").replace("- id: T001", written)
    else:
        above = "- id: T001\n" + "  tittel: Felles mal\n" * (not written.startswith("tittel"))
        text = register_text(f"{above}  {written}\n")
    assert told_about(text) == told


def test_every_finding_in_a_measure_names_it() -> None:
    for written, _ in blocks("tiltak.txt"):
        if not written.startswith(("-", "id", "tittel")):
            for finding in check(register_text(written + "\n")).findings:
                assert finding.measure_id == "T001"
                assert finding.measure_title == "Felles mal for høringer"


def test_a_hostile_value_is_shown_short() -> None:
    (finding,) = check(register_text(f"status: {'æ' * 5000}\n")).findings
    assert len(finding.message) < 100


@pytest.mark.parametrize(("taken", "free"), [((2,), 1), ((1,), 2), ((1, 2), 3), ((1, 3), 2)])
def test_an_id_that_is_given_as_an_example_is_the_first_that_is_free(
    taken: tuple[int, ...], free: int
) -> None:
    text = register_text("".join(f"- id: T{n:03}\n" for n in taken) + "- id: T-1\n")
    remedies = [f.remedy for f in check(text).findings if f.code == "TIL208"]
    assert remedies == [f"Skriv T og minst tre sifre, for eksempel T{free:03}."]


def test_a_date_of_a_milestone_is_wrong_also_where_another_stands_among_the_fields() -> None:
    lines = "nådd: 2024-05-01\nmilepæler:\n  - {id: M1, tekst: A, nådd: snart}\n"
    messages = [finding.message for finding in check(register_text(lines)).findings]
    assert messages == ["Feltet «nådd» finnes ikke.", "«snart» i «nådd» er ikke en dato."]


def test_what_is_told_first_is_one_of_those_that_are_asked_about() -> None:
    loaded = check(register_text("status: snart\nprioritet: alltid\n"))
    assert loaded.first_of(loaded.findings[1:]) is loaded.findings[1]
    assert loaded.first_of([]) is loaded.findings[0]


@pytest.mark.parametrize(
    ("name", "meant"), [("Forum for saken", True), ("Forum ikke valgt", False)]
)
def test_a_name_may_begin_with_a_field_and_not_turn_it(name: str, *, meant: bool) -> None:
    (finding,) = check(register_text(f"{name}: Strategisk forum\n")).findings
    assert ("«forum»" in finding.remedy) == meant, finding.remedy
