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
from tiltak_cli.views.excel.sheets.lists import has_combinations
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
        *("tittel", "beskrivelse", "status", "begrunnelse", "prioritet"),
        *("vurdering", "avvik", "fremdrift"),
    )
}
# What the format allows.
TITLE_LENGTH = 32


def add_validations(
    sheet: Worksheet, book: Book, columns: Sequence[FieldColumn], last: int
) -> None:
    """Give each column of the table, down to row `last`, its rule and its prompt."""
    for number, column in enumerate(columns, 1):
        letter = get_column_letter(number)
        prompt = _prompt(column.field, book) if column.field else ""
        rule = _rule(column, f"{letter}{FIRST_ROW}", book)
        if rule is None and not prompt:
            continue
        rule = rule or DataValidation(allow_blank=True)
        if prompt:
            rule.showInputMessage = True
            rule.promptTitle = column.label[:TITLE_LENGTH]
            rule.prompt = prompt
        rule.add(f"{letter}{FIRST_ROW}:{letter}{last}")
        sheet.add_data_validation(rule)


def _prompt(field: Field, book: Book) -> str:
    """The help that is shown when a cell is chosen, or nothing."""
    say, lists = book.say, book.title(LISTS)
    if field.key == "ansvarlig":
        return f"{say('prompt.organisations', sheet=lists)} {say('prompt.leads')}"
    if field.key == "frist":
        return f"{say('prompt.partial')} {say('prompt.ongoing')}"
    if book.options.audience and field.key in FILLING_IN:
        return say(FILLING_IN[field.key])
    key = PROMPTS.get(field.kind)
    return say(key, sheet=lists) if key else ""


def _rule(column: FieldColumn, cell: str, book: Book) -> DataValidation | None:
    say, field, label = book.say, column.field, column.label
    if field is None or not field.editable:
        key = "refused.id" if field and field.kind is Kind.ID else "refused.fixed"
        return _rejecting("custom", "FALSE", say("refused.fixed-title", field=label), say(key))
    if field.kind is Kind.AREAS and not has_combinations(book.register.strategy):
        return None
    if field.kind in LISTED:
        text = say("refused.word", field=label, sheet=book.title(LISTS))
        title = say("refused.word-title", field=label)
        return _rejecting("list", LISTED[field.kind], title, text)
    if field.kind is Kind.PARTIAL_DATE:
        ongoing, title = field.key == "frist", say("refused.date-title", field=label)
        formula = accepted(cell, ongoing=ongoing)
        return _rejecting("custom", formula, title, say("refused.partial"))
    if field.kind is Kind.DAY:
        rule = _rejecting(
            "date", str(DAYS_FROM), say("refused.date-title", field=label), say("prompt.day")
        )
        rule.operator = "between"
        rule.formula2 = str(DAYS_TO)
        return rule
    return None


def _rejecting(
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
