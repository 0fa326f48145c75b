"""What waits for what, as a picture and as sentences: a column for each deadline, arrows right."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.sentences import short
from tiltak_cli.overview.counts import Situation
from tiltak_cli.overview.waiting import Waiting, said, waiting
from tiltak_cli.views.html.parts import Badge, Context, Item

# The picture's own measures, in units of its view box.
COLUMN, BOX, ROW, HIGH, HEAD = 250, 216, 148, 128, 44
# More than these nobody takes in at a glance, nor do they fit on a sheet; the sentences have all.
MOST_COLUMNS, MOST_BOXES, MOST_ROWS = 5, 24, 5
LETTERS, MARGIN, BEND = 24, 12, 17
# A title in lines: how high one is, and how many there are at most.
LINE, MOST_LINES = 22, 3
# A narrow picture: how wide it is, how far in each step is, and how many steps there are.
TALL, STEP, DEEPEST = 346, 26, 3
LAST = date.max


class Box(NamedTuple):
    """A measure in the picture: where it stands, its title in lines, and where it leads."""

    x: int
    y: int
    wide: int
    high: int
    code: str
    lead: str
    title: str
    lines: tuple[str, ...]
    badge: Badge
    state: str
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


class Told(NamedTuple):
    """A sentence about a measure that others wait for, parted where its name stands."""

    badge: Badge
    before: str
    name: Item
    after: str


class Waits(NamedTuple):
    """The section: what is said of all, a sentence for each, and a picture of the first of them.

    `tall` is the same picture for a narrow screen. None where not even one has room.
    """

    about: str
    sentences: tuple[Told, ...]
    picture: Picture | None
    tall: Picture | None


def waits(context: Context) -> Waits | None:
    """What waits for what; nothing where no measure depends on another."""
    targets = waiting(context.seen)
    if not targets:
        return None
    sentences = tuple(_told(each, context) for each in targets)
    there = _with_room(targets)
    return Waits(
        context.say.phrases(said(targets)),
        sentences,
        _picture(there, context) if there else None,
        tall(there, context) if there else None,
    )


def _told(each: Waiting, context: Context) -> Told:
    target = each.target
    name = f"{target.id} {target.title.rstrip(' .')}".strip()
    before, _, after = context.say.phrase(each.said).partition(name)
    badge = context.badges[context.seen.standings[target.id]]
    return Told(badge, before, context.link(target.id)._replace(text=name), after)


def _with_room(targets: tuple[Waiting, ...]) -> tuple[Waiting, ...]:
    """As many as a picture has room for, from the first: those that most wait for."""
    for number in range(min(len(targets), MOST_BOXES), 0, -1):
        measures = _measures(targets[:number])
        due = {code: _due(measure) for code, measure in measures.items()}
        if len(set(due.values())) <= MOST_COLUMNS and len(measures) <= MOST_BOXES:
            rows = _rows(targets[:number], _columns(due))
            if max(rows.values()) < MOST_ROWS:
                return targets[:number]
    return ()


def _measures(targets: tuple[Waiting, ...]) -> dict[str, Measure]:
    return {m.id: m for each in targets for m in (each.target, *each.measures)}


def _columns(due: dict[str, date]) -> dict[str, int]:
    days = sorted(set(due.values()))
    return {code: days.index(day) for code, day in due.items()}


def _picture(targets: tuple[Waiting, ...], context: Context) -> Picture:
    measures = _measures(targets)
    due = {code: _due(measure) for code, measure in measures.items()}
    days = sorted(set(due.values()))
    column = _columns(due)
    row = _rows(targets, column)
    place = {code: (column[code] * COLUMN, HEAD + row[code] * ROW) for code in measures}
    return Picture(
        wide=len(days) * COLUMN - (COLUMN - BOX),
        high=HEAD + (max(row.values()) + 1) * ROW,
        heads=tuple(_heads(days, column, measures, context)),
        boxes=tuple(
            box(measure, place[code], context.badges[_kind(measure, context)].word, context)
            for code, measure in measures.items()
        ),
        arrows=tuple(
            _arrow(place[each.target.id], place[measure.id], done=each.done)
            for each in targets
            for measure in each.measures
        ),
    )


def _kind(measure: Measure, context: Context) -> Situation:
    return context.seen.standings[measure.id]


def _due(measure: Measure) -> date:
    """The day that a measure stands under: those that have ended come first, in one column."""
    if measure.ended:
        return date.min
    return measure.deadline.last if measure.deadline else LAST


def _heads(
    days: Sequence[date], column: dict[str, int], measures: dict[str, Measure], context: Context
) -> Iterator[Head]:
    for number, day in enumerate(days):
        there = next(measures[code] for code, place in column.items() if place == number)
        yield Head(number * COLUMN, _when(day, there, context))


def _when(day: date, measure: Measure, context: Context) -> str:
    """The day that a measure stands under, in words."""
    if day in (date.min, LAST):
        return context.say("waiting.ended" if day == date.min else "report.no-deadline")
    return context.say.value(measure.deadline)


def _rows(targets: tuple[Waiting, ...], column: dict[str, int]) -> dict[str, int]:
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

    for each in targets:
        code = each.target.id
        if code not in row:
            put(code, max(row.values(), default=-1) + 1, column[code])
        for measure in each.measures:
            if measure.id not in row:
                put(measure.id, row[code], column[code])
    return row


def box(
    measure: Measure, place: tuple[int, int], state: str, context: Context, wide: int = BOX
) -> Box:
    """A measure as a box, its title on as many lines as it needs and there is room for.

    Boxes beside each other are equally high; wider ones, below each other, as high as they must.
    """
    lines = _in_lines(measure.title, LETTERS * wide // BOX)
    return Box(
        x=place[0],
        y=place[1],
        wide=wide,
        high=HIGH if wide == BOX else HIGH - LINE * (MOST_LINES - len(lines)),
        code=measure.id,
        lead=measure.lead,
        title=measure.title,
        lines=lines,
        badge=context.badges[_kind(measure, context)],
        state=state,
        href=context.link(measure.id).href,
    )


def _in_lines(title: str, letters: int) -> tuple[str, ...]:
    """A title on a few lines, broken between words, or with a hyphen within a long one."""
    lines: list[str] = []
    for word in title.split():
        rest = word
        while len(rest) > letters:
            lines.append(f"{rest[: letters - 1]}-")
            rest = rest[letters - 1 :]
        if lines and not lines[-1].endswith("-") and len(lines[-1]) + len(rest) < letters:
            lines[-1] = f"{lines[-1]} {rest}"
        else:
            lines.append(rest)
    if len(lines) <= MOST_LINES:
        return tuple(lines)
    last = short(" ".join(lines[MOST_LINES - 1 :]), letters)
    return (*lines[: MOST_LINES - 1], last)


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


def tall(targets: tuple[Waiting, ...], context: Context) -> Picture:
    """The same below each other: what waits stands under what it waits for, a step further in.

    A measure that waits for several stands under each of them.
    """
    under = {each.target.id: each for each in targets}
    waits_too = {measure.id for each in targets for measure in each.measures}
    roots = [each for each in targets if each.target.id not in waits_too]
    boxes: list[Box] = []
    arrows: list[Arrow] = []
    parents: set[str] = set()

    def put(measure: Measure, depth: int) -> Box:
        x = min(depth, DEEPEST) * STEP
        y = boxes[-1].y + boxes[-1].high + ROW - HIGH if boxes else 0
        state = context.badges[_kind(measure, context)].word
        when = "" if measure.ended else f" · {_when(_due(measure), measure, context)}"
        here = box(measure, (x, y), f"{state}{when}", context, TALL - x)
        boxes.append(here)
        each = under.get(measure.id)
        if each and measure.id not in parents:
            parents.add(measure.id)
            for after in each.measures:
                below = put(after, depth + 1)
                to_y = below.y + below.high // 2
                to_x = min(depth + 1, DEEPEST) * STEP
                # At the deepest step there is no room on the left but beside the boxes.
                from_x = to_x - STEP // 2
                path = f"M{from_x} {y + here.high}V{to_y}H{to_x - 8}"
                arrows.append(Arrow(path, f"M{to_x} {to_y}l-9 -5v10z", each.done))
        return here

    # Where all wait for each other in a ring, none is first.
    for each in (*roots, *targets):
        if each.target.id not in parents:
            put(each.target, 0)
    return Picture(TALL, boxes[-1].y + boxes[-1].high + 2, (), tuple(boxes), tuple(arrows))
