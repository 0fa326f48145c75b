"""The editions of a register: the tags `utgave-NAVN` where its head says the same name."""

from datetime import date
from typing import Any, NamedTuple

from tiltak_cli.domain.deadline import parse_day
from tiltak_cli.findings import Finding
from tiltak_cli.sources.files import Refusal, Source
from tiltak_cli.sources.git.names import Tag, tags_in
from tiltak_cli.sources.git.run import commit_named
from tiltak_cli.sources.register.parts import Parts, collect
from tiltak_cli.sources.sides.find import find_at, place_in_git, split_side
from tiltak_cli.sources.yaml.decode import decode
from tiltak_cli.sources.yaml.events import Tree
from tiltak_cli.sources.yaml.reader import read_yaml


class Edition(NamedTuple):
    """An edition in git: its tag, the register there, its own date, and how many measures it has.

    The date is None where the register's is no date.
    """

    tag: Tag
    source: Source
    as_of: date | None
    measures: int


class Editions(NamedTuple):
    """A register's editions, the newest first, and the tags where the register is unreadable."""

    all: tuple[Edition, ...]
    unreadable: tuple[str, ...] = ()


def editions_of(path: str) -> Editions | Refusal:
    """Every edition of the register at a path. A tag with another name than the head has is none.

    Two registers in one repository so have their own editions.
    """
    tags = _tags(path)
    if isinstance(tags, Refusal):
        return tags
    editions: list[Edition] = []
    unreadable: list[str] = []
    for tag in tags:
        edition = _edition(tag, path)
        if isinstance(edition, Edition):
            editions.append(edition)
        elif edition is not None:
            unreadable.append(tag.tag)
    return Editions(tuple(editions), tuple(unreadable))


def last_edition(path: str, *, before_head: bool = False) -> Edition | Refusal | None:
    """The newest edition in the history of HEAD, or None; `before_head` leaves out HEAD itself.

    Refuses where that is a tag at which the register is unreadable.
    """
    tags = _tags(path)
    if isinstance(tags, Refusal):
        return tags
    head = commit_named("HEAD", place_in_git(split_side(path)[1])[0]) if before_head else None
    older = (tag for tag in tags if tag.merged and tag.commit != head)
    editions = (_edition(tag, path) for tag in older)
    return next((edition for edition in editions if edition is not None), None)


def _tags(path: str) -> list[Tag] | Refusal:
    return tags_in(place_in_git(split_side(path)[1])[0])


def _edition(tag: Tag, path: str) -> Edition | Refusal | None:
    """The edition that a tag names; None where it is another register's, or nothing at all."""
    side = find_at(tag.commit, split_side(path)[1])
    if isinstance(side, Refusal):
        return None
    parts = parts_of(side.source)
    if parts is None:
        return Refusal(f"Registeret i «{tag.tag}» kan ikke leses. Oppgi en annen utgave.")
    if str(parts.head.get("utgave")) != tag.name:
        return None
    # Faults found in it are to be told under the name that people know.
    files = tuple(f._replace(name=_named(f.name, tag)) for f in side.source.files)
    source = side.source._replace(name=_named(side.source.name, tag), files=files)
    return Edition(tag, source, parse_day(str(parts.head.get("per_dato"))), len(parts.measures))


def _named(name: str, tag: Tag) -> str:
    return name.replace(tag.commit, tag.tag, 1)


def parts_of(source: Source) -> Parts | None:
    """A register's head and measures, unchecked; None where it cannot be read."""
    trees: list[tuple[str, Tree]] = []
    for file in source.files:
        text: Any = decode(file.name, file.data)
        tree = None if isinstance(text, Finding) else read_yaml(file.name, text)
        if tree is None or not tree.readable:
            return None
        trees.append((file.name, tree))
    return collect(source.name, trees, []) if trees else None


def same_content(one: Source, other: Source) -> bool:
    """Whether two sources hold the same data, however they are written and in whatever files."""
    texts = [_content(source) for source in (one, other)]
    return texts[0] is not None and texts[0] == texts[1]


def _content(source: Source) -> tuple[str, list[str]] | None:
    parts = parts_of(source)
    return (repr(parts.head), sorted(map(repr, parts.measures))) if parts else None
