"""`import --new --into`: a spreadsheet is held against a register that is there."""

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tiltak_cli.cli.commands.import_.asked import (
    NOT_WRITTEN,
    Asked,
    decided,
    is_named_as_sheet,
    left_over,
    previewed,
    ready_to_write,
    save,
    standard,
    to_decide,
)
from tiltak_cli.cli.commands.import_.into_files import edited_files
from tiltak_cli.cli.commands.import_.meeting import (
    ON_CONFLICT,
    Meeting,
    into_json,
    no_news,
    not_changed,
    summary,
)
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.clock import today
from tiltak_cli.cli.common.codes import CLEAN, FOUND
from tiltak_cli.cli.common.opening import ids_seen, open_to_edit, unread
from tiltak_cli.cli.common.stop import found, refuse, warn
from tiltak_cli.cli.common.words import one_of
from tiltak_cli.domain.deadline import parse_day
from tiltak_cli.domain.norwegian import counted, listed, quoted
from tiltak_cli.edits.door import EditError
from tiltak_cli.edits.judge import judged
from tiltak_cli.edits.opened import OpenFile
from tiltak_cli.edits.writing import WriteError, write_all
from tiltak_cli.sources.files import Refusal, Source
from tiltak_cli.sources.foreign.against.differing import TOGETHER
from tiltak_cli.sources.foreign.against.held import Held, held_against
from tiltak_cli.sources.foreign.mapping import Decisions
from tiltak_cli.sources.foreign.numbers.ids import following, renamed
from tiltak_cli.sources.foreign.preview import Preview
from tiltak_cli.sources.foreign.standard import with_standard
from tiltak_cli.sources.foreign.words import Reader
from tiltak_cli.sources.register.settings import read_settings
from tiltak_cli.views.safe import one_line

# What only a new register has to be told.
OF_HEAD = ("strategy", "edition", "as_of", "keeper", "output")


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
    decisions = decided(asked)
    reader = Reader(register.plan, day, decisions.words)
    used = tuple(dict.fromkeys((*register.ids, *sorted(ids_seen(register)))))
    preview = previewed(path, asked, decisions, reader, used)
    save(asked, preview, decisions)
    values = standard(decisions, reader)
    measures = [standing.plain for standing in register.measures]
    heading = preview.number_heading
    before = _before(asked, decisions, reader, measures)
    first = held_against(preview.entries, heading, measures)
    # What measures are called in the end is known only now, also where they refer to one another.
    preview = _numbered(preview, first, used)
    held = held_against(preview.entries, heading, measures, before)
    held = held._replace(cleared=tuple(_cleared(preview, held, measures, before or {})))
    # What is there is not changed by what new ones are to have.
    held = held._replace(new=with_standard(held.new, preview.unclear, values).entries)
    meeting = Meeting(
        register=register,
        preview=preview,
        held=held,
        policy=policy,
        base=asked.base is not None,
    )
    if not asked.write:
        _show(path, meeting, asked)
        settled = not meeting.conflicts and not meeting.held.same
        return CLEAN if meeting.preview.clear and settled else FOUND
    return _write(meeting, asked)


def _before(
    asked: Asked, decisions: Decisions, reader: Reader, measures: Sequence[dict[str, Any]]
) -> dict[str, dict[str, Any]] | None:
    """By id what sheet and register were made from: an earlier sheet, or an earlier register."""
    if asked.base is None or asked.into is None:
        return None
    if not os.path.exists(asked.base) and not is_named_as_sheet(asked.base):
        from tiltak_cli.cli.commands.import_.revision import base_at

        base = base_at(asked.base, asked.into)
        if isinstance(base, Refusal):
            raise refuse(f"Finner ikke {quoted(asked.base)} som fil. {base.sentence}")
        return {str(measure["id"]): measure for measure in base.measures}
    earlier = previewed(asked.base, asked, decisions, reader)
    held = held_against(earlier.entries, earlier.number_heading, measures)
    known = [entry for entry in earlier.entries if entry.row in held.partners]
    names = {entry.id: held.partners[entry.row] for entry in known}
    return {held.partners[entry.row]: renamed(entry.plain, names) for entry in known}


def _cleared(
    preview: Preview,
    held: Held,
    measures: Sequence[dict[str, Any]],
    before: Mapping[str, Mapping[str, Any]],
) -> Iterator[str]:
    """The fields that the sheet had before and has nothing in now, and the register still has."""
    by_id = {str(measure["id"]): measure for measure in measures}
    fields = dict.fromkeys(column.field for column in preview.columns if column.field)
    unclear = {(each.row, each.field) for each in preview.unclear}
    for entry in preview.entries:
        identity = held.partners.get(entry.row, "")
        for field in fields if identity in before else ():
            # A deadline that is one without end is no deadline less.
            read = field in entry.plain or TOGETHER.get(field) in entry.plain
            there = field in before[identity] and field in by_id[identity]
            if there and not read and (entry.row, field) not in unclear:
                yield f"{identity}.{field}"


def _numbered(preview: Preview, held: Held, used: Sequence[str]) -> Preview:
    """Ids that follow those of the register, for the new ones only."""
    kept = [entry.id for entry in held.new if entry.id == entry.number]
    numbering = following([*used, *kept])
    names = {
        entry.id: held.partners.get(entry.row)
        or (entry.id if entry.id == entry.number else next(numbering))
        for entry in preview.entries
    }
    entries = (
        each._replace(id=names[each.id], plain=renamed(each.plain, names))
        for each in preview.entries
    )
    return preview._replace(entries=tuple(entries))


def _show(path: str, meeting: Meeting, asked: Asked) -> None:
    if asked.form == "json":
        from tiltak_cli.views.foreign.json import preview_json

        console.write_json(preview_json(meeting.preview, into_json(meeting)))
        return
    from tiltak_cli.views.terminal.foreign import changes_text, next_steps, preview_text

    width, colours = console.width(), console.colours()
    new, whole = meeting.held.new, asked.whole
    console.write(preview_text(path, meeting.preview, width, colours=colours, new=new, whole=whole))
    if meeting.held.changes:
        console.write(changes_text(meeting.held.changes, width, colours=colours))
    console.write(next_steps([*summary(meeting), *to_decide(meeting.preview, asked)], width))


def _write(meeting: Meeting, asked: Asked) -> int:
    ready_to_write(meeting.preview)
    if meeting.conflicts or meeting.held.same:
        for sentence in summary(meeting):
            console.complain(sentence)
        raise refuse(NOT_WRITTEN, FOUND)
    try:
        files = list(edited_files(meeting))
    except EditError as error:
        raise refuse(f"Registeret kan ikke endres: {error}") from error
    if not files:
        _told(meeting, no_news(meeting))
        return CLEAN
    _judge(meeting, files, asked)
    try:
        write_all([(new.name, old.file.data, new.file.data) for old, new in files])
    except WriteError as error:
        raise refuse(str(error)) from error
    names = listed([one_line(new.name) for _, new in files])
    fields = counted(len(meeting.changes), "endring", "endringer")
    added = counted(len(meeting.held.new), "nytt tiltak", "nye tiltak")
    _told(meeting, f"Skrev {fields} og {added} i {names}.")
    return CLEAN


def _told(meeting: Meeting, done: str) -> None:
    """Say what is done, and all that is not."""
    from tiltak_cli.views.foreign.left import left_behind
    from tiltak_cli.views.terminal.foreign import next_steps

    first = f"{done} {left_over(meeting.preview)}".rstrip()
    sentences = (first, *not_changed(meeting.held), *left_behind(meeting.preview))
    console.write(next_steps(sentences, console.width()).removeprefix("\n"))


def _judge(meeting: Meeting, files: Sequence[tuple[OpenFile, OpenFile]], asked: Asked) -> None:
    """Stop where there are new errors that nobody has asked to have."""
    before: Source = meeting.register.source
    by_name = {new.name: new.file._replace(tree=new.tree) for _, new in files}
    after = before._replace(files=tuple(by_name.get(f.name, f) for f in before.files))
    verdict = found(judged(before, after, found(read_settings(before))))
    if verdict.errors and not asked.force:
        for finding in verdict.errors:
            console.complain(f"{finding.sentence} ({finding.code})")
        raise refuse(f"{NOT_WRITTEN} Med --force skrives det likevel.", FOUND)
    warn(f"{finding.sentence} ({finding.code})" for finding in verdict.warnings)
