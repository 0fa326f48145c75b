"""«Dette bør ledelsen se på» on the page: what each forum should decide, and why."""

from typing import NamedTuple

from tiltak_cli.overview.agenda import agendas
from tiltak_cli.overview.attention import STALE_DAYS, Attention
from tiltak_cli.overview.summary import question
from tiltak_cli.views.html.parts import Badge, Context, Item
from tiltak_cli.wording import Phrase

# So many of all are shown at once; the others are folded under their forum.
SHOWN = 10


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


class Group(NamedTuple):
    """What one forum should look at; `heading` is empty where there is but one group for all.

    A `named` one is in the register's own words.
    """

    heading: str
    named: bool
    size: str
    shown: tuple[Look, ...]
    folded: tuple[Look, ...]


class Looks(NamedTuple):
    """All there is to look at. What is only not updated is no matter to decide, but a request."""

    agendas: tuple[Group, ...]
    request: str
    stale: tuple[Item, ...]
    more_stale: tuple[Item, ...]


def looks(context: Context) -> Looks:
    """What leaders should look at, by forum; the weightiest are shown, the others folded."""
    seen, say = context.seen, context.say
    matters = [item for item in seen.attention if not item.only_stale]
    stale = [item for item in seen.attention if item.only_stale]
    first = matters if seen.forum else matters[:SHOWN]
    asked = tuple(context.link(item.code)._replace(text=item.code) for item in stale)
    return Looks(
        tuple(
            Group(
                say.value(agenda.heading),
                not isinstance(agenda.heading, Phrase),
                say.phrase(agenda.size),
                tuple(_look(item, context) for item in agenda.items if item in first),
                tuple(_look(item, context) for item in agenda.items if item not in first),
            )
            for agenda in agendas(seen, matters)
        ),
        say("attention.only-stale", days=STALE_DAYS) if stale else "",
        asked[:SHOWN],
        asked[SHOWN:],
    )


def _look(attention: Attention, context: Context) -> Look:
    measure, say = attention.measure, context.say
    if measure:
        badge = context.badges[context.seen.standings[measure.id]]
        item, lead = context.link(measure.id), measure.lead
    else:
        badge = Badge("gap", "○", say("report.no-gap"))
        item, lead = Item(attention.code, "#retning"), ""
    return Look(
        item=item,
        code=attention.code,
        title=say.value(attention.title),
        badge=badge,
        lead=lead,
        lead_name=context.name(lead) if lead else "",
        reasons=tuple(say.phrase(reason) for reason in attention.said),
        question=say.phrase(question(attention)),
    )
