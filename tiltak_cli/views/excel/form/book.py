"""The sheets of a workbook that others fill in, and which measures have a row on each."""

from tiltak_cli.domain.fields import BY_KEY, Field
from tiltak_cli.domain.measure import Measure
from tiltak_cli.overview.asked import STEPS, form_of
from tiltak_cli.views.excel.form import ended, letter, new, own, steps, taking_part
from tiltak_cli.views.excel.form.columns import TAKING_PART as SHOWN
from tiltak_cli.views.excel.form.columns import Shown, fields_of, own_columns, published
from tiltak_cli.views.excel.kit.book import (
    ENDED,
    LETTER,
    LISTS,
    MEASURES,
    META,
    MILESTONES,
    NEW,
    TAKING_PART,
    Book,
    Part,
    Sheet,
)
from tiltak_cli.views.excel.sheets import lists, meta

FORM_SHEETS = (
    Sheet(LETTER, letter.write),
    Sheet(MEASURES, own.write, edited=True),
    Sheet(MILESTONES, steps.write, steps.wanted, edited=True),
    Sheet(TAKING_PART, taking_part.write, taking_part.wanted, edited=True),
    Sheet(NEW, new.write, edited=True),
    Sheet(ENDED, ended.write, ended.wanted),
    Sheet(LISTS, lists.write),
    Sheet(META, meta.write, hidden=True),
)


def with_form(book: Book) -> Book:
    """The same book with what its audience is to fill in."""
    columns = own_columns(book)
    written = {shown.key for shown in columns if shown.written} | {STEPS}
    form = form_of(book.overview, book.options.audience, written, book.comparison)
    parts = (
        _part(MEASURES, columns, (BY_KEY[STEPS],), form.own),
        _part(TAKING_PART, published(book, SHOWN), (), form.taking_part),
        Part(NEW, (), (), ()),
    )
    return book._replace(
        form=form, parts=tuple(p for p in parts if p.measures or p.sheet != TAKING_PART)
    )


def _part(
    sheet: str,
    columns: tuple[Shown, ...],
    elsewhere: tuple[Field, ...],
    measures: tuple[Measure, ...],
) -> Part:
    return Part(sheet, fields_of(columns), elsewhere, measures)
