"""Which measure each row is: known by its id, new, doubled, of another, or torn apart."""

import re
import shlex
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tiltak_cli.domain.fields import BY_KEY, Field, Kind
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.domain.spelling import folded
from tiltak_cli.sources.schema.parts import ID
from tiltak_cli.sources.workbook.answers.entries import Spoilt
from tiltak_cli.sources.workbook.answers.layout import Table
from tiltak_cli.sources.workbook.answers.moved import values_moved
from tiltak_cli.sources.workbook.shown import NOT_HELD, held
from tiltak_cli.sources.workbook.written import seen_text
from tiltak_cli.wording import Wording

Row = tuple[int, dict[str, object]]
Measures = Mapping[str, Mapping[str, Any]]
# One text in another's row may have been moved on purpose.
FEWEST = 2
# Shorter texts, such as «Ingen endring.», are written in many rows.
LONG = 20
# More rows than this are of no workbook that was filled in.
MOST_NEW = 1000


class Sorted(NamedTuple):
    """The rows by what they are.

    `known` are those of measures that the workbook was made with, by id. `new` are the others, with
    the id that someone has given them, or none. `renamed` are old ids with new ones and their
    cells.
    """

    known: dict[str, Row]
    new: list[tuple[str, Row]]
    renamed: list[tuple[str, str, str]]
    missing: tuple[str, ...]
    spoilt: list[Spoilt]
    told: list[str]


class Context(NamedTuple):
    """What rows are held against: the measures that the workbook was made with, by id.

    `ids` are those in the register, and `now` what it calls the measures. `rename` says that a
    measure may get another id.
    """

    measures: Measures
    ids: Collection[str]
    now: Mapping[str, str]
    say: Wording
    rename: bool


def sorted_rows(table: Table, context: Context) -> Sorted:
    """Find out which measure each row of a table is."""
    by_id: dict[str, list[Row]] = {}
    strange: list[Row] = []
    ids = {folded(identity): identity for identity in context.measures}
    for row in table.rows():
        identity = ids.get(folded(seen_text(row[1]["id"])))
        if identity is None:
            strange.append(row)
        else:
            by_id.setdefault(identity, []).append(row)
    result = Sorted(known={}, new=[], renamed=[], missing=(), spoilt=[], told=[])
    for identity, rows in by_id.items():
        result.known[identity] = rows[0]
        _doubled(result, table, identity, rows)
    torn = list(_torn(table, result.known, context))
    if torn:
        return result._replace(known={}, spoilt=torn)
    if len(strange) > MOST_NEW:
        return result._replace(spoilt=[*result.spoilt, too_many(table.sheet.name, len(strange))])
    missing = [identity for identity in context.measures if identity not in by_id]
    for row in strange:
        _strange(result, table, row, missing, context)
    _same_new_id(result, table)
    return result._replace(missing=tuple(missing))


def too_many(sheet: str, number: int) -> Spoilt:
    """Why nothing is read of so many rows that the workbook was not made with."""
    sentence = (
        f"{number} rader er ikke fra arbeidsboken. Slett dem, eller lag et register av arket med "
        "«tiltak import --new»."
    )
    return Spoilt(sheet, "", sentence)


def _doubled(result: Sorted, table: Table, identity: str, rows: Sequence[Row]) -> None:
    for row in rows[1:]:
        differing = [
            key for key in table.columns if seen_text(row[1][key]) != seen_text(rows[0][1][key])
        ]
        # A difference in how the id is written is none.
        differing = [key for key in differing if key != "id"]
        if not differing:
            cells = " og ".join(_cell(table, "id", each) for each in (rows[0], row))
            result.told.append(f"{identity} står to ganger med det samme ({cells}). Lest én gang.")
            continue
        first, second = (_cell(table, differing[0], each) for each in (rows[0], row))
        field = differing[0]
        sentence = f"{identity} står to ganger med ulik {field}. Slett den ene raden."
        result.spoilt.append(Spoilt(f"{first} og {second}", "", sentence))


def _torn(table: Table, known: Mapping[str, Row], context: Context) -> Iterator[Spoilt]:
    """Texts that stand in the rows of others, and no longer in their own: a broken sort."""
    for key in table.columns:
        field = BY_KEY.get(key)
        if field is None or field.kind in NOT_HELD:
            continue
        before = {i: seen_text(held(m, field, context.say)) for i, m in context.measures.items()}
        now = {identity: seen_text(row[1][key]) for identity, row in known.items()}
        if field.kind is not Kind.TEXT:
            number = values_moved([before[identity] for identity in now], [*now.values()])
            yield from _by_itself(table, field, f"{number} verdier", context) if number else ()
            continue
        number = _with_others(before, now, 1 if key == "tittel" else LONG)
        if key == "tittel" and number >= FEWEST:
            sentence = (
                f"Radene er sortert uten ID-kolonnen ({number} titler hører til andre ID-er). "
                "Ingenting er lest."
            )
            yield Spoilt(table.sheet.name, "", sentence)
            return
        changed = sum(text != before[identity] for identity, text in now.items())
        # Where most have been written anew, someone may have meant to move a text or two.
        if number >= FEWEST and 2 * number >= changed:
            yield from _by_itself(table, field, f"{number} tekster", context)
            return


def _with_others(before: Mapping[str, str], now: Mapping[str, str], least: int) -> int:
    """How many texts of so many letters stand in others' rows, and no longer in their own."""
    owners: dict[str, str] = {}
    for identity, text in before.items():
        if len(text) >= least:
            owners[text] = "" if text in owners else identity
    changed = [text for identity, text in now.items() if text != before[identity]]
    pairs = [(owners[text], text) for text in changed if owners.get(text)]
    return sum(now.get(owner) != text for owner, text in pairs)


def _by_itself(table: Table, field: Field, what: str, context: Context) -> Iterator[Spoilt]:
    """That a column has been moved by itself, and how the rest can be read."""
    label = context.say.label(field)
    sentence = (
        f"Kolonnen {quoted(label)} er sortert eller forskjøvet for seg ({what} hører til andre "
        "ID-er). Ingenting er lest. Hent den tilbake fra arbeidsboken som ble sendt, eller les de "
        f"andre med --ignore-column {shlex.quote(label)}. Er det ment slik, så skriv verdiene med "
        "«tiltak set»."
    )
    yield Spoilt(table.sheet.name, "", sentence)


def _strange(result: Sorted, table: Table, row: Row, missing: list[str], context: Context) -> None:
    """A row whose id is none of those that the workbook was made with."""
    values, cell = row[1], _cell(table, "id", row)
    identity = seen_text(values["id"])
    like = next((m for m in missing if _alike(table, values, context.measures[m], context)), "")
    known = {folded(other): other for other in context.ids}.get(folded(identity))
    if like:
        # It is not missing: it stands here.
        missing.remove(like)
    if like and known and context.now.get(like) == known:
        # The register has the new id already.
        result.known[like] = row
    elif like and re.match(ID, identity) and not known and context.rename:
        result.known[like] = row
        result.renamed.append((like, identity, cell))
    elif like and identity:
        sentence = (
            f"{like} har fått ID-en {quoted(identity)}. Skriv {like} igjen, eller kjør med "
            f"--rename om tiltaket skal ha ny ID.{_or_new(table, values, like, context)}"
        )
        result.spoilt.append(Spoilt(cell, "", sentence))
    elif like:
        sentence = (
            f"Raden har ingen ID, men er den som var {like}. Skriv {like} i {cell}."
            f"{_or_new(table, values, like, context)}"
        )
        result.spoilt.append(Spoilt(cell, "", sentence))
    elif not identity or known or re.match(ID, identity):
        result.new.append((known or identity, row))
    else:
        sentence = (
            f"{quoted(identity, 40)} er ikke en ID. La cellen stå tom for et nytt tiltak, og flytt "
            "annen tekst ut av tabellen."
        )
        result.spoilt.append(Spoilt(cell, "", sentence))


def _or_new(table: Table, values: Mapping[str, object], like: str, context: Context) -> str:
    """What to do where a new measure was written over another: only its title tells."""
    title = str(context.measures[like].get("tittel", ""))
    if "tittel" not in table.columns or seen_text(values["tittel"]) == seen_text(title):
        return ""
    return (
        f" Er det et nytt tiltak, så hent tilbake raden til {like}, og skriv det nye i en tom rad."
    )


def _alike(
    table: Table, values: Mapping[str, object], measure: Mapping[str, Any], context: Context
) -> bool:
    """Whether a row has the title of a measure, or most of what its row had."""
    keys = [
        k for k in table.columns if k != "id" and k in BY_KEY and BY_KEY[k].kind not in NOT_HELD
    ]
    before = {key: held(measure, BY_KEY[key], context.say) for key in keys}
    same = [key for key in keys if before[key] and seen_text(values[key]) == seen_text(before[key])]
    if "tittel" in same:
        return True
    return 2 * len(same) > sum(map(bool, before.values())) and len(same) > FEWEST


def _same_new_id(result: Sorted, table: Table) -> None:
    cells: dict[str, str] = {}
    for identity, row in result.new:
        cell = _cell(table, "id", row)
        if identity and identity in cells:
            both = listed([cells[identity], cell])
            sentence = f"To nye tiltak har ID-en {identity}. La cellene stå tomme."
            result.spoilt.append(Spoilt(both, "", sentence))
        cells.setdefault(identity, cell)


def _cell(table: Table, key: str, row: Row) -> str:
    return f"{table.columns[key].letter}{row[0]}"
