"""The head of a register made that of an edition: its name and its date, and nothing else."""

from tiltak_cli.edits.door import EditError, edit_file
from tiltak_cli.edits.operations import Operation, Set
from tiltak_cli.findings import Finding
from tiltak_cli.sources.files import Source
from tiltak_cli.sources.yaml.decode import decode
from tiltak_cli.sources.yaml.reader import read_yaml

NO_HEAD = "Hodet i registeret har ikke både «utgave» og «per_dato». Skriv dem først."


def with_head(source: Source, head: dict[str, str]) -> Source:
    """A register with other values in its head, unwritten, or an EditError.

    The head may stand in any one of the files; the fields must be there.
    """
    files, all_fields = [], set[str]()
    for file in source.files:
        text = decode(file.name, file.data)
        if isinstance(text, Finding):
            files.append(file)
            continue
        data = read_yaml(file.name, text).data
        fields = [key for key in head if isinstance(data, dict) and key in data]
        all_fields.update(fields)
        operations: list[Operation] = [
            Set((key,), head[key]) for key in fields if data[key] != head[key]
        ]
        files.append(edit_file(file, operations))
    if all_fields != set(head):
        raise EditError(NO_HEAD)
    return source._replace(files=tuple(files))
