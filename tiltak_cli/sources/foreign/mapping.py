"""What someone has decided about a sheet: which column is which field, and what words become."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from tiltak_cli.domain.fields import BY_KEY, FIELDS, Kind
from tiltak_cli.domain.measure import Assessment, Priority, Status
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.domain.spelling import folded, nearest
from tiltak_cli.domain.synonyms import FIELD_WORDS
from tiltak_cli.findings import Finding
from tiltak_cli.sources.files import Refusal
from tiltak_cli.sources.foreign.headings import COMPOSITE
from tiltak_cli.sources.foreign.items import PARTS, Slot, is_listed, slot_named
from tiltak_cli.sources.yaml.decode import decode
from tiltak_cli.sources.yaml.reader import read_yaml

WORDED: Mapping[Kind, Iterable[str]] = {
    Kind.STATUS: Status,
    Kind.PRIORITY: Priority,
    Kind.ASSESSMENT: Assessment,
}
COLUMNS, WORDS, STANDARD = PARTS_OF_FILE = "kolonner", "verdier", "standard"
# These are of each measure alone.
OWN = (Kind.ID, Kind.REFERENCE, Kind.REFERENCES)
NAMES = {folded(name): f.key for f in FIELDS for name in (f.key, f.nb, f.nn, f.en)}
# What needs no quotes: a word of letters, but for those that are no texts to YAML.
PLAIN = re.compile(r"[^\W\d_]{2,}")
READ_OTHERWISE = frozenset(("null", "true", "false", "yes", "no", "on", "off"))
ABOUT = """# Hva kolonnene og ordene i regnearket er i registeret. Brukes igjen med --map-file.
# En kolonne uten felt ("") blir ikke tatt med. Fjern # foran en linje, og fyll ut det som mangler.
"""
ABOUT_STANDARD = "Det som skal stå i hvert tiltak der regnearket ikke sier noe."


class Decisions(NamedTuple):
    """Decisions: the field of a column, empty for none, by its heading or heading cell as written.

    `words` has by field, and by the word in folded form, what is to stand in the register;
    `standard` by field what is to stand there in every measure of which the sheet says nothing.
    """

    columns: Mapping[str, str]
    words: Mapping[str, Mapping[str, Any]]
    standard: Mapping[str, Any] = MappingProxyType({})


NO_DECISIONS = Decisions({}, {})


class Undecided(NamedTuple):
    """What is left for someone: columns, and words by field, each with what is likely meant.

    And the fields that are `missing`.
    """

    columns: Mapping[str, str]
    words: Mapping[str, Mapping[str, Any]]
    missing: Sequence[str] = ()


def field_named(name: str) -> str | Refusal:
    """The field by its key or label, in any case; empty for none.

    A part of a milestone or a document is named after it: `milepæler.M1.frist`.
    """
    whole, dot, _ = folded(name).partition(".")
    word = whole.strip()
    if not word and not dot:
        return ""
    key = NAMES.get(word) or FIELD_WORDS.get(word, "")
    if dot and is_listed(key):
        slot = slot_named(name, key)
        if slot is None:
            parts = listed([f"{key}.{part}" for part in PARTS[key]], "eller")
            return Refusal(
                f"{quoted(name)} finnes ikke. Skriv {parts}, gjerne med nummer: "
                f"{Slot(key, PARTS[key][0], 1).name}."
            )
        return slot.name
    if key not in BY_KEY:
        near = nearest(name, BY_KEY, FIELD_WORDS)
        remedy = f"Mente du {near}?" if near else f"Velg {listed(BY_KEY, 'eller')}."
        return Refusal(f"Feltet {quoted(name)} finnes ikke. {remedy}")
    if BY_KEY[key].kind in COMPOSITE:
        return Refusal(
            f"«{key}» har flere felt i seg og kan ikke fylles fra én kolonne. Velg for eksempel "
            "merknad, og flytt det på plass i registeret."
        )
    return key


def columns_of(pairs: Iterable[str]) -> dict[str, str] | Refusal:
    """What `--map` says: `Kolonne=felt`, where the heading may hold the sign itself."""
    columns = {}
    for pair in pairs:
        heading, sign, name = pair.rpartition("=")
        if not sign or not heading.strip():
            return Refusal(
                f'--map {quoted(pair)} mangler et likhetstegn. Skriv --map "Kolonne=felt", eller '
                '--map "Kolonne=" for å la kolonnen være.'
            )
        field = field_named(name)
        if isinstance(field, Refusal):
            return Refusal(f"--map: {field.sentence}")
        columns[heading.strip()] = field
    return columns


def standard_of(pairs: Iterable[str]) -> dict[str, Any] | Refusal:
    """What `--default` says: `felt=verdi`."""
    fields: dict[str, str] = {}
    for pair in pairs:
        name, sign, value = pair.partition("=")
        if not sign or not name.strip() or not value.strip():
            return Refusal(f"--default {quoted(pair)}: skriv feltet, «=» og verdien.")
        fields[name] = value
    always = _standard(fields)
    if isinstance(always, Refusal):
        return Refusal(f"--default: {always.sentence}")
    return always


def _parts_of_file(name: str, data: bytes) -> list[dict[Any, Any]] | Refusal:
    """The parts of a file of decisions, each empty where it is not there."""
    text = decode(name, data)
    if isinstance(text, Finding):
        return Refusal(f"{quoted(name)} kan ikke leses: {text.message} {text.remedy}")
    tree = read_yaml(name, text)
    if not tree.readable:
        first = tree.findings[0]
        return Refusal(f"{quoted(name)}, linje {first.place.line}: {first.message} {first.remedy}")
    data_read = {} if tree.data is None else tree.data
    if not isinstance(data_read, dict) or set(data_read) - {*PARTS_OF_FILE}:
        parts = listed(f"«{part}:»" for part in PARTS_OF_FILE)
        return Refusal(f"{quoted(name)} skal ha {parts}, og ikke noe annet.")
    sections = [data_read.get(part) or {} for part in PARTS_OF_FILE]
    if not all(isinstance(part, dict) for part in sections):
        parts = listed(f"«{part}:»" for part in PARTS_OF_FILE)
        return Refusal(f"{quoted(name)}: skriv «navn: verdi» under {parts}.")
    return sections


def read_mapping(name: str, data: bytes) -> Decisions | Refusal:
    """Read a file of decisions, as `mapping_text` writes it."""
    sections = _parts_of_file(name, data)
    if isinstance(sections, Refusal):
        return sections
    columns, words, standard = sections
    decided = {}
    for heading, field in columns.items():
        key = field_named("" if field is None else str(field))
        if isinstance(key, Refusal):
            return Refusal(f"{quoted(name)}, {quoted(str(heading))}: {key.sentence}")
        decided[str(heading)] = key
    meant: dict[str, dict[str, Any]] = {}
    # Below a field all may still be comments.
    for field, of_field in ((f, {} if of is None else of) for f, of in words.items()):
        key = field_named(str(field))
        if isinstance(key, Refusal):
            return Refusal(f"{quoted(name)}: {key.sentence}")
        if not isinstance(of_field, dict) or not key:
            return Refusal(f"{quoted(name)}: skriv «ord: verdi» under «{field}:».")
        meant[key.partition(".")[0]] = {
            folded(str(word)): value for word, value in of_field.items()
        }
    always = _standard(standard)
    if isinstance(always, Refusal):
        return Refusal(f"{quoted(name)}, «{STANDARD}»: {always.sentence}")
    return Decisions(decided, meant, always)


def _standard(fields: Mapping[Any, Any]) -> dict[str, Any] | Refusal:
    """What is to stand in every measure, by field."""
    always = {}
    for field, value in fields.items():
        key = field_named(str(field))
        if isinstance(key, Refusal):
            return key
        if key not in BY_KEY or is_listed(key) or BY_KEY[key].kind in OWN or key == "tittel":
            return Refusal(f"{quoted(str(field))} kan ikke være det samme i alle tiltakene.")
        always[key] = value
    return always


def both(first: Decisions, second: Decisions) -> Decisions:
    """Decisions together; where they differ the second holds."""
    words = {
        field: {**first.words.get(field, {}), **second.words.get(field, {})}
        for field in (*first.words, *(f for f in second.words if f not in first.words))
    }
    return Decisions(
        {**first.columns, **second.columns}, words, {**first.standard, **second.standard}
    )


def mapping_text(decided: Decisions, undecided: Undecided) -> str:
    """A file of decisions; what is undecided stands in it as comments, to be filled in."""
    lines = [*ABOUT.splitlines(), f"{COLUMNS}:"]
    lines += [f"  {_word(name)}: {_word(field)}" for name, field in decided.columns.items()]
    lines += [f"  # {_word(name)}: {_word(field)}" for name, field in undecided.columns.items()]
    lines.append(f"{WORDS}:")
    for field in dict.fromkeys((*decided.words, *undecided.words)):
        known = decided.words.get(field, {})
        left = undecided.words.get(field, {})
        lines.append(f"  {field}:{_valid(field)}")
        lines += [f"    {_word(word)}: {_word(value)}" for word, value in known.items()]
        lines += [f"    # {_word(word)}: {_word(value)}" for word, value in left.items()]
    missing = [field for field in undecided.missing if field not in decided.standard]
    if decided.standard or missing:
        lines += [f"# {ABOUT_STANDARD}", f"{STANDARD}:"]
        lines += [f"  {_word(field)}: {_word(value)}" for field, value in decided.standard.items()]
        lines += [f'  # {_word(field)}: ""{_valid(field)}' for field in missing]
    return "".join(f"{line}\n" for line in lines)


def _valid(field: str) -> str:
    """What may be written for a word of a field, as a comment, where that is a few words."""
    words = WORDED.get(BY_KEY[field].kind, ()) if field in BY_KEY else ()
    return f"  # {listed([str(word) for word in words], 'eller')}" if words else ""


def _word(value: Any) -> str:
    """A value on one line that YAML reads back as the same."""
    if isinstance(value, str) and PLAIN.fullmatch(value) and folded(value) not in READ_OTHERWISE:
        return value
    return json.dumps(value, ensure_ascii=False)
