"""`validate --against`, `--stale-days` and `--since`: what the past says of a register."""

import os
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from tiltak_cli.changes.history import Cut, History
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.clock import today
from tiltak_cli.cli.common.stop import found, refuse
from tiltak_cli.domain.measure import EVERYONE
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import in_order
from tiltak_cli.overview.attention import Lookback, lookback
from tiltak_cli.rules.base import Past
from tiltak_cli.rules.past_rules import STALE, goes_on
from tiltak_cli.sources.default import default_path
from tiltak_cli.sources.files import Refusal, Source, leads_out
from tiltak_cli.sources.git.run import Absent
from tiltak_cli.sources.history.before import changed_since, read_past, unchanged_since
from tiltak_cli.sources.register.judge import Governed, counts
from tiltak_cli.sources.register.load import Loaded
from tiltak_cli.sources.register.settings import Settings
from tiltak_cli.sources.sides.find import path_of, perhaps_in_git, split_side, where_then
from tiltak_cli.wording import NB, Phrase

NOT_KNOWN_WHEN = (
    "Mappen er ikke et git-depot, så det er ikke kjent når tiltakene sist ble endret. "
    "Ta bort «stale-days»."
)


class Asked(NamedTuple):
    """The past that a register is held against, and why not all of it is known."""

    past: Past
    cut: Cut | None = None

    def lacking(self, loaded: Loaded, settings: Settings, report_date: date | None) -> str:
        """Say what could not be judged of a register; nothing where all that counts was."""
        register = loaded.register
        if self.cut is None or register is None or not counts(STALE, settings):
            return ""
        day, unknown = report_date or register.as_of, self.past.unknown
        number = sum(m.id in unknown and goes_on(m, day) for m in register.measures)
        return NB.phrases(self.cut.of_stale(number, self.past.days)) if number else ""


def past_of(
    path: str, source: Source, settings: Settings, report_date: date | None
) -> Asked | Refusal:
    """The earlier edition that the settings name, and what nobody has touched for long.

    How long is counted from the report date where one is given, else from today. A file that is
    named in the settings lies beside the register, as they do.
    """
    past: Past | Refusal = Past()
    if settings.against:
        against = _against(source, settings)
        past = against if isinstance(against, Refusal) else read_past(against, path, source)
    if isinstance(past, Refusal):
        named = "against" in settings.given or "«against»" in past.sentence
        return past if named else Refusal(f"Innstillingen «against»: {past.sentence}")
    if not settings.stale_days:
        return Asked(past)
    still = unchanged_since(path, source, settings.stale_days, report_date or today())
    if isinstance(still, Refusal):
        return still if perhaps_in_git(path) else Refusal(NOT_KNOWN_WHEN)
    past = past._replace(still=still.ids, days=settings.stale_days, unknown=still.unknown)
    return Asked(past, still.cut)


def _against(source: Source, settings: Settings) -> str | Refusal:
    """What a register is to be held against; the settings may name no file outside."""
    named, beside = settings.against, source.beside(settings.against)
    there = os.path.lexists(named) or not os.path.lexists(beside)
    name = named if there else beside
    # A revision is the register's own, but what is read at it may have a path.
    path = path_of(name)
    if path is not None and "against" not in settings.given:
        outside = leads_out(source.folder, os.path.abspath(path))
        if outside:
            what = f"Utgaven {quoted(named)} i innstillingen «against»"
            return Refusal(f"{what} {outside.why} Velg en annen.")
        if split_side(name)[0] is None and not os.path.lexists(path):
            return Refusal(
                f"Innstillingen «against» viser til {quoted(named)}, som ikke finnes. Rett navnet, "
                "eller ta bort innstillingen."
            )
    return name


def lookback_of(
    path: str | None, revision: str | None = None, *, with_editions: bool = False
) -> Lookback:
    """What git tells of a register's past; nothing where there is no history to ask.

    Of its editions only where they are asked for.
    """
    from tiltak_cli.cli.common.progress import counting
    from tiltak_cli.sources.history.read import read_history

    side = path or default_path()
    if side is None or side == "-":
        return Lookback()
    side = f"{revision}:{side}" if revision else side
    with counting("Leser revisjon") as progress:
        history = read_history(side, progress, with_editions=with_editions)
        if isinstance(history, Refusal) and (then := where_then(side)):
            history = read_history(then, progress, with_editions=with_editions)
    if isinstance(history, History):
        return lookback(history)
    if isinstance(history, Absent) or not perhaps_in_git(side):
        return Lookback()
    return Lookback(cut=Cut("lost", reason=history.sentence))


def warn(cut: Cut | None, say: Callable[[Cut], tuple[Phrase, ...]], *, shown: bool = False) -> None:
    """Say to who makes a file what its readers are told in it of the past, and the reason.

    Where it is `shown` to the same person it is not said again.
    """
    if cut and (cut.reason or not shown):
        console.complain(f"{NB.phrases(say(cut))} {cut.reason}".strip())


def comparable(past: Past, governed: Governed) -> None:
    """Refuse an earlier edition under another strategy, of which nothing can have vanished."""
    old, new = past.register, governed.loaded.register
    if old is not None and new is not None and old.strategy.title != new.strategy.title:
        raise refuse(
            f"«{past.name}» hører til en annen strategi ({quoted(old.strategy.title, 60)}). "
            "Sammenlign med en utgave av samme oversikt."
        )


def only_of(governed: Governed, ministries: list[str]) -> Governed:
    """Leave out findings on measures in which some organisations have no role.

    What is about no measure is everybody's, and so is a measure whose roles are not clear.
    """
    from tiltak_cli.cli.common.selection import choose

    loaded = governed.loaded
    register = loaded.register or loaded.partial
    if register is None:
        return governed
    chosen = choose(register, register.as_of, ministries, None, None, None, overdue=False)
    known = {*register.organisations.by_code, EVERYONE}
    own = {m.id for m in chosen} | {m.id for m in register.measures if {*m.roles()} - known}
    own |= {m.id for m in register.measures if not m.responsible} | {""}
    kept = [finding for finding in loaded.findings if finding.measure_id in own]
    hidden = loaded.hidden._replace(others=len(loaded.findings) - len(kept))
    return governed._replace(loaded=loaded._replace(findings=in_order(kept), hidden=hidden))


def only_since(path: str, governed: Governed, revision: str) -> Governed:
    """Leave out findings on measures that are as they were at a revision."""
    changed = found(changed_since(governed.loaded, path, revision))
    loaded = governed.loaded
    kept = [finding for finding in loaded.findings if changed.holds(finding)]
    hidden = loaded.hidden._replace(unchanged=len(loaded.findings) - len(kept))
    return governed._replace(loaded=loaded._replace(findings=in_order(kept), hidden=hidden))
