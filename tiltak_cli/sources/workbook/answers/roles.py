"""«Rollen deres»: whether those who fill in a workbook still take part in a measure of others."""

from collections.abc import Iterator, Mapping
from typing import Any

from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.domain.spelling import folded
from tiltak_cli.sources.workbook.answers.entries import Entry, Spoilt
from tiltak_cli.sources.workbook.shown import LEAVES, ROLE_NOW, TAKES_PART
from tiltak_cli.sources.workbook.written import seen_text

FIELD = "deltakere"
FIXED = "Rollen følger av Ansvarlig, Utførende og Deltakere. Skriv et innspill i stedet."
CHOOSE = f"Velg {TAKES_PART} eller {LEAVES}."


def role_entry(
    identity: str,
    measure: Mapping[str, Any],
    cell: tuple[str, Mapping[str, object]],
    was: str | None,
    mine: str,
) -> Iterator[Entry | Spoilt]:
    """What someone has chosen as their role, if it is another than it `was`, where that is known.

    `cell` is its name and the values of its row; `mine` is the one who may leave, by abbreviation.
    """
    place, values = cell
    now = seen_text(values[ROLE_NOW])
    named = measure.get(FIELD)
    names = named if isinstance(named, list) else [named] if named else []
    if was is None:
        was = TAKES_PART if mine in names and folded(now) == LEAVES else now
    if folded(now) == folded(seen_text(was)):
        return
    about = f"{identity}, {FIELD}"
    listed = ", ".join(map(str, names))
    if was != TAKES_PART or mine not in names:
        yield Spoilt(place, about, FIXED)
    elif folded(now) != LEAVES:
        yield Spoilt(place, about, f"{quoted(now)} er ingen rolle. {CHOOSE}")
    elif FIELD in values and seen_text(values[FIELD]) != listed:
        yield Spoilt(place, about, "Både rollen og Deltakere er endret. Endre bare den ene.")
    else:
        yield Entry(identity, (FIELD,), place, named, [name for name in names if name != mine])
