"""The sheet «Departement»: every ministry's roles, and which ministries have none."""

from functools import partial

from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.overview.counts import SOON_DAYS, MinistryOverview, Situation
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import Book
from tiltak_cli.views.excel.kit.table import Column, Table, tinted, write_table
from tiltak_cli.views.excel.sheets.marks import situation_label

# More areas than these have no column each, but one together.
MOST_AREAS = 5


def write(sheet: Worksheet, book: Book) -> None:
    """Write a row per ministry that exists on the register's date, in the organisations' order."""
    title, about = book.say("ministries.title"), book.say("ministries.description")
    table = Table(
        title=title,
        sentence=_sentence(book),
        columns=_columns(book),
        items=book.overview.ministries,
        description=about,
        frozen=1,
    )
    write_table(sheet, book, table)


def _columns(book: Book) -> tuple[Column[MinistryOverview], ...]:
    say, count, total = book.say, styles.ROW_COUNT, styles.ROW_COUNT._replace(bold=True)
    late, soon = situation_label(Situation.LATE, say), say("ministries.soon", days=SOON_DAYS)
    none = {ministry.code: say("ministries.none") for ministry in book.overview.without_role}

    def name(m: MinistryOverview) -> str:
        return say.organisation(book.register.organisations, m.code, book.register.as_of)

    def ids(m: MinistryOverview) -> str:
        return ", ".join(measure.id for measure in m.responsible) or none.get(m.code, "")

    return (
        Column(say("ministries.code"), 8, lambda m: m.code, styles.ROW_CODE, wraps=False),
        Column(say("ministries.ministry"), 40, name),
        Column(say("role.responsible"), 12, lambda m: len(m.responsible) or None, total),
        *_areas(book),
        Column(say("role.executing"), 10.5, lambda m: len(m.executing) or None, count),
        Column(say("role.participating"), 10, lambda m: len(m.participating) or None, count),
        Column(late, 11.5, lambda m: m.late or None, count, tinted(palette.RED, lambda m: m.late)),
        Column(
            soon,
            11,
            lambda m: m.due_soon or None,
            count,
            tinted(palette.YELLOW, lambda m: m.due_soon),
        ),
        Column(
            say("ministries.responsible-for"),
            45,
            ids,
            styles.ROW_APART,
            tinted(palette.ALARM, lambda m: m.code in none),
        ),
    )


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


def _areas(book: Book) -> tuple[Column[MinistryOverview], ...]:
    """In how many measures of each area the ministry leads: a column each where they are few."""
    codes, say = [area.code for area in book.register.strategy.areas], book.say
    if len(codes) > MOST_AREAS:
        return (Column(say("report.led-by-area"), 26, partial(_of_areas, codes)),)
    return tuple(
        Column(say("directions.area", code=c), 8.5, partial(_of_area, c), styles.ROW_COUNT)
        for c in codes
    )


def _of_areas(codes: list[str], ministry: MinistryOverview) -> str | None:
    """The areas that there are any in, with their numbers: «1: 3 · 12: 4»."""
    return " · ".join(f"{c}: {ministry.areas[c]}" for c in codes if ministry.areas[c]) or None


def _of_area(code: str, ministry: MinistryOverview) -> int | None:
    """How many measures the ministry has in an area."""
    return ministry.areas[code] or None
