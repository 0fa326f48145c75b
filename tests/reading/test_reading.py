"""From bytes to plain data with places: every fault of a file becomes a finding, never an error."""

from typing import Any

import pytest
from support import HEAD_LINES, check, register_text, told

from tiltak_cli.sources.yaml import careful
from tiltak_cli.sources.yaml.reader import has_odd_texts, read_yaml

VALID = register_text("")
# Three measures with their dashes two blanks in, and the second of them with its dash moved.
MEASURES = "".join(f"- id: T{n:03d}\n  tittel: Nummer {n}\n" for n in (1, 2, 3))
THREE = f"{HEAD_LINES}tiltak:\n" + "".join(
    f"  {line}\n" for line in register_text(MEASURES).splitlines()[5:]
)
MOVED = [" " * blanks + "- id: T002" for blanks in (0, 1, 3, 4, 5, 6)]
ID_ALONE = "id: T001\n"


# A measure's own lines (the first is line 6), with what is found.
IN_A_MEASURE = [
    ("tittel: Veileder: Klart språk\n", ("TIL003", 6, 19)),
    ("tittel: Veileder\tfor: Klart språk\n", ("TIL003", 6, 23)),
    ("tittel: Klart språk:\n", ("TIL003", 6, 22)),
    ('tittel: "Klart språk\n', ("TIL004", 6, 11)),
    ("tittel: 'Klart språk\n", ("TIL004", 6, 11)),
    ('tittel: "Klart" språk\n', ("TIL004", 6, 19)),
    ("tittel: 'vi'-følelse\n", ("TIL004", 6, 15)),
    ('tittel: "Klart\nforum: "Strategisk"\n', ("TIL004", 6, 11)),
    *((f"tittel: {c}ord\n", ("TIL005", 6, 11)) for c in "@`%],}"),
    *((f"tittel: {c} ord\n", ("TIL005", 6, 11)) for c in "*&?-|>"),
    ("tittel: *alle ord\n", ("TIL005", 6, 11)),
    ("tittel: {Klart} språk\n", ("TIL005", 6, 11)),
    ("tittel: {Klart språk\n", ("TIL001", 6, 11)),
    ("tittel: &felles Klart språk\n", ("TIL014", 6, 11)),
    ("tittel: *felles\n", ("TIL014", 6, 11)),
    ("tittel: !viktig Klart språk\n", ("TIL015", 6, 11)),
    ("tittel: !!str Klart språk\n", ("TIL015", 6, 11)),
    ("deltakere: [HOD, KD\n", ("TIL001", 6, 14)),
    ("deltakere: [HOD, KD)\n", ("TIL001", 6, 14)),
    ("milepæler:\n  - {id: M1, tekst: A\n", ("TIL001", 7, 7)),
    ("milepæler:\n  - {id: M1 tekst: A}\n", ("TIL001", 7, 7)),
    ("tittel: A\nforum:Strategisk\n", ("TIL001", 7, 3)),
    ("tittel: A\nforum Strategisk\n", ("TIL001", 7, 3)),
    ("tittel: A\nforum = Strategisk\n", ("TIL001", 7, 3)),
    ("tittel: A\nresten av tittelen\n", ("TIL007", 7, 3)),
    ("tittel: A\n forum: B\n", ("TIL007", 7, 4)),
    ("beskrivelse: |\n  A\n B\n", ("TIL007", 8, 4)),
    ("tittel: A\n\tforum: B\n", ("TIL002", 7, 3)),
    ('tittel: "P:\\områder"\n', ("TIL008", 6, 14)),
    ('tittel: "P:\\felles"\n', ("TIL008", 6, 11)),
    ("tittel: A\ntittel: B\n", ("TIL013", 7, 3)),
    ("<<: {tittel: A}\n", ("TIL014", 6, 3)),
    ("? [tittel]\n: A\n", ("TIL017", 6, 5)),
    ("tittel: a\x81b\n", ("TIL018", 6, 12)),
    ("tittel: æøå\ufffeb\n", ("TIL018", 6, 14)),
    ("tittel: a\x07b\n", ("TIL018", 6, 12)),
    *((f"tittel: æ{c}b\n", ("TIL019", 6, 12)) for c in "\x85\u2028\u2029"),
    # What is no fault of the file is left to the schema, as the text that was written.
    ("ansvarlig: NO\n", ("TIL202", 6, 14)),
    ("frist: 2024-02-30\n", ("TIL209", 6, 10)),
    ("frist: " + "9" * 5000 + "\n", ("TIL209", 6, 10)),
    ("målområder: [²]\n", ("TIL203", 6, 16)),
    ("målområder: [١]\n", ("TIL203", 6, 16)),
    ("status: “vedtatt”\n", ("TIL201", 6, 11)),
]


@pytest.mark.parametrize(("lines", "expected"), IN_A_MEASURE)
def test_a_fault_in_a_measure(lines: str, expected: tuple[str, int, int]) -> None:
    loaded = check(register_text(f"- {ID_ALONE}" + "  " + lines.replace("\n", "\n  ").rstrip(" ")))
    code, line, column = expected
    assert told(loaded) == [(code, line + 1, column)]
    # Even where the text cannot be read, the measure is named.
    assert loaded.findings[0].measure_id == "T001"


# Whole files, with what is found.
WHOLE = [
    ("", [("TIL011", 1, 1)]),
    (" \n\n", [("TIL011", 1, 1)]),
    ("# bare en kommentar\n", [("TIL011", 1, 1)]),
    ("---\n", [("TIL011", 2, 1)]),
    ("~\n", [("TIL011", 1, 1)]),
    ("hei\n", [("TIL106", 1, 1)]),
    ("- id: T001\n", [("TIL106", 1, 1)]),
    ("tiltak: []\n", [("TIL020", 1, 1)]),
    (HEAD_LINES, [("TIL102", 1, 11)]),
    (HEAD_LINES + "tiltak:\n", [("TIL104", 5, 1)]),
    (HEAD_LINES + "tiltak:\n  id: T001\n", [("TIL103", 5, 1)]),
    (HEAD_LINES + "tiltaker: []\n", [("TIL101", 5, 1)]),
    (VALID.replace("strategi:", "strateig:"), [("TIL101", 1, 1)]),
    (VALID.replace('"2021-2025"', ""), [("TIL104", 1, 1)]),
    (VALID.replace('"2021-2025"', "[a]"), [("TIL103", 1, 11)]),
    (VALID.replace('"2021-2025"', "1999-2003"), [("TIL022", 1, 11)]),
    (VALID.replace('"2021-2025"', "/etc/passwd"), [("TIL022", 1, 11)]),
    (VALID.replace('"2021-2025"', '"2021-2025'), [("TIL004", 1, 11)]),
    (VALID.replace("utgave:", " utgave:"), [("TIL007", 2, 2)]),
    (VALID.replace("  status:", "status:"), [("TIL007", 12, 1)]),
    (VALID.replace("  status:", "   status:"), [("TIL007", 12, 4)]),
    (VALID.replace("- id:", "-id:"), [("TIL001", 6, 1)]),
    *((THREE.replace("  - id: T002", moved), [("TIL007", 15, len(moved) - 9)]) for moved in MOVED),
    (THREE.replace("  - id: T001", " - id: T001"), [("TIL007", 6, 2)]),
    (VALID.replace("- id: T001", "- id: T001\u00a0"), [("TIL208", 6, 7)]),
    (VALID.replace("målområder", "mÃ¥lomrÃ¥der"), [("TIL010", 9, 3)]),
    (VALID + "  id: T002\n", [("TIL013", 15, 3)]),
    (
        VALID
        + VALID[VALID.index("  tittel") - 11 :]
        .replace("- id: T001", "  id: T002")
        .replace("Felles", "Ny"),
        [("TIL013", 15, 3)],
    ),
    # The head's own field stands right, and one of a measure in the head does not.
    (VALID.replace("tiltak:", "  merke: A\ntiltak:"), [("TIL007", 5, 3)]),
    ("prioritet: høy\n  utgave: A\n", [("TIL007", 1, 1)]),
    ("- " + VALID, [("TIL007", 1, 1)]),
    ("a: 1\n...\n# b\nb: 2\n", [("TIL012", 2, 1)]),
    (VALID + "---\ntiltak: []\n", [("TIL012", 15, 1)]),
    (VALID + "...\ntiltak: []\n", [("TIL012", 15, 1)]),
    (VALID + "...\n\ntiltak: []\n", [("TIL012", 15, 1)]),
    ("%YAML 1.1\n---\n" + VALID, [("TIL016", 1, 1)]),
    ("# a\n%TAG ! tag:b,2000:\n---\n" + VALID, [("TIL016", 2, 1)]),
    ("%ANNET\n---\n" + VALID, [("TIL016", 1, 1)]),
    (VALID + "<<<<<<< HEAD\n=======\n>>>>>>> gren\n", [("TIL006", 15, 1)]),
    (VALID.replace("mal for", "mal\n<<<<<<< HEAD\n  for"), [("TIL006", 8, 1)]),
    (VALID + "=======\n", [("TIL006", 15, 1)]),
    (VALID + ">>>>>>> gren\r\n", [("TIL006", 15, 1)]),
    (
        "a: &a [x]\nb: &b [*a]\n",
        [("TIL106", 1, 1), *(("TIL014", *p) for p in ((1, 4), (2, 4), (2, 8)))],
    ),
    ("".join(" " * n + "-\n" for n in range(200)), [("TIL902", 33, 33)]),
    ("".join(f"{' ' * n}a:\n" for n in range(1000)), [("TIL902", 33, 33)]),
]


@pytest.mark.parametrize(("text", "expected"), WHOLE)
def test_a_fault_of_the_file(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert told(check(text)) == expected


BYTES = [
    (VALID.encode("cp1252"), ("TIL010", 7, 27)),
    (VALID.encode("latin-1"), ("TIL010", 7, 27)),
    (VALID.encode("utf-16"), ("TIL010", 1, 1)),
    (VALID.encode("utf-16-le"), ("TIL010", 1, 1)),
    (VALID.encode("utf-16-be"), ("TIL010", 1, 1)),
    (VALID.encode()[:-1] + b"\xc3", ("TIL010", 14, 14)),
    (VALID.encode() + b"\x00", ("TIL018", 15, 1)),
    (b"PK\x03\x04" + b"\x00" * 30, ("TIL018", 1, 1)),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", ("TIL018", 1, 1)),
    (b"%PDF-1.7\n", ("TIL018", 1, 1)),
    (b"\xef\xbb\xbf", ("TIL011", 1, 1)),
]


@pytest.mark.parametrize(("data", "expected"), BYTES)
def test_bytes_that_are_not_a_text(data: bytes, expected: tuple[str, int, int]) -> None:
    loaded = check(data)
    assert told(loaded) == [expected]
    assert not loaded.readable


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + VALID.encode(),
        VALID.replace("\n", "\r\n").encode(),
        VALID.replace("\n", "\r").encode(),
        ("---\n" + VALID + "...\n").encode(),
        VALID.replace("  status", "\n \n  # kommentar\n  status").encode(),
        register_text('tittel: "Et \\"sitat\\" til"\n').encode(),
    ],
)
def test_what_is_accepted_as_it_is(data: bytes) -> None:
    assert check(data).findings == ()


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_of_an_invisible_line_break_the_one_sign_is_pointed_at(sign: str) -> None:
    (finding,) = check(register_text(f"tittel: æ{sign}b\n")).findings
    place = finding.place
    assert (place.end_line, place.end_column) == (place.line, place.column + 1)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("id: T002", "Det mangler en strek foran «id: T002»."),
        (" - id: T002", "Listepunktet «- id: T002» har et annet innrykk enn de andre."),
    ],
)
def test_a_dash_that_is_missing_is_not_one_in_another_column(line: str, said: str) -> None:
    found = check(register_text("- id: T001\n") + f"{line}\n  tittel: Annet mål\n").findings
    assert said in [finding.message for finding in found]


def test_an_id_further_down_points_to_the_one_above_it() -> None:
    text = register_text("- id: T001\n") + "  id: T002\n  tittel: Annet mål\n"
    first = check(text).findings[0]
    assert [(r.place.line, r.place.end_line) for r in first.related] == [(6, 6)]


def test_places_are_the_same_with_any_line_endings() -> None:
    text = register_text("tittel: Blåbær\nfrist: snart\n")
    for ending in ("\n", "\r\n", "\r"):
        assert told(check(text.replace("\n", ending))) == [("TIL209", 7, 10)]
    marked = check(b"\xef\xbb\xbf" + text.encode())
    assert told(marked) == [("TIL209", 7, 10)]
    assert marked.texts[0][1] == text


@pytest.mark.parametrize(
    ("written", "value"),
    [
        *((text, text) for text in ("2024-02-30", "NO", "ja", "0500", "1.10", "1e3", "0x1F", "-1")),
        *((text, text) for text in ("1_000", "12:30", "9" * 10, "²", "١٢", "y", "=", "2024-06-30")),
        ("12", 12), ("0", 0), ("123456789", 123456789),
        ("true", True), ("False", False), ("", None), ("~", None), ("null", None),
        ('"12"', "12"), ("'true'", "true"), ('""', ""), ("[]", []), ("{}", {}),
        ("|\n  a\n  b\n", "a\nb\n"), (">-\n  a\n  b\n", "a b"),
    ],
)  # fmt: skip
def test_values_are_the_text_that_was_written(written: str, value: Any) -> None:
    tree = read_yaml("f", f"a: {written}\n")
    assert tree.data == {"a": value}
    assert type(tree.data["a"]) is type(value)
    assert tree.findings == ()


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "- " * 50_000, "".join(f"{' ' * n}a:\n" for n in range(3000))]
)
def test_so_deep_that_the_parser_itself_may_give_up(text: str) -> None:
    (finding,) = check(text).findings
    assert finding.code == "TIL902"


def test_both_places_of_a_repeated_field() -> None:
    (finding,) = check(register_text("status: vedtatt\nforum: A\nstatus: utsatt\n")).findings
    (first,) = finding.related
    assert finding.place[1:] == (8, 3, 8, 9)
    assert first.place[1:] == (6, 3, 6, 9)


def test_a_file_full_of_faults_is_given_up() -> None:
    loaded = check(HEAD_LINES + "tiltak: [" + "*a," * 200_000 + "]\n")
    assert len(loaded.findings) == careful.MAX_FINDINGS
    assert loaded.register is None


def test_a_dash_that_is_moved_is_told_on_its_own_measure() -> None:
    for moved in MOVED:
        (finding,) = check(THREE.replace("  - id: T002", moved)).findings
        assert (finding.measure_id, finding.measure_title) == ("T002", "Nummer 2")
        assert "samme kolonne som de andre" in finding.remedy


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("tittel: Sak # 5\n", False),
        ("tittel: Sak #5\n", True),
        ("tittel: 10\u00a0000 kroner til «Åpen»\n", False),
        ("tittel: Åpen\u00a0\n", True),
        ("tittel: \u00a0Åpen\n", True),
        ("tittel: 'Åpen\u00a0'\n", True),
        ("tittel: Åpen og “klar”\n", False),
        ("tittel: “Åpen”\n", True),
        ("tittel: A\u030apen\n", True),
        ("tittel: Å\u200bpen\n", True),
        ('tittel: "A\\u200bpen"\n', True),
        ("tittel: Åpen \U0001f44d 葛 \ufffd\n", True),
        ("tittel: Åpen \U0001f469\u200d\U0001f4bb \u26a0\ufe0f\n", True),
        ("tittel: Åpen \U000e0041\n", True),
    ],
)
def test_texts_are_looked_at_only_where_something_is_odd(text: str, odd: bool) -> None:
    assert has_odd_texts(text, text.encode()) is odd


def test_pictures_may_be_joined_and_other_files_are_not_looked_at() -> None:
    assert check(register_text("tittel: Åpen \U0001f469\u200d\U0001f4bb dag\n")).findings == ()
    assert told(check("navn: Sak #5\n")) == [("TIL106", 1, 1)]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        (register_text("tittel: @a\n"), False),
        (register_text("tittel: A\ntittel: B\n"), False),
        (VALID.replace('"2021-2025"', "@mal"), False),
        (HEAD_LINES + "tiltak: [\n", True),
    ],
)
def test_a_fault_that_ends_the_reading_says_so(text: str, ends: bool) -> None:
    (finding,) = check(text).findings
    assert finding.remedy.endswith("Resten av filen er ikke kontrollert.") is ends
