"""A register against an earlier edition: what may change without a word, and what may not."""

from pathlib import Path

import pytest
from command import NEW, OLD
from hypothesis import given
from hypothesis import strategies as st
from support import register_text, source

from tiltak_cli.findings import Finding, Severity
from tiltak_cli.rules.base import Past
from tiltak_cli.sources.files import Source, read_path
from tiltak_cli.sources.history.before import read_past
from tiltak_cli.sources.register.load import load

WORKING = "status: igangsatt\nfremdrift: Arbeidet følger planen.\n"
DONE = "status: gjennomført\ngjennomført: 2023-06-30\nresultat: Malen er i bruk.\n"
DROPPED = "status: utgår\nbegrunnelse: Stanset av Strategisk forum.\n"
FIRST = "- id: T001\n"
COURSE = (
    "  tittel: Opplæring av nye ledere\n  beskrivelse: Et kurs i samarbeid over grensene.\n"
    "  retningsvalg: [1c]\n  ansvarlig: KD\n  frist: 2024-06\n"
)
SECOND = f"- id: T002\n{COURSE}"
MERGED = "  status: innlemmet\n  begrunnelse: Slått sammen.\n  innlemmet_i: T001\n"


def against(before: str, after: str) -> list[Finding]:
    """What the past says of a register, and nothing else."""
    past = Past(load(source(register_text(before))).register, "HEAD~1")
    loaded = load(source(register_text(after)), None, past)
    assert [f for f in loaded.findings if f.code < "TIL3"] == [], "the case itself is broken"
    return [finding for finding in loaded.findings if finding.code.startswith("TIL5")]


def codes(findings: list[Finding]) -> list[str]:
    return [finding.code for finding in findings]


def measure(identity: str, lines: str) -> str:
    return f"- id: {identity}\n" + "".join(f"  {line}\n" for line in lines.splitlines())


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (FIRST + SECOND, FIRST, ["TIL501"]),
        (SECOND + FIRST, FIRST, ["TIL501"]),
        (FIRST + SECOND + "  status: utsatt\n  begrunnelse: Venter.\n", FIRST, ["TIL501"]),
        # What had ended may leave, in each of the three ways.
        (FIRST + SECOND + MERGED, FIRST, []),
        (FIRST + measure("T002", DONE), FIRST, []),
        (FIRST + measure("T002", DROPPED), FIRST, []),
        # New and moved measures are no loss.
        (FIRST, FIRST + SECOND, []),
        (FIRST + SECOND, SECOND + FIRST, []),
        # The same measure under another id is told at that id.
        (FIRST + SECOND, FIRST + SECOND.replace("T002", "T007"), ["TIL501"]),
        (FIRST + SECOND, FIRST + SECOND.replace("T002", "T007").replace("nye", "de"), ["TIL501"]),
    ],
)
def test_nothing_vanishes(before: str, after: str, expected: list[str]) -> None:
    assert codes(against(before, after)) == expected


def test_a_vanished_measure_is_named_though_it_is_not_there() -> None:
    (finding,) = against(FIRST + SECOND, FIRST)
    assert (finding.measure_id, finding.measure_title) == ("T002", "Opplæring av nye ledere")
    assert (finding.place.line, finding.place.column, finding.place.end_column) == (5, 1, 7)
    assert finding.severity is Severity.ERROR
    assert finding.message == (
        "T002 «Opplæring av nye ledere» var vedtatt i «HEAD~1», men er ikke med lenger."
    )


def test_a_measure_with_another_id_is_told_once_at_the_new_one() -> None:
    (finding,) = against(FIRST + SECOND, FIRST + SECOND.replace("T002", "T007"))
    assert (finding.measure_id, finding.place.line, finding.place.column) == ("T007", 15, 7)
    assert finding.remedy.startswith("Skriv «id: T002»")


@pytest.mark.parametrize("wrong", ["- id: t002\n", "- id: T2\n", "- id: 002\n", "-\n"])
def test_an_id_that_is_written_wrong_is_one_mistake(wrong: str) -> None:
    past = Past(load(source(register_text(FIRST + SECOND))).register, "HEAD~1")
    text = register_text(FIRST + SECOND).replace("- id: T002\n", wrong).replace("-\n  ", "- ")
    found = {finding.code[:4] for finding in load(source(text), None, past).findings}
    assert "TIL5" not in found
    assert found


REWRITTEN = (
    "tittel: Standard for innspillsrunder\nbeskrivelse: Et oppsett som gjør det lettere å svare.\n"
)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (FIRST, f"- id: T001\n{COURSE}", ["TIL502"]),
        # Also when what was there had ended: the id is still its own.
        (measure("T001", DONE), f"- id: T001\n{COURSE}", ["TIL502"]),
        # Two measures that have changed places.
        (FIRST + SECOND, SECOND.replace("T002", "T001") + "- id: T002\n", ["TIL502", "TIL502"]),
        # A new title, a new description, or both, on what is plainly the same measure.
        ("", "tittel: Standard for innspillsrunder\n", []),
        ("", "beskrivelse: Et oppsett som gjør det lettere å svare.\n", []),
        (
            "",
            REWRITTEN,
            [],
        ),
        # Everything but the words.
        ("", f"{WORKING}retningsvalg: [1c]\nansvarlig: KD\nfrist: 2025-12\nprioritet: lav\n", []),
        # Too few words to tell.
        (
            "tittel: Ny\nbeskrivelse: Kommer.\n",
            "retningsvalg: [1c]\nansvarlig: KD\nfrist: 2025-12\n",
            [],
        ),
    ],
)
def test_an_id_is_not_reused(before: str, after: str, expected: list[str]) -> None:
    wanted = [code for code in codes(against(before, after)) if code != "TIL504"]
    assert wanted == expected


def test_a_copied_id_is_only_a_duplicate() -> None:
    past = Past(load(source(register_text(FIRST))).register, "HEAD~1")
    text = register_text(FIRST + SECOND.replace("T002", "T001"))
    assert codes(list(load(source(text), None, past).findings)) == ["TIL401"]


FIRST_KEPT = "opprinnelig_frist: 2024-06\n"


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        ("frist: 2024-06\n", "frist: 2025\n", "frist"),
        ("frist: 2025\n", "frist: 2024-06\n", "frist"),
        ("frist: 2024\n", "frist: 2024-H1\n", "frist"),
        (f"frist: 2025\n{FIRST_KEPT}", "frist: 2025-H1\n", "frist"),
        # The first deadline itself is lost or changed, with and without a new one.
        (f"frist: 2025\n{FIRST_KEPT}", "frist: 2025\n", "frist"),
        (f"frist: 2025\n{FIRST_KEPT}", "frist: 2025\nopprinnelig_frist: 2024-07\n", "opprinnelig"),
        (f"frist: 2024-12\n{FIRST_KEPT}", "frist: 2025\nopprinnelig_frist: 2024-12\n", "opprinne"),
        ("frist: 2024-06\n", "frist: 2025\nopprinnelig_frist: 2025\n", "opprinnelig"),
        # Kept, told more exactly, or back where it was.
        ("frist: 2024-06\n", f"frist: 2025\n{FIRST_KEPT}", ""),
        (f"frist: 2024-12\n{FIRST_KEPT}", f"frist: 2025\n{FIRST_KEPT}", ""),
        ("frist: 2024\n", "frist: 2024-Q4\n", ""),
        ("frist: 2024-12-31\n", "frist: 2024\n", ""),
        ("frist: 2024-Q2\n", f"frist: 2025\n{FIRST_KEPT}", ""),
        (f"frist: 2025\n{FIRST_KEPT}", "frist: 2025\nopprinnelig_frist: 2024-06-30\n", ""),
        (f"frist: 2025\n{FIRST_KEPT}", "frist: 2024-06\n", ""),
        # An earlier day still may be known to those who write.
        ("frist: 2024-12\n", f"frist: 2025\n{FIRST_KEPT}", ""),
        # Where there is no deadline on one side, nothing is moved.
        ("frist: 2024\n", "løpende: true\n", ""),
        ("løpende: true\n", "frist: 2024\n", ""),
        (f"frist: 2025\n{FIRST_KEPT}", "løpende: true\n", ""),
    ],
)
def test_a_moved_deadline_keeps_the_first(before: str, after: str, place: str) -> None:
    found = against(before, after)
    assert codes(found) == (["TIL503"] if place else [])
    lines = register_text(after).splitlines()
    assert all(f"{place}" in lines[finding.place.line - 1] for finding in found)
    assert all(finding.severity is Severity.WARNING for finding in found)


HIGH, LOW = "prioritet: høy\n", "prioritet: lav\n"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (WORKING + LOW, WORKING + HIGH, ["TIL504"]),
        (LOW, HIGH, ["TIL504"]),
        # Broken into lines anew, or taken away, is no explanation.
        (
            WORKING + LOW,
            "status: igangsatt\nfremdrift: >-\n  Arbeidet følger\n  planen.\n" + HIGH,
            ["TIL504"],
        ),
        (f"fremdrift: Pågår.\n{LOW}", HIGH, ["TIL504"]),
        (WORKING + LOW, WORKING.replace("planen", "den nye planen") + HIGH, []),
        (WORKING + LOW, WORKING + HIGH + "avvik: Loven er endret, så det haster.\n", []),
        (LOW, HIGH + "begrunnelse: Bedt om av Strategisk forum.\n", []),
        (WORKING + LOW, WORKING.replace("planen", "den nye planen") + LOW, []),
        (WORKING + LOW, DONE + HIGH, []),
    ],
)
def test_a_new_priority_is_explained(before: str, after: str, expected: list[str]) -> None:
    assert codes(against(before, after)) == expected


AGAIN = "begrunnelse: Loven er endret, og arbeidet må gjøres på nytt.\n"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (DONE, WORKING, ["TIL505"]),
        (DROPPED, WORKING, ["TIL505"]),
        (DROPPED, WORKING + DROPPED.partition("\n")[2], ["TIL505"]),
        (DROPPED, DROPPED.replace("utgår", "utsatt"), ["TIL505"]),
        (DONE, WORKING + AGAIN, []),
        (DROPPED, WORKING + AGAIN, []),
        # From one ending to another; that has its own demands.
        (DROPPED, DONE, []),
        (DONE, DROPPED, []),
        (WORKING, DONE, []),
        (WORKING, "status: vedtatt\n", []),
        # Where it is told already that the status does not fit, once is enough.
        (DONE, WORKING + DONE.partition("\n")[2], []),
        (DONE, "status: utsatt\n", []),
    ],
)
def test_what_has_ended_is_not_opened_without_a_word(
    before: str, after: str, expected: list[str]
) -> None:
    assert codes(against(before, after)) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (WORKING, ["TIL506"]),
        ("status: vedtatt\n", ["TIL506"]),
        ("status: foreslått\n", ["TIL506"]),
        ("status: vedtatt\nstart: 2023\n", ["TIL506"]),
        # It waits for its time, has been put off, or is over.
        ("status: vedtatt\nstart: 2024\n", []),
        ("status: utsatt\nbegrunnelse: Venter på ny lov.\n", []),
        (DONE, []),
        (DROPPED, []),
    ],
)
def test_active_measures_are_looked_at(lines: str, expected: list[str]) -> None:
    text = source(register_text(FIRST + measure("T002", lines + COURSE.replace("\n  ", "\n")[2:])))
    past = Past(still=frozenset({"T002", "T099"}), days=180)
    found = list(load(text, None, past).findings)
    assert codes(found) == expected
    assert all(finding.severity is Severity.NOTE for finding in found)
    assert all("på over 180 dager" in finding.message for finding in found)


@pytest.mark.parametrize(
    ("lines", "shown"), [(WORKING, "fremdrift: Arbei"), ("status: vedtatt\n", "status: vedtatt")]
)
def test_an_unchanged_measure_is_told_where_its_progress_stands(lines: str, shown: str) -> None:
    text = register_text(FIRST + measure("T002", lines + COURSE.replace("\n  ", "\n")[2:]))
    (finding,) = load(source(text), None, Past(still=frozenset({"T002"}), days=180)).findings
    assert text.splitlines()[finding.place.line - 1].strip().startswith(shown)


@pytest.mark.parametrize("edition", [OLD, NEW], ids=["2023-2", "2024-1"])
def test_an_edition_against_itself(edition: Path) -> None:
    register = read_path(str(edition))
    assert isinstance(register, Source)
    past = read_past(str(edition), str(edition), register)
    assert isinstance(past, Past)
    assert load(register, None, past).findings == ()


LINES = st.lists(
    st.sampled_from([WORKING, DONE, DROPPED, HIGH, LOW, "frist: 2024\n", FIRST_KEPT, AGAIN, ""]),
    max_size=4,
)


@given(st.lists(LINES, min_size=1, max_size=6))
def test_any_register_against_itself_is_the_same(measures: list[list[str]]) -> None:
    """Also one that breaks other rules."""
    text = "".join(
        measure(f"T{n:03d}", "".join({line.partition(":")[0]: line for line in lines}.values()))
        for n, lines in enumerate(measures, 1)
    )
    past = Past(load(source(register_text(text))).register, "HEAD")
    loaded = load(source(register_text(text)), None, past)
    assert not [finding for finding in loaded.findings if finding.code.startswith("TIL5")]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("prioritet: kjempehøy\n", "TIL206"),
        ("frist: 30.06.2025\n", "TIL209"),
        ("frist: 2025\nopprinnelig_frist: før\n", "TIL209"),
        ("statsu: vedtatt\n# status mangler\n", "TIL101"),
    ],
)
def test_about_a_field_that_is_wrong_nothing_more_is_said(line: str, code: str) -> None:
    before = f"{DROPPED}prioritet: middels\nfrist: {'2024' if 'før' in line else '2025'}\n"
    past = Past(load(source(register_text(before))).register, "HEAD")
    text = register_text(f"{line}{DROPPED if 'status' not in line else ''}")
    assert codes(list(load(source(text), None, past).findings)) == [code]
