"""What one field of a measure demands of another, for the schema.

This is there for editors and other validators: in `tiltak validate` a rule finds the same and says
it better, and a test holds the two together.
"""

from tiltak_cli.domain.measure import NEEDS, Status
from tiltak_cli.domain.norwegian import listed
from tiltak_cli.sources.schema.parts import Schema
from tiltak_cli.sources.strategies import Plan

NO_END = "Et løpende tiltak har ingen frist. Ta bort «frist» eller «løpende»."
NO_DEADLINE = "Tiltaket mangler «frist». Skriv den, eller «løpende: true»."
NO_DIRECTION = "Skriv minst ett «retningsvalg», eller «opphav» for tiltak fra forrige periode."


def conditions(plan: Plan) -> list[Schema]:
    """Every condition, each with what the editor says where it is broken."""
    directions = [_needs_direction()] if plan.area_codes else []
    return [*_status_conditions(), *directions, *_area_conditions(plan)]


def _status_conditions() -> list[Schema]:
    """What a status demands of other fields."""
    # What demands the same is said together.
    needs: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for value, required in NEEDS.items():
        key = "status" if isinstance(value, Status) else "vurdering"
        needs.setdefault((key, required), []).append(str(value))
    needed: list[Schema] = [
        {
            "if": {"required": [key], "properties": {key: {"enum": values}}},
            "then": {
                "required": list(required),
                "errorMessage": (
                    f"Når «{key}» er {listed(values, 'eller')}, må tiltaket ha "
                    f"{listed([f'«{name}»' for name in required])}."
                ),
            },
        }
        for (key, required), values in needs.items()
    ]
    ongoing = {"required": ["løpende"], "properties": {"løpende": {"const": True}}}
    return [
        *needed,
        {
            "if": ongoing,
            "then": {"properties": {"frist": False}, "errorMessage": NO_END},
            "else": {"required": ["frist"], "errorMessage": NO_DEADLINE},
        },
        _only_with("gjennomført", Status.COMPLETED),
        _only_with("innlemmet_i", Status.ABSORBED),
    ]


def _needs_direction() -> Schema:
    """What was not carried over follows up at least one direction."""
    return {
        "if": {"required": ["opphav"]},
        "else": {
            "required": ["retningsvalg"],
            "properties": {"retningsvalg": {"contains": {}, "errorMessage": NO_DIRECTION}},
            "errorMessage": NO_DIRECTION,
        },
    }


def _only_with(key: str, status: Status) -> Schema:
    """A field that goes with one status only."""
    message = f"«{key}» er fylt ut, så «status» skal være {status}. Rett den ene."
    return {
        "if": {"required": [key]},
        "then": {
            "required": ["status"],
            "properties": {"status": {"const": str(status), "errorMessage": message}},
            "errorMessage": message,
        },
    }


def _area_conditions(plan: Plan) -> list[Schema]:
    """Each area's directions demand the area; never the reverse."""
    areas = {
        area.code: code for area, code in zip(plan.strategy.areas, plan.area_codes, strict=True)
    }
    children: dict[str | int, list[str | int]] = {code: [] for code in plan.area_codes}
    for direction, code in zip(plan.strategy.directions, plan.direction_codes, strict=True):
        children[areas[direction.area]].append(code)
    return [
        {
            "if": {
                "required": ["retningsvalg"],
                "properties": {"retningsvalg": {"type": "array", "contains": {"enum": codes}}},
            },
            "then": {
                "properties": {
                    "målområder": {
                        "contains": {"const": area},
                        "errorMessage": (
                            f"Ta med målområde {area}, som et av retningsvalgene hører til."
                        ),
                    }
                }
            },
        }
        for area, codes in children.items()
        if codes
    ]
