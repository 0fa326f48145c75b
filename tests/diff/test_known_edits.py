"""Random edits with a known answer: just what differs is told, and the same the other way round."""

import json
from datetime import date
from pathlib import Path
from random import Random

import pytest
from command import tiltak
from hypothesis import given, settings
from hypothesis import strategies as st
from known_edits import Editions, editions, texts
from support import tries
from written_registers import built, opened

from tiltak_cli.changes.change import Change, Kind, Level
from tiltak_cli.changes.compare import compare
from tiltak_cli.changes.history import WHOLE as WHOLE_STEP
from tiltak_cli.changes.history import Revision
from tiltak_cli.changes.telling import Reading, State, tell
from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.domain.register import Register

WHOLE = {Kind.NEW, Kind.CARRIED_OVER, Kind.VANISHED, Kind.LEFT}


def told(changes: tuple[Change, ...]) -> set[tuple[str, str]]:
    """The measures and fields that changes tell of, on their own or beside another."""
    pairs = set()
    for change in changes:
        if change.field == "oppdatert":
            pairs |= {(code, change.field) for code in dict(change.said[0].values)["measures"]}
            continue
        pairs.add((change.measure_id, change.field.partition(".")[0]))
        if change.kind not in WHOLE:
            pairs |= {(change.measure_id, key) for key, _, _ in change.also}
    return pairs


def expect(known: Editions, old: Register, new: Register) -> None:
    """Just what is known is told, both ways, and as what it is."""
    for before, now in ((old, new), (new, old)):
        changes = compare(before, now).all
        assert told(changes) == known.told
        alone = {(c.measure_id, c.field) for c in changes}
        for change in changes:
            code = change.measure_id
            if code and change.field:
                form = (code, change.field) in known.form
                assert (change.kind.level is Level.EDITORIAL) is form
            for key, *values in change.also if change.kind not in WHOLE else ():
                assert (code, key) not in alone
                attribute = BY_KEY[key].attribute
                sides = (side.by_id()[code] for side in (before, now))
                assert values == [getattr(measure, attribute) for measure in sides]
    assert compare(old, old).all == compare(new, new).all == ()


@pytest.mark.wide
@settings(max_examples=tries(2400))
@given(st.integers(0, 2**32))
def test_just_what_differs_is_told_both_ways(seed: int) -> None:
    known = editions(Random(seed))  # noqa: S311
    expect(known, built(known.world, known.old), built(known.world, known.new))


@pytest.mark.wide
@settings(max_examples=tries(800))
@given(st.integers(0, 2**32))
def test_the_history_of_it_is_the_same(seed: int) -> None:
    known = editions(Random(seed))  # noqa: S311
    states = [
        State(Revision(str(n), date(2024, 1, n), "Kari"), {m.id: Reading(m) for m in measures})
        for n, side in enumerate((known.old, known.new), 1)
        for measures in [built(known.world, side).measures]
    ]
    stories = tell(states, known.world.plan.organisations.identity)
    steps = {(code, step.field) for code, story in stories.items() for step in story.steps}
    assert steps - {(code, WHOLE_STEP) for code in stories} == {p for p in known.told if p[1]}


@pytest.mark.wide
@settings(max_examples=tries(240))
@given(st.integers(0, 2**32))
def test_the_same_through_the_text(seed: int) -> None:
    rng = Random(seed)  # noqa: S311
    known = editions(rng)
    old, new = texts(rng, known)
    expect(known, opened(known.world, old), opened(known.world, new))


@pytest.mark.wide
@pytest.mark.parametrize("seed", range(6))
def test_the_same_by_the_command(seed: int, tmp_path: Path) -> None:
    rng = Random(seed)  # noqa: S311
    known = editions(rng)
    for name, data in known.world.siblings.items():
        (tmp_path / name).write_bytes(data)
    for name, text in zip(("a.yaml", "b.yaml"), texts(rng, known), strict=True):
        (tmp_path / name).write_text(text, "utf-8")
    for sides in (("a.yaml", "b.yaml"), ("b.yaml", "a.yaml")):
        done = tiltak("diff", *sides, "--format", "json", cwd=tmp_path)
        assert done.code == 0, done.err
        told = json.loads(done.out)
        changes = told["changes"]
        pairs = {(c["measure"], (c["field"] or "").partition(".")[0]) for c in changes}
        pairs |= {
            (c["measure"], each["field"]) for c in changes if c["field"] for each in c["also"]
        }
        # Those where only the day of the last review differs have one line together.
        apart = {pair for pair in pairs | known.told if pair[1] == "oppdatert"}
        assert pairs - apart == known.told - apart
        lines = tiltak("diff", *sides, "--format", "oneline", cwd=tmp_path).out.splitlines()
        assert len(lines) == len(changes) + len(told["calendar"])
