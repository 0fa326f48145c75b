"""Bytes to text: UTF-8 with or without a byte order mark, and nothing else.

What is wrong in some places only is told of there, and taken out so that the rest can be read.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from tiltak_cli.domain.fields import HEAD_KEYS, KEYS
from tiltak_cli.findings import Finding, Place
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.lines import LINE_BREAK
from tiltak_cli.sources.yaml.places import after

# A register of 10 000 measures is 20 MB; while it is checked it takes thirty times its size.
MAX_BYTES = 100_000_000
BOM = b"\xef\xbb\xbf"
CONTROL = bytes(b for b in range(32) if b not in b"\t\n\r") + b"\x7f"
# U+0085, U+2028 and U+2029: line breaks to a parser, but not to most editors.
LINE_BREAKS = "\x85\u2028\u2029"
SIGNS = f"[{re.escape(CONTROL.decode())}{LINE_BREAKS}]"
# All that no YAML may hold. Compiled where it is needed: so wide a set is slow to compile.
EVERY = "[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
# With one for so many bytes it is no text with a slip in it; and no text has a zero.
MOST_CONTROL = 50
# What is told of one by one; with more, the last says that there are others.
MOST_TOLD = 50
SIGNATURES = {
    b"PK\x03\x04": "en Excel-, Word- eller zip-fil",
    b"\xd0\xcf\x11\xe0": "en eldre eller kryptert Excel- eller Word-fil",
    b"%PDF-": "en PDF-fil",
}
SAVE_AS = (
    "Lagre filen på nytt med tegnkodingen UTF-8. I Notisblokk: velg Lagre som, og UTF-8 under "
    "Koding."
)
# Letters that were saved as UTF-8, read as Windows-1252 and saved again, and what they were.
TWICE = {letter.encode().decode("cp1252"): letter for letter in "æøåÆØÅ"}
# What Windows-1252 has beyond ASCII that Norwegian texts are written with.
WINDOWS = frozenset("æøåÆØÅäöüÄÖÜéèêëóòôáàçÉ«»–—‘’“”„…•§°·½\u00a0")


class Decoded(NamedTuple):
    """A file's text, and a finding for each place where it holds what no text should.

    `written` is the text as it stands, and `text` that without what was found. `lost` gives for
    some of its lines (from 1) the columns, from 1, before which a character was taken out. Of what
    stands on the lines in `silent`, nothing more is to be said.
    """

    written: str
    text: str
    findings: tuple[Finding, ...] = ()
    lost: Mapping[int, tuple[int, ...]] = MappingProxyType({})
    silent: tuple[range, ...] = ()

    def place(self, place: Place) -> Place:
        """A place in `text` as one in `written`."""
        return place._replace(
            column=place.column + self._before(place.line, place.column),
            end_column=place.end_column + self._before(place.end_line, place.end_column),
        )

    def _before(self, line: int, column: int) -> int:
        return sum(lost <= column for lost in self.lost.get(line, ()))


def decode(name: str, data: bytes) -> str | Finding:
    """Turn a file's bytes into text, or say why it is not text."""
    decoded = decode_with_faults(name, data)
    if isinstance(decoded, Finding):
        return decoded
    return decoded.findings[0] if decoded.findings else decoded.text


def decode_with_faults(name: str, data: bytes, *, every: bool = False) -> Decoded | Finding:
    """Turn a file's bytes into as much of a text as it is, or say why it is none.

    With `every`, all that YAML cannot hold is looked for, which takes as long as reading it.
    """
    fault = _not_text(name, data)
    if fault:
        meant = _from_utf16(data) if fault.code == file_rules.ENCODING.code else None
        return fault if meant is None else Decoded(meant, meant, (fault,))
    data = data.removeprefix(BOM)
    control = len(data) - len(data.translate(None, CONTROL))
    if control * MOST_CONTROL > len(data) or (control and b"\0" in data):
        return _control_character(name, data)
    findings: list[Finding] = []
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        findings.append(_not_utf8(name, data, error.start))
        meant = _from_windows(data)
        if meant is None:
            return findings[0]
        text = meant
    twice = _saved_twice(text) if "Ã" in text else None
    odd = bool(control) or any(sign in text for sign in LINE_BREAKS)
    if not odd and twice is None and not every:
        return Decoded(text, text, tuple(findings))
    if twice:
        findings.append(_encoded_twice(name, text, twice))
    return _taken_out(name, text, findings, TWICE if twice else {}, EVERY if every else SIGNS)


def _from_utf16(data: bytes) -> str | None:
    """A text that was saved with two bytes a letter, or None where it does not hold together."""
    coding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-16-le"
    if coding == "utf-16-le" and data[:1] == b"\0":
        coding = "utf-16-be"
    try:
        text = data.decode(coding)
    except UnicodeDecodeError:
        return None
    return None if re.search(EVERY, text) else text


def _from_windows(data: bytes) -> str | None:
    """A text with letters from Windows-1252 in it, or None where that does not make sense."""
    text = data.decode("utf-8", "surrogateescape")
    signs = [ord(sign) for sign in set(text) if "\udc80" <= sign <= "\udcff"]
    letters = {sign: bytes([sign - 0xDC00]).decode("cp1252", "replace") for sign in signs}
    return text.translate(letters) if WINDOWS.issuperset(letters.values()) else None


def _taken_out(
    name: str, text: str, findings: list[Finding], letters: Mapping[str, str], signs: str
) -> Decoded:
    """The text without what has no place in it, and with the letters that it was to have."""
    odd = re.compile("|".join((signs, *letters)))
    lines = LINE_BREAK.split(text)
    lost: dict[int, tuple[int, ...]] = {}
    silent: list[range] = []
    for number, line in enumerate(lines, 1):
        gone: list[int] = []
        for match in odd.finditer(line):
            letter = letters.get(match[0], "")
            column = match.start() + 1 - len(gone)
            gone.append(column + len(letter))
            if not letter:
                where = Place(name, number, match.start() + 1, number, match.start() + 2)
                findings.append(_one_sign(where, match[0]))
        if gone:
            lost[number] = tuple(gone)
        if any(spoilt in line for spoilt in letters):
            silent.append(range(number, number + 1))
    if len(findings) > MOST_TOLD:
        rest = " Det er flere slike tegn i filen."
        findings[MOST_TOLD:] = []
        findings[-1] = findings[-1]._replace(remedy=findings[-1].remedy + rest)
    without = odd.sub(lambda match: letters.get(match[0], ""), text)
    return Decoded(text, without, tuple(findings), lost, tuple(silent))


def _one_sign(where: Place, sign: str) -> Finding:
    return _line_break(where) if sign in LINE_BREAKS else unreadable_sign(where, sign)


def unreadable_sign(where: Place, sign: str) -> Finding:
    """A character that no text may hold."""
    return file_rules.BINARY.finding(
        where,
        f"Filen inneholder et usynlig tegn som ikke hører hjemme i en tekst (U+{ord(sign):04X}).",
        "Ta bort tegnet.",
    )


def _encoded_twice(name: str, text: str, twice: str) -> Finding:
    line, column = after(text[: text.index(twice)])
    return file_rules.ENCODING.finding(
        Place(name, line, column, line, column + len(twice)),
        f"Bokstavene æ, ø og å er ødelagt («{twice}»): filen er åpnet med feil tegnkoding og "
        "lagret.",
        "Hent filen tilbake fra git eller en sikkerhetskopi, og lagre den som UTF-8 neste gang "
        "den endres.",
    )


def _saved_twice(text: str) -> str | None:
    """A field's name as it becomes when a file is read with the wrong encoding."""
    for name in (*HEAD_KEYS, *KEYS):
        spoilt = name.encode().decode("cp1252", "replace")
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


def _line_break(where: Place) -> Finding:
    return file_rules.LINE_BREAK.finding(
        where,
        "Her står et usynlig linjeskift, som trolig er limt inn fra et annet program.",
        "Slett det, og skriv et vanlig mellomrom eller linjeskift i stedet.",
    )


def _not_utf8(name: str, data: bytes, offset: int) -> Finding:
    guess = data[offset : offset + 1].decode("cp1252", "replace")
    looks = f" (her står trolig «{guess}» lagret som Windows-1252)" if guess.isalpha() else ""
    return file_rules.ENCODING.finding(
        _at(name, data, offset), f"Filen er ikke lagret som UTF-8{looks}.", SAVE_AS
    )
