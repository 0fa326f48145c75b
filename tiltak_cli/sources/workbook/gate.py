"""Whether a file may be opened as a workbook: what it is, and what it would be when unpacked."""

import io
import re
import zipfile
import zlib

from tiltak_cli.sources.files import Refusal
from tiltak_cli.sources.workbook.cells import MAX_BYTES, MAX_PARTS, MAX_UNPACKED

MAX_RATIO = 200
SMALL = 20_000_000
# What names its sheets and columns: some thousands of them, at the most.
MAX_HEAD = 2_000_000
BOOK = "xl/workbook.xml"
# One of 10 000 measures has 60 000 rows and 2.5 million tags. Each costs many times its size.
MAX_ROW_TAGS = 200_000
MAX_TAGS = 10_000_000
OLE = b"\xd0\xcf\x11\xe0"
ENCRYPTED = 1
PROPERTIES = "docProps/custom.xml"
REVISION = re.compile(rb'name="tiltak-revisjon"[^>]*>\s*<(?:\w+:)?lpwstr>([0-9a-f]{7,64})<')
UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError)
XML = (".xml", ".rels", ".vml")
AGAIN = "Eksporter på nytt med «tiltak export»."

TOO_LARGE = Refusal(
    "Arbeidsboken er for stor til å være fra «tiltak export». Slett tomme rader under tabellene og "
    f"ark som ikke er fra den, eller: {AGAIN}"
)
NOT_A_WORKBOOK = Refusal("Filen er ikke en arbeidsbok. Oppgi en .xlsx-fil fra «tiltak export».")
LOCKED = Refusal(
    "Arbeidsboken er kryptert, eller lagret i et eldre format. Lagre den som .xlsx uten passord."
)
DAMAGED = Refusal(f"Arbeidsboken er skadet og kan ikke leses. Hent en kopi, eller: {AGAIN}")


def revision_of(data: bytes) -> str:
    """The revision that a workbook's own properties say that it was made from, or nothing.

    They are there where its hidden sheet is gone.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            match = REVISION.search(archive.read(PROPERTIES))
    except (KeyError, *UNREADABLE):
        return ""
    return match[1].decode() if match else ""


def unfit(data: bytes) -> Refusal | None:
    """Why a file is not to be opened: what it is, or what it would be when unpacked."""
    if data.startswith(OLE):
        return LOCKED
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _too_much(archive.infolist(), len(data)) or _unusable(archive)
    except zipfile.BadZipFile:
        return DAMAGED if data.startswith(b"PK") else NOT_A_WORKBOOK
    except Exception:  # noqa: BLE001 - what the archive says of itself may be anything
        return DAMAGED


def _too_much(entries: list[zipfile.ZipInfo], size: int) -> Refusal | None:
    unpacked = sum(entry.file_size for entry in entries)
    if size > MAX_BYTES or len(entries) > MAX_PARTS or unpacked > MAX_UNPACKED:
        return TOO_LARGE
    return TOO_LARGE if unpacked > max(SMALL, MAX_RATIO * size) else None


def _unusable(archive: zipfile.ZipFile) -> Refusal | None:
    entries = archive.infolist()
    if BOOK not in archive.namelist():
        return NOT_A_WORKBOOK
    if archive.getinfo(BOOK).file_size > MAX_HEAD:
        return TOO_LARGE
    if any(entry.flag_bits & ENCRYPTED for entry in entries):
        return LOCKED
    rows = tags = 0
    for entry in entries:
        if entry.filename.endswith(XML):
            part = archive.read(entry)
            if not _harmless(part):
                return DAMAGED
            rows += max(part.count(b"row "), part.count(b"row>"))
            tags += part.count(b"<")
    return TOO_LARGE if rows > MAX_ROW_TAGS or tags > MAX_TAGS else None


def _harmless(part: bytes) -> bool:
    """Whether a part is UTF-8 without definitions of its own, which no workbook needs."""
    return b"\0" not in part[:4] and b"<!DOCTYPE" not in part
