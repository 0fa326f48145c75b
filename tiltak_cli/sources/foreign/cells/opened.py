"""A file that someone else has made, read as sheets; or a sentence of what it is instead."""

import io
import zipfile

from tiltak_cli.sources.files import Refusal
from tiltak_cli.sources.foreign.cells.delimited import NO_TEXT, read_delimited
from tiltak_cli.sources.foreign.cells.excel import DAMAGED, LOCKED, read_workbook
from tiltak_cli.sources.foreign.cells.grid import Book

OLE = b"\xd0\xcf\x11\xe0"
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# How an encrypted workbook is stored in such a file.
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
OLD = "er i Excels gamle format (.xls). Lagre den som .xlsx, og oppgi den."
OPEN_DOCUMENT = "er i OpenDocument-format (.ods). Lagre den som .xlsx, og oppgi den."
BINARY = "er i Excels binære format (.xlsb). Lagre den som .xlsx, og oppgi den."
OTHER_SIGNATURES = (b"%PDF-", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"<!DOCTYPE", b"<html")


def open_book(data: bytes) -> Book | Refusal:
    """Read a spreadsheet; the sentence of a refusal goes on after the file's name."""
    if not data.strip():
        return Refusal("er tom. Oppgi regnearket som registeret skal begynne med.")
    if data.startswith(OLE):
        return Refusal(LOCKED if ENCRYPTED in data else OLD)
    if data.startswith(ZIP):
        return _archive(data)
    if data.startswith(OTHER_SIGNATURES):
        return Refusal(NO_TEXT)
    return read_delimited(data)


def _archive(data: bytes) -> Book | Refusal:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return Refusal(DAMAGED)
    if "xl/workbook.xml" in names:
        return read_workbook(data)
    if "xl/workbook.bin" in names:
        return Refusal(BINARY)
    if "content.xml" in names and "mimetype" in names:
        return Refusal(OPEN_DOCUMENT)
    # Some programs name the parts otherwise, and the library finds them.
    return read_workbook(data) if any(n.startswith("xl/") for n in names) else Refusal(NO_TEXT)
