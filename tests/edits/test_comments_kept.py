"""A fix keeps every comment, or is not done: beside, above, within, and after a text's own sign."""

import pytest
from support import register_text, source, spread

from tiltak_cli.edits.door import COMMENT_LOST, EditError, edit
from tiltak_cli.edits.fixes import mend
from tiltak_cli.edits.operations import Set
from tiltak_cli.sources.register.load import load
from tiltak_cli.sources.yaml.careful import read_with_places
from tiltak_cli.sources.yaml.order import comments

# What is written, and what it becomes.
KEPT = [
    ("frist: >-  # avtalt\n  30.06.2025\n", "frist: 2025-06-30  # avtalt\n"),
    ("frist: |  # avtalt\n  30.06.2025\n", "frist: 2025-06-30  # avtalt\n"),
    ("frist: |-2 # avtalt\n  30.06.2025\n", "frist: 2025-06-30 # avtalt\n"),
    ("frist: # avtalt\n  30.06.2025\n", "frist: # avtalt\n  2025-06-30\n"),
    ("# over\nfrist: 30.06.2025   # ved\n", "# over\nfrist: 2025-06-30   # ved\n"),
    ("frist: '30.06.2025' # ved\n", "frist: '2025-06-30' # ved\n"),
    ("tittel: >- # obs\n  Få\u200b mal\n  nå\n", "tittel: >- # obs\n  Få mal\n  nå\n"),
    ("utførende: [SD, # a\n  KMD] # b\n", "utførende: [SD, # a\n  KDD] # b\n"),
    ("utførende:\n  # a\n  - SD\n  # b\n  - KMD # c\n",
     "utførende:\n  # a\n  - SD\n  # b\n  - KDD # c\n"),
    ("ansvarlig: >- # hvem\n  FIN (leder), SD\n", "ansvarlig: [FIN, SD] # hvem\n"),
    ("merknad: >-\n  Sak # 5 er lukket\nfrist: 30.06.2025\n",
     "merknad: >-\n  Sak # 5 er lukket\nfrist: 2025-06-30\n"),
    ("Merknad: >- # a\n  Tekst\n", "merknad: >- # a\n  Tekst\n"),
    ("milepæler:\n  - id: M1 # en\n    tekst: A\n    frist: > # når\n      1.6.2024\n    # to\n",
     "milepæler:\n  - id: M1 # en\n    tekst: A\n    frist: 2024-06-01 # når\n    # to\n"),
]  # fmt: skip
REFUSED = [
    "status: [ # a\n  vedtatt]\n",
    "status: # b\n  [vedtatt # a\n  ]\n",
    "deltakere: [SD, # a\n  KDD]\n",
    "deltakere:\n  - SD\n  - KDD # a\n",
]


def indented(lines: str) -> str:
    return f"- {lines}".replace("\n", "\n  ").rstrip(" ")


@spread(("written", "right"), KEPT, every=3)
def test_a_comment_is_kept(written: str, right: str) -> None:
    text = register_text(written)
    mended = mend(source(text), load, unsafe=True).source.files[0].data.decode()
    assert mended == text.replace(indented(written), indented(right))


@pytest.mark.parametrize("written", REFUSED)
def test_where_a_comment_would_be_lost_nothing_is_done(written: str) -> None:
    text = register_text(written)
    mending = mend(source(text), load, unsafe=True)
    assert mending.source.files[0].data.decode() == text
    assert len(mending.refused) == 1


def test_the_door_says_why() -> None:
    with pytest.raises(EditError, match=COMMENT_LOST):
        edit("a.yaml", "a: [1, # en\n  2]\n", [Set(("a",), [1])])


def test_a_comment_after_the_sign_of_a_text_is_one() -> None:
    text = "a: |- # en\n  # to\n  b\n# tre\nc: > # fire\n  d\n"
    assert sorted(comments(text, read_with_places("a.yaml", text).spots())) == [
        "# en",
        "# fire",
        "# tre",
    ]
