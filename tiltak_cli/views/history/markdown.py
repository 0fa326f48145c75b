"""A history as Markdown, for a memo or a page."""

from collections.abc import Sequence
from datetime import date

from tiltak_cli.changes.history import History, Story, Window
from tiltak_cli.domain.deadline import norwegian_day
from tiltak_cli.views.history.words import (
    none_listed,
    notes,
    rows,
    signed_days,
    since_words,
    summary,
)
from tiltak_cli.views.safe import in_markdown


def stories_markdown(
    history: History, stories: Sequence[Story], window: Window, until: date
) -> str:
    """One measure: a heading, how it has gone in all, and a table of the changes.

    After the first one come those that had its id before it.
    """
    lines = []
    for story in stories:
        lines += [f"# {in_markdown(story.now.id)} {in_markdown(story.now.title)}", ""]
        lines += [f"- {in_markdown(line)}" for line in summary(history, story, until)]
        listed = rows(history, story, window)
        lines += ["", *_table(("Dato", "Hvem", "Felt", "Endring"), listed)] if listed else []
        lines += [] if listed else ["", none_listed(window)]
        lines += [""]
    return "\n".join([*lines[:-1], *_notes(notes(history, stories[0])), ""])


def history_markdown(history: History, window: Window, until: date) -> str:
    """All measures in a table."""
    heads = ("ID", "Tiltak", "Endringer", "Sist endret", "Frist flyttet", "Dager", "Status siden")
    listed = []
    for story in history.stories.values():
        moves, spans = story.moves(window), story.spans(until)
        known = spans and story.now.status
        state = f"{story.now.status} {norwegian_day(spans[-1].since)}" if known else ""
        listed.append(
            (
                story.now.id,
                story.now.title,
                str(sum(map(window.holds, story.steps))),
                norwegian_day(story.last_changed),
                str(moves.times),
                signed_days(moves.days) if moves.times else "",
                f"tatt ut {norwegian_day(story.gone.day)}" if story.gone else state,
            )
        )
    title = f"# Historien til {in_markdown(history.name)}{in_markdown(since_words(window))}"
    return "\n".join([title, "", *_table(heads, listed), *_notes(notes(history)), ""])


def _table(heads: tuple[str, ...], listed: Sequence[tuple[str, ...]]) -> list[str]:
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    return [*lines, *(f"| {' | '.join(map(in_markdown, row))} |" for row in listed)]


def _notes(remarks: list[str]) -> list[str]:
    return [line for remark in remarks for line in ("", in_markdown(remark))]
