"""A register opened to be edited: its texts, and where in them each measure stands."""

from typing import Any, NamedTuple

from tiltak_cli.domain.spelling import folded
from tiltak_cli.edits.door import changed
from tiltak_cli.edits.lines import copied
from tiltak_cli.edits.operations import Copied, Operation
from tiltak_cli.edits.parts import part_at
from tiltak_cli.edits.settle import positional
from tiltak_cli.edits.windows import Window, measure_windows
from tiltak_cli.findings import Finding
from tiltak_cli.rules.base import Path
from tiltak_cli.sources.files import Source, SourceFile
from tiltak_cli.sources.strategies import Plan, load_plan, unknown_plan
from tiltak_cli.sources.yaml.decode import BOM, decode
from tiltak_cli.sources.yaml.events import Tree
from tiltak_cli.sources.yaml.places import LIST, Spot
from tiltak_cli.sources.yaml.reader import read_yaml


class OpenFile(NamedTuple):
    """A file's text, less the mark of its byte order, and what has been read of it."""

    file: SourceFile
    text: str
    tree: Tree

    @property
    def name(self) -> str:
        """The file's name."""
        return self.file.name

    @property
    def measures(self) -> list[Any]:
        """The plain data of its measures."""
        data = self.tree.data
        measures = data.get(LIST) if isinstance(data, dict) else None
        return measures if isinstance(measures, list) else []

    def edited(self, operations: list[Operation]) -> "OpenFile":
        """The file with changes made to it, or an EditError."""
        mark = BOM if self.file.data.startswith(BOM) else b""
        text, tree = changed(self.name, self.text, operations, self.tree)
        return OpenFile(SourceFile(self.name, mark + text.encode("utf-8")), text, tree)

    def copied(self, path: Path) -> Copied:
        """A field or an item as it is written, with the comments that are about it.

        KeyError where the path leads nowhere, and OwnFormError where it stands beside others.
        """
        text = self.text.replace("\r\n", "\n")
        tree = self.tree if text == self.text else read_yaml(self.name, text)
        *above, step = positional(tree.data, path)
        part = part_at(text, tree.spots(), tuple(above))
        fields = part.spot.children
        return copied(part, list(fields).index(step) if isinstance(fields, dict) else int(step))

    def line(self, path: Path) -> int:
        """The line, from 1, of the field or item at a path."""
        path = positional(self.tree.data, path)
        text = self.text.replace("\r\n", "\n")
        looks = measure_windows(self.name, text, self.measures, path[1:2]) if path[1:] else None
        look = looks[0] if looks else Window(self.name, text, self.tree, [])
        above = 0
        if look.start is not None:
            above, path = text.count("\n", 0, look.start) - 1, (LIST, 0, *path[2:])
        event = look.tree.spots()
        for step in path:
            child = event.children[step]
            key, event = child if isinstance(event.children, dict) else (None, child)
            first = key or event
        first = first.start if isinstance(first, Spot) else first
        return int(first.start_mark.line) + 1 + above


class Standing(NamedTuple):
    """A measure in a register: its file, its position in that, and its plain data."""

    file: OpenFile
    number: int
    plain: dict[str, Any]

    @property
    def path(self) -> Path:
        """The way to it in its file."""
        return LIST, self.number


class Opened(NamedTuple):
    """A register's files as read. Those in `unread` could not be."""

    source: Source
    files: tuple[OpenFile, ...]
    unread: tuple[str, ...]

    @property
    def measures(self) -> list[Standing]:
        """Every measure that has fields, in order."""
        return [
            Standing(file, number, plain)
            for file in self.files
            for number, plain in enumerate(file.measures)
            if isinstance(plain, dict)
        ]

    @property
    def ids(self) -> list[str]:
        """The ids of the measures, in order."""
        return [str(m.plain["id"]) for m in self.measures if isinstance(m.plain.get("id"), str)]

    @property
    def head(self) -> OpenFile | None:
        """The file that has the head."""
        heads = [
            f for f in self.files if isinstance(f.tree.data, dict) and set(f.tree.data) - {LIST}
        ]
        named = [file for file in heads if "strategi" in file.tree.data]
        return next(iter((*named, *heads)), None)

    @property
    def plan(self) -> Plan:
        """The strategy that the head names; one without codes where it is not known."""
        reference = self.head.tree.data.get("strategi") if self.head else None
        plan = load_plan(str(reference), self.source.sibling, above=self.source.is_folder)
        return plan if isinstance(plan, Plan) else unknown_plan(reference)

    def under(self, identity: str) -> list[Standing]:
        """The measures with an id: one, where all is well."""
        return [m for m in self.measures if folded(str(m.plain.get("id"))) == folded(identity)]

    def with_file(self, new: OpenFile) -> Source:
        """The register with one of its files as it is to be."""
        file = new.file._replace(tree=new.tree)
        files = tuple(file if old.name == new.name else old for old in self.source.files)
        return self.source._replace(files=files)


def opened(source: Source) -> Opened:
    """Read a register's files for editing."""
    files, unread = [], []
    for file in source.files:
        text = decode(file.name, file.data)
        tree = None if isinstance(text, Finding) else read_yaml(file.name, text)
        if tree is None or not tree.readable or isinstance(text, Finding):
            unread.append(file.name)
        else:
            files.append(OpenFile(file, text.removeprefix("\ufeff"), tree))
    return Opened(source, tuple(files), tuple(unread))
