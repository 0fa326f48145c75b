"""The one gate that register text passes on its way to a terminal, a log or a page."""

import re

from tiltak_cli.domain.invisible import FILLERS, HIDING

# Patterns are compiled where they are needed: so wide a set is slow to compile, and nearly all text
# is printable.
CONTROL = f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]|{HIDING}"
RUNNER_COMMAND = r"##(?=\[|vso\[)"
RUNNER_LINE = r"(?m)^(\s*)::"
# What Markdown could make something of.
MARKUP = r"[\\`*_\[\]<>~&@#|!$]"
# What a site makes a link, a mention or a picture of, after Markdown and its escapes: names,
# numbers of issues and the like, addresses, emoji codes and commits.
LIVE = r"""(?i)[@#~$^]\S|[!%&]["\w]|:\S|www\.|gh-\d|\b[0-9a-f]{7,40}\b"""
WORD = r"[^\s«»]+"


def visible(text: str) -> str:
    """Show control characters, hidden signs and broken code points instead of acting on them.

    Commands that build servers would execute (`##vso[`) are broken up.
    """
    # A filler counts as a letter.
    if not text.isprintable() or (not text.isascii() and any(sign in text for sign in FILLERS)):
        text = re.sub(CONTROL, _by_number, text)
    return re.sub(RUNNER_COMMAND, "# #", text) if "##" in text else text


def _by_number(match: re.Match[str]) -> str:
    return "".join(f"<U+{ord(sign):04X}>" for sign in match[0])


def one_line(text: str) -> str:
    """The same on a single line."""
    return visible(" ".join(text.split()))


def no_commands(output: str) -> str:
    """Break up `::` first on a line, for build servers would execute it."""
    return re.sub(RUNNER_LINE, r"\1: :", output)


def escaped(text: str, escapes: dict[str, str]) -> str:
    """Text with some characters written as a reader of commands wants them."""
    return "".join(escapes.get(character, character) for character in text)


def in_markdown(text: str) -> str:
    """Text that a page shows as it stands: never a link, a picture, HTML or a mention.

    References such as `&#64;` hold against Markdown only: GitHub and GitLab look for names and
    numbers in the finished page, and leave nothing in peace but code.
    """
    return re.sub(WORD, lambda match: _word(match[0]), one_line(text))


def in_cell(text: str) -> str:
    """The same in a table's cell, where a bar parts cells even in what is shown as code."""
    return in_markdown(text).replace("|", "\\|")


def _word(word: str) -> str:
    if not re.search(LIVE, word):
        return re.sub(MARKUP, lambda match: f"&#{ord(match[0])};", word)
    fence = "`" * (1 + max(map(len, re.findall("`+", word)), default=0))
    space = " " if "`" in word else ""
    return f"{fence}{space}{word}{space}{fence}"
