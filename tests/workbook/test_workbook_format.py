"""What the second format of the hidden sheet brought, and that the first is still read."""

import io

import pytest
from command import DATA
from openpyxl import load_workbook
from test_workbook_base import FEW, base_of, exported
from workbook_dump import example, made
from workbook_edits import brought, lines_of

from tiltak_cli.domain.fields import BY_KEY, FIELDS
from tiltak_cli.overview.counts import overview
from tiltak_cli.views.excel import workbook
from tiltak_cli.views.excel.kit.book import Options
from tiltak_cli.wording import Language

FIRST = (DATA / "format-1.xlsx").read_bytes()
SECOND = (DATA / "utfylling-format-2.xlsx").read_bytes()


@pytest.mark.wide
def test_those_who_were_to_fill_it_in_are_known() -> None:
    assert exported(FEW, Options(audience=("KD", "FIN"))).recipients == ("KD", "FIN")
    assert exported(FEW).recipients == ()


@pytest.mark.wide
def test_each_column_has_the_name_of_its_field() -> None:
    book = load_workbook(io.BytesIO(made(FEW, Options(Language.EN, columns=FIELDS[:9]))))
    names = {k: v.attr_text for k, v in book.defined_names.items() if k.startswith("felt_")}
    assert list(names) == [f"felt_{field.key}" for field in FIELDS[:9]]
    assert names["felt_id"] == "'Measures'!$A$4:$A$7"
    assert names["felt_deltakere"] == "'Measures'!$I$4:$I$7"


@pytest.mark.wide
def test_a_workbook_of_the_first_format_is_still_read() -> None:
    base = base_of(FIRST)
    assert (base.format, base.recipients, len(base.measures), base.total) == (1, (), 6, 28)
    options = Options(columns=tuple(BY_KEY[key] for key in base.columns))
    full = base_of(workbook(overview(example(), example().as_of), None, options))
    known = {measure["id"]: measure for measure in full.measures}
    assert [known[measure["id"]] for measure in base.measures] == list(base.measures)
    assert lines_of(brought(FIRST)) == ""


@pytest.mark.wide
def test_a_workbook_to_fill_in_of_the_second_format_is_still_read() -> None:
    """There all measures stood on one sheet, with a column for the role in each."""
    book = load_workbook(io.BytesIO(SECOND))
    sheet = book["Tiltak"]
    rows = {row[0].value: row[0].coordinate[1:] for row in sheet.iter_rows(min_row=5)}
    sheet[f"D{rows['T011']}"].value = "utsatt"
    sheet[f"J{rows['T001']}"].value = "KD skriver."
    data = io.BytesIO()
    book.save(data)
    assert base_of(SECOND).recipients == ("KD",)
    assert lines_of(brought(SECOND)) == ""
    read = lines_of(brought(data.getvalue())).splitlines()
    assert len(read) == 2
    assert f"D{rows['T011']} T011.status: igangsatt → utsatt" in read
    assert any(line.endswith("→ KD skriver.") and "T001.fremdrift" in line for line in read)


@pytest.mark.wide
def test_text_that_looks_like_the_files_own_stays() -> None:
    text = 'Skriv customHeight="1" og <drawing r:id="x"/> &amp; </worksheet>'
    register = FEW._replace(measures=(FEW.measures[0]._replace(progress=text),))
    book = load_workbook(io.BytesIO(made(register)))
    assert book["Tiltak"]["N5"].value == text
