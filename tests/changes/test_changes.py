"""What a reader of two editions would say: a table of before, after, and the kinds to expect."""

from random import Random
from typing import Any

import pytest
from change_cases import CASES
from hypothesis import given, settings
from hypothesis import strategies as st
from support import HEAD_LINES, check, register_text, tries

from tiltak_cli.changes.change import Kind
from tiltak_cli.changes.compare import Comparison, compare
from tiltak_cli.changes.fields import field_changes
from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.register import Register
from tiltak_cli.rules.base import UNCLEAR

LATER = HEAD_LINES.replace("2023-10-15", "2024-06-15").replace("2023-2", "2024-1")


def edition(lines: str, *, later: bool = False, as_of: str = "") -> Register:
    """An edition made of the lines of one measure, or of a list of them."""
    text = register_text(lines)
    if later:
        text = text.replace(HEAD_LINES, LATER)
    if as_of:
        text = text.replace("per_dato: 2023-10-15", f"per_dato: {as_of}")
        text = text.replace("ansvarlig: KDD\ntiltak", "ansvarlig: DSS\ntiltak")
    loaded = check(text)
    assert loaded.register is not None, loaded.findings
    # As in `tiltak diff`: an edition may break rules, but what it says must be clear.
    assert not [f for f in loaded.errors if f.code.startswith(UNCLEAR)], loaded.errors
    return loaded.register


def between(old: str, new: str) -> Comparison:
    return compare(edition(old), edition(new, later=True))


@pytest.mark.parametrize(("old", "new", "expected"), CASES.values(), ids=CASES)
def test_what_a_reader_would_say(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    found = [(change.kind.name, change.sentence) for change in between(old, new).changes]
    assert found == expected


def test_every_kind_has_a_row() -> None:
    told = {name for _, _, expected in CASES.values() for name, _ in expected}
    elsewhere = {
        "KEEPER", "RENAMED", "EXECUTING", "OTHER", "ASSESSMENT_SET", "ASSESSMENT_REMOVED",
        "MILESTONE_ADVANCED", "MILESTONE_CHANGED", "COMMENTS", "RENUMBERED", "PERHAPS_RENAMED",
        "BECAME_LATE", "MILESTONE_PASSED", "START_PASSED",
    }  # fmt: skip
    assert {kind.name for kind in Kind} == told | elsewhere


def test_the_rest_of_the_kinds() -> None:
    old = (
        "utførende: DSS\nforum: Strategisk forum\nvurdering: grønn\n"
        "milepæler:\n  - {id: M1, tekst: A, frist: 2024-05}\n  - {id: M2, tekst: B, frist: 2024}\n"
    )
    new = (
        "utførende: DFØ\nforum: Tjenesteforum\n"
        "milepæler:\n  - {id: M1, tekst: A, frist: 2024-03}\n  - {id: M2, tekst: C, frist: 2024}\n"
    )
    assert [change.sentence for change in between(old, new).changes] == [
        "Vurderingen (grønn) er tatt bort.",
        "Utførende er nå DFØ. Før: DSS.",
        "Milepæl M1 «A» er fremskyndet fra mai 2024 til mars 2024 (−61 dager).",
        "Milepæl M2 heter nå «C». Før: «B».",
        "Forum: Tjenesteforum. Før: Strategisk forum.",
    ]
    assert between(new, old).changes[0].sentence == "Vurderingen er nå grønn."


def test_a_ministry_with_a_new_name_is_one_line_and_no_change_of_responsibility() -> None:
    many = "".join(f"- id: T00{n}\n  tittel: Tiltak {n}\n  ansvarlig: {{}}\n" for n in range(1, 6))
    old = edition(many.replace("{}", "KMD"), as_of="2021-10-15")
    new = edition(many.replace("{}", "KDD"), as_of="2022-04-15")
    comparison = compare(old, new)
    assert [c.kind for c in comparison.all] == [Kind.RENAMED]
    assert comparison.general[0].sentence == (
        "Kommunal- og moderniseringsdepartementet (KMD) heter nå Kommunal- og "
        "distriktsdepartementet (KDD). Gjelder 5 tiltak; ansvaret er ikke flyttet. "
        "Navneskifte 1. januar 2022."
    )


def test_a_name_can_change_while_the_abbreviation_stays() -> None:
    old = edition("ansvarlig: KUD\n", as_of="2021-10-15")
    new = edition("ansvarlig: KUD\n", as_of="2022-04-15")
    assert [c.kind for c in compare(old, new).all] == [Kind.RENAMED]


def test_another_keeper_is_told_once() -> None:
    old = edition("prioritet: høy\n")
    new = old._replace(keeper="DFD", as_of=old.as_of.replace(year=2024))
    assert [c.sentence for c in compare(old, new).all] == ["Oversikten føres nå av DFD. Før: KDD."]


def test_a_fingerprint_names_the_same_change_again() -> None:
    first = between("prioritet: lav\n", "prioritet: høy\n").changes[0]
    again = between("prioritet: lav\n", "prioritet: høy\ntittel: Felles mal for høringer\n")
    assert first.fingerprint == again.changes[0].fingerprint
    other = between("prioritet: lav\n", "prioritet: middels\n").changes[0]
    assert first.fingerprint != other.fingerprint


ROWS = st.sampled_from([(row[side], bool(side)) for row in CASES.values() for side in (0, 1)])


@settings(max_examples=tries(60))
@given(ROWS)
def test_a_measure_has_no_changes_from_itself(row: tuple[str, bool]) -> None:
    register = edition(row[0], later=row[1])
    for measure in register.measures:
        assert field_changes(measure, measure, register, register) == []


@settings(max_examples=tries(60))
@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_measures_and_codes_does_not_matter(
    row: tuple[str, bool], random: Random
) -> None:
    register = edition(row[0], later=row[1])
    mixed = [measure._replace(**shuffled(measure, random)) for measure in register.measures]
    random.shuffle(mixed)
    assert compare(register, register._replace(measures=tuple(mixed))).all == ()


def shuffled(measure: Measure, random: Random) -> dict[str, Any]:
    """A measure's lists without an order, in another order."""
    lists = ("areas", "directions", "executing", "participants", "depends_on")
    return {key: tuple(random.sample(v, len(v))) for key in lists if (v := getattr(measure, key))}


def test_a_reason_is_quoted_only_when_it_is_new() -> None:
    """An old text is never told as the reason for a new deadline."""
    avvik = "avvik: Den nye fristen er også passert.\n"
    changes = between(f"frist: 2023-06\n{avvik}", f"frist: 2025\n{avvik}").changes
    assert [(c.kind, c.why) for c in changes] == [(Kind.POSTPONED_AFTER, "")]
    later = between(f"frist: 2025\n{avvik}", f"frist: 2025\n{avvik.strip()} Nytt møte i mai.\n")
    assert [(c.sentence, c.why) for c in later.changes] == [
        ("Avvik er endret.", "Nytt møte i mai.")
    ]
