"""After a fault in the YAML the rest is still checked: each fault gives its own finding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import FILE, HEAD, check

from tiltak_cli.sources.files import Source, SourceFile
from tiltak_cli.sources.load import Loaded, load

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
FIRST = HEAD.count("\n") + 2
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
    return f"{HEAD}tiltak:\n{''.join(measures)}"


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
