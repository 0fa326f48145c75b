"""What git is told: which files, under which attribute, and what to run for them.

One table, for setting up, taking down and looking after. What git is to do more, such as merging,
is a row here.
"""

import re
import shlex
from typing import NamedTuple

from tiltak_cli.sources.files import DEFAULT_FILES, DEFAULT_FOLDER, SUFFIXES

REGISTER, WORKBOOK = "register", "workbook"
# The files of each kind when no others are named, as patterns of gitattributes.
PATTERNS = {
    REGISTER: (
        *DEFAULT_FILES,
        *(f"**/{DEFAULT_FOLDER}/**/*{suffix}" for suffix in SUFFIXES),
    ),
    WORKBOOK: ("*.xlsx",),
}
# Over each change: the line of a measure, and in a register that is shown as it is, its id.
HEADINGS = "^ *- +(id: .*)$\n^([^ #-].*)$"
# Where the program is gone or fails, git shows the register as it is; a workbook gives a sum, for
# its bytes are no text.
AS_IT_IS = 'cat -- "$1"'
CHECKSUM = "{ printf 'Arbeidsboken kan ikke vises: '; git hash-object --no-filters -- \"$1\"; }"
# Where git merges a register. Git keeps ours and drops theirs where a driver fails and leaves no
# markers, and programs fail in many ways: an older one exits 2, and one that crashes 1. So what was
# done counts only where the program says so on standard output, and a conflict only where there is
# a marker more than there was. In all other cases ours is put back, and git merges line by line.
DONE = "sammen"
MERGED = (
    'g() { c="$2.tiltak"; m="^<{$4}( |\\$)"; r=129; '
    'cp -- "$2" "$c" && { o=$(f "$@"); r=$?; }; '
    f'[ "$o" = {DONE} ] || r=129; '
    '[ $r -eq 0 ] || [ "$(grep -cE "$m" "$2")" -gt "$(grep -cE "$m" "$c")" ] || r=129; '
    'if [ $r -le 127 ]; then rm -f -- "$c"; return $r; fi; '
    'if [ -f "$c" ]; then cat -- "$c" >"$2"; rm -f -- "$c"; fi; '
    'git merge-file --marker-size "$4" -L HEAD -L base -L deres -- "$2" "$1" "$3"; }; '
    "g %O %A %B %L %P"
)
CALLED = re.compile(r"f\(\) \{ (.+?) git [\w-]+ -- ")


class Driver(NamedTuple):
    """What git does with files of a kind: an attribute, and the settings that explain it."""

    kind: str
    attribute: str
    settings: tuple[tuple[str, str], ...]


def drivers(program: tuple[str, ...]) -> tuple[Driver, ...]:
    """Every driver, for the command line of a program: its absolute path, and what follows."""
    return (
        Driver(
            REGISTER,
            "diff=tiltak",
            (
                ("diff.tiltak.textconv", _textconv(program, AS_IT_IS)),
                ("diff.tiltak.xfuncname", HEADINGS),
                # A cache would keep what was shown while the program was away, needs a user.name
                # only to look, and adds a commit of its own to «git log --all».
                ("diff.tiltak.cachetextconv", "false"),
            ),
        ),
        Driver(
            REGISTER,
            "merge=tiltak",
            (
                ("merge.tiltak.name", "Tiltak for tiltak og felt for felt"),
                ("merge.tiltak.driver", _merge(program)),
            ),
        ),
        Driver(
            WORKBOOK,
            "diff=tiltak-xlsx",
            (
                ("diff.tiltak-xlsx.textconv", _textconv(program, CHECKSUM)),
                ("diff.tiltak-xlsx.xfuncname", "^([^ ].*)$"),
                ("diff.tiltak-xlsx.cachetextconv", "false"),
                ("diff.tiltak-xlsx.binary", "true"),
            ),
        ),
    )


def _textconv(program: tuple[str, ...], otherwise: str) -> str:
    """A line for git's shell. The program writes all or nothing, so that `otherwise` can follow."""
    command = " ".join(shlex.quote(part) for part in program)
    return f'f() {{ {command} git textconv -- "$1" 2>/dev/null || {otherwise}; }}; f'


def _merge(program: tuple[str, ...]) -> str:
    """A line for git's shell that merges, and never loses a side."""
    command = " ".join(shlex.quote(part) for part in program)
    return f'f() {{ {command} git merge -- "$@"; }}; {MERGED}'


def is_ours(key: str, value: str) -> bool:
    """Whether a setting is one that was made here, by this version or another."""
    return not key.endswith((".textconv", ".driver")) or CALLED.match(value) is not None


def program_in(value: str) -> tuple[str, ...]:
    """The command line of the program that a setting runs; empty where it runs none."""
    called = CALLED.match(value)
    try:
        return tuple(shlex.split(called[1])) if called else ()
    except ValueError:
        return ()


def kind_of(path: str) -> str:
    """Whether a path or pattern is of workbooks or of registers, by its ending."""
    return WORKBOOK if path.casefold().endswith(".xlsx") else REGISTER
