"""What the cells of the sheet «Tiltak» accept: drop-downs that reject, and prompts that help."""

from typing import Literal

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.domain.fields import COLUMNS, Field, Kind
from tiltak_cli.domain.strategy import Strategy
from tiltak_cli.views.excel.book import FIRST_ROW
from tiltak_cli.views.excel.deadlines import DAYS_FROM, DAYS_TO, accepted
from tiltak_cli.views.excel.lists import has_combinations

LISTED = {
    Kind.STATUS: "liste_status",
    Kind.PRIORITY: "liste_prioritet",
    Kind.ASSESSMENT: "liste_vurdering",
    Kind.AREAS: "liste_mål",
}
PROMPTS = {
    Kind.AREAS: "Ett eller flere målområder med komma mellom, for eksempel: 1, 3",
    Kind.DIRECTIONS: (
        "Én linje per retningsvalg (Alt+Enter gir ny linje). Koden først på linjen gjelder; "
        "teksten etter er bare til hjelp. Kodene står i arket Lister."
    ),
    Kind.ORGANISATIONS: (
        "Én forkortelse, eller flere med komma mellom: FIN, DFD. Forkortelsene står i arket Lister."
    ),
    Kind.PARTICIPANTS: (
        "Forkortelser med komma mellom, eller ordet alle. Forkortelsene står i arket Lister."
    ),
    Kind.PARTIAL_DATE: (
        "En dag (31.12.2025) eller en periode: 2025, 2025-H2 (halvår), 2025-Q4 (kvartal). Sett ' "
        "foran en måned: '2025-06. Skriv løpende når tiltaket ikke har sluttdato."
    ),
    Kind.DAY: "En dag, for eksempel 30.06.2024.",
}
LEADS = "Den første leder arbeidet."


def add_validations(sheet: Worksheet, strategy: Strategy, last: int) -> None:
    """Give each column of the table, down to row `last`, its rule and its prompt."""
    for column, field in enumerate(COLUMNS, 1):
        letter = get_column_letter(column)
        rule = _rule(field, f"{letter}{FIRST_ROW}", strategy)
        if rule is None:
            continue
        prompt = PROMPTS.get(field.kind)
        if prompt:
            rule.showInputMessage = True
            rule.promptTitle = field.nb
            rule.prompt = f"{prompt} {LEADS}" if field.key == "ansvarlig" else prompt
        rule.add(f"{letter}{FIRST_ROW}:{letter}{last}")
        sheet.add_data_validation(rule)


def _rule(field: Field, cell: str, strategy: Strategy) -> DataValidation | None:
    if field.kind is Kind.ID:
        text = "ID-en endres aldri. La feltet stå tomt for et nytt tiltak; det får nummer senere."
        return _rejecting("custom", "FALSE", "ID kan ikke endres", text)
    if field.kind is Kind.AREAS and not has_combinations(strategy):
        return DataValidation(allow_blank=True)
    if field.kind in LISTED:
        text = f"Velg {field.nb.lower()} fra listen. Verdiene står i arket Lister."
        return _rejecting("list", LISTED[field.kind], f"Ukjent verdi for {field.nb.lower()}", text)
    if field.kind is Kind.PARTIAL_DATE:
        text = "Skriv en dag (31.12.2025) eller en periode: 2025, 2025-H2, 2025-Q4 eller '2025-06."
        return _rejecting("custom", accepted(cell), "Ikke en gyldig frist", text)
    if field.kind is Kind.DAY:
        rule = _rejecting(
            "date", str(DAYS_FROM), "Ikke en dato", "Skriv en dag, for eksempel 30.06.2024."
        )
        rule.operator = "between"
        rule.formula2 = str(DAYS_TO)
        return rule
    return DataValidation(allow_blank=True) if field.kind in PROMPTS else None


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
        errorTitle=title,
        error=text,
    )
