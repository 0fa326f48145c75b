"""The history of a register in git: every revision along first parents, in one run of git."""

import os
import posixpath
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from tiltak_cli.changes.history import Cut, History, Revision, Stand
from tiltak_cli.changes.telling import State, tell
from tiltak_cli.domain.identity.likeness import Identity
from tiltak_cli.domain.identity.matching import partners_of
from tiltak_cli.sources.files import Refusal, read_path
from tiltak_cli.sources.git.log import Commit, commits, commits_between, cut_at
from tiltak_cli.sources.git.names import commit_of
from tiltak_cli.sources.git.objects import File, LostError, Objects
from tiltak_cli.sources.git.run import (
    NO_REVISION,
    PARTIAL,
    Absent,
    is_partial,
    no_revision,
    nothing_stored,
    path_in_repository,
)
from tiltak_cli.sources.history.before import NO_HISTORY
from tiltak_cli.sources.history.credit import credited
from tiltak_cli.sources.history.inside import Look, brought_in
from tiltak_cli.sources.history.kept import Branch
from tiltak_cli.sources.history.stands import stands, tagged
from tiltak_cli.sources.history.texts import Texts, parts_of, state_of
from tiltak_cli.sources.history.walk import Titles, Version, version_before, walk
from tiltak_cli.sources.sides.find import place_in_git, split_side
from tiltak_cli.sources.strategies import Plan, load_plan
from tiltak_cli.sources.yaml.events import Tree

# Called with how many revisions are read, and how many there are.
Progress = Callable[[int, int], None]
LOST = Refusal(
    "git mangler noe av innholdet i historien. Prøv «git fsck», eller hent en ny kopi av depotet."
)


def read_history(
    side: str, progress: Progress | None = None, *, with_editions: bool = False
) -> History | Refusal:
    """Read the history of a register: a file or folder, or `REV:path` for it up to a revision.

    The register's editions are found in what is read, and only where they are asked for. Refuses
    with a sentence where there is no history to be read. Revisions in which the register cannot
    be read are passed over, and told.
    """
    way = _way(side)
    if isinstance(way, Refusal):
        return way
    try:
        with Objects(way.folder) as objects:
            reader = _Reader(objects, way.folder, progress)
            history = reader.history(way)
            if isinstance(history, Refusal):
                return history
            uncommitted = reader.uncommitted(side) if way.path == side else frozenset()
            editions = reader.editions(way) if with_editions else ()
    except LostError:
        return PARTIAL if is_partial(way.folder) else LOST
    return history._replace(uncommitted=uncommitted, editions=editions)


class _Way(NamedTuple):
    """A path, the folder to ask git in, what the path is called there, and the commits."""

    path: str
    folder: str
    full: str
    commits: list[Commit]


def _way(side: str) -> _Way | Refusal:
    revision, path = split_side(side)
    folder, name = place_in_git(path)
    if side == "-":
        return NO_HISTORY
    if revision == "":
        return NO_REVISION
    full = path_in_repository(name, folder)
    if isinstance(full, Refusal):
        return full
    named = "HEAD" if revision is None else _commit(revision, folder)
    history = named if isinstance(named, Refusal) else commits(named, folder)
    if isinstance(history, Refusal):
        return history
    if not history:
        return Absent(
            f"{nothing_stored(folder)}, så det finnes ingen historie. Lagre registeret med «git "
            "add» og «git commit»."
        )
    return _Way(path, folder, full, history)


def newer_than(revision: str, side: str) -> frozenset[str] | Refusal:
    """The names of the commits in a register's history that a revision does not have."""
    own_revision, path = split_side(side)
    folder, _ = place_in_git(path)
    start = "HEAD" if own_revision is None else _commit(own_revision, folder)
    stop = _commit(revision, folder)
    if isinstance(start, Refusal):
        return start
    way = stop if isinstance(stop, Refusal) else commits(start, folder, stop)
    return way if isinstance(way, Refusal) else frozenset(commit.name for commit in way)


def _commit(name: str, folder: str) -> str | Refusal:
    """The commit that a revision, an edition or a date means."""
    named = commit_of(name, folder) if name else no_revision(name, folder)
    return named if isinstance(named, Refusal) else named.commit


class _Reader:
    """Reads versions, each content once."""

    def __init__(self, objects: Objects, folder: str, progress: Progress | None) -> None:
        self._objects = objects
        self._folder = folder
        self._progress = progress
        self._texts = Texts()
        self._trees: dict[str, Tree | None] = {}
        self._identity: Identity = str
        self._plan = ""
        self._last: State | None = None

    def history(self, way: _Way) -> History | Refusal:
        """The history along a way."""
        newest = way.commits[0]
        versions = walk(self._objects, way.commits, way.full, self._folder, self._titles)
        if isinstance(versions, Refusal):
            return versions
        if not self._objects.files(newest.tree, way.full):
            return _not_there(way.path, versions)
        self._identity = self._names(newest, versions[-1])
        read: list[Revision] = []
        unreadable: list[Revision] = []
        partly: list[Revision] = []
        partners = partial(partners_of, identity=self._identity)
        stories = tell(self._states(versions, read, unreadable, partly), self._identity, partners)
        if not read:
            return Refusal(
                f"Ingen av revisjonene av «{way.path}» kan leses. «tiltak validate» viser hva som "
                "er galt i den nyeste."
            )
        inside = self._inside(versions, way.commits)
        if isinstance(inside, Refusal):
            return inside
        # Most histories have no merges, and say themselves who made what.
        if inside or any(v.commit.day_made < v.commit.day for v in versions):
            look = Look(self._version, self._other, self._state, partners, self._identity)
            along = tuple(reversed(way.commits))
            branch = Branch(along, versions, inside, partial(tagged, self._folder))
            stories = credited(stories, branch, look)
        # What was not there at first has all of its history here.
        oldest = way.commits[-1].name
        why = cut_at(oldest, self._folder) if versions[0].commit.name == oldest else ""
        return History(
            name=way.path,
            stories=stories,
            revisions=tuple(read),
            unreadable=tuple(unreadable),
            partly=tuple(partly),
            cut=Cut(why, read[0].day) if why else None,
        )

    def _states(self, versions: list[Version], *sorts: list[Revision]) -> Iterator[State]:
        """The state of each version that can be read. Fills the lists of each sort."""
        read, unreadable, partly = sorts
        blobs = dict.fromkeys(file.blob for version in versions for file in version.files)
        wanted = [blob for blob in blobs if blob not in self._trees]
        contents = zip(wanted, self._objects.read(wanted), strict=True)
        for number, version in enumerate(versions, 1):
            for file in version.files:
                if file.blob not in self._trees:
                    blob, data = next(contents)
                    self._trees[blob] = self._texts.read(file.path, data)
            commit = version.commit
            revision = Revision(commit.name, commit.day, commit.author)
            trees = self._known(version.files)
            state = state_of(revision, version.path, trees)
            if state:
                self._last = state
                read.append(revision)
                partly += [revision] * any(tree and not tree.complete for _, tree in trees)
                yield state
            else:
                unreadable.append(revision)
            if self._progress:
                self._progress(number, len(versions))

    def editions(self, way: _Way) -> tuple[Stand, ...]:
        """The editions on the way, which are nearly all read already."""
        return stands(self._objects, self._folder, way.full, self._plan, self._known)

    def _inside(
        self, versions: list[Version], along: list[Commit]
    ) -> dict[str, tuple[Commit, str]] | Refusal:
        """The commits inside of the merges that changed the register, from one run of git."""
        merges = [version.commit for version in versions if len(version.commit.parents) > 1]
        if not merges:
            return {}
        commits = commits_between(merges[0].parents[0], merges[-1].name, self._folder)
        return commits if isinstance(commits, Refusal) else brought_in(commits, reversed(along))

    def _version(self, commit: Commit, after: Version) -> Version | None:
        version = version_before(self._objects, commit, after, self._folder, self._titles)
        return None if isinstance(version, Refusal) or not version.files else version

    def _other(self, name: str) -> Commit:
        """A commit of which nothing but what it holds is asked."""
        tree = self._objects.tree(name)
        return Commit(name=name, tree=tree, time=0, made=0, author="", parents=())

    def _state(self, version: Version) -> State | None:
        revision = Revision(version.commit.name, version.commit.day, version.commit.author)
        return state_of(revision, version.path, self._known(version.files))

    def _known(self, files: Sequence[File]) -> list[tuple[str, Tree | None]]:
        self._load(files)
        return [(file.path, self._trees[file.blob]) for file in files]

    def _load(self, files: Iterable[File]) -> None:
        """Read those of some files that have not been read."""
        names = {file.blob: file.path for file in files if file.blob not in self._trees}
        for blob, data in zip(names, self._objects.read(names), strict=True):
            self._trees[blob] = self._texts.read(names[blob], data)

    def _titles(self, path: str, files: Iterable[File]) -> Titles:
        """What tells apart the measures in some files."""
        listed = list(files)
        parts = parts_of(path, self._known(listed))
        measures = [reading.measure for reading in parts or () if reading]
        return frozenset((m.id, " ".join(m.title.split())) for m in measures)

    def _names(self, newest: Commit, version: Version) -> Identity:
        """What the register's organisations stand for, where its strategy can be read."""

        def sibling(name: str) -> bytes | None:
            path = posixpath.normpath(posixpath.join(above, name))
            file = self._objects.file(newest.tree, path)
            return next(self._objects.read([file.blob])) if file else None

        in_folder = version.files[0].path != version.path
        above = version.path if in_folder else os.path.dirname(version.path)
        reference = self._plan = self._strategy(version)
        plan = load_plan(reference, sibling, above=in_folder) if reference else None
        return plan.organisations.identity if isinstance(plan, Plan) else str

    def _strategy(self, version: Version) -> str:
        for _, tree in self._known(version.files):
            if tree and isinstance(tree.data, dict) and isinstance(tree.data.get("strategi"), str):
                return str(tree.data["strategi"])
        return ""

    def uncommitted(self, path: str) -> frozenset[str]:
        """The ids of the measures that are otherwise in the file than in the last revision."""
        source = read_path(path) if os.path.lexists(path) else None
        if source is None or isinstance(source, Refusal) or self._last is None:
            return frozenset()
        trees = [(file.name, self._texts.read(file.name, file.data)) for file in source.files]
        last = self._last
        now = state_of(last.revision._replace(commit=""), source.name, trees)
        if now is None or not now.complete:
            return frozenset()
        partners = partial(partners_of, identity=self._identity)
        stories = tell([last, now], self._identity, partners)
        return frozenset(i for i, story in stories.items() if story.steps or not story.first.commit)


def _not_there(path: str, versions: list[Version]) -> Absent:
    if versions:
        gone = versions[-1].commit.name[:10]
        return Absent(f"«{path}» er tatt ut av git. Historien frem til da vises med {gone}:{path}.")
    if os.path.lexists(path):
        return Absent(
            f"«{path}» er ikke lagret i git ennå, så det finnes ingen historie. Lagre registeret "
            "med «git add» og «git commit». Ligger det på en annen gren, så skriv GREN:STI."
        )
    return Absent(f"Finner ikke «{path}», verken her eller i git. Kontroller navnet.")
