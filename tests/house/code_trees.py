"""The package's own code, each file parsed once for all the tests that read it."""

import ast
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent.parent.parent / "tiltak_cli"
FILES = sorted(PACKAGE.rglob("*.py"))


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def nodes(path: Path) -> list[ast.AST]:
    return list(ast.walk(tree_of(path)))
