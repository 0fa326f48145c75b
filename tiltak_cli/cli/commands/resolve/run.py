"""Running `tiltak resolve`: the conflicts that git, or `tiltak merge`, has marked in a register."""

import os
from collections.abc import Sequence

from tiltak_cli.cli.commands.resolve.chosen import Chosen, settled_text
from tiltak_cli.cli.commands.resolve.followed import followed, moved_line
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import CLEAN, FOUND
from tiltak_cli.cli.common.options import unknown_form
from tiltak_cli.cli.common.registers import source_of
from tiltak_cli.cli.common.stop import found, refuse
from tiltak_cli.domain.norwegian import counted, listed, quoted
from tiltak_cli.edits.merged.both import Renamed, renamed
from tiltak_cli.edits.merged.marked import (
    Marked,
    Moved,
    about,
    marked_file,
    moved,
    told,
    with_linked,
)
from tiltak_cli.edits.merged.unsettled import ids_in
from tiltak_cli.edits.writing import WriteError, write_all
from tiltak_cli.sources.files import Source, is_yaml, read_path
from tiltak_cli.sources.register.judge import govern
from tiltak_cli.sources.register.settings import read_settings
from tiltak_cli.views.conflicts import NONE, conflicts_json, conflicts_list, loose_line

FORMS = ("text", "json")
SAVE = "git add og git commit, eller git commit -a, som gjør begge deler."


def run(what: str | None, path: str | None, chosen: Chosen) -> int:
    """List the conflicts of a register, or settle some of them."""
    if chosen.form not in FORMS:
        raise refuse(unknown_form(chosen.form, FORMS))
    if what is not None and path is None and (os.path.exists(what) or is_yaml(what)):
        what, path = None, what
    source = source_of(path)
    # Also that a register asks for another version than this.
    found(read_settings(source))
    files = [marked_file(file) for file in source.files]
    wanted = _wanted(files, what)
    side = chosen.side
    if not side:
        return _listed(wanted, chosen.form, moved(files, wanted))
    if not any(marked.conflicts for marked in wanted):
        return _none_left(files)
    if side == "value":
        _one_field(wanted)
    number = len(told(wanted))
    # All is made before anything is written or told.
    conflicts = [each for marked in wanted for each in marked.conflicts]
    new = list[Renamed]()
    if side == "both":
        taken = set[str]().union(*(ids_in(marked.text) for marked in files))
        new = renamed(conflicts, taken)
    made = [settled_text(marked.text, marked.conflicts, chosen, new) for marked in wanted]
    changes = [(m.file.name, m.file.data, t.encode()) for m, t in zip(wanted, made, strict=True)]
    try:
        write_all(change for change in changes if change[1] != change[2])
    except WriteError as error:
        raise refuse(str(error)) from error
    sentences, doubts = followed(conflicts, side, new, made)
    doubts += (moved_line(one, side) for one in moved(files, wanted) if side == one.side)
    console.write("".join(f"{note}\n" for note in (*sentences, *doubts)))
    console.write(f"Avgjorde {counted(number, 'konflikt', 'konflikter')}.\n")
    return _rest(source, doubtful=bool(doubts))


def _one_field(wanted: list[Marked]) -> None:
    """Refuse a value where it is not one field that is to have it."""
    whole = [conflict for each in told(wanted) for conflict in each.about]
    if len(whole) > 1:
        raise refuse(
            f"--value skriver én verdi i ett felt. Oppgi feltet, slik: «tiltak resolve "
            f"{whole[0].name} --value …»."
        )
    names = [c.name for marked in wanted for each in marked.conflicts for c in each.about]
    fields = names if len(names) > 1 else list(whole[0].keys)
    if len(fields) > 1:
        raise refuse(
            f"{listed(map(quoted, fields))} kan bare avgjøres sammen. Velg --ours eller --theirs."
        )


def _wanted(files: list[Marked], what: str | None) -> list[Marked]:
    """The conflicts that are named, by a measure or its field."""
    if what is None:
        return files
    measure, _, field = what.partition(".")
    wanted = about(files, measure, field)
    if not any(marked.conflicts for marked in wanted):
        # A field of the head is named by itself.
        measure, field = "", what
        wanted = about(files, measure, field)
    if not any(marked.conflicts for marked in wanted):
        raise refuse(
            f"Det er ingen konflikt i {quoted(what)}. «tiltak resolve» viser dem som er igjen."
        )
    for conflict in (conflict for marked in wanted for conflict in marked.conflicts):
        others = [one for one in conflict.about if not conflict.names(one, measure, field)]
        if others:
            raise refuse(
                f"{quoted(what)} står i den samme konflikten som {listed(c.name for c in others)} "
                f"(linje {conflict.block.begin + 1}), og de kan bare avgjøres sammen. Rett filen "
                "for hånd, eller avgjør alt med «tiltak resolve --ours» eller «--theirs»."
            )
    return with_linked(files, wanted)


def _listed(files: list[Marked], form: str, elsewhere: Sequence[Moved]) -> int:
    conflicts = [(conflict, each) for each in told(files) for conflict in each.about]
    if form == "json":
        lines = [each.block.begin + 1 for _, each in conflicts]
        console.write_json(conflicts_json([conflict for conflict, _ in conflicts], lines))
    else:
        console.write(conflicts_list([(c, each.knows_base) for c, each in conflicts]))
        console.write("".join(f"{moved_line(one)}\n" for one in elsewhere))
    loose = _loose(files)
    if form != "json":
        console.write(loose or ("" if conflicts else NONE))
    return FOUND if conflicts or loose else CLEAN


def _none_left(files: list[Marked]) -> int:
    """Say that there is nothing to choose between, if there is not."""
    loose = _loose(files)
    console.write(loose or NONE)
    return FOUND if loose else CLEAN


def _loose(files: list[Marked]) -> str:
    """A sentence for each file in which some markers of a conflict are gone and others are not."""
    places = [(marked.file.name, marked.loose) for marked in files]
    return "".join(
        loose_line(os.path.basename(name), line) for name, line in places if line is not None
    )


def _rest(source: Source, *, doubtful: bool) -> int:
    """What is left to settle; when nothing is, whether the register is in order.

    Where something is `doubtful`, that must be seen to first.
    """
    again = found(read_path(source.name))
    files = [marked_file(file) for file in again.files]
    if left := told(files):
        number = counted(len(left), "konflikt", "konflikter")
        console.write(f"Det er {number} igjen. «tiltak resolve» viser dem.\n")
        return FOUND
    if any(marked.loose for marked in files):
        return _none_left(files)
    settings = found(read_settings(again))
    errors = len(found(govern(again, settings)).loaded.errors)
    if errors:
        number = counted(errors, "feil", "feil")
        console.write(
            f"Alt er avgjort, men registeret har {number}. «tiltak validate» viser dem.\n"
        )
        return FOUND
    before = "Se etter det som står over, og kjør så" if doubtful else "Kjør"
    console.write(f"Alt er avgjort. {before} {SAVE}\n")
    return CLEAN
