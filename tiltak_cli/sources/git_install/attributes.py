"""The lines of a gitattributes file that are ours, among those of others.

They stand between two marks; all else in the file is kept byte for byte.
"""

import re
from typing import NamedTuple

from tiltak_cli.sources.git_install.drivers import PATTERNS, Driver, kind_of

STARTS = "# >>> tiltak"
BEGIN = f"{STARTS} – tas bort med «tiltak git uninstall» >>>"
END = "# <<< tiltak <<<"
# What the file was before, so that it can be so again.
NEW_FILE, NO_BREAK = " (ny fil)", " (uten linjeskift foran)"
OURS = re.compile(r'("(?:[^"\\]|\\.)*"|\S+)[ \t]+(?:diff|merge)=tiltak(?:-\w+)?\s*')
# What a pattern makes something of; in a path these are only letters.
SPECIAL = re.compile(r"([*?\[\\])")
# What would end a pattern that stands without quotes, or make it something else.
QUOTED = re.compile(r'[\s"\\]|^#')
ESCAPES = {"\\": "\\\\", '"': '\\"', "\t": "\\t", "\n": "\\n", "\r": "\\r"}


class Attributes(NamedTuple):
    """A file's text (None where there is none), parted in ours and what is before and after.

    `mark` tells what the file was before our lines.
    """

    whole: str | None
    before: str = ""
    after: str = ""
    mark: str = ""
    patterns: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()

    @property
    def marked(self) -> bool:
        """Whether our marks are in the file."""
        return self.whole is not None and STARTS in self.whole


def parse(text: str | None) -> Attributes:
    """Part a file's text in our lines and those of others."""
    if text is None:
        return Attributes(None, mark=NEW_FILE)
    lines = text.splitlines(keepends=True)
    begin = next((n for n, line in enumerate(lines) if line.startswith(STARTS)), None)
    if begin is None:
        unbroken = text and text[-1] not in "\r\n"
        return Attributes(text, text, mark=NO_BREAK if unbroken else "")
    end = next((n for n in range(begin, len(lines)) if lines[n].startswith(END)), len(lines))
    inside = lines[begin + 1 : end]
    ours = [match for line in inside if (match := OURS.fullmatch(line))]
    # Someone may have written a line of their own among ours.
    others = "".join(line for line in inside if not OURS.fullmatch(line))
    patterns = tuple(dict.fromkeys(match[1] for match in ours))
    mark = next((mark for mark in (NEW_FILE, NO_BREAK) if mark in lines[begin]), "")
    kept = tuple(match[0].strip() for match in ours)
    after = others + "".join(lines[end + 1 :])
    return Attributes(
        whole=text,
        before="".join(lines[:begin]),
        after=after,
        mark=mark,
        patterns=patterns,
        lines=kept,
    )


def without(file: Attributes) -> str | None:
    """The text as it was before our lines; None where there was no file."""
    before = file.before
    if file.mark == NO_BREAK and not file.after:
        before = before.removesuffix("\n")
    text = before + file.after
    return None if file.mark == NEW_FILE and not text else text


def with_lines(file: Attributes, drivers: tuple[Driver, ...], patterns: tuple[str, ...]) -> str:
    """The text with our lines: for the usual files, those that were there, and `patterns`."""
    line_break = "\n" if file.mark == NO_BREAK and not file.before.endswith("\n") else ""
    block = "\n".join([BEGIN + file.mark, *lines_for(file, drivers, patterns), END])
    return f"{file.before}{line_break}{block}\n{file.after}"


def lines_for(
    file: Attributes, drivers: tuple[Driver, ...], patterns: tuple[str, ...]
) -> tuple[str, ...]:
    """Our lines: one for each pattern and driver."""
    usual = [pattern for group in PATTERNS.values() for pattern in group]
    wanted = dict.fromkeys([*usual, *file.patterns, *patterns])
    return tuple(
        f"{pattern} {driver.attribute}"
        for driver in drivers
        for pattern in wanted
        if kind_of(pattern.strip('"')) == driver.kind
    )


def path_pattern(path: str, *, folder: bool) -> tuple[str, ...]:
    """The patterns of one file, or of all registers in a folder, from the top of the repository.

    `path` has forward slashes and none in front.
    """
    literal = SPECIAL.sub(r"\\\1", path)
    if not folder:
        return (quoted_pattern(f"/{literal}"),)
    inside = f"/{literal}/**/*" if path not in ("", ".") else "/**/*"
    return tuple(quoted_pattern(f"{inside}{suffix}") for suffix in (".yaml", ".yml"))


def quoted_pattern(pattern: str) -> str:
    """A pattern as gitattributes wants it, in quotes where it holds blanks and the like."""
    if not QUOTED.search(pattern):
        return pattern
    return f'"{"".join(ESCAPES.get(character, character) for character in pattern)}"'
