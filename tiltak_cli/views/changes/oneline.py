"""Changes with a line for each, to search and to tick off."""

from tiltak_cli.changes.change import Change
from tiltak_cli.changes.compare import Comparison
from tiltak_cli.views.changes.words import detail
from tiltak_cli.views.safe import one_line


def changes_oneline(comparison: Comparison) -> str:
    """One line a change, never wrapped; nothing at all where nothing has changed.

    Comments have a line where nothing else has changed.
    """
    changes = comparison.everything or filter(None, [comparison.comments])
    return "".join(f"{_line(change)}\n" for change in changes)


def _line(change: Change) -> str:
    what = f"{change.fingerprint} {change.kind.level:12} {change.measure_id or '–':5}"
    return one_line(f"{change.sentence} {detail(change)}").join((f"{one_line(what)} ", ""))
