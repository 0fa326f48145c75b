"""Every place in the code where a small fault can be put, and a choice among them by lot."""

import ast
import re
from collections.abc import Iterator
from itertools import islice, pairwise
from pathlib import Path
from random import Random
from typing import NamedTuple

FOLDERS = ("changes", "rules", "edits", "sources")
# What shows a rule its edges is a test, not code.
NOT_MUTATED = ("tiltak_cli/rules/edges/", "tiltak_cli/rules/examples.py")
INSTEAD: dict[type[ast.AST], tuple[str, str]] = {
    ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="), ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="), ast.NotEq: ("!=", "=="), ast.In: ("in", "not in"),
    ast.NotIn: (r"not\s+in", "in"), ast.Is: ("is", "is not"), ast.IsNot: (r"is\s+not", "is"),
    ast.And: ("and", "or"), ast.Or: ("or", "and"), ast.Add: (r"\+", "-"), ast.Sub: ("-", "+"),
}  # fmt: skip
CALLS = {"min": "max", "max": "min", "any": "all", "all": "any"}


class Mutation(NamedTuple):
    """One fault: bytes `start` to `end` of a file replaced; `lines` run where it has effect."""

    path: str
    lines: tuple[int, int]
    start: int
    end: int
    text: str
    shown: str

    def __str__(self) -> str:
        """Say where it is and what it is."""
        return f"{self.path}:{self.lines[0]}  {self.shown}"

    def applied(self, source: bytes) -> bytes:
        """Give the file with the fault in it."""
        return source[: self.start] + self.text.encode() + source[self.end :]

    @property
    def folder(self) -> str:
        """The folder of the package that it is in."""
        return self.path.split("/")[1]


class Places(ast.NodeVisitor):
    """Every place in a file where a fault can be put."""

    def __init__(self, path: str, source: bytes) -> None:
        self.path, self.source, self.found = path, source, list[tuple[str, Mutation]]()
        self.starts = [0, *(m.end() for m in re.finditer(b"\n", source))]
        self.scope: list[str] = []
        self.visit(ast.parse(source))

    def generic_visit(self, node: ast.AST) -> None:
        """Add what can be changed in a node, and go on to what is in it."""
        for start, end, text in self.changes(node):
            self.add(node, start, end, text)
        named = isinstance(node, ast.FunctionDef | ast.ClassDef)
        self.scope += [node.name] if isinstance(node, ast.FunctionDef | ast.ClassDef) else []
        # Types change nothing that a user sees, and a decorator's numbers are about speed.
        for field, value in ast.iter_fields(node):
            if field not in {"annotation", "returns", "decorator_list"}:
                for part in value if isinstance(value, list) else [value]:
                    if isinstance(part, ast.AST):
                        self.visit(part)
        del self.scope[len(self.scope) - named :]

    def changes(self, node: ast.AST) -> Iterator[tuple[int, int, str]]:
        """Give the replacements in a node: where they begin and end, and what is put there."""
        yield from self.operators(node)
        yield from self.values(node)
        match node:
            case ast.UnaryOp(ast.Not(), operand):
                yield *self.span(node), self.text(operand)
            case ast.Call(ast.Name(name) as function) if name in CALLS:
                yield *self.span(function), CALLS[name]
            case ast.IfExp(test, body, orelse):
                swapped = f"({self.text(orelse)}) if {self.text(test)} else ({self.text(body)})"
                yield *self.span(node), swapped
            case ast.Break() | ast.Continue():
                yield *self.span(node), "continue" if isinstance(node, ast.Break) else "break"
            case ast.FunctionDef(returns=ast.Name("bool")):
                for part in ast.walk(node):
                    if isinstance(part, ast.Return) and part.value:
                        yield *self.span(part.value), f"not ({self.text(part.value)})"

    def operators(self, node: ast.AST) -> Iterator[tuple[int, int, str]]:
        """Give the replacements of an operator between two parts."""
        match node:
            case ast.Compare(left, operators, rest):
                for a, operator, b in zip([left, *rest], operators, rest, strict=False):
                    yield from self.between(a, operator, b)
            case ast.BoolOp(operator, values):
                for a, b in pairwise(values):
                    yield from self.between(a, operator, b)
            case ast.BinOp(left, ast.Add() | ast.Sub() as sign, right):
                # Texts and lists have no difference: such a fault is not one that anybody makes.
                if not any(map(is_text_or_list, (left, right))):
                    yield from self.between(left, sign, right)

    def values(self, node: ast.AST) -> Iterator[tuple[int, int, str]]:
        """Give the replacements of a value by one beside it."""
        match node:
            case ast.Constant(bool() as value):
                yield *self.span(node), repr(not value)
            case ast.Constant(int() as value):
                yield *self.span(node), repr(value + 1)
                yield *self.span(node), repr(value - 1)
            case ast.Constant(float() as value):
                yield *self.span(node), repr(value * 1.1)
                yield *self.span(node), repr(value * 0.9)
            case ast.Slice(low, high):
                for bound in (low, high):
                    if bound and not any(isinstance(n, ast.Constant) for n in ast.walk(bound)):
                        yield *self.span(bound), f"({self.text(bound)}) + 1"

    def between(
        self, a: ast.expr, operator: ast.AST, b: ast.expr
    ) -> Iterator[tuple[int, int, str]]:
        """Give the replacement of an operator, which stands between two parts."""
        pattern, other = INSTEAD[type(operator)]
        start, end = self.span(a)[1], self.span(b)[0]
        if found := re.search(pattern.encode(), self.source[start:end]):
            yield start + found.start(), start + found.end(), other

    def add(self, node: ast.AST, start: int, end: int, text: str) -> None:
        """Keep a fault, with a key that does not hang on where it stands."""
        changed = self.source[:start] + text.encode() + self.source[end:]
        first, last = (self.source[:at].count(b"\n") + 1 for at in (start, end))
        line = self.source.split(b"\n")[first - 1].decode().strip()
        begin = self.starts[first - 1]
        after = changed[begin:].split(b"\n")[0].decode().strip()
        shown = f"{line}  →  {after}"
        if isinstance(node, ast.Compare | ast.BoolOp | ast.IfExp | ast.Call | ast.BinOp):
            first, last = node.lineno, node.end_lineno or last
        key = f"{self.path} {'.'.join(self.scope)} {shown}"
        nth = sum(k.startswith(key) for k, _ in self.found)
        mutation = Mutation(self.path, (first, last), start, end, text, shown)
        self.found.append((f"{key} {nth}", mutation))

    def span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        """Where a node begins and ends, in bytes."""
        end_line, end_column = node.end_lineno or node.lineno, node.end_col_offset or 0
        return (
            self.starts[node.lineno - 1] + node.col_offset,
            self.starts[end_line - 1] + end_column,
        )

    def text(self, node: ast.expr) -> str:
        """What is written there."""
        start, end = self.span(node)
        return self.source[start:end].decode()


def is_text_or_list(node: ast.expr) -> bool:
    """Whether it is plain to see that a value is a text or a list."""
    if isinstance(node, ast.BinOp):
        return is_text_or_list(node.left) or is_text_or_list(node.right)
    text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return text or isinstance(node, ast.JoinedStr | ast.List | ast.Tuple | ast.ListComp)


def chosen(root: Path, seed: int, count: int) -> list[Mutation]:
    """Draw the faults by lot: each place has a number of its own, and the lowest are taken."""
    every: list[tuple[str, Mutation]] = []
    sources: dict[str, bytes] = {}
    for folder in FOLDERS:
        for file in sorted((root / "tiltak_cli" / folder).rglob("*.py")):
            path = file.relative_to(root).as_posix()
            if not path.startswith(NOT_MUTATED):
                sources[path] = file.read_bytes()
                every += Places(path, sources[path]).found
    every.sort(key=lambda pair: Random(f"{seed} {pair[0]}").random())  # noqa: S311 (a lot)
    drawn = (m for _, m in every if is_python(m.applied(sources[m.path])))
    return sorted(islice(drawn, count))


def is_python(source: bytes) -> bool:
    """Whether a source can be read: asked for what is drawn only, for it takes time."""
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True
