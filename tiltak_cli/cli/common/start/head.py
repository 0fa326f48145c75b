"""What a new register has to know: from options, from somebody at a terminal, or assumed."""

import os
import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple, TypeVar

from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.clock import today
from tiltak_cli.cli.common.registers import TODAY
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.domain.dates.fault import Fault
from tiltak_cli.domain.dates.read import named_date
from tiltak_cli.domain.deadline import norwegian_day
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.domain.organisations import Organisations
from tiltak_cli.domain.spelling import nearest
from tiltak_cli.sources.files import Outside, Refusal, leads_out, read_file, read_path, relative
from tiltak_cli.sources.git.names import read_edition_name
from tiltak_cli.sources.organisations import with_own
from tiltak_cli.sources.strategies import SHIPPED, Plan, load_plan, plan_from, shipped_periods

Value = TypeVar("Value")
# Reads what somebody wrote, or says what is wrong with it.
Read = Callable[[str], Value | Refusal]
# Who keeps a register of the shipped strategy, where nothing else is said.
KEEPER = "DFD"
HALF = 6
# Somebody who writes this answers another question.
A_DATE = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{2,4}")


class Head(NamedTuple):
    """What a register's head says beside its strategy."""

    as_of: date
    edition: str
    keeper: str


class Asking:
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


def head_of(
    asking: Asking, plan: Plan, edition: str | None, as_of: str | None, keeper: str | None
) -> Head:
    """The head of a register by a strategy, from what the options say."""
    day = asking.get("per_dato", "--as-of", as_of, today().isoformat(), _day)
    half = f"{day.year}-{1 if day.month <= HALF else 2}"
    name = asking.get("utgave", "--edition", edition, half, _edition)
    codes = plan.organisations.codes_on(day)
    code = plan.organisations.code_on(KEEPER, day)
    first = code if code in codes else next(iter(codes), "")
    who = asking.get("ansvarlig", "--keeper", keeper, first, _keeper(plan.organisations, day))
    return Head(day, name, who)


def assumed_sentence(assumed: Iterable[tuple[str, str]]) -> str:
    """Say what was assumed, and what changes it."""
    what, options = (listed(each) for each in zip(*assumed, strict=True))
    return f"Forutsatt: {what}. Endres med {options}."


def strategy_in(folder: str, *, above: bool = False) -> Read[tuple[str, Plan]]:
    """Read a strategy as a register in a folder will name it.

    A file may lie `above` the folder too, where a register may name what is there. With it come the
    organisations in the folder's own settings.
    """

    def beside(name: str) -> bytes | None:
        data = read_file(os.path.join(folder, name))
        return data if isinstance(data, bytes) else None

    def read(text: str) -> tuple[str, Plan] | Refusal:
        named = _strategy(text, folder, above=above)
        if isinstance(named, Refusal):
            return named
        name, plan = named
        own = with_own(plan.organisations, beside, above=False)
        return name, plan._replace(organisations=own)

    return read


def _strategy(text: str, folder: str, *, above: bool) -> tuple[str, Plan] | Refusal:
    if SHIPPED.fullmatch(text):
        plan = load_plan(text, lambda _name: None)
        return plan if isinstance(plan, Refusal) else (text.replace("–", "-"), plan)
    source = read_path(text)
    if isinstance(source, Refusal):
        if os.path.lexists(text):
            return source
        shipped = listed(shipped_periods(), "eller")
        return Refusal(
            f"Finner ikke {quoted(text)}. Skriv {shipped}, som følger med, eller navnet på en "
            "strategifil (.yaml)."
        )
    name = relative(os.path.realpath(text), os.path.realpath(folder))
    outside = leads_out(folder, name) if above else None
    if isinstance(outside, Outside):
        return Refusal(f"Strategifilen {quoted(text)} {outside.why}")
    if os.path.isabs(name) or (name.startswith("../") and not above):
        return Refusal(
            f"Strategifilen {quoted(text)} ligger ikke i mappen {quoted(folder)}. Legg "
            "den der, så følger den med registeret."
        )
    plan = plan_from(source.name, source.files[0].data)
    return plan if isinstance(plan, Refusal) else (name, plan)


def _day(text: str) -> date | Refusal:
    if text.casefold() in TODAY:
        return today()
    period = named_date(text)
    if isinstance(period, Fault):
        return Refusal(f"{quoted(text)} er ikke en dato. Skriv {period.likely or '2024-06-15'}.")
    return period.last


def _edition(text: str) -> str | Refusal:
    if A_DATE.fullmatch(text.strip()):
        return Refusal(f"{quoted(text)} er en dato. Skriv navnet på utgaven, for eksempel 2024-1.")
    return read_edition_name(text)


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
