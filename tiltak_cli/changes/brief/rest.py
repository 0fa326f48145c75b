"""The last line of the news: how many there are of everything lighter."""

from collections.abc import Iterator, Sequence

from tiltak_cli.changes.brief.sentence import Item
from tiltak_cli.changes.change import Change, Kind, Level
from tiltak_cli.wording import Phrase, phrase

# So many counts there is room for; of the lighter ones after them only their sum is told.
MOST = 8
# Counted as changes; of everything else the measures are counted.
BY_CHANGE = frozenset(
    {
        Kind.MILESTONE_NEW,
        Kind.MILESTONE_REACHED,
        Kind.MILESTONE_POSTPONED,
        Kind.MILESTONE_ADVANCED,
        Kind.MILESTONE_REMOVED,
        Kind.MILESTONE_CHANGED,
        Kind.MILESTONE_PASSED,
        Kind.EDITORIAL,
    }
)
# Of the register as a whole: said and not counted.
SAID = {
    Kind.KEEPER: "brief.rest-keeper",
    Kind.RENAMED: "brief.rest-renamed",
    Kind.PERHAPS_RENAMED: "brief.rest-perhaps-renamed",
}


def counted(changes: Sequence[Change]) -> Iterator[Item]:
    """Counts of changes that no sentence tells, by their kind; of a status by which it is."""
    groups: dict[tuple[Kind, object], list[Change]] = {}
    for change in sorted(changes, key=lambda each: each.kind.rank):
        apart: object = change.new if change.kind is Kind.STATUS_FORWARD else ""
        apart = id(change) if change.kind in SAID else apart or not change.measure_id
        groups.setdefault((change.kind, apart), []).append(change)
    items = []
    for (kind, _), group in groups.items():
        ids = tuple(dict.fromkeys(c.measure_id for c in group if c.measure_id))
        items.append(Item((_count(kind, group, ids),), ids, tuple(group)))
    yield from _fewer(items)


def _fewer(items: list[Item]) -> Iterator[Item]:
    """As many counts as there is room for, and all of those with something that matters."""
    shown = max(MOST, sum(item.told[0].kind.level is Level.MAJOR for item in items))
    if len(items) <= shown + 1:
        yield from items
        return
    yield from items[:shown]
    changes = tuple(change for item in items[shown:] for change in item.told)
    ids = tuple(dict.fromkeys(code for item in items[shown:] for code in item.ids))
    yield Item((phrase("brief.rest-others", n=len(changes)),), ids, changes)


def _count(kind: Kind, group: list[Change], ids: tuple[str, ...]) -> Phrase:
    first, *_ = group
    if kind in SAID:
        return phrase(SAID[kind], old=first.old, to=first.new)
    if kind is Kind.RENUMBERED:
        return phrase(f"brief.rest.{kind.code}", n=len(first.new))
    if kind is Kind.STATUS_FORWARD:
        return phrase(f"brief.rest.{kind.code}", n=len(ids), status=first.new)
    if kind is Kind.OTHER and not ids:
        return phrase("brief.rest-strategy")
    number = len(ids) if ids and kind not in BY_CHANGE else len(group)
    return phrase(f"brief.rest.{kind.code}", n=number)
