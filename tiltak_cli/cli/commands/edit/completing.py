"""Completion of fields and their values, each with its words."""

from collections.abc import Iterator

import typer

from tiltak_cli.cli.common import options
from tiltak_cli.domain.deadline import parse_day
from tiltak_cli.domain.fields import BY_KEY, FIELDS, MILESTONES, Kind
from tiltak_cli.domain.measure import EVERYONE, Priority
from tiltak_cli.edits.asked.assign import codes_of
from tiltak_cli.edits.opened import Opened, opened
from tiltak_cli.sources.default import default_path
from tiltak_cli.sources.files import Refusal, read_path
from tiltak_cli.sources.schema.make import ASSESSMENT_HELP, STATUS_HELP
from tiltak_cli.sources.yaml.order import PARTS

Offer = tuple[str, str]


def measure_or_field(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """Complete a measure's id with its title."""
    yield from options.measure_ids(ctx, incomplete)


def assignments(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    """Complete a field, and after its `=` a value. What is begun stays as it is written."""
    for word, about in _offered(ctx, incomplete):
        yield incomplete + word[len(incomplete) :], about


def _offered(ctx: typer.Context, incomplete: str) -> Iterator[Offer]:
    given = [str(word) for word in ctx.params.get("fields") or ()]
    # To bash the sign is a word of its own, and so is what comes after.
    signed = given[-1:] == ["="]
    field = "".join(given[-2:-1] if signed else given[-1:]).rstrip("+-")
    if field in BY_KEY and (signed or not incomplete):
        yield from _values(field, incomplete, _register(given[:-2]))
    elif "=" in incomplete:
        name, sign, begun = incomplete.partition("=")
        for value, about in _values(name.rstrip("+-"), begun, _register(given)):
            yield f"{name}{sign}{value}", about
    else:
        yield from _fields(incomplete.casefold(), str(ctx.params.get("measure_id") or ""), given)


def _register(given: list[str]) -> Opened | None:
    named = [word for word in given if "=" not in word and word not in BY_KEY]
    path = named[0] if named else default_path()
    source = read_path(path) if path and path != "-" else None
    return None if source is None or isinstance(source, Refusal) else opened(source)


def _fields(begun: str, identity: str, given: list[str]) -> Iterator[Offer]:
    if begun.startswith(f"{MILESTONES}."):
        register = _register(given)
        standing = register.under(identity) if register else []
        for milestone in (standing[0].plain.get(MILESTONES) or []) if standing else []:
            for part in PARTS[MILESTONES][1:]:
                word = f"{MILESTONES}.{milestone.get('id')}.{part}="
                if word.casefold().startswith(begun):
                    yield word, str(milestone.get("tekst", ""))
        return
    for field in FIELDS:
        if field.kind is not Kind.ID and field.key.startswith(begun):
            yield f"{field.key}{'.' if field.key == MILESTONES else '='}", field.help


def _values(field: str, begun: str, register: Opened | None) -> Iterator[Offer]:
    """Values of a field; of a list, after the last comma."""
    kind = BY_KEY[field].kind if field in BY_KEY else None
    before, comma, last = begun.rpartition(",")
    for value, about in _words(field, kind, register):
        if value.casefold().startswith(last.casefold()):
            yield f"{before}{comma}{value}", about


def _words(field: str, kind: Kind | None, register: Opened | None) -> Iterator[Offer]:
    fixed: dict[Kind | None, dict[str, str]] = {
        Kind.STATUS: {str(word): about for word, about in STATUS_HELP.items()},
        Kind.PRIORITY: dict.fromkeys(map(str, Priority), ""),
        Kind.ASSESSMENT: {str(word): about for word, about in ASSESSMENT_HELP.items()},
        Kind.FLAG: {"ja": "", "nei": ""},
    }
    if kind in fixed:
        yield from fixed[kind].items()
    elif register is not None:
        about = words_of(register)
        for code in codes_of(register.plan, field, register.ids):
            yield str(code), about.get(str(code), "")


def choices(register: Opened, key: str) -> list[Offer]:
    """The values to choose among for a field, each with its words; none where any will do.

    Of the organisations, those that there are on the day of the register.
    """
    kind = BY_KEY[key].kind
    offered = list(_words(key, kind, register))
    if kind not in (Kind.ORGANISATIONS, Kind.PARTICIPANTS):
        return offered
    head = register.head.tree.data if register.head else {}
    day = parse_day(str(head.get("per_dato")))
    now = register.plan.organisations.codes_on(day) if day else ()
    return [offer for offer in offered if not now or offer[0] in (*now, EVERYONE)]


def words_of(register: Opened) -> dict[str, str]:
    """What each code of a register stands for: areas, directions, organisations and measures."""
    plan = register.plan
    strategy = plan.strategy
    words = {area.code: area.name for area in strategy.areas}
    words |= {direction.code: direction.text for direction in strategy.directions}
    words |= {development.code: development.text for development in strategy.developments}
    for code, organisation in plan.organisations.by_code.items():
        words[code] = next(n.bokmål for n in reversed(organisation.names) if n.code == code)
    words |= {str(m.plain.get("id")): str(m.plain.get("tittel", "")) for m in register.measures}
    return words
