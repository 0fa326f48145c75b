"""How it has gone over time, in words: the same beside a number in every view."""

from tiltak_cli.overview.trend import Point, Shift, of_all, shifts
from tiltak_cli.wording import Wording

# So many measures are named beside a number.
NAMED = 3


def note(shift: Shift, before: Point, say: Wording) -> str:
    """Who has come and who has left since the edition before: «T016 inn, T020 ut»."""
    come, left = shift
    if not come and not left:
        return say("trend.same", edition=before.edition)
    few = len(come) + len(left) <= NAMED
    ways = (("trend.in", come), ("trend.out", left))
    named = ((key, say.format_field(ids, "list") if few else len(ids)) for key, ids in ways if ids)
    return ", ".join(say(key, what=what) for key, what in named)


def notes(series: tuple[Point, ...], say: Wording) -> tuple[str, ...]:
    """A note for all measures and one for each situation; none where nothing is known before."""
    if not series:
        return ()
    before = series[-2]
    of_each = (note(shift, before, say) for shift in shifts(series).values())
    return (note(of_all(series), before, say), *of_each)
