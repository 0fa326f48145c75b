"""What people have written on the sheet of milestones."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple

from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.domain.spelling import folded
from tiltak_cli.sources.workbook.answers.entries import Entry, Remark, Spoilt, Step
from tiltak_cli.sources.workbook.answers.layout import (
    Table,
    heading,
    step_labels,
    step_table,
)
from tiltak_cli.sources.workbook.answers.numbering import NewStep, numbered
from tiltak_cli.sources.workbook.answers.numbering import Steps as StepsOf
from tiltak_cli.sources.workbook.answers.rows import MOST_NEW, too_many
from tiltak_cli.sources.workbook.answers.sheets import sheet_of
from tiltak_cli.sources.workbook.answers.step_cells import (
    FIELDS,
    LIST,
    Key,
    Row,
    answered,
    of_new,
    of_step,
    place_of,
)
from tiltak_cli.sources.workbook.base import Base
from tiltak_cli.sources.workbook.cells import Cells
from tiltak_cli.sources.workbook.shown import MILESTONES
from tiltak_cli.sources.workbook.written import HEADING, cell_text, seen_text
from tiltak_cli.wording import Language, Wording, wording

# What is shown here and written elsewhere, with what to do instead.
SHOWN = {
    "tittel": "Endre det i arket med tiltakene.",
    "ansvarlig": "Endre det i arket med tiltakene.",
    "spørsmål": "Dette står til opplysning. Skriv svaret i en av kolonnene med ✎.",
    "situasjon": "Situasjonen følger av fristen og av når milepælen er nådd. Skriv dagen i Nådd.",
}
IDS = ("id", "milepæl")


class Standing(NamedTuple):
    """What rows of milestones are held against, by the ids that the workbook has.

    `exported` are the milestones that each measure had when the workbook was made, and `register`
    those it has now. `owners` are the measures by their ids as they are compared, new ones too, and
    `titles` the new ones that have no id.
    """

    exported: StepsOf
    register: StepsOf
    owners: Mapping[str, str]
    titles: Mapping[str, str]


class StepRow(NamedTuple):
    """Which milestone a row is. Its name may be `given` here, and be no one's own."""

    row: int
    step: Step
    given: bool = False


class Steps(NamedTuple):
    """What was found on the sheet, and what is to be said of it."""

    found: tuple[Entry | Remark | Spoilt | StepRow, ...] = ()
    told: tuple[str, ...] = ()
    sheet: str = ""


def step_entries(cells: Cells, base: Base, ignored: Sequence[str], standing: Standing) -> Steps:
    """What has been written about milestones since the workbook was made."""
    say = wording(Language(base.language))
    there = [step for measure in base.measures for step in measure.get(LIST, ())]
    sheet = sheet_of(cells, MILESTONES, base)
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
    entries = (
        *_entries(table, standing, absent, say("milestones.nothing")),
        *_shown(table, before),
    )
    # One whose number is another is told where it stands.
    left = [
        key
        for key, step in absent.items()
        if not any(_is_one(row, step) for _, row in table.rows())
    ]
    return Steps(entries, (*table.told, *_missing(name, left)), name)


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


def _key(row: Mapping[str, object]) -> Key:
    """Which milestone a row is, as it is compared."""
    measure, step = (folded(seen_text(row.get(key))) for key in IDS)
    return measure, step


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
    table: Table, standing: Standing, gone: Mapping[Key, Mapping[str, Any]], nothing: str
) -> Iterator[Entry | Remark | Spoilt | StepRow]:
    steps = {(m, str(s.get("id"))): s for m, those in standing.exported.items() for s in those}
    folds = {(folded(measure), folded(step)): (measure, step) for measure, step in steps}
    seen: dict[Key, Row] = {}
    new: list[tuple[NewStep, Row]] = []
    for row in table.rows():
        known = folds.get(_key(row[1]))
        texts = [text for value in row[1].values() if (text := cell_text(value))]
        if known and known in seen:
            yield from _doubled(table, known, seen[known], row)
        elif known:
            seen[known] = row
            yield StepRow(row[0], Step(*known))
            yield from of_step(table, known, steps[known], row)
            yield from answered(table, known, steps[known], row)
        elif texts == [nothing]:
            continue
        elif isinstance(step := _new_step(table, row, standing, gone), Spoilt):
            yield step
        else:
            new.append((step, row))
    numbers = numbered([step for step, _ in new], standing.exported, standing.register)
    for (step, row), number in zip(new, numbers, strict=True):
        key = (step.measure, number.name)
        if key in seen:
            yield from _doubled(table, key, seen[key], row, new=True)
            continue
        seen[key] = row
        yield StepRow(row[0], Step(*key), number.given)
        yield from of_new(table, key, row)
        yield from answered(table, key, {}, row)


def _new_step(
    table: Table, row: Row, standing: Standing, gone: Mapping[Key, Mapping[str, Any]]
) -> NewStep | Spoilt:
    """A row of none of the milestones that the workbook was made with, or why nobody knows whose.

    It is of a new measure where it has the id of one, or its title and no id.
    """
    number, values = row
    identity, typed = seen_text(values["id"]), seen_text(values["milepæl"])
    title = seen_text(values.get("tittel"))
    if was := next((key for key in gone if _is_one(values, gone[key])), None):
        cells = [place_of(table, key, number) for key in IDS]
        sentence = (
            f"Raden er den som var {'.'.join(was)}. Skriv {was[0]} i {cells[0]} og {was[1]} i "
            f"{cells[1]} igjen."
        )
        return Spoilt(cells[1], "", sentence)
    owner = (
        standing.owners.get(folded(identity)) if identity else standing.titles.get(folded(title))
    )
    if owner is not None:
        return NewStep(owner, typed, cell_text(values.get("tekst")))
    what = (
        f"{quoted(identity, 40)} er ikke et tiltak i arbeidsboken." if identity else "ID mangler."
    )
    instead = "Skriv ID-en til tiltaket som milepælen hører til."
    if standing.titles and not identity and "tittel" in table.columns:
        cell = place_of(table, "tittel", number)
        instead = f"{instead} Er tiltaket nytt og uten ID, så skriv tittelen på det i {cell}."
    return Spoilt(place_of(table, "id", number), "", f"{what} {instead}")


def _shown(table: Table, before: Mapping[Key, Mapping[str, str]]) -> Iterator[Spoilt]:
    """Changes to what is only shown, held against the cells as they were."""
    for number, cells in table.rows():
        was = before.get((seen_text(cells.get("id")), seen_text(cells.get("milepæl"))))
        for key, instead in SHOWN.items():
            if was and key in table.columns and seen_text(cells[key]) != seen_text(was.get(key)):
                yield Spoilt(place_of(table, key, number), key, instead)


def _doubled(
    table: Table, key: Key, first: Row, row: Row, *, new: bool = False
) -> Iterator[Spoilt]:
    for field in FIELDS:
        if field in table.columns and seen_text(first[1][field]) != seen_text(row[1][field]):
            both = listed([place_of(table, field, number) for number in (first[0], row[0])])
            instead = f", eller la {place_of(table, 'milepæl', row[0])} stå tom" if new else ""
            sentence = (
                f"{'.'.join(key)} står to ganger med ulik {field}. Slett den ene raden{instead}."
            )
            yield Spoilt(both, "", sentence)
            return
