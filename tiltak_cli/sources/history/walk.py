"""Which revisions have changed a register's files: along first parents, under all their names."""

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import NamedTuple

from tiltak_cli.sources.files import Refusal, is_yaml
from tiltak_cli.sources.git.log import Commit, removed_between
from tiltak_cli.sources.git.objects import File, Objects

# With more files removed at once, something else than the register was moved.
MOST_REMOVED = 200
# What tells one measure from another: its id and title.
Titles = frozenset[tuple[str, str]]
TitlesOf = Callable[[str, Iterable[File]], Titles]


class Version(NamedTuple):
    """A commit that changed a register, with what the register's path and files were then."""

    commit: Commit
    path: str
    files: tuple[File, ...]


def walk(
    objects: Objects, commits: list[Commit], path: str, folder: str, titles_of: TitlesOf
) -> list[Version] | Refusal:
    """The versions of the register at a path, oldest first, from commits that are newest first.

    Where the path is no longer found, the register may have had another name, or been split into
    files or joined into one: it is followed to the removed files with the same measures.
    """
    versions: list[Version] = []
    for commit in commits:
        last = versions[-1] if versions else Version(commit, path, ())
        version = version_before(objects, commit, last, folder, titles_of)
        if isinstance(version, Refusal):
            return version
        versions.append(version)
    versions.reverse()
    first = [version for version in versions[:1] if version.files]
    changed = [new for old, new in pairwise(versions) if new.files and _differ(old, new)]
    return first + changed


def version_before(
    objects: Objects, commit: Commit, after: Version, folder: str, titles_of: TitlesOf
) -> Version | Refusal:
    """The register in a commit, by the version that follows it: there, or where it was moved from.

    Where it is in no such place it has no files.
    """
    path = after.path
    files = objects.files(commit.tree, path)
    if after.files and not files:
        earlier = _moved_from(objects, commit.tree, after, folder, titles_of)
        if isinstance(earlier, Refusal):
            return earlier
        if earlier:
            path, files = earlier, objects.files(commit.tree, earlier)
    return Version(commit, path, files)


def _differ(old: Version, new: Version) -> bool:
    """Whether the content is another; names, and so the order of files, say nothing."""
    if old.files == new.files:
        return False
    return Counter(file.blob for file in old.files) != Counter(file.blob for file in new.files)


def _moved_from(
    objects: Objects, tree: str, after: Version, folder: str, titles_of: TitlesOf
) -> str | Refusal | None:
    """Where in a tree the register was that the next version has somewhere else."""
    removed = removed_between(tree, after.commit.tree, folder)
    if isinstance(removed, Refusal):
        return removed
    names = [name for name in removed if is_yaml(name)]
    if not names or len(names) > MOST_REMOVED:
        return None
    folders = {above for name in names if (above := name.rpartition("/")[0])}
    emptied = [name for name in sorted(folders) if not objects.files(after.commit.tree, name)]
    wanted = titles_of(after.path, after.files)
    shares = []
    for name in (*names, *emptied):
        titles = titles_of(name, objects.files(tree, name))
        # The same measures, at least half of the fewer.
        if titles and 2 * len(titles & wanted) >= min(len(titles), len(wanted)):
            shares.append((len(titles & wanted), name))
    return max(shares, key=lambda share: share[0])[1] if shares else None
