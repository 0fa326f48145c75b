"""What the cells of the sheet «Tiltak» accept: drop-downs that reject, and prompts that help."""

from collections.abc import Sequence
from typing import Literal

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.domain.fields import Field, Kind
from tiltak_cli.views.excel.kit.book import FIRST_ROW, LISTS, Book
from tiltak_cli.views.excel.sheets.columns import FieldColumn
from tiltak_cli.views.excel.sheets.deadlines import DAYS_FROM, DAYS_TO, accepted
from tiltak_cli.views.excel.sheets.lists import DIRECTIONS, ORGANISATIONS, has_combinations
from tiltak_cli.views.excel.sheets.marks import YES

LISTED = {
    Kind.STATUS: "liste_status",
    Kind.PRIORITY: "liste_prioritet",
    Kind.ASSESSMENT: "liste_vurdering",
    Kind.AREAS: "liste_mål",
    Kind.FLAG: f'"{YES}"',
}
PROMPTS = {
    Kind.AREAS: "prompt.areas",
    Kind.DIRECTIONS: "prompt.directions",
    Kind.DEVELOPMENTS: "prompt.codes",
    Kind.ORGANISATIONS: "prompt.organisations",
    Kind.PARTICIPANTS: "prompt.participants",
    Kind.PARTIAL_DATE: "prompt.partial",
    Kind.DAY: "prompt.day",
    Kind.REFERENCES: "prompt.references",
}
# For those who fill in a workbook, by the field's key.
FILLING_IN = {
    key: f"fill-in.{key}"
    for key in (
        *("tittel", "beskrivelse", "begrunnelse", "prioritet"),
        *("vurdering", "avvik", "fremdrift"),
    )
} | {
    key: f"write.{key}"
    for key in (
        *("status", "frist", "gjennomført", "resultat", "innlemmet_i", "oppdatert"),
        "retningsvalg",
    )
}
# Their drop-downs help, and refuse nothing: a cell may have several.
SUGGESTED = {
    Kind.ORGANISATIONS: ORGANISATIONS,
    Kind.PARTICIPANTS: ORGANISATIONS,
    Kind.DIRECTIONS: DIRECTIONS,
}
# What the format allows.
TITLE_LENGTH = 32


def add_validations(
    sheet: Worksheet, book: Book, columns: Sequence[FieldColumn], last: int
) -> None:
    """Give each column of the table, down to row `last`, its rule and its prompt."""
    for number, column in enumerate(columns, 1):
        letter = get_column_letter(number)
        rule = rule_for(column.field, column.label, f"{letter}{FIRST_ROW}", book)
        cells = f"{letter}{FIRST_ROW}:{letter}{last}"
        add_rule(sheet, cells, rule, column.label, prompt_for(column.field, book))


def add_rule(
    sheet: Worksheet, cells: str, rule: DataValidation | None, label: str, prompt: str
) -> None:
    """Give cells a rule, or none, and a prompt that is shown when one is chosen, or none."""
    if rule is None and not prompt:
        return
    rule = rule or DataValidation(allow_blank=True)
    if prompt:
        rule.showInputMessage = True
        rule.promptTitle = label[:TITLE_LENGTH]
        rule.prompt = prompt
    rule.add(cells)
    sheet.add_data_validation(rule)


def prompt_for(field: Field, book: Book) -> str:
    """The help that is shown when a cell of a field is chosen, or nothing."""
    say, lists = book.say, book.title(LISTS)
    if book.options.audience and field.key in FILLING_IN:
        return say(FILLING_IN[field.key], sheet=lists)
    if field.key == "ansvarlig":
        return f"{say('prompt.organisations', sheet=lists)} {say('prompt.leads')}"
    if field.key == "frist":
        return f"{say('prompt.partial')} {say('prompt.ongoing')}"
    key = PROMPTS.get(field.kind)
    return say(key, sheet=lists) if key else ""


def rule_for(field: Field, label: str, cell: str, book: Book) -> DataValidation | None:
    """What a field's column accepts, if not everything. `cell` is the first under its heading."""
    say = book.say
    if not field.editable:
        return fixed(label, book, "refused.id" if field.kind is Kind.ID else "refused.fixed")
    if book.options.audience and field.kind in SUGGESTED:
        return DataValidation(type="list", formula1=SUGGESTED[field.kind], allow_blank=True)
    if field.kind is Kind.AREAS and not has_combinations(book.register.strategy):
        return None
    if field.kind in LISTED:
        return chosen_from(LISTED[field.kind], label, book)
    if field.kind is Kind.PARTIAL_DATE:
        ongoing, title = field.key == "frist", say("refused.date-title", field=label)
        formula = accepted(cell, ongoing=ongoing)
        return rejecting("custom", formula, title, say("refused.partial"))
    return day_rule(label, book) if field.kind is Kind.DAY else None


def day_rule(label: str, book: Book) -> DataValidation:
    """A rule for a cell that holds a day."""
    title = book.say("refused.date-title", field=label)
    rule = rejecting("date", str(DAYS_FROM), title, book.say("prompt.day"))
    rule.operator = "between"
    rule.formula2 = str(DAYS_TO)
    return rule


def fixed(label: str, book: Book, key: str = "refused.fixed") -> DataValidation:
    """A rule for what is only shown."""
    title = book.say("refused.fixed-title", field=label)
    return rejecting("custom", "FALSE", title, book.say(key))


def chosen_from(words: str, label: str, book: Book) -> DataValidation:
    """A rule for a cell that holds one of some words: a name of cells, or `"ja,nei"`."""
    text = book.say("refused.word", field=label, sheet=book.title(LISTS))
    return rejecting("list", words, book.say("refused.word-title", field=label), text)


def rejecting(
    kind: Literal["custom", "date", "list"], formula: str, title: str, text: str
) -> DataValidation:
    """A rule that stops what it does not accept; the library's own default stops nothing."""
    return DataValidation(
        type=kind,
        formula1=formula,
        allow_blank=True,
        showErrorMessage=True,
        errorStyle="stop",
        errorTitle=title[:TITLE_LENGTH],
        error=text,
    )
