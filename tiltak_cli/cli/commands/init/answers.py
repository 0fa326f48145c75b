"""What `init` has to know: from options, from somebody at a terminal, or assumed and said so."""

import os
from collections.abc import Callable
from datetime import date
from typing import NamedTuple, TypeVar

from tiltak_cli.cli.commands.init.place import Place
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.clock import today
from tiltak_cli.cli.common.options import DEFAULT_STRATEGY
from tiltak_cli.cli.common.registers import TODAY
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.domain.dates import Fault, named_date
from tiltak_cli.domain.deadline import norwegian_day
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.domain.organisations import Organisations
from tiltak_cli.domain.spelling import nearest
from tiltak_cli.edits.start.files import SERVERS, Beginning
from tiltak_cli.sources.files import Refusal, read_path
from tiltak_cli.sources.git.names import read_edition_name
from tiltak_cli.sources.strategies import SHIPPED, Plan, load_plan, plan_from

Value = TypeVar("Value")
# Reads what somebody wrote, or says what is wrong with it.
Read = Callable[[str], Value | Refusal]
NONE = "none"
# Who keeps a register of the shipped strategy, where nothing else is said.
KEEPER = "DFD"
HALF = 6


class Given(NamedTuple):
    """What the options say; None where they say nothing."""

    strategy: str | None
    edition: str | None
    as_of: str | None
    keeper: str | None
    server: str | None
    example: bool


class Answers(NamedTuple):
    """All that is needed, and which of it was `assumed`: what it is, and the option for it."""

    beginning: Beginning
    plan: Plan
    assumed: tuple[tuple[str, str], ...]


class _Asking:
    """Gets one answer after the other, and keeps what was assumed."""

    def __init__(self, *, someone: bool) -> None:
        self._someone = someone
        self.assumed: list[tuple[str, str]] = []

    def get(
        self, what: str, option: str, given: str | None, default: str, read: Read[Value]
    ) -> Value:
        """The value that is given, else asked for, else assumed."""
        if given is None and self._someone:
            return self._ask(what, default, read)
        if given is None:
            self.assumed.append((f"{what} {default}", option))
        value = read(default if given is None else given)
        if isinstance(value, Refusal):
            raise refuse(f"{option}: {value.sentence}")
        return value

    def _ask(self, what: str, default: str, read: Read[Value]) -> Value:
        while True:
            value = read(console.asked(f"{what} [{default}]: ") or default)
            if not isinstance(value, Refusal):
                return value
            console.write(f"  {value.sentence}\n")


def answered(given: Given, place: Place, *, ask: bool) -> Answers:
    """What is given, and the rest asked for where somebody is there, or assumed.

    Where there is a register already, only what stands beside it is asked for.
    """
    there = place.register is not None
    head = {"--edition": given.edition, "--as-of": given.as_of, "--keeper": given.keeper}
    if there and (unused := [option for option, value in head.items() if value is not None]):
        raise refuse(
            f"«{place.register}» finnes fra før og blir ikke endret. Ta bort {listed(unused)}; "
            "hodet endres i filen selv."
        )
    asking = _Asking(someone=ask and console.somebody())
    get = asking.get
    strategy = given.strategy or place.strategy
    reference, plan = get("strategi", "--strategy", strategy, DEFAULT_STRATEGY, _strategy(place))
    day, edition, keeper = today(), "", ""
    if not there:
        day = get("per_dato", "--as-of", given.as_of, today().isoformat(), _day)
        half = f"{day.year}-{1 if day.month <= HALF else 2}"
        edition = get("utgave", "--edition", given.edition, half, read_edition_name)
        codes = plan.organisations.codes_on(day)
        code = plan.organisations.code_on(KEEPER, day)
        first = code if code in codes else next(iter(codes), "")
        keeper = get("ansvarlig", "--keeper", given.keeper, first, _keeper(plan.organisations, day))
    server = get("kontroll på serveren", "--ci", given.server, NONE, _server)
    beginning = Beginning(
        strategy=reference,
        edition=edition,
        as_of=day,
        keeper=keeper,
        example=given.example,
        server=server,
    )
    # That nothing is set up on a server is nothing to tell.
    told = tuple(pair for pair in asking.assumed if pair[1] != "--ci")
    return Answers(beginning, plan, told)


def _strategy(place: Place) -> Read[tuple[str, Plan]]:
    def read(text: str) -> tuple[str, Plan] | Refusal:
        if SHIPPED.fullmatch(text):
            plan = load_plan(text, lambda _name: None)
            return plan if isinstance(plan, Refusal) else (text.replace("–", "-"), plan)
        source = read_path(text)
        if isinstance(source, Refusal):
            return source
        within = os.path.relpath(os.path.realpath(text), os.path.realpath(place.folder))
        name = within.replace(os.sep, "/")
        if name.startswith("../") or os.path.isabs(within):
            return Refusal(
                f"Strategifilen {quoted(text)} ligger ikke i mappen {quoted(place.folder)}. Legg "
                "den der, så følger den med registeret."
            )
        plan = plan_from(source.name, source.files[0].data)
        return plan if isinstance(plan, Refusal) else (name, plan)

    return read


def _day(text: str) -> date | Refusal:
    if text.casefold() in TODAY:
        return today()
    period = named_date(text)
    if isinstance(period, Fault):
        return Refusal(f"{quoted(text)} er ikke en dato. Skriv {period.likely or '2024-06-15'}.")
    return period.last


def _keeper(organisations: Organisations, day: date) -> Read[str]:
    def read(text: str) -> str | Refusal:
        codes = organisations.codes_on(day)
        known = {code.casefold(): code for code in organisations.by_code}
        code = known.get(text.strip().casefold(), "")
        now = organisations.code_on(code, day) if code else nearest(text, codes)
        if code and code == now and code in codes:
            return code
        advice = f"Mente du {now}?" if now in codes else f"Skriv en av {listed(codes, 'eller')}."
        why = "heter ikke så" if code and now in codes else "er ingen kjent virksomhet"
        return Refusal(f"{quoted(code or text)} {why} per {norwegian_day(day)}. {advice}")

    return read


def _server(text: str) -> str | Refusal:
    name = text.strip().casefold()
    if name in SERVERS or name == NONE:
        return "" if name == NONE else name
    return Refusal(f"{quoted(text)} er ikke kjent. Skriv {listed((*SERVERS, NONE), 'eller')}.")
