"""Whatever cells are written in, just those fields change; and whatever both sides change."""

from pathlib import Path
from typing import Any

import pytest
from command import tiltak
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from returned_books import REGISTER, all_of, changed, depot
from support import THOROUGH, tries
from workbook_dump import example
from workbook_edits import Change, brought, put

from tiltak_cli.changes.merge.result import Choice
from tiltak_cli.domain.canonical import plain_measure
from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.edits.asked.assign import codes_of
from tiltak_cli.edits.imported.merge import met
from tiltak_cli.sources.strategies import shipped_plan
from tiltak_cli.sources.workbook.answers.entered import entered, same
from tiltak_cli.sources.workbook.answers.entries import Entry, Known
from tiltak_cli.sources.yaml.reader import read_yaml

# Each is a workbook that is made and read again.
FEW = 3
IDS = ("T001", "T002", "T003", "T005", "T011", "T015")
# Columns of the usual workbook, and values that their cells may get.
VALUES: dict[str, tuple[str, tuple[Any, ...]]] = {
    "tittel": ("B", ("Et navn", "Navn: med kolon", "# ikke en kommentar", "Ja", "- punkt")),
    "målområder": ("C", ("1, 2", "3;1", "2, 3")),
    "retningsvalg": ("D", ("1a, 1b", "1a\n1c utvikling")),
    "ansvarlig": ("E", ("FIN", "KLD, BFD")),
    "deltakere": ("G", ("alle", "SD", "UD, LMD")),
    "status": ("H", ("vedtatt", "utgår")),
    "prioritet": ("I", ("lav",)),
    "frist": ("J", ("2026-03", "1. halvår 2026", 2027, "31.12.2026")),
    "vurdering": ("L", ("gul", None)),
    "fremdrift": ("N", ("Ny", "To linjer\nher", "«Sitat» 100 %", None)),
}
PLAN = shipped_plan("2021-2025")
EXAMPLE = {measure.id: plain_measure(measure) for measure in example().measures}


def known(key: str) -> list[Any]:
    assert PLAN
    return list(codes_of(PLAN, key, list(EXAMPLE)))


edits = st.dictionaries(
    st.tuples(st.sampled_from(IDS), st.sampled_from(list(VALUES))), st.integers(0, 9), max_size=8
)


def value_of(key: str, number: int) -> Any:
    values = VALUES[key][1]
    return values[number % len(values)]


@pytest.mark.wide
@given(edits)
@settings(max_examples=60 if THOROUGH else FEW, deadline=None)
def test_just_the_fields_that_are_written_in_are_read(wanted: dict[tuple[str, str], int]) -> None:
    changes: list[Change] = []
    expected: dict[tuple[str, str], Any] = {}
    for (identity, key), number in wanted.items():
        value = value_of(key, number)
        changes.append(put(f"Tiltak!{VALUES[key][0]}{5 + IDS.index(identity)}", value))
        new = entered(key, value, known(key))
        if not same(key, new, EXAMPLE[identity].get(key)):
            expected[identity, key] = new
    found = brought(changed(all_of(changes)))
    assert found.spoilt == ()
    assert {(e.measure, e.field): e.new for e in found.entries} == expected


@pytest.mark.wide
@settings(
    max_examples=40 if THOROUGH else FEW,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(wanted=edits)
def test_just_those_lines_of_the_register_change(
    tmp_path: Path, wanted: dict[tuple[str, str], int]
) -> None:
    """Whether the register then has a fault or not: where it has, not a byte is written."""
    depot(tmp_path)
    before = read_yaml("", (tmp_path / REGISTER).read_text("utf-8")).data["tiltak"]
    changes = [
        put(f"Tiltak!{VALUES[key][0]}{5 + IDS.index(identity)}", value_of(key, number))
        for (identity, key), number in wanted.items()
    ]
    (tmp_path / "bok.xlsx").write_bytes(changed(all_of(changes)))
    code = tiltak("import", "bok.xlsx", "--write", cwd=tmp_path).code
    after = read_yaml("", (tmp_path / REGISTER).read_text("utf-8")).data["tiltak"]
    differing = {
        (old["id"], key)
        for old, new in zip(before, after, strict=True)
        for key in {*old, *new}
        if old.get(key) != new.get(key)
    }
    assert differing <= {*wanted}
    assert not (code and differing)
    again = tiltak("import", "bok.xlsx", "--write", cwd=tmp_path)
    assert (again.code == 0) is (code == 0)
    assert read_yaml("", (tmp_path / REGISTER).read_text("utf-8")).data["tiltak"] == after


SCALARS = ("status", "prioritet", "frist", "vurdering", "tittel")
sides = st.tuples(st.sampled_from(SCALARS), *[st.integers(0, 2)] * 2)


@pytest.mark.wide
@given(st.lists(sides, min_size=1, max_size=4, unique_by=lambda side: side[0]))
@settings(max_examples=tries(300))
def test_both_sides_changed_is_the_table_of_three(changes: list[tuple[str, int, int]]) -> None:
    """0 leaves a field, 1 and 2 are two other values: one side, both alike, or a conflict."""
    base = EXAMPLE["T011"]
    ours, entries, expected, clashing = dict(base), [], dict(base), set()
    for key, mine, theirs in changes:
        values = [base[key], f"{base[key]}x", f"{base[key]}y"]
        ours[key] = values[mine]
        if theirs:
            entry = Entry("T011", (key,), "A1", base[key], values[theirs])
            entries.append(entry)
        expected[key] = values[theirs or mine]
        # Words put into a text in the same place by both cannot be put together either.
        if mine and theirs and mine != theirs:
            clashing.add(key)
    made = met("T011", base, ours, entries, Known(lambda _: ()), {})
    assert {conflict.field for conflict, _ in made.conflicts} == clashing
    assert all(made.plain.get(key) == expected.get(key) for key in BY_KEY if key not in clashing)
    for choice in (Choice.OURS, Choice.THEIRS):
        chosen = met(
            "T011", base, ours, entries, Known(lambda _: ()), dict.fromkeys(clashing, choice)
        )
        assert chosen.conflicts == []
        side = ours if choice is Choice.OURS else expected
        assert all(chosen.plain.get(key) == side.get(key) for key in clashing)
