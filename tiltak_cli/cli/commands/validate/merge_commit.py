"""`tiltak validate --merge-commit`: what a merge that was made elsewhere did to the register."""

from typing import Any

from tiltak_cli.changes.merge.lost import Lost, lost
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import CLEAN, FOUND
from tiltak_cli.cli.common.registers import named_or_default
from tiltak_cli.cli.common.stop import found, refuse
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.sources.files import Refusal
from tiltak_cli.sources.git.run import Missing, ask
from tiltak_cli.sources.sides.find import find_at, place_in_git
from tiltak_cli.sources.yaml.reader import read_yaml
from tiltak_cli.views.safe import one_line

TWO = 2


def run(paths: list[str], revision: str) -> int:
    """Hold a merge against what it was made of, and say what is doubled or gone."""
    if len(paths) > 1:
        raise refuse("Oppgi ett register med --merge-commit.")
    path = named_or_default(paths[0] if paths else None)
    folder, _ = place_in_git(path)
    parents = _parents(revision, folder)
    base = ask(folder, "merge-base", *parents[:TWO])
    start = [] if isinstance(base, Refusal) else _measures(base.decode().strip(), path)
    sides = [_measures(parent, path) for parent in parents]
    faults = lost(start, sides, _measures(revision, path))
    for fault in faults:
        console.write(f"{one_line(path)}: {_said(fault)}\n")
    if not faults:
        console.write(f"Ingenting er borte eller doblet i {one_line(revision)}.\n")
        return CLEAN
    console.write("Rett registeret, for eksempel med «tiltak merge» av de to sidene.\n")
    return FOUND


def _parents(revision: str, folder: str) -> list[str]:
    commit = ask(folder, "rev-list", "--parents", "-n", "1", revision, "--")
    if isinstance(commit, Refusal):
        raise refuse(f"Finner ikke {quoted(revision)} i git. Oppgi en sammenslåing, som HEAD.")
    _, *parents = commit.decode().split()
    if len(parents) < TWO:
        raise refuse(f"{quoted(revision)} er ikke en sammenslåing: den har bare én forelder.")
    return parents


def _measures(revision: str, path: str) -> list[dict[str, Any]]:
    """The measures of a register at a revision; none where it was not there."""
    side = find_at(revision, path, moved=False)
    if isinstance(side, Missing):
        return []
    measures: list[dict[str, Any]] = []
    for file in found(side).source.files:
        data = read_yaml(file.name, file.data.decode("utf-8-sig", "replace")).data
        listed = data.get("tiltak") if isinstance(data, dict) else None
        measures += [m for m in listed or () if isinstance(m, dict)]
    return measures


def _said(fault: Lost) -> str:
    if fault.doubled:
        return f"{fault.measure} står to ganger etter sammenslåingen."
    if fault.field:
        return f"Feltet «{fault.field}» i {fault.measure} er borte etter sammenslåingen."
    return f"{fault.measure} er borte etter sammenslåingen."
