"""What happened to a register's head, and to the days when somebody last went through measures."""

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from tiltak_cli.changes.change import Change, Kind
from tiltak_cli.changes.roles import names_between
from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.register import Register
from tiltak_cli.domain.strategy import Strategy
from tiltak_cli.wording import NB, Phrase, phrase

# Beyond so many measures only their number is told.
FEW = 8
UPDATED = BY_KEY["oppdatert"]


def head_changes(old: Register, new: Register) -> Iterator[Change]:
    """What the head's strategy says, by whatever name, and its keeper where only the name differs.

    The edition and its day are what the sides are called; another keeper is told in `compare.py`.
    """
    if old.strategy != new.strategy:
        yield _strategy(old.strategy, new.strategy)
    which, written = new.organisations.identity, names_between(old, new)
    if which(old.keeper) == which(new.keeper) and written(old.keeper) != written(new.keeper):
        sentence = phrase(
            "change.written", field=BY_KEY["ansvarlig"], old=old.keeper, new=new.keeper
        )
        yield _whole(Kind.EDITORIAL, "ansvarlig", (old.keeper, new.keeper), sentence)


def review_changes(
    pairs: Iterable[tuple[Measure, Measure]], changed: Container[str]
) -> Iterator[Change]:
    """One line of all measures with another day for when somebody last went through them.

    Those that are told of anyway, by the ids in `changed`, have that day beside the rest.
    """
    apart = {
        new.id: (NB.value(old.updated), NB.value(new.updated))
        for old, new in pairs
        if old.updated != new.updated and new.id not in changed
    }
    if apart:
        yield _reviewed(apart)


def among(changes: Iterable[Change], measure_ids: Container[str]) -> Iterator[Change]:
    """Changes to the register as a whole, where that line is of some measures only."""
    for change in changes:
        if change.field != UPDATED.key:
            yield change
            continue
        ids = [code for code in dict(change.said[0].values)["measures"] if code in measure_ids]
        old, new = (dict(text.split(": ") for text in side) for side in (change.old, change.new))
        if ids:
            yield _reviewed({code: (old.get(code, ""), new.get(code, "")) for code in ids})


def _reviewed(days: Mapping[str, tuple[str, str]]) -> Change:
    """That line, of the days before and now by the measures' ids."""
    ids = tuple(days)
    key = "change.reviewed" if len(ids) <= FEW else "change.reviewed-many"
    sentence = phrase(key, field=UPDATED, measures=ids, number=len(ids))
    old, new = (
        tuple(f"{code}: {values[side]}" for code, values in days.items() if values[side])
        for side in (0, 1)
    )
    return _whole(Kind.EDITORIAL, UPDATED.key, (old, new), sentence)


def _strategy(old: Strategy, new: Strategy) -> Change:
    """Which of its areas and directions say something else."""
    before, now = _texts(old), _texts(new)
    parts = tuple(code for code in {**before, **now} if before.get(code) != now.get(code))
    sentences = [phrase("change.strategy")]
    sentences += [phrase("change.strategy-parts", parts=parts)] * bool(parts)
    values = tuple(
        tuple(f"{code} {side[code]}" for code in parts if code in side) for side in (before, now)
    )
    return _whole(Kind.OTHER, "strategi", values, *sentences)


def _texts(strategy: Strategy) -> dict[str, str]:
    """All that a strategy says of its areas and directions, by their codes."""
    areas = {area.code: f"{area.name} {area.description}".strip() for area in strategy.areas}
    directions = {direction.code: direction.text for direction in strategy.directions}
    return areas | directions | {each.code: each.text for each in strategy.developments}


def _whole(kind: Kind, field: str, values: tuple[Any, ...], *said: Phrase) -> Change:
    """A change to the register as a whole; `values` are the old and the new one."""
    return Change(
        kind=kind,
        measure_id="",
        title="",
        field=field,
        old=values[0],
        new=values[1],
        said=said,
    )
