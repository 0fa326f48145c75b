"""`tiltak history`."""

import os
import re
from datetime import date
from typing import Annotated

import typer

from tiltak_cli.changes.history import History, Story, Window
from tiltak_cli.cli.common import console, options
from tiltak_cli.cli.common.clock import today
from tiltak_cli.cli.common.codes import FOUND
from tiltak_cli.cli.common.output import (
    ENDINGS,
    Forms,
    Target,
    deliver,
    table_width_of,
    target_of,
    width_of,
)
from tiltak_cli.cli.common.progress import counting
from tiltak_cli.cli.common.registers import day_option
from tiltak_cli.cli.common.selection import choose
from tiltak_cli.cli.common.stop import found, refuse
from tiltak_cli.cli.common.words import guess, one_of
from tiltak_cli.domain.dates.read import named_date
from tiltak_cli.domain.deadline import PartialDate, norwegian_day
from tiltak_cli.domain.fields import FIELDS, Kind
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.domain.spelling import folded
from tiltak_cli.domain.synonyms import FIELD_WORDS
from tiltak_cli.rules.base import UNCLEAR
from tiltak_cli.sources.default import default_path
from tiltak_cli.sources.files import SUFFIXES, Refusal
from tiltak_cli.sources.history.read import newer_than, read_history
from tiltak_cli.sources.register.load import load
from tiltak_cli.sources.sides.find import find_side, with_history

FORMS = Forms(
    ("text", "json", "markdown"),
    {ending: forms for ending, forms in ENDINGS.items() if forms != ("html",)},
    named=(".md", ".json", ".txt"),
)
ID = re.compile("[Tt][0-9]+")


def history(
    measure_id: Annotated[
        str | None,
        typer.Argument(
            metavar="ID",
            help="Tiltaket, for eksempel T001. Uten id vises alle i en tabell.",
            autocompletion=options.measure_ids,
        ),
    ] = None,
    path: Annotated[str | None, options.PATH] = None,
    fields: Annotated[
        list[str] | None,
        typer.Option(
            "--field",
            metavar="FELT",
            help="Bare endringer i feltet, for eksempel frist. Kan gjentas.",
            autocompletion=options.fields,
        ),
    ] = None,
    since: Annotated[str | None, options.SINCE] = None,
    as_of: Annotated[str | None, options.AS_OF_TODAY] = None,
    ministry: Annotated[list[str] | None, options.MINISTRY] = None,
    output: Annotated[str | None, options.output("Skriv til fil: .md, .json eller .txt.")] = None,
    form: Annotated[str | None, options.form(FORMS.names)] = None,
    strict: Annotated[bool, options.STRICT] = False,
) -> None:
    """Vis hva som har skjedd med tiltakene i git: hvem, når, og hvor langt fristene er flyttet.

    Eksempel:
      tiltak history T001
      tiltak history T001 --field frist
      tiltak history --since 2024-01-01
    """
    target = target_of(output, form, FORMS)
    measure_id, side = _arguments(measure_id, path)
    until = day_option(as_of) or today()
    keys = tuple(dict.fromkeys(map(_field, fields or ())))
    window = _window(since, side)._replace(fields=keys)
    with counting("Leser revisjon") as progress:
        answer = read_history(side, progress)
    whole = found(answer)
    known = _known(measure_id, whole) if measure_id else None
    chosen = whole._replace(stories=_of(whole, side, ministry)) if ministry else whole
    if known and not chosen.under(known):
        raise refuse(f"{listed(ministry or (), 'og')} har ingen rolle i {known}.")
    text = _told(chosen, known, window, until, target)
    deliver(target, text, (path or default_path(),), f"{len(chosen.stories)} tiltak.")
    if strict and (whole.unreadable or whole.partly):
        raise typer.Exit(FOUND)


def _told(
    git_history: History, measure_id: str | None, window: Window, until: date, target: Target
) -> str:
    stories = git_history.under(measure_id) if measure_id else ()
    if target.form == "json":
        from tiltak_cli.views.history.json import history_json

        chosen = stories or tuple(git_history.stories.values())
        return history_json(git_history, chosen, window, until)
    if target.form == "markdown":
        from tiltak_cli.views.history.markdown import history_markdown, stories_markdown

        return (
            stories_markdown(git_history, stories, window, until)
            if stories
            else history_markdown(git_history, window, until)
        )
    from tiltak_cli.views.terminal.history import history_text, stories_text

    colours = target.path is None and console.colours()
    if stories:
        width = width_of(target)
        return stories_text(git_history, stories, window, until, width, colours=colours)
    width = table_width_of(target)
    return history_text(git_history, window, until, width, colours=colours)


def _of(git_history: History, side: str, ministries: list[str]) -> dict[str, Story]:
    """The stories of the measures in which some organisations have, or last had, a role."""
    answer = find_side(side, alone=False)
    loaded = None if isinstance(answer, Refusal) else load(answer.source, groups=UNCLEAR)
    register = loaded.partial if loaded else None
    if register is None:
        raise refuse("Registeret kan ikke leses slik det er nå, så --for kan ikke brukes.")
    ever = register._replace(measures=tuple(s.now for s in git_history.stories.values()))
    chosen = choose(ever, register.as_of, ministries, None, None, None, overdue=False)
    return {key: s for key, s in git_history.stories.items() if s.now in chosen}


def _arguments(first: str | None, second: str | None) -> tuple[str | None, str]:
    """The id and the register; either may be left out, and they may come in either order."""
    given = [argument for argument in (first, second) if argument is not None]
    paths = [argument for argument in given if _like_a_path(argument)]
    if len(given) == len(paths) + 1 and paths:
        measure_id = next(argument for argument in given if argument not in paths)
        return measure_id, paths[0]
    if len(given) == 1 and paths:
        return None, paths[0]
    return first, second or found(with_history())


def _like_a_path(text: str) -> bool:
    if ID.fullmatch(text):
        return False
    return text.endswith(SUFFIXES) or any(c in text for c in "/:") or os.path.lexists(text)


def _field(name: str) -> str:
    """The key of a field by its key, its label, or a word that people use for it."""
    fields = [field for field in FIELDS if field.kind is not Kind.ID]
    labels = {folded(label): field.key for field in fields for label in (field.nb, field.nn)}
    meant = {**FIELD_WORDS, **labels}.get(folded(name), name)
    keys = [field.key for field in fields]
    return one_of("feltet", meant if meant in keys else name, keys, FIELD_WORDS)


def _window(since: str | None, side: str) -> Window:
    if since is None:
        return Window()
    period = named_date(since)
    if isinstance(period, PartialDate) and period.is_day:
        return Window(since=norwegian_day(period.last), day=period.last)
    commits = newer_than(since, side)
    if isinstance(commits, Refusal):
        raise refuse(f"{commits.sentence} En dato skrives slik: 2024-06-15.")
    return Window(since=since, commits=commits)


def _known(measure_id: str, git_history: History) -> str:
    ids = {code: None for story in git_history.stories.values() for code in story.ids}
    by_word = {folded(known): known for known in ids}
    known = by_word.get(folded(measure_id), "")
    if not known:
        remedy = guess(measure_id, ids, otherwise="«tiltak history» viser alle tiltakene.")
        raise refuse(f"Finner ikke tiltaket {quoted(measure_id)} i historien. {remedy}")
    return known
