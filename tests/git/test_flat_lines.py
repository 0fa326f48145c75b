"""A register as flat lines: what each thing becomes, what is no change, what is left as it is."""

import random
import re
from pathlib import Path

import pytest
from command import EXAMPLES, NEW, OLD
from few import OLD_TEXT
from hypothesis import given
from hypothesis import strategies as st

from tiltak_cli.sources.yaml.decode import decode
from tiltak_cli.sources.yaml.order import comments
from tiltak_cli.sources.yaml.reader import read_yaml
from tiltak_cli.views.flat.flat import flat
from tiltak_cli.views.flat.lines import natural

DEPOT = EXAMPLES / "registerdepot" / "tiltaksoversikt.yaml"
HEAD = 'strategi: "2021-2025"\nutgave: "1"\n'


def lines(text: str) -> list[str]:
    return flat(text.encode()).decode().splitlines()


def of_measure(fields: str) -> list[str]:
    """The lines of one measure whose id is T001, without what they all begin with."""
    text = f"{HEAD}tiltak:\n  - id: T001\n{fields}"
    found = lines(text)
    assert found[:4] == ["Registeret", "  strategi: 2021-2025", "  utgave: 1", found[3]]
    return [line.removeprefix("  T001 ") for line in found[3:]]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("    tittel: Felles mal", ["T001 Felles mal"]),
        ("    frist: 2025-H2", ["T001 (uten tittel)", "frist: 2025-H2"]),
        ("    løpende: true", ["T001 (uten tittel)", "løpende: true"]),
        ("    frist:", ["T001 (uten tittel)", "frist: (tom)"]),
        ('    avvik: ""', ["T001 (uten tittel)", "avvik: (tom)"]),
        ("    deltakere: []", ["T001 (uten tittel)", "deltakere: []"]),
        ("    deltakere: [KD, BFD, JD]", ["T001 (uten tittel)", "deltakere: BFD, JD, KD"]),
        ("    erstatter: [T10, T9]", ["T001 (uten tittel)", "erstatter: T9, T10"]),
        # The first one leads.
        ("    ansvarlig: [KD, BFD]", ["T001 (uten tittel)", "ansvarlig: KD, BFD"]),
        (
            "    beskrivelse: >-\n      Én setning som\n      er brutt. Og f.eks. en til!",
            [
                "T001 (uten tittel)",
                "beskrivelse: Én setning som er brutt.",
                "beskrivelse: Og f.eks. en til!",
            ],
        ),
        (
            "    milepæler: [{id: M10, frist: 2025}, {nådd: 2024-05-31, id: M2, tekst: Først}]",
            [
                "T001 (uten tittel)",
                "milepæl M2: Først, nådd 2024-05-31",
                "milepæl M10: frist 2025",
            ],
        ),
        (
            "    dokumentasjon:\n      - {tittel: Rapport, lenke: https://dfo.no/r}",
            ["T001 (uten tittel)", "dokumentasjon: Rapport <https://dfo.no/r>"],
        ),
        (
            "    opphav: {id: G3, periode: 2016-2020, status: igangsatt}",
            ["T001 (uten tittel)", "opphav: periode 2016-2020, id G3, status igangsatt"],
        ),
        # What the schema does not have is there all the same.
        ("    eier: {a: [1, {b: c}]}", ["T001 (uten tittel)", "eier: a [1, b c]"]),
        # The usual order, whatever the file's is.
        (
            "    frist: 2025\n    status: vedtatt",
            ["T001 (uten tittel)", "status: vedtatt", "frist: 2025"],
        ),
        (
            "    status: vedtatt  # i mai",
            ["T001 (uten tittel)", "status: vedtatt", "status # i mai"],
        ),
        (
            "    # Avtalt med KD.\n    status: vedtatt",
            ["T001 (uten tittel)", "status: vedtatt", "status # Avtalt med KD."],
        ),
        (
            "    avvik: >-\n      Tegnet # er tekst.\n    forum: 'a # b'",
            ["T001 (uten tittel)", "avvik: Tegnet # er tekst.", "forum: a # b"],
        ),
        # Nothing that a terminal would act on.
        ("    tittel: a\u202eb", ["T001 a<U+202E>b"]),
    ],
)
def test_a_field_becomes_lines(fields: str, expected: list[str]) -> None:
    assert of_measure(fields) == expected


COMMENTED = """\
# Øverst.
strategi: "2021-2025"  # gjelder
utgave: "1"
tiltak:
  # ── Første del ──

  # Om T002.
  - id: T002
    tittel: B
    milepæler:
      # ikke avtalt
      - {id: M1, tekst: m}
    # Om status.
    status: vedtatt
      # hører til over

  #
  - id: T1
    tittel: A  # kort
  - {id: T01, tittel: C}  # i klammer
# Nederst.
"""


def test_every_comment_is_with_what_it_is_about() -> None:
    assert lines(COMMENTED) == [
        "Registeret",
        "  strategi: 2021-2025",
        "  strategi # gjelder",
        "  utgave: 1",
        "T01 C",
        "  T01 tittel # i klammer",
        "T1 A",
        "  T1 tittel # kort",
        "T002 B",
        "  T002 # Om T002.",
        "  T002 status: vedtatt",
        "  T002 status # Om status.",
        "  T002 status # hører til over",
        "  T002 milepæl M1: m",
        "  T002 milepæler # ikke avtalt",
        "Kommentarer",
        "  # Øverst.",
        "  # ── Første del ──",
        "  # Nederst.",
    ]


def test_a_comment_inside_a_list_is_about_that_to_its_last_line() -> None:
    text = "tiltak:\n- id: T1\n  deltakere: [FIN,\n    # Fra mai.\n    SD]\n  status: vedtatt\n"
    assert "  T1 deltakere # Fra mai." in lines(text)


@pytest.mark.parametrize("path", [OLD, NEW, DEPOT], ids=lambda path: path.stem)
def test_no_comment_and_no_measure_is_lost(path: Path) -> None:
    text = decode("", path.read_bytes())
    assert isinstance(text, str)
    tree = read_yaml("", text)
    shown = lines(text)
    said = [" ".join(comment.split()) for comment in comments(text, tree.spots()).elements()]
    for comment in said:
        if comment.strip("# "):
            assert any(line.endswith(comment) for line in shown)
    headings = [line.split()[0] for line in shown if re.match("T[0-9]", line)]
    assert sorted(headings) == sorted(str(each["id"]) for each in tree.data["tiltak"])


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_line_ends_are_no_change(ending: str) -> None:
    text = NEW.read_text(encoding="utf-8")
    assert flat(text.replace("\n", ending).encode()) == flat(text.encode())
    assert flat(b"\xef\xbb\xbf" + text.encode()) == flat(text.encode())


@given(st.randoms(use_true_random=False))
def test_the_order_of_measures_is_no_change(chance: random.Random) -> None:
    head, *blocks = re.split(r"(?m)^(?=  - id: )", re.sub(r"(?m)^ *#.*\n", "", OLD_TEXT))
    shuffled = [block.rstrip("\n") + "\n" for block in blocks]
    chance.shuffle(shuffled)
    assert lines(head + "".join(shuffled)) == lines(head + "".join(blocks))


@given(st.lists(st.from_regex(r"[A-ZÆt]{0,2}[0-9]{0,25}", fullmatch=True)), st.randoms())
def test_ids_have_one_order_whatever_they_are(ids: list[str], chance: random.Random) -> None:
    expected = sorted(ids, key=natural)
    chance.shuffle(ids)
    assert sorted(ids, key=natural) == expected


def test_ids_are_in_the_order_that_people_count() -> None:
    ids = ["T010", "", "T2", "T100", "T9", "t3", "10", "T"]
    assert sorted(ids, key=natural) == ["10", "T", "T2", "t3", "T9", "T010", "T100", ""]


REGISTER = HEAD + "tiltak: [{id: T001}]\n"
AS_IT_IS = {
    "tom": b"",
    "ikke YAML": b"tiltak: [\n",
    "kolon i tekst": HEAD.encode() + b"tiltak:\n  - id: T001\n    tittel: a: b\n",
    "felt to ganger": HEAD.encode() + b"tiltak:\n  - id: T001\n    frist: 2024\n    frist: 2025\n",
    "anker": HEAD.encode() + b"tiltak: [{id: &a T001}, {id: *a}]\n",
    "konflikt": b"<<<<<<< HEAD\nutgave: 1\n=======\nutgave: 2\n>>>>>>> b\n",
    "Windows-1252": REGISTER.replace("T001", "Tå").encode("cp1252"),
    "UTF-16": REGISTER.encode("utf-16"),
    "styretegn": REGISTER.encode().replace(b"T001", b"T\x00"),
    "to dokumenter": REGISTER.encode() * 2 + b"---\n" + REGISTER.encode(),
    "ikke et register": b"on: push\njobs: {}\n",
    "en liste": b"- id: T001\n",
    "en tekst": "bare tekst på norsk\n".encode(),
    "tiltak er tekst": HEAD.encode() + b"tiltak: mange\n",
    "tiltak er tekster": HEAD.encode() + b"tiltak: [T001]\n",
    "tiltak er tomt": HEAD.encode() + b"tiltak:\n",
    "svært dypt": HEAD.encode() + b"tiltak: " + b"[" * 5000,
    "PDF": b"%PDF-1.7\n\xff",
}


@pytest.mark.parametrize("data", AS_IT_IS.values(), ids=AS_IT_IS)
def test_what_is_no_readable_register_is_shown_as_it_is(data: bytes) -> None:
    assert flat(data) == data


def test_a_part_of_a_register_is_one_too() -> None:
    assert lines(HEAD) == ["Registeret", "  strategi: 2021-2025", "  utgave: 1"]
    assert lines("tiltak: [{id: T001, tittel: A}]\n") == ["T001 A"]
    assert lines("tiltak: []\n") == []


@given(st.binary() | st.text().map(str.encode) | st.text().map(lambda t: f"{HEAD}{t}".encode()))
def test_it_never_fails(data: bytes) -> None:
    assert flat(data) == flat(data)


IN_BRACKETS = """\
strategi: "2021-2025"
utgave: "1"
tiltak:
  - id: T001
    deltakere: [
      KDD,
      # BFD er spurt
    ]
    milepæler: [
      {id: M1, tekst: m
        # uten frist
      },
      # flere kommer
    ]
    status: vedtatt
  - {
      id: T002,
      tittel: B,
      # i samme klamme
    }
  - id: T003
"""


def test_a_comment_before_a_closing_bracket_is_of_the_field_that_it_closes() -> None:
    assert [line.strip() for line in lines(IN_BRACKETS) if "#" in line] == [
        "T001 deltakere # BFD er spurt",
        "T001 milepæler # uten frist",
        "T001 milepæler # flere kommer",
        "T002 tittel # i samme klamme",
    ]
