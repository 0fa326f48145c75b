"""The sheet «Endringer» of a workbook of changes: a row per change, to filter and to tick off."""

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.changes.change import Change
from tiltak_cli.changes.compare import Comparison
from tiltak_cli.domain.sentences import excerpt, short
from tiltak_cli.views.changes.words import (
    MARKS,
    Chosen,
    aside,
    field_label,
    nothing,
    reference,
    selection,
    tally,
    word_by_word,
)
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.book import Book
from tiltak_cli.views.excel.kit.styles import Style
from tiltak_cli.views.excel.kit.table import Column, Place, Table, write_table
from tiltak_cli.views.excel.sheets.changed import (
    NOTHING,
    WHY_LENGTH,
    add_marks,
    shown_value,
    weighty,
)
from tiltak_cli.wording import Wording


def write(sheet: Worksheet, book: Book, comparison: Comparison, chosen: Chosen) -> None:
    """Write the changes to the register as a whole first, then those of each measure."""
    say, none = book.say, nothing(comparison, chosen, book.say)
    sentence = f"{selection(chosen, say)} {tally(comparison, say)}" if comparison.all else none
    table = Table(
        title=say("diff.title", old=comparison.old.edition, new=comparison.new.edition),
        sentence=sentence.strip(),
        columns=_columns(book, comparison, none),
        items=comparison.everything,
        description=say("diff.description"),
        frozen=2,
        air=10,
        # All have the same date, and the reference is for mail: on paper their room is better used.
        unprinted=2,
    )
    places = write_table(sheet, book, table)
    add_marks(sheet, say, places)
    if comparison.news:
        _add_choice(sheet, say, places["settled"])


def _columns(book: Book, comparison: Comparison, none: str) -> tuple[Column[Change], ...]:
    say, code = book.say, styles.ROW_CODE
    # Long texts stand side by side here.
    apart, small = styles.ROW_APART, styles.ROW._replace(size=9)
    leads = {(changes[0].gone, m.id): m.lead for m, changes in comparison.told()}
    return (
        Column(say("diff.measure"), 8.5, lambda c: c.measure_id or NOTHING, code),
        Column(say("diff.title-column"), 22.5, lambda c: c.title or say("changes.whole")),
        Column(say.label("ansvarlig"), 11.5, lambda c: leads.get((c.gone, c.measure_id), "")),
        Column(say("report.kind"), 14, lambda c: say(f"kind.{c.kind.code}"), look=weighty),
        Column(say("diff.level"), 12, lambda c: _level(c, say), look=_marked),
        Column(say("changes.field"), 16, lambda c: field_label(c.field, say), key="field"),
        Column(say("changes.old"), 16, lambda c: _shown(c, c.old, say), key="old"),
        Column(say("changes.new"), 17, lambda c: _shown(c, c.new, say), apart, key="new"),
        Column(say("diff.happened"), 24, lambda c: _happened(c, say), apart, nothing=none),
        Column(say("diff.reason"), 22, _own_words, apart),
        Column(say("diff.settled"), 11.5, lambda _: "", head=palette.ACCENTED, key="settled"),
        Column(say("changes.date"), 11, lambda _: book.register.as_of, days=True),
        Column(say("diff.reference"), 20, lambda c: reference(c, say), small),
    )


def _level(change: Change, say: Wording) -> str:
    return say(f"level.{change.kind.level}").partition("|")[0]


def _marked(change: Change, style: Style) -> Style:
    """The look of a level: its symbol before its word."""
    return style._replace(number_format=f'"{MARKS[change.kind.level]} "@')


def _shown(change: Change, value: object, say: Wording) -> str:
    """A field's value; a change to a whole measure has none."""
    return shown_value(change, value, say) if change.field else ""


def _happened(change: Change, say: Wording) -> str:
    """The sentence, and what went with it."""
    return f"{say.phrases(change.said)} {aside(change, say)}".strip()


def _own_words(change: Change) -> str:
    """The register's own words about a change: the text word by word, or the new sentence."""
    if change.words:
        return short(word_by_word(change.words), WHY_LENGTH)
    return excerpt(change.why)


def _add_choice(sheet: Worksheet, say: Wording, settled: Place) -> None:
    """A drop-down that helps; other words are as good."""
    rule = DataValidation(type="list", formula1=f'"{say("yes")}"', allow_blank=True)
    rule.showErrorMessage = False
    rule.showInputMessage = True
    rule.promptTitle = say("diff.settled")
    rule.prompt = say("diff.settle-help")
    rule.add(settled.cells)
    sheet.add_data_validation(rule)
