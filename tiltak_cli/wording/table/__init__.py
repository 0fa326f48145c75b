"""The table of wordings: a key, and the text in bokmål, nynorsk and English, in that order."""

from tiltak_cli.wording.table import (
    ahead,
    attention,
    change_kinds,
    changes,
    changes_dates,
    diff,
    measures,
    past,
    report,
    summary,
    words,
    workbook_asked,
    workbook_form,
    workbook_front,
    workbook_measures,
    workbook_more,
    workbook_prompts,
)

Row = tuple[str, str, str]
PARTS: tuple[dict[str, Row], ...] = (
    words.ROWS,
    attention.ROWS,
    change_kinds.ROWS,
    changes.ROWS,
    changes_dates.ROWS,
    summary.ROWS,
    workbook_front.ROWS,
    workbook_measures.ROWS,
    workbook_more.ROWS,
    workbook_form.ROWS,
    workbook_asked.ROWS,
    workbook_prompts.ROWS,
    report.ROWS,
    ahead.ROWS,
    diff.ROWS,
    past.ROWS,
    measures.ROWS,
)
TABLE: dict[str, Row] = {key: row for part in PARTS for key, row in part.items()}
