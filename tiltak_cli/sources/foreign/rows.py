"""Which rows of a table are measures, and what the others are."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tiltak_cli.domain.fields import BY_KEY, Kind
from tiltak_cli.domain.spelling import folded
from tiltak_cli.sources.foreign.cells.grid import NOTHING, Row, cell_name
from tiltak_cli.sources.foreign.column import ID, TITLE, Column
from tiltak_cli.sources.foreign.find import Table
from tiltak_cli.sources.foreign.headings import heard
from tiltak_cli.sources.foreign.items import DOCUMENTS
from tiltak_cli.sources.foreign.vocabulary import is_empty

ABOVE = "står over tabellen"
HIDDEN = "raden er skjult i arket"
AGAIN = "overskriftene om igjen"
SUM = "en sum"
SOURCE = "en kilde"
NUMBER = "bare et nummer"
ANOTHER = "en annen tabell under"
RULE = "en strek"
LABEL = "en overskrift for radene under"
FOOTER = "står etter tabellen"
STRUCK = "teksten er strøket over"
COLOURS = "fargene i kolonnen er ikke lest"
NOTED = "kommentar til cellen"
LINKED = "lenke i cellen"
ONLY_TITLE = "raden har bare en tittel, og kan være en overskrift for radene under"
MAYBE_NOT = "raden har bare en tittel, der andre har mer, og er kanskje ikke et tiltak"
NO_TITLE = "raden har ingen tittel; den kan høre til raden over"
TOTALS = "sum|totalt?|i alt|til saman|til sammen|subtotal|delsum|grand total"
TOTAL = re.compile(rf"({TOTALS}|antall? (?:tiltak|rad[ae]r))\b.*")
# What says a sum, or where the table is from, and is alone on its row: «Sum antall tiltak: 25».
COUNTED = "antall?|tiltak|tiltakene|tiltaka|rader|stk|measures"
ALONE_SUM = re.compile(
    rf"(?:{TOTALS})[ :.=]*"
    rf"|(?:{TOTALS}|antall?|number of)(?: (?:{COUNTED}))* ?[:=]? ?[0-9][0-9 .,]*(?:{COUNTED})?\.?"
    rf"|(?:{TOTALS}|antall?|number of)(?: [^\W\d]+){{0,4}} ?[:=] ?[0-9][0-9 .,]*(?: [^\W\d]+)?\.?"
)
ALONE_SOURCE = re.compile(r"(?:(?:data)?kilder?|kjelder?|sources?) ?: ?\S.*")
# So many known words are the headings of another table.
SEVERAL_HEADINGS = 2
# The line below the headings of a table in Markdown, and lines that are drawn with signs.
DRAWN = re.compile(r":?[-=_–—]{2,}:?")
DIGITS = re.compile(r"[-+]?[0-9\s.,%]+(?:kr|nok)?", re.IGNORECASE)
A_NUMBER = re.compile(r"\S*[0-9]\S*")
BETWEEN = " · "
# In a table of so many fields a measure has more than a title.
SEVERAL = 5
# With a title and so much in all, a row is no heading.
RICH = 3
# In so few rows nobody can see whether every other one has a colour.
FEWEST = 3


class Skipped(NamedTuple):
    """A row, or what stands at one, that is no measure: what it says and why it is left."""

    row: int
    text: str
    why: str


class Rows(NamedTuple):
    """The rows of a table: `measures` by number, those that are `skipped`, those `without` a title.

    The measures that are `doubtful` may be headings for the rows below, and the `lone` ones may be
    none, for most others have more. `left` says by number why a row is no measure.
    """

    measures: Mapping[int, Row]
    skipped: tuple[Skipped, ...]
    without: tuple[Skipped, ...]
    doubtful: tuple[int, ...]
    lone: tuple[int, ...]
    left: Mapping[int, str]


def rows_of(table: Table, columns: Sequence[Column]) -> Rows:
    """Tell measures from the other rows."""
    sorting = _Sorting(table, columns)
    for number, cells in table.grid.rows.items():
        sorting.take(number, cells)
    sorting.skipped += _colours(table, columns, sorting.measures)
    return Rows(
        measures=sorting.measures,
        skipped=tuple(sorted(sorting.skipped)),
        without=tuple(sorting.without),
        doubtful=tuple(sorting.doubtful),
        lone=tuple(sorting.lone()),
        left=sorting.left,
    )


def filled_columns(table: Table) -> set[int]:
    """The columns with something in a row below the headings that may be a measure."""
    columns: set[int] = set()
    for number, cells in table.grid.rows.items():
        if number > table.bottom and number not in table.grid.hidden_rows and len(cells) > 1:
            columns |= {column for column, cell in cells.items() if cell.text}
    return columns


class _Sorting:
    """Takes one row after the other."""

    def __init__(self, table: Table, columns: Sequence[Column]) -> None:
        self._table = table
        self._headings = {column: folded(h.text) for column, h in table.headings.items()}
        self._title = next((c.number for c in columns if c.field == TITLE), 0)
        self._fields = {c.number: c.field for c in columns if c.field}
        self._documents = [n for n, field in self._fields.items() if field == DOCUMENTS]
        self.measures: dict[int, Row] = {}
        self.skipped: list[Skipped] = []
        self.without: list[Skipped] = []
        self.doubtful: list[int] = []
        self._alone: list[int] = []
        self.left: dict[int, str] = {}
        # The last row with a title and more.
        self._full = max(
            (
                number
                for number, cells in table.grid.rows.items()
                if len(cells) > 1 and (not self._title or self._title in cells)
            ),
            default=0,
        )
        self._last = table.bottom
        self._ended = False
        # Whether what comes is of a table with other headings.
        self._another = False

    def take(self, number: int, cells: Row) -> None:
        """See what a row is."""
        if self._table.top <= number <= self._table.bottom:
            self.skipped += _remarks(number, cells, self._documents)
            return
        filled = {column: cell for column, cell in cells.items() if cell.text}
        why = self.left[number] = self._why_not(number, filled)
        if filled and why == NO_TITLE:
            self.without.append(Skipped(number, _text(filled), why))
        elif filled and why:
            self.skipped.append(Skipped(number, _text(filled), why))
        elif filled:
            self.measures[number] = cells
            if len(filled) == 1 and number < self._full and self._has_more():
                self.doubtful.append(number)
            elif len(filled) == 1 and self._title in filled:
                self._alone.append(number)
        self.skipped += _remarks(number, cells, self._documents)
        if filled and number > self._table.bottom:
            self._ended = why == FOOTER
            self._last = number

    def lone(self) -> Iterable[int]:
        """The measures with only a title, where most of them have several fields more."""
        filled = (sum(bool(cell.text) for cell in row.values()) for row in self.measures.values())
        return self._alone if 2 * sum(n >= RICH for n in filled) > len(self.measures) else ()

    def _why_not(self, number: int, filled: Row) -> str:
        """Why a row is no measure; empty where it is one."""
        if number < self._table.top:
            return ABOVE
        if number in self._table.grid.hidden_rows:
            return HIDDEN
        if why := self._of_tables(number, filled):
            return why
        numbers = all(DIGITS.fullmatch(cell.text) or cell.fault for cell in filled.values())
        if numbers and self._title not in filled:
            return self._of_numbers(number, filled)
        return self._of_sum(filled) or self._of_words(number, filled)

    def _of_tables(self, number: int, filled: Row) -> str:
        """The same of a row that is headings or a line, or of another table below this one."""
        if self._repeats(filled):
            self._another = False
            return AGAIN
        if filled and all(DRAWN.fullmatch(cell.text.strip()) for cell in filled.values()):
            return RULE
        self._another = self._another or self._heads_another(number, filled)
        return ANOTHER if self._another and filled else ""

    def _of_numbers(self, number: int, filled: Row) -> str:
        areas = [column for column in filled if self._is_area(column)]
        if areas and all(c in areas or self._fields.get(c) == ID for c in filled):
            return LABEL if len(areas) == len(filled) else NO_TITLE
        if len(filled) > 1:
            return SUM
        apart = number > self._last + 1 or self._ended
        return FOOTER if apart and self._fields.get(next(iter(filled))) != ID else NUMBER

    def _of_words(self, number: int, filled: Row) -> str:
        """The same of a row with words in it."""
        alone, column = len(filled) == 1, next(iter(filled))
        last = number >= self._full
        apart = number > self._last + 1 or self._ended
        if alone and self._wide(number, column):
            return FOOTER if apart and last else LABEL
        if alone and apart and last and len(self._fields) > 1:
            return FOOTER
        if not self._title or self._has_title(filled):
            return ""
        if alone and self._is_label(column, filled[column].text):
            return LABEL
        if all(
            self._fields.get(column) == ID or is_empty(cell.text) for column, cell in filled.items()
        ):
            return NUMBER
        return FOOTER if alone and apart else NO_TITLE

    def _has_more(self) -> bool:
        """Whether a measure in this table has more than a title."""
        return ID in self._fields.values() or len(self._fields) >= SEVERAL

    def _is_label(self, column: int, text: str) -> bool:
        """Whether what stands alone on a row is an area, or words to the left of the titles."""
        field = self._fields.get(column)
        if field == ID:
            return not A_NUMBER.fullmatch(text)
        return self._is_area(column) or (field is None and column < self._title)

    def _is_area(self, column: int) -> bool:
        field = self._fields.get(column)
        return field is not None and BY_KEY[field].kind is Kind.AREAS

    def _has_title(self, filled: Row) -> bool:
        return not is_empty(filled.get(self._title, NOTHING).text)

    def _repeats(self, filled: Row) -> bool:
        same = [self._headings.get(column) == folded(cell.text) for column, cell in filled.items()]
        return len(same) > 1 and all(same)

    def _heads_another(self, number: int, filled: Row) -> bool:
        """Whether a row after an empty one has the headings of another table.

        Some of them are the same as in this one, or several are known as headings.
        """
        if number <= self._last + 1 or len(filled) == 1:
            return False
        same = sum(self._headings.get(column) == folded(c.text) for column, c in filled.items())
        known = sum(any(m.sure for m in heard(cell.text)) for cell in filled.values())
        return same > 0 or (known >= SEVERAL_HEADINGS and 2 * known >= len(filled))

    def _of_sum(self, filled: Row) -> str:
        """The same of a row with a word for a sum and no more than numbers, or with a source."""
        first, *rest = filled.values()
        text = folded(first.text)
        if rest:
            numbers = all(DIGITS.fullmatch(cell.text) or cell.fault for cell in rest)
            return SUM if numbers and TOTAL.fullmatch(text) else ""
        if len(self._fields) == 1:
            return ""
        return SOURCE if ALONE_SOURCE.fullmatch(text) else SUM if ALONE_SUM.fullmatch(text) else ""

    def _wide(self, row: int, column: int) -> bool:
        return any(
            m.columns > 1 for m in self._table.grid.merged if (m.top, m.left) == (row, column)
        )


def _text(filled: Row) -> str:
    return BETWEEN.join(" ".join(cell.text.split()) for cell in filled.values())


def _colours(table: Table, columns: Sequence[Column], measures: Iterable[int]) -> Iterator[Skipped]:
    """The columns in which cells are told apart by colours, which are not read."""
    rows = list(measures)
    colours = table.grid.colours
    by_column = {c: [colours.get((row, c.number), "") for row in rows] for c in columns}
    shades = {tuple(cells) for cells in by_column.values()}
    # A colour in every other row, all over, is to make a table easy to read.
    if len(shades) == 1 and len(rows) > FEWEST and _alternate(rows, *shades):
        return
    for column, cells in by_column.items():
        if len(set(cells)) > 1:
            first = next(row for row, colour in zip(rows, cells, strict=True) if colour)
            yield Skipped(first, column.key, COLOURS)


def _alternate(rows: Sequence[int], cells: Sequence[str]) -> bool:
    """Whether all the odd rows have one colour, and all the even ones another."""
    pairs = [*zip(rows, cells, strict=True)]
    return all(len({colour for row, colour in pairs if row % 2 == odd}) == 1 for odd in (0, 1))


def _remarks(row: int, cells: Row, documents: Collection[int]) -> Iterator[Skipped]:
    """What is said beside the cells: notes, and addresses that are not in the text.

    In columns of `documents` the addresses are read.
    """
    for column, cell in cells.items():
        if cell.struck:
            yield Skipped(row, " ".join(cell.text.split()), STRUCK)
        if cell.note:
            yield Skipped(row, " ".join(cell.note.split()), f"{NOTED} {cell_name(row, column)}")
        if cell.link and column not in documents:
            yield Skipped(row, cell.link, f"{LINKED} {cell_name(row, column)}")
