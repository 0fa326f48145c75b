"""Properties of reading: nothing raises, every place is right, and other readers agree."""

import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from support import check, register_text, tries

from tiltak_cli.findings import Place
from tiltak_cli.sources import packaged
from tiltak_cli.sources.register.load import Loaded
from tiltak_cli.sources.yaml.events import Tree
from tiltak_cli.sources.yaml.places import Located, locate
from tiltak_cli.sources.yaml.reader import read_yaml

EXAMPLES = ("tiltaksoversikt-2023-2.yaml", "tiltaksoversikt-2024-1.yaml")
VALID = register_text("")


def example(name: str) -> str:
    return (packaged.read("examples", name) or b"").decode("utf-8")


@given(st.binary(max_size=400))
def test_any_bytes_are_read_without_an_exception(data: bytes) -> None:
    assert isinstance(check(data), Loaded)


SYNTAX = st.text(
    st.sampled_from("aæ1 \n\n  \t:-#[]{},&*!|>'\"%@`?<~=.\\\r\x85\u2028\ufeff\x00T002"), max_size=12
)


@settings(max_examples=tries(400))
@given(st.data(), SYNTAX | st.text(max_size=12))
def test_any_text_anywhere_in_a_register_gives_findings_in_the_text(
    data: st.DataObject, inserted: str
) -> None:
    at = data.draw(st.integers(0, len(VALID)))
    text = VALID[:at] + inserted + VALID[at:]
    loaded = check(text.encode("utf-8", "replace"))
    lines = text.splitlines() or [""]
    for finding in loaded.findings:
        assert 1 <= finding.place.line <= len(lines) + 1
        assert finding.message
        assert finding.remedy
    assert loaded.register is not None or loaded.findings


@settings(max_examples=tries(200))
@given(st.data(), SYNTAX)
def test_the_parser_without_libyaml_is_as_safe(data: st.DataObject, inserted: str) -> None:
    at = data.draw(st.integers(0, len(VALID)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "yaml._yaml", None)
        assert isinstance(check(VALID[:at] + inserted + VALID[at:]), Loaded)


WORDS = st.text(st.sampled_from("abcæøå 1:#-'\"\\,]}«🙂"), min_size=1, max_size=8)
DOCUMENTS = st.recursive(
    WORDS,
    lambda children: (
        st.lists(children, max_size=4)
        | st.dictionaries(st.text("abæ🙂", min_size=1, max_size=4), children, max_size=4)
    ),
    max_leaves=20,
)


def as_yaml(value: Any, indent: int, *, flow: bool) -> str:
    """Write plain data as YAML, each scalar in quotes, either on one line or on many."""
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    if not value:
        return "[]" if isinstance(value, list) else "{}"
    pad = "\n" + " " * indent
    if isinstance(value, list):
        items = [as_yaml(item, indent + 2, flow=flow) for item in value]
        return f"[{', '.join(items)}]" if flow else "".join(f"{pad}- {item}" for item in items)
    pairs = [f"'{key}': {as_yaml(item, indent + 2, flow=flow)}" for key, item in value.items()]
    return f"{{{', '.join(pairs)}}}" if flow else "".join(f"{pad}{pair}" for pair in pairs)


def text_at(text: str, place: Place) -> str:
    line = text.split("\n")[place.line - 1]
    assert place.line == place.end_line
    return line[place.column - 1 : place.end_column - 1]


@given(DOCUMENTS, st.booleans())
def test_every_place_points_at_its_text(value: Any, flow: bool) -> None:
    text = f"a: {as_yaml(value, 2, flow=flow)}\n"
    tree = read_yaml("f", text)
    assert tree.data == {"a": value}
    located = Located("f", tree.spots)

    def follow(part: Any, path: tuple[str | int, ...]) -> None:
        if isinstance(part, str):
            assert text_at(text, locate(located, path)) == as_yaml(part, 0, flow=True)
        elif isinstance(part, list):
            for position, item in enumerate(part):
                follow(item, (*path, position))
        else:
            for key, item in part.items():
                where = locate(located, (*path, key), key=True)
                assert text_at(text, where) == (f"'{key}'" if path else key)
                follow(item, (*path, key))

    follow(tree.data, ())


def test_the_nearest_place_of_what_is_not_there() -> None:
    text = "a:\n  - {id: x, b: y}\n  - c: z\n"
    located = Located("f", read_yaml("f", text).spots)
    assert text_at(text, locate(located, ("a", 0, "mangler"))) == "x"
    assert text_at(text, locate(located, ("a", 1, "mangler"))) == "z"
    assert text_at(text, locate(located, ("a", 0, "b", 0))) == "y"
    assert locate(located, ("mangler",))[1:3] == (1, 1)


def outline(tree: Tree) -> Any:
    """A tree's data with the place of every key and value."""

    def walk(data: Any, path: tuple[str | int, ...]) -> Any:
        where = locate(located, path)
        if isinstance(data, dict):
            return where, {
                (key, locate(located, (*path, key), key=True)): walk(item, (*path, key))
                for key, item in data.items()
            }
        if isinstance(data, list):
            return where, [walk(item, (*path, n)) for n, item in enumerate(data)]
        return where, data

    located = Located("f", tree.spots)
    return walk(tree.data, ())


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_parser_without_libyaml_gives_the_same(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fast = outline(read_yaml("f", example(name)))
    monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    assert outline(read_yaml("f", example(name))) == fast


def as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_text(item) for item in value]
    return "" if value is None else str(value).lower() if value in (True, False) else str(value)


@pytest.mark.parametrize("name", EXAMPLES)
def test_another_reader_of_yaml_agrees(name: str) -> None:
    independent = YAML(typ="base", pure=True).load(example(name))
    assert as_text(read_yaml("f", example(name)).data) == as_text(independent)
