"""The schema check: a fast gate that says valid or not, and an explanation of what is not.

The gate is jsonschema-rs; jsonschema is imported only for what fails, because its errors carry the
keyword and the value that the Norwegian sentences are made from. A test holds the two equal.
"""

from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import Any, NamedTuple

from jsonschema_rs import Draft202012Validator

from tiltak_cli.domain.deadline import parse_day
from tiltak_cli.findings import Finding
from tiltak_cli.rules.base import HEAD
from tiltak_cli.sources.register.parts import Parts
from tiltak_cli.sources.schema.make import json_schema
from tiltak_cli.sources.schema.parts import END, Schema
from tiltak_cli.sources.strategies import Plan

NOTHING: frozenset[str] = frozenset()


class Shape(NamedTuple):
    """What the schema says, by the position of the measure (or the head's).

    `failed` are the measures that the gate stopped: what stands under `allOf` is not explained
    here, for a rule does. `faulty` are the fields that are known to be wrong.
    """

    findings: tuple[tuple[int, Finding], ...]
    failed: tuple[int, ...]
    faulty: dict[int, set[str]]


def check_shape(plan: Plan, parts: Parts) -> Shape:
    """Check a register's head and measures (plain data as read) against its strategy's schema."""
    schema, gate = _kept(plan)
    head, measures = parts.head, parts.measures
    if gate.is_valid({**head, "tiltak": measures}):
        return Shape((), (), {})
    from tiltak_cli.sources.schema.explain import Explainer

    measure_schema: Schema = schema["$defs"]["tiltak"]
    gate = _kept_of_measures(plan)
    failed = tuple(n for n, measure in enumerate(measures) if not gate.is_valid(measure))
    explainer = Explainer(plan, parse_day(str(head.get("per_dato"))), measures)
    findings: list[tuple[int, Finding]] = []
    faulty: dict[int, set[str]] = {}

    def unread(index: int) -> AbstractSet[str]:
        return parts.unread.get(index, NOTHING)

    for index in (HEAD, *failed):
        explained, faulty[index] = (
            explainer.explain(schema, {**head, "tiltak": []}, parts.head_located, unread(HEAD))
            if index == HEAD
            else explainer.explain(
                measure_schema, measures[index], parts.located[index], unread(index)
            )
        )
        findings += [(index, finding) for finding in explained]
    return Shape(tuple(findings), failed, faulty)


@lru_cache(maxsize=1)
def _kept(plan: Plan) -> tuple[Schema, Draft202012Validator]:
    """A plan's schema and gate. The last ones are kept: two editions mostly have the same plan."""
    schema = json_schema(plan)
    return schema, _gate(schema)


@lru_cache(maxsize=1)
def _kept_of_measures(plan: Plan) -> Draft202012Validator:
    """A plan's gate for a measure alone, kept too: each fix is tried by checking all once more."""
    return _gate(_kept(plan)[0]["$defs"]["tiltak"])


def _gate(schema: Schema) -> Draft202012Validator:
    return Draft202012Validator(_strict_anyway(schema))


def _strict_anyway(schema: Any) -> Any:
    """The schema with a plain «$» at the end of its patterns.

    To Rust that is the end and nothing else, and the look-ahead that Python needs doubles the time.
    """
    if isinstance(schema, dict):
        return {
            key: value.replace(END, "$") if key == "pattern" else _strict_anyway(value)
            for key, value in schema.items()
        }
    return [_strict_anyway(item) for item in schema] if isinstance(schema, list) else schema
