"""Ids of measures: which are free, which is near another, and which one of the wrong form means."""

import itertools
import re
from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator

from tiltak_cli.rules.base import Context

FEWEST, LONGEST_ID = 3, 10
PADDED = re.compile(r"T(?:[0-9]{3}|0[0-9]{3,8})")
# So many ids of one length are how ids are written.
SEVERAL = 3
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


def near_ids(target: str, known: Container[str]) -> list[str]:
    """The ids in use that differ in zeros; or else in one digit, or in the order of two.

    The few ids that are so near are looked up; comparing with every measure would take a register
    with many faults minutes.
    """
    head, digits = target[:1], target[1:]
    number = int(digits) if digits.isdecimal() and len(digits) < LONGEST_ID else 0
    same = [f"{head}{number:0{width}d}" for width in range(FEWEST, LONGEST_ID)]
    if number and (codes := [code for code in dict.fromkeys(same) if code in known]):
        return codes
    swapped = (
        digits[:n] + digits[n + 1] + digits[n] + digits[n + 2 :] for n in range(len(digits) - 1)
    )
    other = (
        digits[:n] + digit + digits[n + 1 :] for n in range(len(digits)) for digit in "0123456789"
    )
    shorter = (digits[:n] + digits[n + 1 :] for n in range(len(digits)))
    near = (head + variant for variant in itertools.chain(swapped, other, shorter))
    return [candidate for candidate in dict.fromkeys(near) if candidate in known]


def odd_lengths(ids: Collection[str]) -> dict[str, str]:
    """The ids that have more or fewer zeros than most, each with what it is as those are written.

    Nothing where it is not clear how many digits are the usual number.
    """
    if len(set(map(len, ids))) < 2:  # noqa: PLR2004 - they are all of one length
        return {}
    # Numbers that are so long by themselves have no zeros before them.
    filled = [code for code in ids if PADDED.fullmatch(code)]
    (usual, number), *_ = Counter(map(len, filled)).most_common() or [(0, 0)]
    if number < SEVERAL or 2 * number <= len(filled):
        return {}
    others = (code for code in filled if len(code) != usual)
    return {code: f"T{int(code[1:]):0{usual - 1}d}" for code in others}


def meant_by(text: str) -> str:
    """The id that one of the wrong form most likely means; empty where nobody can say."""
    numbers = DIGITS.findall(text)
    if len(numbers) != 1 or len(numbers[0]) >= LONGEST_ID:
        return ""
    return f"T{int(numbers[0].translate(ZEROS)):03d}"
