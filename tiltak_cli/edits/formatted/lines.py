"""The lines that a register in its usual form is put together of."""

import re

# A blank line within a text, which no file can hold so; those between fields are counted.
BLANK_WITHIN = "\0"
# Below a text that keeps the blank lines under it: there must not be more of them.
NO_BLANKS = "\1"


def sign_of_block(head: str) -> str:
    """What a text over several lines begins with, where a file ends in it without a line end.

    The text has no line end then either, and must have none when the file gets one.
    """
    return re.sub(r"([|>])([0-9]?)[+-]?([0-9]?)", r"\1\2-\3", head, count=1)


def trimmed(lines: list[str]) -> list[str]:
    """Lines without the blank ones in front."""
    first = next((n for n, line in enumerate(lines) if line), len(lines))
    return lines[first:]


def without_doubled_blanks(lines: list[str]) -> str:
    """The lines as a text with one line end at its end."""
    result: list[str] = []
    for line in lines:
        if line or not result or result[-1]:
            result.append(line)
        if result[-2:] == [NO_BLANKS, ""]:
            result.pop()
    result = [line for line in result if line != NO_BLANKS]
    while result and not result[0]:
        result.pop(0)
    while result and not result[-1]:
        result.pop()
    return ("\n".join(result) + "\n").replace(BLANK_WITHIN, "")
