"""Properties of a comparison as a whole: what it loses, and what it says the other way round."""

import re
from typing import Any

from change_cases import CASES
from hypothesis import given, settings
from hypothesis import strategies as st
from renumbering_cases import RENUMBERING_CASES
from support import tries
from test_changes import edition

from tiltak_cli.changes.change import Kind
from tiltak_cli.changes.compare import Comparison, compare
from tiltak_cli.domain.fields import BY_KEY, FIELDS, Diff
from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.register import Register

EDITIONS = [(old, new) for old, new, _ in (*CASES.values(), *RENUMBERING_CASES.values())]
NUMBER = re.compile(r"\bT[0-9]{3}\b")
PAIRS = st.sampled_from(EDITIONS)
# What each kind is called when the two editions change places: one of these.
MIRRORED = {
    Kind.NEW: {Kind.VANISHED, Kind.LEFT},
    Kind.CARRIED_OVER: {Kind.VANISHED, Kind.LEFT},
    Kind.VANISHED: {Kind.NEW, Kind.CARRIED_OVER},
    Kind.LEFT: {Kind.NEW, Kind.CARRIED_OVER},
    Kind.ID: {Kind.ID},
    Kind.ID_AGAIN: {Kind.ID_AGAIN},
    Kind.COMPLETED: {Kind.REOPENED, Kind.PUT_OFF, Kind.DROPPED, Kind.ABSORBED},
    Kind.DROPPED: {Kind.REOPENED, Kind.COMPLETED},
    Kind.ABSORBED: {Kind.REOPENED, Kind.COMPLETED},
    # What is put off may also have been over before.
    Kind.PUT_OFF: {Kind.STATUS_FORWARD, Kind.COMPLETED},
    Kind.REOPENED: {Kind.COMPLETED, Kind.DROPPED, Kind.ABSORBED},
    Kind.STATUS_FORWARD: {Kind.STATUS_BACK, Kind.PUT_OFF},
    Kind.STATUS_BACK: {Kind.STATUS_FORWARD},
    Kind.RESPONSIBILITY: {Kind.RESPONSIBILITY},
    Kind.PRIORITY_RAISED: {Kind.PRIORITY_LOWERED},
    Kind.PRIORITY_LOWERED: {Kind.PRIORITY_RAISED},
    Kind.POSTPONED: {Kind.ADVANCED},
    Kind.POSTPONED_AFTER: {Kind.ADVANCED},
    Kind.ADVANCED: {Kind.POSTPONED, Kind.POSTPONED_AFTER},
    Kind.DEADLINE_SET: {Kind.DEADLINE_REMOVED},
    Kind.DEADLINE_REMOVED: {Kind.DEADLINE_SET},
    Kind.DEADLINE_PRECISION: {Kind.DEADLINE_PRECISION},
    Kind.ASSESSMENT_WORSE: {Kind.ASSESSMENT_BETTER},
    Kind.ASSESSMENT_BETTER: {Kind.ASSESSMENT_WORSE},
    Kind.DIRECTIONS_EXTENDED: {Kind.DIRECTIONS_NARROWED},
    Kind.DIRECTIONS_NARROWED: {Kind.DIRECTIONS_EXTENDED},
    Kind.DIRECTIONS_MOVED: {Kind.DIRECTIONS_MOVED},
    Kind.AREAS: {Kind.AREAS},
    Kind.PARTICIPANT_IN: {Kind.PARTICIPANT_OUT},
    Kind.PARTICIPANT_OUT: {Kind.PARTICIPANT_IN},
    Kind.MILESTONE_NEW: {Kind.MILESTONE_REMOVED},
    Kind.MILESTONE_REMOVED: {Kind.MILESTONE_NEW},
    Kind.MILESTONE_POSTPONED: {Kind.MILESTONE_ADVANCED},
    Kind.MILESTONE_ADVANCED: {Kind.MILESTONE_POSTPONED},
}


def applied(old: Register, comparison: Comparison) -> dict[str, dict[str, Any]]:
    """The old edition's measures with every change made, field by field."""
    gone = {change.measure_id for change in comparison.changes if change.gone}
    numbers = {c.old: c.new for c in comparison.changes if c.kind is Kind.ID}
    values = {m.id: fields(m) for m in old.measures if m.id not in gone}
    also: list[tuple[str, Any, Any]] = []
    for change in comparison.general:
        if change.kind is Kind.RENUMBERED:
            numbers |= dict(zip(change.old, change.new, strict=True))
            also += change.also
    values = {numbers.get(code, code): measure for code, measure in values.items()}
    for code, measure in values.items():
        measure["id"] = code
        rename(measure, numbers)
    for key, _, codes in also:
        values[next(numbers[code] for code in codes if code in numbers)][key] = codes
    for change in comparison.changes:
        if not change.gone:
            measure = values.setdefault(change.measure_id, {})
            told = [(change.field, change.old, change.new)] if change.field in BY_KEY else []
            for key, _, value in (*told, *change.also):
                measure[key] = value
    return values


def fields(measure: Measure) -> dict[str, Any]:
    return {field.key: getattr(measure, field.attribute) for field in FIELDS}


def rename(measure: dict[str, Any], numbers: dict[str, str]) -> None:
    for key in ("erstatter", "del_av", "avhenger_av"):
        measure[key] = tuple(numbers.get(code, code) for code in measure.get(key, ()))


def content(values: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """What counts as content: no order in sets, no line breaks in texts, no bookkeeping."""
    return {
        code: {
            key: normal(key, value)
            for key, value in measure.items()
            if value and BY_KEY[key].diff is not Diff.BOOKKEEPING
        }
        for code, measure in values.items()
    }


def normal(key: str, value: Any) -> Any:
    if BY_KEY[key].diff is Diff.SET:
        return sorted(value)
    if key == "ansvarlig":
        # Only the first one's place has a meaning.
        return [value[0], *sorted(value[1:])]
    # A text that names others by their new numbers, and says nothing else, is no change.
    return NUMBER.sub("", value).split() if BY_KEY[key].diff is Diff.TEXT else value


@settings(max_examples=tries(150))
@given(PAIRS)
def test_an_edition_with_the_changes_made_is_the_next_one(pair: tuple[str, str]) -> None:
    old, new = edition(pair[0]), edition(pair[1], later=True)
    made = applied(old, compare(old, new))
    assert content(made) == content({m.id: fields(m) for m in new.measures})


@settings(max_examples=tries(150))
@given(PAIRS)
def test_the_other_way_round_every_kind_is_its_opposite(pair: tuple[str, str]) -> None:
    old, new = edition(pair[0]), edition(pair[1])
    forwards, backwards = compare(old, new), compare(new, old).changes
    renamed = {new_id: old_id for old_id, new_id in forwards.matching.renamed.items()}
    for change in forwards.changes:
        if change.kind in MIRRORED:
            code = change.measure_id
            mine = code if change.gone else renamed.get(code, code)
            kinds = {c.kind for c in backwards if c.measure_id == mine}
            assert kinds & MIRRORED[change.kind], (change.kind, kinds)


def test_two_editions_of_the_same_are_equal() -> None:
    for old, _ in EDITIONS:
        assert compare(edition(old), edition(old, later=True)).changes == ()
