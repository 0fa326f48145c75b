"""Which columns of a table are milestones and documents, and which of them each one is part of."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tiltak_cli.domain.dates.fault import Fault
from tiltak_cli.domain.fields import Kind
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.domain.spelling import folded
from tiltak_cli.domain.values import value_of
from tiltak_cli.sources.files import Refusal
from tiltak_cli.sources.foreign.column import DOUBLED, Column
from tiltak_cli.sources.foreign.find import Heading, Table
from tiltak_cli.sources.foreign.headings import heard
from tiltak_cli.sources.foreign.items import (
    DEADLINE,
    DOCUMENTS,
    LINK,
    MILESTONES,
    PARTS,
    REACHED,
    TEXT,
    TITLE,
    Meant,
    Place,
    Slot,
    called_links,
    is_deadline,
    is_one_milestone,
    meant_of,
    number_in,
    placed,
)
from tiltak_cli.sources.foreign.vocabulary import is_empty

AS_HEADING = "trolig: datoene til milepælen {name}"
PAIR = "trolig: {what} til dokumentet"
BESIDE = "trolig: milepælen og datoen ved siden av"
NUMBERED = "trolig: milepælen med samme nummer"
EITHER = "kan også være fristen til milepælen ved siden av"
TAKEN = "en annen kolonne er «{slot}»"
ORDER = "trolig: etter hvor kolonnene står"


def item_columns(columns: Sequence[Column], table: Table) -> dict[int, Column]:
    """The columns that are milestones or documents by their headings."""
    by_number: dict[int, Column] = {}
    for column in columns:
        if meant := _meant(table, column):
            slot = meant.slot
            by_number[column.number] = column._replace(
                field=slot.field,
                part=slot.part,
                item=slot.item,
                why=meant.why,
                sure=meant.sure,
            )
    return by_number | dict(_pairs(by_number)) | dict(_dates_beside(by_number, columns))


def of_slot(column: Column, slot: Slot, table: Table) -> Column:
    """A column as what someone has chosen, with the number in its heading where that has one."""
    heading = _heading(table, column)
    meant = meant_of(heading.text, heading.group)
    same = meant is not None and meant.slot.field == slot.field and bool(slot.part)
    item = slot.item or (meant.slot.item if same and meant else 0)
    return column._replace(field=slot.field, part=slot.part, item=item)


def numbered(columns: Sequence[Column], decided: str) -> list[Column] | Refusal:
    """The columns with the number of the item that each is part of.

    `decided` is why someone's own choice is what it is. Where it can be seen in several ways which
    column goes with which, those that are chosen must say it; the others are not sure.
    """
    done = {column.number: column for column in columns}
    for number, column in done.items():
        before = done.get(number - 1)
        dated = column.field == MILESTONES and column.part in (DEADLINE, REACHED)
        if dated and before and before.field == MILESTONES and not before.part:
            # With a date beside it a cell has one milestone, and not several.
            done[before.number] = before._replace(part=TEXT)
    for field in PARTS:
        parts = [column for column in done.values() if column.field == field and column.part]
        items, clear = placed([Place(c.number, c.part, c.item) for c in parts])
        unsaid = [column for column in parts if not column.item]
        chosen = [column for column in unsaid if column.why == decided]
        if chosen and not clear:
            example = Slot(field, chosen[0].part, 1).name
            return Refusal(
                f"Kolonnene {listed([quoted(c.key) for c in chosen])} er valgt som {field}, men "
                f"det er ikke sagt hvilke som hører sammen. Skriv nummeret, for eksempel "
                f'--map "{chosen[0].key}={example}".'
            )
        for column in parts:
            sure = column.sure and (clear or bool(column.item))
            why = ORDER if column.sure and not sure else column.why
            done[column.number] = column._replace(item=items[column.number], sure=sure, why=why)
    return list(_once(list(done.values()), decided))


def _once(columns: Sequence[Column], decided: str) -> Iterator[Column]:
    """The columns with each part of an item once; of two that say the same neither is sure."""
    parts = Counter(column.slot for column in columns if column.item)
    # What someone has chosen is taken.
    seen = {column.slot for column in columns if column.item and column.why == decided}
    for column in columns:
        slot = column.slot
        if parts[slot] < 2 or column.why == decided:  # noqa: PLR2004 - one is alone
            yield column
        elif slot in seen:
            why = TAKEN.format(slot=slot)
            yield column._replace(field="", part="", item=0, why=why, sure=False)
        else:
            seen.add(slot)
            yield column._replace(why=DOUBLED, sure=False)


def _heading(table: Table, column: Column) -> Heading:
    return table.headings.get(column.number, Heading("", 0))


def _meant(table: Table, column: Column) -> Meant | None:
    heading = _heading(table, column)
    meant = meant_of(heading.text, heading.group)
    if meant is None or meant.slot.field != MILESTONES:
        return meant
    texts = [text for text in _texts(table, column) if not is_empty(text, Kind.DAY)]
    dates = [text for text in texts if not isinstance(value_of(DEADLINE, text), Fault)]
    if meant.slot.part in ("", TEXT) and texts and len(dates) == len(texts):
        # The heading is what is to be done, and the cells say when.
        why = AS_HEADING.format(name=quoted(column.name))
        return Meant(meant.slot._replace(part=DEADLINE), why, sure=False)
    if heading.group and not meant.sure and not meant.slot.part:
        return meant._replace(slot=Slot(""))
    return meant


def _texts(table: Table, column: Column) -> set[str]:
    return {
        cells[column.number].text
        for number, cells in table.grid.rows.items()
        if number > table.bottom and column.number in cells
    }


def _pairs(by_number: dict[int, Column]) -> Iterable[tuple[int, Column]]:
    """Of a column of documents and one of links: the title, and the link of it.

    They have the same number, or stand beside one another with none.
    """
    whole = [c for c in by_number.values() if c.field == DOCUMENTS and not c.part]
    links = [column for column in whole if called_links(column.name)]
    for first in (column for column in whole if column not in links):
        item = number_in(first.name)
        same = [c for c in links if number_in(c.name) == item]
        second = next((c for c in same if item or c.number == first.number + 1), None)
        for column, part, what in ((first, TITLE, "tittelen"), (second, LINK, "lenken")):
            if column and second:
                why = PAIR.format(what=what)
                named = column._replace(part=part, item=item, why=why, sure=False)
                yield column.number, named


def _dates_beside(
    by_number: dict[int, Column], columns: Sequence[Column]
) -> Iterable[tuple[int, Column]]:
    """Of one milestone's column and the next one, of a date: that both may be of the milestone."""
    steps = {c.item for c in by_number.values() if c.field == MILESTONES and c.part == TEXT}
    for column in columns:
        before, number = by_number.get(column.number - 1), number_in(column.name)
        if column.number in by_number or not is_deadline(column.name):
            continue
        if number and number in steps:
            named = column._replace(field=MILESTONES, part=DEADLINE, item=number)
            yield column.number, named._replace(why=NUMBERED, sure=False)
            continue
        if number or before is None or not is_one_milestone(before.name):
            continue
        if before.part not in ("", TEXT):
            continue
        first = next((each for each in heard(column.name)), None)
        if first and first.sure and not column.doubled:
            yield column.number, column._replace(field=first.field, why=EITHER, sure=False)
            continue
        for each, part in ((before, TEXT), (column, DEADLINE)):
            named = each._replace(field=MILESTONES, part=part, item=before.item)
            yield each.number, named._replace(why=BESIDE, sure=False)


def own_heading(table: Table, column: Column) -> str:
    """What a column is called, without the head of its group."""
    return " ".join(_heading(table, column).text.split()) or folded(column.cell).upper()
