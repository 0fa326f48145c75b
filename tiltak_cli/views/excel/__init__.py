"""A register on its report date as an Excel file, one module per sheet.

It is for a meeting, or it has an audience that is to fill it in and send it back.
"""

from tiltak_cli.changes.compare import Comparison
from tiltak_cli.overview.counts import Overview
from tiltak_cli.overview.trend import trend
from tiltak_cli.views.excel.form.book import FORM_SHEETS, with_form
from tiltak_cli.views.excel.front import page
from tiltak_cli.views.excel.front.chart import described
from tiltak_cli.views.excel.kit.assemble import WRITTEN, assembled
from tiltak_cli.views.excel.kit.book import (
    CARRIED,
    CHANGES,
    DEPENDENCIES,
    DIRECTIONS,
    FIGURES,
    FRONT,
    LISTS,
    MEASURES,
    META,
    MILESTONES,
    MINISTRIES,
    TIMELINE,
    Book,
    Cut,
    Options,
    Progress,
    Sheet,
)
from tiltak_cli.views.excel.sheets import (
    carried,
    changed,
    dependencies,
    directions,
    figures,
    lists,
    measures,
    meta,
    milestones,
    ministries,
    timeline,
)

DEFAULT = Options()
SHEETS = (
    Sheet(FRONT, page.write),
    Sheet(MEASURES, measures.write, edited=True),
    Sheet(DIRECTIONS, directions.write),
    Sheet(MINISTRIES, ministries.write),
    Sheet(TIMELINE, timeline.write),
    Sheet(MILESTONES, milestones.write),
    Sheet(DEPENDENCIES, dependencies.write, dependencies.wanted),
    Sheet(CHANGES, changed.write, changed.wanted),
    Sheet(CARRIED, carried.write, carried.wanted),
    Sheet(FIGURES, figures.write, figures.wanted),
    Sheet(LISTS, lists.write),
    Sheet(META, meta.write, hidden=True),
)


def workbook(
    overview: Overview,
    comparison: Comparison | None = None,
    options: Options = DEFAULT,
    progress: Progress = lambda _: None,
    cut: Cut = lambda _: None,
) -> bytes:
    """Make the workbook of an overview; with a comparison it also tells what has changed.

    The same input gives the same bytes: there is no clock in it. `progress` hears how far it has
    come, `cut` of each cell without room for all of its text.
    """
    if comparison and options.public:
        comparison = comparison.public()
    sheets = FORM_SHEETS if options.audience else SHEETS
    book = Book(
        overview=overview,
        comparison=comparison,
        sheets=sheets,
        options=options,
        progress=lambda share: progress(share * WRITTEN),
        points=() if options.audience else trend(overview, comparison),
    )
    book = with_form(book) if options.audience else book
    wanted = tuple(sheet for sheet in sheets if sheet.wanted(book))
    book = book._replace(sheets=tuple(sheet for sheet in wanted if not sheet.hidden))
    title = f"{book.say('front.title')} {book.register.edition}"
    charts = () if options.audience else described(book)
    return assembled(book, wanted, title, charts, progress, cut)
