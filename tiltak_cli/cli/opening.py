"""Opening a register for a command that needs one without errors."""

import os
from datetime import date, datetime

import typer

from tiltak_cli.cli import console
from tiltak_cli.domain.deadline import parse_day
from tiltak_cli.domain.register import Register
from tiltak_cli.domain.words import counted, quoted
from tiltak_cli.sources.files import Refusal, Source, default_path, read_path
from tiltak_cli.sources.git import read_revision
from tiltak_cli.sources.load import Loaded, load
from tiltak_cli.views.safe import one_line

FOUND, UNUSABLE = 1, 2
TODAY = ("i dag", "idag")


def refuse(sentence: str, code: int = UNUSABLE) -> typer.Exit:
    """Say one sentence on standard error; the caller raises what comes back."""
    console.complain(sentence)
    return typer.Exit(code)


def day_option(value: str | None) -> date | None:
    """Read `--as-of`: a date, or «i dag» (in Norway)."""
    if value is None:
        return None
    if value.casefold() in TODAY:
        return today()
    day = parse_day(value)
    if day is None:
        raise refuse(
            f"{quoted(value)} er ikke en dato. Skriv --as-of 2024-06-15, eller --as-of idag."
        )
    return day


def today() -> date:
    """The date in Norway; the machine's own where it has no time zones."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return datetime.now(ZoneInfo("Europe/Oslo")).date()
    except ZoneInfoNotFoundError:
        return datetime.now().astimezone().date()


def source_of(path: str | None) -> Source:
    """Find a side: a file, a folder, `-`, or `REV:path` in git. None means the default register."""
    if path is None:
        path = default_path()
        if path is None:
            raise refuse(
                "Fant ikke noe register her (tiltaksoversikt.yaml eller mappen tiltaksoversikt). "
                "Oppgi filen eller mappen."
            )
    revision, colon, inside = path.partition(":")
    drive = os.name == "nt" and len(revision) == 1
    if colon and not drive and not os.path.exists(path):  # noqa: PTH110 - a name, not a path, yet
        source = read_revision(revision, inside)
    else:
        source = read_path(path)
    if isinstance(source, Refusal):
        raise refuse(source.sentence)
    return source


def open_register(path: str | None, report_date: date | None = None) -> tuple[Register, Loaded]:
    """Read a register and stop, with a sentence, where it has errors."""
    loaded = load(source_of(path), report_date)
    errors = loaded.errors
    if loaded.register is None or errors:
        first = errors[0] if errors else loaded.findings[0]
        more = f" Det er {counted(len(errors), 'feil', 'feil')} i alt." if len(errors) > 1 else ""
        name = one_line(loaded.name)
        raise refuse(
            f"{one_line(first.place.file)}:{first.place.line}: {one_line(first.message)}{more} "
            f"Rett feilene først; «tiltak validate {name}» viser dem.",
            FOUND if loaded.readable else UNUSABLE,
        )
    return loaded.register, loaded
