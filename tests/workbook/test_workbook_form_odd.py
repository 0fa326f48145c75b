"""A workbook that is filled in, of registers that are out of the ordinary."""

from pathlib import Path
from typing import Any

import pytest
from command import Done, tiltak
from openpyxl import Workbook
from workbook_dump import opened
from written_registers import shipped, text_of

DAY = "2024-06-15"


def measure(identity: str, **fields: Any) -> dict[str, Any]:
    """A measure of KD's that nothing is wrong with, but for some `fields`; None takes one away."""
    usual = {
        "tittel": f"Samordning nummer {identity}",
        "beskrivelse": "Vi samordner arbeidet.",
        "målområder": [1],
        "retningsvalg": ["1a"],
        "ansvarlig": "KD",
        "deltakere": ["FIN"],
        "status": "igangsatt",
        "prioritet": "høy",
        "frist": "2025",
        "fremdrift": "I gang.",
    }
    given = {"id": identity, **usual, **fields}
    return {key: value for key, value in given.items() if value is not None}


def export(folder: Path, measures: list[dict[str, Any]], *options: str) -> Done:
    """The command run on a register of some measures."""
    text = text_of(shipped(), measures, per_dato=DAY, ansvarlig="DFD")
    (folder / "tiltaksoversikt.yaml").write_text(text, "utf-8")
    done = tiltak("export", *options, cwd=folder)
    assert done.code == 0, done
    return done


def form(folder: Path, measures: list[dict[str, Any]], *options: str) -> Workbook:
    """The workbook of such a register, for KD unless someone else is named."""
    codes = () if "--for" in options else ("--for", "KD")
    export(folder, measures, *codes, *options, "-o", "bok.xlsx")
    return opened((folder / "bok.xlsx").read_bytes())


def said(book: Workbook, title: str) -> list[str]:
    """All the texts on a sheet."""
    return [str(c.value) for row in book[title].iter_rows() for c in row if c.value is not None]


def rows(book: Workbook, title: str) -> list[dict[str, object]]:
    """The rows of a sheet's table, each cell by its heading."""
    heads, *below = book[title].iter_rows(min_row=4, values_only=True)
    return [dict(zip(map(str, heads), row, strict=True)) for row in below]


UNCLEAR = [
    measure("T001"),
    measure("T002", status="ferdig nesten"),
    measure("T003", ansvarlig="FIN", deltakere=["HOD"], frist="2025-13"),
]


@pytest.mark.wide
@pytest.mark.parametrize(
    ("code", "names"), [("KD", "T002"), ("FIN", "T002 og T003"), ("HOD", "T003"), ("SD", "")]
)
def test_the_letter_says_which_of_their_measures_are_left_out(
    tmp_path: Path, code: str, names: str
) -> None:
    letter = said(form(tmp_path, UNCLEAR, "--for", code), "Brev")
    told = [text for text in letter if "ikke med, fordi feil" in text]
    assert [text.partition(": ")[2] for text in told] == ([f"{names}."] if names else [])
    next_to_it = "→ Dere trenger ikke gjøre noe med det. DFD retter feilene i registeret."
    assert (next_to_it in letter) == bool(names)


@pytest.mark.wide
@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("nn", "Eitt tiltak er ikkje med, fordi feil gjer det uklart: T002."),
        ("en", "One measure is left out because errors make it unclear: T002."),
    ],
)
def test_what_is_left_out_is_said_in_every_language(
    tmp_path: Path, language: str, sentence: str
) -> None:
    book = form(tmp_path, UNCLEAR, "--language", language)
    assert sentence in said(book, book.sheetnames[0])


@pytest.mark.wide
def test_those_who_are_only_in_what_is_left_out_are_not_said_to_have_no_role(
    tmp_path: Path,
) -> None:
    done = export(tmp_path, UNCLEAR, "--for", "alle", "-o", "svar")
    assert "Bare nevnt i tiltak som ikke er med, og derfor uten arbeidsbok: HOD.\n" in done.out
    assert "HOD" not in done.out.partition("Ikke nevnt i noe tiltak")[2]


@pytest.mark.wide
def test_a_measure_that_is_done_is_asked_for_the_milestones_that_remain(tmp_path: Path) -> None:
    steps = [
        {"id": "M1", "tekst": "Planen er lagt", "frist": "2023-Q4", "nådd": "2023-12-01"},
        {"id": "M2", "tekst": "Planen er fulgt", "frist": "2024-Q1"},
    ]
    ended = {"status": "gjennomført", "gjennomført": "2024-03-01", "resultat": "Ferdig."}
    book = form(tmp_path, [measure("T001", milepæler=steps, **ended), measure("T002", **ended)])
    (own,) = rows(book, "Tiltak")
    assert (own["ID"], own["Vi ber om"]) == (
        "T001",
        "Tiltaket er gjennomført, men M2 er ikke nådd.\n→ Skriv i arket Milepæler når M2 ble nådd.",
    )
    asked = [row["Vi ber om"] for row in rows(book, "Milepæler")[:2]]
    assert asked == ["Ingenting. Nådd.", "Tiltaket er gjennomført. Skriv når den ble nådd."]
    assert [row["ID"] for row in rows(book, "Avsluttet")] == ["T002"]


@pytest.mark.wide
def test_where_several_answer_together_each_measure_says_whose_it_is(tmp_path: Path) -> None:
    both = [measure("T001"), measure("T002", ansvarlig="FIN", deltakere=["HOD"])]
    book = form(tmp_path, both, "--for", "KD", "--for", "FIN")
    assert [row["Ansvarlig"] for row in rows(book, "Tiltak")] == ["KD", "FIN"]
    assert "Samordning nummer T002 (FIN)" in said(book, "Brev")


@pytest.mark.wide
def test_one_who_leads_nothing_sends_back_a_book_that_is_read(tmp_path: Path) -> None:
    book = form(tmp_path, [measure("T001")], "--for", "FIN")
    assert "Milepæler" not in book.sheetnames
    book["Dere deltar"][f"{_letter(book, 'Dere deltar', '✎ Rollen deres')}5"] = "deltar ikke"
    book.save(tmp_path / "tilbake.xlsx")
    done = tiltak("import", "tilbake.xlsx", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert "T001    deltakere  FIN" in done.out


@pytest.mark.wide
@pytest.mark.parametrize(
    ("deadline", "language", "shown"),
    [
        ("2024-Q1", "nb", "1. kvartal 2024 !"),
        ("2025-H2", "nb", "2. halvår 2025"),
        ("2025-09", "nn", "september 2025"),
        ("2025-H2", "en", "2nd half of 2025"),
        ("løpende", "en", "ongoing"),
    ],
)
def test_a_deadline_that_is_only_shown_is_said_in_words(
    tmp_path: Path, deadline: str, language: str, shown: str
) -> None:
    """The cell keeps the register's own text, for the import to compare with."""
    when: dict[str, Any] = {"frist": deadline}
    if deadline == "løpende":
        when = {"frist": None, "løpende": True}
    one = measure("T001", **when, vurdering="gul", avvik="Forsinket.")
    book = form(tmp_path, [one], "--for", "FIN", "--language", language)
    sheet = book[book.sheetnames[2]]
    assert (sheet["F5"].value, sheet["F5"].number_format) == (
        deadline,
        f'General;General;General;"{shown}"',
    )
    book.save(tmp_path / "tilbake.xlsx")
    done = tiltak("import", "tilbake.xlsx", cwd=tmp_path)
    assert (done.code, done.out) == (0, "tilbake.xlsx: ingen endringer.\n")


@pytest.mark.wide
def test_a_letter_of_many_measures_goes_on_one_page_and_counts_the_others(tmp_path: Path) -> None:
    """The page holds 891 points of rows, as small as its width makes it in Excel."""
    passed = [{"id": "M1", "tekst": "Planen er lagt", "frist": "2023-Q4"}]
    late = {"frist": "2024-Q1", "vurdering": "rød", "avvik": "Forsinket.", "milepæler": passed}
    measures = [measure(f"T{number:03}", **late) for number in range(1, 15)]
    letter = form(tmp_path, measures)["Brev"]
    heights = [letter.row_dimensions[row].height for row in range(1, letter.max_row + 1)]
    assert sum(map(float, heights)) <= 891
    named = [c.value for c in letter["B"] if c.value]
    assert 3 <= len(named) < 5
    more = f"{14 - len(named)} tiltak til som dere har ansvaret for"
    assert more in [cell.value for cell in letter["C"]]


def _letter(book: Workbook, title: str, label: str) -> str:
    (cell,) = (cell for cell in book[title][4] if cell.value == label)
    return str(cell.coordinate).rstrip("0123456789")


@pytest.mark.wide
def test_a_milestone_that_has_passed_is_said_in_words(tmp_path: Path) -> None:
    """Until it is said to be reached; the cell keeps the register's own text."""
    steps = [
        {"id": "M1", "tekst": "Planen er lagt", "frist": "2023-Q4"},
        {"id": "M2", "tekst": "Planen er fulgt", "frist": "2022"},
        {"id": "M3", "tekst": "Planen er ny", "frist": "2025-H1"},
    ]
    sheet = form(tmp_path, [measure("T001", milepæler=steps)])["Milepæler"]
    assert [sheet[f"E{row}"].value for row in (5, 6, 7)] == ["2023-Q4", "2022", "2025-H1"]
    words = {
        rule.formula[0]: rule.dxf.numFmt.formatCode
        for cells in sheet.conditional_formatting
        if "E5" in cells.cells
        for rule in cells.rules
        if "REPORT" not in rule.formula[0] and rule.dxf.numFmt
    }
    said = [code for formula, code in words.items() if formula.startswith("AND($E5=")]
    assert said == [
        'General;General;General;"2022 !"',
        'General;General;General;"4. kvartal 2023 !"',
    ]
    assert all('$H5=""' in formula for formula in words if formula.startswith("AND($E5="))
    # Formats of the same number would be one to Excel.
    numbers = [
        (rule.dxf.numFmt.numFmtId, rule.dxf.numFmt.formatCode)
        for cells in sheet.conditional_formatting
        for rule in cells.rules
        if rule.dxf.numFmt
    ]
    assert len({number for number, _ in numbers}) == len(set(numbers))


@pytest.mark.wide
def test_all_who_are_responsible_can_answer_and_are_told_to_agree(tmp_path: Path) -> None:
    shared = measure("T001", ansvarlig=["FIN", "KD"], deltakere=["HOD"])
    together = "Ansvarlige sammen: FIN (leder) og KD. Bli enige om ett svar."
    for code in ("FIN", "KD"):
        book = form(tmp_path, [shared], "--for", code)
        (own,) = rows(book, "Tiltak")
        assert str(own["Vi ber om"]).startswith(together)
        assert "Dere deltar" not in book.sheetnames
        assert "✎ Status" in own
    status = _letter(book, "Tiltak", "✎ Fremdrift")
    book["Tiltak"][f"{status}5"] = "Vi er ferdige med planen."
    book.save(tmp_path / "KD.xlsx")
    done = tiltak("import", "KD.xlsx", cwd=tmp_path)
    assert (done.code, "T001    fremdrift" in done.out, "deltaker" in done.out) == (0, True, False)


@pytest.mark.wide
@pytest.mark.parametrize(
    ("code", "language", "title"),
    [
        ("KD", "nb", "Tiltaksoversikten: vi trenger svar fra KD"),
        ("FIN", "nb", "Tiltaksoversikten: se over rollen til FIN"),
        ("FIN", "nn", "Tiltaksoversikta: sjå over rolla til FIN"),
        ("HOD", "en", "Overview of measures: new measures from HOD?"),
    ],
)
def test_the_letter_asks_for_answers_only_where_there_is_something_to_answer(
    tmp_path: Path, code: str, language: str, title: str
) -> None:
    done = {"status": "gjennomført", "gjennomført": "2024-03-01", "resultat": "Ferdig."}
    ended = measure("T002", ansvarlig="HOD", deltakere=None, **done)
    book = form(tmp_path, [measure("T001"), ended], "--for", code, "--language", language)
    assert book.worksheets[0]["A1"].value == title


@pytest.mark.wide
def test_what_is_asked_of_several_is_asked_in_the_plural(tmp_path: Path) -> None:
    steps = [{"id": f"M{n}", "tekst": "Planen er lagt", "frist": "2023-Q4"} for n in (1, 2)]
    book = form(tmp_path, [measure("T001", milepæler=steps)], "--language", "en")
    assert "when M1 and M2 were reached" in str(rows(book, "Measures")[0]["We ask for"])
    book = form(tmp_path, [measure("T001", milepæler=steps[:1])], "--language", "en")
    assert "when M1 was reached" in str(rows(book, "Measures")[0]["We ask for"])


@pytest.mark.wide
def test_a_sheet_of_chosen_columns_says_which_measures_they_are_of(tmp_path: Path) -> None:
    (row,) = rows(form(tmp_path, [measure("T001")], "--columns", "frist,status"), "Tiltak")
    assert list(row) == ["ID", "Tiltak", "Vi ber om", "✎ Frist", "✎ Status"]
    assert row["Tiltak"] == "Samordning nummer T001"


@pytest.mark.wide
def test_of_a_text_that_no_row_can_show_the_sheet_says_where_the_rest_is(tmp_path: Path) -> None:
    long = measure("T001", fremdrift="Arbeidet går sin gang som før. " * 40)
    told = str(form(tmp_path, [long, measure("T002")])["Tiltak"]["A2"].value)
    where = "T001 (✎ Fremdrift). Velg cellen, og les alt på formellinjen."
    assert told.endswith(f" Mer tekst enn raden kan vise: {where}")
    many = [measure(f"T{n:03}", fremdrift=long["fremdrift"]) for n in range(1, 6)]
    told = str(form(tmp_path, many)["Tiltak"]["A2"].value)
    assert "T003 (✎ Fremdrift) og 2 til." in told
    assert "formellinjen" not in str(form(tmp_path, [measure("T001")])["Tiltak"]["A2"].value)
