"""A workbook that a ministry fills in: what it is asked, where it writes, and what helps it."""

from datetime import date
from functools import cache

import openpyxl
import pytest
from command import OLD, golden
from openpyxl.worksheet.worksheet import Worksheet
from workbook_dump import cells, dump, example, opened, seen
from workbook_edits import base_of

from tiltak_cli.changes.compare import compare
from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.domain.measure import NEEDS, Status
from tiltak_cli.domain.register import Register
from tiltak_cli.domain.selection import Selection, select
from tiltak_cli.overview.counts import overview
from tiltak_cli.views.excel import workbook
from tiltak_cli.views.excel.kit import palette
from tiltak_cli.views.excel.kit.book import Options
from tiltak_cli.wording import Language

DUE, CONTACT = date(2024, 8, 30), "Seksjon for forvaltningspolitikk i DFD, tiltak@example.no"
INPUT = f"FF{palette.INPUT.fill}"


@cache
def made(*codes: str, since: bool = True, options: Options | None = None) -> bytes:
    """The example's workbook for some, with what is new since the edition before."""
    register = example()
    chosen = select(register, Selection(organisations=codes), register.as_of)
    seen_by = overview(register, register.as_of, chosen)
    news = compare(example(str(OLD)), register).of({m.id for m in chosen}) if since else None
    asked = options or Options(due=DUE, contact=CONTACT)
    return workbook(seen_by, news, asked._replace(audience=codes))


def form(*codes: str, since: bool = True, options: Options | None = None) -> openpyxl.Workbook:
    return opened(made(*codes, since=since, options=options))


def of(register: Register, *codes: str) -> openpyxl.Workbook:
    """The workbook of a register that is made for the occasion."""
    options = Options(audience=codes)
    return opened(workbook(overview(register, register.as_of), None, options))


def labels(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for cell in sheet[4]]


def column(sheet: Worksheet, label: str) -> list[object]:
    number = labels(sheet).index(label)
    return [row[number] for row in sheet.iter_rows(min_row=5, values_only=True)]


def by_id(sheet: Worksheet, label: str) -> dict[object, object]:
    return dict(zip(column(sheet, "ID"), column(sheet, label), strict=True))


def texts(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for cell in cells(sheet)]


def test_everything_that_kd_sees_is_as_kept() -> None:
    book = form("KD")
    golden("utfylling.txt", dump(book))


def test_the_letter_says_what_by_when_and_to_whom_before_anything_else() -> None:
    letter = form("KD").worksheets[0]
    said = texts(letter)
    assert said[0] == "Tiltaksoversikten: vi trenger svar fra KD"
    assert said[1] == (
        "Til Kunnskapsdepartementet (KD) fra Digitaliserings- og forvaltningsdepartementet (DFD)"
    )
    assert said[3:6] == [
        "Svar innen fredag 30. august 2024",
        f"Lagre filen, og send hele arbeidsboken til {CONTACT}.",
        "Dette ber vi dere gjøre",
    ]


def test_without_a_day_and_a_contact_it_goes_to_the_keeper() -> None:
    said = texts(form("KD", options=Options()).worksheets[0])
    assert said[3] == "Send svaret så snart dere har sett over arkene"
    keeper = "Digitaliserings- og forvaltningsdepartementet (DFD)"
    assert said[4] == f"Lagre filen, og send hele arbeidsboken til {keeper}."


def test_the_letter_names_their_own_measures_and_no_list_of_others_troubles() -> None:
    letter = form("KD").worksheets[0]
    said = "\n".join(texts(letter))
    assert "Dette bør ledelsen se på" not in said
    assert "T016" not in said.replace("T012, T016, T019", "")
    links = {c.value: c.hyperlink.location for c in cells(letter) if c.hyperlink}
    assert links["T011"] == "'Tiltak'!A5"
    assert links["Dere deltar"] == "'Dere deltar'!A5"


def test_what_is_asked_stands_on_the_row_too_those_that_need_most_first() -> None:
    asked = by_id(form("KD")["Tiltak"], "Vi ber om")
    assert list(asked) == ["T011", "T004"]
    assert asked["T011"] == (
        "Fristen 31.05.2024 er passert med 15 dager. Vurderingen er rød. Fristen for milepæl M2 er "
        "passert.\n→ Skriv ny frist, eller velg en status som avslutter eller utsetter tiltaket.\n"
        "→ Oppdater Avvik med hva dere gjør nå, eller velg ny vurdering.\n"
        "→ Skriv i arket Milepæler når M2 ble nådd, eller ny frist."
    )


def test_their_own_measures_and_those_they_take_part_in_have_a_sheet_each() -> None:
    book = form("KD")
    assert [sheet.title for sheet in seen(book)] == [
        *("Brev", "Tiltak", "Milepæler", "Dere deltar", "Nye tiltak", "Avsluttet", "Lister"),
    ]
    assert column(book["Dere deltar"], "ID") == [
        *("T001", "T002", "T003", "T012", "T016", "T019", "T021", "T024", "T028"),
    ]
    assert book["Avsluttet"]["A1"].value == "Avsluttet siden utgave 2023-2"
    assert column(book["Avsluttet"], "ID") == ["T009", "T020", "T026"]
    # Nothing compared with: all that have ended, also before.
    older = form("KD", since=False)["Avsluttet"]
    assert (older["A1"].value, len(column(older, "ID"))) == ("Avsluttede tiltak", 3)


def test_cells_to_write_in_have_a_pencil_a_fill_an_edge_and_help() -> None:
    book = form("KD")
    assert not [sheet for sheet in seen(book) if sheet.merged_cells.ranges or not sheet["A1"].value]
    assert all(table.comment for sheet in seen(book) for table in sheet.tables.values())
    for title in ("Tiltak", "Milepæler", "Dere deltar", "Nye tiltak"):
        sheet = book[title]
        helped = {
            str(cells_)
            for rule in sheet.data_validations.dataValidation
            if rule.prompt
            for cells_ in rule.sqref.ranges
        }
        for cell in sheet[4]:
            letter = cell.coordinate[:-1]
            below = sheet[f"{letter}{sheet.max_row}"]
            open_ = str(cell.value).startswith("✎ ")
            assert open_ == (cell.fill.fgColor.rgb == "FF002C54"), cell
            if open_ and cell.value != "✎ Rollen deres":
                assert below.fill.fgColor.rgb == INPUT, cell
                assert below.border.left.color.rgb == f"FF{palette.INPUT_EDGE}"
                assert any(letter in cells_ for cells_ in helped), cell


def test_every_need_of_every_status_has_a_column_to_write_in() -> None:
    there = labels(form("KD")["Tiltak"])
    for needs in NEEDS.values():
        assert [f"✎ {BY_KEY[key].nb}" in there for key in needs] == [True] * len(needs)
    assert "Opprinnelig frist" in there


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("gjennomført", "✓ Gjennomført – mangler dato og resultat →"),
        ("utsatt", "‖ Utsatt – mangler begrunnelse →"),
        ("utgår", "✕ Utgår – mangler begrunnelse →"),
        ("innlemmet", "→ Innlemmet – mangler begrunnelse og innlemmet i →"),
    ],
)
def test_a_status_says_what_it_lacks_and_keeps_its_word(status: str, said: str) -> None:
    sheet = form("KD")["Tiltak"]
    marks = [
        (rule.formula[0], rule.dxf.numFmt.formatCode)
        for area in sheet.conditional_formatting
        for rule in area.rules
        if rule.dxf.numFmt
    ]
    (formula,) = [f for f, shown in marks if shown == f'General;General;General;"{said}"']
    assert formula.startswith(f'AND($D5="{status}",')


def test_the_first_of_two_marks_that_hold_is_the_one_that_lacks_more() -> None:
    sheet = form("KD")["Tiltak"]
    status = next(area for area in sheet.conditional_formatting if str(area.sqref) == "D5:D6")
    ordered = [rule.formula[0] for rule in sorted(status.rules, key=lambda r: r.priority)]
    lacking = [formula for formula in ordered if '="gjennomført"' in formula]
    assert [formula.count('=""') for formula in lacking[:3]] == [2, 1, 1]
    assert lacking[-1] == 'D5="gjennomført"'


def test_a_role_can_be_left_where_they_are_named_and_nowhere_else() -> None:
    sheet = form("KD")["Dere deltar"]
    roles = by_id(sheet, "✎ Rollen deres")
    assert (roles["T001"], roles["T019"]) == ("deltar", "Alle deltar")
    chosen = [
        r for r in sheet.data_validations.dataValidation if r.formula1 and "deltar" in r.formula1
    ]
    assert {str(rule.sqref) for rule in chosen} == {f"M{row}" for row in (5, 6, 7, 8, 9, 13)}
    assert all(rule.showErrorMessage for rule in chosen)
    several = form("KD", "FIN")["Dere deltar"]
    assert by_id(several, "✎ Rollen deres")["T003"] == "KD: Deltar\nFIN: Deltar"


def test_milestones_can_be_reached_postponed_and_added() -> None:
    sheet = form("KD")["Milepæler"]
    assert column(sheet, "ID")[:3] == ["T011", "T011", None]
    assert column(sheet, "✎ Nådd?")[:2] == ["ja", None]
    assert sheet.tables["Milepæler"].ref == "A4:J16"
    lists = {
        str(r.sqref): r.formula1 for r in sheet.data_validations.dataValidation if r.type == "list"
    }
    assert lists == {"A7:A16": "egne_id", "G5:G16": '"ja,nei"'}


def test_lists_explain_each_word_as_the_schema_does() -> None:
    lists = form("KD")["Lister"]
    said = dict(zip(column(lists, "Verdi"), column(lists, "Forklaring"), strict=True))
    assert said["gjennomført"] == "✓ Gjennomført. Ferdig. Krever Gjennomført og Resultat."
    assert said["rød"] == "■ Rød. Alvorlig avvik. Krever Avvik."
    assert said["KD"] == "Kunnskapsdepartementet"
    assert any(str(value).startswith("1c utvikling") for value in said)


def test_the_hidden_sheet_has_only_what_stands_in_a_column() -> None:
    base = base_of(made("KD"))
    assert (base.format, base.recipients) == (3, ("KD",))
    ids = {part.sheet: part.ids for part in base.parts}
    assert ids["sheet.measures"] == ("T011", "T004")
    for part in base.parts:
        shown = {
            *part.columns,
            "løpende",
            *(("milepæler",) if part.sheet == "sheet.measures" else ()),
        }
        for measure in base.measures:
            if measure["id"] in part.ids:
                assert {*measure} <= shown
    everything = "\n".join(
        str(cell.value) for cell in cells(form("KD")["_meta"]) if cell.column == 4
    )
    for each in example().measures:
        for text in filter(None, (each.contact, each.risk, each.note)):
            assert text[:20] not in everything


def test_one_who_leads_nothing_gets_a_sheet_that_says_so() -> None:
    book = form("ED")
    assert book["Tiltak"]["A2"].value.startswith("Dere har ikke ansvaret")
    assert not [text for text in texts(book["Tiltak"]) if text.startswith("✎")]
    assert "Milepæler" not in book.sheetnames


def test_a_measure_that_has_ended_and_lacks_its_result_is_asked_for() -> None:
    register = example()
    measures = tuple(
        m._replace(status=Status.COMPLETED, result="", completed=register.as_of, milestones=())
        if m.id == "T004"
        else m
        for m in register.measures
    )
    asked = by_id(of(register._replace(measures=measures), "KD")["Tiltak"], "Vi ber om")
    assert asked["T004"] == "Resultat mangler.\n→ Fyll ut Resultat."


def test_many_measures_are_summed_up_in_the_letter() -> None:
    register = example()
    led = tuple(m._replace(responsible=("KD",)) for m in register.measures)
    letter = of(register._replace(measures=led), "KD").worksheets[0]
    said = texts(letter)
    assert sum(1 for cell in cells(letter) if str(cell.value).startswith("T0")) in (4, 5)
    assert any(text.endswith("til som dere har ansvaret for") for text in said)


@pytest.mark.parametrize("language", [Language.NN, Language.EN])
def test_other_languages_keep_the_words_that_are_read_back(language: Language) -> None:
    book = form("KD", options=Options(language))
    plain = form("KD")
    for number in (1, 3):
        codes = [
            [row[3].value for row in b.worksheets[number].iter_rows(min_row=5)]
            for b in (book, plain)
        ]
        assert codes[0] == codes[1]
    assert book.worksheets[0]["A1"].value != plain.worksheets[0]["A1"].value


def test_chosen_columns_are_those_of_their_own_sheet() -> None:
    fields = tuple(BY_KEY[key] for key in ("tittel", "status", "begrunnelse", "kontakt"))
    sheet = form("KD", options=Options(columns=fields))["Tiltak"]
    assert labels(sheet) == [
        *("ID", "Tiltak", "Vi ber om", "✎ Status", "✎ Begrunnelse", "✎ Kontakt"),
    ]
    # What cannot be written is not asked for.
    assert "Avvik" not in str(by_id(sheet, "Vi ber om")["T011"])


def test_the_same_bytes_every_time() -> None:
    first = made("KD")
    made.cache_clear()
    assert made("KD") == first
