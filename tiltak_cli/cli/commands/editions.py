"""`tiltak editions`."""

from typing import Annotated

import typer

from tiltak_cli.changes.compare import Comparison, compare
from tiltak_cli.changes.history import Stand
from tiltak_cli.cli.common import console, options
from tiltak_cli.cli.common.codes import UNUSABLE
from tiltak_cli.cli.common.stop import found, refuse
from tiltak_cli.domain.register import Register
from tiltak_cli.edits.edition.begun import Begun, Stage, note_path, stage, unfinished
from tiltak_cli.overview.trend import Point, points
from tiltak_cli.rules.base import UNCLEAR
from tiltak_cli.sources.files import Refusal
from tiltak_cli.sources.git.run import PARTIAL, SHALLOW, is_partial, is_shallow
from tiltak_cli.sources.register.load import load
from tiltak_cli.sources.register.told import comparable, told
from tiltak_cli.sources.sides.editions import Edition, Editions, editions_of
from tiltak_cli.sources.sides.find import (
    find_at,
    find_side,
    place_in_git,
    split_side,
    with_history,
)
from tiltak_cli.views.editions import Row, editions_json

FORMS = ("text", "json")
NO_EDITIONS = (
    "Registeret har ingen utgaver i git ennå. «tiltak edition NAVN» lager en og merker den "
    "utgave-NAVN."
)


def editions(
    path: Annotated[str | None, options.PATH] = None,
    form: Annotated[str, options.form(FORMS)] = "text",
) -> None:
    """List utgavene av registeret i git, med hva som ble endret fra den ene til den neste.

    En utgave er et merke i git som heter utgave-NAVN, der registeret selv sier «utgave: NAVN».

    Eksempel:
      tiltak editions
      tiltak editions --format json
    """
    if form not in FORMS:
        raise refuse(options.unknown_form(form, FORMS))
    named = found(with_history()) if path is None else path
    if named == "-":
        raise refuse("Standard inn har ingen historie i git. Oppgi filen med registeret.")
    listing = found(editions_of(named))
    if not listing.all and not listing.unreadable:
        # A register that is not here has its editions, if it ever was one.
        _must_be_there(named)
    folder, _ = place_in_git(split_side(named)[1])
    _warn(listing, path, folder)
    rows = _rows(listing)
    if form == "json":
        console.write_json(editions_json(rows, listing.cut))
    elif rows:
        from tiltak_cli.views.terminal.editions import editions_text

        console.write(editions_text(rows, listing.cut, console.width(), colours=console.colours()))
    elif not listing.unreadable:
        console.write(f"{SHALLOW if is_shallow(folder) else NO_EDITIONS}\n")
    if listing.unreadable and not rows:
        raise typer.Exit(UNUSABLE)


def _must_be_there(path: str) -> None:
    """Refuse a path where there is no register, here or in the last revision."""
    side = find_side(path, alone=False)
    if isinstance(side, Refusal) and isinstance(find_at("HEAD", split_side(path)[1]), Refusal):
        found(side)


def _warn(listing: Editions, path: str | None, folder: str) -> None:
    """Say which editions are not in the list: one that was begun, and those that are unreadable."""
    begun = unfinished(note_path(folder, folder), folder)
    if isinstance(begun, Begun) and stage(begun) in (Stage.WRITTEN, Stage.STORED):
        console.complain(begun.how_on(path))
    for tag in listing.unreadable:
        console.complain(f"Registeret i «{tag}» kan ikke leses, så den er ikke med.")
    if listing.unreadable and is_partial(folder):
        console.complain(PARTIAL.sentence)


def _rows(listing: Editions) -> list[Row]:
    """Each edition with what changed since the one before it, where both can be compared."""
    registers = {edition.tag.name: _register(edition) for edition in listing.all}
    rows = []
    for edition, following in zip(listing.all, (*listing.all[1:], None), strict=False):
        name = edition.tag.name
        earlier = listing.before.get(name, following)
        before = earlier.tag.name if earlier else ""
        comparison = _compared(registers.get(before), registers[name])
        point = _point(registers.get(before), registers[name])
        apart = name in listing.before
        rows.append(Row(edition, before, comparison, apart=apart, point=point))
    return rows


def _register(edition: Edition) -> Register | None:
    loaded = load(edition.source, groups=UNCLEAR)
    known = told(loaded, loaded.errors)
    return known.register if known else None


def _point(before: Register | None, now: Register | None) -> Point | None:
    """How an edition stood, with the deadlines since the one before, where that can be read."""
    if now is None:
        return None
    same = before is not None and before.strategy.title == now.strategy.title
    stands = [
        Stand(each.edition, each.as_of, each.by_id())
        for each in (before if same else None, now)
        if each
    ]
    return points(stands, now.organisations.identity)[-1]


def _compared(before: Register | None, now: Register | None) -> Comparison | None:
    if before is None or now is None or before.strategy.title != now.strategy.title:
        return None
    return compare(*comparable(before, now))
