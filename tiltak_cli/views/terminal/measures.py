"""Measures in the terminal: a list of them, or everything about one."""

from datetime import date
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from tiltak_cli.changes.left_out import left_out
from tiltak_cli.domain.deadline import norwegian_day, norwegian_days
from tiltak_cli.domain.fields import FIELDS, Kind
from tiltak_cli.domain.measure import EVERYONE, Measure
from tiltak_cli.domain.norwegian import counted
from tiltak_cli.domain.register import Register
from tiltak_cli.overview.counts import situation
from tiltak_cli.views.safe import one_line
from tiltak_cli.views.symbols import SITUATION_LABELS, SITUATION_SYMBOLS
from tiltak_cli.views.terminal.draw import STYLES, deadline, grid, render, table, text
from tiltak_cli.wording import NB

WIDE = 110
WITH_FAULTS = "Tiltaket har feil, og er vist slik det er skrevet."


def list_text(
    register: Register, chosen: tuple[Measure, ...], day: date, width: int, *, colours: bool
) -> str:
    """A table of measures that are chosen from a register."""
    total = len(register.measures)
    out = NB.phrases(left_out(register))
    rest = f" {out}" if out else ""
    if not total:
        return f"{out or NB('report.no-measures')}\n"
    if not chosen:
        return f"Ingen av {counted(total, 'tiltak', 'tiltak')} passer med valget.{rest}\n"
    wide = width >= WIDE
    rows = table()
    rows.add_column("ID", min_width=5, no_wrap=True)
    rows.add_flexible("Tiltak")
    if wide:
        rows.add_column("Mål", no_wrap=True, min_width=3)
        rows.add_column("Retningsvalg", no_wrap=True, min_width=6)
    rows.add_column("Ansvarlig", no_wrap=True, min_width=9)
    rows.add_column("Status", no_wrap=True, min_width=13)
    if wide:
        rows.add_column("Prioritet", no_wrap=True, min_width=7)
    rows.add_column("Frist", no_wrap=True, min_width=12)
    for measure in chosen:
        kind = situation(measure, day)
        middle = [NB.value(measure.areas), NB.value(measure.directions)] if wide else []
        rows.add_row(
            text(measure.id, "bold"),
            text(measure.title),
            *middle,
            text(NB.value(measure.responsible)),
            Text(f"{SITUATION_SYMBOLS[kind]} {measure.status}", style=STYLES[kind]),
            *([str(measure.priority)] if wide else []),
            deadline(measure, day),
        )
    of = f"{len(chosen)} av {total} tiltak" if len(chosen) < total else f"{total} tiltak"
    below = one_line(f"{of} per {norwegian_day(day)}.{rest}")
    return render([rows, Text(below)], width, colours=colours)


def measure_text(
    register: Register, measure: Measure, day: date, width: int, *, colours: bool
) -> str:
    """Everything about one measure, with codes spelt out and what is derived."""
    kind = situation(measure, day)
    title = Text(f"{one_line(measure.id)} {one_line(measure.title)}", style="bold")
    rows = grid()
    rows.add_column(no_wrap=True, style="bright_black")
    # An address longer than the line goes on below; with an ellipsis it would lead nowhere.
    rows.add_column(ratio=1, overflow="fold")
    for field in FIELDS:
        value = getattr(measure, field.attribute)
        if field.kind is Kind.ID or field.key == "tittel" or not value:
            continue
        items = value if field.kind in (Kind.MILESTONES, Kind.DOCUMENTS) else (value,)
        spelt = [text(_spelt_out(register, field.kind, part)) for part in items]
        rows.add_row(field.nb, Text("\n").join(spelt))
    state = Text(f"{SITUATION_SYMBOLS[kind]} {SITUATION_LABELS[kind]}", style=STYLES[kind])
    for remark in _derived(register, measure, day):
        state.append(f" · {remark}")
    parts: list[RenderableType] = [title, state, Text(), rows]
    return render(parts, width, colours=colours)


def written_text(measure: Measure, data: dict[str, Any], width: int, *, colours: bool) -> str:
    """A measure with faults, as it is written: what its values mean is not clear."""
    title = Text(one_line(f"{measure.id} {measure.title}"), style="bold")
    rows = grid()
    rows.add_column(no_wrap=True, style="bright_black")
    rows.add_column(ratio=1, overflow="fold")
    for key, value in data.items():
        if key not in ("id", "tittel"):
            rows.add_row(text(key), text(written_value(value)))
    said = Text(f"! {WITH_FAULTS}", style="yellow")
    return render([title, said, Text(), rows], width, colours=colours)


def written_value(value: object) -> str:
    """A value as it is written in the file, on one line."""
    if isinstance(value, list):
        return ", ".join(map(written_value, value))
    if isinstance(value, dict):
        return "; ".join(f"{key}: {written_value(part)}" for key, part in value.items())
    return NB.value(value)


def _spelt_out(register: Register, kind: Kind, value: object) -> str:
    """Codes with the words they stand for."""
    strategy, organisations = register.strategy, register.organisations
    names: dict[str, str] = {}
    if kind is Kind.AREAS:
        names = {area.code: area.name for area in strategy.areas}
    elif kind is Kind.DIRECTIONS:
        names = {direction.code: direction.text for direction in strategy.directions}
    elif kind is Kind.DEVELOPMENTS:
        names = {item.code: item.text for item in strategy.developments}
    elif kind in (Kind.ORGANISATIONS, Kind.PARTICIPANTS) and isinstance(value, tuple):
        names = {c: organisations.name_on(c, register.as_of) for c in value if c != EVERYONE}
    elif kind in (Kind.REFERENCE, Kind.REFERENCES):
        names = {code: other.title for code, other in register.by_id().items()}
    if not names:
        return NB.value(value)
    codes = value if isinstance(value, tuple) else (str(value),)
    return "; ".join(f"{code} {names[code]}" if code in names else code for code in codes)


def _derived(register: Register, measure: Measure, day: date) -> list[str]:
    """What the register does not say itself, but its dates do."""
    remarks = []
    if measure.deadline and measure.overdue(day):
        days = (day - measure.deadline.last).days
        remarks.append(f"fristen er passert med {norwegian_days(days)}")
    if measure.late_start(day):
        remarks.append("ikke startet etter plan")
    if measure.deadline and measure.deadline.last.year > register.strategy.last_year:
        remarks.append("frist etter strategiperioden")
    waiting = [m.id for m in register.measures if measure.id in m.depends_on]
    if waiting:
        remarks.append(f"{NB.value(tuple(waiting))} venter på dette")
    parts = [m.id for m in register.measures if measure.id in m.part_of]
    if parts:
        remarks.append(f"består av {NB.value(tuple(parts))}")
    return remarks
