"""What people have written on the sheet of milestones."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple

from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.domain.spelling import folded
from tiltak_cli.domain.values import Fault
from tiltak_cli.sources.workbook.answers.entered import day_of, entered, same
from tiltak_cli.sources.workbook.answers.entries import Entry, Remark, Spoilt
from tiltak_cli.sources.workbook.answers.layout import (
    LANGUAGES,
    Table,
    heading,
    sheet_of,
    step_labels,
    step_table,
)
from tiltak_cli.sources.workbook.answers.rows import MOST_NEW, too_many
from tiltak_cli.sources.workbook.base import Base
from tiltak_cli.sources.workbook.cells import Cells
from tiltak_cli.sources.workbook.shown import MILESTONES
from tiltak_cli.sources.workbook.written import HEADING, cell_text, seen_text
from tiltak_cli.wording import Language, Wording, wording

LIST = "milepæler"
FIELDS = ("tekst", "frist", "nådd")
# What is shown here and written elsewhere, with what to do instead.
SHOWN = {
    "tittel": "Endre det i arket med tiltakene.",
    "ansvarlig": "Endre det i arket med tiltakene.",
    "spørsmål": "Dette står til opplysning. Skriv svaret i en av kolonnene med ✎.",
    "tilstand": "Tilstanden følger av fristen og av når milepælen er nådd. Skriv dagen i Nådd.",
}
IDS = ("id", "milepæl")
# «Nådd?» in the three languages.
YES, NO = ({folded(say(key)) for say in LANGUAGES} for key in ("yes", "word.nei"))
ANSWERS = YES | NO
Key = tuple[str, str]
Row = tuple[int, dict[str, object]]


class Steps(NamedTuple):
    """What was found on the sheet, and what is to be said of it."""

    found: tuple[Entry | Remark | Spoilt, ...] = ()
    told: tuple[str, ...] = ()
    sheet: str = ""


def step_entries(cells: Cells, base: Base, ignored: Sequence[str]) -> Steps:
    """What has been written about milestones since the workbook was made."""
    say = wording(Language(base.language))
    there = [step for measure in base.measures for step in measure.get(LIST, ())]
    sheet = sheet_of(cells, MILESTONES)
    if sheet is None:
        gone = f"Arket {say(MILESTONES)} er borte. Milepælene er ikke rørt."
        return Steps(told=(gone,) if there else ())
    table = sheet if isinstance(sheet, Spoilt) else step_table(sheet, ignored)
    if isinstance(table, Spoilt):
        return Steps((table,))
    name = table.sheet.name
    lost = [key for key in IDS if key not in table.columns]
    if table.spoilt or (lost and there):
        no_ids = Spoilt(name, "", "Kolonnene ID og Milepæl må stå der, ellers er radene ukjente.")
        spoilt = table.spoilt or (no_ids,)
        return Steps(tuple(s if s.place == name else _on(name, s) for s in spoilt))
    known = {tuple(map(folded, key)) for key in _steps(base)}
    strange = sum(_key(row) not in known for _, row in table.rows())
    if strange > MOST_NEW:
        return Steps((too_many(name, strange),))
    before = _before(base, say)
    absent = _gone(table, base, before)
    found = (*_entries(table, base, absent, say("milestones.nothing")), *_shown(table, before))
    # One whose number is another is told where it stands.
    left = [
        key
        for key, step in absent.items()
        if not any(_is_one(row, step) for _, row in table.rows())
    ]
    return Steps(found, (*table.told, *_missing(name, left)), name)


def _before(base: Base, say: Wording) -> dict[Key, Mapping[str, str]]:
    """The cells of each milestone as they were, by heading."""
    rows = base.written.sheets.get(say(MILESTONES), ()) if base.written else ()
    known = step_labels()
    keys = [known.get(folded(heading(text)), "") for text in rows[HEADING]] if rows else []
    return {
        (values["id"], values["milepæl"]): values
        for row in rows[HEADING + 1 :]
        if (values := dict(zip_longest(keys, row, fillvalue=""))).keys() >= {*IDS}
    }


def _gone(
    table: Table, base: Base, before: Mapping[Key, Mapping[str, str]]
) -> dict[Key, Mapping[str, Any]]:
    """The milestones that had a row and have none now."""
    there = {_key(row) for _, row in table.rows()}
    return {
        key: step
        for key, step in _steps(base).items()
        if key in before and tuple(map(folded, key)) not in there
    }


def _key(row: Mapping[str, object]) -> tuple[str, ...]:
    """Which milestone a row is, as it is compared."""
    return tuple(folded(seen_text(row.get(key))) for key in IDS)


def _steps(base: Base) -> dict[Key, Mapping[str, Any]]:
    return {
        (str(measure["id"]), str(step.get("id"))): step
        for measure in base.measures
        for step in measure.get(LIST, ())
    }


def _missing(name: str, steps: Sequence[Key]) -> Iterator[str]:
    if steps:
        named = listed([".".join(key) for key in steps])
        them = "Den" if len(steps) == 1 else "De"
        yield f"{named} mangler i arket {name}. {them} blir ikke slettet."


def _is_one(row: Mapping[str, object], step: Mapping[str, Any]) -> bool:
    """Whether a row has the text of a milestone."""
    return bool(text := seen_text(row.get("tekst"))) and text == seen_text(step.get("tekst"))


def _on(name: str, spoilt: Spoilt) -> Spoilt:
    return spoilt._replace(place=f"{name}!{spoilt.place}")


def _entries(
    table: Table, base: Base, gone: Mapping[Key, Mapping[str, Any]], nothing: str
) -> Iterator[Entry | Remark | Spoilt]:
    steps = _steps(base)
    folds = {(folded(measure), folded(step)): (measure, step) for measure, step in steps}
    measures = {folded(str(measure["id"])): str(measure["id"]) for measure in base.measures}
    seen: dict[Key, Row] = {}
    numbers: dict[str, set[str]] = {}
    for measure, step in steps:
        numbers.setdefault(measure, set()).add(step)
    for row in table.rows():
        number, values = row
        identity, step = seen_text(values["id"]), seen_text(values["milepæl"])
        texts = [text for value in values.values() if (text := cell_text(value))]
        place = _place(table, "id", number)
        known = folds.get((folded(identity), folded(step)))
        owner = measures.get(folded(identity))
        if known and known in seen:
            yield from _doubled(table, known, seen[known], row)
        elif known:
            seen[known] = row
            yield from _of_step(table, known, steps[known], row)
            yield from _answered(table, known, steps[known], row)
        elif texts == [nothing]:
            continue
        elif was := next((key for key in gone if _is_one(values, gone[key])), None):
            cells = [_place(table, key, number) for key in IDS]
            sentence = (
                f"Raden er den som var {'.'.join(was)}. Skriv {was[0]} i {cells[0]} og {was[1]} i "
                f"{cells[1]} igjen."
            )
            yield Spoilt(cells[1], "", sentence)
        elif owner is None:
            what = f"«{identity}» er ikke et tiltak i arbeidsboken." if identity else "ID mangler."
            yield Spoilt(place, "", f"{what} Skriv ID-en til tiltaket som milepælen hører til.")
        else:
            name = step or _next(numbers.get(owner, set()))
            numbers.setdefault(owner, set()).add(name)
            seen[owner, name] = row
            yield from _of_new(table, (owner, name), row)
            yield from _answered(table, (owner, name), {}, row)


def _shown(table: Table, before: Mapping[Key, Mapping[str, str]]) -> Iterator[Spoilt]:
    """Changes to what is only shown, held against the cells as they were."""
    for number, cells in table.rows():
        was = before.get((seen_text(cells.get("id")), seen_text(cells.get("milepæl"))))
        for key, instead in SHOWN.items():
            if was and key in table.columns and seen_text(cells[key]) != seen_text(was.get(key)):
                yield Spoilt(_place(table, key, number), key, instead)


def _next(taken: set[str]) -> str:
    """The milestone's number after those that are there."""
    used = [int(digits) for name in taken if (digits := name.lstrip("M")).isdigit()]
    return f"M{max(used, default=0) + 1}"


def _doubled(table: Table, key: Key, first: Row, row: Row) -> Iterator[Spoilt]:
    for field in FIELDS:
        if field in table.columns and seen_text(first[1][field]) != seen_text(row[1][field]):
            both = listed([_place(table, field, number) for number in (first[0], row[0])])
            sentence = f"{'.'.join(key)} står to ganger med ulik {field}. Slett den ene raden."
            yield Spoilt(both, "", sentence)
            return


def _of_step(table: Table, key: Key, step: Mapping[str, Any], row: Row) -> Iterator[Entry | Spoilt]:
    measure, name = key
    for field in FIELDS:
        if field not in table.columns:
            continue
        value, place = row[1][field], _place(table, field, row[0])
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


def _answered(
    table: Table, key: Key, step: Mapping[str, Any], row: Row
) -> Iterator[Entry | Remark | Spoilt]:
    """What only a workbook to be filled in has: whether it is reached, a new deadline, and why."""
    (measure, name), (number, values) = key, row
    about = f"{measure}.{LIST}.{name}"
    reached = folded(seen_text(values.get("er_nådd")))
    day = cell_text(values.get("nådd"))
    if reached and reached not in ANSWERS:
        sentence = f"{quoted(reached)} er verken ja eller nei."
        yield Spoilt(_place(table, "er_nådd", number), about, sentence)
    elif reached in YES and not day:
        place = _place(table, "nådd" if "nådd" in table.columns else "er_nådd", number)
        yield Spoilt(place, about, "Milepælen er nådd, men datoen mangler.")
    elif reached in NO and day:
        sentence = "Milepælen er ikke nådd, men har en dato. Velg ja, eller ta bort datoen."
        yield Spoilt(_place(table, "er_nådd", number), about, sentence)
    if cell_text(values.get("ny_frist")):
        place = _place(table, "ny_frist", number)
        new = entered(f"{LIST}.frist", values["ny_frist"])
        if isinstance(new, Fault):
            yield Spoilt(place, about, new.sentence)
        elif not same(f"{LIST}.frist", new, step.get("frist")):
            yield Entry(measure, (LIST, name, "frist"), place, step.get("frist"), new)
    if text := cell_text(values.get("forklaring")):
        yield Remark(_place(table, "forklaring", number), measure, f"{name}: {text}")


def _of_new(table: Table, key: Key, row: Row) -> Iterator[Entry | Spoilt]:
    """A milestone that the workbook was not made with."""
    measure, name = key
    text = cell_text(row[1].get("tekst"))
    if not text:
        place = _place(table, "tekst" if "tekst" in table.columns else "id", row[0])
        about = f"{measure}.{LIST}.{name}"
        yield Spoilt(place, about, "En ny milepæl må ha en tekst.")
        return
    yield from _of_step(table, key, {}, row)


def _place(table: Table, key: str, number: int) -> str:
    return f"{table.sheet.name}!{table.columns[key].letter}{number}"
