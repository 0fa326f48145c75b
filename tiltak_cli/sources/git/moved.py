"""Where a register was at a revision, when it has been moved, split or joined since."""

import os
from collections.abc import Iterable
from typing import Any, NamedTuple

from tiltak_cli.sources.files import Refusal, SourceFile, read_path
from tiltak_cli.sources.git.run import ask, contents, files_at, read_commit
from tiltak_cli.sources.yaml.decode import decode
from tiltak_cli.sources.yaml.reader import read_yaml

# With more files gone, something else than the register was moved.
MOST = 200
# What tells one measure from another: its id and title.
Titles = frozenset[tuple[str, str]]


class Held(NamedTuple):
    """The measures that one or more files hold, and whether there is a register's head among it."""

    titles: Titles
    head: bool


def moved_from(commit: str, path: str, folder: str) -> str | None:
    """What the register at a path was called in a commit that has nothing at that path.

    It is looked for among the register files that were there and are not now, one by one and folder
    by folder: where half of the measures or more have the same id and title. The answer is, like
    the path, relative to the folder. None where nothing is like it.
    """
    wanted = _titles_now(path, folder)
    gone = _gone(commit, path, folder)
    if not wanted or not gone or len(gone) > MOST:
        return None
    data = contents(folder, [blob for _, blob in gone])
    if isinstance(data, Refusal):
        return None
    names = [name for name, _ in gone]
    by_file = {n: _held([SourceFile(n, d)]) for n, d in zip(names, data, strict=True)}
    candidates = {**_by_folder(by_file), **by_file}
    # Of a file and its folder with the same measures the file it is, and so for folders.
    likeness = [
        (len(held.titles & wanted), name in by_file, name.count("/"), name)
        for name, held in candidates.items()
        if held.head and 2 * len(held.titles & wanted) >= min(len(held.titles), len(wanted)) > 0
    ]
    prefix = ask(folder, "rev-parse", "--show-prefix")
    if not likeness or isinstance(prefix, Refusal):
        return None
    start = os.fsdecode(prefix).rstrip("\n") or "."
    return os.path.relpath(max(likeness)[-1], start).replace(os.sep, "/")


def _by_folder(by_file: dict[str, Held]) -> dict[str, Held]:
    """What the files in and below each folder hold, by its path from the top."""
    folders: dict[str, Held] = {}
    for name, held in by_file.items():
        above = name
        while above:
            above = os.path.dirname(above)
            titles, head = folders.get(above or ".", Held(frozenset(), head=False))
            folders[above or "."] = Held(titles | held.titles, head or held.head)
    return folders


def _gone(commit: str, path: str, folder: str) -> list[tuple[str, str]]:
    """The register files in a commit that are not there now: on the disk, or else in HEAD."""
    before = files_at(commit, ".", folder)
    top = ask(folder, "rev-parse", "--show-toplevel")
    if isinstance(before, Refusal):
        return []
    if not isinstance(top, Refusal) and os.path.lexists(os.path.join(folder, path)):
        root = os.fsdecode(top).rstrip("\n")
        return [file for file in before if not os.path.lexists(os.path.join(root, file[0]))]
    after = files_at("HEAD", ".", folder)
    names = set() if isinstance(after, Refusal) else {name for name, _ in after}
    return [file for file in before if file[0] not in names]


def _titles_now(path: str, folder: str) -> Titles:
    """The measures of the register on the disk, or else in HEAD."""
    place = os.path.join(folder, path)
    there = os.path.exists(place)
    source = read_path(place) if there else read_commit("HEAD", path, folder, shown="HEAD")
    return frozenset() if isinstance(source, Refusal) else _held(source.files).titles


def _held(files: Iterable[SourceFile]) -> Held:
    titles: set[tuple[str, str]] = set()
    head = False
    for file in files:
        text = decode(file.name, file.data)
        data = read_yaml(file.name, text).data if isinstance(text, str) else None
        known = data if isinstance(data, dict) else {}
        head = head or "strategi" in known
        measures = known.get("tiltak")
        titles.update(map(_title, measures if isinstance(measures, list) else ()))
    return Held(frozenset(titles - {("", "")}), head)


def _title(measure: Any) -> tuple[str, str]:
    known = measure if isinstance(measure, dict) else {}
    return str(known.get("id") or ""), str(known.get("tittel") or "")
