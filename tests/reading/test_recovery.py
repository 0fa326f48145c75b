"""After a fault in the YAML the rest is still checked: each fault gives its own finding."""

import re
from itertools import starmap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import HEAD_LINES, check, tries

from tiltak_cli.sources.files import Source, SourceFile
from tiltak_cli.sources.register.load import Loaded, load
from tiltak_cli.sources.yaml.careful import MAX_FINDINGS
from tiltak_cli.sources.yaml.recovery import ATTEMPTS

MEASURE = """\
  - id: T00{n}
    tittel: Tiltak nummer {n}
    beskrivelse: >-
      Departementene samler det
      de vet på ett sted.
    målområder: [1]
    retningsvalg: [1a, 1b]
    ansvarlig: FIN
    deltakere: [JD, HOD]
    status: vedtatt
    prioritet: høy
    frist: 2024-Q2
    milepæler:
      - {{id: M1, tekst: Utkast, frist: 2023}}
      - id: M2
        tekst: Ferdig
        frist: 2024
    forum: Strategisk forum
    avhenger_av: {after}
"""
LENGTH = MEASURE.count("\n")
FIRST = HEAD_LINES.count("\n") + 2
FIVE = [MEASURE.format(n=n, after=f"T00{n + 1}" if n < 5 else "[]") for n in range(1, 6)]

CONFLICT = "<<<<<<< HEAD\n    forum: A\n=======\n    kontakt: B\n>>>>>>> gren\n    forum: S"

# What is written instead of what, with the code, the line of the measure (from 1) and the column.
MISTAKES = [
    ("    status: vedtatt", "\tstatus: vedtatt", "TIL002", 10, 1),
    ("    status: vedtatt", "  \tstatus: vedtatt", "TIL002", 10, 3),
    ("        tekst: Ferdig", "\t\ttekst: Ferdig", "TIL002", 16, 1),
    ("      - id: M2", "\t  - id: M2", "TIL002", 15, 1),
    ("status: vedtatt", "status:vedtatt", "TIL001", 10, 5),
    ("status: vedtatt", "status = vedtatt", "TIL001", 10, 5),
    ("status: vedtatt", "status vedtatt", "TIL001", 10, 5),
    ("status: vedtatt", "status", "TIL001", 10, 5),
    ("tekst: Ferdig", "tekst:Ferdig", "TIL001", 16, 9),
    ("frist: 2024\n", "frist:2024\n", "TIL001", 17, 9),
    ("status: vedtatt", "status:\tvedtatt", "", 0, 0),
    ("    status: vedtatt", "     status: vedtatt", "TIL007", 10, 6),
    ("    status: vedtatt", "       status: vedtatt", "TIL007", 10, 8),
    ("    status: vedtatt", "   status: vedtatt", "TIL007", 10, 4),
    ("    status: vedtatt", "  status: vedtatt", "TIL007", 10, 3),
    ("    prioritet: høy", "prioritet: høy", "TIL007", 11, 1),
    ("        tekst: Ferdig", "         tekst: Ferdig", "TIL007", 16, 10),
    ("        tekst: Ferdig", "       tekst: Ferdig", "TIL007", 16, 8),
    ("    målområder", "     målområder", "TIL007", 6, 6),
    ("tittel: Tiltak", "tittel: Veileder: Tiltak", "TIL003", 2, 21),
    ("tekst: Ferdig", "tekst: Ferdig: helt", "TIL003", 16, 22),
    ("tekst: Utkast", "tekst: Første: utkast", "TIL003", 14, 25),
    ("tittel: Tiltak", 'tittel: "Tiltak', "TIL004", 2, 13),
    ("tittel: Tiltak", "tittel: 'Tiltak", "TIL004", 2, 13),
    ("tekst: Ferdig", 'tekst: "Ferdig', "TIL004", 16, 16),
    ("forum: Strategisk", 'forum: "Strategisk', "TIL004", 18, 12),
    ("forum: Strategisk forum", 'forum: "Strategisk" forum', "TIL004", 18, 25),
    *(("forum: S", f"forum: {c}S", "TIL005", 18, 12) for c in "@`%],}"),
    ("forum: S", "forum: * S", "TIL005", 18, 12),
    ("forum: S", "forum: *S", "TIL005", 18, 12),
    ("forum: Strategisk forum", "forum: *forum", "TIL014", 18, 12),
    ("forum: S", "forum: &a S", "TIL014", 18, 12),
    ("forum: S", "forum: !S", "TIL015", 18, 12),
    ("forum: S", "forum: | S", "TIL005", 18, 12),
    ("forum: S", "forum: > S", "TIL005", 18, 12),
    ("forum: S", "forum: [S", "TIL001", 18, 12),
    ("forum: S", "forum: {S", "TIL001", 18, 12),
    ("deltakere: [JD, HOD]", "deltakere: [JD, HOD", "TIL001", 9, 16),
    ("deltakere: [JD, HOD]", "deltakere: JD, HOD]", "TIL202", 9, 16),
    ("[1a, 1b]", "[1a, 1b", "TIL001", 7, 19),
    ("frist: 2023}", "frist: 2023", "TIL001", 14, 9),
    ("id: M1, tekst", "id: M1 tekst", "TIL001", 14, 9),
    ("      - id: M2", "      -id: M2", "TIL001", 15, 7),
    ("  - id: T003", "  -id: T003", "TIL001", 1, 3),
    ("  - id: T003", "  - id:T003", "TIL001", 1, 5),
    ("  - id: T003", "  id: T003", "TIL007", 1, 3),
    ("  - id: T003", "    id: T003", "TIL013", 1, 5),
    ("  - id: T003", "   - id: T003", "TIL007", 1, 4),
    ("  - id: T003", " - id: T003", "TIL007", 1, 2),
    ("  - id: T003", "- id: T003", "TIL007", 1, 1),
    ("  - id: T003", "\t- id: T003", "TIL002", 1, 1),
    ("forum: S", 'forum: "P:\\omr S', "TIL008", 18, 15),
    ("tittel: Tiltak nummer 3", "tittel: “Tiltak nummer 3”", "TIL604", 2, 13),
    ("tittel: Tiltak nummer 3", "tittel: Tiltak #3", "TIL601", 2, 20),
    ("forum: S", "<<: *T002\n    forum: S", "TIL014", 18, 5),
    ("status: vedtatt", "status: planlakt", "TIL201", 10, 13),
    ("    forum: S", CONFLICT, "TIL006", 18, 1),
    ("    forum: S", "    forum: A\n=======\n    kontakt: S", "TIL006", 19, 1),
    ("    forum: S", "---\n    forum: S", "TIL012", 18, 1),
    ("    forum: S", "...\n    forum: S", "TIL012", 18, 1),
]


def text_of(measures: list[str]) -> str:
    return f"{HEAD_LINES}tiltak:\n{''.join(measures)}"


def broken(number: int, *mistakes: tuple[str, str]) -> str:
    """A measure with some mistakes in it."""
    measure = FIVE[number - 1]
    for mistake in mistakes:
        old, new = (
            text.replace("T003", f"T00{number}").replace("nummer 3", f"nummer {number}")
            for text in mistake
        )
        assert old in measure
        measure = measure.replace(old, new, 1)
    return measure


def with_broken(measures: dict[int, str]) -> str:
    """The register with some of its measures broken."""
    return text_of([measures.get(n, measure) for n, measure in enumerate(FIVE, 1)])


def test_the_five_measures_are_right() -> None:
    assert check(text_of(FIVE)).findings == ()


@pytest.mark.parametrize(("old", "new", "code", "line", "column"), MISTAKES)
def test_one_mistake_is_one_finding(old: str, new: str, code: str, line: int, column: int) -> None:
    loaded = check(with_broken({3: broken(3, (old, new))}))
    found = [(f.code, f.place.line, f.place.column) for f in loaded.findings]
    assert found == ([(code, FIRST + 2 * LENGTH + line - 1, column)] if code else [])
    assert [f.measure_id for f in loaded.findings] == ["T003"] * len(found)
    assert len(loaded.plain) == 5


def told(loaded: Loaded) -> list[tuple[str, str]]:
    return [(finding.code, finding.measure_id) for finding in loaded.findings]


def test_six_faults_give_six_findings_in_order() -> None:
    loaded = check(
        with_broken(
            {
                1: broken(1, ("    status: vedtatt", "\tstatus: vedtatt"), ("forum: S", "forum:S")),
                2: broken(2, ("tittel: Tiltak", "tittel: Veileder: Tiltak")),
                3: broken(3, ("tittel: Tiltak", 'tittel: "Tiltak')),
                4: broken(4, ("status: vedtatt", "status: planlakt")),
                5: broken(5, ("tittel: Tiltak nummer 3", "tittel: “Tiltak nummer 3”")),
            }
        )
    )
    codes = ("TIL002", "TIL001", "TIL003", "TIL004", "TIL201", "TIL604")
    ids = ("T001", "T001", "T002", "T003", "T004", "T005")
    assert told(loaded) == list(zip(codes, ids, strict=True))
    assert not any("ikke kontrollert" in finding.remedy for finding in loaded.findings)
    assert loaded.register is None


SAME_MEASURE = [
    (("status: vedtatt", "status:vedtatt"), ("frist: 2024-Q2", "frist: snart")),
    (("tittel: Tiltak", "tittel: @Tiltak"), ("prioritet: høy", "prioritet: viktig")),
    (("tekst: Ferdig", "tekst:Ferdig"), ("forum: S", "forum: [S")),
    (("tekst: Ferdig", "tekst:Ferdig"), ("frist: 2024\n", "frist:2024\n")),
    (("id: M1, tekst", "id: M1 tekst"), ("tekst: Ferdig", "tekst: Ferdig: helt")),
    (("id: M1, tekst", "id: M1 tekst"), ("frist: 2024\n", "frist: snart\n")),
    (("deltakere: [JD, HOD]", "deltakere: [JD, HOD"), ("    prioritet", "\tprioritet")),
    (("  - id: T003", "  -id: T003"), ("status: vedtatt", "status: planlakt")),
    (("  - id: T003", "   - id: T003"), ("status: vedtatt", "status = vedtatt")),
    (("  - id: T003", "    id: T003"), ("status: vedtatt", "status: planlakt")),
]


@pytest.mark.parametrize("mistakes", SAME_MEASURE)
def test_two_mistakes_in_the_same_measure(mistakes: tuple[tuple[str, str], ...]) -> None:
    alone = [told(check(with_broken({3: broken(3, mistake)}))) for mistake in mistakes]
    both = told(check(with_broken({3: broken(3, *mistakes)})))
    assert sorted(both) == sorted(alone[0] + alone[1])


BREAKING = [(old, new) for old, new, code, *_ in MISTAKES if code not in ("", "TIL601")]


@settings(max_examples=tries(200))
@given(st.dictionaries(st.integers(1, 5), st.sampled_from(BREAKING), min_size=1, max_size=4))
def test_just_the_measures_with_a_mistake_get_a_finding(
    mistakes: dict[int, tuple[str, str]],
) -> None:
    loaded = check(with_broken({n: broken(n, mistake) for n, mistake in mistakes.items()}))
    assert [finding.measure_id for finding in loaded.findings] == [
        f"T00{n}" for n in sorted(mistakes)
    ]


HEADS = [
    (('"2023-2"', '"2023-2'), ("TIL004", 2, 9)),
    (('"2021-2025"', '"2021-2025'), ("TIL004", 1, 11)),
    (("per_dato: ", "per_dato:"), ("TIL001", 3, 1)),
    (("utgave:", " utgave:"), ("TIL007", 2, 2)),
    (("utgave:", "\tutgave:"), ("TIL002", 2, 1)),
    (("ansvarlig: KDD", "ansvarlig = KDD"), ("TIL001", 4, 1)),
    (("tiltak:", "tiltak"), ("TIL001", 5, 1)),
    (("tiltak:", " tiltak:"), ("TIL007", 5, 2)),
]


@pytest.mark.parametrize(("mistake", "expected"), HEADS)
def test_a_fault_in_the_head_does_not_hide_the_measures(
    mistake: tuple[str, str], expected: tuple[str, int, int]
) -> None:
    text = with_broken({3: broken(3, ("status: vedtatt", "status: planlakt"))})
    loaded = check(text.replace(*mistake, 1))
    found = [(f.code, f.place.line, f.place.column) for f in loaded.findings]
    assert found == [expected, ("TIL201", FIRST + 2 * LENGTH + 9, 13)]


def folder(**texts: str | bytes) -> Loaded:
    encoded = {f"r/{n}.yaml": t.encode() if isinstance(t, str) else t for n, t in texts.items()}
    return load(Source("r", tuple(starmap(SourceFile, encoded.items())), lambda _: None))


def test_a_broken_file_in_a_folder_does_not_hide_the_others() -> None:
    wrong = broken(3, ("status: vedtatt", "status: planlakt"))
    files = {
        "a": HEAD_LINES.replace("per_dato: ", "per_dato:"),
        "b": f"tiltak:\n{broken(1, ('status: vedtatt', 'status:vedtatt'))}{FIVE[1]}",
        "c": f"tiltak:\n{wrong}{FIVE[3]}",
    }
    expected = [("TIL001", ""), ("TIL001", "T001"), ("TIL201", "T003")]
    assert told(folder(**files, d=f"tiltak:\n{FIVE[4]}")) == expected
    # In a file that cannot be read there may be any measure, so T005 is not told to be missing.
    unreadable = folder(**files, d=f"tiltak:\n{FIVE[4]}".encode("cp865"))
    assert told(unreadable) == [*expected, ("TIL010", "")]
    assert not unreadable.readable


def test_when_the_head_is_in_the_file_that_cannot_be_read_that_is_said() -> None:
    loaded = folder(a=text_of(FIVE[:2]).encode("cp865"), b=f"tiltak:\n{''.join(FIVE[2:])}")
    (finding,) = loaded.findings
    assert finding.place.file == "r/a.yaml"
    assert finding.remedy.endswith("Det som følger av hodet, er ikke kontrollert.")


CONFLICTS = [
    # Two versions of a measure, of many, with what only the second has, and with faults in them.
    f"<<<<<<< HEAD\n{FIVE[2]}=======\n{FIVE[2].replace('høy', 'lav')}>>>>>>> gren\n",
    f"<<<<<<< HEAD\n=======\n{FIVE[2]}>>>>>>> gren\n",
    f"<<<<<<< HEAD\n{FIVE[2]}||||||| felles\n{FIVE[1]}=======\n>>>>>>> gren\n",
    f"<<<<<<< HEAD\n{FIVE[2].replace('status: ', 'status:')}=======\n{FIVE[2]}>>>>>>> gren\n",
    FIVE[2].replace("    frist: 2024-Q2\n", "<<<<<<< A\n=======\n    frist: 2024\n>>>>>>> B\n"),
    FIVE[2].replace("    status: v", "<<<<<<< A\n    status: x\n=======\n>>>>>>> B\n    status: v"),
    FIVE[2].replace("    forum", "<<<<<<< A\n    forum"),
    FIVE[2].replace("    forum", ">>>>>>> A\n    forum"),
]


@pytest.mark.parametrize("conflict", CONFLICTS)
def test_of_a_conflict_nothing_is_said_but_that_it_is_there(conflict: str) -> None:
    last = broken(5, ("status: vedtatt", "status: planlakt"))
    loaded = check(text_of([*FIVE[:2], conflict, FIVE[3], last]))
    assert [code for code, _ in told(loaded)] == ["TIL006", "TIL201"]
    twice = check(text_of([*FIVE[:2], conflict, FIVE[3], last, "<<<<<<< C\n=======\n>>>>>>> D\n"]))
    assert [code for code, _ in told(twice)] == ["TIL006", "TIL201", "TIL006"]


def test_a_second_register_below_the_first_is_not_mixed_with_it() -> None:
    first = with_broken({3: broken(3, ("status: vedtatt", "status:vedtatt"))})
    assert told(check(f"{first}---\n{text_of(FIVE)}")) == [("TIL001", "T003"), ("TIL012", "T005")]


def test_what_is_left_of_a_measure_is_said() -> None:
    many = [(f"    {key}", f"\t{key}") for key in ("beskrivelse", "målområder", "retningsvalg")]
    many += [(f"    {key}", f"\t{key}") for key in ("ansvarlig", "deltakere", "status")]
    many += [(f"    {key}", f"\t{key}") for key in ("prioritet", "frist", "milepæler", "forum")]
    loaded = check(with_broken({3: broken(3, *many)}))
    assert told(loaded) == [("TIL002", "T003")] * ATTEMPTS
    assert loaded.findings[-1].remedy.endswith("Resten av tiltaket er ikke kontrollert.")
    assert len(loaded.plain) == 5


def test_a_file_with_a_fault_in_every_measure_is_told_up_to_a_limit() -> None:
    """The last one that is told is the first of three in its measure."""
    measure = re.sub("(status|forum|prioritet): ", r"\1:", FIVE[4])
    measures = [measure.replace("T005", f"T{n:03d}") for n in range(1, MAX_FINDINGS // 3 + 10)]
    loaded = check(text_of(measures))
    assert len(loaded.findings) == MAX_FINDINGS
    assert loaded.findings[-1].remedy.endswith("Resten av filen er ikke kontrollert.")
