"""Marks that a number format adds to a cell, so that its plain value stays what people edit."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat

from tiltak_cli.domain.measure import Assessment, Priority, Status
from tiltak_cli.overview import Situation
from tiltak_cli.schedule import State
from tiltak_cli.views.excel import palette
from tiltak_cli.views.excel.palette import Tint
from tiltak_cli.views.excel.styles import DATE_FORMAT
from tiltak_cli.views.symbols import (
    ASSESSMENT_SYMBOLS,
    OUTCOME_SYMBOLS,
    OVERDUE,
    PRIORITY_SYMBOLS,
    SITUATION_LABELS,
    SITUATION_SYMBOLS,
    STATE_SYMBOLS,
    STATUS_SYMBOLS,
)

# Formats of conditional rules need numbers of their own, beyond those of the cells.
FIRST_FORMAT = 300


class Mark(NamedTuple):
    """How a word of a code list is shown: its symbol, its colours, and whether it is bold."""

    word: StrEnum
    symbol: str
    tint: Tint
    bold: bool

    @property
    def shown(self) -> str:
        """The symbol and the word, as readers see it: «▲ Gul»."""
        return f"{self.symbol} {self.word.value.capitalize()}"

    @property
    def format(self) -> str:
        """The number format that shows it in a cell that holds the plain word."""
        return f'General;General;General;"{self.shown}"'


STATUS_MARKS = tuple(
    Mark(status, STATUS_SYMBOLS[status], palette.STATUSES[status], bold=False) for status in Status
)
PRIORITY_MARKS = tuple(
    Mark(priority, PRIORITY_SYMBOLS[priority], palette.PLAIN, bold=priority is Priority.HIGH)
    for priority in Priority
)
ASSESSMENT_MARKS = tuple(
    Mark(
        assessment,
        ASSESSMENT_SYMBOLS[assessment],
        palette.ASSESSMENTS[assessment],
        bold=assessment is Assessment.RED,
    )
    for assessment in Assessment
)
MARKS = {
    "status": STATUS_MARKS,
    "prioritet": PRIORITY_MARKS,
    "vurdering": ASSESSMENT_MARKS,
}
# A year alone is a number to Excel when people type it.
YEAR_FORMAT = "0"
OVERDUE_FORMAT = f'[<3000]0"{OVERDUE}";[>=3000]{DATE_FORMAT}"{OVERDUE}";General;@"{OVERDUE}"'


def before_word(symbol: str, after: str = "") -> str:
    """The number format that shows a symbol before the word in a cell, whatever its language."""
    return f'General;General;General;"{symbol} "@' + (f'"{after}"' if after else "")


STATE_FORMATS = {
    state: before_word(symbol, OVERDUE if state is State.PASSED else "")
    for state, symbol in STATE_SYMBOLS.items()
}
STATUS_FORMATS = {status: before_word(symbol) for status, symbol in STATUS_SYMBOLS.items()}
OUTCOME_FORMATS = {outcome: before_word(symbol) for outcome, symbol in OUTCOME_SYMBOLS.items()}
FORMATS = tuple(
    dict.fromkeys(
        (
            YEAR_FORMAT,
            OVERDUE_FORMAT,
            *(mark.format for marks in MARKS.values() for mark in marks),
            *STATUS_FORMATS.values(),
            *STATE_FORMATS.values(),
            *OUTCOME_FORMATS.values(),
        )
    )
)


def situation_label(situation: Situation) -> str:
    """A situation as a header says it: «▲ Gul»."""
    return f"{SITUATION_SYMBOLS[situation]} {SITUATION_LABELS[situation]}"


def rules(marks: tuple[Mark, ...], cell: str, condition: str = "") -> Iterator[Rule]:
    """One conditional rule per word, for a range whose first cell is `cell`.

    `condition` is a formula that must hold as well.
    """
    for mark in marks:
        same = f'{cell}="{mark.word.value}"'
        formula = f"AND({condition},{same})" if condition else same
        yield rule(formula, mark.format, mark.tint, bold=mark.bold)


def rule(formula: str, number_format: str, tint: Tint, *, bold: bool = False) -> Rule:
    """A conditional rule that changes a cell's number format and colours when a formula holds."""
    return Rule(
        type="expression",
        formula=[formula],
        dxf=DifferentialStyle(
            font=Font(color=f"FF{tint.text}", bold=bold or None),
            numFmt=NumberFormat(FIRST_FORMAT + FORMATS.index(number_format), number_format),
            fill=None if tint.fill == palette.WHITE else PatternFill(bgColor=f"FF{tint.fill}"),
        ),
    )
