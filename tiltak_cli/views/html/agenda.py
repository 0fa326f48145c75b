"""«Dette bør ledelsen se på» on the page: what each forum should decide, and why."""

from typing import NamedTuple

from tiltak_cli.overview.attention import STALE_DAYS, Attention
from tiltak_cli.overview.summary import question
from tiltak_cli.views.html.parts import Badge, Context, Item
from tiltak_cli.views.safe import one_line

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


class Agenda(NamedTuple):
    """What one forum should look at; `forum` is empty where there is but one group for all."""

    forum: str
    cases: str
    shown: tuple[Look, ...]
    folded: tuple[Look, ...]


class Looks(NamedTuple):
    """All there is to look at. What is only not updated is no matter to decide, but a request."""

    agendas: tuple[Agenda, ...]
    request: str
    stale: tuple[Item, ...]


def looks(context: Context) -> Looks:
    """What leaders should look at, by forum: the forum with the weightiest first, without last.

    In a register that names no forum, and on a forum's own agenda, all are one group.
    """
    seen, say = context.seen, context.say
    matters = [item for item in seen.attention if not item.only_stale]
    stale = [item for item in seen.attention if item.only_stale]
    apart = not seen.forum and any(measure.forum for measure in seen.register.measures)
    groups: dict[str, list[tuple[bool, Attention]]] = {}
    for number, item in enumerate(matters):
        forum = one_line(item.measure.forum).strip() if apart and item.measure else ""
        shown = number < SHOWN or bool(seen.forum)
        groups.setdefault(forum, []).append((shown, item))
    if "" in groups:
        groups[""] = groups.pop("")
    return Looks(
        tuple(
            Agenda(
                (forum or say("attention.no-forum")) if apart else "",
                say("attention.cases", n=len(items)),
                tuple(_look(item, context) for shown, item in items if shown),
                tuple(_look(item, context) for shown, item in items if not shown),
            )
            for forum, items in groups.items()
        ),
        say("attention.only-stale", days=STALE_DAYS) if stale else "",
        tuple(context.link(item.code)._replace(text=item.code) for item in stale),
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
        title=attention.title,
        badge=badge,
        lead=lead,
        lead_name=context.name(lead) if lead else "",
        reasons=tuple(say.phrase(reason) for reason in attention.said),
        question=say.phrase(question(attention)),
    )
