"""The house rules on structure, read from the syntax trees."""

import ast
from collections import Counter
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent.parent.parent / "tiltak_cli"
# Bottom first. A file imports only from its own room and from those on floors below. A folder that
# is not named here belongs to the one it lies in.
FLOORS = (
    ("findings", "domain"),
    ("wording", "rules"),
    ("changes", "sources.yaml"),
    ("overview", "sources"),
    ("sources.compared", "sources.git", "sources.schema"),
    ("sources.git_install", "sources.register"),
    ("edits", "sources.sides"),
    ("edits.edition", "edits.formatted", "sources.workbook"),
    ("sources.history", "views"),
    ("views.changes", "views.findings", "views.flat", "views.history", "views.measures"),
    ("views.rules", "views.excel.kit"),
    ("views.report", "views.excel.sheets"),
    ("views.excel", "views.html", "views.terminal"),
    ("views.excel.changes",),
    ("cli.common",),
    ("cli.commands",),
    ("cli",),
    ("__main__",),
)
RANK = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
# More than these a reader does not take in at a glance.
MOST_FILES, MOST_LINES = 20, 300
FILES = sorted(PACKAGE.rglob("*.py"))


def module(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


# Folders whose own file does something.
BUSY = {
    module(path)
    for path in FILES
    if path.name == "__init__.py" and len(ast.parse(path.read_text("utf-8")).body) > 1
}
KNOWN = {module(file) for file in FILES}


@cache
def imports(path: Path) -> set[str]:
    """Every module of ours that a file names, at the top or inside a function."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: write imports in full"
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return {name for name in found if name in KNOWN and name != "tiltak_cli"}


def room(name: str) -> str:
    """The room that a module is in: the longest name of one that the module's begins with."""
    parts = name.split(".")[1:]
    names = [".".join(parts[:length]) for length in range(len(parts), 0, -1)]
    return next(name for name in names if name in RANK)


def test_a_file_imports_only_from_its_room_and_floors_below() -> None:
    assert not imports(PACKAGE / "__init__.py")
    assert not {module(path): above for path in FILES[1:] if (above := from_above(path))}


def from_above(path: Path) -> set[str]:
    """What a file imports from its own floor or one above, but from its own room."""
    mine = room(module(path))
    return {
        name
        for name in imports(path)
        if room(name) != mine and RANK[room(name)] >= RANK[mine] and not is_folder_of_others(name)
    }


def is_folder_of_others(name: str) -> bool:
    """Whether a name is that of a folder, which is named on the way to what is in it."""
    return (PACKAGE.parent / name.replace(".", "/")).is_dir() and name not in BUSY


def test_there_are_no_import_cycles() -> None:
    graph = {module(path): imports(path) - {module(path)} for path in FILES}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " → ".join((*trail, name))
        if name not in done:
            for other in graph[name]:
                # A package's own module is loaded before what is in it; that is not a cycle.
                if not name.startswith(f"{other}."):
                    visit(other, (*trail, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def command(name: str) -> str:
    """The command that a module belongs to, or nothing."""
    inside = name.removeprefix("tiltak_cli.cli.commands.")
    return "" if inside == name else inside.split(".")[0]


def test_no_command_imports_another() -> None:
    for path in FILES:
        used = {command(name) for name in imports(path)} - {"", command(module(path))}
        assert not used or path == PACKAGE / "__main__.py", path


def test_only_one_file_knows_the_clock() -> None:
    clocks = ("date.today", "datetime.now", "time.time(")
    knowing = [path for path in FILES if any(c in path.read_text("utf-8") for c in clocks)]
    assert knowing == [PACKAGE / "cli" / "common" / "clock.py"]


def test_no_file_is_long_and_no_folder_is_flat() -> None:
    tests = PACKAGE.parent / "tests"
    everything = [*FILES, *tests.rglob("*.py"), *PACKAGE.parent.glob("bench/*.py")]
    lines = {str(path): len(path.read_text("utf-8").splitlines()) for path in everything}
    assert not {path: number for path, number in lines.items() if number > MOST_LINES}
    files = Counter(str(path.parent) for path in everything)
    assert not {folder: number for folder, number in files.items() if number > MOST_FILES}


def test_every_room_says_what_is_in_it() -> None:
    for path in PACKAGE.rglob("__init__.py"):
        assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), path
    assert set(RANK) >= {room(module(path)) for path in FILES if path.parent != PACKAGE}
