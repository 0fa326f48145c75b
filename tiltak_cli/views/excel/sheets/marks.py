"""Marks that a number format adds to a cell, so that its plain value stays what people edit."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat

from tiltak_cli.domain.measure import EVERYONE, NEEDS, Assessment, Priority, Status
from tiltak_cli.overview.counts import Situation
from tiltak_cli.overview.timeline import State
from tiltak_cli.sources.workbook.shown import LEAVES, ONGOING, TAKES_PART
from tiltak_cli.views.excel.kit import palette
from tiltak_cli.views.excel.kit.locales import LOCALES
from tiltak_cli.views.excel.kit.palette import Tint
from tiltak_cli.views.symbols import (
    ASSESSMENT_SYMBOLS,
    OUTCOME_SYMBOLS,
    OVERDUE,
    PRIORITY_SYMBOLS,
    SITUATION_SYMBOLS,
    STATE_SYMBOLS,
    STATUS_SYMBOLS,
)
from tiltak_cli.wording import NB, Language, Wording, wording

# Formats of conditional rules need numbers of their own, beyond those of the cells.
FIRST_FORMAT = 300


class Mark(NamedTuple):
    """How a word of the register is shown: its symbol, if any, its colours, and whether in bold.

    The word is bokmål in every workbook: it is what drop-downs, filters and reading back go by.
    """

    word: str
    symbol: str
    tint: Tint
    bold: bool

    def shown(self, say: Wording) -> str:
        """The symbol and the word, as readers see it: «▲ Gul»."""
        return f"{self.symbol} {say.word(self.word).capitalize()}" if self.symbol else self.say(say)

    def say(self, say: Wording) -> str:
        """The word alone, in small letters as in a sentence."""
        return say("yes") if self.word == YES else say.word(self.word)

    def format(self, say: Wording) -> str:
        """The number format that shows it in a cell that holds the plain word."""
        return f'General;General;General;"{self.shown(say)}"'


YES, NO = NB("yes"), NB("word.nei")
STATUS_MARKS = tuple(
    Mark(status.value, STATUS_SYMBOLS[status], palette.STATUSES[status], bold=False)
    for status in Status
)
PRIORITY_MARKS = tuple(
    Mark(priority.value, PRIORITY_SYMBOLS[priority], palette.PLAIN, bold=priority is Priority.HIGH)
    for priority in Priority
)
ASSESSMENT_MARKS = tuple(
    Mark(
        assessment.value,
        ASSESSMENT_SYMBOLS[assessment],
        palette.ASSESSMENTS[assessment],
        bold=assessment is Assessment.RED,
    )
    for assessment in Assessment
)
COMPLETED = next(mark for mark in STATUS_MARKS if mark.word == Status.COMPLETED)
# By the key of the field whose cells hold the words.
MARKS = {
    "status": STATUS_MARKS,
    "prioritet": PRIORITY_MARKS,
    "vurdering": ASSESSMENT_MARKS,
}
# Words that are only said in the reader's language, where that is another.
WORDS = {
    "deltakere": (Mark(EVERYONE, "", palette.PLAIN, bold=False),),
    "frist": (Mark(ONGOING, "", palette.PLAIN, bold=False),),
    "løpende": (Mark(YES, "", palette.PLAIN, bold=False),),
    "rollen": tuple(Mark(word, "", palette.PLAIN, bold=False) for word in (TAKES_PART, LEAVES)),
    "er_nådd": tuple(Mark(word, "", palette.PLAIN, bold=False) for word in (YES, NO)),
}
# The fields that a word of one demands, by the field and the word; the milestones are no field.
DEMANDS: dict[str, dict[str, tuple[str, ...]]] = {
    "status": {status.value: NEEDS.get(status, ()) for status in Status},
    "vurdering": {assessment.value: NEEDS.get(assessment, ()) for assessment in Assessment},
    "er_nådd": {YES: ("nådd",), NO: ("ny_frist",)},
}
ARROW = " →"
# A year alone is a number to Excel when people type it.
YEAR_FORMAT = "0"


def overdue_format(say: Wording) -> str:
    """The number format of a deadline that has passed: a day, a year or a text, and a mark.

    By what is first in it readers know that a cell holds a day.
    """
    day = LOCALES[say.language].day
    return f'[>=3000]{day}"{OVERDUE}";[<3000]0"{OVERDUE}";General;@"{OVERDUE}"'


def in_words(text: str) -> str:
    """The number format that says a text in a cell in other words, and no more than shows it."""
    return f'General;General;General;"{text}"'


def before_word(symbol: str, after: str = "") -> str:
    """The number format that shows a symbol before the word in a cell, whatever its language."""
    return f'General;General;General;"{symbol} "@' + (f'"{after}"' if after else "")


def lacking_format(mark: Mark, say: Wording, keys: Iterable[str], *, arrow: bool) -> str:
    """The number format of a word that demands fields, by key, which are empty.

    The `arrow` says that they stand to the right. Without fields it is milestones that remain.
    """
    fields = tuple(say(f"lacks.{key}") for key in keys)
    key = "lacks" if fields else "lacks.milepæler"
    text = say(key, word=mark.shown(say), fields=fields) + ARROW * arrow
    return f'General;General;General;"{text}"'


def unfinished_format(say: Wording) -> str:
    """The number format of a title whose measure lacks what every one must have."""
    return f'General;General;General;@" – {say("lacks.fields")}{ARROW}"'


def shortages(field: str) -> Iterator[tuple[Mark, tuple[str, ...]]]:
    """Each word of a field with each group of fields that it may lack, the largest first."""
    marks = {mark.word: mark for mark in (*MARKS.get(field, ()), *WORDS.get(field, ()))}
    for word, needs in DEMANDS[field].items():
        for count in range(len(needs), 0, -1):
            yield from ((marks[word], some) for some in combinations(needs, count))


STATE_FORMATS = {
    state: before_word(symbol, OVERDUE if state is State.PASSED else "")
    for state, symbol in STATE_SYMBOLS.items()
}
STATUS_FORMATS = {status: before_word(symbol) for status, symbol in STATUS_SYMBOLS.items()}
OUTCOME_FORMATS = {outcome: before_word(symbol) for outcome, symbol in OUTCOME_SYMBOLS.items()}
# In every language, so that a format has one number whichever workbook it stands in.
FORMATS = tuple(
    dict.fromkeys(
        (
            YEAR_FORMAT,
            *(overdue_format(wording(language)) for language in Language),
            *(
                mark.format(wording(language))
                for language in Language
                for marks in (*MARKS.values(), *WORDS.values())
                for mark in marks
            ),
            *STATUS_FORMATS.values(),
            *STATE_FORMATS.values(),
            *OUTCOME_FORMATS.values(),
            *(unfinished_format(wording(language)) for language in Language),
            *(
                lacking_format(mark, wording(language), keys, arrow=arrow)
                for language in Language
                for arrow in (True, False)
                for field in DEMANDS
                for mark, keys in (*shortages(field), (COMPLETED, ()))
            ),
        )
    )
)


def situation_label(situation: Situation, say: Wording) -> str:
    """A situation as a header says it: «▲ Gul»."""
    return f"{SITUATION_SYMBOLS[situation]} {say(f'situation.{situation}')}"


def rules(marks: Iterable[Mark], cell: str, say: Wording, condition: str = "") -> Iterator[Rule]:
    """One conditional rule per word, for a range whose first cell is `cell`.

    `condition` is a formula that must hold as well. A word without a symbol that is the same in
    the reader's language needs no rule.
    """
    for mark in marks:
        if not mark.symbol and mark.say(say) == mark.word:
            continue
        same = f'{cell}="{mark.word}"'
        formula = f"AND({condition},{same})" if condition else same
        yield rule(formula, mark.format(say), mark.tint, bold=mark.bold)


def frame(formula: str) -> Rule:
    """A conditional rule that frames a cell that is empty and should not be."""
    side = Side("thin", f"FF{palette.WARNING}")
    return Rule(
        type="expression",
        formula=[formula],
        dxf=DifferentialStyle(
            font=Font(color=f"FF{palette.LACKING.text}", bold=True),
            fill=PatternFill(bgColor=f"FF{palette.LACKING.fill}"),
            border=Border(left=side, right=side, top=side, bottom=side),
        ),
    )


def rule(
    formula: str, number_format: str, tint: Tint, *, bold: bool = False, number: int | None = None
) -> Rule:
    """A conditional rule that changes a cell's number format and colours when a formula holds.

    A format that is not among those that every workbook has, is of a `number` in its workbook.
    """
    place = FORMATS.index(number_format) if number is None else len(FORMATS) + number
    return Rule(
        type="expression",
        formula=[formula],
        dxf=DifferentialStyle(
            font=Font(color=f"FF{tint.text}", bold=bold or None),
            numFmt=NumberFormat(FIRST_FORMAT + place, number_format),
            fill=None if tint.fill == palette.WHITE else PatternFill(bgColor=f"FF{tint.fill}"),
        ),
    )
