"""What is just the same of several measures is said once, in every view."""

from collections.abc import Hashable, Iterable
from typing import TypeVar

from tiltak_cli.wording import Wording

T = TypeVar("T")
# The same of so many is said once.
SAME = 3


def together(items: Iterable[tuple[Hashable | None, T]], most: int = SAME) -> list[list[T]]:
    """Items in their order, with those of which the same is said where the first of them is.

    Each comes after what is said of it. Fewer than `most` stay by themselves, and so does what
    nothing else is like: None.
    """
    groups: dict[Hashable, list[T]] = {}
    for number, (key, item) in enumerate(items):
        groups.setdefault((number,) if key is None else (None, key), []).append(item)
    return [
        part
        for group in groups.values()
        for part in ([group] if len(group) >= most else [[item] for item in group])
    ]


def several(ids: Iterable[str], say: Wording) -> str:
    """Several measures by their ids, and how many they are: «3 tiltak: T001, T002, T003»."""
    codes = tuple(ids)
    return f"{say.format_field(len(codes), 'n.measure')}: {', '.join(codes)}"
