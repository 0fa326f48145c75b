"""The fields of a register as a page to read, from its schema: the handbook's `felt.md`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tiltak_cli.domain.fields import FIELDS
from tiltak_cli.domain.measure import EVERYONE

# How each field is written, but for the strategy's own codes.
EXAMPLES = {
    "id": "T005",
    "tittel": "Felles mal for utredninger",
    "beskrivelse": "Departementene bruker én mal når en sak berører flere.",
    "ansvarlig": "FIN",
    "utførende": "DFØ",
    "deltakere": "[JD, KLD]",
    "status": "igangsatt",
    "begrunnelse": "Arbeidet venter på nytt mandat.",
    "prioritet": "høy",
    "start": "2024-01",
    "frist": "2025-Q2",
    "løpende": "true",
    "opprinnelig_frist": "2024-Q4",
    "gjennomført": "2025-05-20",
    "resultat": "Malen er tatt i bruk i alle departementene.",
    "milepæler": "[{id: M1, tekst: Malen er prøvd ut, frist: 2024-10}]",
    "vurdering": "gul",
    "avvik": "Utprøvingen er forsinket. Ett departement til er med fra mars.",
    "risiko": "For få prøver malen på store saker.",
    "fremdrift": "Utkastet er prøvd i tre departementer.",
    "dokumentasjon": '[{tittel: Mandat, lenke: "https://www.regjeringen.no/"}]',
    "opphav": "{periode: 2016-2020, status: vedtatt}",
    "innlemmet_i": "T002",
    "erstatter": "[T003]",
    "del_av": "[T002]",
    "avhenger_av": "[T004]",
    "forum": "Strategisk forum",
    "kontakt": "Seksjon for forvaltningspolitikk",
    "merknad": "Ta opp på neste møte.",
    "oppdatert": "2025-05-28",
    "strategi": '"2021-2025"',
    "utgave": '"2024-1"',
    "per_dato": "2024-06-15",
}
CHOICES = {
    "status": "Status",
    "vurdering": "Vurdering",
    "målområder": "Målområder",
    "retningsvalg": "Retningsvalg",
    "utviklingsområder": "Utviklingsområder",
    "ansvarlig": "Virksomheter",
}
# What has fields of its own, and how a reader writes it.
PARTS = {
    "milepæler": (
        "Milepæler",
        """milepæler:
  - id: M1
    tekst: Malen er prøvd ut
    frist: 2024-10
    nådd: 2024-10-15
  - {id: M2, tekst: Malen er i bruk, frist: 2025-Q2}
""",
    ),
    "dokumentasjon": (
        "Dokumenter",
        """dokumentasjon:
  - tittel: Mandat for arbeidet
    lenke: https://www.regjeringen.no/
""",
    ),
    "opphav": (
        "Opphav",
        """opphav:
  periode: 2016-2020
  id: "12"
  status: vedtatt
""",
    ),
}
NOT_PUBLIC = frozenset(field.key for field in FIELDS if not field.public)
MUST = "**Må fylles ut.**"
INTERNAL = "**Internt.**"
WHOLE = ("Felt", "Hva det er", "Eksempel")
Row = tuple[str, ...]
INTRODUCTION = """# Registeret felt for felt

Hvert felt et register kan ha, i den rekkefølgen de står i filen. Siden er skrevet av programmet,
med `tiltak schema -o felt.md`. Har dere en egen strategi, lager den samme kommandoen deres egen
side med `--strategy`.

**Må fylles ut** betyr at alle tiltak må ha feltet. De andre feltene skriver du bare når de gjelder.

- Et tiltak må ha `frist`, om det ikke er løpende.
- Noen statuser og vurderinger krever flere felt. Det står under [Status](#status) og
  [Vurdering](#vurdering).
- Har strategien retningsvalg, må tiltaket følge opp minst ett av dem.
- Et **internt** felt er ikke med på siden eller i det som blir publisert.
"""


def fields_markdown(schema: Mapping[str, Any]) -> str:
    """The page of the registers under a strategy, whose schema is as `json_schema` makes it."""
    measure = schema["$defs"]["tiltak"]
    head = {key: value for key, value in schema["properties"].items() if key != "tiltak"}
    parts = [
        INTRODUCTION,
        "## Hodet",
        "Hodet står øverst i filen og gjelder hele registeret. Alt i det må fylles ut.",
        _table(WHOLE, _fields({"properties": head})),
        "## Tiltaket",
        "Tiltakene kommer under `tiltak:`. Hvert av dem begynner med en strek og `id`.",
        _table(WHOLE, _fields(measure)),
    ]
    for key, (heading, written) in PARTS.items():
        inner = measure["properties"][key]
        named = (row[:2] for row in _fields(inner.get("items", inner)))
        parts += [f"## {heading}", f"```yaml\n{written}```", _table(WHOLE[:2], named)]
    for key, heading in CHOICES.items():
        if meant := list(_choices(measure["properties"][key])):
            parts += [f"## {heading}", _table(("Skriv", "Det betyr"), meant)]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _fields(schema: Mapping[str, Any]) -> Iterator[Row]:
    """What a table says of each field: its name, what it is, and how it is written."""
    for key, field in schema["properties"].items():
        notes = [MUST] if key in schema.get("required", ()) else []
        notes += [INTERNAL] if key in NOT_PUBLIC else []
        yield (
            f"`{key}`",
            " ".join((field["description"], *notes)),
            f"`{key}: {_example(key, field)}`",
        )


def _example(key: str, field: Mapping[str, Any]) -> str:
    """A value as it is written, with a code of the strategy's own where ours are not among them."""
    codes = [word.strip("`") for word, _ in _choices(field)]
    example = EXAMPLES.get(key, "[]")
    if codes and (example == "[]" or not {*re.findall(r"\w+", example)} <= {*codes}):
        code = next(code for code in codes if code != EVERYONE)
        return code if "enum" in field else f"[{code}]"
    return example


def _choices(field: Mapping[str, Any]) -> Iterator[Row]:
    """The words or codes that can stand in a field, with what they mean."""
    one = field.get("then", field)
    one = one.get("items", one)
    words = one.get("enum", ())
    for word, text in zip(words, one.get("enumDescriptions", words), strict=True):
        yield f"`{word}`", text


def _table(headings: Row, rows: Iterable[Row]) -> str:
    lines = [headings, ("---",) * len(headings), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
