"""What `init` has to know: from options, from somebody at a terminal, or assumed and said so."""

from typing import NamedTuple

from tiltak_cli.cli.commands.init.place import Place
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.clock import today
from tiltak_cli.cli.common.options import DEFAULT_STRATEGY
from tiltak_cli.cli.common.start.head import Asking, head_of, strategy_in
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.edits.start.files import SERVERS, Beginning
from tiltak_cli.sources.files import Refusal
from tiltak_cli.sources.strategies import Plan

NONE = "none"


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
    asking = Asking(someone=ask and console.somebody())
    get = asking.get
    strategy = given.strategy or place.strategy
    reading = strategy_in(place.folder)
    reference, plan = get("strategi", "--strategy", strategy, DEFAULT_STRATEGY, reading)
    day, edition, keeper = today(), "", ""
    if not there:
        day, edition, keeper = head_of(asking, plan, given.edition, given.as_of, given.keeper)
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
    assumed = tuple(pair for pair in asking.assumed if pair[1] != "--ci")
    return Answers(beginning, plan, assumed)


def _server(text: str) -> str | Refusal:
    name = text.strip().casefold()
    if name in SERVERS or name == NONE:
        return "" if name == NONE else name
    return Refusal(f"{quoted(text)} er ikke kjent. Skriv {listed((*SERVERS, NONE), 'eller')}.")
