"""The sheet «Dere deltar»: measures that others are responsible for, and room for input."""

from functools import partial

from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.domain.measure import Measure
from tiltak_cli.overview.timeline import State, state
from tiltak_cli.sources.workbook.shown import INPUT, LEAVES, NEXT, ROLE_NOW, TAKES_PART
from tiltak_cli.views.excel.form.columns import (
    TAKING_PART,
    drawn,
    names,
    page_of,
    published,
    to_read,
    to_write,
)
from tiltak_cli.views.excel.form.roles import role_text, takes_part
from tiltak_cli.views.excel.form.rules import add_rules
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import Book
from tiltak_cli.views.excel.kit.styles import Style
from tiltak_cli.views.excel.kit.table import Column, Place, Table, write_table
from tiltak_cli.views.excel.sheets.edits import add_rule, chosen_from
from tiltak_cli.views.excel.sheets.measures import add_marks

# The keys of the columns that are no fields.
ROLE, WORD = "rollen", "innspill"


def wanted(book: Book) -> bool:
    """Whether there is anything to show."""
    return bool(book.form and book.form.taking_part)


def write(sheet: Worksheet, book: Book) -> None:
    """Write a row for each measure that they take part in."""
    say, form = book.say, book.form
    assert form  # noqa: S101 - there is no such sheet without one
    columns = columns_of(book)
    table = Table(
        title=say("form.taking-part", names=names(book)),
        sentence=say(
            "form.taking-part-sentence",
            number=len(form.taking_part),
            day=book.overview.report_date,
        ),
        columns=columns,
        items=form.taking_part,
        description=say("form.taking-part-description"),
        frozen=2,
        air=4,
        page=page_of(book, columns),
    )
    places = write_table(sheet, book, table)
    add_rules(sheet, book, columns, published(book, TAKING_PART), places["id"].last)
    _add_help(sheet, book, places)
    # Nobody moves a deadline here: whether it has passed is shown once and for all.
    add_marks(sheet, say, {key: place for key, place in places.items() if key != "frist"})


def columns_of(book: Book) -> list[Column[Measure]]:
    """The columns: how it stands, and last what they can write."""
    say, text = book.say, styles.BODY
    return [
        *(drawn(book, shown) for shown in published(book, TAKING_PART)),
        to_read(Column(say(NEXT), 26, partial(_next, book), text)),
        to_write(
            Column(
                say(ROLE_NOW), 15, partial(role_text, book), text, partial(_plain, book), key=ROLE
            )
        ),
        to_write(Column(say(INPUT), 36, lambda _: None, text, key=WORD)),
    ]


def _plain(book: Book, measure: Measure, style: Style) -> Style:
    """A role that cannot be changed here looks like what is only shown."""
    if takes_part(book, measure):
        return style
    return style._replace(tint=palette.PLAIN, edge="", line=palette.LINE)


def _next(book: Book, measure: Measure) -> str:
    """The first milestone that is not reached, with its deadline."""
    day = book.overview.report_date
    left = [(step, state(measure, step, day)) for step in measure.milestones if not step.reached]
    dated = [(step, how) for step, how in left if step.deadline]
    dated.sort(key=lambda pair: pair[0].deadline.last if pair[0].deadline else day)
    if not dated:
        return ""
    step, how = dated[0]
    key = "form.next-passed" if how is State.PASSED else "form.next-step"
    return book.say(key, id=step.id, text=step.text, deadline=step.deadline)


def _add_help(sheet: Worksheet, book: Book, places: dict[str, Place]) -> None:
    say = book.say
    words = f'"{TAKES_PART},{LEAVES}"'
    form = book.form
    for row, measure in enumerate(form.taking_part if form else (), int(places[ROLE].first[1:])):
        if takes_part(book, measure):
            cell = f"{places[ROLE].letter}{row}"
            rule = chosen_from(words, say(ROLE_NOW), book)
            add_rule(sheet, cell, rule, say(ROLE_NOW), say("write.rollen"))
    add_rule(sheet, places[WORD].cells, None, say(INPUT), say("write.innspill"))
