"""Every operation on a field however it is written, in every kind of file: the bytes that come."""

import itertools
from collections.abc import Callable

import pytest
from command import NEW
from support import source, spread

from tiltak_cli.edits.door import EditError
from tiltak_cli.edits.opened import opened
from tiltak_cli.edits.operations import Append, Drop, Operation, Put, Remove, Set
from tiltak_cli.edits.spans import OwnFormError

AT = ("tiltak", "T001")
MEASURE = """\
strategi: "2021-2025"  # øverst
tiltak:
  # ── Område ──

  # om tiltaket
  - id: T001
    tittel: Felles mal
{field}
    deltakere: [KD, FIN]  # de to
    milepæler:
      - {{id: M1, tekst: Utkast}}  # først
      - id: M2
        tekst: Rapport
    # nest sist
    forum: Forum

  # - id: T009
  #   tittel: Lagt bort
  - id: T003
    tittel: Sist
    forum: Forum
"""
# How a text is written, and how it is when it has become «Ny tekst.»
TEXTS = {
    "plain": ("    risiko: Noe.", "    risiko: Ny tekst."),
    "single quotes": ("    risiko: 'Noe her'", "    risiko: 'Ny tekst.'"),
    "double quotes": ('    risiko: "Noe her"', '    risiko: "Ny tekst."'),
    "quotes that were needed": ('    risiko: "Noe: her"', "    risiko: Ny tekst."),
    "folded": ("    risiko: >-\n      Noe som\n      står her.", "    risiko: >-\n      Ny tekst."),
    "literal": ("    risiko: |-\n      Noe.\n\n      Mer.", "    risiko: |-\n      Ny tekst."),
    "over lines": ("    risiko: Noe som\n      står her.", "    risiko: Ny tekst."),
    "quoted over lines": ("    risiko: 'Noe\n      her'", "    risiko: 'Ny tekst.'"),
    "comment beside": ("    risiko: Noe.   # ved", "    risiko: Ny tekst.   # ved"),
    "comment beside a sign": ("    risiko: >- # ved\n      Noe.",
                              "    risiko: >- # ved\n      Ny tekst."),
    "comment above": ("    # over\n    risiko: Noe.", "    # over\n    risiko: Ny tekst."),
    "a tab in it": ('    risiko: "Noe\\ther"', '    risiko: "Ny tekst."'),
    "indented by a sign": ("    risiko: |2-\n      Noe.", "    risiko: |2-\n      Ny tekst."),
    "empty": ("    risiko:", "    risiko: Ny tekst."),
}  # fmt: skip
# The other operations, each with the lines that become others by it.
OTHERS: dict[str, tuple[Operation, str, str]] = {
    "add": (Put(AT, "start", 2024), "    milepæler:\n", "    start: 2024\n    milepæler:\n"),
    "append": (Append((*AT, "deltakere"), "SD"), "[KD, FIN]", "[KD, FIN, SD]"),
    "remove": (Remove((*AT, "deltakere", "KD")), "[KD, FIN]", "[FIN]"),
    "clear another": (
        Drop((*AT, "forum")), "    # nest sist\n    forum: Forum\n\n  # -", "\n  # -",
    ),
    "milestone's field": (
        Put((*AT, "milepæler", "M1"), "nådd", "2024-05-20"), "Utkast}", "Utkast, nådd: 2024-05-20}",
    ),
    "another's field": (
        Put((*AT, "milepæler", "M2"), "frist", 2024),
        "        tekst: Rapport\n", "        tekst: Rapport\n        frist: 2024\n",
    ),
    "new milestone": (
        Append((*AT, "milepæler"), {"tekst": "Ny", "id": "M3"}),
        "        tekst: Rapport\n", "        tekst: Rapport\n      - id: M3\n        tekst: Ny\n",
    ),
    "a milestone gone": (
        Remove((*AT, "milepæler", "M1")), "      - {id: M1, tekst: Utkast}  # først\n", "",
    ),
    "new measure": (
        Append(("tiltak",), {"id": "T004", "tittel": "Ny"}),
        "    tittel: Sist\n    forum: Forum\n",
        "    tittel: Sist\n    forum: Forum\n\n  - id: T004\n    tittel: Ny\n",
    ),
    "new measure between": (
        Append(("tiltak",), {"id": "T004", "tittel": "Ny"}, "T001"),
        "\n  # - id: T009", "\n  - id: T004\n    tittel: Ny\n\n  # - id: T009",
    ),
    "measure gone": (
        Remove(("tiltak", "T003")),
        "\n  - id: T003\n    tittel: Sist\n    forum: Forum\n", "\n",
    ),
}  # fmt: skip
LISTS: dict[str, tuple[str, dict[str, str | None]]] = {
    "in brackets": (
        "[A, B]  # ved", {"set": "[A, C]  # ved", "append": "[A, B, C]  # ved",
                          "remove": "[B]  # ved"},
    ),
    "in quotes": (
        "[\"A\", 'B']", {"set": '["A", C]', "append": "[\"A\", 'B', C]", "remove": "['B']"},
    ),
    "one value": ("A", {"set": "[A, C]", "append": "[A, C]", "remove": None}),
    "none": ("[]", {"set": "[A, C]", "append": "[C]"}),
    "on lines": (
        "\n      - A\n      # om B\n      - B  # ved",
        {"set": "\n      - A\n      - C", "append": "\n      - A\n      # om B\n      - B  # ved\n"
         "      - C", "remove": "\n      # om B\n      - B  # ved"},
    ),
    "level with the name": (
        "\n    - A\n    - B", {"set": "\n    - A\n    - C", "append": "\n    - A\n    - B\n    - C",
                               "remove": "\n    - B"},
    ),
    "in brackets over lines": (
        "[A,  # a\n      B]",
        {"set": "[A, C  # a\n      ]", "append": "[A,  # a\n      B, C]",
         "remove": "[  # a\n      B]"},
    ),
}  # fmt: skip
FILES: dict[str, Callable[[str], bytes]] = {
    "as it is": lambda text: text.encode(),
    "returns": lambda text: text.replace("\n", "\r\n").encode(),
    "mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "no last line end": lambda text: text.removesuffix("\n").encode(),
    "all three": lambda text: (
        b"\xef\xbb\xbf" + text.removesuffix("\n").replace("\n", "\r\n").encode()
    ),
}


def edited(data: bytes, *operations: Operation) -> bytes:
    """A register's only file with operations done."""
    return opened(source(data)).files[0].edited(list(operations)).file.data


@spread("file", FILES, 280)
@pytest.mark.parametrize("style", TEXTS)
def test_only_the_lines_concerned_are_others(style: str, file: str) -> None:
    before, after = TEXTS[style]
    text = MEASURE.format(field=before)
    as_file = FILES[file]
    data = as_file(text)
    new = edited(data, Set((*AT, "risiko"), "Ny tekst."))
    assert new == as_file(MEASURE.format(field=after))
    gone = edited(data, Drop((*AT, "risiko")))
    assert gone == as_file(MEASURE.format(field="-").replace("-\n", "", 1))
    back = edited(gone, Put(AT, "risiko", "Ny tekst."))
    assert back == as_file(
        MEASURE.format(field="-")
        .replace("-\n", "", 1)
        .replace("    # nest sist\n", "    risiko: Ny tekst.\n    # nest sist\n")
    )
    for operation, was, becomes in OTHERS.values():
        assert edited(data, operation) == as_file(text.replace(was, becomes, 1))


@spread("file", FILES, 8)
@pytest.mark.parametrize("style", LISTS)
def test_a_list_however_it_is_written(style: str, file: str) -> None:
    written, wanted = LISTS[style]
    as_file = FILES[file]
    for last in ("", "    kontakt: Her\n"):
        text = f"tiltak:\n  - id: T001\n    utførende: {written}\n{last}".replace(": \n", ":\n")
        path = (*AT, "utførende")
        operations: dict[str, list[Operation]] = {
            "set": [Append(path, "C"), Remove((*path, "B"))] if "B" in written
            else [Set(path, ["A", "C"])],
            "append": [Append(path, "C")],
            "remove": [Remove((*path, "A"))],
        }  # fmt: skip
        for name, becomes in wanted.items():
            expected = f"tiltak:\n  - id: T001\n    utførende: {becomes}\n{last}"
            if becomes is None:
                expected = f"tiltak:\n  - id: T001\n{last}"
            expected = expected.replace(": \n", ":\n")
            assert edited(as_file(text), *operations[name]) == as_file(expected), name
        cleared = edited(as_file(text), Drop(path))
        assert cleared == as_file(f"tiltak:\n  - id: T001\n{last}")


REFUSED: dict[str, tuple[str, Operation]] = {
    "an anchor": ("risiko: &a Noe.\n    avvik: *a", Set((*AT, "risiko"), "Ny")),
    "an anchor gone": ("risiko: &a Noe.\n    avvik: *a", Drop((*AT, "risiko"))),
    "what refers to one": ("risiko: &a Noe.\n    avvik: *a", Set((*AT, "avvik"), "Ny")),
    "a tag": ("risiko: !x Noe.", Set((*AT, "risiko"), "Ny")),
    "a name that is asked about": ("? risiko\n    : Noe.", Drop((*AT, "risiko"))),
    "a line end of another kind": ('risiko: "a\rb"', Drop((*AT, "risiko"))),
    "what is there": ("risiko: Noe.", Put(AT, "risiko", "Ny")),
    "what is not there": ("risiko: Noe.", Drop((*AT, "avvik"))),
    "a milestone that is not there": ("risiko: Noe.", Remove((*AT, "milepæler", "M9"))),
    "an item that is there twice": ("deltakere: [A, A]", Remove((*AT, "deltakere", "A"))),
}


@pytest.mark.parametrize("style", REFUSED)
def test_what_cannot_be_done_is_refused(style: str) -> None:
    lines, operation = REFUSED[style]
    with pytest.raises(EditError):
        edited(f"tiltak:\n  - id: T001\n    {lines}\n".encode(), operation)


UNLIKE = (
    ("append", "remove"), ("another's field", "new milestone"), ("new measure", "measure gone"),
    ("milestone's field", "a milestone gone"),
)  # fmt: skip
# Two operations at once, of all those above that do not meddle with each other.
PAIRS = [
    pair
    for pair in itertools.combinations(OTHERS, 2)
    if pair not in UNLIKE
]  # fmt: skip


@spread(("one", "other"), PAIRS, 8)
def test_several_are_one_edit(one: str, other: str) -> None:
    text = MEASURE.format(field="    risiko: Noe.")
    both = text
    for _, was, becomes in (OTHERS[one], OTHERS[other]):
        both = both.replace(was, becomes, 1)
    assert edited(text.encode(), OTHERS[one][0], OTHERS[other][0]) == both.encode()


@pytest.mark.wide
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_is_copied_brings_what_is_said_of_it(end: str) -> None:
    text = NEW.read_text("utf-8")
    register = opened(source(text.replace("\n", end)))
    file = register.files[0]
    head, _, measures = text.partition("tiltak:\n")
    copies = [
        Append(AT[:1], file.copied(("tiltak", identity))) for identity in opened(source(text)).ids
    ]
    other = edited(f"{head}tiltak:\n  - id: T000\n".encode(), *copies).decode()
    # Comments with a blank line below are of the register; all else is there, as it was.
    parts = [part.strip("\n").split("\n") for part in measures.split("\n\n")]
    kept = [p for p in parts if not all(line.lstrip().startswith("#") for line in p)]
    below = other.partition("id: T000\n")[2].strip("\n").split("\n\n")
    assert [part.split("\n") for part in below] == kept
    field = file.copied((*AT, "deltakere"))
    assert field.value == ["BFD", "HOD", "KD", "KLD"]
    assert field.text.endswith("# departementer som leder en gruppe, se T002–T006\n")
    copy = edited(b"tiltak:\n  - id: T001\n", Put(AT, "deltakere", field)).decode()
    assert copy == f"tiltak:\n  - id: T001\n    {field.text}"
    with pytest.raises(OwnFormError):
        file.copied((*AT, "id"))


def test_what_comes_first_is_put_first_also_in_braces() -> None:
    text = "tiltak:\n  - {tittel: Felles, status: vedtatt}\n  - {tittel: To, forum: A}  # ved\n"
    done = edited(text.encode(), *(Put(("tiltak", n), "id", f"T00{n + 1}") for n in (0, 1)))
    assert done.decode() == text.replace("{tittel: F", "{id: T001, tittel: F").replace(
        "{tittel: T", "{id: T002, tittel: T"
    )
