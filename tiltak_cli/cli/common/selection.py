"""Options to a selection of measures, with one sentence for a value that does not exist."""

from collections.abc import Iterable
from datetime import date

from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.cli.common.words import one_of
from tiltak_cli.domain.measure import Measure, Status
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.domain.register import Register
from tiltak_cli.domain.selection import Selection, select
from tiltak_cli.domain.spelling import folded
from tiltak_cli.domain.synonyms import STATUS_WORDS

LATE_WORDS = ("forsinket", "forsinka", "over fristen")


def choose(
    register: Register,
    day: date,
    ministries: list[str] | None,
    areas: list[str] | None,
    directions: list[str] | None,
    statuses: list[str] | None,
    *,
    overdue: bool,
) -> tuple[Measure, ...]:
    """The measures that the options choose, or a refusal of what does not exist."""
    strategy = register.strategy
    selection = Selection(
        _organisations(register, ministries),
        _known("målområdet", areas, [area.code for area in strategy.areas]),
        _known("retningsvalget", directions, [d.code for d in strategy.directions]),
        _known("statusen", statuses, [str(s) for s in Status], STATUS_WORDS),
        overdue,
    )
    return select(register, selection, day)


def audience(register: Register, ministries: list[str] | None) -> tuple[str, ...]:
    """The organisations that `--for` names, by their abbreviations on the register's date."""
    day, organisations = register.as_of, register.organisations
    codes = _organisations(register, ministries)
    return tuple(dict.fromkeys(organisations.code_on(code, day) for code in codes))


def _organisations(register: Register, given: list[str] | None) -> tuple[str, ...]:
    names = {folded(full): code for full, code in register.organisations.full_names().items()}
    codes = [names.get(folded(word), word) for word in given or ()]
    return _known("departementet", codes, register.organisations.by_code, names)


def _known(
    what: str,
    values: list[str] | None,
    known: Iterable[str],
    synonyms: dict[str, str] | None = None,
) -> tuple[str, ...]:
    codes = list(known)
    for value in values or ():
        if folded(value) in LATE_WORDS:
            reckoned = "Forsinkelse regnes ut av fristen: bruk --overdue."
            raise refuse(f"Finner ikke {what} {quoted(value)}. {reckoned}")
    return tuple(one_of(what, value, codes, synonyms) for value in values or ())
