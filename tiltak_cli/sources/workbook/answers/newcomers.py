"""Rows of new measures that the register has already, from the same workbook read before."""

from collections.abc import Iterable, Mapping
from typing import Any

from tiltak_cli.domain.spelling import folded
from tiltak_cli.sources.workbook.answers.entered import same
from tiltak_cli.sources.workbook.answers.entries import NewRow, Spoilt
from tiltak_cli.sources.workbook.answers.followed import Measures
from tiltak_cli.sources.workbook.answers.step_cells import LIST as STEPS


def parted(
    rows: Iterable[NewRow], others: Measures, register: Measures
) -> tuple[list[NewRow], list[Spoilt | str]]:
    """The rows that are new, and what there is to say of those that the register has.

    `others` are its measures that the workbook was not made with.
    """
    new: list[NewRow] = []
    told: list[Spoilt | str] = []
    for row in rows:
        identity = row.id if row.id in register else _like(row, others)
        if not identity:
            new.append(row)
        elif _holds(register[identity], row.fields):
            told.append(f"{row.place}: Tiltaket er allerede i registeret, som {identity}.")
        elif row.id:
            sentence = (
                f"{identity} er i registeret, men var ikke i denne arbeidsboken. Er raden limt inn "
                "fra en annen, så ta den bort, og endre tiltaket i arbeidsboken det hører til."
            )
            told.append(Spoilt(row.place, "", sentence))
        else:
            sentence = (
                f"Registeret har allerede et tiltak med denne tittelen, {identity}, med et annet "
                "innhold. Skriv endringen i en ny arbeidsbok, eller gi tiltaket en annen tittel."
            )
            told.append(Spoilt(row.place, "", sentence))
    return new, told


def _like(row: NewRow, others: Measures) -> str:
    """The measure with the title of a row that has no id, or nothing."""
    title = folded(str(row.fields.get("tittel", "")))
    if not title or row.id:
        return ""
    like = [code for code, m in others.items() if folded(str(m.get("tittel", ""))) == title]
    # Of several with one title, the one that says what the row does.
    return next((code for code in like if _holds(others[code], row.fields)), (like or [""])[-1])


def _holds(measure: Mapping[str, Any], fields: Mapping[str, Any]) -> bool:
    return all(_says(key, measure.get(key), value) for key, value in fields.items())


def _says(key: str, old: Any, new: Any) -> bool:
    """Whether a field says what is written for it, of milestones also where it says more."""
    if key != STEPS:
        return same(key, old, new)
    steps = {str(step.get("id")): step for step in old or () if isinstance(step, dict)}
    return all(
        same(f"{STEPS}.{field}", steps.get(step["id"], {}).get(field), value)
        for step in new
        for field, value in step.items()
        if field != "id"
    )
