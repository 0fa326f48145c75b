"""The sheet «Endringer»: what has happened since the edition that this one is compared with."""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.changes.compare import Comparison
from tiltak_cli.changes.kinds import Change, Level
from tiltak_cli.domain.deadline import norwegian_day
from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.domain.words import counted
from tiltak_cli.views.excel import marks, styles
from tiltak_cli.views.excel.book import FIRST_ROW, MEASURES, Book
from tiltak_cli.views.excel.cells import link, put, short
from tiltak_cli.views.excel.page import Page, set_up
from tiltak_cli.views.excel.table import header, set_height, table
from tiltak_cli.wording import NB

LABELS = ("Dato", "ID", "Tiltak", "Endring", "Felt", "Før", "Nå", "Forklaring")
WIDTHS = (11.5, 7, 28, 20, 14, 26, 27, 52)
# Long texts stand side by side here.
INDENTED = (7, 8)
NOTHING = "–"
# Longer texts are found in the register; the explanation says what matters.
VALUE_LENGTH = 120
WHY_LENGTH = 300
DESCRIPTION = (
    "Endringene siden forrige utgave, én på hver rad: dato, tiltak, hva slags endring, felt, verdi "
    "før og nå, og forklaring."
)


def wanted(book: Book) -> bool:
    """Only a workbook with an edition to compare with has this sheet."""
    return book.comparison is not None


def write(sheet: Worksheet, book: Book) -> None:
    """Write the changes to the register as a whole first, then those of each measure."""
    comparison = book.comparison
    assert comparison is not None  # noqa: S101 - `wanted` has looked
    set_up(sheet, book, "Endringer siden forrige utgave", _sentence(comparison), WIDTHS, Page())
    header(sheet, LABELS, indented=INDENTED)
    rows = book.measure_rows()
    for row, change in enumerate(comparison.all, FIRST_ROW):
        _change(sheet, row, change, comparison, rows.get(change.measure_id))
    if not comparison.all:
        put(sheet, FIRST_ROW, 8, "Ingen endringer.", styles.BODY)
    table(sheet, LABELS, len(comparison.all), DESCRIPTION, frozen_columns=3)
    _add_marks(sheet, FIRST_ROW + max(len(comparison.all), 1) - 1)


def _sentence(comparison: Comparison) -> str:
    old, new = comparison.old, comparison.new
    then, now = norwegian_day(old.as_of), norwegian_day(new.as_of)
    changes = counted(len(comparison.all), "endring", "endringer")
    measures = counted(len(comparison.measures()), "tiltak", "tiltak")
    return (
        f"Utgave {new.edition} per {now} sammenlignet med utgave {old.edition} per {then}: "
        f"{changes} i {measures}. Vesentlige endringer i fet skrift."
    )


def _change(
    sheet: Worksheet, row: int, change: Change, comparison: Comparison, target: int | None
) -> None:
    style = styles.middle(styles.BODY)
    put(sheet, row, 1, comparison.new.as_of, style._replace(number_format=styles.DATE_FORMAT))
    code = styles.middle(styles.LINK if target else styles.CODE)
    cell = put(sheet, row, 2, change.measure_id or NOTHING, code)
    if target:
        link(cell, MEASURES, target, change.title)
    looks = {
        "Endring": style._replace(bold=change.kind.level is Level.MAJOR),
        **{LABELS[column - 1]: style._replace(indent=1) for column in INDENTED},
    }
    texts = (
        change.title or "Oversikten som helhet",
        change.kind.heading,
        _field(change.field),
        _value(change, NB.value(change.old)),
        _value(change, NB.value(change.new)),
        _explanation(change),
    )
    for column, text in enumerate(texts, 3):
        put(sheet, row, column, text, looks.get(LABELS[column - 1], style))
    set_height(sheet, row, [(text, column) for column, text in enumerate(texts, 3)])


def _field(key: str) -> str:
    """A field's label; a milestone has its own id after a full stop: «Milepæl M2»."""
    name, _, item = key.partition(".")
    label = BY_KEY[name].nb if name in BY_KEY else name.capitalize()
    if item:
        return f"{'Milepæl' if name == 'milepæler' else label} {item}"
    return label


def _value(change: Change, text: str) -> str:
    """A value before or now; internal notes are not for the readers of a workbook."""
    field = BY_KEY.get(change.field)
    return "" if field and not field.public else short(text, VALUE_LENGTH)


def _explanation(change: Change) -> str:
    """The sentence, and the register's own reason unless it is the new value once more."""
    why = "" if change.why == NB.value(change.new) else short(change.why, WHY_LENGTH)
    return f"{change.sentence}\n{why}" if why else change.sentence


def _add_marks(sheet: Worksheet, last: int) -> None:
    """Show statuses and assessments before and now as the sheet «Tiltak» does."""
    field = get_column_letter(LABELS.index("Felt") + 1)
    for key, words in marks.MARKS.items():
        condition = f'${field}{FIRST_ROW}="{BY_KEY[key].nb}"'
        for label in ("Før", "Nå"):
            letter = get_column_letter(LABELS.index(label) + 1)
            for rule in marks.rules(words, f"{letter}{FIRST_ROW}", condition):
                sheet.conditional_formatting.add(f"{letter}{FIRST_ROW}:{letter}{last}", rule)
