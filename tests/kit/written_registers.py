"""Registers written as YAML from plain data, under the shipped strategy and one of another kind."""

import json
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from command import DATA
from support import check

from tiltak_cli.domain.fields import Field, Kind
from tiltak_cli.domain.register import Register
from tiltak_cli.rules.base import UNCLEAR
from tiltak_cli.sources.register.build import build_measure
from tiltak_cli.sources.strategies import Plan, plan_from, shipped_plan

Data = dict[str, Any]
STRATEGY_FILE = "strategi.yaml"
MUNICIPALITY = (DATA / "kommuneplan" / STRATEGY_FILE).read_bytes()


class World(NamedTuple):
    """A strategy, what stands in the head of a register under it, and the files beside it."""

    plan: Plan
    head: Data
    siblings: dict[str, bytes]


def shipped() -> World:
    """The strategy that comes with the tool."""
    plan = shipped_plan("2021-2025")
    assert plan
    return World(plan, {"strategi": "2021-2025", "per_dato": "2023-10-15", "ansvarlig": "KDD"}, {})


def municipality(strategy: bytes = MUNICIPALITY) -> World:
    """A municipality's own strategy, with areas, directions and organisations of its own."""
    plan = plan_from(STRATEGY_FILE, strategy)
    assert isinstance(plan, Plan)
    head = {"strategi": STRATEGY_FILE, "per_dato": "2024-11-01", "ansvarlig": "OPP"}
    return World(plan, head, {STRATEGY_FILE: strategy})


def text_of(world: World, measures: Sequence[Data], **head: Any) -> str:
    """A register's text: each field's value as JSON, which YAML holds."""
    lines = [
        f"{key}: {written(value)}" for key, value in {**world.head, "utgave": "1", **head}.items()
    ]
    lines.append("tiltak:" if measures else "tiltak: []")
    for measure in measures:
        fields = [f"  {key}: {written(value)}" for key, value in measure.items()]
        lines += [f"-{fields[0][1:]}", *fields[1:]]
    return "\n".join([*lines, ""])


def written(value: Any) -> str:
    """A value as JSON."""
    return json.dumps(value, ensure_ascii=False)


def opened(world: World, text: str) -> Register:
    """The register as `tiltak diff` reads it: rules may be broken, but it must be clear."""
    loaded = check(text, world.siblings)
    assert loaded.register is not None, loaded.findings
    assert not [f for f in loaded.errors if f.code.startswith(UNCLEAR)], loaded.errors
    return loaded.register


@cache
def _empty(reference: str) -> Register:
    world = shipped() if reference == shipped().head["strategi"] else municipality()
    return opened(world, text_of(world, []))


def built(world: World, measures: Sequence[Data]) -> Register:
    """The same register without the text: a tenth of the time."""
    empty = _empty(world.head["strategi"])
    return empty._replace(measures=tuple(map(build_measure, measures)))


def required(world: World, **values: Any) -> Data:
    """A measure with no more than it must have."""
    return {
        "id": "T001",
        "tittel": "Felles mal for høringer",
        "beskrivelse": "Alle bruker samme mal.",
        "målområder": [world.plan.area_codes[0]],
        "ansvarlig": world.head["ansvarlig"],
        "status": "vedtatt",
        "prioritet": "middels",
        **values,
    }


def two_values(world: World, field: Field) -> tuple[Any, ...]:
    """Two values that a field may have, or as many as there are."""
    plan = world.plan
    codes = plan.organisations.codes_on(date.fromisoformat(world.head["per_dato"]))
    milestone = {"id": "M1", "tekst": "Utkast er sendt"}
    document = {"tittel": "Mandat", "lenke": "https://dfo.no/a"}
    origin = {"periode": "2016-2020", "id": "1.4", "status": "vedtatt"}
    return {
        Kind.TEXT: ("Saken avgjøres i mai.", "Saken avgjøres i juni."),
        Kind.AREAS: ([plan.area_codes[0]], [plan.area_codes[-1]]),
        Kind.DIRECTIONS: ([plan.direction_codes[0]], [plan.direction_codes[-1]]),
        Kind.DEVELOPMENTS: tuple([code] for code in plan.development_codes[:2]),
        Kind.ORGANISATIONS: ([codes[0]], [codes[1]]),
        Kind.PARTICIPANTS: ([codes[0]], [codes[1]]),
        Kind.STATUS: ("vedtatt", "igangsatt"),
        Kind.PRIORITY: ("høy", "lav"),
        Kind.ASSESSMENT: ("gul", "rød"),
        Kind.DAY: ("2023-03-01", "2023-04-01"),
        Kind.PARTIAL_DATE: ("2024", "2024-Q2"),
        Kind.FLAG: (True,),
        Kind.MILESTONES: ([milestone], [{**milestone, "tekst": "Høring er holdt"}]),
        Kind.DOCUMENTS: ([document], [document, {**document, "lenke": "https://dfo.no/b"}]),
        Kind.ORIGIN: (origin, {**origin, "status": "igangsatt"}),
        Kind.REFERENCE: ("T901", "T902"),
        Kind.REFERENCES: (["T901"], ["T902"]),
    }[field.kind]
