"""Something to say, before it is known in which language."""

from typing import Any, NamedTuple


class Phrase(NamedTuple):
    """A row of the table of wordings, with the values that fill its places.

    Values are data (dates, numbers, codes, register text, other phrases), never words of ours.
    """

    key: str
    values: tuple[tuple[str, Any], ...] = ()


def phrase(key: str, **values: Any) -> Phrase:  # noqa: ANN401 - every kind of value is said
    """Make a phrase: `phrase("frist.passert", days=15)`."""
    return Phrase(key, tuple(values.items()))
