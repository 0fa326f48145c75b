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
    """A label with its value: one `text`, several, or `items` with links or marks.

    Several texts are paragraphs where they are `prose`, else a list.
    """

    label: str
    text: str = ""
    texts: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    prose: bool = False


def facts(measure: Measure, context: Context) -> tuple[Fact, ...]:
    """Every public field that says something or should, and what other measures say of this one."""
    entries = []
    for field in FIELDS:
        value = getattr(measure, field.attribute)
        if not field.public or field.key in BESIDE or not (value or field.required):
            continue
        label = context.say.label(field)
        items = _items(field, value, measure, context) if value else ()
        texts = () if items else _texts(field.kind, value, context)
        text, texts = (texts[0], ()) if len(texts) == 1 else ("", texts)
        entries.append(Fact(label, text, texts, items, field.kind is Kind.TEXT))
    turned = (
        ("report.waiting", context.waiting.get(measure.id, ())),
        ("report.parts", context.parts.get(measure.id, ())),
    )
    for key, codes in turned:
        if codes:
            entries.append(Fact(context.say(key), items=tuple(map(context.link, codes))))
    return tuple(entries)


def _texts(kind: Kind, value: Any, context: Context) -> tuple[str, ...]:  # noqa: ANN401
    """The lines of a text, or codes spelt out; or that nothing is stated."""
    if not value:
        return (context.say("unstated"),)
    match kind:
        case Kind.TEXT:
            return tuple(line for line in value.splitlines() if line.strip())
        case Kind.FLAG | Kind.ORIGIN:
            return (context.say.value(value),)
        case _:
            return tuple(_spelt_out(kind, code, context) for code in value)


def _items(
    field: Field,
    value: Any,  # noqa: ANN401
    measure: Measure,
    context: Context,
) -> tuple[Item, ...]:
    """The pieces of a value with a link, a mark or a date; none of what is plain text."""
    say = context.say
    match field.kind:
        case Kind.STATUS | Kind.PRIORITY | Kind.ASSESSMENT:
            items = [Item(say.value(value), symbol=SYMBOLS[value])]
        case Kind.DAY:
            items = [Item("", when=context.day(value))]
        case Kind.PARTIAL_DATE:
            items = [Item("", when=context.partial(value, start=field.key == "start"))]
        case Kind.MILESTONES:
            items = [_milestone(milestone, measure, context) for milestone in value]
        case Kind.DOCUMENTS:
            items = [_document(document.title, document.link) for document in value]
        case Kind.REFERENCE:
            items = [context.link(value)]
        case Kind.REFERENCES:
            items = [*map(context.link, value)]
        case _:
            items = []
    return tuple(items)


def _spelt_out(kind: Kind, code: str, context: Context) -> str:
    """A code with what it stands for."""
    if kind in context.texts:
        return f"{code} {context.texts[kind].get(code, '')}".strip()
    if code == EVERYONE:
        return context.say("change.everyone")
    name = context.name(code)
    return code if name == code else f"{name} ({code})"


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
