"""Plain data to measures. A value that the schema has rejected becomes an empty one."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from tiltak_cli.domain.deadline import PartialDate, parse_day, parse_partial
from tiltak_cli.domain.fields import FIELDS, Kind
from tiltak_cli.domain.measure import (
    Assessment,
    Document,
    Measure,
    Milestone,
    Origin,
    Priority,
    Status,
)
from tiltak_cli.rules.base import Path
from tiltak_cli.sources.schema.parts import DAY

_DAY = re.compile(DAY)
_STATUSES = {status.value: status for status in Status}
_PRIORITIES = {priority.value: priority for priority in Priority}
_ASSESSMENTS = {assessment.value: assessment for assessment in Assessment}


def build_measure(data: dict[str, Any]) -> Measure:
    """Make a measure from plain data as read."""
    get = data.get
    return Measure._make(
        [empty if (value := get(key)) is None else convert(value) for key, convert, empty in _PLAN]
    )


def unknown_fields(data: dict[str, Any], measure: Measure) -> frozenset[str]:
    """The keys of fields whose values, as read, mean nothing that the measure could keep."""
    unknown = {
        key
        for (key, _, empty), value in zip(_PLAN, measure, strict=True)
        if value == empty and (raw := data.get(key)) and raw != empty
    }
    milestones = data.get("milepæler")
    if isinstance(milestones, list) and not all(map(_clear, milestones)):
        unknown.add("milepæler")
    return frozenset(unknown)


def _clear(milestone: Any) -> bool:
    """Whether a milestone has an id, and dates that are dates."""
    return (
        isinstance(milestone, dict)
        and isinstance(milestone.get("id"), str)
        and (milestone.get("frist") is None or _partial(milestone["frist"]) is not None)
        and (milestone.get("nådd") is None or _day(milestone["nådd"]) is not None)
    )


def impossible_dates(data: dict[str, Any]) -> list[tuple[Path, str]]:
    """Dates of the right form that no calendar has (30 February), with their paths."""
    dates: list[tuple[Path, str]] = [
        ((key,), data[key]) for key in _DATE_KEYS if impossible_date(data.get(key))
    ]
    milestones = data.get("milepæler")
    for position, milestone in enumerate(milestones if isinstance(milestones, list) else ()):
        if isinstance(milestone, dict):
            dates += [
                (("milepæler", position, key), milestone[key])
                for key in ("frist", "nådd")
                if impossible_date(milestone.get(key))
            ]
    return dates


def impossible_date(value: Any) -> bool:
    """Whether a value is written as a day, but is none."""
    if not isinstance(value, str) or len(value) != len("2024-02-30") or parse_day(value):
        return False
    return _DAY.search(value) is not None


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _codes(value: Any) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple([str(item) for item in value if isinstance(item, str | int)])
    return (value,) if isinstance(value, str) and value.strip() else ()


def _partial(value: Any) -> PartialDate | None:
    return parse_partial(str(value)) if isinstance(value, str | int) else None


def _day(value: Any) -> date | None:
    return parse_day(value) if isinstance(value, str) else None


def _flag(value: Any) -> bool:
    return value is True


def _status(value: Any) -> Status | None:
    return _STATUSES.get(_text(value))


def _priority(value: Any) -> Priority | None:
    return _PRIORITIES.get(_text(value))


def _assessment(value: Any) -> Assessment | None:
    return _ASSESSMENTS.get(_text(value))


def _dicts(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _milestones(value: Any) -> tuple[Milestone, ...]:
    if not isinstance(value, list):
        return ()
    # A faulty item keeps its position, so that paths still lead to the right one.
    items = [item if isinstance(item, dict) else {} for item in value]
    return tuple(
        Milestone(
            _text(item.get("id")),
            _text(item.get("tekst")),
            _partial(item.get("frist")),
            _day(item.get("nådd")),
        )
        for item in items
    )


def _documents(value: Any) -> tuple[Document, ...]:
    return tuple(
        Document(_text(item.get("tittel")), _text(item.get("lenke"))) for item in _dicts(value)
    )


def _origin(value: Any) -> Origin | None:
    if not isinstance(value, dict):
        return None
    return Origin(_text(value.get("periode")), _text(value.get("id")), _text(value.get("status")))


_CONVERT: dict[Kind, Callable[[Any], Any]] = {
    Kind.ID: _text,
    Kind.TEXT: _text,
    Kind.AREAS: _codes,
    Kind.DIRECTIONS: _codes,
    Kind.DEVELOPMENTS: _codes,
    Kind.ORGANISATIONS: _codes,
    Kind.PARTICIPANTS: _codes,
    Kind.STATUS: _status,
    Kind.PRIORITY: _priority,
    Kind.ASSESSMENT: _assessment,
    Kind.DAY: _day,
    Kind.PARTIAL_DATE: _partial,
    Kind.FLAG: _flag,
    Kind.MILESTONES: _milestones,
    Kind.DOCUMENTS: _documents,
    Kind.ORIGIN: _origin,
    Kind.REFERENCE: _text,
    Kind.REFERENCES: _codes,
}
# Key, what makes its value, and the value where the file says nothing.
_PLAN = tuple((f.key, _CONVERT[f.kind], _CONVERT[f.kind](None)) for f in FIELDS)
_DATE_KEYS = tuple(field.key for field in FIELDS if field.kind in (Kind.DAY, Kind.PARTIAL_DATE))
