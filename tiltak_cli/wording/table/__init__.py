"""The table of wordings: a key, and the text in bokmål, nynorsk and English, in that order."""

from tiltak_cli.wording.table import attention, changes, dates_and_roles, kinds, labels, report

Row = tuple[str, str, str]
PARTS: tuple[dict[str, Row], ...] = (
    labels.ROWS,
    attention.ROWS,
    kinds.ROWS,
    changes.ROWS,
    dates_and_roles.ROWS,
    report.ROWS,
)
TABLE: dict[str, Row] = {key: row for part in PARTS for key, row in part.items()}
