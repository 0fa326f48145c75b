"""How it goes in two or three sentences, and what is asked of leaders: the same in every view."""

from collections.abc import Iterator

from tiltak_cli.changes.left_out import left_out, not_stated
from tiltak_cli.overview.attention import Attention
from tiltak_cli.overview.counts import Overview, Situation
from tiltak_cli.wording import Phrase, phrase

# So many measures are named each; of more it says where they are.
NAMED = 3
GOOD = (Situation.ON_TRACK, Situation.COMPLETED)


def summary(seen: Overview, *, short: bool = False) -> tuple[Phrase, ...]:
    """Say what is not counted, how many measures go well, where the late ones are, what lacks.

    A `short` one says of several late ones only how many they are.
    """
    phrases = tuple(_summary(seen, short=short)) if seen.measures else ()
    return (*left_out(seen.register), *phrases, *not_stated(seen.measures))


def ahead(seen: Overview) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """Say what is due soon; and how many deadlines have moved, how much outlasts the strategy."""
    phrases = []
    if moved := len(seen.forecast.moved):
        phrases.append(phrase("ahead.moved-count", number=moved))
    if beyond := len(seen.beyond_period):
        phrases.append(phrase("ahead.beyond-count", number=beyond))
    return seen.forecast.said if seen.measures else (), tuple(phrases)


def _summary(seen: Overview, *, short: bool) -> Iterator[Phrase]:
    total, late = len(seen.measures), seen.situations[Situation.LATE]
    good = sum(seen.situations[kind] for kind in GOOD)
    yield phrase("summary.all-good" if good == total else "summary.good", good=good, total=total)
    if good == total:
        return
    if not late:
        yield phrase("summary.none-late")
    elif short and late > 1:
        yield phrase("summary.late", late=late)
    elif late <= NAMED:
        measures = [m for m in seen.measures if seen.standings[m.id] is Situation.LATE]
        names = tuple(f"{m.id} ({m.lead})" if m.lead else m.id for m in measures)
        yield phrase("summary.one-late" if late == 1 else "summary.few-late", late=late, ids=names)
    else:
        yield _where(seen, late)
    if risky := seen.situations[Situation.AT_RISK]:
        yield phrase("summary.yellow" if risky > 1 else "summary.one-yellow", number=risky)


def _where(seen: Overview, late: int) -> Phrase:
    """In which target area, or areas, most of the late measures are."""
    most = max((area.situations[Situation.LATE] for area in seen.areas), default=0)
    codes = tuple(a.area.code for a in seen.areas if a.situations[Situation.LATE] == most)
    if most == late and len(codes) == 1:
        return phrase("summary.late-in-one", late=late, areas=codes)
    if not most or len(codes) == len(seen.areas):
        return phrase("summary.late", late=late)
    key = "summary.late-mostly" if len(codes) == 1 else "summary.late-mostly-several"
    return phrase(key, late=late, areas=codes, most=most)


def question(item: Attention) -> Phrase:
    """What leaders are asked for, by the weightiest reason to look at it."""
    key = item.said[0].key.replace("attention.", "decide.", 1)
    return phrase(key, number=len(item.directions))


def asked(item: Attention, seen: Overview) -> Phrase:
    """The same with the forum that decides it; or that none is named for what is red or overdue.

    In a register that names no forum at all, none is missing. On its own agenda it goes without
    saying.
    """
    what = question(item)
    if seen.forum:
        return what
    if item.measure and item.measure.forum:
        return phrase("asked.in", forum=item.measure.forum, what=what)
    grave = {reason.key for reason in item.said} & {"attention.overdue", "attention.red"}
    if grave and any(measure.forum for measure in seen.register.measures):
        return phrase("asked.nowhere", what=what)
    return what
