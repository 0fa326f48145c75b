"""The table of wordings: a key, and the text in bokmål, nynorsk and English, in that order."""

from tiltak_cli.wording.table import (
    ahead,
    attention,
    brief,
    brief_rest,
    change_kinds,
    changes,
    changes_dates,
    diff,
    measures,
    past,
    report,
    summary,
    trend,
    waiting,
    words,
)
from tiltak_cli.wording.table.workbook import asked, figures, form, front, letter, more, prompts
from tiltak_cli.wording.table.workbook import measures as of_measures

Row = tuple[str, str, str]
PARTS: tuple[dict[str, Row], ...] = (
    words.ROWS,
    attention.ROWS,
    change_kinds.ROWS,
    changes.ROWS,
    changes_dates.ROWS,
    summary.ROWS,
    front.ROWS,
    figures.ROWS,
    of_measures.ROWS,
    more.ROWS,
    form.ROWS,
    asked.ROWS,
    letter.ROWS,
    prompts.ROWS,
    report.ROWS,
    ahead.ROWS,
    diff.ROWS,
    past.ROWS,
    brief.ROWS,
    brief_rest.ROWS,
    trend.ROWS,
    waiting.ROWS,
    measures.ROWS,
)
TABLE: dict[str, Row] = {key: row for part in PARTS for key, row in part.items()}
