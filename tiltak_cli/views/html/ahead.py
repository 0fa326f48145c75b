"""What lies ahead, on the page, and what became of the measures from the previous strategy."""

from typing import NamedTuple

from tiltak_cli.overview.carried_over import Outcome
from tiltak_cli.overview.summary import ahead as said_ahead
from tiltak_cli.views.history.words import signed
from tiltak_cli.views.html.parts import Badge, Context, Item, When
from tiltak_cli.views.report import words

# The page stays short and light where every deadline has moved; Markdown and JSON have them all.
MOVED_SHOWN = 50


class Soon(NamedTuple):
    """A deadline that comes soon, the days that are left, and whose it is."""

    when: When
    left: str
    item: Item
    milestone: str


class Slip(NamedTuple):
    """A measure whose deadline has moved. `now` is None where it has none, and `text` says so."""

    item: Item
    badge: Badge
    first: When
    now: When | None
    text: str
    days: str
    times: int | None


class Beyond(NamedTuple):
    """A measure that goes on after the strategy's last year."""

    when: When
    item: Item


class Ledger(NamedTuple):
    """A measure from the previous strategy: where it is from, its outcome, and what is said."""

    item: Item
    origin: str
    outcome: str
    said: str
    alarm: bool


def upcoming(context: Context) -> tuple[Soon, ...]:
    """The deadlines that come soon, the measure's own or a milestone's."""
    deadlines = []
    for due in context.seen.forecast.due:
        left = context.say.format_field(due.days, "days")
        item = context.link(due.measure.id)
        deadlines.append(Soon(context.partial(due.deadline), left, item, due.step))
    return tuple(deadlines)


def said(context: Context) -> tuple[str, str]:
    """What is due soon, and what has moved or comes late, each in sentences or none."""
    due, others = said_ahead(context.seen)
    return context.say.phrases(due), context.say.phrases(others)


def moved(context: Context) -> tuple[Slip, ...]:
    """The deadlines that have moved, those that moved furthest first."""
    slips = []
    for move in context.seen.forecast.moved[:MOVED_SHOWN]:
        measure = move.measure
        slips.append(
            Slip(
                item=context.link(measure.id),
                badge=context.badges[context.seen.standings[measure.id]],
                first=context.partial(move.first),
                now=context.partial(measure.deadline) if measure.deadline else None,
                text=words.deadline(measure, context.say),
                days=signed(move.days),
                times=move.times,
            )
        )
    return tuple(slips)


def beyond(context: Context) -> tuple[Beyond, ...]:
    """The measures that go on after the strategy's last year."""
    return tuple(
        Beyond(context.partial(measure.deadline), context.link(measure.id))
        for measure in context.seen.beyond_period
        if measure.deadline
    )


def carried_over(context: Context) -> tuple[Ledger, ...]:
    """Each measure from the previous strategy, in the register's order."""
    say = context.say
    return tuple(
        Ledger(
            context.link(carried.measure.id),
            say.value(carried.origin),
            words.outcome(carried.outcome, say),
            say.phrases(carried.said),
            carried.outcome is Outcome.UNEXPLAINED,
        )
        for carried in context.seen.carried_over
    )
