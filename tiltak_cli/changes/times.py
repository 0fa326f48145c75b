"""How often a deadline has been postponed, said with the change that postponed it again."""

from collections.abc import Mapping
from itertools import pairwise

from tiltak_cli.changes.change import Change, Kind
from tiltak_cli.changes.compare import Comparison
from tiltak_cli.changes.history import Cut
from tiltak_cli.domain.deadline import PartialDate
from tiltak_cli.wording import phrase

Deadlines = Mapping[str, tuple[PartialDate, ...]]
KINDS = (Kind.POSTPONED, Kind.POSTPONED_AFTER)


def postponed(comparison: Comparison) -> bool:
    """Whether some deadline has been postponed."""
    return any(change.kind in KINDS for change in comparison.changes)


def with_times(comparison: Comparison, deadlines: Deadlines, cut: Cut | None = None) -> Comparison:
    """The comparison, where what is postponed again says how many times it has been.

    `deadlines` are those that each measure has had, by its id and in order. What the newer edition
    says may come after the last of them, for it need not be in the history yet. Where the history
    is `cut` and some of them are not known, the comparison says so.
    """
    unknown = (c for c in comparison.changes if c.kind in KINDS and c.measure_id not in deadlines)
    comparison = comparison._replace(cut=cut if any(unknown) else None)
    changes = tuple(
        _say_times(change, deadlines.get(change.measure_id, ())) if change.kind in KINDS else change
        for change in comparison.changes
    )
    return comparison._replace(changes=changes)


def _say_times(change: Change, deadlines: tuple[PartialDate, ...]) -> Change:
    times = _times(deadlines, change.new)
    if times < 2:  # noqa: PLR2004 - once is what the sentence says already
        return change
    first, *rest = change.said
    again = phrase(f"{first.key}-again", **dict(first.values), times=times)
    return change._replace(said=(again, *rest))


def _times(deadlines: tuple[PartialDate, ...], now: PartialDate) -> int:
    """How many times a deadline was put later before it became what it is now."""
    lasts = [deadline.last for deadline in deadlines]
    at = next((n for n in reversed(range(len(lasts))) if lasts[n] == now.last), len(lasts))
    known = [*lasts[:at], now.last]
    return sum(later > earlier for earlier, later in pairwise(known))
