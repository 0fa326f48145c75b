"""A row of a new measure: what it must have, and in which workbooks it can be written."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from returned_books import all_of, bring, changed, depot
from workbook_edits import FILL_IN, MEETING, Change, brought, fill, put, saved, sheet_of

from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.views.excel.kit.book import Options

SHORT = Options(columns=(BY_KEY["tittel"], BY_KEY["prioritet"]))
NEW = ("Felles ordliste", "1", "1c", "KD", None, None, "foreslått", "lav", "2026")
LACKS = "A11 (nytt tiltak): Arket har ikke"
FOUR = "kolonnene «Beskrivelse», «Mål», «Ansvarlig» og «Status»"
MUST = "som et nytt tiltak må ha. Legg til"
OR = "eller send en arbeidsbok fra «tiltak export --for KODE»."
TO_NEW = "som et nytt tiltak må ha. Flytt det til arket «Nye tiltak»."
ONE_OF = "Gyldige: høy, middels eller lav."


def a_row(book: Workbook) -> None:
    fill(sheet_of(book, "Tiltak"), [[None, *NEW]], first=11)


def with_description(book: Workbook) -> None:
    all_of([a_row, put("Tiltak!P4", "Beskrivelse"), put("Tiltak!P11", "En tekst.")])(book)


@pytest.mark.wide
@pytest.mark.parametrize(
    ("change", "options", "said"),
    [
        (
            a_row,
            MEETING,
            f"{LACKS} kolonnen «Beskrivelse», {MUST} kolonnen med den overskriften, {OR}",
        ),
        (
            put("Tiltak!B11", "Nytt"),
            SHORT,
            f"{LACKS} {FOUR}, {MUST} kolonnene med de overskriftene, {OR}",
        ),
        (
            all_of([put("Tiltak!B11", "Nytt"), put("Tiltak!D11", "vedtatt")]),
            FILL_IN,
            f"{LACKS} kolonnene «Beskrivelse», «Mål» og «Ansvarlig», {TO_NEW}",
        ),
        (
            all_of([with_description, put("Tiltak!I11", None)]),
            MEETING,
            "A11 (nytt tiltak): I11 er tom, men må være fylt ut.",
        ),
        (
            all_of([with_description, put("Tiltak!I11", "3/4/2025")]),
            MEETING,
            f"I11 (nytt tiltak, prioritet): «3/4/2025» er ikke gyldig. {ONE_OF}",
        ),
    ],
    ids=["no description", "few columns", "another sheet", "an empty cell", "a fault"],
)
def test_what_a_new_measure_lacks_is_one_sentence(
    tmp_path: Path, change: Change, options: Options, said: str
) -> None:
    depot(tmp_path)
    done, lines = bring(tmp_path, change, "--write", options=options)
    assert (done.code, done.out, lines) == (1, "", [])
    assert done.err == f"tiltak: {said}\ntiltak: Ingenting er skrevet: 1 feil.\n"


@pytest.mark.wide
def test_a_column_that_is_added_takes_what_a_new_measure_must_have() -> None:
    found = brought(changed(with_description))
    (row,) = found.new
    assert (found.spoilt, row.fields["beskrivelse"], row.places["beskrivelse"]) == (
        (),
        "En tekst.",
        "P11",
    )


@pytest.mark.wide
@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Kunnskapsdepartementet", "KD"),
        ("finansdepartementet (FIN)", "FIN"),
        ("Ministry of Finance, KD", ["FIN", "KD"]),
        ("Kunskapsdepartementet", "Skriv KD. Kodene står i arket Lister."),
        ("Fjordverket", "finnes ikke. Kodene står i arket Lister."),
    ],
)
def test_an_organisation_may_be_written_with_its_full_name(
    written: str, read: str | list[str]
) -> None:
    row = [None, "Felles ordliste", "En tekst.", "1", "1c", written, None, "foreslått", "lav"]
    back = brought(saved(lambda book: fill(sheet_of(book, "Nye tiltak"), [row], first=5), FILL_IN))
    said = [each.sentence for each in back.spoilt]
    found = [new.fields.get("ansvarlig") for new in back.new]
    assert found == [read] or any(str(read) in sentence for sentence in said)
