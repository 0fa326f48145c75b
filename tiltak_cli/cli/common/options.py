"""Arguments and options that several commands share, with their completion."""

from collections.abc import Iterator
from typing import Any

import typer

from tiltak_cli.domain.deadline import norwegian_day
from tiltak_cli.domain.fields import FIELDS
from tiltak_cli.domain.measure import Status
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.domain.register import Register
from tiltak_cli.rules import RULES
from tiltak_cli.sources.default import default_path
from tiltak_cli.sources.files import Refusal, read_path
from tiltak_cli.sources.register.load import load
from tiltak_cli.sources.strategies import Plan, shipped_plan
from tiltak_cli.wording import Language

DEFAULT_STRATEGY = "2021-2025"


def measure_ids(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Complete a measure's id with its title."""
    register = _register(ctx)
    for measure in register.measures if register else ():
        if measure.id.casefold().startswith(incomplete.casefold()):
            yield measure.id, measure.title


def statuses(incomplete: str) -> Iterator[str]:
    """Complete a status."""
    return (str(status) for status in Status if status.startswith(incomplete.casefold()))


def _register(ctx: typer.Context) -> Register | None:
    """The register that is named, or the one here, as far as it can be read."""
    path = ctx.params.get("path") or default_path()
    source = read_path(path) if isinstance(path, str) else None
    return None if source is None or isinstance(source, Refusal) else load(source).partial


def _plan(ctx: typer.Context) -> Register | Plan | None:
    """What has the strategy and the organisations: the register, or the plan that ships."""
    return _register(ctx) or shipped_plan(DEFAULT_STRATEGY)


def organisations(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Complete an organisation's abbreviation with its name."""
    plan = _plan(ctx)
    for code, organisation in plan.organisations.by_code.items() if plan else ():
        if code.casefold().startswith(incomplete.casefold()):
            yield code, next(n.bokmål for n in reversed(organisation.names) if n.code == code)


def areas(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Complete a target area."""
    plan = _plan(ctx)
    for area in plan.strategy.areas if plan else ():
        if area.code.startswith(incomplete):
            yield area.code, area.name


def directions(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Complete a direction."""
    plan = _plan(ctx)
    for direction in plan.strategy.directions if plan else ():
        if direction.code.startswith(incomplete):
            yield direction.code, direction.text


def editions(ctx: typer.Context, incomplete: str) -> Iterator[tuple[str, str]]:
    """Complete an edition with the day that it was tagged."""
    from tiltak_cli.sources.git.names import tags_in
    from tiltak_cli.sources.sides.find import place_in_git, split_side

    path = ctx.params.get("path") or default_path() or "."
    tags = tags_in(place_in_git(split_side(path)[1])[0]) if isinstance(path, str) else ()
    for tag in () if isinstance(tags, Refusal) else tags:
        if tag.name.casefold().startswith(incomplete.casefold()):
            yield tag.name, f"merket {norwegian_day(tag.day)}"


def fields(incomplete: str) -> Iterator[tuple[str, str]]:
    """Complete a field's key with its help."""
    for field in FIELDS:
        if field.key.startswith(incomplete.casefold()):
            yield field.key, field.help


MEASURE_ID = typer.Argument(
    metavar="ID", help="Id-en til tiltaket, for eksempel T001.", autocompletion=measure_ids
)
PATHS = typer.Argument(
    metavar="STI…", help="Registeret: en fil, en mappe, eller - for standard inn."
)
PATH = typer.Argument(
    metavar="STI", help="Registeret: en fil, en mappe, eller REV:STI for en git-revisjon."
)
REV = typer.Option(
    "--rev",
    metavar="REV|DATO",
    help="Registeret slik det var: en git-revisjon, en utgave eller en dato.",
    autocompletion=editions,
)
SINCE = typer.Option(
    "--since",
    metavar="UTGAVE|REV|DATO",
    help="Det som er endret siden dette: en utgave, en git-revisjon eller en dato.",
    autocompletion=editions,
)
AS_OF = typer.Option(
    "--as-of",
    metavar="DATO",
    help="Datoen frister måles mot, eller «idag». Ellers brukes per_dato i registeret.",
)
# What git tells is told up to a day of its own.
AS_OF_TODAY = typer.Option(
    "--as-of", metavar="DATO", help="Datoen dager telles frem til. Ellers brukes dagen i dag."
)
# What a new register has in its head.
STRATEGY = typer.Option(
    "--strategy",
    metavar="FIL",
    help=f"En strategifil, eller perioden til en som følger med. Ellers {DEFAULT_STRATEGY}.",
)
EDITION = typer.Option("--edition", metavar="NAVN", help="Utgaven. Ellers år og halvår: 2024-1.")
HEAD_DAY = typer.Option(
    "--as-of", metavar="DATO", help="Datoen det gjelder for (per_dato). Ellers i dag."
)
KEEPER = typer.Option(
    "--keeper",
    metavar="KODE",
    help="Den som fører registeret, som forkortelse. Ellers DFD.",
    autocompletion=organisations,
)
MINISTRY = typer.Option(
    "--ministry",
    "--for",
    metavar="KODE",
    help="Bare tiltak der departementet har en rolle. Kan gjentas.",
    autocompletion=organisations,
)
AREA = typer.Option(
    "--area", metavar="NR", help="Bare tiltak i målområdet. Kan gjentas.", autocompletion=areas
)
DIRECTION = typer.Option(
    "--direction",
    metavar="KODE",
    help="Bare tiltak som følger opp retningsvalget. Kan gjentas.",
    autocompletion=directions,
)
STATUS = typer.Option(
    "--status",
    metavar="STATUS",
    help="Bare tiltak med statusen. Kan gjentas.",
    autocompletion=statuses,
)
STRICT = typer.Option("--strict", help="Avslutt med 1 når registeret har feil.")
PUBLIC = typer.Option("--public", help="Uten interne felt (merknad), til publisering.")
OVERDUE = typer.Option("--overdue", help="Bare tiltak der fristen er passert.")


def _rules(incomplete: str) -> Iterator[tuple[str, str]]:
    """Complete a rule's code."""
    for rule in RULES:
        if rule.code.startswith(incomplete.upper()):
            yield rule.code, rule.title


SELECT = typer.Option(
    "--select",
    metavar="KODE",
    help="Bare disse reglene, for eksempel TIL3 eller TIL309.",
    autocompletion=_rules,
)
IGNORE = typer.Option(
    "--ignore",
    metavar="KODE",
    help="Ikke disse reglene. Kan gjentas.",
    autocompletion=_rules,
)


LANGUAGES = tuple(map(str, Language))
PAPERS = ("a3", "a4")
# Other ways to name a language, and the paper.
LANGUAGE_WORDS = {
    **dict.fromkeys(("bokmål", "bokmaal", "norsk", "no", "nb-no", "norwegian"), "nb"),
    **dict.fromkeys(("nynorsk", "nn-no", "ny"), "nn"),
    **dict.fromkeys(("engelsk", "english", "en-gb", "en-us"), "en"),
}
LANGUAGE = typer.Option(
    "--language",
    metavar="SPRÅK",
    help="Språket i det verktøyet selv sier: nb, nn eller en. Registerets tekst står som skrevet.",
    autocompletion=lambda incomplete: [each for each in LANGUAGES if each.startswith(incomplete)],
)
PAPER = typer.Option(
    "--paper",
    metavar="PAPIR",
    help="Papiret for arket Tiltak (.xlsx): a3 med alle kolonner, eller a4 med seks.",
    autocompletion=lambda incomplete: [each for each in PAPERS if each.startswith(incomplete)],
)


def form(forms: tuple[str, ...]) -> Any:
    """The option `--format` with the forms that a command knows."""
    return typer.Option(
        "--format",
        metavar="FORM",
        help=f"Hvordan resultatet vises: {listed(forms, 'eller')}.",
        autocompletion=lambda incomplete: [f for f in forms if f.startswith(incomplete)],
    )


def output(about: str) -> Any:
    """The option `--output`, with what a command writes."""
    return typer.Option("--output", "-o", metavar="FIL", help=about)


def unknown_form(value: str, forms: tuple[str, ...]) -> str:
    """Say that a form does not exist."""
    return f"Formen {quoted(value)} finnes ikke. Velg {listed(forms, 'eller')}."
