"""What a register was before: an earlier edition, and which of its measures have changed since."""

import os
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, NamedTuple

from tiltak_cli.changes.history import Cut
from tiltak_cli.findings import Finding
from tiltak_cli.rules.base import Past
from tiltak_cli.sources.files import SUFFIXES, Refusal, Source, is_yaml
from tiltak_cli.sources.git.log import commits, cut_of
from tiltak_cli.sources.git.run import NOT_SO_OLD, Absent, Missing, newest_before
from tiltak_cli.sources.register.load import Loaded, load
from tiltak_cli.sources.register.parts import collect
from tiltak_cli.sources.register.told import told
from tiltak_cli.sources.sides.find import (
    Side,
    find_at,
    find_side,
    is_workbook,
    place_in_git,
    split_side,
)
from tiltak_cli.sources.yaml.decode import decode
from tiltak_cli.sources.yaml.events import Tree
from tiltak_cli.sources.yaml.reader import read_yaml

NO_HISTORY = Refusal(
    "Standard inn har ingen historie i git. Oppgi filen med registeret, eller en tidligere utgave "
    "som HEAD:tiltaksoversikt.yaml."
)
# What stands for the head among the ids of measures.
OF_HEAD = ""


class Changed(NamedTuple):
    """What differs from a revision: the ids of measures, and `""` for the head.

    It is `everything` where there was no such register then, or where one of the two is too broken
    to be compared.
    """

    ids: frozenset[str]
    everything: bool = False

    def holds(self, finding: Finding) -> bool:
        """Whether a finding is about something that has changed."""
        return self.everything or finding.measure_id in self.ids


def read_past(against: str, path: str, now: Source) -> Past | Refusal:
    """Read the edition to hold a register against, which stands at `path` and is `now`.

    `against` is a file, a folder, `REV:path`, or a revision at which the same path is read. An
    edition may break rules, for history cannot be mended, and a measure whose values were faulty is
    left out: what it meant is not known. One that is no register at all is refused.
    """
    source = _edition(against, path, now)
    if isinstance(source, Refusal):
        return source
    loaded = load(source)
    known = told(loaded, loaded.errors)
    if known is None:
        first = (loaded.errors or loaded.findings)[0]
        return Refusal(
            f"Den tidligere utgaven kan ikke leses: {first.place.file}:{first.place.line}: "
            f"{first.message} Oppgi en annen revisjon eller fil."
        )
    return Past(known.register, against)


def _edition(against: str, path: str, now: Source) -> Source | Refusal:
    revision, _ = split_side(against)
    file = against.endswith(SUFFIXES) or is_workbook(against)
    if revision is not None or os.path.lexists(against) or file:
        side = _side(against, path, now)
    elif path == "-":
        return NO_HISTORY
    else:
        side = find_at(against, split_side(path)[1], alone=True)
    return side if isinstance(side, Refusal) else side.source


def _side(against: str, path: str, now: Source) -> Side | Refusal:
    """A side by its name; a workbook has what the register has besides."""
    side = find_side(against, path)
    if isinstance(side, Refusal) or not is_workbook(against):
        return side
    from tiltak_cli.sources.workbook.side import as_register

    return as_register(side, now)


class Still(NamedTuple):
    """The ids of the measures that have not changed for long.

    Where the history is `cut`, it cannot be told of those in `unknown`.
    """

    ids: frozenset[str] = frozenset()
    unknown: frozenset[str] = frozenset()
    cut: Cut | None = None


def unchanged_since(path: str, now: Source, days: int, today: date) -> Still | Refusal:
    """Which measures of a register have not changed for more than so many days.

    They are those whose data are as they were in the newest revision that old. There are none
    where git's history, or the file's, is shorter than that. Where it is only known to be so short,
    nothing is known of those that are as they were in the oldest revision.
    """
    if path == "-":
        return NO_HISTORY
    try:
        day = today - timedelta(days=days)
    except OverflowError:
        day = date.min
    earlier = _before(day, path)
    cut = None
    if earlier is NOT_SO_OLD:
        earlier, cut = _oldest(path)
    if isinstance(earlier, Missing | Absent):
        return Still()
    if isinstance(earlier, Refusal):
        return earlier
    old, new = (_data(source.name, _texts(source)) or {} for source in (earlier, now))
    ids = frozenset(key for key in new if key != OF_HEAD and new[key] == old.get(key))
    return Still(unknown=ids, cut=cut) if cut else Still(ids)


def _oldest(path: str) -> tuple[Source | Refusal, Cut | None]:
    """A path as it was in the oldest revision, where more of them came before it."""
    revision, bare_path = split_side(path)
    folder, _ = place_in_git(bare_path)
    history = commits(revision or "HEAD", folder)
    if isinstance(history, Refusal):
        return history, None
    cut = cut_of(history, folder)
    side = find_at(history[-1].name, bare_path) if cut else NOT_SO_OLD
    return side if isinstance(side, Refusal) else side.source, cut


def _before(day: date, path: str) -> Source | Refusal:
    """A path as it was at the end of the day before."""
    revision, bare_path = split_side(path)
    commit = newest_before(day, revision or "HEAD", place_in_git(bare_path)[0])
    side = commit if isinstance(commit, Refusal) else find_at(commit, bare_path)
    return side if isinstance(side, Refusal) else side.source


def changed_since(now: Loaded, path: str, revision: str) -> Changed | Refusal:
    """What in a register at a path differs from the revision; a measure that is gone does too."""
    if path == "-":
        return NO_HISTORY
    side = find_at(revision, split_side(path)[1])
    if isinstance(side, Missing):
        return Changed(frozenset(), everything=True)
    if isinstance(side, Refusal):
        return side
    earlier = side.source
    # A baseline beside the register may be among the texts.
    texts = [pair for pair in now.texts if len(now.texts) == 1 or is_yaml(pair[0])]
    old, new = _data(earlier.name, _texts(earlier)), _data(now.name, texts)
    if old is None or new is None:
        return Changed(frozenset(), everything=True)
    return Changed(
        frozenset(key for key in old.keys() | new.keys() if old.get(key) != new.get(key))
    )


def _texts(source: Source) -> list[tuple[str, str | Finding]]:
    return [(file.name, decode(file.name, file.data)) for file in source.files]


def _data(name: str, texts: Iterable[tuple[str, str | Finding]]) -> dict[str, list[str]] | None:
    """A register's data, unchecked, by the id of each measure and in whatever file it stands.

    What has no id goes with the head. None where there is no register to be read.
    """
    trees: list[tuple[str, Tree]] = []
    for file, text in texts:
        tree = None if isinstance(text, Finding) else read_yaml(file, text)
        if tree is None or not tree.readable:
            return None
        trees.append((file, tree))
    parts = collect(name, trees, []) if trees else None
    if parts is None or not parts.head:
        return None
    by_id = {OF_HEAD: [_canonical(parts.head)]}
    for data in parts.measures:
        identity = data.get("id") if isinstance(data, dict) else None
        key = identity if isinstance(identity, str) else OF_HEAD
        by_id.setdefault(key, []).append(_canonical(data))
    return by_id


def _canonical(data: Any) -> str:
    """Data as text that is the same when the data are, and tells true from 1."""
    import json

    return json.dumps(data, sort_keys=True)
