"""What people have written in a workbook since it was exported.

When it is made, the hidden sheet gets the texts of all the cells that people see, packed as one
text. Where they stand does not count, as far as a table may be sorted and its columns moved; how
they look never does.
"""

import base64
import json
import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import NamedTuple

from tiltak_cli.domain.norwegian import counted, listed, quoted
from tiltak_cli.sources.workbook.cells import LAST_ROW, Formula, Sheet, read_cells

# No workbook that is read holds more.
MAX_TEXT = 500_000_000
MIDNIGHT = time()
# An escape may be escaped itself.
LEVELS = 3
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
# Where the headings of a table stand, from 0; a sheet that is none has fewer texts there.
HEADING, FEWEST = 3, 3
# So many edits are told one by one; texts are cut shortly before what differs in them.
TOLD = 3
LEAD = 12

Row = tuple[str, ...]


class Written(NamedTuple):
    """What stood in a workbook's cells: rows of texts by sheet, and the notes on its cells.

    `edited` are the sheets for people to write in: one of them may not be missing.
    """

    sheets: Mapping[str, Sequence[Row]]
    notes: Sequence[str]
    edited: Sequence[str]


class Edit(NamedTuple):
    """A cell with another text than it had, or a row that is gone. `about` says what it is of."""

    place: str
    about: str
    old: str
    new: str

    @property
    def said(self) -> str:
        """The cell, what stood there and what stands there now, as a part of a sentence."""
        about = f" ({self.about})" if self.about else ""
        if not self.new and not self.old:
            return f"{self.place}{about} er borte"
        old, new = _apart(self.old, self.new)
        was = f"var {quoted(old)}" if old else "var tom"
        return f"{self.place}{about} {was} og er nå {quoted(new) if new else 'tom'}"


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
    return "\n".join(line.strip() for line in _unescaped(str(value)).strip().splitlines())


def _unescaped(text: str) -> str:
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
        raise ValueError(text[:TOLD]) from error
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


def edits_in(data: bytes, written: Written) -> list[Edit]:
    """What has been written in a workbook since, sheet by sheet and row by row.

    Raises WorkbookError where its cells cannot be read.
    """
    sheets = {sheet.name: sheet for sheet in read_cells(data, LAST_ROW)}
    edits: list[Edit] = []
    # First what people were to write in.
    for title in dict.fromkeys((*written.edited, *written.sheets, *sheets)):
        if title in sheets:
            edits += edits_on(title, written.sheets.get(title, ()), rows_of(sheets[title].rows))
        elif title in written.edited:
            edits.append(Edit(f"Arket {title}", "", "", ""))
    return [*edits, *_new_notes(sheets.values(), written.notes)]


def _new_notes(sheets: Iterable[Sheet], known: Iterable[str]) -> Iterator[Edit]:
    left = Counter(map(cell_text, known))
    for sheet in sheets:
        for note in sheet.notes:
            text = cell_text(note.text)
            left[text] -= 1
            if left[text] < 0:
                yield Edit(f"{sheet.name}!{note.cell}", "merknad på cellen", "", text)


def edits_on(title: str, before: Sequence[Row], now: Sequence[Row]) -> Iterator[Edit]:
    """What differs on a sheet: rows are known by all they hold, else by their first cell.

    What a formula fills where nothing stood is no edit.
    """
    heading = before[HEADING] if len(before) > HEADING else ()
    heading = heading if sum(map(bool, heading)) >= FEWEST else ()
    order = _order(heading, now)
    rows = [ended(_arranged(row, order)) for row in now]
    top = rows.index(heading) if heading in rows else HEADING
    same = Counter(before) & Counter(rows)
    old = list(_others(before, same))
    unmatched = _Unmatched(old)
    for number, row in _others(rows, same):
        earlier = unmatched.take(number, row)
        for column in range(max(len(row), len(earlier))):
            was, new = _at(earlier, column), _at(row, column)
            if was != new and (was or not isinstance(new, Formula)):
                place = f"{title}!{_letters(order.get(column, column) + 1)}{number + 1}"
                about = _about(heading, earlier or row, column) if number >= top else ""
                yield Edit(place, about, was, new)
    for row in unmatched.rest():
        yield Edit(f"{title}: raden {quoted(' '.join(filter(None, row)))}", "", "", "")


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

    def rest(self) -> list[Row]:
        """Those that are none of them."""
        return list(self._rows.values())


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


def _about(heading: Row, row: Row, column: int) -> str:
    """The row's id and the column's heading, of a cell in a table."""
    if not heading or row == heading:
        return "overskrift" if heading else ""
    return ", ".join(filter(None, (_at(row, 0) if column else "", _at(heading, column))))


def _letters(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return get_column_letter(column)


def _apart(old: str, new: str) -> tuple[str, str]:
    """Two texts from shortly before the place where they differ."""
    same = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), None)
    start = (min(len(old), len(new)) if same is None else same) - LEAD
    if start <= LEAD or not old or not new:
        return old, new
    return f"…{old[start:]}", f"…{new[start:]}"


def said(name: str, edits: Sequence[Edit]) -> str:
    """That a workbook has been written in, where, and what to do."""
    more = len(edits) - TOLD
    rest = f", og {counted(more, 'celle', 'celler')} til" if more > 0 else ""
    told = listed(edit.said for edit in edits[:TOLD]) if not rest else _comma(edits[:TOLD])
    return (
        f"«{name}» er fylt ut eller endret siden den ble eksportert, og det som står der, kan ikke "
        f"leses inn ennå: {told}{rest}. Før det inn i registeret for hånd, og bruk registeret i "
        "stedet."
    )


def _comma(edits: Iterable[Edit]) -> str:
    return "; ".join(edit.said for edit in edits)
