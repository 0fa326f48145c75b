"""Several workbooks put together with one register: what is to be written, and what clashes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tiltak_cli.changes.merge.fields import TOGETHER
from tiltak_cli.changes.merge.result import Choice, Clash, Conflict
from tiltak_cli.domain.fields import MILESTONES
from tiltak_cli.edits.imported.books import Book
from tiltak_cli.edits.imported.clashing import Cell, Choices, Clashing, FromBook, Value
from tiltak_cli.edits.imported.merge import Measure, Met, Way, met, step_in
from tiltak_cli.edits.imported.new_steps import meeting
from tiltak_cli.sources.workbook.answers.entered import same
from tiltak_cli.sources.workbook.answers.entries import Entry, Known, NewRow
from tiltak_cli.sources.workbook.answers.filled import with_entries, with_ids


class Wish(NamedTuple):
    """A field that becomes another, None for nothing, and the cells that say so."""

    measure: str
    way: Way
    old: Any
    new: Any
    cells: tuple[Cell, ...]

    @property
    def field(self) -> str:
        """The field as it is told."""
        return ".".join(self.way)


class Newcomer(NamedTuple):
    """A new measure with the id that it gets, where it stands, and the cells of its fields."""

    id: str
    fields: dict[str, Any]
    cell: Cell
    places: Mapping[str, str]


class Renaming(NamedTuple):
    """A measure that gets another id, and the cell that says so."""

    old: str
    new: str
    cell: Cell


class Together(NamedTuple):
    """All that workbooks change.

    `measures` are those that are changed, as they are to be, by id.
    """

    wishes: list[Wish]
    new: list[Newcomer]
    renamed: list[Renaming]
    clashing: list[Clashing]
    measures: dict[str, Measure]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to write."""
        return not (self.wishes or self.new or self.renamed)


def together(
    books: Sequence[Book],
    register: Mapping[str, Measure],
    known: Known,
    choices: Choices,
    used: Iterable[str],
) -> Together:
    """Put workbooks together with a register's measures, by id as plain data.

    `choices` are what has been chosen where they disagree: `T001.frist` by `Choice`, or by the
    workbook that is right. New measures get ids after those that are `used`. The workbooks' new
    milestones have numbers that do not meet by chance.
    """
    answers: dict[tuple[str, Way], list[Value]] = {}
    clashing: list[Clashing] = []
    for book in books:
        for identity, entries in _by_measure(book.brought.entries).items():
            chosen = _chosen(book, identity, entries, choices)
            base, ours = book.then[identity], register[identity]
            made = met(identity, base, ours, entries, known, chosen)
            clashing += _clashing(book, made)
            for way, value in _said(book, ours, entries, made):
                answers.setdefault((identity, way), []).append(value)
        clashing += _gone(book, choices)
    steps = meeting(answers, register)
    clashing += [clash for clashes in steps.values() for clash in clashes]
    result = Together(wishes=[], new=[], renamed=[], clashing=clashing, measures={})
    for (identity, way), values in answers.items():
        if (identity, *way[1:2]) in steps:
            continue
        _decide(result, register, identity, way, values, choices)
    new = ((book, row) for book in books for row in book.brought.new if not row.lacks)
    rows = [(row, Cell(book.name, row.place)) for book, row in new]
    _newcomers(result, rows, used, choices)
    for book in books:
        result.renamed.extend(
            Renaming(book.names.get(old, old), new, Cell(book.name, place))
            for old, new, place in book.brought.renamed
        )
    return result


def _by_measure(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    by_measure: dict[str, list[Entry]] = {}
    for entry in entries:
        by_measure.setdefault(entry.measure, []).append(entry)
    return by_measure


def _chosen(
    book: Book, identity: str, entries: Iterable[Entry], choices: Choices
) -> dict[str, Choice]:
    """What has been chosen of one measure, by field. Another workbook is not heard then."""
    chosen: dict[str, Choice] = {}
    for field in (entry.field for entry in entries):
        choice = choices.get(f"{identity}.{field}")
        if isinstance(choice, FromBook):
            choice = Choice.THEIRS if choice.book == book.name else Choice.OURS
        if choice is not None:
            chosen[field] = choice
    return chosen


def _said(
    book: Book, ours: Measure, entries: Iterable[Entry], made: Met
) -> Iterator[tuple[Way, Value]]:
    """What a workbook makes of the fields of a measure that are another then."""
    disputed = {entry.field for _, about in made.conflicts for entry in about}
    entries = list(entries)
    own = {entry.way for entry in entries}
    for entry in entries:
        ways = () if entry.field in disputed else _ways(entry.way, ours, made.plain)
        for way in (way for way in ways if way == entry.way or way not in own):
            old, new = (_at(data, way) for data in (ours, made.plain))
            if not _same(way, old, new):
                yield way, Value(Cell(book.name, entry.place), old, new)


def _ways(way: Way, ours: Measure, then: Measure) -> list[Way]:
    """A field, or both that say when a measure ends; of a milestone, also what comes or goes."""
    if way[0] in TOGETHER:
        return [(key,) for key in TOGETHER]
    if len(way) == 1:
        return [way]
    now, after = step_in(ours, way[1]), step_in(then, way[1]) or {}
    others = [*after] if now is None else [key for key in now if key not in after]
    return [(*way[:2], key) for key in dict.fromkeys([way[2], *others]) if key != "id"]


def _clashing(book: Book, made: Met) -> list[Clashing]:
    return [
        Clashing(
            conflict,
            tuple(dict.fromkeys(Cell(book.name, e.place) for e in about)),
            tuple(entry.field for entry in about),
            exported=any(entry.way[0] in (MILESTONES, *book.base.fields) for entry in about),
        )
        for conflict, about in made.conflicts
    ]


def _gone(book: Book, choices: Choices) -> list[Clashing]:
    """What is written in measures that the register no longer has."""
    return [
        Clashing(
            Conflict(
                measure=entry.measure,
                field=entry.field,
                keys=entry.way[:1],
                kind=Clash.DELETED_CHANGED,
                base=entry.old,
                ours=None,
                theirs=entry.new,
            ),
            (Cell(book.name, entry.place),),
            (entry.field,),
            gone=True,
        )
        for entry in book.brought.gone
        if choices.get(f"{entry.measure}.{entry.field}") is not Choice.OURS
    ]


def _decide(
    result: Together,
    register: Mapping[str, Measure],
    identity: str,
    way: Way,
    values: Sequence[Value],
    choices: Choices,
) -> None:
    """Write what the workbooks agree on; where they do not, someone must choose."""
    choice = choices.get(f"{identity}.{'.'.join(way)}")
    if isinstance(choice, FromBook):
        values = [value for value in values if value.cell.book == choice.book] or values
    first = values[0]
    if any(not _same(way, first.new, other.new) for other in values[1:]):
        if choice is not Choice.OURS:
            result.clashing.extend(_between(identity, way, value) for value in values)
        return
    wish = Wish(
        measure=identity,
        way=way,
        old=first.old,
        new=first.new,
        cells=tuple(dict.fromkeys(value.cell for value in values)),
    )
    result.wishes.append(wish)
    now = result.measures.get(identity, register[identity])
    entry = Entry(measure=identity, way=way, place="", old=wish.old, new=wish.new)
    result.measures[identity] = with_entries(now, [entry])


def _between(identity: str, way: Way, value: Value) -> Clashing:
    conflict = Conflict(
        measure=identity,
        field=".".join(way),
        keys=way[:1],
        kind=Clash.BOTH_CHANGED,
        base=value.old,
        ours=value.old,
        theirs=value.new,
    )
    return Clashing(conflict, (value.cell,), (conflict.field,))


def _newcomers(
    result: Together, rows: list[tuple[NewRow, Cell]], used: Iterable[str], choices: Choices
) -> None:
    """Give new measures their ids. The same one in several workbooks is one.

    Different ones with one id that people have written are for somebody to choose between.
    """
    kept: list[tuple[NewRow, Cell]] = []
    for row, cell in rows:
        choice = choices.get(f"{row.id}.") if row.id else None
        unheard = choice is Choice.OURS or (
            isinstance(choice, FromBook) and choice.book != cell.book
        )
        known = any(row.id == other.id and row.fields == other.fields for other, _ in kept)
        if not known and not unheard:
            kept.append((row, cell))
    written = Counter(row.id for row, _ in kept if row.id)
    result.clashing.extend(_one_id(row, cell) for row, cell in kept if written[row.id] > 1)
    kept = [(row, cell) for row, cell in kept if written[row.id] < 2]  # noqa: PLR2004 - one each
    numbered = with_ids((row for row, _ in kept), used)
    result.new.extend(
        Newcomer(identity, row.fields, cell, row.places)
        for (identity, row), (_, cell) in zip(numbered, kept, strict=True)
    )


def _one_id(row: NewRow, cell: Cell) -> Clashing:
    conflict = Conflict(
        measure=row.id,
        field="",
        keys=(),
        kind=Clash.SAME_ID,
        base=None,
        ours=None,
        theirs=row.fields,
    )
    return Clashing(conflict, (cell,), ("",))


def _same(way: Way, one: Any, other: Any) -> bool:
    if len(way) == 1:
        return same(way[0], one, other)
    return same(f"{MILESTONES}.{way[2]}", one, other)


def _at(data: Mapping[str, Any], way: Way) -> Any:
    if len(way) == 1:
        return data.get(way[0])
    step = step_in(data, way[1])
    return step.get(way[2]) if step else None
