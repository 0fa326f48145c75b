"""What of a spreadsheet is not taken, in sentences: other sheets, columns and rows."""

from collections import Counter
from collections.abc import Iterator

from tiltak_cli.domain.measure import REQUIRED
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.sources.foreign.preview import Preview
from tiltak_cli.sources.foreign.rows import LINKED, NOTED

# So many rows are read in a sentence.
SHOWN = 8


def sheets_left(preview: Preview) -> Iterator[str]:
    """The sheets that are not read and not taken for what is meant."""
    others = [each for each in preview.other_sheets if not each.similar]
    seen = [quoted(each.name) for each in others if not each.hidden]
    hidden = [quoted(each.name) for each in others if each.hidden]
    if seen:
        yield f"Andre ark, ikke lest: {listed(seen)}."
    if hidden:
        yield f"Skjulte ark, ikke lest: {listed(hidden)}."


def numbers_twice(preview: Preview) -> Iterator[str]:
    """The numbers that several measures have in the sheet, so that they tell none of them apart."""
    rows: dict[str, list[str]] = {}
    for entry in preview.entries:
        if entry.number and entry.number != entry.id:
            rows.setdefault(entry.number, []).append(str(entry.row))
    twice = [f"{quoted(n)} (rad {_some(at)})" for n, at in rows.items() if len(at) > 1]
    if twice:
        yield f"Flere tiltak har samme nummer: {_some(twice)}."


def left_behind(preview: Preview) -> Iterator[str]:
    """All that is not taken, for where it is not drawn cell by cell."""
    yield from sheets_left(preview)
    yield from numbers_twice(preview)
    out = [quoted(column.key) for column in preview.columns if not column.field]
    if out:
        yield f"Kolonner som ikke er med: {listed(out)}."
    rows: dict[str, dict[str, None]] = {}
    for each in preview.skipped:
        why = next((reason for reason in (NOTED, LINKED) if each.why.startswith(reason)), each.why)
        rows.setdefault(why, {})[str(each.row)] = None
    if rows:
        parts = [f"rad {_some([*numbers])} ({why})" for why, numbers in rows.items()]
        yield f"Ikke tatt med: {listed(parts)}."


def unstated_in(preview: Preview) -> Iterator[str]:
    """Which fields that every measure must have are not filled in, and in how many measures."""
    counts = Counter(
        field.key for entry in preview.entries for field in REQUIRED if field.key not in entry.plain
    )
    fields = [f"{f.key} i {counts[f.key]} tiltak" for f in REQUIRED if counts[f.key]]
    if fields:
        yield f"Ikke ført: {listed(fields)}."


def _some(numbers: list[str]) -> str:
    more = len(numbers) - SHOWN
    return listed([*numbers[:SHOWN], f"{more} til"] if more > 1 else numbers)
