"""Rows of new measures that the register has already, from the same workbook read before."""

from collections.abc import Iterable, Mapping
from typing import Any

from tiltak_cli.domain.identity.likeness import ALIKE, nearly_equal
from tiltak_cli.domain.norwegian import listed
from tiltak_cli.domain.spelling import folded
from tiltak_cli.sources.workbook.answers.entered import same
from tiltak_cli.sources.workbook.answers.entries import NewRow, Spoilt
from tiltak_cli.sources.workbook.answers.followed import Measures
from tiltak_cli.sources.workbook.answers.step_cells import LIST as STEPS

WORDS = ("tittel", "beskrivelse")
# Shorter descriptions are those of many: «Se strategien.»
LONG = 20


def parted(
    rows: Iterable[NewRow], others: Measures, register: Measures
) -> tuple[list[NewRow], list[Spoilt | str]]:
    """The rows that are new, and what there is to say of those that the register has.

    `others` are its measures that the workbook was not made with.
    """
    new: list[NewRow] = []
    messages: list[Spoilt | str] = []
    for row in rows:
        identity = row.id if row.id in register else _like(row, others)
        if not identity:
            new.append(row)
            continue
        differing = _differing(register[identity], row.fields)
        if not differing:
            messages.append(f"{row.place}: Tiltaket er allerede i registeret, som {identity}.")
        elif row.id == identity:
            sentence = (
                f"{identity} er i registeret, men var ikke i denne arbeidsboken, og sier noe annet "
                f"({listed(differing)}). Er raden ført inn før, har registeret gått videre: ta den "
                "bort. Er den limt inn fra en annen, så endre tiltaket i arbeidsboken det hører "
                "til."
            )
            messages.append(Spoilt(row.place, "", sentence))
        elif _kept(register[identity], row.fields):
            messages.append(
                f"{row.place}: Tiltaket er allerede i registeret, som {identity}, som er endret "
                f"siden ({listed(differing)}). Raden er ikke ført inn. Er det et annet tiltak, så "
                "skriv en ny ID i raden."
            )
        else:
            sentence = (
                f"Registeret har allerede et tiltak med denne tittelen, {identity}, med et annet "
                f"innhold ({listed(differing)}). Er det samme tiltak, så ta bort raden, og endre "
                f"{identity}. Er det et annet, så gi det en annen tittel."
            )
            messages.append(Spoilt(row.place, "", sentence))
    return new, messages


def _like(row: NewRow, others: Measures) -> str:
    """The measure that a row was read to before, or nothing.

    It has its title. Of a row without an id it may also have nearly that, or the description, and
    half of the rest.
    """
    title, text = (folded(str(row.fields.get(key, ""))) for key in WORDS)
    if not title:
        return ""
    words = {code: [folded(str(m.get(key, ""))) for key in WORDS] for code, m in others.items()}
    like = [code for code, (other, _) in words.items() if other == title]
    like = like or [
        code
        for code, (other, described) in words.items()
        if not row.id
        and (nearly_equal(other, title, ALIKE) or (described == text and len(text) >= LONG))
        and _kept(others[code], row.fields)
    ]
    # Of several, the one that says most of what the row does.
    return min(like, key=lambda code: len(_differing(others[code], row.fields)), default="")


def _kept(measure: Mapping[str, Any], fields: Mapping[str, Any]) -> bool:
    """Whether a measure still says at least half of what a row does."""
    return 2 * len(_differing(measure, fields)) <= len(fields)


def _differing(measure: Mapping[str, Any], fields: Mapping[str, Any]) -> list[str]:
    """The fields of a row that the measure does not say the same in."""
    return [key for key, value in fields.items() if not _says(key, measure.get(key), value)]


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
