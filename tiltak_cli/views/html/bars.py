"""How many measures are in each situation, as bars: of a target area, or of editions over time."""

from collections.abc import Mapping
from typing import NamedTuple

from tiltak_cli.overview.counts import Counts, Situation
from tiltak_cli.overview.trend import SHOWN, Point
from tiltak_cli.views.html.parts import Badge, When
from tiltak_cli.wording import Wording

# What a sign, a digit and the edges of a part of a bar take, and how wide a bar is at least: in
# half the page, across it, and on a narrow screen; in CSS pixels.
SIGN, DIGIT, EDGE = 20, 9, 6
WIDE, WIDEST, NARROW = 480, 700, 230


class Part(NamedTuple):
    """A part of a bar, in percent of the widest one, with its number.

    `number` and `sign` say where there is room for them: "" everywhere, "wide" on a wide screen
    only, None nowhere.
    """

    at: float
    width: float
    middle: float
    badge: Badge
    value: int
    number: str | None
    sign: str | None


class Edition(NamedTuple):
    """An edition with its day, its number of measures, how they stood, and its bar."""

    name: str
    day: When
    total: int
    counts: tuple[int, ...]
    bar: tuple[Part, ...]


def editions(
    series: tuple[Point, ...], badges: Mapping[Situation, Badge], say: Wording, room: int = WIDEST
) -> tuple[Edition, ...]:
    """The newest editions with their bars; the widest bar is the one with most measures."""
    shown = series[-SHOWN:]
    widest = max((point.total for point in shown), default=0) or 1
    return tuple(
        Edition(
            point.edition,
            When(say.value(point.day), point.day.isoformat()),
            point.total,
            tuple(point.situations.values()),
            bar(point.situations, badges, widest, room),
        )
        for point in shown
    )


def bar(
    counts: Counts, badges: Mapping[Situation, Badge], widest: int, room: int = WIDE
) -> tuple[Part, ...]:
    """A bar in percent of the widest one, which is so many pixels wide where there is room."""
    parts: list[Part] = []
    at = 0.0
    for kind, number in counts.items():
        width = number * 100 / widest
        if number:
            needed = DIGIT * len(str(number)) + EDGE
            parts.append(
                Part(
                    at=round(at, 2),
                    width=round(width, 2),
                    middle=round(at + width / 2, 2),
                    badge=badges[kind],
                    value=number,
                    number=_room(width, needed, room),
                    sign=_room(width, SIGN + needed, room),
                )
            )
        at += width
    return tuple(parts)


def _room(width: float, needed: int, room: int) -> str | None:
    """Where a part, so many percent of `room` pixels wide, has room for so many."""
    if width * NARROW >= needed * 100:
        return ""
    return "wide" if width * room >= needed * 100 else None
