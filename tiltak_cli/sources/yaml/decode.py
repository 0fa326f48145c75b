"""Bytes to text: UTF-8 with or without a byte order mark, and nothing else."""

import re

from tiltak_cli.domain.fields import KEYS
from tiltak_cli.findings import Finding, Place
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.places import after

# A register of 10 000 measures is 20 MB; while it is checked it takes thirty times its size.
MAX_BYTES = 100_000_000
BOM = b"\xef\xbb\xbf"
CONTROL = bytes(b for b in range(32) if b not in b"\t\n\r") + b"\x7f"
# U+0085, U+2028 and U+2029: line breaks to a parser, but not to most editors.
LINE_BREAKS = "\x85\u2028\u2029"
SIGNATURES = {
    b"PK\x03\x04": "en Excel-, Word- eller zip-fil",
    b"\xd0\xcf\x11\xe0": "en eldre eller kryptert Excel- eller Word-fil",
    b"%PDF-": "en PDF-fil",
}
SAVE_AS = (
    "Lagre filen på nytt med tegnkodingen UTF-8. I Notisblokk: velg Lagre som, og UTF-8 under "
    "Koding."
)
# Letters that were saved as UTF-8, read as Windows-1252 and saved again.
TWICE = {ord(letter): letter.encode().decode("cp1252") for letter in "æøå"}


def decode(name: str, data: bytes) -> str | Finding:
    """Turn a file's bytes into text, or say why it is not text."""
    fault = _not_text(name, data)
    if fault:
        return fault
    data = data.removeprefix(BOM)
    if len(data.translate(None, CONTROL)) != len(data):
        return _control_character(name, data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(name, data, error.start)
    if any(line_break in text for line_break in LINE_BREAKS):
        return _line_break(name, text)
    if "Ã" in text and (twice := _saved_twice(text)):
        line, column = after(text[: text.index(twice)])
        return file_rules.ENCODING.finding(
            Place(name, line, column, line, column + len(twice)),
            f"Bokstavene æ, ø og å er ødelagt («{twice}»): filen er åpnet med feil tegnkoding og "
            "lagret.",
            "Hent filen tilbake fra git eller en sikkerhetskopi, og lagre den som UTF-8 neste gang "
            "den endres.",
        )
    return text


def _saved_twice(text: str) -> str | None:
    """A field's name as it becomes when a file is read with the wrong encoding."""
    for name in KEYS:
        spoilt = name.translate(TWICE)
        if spoilt != name and f"{spoilt}:" in text:
            return spoilt
    return None


def _not_text(name: str, data: bytes) -> Finding | None:
    """What can be told from the size and the first bytes."""
    start = Place(name, 1, 1, 1, 1)
    if len(data) > MAX_BYTES:
        return file_rules.TOO_LARGE.finding(
            start,
            f"Filen er for stor til å bli lest: grensen er {MAX_BYTES // 1_000_000} MB.",
            "Kontroller at det er riktig fil, eller del registeret i flere filer i en mappe.",
        )
    if _is_utf16(data):
        message = "Filen er lagret som UTF-16, ikke UTF-8."
        return file_rules.ENCODING.finding(start, message, SAVE_AS)
    for signature, what in SIGNATURES.items():
        if data.startswith(signature):
            message = f"Filen er {what}, ikke et register."
            return file_rules.BINARY.finding(start, message, "Oppgi YAML-filen med registeret.")
    content = data.removeprefix(BOM)
    if not content or content.isspace():
        remedy = "Hent den tilbake fra git, eller skriv et register i den."
        return file_rules.EMPTY_FILE.finding(start, "Filen er tom.", remedy)
    return None


def _is_utf16(data: bytes) -> bool:
    """A byte order mark, or a zero for every other byte, which text in our letters has."""
    beginning = data[:64]
    zeros = max(beginning[::2].count(0), beginning[1::2].count(0))
    return data.startswith((b"\xff\xfe", b"\xfe\xff")) or (
        zeros > len(beginning) // 4 and zeros == beginning.count(0)
    )


def _at(name: str, data: bytes, offset: int) -> Place:
    line, column = after(data[:offset].decode("utf-8", "replace"))
    return Place(name, line, column, line, column + 1)


def _control_character(name: str, data: bytes) -> Finding:
    match = re.search(b"[" + re.escape(CONTROL) + b"]", data)
    offset = match.start() if match else 0
    return file_rules.BINARY.finding(
        _at(name, data, offset),
        f"Filen inneholder et styretegn (U+{data[offset]:04X}) og er trolig ikke en tekstfil.",
        "Ta bort tegnet, eller kontroller at det er riktig fil.",
    )


def _line_break(name: str, text: str) -> Finding:
    offset = min(position for sign in LINE_BREAKS if (position := text.find(sign)) >= 0)
    line, column = after(text[:offset])
    return file_rules.LINE_BREAK.finding(
        Place(name, line, column, line, column + 1),
        "Her står et usynlig linjeskift, som trolig er limt inn fra et annet program.",
        "Slett det, og skriv et vanlig mellomrom eller linjeskift i stedet.",
    )


def _not_utf8(name: str, data: bytes, offset: int) -> Finding:
    guess = data[offset : offset + 1].decode("cp1252", "replace")
    looks = f" (her står trolig «{guess}» lagret som Windows-1252)" if guess.isalpha() else ""
    return file_rules.ENCODING.finding(
        _at(name, data, offset), f"Filen er ikke lagret som UTF-8{looks}.", SAVE_AS
    )
