"""Tables of what lies ahead before they are drawn: the same in every medium."""

from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from tiltak_cli.overview.ahead import Moved
from tiltak_cli.overview.counts import Overview
from tiltak_cli.views.history.words import signed
from tiltak_cli.views.report import words
from tiltak_cli.wording import Wording


class Row(NamedTuple):
    """Whom or what a row is about, by code and name, and a cell for every other column."""

    code: str
    name: str
    cells: tuple[str, ...]


class Section(NamedTuple):
    """A table, what it is called and what it shows; it is left out where it has no rows.

    The first of `columns` is what the rows are about, and the last `numbers` of them are numbers.
    `sums` are the cells of all rows together.
    """

    heading: str
    about: str
    columns: tuple[str, ...]
    numbers: int
    rows: tuple[Row, ...]
    sums: tuple[str, ...] = ()


def load(seen: Overview, say: Wording, *, full: bool = True) -> Section:
    """A row for each lead with the deadlines in each quarter, and later; nothing is left blank.

    Quarters are written out as in all texts, but where columns have no room for it.
    """
    forecast = seen.forecast
    written = say.value if full else partial(words.quarter, say=say)
    quarters = tuple(map(written, forecast.quarters))
    return Section(
        heading=say("ahead.load"),
        about=say("ahead.load-about"),
        columns=(say.label("ansvarlig"), *quarters, say("ahead.later")),
        numbers=len(quarters) + 1,
        rows=tuple(
            Row(code, words.organisation(code, seen, say), _numbers((*counts, later)))
            for code, counts, later in forecast.load
        ),
        sums=_numbers(forecast.loads),
    )


def _numbers(numbers: Iterable[int]) -> tuple[str, ...]:
    return tuple(str(number or "") for number in numbers)


def moved(seen: Overview, say: Wording) -> Section:
    """A row for each deadline that has moved; how many times, where that is known of any."""
    deadlines = seen.forecast.moved
    keys = ("first", "now", "days", "times")
    width = len(keys) if any(item.times for item in deadlines) else len(keys) - 1
    return Section(
        heading=say("ahead.moved"),
        about=say("ahead.moved-about"),
        columns=(say("report.measure"), *(say(f"ahead.{key}") for key in keys[:width])),
        numbers=width - 2,
        rows=tuple(
            Row(item.measure.id, item.measure.title, _move(item, say)[:width]) for item in deadlines
        ),
    )


def _move(item: Moved, say: Wording) -> tuple[str, ...]:
    now = words.deadline(item.measure, say)
    return say.value(item.first), now, signed(item.days), str(item.times or "")
