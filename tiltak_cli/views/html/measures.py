"""The table of measures: a row for each, with what it is sorted and chosen by."""

from typing import NamedTuple

from tiltak_cli.domain.measure import EVERYONE, Measure, Priority, Status
from tiltak_cli.domain.sentences import sentence
from tiltak_cli.overview.counts import Situation
from tiltak_cli.views.html.facts import Fact, facts
from tiltak_cli.views.html.parts import Badge, Context, When
from tiltak_cli.views.safe import one_line
from tiltak_cli.views.symbols import PRIORITY_SYMBOLS

# How the situations are sorted: what needs attention first.
URGENCY = (
    Situation.LATE,
    Situation.AT_RISK,
    Situation.UNSTATED,
    Situation.NOT_STARTED,
    Situation.ON_TRACK,
    Situation.STOPPED,
    Situation.COMPLETED,
)
NEVER = "9999"
# What those are chosen by that state nothing. It is no organisation's abbreviation.
UNSTATED = "-"


class Row(NamedTuple):
    """A measure in the table. `data` is what it can be chosen by, each a list of codes.

    `status` is empty where the situation says the same.
    """

    measure: Measure
    anchor: str
    data: dict[str, list[str]]
    badge: Badge
    status: str
    urgency: int
    priority: str
    priority_rank: int
    leads: tuple[tuple[str, str], ...]
    deadline: When | None
    deadline_rank: str
    passed: str
    ongoing: bool
    line: str
    remarks: tuple[str, ...]
    facts: tuple[Fact, ...]


class Choice(NamedTuple):
    """What measures can be chosen by: a key, a label, and the values with their words."""

    key: str
    label: str
    options: tuple[tuple[str, str], ...]


def rows(context: Context) -> tuple[Row, ...]:
    """The measures shown, in the register's order."""
    return tuple(_row(measure, context) for measure in context.seen.measures)


def _row(measure: Measure, context: Context) -> Row:
    say, day = context.say, context.seen.report_date
    kind = context.seen.standings[measure.id]
    due = measure.deadline
    late = (day - due.last).days if due and measure.overdue(day) else 0
    priority = measure.priority
    # What a badge says of the situation may be stated where the status is not.
    unstated = context.badges[Situation.UNSTATED].word
    status = say.value(measure.status) if measure.status else unstated.lower()
    same = status.casefold() == context.badges[kind].word.casefold()
    return Row(
        measure=measure,
        anchor=context.anchors[measure.id],
        data=_data(measure, kind, context),
        badge=context.badges[kind],
        status="" if same else status,
        urgency=URGENCY.index(kind),
        priority=f"{PRIORITY_SYMBOLS[priority]} {say.value(priority)}"
        if priority
        else say("unstated"),
        priority_rank=tuple(Priority).index(priority) if priority else len(Priority),
        leads=tuple((code, context.name(code)) for code in measure.responsible),
        deadline=context.partial(due) if due else None,
        deadline_rank=due.last.isoformat() if due else NEVER,
        passed=say("report.passed", days=late) if late else "",
        ongoing=measure.ongoing,
        line=_line(measure, kind),
        remarks=_remarks(measure, context),
        facts=facts(measure, context),
    )


def _line(measure: Measure, kind: Situation) -> str:
    """Where it stands, in one sentence: what is wrong, what came of it, or how far it has come."""
    if kind is Situation.COMPLETED:
        texts = (measure.result, measure.progress)
    elif kind is Situation.STOPPED:
        texts = (measure.reason, measure.progress)
    else:
        texts = (measure.deviation, measure.progress)
    return next((sentence(text) for text in texts if text.strip()), "")


def _remarks(measure: Measure, context: Context) -> tuple[str, ...]:
    """What the register does not say itself, but its dates do."""
    say, remarks = context.say, []
    if measure.late_start(context.seen.report_date):
        remarks.append(say("report.late-start"))
    if measure in context.seen.beyond_period:
        remarks.append(say("report.after-period"))
    return tuple(remarks)


def _data(measure: Measure, kind: Situation, context: Context) -> dict[str, list[str]]:
    data = {
        "for": _organisations(measure, context),
        "area": measure.areas,
        "direction": measure.directions,
        "status": (measure.status.name.lower(),) if measure.status else (),
        "situation": (context.badges[kind].slug,),
    }
    # The values to choose from have passed the same gate.
    return {
        key: [one_line(value) for value in values] or [UNSTATED] for key, values in data.items()
    }


def _organisations(measure: Measure, context: Context) -> tuple[str, ...]:
    """Every organisation with a role, by its abbreviation now; all ministries where all take part.

    So a choice finds the same measures as `tiltak list --for`.
    """
    organisations, day = context.register.organisations, context.register.as_of
    codes = [organisations.code_on(code, day) for code in measure.roles()]
    if EVERYONE in measure.participants:
        codes += [ministry.code for ministry in context.seen.ministries]
    return tuple(dict.fromkeys(codes))


def choices(context: Context, shown: tuple[Row, ...]) -> tuple[Choice, ...]:
    """What the measures can be chosen by; only values that some measure has, or all of a plan.

    Where some of those `shown` state nothing, that can be chosen too.
    """
    return tuple(
        choice._replace(options=(*choice.options, (UNSTATED, context.say("unstated"))))
        if any(UNSTATED in row.data[choice.key] for row in shown)
        else choice
        for choice in _choices(context)
    )


def _choices(context: Context) -> tuple[Choice, ...]:
    say, seen, strategy = context.say, context.seen, context.register.strategy
    codes = {code for m in seen.measures for code in _organisations(m, context)}
    codes |= {ministry.code for ministry in seen.ministries}
    names = {code: context.name(code) for code in codes}
    named = sorted((name if name == c else f"{c} {name}", c) for c, name in names.items())
    return (
        Choice("for", say("page.any-role"), tuple((code, text) for text, code in named)),
        Choice(
            "area",
            say("report.area"),
            tuple((area.code, f"{area.code} {area.name}") for area in strategy.areas),
        ),
        Choice(
            "direction",
            say("report.direction"),
            tuple((item.code, f"{item.code} {item.text}") for item in strategy.directions),
        ),
        Choice(
            "status",
            say.label("status"),
            tuple((s.name.lower(), say.value(s)) for s in Status if seen.statuses[s]),
        ),
        Choice(
            "situation",
            say("report.situation"),
            tuple(
                (badge.slug, f"{badge.symbol} {badge.word}")
                for kind, badge in context.badges.items()
                if seen.situations.get(kind)
            ),
        ),
    )
