"""`export --for`: a workbook to fill in, for one or for each that has a role, with its letter."""

import os
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import typer

from tiltak_cli.changes.compare import Comparison
from tiltak_cli.changes.history import Cut
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.options import organisations
from tiltak_cli.cli.common.output import Target, write_file
from tiltak_cli.cli.common.past import warn
from tiltak_cli.cli.common.registers import day_option
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.cli.common.workbook import Letter, Making, workbook_data
from tiltak_cli.domain.measure import EVERYONE, Measure
from tiltak_cli.domain.norwegian import counted, listed, quoted
from tiltak_cli.domain.register import Register
from tiltak_cli.domain.selection import Selection, select
from tiltak_cli.domain.spelling import folded
from tiltak_cli.edits.writing import reason
from tiltak_cli.overview.attention import Lookback
from tiltak_cli.overview.counts import overview
from tiltak_cli.sources.files import Refusal, read_path
from tiltak_cli.sources.workbook.written import as_sent

ENDING = ".xlsx"


def _complete(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Complete an abbreviation, or the word for all of them."""
    if EVERYONE.startswith(incomplete.casefold()):
        yield EVERYONE, "Én arbeidsbok til hver som har en rolle."
    yield from organisations(ctx, incomplete)


FOR = typer.Option(
    "--ministry",
    "--for",
    metavar="KODE|alle",
    help="Bare tiltak der departementet har en rolle, til utfylling der (.xlsx). Kan gjentas. Med "
    "«alle» lages én arbeidsbok til hver som har en rolle, i mappen -o.",
    autocompletion=_complete,
)


class OfEach(NamedTuple):
    """What the workbooks are made of: the register, the measures chosen, and what has changed."""

    register: Register
    chosen: tuple[Measure, ...]
    day: date
    past: Lookback
    comparison: Comparison | None


def for_everyone(ministries: list[str] | None) -> bool:
    """Whether there is to be a workbook for each."""
    words = [folded(word) for word in ministries or ()]
    if EVERYONE in words and len(words) > 1:
        raise refuse("--for alle er alle som har en rolle. Ta bort de andre --for.")
    return EVERYONE in words


def letter_of(due: str | None, contact: str | None, *, to_somebody: bool) -> Letter:
    """By when and to whom, or a refusal where nobody is to answer."""
    for name, given in (("--due", due), ("--contact", contact)):
        if given is not None and not to_somebody:
            raise refuse(f"{name} hører til en arbeidsbok som noen skal fylle ut. Bruk --for KODE.")
    if contact is not None and not contact.strip():
        raise refuse("--contact er tom. Skriv hvem arbeidsboken skal sendes til.")
    return Letter(day_option(due, "--due"), " ".join((contact or "").split()))


def folder_of(output: str | None, form: str | None) -> Target:
    """The folder that the workbooks go to, which may have to be made."""
    if form not in (None, "xlsx"):
        raise refuse(f"--for alle lager arbeidsbøker. Ta bort --format {form}.")
    if output is None or output == "-":
        raise refuse("--for alle lager flere filer. Oppgi en mappe: -o svar/")
    if os.path.exists(output) and not os.path.isdir(output):
        raise refuse(f"{quoted(output)} er en fil. --for alle trenger en mappe: -o svar/")
    if not os.path.isdir(output) and output.casefold().endswith(ENDING):
        raise refuse(f"--for alle lager flere filer. Oppgi en mappe: -o {output[: -len(ENDING)]}/")
    return Target(output, "xlsx")


def write_each(folder: str, of: OfEach, making: Making, inputs: tuple[str | None, ...]) -> None:
    """Write a workbook for each that is named in a role, and list them."""
    codes = _named(of.chosen, of.register)
    if not codes:
        raise refuse("Ingen er nevnt i noen rolle i utvalget. Ta bort noe av utvalget.")
    paths = {code: os.path.join(folder, f"{code}{ENDING}") for code in codes}
    _keep_answers(list(paths.values()))
    made = {code: _workbook(code, of, making) for code in codes}
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        raise refuse(f"Kan ikke lage mappen {quoted(folder)}: {reason(error)}") from error
    for code, (data, _) in made.items():
        write_file(paths[code], data, inputs)
    for code, (_, measures) in made.items():
        console.write(f"Skrev {paths[code]}: {_roles(code, measures, of.register)}.\n")
    console.write(f"{counted(len(made), 'arbeidsbok', 'arbeidsbøker')} i {folder}.\n")
    named = _named(of.register.left_out, of.register)
    unclear = [code for code in named if code not in codes]
    if unclear:
        console.write(
            f"Bare nevnt i tiltak som ikke er med, og derfor uten arbeidsbok: {listed(unclear)}.\n"
        )
    if without := _without(of, [*codes, *unclear]):
        console.write(
            f"Ikke nevnt i noe tiltak, og derfor uten arbeidsbok: {listed(without)}. De kan få en "
            f"med --for {without[0]}.\n"
        )
    warn(of.past.cut, Cut.of_moves)


def _named(measures: tuple[Measure, ...], register: Register) -> list[str]:
    """Those who are named in measures, by abbreviation on the register's date, in its order."""
    known, day = register.organisations, register.as_of
    named = {known.identity(code) for measure in measures for code in measure.roles()}
    order = [code for code in known.codes_on(day) if known.identity(code) in named]
    current = set(map(known.identity, order))
    return [*order, *sorted(known.code_on(key, day) for key in named - current)]


def _without(of: OfEach, codes: list[str]) -> list[str]:
    known, day = of.register.organisations, of.register.as_of
    ministries = (known.code_on(each.key, day) for each in known.ministries_on(day))
    return [code for code in ministries if code not in codes]


def _workbook(code: str, of: OfEach, making: Making) -> tuple[bytes, tuple[Measure, ...]]:
    theirs = {m.id for m in select(of.register, Selection(organisations=(code,)), of.day)}
    measures = tuple(measure for measure in of.chosen if measure.id in theirs)
    seen = overview(of.register, of.day, measures, of.past)
    comparison = of.comparison.of(theirs) if of.comparison else None
    return workbook_data(seen, comparison, making, (code,)), measures


def _roles(code: str, measures: tuple[Measure, ...], register: Register) -> str:
    identity = register.organisations.identity
    own = sum(identity(m.lead) == identity(code) for m in measures)
    return f"leder {own} av {counted(len(measures), 'tiltak', 'tiltak')} der {code} har en rolle"


def _keep_answers(paths: list[str]) -> None:
    """Refuse to write over workbooks that somebody may have filled in."""
    answers = [os.path.basename(path) for path in paths if _may_be_answer(path)]
    if answers:
        raise refuse(
            f"{listed(answers)} er lagret av et annet program, og kan være et svar. Velg en annen "
            "mappe, eller flytt filene."
        )


def _may_be_answer(path: str) -> bool:
    """Whether there is a file that is not a workbook as we wrote it."""
    source = read_path(path)
    return not isinstance(source, Refusal) and not as_sent(source.files[0].data)
