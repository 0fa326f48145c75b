"""Reading files piece by piece gives what reading them whole gives, or goes by way of that."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import HEAD_LINES, register_text, tries

from tiltak_cli.changes.telling import Reading
from tiltak_cli.sources.history.texts import Texts, whole
from tiltak_cli.sources.yaml.events import Tree

MEASURES = "- id: T001\n- id: T002\n  tittel: Den andre\n"
TEXT = register_text(MEASURES)


def readings(tree: Tree | None) -> list[Reading | None] | None:
    if tree is None or not isinstance(tree.data, dict) or "tiltak" not in tree.data:
        return None
    (found,) = tree.data["tiltak"] or [[]]
    return list(found)


def test_what_has_not_changed_is_the_same_object() -> None:
    texts = Texts()
    old = readings(texts.read("a", TEXT.encode()))
    new = readings(texts.read("a", TEXT.replace("Den andre", "Noe nytt").encode()))
    assert old
    assert new
    assert (old[0] is new[0], old[1] is new[1]) == (True, False)
    turned = readings(texts.read("b", register_text("- id: T002\n  tittel: Den andre\n").encode()))
    assert turned
    assert turned[0] is old[1]


ODD = {
    "as it is": TEXT,
    "without an end": TEXT.rstrip(),
    "blank lines last": TEXT + "\n\n",
    "indented": TEXT.replace("\n- ", "\n  - ").replace("\n  ", "\n    ").replace("    - ", "  - "),
    "a document's start": "---\n" + TEXT,
    "a document's end": TEXT + "...\n",
    "a document's end in the middle": TEXT.replace("- id: T002", "...\n- id: T002"),
    "two documents": TEXT.replace("- id: T002", "---\n- id: T002"),
    "keys after the list": TEXT + "merknad: sist\n",
    "an anchor": TEXT.replace("Den andre", "&a Den andre"),
    "an alias": TEXT.replace("Den andre", "*a"),
    "a text that looks like a measure": TEXT.replace(
        "tittel: Den andre", "tittel: |\n    - id: T009\n    - id: T008"
    ),
    "quotes over a measure's start": TEXT.replace("Den andre", '"Den\n- id: T009\n  andre"'),
    "a list over a measure's start": TEXT.replace("Den andre", "[Den\n- id: T009\n  ,andre]"),
    "a list in a head's quotes": TEXT.replace('"2023-2"', '"2023\ntiltak:\n- id: T007\n"'),
    "a list in a head's text": TEXT.replace('"2023-2"', "|\n  x\n\n  tiltak:\n  - id: T007\n"),
    "two lists": TEXT + "tiltak:\n- id: T009\n",
    "an empty list first": TEXT.replace("tiltak:\n", "tiltak:\nmer:\n"),
    "a list in a line": HEAD_LINES + "tiltak: [{id: T001}, {id: T002}]\n",
    "no measures": HEAD_LINES + "tiltak: []\n",
    "nothing": HEAD_LINES + "tiltak:\n",
    "a dash alone": TEXT.replace("- id: T002", "-\n  id: T002"),
    "a moved dash": TEXT.replace("- id: T002", " - id: T002"),
    "old line ends": TEXT.replace("\n", "\r"),
    "Windows' line ends": TEXT.replace("\n", "\r\n"),
    "some of each": TEXT.replace("\n", "\r\n", 7),
    "a conflict": TEXT.replace("- id: T002", "<<<<<<< a\n- id: T003\n=======\n>>>>>>> b\n- id: T2"),
    "a tab": TEXT.replace("  tittel: Den", "\ttittel: Den"),
    "a key twice": TEXT.replace("tittel: Den andre", "tittel: Den andre\n  tittel: Den tredje"),
    "a control character": TEXT.replace("Den andre", "Den\x07andre"),
    "an odd line break": TEXT.replace("Den andre", "Den\u2028andre"),
    "letters saved twice": TEXT.replace("målområder", "mÃ¥lomrÃ¥der"),
    "text kept to the last line": TEXT.replace("Den andre", "|+\n    Den\n\n\n"),
    "no id": TEXT.replace("- id: T002\n  ", "- "),
    "a number for an id": TEXT.replace("T002", "2"),
    "not a measure": TEXT + "- bare en tekst\n",
    "a list for a register": "- id: T001\n",
}  # fmt: skip


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_a_file_is_what_it_is_when_read_whole(text: str) -> None:
    texts = Texts()
    data = text.encode()
    expected = whole("a", data)
    for _ in range(2):
        found = texts.read("a", data)
        assert (found is None) == (expected is None)
        assert readings(found) == readings(expected)
        if found and expected and isinstance(expected.data, dict):
            assert {**found.data, "tiltak": 0} == {**expected.data, "tiltak": 0}


PIECES = st.sampled_from(
    ["- id: T003\n", "  frist: 2024\n", "- ", "\n", "  - x\n", "tiltak:\n", '"', "'", "# ", "|\n",
     "[", "]", "{", ": ", "...\n", "---\n", "\t", "\r", "&a ", "*a", "    ", "  x: >-\n"]
)  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, len(TEXT)), PIECES), max_size=3))
@settings(max_examples=tries(300))
def test_so_it_is_with_anything_put_in(edits: list[tuple[int, str]]) -> None:
    texts = Texts()
    texts.read("a", TEXT.encode())
    text = TEXT
    for position, piece in edits:
        text = text[:position] + piece + text[position:]
    assert readings(texts.read("a", text.encode())) == readings(whole("a", text.encode()))
