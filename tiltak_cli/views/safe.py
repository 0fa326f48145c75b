"""The one gate that register text passes on its way to a terminal, a log or a page."""

import re

CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
RUNNER_COMMAND = re.compile(r"##(?=\[|vso\[)")
RUNNER_LINE = re.compile(r"^(?=::)", re.MULTILINE)


def visible(text: str) -> str:
    """Show control characters, bidi overrides and broken code points instead of acting on them.

    Commands that build servers would execute (`##vso[`) are broken up.
    """
    text = CONTROL.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)
    return RUNNER_COMMAND.sub("# #", text)


def one_line(text: str) -> str:
    """The same on a single line."""
    return visible(" ".join(text.split()))


def no_commands(output: str) -> str:
    """Move a line that begins with `::` one column in, for build servers would execute it."""
    return RUNNER_LINE.sub(" ", output)
