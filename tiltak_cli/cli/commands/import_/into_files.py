"""A register's files with what a sheet changes in them."""

from collections import defaultdict
from collections.abc import Iterator

from tiltak_cli.cli.commands.import_.meeting import Meeting
from tiltak_cli.cli.common.opening import file_for
from tiltak_cli.edits.asked.assign import Wanted, compare_field
from tiltak_cli.edits.asked.ways import MILESTONE_TEXT, Way
from tiltak_cli.edits.formatted.measures import canonical
from tiltak_cli.edits.opened import OpenFile
from tiltak_cli.edits.operations import Append, Copied, Operation
from tiltak_cli.sources.foreign.against.differing import Change, with_changes
from tiltak_cli.sources.foreign.entry import Entry
from tiltak_cli.sources.foreign.preview import Preview
from tiltak_cli.sources.yaml.places import LIST
from tiltak_cli.views.foreign.register import comment
from tiltak_cli.views.measures.yaml import measure_yaml


def edited_files(meeting: Meeting) -> Iterator[tuple[OpenFile, OpenFile]]:
    """The files that change, as they are and as they will be."""
    operations: defaultdict[str, list[Operation]] = defaultdict(list)
    standing = {str(each.plain.get("id")): each for each in meeting.register.measures}
    by_measure: defaultdict[str, list[Change]] = defaultdict(list)
    for change in meeting.changes:
        by_measure[change.measure].append(change)
    for identity, changes in by_measure.items():
        there = standing[identity]
        wanted = Wanted([], [], [], with_changes(there.plain, changes))
        for change in changes:
            compare_field(wanted, there.plain, there.path, Way.of(*_written(change)))
        operations[there.file.name] += wanted.operations
    heading = meeting.preview.number_heading
    for entry in meeting.held.new:
        file = file_for(meeting.register, entry.plain)
        text = _measure_text(meeting.preview, entry, heading)
        operations[file.name].append(Append((LIST,), Copied(text)))
    for file in meeting.register.files:
        if file.name in operations:
            yield file, file.edited(operations[file.name])


def _written(change: Change) -> tuple[str, ...]:
    """The way that a change is written by: a new milestone by its first field, with the others."""
    whole = len(change.way) > 1 and isinstance(change.new, dict)
    return (*change.way, MILESTONE_TEXT) if whole else change.way


def _measure_text(preview: Preview, entry: Entry, heading: str) -> str:
    """A measure from the margin, with what is unclear in it above."""
    above = [f"  {comment(each)}\n" for each in preview.unclear if each.row == entry.row]
    text = f"{LIST}:\n{''.join(above)}{measure_yaml(entry.filed(heading))}"
    lines = canonical("", text).splitlines(keepends=True)[1:]
    return "".join(line.removeprefix("  ") for line in lines)
