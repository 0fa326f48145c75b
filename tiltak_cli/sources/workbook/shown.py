"""What the cells of a workbook held when it was made, as far as its base says it.

The hidden sheet has every exported value. What stood in a cell with such a value follows from it,
so only the other cells are kept there as texts.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import zip_longest
from typing import Any

from tiltak_cli.domain.fields import BY_KEY, FIELDS, Field, Kind
from tiltak_cli.domain.sentences import short
from tiltak_cli.overview.timeline import Step, all_steps
from tiltak_cli.sources.register.build import build_measure
from tiltak_cli.sources.workbook.fit import clean
from tiltak_cli.sources.workbook.written import (
    HEADING,
    Row,
    Written,
    cell_text,
    ended,
    without_end,
)
from tiltak_cli.wording import NB, Wording

MEASURES, MILESTONES = "sheet.measures", "sheet.milestones"
NEW_MEASURES = "sheet.new"
# Columns of a workbook to be filled in that are no fields, by the keys of their headings.
ASKED, ROLE_NOW, INPUT, NEXT = FORM_COLUMNS = ("form.asked", "form.role", "form.input", "form.next")
# The words of «Rollen deres».
TAKES_PART, LEAVES = NB("word.deltar"), NB("word.deltar ikke")
# Shown in other words than the register's, or with more than the register has.
OTHER_WORDS = (Kind.MILESTONES, Kind.DOCUMENTS, Kind.ORIGIN)
NOT_HELD = (*OTHER_WORDS, Kind.DIRECTIONS)
ONGOING = "løpende"
# What the names of the columns of measures begin with; their fields' keys follow.
FIELD_NAME = "felt_"
# Longer titles are cut on the sheet of milestones.
TITLE_LENGTH = 110
# The columns of the sheet of milestones that follow from the base, with the field they are of.
STEPS: tuple[tuple[str, Callable[[Step], object]], ...] = (
    ("id", lambda step: step.measure.id),
    ("tittel", lambda step: short(step.measure.title, TITLE_LENGTH)),
    ("milepæler", lambda step: step.milestone.id),
    ("milepæler", lambda step: step.milestone.text),
    ("ansvarlig", lambda step: step.measure.lead),
    ("milepæler", lambda step: step.milestone.deadline and step.milestone.deadline.text),
    ("milepæler", lambda step: step.milestone.reached),
)


def held(measure: Mapping[str, Any], field: Field, say: Wording) -> str:
    """What the cell of a measure's field held, of plain data as the base has it.

    Of what has other words there than in the register, nothing.
    """
    value = measure.get(field.key, "")
    if field.kind in OTHER_WORDS:
        return ""
    if field.key == "frist" and measure.get("løpende"):
        return ONGOING
    if field.kind is Kind.TEXT:
        return cell_text(clean(str(value).strip(), say("cell.cut")))
    items = value if isinstance(value, list) else [NB("yes") if value is True else value]
    between = "\n" if field.kind is Kind.DIRECTIONS else ", "
    text = between.join(" ".join(str(item).split()) for item in items)
    return cell_text(clean(text, say("cell.cut")))


def blanked(written: Written, fields: Iterable[str], say: Wording) -> Written:
    """What stands in the cells without the texts that follow from a base with those fields."""
    known, sheets = {*fields}, dict(written.sheets)
    for title, columns in _columns(sheets, say):
        rows = sheets[title]
        follows = [key in known for key in columns]
        below = (_without(row, follows) for row in rows[HEADING + 1 :])
        sheets[title] = without_end([*rows[: HEADING + 1], *below])
    return written._replace(sheets=sheets)


def completed(
    written: Written, measures: Sequence[dict[str, Any]], day: date, say: Wording
) -> Written:
    """What stood in the cells, the blanks of `blanked` filled in from the base's measures.

    `day` is the report date that the workbook was made for.
    """
    sheets = dict(written.sheets)
    built = tuple(map(build_measure, measures))
    for title, columns in _columns(sheets, say):
        if title == say(MEASURES):
            fields = [BY_KEY[key] if key else None for key in columns]
            rows = [[held(m, field, say) if field else "" for field in fields] for m in measures]
        else:
            steps = all_steps(built, day)
            rows = [[_text(of(step), say) for _, of in STEPS] for step in steps]
        sheets[title] = _filled(sheets[title], rows)
    return written._replace(sheets=sheets)


def _columns(sheets: Mapping[str, Sequence[Row]], say: Wording) -> Iterator[tuple[str, list[str]]]:
    """The two sheets that follow from a base, each column with its field; none with nothing."""
    rows = sheets.get(say(MEASURES), ())
    if len(rows) > HEADING:
        by_label = {say.label(f): f.key for f in FIELDS if f.kind not in NOT_HELD}
        yield say(MEASURES), [by_label.get(label, "") for label in rows[HEADING]]
    if say(MILESTONES) in sheets:
        yield say(MILESTONES), [key for key, _ in STEPS]


def _without(row: Row, follows: Sequence[bool]) -> Row:
    # Where there is nothing of something, there may be a sentence.
    if not row or not row[0]:
        return row
    gone = (*follows, *(False for _ in row))
    return ended(tuple("" if out else text for text, out in zip(row, gone, strict=False)))


def _filled(rows: Sequence[Row], texts: Sequence[Sequence[str]]) -> Sequence[Row]:
    """Rows below the heading with texts where they have none."""
    below = zip_longest(rows[HEADING + 1 :], texts, fillvalue=())
    whole = (
        ended(tuple(a or b for a, b in zip_longest(row, filling, fillvalue="")))
        for row, filling in below
    )
    return [*rows[: HEADING + 1], *whole]


def _text(value: object, say: Wording) -> str:
    return cell_text(clean(value, say("cell.cut")) if isinstance(value, str) else value)
