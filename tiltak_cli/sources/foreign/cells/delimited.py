"""A file of values with a sign between them, as one sheet of cells."""

import csv
import io
import re
from collections import Counter

from tiltak_cli.sources.files import Refusal
from tiltak_cli.sources.foreign.cells.grid import Book, Cell, Grid, tidied
from tiltak_cli.sources.workbook.cells import MAX_COLUMNS, MAX_ROWS

MAX_TEXT = 20_000_000
SIGNS = (";", ",", "\t", "|")
SAID = re.compile(r"\ufeff?\"?sep=([;,|\t])\"?[ \t]*(?:\r\n|\r|\n)", re.IGNORECASE)
# So much of the file shows what its sign is.
ENOUGH = 60
UTF16 = (b"\xff\xfe", b"\xfe\xff")
# In so much of a file without a mark, every second byte shows that each letter takes two.
LOOKED_AT = 400

TOO_LARGE = "er for stor til å leses. Ta bort kolonner som ikke skal med."
NO_TEXT = "er verken et regneark eller en tekstfil med kolonner. Oppgi en .xlsx- eller .csv-fil."
OPEN_QUOTE = (
    'har et anførselstegn (") som åpnes og aldri lukkes, så radene kan ikke skilles. Rett det i '
    "kilden, eller lagre filen som .xlsx."
)
TOO_LONG = "har en celle som er for lang til å leses. Lagre filen som .xlsx."


def read_delimited(data: bytes) -> Book | Refusal:
    """Read the text of a csv file; the sentence of a refusal goes on after the file's name."""
    if len(data) > MAX_TEXT:
        return Refusal(TOO_LARGE)
    text = _decoded(data)
    if text is None or "\0" in text:
        return Refusal(NO_TEXT)
    match = SAID.match(text)
    sign = match[1] if match else ""
    text = text[match.end() :] if match else text.removeprefix("\ufeff")
    try:
        records = _records(text, sign or _sign_of(text))
    except csv.Error as error:
        return Refusal(OPEN_QUOTE if "end of data" in str(error) else TOO_LONG)
    rows = {
        number: cells
        for number, record in enumerate(records[:MAX_ROWS], 1)
        if (cells := _cells(record[:MAX_COLUMNS]))
    }
    cut = len(records) > MAX_ROWS or any(len(record) > MAX_COLUMNS for record in records)
    return Book("csv", (Grid("", rows, cut=cut),))


def _cells(record: list[str]) -> dict[int, Cell]:
    texts = map(tidied, record)
    return {column: Cell(text) for column, text in enumerate(texts, 1) if text}


def _decoded(data: bytes) -> str | None:
    """The text in whichever of four encodings it is; None where it is in none of them."""
    for encoding in (_with_two_bytes(data), "utf-8-sig", "cp1252"):
        if encoding:
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
    return None


def _with_two_bytes(data: bytes) -> str:
    if data[:2] in UTF16:
        return "utf-16"
    begin = data[:LOOKED_AT]
    for encoding, zeros in (("utf-16-le", begin[1::2]), ("utf-16-be", begin[::2])):
        if zeros and zeros.count(0) * 2 > len(zeros):
            return encoding
    return ""


def _sign_of(text: str) -> str:
    """The sign that parts most records into the same number of values."""

    def parted(sign: str) -> tuple[bool, int, int]:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
        lengths: Counter[int] = Counter()
        whole = True
        try:
            for record, _ in zip(reader, range(ENOUGH), strict=False):
                lengths[len(record)] += len(record) > 1
        except csv.Error:
            # With the right sign nothing stands between a closing quote and the next value.
            whole = False
        length, records = lengths.most_common(1)[0] if lengths else (0, 0)
        return whole and records > 0, records, length

    return max(SIGNS, key=parted)


def _records(text: str, sign: str) -> list[list[str]]:
    """The records. Raises csv.Error where a quote is never closed."""
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True))
    except csv.Error as error:
        if "end of data" in str(error):
            raise
        # Something after a closing quote, which spreadsheets take as it stands.
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=sign))
