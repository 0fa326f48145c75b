"""The sheet «Avhengigheter»: what waits for what, a sentence for each that others wait for."""

from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.overview.waiting import Waiting, said, waiting
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import Book
from tiltak_cli.views.excel.kit.table import Column, Table, write_table
from tiltak_cli.views.excel.sheets.deadlines import cell_of
from tiltak_cli.views.excel.sheets.marks import situation_label
from tiltak_cli.views.excel.sheets.shared import id_column, lead_column
from tiltak_cli.wording import Wording


def wanted(book: Book) -> bool:
    """Whether any measure waits for another, or has."""
    return bool(waiting(book.overview))


def write(sheet: Worksheet, book: Book) -> None:
    """Write a row for each measure that others depend on, those that most wait for first."""
    say, targets = book.say, waiting(book.overview)
    table = Table(
        title=say("waiting.heading"),
        sentence=say.phrases(said(targets)),
        columns=_columns(book),
        items=targets,
        description=say("dependencies.description"),
        frozen=2,
    )
    write_table(sheet, book, table)


def _columns(book: Book) -> tuple[Column[Waiting], ...]:
    say, standings = book.say, book.overview.standings
    return (
        id_column(book, lambda w: w.target),
        Column(say("dependencies.target"), 34, lambda w: w.target.title),
        lead_column(book, lambda w: w.target),
        Column(say.label("frist"), 12, lambda w: cell_of(w.target.deadline), days=True),
        Column(
            say("timeline.situation"),
            20,
            lambda w: situation_label(standings[w.target.id], say),
            look=lambda w, style: style._replace(tint=palette.SITUATIONS[standings[w.target.id]]),
        ),
        Column(say("dependencies.who"), 20, lambda w: _ids(w, say)),
        Column(say("dependencies.sentence"), 66, lambda w: sentence(w, say), styles.ROW_APART),
    )


def _ids(item: Waiting, say: Wording) -> str:
    return say.format_field(tuple(m.id for m in item.measures), "list")


def sentence(item: Waiting, say: Wording) -> str:
    """Who waits, for what, and how that stands; and who is due before it."""
    text = say.phrase(item.said)
    if not item.early:
        return text
    early = tuple(measure.id for measure in item.early)
    return f"{text} {say('waiting.early', n=len(early), ids=early)}"
