"""`tiltak format`: the usual form, with the same content and every comment."""

import random
import re
from pathlib import Path

import generate
import pytest
from command import EXAMPLES, MISTAKES, names, tiltak
from hypothesis import given, settings
from hypothesis import strategies as st
from support import FILE, HEAD_LINES, check, register_text, tries

from tiltak_cli.edits.door import EditError
from tiltak_cli.edits.formatted.measures import canonical
from tiltak_cli.sources.yaml.reader import read_yaml

MEASURE = """\
  # Om tiltaket
  - id: T001
    tittel: Felles mal  # i bruk
    beskrivelse: >-
      Alle bruker samme mal,
      også
        med innrykk.
    målområder: [1]
    retningsvalg: [1a]
    ansvarlig: KDD
    deltakere:
      - FIN
      # bare i mai
      - JD
    status: igangsatt
    prioritet: middels
    # Fristen er avtalt.
    frist: 2025
    milepæler:
      - {id: M1, tekst: Utkast, frist: 2024-03}
      - id: M2
        tekst: Ferdig
        frist: 2024-06
    fremdrift: Går bra.
"""
CANONICAL = f"# Registeret\n\n{HEAD_LINES}\ntiltak:\n{MEASURE}"

# What is written, and what it becomes; in the measure's own lines.
CASES = [
    ("    status: igangsatt\n    prioritet: middels\n",
     "    prioritet: middels\n    status: igangsatt\n"),
    ("    ansvarlig: KDD\n", '    ansvarlig:   "KDD"\n'),
    ("    ansvarlig: KDD\n", "    ansvarlig: 'KDD'\n"),
    ("    målområder: [1]\n", "    målområder: [ 1 ]\n"),
    ("    retningsvalg: [1a]\n", '    retningsvalg: ["1a"]  \n'),
    ("    # Fristen er avtalt.\n    frist: 2025\n    milepæler:\n",
     "  # Fristen er avtalt.\n    frist: 2025\n\n    milepæler:\n"),
    ("      - {id: M1, tekst: Utkast, frist: 2024-03}\n",
     "      - { tekst: 'Utkast', id: M1,frist: 2024-03 }\n"),
    ("      - id: M2\n        tekst: Ferdig\n        frist: 2024-06\n",
     "      - tekst: Ferdig\n        frist: 2024-06\n        id: M2\n"),
    ("    tittel: Felles mal  # i bruk\n", '    tittel: "Felles mal"  # i bruk\n'),
    ("    beskrivelse: >-\n      Alle bruker samme mal,\n      også\n        med innrykk.\n",
     "    beskrivelse: >-\n       Alle bruker samme mal,\n       også\n         med innrykk.\n"),
    ("      - FIN\n      # bare i mai\n      - JD\n", "    - FIN\n    # bare i mai\n    - JD\n"),
]  # fmt: skip
# Written so already: quotes that are needed, and forms that are someone's own.
KEPT = [
    'tittel: "Veileder: Klart språk"\n',
    'tittel: "2024"\n',
    'tittel: "2024-06-30"\n',
    'tittel: "NO"\n',
    'tittel: "1.10"\n',
    'tittel: "0500"\n',
    'tittel: "true"\n',
    'tittel: ""\n',
    "tittel: 'P:\\felles: mal'\n",
    'tittel: "#5"\n',
    "tittel: En tittel\n  over to linjer\n",
    'tittel: "En tittel\n  over to linjer"\n',
    "beskrivelse: |\n  En\n\n    to # ikke en kommentar\n  tre\n",
    "beskrivelse: |+\n  En\n\n",
    "beskrivelse: |2\n    En\n   to\n",
    "beskrivelse: |\n  En\n\n\n  to\n",
    "beskrivelse: >- # kort\n  En\n",
    "deltakere: [\n  FIN,\n  JD,\n]\n",
    "deltakere: []\n",
    "ukjent: A\n",
    "opphav:\n  periode: 2016-2020\n  status: vedtatt\n",
]


@pytest.mark.parametrize(("right", "written"), CASES)
def test_a_part_in_another_form(right: str, written: str) -> None:
    assert right in CANONICAL
    assert canonical(FILE, CANONICAL.replace(right, written)) == CANONICAL


@pytest.mark.parametrize("lines", KEPT)
def test_what_is_kept(lines: str) -> None:
    field = lines.partition(":")[0]
    text = canonical(FILE, register_text(f"id: T001\n{lines}"))
    kept = "".join(f"    {line}".rstrip() + "\n" for line in lines.splitlines())
    assert kept in text, field
    assert canonical(FILE, text) == text


def test_a_day_stands_without_quotes_where_a_day_is_meant() -> None:
    text = canonical(FILE, register_text('id: T001\nfrist: "2024-06-30"\n'))
    assert "    frist: 2024-06-30\n" in text


def test_the_head_is_put_in_order() -> None:
    lines = HEAD_LINES.splitlines(keepends=True)
    head = "".join(reversed(lines)).replace('"', "'").replace("'2023-2'", "2023-2")
    text = f"# Registeret\n\n# om hvem\n{head}tiltak:\n{MEASURE}"
    right = CANONICAL.replace("ansvarlig: KDD\n\n", "# om hvem\nansvarlig: KDD\n\n")
    assert canonical(FILE, text) == right


def test_blank_lines_and_the_end_of_the_file() -> None:
    two = MEASURE.replace("T001", "T002").replace("Felles", "Ny")
    text = f"\n{CANONICAL}\n\n\n{two}   \n\n# slutt\n\n"
    assert canonical(FILE, text) == f"{CANONICAL}\n{two}\n# slutt\n"


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("tiltak*.yaml")), ids=lambda path: path.name)
def test_the_examples_are_in_their_usual_form(path: Path) -> None:
    text = path.read_text("utf-8")
    assert canonical(path.name, text) == text


def test_a_large_register_stays_as_it_is_after_once() -> None:
    once = canonical(FILE, generate.register(300))
    assert canonical(FILE, once) == once


@pytest.mark.parametrize(
    "text",
    ["tittel: A: B\n", "- id: T001\n", "", "tiltak: &a []\n", "{tiltak: []\n"],
)
def test_what_cannot_be_read_is_left(text: str) -> None:
    with pytest.raises(EditError):
        canonical(FILE, text)


# --- the command


def test_a_file_is_written_anew_and_then_left(tmp_path: Path) -> None:
    path = tmp_path / FILE
    windows = CANONICAL.replace("\n", "\r\n").encode()
    path.write_bytes(b"\xef\xbb\xbf" + windows.replace(b" KDD", b' "KDD"'))
    first = tiltak("format", cwd=tmp_path)
    assert first == (0, f"Formatert: {FILE}\n1 fil endret.\n", "")
    assert path.read_bytes() == b"\xef\xbb\xbf" + windows
    assert tiltak("format", cwd=tmp_path) == (0, f"{FILE}: har allerede fast form.\n", "")
    assert names(tmp_path) == [FILE]


def test_looking_without_writing(tmp_path: Path) -> None:
    path = tmp_path / FILE
    written = CANONICAL.replace("    ansvarlig: KDD", '    ansvarlig: "KDD"')
    path.write_text(written, "utf-8")
    looked = tiltak("format", "--check", cwd=tmp_path)
    assert looked == (1, f"Ville blitt endret: {FILE}\n1 fil ville blitt endret.\n", "")
    shown = tiltak("format", "--diff", cwd=tmp_path)
    assert shown.code == 1
    assert '\n-    ansvarlig: "KDD"\n+    ansvarlig: KDD\n' in shown.out
    assert path.read_text("utf-8") == written


def test_standard_input_comes_out_formed() -> None:
    written = CANONICAL.replace("    ansvarlig: KDD", '    ansvarlig: "KDD"')
    assert tiltak("format", "-", stdin=written.encode()) == (0, CANONICAL, "")


def test_a_folder_and_a_file_in_it_that_cannot_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "tiltaksoversikt"
    folder.mkdir()
    (folder / "a.yaml").write_text(
        f"{HEAD_LINES}\ntiltak:\n{MEASURE}".replace("KDD", "'KDD'"), "utf-8"
    )
    (folder / "b.yaml").write_text("tiltak:\n  - tittel: A: B\n", "utf-8")
    done = tiltak("format", cwd=tmp_path)
    assert (done.code, done.out) == (2, "Formatert: tiltaksoversikt/a.yaml\n1 fil endret.\n")
    assert done.err.startswith(
        "tiltak: tiltaksoversikt/b.yaml:2: Teksten i «tittel» inneholder kolon"
    )
    assert (folder / "b.yaml").read_text("utf-8") == "tiltak:\n  - tittel: A: B\n"


def test_what_is_no_file() -> None:
    revision = tiltak("format", "HEAD:examples/tiltaksoversikt-2024-1.yaml")
    assert (revision.code, revision.out) == (2, "")
    assert revision.err.startswith("tiltak: En git-revisjon kan ikke endres.")
    faulty = tiltak("format", "--check", MISTAKES)
    assert faulty.code == 2
    assert "er skrevet to ganger" in faulty.err


# --- properties

FIELDS = re.split(r"(?m)^(?=    [a-zæøå#])", MEASURE)[1:]
BLOCKS = [
    "".join(block)
    for block in (
        FIELDS[0:1], FIELDS[1:2], FIELDS[2:3], FIELDS[3:4], FIELDS[4:5], FIELDS[5:6], FIELDS[6:7],
        FIELDS[7:8], FIELDS[8:10], FIELDS[10:11], FIELDS[11:12],
    )
]  # fmt: skip


@given(st.randoms(use_true_random=False))
@settings(max_examples=tries(60))
def test_a_shuffled_measure_finds_its_order_again(order: random.Random) -> None:
    blocks = list(BLOCKS)
    order.shuffle(blocks)
    while blocks[0].startswith("    #"):
        order.shuffle(blocks)
    text = CANONICAL.partition("    tittel")[0].replace("  - id: T001\n", "")
    first = "  - " + blocks[0][4:]
    shuffled = text + first + "".join(blocks[1:]) + "    id: T001\n"
    assert canonical(FILE, shuffled) == CANONICAL


@given(st.lists(st.tuples(st.sampled_from(CASES), st.booleans()), max_size=6))
@settings(max_examples=tries(60))
def test_the_same_content_comments_and_findings(chosen: list[tuple[tuple[str, str], bool]]) -> None:
    text = CANONICAL
    for (right, written), crlf in chosen:
        text = text.replace(right, written)
        text = text.replace("\n", "\r\n") if crlf and "\r" not in text else text
    result = canonical(FILE, text)
    assert sorted(re.findall(r"# .*\w", result)) == sorted(re.findall(r"# .*\w", text))
    assert read_yaml("", result).data == read_yaml("", text).data
    assert [f.code for f in check(result).findings] == [f.code for f in check(text).findings]
    assert canonical(FILE, result) == result


@pytest.mark.parametrize(
    "text",
    [
        "name: Kontroll\non: push\njobs:\n   a:\n      runs-on: 'ubuntu-latest'\n",
        "målområder:\n   - {kode: 1}\nperiode: '2021-2025'\n",
        "ansvarlig: 'KDD'\n",
        "- a\n-   b\n",
    ],
)
def test_a_file_that_is_no_register_is_left(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, "utf-8")
    done = tiltak("format", FILE, cwd=tmp_path)
    assert (done.code, done.out) == (0, "")
    assert done.err == f"tiltak: {FILE} er ikke et register, og er ikke rørt.\n"
    assert (tmp_path / FILE).read_text("utf-8") == text
    assert tiltak("format", "-", stdin=text.encode()).out == text
