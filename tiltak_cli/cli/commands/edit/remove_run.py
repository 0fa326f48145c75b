"""A measure taken out of a register, which is for slips only."""

from tiltak_cli.cli.commands.edit.finish import Choice, Edit, finish
from tiltak_cli.cli.common.codes import CLEAN, FOUND
from tiltak_cli.cli.common.opening import measure_in, open_to_edit, unread
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.domain.measure import NEEDS, Status
from tiltak_cli.domain.norwegian import listed
from tiltak_cli.edits.asked.assign import Change
from tiltak_cli.edits.asked.lists import as_list
from tiltak_cli.edits.opened import Opened
from tiltak_cli.edits.operations import Remove
from tiltak_cli.rules.reference_rules import REFERENCES

REMOVED = "Tok ut {id}, som sto i {{file}}, linje {{line}}."


def remove_measure(identity: str, path: str | None, choice: Choice) -> int:
    """Take a measure out of a register, and give the exit code."""
    register = open_to_edit(path)
    if register.unread:
        raise unread(register)
    standing = measure_in(register, identity)
    name = str(standing.plain["id"])
    if others := _referring(register, name):
        raise refuse(
            f"{listed(others)} viser til {name}. Ta bort eller endre henvisningene først, med "
            "«tiltak set».",
            FOUND,
        )
    if not (choice.force or choice.preview):
        fields = " ".join(f"{key}=…" for key in NEEDS[Status.DROPPED])
        raise refuse(
            f"Et tiltak tas aldri ut. Sett status: tiltak set {name} status={Status.DROPPED} "
            f"{fields} Er det lagt inn ved en feil, kan det tas ut med --force.",
            FOUND,
        )
    edit = Edit(
        measure=name,
        file=standing.file,
        operations=[Remove(standing.path)],
        changes=[Change(k, v, None, (*standing.path, k)) for k, v in standing.plain.items()],
        told=REMOVED.format(id=name),
    )
    finish(register, edit, choice)
    return CLEAN


def _referring(register: Opened, identity: str) -> list[str]:
    """The measures that name one, with the fields that do."""
    references = []
    for measure in register.measures:
        fields = [key for key in REFERENCES if identity in as_list(measure.plain.get(key))]
        if fields and measure.plain.get("id") != identity:
            references.append(f"{measure.plain.get('id')} ({listed(f'«{key}»' for key in fields)})")
    return references
