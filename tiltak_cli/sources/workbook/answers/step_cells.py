"""What people have written in the cells of one milestone."""

from collections.abc import Iterator, Mapping
from typing import Any

from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.domain.spelling import folded
from tiltak_cli.domain.values import Fault
from tiltak_cli.sources.workbook.answers.entered import day_of, entered, same
from tiltak_cli.sources.workbook.answers.entries import Entry, Remark, Spoilt
from tiltak_cli.sources.workbook.answers.layout import LANGUAGES, Table
from tiltak_cli.sources.workbook.written import cell_text, seen_text

LIST = "milepæler"
FIELDS = ("tekst", "frist", "nådd")
# «Nådd?» in the three languages.
YES, NO = ({folded(say(key)) for say in LANGUAGES} for key in ("yes", "word.nei"))
ANSWERS = YES | NO
Key = tuple[str, str]
Row = tuple[int, dict[str, object]]


def of_step(table: Table, key: Key, step: Mapping[str, Any], row: Row) -> Iterator[Entry | Spoilt]:
    """What is written in the cells of a milestone's fields."""
    measure, name = key
    for field in FIELDS:
        if field not in table.columns:
            continue
        value, place = row[1][field], place_of(table, field, row[0])
        was = cell_text(step.get(field))
        way = (LIST, name, field)
        about = ".".join((measure, *way))
        # Without its look a day is a number.
        if was in (cell_text(value), day_of(value, table.sheet.later)):
            continue
        new = entered(f"{LIST}.{field}", value, later=table.sheet.later)
        old = entered(f"{LIST}.{field}", was)
        if isinstance(new, Fault):
            yield Spoilt(place, about, new.sentence)
        elif same(f"{LIST}.{field}", new, old):
            continue
        elif new is None and field == "tekst":
            yield Spoilt(place, about, "Cellen er tom, men en milepæl må ha en tekst.")
        else:
            yield Entry(measure, way, place, step.get(field), new)


def answered(
    table: Table, key: Key, step: Mapping[str, Any], row: Row
) -> Iterator[Entry | Remark | Spoilt]:
    """What only a workbook to be filled in has: whether it is reached, a new deadline, and why."""
    (measure, name), (number, values) = key, row
    about = f"{measure}.{LIST}.{name}"
    reached = folded(seen_text(values.get("er_nådd")))
    day = cell_text(values.get("nådd"))
    if reached and reached not in ANSWERS:
        sentence = f"{quoted(reached)} er verken ja eller nei."
        yield Spoilt(place_of(table, "er_nådd", number), about, sentence)
    elif reached in YES and not day:
        place = place_of(table, "nådd" if "nådd" in table.columns else "er_nådd", number)
        yield Spoilt(place, about, "Milepælen er nådd, men datoen mangler.")
    elif reached in NO and day:
        sentence = "Milepælen er ikke nådd, men har en dato. Velg ja, eller ta bort datoen."
        yield Spoilt(place_of(table, "er_nådd", number), about, sentence)
    if cell_text(values.get("ny_frist")):
        place = place_of(table, "ny_frist", number)
        new = entered(f"{LIST}.frist", values["ny_frist"])
        if isinstance(new, Fault):
            yield Spoilt(place, about, new.sentence)
        elif not same(f"{LIST}.frist", new, step.get("frist")):
            yield Entry(measure, (LIST, name, "frist"), place, step.get("frist"), new)
    if text := cell_text(values.get("forklaring")):
        place = place_of(table, "forklaring", number)
        yield Remark(place, measure, text, name, kind="Forklaring i")


def of_new(table: Table, key: Key, row: Row) -> Iterator[Entry | Spoilt]:
    """A milestone that the workbook was not made with."""
    measure, name = key
    text = cell_text(row[1].get("tekst"))
    if not text:
        place = place_of(table, "tekst" if "tekst" in table.columns else "id", row[0])
        about = f"{measure}.{LIST}.{name}"
        yield Spoilt(place, about, "En ny milepæl må ha en tekst.")
        return
    yield from of_step(table, key, {}, row)


def place_of(table: Table, key: str, number: int) -> str:
    """The cell of a row's field, with its sheet."""
    return f"{table.sheet.name}!{table.columns[key].letter}{number}"
