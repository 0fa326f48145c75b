"""The page's sections above the table: key figures, areas, directions, ministries."""

from typing import NamedTuple

from tiltak_cli.changes.compare import Comparison
from tiltak_cli.domain.strategy import TargetArea
from tiltak_cli.overview.counts import Counts, DirectionOverview, MinistryOverview
from tiltak_cli.views.html.bars import Part, bar
from tiltak_cli.views.html.parts import Context, Count, Item, choice
from tiltak_cli.views.report.words import is_selection


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
    """A ministry with its roles, counted, and the link that chooses its measures.

    `areas` is for how many measures in each target area it is responsible, in words.
    """

    seen: MinistryOverview
    name: str
    choice: str
    areas: str


def figures(context: Context) -> tuple[Count, ...]:
    """The number of measures in each situation."""
    return _counts(context.seen.situations, context)


def _counts(counts: Counts, context: Context, **wanted: str) -> tuple[Count, ...]:
    return tuple(
        Count(number, choice(situation=context.badges[kind].slug, **wanted), context.badges[kind])
        for kind, number in counts.items()
    )


def areas(context: Context) -> tuple[Area, ...]:
    """The target areas with their bars; the widest bar is the area with most measures."""
    widest = max((area.total for area in context.seen.areas), default=0) or 1
    rows = []
    for area in context.seen.areas:
        code = area.area.code
        counts = _counts(area.situations, context, area=code)
        total = Count(area.total, choice(area=code))
        rows.append(Area(area.area, total, counts, bar(area.situations, context.badges, widest)))
    return tuple(rows)


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
    """The ministries with a role: most red or overdue first, then most responsible for."""
    named = [seen for seen in context.seen.ministries if seen.has_role]
    named.sort(key=lambda seen: (-seen.late, -len(seen.responsible), -len(seen.participating)))
    return tuple(
        Ministry(seen, context.name(seen.code), choice(**{"for": seen.code}), _led(seen, context))
        for seen in named
    )


def _led(seen: MinistryOverview, context: Context) -> str:
    """«Mål 1: 3 · Mål 2: 4», of the target areas in which it is responsible for anything."""
    codes = (area.code for area in context.register.strategy.areas if seen.areas[area.code])
    area = (f"{context.say('report.area-short', code=c)}: {seen.areas[c]}" for c in codes)
    return " · ".join(area)


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
