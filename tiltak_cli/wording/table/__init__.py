"""The table of wordings: a key, and the text in bokmål, nynorsk and English, in that order."""

from tiltak_cli.wording.table import (
    ahead,
    attention,
    changes,
    dates_and_roles,
    diff,
    editions,
    kinds,
    labels,
    new_sheets,
    report,
    sheet_edits,
    sheets,
    summary,
)

Row = tuple[str, str, str]
PARTS: tuple[dict[str, Row], ...] = (
    labels.ROWS,
    attention.ROWS,
    kinds.ROWS,
    changes.ROWS,
    dates_and_roles.ROWS,
    summary.ROWS,
    sheets.ROWS,
    sheet_edits.ROWS,
    editions.ROWS,
    new_sheets.ROWS,
    report.ROWS,
    ahead.ROWS,
    diff.ROWS,
)
TABLE: dict[str, Row] = {key: row for part in PARTS for key, row in part.items()}
