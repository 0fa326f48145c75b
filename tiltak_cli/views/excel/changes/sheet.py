"""The sheet «Endringer» of a workbook of changes: a row per change, to filter and to tick off."""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.changes.change import Change, Level
from tiltak_cli.changes.compare import Comparison
from tiltak_cli.domain.sentences import excerpt, short
from tiltak_cli.views.changes.words import (
    MARKS,
    Chosen,
    field_label,
    nothing,
    selection,
    tally,
    word_by_word,
)
from tiltak_cli.views.excel.kit import styles
from tiltak_cli.views.excel.kit.book import FIRST_ROW, Book
from tiltak_cli.views.excel.kit.cells import Value, put
from tiltak_cli.views.excel.kit.page import Page, set_up
from tiltak_cli.views.excel.kit.table import header, set_height, table
from tiltak_cli.views.excel.sheets.changed import NOTHING, WHY_LENGTH, add_marks, shown_value
from tiltak_cli.wording import Wording

DATE, ID, TITLE, LEAD, KIND, LEVEL, FIELD, OLD, NEW, HAPPENED, WHY, SETTLED, CODE = range(1, 14)
WIDTHS = (11, 8.5, 24, 11.5, 17, 13.5, 12, 18.5, 20, 34, 30, 11.5, 14.5)
# Long texts stand side by side here.
INDENTED = (NEW, HAPPENED, WHY)


def write(sheet: Worksheet, book: Book, comparison: Comparison, chosen: Chosen) -> None:
    """Write the changes to the register as a whole first, then those of each measure."""
    say, changes = book.say, comparison.all
    sentence = (
        f"{selection(chosen, say)} {tally(comparison, say)}"
        if changes
        else nothing(comparison, chosen, say)
    )
    old, new = comparison.old, comparison.new
    title = say("diff.title", old=old.edition, new=new.edition)
    set_up(sheet, book, title, sentence.strip(), WIDTHS, Page())
    labels = _labels(say)
    header(sheet, labels, indented=INDENTED, accented=[SETTLED])
    leads = {m.id: m.lead for m in (*old.measures, *new.measures)}
    for row, change in enumerate(changes, FIRST_ROW):
        _change(sheet, row, change, book, leads.get(change.measure_id, ""))
    if not changes:
        put(sheet, FIRST_ROW, HAPPENED, nothing(comparison, chosen, say), styles.BODY)
    table(sheet, labels, len(changes), say("diff.description"), frozen_columns=TITLE)
    last = FIRST_ROW + max(len(changes), 1) - 1
    add_marks(sheet, last, say, (FIELD, OLD, NEW))
    if changes:
        _add_choice(sheet, book, last)
    # The fingerprint is for programs; on paper its room is better used.
    sheet.print_area = f"A1:{get_column_letter(SETTLED)}{last}"


def _labels(say: Wording) -> tuple[str, ...]:
    return (
        say("changes.date"),
        say("diff.measure"),
        say("diff.title-column"),
        say.label("ansvarlig"),
        say("report.kind"),
        say("diff.level"),
        say("changes.field"),
        say("changes.old"),
        say("changes.new"),
        say("diff.happened"),
        say("diff.reason"),
        say("diff.settled"),
        say("diff.fingerprint"),
    )


def _change(sheet: Worksheet, row: int, change: Change, book: Book, lead: str) -> None:
    say, level = book.say, change.kind.level
    style = styles.middle(styles.BODY)
    whole = not change.field
    values: dict[int, Value] = {
        DATE: book.register.as_of,
        ID: change.measure_id or NOTHING,
        TITLE: change.title or say("changes.whole"),
        LEAD: lead,
        KIND: say(f"kind.{change.kind.code}"),
        LEVEL: say(f"level.{level}").partition("|")[0],
        FIELD: field_label(change.field, say),
        OLD: "" if whole else shown_value(change, change.old, say),
        NEW: "" if whole else shown_value(change, change.new, say),
        HAPPENED: say.phrases(change.said),
        WHY: _own_words(change),
        SETTLED: "",
        CODE: change.fingerprint,
    }
    looks = {
        DATE: style._replace(number_format=book.locale.day),
        ID: styles.middle(styles.CODE),
        KIND: style._replace(bold=level is Level.MAJOR),
        LEVEL: style._replace(number_format=f'"{MARKS[level]} "@'),
        CODE: style._replace(size=9),
        **{column: style._replace(indent=1) for column in INDENTED},
    }
    for column, value in values.items():
        put(sheet, row, column, value, looks.get(column, style))
    texts = [(text, column) for column, text in values.items() if isinstance(text, str)]
    set_height(sheet, row, texts, 10, INDENTED)


def _own_words(change: Change) -> str:
    """The register's own words about a change: the text word by word, or the new sentence."""
    if change.words:
        return short(word_by_word(change.words), WHY_LENGTH)
    return excerpt(change.why)


def _add_choice(sheet: Worksheet, book: Book, last: int) -> None:
    """A drop-down that helps; other words are as good."""
    say, letter = book.say, get_column_letter(SETTLED)
    rule = DataValidation(type="list", formula1=f'"{say("yes")}"', allow_blank=True)
    rule.showErrorMessage = False
    rule.showInputMessage = True
    rule.promptTitle = say("diff.settled")
    rule.prompt = say("diff.settle-help")
    rule.add(f"{letter}{FIRST_ROW}:{letter}{last}")
    sheet.add_data_validation(rule)
