"""`import --new --into`: a spreadsheet is held against a register that is there."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from tiltak_cli.cli.commands.import_.asked import (
    Asked,
    decided,
    left_over,
    opened,
    previewed,
    save,
)
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.clock import today
from tiltak_cli.cli.common.codes import CLEAN, FOUND
from tiltak_cli.cli.common.opening import file_for, ids_seen, open_to_edit, unread
from tiltak_cli.cli.common.stop import found, refuse
from tiltak_cli.cli.common.words import one_of
from tiltak_cli.domain.deadline import parse_day
from tiltak_cli.domain.norwegian import counted, listed
from tiltak_cli.edits.door import EditError
from tiltak_cli.edits.formatted.measures import canonical
from tiltak_cli.edits.judge import judged
from tiltak_cli.edits.opened import Opened, OpenFile
from tiltak_cli.edits.operations import Append, Copied, Operation, Put, Set
from tiltak_cli.edits.writing import WriteError, write_all
from tiltak_cli.sources.files import Source
from tiltak_cli.sources.foreign.held import Change, Held, held_against
from tiltak_cli.sources.foreign.ids import following
from tiltak_cli.sources.foreign.measures import Entry
from tiltak_cli.sources.foreign.preview import Preview
from tiltak_cli.sources.foreign.words import Reader
from tiltak_cli.sources.register.settings import read_settings
from tiltak_cli.sources.yaml.places import LIST
from tiltak_cli.views.foreign.register import comment
from tiltak_cli.views.measures.yaml import measure_yaml
from tiltak_cli.views.safe import one_line

OURS, THEIRS, FAIL = ON_CONFLICT = ("ours", "theirs", "fail")
SAME = "Alt som er lest i arket, står allerede i registeret."
# What only a new register has to be told.
OF_HEAD = ("strategy", "edition", "as_of", "keeper", "output")


class _Meeting(NamedTuple):
    """A sheet and the register that it is brought into."""

    register: Opened
    preview: Preview
    held: Held
    policy: str

    @property
    def changes(self) -> list[Change]:
        """What is written: where both have a value, only as someone has chosen."""
        theirs = self.policy == THEIRS
        return [change for change in self.held.changes if theirs or not change.clashes]

    @property
    def conflicts(self) -> list[Change]:
        """What nobody has chosen."""
        return [c for c in self.held.changes if c.clashes] if self.policy == FAIL else []


def import_into(path: str, asked: Asked) -> int:
    """Show or write what a spreadsheet changes in a register, and give the exit code."""
    policy = one_of("valget", asked.on_conflict, ON_CONFLICT)
    given = [f"--{name.replace('_', '-')}" for name in OF_HEAD if getattr(asked, name) is not None]
    if given:
        raise refuse(f"Med --into står det i registeret. Ta bort {listed(given)}.")
    register = open_to_edit(asked.into)
    if register.unread or register.head is None:
        raise unread(register)
    head = register.head.tree.data
    day = parse_day(str(head.get("per_dato"))) or today()
    reader = Reader(register.plan, day, decided(asked).words)
    used = tuple(dict.fromkeys((*register.ids, *sorted(ids_seen(register)))))
    preview = previewed(path, opened(path), asked, reader, used)
    save(asked, preview)
    measures = [standing.plain for standing in register.measures]
    held = held_against(preview.entries, preview.number_heading, measures)
    meeting = _Meeting(register, _numbered(preview, held, used), held, policy)
    meeting = meeting._replace(held=_with_new(meeting))
    if not asked.write:
        _show(path, meeting, asked)
        return CLEAN if meeting.preview.clear and not meeting.conflicts else FOUND
    return _write(meeting, asked)


def _numbered(preview: Preview, held: Held, used: Sequence[str]) -> Preview:
    """Ids that follow those of the register, for the new ones only."""
    kept = [entry.id for entry in held.new if entry.id == entry.number]
    numbering = following([*used, *kept])
    entries = [
        entry._replace(
            id=held.partners.get(entry.row)
            or (entry.id if entry.id == entry.number else next(numbering))
        )
        for entry in preview.entries
    ]
    return preview._replace(entries=tuple(entries))


def _with_new(meeting: _Meeting) -> Held:
    new = {entry.row for entry in meeting.held.new}
    entries = tuple(entry for entry in meeting.preview.entries if entry.row in new)
    return meeting.held._replace(new=entries)


def _show(path: str, meeting: _Meeting, asked: Asked) -> None:
    if asked.form == "json":
        from tiltak_cli.views.foreign.json import preview_json

        console.write_json(preview_json(meeting.preview, _json(meeting)))
        return
    from tiltak_cli.views.terminal.foreign import changes_text, next_steps, preview_text

    width, colours = console.width(), console.colours()
    console.write(preview_text(path, meeting.preview, width, colours=colours, new=meeting.held.new))
    if meeting.held.changes:
        console.write(changes_text(meeting.held.changes, width, colours=colours))
    console.write(next_steps(_summary(meeting), width))


def _json(meeting: _Meeting) -> dict[str, Any]:
    return {
        "register": meeting.register.source.name,
        "changes": [
            {
                "measure": change.measure,
                "field": change.field,
                "old": change.old,
                "new": change.new,
                "cell": change.cell,
                "conflict": change in meeting.conflicts,
            }
            for change in meeting.held.changes
            if change in meeting.changes or change in meeting.conflicts
        ],
        "new": [entry.id for entry in meeting.held.new],
    }


def _summary(meeting: _Meeting) -> Iterator[str]:
    held, conflicts = meeting.held, meeting.conflicts
    measures = len({change.measure for change in meeting.changes})
    fields = counted(len(meeting.changes), "endring", "endringer")
    new = counted(len(held.new), "nytt tiltak", "nye tiltak")
    nothing = not (meeting.changes or conflicts or held.new)
    told = f"{fields} i {measures} tiltak, og {new}." if meeting.changes or held.new else ""
    yield f"{SAME if nothing else told} {left_over(meeting.preview)}".strip()
    for entry, identity in held.renumbered:
        yield (
            f"Rad {entry.row} har nummeret {one_line(entry.number)}, som {identity} hadde, men en "
            "annen tittel. Det er regnet som et nytt tiltak."
        )
    if conflicts:
        yield (
            f"I {counted(len(conflicts), 'felt', 'felt')} har både registeret og arket en verdi. "
            "Velg med --on-conflict ours (registeret) eller theirs (arket)."
        )
    elif not nothing:
        yield "Kjør på nytt med --write for å skrive dem."


def _write(meeting: _Meeting, asked: Asked) -> int:
    if meeting.conflicts:
        raise refuse(" ".join(("Ingenting er skrevet.", *_summary(meeting))), FOUND)
    if not meeting.preview.titled:
        raise refuse("Ingen kolonne har titlene, så ingenting er skrevet.", FOUND)
    try:
        files = list(_edited(meeting))
    except EditError as error:
        raise refuse(f"Registeret kan ikke endres: {error}") from error
    if not files:
        console.write(f"{SAME}\n")
        return CLEAN
    _judge(meeting, files, asked)
    try:
        write_all([(new.name, old.file.data, new.file.data) for old, new in files])
    except WriteError as error:
        raise refuse(str(error)) from error
    names = listed([one_line(new.name) for _, new in files])
    fields = counted(len(meeting.changes), "endring", "endringer")
    added = counted(len(meeting.held.new), "nytt tiltak", "nye tiltak")
    console.write(
        f"Skrev {fields} og {added} i {names}. {left_over(meeting.preview)}".rstrip() + "\n"
    )
    return CLEAN


def _edited(meeting: _Meeting) -> Iterator[tuple[OpenFile, OpenFile]]:
    """The files that change, as they are and as they will be."""
    operations: defaultdict[str, list[Operation]] = defaultdict(list)
    standing = {str(each.plain.get("id")): each for each in meeting.register.measures}
    for change in meeting.changes:
        there = standing[change.measure]
        operation: Operation = (
            Set((*there.path, change.field), change.new)
            if change.field in there.plain
            else Put(there.path, change.field, change.new)
        )
        operations[there.file.name].append(operation)
    heading = meeting.preview.number_heading
    for entry in meeting.held.new:
        file = file_for(meeting.register, entry.plain)
        text = _measure_text(meeting.preview, entry, heading)
        operations[file.name].append(Append((LIST,), Copied(text)))
    for file in meeting.register.files:
        if file.name in operations:
            yield file, file.edited(operations[file.name])


def _measure_text(preview: Preview, entry: Entry, heading: str) -> str:
    """A measure from the margin, with what is unclear in it above."""
    above = [f"  {comment(each)}\n" for each in preview.unclear if each.row == entry.row]
    text = f"{LIST}:\n{''.join(above)}{measure_yaml(entry.filed(heading))}"
    lines = canonical("", text).splitlines(keepends=True)[1:]
    return "".join(line.removeprefix("  ") for line in lines)


def _judge(meeting: _Meeting, files: Sequence[tuple[OpenFile, OpenFile]], asked: Asked) -> None:
    """Stop where there are new errors that nobody has asked to have."""
    before: Source = meeting.register.source
    by_name = {new.name: new.file._replace(tree=new.tree) for _, new in files}
    after = before._replace(files=tuple(by_name.get(f.name, f) for f in before.files))
    verdict = found(judged(before, after, found(read_settings(before))))
    if verdict.errors and not asked.force:
        for finding in verdict.errors:
            console.complain(f"{finding.sentence} ({finding.code})")
        raise refuse("Ingenting er skrevet. Med --force skrives det likevel.", FOUND)
