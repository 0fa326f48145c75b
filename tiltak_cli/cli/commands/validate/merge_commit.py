"""`tiltak validate --merge-commit`: what a merge that was made elsewhere did to the register."""

from typing import Any

from tiltak_cli.changes.merge.lost import Lost, Register, lost
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import CLEAN, FOUND
from tiltak_cli.cli.common.registers import named_or_default
from tiltak_cli.cli.common.stop import found, refuse
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.sources.files import Refusal
from tiltak_cli.sources.git.run import Missing, ask
from tiltak_cli.sources.sides.find import find_at, place_in_git
from tiltak_cli.sources.yaml.conflicts import conflict_marker
from tiltak_cli.sources.yaml.places import LIST
from tiltak_cli.sources.yaml.reader import read_yaml
from tiltak_cli.views.safe import one_line

TWO = 2
NOTHING = Register({}, ())


def run(paths: list[str], revision: str, form: str) -> int:
    """Hold a merge against what it was made of, and say what is doubled or gone."""
    if len(paths) > 1:
        raise refuse("Oppgi ett register med --merge-commit.")
    if form not in ("", "text", "concise"):
        raise refuse(f"--merge-commit viser bare tekst. Ta bort --format {form}.")
    path = named_or_default(paths[0] if paths else None)
    folder, _ = place_in_git(path)
    parents = _parents(revision, folder)
    merged = _register(revision, path)
    sides = [_register(parent, path) for parent in parents]
    there = [side for side in sides if side]
    if merged is None:
        if not there:
            raise refuse(f"{quoted(path)} finnes ikke i {quoted(revision)}. Oppgi registeret.")
        console.write(f"{one_line(path)} er borte etter sammenslåingen.\n")
        return FOUND
    start = ask(folder, "merge-base", *parents[:TWO])
    base = None if isinstance(start, Refusal) else _register(start.decode().strip(), path)
    faults = lost(base or NOTHING, [side or NOTHING for side in sides], merged)
    for fault in faults:
        console.write(f"{one_line(path)}: {one_line(_said(fault))}\n")
    if not faults:
        console.write(f"Ingenting er borte eller doblet i {one_line(revision)}.\n")
        return CLEAN
    console.write(
        "Rett registeret, for eksempel med «tiltak merge BASE VÅR DERES», der BASE er det begge "
        "kommer fra.\n"
    )
    return FOUND


def _parents(revision: str, folder: str) -> list[str]:
    commit = ask(folder, "rev-list", "--parents", "-n", "1", revision, "--")
    if isinstance(commit, Refusal):
        raise refuse(f"Finner ikke {quoted(revision)} i git. Oppgi en sammenslåing, som HEAD.")
    _, *parents = commit.decode().split()
    if len(parents) < TWO:
        raise refuse(f"{quoted(revision)} er ikke en sammenslåing: den har bare én forelder.")
    return parents


def _register(revision: str, path: str) -> Register | None:
    """A register at a revision, None where it was not there; a refusal where it cannot be read."""
    side = find_at(revision, path, moved=False)
    if isinstance(side, Missing):
        return None
    head: dict[str, Any] = {}
    measures: list[dict[str, Any]] = []
    for file in found(side).source.files:
        text = file.data.decode("utf-8-sig", "replace")
        tree = read_yaml(file.name, text)
        fault = conflict_marker(file.name, text) or next(iter(tree.findings), None)
        if fault or not isinstance(tree.data, dict):
            why = f", linje {fault.place.line}: {fault.message}" if fault else "."
            raise refuse(
                f"{quoted(path)} kan ikke leses slik det er i {quoted(revision)}{why} Rett det "
                "først: uten det er det ikke kjent hva som er borte."
            )
        head |= {key: value for key, value in tree.data.items() if key != LIST}
        listed = tree.data.get(LIST)
        measures += [m for m in listed or () if isinstance(m, dict)]
    return Register(head, measures)


def _said(fault: Lost) -> str:
    inside = f" i {fault.measure}" if fault.measure else ""
    what = fault.measure
    if fault.item:
        what = f"«{fault.item}» i feltet «{fault.field}»{inside}"
    elif fault.field:
        what = f"Feltet «{fault.field}»{inside}"
    return f"{what} {'står to ganger' if fault.doubled else 'er borte'} etter sammenslåingen."
