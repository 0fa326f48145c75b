"""Everything public about one measure, as labelled values, codes spelt out and ids linked."""

from typing import Any, NamedTuple

from tiltak_cli.domain.fields import FIELDS, Field, Kind
from tiltak_cli.domain.measure import EVERYONE, Measure, Milestone
from tiltak_cli.overview.timeline import State, state
from tiltak_cli.views.html.parts import Context, Item, web_address
from tiltak_cli.views.symbols import ASSESSMENT_SYMBOLS, PRIORITY_SYMBOLS, STATUS_SYMBOLS

SYMBOLS = {
    str(value): symbol
    for symbols in (STATUS_SYMBOLS, PRIORITY_SYMBOLS, ASSESSMENT_SYMBOLS)
    for value, symbol in symbols.items()
}
# These stand in the row itself.
BESIDE = ("id", "tittel", "status", "prioritet", "frist")
REACHED, WAITING = "◆", "◇"


class Fact(NamedTuple):
    """A label with its value in pieces; `prose` are paragraphs, else they are a list."""

    label: str
    items: tuple[Item, ...]
    prose: bool = False


def facts(measure: Measure, context: Context) -> tuple[Fact, ...]:
    """Every public field that says something or should, and what other measures say of this one."""
    entries = []
    for field in FIELDS:
        value = getattr(measure, field.attribute)
        if not field.public or field.key in BESIDE or not (value or field.required):
            continue
        label = context.say.label(field)
        items = (
            _items(field, value, measure, context) if value else (Item(context.say("unstated")),)
        )
        entries.append(Fact(label, items, field.kind is Kind.TEXT))
    turned = (
        ("report.waiting", context.waiting.get(measure.id, ())),
        ("report.parts", context.parts.get(measure.id, ())),
    )
    for key, codes in turned:
        if codes:
            entries.append(Fact(context.say(key), tuple(map(context.link, codes))))
    return tuple(entries)


def _items(
    field: Field,
    value: Any,  # noqa: ANN401
    measure: Measure,
    context: Context,
) -> tuple[Item, ...]:
    say = context.say
    items: tuple[Item, ...]
    match field.kind:
        case Kind.TEXT:
            items = tuple(Item(line) for line in value.splitlines() if line.strip())
        case Kind.STATUS | Kind.PRIORITY | Kind.ASSESSMENT:
            items = (Item(say.value(value), symbol=SYMBOLS[value]),)
        case Kind.DAY:
            items = (Item("", when=context.day(value)),)
        case Kind.PARTIAL_DATE:
            items = (Item("", when=context.partial(value, start=field.key == "start")),)
        case Kind.MILESTONES:
            items = tuple(_milestone(milestone, measure, context) for milestone in value)
        case Kind.DOCUMENTS:
            items = tuple(_document(document.title, document.link) for document in value)
        case Kind.REFERENCE:
            items = (context.link(value),)
        case Kind.REFERENCES:
            items = tuple(map(context.link, value))
        case Kind.FLAG | Kind.ORIGIN:
            items = (Item(say.value(value)),)
        case _:
            items = tuple(Item(_spelt_out(field.kind, code, context)) for code in value)
    return items


def _spelt_out(kind: Kind, code: str, context: Context) -> str:
    """A code with what it stands for."""
    strategy = context.register.strategy
    if kind is Kind.AREAS:
        name = next((a.name for a in strategy.areas if a.code == code), "")
    elif kind is Kind.DIRECTIONS:
        name = next((d.text for d in strategy.directions if d.code == code), "")
    elif kind is Kind.DEVELOPMENTS:
        name = next((d.text for d in strategy.developments if d.code == code), "")
    elif code == EVERYONE:
        return context.say("change.everyone")
    else:
        name = context.name(code)
        return code if name == code else f"{name} ({code})"
    return f"{code} {name}".strip()


def _milestone(milestone: Milestone, measure: Measure, context: Context) -> Item:
    say, day = context.say, context.seen.report_date
    due = milestone.deadline
    late = state(measure, milestone, day) is State.PASSED
    note = say("milestone.reached", day=milestone.reached) if milestone.reached else ""
    if late and due:
        note = say("report.passed", days=(day - due.last).days)
    symbol = REACHED if milestone.reached else WAITING
    when = context.partial(due) if due else None
    return Item(
        text=f"{milestone.id} {milestone.text}",
        href="",
        symbol=symbol,
        when=when,
        note=note,
        alarm=late,
    )


def _document(title: str, link: str) -> Item:
    href = web_address(link)
    return Item(title or link, href, note="" if href or not title else link)
