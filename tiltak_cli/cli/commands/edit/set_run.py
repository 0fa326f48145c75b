"""`set` without Typer: what is asked for, done in a register."""

import os
from collections.abc import Sequence
from typing import Any

from tiltak_cli.cli.commands.edit.arguments import HEAD_FIELDS, in_head, in_measure, parted
from tiltak_cli.cli.commands.edit.finish import Choice, Edit, finish
from tiltak_cli.cli.commands.edit.missing import asked_for, lacking
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import CLEAN, FOUND
from tiltak_cli.cli.common.opening import STANDARD_IN, measure_in, open_to_edit, unread
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.edits.asked.assign import Change, Wanted, assigned, codes_of
from tiltak_cli.edits.asked.ways import Assignment, FaultyError
from tiltak_cli.edits.opened import Opened
from tiltak_cli.rules.base import Path
from tiltak_cli.views.edits import edits_json, shown

USE = "Skriv id-en til tiltaket og minst ett felt: tiltak set ID FELT=VERDI."


def run(arguments: list[str]) -> int:
    """Set fields as the command line says, without options."""
    return set_fields(arguments, Choice())


def set_fields(arguments: Sequence[str], choice: Choice) -> int:
    """Set fields of a measure, or of the head, and give the exit code."""
    given = parted(arguments, words=1)
    if not given.assignments:
        raise refuse(USE)
    words, path = given.words, given.path
    if words and path and os.path.lexists(words[0]) and not os.path.lexists(path):
        # The register may stand first.
        words, path = [path], words[0]
    register = open_to_edit(path)
    if not words:
        return _head(register, in_head(given.assignments), choice)
    assignments = in_measure(given.assignments)
    standing = measure_in(register, words[0])
    identity = str(standing.plain["id"])
    wanted = wanted_in(register, identity, standing.plain, standing.path, assignments)
    more = lacking(standing.plain, wanted.plain)
    if more.demanded and not choice.force:
        assignments += asked_for(register, identity, more)
        wanted = wanted_in(register, identity, standing.plain, standing.path, assignments)
        more = lacking(standing.plain, wanted.plain)
    edit = Edit(
        measure=identity,
        file=standing.file,
        operations=wanted.operations,
        changes=wanted.changes,
        missing=more.sentence(identity) if more.demanded else "",
        explained=more.explained,
    )
    _do(register, edit, wanted.same, choice)
    return CLEAN


def wanted_in(
    register: Opened,
    identity: str,
    plain: dict[str, Any],
    path: Path,
    assignments: list[Assignment],
) -> Wanted:
    """What fields come to in a measure, or the head; refuse where a value cannot be taken."""
    plan = register.plan
    ids = register.ids
    try:
        return assigned(plain, path, assignments, lambda key: codes_of(plan, key, ids))
    except FaultyError as fault:
        where = ".".join(filter(None, (identity, fault.field)))
        raise refuse(f"{where}: {fault}" if where else str(fault), FOUND) from fault


def _head(register: Opened, assignments: list[Assignment], choice: Choice) -> int:
    file = register.head
    if file is None:
        raise unread(register)
    head = {key: value for key, value in file.tree.data.items() if key in HEAD_FIELDS}
    wanted = wanted_in(register, "", head, (), assignments)
    edit = Edit(measure=None, file=file, operations=wanted.operations, changes=wanted.changes)
    _do(register, edit, wanted.same, choice)
    return CLEAN


def _do(register: Opened, edit: Edit, same: list[Change], choice: Choice) -> None:
    """Do what changes something, and say of the rest that it is so already."""
    whose = edit.measure or "Hodet"
    sentences = [f"{whose}: {change.name} er allerede {_now(change)}." for change in same]
    if edit.changes:
        finish(register, edit, choice)
    elif choice.form == "json":
        console.write_json(edits_json(edit.measure, edit.file.name, ()))
    elif register.source.name == STANDARD_IN:
        console.write_utf8(edit.file.text)
    plain = choice.form == "text" and register.source.name != STANDARD_IN and not choice.preview
    for sentence in sentences:
        if plain:
            console.write(f"{sentence}\n")
        else:
            console.complain(sentence)


def _now(change: Change) -> str:
    return "tom" if change.old is None else shown(change.old)
