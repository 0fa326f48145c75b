"""Formulas over deadlines as people write them in a cell: a real date, or text such as `2025-H2`.

A year alone becomes a number when someone types it, so numbers below 3000 are years.
"""

from datetime import date

from tiltak_cli.domain.deadline import PartialDate
from tiltak_cli.domain.measure import ENDED, Status
from tiltak_cli.sources.workbook.shown import ONGOING

REPORT_DATE = "rapportdato"
LATE_STATUSES = tuple(s for s in Status if s not in ENDED and s is not Status.POSTPONED)
# The ends that a text can have after its year; two bars stand for a year alone.
ENDINGS = "||-H1|-H2|-Q1|-Q2|-Q3|-Q4|" + "|".join(f"-{month:02}" for month in range(1, 13)) + "|"
DAYS_FROM, DAYS_TO = 32874, 73415  # 01.01.1990 and 31.12.2100 as Excel counts days


def cell_of(partial: PartialDate | None) -> date | str | None:
    """A deadline as a cell holds it: a day as a real date, else the text that the register has."""
    if partial is None:
        return None
    return partial.last if partial.is_day else partial.text


def last_day(cell: str) -> str:
    """The last day of the period in a cell, as a formula; an error where it holds another text."""
    month = (
        f"IF(LEN({cell})=4,12,"
        f'IF(MID({cell},6,1)="H",VALUE(RIGHT({cell},1))*6,'
        f'IF(MID({cell},6,1)="Q",VALUE(RIGHT({cell},1))*3,VALUE(RIGHT({cell},2)))))'
    )
    number = f"IF({cell}<3000,DATE({cell},12,31),{cell})"
    return f"IF(ISNUMBER({cell}),{number},DATE(VALUE(LEFT({cell},4)),{month}+1,0))"


def overdue(cell: str, status: str) -> str:
    """Whether the deadline in a cell has passed and the work is not done, as a formula."""
    open_work = ",".join(f'{status}="{word.value}"' for word in LATE_STATUSES)
    return f'AND({cell}<>"",OR({open_work}),{passed(cell)})'


def passed(cell: str) -> str:
    """Whether the deadline in a cell is before the report date, as a formula."""
    return f"IFERROR({last_day(cell)}<{REPORT_DATE},FALSE)"


def year_alone(cell: str) -> str:
    """Whether a cell holds a year as a number, as a formula."""
    return f"AND(ISNUMBER({cell}),{cell}<3000)"


def accepted(cell: str, *, ongoing: bool = True) -> str:
    """Whether a cell holds a date that the register accepts, as a formula below 255 letters.

    The word for what has no end is a deadline only.
    """
    number = f"OR(AND({cell}>=1900,{cell}<2100),AND({cell}>{DAYS_FROM},{cell}<{DAYS_TO}))"
    ending = f'ISNUMBER(FIND("|"&MID({cell},5,9)&"|","{ENDINGS}"))'
    text = f"IFERROR(AND({ending},ABS(LEFT({cell},4)-1999.5)<100),FALSE)"
    text = f'OR({cell}="{ONGOING}",{text})' if ongoing else text
    return f"IF(ISNUMBER({cell}),{number},{text})"
