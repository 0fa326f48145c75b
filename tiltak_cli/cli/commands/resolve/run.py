"""Running `tiltak resolve`: the conflicts that git, or `tiltak merge`, has marked in a register."""

import os
from typing import Any, NamedTuple

from tiltak_cli.changes.merge.result import Clash
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import CLEAN, FOUND
from tiltak_cli.cli.common.options import unknown_form
from tiltak_cli.cli.common.registers import source_of
from tiltak_cli.cli.common.stop import found, refuse
from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.domain.norwegian import counted, quoted
from tiltak_cli.domain.values import Fault, value_of
from tiltak_cli.edits.merged.unsettled import (
    DEADLINE,
    ONGOING,
    Unsettled,
    both_lines,
    ids_in,
    lines_with,
    settled_lines,
    side_lines,
    unsettled,
)
from tiltak_cli.edits.writing import WriteError, replace
from tiltak_cli.sources.files import Refusal, Source, SourceFile, is_yaml, read_path
from tiltak_cli.sources.git.run import ask
from tiltak_cli.sources.register.judge import govern
from tiltak_cli.sources.register.settings import read_settings
from tiltak_cli.sources.yaml.reader import read_yaml
from tiltak_cli.views.conflicts import conflict_line, conflicts_json
from tiltak_cli.views.safe import one_line

FORMS = ("text", "json")
HAND = "Velg --ours eller --theirs, eller rett filen for hånd."
BOTH = "både det ene og det andre kan bare beholdes der begge har lagt til et tiltak med samme id."


class Chosen(NamedTuple):
    """What the command line chooses."""

    ours: bool
    theirs: bool
    base: bool
    both: bool
    value: str | None
    form: str

    @property
    def side(self) -> str:
        """The side, `value` for another value, or nothing."""
        names = [n for n in ("ours", "theirs", "base", "both") if getattr(self, n)]
        names += ["value"] * (self.value is not None)
        if len(names) > 1:
            raise refuse("Velg bare én av --ours, --theirs, --base, --both og --value.")
        return names[0] if names else ""


class Marked(NamedTuple):
    """A file with conflicts in it."""

    file: SourceFile
    conflicts: list[Unsettled]

    @property
    def text(self) -> str:
        """Its text."""
        return self.file.data.decode()


def run(what: str | None, path: str | None, chosen: Chosen) -> int:
    """List the conflicts of a register, or settle some of them."""
    if chosen.form not in FORMS:
        raise refuse(unknown_form(chosen.form, FORMS))
    if what is not None and path is None and (os.path.exists(what) or is_yaml(what)):
        what, path = None, what
    source = source_of(path)
    files = [_read(file) for file in source.files]
    wanted = _wanted(files, what)
    side = chosen.side
    if not side:
        return _listed(wanted, chosen.form)
    if not any(marked.conflicts for marked in wanted):
        console.write("Ingen konflikter i registeret.\n")
        return CLEAN
    number = 0
    # All is made before anything is written.
    taken = set[str]().union(*(ids_in(marked.text) for marked in files))
    made = [(marked, _settled(marked, side, chosen.value, taken)) for marked in wanted]
    for marked, text in made:
        number += len(marked.conflicts)
        try:
            replace(marked.file.name, marked.file.data, text.encode())
        except WriteError as error:
            raise refuse(str(error)) from error
    console.write(f"Avgjorde {counted(number, 'konflikt', 'konflikter')}.\n")
    return _rest(source)


def _read(file: SourceFile) -> Marked:
    """A file with its conflicts; what both sides come from is asked of git."""
    try:
        text = file.data.decode()
    except UnicodeDecodeError:
        return Marked(file, [])
    if "<<<" not in text:
        return Marked(file, [])
    folder, name = os.path.split(file.name)
    before = ask(folder or ".", "show", f":1:./{name}") if os.path.exists(file.name) else b""
    base = None if isinstance(before, Refusal) else _data(before)
    return Marked(file, unsettled(text, base))


def _data(data: bytes) -> Any:
    tree = read_yaml("", data.decode("utf-8", "replace"))
    return tree.data if tree.readable else None


def _wanted(files: list[Marked], what: str | None) -> list[Marked]:
    """The conflicts that are named, by a measure or its field."""
    if what is None:
        return files
    measure, _, field = what.partition(".")
    wanted = [
        marked._replace(conflicts=[c for c in marked.conflicts if c.is_about(measure, field)])
        for marked in files
    ]
    if not any(marked.conflicts for marked in wanted):
        # A field of the head is named by itself.
        wanted = [
            marked._replace(conflicts=[c for c in marked.conflicts if c.is_about("", what)])
            for marked in files
        ]
    if not any(marked.conflicts for marked in wanted):
        raise refuse(
            f"Det er ingen konflikt i {quoted(what)}. «tiltak resolve» viser dem som er igjen."
        )
    return wanted


def _listed(files: list[Marked], form: str) -> int:
    about = [(c, u.block.begin + 1) for m in files for u in m.conflicts for c in u.about]
    if form == "json":
        console.write_json(conflicts_json([c for c, _ in about], [line for _, line in about]))
    elif about:
        console.write("".join(f"{conflict_line(conflict)}\n" for conflict, _ in about))
        if any(conflict.kind is Clash.SAME_ID for conflict, _ in about):
            console.write("To nye tiltak med samme id beholdes begge med --both.\n")
    else:
        console.write("Ingen konflikter i registeret.\n")
    return FOUND if about else CLEAN


def _settled(marked: Marked, side: str, value: str | None, taken: set[str]) -> str:
    """A file's text with its wanted conflicts settled."""
    newline = "\r\n" if "\r\n" in marked.text else "\n"
    lines = marked.text.replace("\r\n", "\n").split("\n")
    for conflict in reversed(marked.conflicts):
        chosen = (
            _both(lines, conflict, taken)
            if side == "both"
            else _chosen(lines, conflict, side, value)
        )
        lines = settled_lines(lines, conflict.block, chosen)
    return newline.join(lines)


def _chosen(lines: list[str], conflict: Unsettled, side: str, value: str | None) -> list[str]:
    about = conflict.about[0]
    chosen: list[str] | None
    if side == "value":
        chosen = lines_with(lines, conflict, _value(about.field, value or ""))
    else:
        chosen = side_lines(lines, conflict.block, side)
        if chosen is None:
            chosen = lines_with(lines, conflict, about.base)
    if chosen is None:
        raise refuse(f"{conflict_line(about)}: kan ikke skrives slik. {HAND}")
    return chosen


def _both(lines: list[str], conflict: Unsettled, taken: set[str]) -> list[str]:
    about = conflict.about[0]
    made = both_lines(lines, conflict, taken)
    if made is None:
        raise refuse(f"{conflict_line(about)}: {BOTH} {HAND}")
    chosen, new = made
    console.write(f"Deres {about.measure} har fått id-en {new}.\n")
    return chosen


def _value(field: str, raw: str) -> Any:
    """A value as it is written in a field, or a refusal."""
    if field == DEADLINE and raw.strip().casefold() == ONGOING:
        return ONGOING
    if field not in BY_KEY:
        return raw
    value = value_of(field, raw)
    if isinstance(value, Fault):
        raise refuse(one_line(f"«{value.text}» {value.why}. {value.remedy}"))
    return value


def _rest(source: Source) -> int:
    """What is left to settle; when nothing is, whether the register is in order."""
    again = found(read_path(source.name))
    left = [u for file in again.files for u in _read(file).conflicts]
    if left:
        number = counted(len(left), "konflikt", "konflikter")
        console.write(f"Det er {number} igjen. «tiltak resolve» viser dem.\n")
        return FOUND
    settings = found(read_settings(again))
    errors = len(found(govern(again, settings)).loaded.errors)
    if errors:
        number = counted(errors, "feil", "feil")
        console.write(
            f"Alt er avgjort, men registeret har {number}. «tiltak validate» viser dem.\n"
        )
        return FOUND
    console.write("Alt er avgjort. Kjør git add.\n")
    return CLEAN
