"""Which field each column of a table is: as someone has decided, by its heading, by its values."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from tiltak_cli.domain.fields import BY_KEY, Kind
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.domain.spelling import folded, nearest
from tiltak_cli.sources.files import Refusal
from tiltak_cli.sources.foreign.cells.grid import cell_name
from tiltak_cli.sources.foreign.column import DOUBLED, FRIST, TITLE, Column
from tiltak_cli.sources.foreign.deadlines import chosen_parts, deadline_parts
from tiltak_cli.sources.foreign.find import Table
from tiltak_cli.sources.foreign.headings import (
    COMPOSITE,
    NO_PERSON,
    Heard,
    heard,
    is_person,
    perhaps,
    plain_heading,
)
from tiltak_cli.sources.foreign.item_columns import item_columns, numbered, of_slot
from tiltak_cli.sources.foreign.items import is_listed, slot_named
from tiltak_cli.sources.foreign.mapping import Decisions
from tiltak_cli.sources.foreign.vocabulary import is_empty
from tiltak_cli.sources.foreign.words import Reader

DECIDED = "valgt"
UNKNOWN = "ingen felt heter noe slikt"
NO_HEADING = "kolonnen har ingen overskrift"
HIDDEN = "kolonnen er skjult i arket"
DROPPED = "valgt bort"
BESIDE = "trolig: men en tom kolonne skiller, så det kan være en annen tabell"
# So many of the different values of a column must be values of a field that it may be.
FITS = 0.5
# Where some of them may be something else, it is not all.
ALMOST = 0.99
# In the name of a column, for any signs: all that begin alike.
ANY = "*"


def columns_of(
    table: Table, numbers: Iterable[int], decided: Decisions, reader: Reader
) -> list[Column] | Refusal:
    """The columns of a table, in order. `numbers` are those with something in a row below."""
    blank = [_column(table, n) for n in sorted({*table.headings, *numbers})]
    names = Counter(column.name for column in blank)
    blank = [column._replace(doubled=names[column.name] > 1) for column in blank]
    given = _given(table, blank, decided)
    if isinstance(given, Refusal):
        return given
    by_number: dict[int, Column] = {}
    for column in blank:
        if column.number in given:
            by_number[column.number] = _chosen(column, given[column.number], table)
    ends = [column for column in by_number.values() if column.field == FRIST]
    for number, part in chosen_parts(ends, table).items():
        by_number[number] = by_number[number]._replace(part=part)
    rest = [column for column in blank if column.number not in by_number]
    taken = {column.field for column in by_number.values() if column.field}
    if FRIST not in taken:
        by_number |= deadline_parts(rest, table)
        taken |= {column.field for column in by_number.values() if column.field}
    for column in _unreadable(rest, table):
        by_number.setdefault(column.number, column)
    by_number |= item_columns([c for c in rest if c.number not in by_number], table)
    taken |= {column.field for column in by_number.values() if column.field}
    _by_heading(rest, table, reader, by_number, taken)
    return numbered([*_beside(table, [by_number[column.number] for column in blank])], DECIDED)


def _beside(table: Table, columns: Sequence[Column]) -> Iterator[Column]:
    """Columns; those after the titles and an empty column as unsure, for they may be of another."""
    merged = {n for m in table.grid.merged for n in range(m.left, m.left + m.columns)}
    apart = titled = False
    before = 0
    for column in columns:
        between = {*range(before + 1, column.number)} - merged - {*table.grid.hidden_columns}
        apart, before = apart or (titled and bool(between)), column.number
        titled = titled or column.field == TITLE
        guessed = apart and column.field and column.why != DECIDED
        yield column._replace(why=BESIDE, sure=False) if guessed else column


def _chosen(column: Column, wanted: str, table: Table) -> Column:
    """A column as someone has decided."""
    field = wanted.partition(".")[0]
    chosen = column._replace(
        field=field, why=DECIDED if field else DROPPED, sure=True, dropped=not field
    )
    slot = slot_named(wanted, field) if is_listed(field) else None
    return of_slot(chosen, slot, table) if slot else chosen


def _column(table: Table, number: int) -> Column:
    heading = table.headings.get(number)
    texts = Counter(folded(each.text) for each in table.headings.values())
    name = ""
    if heading:
        whole = texts[folded(heading.text)] > 1
        name = " ".join((heading.whole if whole else heading.text).split())
    row = heading.row if heading else table.bottom
    return Column(number, name, cell_name(row, number), field="", why=UNKNOWN, sure=False)


def _given(table: Table, columns: Sequence[Column], decided: Decisions) -> dict[int, str] | Refusal:
    """The fields that someone has decided, by column; a sentence where a name fits none."""
    given: dict[int, str] = {}
    by_cell: dict[int, str] = {}
    for wanted, field in decided.columns.items():
        named = [c for c in columns if wanted.strip().upper() in _cells(table, c)]
        if named:
            by_cell |= {column.number: field for column in named}
            continue
        same = [
            c
            for c in columns
            if c.name and _names(table, c) & {plain_heading(wanted), folded(wanted)}
        ]
        if ANY in wanted:
            form = ".*".join(map(re.escape, folded(wanted).split(ANY)))
            same = [c for c in columns if re.fullmatch(form, folded(c.name))]
        elif len(same) > 1:
            cells = listed([column.cell for column in same])
            return Refusal(
                f"{quoted(wanted)} står over flere kolonner ({cells}). Oppgi cellen i stedet, for "
                f'eksempel --map "{same[0].cell}={field or "…"}".'
            )
        if not same:
            names = [column.name for column in columns if column.name]
            near = nearest(wanted, names)
            remedy = (
                f"Mente du {quoted(near)}?"
                if near
                else f"Kolonnene er {listed(map(quoted, names))}."
            )
            return Refusal(f"Ingen kolonne heter {quoted(wanted)}. {remedy}")
        given |= {column.number: field for column in same}
    given |= by_cell
    fields = Counter(field for field in given.values() if field)
    if chosen_parts([c for c in columns if given.get(c.number) == FRIST], table):
        del fields[FRIST]
    single = [field for field, count in fields.items() if count > 1 and not _several(field)]
    if single or fields["tittel"] > 1:
        return Refusal(
            f"Flere kolonner er valgt som «{(single or ['tittel'])[0]}». Velg én av dem, og for "
            "eksempel merknad for de andre."
        )
    return given


def _several(wanted: str) -> bool:
    """Whether several columns may be this: texts are put together, items are each of their own."""
    field = wanted.partition(".")[0]
    item = slot_named(wanted, field) if is_listed(field) else None
    return not item.item if item else BY_KEY[field].kind is Kind.TEXT


def _cells(table: Table, column: Column) -> set[str]:
    return {cell_name(row, column.number) for row in range(table.top, table.bottom + 1)}


def _names(table: Table, column: Column) -> set[str]:
    heading = table.headings[column.number]
    texts = (heading.text, heading.whole, column.name)
    return {name for text in texts for name in (folded(text), plain_heading(text))}


def _unreadable(columns: Iterable[Column], table: Table) -> Iterable[Column]:
    """Columns that are not taken whatever they are called."""
    for column in columns:
        if column.number in table.grid.hidden_columns:
            yield column._replace(why=HIDDEN)
        elif not column.name:
            yield column._replace(why=NO_HEADING)
        elif is_person(column.name):
            yield column._replace(why=NO_PERSON)


def _by_heading(
    columns: Sequence[Column],
    table: Table,
    reader: Reader,
    by_number: dict[int, Column],
    taken: set[str],
) -> None:
    """The rest by their headings: first what is certain, then what is likely and free."""
    meant = {c.number: _meant(table, c) for c in columns if c.number not in by_number}
    left = [column for column in columns if column.number in meant]
    for column in left:
        first = meant[column.number][0] if meant[column.number] else None
        if not first or not first.sure:
            continue
        if BY_KEY[first.field].kind in COMPOSITE:
            by_number[column.number] = column._replace(why=f"«{first.field}» har flere felt i seg")
        elif first.field in taken:
            by_number[column.number] = column._replace(why=f"en annen kolonne er «{first.field}»")
            _doubt(by_number, first.field)
        else:
            taken.add(first.field)
            by_number[column.number] = column._replace(field=first.field, why=first.why, sure=True)
    for column in left:
        if column.number not in by_number:
            likely = _likely(meant[column.number], taken, _fitting(table, column, reader))
            taken |= {likely.field} if likely else set()
            by_number[column.number] = (
                column._replace(field=likely.field, why=likely.why, sure=likely.sure)
                if likely
                else column._replace(why=_why_not(meant[column.number], taken))
            )


def _meant(table: Table, column: Column) -> tuple[Heard, ...]:
    heading = table.headings[column.number]
    whole = (f"{heading.text} {heading.group}", f"{heading.group} {heading.text}")
    texts = (heading.text, *(whole if heading.group else ()))
    fields = next((fields for text in texts if (fields := heard(text))), perhaps(heading.text))
    # What is said of milestones and documents is heard before.
    return tuple(each for each in fields if not is_listed(each.field))


def _doubt(by_number: dict[int, Column], field: str) -> None:
    """Of two columns with equal right to a field neither is certain, unless someone has decided."""
    for number, column in by_number.items():
        if column.field == field and column.why != DECIDED:
            by_number[number] = column._replace(why=DOUBLED, sure=False)


def _likely(meant: Sequence[Heard], taken: set[str], fits: Callable[[str], float]) -> Heard | None:
    free = [each for each in meant if each.field not in taken]
    for each in free:
        share = fits(each.field)
        if each.by_values and share == 1 and BY_KEY[each.field].kind is not Kind.TEXT:
            return each._replace(why=f"verdiene passer til «{each.field}»", sure=True)
        if share >= FITS:
            return each
    return next((each for each in free if not each.by_values), None)


def _why_not(meant: Sequence[Heard], taken: set[str]) -> str:
    if not meant:
        return UNKNOWN
    if meant[0].field in taken:
        return f"en annen kolonne er «{meant[0].field}»"
    return f"verdiene passer ikke til «{meant[0].field}»"


def _fitting(table: Table, column: Column, reader: Reader) -> Callable[[str], float]:
    """How much of what a column says can be read as a field: from 0 to 1."""
    texts = {
        cells[column.number].text
        for number, cells in table.grid.rows.items()
        if number > table.bottom and column.number in cells
    }

    def fits(field: str) -> float:
        kind = BY_KEY[field].kind
        if kind in (Kind.TEXT, Kind.ID):
            return 1
        filled = [text for text in texts if not is_empty(text, kind)]
        read = [reader.read(field, text) for text in filled]
        likely = sum(all(part.becomes is not None for part in each.parts) for each in read)
        sure = sum(all(part.sure for part in each.parts) for each in read)
        whole = bool(read) and sure == likely == len(read)
        return 1 if whole else min(likely / max(len(read), 1), ALMOST)

    return fits
