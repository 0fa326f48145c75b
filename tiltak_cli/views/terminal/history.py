"""The history in the terminal: a table of all measures, or the story of one."""

from collections.abc import Sequence
from datetime import date

from rich.console import RenderableType
from rich.text import Text

from tiltak_cli.changes.history import History, Moves, Story, Window
from tiltak_cli.domain.deadline import norwegian_day
from tiltak_cli.domain.norwegian import counted
from tiltak_cli.views.history.words import (
    in_fields,
    none_listed,
    notes,
    rows,
    signed,
    since_words,
    summary,
)
from tiltak_cli.views.safe import one_line
from tiltak_cli.views.terminal.draw import NOTICE, QUIET, grid, render, table, text

NAME, SHORT_NAME = 26, 14
WIDE = 110


def stories_text(
    history: History,
    stories: Sequence[Story],
    window: Window,
    until: date,
    width: int,
    *,
    colours: bool,
) -> str:
    """One measure: how it has gone in all, then each change, newest last.

    After the first one come those that had its id before it.
    """
    parts: list[RenderableType] = []
    for story in stories:
        parts += [*([Text()] * bool(parts)), *_story(history, story, window, until, width)]
    remarks = notes(history, stories[0])
    return _render([*parts, Text()] if remarks else parts, remarks, width, colours=colours)


def _story(
    history: History, story: Story, window: Window, until: date, width: int
) -> list[RenderableType]:
    title = Text(f"{one_line(story.now.id)} {one_line(story.now.title)}", style="bold")
    parts: list[RenderableType] = [title, *map(text, summary(history, story, until)), Text()]
    listed = rows(history, story, window)
    lines = grid()
    lines.add_column(no_wrap=True)
    lines.add_column(
        no_wrap=True,
        max_width=NAME if width >= WIDE else SHORT_NAME,
        overflow="ellipsis",
        style=QUIET,
    )
    lines.add_column(no_wrap=True)
    lines.add_column(ratio=1, overflow="fold")
    for day, author, field, what in listed:
        lines.add_row(day, text(author), text(field), text(what))
    parts.append(lines if listed else Text(none_listed(window)))
    return parts


def history_text(
    history: History, window: Window, until: date, width: int, *, colours: bool
) -> str:
    """All measures: how often each was changed, how its deadline moved, and its status."""
    lines = table()
    lines.add_column("ID", min_width=5, no_wrap=True)
    lines.add_flexible("Tiltak")
    wide = width >= WIDE
    lines.add_column("Endringer" if wide else "Endr.", justify="right", no_wrap=True)
    lines.add_column("Sist endret", no_wrap=True)
    if wide:
        lines.add_column("Frist flyttet", justify="right", no_wrap=True)
    lines.add_column("Dager" if wide else "Flyttet", justify="right", no_wrap=True)
    lines.add_column("Status siden", no_wrap=True)
    for story in history.stories.values():
        moves = story.moves(window)
        number = sum(map(window.holds, story.steps))
        lines.add_row(
            text(story.now.id, "bold"),
            text(story.now.title),
            str(number) if number else "–",
            norwegian_day(story.last_changed),
            *_moved(moves, wide=wide),
            _status(story, until),
        )
    first, last = history.revisions[0], history.revisions[-1]
    revisions = counted(len(history.revisions), "revisjon", "revisjoner")
    foot = (
        f"{counted(len(history.stories), 'tiltak', 'tiltak')}, {revisions} fra "
        f"{norwegian_day(first.day)} til {norwegian_day(last.day)}."
    )
    if window.since or window.fields:
        counted_in = f"{in_fields(window)} og flyttede frister er talt{since_words(window)}"
        foot += f" Endringer{counted_in}."
    return _render([lines, text(foot)], notes(history), width, colours=colours)


def _moved(moves: Moves, *, wide: bool) -> tuple[str, ...]:
    """How often and how far a deadline moved, in one column where there is little room."""
    if not moves.times:
        return ("–", "–") if wide else ("–",)
    times, days = counted(moves.times, "gang", "ganger"), signed(moves.days)
    return (times, days) if wide else (f"{moves.times} × {days:>5}",)


def _status(story: Story, until: date) -> Text:
    spans = story.spans(until)
    if story.gone:
        return Text(f"tatt ut {norwegian_day(story.gone.day)}", style=QUIET)
    known = spans and story.now.status
    return Text(f"{story.now.status} {norwegian_day(spans[-1].since)}" if known else "–")


def _render(
    parts: list[RenderableType], remarks: Sequence[str], width: int, *, colours: bool
) -> str:
    return render([*parts, *(text(remark, NOTICE) for remark in remarks)], width, colours=colours)
