"""What has been written in a workbook from an older version, which did not keep its cells' texts.

Of the sheet of measures they follow from what the workbook was made from.
"""

from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.sources.workbook.base import Base
from tiltak_cli.sources.workbook.cells import LAST_ROW, read_cells
from tiltak_cli.sources.workbook.shown import OTHER_WORDS, held
from tiltak_cli.sources.workbook.written import HEADING, Edit, Row, edits_on, rows_of
from tiltak_cli.wording import Language, Wording, wording


def edits_of_measures(data: bytes, base: Base) -> list[Edit]:
    """What differs on the sheet of measures.

    Raises WorkbookError where the cells cannot be read.
    """
    say = wording(Language(base.language))
    title = say("sheet.measures")
    sheet = next((s for s in read_cells(data, LAST_ROW) if s.name == title), None)
    rows = rows_of(sheet.rows) if sheet else []
    columns = [BY_KEY[key] for key in base.columns]
    fields = [field for field in columns if field.kind not in OTHER_WORDS]
    heading = tuple(map(say.label, fields))
    top = next((n for n, row in enumerate(rows) if {*heading} <= {*row}), None)
    if top is None:
        return [Edit(f"Arket {title}, med overskriftene som det hadde,", "", "", "")]
    before = [()] * HEADING + [heading]
    before += [tuple(held(measure, field, say) for field in fields) for measure in base.measures]
    left_out = {say("measures.role"), *(say.label(f) for f in columns if f.kind in OTHER_WORDS)}
    above: list[Row] = [()] * top
    table = [_comparable(row, rows[top], say, left_out) for row in rows[top:]]
    return list(edits_on(title, before, above + table))


def _comparable(row: Row, labels: Row, say: Wording, left_out: set[str]) -> Row:
    """A row of the table without what is left out, and of directions the codes alone."""
    texts = []
    for column, text in enumerate(row):
        label = labels[column] if column < len(labels) else ""
        if label == say.label("retningsvalg") and row is not labels:
            text = "\n".join(line.split(" ", 1)[0] for line in text.splitlines())  # noqa: PLW2901
        texts.append("" if label in left_out else text)
    return tuple(texts)
