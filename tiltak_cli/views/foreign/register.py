"""A spreadsheet as a register: what is clear in fields, and the rest in comments beside it."""

import re
from collections import deque
from collections.abc import Iterable

from tiltak_cli.domain.norwegian import listed
from tiltak_cli.edits.formatted.measures import canonical
from tiltak_cli.edits.start.files import Beginning, head_lines
from tiltak_cli.sources.foreign.entry import Unclear
from tiltak_cli.sources.foreign.preview import Preview
from tiltak_cli.views.measures.yaml import measure_yaml
from tiltak_cli.views.safe import one_line

# In a comment this would accept a finding, whoever wrote it in a cell.
ACCEPTS = re.compile(r"tiltak:(?=\s*godta)")


def register_of(name: str, source: str, preview: Preview, beginning: Beginning) -> str:
    """The text of a register by the name `name`, made from the sheet in the file `source`.

    Raises EditError where it cannot be put in its usual form.
    """
    lines = [*head_lines(beginning), *_about(source, preview), "tiltak:"]
    left = deque(preview.unclear)
    for number, entry in enumerate(preview.entries):
        lines += [""] if number else []
        while left and left[0].row <= entry.row:
            lines.append(f"  {comment(left.popleft())}")
        lines += measure_yaml(entry.filed(preview.number_heading)).splitlines()
    lines += ["", *(f"  {comment(each)}" for each in left)] if left else []
    return canonical(name, "".join(f"{line}\n" for line in lines))


def comment(each: Unclear) -> str:
    """A cell that someone must look at, as a comment: never more than a line, whatever it says."""
    field = f" ({each.field})" if each.field else ""
    return f"# {each.cell}{field}: «{_harmless(each.text)}» {_harmless(each.why)}"


def _about(source: str, preview: Preview) -> Iterable[str]:
    """Where it is from, and which columns are left out."""
    sheet = f", ark «{_harmless(preview.sheet)}»" if preview.sheet else ""
    yield f"# Fra {_harmless(source)}{sheet}. Celler som ikke er avklart, står som kommentarer."
    out = [_harmless(column.key) for column in preview.columns if not column.field]
    if out:
        yield f"# Kolonner som ikke er tatt med: {listed(out)}."


def _harmless(text: str) -> str:
    return ACCEPTS.sub("tiltak :", one_line(text))
