"""From a schema error to a Norwegian finding, by the keyword that failed; never by its English."""

from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator

from tiltak_cli.domain.fields import BY_KEY, HEAD_KEYS, KEYS
from tiltak_cli.domain.words import FIELD_WORDS, nearest, quoted
from tiltak_cli.findings import Finding
from tiltak_cli.rules import shape_rules
from tiltak_cli.rules.base import Path
from tiltak_cli.sources import schema_parts, value_messages
from tiltak_cli.sources.places import Located, locate
from tiltak_cli.sources.schema_parts import Schema
from tiltak_cli.sources.schema_told import (
    Breach,
    Told,
    comma_in_text,
    hidden_in_name,
    with_hidden_cause,
)
from tiltak_cli.sources.strategies import Plan
from tiltak_cli.sources.value_messages import form_of, plain

ORGANISATION_FIELDS = ("ansvarlig", "utførende", "deltakere")
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
# Parts with fields of their own: how one is written, what it is called, and what it must have.
PARTS = {
    "opphav": "opphav: {periode: 2016-2020, status: vedtatt}",
    "milepæler": "- {id: M1, tekst: Rapport, frist: 2024}",
    "dokumentasjon": "- {tittel: Mandat, lenke: https://…}",
}
BLANKS = " \t\r\n\u00a0"
PART_NAMES = {"opphav": "opphavet", "milepæler": "milepælen", "dokumentasjon": "dokumentet"}
NEEDED_IN_PARTS = ("id", "tekst", "tittel", "lenke", "periode", "status")


class Explainer:
    """Explains what the schema says of one part of a register at a time."""

    def __init__(self, plan: Plan) -> None:
        self.full_names = {
            full: name.code
            for organisation in plan.organisations.all
            for name in organisation.names
            for full in (name.bokmål, name.nynorsk)
        }
        self.codes = list(plan.organisations.by_code)

    def explain(
        self, schema: Schema, value: Any, located: Located
    ) -> tuple[list[Finding], set[str]]:
        """Every finding of a head or a measure, and the names of the fields at fault."""
        found = list(breaches(schema, value))
        guesses = {
            (breach.path, guess)
            for breach in found
            for _, guess in _unknown_fields(breach)
            if guess
        }
        findings: dict[Path, Finding] = {}
        fields: set[str] = set()
        identity = value if isinstance(value, dict) else {}
        if not isinstance(value, dict):
            fields.update(KEYS)
        for breach in found:
            for told in self._told(breach, guesses):
                fields |= {str(step) for step in told.path[:1]}
                # A wrong type breaks the code list too: one value, one finding.
                if told.path not in findings:
                    findings[told.path] = told.rule.finding(
                        locate(located, told.path, key=told.key),
                        told.message,
                        told.remedy,
                        measure_id=_text(identity.get("id")),
                        measure_title=_text(identity.get("tittel")),
                    )
        # A field that was misspelt is wrong under its right name too.
        fields |= {guess for path, guess in guesses if not path}
        return list(findings.values()), fields

    def _told(self, breach: Breach, guesses: set[tuple[Path, str]]) -> Iterator[Told]:
        keyword, path, value = breach.keyword, breach.path, breach.value
        if keyword == "additionalProperties":
            unknown = dict(_unknown_fields(breach))
            rest_of_text = comma_in_text(breach, [n for n in unknown if not unknown[n]])
            for name, guess in unknown.items():
                told = rest_of_text.get(name, _unknown(breach, name, guess))
                if told:
                    yield told
        elif keyword == "required":
            for name in breach.demand:
                if name not in value and (path, name) not in guesses:
                    yield _missing(breach, name)
        elif value is None or value == [] or (isinstance(value, str) and not value.strip(BLANKS)):
            yield _empty(path, value)
        elif keyword == "uniqueItems":
            yield _repeated(path, value)
        elif keyword == "maxItems":
            message = f"Strategien har ikke noe å vise til i «{_field_of(path)}»."
            rule = CODE_RULES.get(str(path[0]), shape_rules.OTHER)
            yield Told(rule, path, message, "Ta bort linjen.")
        else:
            yield with_hidden_cause(self._value(breach), _field_of(path), breach)

    def _value(self, breach: Breach) -> Told:  # noqa: PLR0911 - one answer a form
        """A value of the wrong form, or one that is not among those allowed."""
        schema, path, value = breach.schema, breach.path, breach.value
        name, wanted = _field_of(path), schema.get("type")
        if wanted == "object":
            return _not_fields(path, value)
        if wanted == "array":
            return _not_a_list(path, value, schema["items"].get("enum", []))
        if isinstance(value, list | dict):
            return _not_single(path, value)
        if "enum" in schema:
            return self._code(path, value, schema["enum"])
        if wanted == ["string", "array"]:
            if "pattern" not in schema["else"]:
                return self._code(path, value, schema["else"]["enum"])
            schema = schema["else"]
        if wanted == "boolean":
            return Told(shape_rules.YES_NO, path, *value_messages.yes_no_message(name, value))
        return _text_value(path, value, schema.get("pattern", ""))

    def _code(self, path: Path, value: Any, known: list[str | int]) -> Told:
        name = _field_of(path)
        full_names = self.full_names if name in ORGANISATION_FIELDS else {}
        rule = CODE_RULES.get(str(path[0]) if path else "", shape_rules.OTHER)
        in_list = isinstance(path[-1], int)
        words = value_messages.code_message(name, value, known, full_names, in_list=in_list)
        if path[:1] == ("opphav",):
            words = words[0].replace(f"«{name}»", f"«{name}» under «opphav»"), words[1]
        return Told(rule, path, *words)


def breaches(schema: Schema, value: Any) -> Iterator[Breach]:
    """The errors that are ours to explain: what stands under a measure's `allOf` has its rule."""
    for error in Draft202012Validator(schema).iter_errors(value):
        if "allOf" not in error.absolute_schema_path:
            # The library's types say that all of these may be unset; in an error they never are.
            parent: Any = error.schema
            if "properties" not in parent and error.validator == "required":
                # The head's demand stands under a condition, away from the fields it is about.
                parent = schema
            keyword, path = str(error.validator), tuple(error.absolute_path)
            yield Breach(keyword, error.validator_value, error.instance, path, parent)


def _unknown_fields(breach: Breach) -> Iterator[tuple[str, str]]:
    """The fields that do not exist, each with the one that was meant and is not there."""
    if breach.keyword == "additionalProperties":
        known = breach.schema["properties"]
        unused = [key for key in known if key not in breach.value]
        for name in breach.value:
            if name not in known:
                yield name, nearest(name, unused, FIELD_WORDS)


def _unknown(breach: Breach, name: str, guess: str) -> Told:
    hidden = hidden_in_name(name, breach.path, breach.schema["properties"])
    if hidden:
        return hidden
    where = f" i «{_field_of(breach.path)}»" if breach.path else ""
    twin = nearest(name, breach.schema["properties"], FIELD_WORDS)
    if guess:
        remedy = f"Mente du «{guess}»?"
    elif twin:
        remedy = f"«{twin}» er allerede fylt ut, så ta bort linjen eller rett navnet."
    elif not breach.path and name in HEAD_KEYS:
        remedy = f"«{name}» hører hjemme øverst i registeret. Ta bort linjen her."
    else:
        remedy = "Rett navnet, eller ta bort linjen."
    message = f"Feltet {quoted(name)} finnes ikke{where}."
    return Told(shape_rules.UNKNOWN_FIELD, (*breach.path, name), message, remedy, key=True)


def _missing(breach: Breach, name: str) -> Told:
    where = f" i {PART_NAMES[str(breach.path[0])]}" if breach.path else ""
    meaning = breach.schema["properties"][name].get("description", "")
    return Told(
        shape_rules.MISSING_FIELD,
        (*breach.path, name),
        f"Feltet «{name}» mangler{where}.",
        f"Legg til «{name}: …». {meaning}".rstrip(),
    )


def _empty(path: Path, value: Any) -> Told:
    name = _field_of(path)
    if not path or isinstance(path[-1], int):
        message = f"Et punkt i listen «{name}» er tomt."
        return Told(shape_rules.NO_VALUE, path, message, "Fyll ut punktet, eller ta det bort.")
    field = BY_KEY.get(name)
    needed = name in NEEDED_IN_PARTS if len(path) > 1 else field is None or field.required
    remedy = "Fyll ut feltet, eller ta bort linjen."
    if needed:
        remedy = f"Fyll ut feltet. {field.help}" if field and len(path) == 1 else "Fyll ut feltet."
    message = f"Feltet «{name}» er tomt."
    return Told(shape_rules.NO_VALUE, path, message, remedy, key=value is None)


def _repeated(path: Path, value: list[Any]) -> Told:
    position = next(n for n, item in enumerate(value) if item in value[:n])
    return Told(
        shape_rules.REPEATED,
        (*path, position),
        f"{quoted(plain(value[position]))} står to ganger i «{_field_of(path)}».",
        "Ta bort den ene, eller rett den om noe annet var ment.",
    )


def _not_fields(path: Path, value: Any) -> Told:
    """Something else where a measure, milestone, document or origin should have its fields."""
    shown = quoted(value) if isinstance(value, str) else form_of(value)
    if not path:
        message = f"Her skal det stå et tiltak med felt, ikke {shown}."
        remedy = "Skriv «- id: T001», og de andre feltene på egne linjer under."
        return Told(shape_rules.WRONG_TYPE, path, message, remedy)
    what = f"Et punkt i «{path[0]}»" if isinstance(path[-1], int) else f"«{path[0]}»"
    message = f"{what} skal ha felt under seg, ikke {shown}."
    remedy = f"Skriv for eksempel «{PARTS[str(path[0])]}»."
    return Told(shape_rules.WRONG_TYPE, path, message, remedy)


def _not_a_list(path: Path, value: Any, codes: list[str | int]) -> Told:
    name = _field_of(path)
    words = value_messages.several(plain(value), [str(code) for code in codes])
    remedy = f"Skriv verdiene i klammer, for eksempel «{name}: [{codes[0] if codes else '…'}]»."
    if words:
        what = "verdien" if len(words) == 1 else "verdiene"
        remedy = f"Skriv {what} i klammer: «{name}: [{', '.join(words)}]»."
    elif name in PARTS:
        remedy = f"Skriv for eksempel «{PARTS[name]}» på linjen under."
    return Told(shape_rules.WRONG_TYPE, path, f"«{name}» skal være en liste.", remedy)


def _not_single(path: Path, value: Any) -> Told:
    name = _field_of(path)
    what = f"Et punkt i «{name}»" if isinstance(path[-1], int) else f"«{name}»"
    first = value[0] if isinstance(value, list) and value else None
    if isinstance(value, dict):
        message = f"{what} skal være én verdi, men har egne felt under seg."
        remedy = "Skriv verdien på samme linje, i anførselstegn om den inneholder kolon."
    else:
        message = f"{what} skal være én verdi, ikke en liste."
        remedy = "Ta bort klammene rundt verdien."
        if isinstance(first, str | int) and not isinstance(path[-1], int):
            remedy = f"Skriv én verdi uten klammer: «{name}: {plain(first)}»."
    return Told(shape_rules.WRONG_TYPE, path, message, remedy)


def _text_value(path: Path, value: Any, pattern: str) -> Told:
    """A text that does not have the form its field demands; the pattern tells which form it is."""
    name = _field_of(path)
    if pattern in (schema_parts.ID, schema_parts.MILESTONE_ID):
        milestone = pattern == schema_parts.MILESTONE_ID
        words = value_messages.id_message(name, value, milestone=milestone)
        return Told(shape_rules.ID_FORM, path, *words)
    if pattern in (schema_parts.DAY, schema_parts.PARTIAL):
        words = value_messages.date_message(name, value, exact=pattern == schema_parts.DAY)
        if path == ("frist",) and plain(value).casefold() in value_messages.WITHOUT_END:
            words = words[0], "Skriv «løpende: true» i stedet for «frist»."
        return Told(shape_rules.DATE_FORM, path, *words)
    if pattern == schema_parts.LINK:
        return Told(shape_rules.LINK, path, *value_messages.link_message(value))
    if pattern == schema_parts.PERIOD:
        return Told(shape_rules.ORIGIN, path, *value_messages.origin_period_message(value))
    if pattern == schema_parts.FILLED:
        message = f"{quoted(plain(value))} i «{name}» leses som {form_of(value)}, ikke som tekst."
        remedy = f'Sett verdien i anførselstegn: «{name}: "{plain(value)}"».'
        return Told(shape_rules.WRONG_TYPE, path, message, remedy)
    message = f"{quoted(plain(value))} passer ikke i «{name}»."
    return Told(shape_rules.OTHER, path, message, "Sammenlign med et annet tiltak.")


def _field_of(path: Path) -> str:
    """The innermost field's name on a path."""
    return next((step for step in reversed(path) if isinstance(step, str)), "tiltak")


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
