"""Measures in the terminal: a list of them, or everything about one."""

from datetime import date
from typing import Any, NamedTuple

from rich.console import RenderableType
from rich.text import Text

from tiltak_cli.changes.left_out import left_out, not_stated
from tiltak_cli.domain.fields import FIELDS, Kind
from tiltak_cli.domain.measure import EVERYONE, Measure
from tiltak_cli.domain.register import Register
from tiltak_cli.overview.counts import situation
from tiltak_cli.views.alike import together
from tiltak_cli.views.safe import one_line
from tiltak_cli.views.terminal.draw import (
    NOTICE,
    QUIET,
    deadline,
    grid,
    labelled,
    render,
    table,
    text,
)
from tiltak_cli.wording import NB, Language, Phrase, Wording, phrase, wording

WIDE = 110


class Look(NamedTuple):
    """How measures are drawn: language, columns of the terminal, and colours."""

    language: Language
    width: int
    colours: bool


def list_text(
    register: Register,
    chosen: tuple[Measure, ...],
    day: date,
    look: Look,
    *,
    every: bool = False,
) -> str:
    """A table of measures that are chosen from a register.

    Those that only their ids tell from each other are one row, where not `every` one is asked for.
    """
    say, total = wording(look.language), len(register.measures)
    out = say.phrases(left_out(register))
    rest = "".join(f" {say.phrase(each)}" for each in (*left_out(register), *not_stated(chosen)))
    if not total:
        return f"{out or say('report.no-measures')}\n"
    if not chosen:
        return f"{say('list.none', total=total)}{rest}\n"
    wide = look.width >= WIDE
    rows = table()
    rows.add_column("ID", min_width=5, no_wrap=True)
    rows.add_flexible(say("report.measure"))
    if wide:
        rows.add_column(say("list.area"), no_wrap=True, min_width=3)
        rows.add_column(say.label("retningsvalg"), no_wrap=True, min_width=6)
    rows.add_column(say.label("ansvarlig"), no_wrap=True, min_width=9)
    rows.add_column(say.label("status"), no_wrap=True, min_width=13)
    if wide:
        rows.add_column(say.label("prioritet"), no_wrap=True, min_width=7)
    rows.add_column(say.label("frist"), no_wrap=True, min_width=12)
    cells = [(measure.id, _shown(measure, day, say, wide=wide)) for measure in chosen]
    alike = together((None if every else repr(row[1]), row) for row in cells)
    folded: list[RenderableType] = []
    for (code, shown), *others in alike:
        name = f"{code} +{len(others)}" if others else code
        rows.add_row(text(name, "bold"), *shown)
        if others:
            folded.append(text(f"{name}: {', '.join(other for other, _ in others)}"))
    if folded:
        folded.insert(0, text(say("list.folded")))
    key = "list.some" if len(chosen) < total else "list.all"
    below = one_line(f"{say(key, number=len(chosen), total=total, day=day)}{rest}")
    return render([rows, *folded, Text(below)], look.width, colours=look.colours)


def _shown(measure: Measure, day: date, say: Wording, *, wide: bool) -> list[Text | str]:
    """What a row shows of a measure beside its id."""
    middle = [say.stated(measure.areas), say.value(measure.directions)] if wide else []
    return [
        text(measure.title),
        *middle,
        text(say.stated(measure.responsible)),
        labelled(situation(measure, day), say.stated(measure.status)),
        *([say.stated(measure.priority)] if wide else []),
        deadline(measure, day, say),
    ]


def measure_text(register: Register, measure: Measure, day: date, look: Look) -> str:
    """Everything about one measure, with codes spelt out and what is derived."""
    say = wording(look.language)
    kind = situation(measure, day)
    title = Text(f"{one_line(measure.id)} {one_line(measure.title)}", style="bold")
    rows = grid()
    rows.add_column(no_wrap=True, style=QUIET)
    # An address longer than the line goes on below; with an ellipsis it would lead nowhere.
    rows.add_column(ratio=1, overflow="fold")
    for field in FIELDS:
        value = getattr(measure, field.attribute)
        if field.kind is Kind.ID or field.key == "tittel" or not (value or field.required):
            continue
        items = value if field.kind in (Kind.MILESTONES, Kind.DOCUMENTS) else (value,)
        spelt = [text(_spelt_out(register, field.kind, part, say)) for part in items]
        spelt = spelt if value else [text(say("unstated"))]
        rows.add_row(say.label(field), Text("\n").join(spelt))
    state = labelled(kind, say(f"situation.{kind}"))
    state.append(f" {say('report.on', day=day)}")
    for remark in _derived(register, measure, day):
        state.append(f" · {say.phrase(remark)}")
    parts: list[RenderableType] = [title, state, Text(), rows]
    return render(parts, look.width, colours=look.colours)


def written_text(measure: Measure, data: dict[str, Any], look: Look) -> str:
    """A measure with faults, as it is written: what its values mean is not clear."""
    title = Text(one_line(f"{measure.id} {measure.title}"), style="bold")
    rows = grid()
    rows.add_column(no_wrap=True, style=QUIET)
    rows.add_column(ratio=1, overflow="fold")
    for key, value in data.items():
        if key not in ("id", "tittel"):
            rows.add_row(text(key), text(written_value(value)))
    notice = Text(f"! {wording(look.language)('show.faulty')}", style=NOTICE)
    return render([title, notice, Text(), rows], look.width, colours=look.colours)


def written_value(value: object) -> str:
    """A value as it is written in the file, on one line."""
    if isinstance(value, list):
        return ", ".join(map(written_value, value))
    if isinstance(value, dict):
        return "; ".join(f"{key}: {written_value(part)}" for key, part in value.items())
    return NB.value(value)


def _spelt_out(register: Register, kind: Kind, value: object, say: Wording) -> str:
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
        day = register.as_of
        names = {c: say.organisation(organisations, c, day) for c in value if c != EVERYONE}
    elif kind in (Kind.REFERENCE, Kind.REFERENCES):
        names = {code: other.title for code, other in register.by_id().items()}
    if not names:
        return say.value(value)
    codes = value if isinstance(value, tuple) else (str(value),)
    return "; ".join(f"{code} {names[code]}" if code in names else code for code in codes)


def _derived(register: Register, measure: Measure, day: date) -> list[Phrase]:
    """What the register does not say itself, but its dates do."""
    remarks = []
    if measure.deadline and measure.overdue(day):
        remarks.append(phrase("show.overdue", days=(day - measure.deadline.last).days))
    if measure.late_start(day):
        remarks.append(phrase("show.late-start"))
    if measure.deadline and measure.deadline.last.year > register.strategy.last_year:
        remarks.append(phrase("show.beyond"))
    waiting = tuple(m.id for m in register.measures if measure.id in m.depends_on)
    if waiting:
        remarks.append(phrase("show.waiting", ids=waiting))
    parts = tuple(m.id for m in register.measures if measure.id in m.part_of)
    if parts:
        remarks.append(phrase("show.parts", ids=parts))
    return remarks
