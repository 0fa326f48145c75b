"""Ids of measures: which are free, which is near another, and which one of the wrong form means."""

import itertools
import re
from collections.abc import Container, Iterable, Iterator

from tiltak_cli.rules.base import Context

LONGEST_ID = 10
# As zeros are written by whoever takes them for letters.
DIGITS = re.compile(r"[0-9OoØø]*[0-9][0-9OoØø]*")
ZEROS = str.maketrans("OoØø", "0000")


def free_numbers(context: Context) -> Iterator[int]:
    """The numbers after the highest in use; numbers are never used again."""
    yield from itertools.count(highest(m.id for m in context.register.measures) + 1)


def highest(ids: Iterable[str]) -> int:
    """The highest number of some ids; 0 where none has one that anybody would count on from."""
    digits = (code[1:] for code in ids if len(code) <= LONGEST_ID)
    return max((int(each) for each in digits if each.isdecimal()), default=0)


def near_id(target: str, known: Container[str]) -> str:
    """An id in use that differs in one digit, or in the order of two, or nothing.

    The few ids that are so near are looked up; comparing with every measure would take a register
    with many faults minutes.
    """
    head, digits = target[:1], target[1:]
    swapped = (
        digits[:n] + digits[n + 1] + digits[n] + digits[n + 2 :] for n in range(len(digits) - 1)
    )
    other = (
        digits[:n] + digit + digits[n + 1 :] for n in range(len(digits)) for digit in "0123456789"
    )
    shorter = (digits[:n] + digits[n + 1 :] for n in range(len(digits)))
    near = (head + variant for variant in itertools.chain(swapped, other, shorter))
    return next((candidate for candidate in near if candidate in known), "")


def meant_by(text: str) -> str:
    """The id that one of the wrong form most likely means; empty where nobody can say."""
    found = DIGITS.findall(text)
    if len(found) != 1 or len(found[0]) >= LONGEST_ID:
        return ""
    return f"T{int(found[0].translate(ZEROS)):03d}"
