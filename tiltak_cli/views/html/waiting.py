"""What waits for what, as a picture and as sentences: a column for each deadline, arrows right."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.sentences import short
from tiltak_cli.overview.waiting import Waiting, said, waiting
from tiltak_cli.views.html.parts import Badge, Context, Item

# The picture's own measures, in units of its view box.
COLUMN, BOX, ROW, HIGH, HEAD = 250, 216, 126, 106, 44
# More than these nobody takes in at a glance, and they have no room; the sentences have all.
MOST_COLUMNS, MOST_BOXES = 6, 24
LETTERS, MARGIN, BEND = 26, 12, 17
LAST = date.max


class Box(NamedTuple):
    """A measure in the picture: where it stands, its title on two lines, and where it leads."""

    x: int
    y: int
    code: str
    lead: str
    lines: tuple[str, ...]
    badge: Badge
    href: str


class Arrow(NamedTuple):
    """A line from a measure to one that waits for it; `done` where it need not wait any longer."""

    path: str
    tip: str
    done: bool


class Head(NamedTuple):
    """The head of a column."""

    x: int
    text: str


class Picture(NamedTuple):
    """The picture, in a view box so wide and high."""

    wide: int
    high: int
    heads: tuple[Head, ...]
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


class Waits(NamedTuple):
    """The section: what is said of all, a sentence for each, and a picture where there is room."""

    about: str
    sentences: tuple[tuple[Item, str], ...]
    picture: Picture | None


def waits(context: Context) -> Waits | None:
    """What waits for what; nothing where no measure depends on another."""
    found = waiting(context.seen)
    if not found:
        return None
    say = context.say
    sentences = tuple((context.link(each.target.id), say.phrase(each.said)) for each in found)
    return Waits(say.phrases(said(found)), sentences, _picture(found, context))


def _picture(found: tuple[Waiting, ...], context: Context) -> Picture | None:
    measures = {m.id: m for each in found for m in (each.target, *each.measures)}
    due = {code: _due(measure) for code, measure in measures.items()}
    days = sorted(set(due.values()))
    if len(days) > MOST_COLUMNS or len(measures) > MOST_BOXES:
        return None
    column = {code: days.index(day) for code, day in due.items()}
    row = _rows(found, column)
    place = {code: (column[code] * COLUMN, HEAD + row[code] * ROW) for code in measures}
    return Picture(
        wide=len(days) * COLUMN - (COLUMN - BOX),
        high=HEAD + (max(row.values()) + 1) * ROW,
        heads=tuple(_heads(days, column, measures, context)),
        boxes=tuple(_box(measures[code], place[code], context) for code in measures),
        arrows=tuple(
            _arrow(place[each.target.id], place[measure.id], done=each.done)
            for each in found
            for measure in each.measures
        ),
    )


def _due(measure: Measure) -> date:
    """The day that a measure stands under: those that have ended come first, in one column."""
    if measure.ended:
        return date.min
    return measure.deadline.last if measure.deadline else LAST


def _heads(
    days: Sequence[date], column: dict[str, int], measures: dict[str, Measure], context: Context
) -> Iterator[Head]:
    for number, day in enumerate(days):
        if day in (date.min, LAST):
            text = context.say("waiting.ended" if day == date.min else "report.no-deadline")
        else:
            there = next(measures[code] for code, place in column.items() if place == number)
            text = context.say.value(there.deadline)
        yield Head(number * COLUMN, text)


def _rows(found: tuple[Waiting, ...], column: dict[str, int]) -> dict[str, int]:
    """A row for each measure, so that what waits has no other box between it and its target."""
    row: dict[str, int] = {}
    taken: set[tuple[int, int]] = set()

    def put(code: str, first: int, after: int) -> None:
        span = range(min(after + 1, column[code]), column[code] + 1)
        here = first
        while any((here, place) in taken for place in span):
            here += 1
        row[code] = here
        taken.update((here, place) for place in span)

    for each in found:
        code = each.target.id
        if code not in row:
            put(code, max(row.values(), default=-1) + 1, column[code])
        for measure in each.measures:
            if measure.id not in row:
                put(measure.id, row[code], column[code])
    return row


def _box(measure: Measure, place: tuple[int, int], context: Context) -> Box:
    badge = context.badges[context.seen.standings[measure.id]]
    return Box(
        x=place[0],
        y=place[1],
        code=measure.id,
        lead=measure.lead,
        lines=_two_lines(measure.title),
        badge=badge,
        href=context.link(measure.id).href,
    )


def _two_lines(title: str) -> tuple[str, ...]:
    """A title on at most two lines, broken between words."""
    words, first = title.split(), ""
    while words and len(f"{first} {words[0]}".strip()) <= LETTERS:
        first = f"{first} {words.pop(0)}".strip()
    rest = short(" ".join(words), LETTERS)
    return tuple(filter(None, (first, rest)))


def _arrow(old: tuple[int, int], new: tuple[int, int], *, done: bool) -> Arrow:
    """From the right edge of one box to the left edge of the other."""
    (x, y), (to_x, to_y) = (old[0] + BOX, old[1] + HIGH // 2), (new[0], new[1] + HIGH // 2)
    middle = to_y - (ROW - HIGH // 2) // 2 - MARGIN
    if to_x > x:
        path = f"M{x} {y}H{x + BEND}V{to_y}H{to_x - 8}"
    else:
        # What waits is due before: round the boxes, and still in from the left.
        path = f"M{x} {y}h{BEND}V{middle}H{to_x - BEND}V{to_y}H{to_x - 8}"
    return Arrow(path, f"M{to_x} {to_y}l-9 -5v10z", done)
