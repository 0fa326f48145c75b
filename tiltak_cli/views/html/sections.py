"""The page's sections above the table: key figures, attention, areas, directions, ministries."""

from typing import NamedTuple

from tiltak_cli.changes.compare import Comparison
from tiltak_cli.domain.strategy import TargetArea
from tiltak_cli.overview.counts import Counts, DirectionOverview, MinistryOverview
from tiltak_cli.overview.summary import asked
from tiltak_cli.overview.trend import SHOWN, Point
from tiltak_cli.views.html.parts import Badge, Context, Count, Item, When, choice
from tiltak_cli.views.report.words import is_selection

# A part of a bar has room for its symbol and number from here, in percent of the widest bar.
ROOM_FOR_BOTH = 9
ROOM_FOR_SYMBOL = 3.5


class Look(NamedTuple):
    """Something that leaders should look at: the measure or direction, why, and what is asked."""

    item: Item
    code: str
    title: str
    badge: Badge
    lead: str
    lead_name: str
    reasons: tuple[str, ...]
    question: str


class Part(NamedTuple):
    """A part of a bar, in percent of the widest one, with the text that it has room for."""

    at: float
    width: float
    middle: float
    badge: Badge
    text: str


class Area(NamedTuple):
    """A target area with its counts and its bar."""

    area: TargetArea
    total: Count
    counts: tuple[Count, ...]
    bar: tuple[Part, ...]


class Gap(NamedTuple):
    """A direction with its counts; `gap` where no measure in the whole register follows it up."""

    code: str
    text: str
    total: Count
    counts: tuple[Count, ...]
    gap: bool


class Ministry(NamedTuple):
    """A ministry with its roles, counted, and the link that chooses its measures."""

    seen: MinistryOverview
    name: str
    choice: str
    numbers: tuple[int, ...]


class Edition(NamedTuple):
    """An edition with its day, its number of measures, how they stood, and its bar."""

    name: str
    day: When
    total: int
    counts: tuple[int, ...]
    bar: tuple[Part, ...]


def figures(context: Context) -> tuple[Count, ...]:
    """The number of measures in each situation."""
    return _counts(context.seen.situations, context)


def _counts(counts: Counts, context: Context, **wanted: str) -> tuple[Count, ...]:
    return tuple(
        Count(number, choice(situation=context.badges[kind].slug, **wanted), context.badges[kind])
        for kind, number in counts.items()
    )


def trend(found: tuple[Point, ...], context: Context) -> tuple[Edition, ...]:
    """The newest editions with their bars; the widest bar is the one with most measures."""
    shown = found[-SHOWN:]
    widest = max((point.total for point in shown), default=0) or 1
    return tuple(
        Edition(
            point.edition,
            context.day(point.day),
            point.total,
            tuple(point.situations.values()),
            _bar(_counts(point.situations, context), widest),
        )
        for point in shown
    )


def looks(context: Context) -> tuple[Look, ...]:
    """«Dette bør ledelsen se på», with every reason."""
    entries = []
    for attention in context.seen.attention:
        measure = attention.measure
        if measure:
            badge = context.badges[context.seen.standings[measure.id]]
            item, lead = context.link(measure.id), measure.lead
        else:
            badge = Badge("gap", "○", context.say("report.no-gap"))
            item, lead = Item(attention.code, "#retning"), ""
        reasons = tuple(context.say.phrase(reason) for reason in attention.said)
        name = context.name(lead) if lead else ""
        what = context.say.phrase(asked(attention, context.seen))
        entries.append(
            Look(
                item=item,
                code=attention.code,
                title=attention.title,
                badge=badge,
                lead=lead,
                lead_name=name,
                reasons=reasons,
                question=what,
            )
        )
    return tuple(entries)


def areas(context: Context) -> tuple[Area, ...]:
    """The target areas with their bars; the widest bar is the area with most measures."""
    widest = max((area.total for area in context.seen.areas), default=0) or 1
    rows = []
    for area in context.seen.areas:
        code = area.area.code
        counts = _counts(area.situations, context, area=code)
        total = Count(area.total, choice(area=code))
        rows.append(Area(area.area, total, counts, _bar(counts, widest)))
    return tuple(rows)


def _bar(counts: tuple[Count, ...], widest: int) -> tuple[Part, ...]:
    parts: list[Part] = []
    at = 0.0
    for count in counts:
        width = count.number * 100 / widest
        if count.number and count.badge:
            symbol = count.badge.symbol
            both = f"{symbol} {count.number}" if width >= ROOM_FOR_BOTH else symbol
            text = both if width >= ROOM_FOR_SYMBOL else ""
            middle = round(at + width / 2, 2)
            parts.append(Part(round(at, 2), round(width, 2), middle, count.badge, text))
        at += width
    return tuple(parts)


def directions(context: Context) -> tuple[tuple[TargetArea, tuple[Gap, ...]], ...]:
    """Each target area with its directions."""
    by_code = {overview.direction.code: overview for overview in context.seen.directions}
    return tuple(
        (area, tuple(_gap(by_code[direction.code], context) for direction in area.directions))
        for area in context.register.strategy.areas
    )


def _gap(overview: DirectionOverview, context: Context) -> Gap:
    direction = overview.direction
    total = Count(len(overview.measures), choice(direction=direction.code))
    counts = _counts(overview.situations, context, direction=direction.code)
    gap = direction in context.seen.uncovered
    return Gap(direction.code, direction.text, total, counts, gap)


def ministries(context: Context) -> tuple[Ministry, ...]:
    """The ministries with their roles, in the list's order."""
    codes = [area.code for area in context.register.strategy.areas]
    return tuple(
        Ministry(
            seen,
            context.name(seen.code),
            choice(**{"for": seen.code}),
            (
                len(seen.responsible),
                len(seen.executing),
                len(seen.participating),
                *(seen.areas[code] for code in codes),
                seen.late,
                seen.due_soon,
            ),
        )
        for seen in context.seen.ministries
    )


def everyone(context: Context) -> int:
    """In how many measures all ministries take part without being named."""
    return max((ministry.everyone for ministry in context.seen.ministries), default=0)


def leading_numbers(context: Context, comparison: Comparison | None) -> tuple[Item, ...]:
    """The sentences under the title, each with a link to where it is told in full."""
    seen, say = context.seen, context.say
    sentences = []
    if seen.overdue:
        sentences.append(
            Item(say("report.overdue-count", number=len(seen.overdue)), "#ledelsen", alarm=True)
        )
    if seen.uncovered and not is_selection(seen):
        sentences.append(Item(say("report.gap-count", number=len(seen.uncovered)), "#retning"))
    if seen.without_role and not is_selection(seen):
        sentences.append(
            Item(say("report.roleless-count", number=len(seen.without_role)), "#departement")
        )
    if comparison:
        edition, number = comparison.old.edition, len(comparison.all)
        sentences.append(
            Item(say("report.change-count", number=number, edition=edition), "#endret")
        )
    return tuple(sentences)
