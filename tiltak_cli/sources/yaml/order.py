"""The usual order of fields, and what must be the same when a text is put in it."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from tiltak_cli.domain.fields import HEAD_KEYS, KEYS
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


def in_order(names: Sequence[str], way: tuple[str, ...]) -> list[str]:
    """Fields in their usual order; those that are not known come last, as they stood."""
    usual: Sequence[str] = HEAD_KEYS
    if way:
        usual = KEYS if way == ("tiltak",) else PARTS.get(way[-1], ())
    rank = {name: number for number, name in enumerate(usual)}
    return sorted(names, key=lambda name: rank.get(name, len(rank)))


def comments(text: str, spot: Any) -> Counter[str]:
    """Every comment of a text, without where it stands."""
    return Counter(comment for _, comment in comments_at(text, spot))
