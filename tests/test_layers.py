"""The house rules on structure, read from the syntax trees."""

import ast
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "tiltak_cli"
# Bottom first. A file imports only from its own layer or those below.
LAYERS = (
    ("findings",),
    ("domain",),
    ("wording",),
    ("rules",),
    ("changes", "attention", "carried", "forecast"),
    ("overview",),
    ("summary",),
    ("schedule",),
    ("sources",),
    ("edits",),
    ("views",),
    ("cli",),
    ("__main__",),
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
FILES = sorted(PACKAGE.rglob("*.py"))


def module(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


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


def layer(name: str) -> int:
    return RANK[name.split(".")[1]]


@pytest.mark.parametrize("path", FILES, ids=module)
def test_a_file_imports_only_from_layers_below(path: Path) -> None:
    if path == PACKAGE / "__init__.py":
        assert not imports(path)
        return
    above = {name for name in imports(path) if layer(name) > layer(module(path))}
    assert not above


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


@pytest.mark.parametrize("path", FILES, ids=module)
def test_no_command_imports_another(path: Path) -> None:
    if path == PACKAGE / "__main__.py":
        return
    mine = command(module(path))
    used = {command(name) for name in imports(path)} - {""}
    assert used <= {mine}


@pytest.mark.parametrize("path", FILES, ids=module)
def test_only_one_file_knows_the_clock(path: Path) -> None:
    if path == PACKAGE / "cli" / "common" / "clock.py":
        return
    source = path.read_text(encoding="utf-8")
    assert not any(clock in source for clock in ("date.today", "datetime.now", "time.time("))


def test_no_file_is_over_300_lines() -> None:
    everything = [*FILES, *Path(__file__).parent.rglob("*.py"), *PACKAGE.parent.glob("bench/*.py")]
    long = {str(p): n for p in everything if (n := len(p.read_text("utf-8").splitlines())) > 300}
    assert not long
