"""The register's JSON Schema, derived from a strategy, its organisations and the table of fields.

Draft 2020-12 within what draft-07 shares, so that every editor and validator reads it. The extra
words `enumDescriptions`, `errorMessage` and `patternErrorMessage` are what the YAML language server
shows; other readers pass over them, and `editor_schema` says how it is written for that server.
"""

from collections.abc import Mapping
from typing import Any

from tiltak_cli.domain.fields import BY_KEY, FIELDS, Kind
from tiltak_cli.domain.measure import EVERYONE, NEEDS, Assessment, Priority, Status
from tiltak_cli.domain.norwegian import listed
from tiltak_cli.domain.organisations import validity
from tiltak_cli.sources.schema.conditions import conditions
from tiltak_cli.sources.schema.parts import (
    ID,
    LINK,
    MILESTONE_ID,
    PERIOD,
    Schema,
    any_code,
    day,
    described,
    fields,
    list_of,
    list_of_parts,
    one_code,
    one_or_list,
    one_word,
    partial,
    pattern,
    text,
)
from tiltak_cli.sources.strategies import Plan
from tiltak_cli.wording import NB

# In the words of the workbook's lists, which explain the same.
STATUS_HELP = {status: NB(f"meaning.{status}") for status in Status}
ASSESSMENT_HELP = {assessment: NB(f"meaning.{assessment}") for assessment in Assessment}

# How the parts with fields of their own are written.
MILESTONE = "{id: M1, tekst: Rapport, frist: 2024}"
DOCUMENT = "{tittel: Mandat, lenke: https://…}"
ORIGIN = "{periode: 2016-2020, status: vedtatt}"


def json_schema(plan: Plan) -> Schema:
    """Derive the schema of registers under a strategy.

    Where that is not known, and has no codes, any code will do.
    """
    head = ("strategi", "utgave", "per_dato", "ansvarlig")
    about = (
        (
            "Et register over tiltak under en strategi. Skjemaet er utledet av strategien og "
            "virksomhetene med «tiltak schema»."
        ),
        plan.strategy.subtitle,
        plan.about,
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Tiltaksoversikt: {plan.strategy.title}",
        "description": "\n\n".join(filter(None, about)),
        "type": "object",
        "errorMessage": "Skriv hodet øverst, for eksempel «utgave: 2023-2», og så «tiltak:».",
        "additionalProperties": False,
        "minProperties": 1,
        "properties": {
            "strategi": described(
                "Strategien: perioden til en som følger med, eller en strategifil.", text()
            ),
            "utgave": described("Utgaven som filen arbeider mot, for eksempel «2023-2».", text()),
            "per_dato": described("Datoen innholdet gjelder for, for eksempel 2023-10-15.", day()),
            "ansvarlig": described("Hvem som fører oversikten.", _organisation_codes(plan)),
            "tiltak": described(
                "Tiltakene, ett for hvert listepunkt.",
                list_of_parts({"$ref": "#/$defs/tiltak"}, "Skriv «- id: T001» på linjen under."),
            ),
        },
        # A file in a folder may hold `tiltak` alone; where the head begins, all of it is needed.
        "if": {"anyOf": [{"required": [key]} for key in head]},
        "then": {"required": list(head)},
        "$defs": {"tiltak": measure_schema(plan)},
    }


def schema_text(plan: Plan) -> str:
    """The schema as it is written to a file."""
    import json

    from tiltak_cli.sources.schema.editor import for_editors

    return json.dumps(for_editors(json_schema(plan)), ensure_ascii=False, indent=2) + "\n"


def measure_schema(plan: Plan) -> Schema:
    """Derive the schema of one measure."""
    kinds = _kinds(plan)
    return {
        "title": "Tiltak",
        "type": "object",
        "errorMessage": "Skriv et tiltak her: «- id: T001», og de andre feltene under.",
        "additionalProperties": False,
        "required": [field.key for field in FIELDS if field.required],
        "properties": {field.key: described(field.help, kinds[field.kind]) for field in FIELDS},
        "allOf": conditions(plan),
    }


def _kinds(plan: Plan) -> dict[Kind, Schema]:
    """What a value of each kind of field must be."""
    identity = pattern(ID, "Skriv T og minst tre sifre, for eksempel T001.")
    other = pattern(ID, "Skriv id-en til et annet tiltak, for eksempel T002.")
    organisation = _organisation_codes(plan)
    participant = _organisation_codes(plan, everyone=True)
    return {
        Kind.ID: identity,
        Kind.TEXT: text(),
        Kind.AREAS: list_of(_areas(plan), at_least=1),
        Kind.DIRECTIONS: list_of(_directions(plan)),
        Kind.DEVELOPMENTS: _developments(plan),
        Kind.ORGANISATIONS: one_or_list(organisation, organisation, at_least=1),
        Kind.PARTICIPANTS: one_or_list(participant, participant),
        Kind.STATUS: one_word(_with_needs(STATUS_HELP), "Skriv en av statusene"),
        Kind.PRIORITY: one_word(dict.fromkeys(Priority, ""), "Skriv en av prioritetene"),
        Kind.ASSESSMENT: one_word(_with_needs(ASSESSMENT_HELP), "Skriv en av vurderingene"),
        Kind.DAY: day(),
        Kind.PARTIAL_DATE: partial(),
        Kind.FLAG: {"type": "boolean", "errorMessage": "Skriv true eller false."},
        Kind.MILESTONES: list_of_parts(_milestone(), f"Skriv «- {MILESTONE}» på linjen under."),
        Kind.DOCUMENTS: list_of_parts(_document(), f"Skriv «- {DOCUMENT}» på linjen under."),
        Kind.ORIGIN: _origin(),
        Kind.REFERENCE: other,
        Kind.REFERENCES: one_or_list(other, other),
    }


def _with_needs(texts: Mapping[Any, str]) -> dict[Any, str]:
    """What each word means, and which fields it demands."""
    return {
        word: f"{text} Krever {listed([_needed(need) for need in NEEDS[word]])}."
        if word in NEEDS
        else text
        for word, text in texts.items()
    }


def _needed(key: str) -> str:
    return f"«{key}» (dato)" if BY_KEY[key].kind is Kind.DAY else f"«{key}»"


def _milestone() -> Schema:
    identity = pattern(MILESTONE_ID, "Skriv M og et tall, for eksempel M1.")
    properties = {
        "id": described("Fast nummer i tiltaket, for eksempel M1.", identity),
        "tekst": described("Hva som skal være gjort.", text()),
        "frist": described("Når det skal være gjort.", partial()),
        "nådd": described("Dagen milepælen ble nådd.", day()),
    }
    return fields("Milepæl", MILESTONE, properties, ["id", "tekst"])


def _document() -> Schema:
    link = pattern(LINK, "Skriv hele adressen, med https:// foran.")
    properties = {
        "tittel": described("Navnet på dokumentet.", text()),
        "lenke": described("Adressen på nettet, med https:// foran.", link),
    }
    return fields("Dokument", DOCUMENT, properties, ["tittel", "lenke"])


def _origin() -> Schema:
    period = pattern(PERIOD, "Skriv perioden med to årstall, for eksempel 2016-2020.")
    states = {"vedtatt": "Vedtatt ved overgangen.", "igangsatt": "Igangsatt ved overgangen."}
    status = one_word(states, "Skriv status ved overgangen")
    properties = {
        "periode": described("Perioden tiltaket kommer fra, for eksempel 2016-2020.", period),
        "id": described("Id-en tiltaket hadde i forrige plan.", text()),
        "status": described("Status ved overgangen: vedtatt eller igangsatt.", status),
    }
    return fields("Opphav", ORIGIN, properties, ["periode", "status"])


def _areas(plan: Plan) -> Schema:
    if not plan.area_codes:
        return any_code()
    names = [f"{area.name}. {area.description}".strip() for area in plan.strategy.areas]
    return one_code(plan.area_codes, names, "Skriv ett av målområdene")


def _directions(plan: Plan) -> Schema:
    if not plan.area_codes:
        return any_code()
    texts = [direction.text for direction in plan.strategy.directions]
    return one_code(plan.direction_codes, texts, "Skriv ett av retningsvalgene")


def _developments(plan: Plan) -> Schema:
    """The development areas, which a strategy may do without."""
    if not plan.area_codes:
        return list_of(any_code())
    if not plan.development_codes:
        return {"type": "array", "maxItems": 0}
    texts = [development.text for development in plan.strategy.developments]
    return list_of(one_code(plan.development_codes, texts, "Skriv ett av utviklingsområdene"))


def _organisation_codes(plan: Plan, *, everyone: bool = False) -> Schema:
    if not plan.organisations.all:
        return text()
    texts = {EVERYONE: "Alle departementene."} if everyone else {}
    for organisation in plan.organisations.all:
        for name in organisation.names:
            when = validity(name)
            full = f"{name.bokmål} ({when})" if when else name.bokmål
            texts[name.code] = f"{texts[name.code]}; {full}" if name.code in texts else full
    return {
        "enum": list(texts),
        "enumDescriptions": list(texts.values()),
        "errorMessage": "Skriv forkortelsen til et departement eller en annen kjent virksomhet.",
    }
