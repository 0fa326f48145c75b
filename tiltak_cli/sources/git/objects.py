"""Objects from git, by their names: one run of git gives as many as are asked for."""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from types import TracebackType
from typing import NamedTuple, Self

from tiltak_cli.sources.files import is_yaml
from tiltak_cli.sources.git.program import start

# So many are asked for before they are read: git finds the next while this one is being used.
AHEAD = 16
FILE_MODES = (b"100644", b"100755", b"100664")
FOLDER_MODE = b"40000"


class LostError(Exception):
    """git could not give an object: a partial copy of a repository, or a broken one."""


class Entry(NamedTuple):
    """What a tree holds under a name: a file or a folder, by the name of its object."""

    folder: bool
    name: str
    object: str


class File(NamedTuple):
    """A file in a tree: its path from the top, and the name of its content."""

    path: str
    blob: str


class Objects:
    """Gives objects, and finds a register's files in a tree; use it in a `with` statement."""

    def __init__(self, folder: str) -> None:
        self._git = start(folder, "cat-file", "--batch")
        # By the tree and the path from the top, which ends with a slash for all in a folder.
        self._files_at: dict[tuple[str, str], tuple[File, ...]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # What has been asked for and not read has no reader any more.
        self._git.kill()
        self._git.communicate()

    def read(self, names: Iterable[str]) -> Iterator[bytes]:
        """The content of objects, one by one. Raises `LostError` where one cannot be had."""
        waiting = iter(names)
        asked = deque(islice(waiting, AHEAD))
        self._ask(asked)
        while asked:
            yield self._answer(asked.popleft())
            following = list(islice(waiting, 1))
            self._ask(following)
            asked += following

    def _ask(self, names: Iterable[str]) -> None:
        stream = self._git.stdin
        assert stream  # noqa: S101 - it was started with a pipe
        try:
            stream.write("".join(f"{name}\n" for name in names).encode())
            stream.flush()
        except OSError as error:
            raise LostError from error

    def _answer(self, name: str) -> bytes:
        stream = self._git.stdout
        assert stream  # noqa: S101
        about = stream.readline().split()
        if about[:1] != [name.encode()] or len(about) != 3:  # noqa: PLR2004 - name, kind, size
            raise LostError
        size = int(about[2])
        data = stream.read(size)
        if len(data) != size or stream.read(1) != b"\n":
            raise LostError
        return data

    def tree(self, commit: str) -> str:
        """The name of a commit's tree."""
        return next(self.read([commit])).split(b"\n", 1)[0].removeprefix(b"tree ").decode()

    def files(self, tree: str, path: str) -> tuple[File, ...]:
        """The file at a path in a tree, or every register file in the folder there; else none.

        Links, submodules and hidden names are left alone, as in a folder on the disk.
        """
        if path == ".":
            return self._inside(tree, "")
        return self._at(tree, "", path)

    def file(self, tree: str, path: str) -> File | None:
        """The file at a path in a tree, if it is one."""
        return next((file for file in self.files(tree, path) if file.path == path), None)

    def _at(self, tree: str, above: str, path: str) -> tuple[File, ...]:
        """The same below a folder; what a tree holds is looked up once, however often asked."""
        files = self._files_at.get((tree, f"{above}{path}"))
        if files is None:
            first, _, rest = path.partition("/")
            files = ()
            entry = next(self._entries(tree, first), None)
            if entry and rest and entry.folder:
                files = self._at(entry.object, f"{above}{first}/", rest)
            elif entry and not rest and entry.folder:
                files = self._inside(entry.object, f"{above}{first}/")
            elif entry and not rest:
                files = (File(f"{above}{first}", entry.object),)
            self._files_at[tree, f"{above}{path}"] = files
        return files

    def _inside(self, tree: str, above: str) -> tuple[File, ...]:
        files = self._files_at.get((tree, above))
        if files is None:
            listed: list[File] = []
            for entry in self._entries(tree):
                if entry.name.startswith("."):
                    continue
                if entry.folder:
                    listed += self._inside(entry.object, f"{above}{entry.name}/")
                elif is_yaml(entry.name):
                    listed.append(File(f"{above}{entry.name}", entry.object))
            files = self._files_at[tree, above] = tuple(sorted(listed))
        return files

    def _entries(self, tree: str, only: str | None = None) -> Iterator[Entry]:
        """What a tree holds, or what it holds under one name.

        It is `mode name NUL` and the object's name in bytes, again and again.
        """
        data = next(self.read([tree]))
        length = len(tree) // 2
        wanted = None if only is None else only.encode("utf-8", "surrogateescape")
        start = 0
        while start < len(data):
            end = data.index(b"\0", start)
            mode, _, name = data[start:end].partition(b" ")
            following = end + 1 + length
            if wanted in (None, name) and (mode == FOLDER_MODE or mode in FILE_MODES):
                shown = name.decode("utf-8", "surrogateescape")
                yield Entry(mode == FOLDER_MODE, shown, data[end + 1 : following].hex())
            start = following
