"""Measures for programs: the register's own keys and values, with what is derived beside them."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.register import Register
from tiltak_cli.overview import situation

VERSION = 1


def measures_json(
    register: Register, plain: Sequence[Any], chosen: tuple[Measure, ...], day: date
) -> str:
    """The head and the chosen measures; `plain` is the data as read, in the register's order."""
    wanted = {measure.id: measure for measure in chosen}
    items = [
        {**data, "avledet": _derived(wanted[data["id"]], day)}
        for data in plain
        if data["id"] in wanted
    ]
    head = {
        "versjon": VERSION,
        "strategi": register.strategy.title,
        "utgave": register.edition,
        "per_dato": register.as_of.isoformat(),
        "rapportdato": day.isoformat(),
        "ansvarlig": register.keeper,
    }
    return json.dumps({**head, "tiltak": items}, ensure_ascii=False, indent=2) + "\n"


def _derived(measure: Measure, day: date) -> dict[str, object]:
    return {
        "situasjon": str(situation(measure, day)),
        "forsinket": measure.overdue(day),
        "ikke_startet_etter_plan": measure.late_start(day),
        "siste_frist": measure.deadline.last.isoformat() if measure.deadline else None,
    }
