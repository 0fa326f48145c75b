"""The usual order of fields, and what must be the same when a text is put in it."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from tiltak_cli.domain.fields import HEAD_KEYS, KEYS
from tiltak_cli.rules.base import Path
from tiltak_cli.sources.yaml.comments import comments_at

PARTS = {
    "milepæler": ("id", "tekst", "frist", "nådd"),
    "dokumentasjon": ("tittel", "lenke"),
    "opphav": ("periode", "id", "status"),
}


def unordered(data: Any) -> Any:
    """Plain data whose fields stand in one order, whatever order they were written in."""
    if isinstance(data, list):
        return [unordered(item) for item in data]
    if not isinstance(data, dict):
        return data
    return {key: unordered(data[key]) for key in sorted(data)}


def names_in(path: Path) -> tuple[str, ...]:
    """The fields that a path leads through."""
    return tuple(step for step in path if isinstance(step, str))


def in_order(names: Sequence[str], way: tuple[str, ...]) -> list[str]:
    """Fields in their usual order; those that are not known come last, as they stood."""
    rank = _ranks(way)
    return sorted(names, key=lambda name: rank.get(name, len(rank)))


def standing_above(names: Sequence[str], new: str, way: tuple[str, ...]) -> str | None:
    """The field that a new one is written below, of those that stand; None where it is first.

    It is the nearest earlier one in the usual order, wherever that stands; one that is not known
    is written last.
    """
    rank = _ranks(way)
    if new not in rank:
        return names[-1] if names else None
    earlier = [name for name in names if rank.get(name, len(rank)) < rank[new]]
    return max(earlier, key=rank.__getitem__, default=None)


def _ranks(way: tuple[str, ...]) -> dict[str, int]:
    usual: Sequence[str] = HEAD_KEYS
    if way:
        usual = KEYS if way == ("tiltak",) else PARTS.get(way[-1], ())
    return {name: number for number, name in enumerate(usual)}


def comments(text: str, spot: Any) -> Counter[str]:
    """Every comment of a text, without where it stands."""
    return Counter(comment for _, comment in comments_at(text, spot))
