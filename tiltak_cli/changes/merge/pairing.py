"""Which measure on one side is which on the other, and what it is called afterwards."""

import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from tiltak_cli.domain.fields import FIELDS, ID, Diff, Kind
from tiltak_cli.domain.identity.likeness import Identity, alike, closeness
from tiltak_cli.domain.identity.matching import match
from tiltak_cli.domain.identity.numbers import with_numbers
from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.spelling import folded

Plain = dict[str, Any]
Build = Callable[[Plain], Measure]
REFERENCES = tuple(f.key for f in FIELDS if f.kind in (Kind.REFERENCE, Kind.REFERENCES))
TEXTS = tuple(f.key for f in FIELDS if f.diff is Diff.TEXT)
NUMBER = re.compile(r"(.*?)([0-9]+)")
# Of the words in two descriptions, so many are the same where two new measures are one.
SAME_TEXT = 0.5


class CannotMergeError(Exception):
    """Why two sides cannot be put together by measure, as one sentence for the user.

    `side` is the one that it is about (0 for the base), where it is about one.
    """

    def __init__(self, sentence: str, side: int | None = None) -> None:
        super().__init__(sentence)
        self.side = side


class Placed(NamedTuple):
    """A measure as plain data, the file it stands in and its position there."""

    file: str
    position: int
    data: Plain


class Edition(NamedTuple):
    """A register as plain data: each file's head, and every measure in order."""

    heads: Mapping[str, Plain]
    measures: tuple[Placed, ...]


class Trio(NamedTuple):
    """The ids of one measure on the three sides, empty where it is not there."""

    base: str
    ours: str
    theirs: str

    @property
    def id(self) -> str:
        """What it is called afterwards: by the number that one side has given it, else by ours."""
        if not self.ours or not self.theirs:
            return self.ours or self.theirs or self.base
        return self.theirs if self.ours == self.base else self.ours

    @property
    def clashes(self) -> bool:
        """Whether the sides have given it different numbers."""
        return (
            bool(self.ours and self.theirs)
            and self.ours != self.theirs
            and self.base
            not in (
                self.ours,
                self.theirs,
            )
        )


Known = Mapping[str, Placed]


def known(edition: Edition, name: str) -> Known:
    """The measures of one side by id. `name` is what the side is called."""
    measures: dict[str, Placed] = {}
    for number, placed in enumerate(edition.measures, 1):
        code = placed.data.get(ID)
        if not isinstance(code, str) or not code:
            raise CannotMergeError(f"{name}: tiltak nummer {number} har ingen id. Gi det en id.")
        if code in measures:
            raise CannotMergeError(f"{name}: {code} står to ganger. Gi det ene et annet nummer.")
        measures[code] = placed
    return measures


def trios(base: Known, ours: Known, theirs: Known, build: Build, identity: Identity) -> list[Trio]:
    """Every measure of the three sides once, in no order."""
    if not base:
        return _without_base(ours, theirs, build)
    before, mine, yours = (_built(side, build) for side in (base, ours, theirs))
    now = [
        {old.id: new.id for old, new in match(before, side, identity).pairs}
        for side in (mine, yours)
    ]
    old = [Trio(code, now[0].get(code, ""), now[1].get(code, "")) for code in base]
    new = [
        {code: side[code] for code in side if code not in set(renamed.values())}
        for side, renamed in zip((mine, yours), now, strict=True)
    ]
    return old + _new(*new)


def _without_base(ours: Known, theirs: Known, build: Build) -> list[Trio]:
    """The measures of two sides that have no common origin."""
    return _new(_built(ours, build), _built(theirs, build))


def _built(side: Known, build: Build) -> dict[str, Measure]:
    return {code: build(placed.data) for code, placed in side.items()}


def _new(ours: Mapping[str, Measure], theirs: Mapping[str, Measure]) -> list[Trio]:
    """New measures: one and the same under one number, or with one title and text."""
    new: list[Trio] = []
    partners = {code: code for code in ours if code in theirs and _one(ours[code], theirs[code])}
    left = {_words(m): c for c, m in theirs.items() if c not in partners}
    for code, measure in ours.items():
        other = partners.get(code) or left.get(_words(measure), "")
        if other and other not in partners.values() and measure.title:
            partners[code] = other
        new.append(Trio("", code, partners.get(code, "")))
    taken = set(partners.values())
    return new + [Trio("", "", code) for code in theirs if code not in taken]


def _one(ours: Measure, theirs: Measure) -> bool:
    """Whether two new measures under one number are the same one, by title and text."""
    if folded(ours.title) == folded(theirs.title):
        return True
    return alike(ours, theirs) and closeness(ours.description, theirs.description) >= SAME_TEXT


def _words(measure: Measure) -> tuple[str, str]:
    return folded(measure.title), folded(measure.description)


def free_ids(taken: set[str], like: str) -> Iterator[str]:
    """Ids that no measure has, after the highest of the same form as one."""
    form = NUMBER.fullmatch(like)
    if form is None:
        return
    matches = [NUMBER.fullmatch(code) for code in taken]
    highest = max(int(m[2]) for m in matches if m and m[1] == form[1])
    for number in itertools.count(highest + 1):
        yield f"{form[1]}{number:0{len(form[2])}d}"


def following(data: Plain, names: Mapping[str, str]) -> Plain:
    """A measure whose references, and the numbers in its texts, are those the measures have now."""
    if not names:
        return data
    changed = {key: _references(data[key], names) for key in REFERENCES if key in data}
    for key in TEXTS:
        if isinstance(text := data.get(key), str):
            changed[key] = with_numbers(text, names)
    return {key: changed.get(key, value) for key, value in data.items()}


def _references(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, list):
        return [_references(item, names) for item in value]
    return names.get(value, value) if isinstance(value, str) else value
