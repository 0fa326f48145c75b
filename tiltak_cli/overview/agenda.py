"""What leaders should look at, by who decides it: the same groups in every view that has them."""

from collections.abc import Sequence
from typing import NamedTuple

from tiltak_cli.overview.attention import Attention
from tiltak_cli.overview.counts import Overview
from tiltak_cli.wording import Phrase, phrase

NOWHERE, GAPS = phrase("attention.no-forum"), phrase("report.gaps")


class Agenda(NamedTuple):
    """What is decided in one place: in a forum, in none that is named, or about the strategy.

    Without a `heading` they are all there is, in a register that names no forum or on the agenda of
    one. A heading that is no phrase is the register's own name of a forum.
    """

    heading: str | Phrase
    items: tuple[Attention, ...]

    @property
    def size(self) -> Phrase:
        """How many matters there are; directions without measures are counted one by one."""
        if any(item.measure for item in self.items):
            return phrase("attention.cases", n=len(self.items))
        return phrase("attention.number", n=sum(len(item.directions) for item in self.items))


def agendas(seen: Overview, items: Sequence[Attention]) -> tuple[Agenda, ...]:
    """The items by forum, that of the weightiest first.

    Then those of which no forum is named, and last the directions without measures: they have
    no forum.
    """
    if seen.forum or not any(measure.forum for measure in seen.register.measures):
        return (Agenda("", tuple(items)),) if items else ()
    groups: dict[str | Phrase, list[Attention]] = {}
    for item in items:
        groups.setdefault(_heading(item), []).append(item)
    for last in (NOWHERE, GAPS):
        if last in groups:
            groups[last] = groups.pop(last)
    return tuple(Agenda(heading, tuple(some)) for heading, some in groups.items())


def _heading(item: Attention) -> str | Phrase:
    if item.measure is None:
        return GAPS
    return " ".join(item.measure.forum.split()) or NOWHERE
