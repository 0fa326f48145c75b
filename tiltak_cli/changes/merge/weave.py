"""The order of what two sides have: ours, with what only the other has where it stands there."""

from collections.abc import Hashable, Sequence
from typing import TypeVar

Name = TypeVar("Name", bound=Hashable)


def woven(ours: Sequence[Name], theirs: Sequence[Name]) -> list[Name]:
    """All names in our order; those that only theirs have follow what they follow there.

    What both have added at one place stands with ours first.
    """
    mine, yours = set(ours), set(theirs)
    after: dict[Name | None, list[Name]] = {}
    anchor: Name | None = None
    for name in theirs:
        if name in mine:
            anchor = name
        else:
            after.setdefault(anchor, []).append(name)
    order = list(after.get(None, ()))
    waiting: list[Name] = []
    for name in ours:
        if name in yours:
            order += waiting
            waiting = after.get(name, [])
        order.append(name)
    # Before the first that both have, ours come first too.
    first = next((n for n, name in enumerate(ours) if name in yours), len(ours))
    lead = len(after.get(None, ()))
    return [*order[lead : lead + first], *order[:lead], *order[lead + first :], *waiting]
