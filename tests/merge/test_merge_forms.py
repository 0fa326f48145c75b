"""Registers in forms of someone's own: what is changed in ours' lines, and what is left to git."""

import difflib

import pytest
from support import HEAD_LINES, register_text
from test_merge_text import put_together, text_of

from tiltak_cli.changes.merge.pairing import CannotMergeError

ONE = (
    "  - id: T001\n    tittel: En tittel her\n    beskrivelse: Noe som er langt nok.\n"
    "    frist: 2025\n"
)
OTHER = ONE.replace("T001", "T002").replace("En tittel", "Annet tiltak").replace("Noe", "Alt")
LIST = ONE + "    deltakere:\n      - KD\n      - FIN  # viktig\n"
LITERAL = ONE + "    risiko: |\n      Linje en.\n      Linje to.\n\n      Linje fire.\n"
FOLDED = (
    ONE
    + "    risiko: >-\n      Det første avsnittet er\n      brutt her.\n\n      Det andre også,\n"
    "      slik noen ville.\n"
)
FLOW = "  - {id: T001, tittel: En, frist: 2025}\n  - {id: T002, tittel: To, frist: 2025}\n"
STEPS = ONE + "    milepæler:\n      - id: M1\n        tekst: Noe er gjort\n        frist: 2024\n"
# What stands below the head on the three sides, and the lines of ours that go out and come in.
FORMS: dict[str, tuple[str, str, str, list[str]]] = {
    "a list with an item on each line": (
        LIST,
        LIST + "      - HOD\n",
        LIST.replace("      - KD\n", "") + "      - UD\n",
        ["-      - KD", "+      - UD"],
    ),
    "a text whose lines are kept": (
        LITERAL,
        LITERAL.replace("en.", "én."),
        LITERAL.replace("fire.", "4."),
        ["-      Linje fire.", "+      Linje 4."],
    ),
    "a text that is broken as it fits, of which one paragraph changes": (
        FOLDED,
        FOLDED.replace("første", "1."),
        FOLDED.replace("noen ville", "de ville"),
        [
            "-      Det andre også,",
            "-      slik noen ville.",
            "+      Det andre også, slik de ville.",
        ],
    ),
    "measures on one line each": (
        FLOW,
        FLOW.replace("En, frist: 2025", "En, frist: 2026"),
        FLOW.replace("tittel: En", "tittel: Eneste"),
        [
            "-  - {id: T001, tittel: En, frist: 2026}",
            "+  - {id: T001, tittel: Eneste, frist: 2026}",
        ],
    ),
    "milestones with a line for each field": (
        STEPS,
        STEPS.replace("2024", "2025-01"),
        STEPS + "        nådd: 2024-02-01\n",
        ["+        nådd: 2024-02-01"],
    ),
    "a measure that is commented out at the end": (
        ONE,
        ONE + "\n  # - id: T009\n  #   tittel: Ute\n",
        ONE + "    forum: A\n",
        ["+    forum: A"],
    ),
    "ours further out": (
        ONE,
        ONE.replace("\n  ", "\n").removeprefix("  ").replace("2025", "2026"),
        ONE + "    forum: A\n" + OTHER,
        ["+  forum: A", *(f"+{line[2:]}" for line in OTHER.splitlines())],
    ),
    "a heading that they have changed": (
        f"  # ── A ──\n\n{ONE}",
        f"  # ── A ──\n\n{ONE}\n  # ── B ──\n\n{OTHER}",
        f"  # ── Ny A ──\n\n{ONE.replace('2025', '2026')}",
        ["-  # ── A ──", "+  # ── Ny A ──", "-    frist: 2025", "+    frist: 2026"],
    ),
}


def difference(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


@pytest.mark.parametrize("form", FORMS)
def test_only_the_lines_concerned_are_others(form: str) -> None:
    base, ours, theirs = (f"{HEAD_LINES}tiltak:\n{side}" for side in FORMS[form][:3])
    result = put_together(base, ours, theirs)
    assert not result.conflicts
    assert difference(ours, text_of(result)) == FORMS[form][3]


def test_what_stands_around_the_register() -> None:
    base = f"# topp\n---\n{HEAD_LINES}tiltak:\n{ONE}"
    ours = base.replace("# topp", "# topp\n# vår").removesuffix("\n")
    theirs = base.replace("KDD", "DFD") + "# hale\n"
    assert difference(ours, text_of(put_together(base, ours, theirs))) == [
        "-ansvarlig: KDD", "+ansvarlig: DFD", "+# hale"
    ]  # fmt: skip


def test_two_who_begin_the_list() -> None:
    base = f"{HEAD_LINES}tiltak: []\n"
    ours, theirs = (f"{HEAD_LINES}tiltak:\n{measure}" for measure in (ONE, OTHER))
    # As where an edit adds a second one, with a blank line between them.
    assert text_of(put_together(base, ours, theirs)) == f"{ours}\n{OTHER}"
    assert text_of(put_together(base, base.replace("KDD", "DFD"), theirs)) == theirs.replace(
        "KDD", "DFD"
    )


@pytest.mark.parametrize(
    "ours",
    [
        ONE.replace("    frist", "\tfrist"),
        ONE + "    frist: 2026\n",
        ONE + ONE.replace("id: T001", "navn: A"),
        ONE + ONE,
        ONE.replace("- id", "-\n    id").replace("2025", "2026"),
        ONE.replace("id: T001", "id: &a T001"),
    ],
)
def test_what_is_left_to_git(ours: str) -> None:
    base, mine, theirs = (
        f"{HEAD_LINES}tiltak:\n{side}" for side in (ONE, ours, ONE + "    forum: A\n")
    )
    with pytest.raises(CannotMergeError):
        put_together(base, mine, theirs)


LOOKS_SO = {
    "a line of a text": "  beskrivelse: |\n    Se notatet.\n    # husk\n",
    "the end of what is in quotes": '  beskrivelse: "Se notatet\n    # husk"\n',
    "a milestone": '  milepæler:\n    - {id: M1, tekst: "Ferdig # husk", frist: 2024}\n',
}


@pytest.mark.parametrize("what", LOOKS_SO)
def test_what_looks_like_a_comment_is_none(what: str) -> None:
    base = register_text(f"- id: T001\n{LOOKS_SO[what]}  prioritet: høy\n  frist: 2025\n")
    commented = base.replace("  frist: 2025", "  # husk\n  frist: 2025")
    changed = base.replace("prioritet: høy", "prioritet: lav")
    both = commented.replace("prioritet: høy", "prioritet: lav")
    for ours, theirs in ((commented, changed), (changed, commented)):
        assert text_of(put_together(base, ours, theirs)) == both
