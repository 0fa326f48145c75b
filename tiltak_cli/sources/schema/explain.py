"""From a schema error to a Norwegian finding, by the keyword that failed; never by its English."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from functools import reduce
from typing import Any

from jsonschema import Draft202012Validator

from tiltak_cli.domain.fields import HEAD_KEYS, KEYS
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.domain.spelling import folded, meanings, nearest_of
from tiltak_cli.domain.synonyms import BULLET, FIELD_WORDS, PART_WORDS
from tiltak_cli.domain.values import WITHOUT_A_DEADLINE
from tiltak_cli.findings import Finding, Fix
from tiltak_cli.rules import shape_rules
from tiltak_cli.rules.base import Path
from tiltak_cli.sources.schema import say_form, say_value, whole
from tiltak_cli.sources.schema.parts import Schema
from tiltak_cli.sources.schema.say_code import code_message
from tiltak_cli.sources.schema.slot import ORGANISATION_FIELDS, Slot
from tiltak_cli.sources.schema.told import (
    Breach,
    Told,
    Words,
    comma_in_text,
    hidden_in_name,
    is_unread,
    joined_to,
    level_too_many,
    with_hidden_cause,
)
from tiltak_cli.sources.strategies import Plan
from tiltak_cli.sources.yaml.places import Located, locate

CODE_RULES = {
    "målområder": shape_rules.AREA,
    "retningsvalg": shape_rules.DIRECTION,
    "utviklingsområder": shape_rules.DEVELOPMENT,
    **dict.fromkeys(ORGANISATION_FIELDS, shape_rules.ORGANISATION),
    "status": shape_rules.STATUS,
    "prioritet": shape_rules.PRIORITY,
    "vurdering": shape_rules.ASSESSMENT,
    "opphav": shape_rules.ORIGIN,
}


class Explainer:
    """Explains what the schema says of one part of a register at a time."""

    def __init__(self, plan: Plan, day: date | None = None, measures: Iterable[Any] = ()) -> None:
        """`day` is the register's date, and `measures` all of its measures as plain data."""
        self.titles = whole.titles_in(measures)
        self.taken = whole.ids_in(measures)
        self.wrong = whole.wrong_ids(measures)
        self.named = whole.named_in(measures, self.wrong) if self.wrong else set()
        codes = plan.organisations.by_code if day else ()
        # What each is called on the register's date, where that is known.
        self.now = {code: plan.organisations.code_on(code, day) for code in codes if day}
        self.full_names = {
            full: name.code
            for organisation in plan.organisations.all
            for name in organisation.names
            for full in (name.bokmål, name.nynorsk)
        }
        self.also = plan.organisations.other_names()
        self.slots: dict[Path, Slot] = {}
        strategy = plan.strategy
        self.texts = {
            **dict.fromkeys(ORGANISATION_FIELDS, self.full_names),
            "målområder": {area.name: area.code for area in strategy.areas},
            "retningsvalg": {direction.text: direction.code for direction in strategy.directions},
            "utviklingsområder": {
                development.text: development.code for development in strategy.developments
            },
        }

    def explain(
        self, schema: Schema, value: Any, located: Located, unread: AbstractSet[str]
    ) -> tuple[list[Finding], set[str]]:
        """Every finding of a head or a measure, and the names of the fields at fault.

        Nothing is said of the fields that could not be read.
        """
        all_breaches = list(breaches(schema, value))
        unknown = {
            breach.path: _unknown_fields(breach)
            for breach in all_breaches
            if breach.keyword == "additionalProperties"
        }
        findings: dict[Path, Finding] = {}
        fields: set[str] = set()
        if not isinstance(value, dict):
            fields.update(KEYS)
        for breach in all_breaches:
            explanations = self._explanations(breach, unknown.get(breach.path, {}), value)
            for explanation in level_too_many(breach) or explanations:
                if unread and is_unread(explanation, unread):
                    continue
                fields |= {str(step) for step in explanation.path[:1] or KEYS}
                if self._follows(explanation, value):
                    continue
                # A wrong type breaks the code list too: one value, one finding.
                if explanation.path not in findings:
                    finding = explanation.rule.finding(
                        locate(located, explanation.path, key=explanation.key),
                        explanation.message,
                        whole.as_the_list_stands(explanation, located),
                    )
                    finding = finding._replace(fix=_fix(explanation, located, value))
                    findings[explanation.path] = whole.perhaps_unstated(finding, explanation)
        whole.drop_moved(findings, unknown.get((), {}))
        whole.join_swapped(findings, value, schema["properties"])
        whole.join_parted(findings, value, schema["properties"], located)
        fields.add(whole.join_date_and_text(findings, value))
        # A field that was misspelt is wrong under its right name too.
        fields |= {guess for guess in unknown.get((), {}).values() if guess}
        if one := whole.unfinished(findings, value):
            # Of a measure that is just begun nothing more is said than that.
            kept = (f for path, f in findings.items() if len(path) > 1 or f.code not in whole.GONE)
            return [one, *kept], fields | ({*KEYS} - {"id"})
        return list(findings.values()), fields

    def _follows(self, explanation: Told, part: Any) -> bool:
        """Whether a value names a measure by the id of the wrong form that it has."""
        if not self.named or not explanation.path or explanation.path[0] not in whole.REFERENCES:
            return False
        value = reduce(lambda data, step: data[step], explanation.path, part)
        return isinstance(value, str | int) and str(value) in self.named

    def _explanations(self, breach: Breach, unknown: dict[str, str], part: Any) -> Iterator[Told]:
        """What is told of a breach; `unknown` are the fields of that part that do not exist."""
        keyword, path, value = breach.keyword, breach.path, breach.value
        if keyword == "additionalProperties":
            rest_of_text = comma_in_text(breach, {n for n, guess in unknown.items() if not guess})
            twins = meanings(breach.schema["properties"], FIELD_WORDS)
            for name, guess in unknown.items():
                explanation = (
                    rest_of_text[name]
                    if name in rest_of_text
                    else _unknown(breach, name, guess, twins)
                )
                if explanation:
                    yield explanation
        elif keyword == "required":
            guesses = set(unknown.values())
            for name in breach.demand:
                if name not in value and name not in guesses:
                    yield self._with_free_id(say_form.missing(breach, name), part)
        elif say_form.is_empty(value):
            yield self._with_free_id(say_form.empty(path, value, say_form.demanded(part)), part)
        elif keyword == "uniqueItems":
            yield say_form.repeated(path, value)
        elif keyword == "maxItems":
            message = f"Strategien har ikke noe å vise til i «{say_form.field_of(path)}»."
            rule = CODE_RULES.get(str(path[0]), shape_rules.OTHER)
            yield Told(rule, path, message, remedy="Ta bort linjen.")
        else:
            explanation = with_hidden_cause(self._value(breach), say_form.field_of(path), breach)
            own = str(part.get("id", "")) if isinstance(part, dict) else ""
            explanation = whole.with_titled(explanation, value, self.titles, own)
            yield self._with_free_id(_beside(explanation, part), part)

    def _with_free_id(self, explanation: Told, part: Any) -> Told:
        """What is told, with an id as an example that no other has; `part` is the measure."""
        if explanation.path[-1:] != ("id",):
            return explanation
        taken = whole.siblings(explanation.path, part) if len(explanation.path) > 1 else self.taken
        if explanation.path == ("id",) and str(part.get("id")) in self.named:
            explanation = explanation._replace(remedy=f"{explanation.remedy} {whole.ELSEWHERE}")
        return whole.with_free_id(explanation, taken)

    def _value(self, breach: Breach) -> Told:  # noqa: PLR0911 - one answer a form
        """A value of the wrong form, or one that is not among those allowed."""
        schema, path, value = breach.schema, breach.path, breach.value
        name, wanted = say_form.field_of(path), schema.get("type")
        if wanted == "object":
            return say_form.not_fields(path, value)
        if wanted == "array":
            return say_form.not_a_list(path, value, schema["items"].get("enum", []))
        if isinstance(value, list | dict):
            return say_form.not_single(path, value)
        if "enum" in schema:
            return self._code(breach, schema["enum"])
        if wanted == ["string", "array"]:
            if "pattern" not in schema["else"]:
                return self._code(breach, schema["else"]["enum"])
            schema = schema["else"]
        if wanted == "boolean":
            return Told.of(shape_rules.YES_NO, path, say_value.yes_no_message(name, value))
        return say_form.text_value(path, value, schema.get("pattern", ""))

    def _code(self, breach: Breach, known: list[str | int]) -> Told:
        path, name = breach.path, say_form.field_of(breach.path)
        # «status» stands under «opphav» too, with fewer words.
        key = (*path[:1], name)
        if key not in self.slots:
            now = self.now if name in ORGANISATION_FIELDS else {}
            slot = Slot.of(name, known, self.texts.get(name, {}), now)
            self.slots[key] = slot._replace(also=self.also if now else {})
        position = path[-1] if isinstance(path[-1], int) else None
        slot = self.slots[key]._replace(several=breach.several, position=position)
        rule = CODE_RULES.get(str(path[0]) if path else "", shape_rules.OTHER)
        words = code_message(slot, breach.value)
        if path[:1] == ("opphav",):
            under = words.message.replace(f"«{name}»", f"«{name}» under «opphav»")
            words = words._replace(message=under)
        return Told.of(rule, path, words)


def _beside(explanation: Told, part: Any) -> Told:
    """What is told of a value, but for an advice that another field of the measure is against."""
    both = isinstance(part, dict) and part.keys() >= {"frist", "løpende"}
    if both and explanation.path == ("frist",) and explanation.remedy == WITHOUT_A_DEADLINE:
        return explanation._replace(remedy="«løpende» er allerede fylt ut, så ta bort linjen.")
    if both and explanation.path == ("løpende",) and explanation.value is None:
        return explanation._replace(remedy=say_value.TRUE_OR_FALSE)
    return explanation


def _fix(explanation: Told, located: Located, part: Any) -> Fix | None:
    """What to write instead, as data; several for one item of a list make a list of it all."""
    path, value = explanation.path, explanation.value
    if value is None:
        return None
    if isinstance(value, list) and path and isinstance(path[-1], int):
        items = reduce(lambda data, step: data[step], path[:-1], part)
        if isinstance(items, list):
            value = [*items[: path[-1]], *value, *items[path[-1] + 1 :]]
        path = path[:-1]
    return Fix((*located.prefix, *path), value, explanation.safe, explanation.key)


def breaches(schema: Schema, value: Any) -> Iterator[Breach]:
    """The errors that are ours to explain: what stands under a measure's `allOf` has its rule."""
    ours = {key: part for key, part in schema.items() if key != "allOf"}
    for error in Draft202012Validator(ours).iter_errors(value):
        # The library's types say that all of these may be unset; in an error they never are.
        parent: Any = error.schema
        if "properties" not in parent and error.validator == "required":
            # The head's demand stands under a condition, away from the fields it is about.
            parent = schema
        yield Breach(
            keyword=str(error.validator),
            demand=error.validator_value,
            value=error.instance,
            path=tuple(error.absolute_path),
            schema=parent,
            # Of what may be one value or a list, the one value stands under this word.
            several="else" in error.absolute_schema_path or error.validator == "type",
        )


def _unknown_fields(breach: Breach) -> dict[str, str]:
    """The fields that do not exist, each with the one that was meant and is not there, if any."""
    known = breach.schema["properties"]
    words = {**FIELD_WORDS, **PART_WORDS} if breach.path else FIELD_WORDS
    unused = meanings((key for key in known if key not in breach.value), words)
    unknown = (name for name in breach.value if name not in known)
    return {
        name: nearest_of(BULLET.sub("", name), unused)
        or whole.by_first_word(name, unused)
        or whole.stands_for_an_id(name, breach.value, unused)
        or joined_to(name, breach.value, unused)
        for name in unknown
    }


def _unknown(breach: Breach, name: str, guess: str, twins: Mapping[str, str]) -> Told:
    """Say that a field does not exist; `twins` are the meanings of those that do."""
    hidden = hidden_in_name(name, breach.path, breach.schema["properties"])
    if hidden:
        return hidden
    where = f" i «{say_form.field_of(breach.path)}»" if breach.path else ""
    twin = "" if guess else nearest_of(name, twins)
    if guess:
        remedy = f"Mente du «{guess}»?"
    elif twin:
        remedy = f"«{twin}» er allerede fylt ut, så ta bort linjen eller rett navnet."
    elif not breach.path and name in whole.OWNERS:
        remedy = f"«{name}» hører til «{whole.OWNERS[name]}». Rykk linjen inn under den."
    elif not breach.path and name in HEAD_KEYS:
        remedy = f"«{name}» hører hjemme øverst i registeret. Ta bort linjen her."
    elif name in KEYS and "tiltak" in breach.schema["properties"]:
        remedy = f"«{name}» hører til et tiltak. Flytt linjen dit, eller ta den bort."
    else:
        remedy = "Rett navnet, eller ta bort linjen."
    message = f"Feltet {quoted(name)} finnes ikke{where}."
    sure = folded(name) == guess or FIELD_WORDS.get(folded(name)) == guess
    words = Words(message, remedy, guess or None, sure)
    return Told.of(shape_rules.UNKNOWN_FIELD, (*breach.path, name), words, key=True)
