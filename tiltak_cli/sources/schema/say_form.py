"""Sentences about what is missing, empty, or of another form than the field has."""

import re
from collections.abc import Set as AbstractSet
from typing import Any

from tiltak_cli.domain.fields import BY_KEY, FIELDS, Kind
from tiltak_cli.domain.limits import limits_in
from tiltak_cli.domain.measure import NEEDS
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.domain.spelling import folded
from tiltak_cli.domain.synonyms import NOTHING_WORDS
from tiltak_cli.domain.values import LISTS, ONE_OR_LIST, Fault, value_of
from tiltak_cli.rules import shape_rules
from tiltak_cli.rules.base import Path
from tiltak_cli.rules.text_rules import IN_BRACKETS, unwritten
from tiltak_cli.sources.schema import parts, say_date, say_value
from tiltak_cli.sources.schema.say_value import form_of
from tiltak_cli.sources.schema.slot import several
from tiltak_cli.sources.schema.told import Breach, Told, Words, plain

# Parts with fields of their own: how one is written, what it is called, and what it must have.
PARTS = {
    "opphav": "opphav: {periode: 2016-2020, status: vedtatt}",
    "milepæler": "- {id: M1, tekst: Rapport, frist: 2024}",
    "dokumentasjon": "- {tittel: Mandat, lenke: https://…}",
}
# The kinds of fields that can hold several codes.
OF_CODES = frozenset((*ONE_OR_LIST, *LISTS)) - {Kind.MILESTONES, Kind.DOCUMENTS}
# Of these it is told that there are no words in them, in quotes too.
WORDED = frozenset(f.key for f in FIELDS if f.kind is Kind.TEXT and f.public) | {"tekst"}
BLANKS = " \t\r\n\u00a0"
PART_NAMES = {"opphav": "opphavet", "milepæler": "milepælen", "dokumentasjon": "dokumentet"}
NEEDED_IN_PARTS = ("id", "tekst", "tittel", "lenke", "periode", "status")


def missing(breach: Breach, name: str) -> Told:
    """A field that is always needed and is not there."""
    where = f" i {PART_NAMES[str(breach.path[0])]}" if breach.path else ""
    meaning = breach.schema["properties"][name].get("description", "")
    return Told(
        shape_rules.MISSING_FIELD,
        (*breach.path, name),
        f"Feltet «{name}» mangler{where}.",
        remedy=f"Legg til «{name}: …». {meaning}".rstrip(),
    )


def is_empty(value: Any) -> bool:
    """Whether a value says nothing: none at all, an empty list, or only blanks."""
    return value is None or value == [] or (isinstance(value, str) and not value.strip(BLANKS))


def demanded(data: Any) -> set[str]:
    """The fields that a measure (plain data) must have because of what stands in others."""
    if not isinstance(data, dict):
        return set()
    words = (word for word in (data.get("status"), data.get("vurdering")) if isinstance(word, str))
    keys = {key for word in words for need, names in NEEDS.items() if need == word for key in names}
    keys |= set() if data.get("løpende") is True else {"frist"}
    return keys | (set() if data.get("opphav") else {"retningsvalg"})


def empty(path: Path, value: Any, demanded: AbstractSet[str] = frozenset()) -> Told:
    """A field, or an item in a list, with nothing in it. `demanded` are those that others need."""
    name = field_of(path)
    if not path or isinstance(path[-1], int):
        message = f"Et punkt i listen «{name}» er tomt."
        return Told(
            shape_rules.NO_VALUE, path, message, remedy="Fyll ut punktet, eller ta det bort."
        )
    field = BY_KEY.get(name)
    needed = name in NEEDED_IN_PARTS if len(path) > 1 else field is None or field.required
    needed = needed or (len(path) == 1 and name in demanded)
    remedy = "Fyll ut feltet, eller ta bort linjen."
    if needed:
        remedy = f"Fyll ut feltet. {field.help}" if field and len(path) == 1 else "Fyll ut feltet."
    message = f"Feltet «{name}» er tomt."
    return Told(shape_rules.NO_VALUE, path, message, remedy=remedy, key=value is None)


def repeated(path: Path, value: list[Any]) -> Told:
    """The second of two equal values in a list."""
    position = next(n for n, item in enumerate(value) if item in value[:n])
    return Told(
        shape_rules.REPEATED,
        (*path, position),
        f"{quoted(plain(value[position]))} står to ganger i «{field_of(path)}».",
        remedy="Ta bort den ene, eller rett den om noe annet var ment.",
    )


def not_fields(path: Path, value: Any) -> Told:
    """Something else where a measure, milestone, document or origin should have its fields."""
    shown = quoted(value) if isinstance(value, str) else form_of(value)
    if not path:
        message = f"Her skal det stå et tiltak med felt, ikke {shown}."
        remedy = "Skriv «- id: T001», og de andre feltene på egne linjer under."
        return Told(shape_rules.WRONG_TYPE, path, message, remedy=remedy)
    what = f"Et punkt i «{path[0]}»" if isinstance(path[-1], int) else f"«{path[0]}»"
    message = f"{what} skal ha felt under seg, ikke {shown}."
    remedy = f"Skriv for eksempel «{PARTS[str(path[0])]}»."
    return Told(shape_rules.WRONG_TYPE, path, message, remedy=remedy)


def not_a_list(path: Path, value: Any, codes: list[str | int]) -> Told:
    """One value where there should be a list of codes or of parts."""
    if braces := _in_braces(path, value):
        return braces
    name = field_of(path)
    written = {str(code): code for code in codes}
    words = several(plain(value), list(written))
    remedy = f"Skriv verdiene i klammer, for eksempel «{name}: [{codes[0] if codes else '…'}]»."
    if folded(plain(value)) in NOTHING_WORDS and not (name in BY_KEY and BY_KEY[name].required):
        return Told(
            shape_rules.WRONG_TYPE, path, f"«{name}» skal være en liste.", remedy="Ta bort linjen."
        )
    if limits_in(folded(plain(value))):
        remedy = "Skriv de verdiene som gjelder, i klammer og med komma mellom."
    if words:
        what = "verdien" if len(words) == 1 else "verdiene"
        remedy = f"Skriv {what} i klammer: «{name}: [{', '.join(words)}]»."
    elif name in PARTS:
        remedy = f"Skriv for eksempel «{PARTS[name]}» på linjen under."
    meant = [written[word] for word in words] or None
    alone = words == [plain(value).strip(" ()[]").removeprefix("-")]
    wording = Words(f"«{name}» skal være en liste.", remedy, meant, safe=alone)
    return Told.of(shape_rules.WRONG_TYPE, path, wording)


def not_single(path: Path, value: Any) -> Told:
    """A list, or fields, where there should be one value."""
    if braces := _in_braces(path, value):
        return braces
    name = field_of(path)
    what = f"Et punkt i «{name}»" if isinstance(path[-1], int) else f"«{name}»"
    first = value[0] if isinstance(value, list) and value else None
    if isinstance(value, dict):
        message = f"{what} skal være én verdi, men har egne felt under seg."
        remedy = "Skriv verdien på samme linje, i anførselstegn om den inneholder kolon."
    else:
        message = f"{what} skal være én verdi, ikke en liste."
        remedy = "Ta bort klammene rundt verdien."
        if isinstance(path[-1], int) and len(value) > 1:
            remedy = "Ta bort klammene, og skriv hver verdi for seg i listen."
        field = BY_KEY.get(name)
        placeholder = unwritten(plain(first)) or re.match(IN_BRACKETS, f"[{plain(first)}")
        if len(value) == 1 and name in WORDED and placeholder:
            message = f"{quoted(f'[{plain(first)}]')} i «{name}» er ikke en ferdig tekst."
            return Told(shape_rules.WRONG_TYPE, path, message, remedy="Skriv det som skal stå der.")
        if field and field.kind is Kind.TEXT and len(path) == 1 and len(value) > 1:
            remedy = "Skriv det som én tekst, uten streker eller klammer."
            return Told(shape_rules.WRONG_TYPE, path, message, remedy=remedy)
        if isinstance(first, str | int) and not isinstance(path[-1], int) and len(value) == 1:
            meant = _as_it_is_written(path, first)
            remedy = f"Skriv én verdi uten klammer: «{name}: {plain(meant)}»."
            return Told.of(shape_rules.WRONG_TYPE, path, Words(message, remedy, meant, safe=True))
        if isinstance(first, str | int) and not isinstance(path[-1], int):
            remedy = f"Velg én: {listed([quoted(plain(item)) for item in value], 'eller')}."
    return Told(shape_rules.WRONG_TYPE, path, message, remedy=remedy)


def _in_braces(path: Path, value: Any) -> Told | None:
    """Values in braces, where brackets are for lists; None for anything else."""
    name = field_of(path)
    field = BY_KEY.get(name) if len(path) == 1 else None
    if field is None or field.kind not in OF_CODES or not isinstance(value, dict) or not value:
        return None
    if any(item is not None for item in value.values()):
        return None
    # Numbers are texts where a field's name stands.
    words = [int(word) if word.isdecimal() else word for word in value]
    written = f"{name}: [{', '.join(map(str, words))}]"
    message = f"Verdiene i «{name}» står i krøllparenteser."
    wording = Words(message, f"Skriv dem i klammer: «{written}».", words, safe=True)
    return Told.of(shape_rules.WRONG_TYPE, path, wording)


def _as_it_is_written(path: Path, value: str | int) -> Any:
    """A value as its field has it; as it stands where that is not to be known."""
    if len(path) > 1:
        return value
    right = value_of(str(path[0]), value) if path[0] in BY_KEY else value
    return value if isinstance(right, Fault) else right


def text_value(  # noqa: PLR0911 - one answer a form
    path: Path, value: Any, pattern: str
) -> Told:
    """A text that does not have the form its field demands; the pattern tells which form it is."""
    name = field_of(path)
    if pattern in (parts.ID, parts.MILESTONE_ID):
        return Told.of(shape_rules.ID_FORM, path, say_value.id_message(path, value))
    if pattern in (parts.DAY, parts.PARTIAL):
        field = ".".join(step for step in path if isinstance(step, str))
        return Told.of(shape_rules.DATE_FORM, path, say_date.date_message(field, value))
    if pattern == parts.LINK:
        return Told.of(shape_rules.LINK, path, say_value.link_message(value))
    if pattern == parts.PERIOD:
        return Told.of(shape_rules.ORIGIN, path, say_value.origin_period_message(value))
    if pattern == parts.FILLED and name in WORDED and unwritten(plain(value)):
        message = f"{quoted(plain(value))} i «{name}» er et tall, og ingen tekst."
        return Told(shape_rules.WRONG_TYPE, path, message, remedy="Skriv det som skal stå der.")
    if pattern == parts.FILLED:
        message = f"{quoted(plain(value))} i «{name}» leses som {form_of(value)}, ikke som tekst."
        remedy = f'Sett verdien i anførselstegn: «{name}: "{plain(value)}"».'
        if isinstance(value, bool):
            remedy = "Skriv det som skal stå der, med ord."
        # A truth may have been written in another way than it is read.
        meant = None if isinstance(value, bool) else plain(value)
        return Told.of(shape_rules.WRONG_TYPE, path, Words(message, remedy, meant, safe=True))
    message = f"{quoted(plain(value))} passer ikke i «{name}»."
    return Told(shape_rules.OTHER, path, message, remedy="Sammenlign med et annet tiltak.")


def field_of(path: Path) -> str:
    """The innermost field's name on a path."""
    return next((step for step in reversed(path) if isinstance(step, str)), "tiltak")
