"""Running `tiltak resolve`: the conflicts that git, or `tiltak merge`, has marked in a register."""

import os
from typing import Any, NamedTuple

from tiltak_cli.changes.merge.result import MISSING, Clash, Conflict
from tiltak_cli.cli.commands.resolve.chosen import Chosen, settled_text
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import CLEAN, FOUND
from tiltak_cli.cli.common.options import unknown_form
from tiltak_cli.cli.common.registers import source_of
from tiltak_cli.cli.common.stop import found, refuse
from tiltak_cli.domain.norwegian import counted, listed, quoted
from tiltak_cli.edits.merged.unsettled import Unsettled, ids_in, unsettled
from tiltak_cli.edits.writing import WriteError, replace
from tiltak_cli.sources.files import Refusal, Source, SourceFile, is_yaml, read_path
from tiltak_cli.sources.git.run import ask
from tiltak_cli.sources.register.judge import govern
from tiltak_cli.sources.register.settings import read_settings
from tiltak_cli.sources.yaml.conflicts import loose_marker
from tiltak_cli.sources.yaml.reader import read_yaml
from tiltak_cli.views.conflicts import conflict_line, conflicts_json

FORMS = ("text", "json")


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
        return _none_left(source)
    about = [conflict for marked in wanted for each in marked.conflicts for conflict in each.about]
    if side == "value" and len(about) > 1:
        raise refuse(
            f"--value skriver én verdi i ett felt. Oppgi feltet, slik: «tiltak resolve "
            f"{_name(about[0])} --value …»."
        )
    number = 0
    # All is made before anything is written.
    taken = set[str]().union(*(ids_in(marked.text) for marked in files))
    made = [
        (marked, settled_text(marked.text, marked.conflicts, chosen, taken)) for marked in wanted
    ]
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
    return Marked(file, unsettled(text.replace("\r\n", "\n"), _base(file.name)))


def _base(path: str) -> Any:
    """The data that both sides come from: None for no register, MISSING where git knows of none."""
    folder, name = os.path.split(path)
    if not os.path.exists(path):
        return MISSING
    before = ask(folder or ".", "show", f":1:./{name}")
    if isinstance(before, Refusal):
        # What both have added was not there before.
        ours = ask(folder or ".", "show", f":2:./{name}")
        return MISSING if isinstance(ours, Refusal) else None
    tree = read_yaml("", before.decode("utf-8", "replace"))
    return tree.data if tree.readable else MISSING


def _wanted(files: list[Marked], what: str | None) -> list[Marked]:
    """The conflicts that are named, by a measure or its field."""
    if what is None:
        return files
    measure, _, field = what.partition(".")
    wanted = _about(files, measure, field)
    if not any(marked.conflicts for marked in wanted):
        # A field of the head is named by itself.
        measure, field = "", what
        wanted = _about(files, measure, field)
    if not any(marked.conflicts for marked in wanted):
        raise refuse(
            f"Det er ingen konflikt i {quoted(what)}. «tiltak resolve» viser dem som er igjen."
        )
    for conflict in (conflict for marked in wanted for conflict in marked.conflicts):
        others = [one for one in conflict.about if not conflict.names(one, measure, field)]
        if others:
            raise refuse(
                f"{quoted(what)} står i den samme konflikten som {listed(map(_name, others))} "
                f"(linje {conflict.block.begin + 1}), og de kan bare avgjøres sammen. Rett filen "
                "for hånd, eller avgjør alt med «tiltak resolve --ours» eller «--theirs»."
            )
    return wanted


def _about(files: list[Marked], measure: str, field: str) -> list[Marked]:
    return [
        marked._replace(conflicts=[c for c in marked.conflicts if c.is_about(measure, field)])
        for marked in files
    ]


def _name(conflict: Conflict) -> str:
    return ".".join(part for part in (conflict.measure, conflict.field) if part)


def _listed(files: list[Marked], form: str) -> int:
    told = [(c, u) for marked in files for u in marked.conflicts for c in u.about]
    if form == "json":
        lines = [unsettled.block.begin + 1 for _, unsettled in told]
        console.write_json(conflicts_json([c for c, _ in told], lines))
    else:
        console.write("".join(f"{conflict_line(c, base=u.knows_base)}\n" for c, u in told))
        if any(conflict.kind is Clash.SAME_ID for conflict, _ in told):
            console.write("To nye tiltak med samme id beholdes begge med --both.\n")
    loose = [line for marked in files if (line := _loose(marked.file))]
    if form != "json":
        console.write("".join(loose) or ("" if told else "Ingen konflikter i registeret.\n"))
    return FOUND if told or loose else CLEAN


def _none_left(source: Source) -> int:
    """Say that there is nothing to choose between, if there is not."""
    loose = [line for file in source.files if (line := _loose(file))]
    console.write("".join(loose) or "Ingen konflikter i registeret.\n")
    return FOUND if loose else CLEAN


def _loose(file: SourceFile) -> str:
    """A sentence where some markers of a conflict are gone and others are not."""
    number = loose_marker(file.data.decode("utf-8", "replace").split("\n"))
    if number is None:
        return ""
    return (
        f"Konfliktmarkørene i {quoted(os.path.basename(file.name))}, linje {number + 1}, er ikke "
        "hele. Velg hva som gjelder, og ta bort linjene med <, = og > for hånd.\n"
    )


def _rest(source: Source) -> int:
    """What is left to settle; when nothing is, whether the register is in order."""
    again = found(read_path(source.name))
    left = [u for file in again.files for u in _read(file).conflicts]
    if left:
        number = counted(len(left), "konflikt", "konflikter")
        console.write(f"Det er {number} igjen. «tiltak resolve» viser dem.\n")
        return FOUND
    if any(_loose(file) for file in again.files):
        return _none_left(again)
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
