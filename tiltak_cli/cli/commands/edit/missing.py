"""What a status or an assessment demands besides: named all at once, or asked for."""

from typing import Any, NamedTuple

from tiltak_cli.cli.commands.edit.asking import ask
from tiltak_cli.cli.common import console
from tiltak_cli.domain.fields import BY_KEY, FIELDS, Kind
from tiltak_cli.domain.norwegian import listed
from tiltak_cli.domain.values import Fault, value_of
from tiltak_cli.edits.asked.assign import codes_of, needs
from tiltak_cli.edits.asked.ways import Assignment, Way
from tiltak_cli.edits.opened import Opened
from tiltak_cli.rules.status_rules import STATUS_RULES
from tiltak_cli.sources.yaml.order import in_order
from tiltak_cli.sources.yaml.places import LIST

DEMANDING = ("status", "vurdering")


class Lacking(NamedTuple):
    """The fields that are demanded and not there, each with the value that demands it."""

    demanded: dict[str, str]
    plain: dict[str, object]

    @property
    def explained(self) -> frozenset[str]:
        """The codes of the rules that would say the same."""
        return frozenset(
            rule.code
            for rule in STATUS_RULES
            if rule.reads[0] in DEMANDING and rule.reads[1] in self.demanded
        )

    @property
    def demands(self) -> str:
        """What is demanded by what."""
        by_value: dict[str, list[str]] = {}
        for key, value in self.demanded.items():
            field = next(name for name in DEMANDING if self.plain.get(name) == value)
            by_value.setdefault(f"{field} {value}", []).append(f"«{key}»")
        return listed(f"{value} krever {listed(keys)}" for value, keys in by_value.items())

    def sentence(self, identity: str) -> str:
        """The same, and what to add on the command line."""
        add = " ".join(f"{key}={example(key)}" for key in self.demanded)
        return f"{identity}: {self.demands}. Legg til {add}"


def lacking(before: dict[str, object], after: dict[str, object]) -> Lacking:
    """What is demanded of a measure after an edit, and was not demanded in vain before."""
    old = needs(before)
    return Lacking({key: by for key, by in needs(after).items() if key not in old}, after)


def required(register: Opened, plain: dict[str, Any]) -> list[str]:
    """The fields that a new measure must have, in order, as its other fields are."""
    keys = {field.key for field in FIELDS if field.required and field.kind is not Kind.ID}
    if not plain.get("løpende"):
        keys.add("frist")
    if register.plan.area_codes and not plain.get("opphav"):
        keys.add("retningsvalg")
    return in_order([*keys, *(key for key in needs(plain) if key not in keys)], (LIST,))


def example(key: str) -> str:
    """What to write for a field on the command line, as an example."""
    kind = BY_KEY[key].kind
    if kind is Kind.DAY:
        return "DATO"
    if kind is Kind.REFERENCE:
        return "ID"
    return '"…"' if kind is Kind.TEXT else "…"


def asked_for(register: Opened, identity: str, demanded: Lacking) -> list[Assignment]:
    """What someone at the terminal answers for each field; nothing where there is nobody.

    An empty answer ends it.
    """
    if not console.somebody():
        return []
    given = []
    for key, by in demanded.demanded.items():
        answer = answered(register, key, f"{identity}: {by} krever «{key}».")
        if not answer:
            return []
        given.append(Assignment(Way(key), "=", answer))
    return given


def answered(register: Opened, key: str, about: str) -> str:
    """An answer that can be taken for a field, or nothing where Enter is all that is given."""
    field = BY_KEY[key]
    console.write_status(f"{about} {field.help}\n")
    while answer := ask(f"{field.nb}: "):
        value = value_of(key, answer, codes_of(register.plan, key, register.ids))
        if not isinstance(value, Fault):
            break
        console.write_status(f"  {value.sentence}\n")
    return answer
