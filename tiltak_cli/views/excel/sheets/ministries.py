"""The sheet «Departement»: every ministry's roles, and which ministries have none."""

from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.overview.counts import SOON_DAYS, MinistryOverview, Situation
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import FIRST_ROW, Book
from tiltak_cli.views.excel.kit.cells import put
from tiltak_cli.views.excel.kit.page import Page, set_up
from tiltak_cli.views.excel.kit.table import header, set_height, table
from tiltak_cli.views.excel.sheets.marks import situation_label

# The areas share what the page can spare, and no more than they need.
AREA_WIDTH, AREA_ROOM, NARROWEST = 8.5, 60, 5.0


def write(sheet: Worksheet, book: Book) -> None:
    """Write a row per ministry that exists on the register's date, in the organisations' order."""
    say = book.say
    areas = [area.code for area in book.register.strategy.areas]
    labels = (
        say("ministries.code"),
        say("ministries.ministry"),
        say("role.responsible"),
        *(say("directions.area", code=code) for code in areas),
        say("role.executing"),
        say("role.participating"),
        situation_label(Situation.LATE, say),
        say("ministries.soon", days=SOON_DAYS),
        say("ministries.responsible-for"),
    )
    share = min(AREA_WIDTH, max(NARROWEST, AREA_ROOM / max(len(areas), 1)))
    widths = (8, 44, 12, *(share for _ in areas), 10.5, 10, 14, 13, 50)
    set_up(sheet, book, say("ministries.title"), _sentence(book), widths, Page())
    header(sheet, labels, centred=range(3, len(labels)), indented=[len(labels)])
    without = {ministry.code for ministry in book.overview.without_role}
    for row, ministry in enumerate(book.overview.ministries, FIRST_ROW):
        none = say("ministries.none") if ministry.code in without else ""
        name = say.organisation(book.register.organisations, ministry.code, book.register.as_of)
        _ministry(sheet, row, ministry, name, none)
    rows = len(book.overview.ministries)
    table(sheet, labels, rows, say("ministries.description"), frozen_columns=1)


def _sentence(book: Book) -> str:
    sentences = [book.say("ministries.sentence")]
    ministries = book.overview.ministries
    everyone = ministries[0].everyone if ministries else 0
    if everyone:
        sentences.append(book.say("ministries.everyone", number=everyone))
    without = tuple(ministry.code for ministry in book.overview.without_role)
    if without:
        sentences.append(book.say("ministries.without", codes=without))
    return " ".join(sentences)


def _ministry(sheet: Worksheet, row: int, ministry: MinistryOverview, name: str, none: str) -> None:
    """Write a ministry; `none` is what to say where it has no role, else nothing."""
    style, count = styles.middle(styles.BODY), styles.middle(styles.COUNT)
    put(sheet, row, 1, ministry.code, styles.middle(styles.CODE))
    put(sheet, row, 2, name, style)
    numbers = (
        len(ministry.responsible),
        *ministry.areas.values(),
        len(ministry.executing),
        len(ministry.participating),
    )
    for column, number in enumerate(numbers, 3):
        put(sheet, row, column, number or None, count._replace(bold=column == 3))  # noqa: PLR2004
    column = 3 + len(numbers)
    late = count._replace(tint=palette.RED, bold=True) if ministry.late else count
    put(sheet, row, column, ministry.late or None, late)
    soon = count._replace(tint=palette.YELLOW, bold=True) if ministry.due_soon else count
    put(sheet, row, column + 1, ministry.due_soon or None, soon)
    ids = ", ".join(measure.id for measure in ministry.responsible)
    look = styles.middle(styles.ALARM) if none else style
    put(sheet, row, column + 2, ids or none, look._replace(indent=1))
    set_height(sheet, row, ((name, 2), (ids, column + 2)))
