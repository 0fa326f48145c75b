"""After one fault of the file or the head, the rest of the register is checked all the same."""

import pytest
from support import HEAD_LINES, check, register_text, source, spread, told

from tiltak_cli.findings import Finding
from tiltak_cli.sources.files import Source, SourceFile
from tiltak_cli.sources.register.load import Loaded, load
from tiltak_cli.sources.yaml.decode import MOST_TOLD

# Two measures with a fault each, which stand on lines 9 and 28 of the register.
TWO = register_text(
    "- id: T001\n  tittel: Mal for høringer\n  status: ferdig\n"
    "- id: T002\n  tittel: Felles mal\n  frist: snart\n"
)
FAULTS = [("TIL201", 8, 11), ("TIL209", 17, 10)]


def test_the_register_has_these_faults() -> None:
    assert told(check(TWO)) == FAULTS


# What is put in the place of something, with the one finding that it gives, and its measure.
SIGNS = {
    "U+000B in a title": ("Mal for", "Mal\x0bfor", ("TIL018", 7, 14), "T001"),
    "U+000B at the end of a title": ("høringer", "høringer\x0b", ("TIL018", 7, 27), "T001"),
    "U+000B in quotes": ("Mal for høringer", '"Mal\x0b"', ("TIL018", 7, 15), "T001"),
    "U+000B in an indentation": ("  tittel: Felles", "\x0b  tittel: Felles", ("TIL018", 16, 1),
                                 "T002"),
    "U+000C on a line of its own": ("  tittel: Felles", "\x0c\n  tittel: Felles", ("TIL018", 16, 1),
                                    "T002"),
    "U+0007 in a field's name": ("  tittel: Felles", "  tit\x07tel: Felles", ("TIL018", 16, 6),
                                 "T002"),
    "U+0001 in an id": ("T002", "T\x01002", ("TIL018", 15, 8), "T002"),
    "U+007F in a comment": ("utgave:", "# \x7f\nutgave:", ("TIL018", 2, 3), ""),
    "U+0081 in a title": ("Mal for", "Mal\x81for", ("TIL018", 7, 14), "T001"),
    "U+FFFE in a title": ("Mal for", "Mal\ufffefor", ("TIL018", 7, 14), "T001"),
    "U+0085 in a title": ("Mal for", "Mal\x85for", ("TIL019", 7, 14), "T001"),
    "U+2028 in a title": ("Mal for", "Mal\u2028for", ("TIL019", 7, 14), "T001"),
    "U+2029 in a comment": ("utgave:", "# \u2029\nutgave:", ("TIL019", 2, 3), ""),
    "a field saved with the wrong encoding": (
        "målområder",
        "mÃ¥lomrÃ¥der",
        ("TIL010", 10, 3),
        "T001",
    ),
    "a field of the head in another case": ("tiltak:", "Tiltak:", ("TIL101", 5, 1), ""),
    "all in capitals": ("tiltak:", "TILTAK:", ("TIL101", 5, 1), ""),
    "the list misspelt": ("tiltak:", "tiltaket:", ("TIL101", 5, 1), ""),
    "the strategy of another period": ('"2021-2025"', '"2031-2035"', ("TIL022", 1, 11), ""),
    "a strategy that is a year": ('"2021-2025"', "2021", ("TIL022", 1, 11), ""),
    "a strategy in a file that is not there": ('"2021-2025"', "a.yaml", ("TIL022", 1, 11), ""),
    "a strategy in a list": ('"2021-2025"', "[a]", ("TIL103", 1, 11), ""),
    "an empty strategy": ('"2021-2025"', "", ("TIL104", 1, 1), ""),
    "the strategy in another case": ("strategi:", "Strategi:", ("TIL101", 1, 1), ""),
    "a strategy that cannot be read": ('"2021-2025"', "@mal", ("TIL005", 1, 11), ""),
}  # fmt: skip


def moved(place: tuple[str, int, int], lines: int) -> tuple[str, int, int]:
    code, line, column = place
    return code, line + lines, column


@spread(("old", "new", "expected", "measure"), SIGNS.values(), 4, ids=SIGNS)
def test_one_fault_is_one_finding_and_the_rest_is_checked(
    old: str, new: str, expected: tuple[str, int, int], measure: str
) -> None:
    text = TWO.replace(old, new, 1)
    more = new.count("\n")
    loaded = check(text)
    rest = [moved(f, more) if f[1] >= expected[1] else f for f in FAULTS]
    assert sorted(told(loaded)) == sorted([expected, *rest])
    assert {f.measure_id for f in loaded.findings if f.code == expected[0]} == {measure}
    # Nothing is made of what is known only in part.
    known = expected[0] == "TIL101"
    assert (loaded.register is not None) == known
    # Once that is put right, nothing is new.
    assert told(check(TWO)) == FAULTS


def test_several_at_once_are_told_one_by_one() -> None:
    text = TWO.replace("Mal for", "Mal\x0bfor").replace("Felles", "Fel\u2028les")
    text = text.replace("tiltak:", "Tiltak:").replace('"2021-2025"', '"1999-2003"')
    loaded = check(text.replace("status: vedtatt", "status:vedtatt"))
    assert [f.code for f in loaded.findings] == [
        "TIL022",
        "TIL101",
        "TIL018",
        "TIL201",
        "TIL019",
        "TIL209",
        "TIL001",
    ]


def test_places_on_a_line_with_such_a_sign_are_those_of_the_file() -> None:
    text = register_text("frist: snart # \x0b\nprioritet: \x0bviktig\nfremdrift: A\x0b\n")
    loaded = check(text)
    lines = text.split("\n")
    pointed = {
        f.code: lines[f.place.line - 1][f.place.column - 1 : f.place.end_column - 1]
        for f in loaded.findings
    }
    assert pointed == {"TIL018": "\x0b", "TIL206": "viktig", "TIL209": "snart"}


def test_a_spoilt_field_is_one_finding_wherever_else_the_letters_are_spoilt() -> None:
    spoilt = TWO.encode().decode("cp1252").replace("Ã¸ringer", "Ã¸ringer, Ã…pen og Ã˜st")
    loaded = check(spoilt)
    assert [f.code for f in loaded.findings] == ["TIL201", "TIL010", "TIL209"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_in_a_file_of_two_bytes_a_letter_the_rest_is_checked(encoding: str) -> None:
    loaded = check(TWO.encode(encoding))
    assert told(loaded) == [("TIL010", 1, 1), *FAULTS]
    assert not loaded.readable


def test_with_a_second_head_in_a_folder_the_rest_is_checked() -> None:
    second = TWO.replace("T001", "T003").replace("T002", "T004").replace("M", "N").replace("F", "G")
    files = (SourceFile("r/a.yaml", TWO.encode()), SourceFile("r/b.yaml", second.encode()))
    loaded = load(Source("r", files, lambda _: None))
    assert told(loaded) == [*FAULTS, ("TIL021", 1, 1), *FAULTS]
    assert loaded.register is None


HEAD = HEAD_LINES.splitlines()


@pytest.mark.parametrize(
    "head",
    [
        [f"- {HEAD[0]}", *HEAD[1:]],
        [f"- {HEAD[0]}", *(f"  {line}" for line in HEAD[1:])],
        [f"- {line}" for line in HEAD],
        [HEAD[0], f"- {HEAD[1]}", *HEAD[2:]],
    ],
)
def test_a_head_with_a_dash_is_one_finding(head: list[str]) -> None:
    loaded = check(TWO.replace(HEAD_LINES, "".join(f"{line}\n" for line in head)))
    (finding,) = (f for f in loaded.findings if f.code == "TIL007")
    assert (finding.place.line, finding.place.column) == (1 if head[0][0] == "-" else 2, 1)
    assert finding.message.startswith("Hodet står i en liste: «- ")
    assert told(loaded) == [("TIL007", finding.place.line, 1), *FAULTS]


@pytest.mark.parametrize("dash", ["-\t", "- \t", "-\t\t"])
def test_a_tab_after_a_dash_is_one_finding(dash: str) -> None:
    assert told(check(TWO.replace("- id", f"{dash}id", 1))) == [
        ("TIL002", 6, 1 + dash.index("\t")),
        *FAULTS,
    ]


@pytest.mark.parametrize("indent", ["  ", "    "])
@pytest.mark.parametrize("number", [1, 3, 12])
def test_items_below_a_quoted_text_are_one_finding(indent: str, number: int) -> None:
    items = "".join(f"{indent}- punkt {n}\n" for n in range(number))
    text = TWO.replace("Mal for høringer\n", f'"Mal for høringer"\n{items}', 1)
    (finding,) = (f for f in check(text).findings if f.code == "TIL007")
    assert (finding.place.line, finding.measure_id) == (8, "T001")
    assert ("Det samme gjelder linjene under." in finding.remedy) == (number > 1)


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_with_another_encoding_the_rest_is_checked(encoding: str) -> None:
    loaded = check(TWO.encode(encoding))
    assert sorted(told(loaded)) == [("TIL010", 7, 20), *FAULTS]
    # One letter from another program in a file that is else as it should be.
    mixed = TWO.encode().replace("høringer".encode(), "høringer".encode(encoding))
    assert sorted(told(check(mixed))) == [("TIL010", 7, 20), *FAULTS]


@pytest.mark.parametrize(
    "data",
    [TWO.encode("mac_roman"), TWO.encode("cp865"), b"\xff\xfe\x00", b"\x00" + TWO.encode()],
)
def test_where_it_is_not_known_what_is_written_nothing_more_is_said(data: bytes) -> None:
    (finding,) = check(data).findings
    assert finding.code in ("TIL010", "TIL018")


def test_a_file_full_of_signs_is_no_text() -> None:
    (finding,) = check(TWO.replace(" ", "\x0b")).findings
    assert (finding.code, finding.place.line) == ("TIL018", 1)
    assert "trolig ikke en tekstfil" in finding.message


def test_of_very_many_signs_some_are_told() -> None:
    comments = ("# " + "a" * 100 + "\x0b\n") * (MOST_TOLD + 10)
    loaded = check(comments + TWO)
    assert [f.code for f in loaded.findings].count("TIL018") == MOST_TOLD
    assert loaded.findings[MOST_TOLD - 1].remedy.endswith("Det er flere slike tegn i filen.")
    assert [f.code for f in loaded.findings[MOST_TOLD:]] == ["TIL201", "TIL209"]


# --- without a strategy


def without_strategy(lines: str, strategy: str = '"2031-2035"') -> Loaded:
    return check(register_text(lines).replace('"2021-2025"', strategy))


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        ("id: T001\n", []),
        # Any code will do, but the form of a list is known, and that there must be one.
        ("målområder: [7]\nretningsvalg: [7x]\nutviklingsområder: [Z]\n", []),
        ("målområder: 7\n", ["TIL103"]),
        ("målområder: []\n", ["TIL104"]),
        ("målområder: [true]\n", ["TIL299"]),
        ("målområder: [7, 7]\n", ["TIL105"]),
        ("# målområder mangler\n", ["TIL102"]),
        ("# retningsvalg mangler\n", []),
        ("opphav: {periode: 2001-2005, status: vedtatt}\n", []),
        # Organisations are those that ship, where a strategy that might ship is named.
        ("ansvarlig: KDL\n", ["TIL202"]),
        ("ansvarlig: KMD\n", ["TIL414"]),
        ("ansvarlig: KDD\ndeltakere: [KDD]\n", ["TIL415"]),
        ("avhenger_av: T009\n", ["TIL402"]),
        ("tittel: Felles mal\u00a0\n", ["TIL602"]),
        ("frist: 2024-02-30\n", ["TIL209"]),
        ("status: gjennomført\n", ["TIL303", "TIL304"]),
    ],
)
def test_what_needs_no_strategy_is_checked(lines: str, codes: list[str]) -> None:
    first, *others = without_strategy(lines).findings
    assert first.code == "TIL022"
    assert first.remedy.endswith("Det som følger av strategien, er ikke kontrollert.")
    assert sorted(f.code for f in others) == codes


def test_of_a_strategy_in_a_file_the_organisations_are_not_known_either() -> None:
    lines = "ansvarlig: OSLO\nutførende: [A]\ndeltakere: alle\nstatus: ferdig\n"
    findings = without_strategy(lines, "oslo.yaml").findings
    assert [f.code for f in findings] == ["TIL022", "TIL201"]
    wrong = without_strategy("ansvarlig: 12\n", "oslo.yaml").findings
    assert [f.code for f in wrong] == ["TIL022", "TIL103"]


def test_the_strategy_beside_the_register_may_be_broken() -> None:
    register = TWO.replace('"2021-2025"', "oslo.yaml")
    loaded = load(source(register, {"oslo.yaml": b"tittel: A: B\n"}))
    assert sorted(told(loaded)) == [("TIL022", 1, 11), *FAULTS]


# --- without a head


def folder(**texts: str) -> tuple[Finding, ...]:
    files = [SourceFile(f"r/{name}.yaml", text.encode()) for name, text in texts.items()]
    return load(Source("r", tuple(files), lambda _: None)).findings


def test_without_a_head_the_measures_are_checked() -> None:
    measures = TWO.removeprefix(HEAD_LINES)
    finding, *rest = check(measures).findings
    assert finding.code == "TIL020"
    assert finding.remedy.endswith("Det som følger av hodet, er ikke kontrollert.")
    assert [f.code for f in rest] == ["TIL201", "TIL209"]
    first, second = measures.split("- id: T002")
    parted = folder(a=first, b=f"tiltak:\n- id: T002{second}")
    assert sorted(f.code for f in parted) == ["TIL020", "TIL201", "TIL209"]


def test_a_part_of_a_register_may_refer_to_what_is_in_the_others() -> None:
    part = register_text("avhenger_av: T009\n").removeprefix(HEAD_LINES)
    assert [f.code for f in check(part).findings] == ["TIL020"]


def test_a_list_with_another_name_in_a_folder() -> None:
    first, second = TWO.split("- id: T002")
    findings = folder(a=first, b=f"Tiltak:\n- id: T002{second}")
    assert [(f.code, f.measure_id) for f in findings] == [
        ("TIL201", "T001"),
        ("TIL101", ""),
        ("TIL209", "T002"),
    ]


def test_a_list_that_may_be_something_else_is_not_read_and_that_is_said() -> None:
    (finding,) = check(TWO.replace("tiltak:", "oversikt:")).findings
    assert (finding.code, finding.place.line) == ("TIL101", 5)
    assert finding.remedy.endswith("Det som står i listen, er ikke kontrollert.")
