"""A new measure: which id, which file, and what it must have."""

import re
from collections.abc import Sequence
from typing import Any

from tiltak_cli.cli.commands.edit.arguments import in_measure, parted
from tiltak_cli.cli.commands.edit.finish import Choice, Edit, finish
from tiltak_cli.cli.commands.edit.missing import Lacking, example, required
from tiltak_cli.cli.commands.edit.set_run import wanted_in
from tiltak_cli.cli.common.codes import CLEAN, FOUND
from tiltak_cli.cli.common.opening import file_for, ids_seen, measure_in, open_to_edit, unread
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.domain.identity.numbers import next_number
from tiltak_cli.domain.invisible import cleaned
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.domain.spelling import folded
from tiltak_cli.edits.asked.assign import Change, needs
from tiltak_cli.edits.asked.ways import Assignment
from tiltak_cli.edits.opened import Opened, Standing
from tiltak_cli.edits.operations import Append
from tiltak_cli.rules import RULES
from tiltak_cli.sources.schema.parts import FIRST_ID
from tiltak_cli.sources.yaml.order import in_order
from tiltak_cli.sources.yaml.places import LIST

# What a path to a field, a file or a value has between its parts is never in an id.
AN_ID = re.compile(r"[^\s./=]+")
ADDED = "La til {id} i {{file}}, linje {{line}}."
# Rules about what every measure must have: where it is named, they need not say it too.
MISSING = ("felt-mangler", "frist-mangler", "retningsvalg-mangler")
OF_REQUIRED = frozenset(rule.code for rule in RULES if rule.name in MISSING)


def add_measure(
    arguments: Sequence[str],
    choice: Choice,
    *,
    identity: str | None = None,
    after: str | None = None,
    interactive: bool = False,
) -> int:
    """Add a measure to a register, and give the exit code."""
    given = parted(arguments, words=0)
    register = open_to_edit(given.path)
    if register.unread:
        raise unread(register)
    assignments = in_measure(given.assignments)
    above = measure_in(register, after) if after else None
    new = _identity(register, identity)

    def tried(assignments: list[Assignment]) -> Edit:
        return _edit(register, new, assignments, above)

    if interactive:
        from tiltak_cli.cli.commands.edit.interview import interview

        assignments = interview(register, new, assignments, tried, force=choice.force)
    finish(register, tried(assignments), choice)
    return CLEAN


def _edit(
    register: Opened, identity: str, assignments: list[Assignment], above: Standing | None
) -> Edit:
    """The edit that adds a measure with some fields, with what it lacks."""
    fields = wanted_in(register, identity, {}, (), assignments).plain if assignments else {}
    plain = {key: {"id": identity, **fields}[key] for key in in_order(["id", *fields], (LIST,))}
    lacking = _lacking(register, plain)
    return Edit(
        measure=identity,
        file=above.file if above else file_for(register, plain),
        operations=[Append((LIST,), plain, above.number if above else None)],
        changes=[Change(key, None, plain[key], (LIST, identity, key)) for key in plain],
        told=ADDED.format(id=identity),
        missing=_sentence(identity, plain, lacking) if lacking else "",
        explained=OF_REQUIRED | Lacking(lacking, plain).explained,
    )


def _identity(register: Opened, wanted: str | None) -> str:
    """The id of a new measure: one that nobody has had, here or in the history."""
    seen = ids_seen(register)
    free = next_number([*register.ids, *seen], FIRST_ID)
    if wanted is None:
        return free
    if not AN_ID.fullmatch(wanted) or cleaned(wanted) != wanted:
        why = f"{quoted(wanted)} kan ikke være en id: den har minst ett tegn, og verken mellomrom, "
        raise refuse(f"{why}punktum, skråstrek eller likhetstegn. Neste ledige er {free}.", FOUND)
    here, before = ({folded(each) for each in ids} for ids in (register.ids, seen))
    if folded(wanted) in here | before:
        why = "er i bruk" if folded(wanted) in here else "er brukt før, og brukes aldri om igjen"
        raise refuse(f"Id-en {wanted} {why}. Neste ledige er {free}; uten --id velges den.", FOUND)
    return wanted


def _lacking(register: Opened, plain: dict[str, Any]) -> dict[str, str]:
    demanded = needs(plain)
    return {key: demanded.get(key, "") for key in required(register, plain) if not plain.get(key)}


def _sentence(identity: str, plain: dict[str, Any], lacking: dict[str, str]) -> str:
    always = [f"«{key}»" for key, by in lacking.items() if not by]
    demanded = Lacking({key: by for key, by in lacking.items() if by}, plain)
    clauses = [f"{identity} mangler {listed(always)}"] if always else []
    clauses += [demanded.demands] if demanded.demanded else []
    add = " ".join(f"{key}={example(key)}" for key in lacking)
    return f"{'; '.join(clauses) if always else f'{identity}: {clauses[0]}'}. Legg til {add}"
