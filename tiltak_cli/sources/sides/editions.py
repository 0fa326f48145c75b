"""The editions of a register: the tags `utgave-NAVN` where its head says the same name."""

import contextlib
import re
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from tiltak_cli.changes.history import Cut
from tiltak_cli.domain.deadline import parse_day
from tiltak_cli.findings import Finding
from tiltak_cli.sources.default import Several
from tiltak_cli.sources.files import Refusal, Source
from tiltak_cli.sources.git.log import commits, cut_of
from tiltak_cli.sources.git.names import Tag, tags_before, tags_in
from tiltak_cli.sources.git.objects import LostError, Objects
from tiltak_cli.sources.git.run import Missing, commit_named, path_in_repository
from tiltak_cli.sources.register.parts import Parts, collect
from tiltak_cli.sources.sides.find import find_at, place_in_git, split_side
from tiltak_cli.sources.yaml.decode import decode
from tiltak_cli.sources.yaml.events import Tree
from tiltak_cli.sources.yaml.reader import read_yaml
from tiltak_cli.sources.yaml.recovery import recover

# The line of a head that says of which day an edition is, however the rest of it is.
DATED = re.compile(rb"^per_dato[ \t]*:[ \t]*[\"']?([0-9]{4}-[0-9]{2}-[0-9]{2})\b", re.MULTILINE)


class Edition(NamedTuple):
    """An edition in git: its tag, the register there, its own date, and how many measures it has.

    The date is None where the register's is no date.
    """

    tag: Tag
    source: Source
    as_of: date | None
    measures: int


class Editions(NamedTuple):
    """A register's editions, and the tags where the register is unreadable; the latest first.

    `before` has for some by name the one that it came after, where that is not the next. Where the
    history is `cut` there may be more, and it is not known which are in this branch.
    """

    all: tuple[Edition, ...]
    unreadable: tuple[str, ...] = ()
    before: Mapping[str, Edition] = {}
    cut: Cut | None = None


def editions_of(path: str) -> Editions | Refusal:
    """Every edition of the register at a path. A tag with another name than the head has is none.

    Two registers in one repository so have their own editions.
    """
    folder, _ = place_in_git(split_side(path)[1])
    tags = tags_in(folder)
    if isinstance(tags, Refusal):
        return tags
    by_tag = {tag: _edition(tag, path) for tag in tags}
    dates = {tag: each.as_of if isinstance(each, Edition) else None for tag, each in by_tag.items()}
    editions: list[Edition] = []
    unreadable: list[str] = []
    for tag in _latest_first(tags, dates):
        edition = by_tag[tag]
        if isinstance(edition, Edition):
            editions.append(edition)
        elif edition is not None:
            unreadable.append(tag.tag)
    history = commits("HEAD", folder)
    cut = None if isinstance(history, Refusal) else cut_of(history, folder)
    return Editions(tuple(editions), tuple(unreadable), _before(editions, folder), cut)


def _before(editions: list[Edition], folder: str) -> dict[str, Edition]:
    """For each edition that another line stands next to in time: the one before it in its own."""
    here = frozenset(edition.tag.name for edition in editions if edition.tag.merged)
    if len(here) == len(editions):
        return {}
    before = {}
    for number, edition in enumerate(editions):
        earlier = editions[number + 1 :]
        line = here if edition.tag.merged else tags_before(edition.tag.commit, folder)
        own = [] if isinstance(line, Refusal) else [e for e in earlier if e.tag.name in line]
        if own[:1] != earlier[:1] and own:
            before[edition.tag.name] = own[0]
    return before


def last_edition(path: str, *, before_head: bool = False) -> Edition | Refusal | None:
    """The latest edition in the history of HEAD, or None; `before_head` leaves out HEAD itself.

    Refuses where that is a tag at which the register is unreadable.
    """
    folder, name = place_in_git(split_side(path)[1])
    tags = tags_in(folder)
    if isinstance(tags, Refusal):
        return tags
    head = commit_named("HEAD", folder) if before_head else None
    older = [tag for tag in tags if tag.merged and tag.commit != head]
    dates = _dates(older, folder, name) if len(older) > 1 else {}
    for tag in _latest_first(older, dates):
        edition = _edition(tag, path)
        if edition is not None:
            # One that came after it and cannot be read may be later, whatever its text says.
            after = (_edition(other, path) for other in older[: older.index(tag)])
            return next((each for each in after if isinstance(each, Refusal)), edition)
    return None


def _latest_first(tags: list[Tag], dates: Mapping[Tag, date | None]) -> list[Tag]:
    """Tags by their editions' dates. One without is as late as those that lead to it.

    Of the same day the one comes first that the other leads to, as they stand.
    """
    latest, days = date.min, {}
    for tag in reversed(tags):
        days[tag] = dates.get(tag) or latest
        latest = max(latest, days[tag])
    return sorted(tags, key=days.__getitem__, reverse=True)


def _dates(tags: list[Tag], folder: str, name: str) -> dict[Tag, date | None]:
    """The date that the register had at each tag, as its text says, in one run of git.

    What is read so is only an order to look in: the whole register is read of the one looked for.
    """
    path = path_in_repository(name, folder)
    if isinstance(path, Refusal):
        return {}
    dates: dict[Tag, date | None] = {}
    with Objects(folder) as objects, contextlib.suppress(LostError):
        for tag in tags:
            files = objects.files(objects.tree(tag.commit), path)
            texts = objects.read(file.blob for file in files)
            days = [day for text in texts for day in DATED.findall(text)]
            if len(days) == 1:
                dates[tag] = parse_day(days[0].decode())
    return dates


def _edition(tag: Tag, path: str) -> Edition | Refusal | None:
    """The edition that a tag names; None where it is another register's, or nothing at all."""
    side = find_at(tag.commit, split_side(path)[1], alone=True)
    if isinstance(side, Several):
        return Several(side.sentence.replace(tag.commit, tag.tag))
    if isinstance(side, Missing):
        return None
    if isinstance(side, Refusal):
        return Refusal(f"Registeret i «{tag.tag}» kan ikke leses. {side.sentence}")
    parts = parts_of(side.source, faulty=True)
    # Where some of the text is not known, it may have said which edition it is.
    if parts is None or (parts.unread and "utgave" not in parts.head):
        return Refusal(f"Registeret i «{tag.tag}» kan ikke leses. Oppgi en annen utgave.")
    if str(parts.head.get("utgave")) != tag.name:
        return None
    # Faults found in it are to be told under the name that people know.
    files = tuple(f._replace(name=_named(f.name, tag)) for f in side.source.files)
    source = side.source._replace(name=_named(side.source.name, tag), files=files)
    return Edition(tag, source, parse_day(str(parts.head.get("per_dato"))), len(parts.measures))


def _named(name: str, tag: Tag) -> str:
    return name.replace(tag.commit, tag.tag, 1)


def parts_of(source: Source, *, faulty: bool = False) -> Parts | None:
    """A register's head and measures, unchecked; None where it cannot be read.

    Where it may be `faulty` it is enough that all of its measures are known by their ids.
    """
    trees: list[tuple[str, Tree]] = []
    for file in source.files:
        text: Any = decode(file.name, file.data)
        tree = None if isinstance(text, Finding) else read_yaml(file.name, text)
        if faulty and tree is not None and not tree.readable:
            recovered = recover(file.name, text)
            tree = recovered.tree if recovered and recovered.tree.complete else None
        if tree is None or not tree.readable:
            return None
        trees.append((file.name, tree))
    parts = collect(source.name, trees, []) if trees else None
    return parts if parts and parts.head else None


def same_content(one: Source, other: Source) -> bool:
    """Whether two sources hold the same data, however they are written and in whatever files."""
    texts = [_content(source) for source in (one, other)]
    return texts[0] is not None and texts[0] == texts[1]


def _content(source: Source) -> tuple[str, list[str]] | None:
    parts = parts_of(source)
    return (repr(parts.head), sorted(map(repr, parts.measures))) if parts else None
