"""What a spreadsheet would become, in the terminal: what was found and why, and what is left."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from tiltak_cli.domain.norwegian import counted, listed, quoted
from tiltak_cli.sources.foreign.against.differing import Change
from tiltak_cli.sources.foreign.column import Column
from tiltak_cli.sources.foreign.entry import Entry, Value
from tiltak_cli.sources.foreign.preview import Preview
from tiltak_cli.views.foreign.left import numbers_twice, sheets_left
from tiltak_cli.views.safe import one_line
from tiltak_cli.views.terminal.draw import NOTICE, heading, render, table, text

# Of the measures a few show what they are like, where not all are asked for.
SHOWN = 5
SHOWN_CELLS = 12
LONGEST, LONGEST_NAME = 60, 30
NOTHING, UNSURE = "–", "?"


def preview_text(
    name: str,
    preview: Preview,
    width: int,
    *,
    colours: bool,
    new: Sequence[Entry] | None = None,
    whole: bool = False,
) -> str:
    """Everything that is found, in the order in which someone decides it; all measures if `whole`.

    Where only some measures are `new`, it is what is left to decide, and those.
    """
    everything = new is None
    parts: list[RenderableType] = [*_found(name, preview, width)]
    parts += _columns(preview.columns if everything else preview.undecided)
    parts += _values(preview, [each for each in preview.values if everything or not each.sure])
    parts += _measures(preview.entries, "Tiltak", whole=whole) if new is None else ()
    parts += _measures(new, "Nye tiltak", whole=whole) if new else ()
    for sentence in numbers_twice(preview):
        parts += _lines(sentence, width, NOTICE)
    parts += _unclear(preview, width)
    parts += _skipped(preview, width)
    if preview.missing and everything:
        missing = listed(preview.missing)
        parts += [heading("Mangler i regnearket"), *_lines(f"{missing}.", width)]
    return render(parts, width, colours=colours)


def _found(name: str, preview: Preview, width: int) -> Iterator[RenderableType]:
    sheet = f", ark {quoted(preview.sheet)}" if preview.sheet else ""
    yield from _lines(f"{one_line(name)}{sheet}: {preview.why}.", width)
    similar = [quoted(each.name) for each in preview.other_sheets if each.similar]
    if similar:
        sentence = f"Kan også være ment: {listed(similar)}. Velg ark med --sheet."
        yield from _lines(sentence, width, NOTICE)
    for sentence in sheets_left(preview):
        yield from _lines(sentence, width, NOTICE)


def _columns(columns: Sequence[Column]) -> Iterator[RenderableType]:
    if not columns:
        return
    drawn = table()
    drawn.add_column("Celle", no_wrap=True)
    drawn.add_flexible("Kolonne")
    drawn.add_column("Felt", no_wrap=True)
    drawn.add_column("Hvorfor", no_wrap=True)
    for column in columns:
        style = NOTICE if column.undecided else ""
        field = column.slot or NOTHING
        drawn.add_row(
            column.cell,
            text(_cut(column.name or "(uten overskrift)", LONGEST_NAME)),
            text(f"{field} {UNSURE}" if column.field and not column.sure else field, style),
            text(column.why, style),
        )
    yield heading("Kolonner")
    yield drawn


def _values(preview: Preview, values: Sequence[Value]) -> Iterator[RenderableType]:
    if not values:
        return
    drawn = table()
    drawn.add_column("Felt", no_wrap=True)
    drawn.add_flexible("I regnearket")
    drawn.add_column("Blir", no_wrap=True)
    drawn.add_column("Antall", justify="right", no_wrap=True)
    order = {column.field: n for n, column in enumerate(preview.columns[::-1])}
    for value in sorted(values, key=lambda each: -order.get(each.field, -1)):
        becomes = NOTHING if value.becomes is None else _shown(value.becomes)
        unsure = UNSURE if value.becomes is None else f"{becomes} {UNSURE}"
        drawn.add_row(
            text(value.field),
            text(quoted(value.text, LONGEST)),
            text(becomes) if value.sure else text(unsure, NOTICE),
            str(value.number),
        )
    yield heading("Ord og verdier")
    yield drawn


def _measures(entries: Sequence[Entry], what: str, *, whole: bool) -> Iterator[RenderableType]:
    shown = entries if whole else entries[:SHOWN]
    yield heading(f"{what} ({len(entries)})")
    drawn = table()
    drawn.add_column("Rad", justify="right", no_wrap=True)
    drawn.add_column("Id", no_wrap=True)
    drawn.add_flexible("Tiltak")
    for label in ("Ansvarlig", "Status", "Frist"):
        drawn.add_column(label, no_wrap=True)
    for entry in shown:
        plain = entry.plain
        deadline = "løpende" if plain.get("løpende") else _shown(plain.get("frist", NOTHING))
        drawn.add_row(
            str(entry.row),
            entry.id,
            text(str(plain.get("tittel", NOTHING))),
            text(_shown(plain.get("ansvarlig", NOTHING))),
            text(str(plain.get("status", NOTHING))),
            text(deadline),
        )
    if entries:
        yield drawn
    if more := len(entries) - len(shown):
        yield Text(f"… og {more} til. Vis alle med --all.")


def changes_text(changes: Sequence[Change], width: int, *, colours: bool) -> str:
    """What would change in a register, a line for each field."""
    drawn = table()
    drawn.add_column("Tiltak", no_wrap=True)
    drawn.add_column("Felt", no_wrap=True)
    drawn.add_column("Nå", no_wrap=True)
    drawn.add_flexible("Blir")
    drawn.add_column("Celle", no_wrap=True)
    for change in changes:
        old = NOTHING if change.old is None else _cut(_shown(change.old), LONGEST_NAME)
        drawn.add_row(
            text(change.measure),
            text(change.field),
            text(old, NOTICE if change.clashes else ""),
            text(NOTHING if change.new is None else _shown(change.new)),
            change.cell,
        )
    return render([heading("I registeret"), drawn], width, colours=colours)


def _unclear(preview: Preview, width: int) -> Iterator[RenderableType]:
    """What someone must look at: each text once, with all of its cells."""
    if not preview.unclear:
        return
    yield heading(f"Uavklart ({counted(len(preview.unclear_cells), 'celle', 'celler')})")
    cells: dict[tuple[str, str, str], list[str]] = {}
    for each in preview.unclear_cells:
        cells.setdefault((each.field, one_line(each.text), each.why), []).append(each.cell)
    for (field, words, why), places in cells.items():
        where = f"{field}: " if field else ""
        more = len(places) - SHOWN_CELLS
        some = [*places[:SHOWN_CELLS], f"{more} til"] if more > 1 else places
        yield from _lines(f"{where}{quoted(words, LONGEST)} {why}: {listed(some)}.", width, hang=2)


def _skipped(preview: Preview, width: int) -> Iterator[RenderableType]:
    if not preview.skipped:
        return
    yield heading("Ikke tatt med")
    for each in preview.skipped:
        line = f"Rad {each.row}: {quoted(each.text, LONGEST)} ({each.why})."
        yield from _lines(line, width, hang=2)


def _lines(sentence: str, width: int, style: str = "", hang: int = 0) -> Iterator[Text]:
    """A sentence within the width, its later lines further in."""
    for line in textwrap.wrap(
        one_line(sentence), width, subsequent_indent=" " * hang, break_on_hyphens=False
    ):
        yield Text(line, style)


def _shown(value: Any) -> str:  # noqa: ANN401 - plain data as read
    if isinstance(value, bool):
        return "ja" if value else "nei"
    if isinstance(value, dict):
        return " · ".join(str(each) for key, each in value.items() if key != "id")
    return ", ".join(map(_shown, value)) if isinstance(value, list) else str(value)


def _cut(words: str, longest: int) -> str:
    return words if len(words) <= longest else f"{words[: longest - 1].rstrip()}…"


def next_steps(sentences: Iterable[str], width: int) -> str:
    """Sentences of what to do next, each on lines of its own, after an empty line."""
    wrapped: Sequence[str] = [
        line
        for sentence in sentences
        for line in textwrap.wrap(sentence, width, break_on_hyphens=False, break_long_words=False)
    ]
    return "".join(f"{line}\n" for line in ("", *wrapped))
