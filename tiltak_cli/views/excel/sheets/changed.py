"""The sheet «Endringer»: what has happened since the edition that this one is compared with."""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.changes.change import Change, Level
from tiltak_cli.changes.compare import Comparison
from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.domain.sentences import short
from tiltak_cli.views.changes.words import field_label
from tiltak_cli.views.excel.kit import styles
from tiltak_cli.views.excel.kit.book import FIRST_ROW, MEASURES, Book
from tiltak_cli.views.excel.kit.cells import link, put
from tiltak_cli.views.excel.kit.page import Page, set_up
from tiltak_cli.views.excel.kit.table import header, set_height, table
from tiltak_cli.views.excel.sheets import marks
from tiltak_cli.wording import NB, Wording

# Long texts stand side by side here.
FIELD, OLD, NEW, WHY = range(5, 9)
WIDTHS = (11.5, 7, 28, 20, 14, 26, 27, 52)
INDENTED = (NEW, WHY)
NOTHING = "–"
# Longer texts are found in the register; the explanation says what matters.
VALUE_LENGTH = 120
WHY_LENGTH = 300


def wanted(book: Book) -> bool:
    """Only a workbook with an edition to compare with has this sheet."""
    return book.comparison is not None


def write(sheet: Worksheet, book: Book) -> None:
    """Write the changes to the register as a whole first, then those of each measure."""
    comparison, say = book.comparison, book.say
    assert comparison is not None  # noqa: S101 - `wanted` has looked
    set_up(sheet, book, say("changes.title"), _sentence(comparison, say), WIDTHS, Page())
    labels = (
        say("changes.date"),
        say.label("id"),
        say.label("tittel"),
        *(say(f"changes.{column}") for column in ("change", "field", "old", "new", "why")),
    )
    header(sheet, labels, indented=INDENTED)
    rows = book.measure_rows()
    for row, change in enumerate(comparison.all, FIRST_ROW):
        _change(sheet, row, change, book, rows.get(change.measure_id))
    if not comparison.all:
        put(sheet, FIRST_ROW, WHY, say("changes.none"), styles.BODY)
    table(sheet, labels, len(comparison.all), say("changes.description"), frozen_columns=3)
    last = FIRST_ROW + max(len(comparison.all), 1) - 1
    add_marks(sheet, last, say, (FIELD, OLD, NEW))


def _sentence(comparison: Comparison, say: Wording) -> str:
    old, new = comparison.old, comparison.new
    return say(
        "changes.sentence",
        new=new.edition,
        now=new.as_of,
        old=old.edition,
        then=old.as_of,
        changes=len(comparison.all),
        measures=len(comparison.measures()),
    )


def _change(sheet: Worksheet, row: int, change: Change, book: Book, target: int | None) -> None:
    style, say = styles.middle(styles.BODY), book.say
    day = style._replace(number_format=book.locale.day)
    put(sheet, row, 1, book.register.as_of, day)
    code = styles.middle(styles.LINK if target else styles.CODE)
    cell = put(sheet, row, 2, change.measure_id or NOTHING, code)
    if target:
        link(cell, book.title(MEASURES), target, change.title)
    looks = {
        4: style._replace(bold=change.kind.level is Level.MAJOR),
        **{column: style._replace(indent=1) for column in INDENTED},
    }
    texts = (
        change.title or say("changes.whole"),
        say(f"kind.{change.kind.code}"),
        field_label(change.field, say),
        shown_value(change, change.old, say),
        shown_value(change, change.new, say),
        _explanation(change, say),
    )
    for column, text in enumerate(texts, 3):
        put(sheet, row, column, text, looks.get(column, style))
    set_height(sheet, row, [(text, column) for column, text in enumerate(texts, 3)])


def shown_value(change: Change, value: object, say: Wording) -> str:
    """A value before or now; internal notes are not for the readers of a workbook."""
    field = BY_KEY.get(change.field)
    if field and not field.public:
        return ""
    # A word that a mark shows is the register's own here too.
    text = NB.value(value) if change.field in marks.MARKS else say.value(value)
    return short(text, VALUE_LENGTH)


def _explanation(change: Change, say: Wording) -> str:
    """The sentence, and the register's own reason unless it is the new value once more."""
    sentence = say.phrases(change.said)
    why = "" if change.why == NB.value(change.new) else short(change.why, WHY_LENGTH)
    return f"{sentence}\n{why}" if why else sentence


def add_marks(sheet: Worksheet, last: int, say: Wording, columns: tuple[int, int, int]) -> None:
    """Show statuses and assessments as the sheet of measures does, down to row `last`.

    `columns` have the field, and its value before and now.
    """
    field, *values = map(get_column_letter, columns)
    for key, words in marks.MARKS.items():
        condition = f'${field}{FIRST_ROW}="{say.label(key)}"'
        for letter in values:
            for rule in marks.rules(words, f"{letter}{FIRST_ROW}", say, condition):
                sheet.conditional_formatting.add(f"{letter}{FIRST_ROW}:{letter}{last}", rule)
