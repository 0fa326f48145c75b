"""The door: only the characters concerned change, or nothing does."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import tries

from tiltak_cli.edits.door import EditError, edit, splices, through
from tiltak_cli.edits.operations import Operation, Rename, Set
from tiltak_cli.edits.parts import Splice
from tiltak_cli.edits.spelling import reads_as, spelled
from tiltak_cli.edits.windows import Window
from tiltak_cli.sources.yaml.reader import read_yaml

TEXT = """\
# øverst
a: pågår  # sist
b: [KDD, "FIN"] # liste
c:
  - X
  - Y
  - Z # siste
d: “hei”
e:
f: {id: M1, tekst: A å\u00a0}
g: >-
  linje å
  to\u00a0

h: 1
i: 'ett'
j: []
"""

# What is asked for, and the lines that change.
DONE: list[tuple[list[Operation], dict[str, str]]] = [
    ([Set(("a",), "igangsatt")], {"a: pågår  # sist": "a: igangsatt  # sist"}),
    ([Set(("a",), "pågår: nå")], {"a: pågår  # sist": 'a: "pågår: nå"  # sist'}),
    ([Set(("a",), "2024")], {"a: pågår  # sist": 'a: "2024"  # sist'}),
    ([Set(("a",), 2024)], {"a: pågår  # sist": "a: 2024  # sist"}),
    ([Set(("a",), True)], {"a: pågår  # sist": "a: true  # sist"}),
    ([Set(("a",), [1, "x, y"])], {"a: pågår  # sist": 'a: [1, "x, y"]  # sist'}),
    ([Set(("a", 0), "KDD")], {"a: pågår  # sist": "a: KDD  # sist"}),
    ([Set(("b",), ["FIN"])], {'b: [KDD, "FIN"] # liste': 'b: ["FIN"] # liste'}),
    ([Set(("b", 0), "KLD")], {'b: [KDD, "FIN"] # liste': 'b: [KLD, "FIN"] # liste'}),
    ([Set(("b", 1), "UD")], {'b: [KDD, "FIN"] # liste': 'b: [KDD, "UD"] # liste'}),
    ([Set(("c",), ["X", "Z"])], {"  - Y": ""}),
    ([Set(("c",), ["X", "Y", "Z", "Q"])], {"  - Z # siste": "  - Z # siste\n  - Q"}),
    ([Set(("e",), "ny")], {"e:": "e: ny"}),
    ([Set(("f", "tekst"), "A å")],
     {"f: {id: M1, tekst: A å\u00a0}": "f: {id: M1, tekst: A å}"}),
    ([Set(("g",), "en annen tekst\nmed linjeskift")],
     {"  linje å": "  en annen tekst", "  to\u00a0": "\n  med linjeskift"}),
    ([Set(("g",), "linje å to")], {"  to\u00a0": "  to"}),
    ([Rename(("h",), "hå"), Set(("h",), 2)], {"h: 1": "hå: 2"}),
    ([Rename(("f", "tekst"), "tittel")],
     {"f: {id: M1, tekst: A å\u00a0}": "f: {id: M1, tittel: A å\u00a0}"}),
    ([Set(("i",), "det's")], {"i: 'ett'": "i: 'det''s'"}),
    ([Set(("j",), ["FIN"])], {"j: []": "j: [FIN]"}),
    ([Set(("a",), "x"), Set(("a",), "x")], {"a: pågår  # sist": "a: x  # sist"}),
    ([], {}),
]  # fmt: skip
REFUSED: list[list[Operation]] = [
    [Set(("borte",), 1)],
    [Set(("b", 7), 1)],
    [Set(("a", "under"), 1)],
    [Set(("c",), "X")],
    [Set(("c",), ["X", "Y"])],
    [Rename(("h",), "a")],
    [Rename(("borte",), "a")],
    [Set(("b",), ["KDD"]), Set(("b", 0), "KLD")],
]


@pytest.mark.parametrize(("operations", "lines"), DONE)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_those_lines_change(
    operations: list[Operation], lines: dict[str, str], end: str
) -> None:
    expected = TEXT
    for was, becomes in lines.items():
        expected = expected.replace(f"{was}\n", f"{becomes}\n" if becomes else "")
    got = edit("a.yaml", TEXT.replace("\n", end), operations)
    assert got == expected.replace("\n", end)


@pytest.mark.parametrize("operations", REFUSED)
def test_what_cannot_be_done_is_refused(operations: list[Operation]) -> None:
    with pytest.raises(EditError):
        edit("a.yaml", TEXT, operations)


@pytest.mark.parametrize("text", ["a: b: c\n", "a: *b\n: x", "a: [\n"])
def test_a_text_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(EditError):
        edit("a.yaml", text, [Set(("a",), 1)])


def test_what_is_not_as_meant_is_refused() -> None:
    with pytest.raises(EditError):
        through("a.yaml", "a: 1\n", [Splice(3, 4, "2")], {"a": 3})
    with pytest.raises(EditError):
        through("a.yaml", "a: 1\n", [Splice(3, 4, "2")], {"a": "2"})
    with pytest.raises(EditError):
        through("a.yaml", "a: 12\n", [Splice(3, 5, "2"), Splice(4, 5, "3")], {"a": 2})


VALUES = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), max_size=30),
    st.integers(0, 10**8),
    st.booleans(),
    st.lists(st.text("aæå :,#[]{}\"'&*!|>-?@`%0", max_size=8), max_size=4),
)


@given(VALUES, st.sampled_from(["a", "h", "i"]))
@settings(max_examples=tries(200))
def test_any_value_can_be_written_and_is_read_again(value: Any, key: str) -> None:
    result = edit("a.yaml", TEXT, [Set((key,), value)])
    expected = {**read_yaml("", TEXT).data, key: value}
    assert repr(read_yaml("", result).data) == repr(expected)
    old, new = TEXT.splitlines(), result.splitlines()
    assert len(old) == len(new)
    assert sum(a != b for a, b in zip(old, new, strict=True)) <= 1


@given(st.text("aæå :,#[]{}\"'&*!|>-?@`%0\\", max_size=12), st.booleans())
@settings(max_examples=tries(300))
def test_a_text_is_written_so_that_it_is_read_as_itself(text: str, within: bool) -> None:
    written = spelled(text, within_list=within)
    assert written is not None
    assert reads_as(written, text, within)


@pytest.mark.parametrize(
    "text", ["a: &x KDD\nb: *x\n", "a: &x KDD\nb: [*x]\n", "a: &x {c: 1}\nb: *x\n"]
)
def test_what_stands_elsewhere_is_not_replaced_where_it_is_named(text: str) -> None:
    with pytest.raises(EditError):
        splices(Window("a.yaml", text, read_yaml("a.yaml", text), [Set(("b",), ["FIN"])]))
