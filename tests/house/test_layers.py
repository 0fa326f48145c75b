"""The house rules on structure, read from the syntax trees."""

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

from code_trees import FILES, PACKAGE, nodes, tree_of

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
    ("edits.asked",),
    ("edits.edition", "edits.formatted", "edits.merged", "sources.workbook"),
    ("edits.imported",),
    ("edits.start", "sources.foreign", "sources.history", "views"),
    ("views.changes", "views.findings", "views.flat", "views.history", "views.measures"),
    ("views.foreign", "views.rules", "views.excel.kit"),
    ("views.report", "views.excel.sheets"),
    ("views.excel.form", "views.excel.front"),
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


@cache
def module(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


# Folders whose own file does something.
BUSY = {
    module(path) for path in FILES if path.name == "__init__.py" and len(tree_of(path).body) > 1
}
PLACE = re.compile(r"tiltak_cli\.[\w.]+:\w+")
KNOWN = {module(file) for file in FILES}


@cache
def imports(path: Path) -> set[str]:
    """Every module of ours that a file names, at the top or inside a function."""
    found: set[str] = set()
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full"
            assert node.module
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.Constant) and PLACE.fullmatch(str(node.value)):
            # What is loaded only when it is named, by `cli.common.late`.
            found.add(str(node.value).partition(":")[0])
    return {name for name in found if name in KNOWN and name != "tiltak_cli"}


def room(name: str) -> str:
    """The room that a module is in: the longest name of one that the module's begins with."""
    parts = name.split(".")[1:]
    names = [".".join(parts[:length]) for length in range(len(parts), 0, -1)]
    mine = next((name for name in names if name in RANK), "")
    assert mine, f"{name}: give its room a floor in FLOORS"
    return mine


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
        # The two that say which commands there are.
        assert not used or path in (PACKAGE / "__main__.py", PACKAGE / "cli" / "app.py"), path


def test_only_one_file_knows_the_clock() -> None:
    clocks = ("date.today", "datetime.now", "time.time(")
    knowing = [path for path in FILES if any(c in path.read_text("utf-8") for c in clocks)]
    assert knowing == [PACKAGE / "cli" / "common" / "clock.py"]


def test_no_file_is_long_and_no_folder_is_flat() -> None:
    tests = PACKAGE.parent / "tests"
    everything = [*FILES, *tests.rglob("*.py"), *PACKAGE.parent.glob("bench/*.py")]
    lines = {str(path): len(path.read_text("utf-8").splitlines()) for path in everything}
    assert not {path: number for path, number in lines.items() if number > MOST_LINES}
    everything += [path for path in PACKAGE.rglob("*") if path.suffix in (".html", ".css", ".js")]
    files = Counter(str(path.parent) for path in everything)
    assert not {folder: number for folder, number in files.items() if number > MOST_FILES}


def test_every_room_says_what_is_in_it() -> None:
    for path in PACKAGE.rglob("__init__.py"):
        assert ast.get_docstring(tree_of(path)), path
    assert set(RANK) >= {room(module(path)) for path in FILES if path.parent != PACKAGE}


def test_a_tuple_of_many_fields_is_built_by_name() -> None:
    """Two neighbours of one type would be swapped unseen. A row of a table may go by its place."""
    rows = {("tiltak_cli.domain.fields", "Field"), ("tiltak_cli.views.excel.kit.table", "Column")}
    fields: dict[str, dict[str, int]] = {module(path): {} for path in FILES}
    for path in FILES:
        for node in nodes(path):
            if isinstance(node, ast.ClassDef) and (module(path), node.name) not in rows:
                many = sum(isinstance(part, ast.AnnAssign) for part in node.body)
                fields[module(path)][node.name] = many
    for path in FILES:
        known = dict(fields[module(path)])
        for node in nodes(path):
            if isinstance(node, ast.ImportFrom):
                there = fields.get(str(node.module), {})
                known |= {a.name: there.get(a.name, 0) for a in node.names}
        for node in nodes(path):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                given = 4 if any(isinstance(a, ast.Starred) for a in node.args) else len(node.args)
                unseen = known.get(node.func.id, 0) > 5 and given > 3
                assert not unseen, f"{path}:{node.lineno}: {node.func.id} has many fields"
