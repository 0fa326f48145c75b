"""What people have written in a workbook since it was exported.

When it is made, the hidden sheet gets the texts of all the cells that people see, packed as one
text. Where they stand does not count, as far as a table may be sorted and its columns moved; how
they look never does.
"""

import base64
import io
import json
import re
import zipfile
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import NamedTuple

from tiltak_cli.domain.invisible import shown
from tiltak_cli.sources.workbook.cells import Formula

# No workbook that is read holds more.
MAX_TEXT = 500_000_000
MIDNIGHT = time()
# An escape may be escaped itself.
LEVELS = 3
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
# Where the headings of a table stand, from 0; a sheet that is none has fewer texts there.
HEADING, FEWEST = 3, 3

# Where a workbook says which program saved it, in a few hundred bytes.
PROPERTIES = "docProps/app.xml"
OURS = b"<Application>tiltak</Application>"
MOST_PROPERTIES = 100_000

Row = tuple[str, ...]


class Written(NamedTuple):
    """What stood in a workbook's cells: rows of texts by sheet, and the notes on its cells.

    `edited` are the sheets for people to write in: one of them may not be missing.
    """

    sheets: Mapping[str, Sequence[Row]]
    notes: Sequence[str]
    edited: Sequence[str]


class Edit(NamedTuple):
    """A cell, and the text that someone has written in it."""

    place: str
    new: str


def as_sent(data: bytes) -> bool:
    """Whether the bytes are a workbook as we wrote it, which no other program has saved since."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            part = archive.getinfo(PROPERTIES)
            return part.file_size <= MOST_PROPERTIES and OURS in archive.read(part)
    # What an archive says of itself may be anything.
    except (zipfile.BadZipFile, zlib.error, KeyError, OSError, ValueError, RuntimeError):
        return False


def cell_text(value: object) -> str:
    """What a cell says, the same however a program stores it."""
    if value is None or isinstance(value, Formula):
        return value or ""
    if isinstance(value, datetime) and value.time() == MIDNIGHT:
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "\n".join(line.strip() for line in unescaped(str(value)).strip().splitlines())


def seen_text(value: object) -> str:
    """What a cell says to someone who reads it: on one line, without what hardly shows."""
    return shown(cell_text(value))


def unescaped(text: str) -> str:
    """A text without the format's escapes, which some readers and writers leave as they are."""
    for _ in range(LEVELS if "_x" in text else 0):
        text = ESCAPED.sub(lambda match: chr(int(match[1], 16)), text)
    return text


def packed(written: Written) -> str:
    """The texts of a workbook's cells as one text of letters and digits."""
    text = json.dumps(written, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(zlib.compress(text.encode("utf-8", "replace"), 9)).decode()


def unpacked(text: str) -> Written:
    """The same read back. Raises ValueError where it is something else."""
    try:
        unpack = zlib.decompressobj()
        sheets, notes, edited = json.loads(
            unpack.decompress(base64.b64decode(text, validate=True), MAX_TEXT)
        )
    except zlib.error as error:
        raise ValueError(text[:FEWEST]) from error
    rows = {str(title): [tuple(map(str, row)) for row in rows] for title, rows in sheets.items()}
    return Written(rows, [str(note) for note in notes], [str(title) for title in edited])


def rows_of(rows: Iterable[Iterable[object]]) -> list[Row]:
    """Rows of values as texts, without what is empty at the end of them."""
    return without_end([ended(tuple(map(cell_text, row))) for row in rows])


def without_end(rows: list[Row]) -> list[Row]:
    """Rows without those at the end that hold nothing."""
    while rows and not rows[-1]:
        rows.pop()
    return rows


def ended(row: Row) -> Row:
    """A row without what is empty at its end."""
    end = len(row)
    while end and not row[end - 1]:
        end -= 1
    return row[:end]


def edits_on(title: str, before: Sequence[Row], now: Sequence[Row]) -> Iterator[Edit]:
    """What is written on a sheet: rows are known by all they hold, else by their first cell.

    What is emptied is no edit, nor is what a formula fills where nothing stood.
    """
    heading = before[HEADING] if len(before) > HEADING else ()
    heading = heading if sum(map(bool, heading)) >= FEWEST else ()
    order = _order(heading, now)
    rows = [ended(_arranged(row, order)) for row in now]
    same = Counter(before) & Counter(rows)
    old = list(_others(before, same))
    unmatched = _Unmatched(old)
    for number, row in _others(rows, same):
        earlier = unmatched.take(number, row)
        for column, new in enumerate(row):
            was = _at(earlier, column)
            if new and was != new and (was or not isinstance(new, Formula)):
                place = f"{title}!{letters(order.get(column, column) + 1)}{number + 1}"
                yield Edit(place, new)


def _others(rows: Sequence[Row], same: Counter[Row]) -> Iterator[tuple[int, Row]]:
    """The rows, with their numbers from 0, that are not among those that are the same."""
    left = same.copy()
    for number, row in enumerate(rows):
        if left[row]:
            left[row] -= 1
        elif row:
            yield number, row


class _Unmatched:
    """Rows as they were, each of which may be one of those that stand there now."""

    def __init__(self, rows: list[tuple[int, Row]]) -> None:
        self._rows = dict(rows)
        self._by_first: dict[str, list[int]] = defaultdict(list)
        for number, row in rows:
            self._by_first[row[0]].append(number)

    def take(self, number: int, row: Row) -> Row:
        """The row that another was: with the same first cell, else in its place; else none."""
        likely = [n for n in self._by_first[row[0]] if n in self._rows] if row[0] else []
        if likely:
            number = max(likely, key=lambda n: sum(map(str.__eq__, self._rows[n], row)))
        return self._rows.pop(number, ())


def _order(heading: Row, now: Sequence[Row]) -> dict[int, int]:
    """Where each column of a table stands now, where its columns have been moved."""
    there = next((row for row in now if heading and Counter(row) >= Counter(heading)), ())
    if there[: len(heading)] == heading:
        return {}
    places = {text: column for column, text in enumerate(there) if text}
    moved = [places[text] for text in heading if text in places]
    rest = [column for column in range(max(map(len, now), default=0)) if column not in moved]
    return dict(enumerate([*moved, *rest])) if len(moved) == len(heading) else {}


def _arranged(row: Row, order: Mapping[int, int]) -> Row:
    return tuple(_at(row, column) for column in order.values()) if order else row


def _at(row: Row, column: int) -> str:
    return row[column] if column < len(row) else ""


def letters(column: int) -> str:
    """The name of a column, counted from 1."""
    from openpyxl.utils import get_column_letter

    return get_column_letter(column)
