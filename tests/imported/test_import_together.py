"""What several workbooks bring, put together with the register: as data, without workbooks."""

from datetime import date

from tiltak_cli.edits.imported.books import Book
from tiltak_cli.edits.imported.merge import met
from tiltak_cli.edits.imported.notes import with_notes
from tiltak_cli.edits.imported.together import together
from tiltak_cli.sources.workbook.answers.entries import Entry, Known, NewRow, Remark, Returned
from tiltak_cli.sources.workbook.answers.numbering import NewStep, Number, numbered
from tiltak_cli.sources.workbook.answers.sheets import sheet_of
from tiltak_cli.sources.workbook.base import Base
from tiltak_cli.sources.workbook.cells import Cells, Sheet
from tiltak_cli.sources.workbook.shown import MEASURES
from tiltak_cli.sources.workbook.written import Written

BASE = Base(
    format=3, strategy="Strategi", period="2021-2025", edition="2024-1", as_of=date(2024, 6, 15),
    keeper="KDD", report_date=date(2024, 6, 15), language="nb", columns=(), fields=(),
    public=False, total=1, revision="", content="", measures=(),
)  # fmt: skip
STEPS = [{"id": "M1", "tekst": "Utkast", "frist": 2024}]
NONE_KNOWN = Known(lambda _: ())


def a_book(name: str, brought: Returned) -> Book:
    return Book(
        name=name, path=name, base=BASE, brought=brought, then={}, names={}, as_sent=False
    )  # fmt: skip


def test_a_year_that_is_written_for_a_milestone_is_a_number() -> None:
    ours = {"id": "T001", "milepæler": STEPS}
    entry = Entry(
        measure="T001", way=("milepæler", "M1", "frist"), place="F5", old="2024", new="2025"
    )
    done = met("T001", ours, ours, [entry], NONE_KNOWN, {})
    assert (done.plain["milepæler"], done.conflicts) == ([{**STEPS[0], "frist": 2025}], [])
    text = entry._replace(way=("milepæler", "M1", "tekst"), old="Utkast", new="2025")
    assert met("T001", ours, ours, [text], NONE_KNOWN, {}).plain["milepæler"][0]["tekst"] == "2025"


def test_notes_that_the_register_has_in_other_words_between_are_not_written_again() -> None:
    entry = Entry(measure="T001", way=("merknad",), place="P5", old="Før.", new="Ring KD.")
    remark = Remark("C5", "T001", "Vi kommer.")
    book = a_book("KD.xlsx", Returned(entries=(entry,), remarks=(remark,)))

    def written(there: str) -> list[str]:
        (made,) = with_notes([book], {"T001": {"merknad": there}})
        return [each.new for each in made.brought.entries]

    assert written("Før.") == ["Ring KD. Vi kommer."]
    assert written("Ring KD. Avklart i møtet. Vi kommer.") == []


def test_a_new_measure_under_an_id_of_its_own_is_no_conflict() -> None:
    row = NewRow(place="A11", id="T009", fields={"tittel": "Nytt"}, places={})
    books = [a_book(name, Returned(new=(row,))) for name in ("KD.xlsx", "FIN.xlsx")]
    same = together(books, {}, NONE_KNOWN, {}, ["T001"])
    assert ([new.id for new in same.new], same.clashing) == (["T009"], [])
    other = row._replace(fields={"tittel": "Et annet"})
    books[1] = a_book("FIN.xlsx", Returned(new=(other,)))
    two = together(books, {}, NONE_KNOWN, {}, ["T001"])
    assert (two.new, [c.conflict.theirs for c in two.clashing]) == ([], [row.fields, other.fields])


def test_a_number_that_somebody_has_written_is_that_milestones_own() -> None:
    rows = [NewStep("T001", "M7", "Høring"), NewStep("T001", "", "Rapport")]
    assert numbered(rows, {"T001": STEPS}, {}) == [Number("M7"), Number("M8", given=True)]
    assert not Number("M7").given


def test_a_sheet_of_another_name_is_known_by_headings_among_its_first_sixty_rows() -> None:
    row = ("ID", "Tiltak", "Status")
    made = Written({"Tiltak": ((), (), (), row)}, (), ())
    for above, known in ((59, True), (60, False)):
        sheet = Sheet("Svar", (*[()] * above, row))
        found = sheet_of(Cells((sheet,), {}), MEASURES, BASE._replace(written=made))
        assert found == (sheet if known else None)
