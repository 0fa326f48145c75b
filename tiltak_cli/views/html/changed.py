"""What has changed since an earlier edition, as a section of the page."""

from typing import NamedTuple

from tiltak_cli.changes.change import Change, Level
from tiltak_cli.changes.compare import Comparison
from tiltak_cli.views.changes.alike import apart, fullest
from tiltak_cli.views.html.parts import Context, Item
from tiltak_cli.views.report.words import why


class Told(NamedTuple):
    """A change: whether it is a major one, what happened, and the register's own reason."""

    major: bool
    text: str
    why: str


class Changed(NamedTuple):
    """Measures that have changed alike, or one, with each change."""

    items: tuple[Item, ...]
    changes: tuple[Told, ...]


def changed(comparison: Comparison, context: Context) -> tuple[Changed, ...]:
    """What changed: in the register as a whole, in several measures alike, then in each other."""
    groups = []
    split = apart(comparison)
    if comparison.general:
        general = tuple(_change(change, context) for change in comparison.general)
        groups.append(Changed((Item(context.say("report.general")),), general))
    for alike in split.same:
        ids = (change.measure_id for change in alike)
        items = tuple(context.link(code)._replace(text=code) for code in ids)
        groups.append(Changed(items, (_change(fullest(alike), context),)))
    for measure, changes in split.own:
        there = measure.id in context.by_id and not changes[0].gone
        item = context.link(measure.id) if there else Item(f"{measure.id} {measure.title}")
        groups.append(Changed((item,), tuple(_change(change, context) for change in changes)))
    return tuple(groups)


def _change(change: Change, context: Context) -> Told:
    say = context.say
    return Told(change.kind.level is Level.MAJOR, say.phrases(change.said), why(change, say))
