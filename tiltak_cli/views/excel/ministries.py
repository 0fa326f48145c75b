"""The sheet «Departement»: every ministry's roles, and which ministries have none."""

from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.domain.words import listed
from tiltak_cli.overview import SOON_DAYS, MinistryOverview, Situation
from tiltak_cli.views.excel import palette, styles
from tiltak_cli.views.excel.book import FIRST_ROW, Book
from tiltak_cli.views.excel.cells import put
from tiltak_cli.views.excel.marks import situation_label
from tiltak_cli.views.excel.page import Page, set_up
from tiltak_cli.views.excel.table import header, set_height, table

NO_ROLE = "Ingen rolle"
DESCRIPTION = (
    "For hvert departement: antall tiltak det er ansvarlig for, i alt og per målområde, antall det "
    "utfører eller deltar i, antall forsinkede og med frist snart, og hvilke det er ansvarlig for."
)


def write(sheet: Worksheet, book: Book) -> None:
    """Write a row per ministry that exists on the register's date, in the organisations' order."""
    areas = [area.code for area in book.register.strategy.areas]
    labels = (
        "Kode",
        "Departement",
        "Ansvarlig",
        *(f"Mål {code}" for code in areas),
        "Utfører",
        "Deltar",
        situation_label(Situation.LATE),
        f"Frist innen {SOON_DAYS} dager",
        "Ansvarlig for",
    )
    widths = (8, 44, 12, *(8.5 for _ in areas), 10.5, 10, 14, 13, 50)
    set_up(sheet, book, "Departementenes roller", _sentence(book), widths, Page())
    header(sheet, labels, centred=range(3, len(labels)), indented=[len(labels)])
    without = {ministry.code for ministry in book.overview.without_role}
    for row, ministry in enumerate(book.overview.ministries, FIRST_ROW):
        _ministry(sheet, row, ministry, alarmed=ministry.code in without)
    rows = len(book.overview.ministries)
    table(sheet, labels, rows, DESCRIPTION, frozen_columns=1)


def _sentence(book: Book) -> str:
    text = "Målområdene gjelder tiltakene som departementet er ansvarlig for."
    ministries = book.overview.ministries
    everyone = ministries[0].everyone if ministries else 0
    if everyone:
        text += f" I {everyone} tiltak deltar alle departementer uten å være nevnt."
    without = [ministry.code for ministry in book.overview.without_role]
    return f"{text} Uten navngitt rolle: {listed(without)}." if without else text


def _ministry(sheet: Worksheet, row: int, ministry: MinistryOverview, *, alarmed: bool) -> None:
    style, count = styles.middle(styles.BODY), styles.middle(styles.COUNT)
    put(sheet, row, 1, ministry.code, styles.middle(styles.CODE))
    put(sheet, row, 2, ministry.name, style)
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
    none = NO_ROLE if alarmed else ""
    look = styles.middle(styles.ALARM) if none else style
    put(sheet, row, column + 2, ids or none, look._replace(indent=1))
    set_height(sheet, row, ((ministry.name, 2), (ids, column + 2)))
