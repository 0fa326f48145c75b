"""What a measure must have, and does not say: not decided yet, or not written.

Nothing is guessed for it. It is shown as not stated, and counted so.
"""

from tiltak_cli.domain.fields import DEADLINE, FIELDS, ID, MILESTONES
from tiltak_cli.domain.measure import Measure

# What a measure is known by: without it nobody can say which one is meant.
KNOWN_BY = (ID, "tittel")
KEYS = frozenset(field.key for field in FIELDS if field.key not in KNOWN_BY)
REQUIRED = tuple(field for field in FIELDS if field.required and field.key in KEYS)


def unstated(measure: Measure) -> tuple[str, ...]:
    """The fields, by key, that every measure must have and this one has not."""
    return tuple(field.key for field in REQUIRED if not getattr(measure, field.attribute))


def may_be_unstated(path: tuple[str | int, ...]) -> bool:
    """Whether a measure is clear without what stands at a path in it.

    Of its parts only a milestone is known without a deadline.
    """
    part = (path[:1], path[2:])
    return (len(path) == 1 and path[0] in KEYS) or part == ((MILESTONES,), (DEADLINE,))
