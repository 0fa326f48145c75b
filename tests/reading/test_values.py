"""What people write for a field, and the value that it is, or why it is not one."""

from datetime import date, timedelta

import pytest
from command import DATA
from hypothesis import given, settings
from hypothesis import strategies as st
from support import check, register_text, spread, tries

from tiltak_cli.domain.dates.read import named_date, plain_date, read_date
from tiltak_cli.domain.deadline import (
    PartialDate,
    norwegian,
    norwegian_in,
    norwegian_long,
    parse_partial,
)
from tiltak_cli.domain.fields import FIELDS
from tiltak_cli.domain.values import Fault, documents_of, value_of
from tiltak_cli.findings import Fix

CODES = ("1a", "1b", "1c", "KDD", "FIN", "Digdir", "alle")
# Field, what is written, and the plain value.
VALUES = [
    ("frist", "2025", 2025), ("frist", "2024-06-30", "2024-06-30"), ("frist", 2025, 2025),
    ("frist", "30.06.2024", "2024-06-30"), ("frist", "1.7.2024", "2024-07-01"),
    ("frist", "30. juni 2024", "2024-06-30"), ("frist", "30.juni 2024", "2024-06-30"),
    ("frist", "2. kvartal 2024", "2024-Q2"), ("frist", "1. halvår 2024", "2024-H1"),
    ("frist", "juni 2024", "2024-06"), ("frist", "sept. 2024", "2024-09"),
    ("frist", "kv4 2024", "2024-Q4"), ("frist", "4. kv. 2024", "2024-Q4"),
    ("frist", "Q4/2024", "2024-Q4"), ("frist", "2024 Q4", "2024-Q4"),
    ("frist", "4Q 2024", "2024-Q4"),
    ("frist", "første halvår 2024", "2024-H1"), ("frist", "andre kvartal 2024", "2024-Q2"),
    ("frist", "fyrste kvartal 2024", "2024-Q1"), ("frist", "second half of 2024", "2024-H2"),
    ("frist", "June 30, 2024", "2024-06-30"), ("frist", "30th June 2024", "2024-06-30"),
    ("frist", "06/2024", "2024-06"), ("frist", "6.2024", "2024-06"), ("frist", "2024-6", "2024-06"),
    ("frist", "2024\u201106\u201130", "2024-06-30"), ("frist", "2024–06–30", "2024-06-30"),
    ("frist", "\u00a030.\u00a0juni 2024 ", "2024-06-30"),
    ("frist", "30.\u00ad06.2024", "2024-06-30"),
    ("frist", "31.12-2025", "2025-12-31"), ("frist", "31.12/2025", "2025-12-31"),
    ("frist", "31.12 2025", "2025-12-31"), ("frist", "31 . 12 . 2025", "2025-12-31"),
    ("frist", "31-des-2025", "2025-12-31"), ("frist", "2025 desember", "2025-12"),
    ("frist", "2025, des. 31", "2025-12-31"), ("frist", "12 2025", "2025-12"),
    ("frist", "1.kvartal.2025", "2025-Q1"), ("frist", "første halvdel av 2025", "2025-H1"),
    ("frist", "(2025-12-31)", "2025-12-31"), ("frist", "３１.１２.２０２５", "2025-12-31"),
    ("frist", "20240630", "2024-06-30"), ("frist", "“2024”", 2024), ("frist", "år 2024", 2024),
    ("per_dato", "15. november 2023", "2023-11-15"), ("milepæler.nådd", "1.2.2024", "2024-02-01"),
    ("løpende", "løpende", True), ("løpende", " JA ", True), ("løpende", "nei", False),
    ("prioritet", " Lav ", "lav"), ("status", "VEDTATT", "vedtatt"),
    ("vurdering", "Grønn", "grønn"), ("status", "utga\u030ar", "utgår"),
    ("tittel", " Få «felles» “mal”\r\nnå\r\n", "Få «felles» “mal”\nnå"), ("tittel", 2024, "2024"),
    ("tittel", "10\u00a0000 brev", "10\u00a0000 brev"), ("tittel", "Fel\u00adles", "Felles"),
    ("tittel", "a\tb \t c", "a b c"), ("fremdrift", "a\n\tb\r\n \tc", "a\nb\nc"),
    ("tittel", "a = b", "a = b"), ("tittel", " \u00a0", None), ("frist", "", None),
    ("målområder", "1", [1]), ("målområder", "1, 2; 3", [1, 2, 3]), ("målområder", "1\n2", [1, 2]),
    ("retningsvalg", "1A", ["1a"]), ("retningsvalg", "1c utvikling av arbeid, og mer", ["1c"]),
    ("retningsvalg", "1a økt kvalitet\r\n1c utvikling", ["1a", "1c"]),
    ("ansvarlig", "kdd", "KDD"), ("ansvarlig", "KDD, FIN", ["KDD", "FIN"]),
    ("ansvarlig", "DIGDIR\nFIN", ["Digdir", "FIN"]), ("ansvarlig", "XYZ", "XYZ"),
    ("deltakere", "Alle", "alle"), ("deltakere", "[]", []),
    ("deltakere", "[FIN; kdd]", ["FIN", "KDD"]),
    ("utgave", " 2024 ", "2024"), ("milepæler.tekst", " Utkast ", "Utkast"),
    ("opphav.status", "vedtatt", "vedtatt"), ("dokumentasjon.lenke", "https://a.no", "https://a.no"),
    ("del_av", "T001; T002", ["T001", "T002"]), ("id", " T001 ", "T001"),
]  # fmt: skip
# What is written for a field; what is said of it; and what may be meant, if anything.
UNCLEAR = (DATA / "uklare-verdier.txt").read_text("utf-8").split("\n\n")
# What limits a date, so that nobody is told to write it.
NOT_THAT_DATE = ["ikke 2025", "før 2025", "ikke før 2025", "etter 30.06.2025", "tidligst 2025"]


@spread(("field", "written", "value"), VALUES, every=3)
def test_what_is_written_is_read(field: str, written: str | int, value: object) -> None:
    assert value_of(field, written, CODES) == value


@spread("case", UNCLEAR, every=2)
def test_what_is_unclear_is_said(case: str) -> None:
    what, said, *likely = (line.strip() for line in case.strip().splitlines())
    field, _, written = what.partition(": ")
    fault = value_of(field, written)
    assert isinstance(fault, Fault)
    assert fault.sentence == f"«{written}» {said}"
    assert [f"→ {fault.likely}"] * (fault.likely is not None) == likely


@pytest.mark.parametrize("written", NOT_THAT_DATE)
def test_a_limited_date_is_not_that_date(written: str) -> None:
    fault = read_date(written)
    assert isinstance(fault, Fault)
    assert fault.likely is None
    assert "2025" not in fault.remedy


@spread("case", [case for case in UNCLEAR if case.startswith("frist: ")], 8)
def test_the_finding_gives_the_same_advice(case: str) -> None:
    written = case.partition("\n")[0]
    (finding,) = check(register_text(f"{written}\n")).findings
    assert finding.remedy in case
    assert (f"→ {finding.fix.value}" in case) if isinstance(finding.fix, Fix) else "→" not in case


DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
PERIODS = st.one_of(
    DAYS.map(date.isoformat),
    DAYS.map(lambda day: day.isoformat()[:7]),
    DAYS.map(lambda day: f"{day.year}-Q{(day.month + 2) // 3}"),
    DAYS.map(lambda day: f"{day.year}-H{(day.month + 5) // 6}"),
    DAYS.map(lambda day: str(day.year)),
)


@given(PERIODS)
@settings(max_examples=tries(200))
def test_a_date_as_the_tool_prints_it_is_read_again(text: str) -> None:
    period = parse_partial(text)
    assert period is not None
    for printed in (norwegian(period), norwegian_in(period).removeprefix("i "), text.lower()):
        assert read_date(printed) == period
    assert read_date(norwegian_long(period.first)) == parse_partial(period.first.isoformat())


@pytest.mark.wide
@given(st.text(max_size=40) | st.from_regex(r"[0-9]{0,5}[./ -]?[0-9a-zåø.]{0,10} ?[0-9]{0,5}"))
@settings(max_examples=tries(400))
def test_any_text_is_a_value_or_a_sentence(text: str) -> None:
    period = read_date(text)
    if isinstance(period, PartialDate):
        assert parse_partial(str(plain_date(period))) == period
    for field in FIELDS:
        value = value_of(field.key, text)
        if isinstance(value, Fault):
            assert value.sentence.endswith(".")


def test_an_edition_on_the_command_line_is_no_month() -> None:
    assert read_date("2024-1") == parse_partial("2024-01")
    assert isinstance(named_date("2024-1"), Fault)
    assert named_date("2024-01") == parse_partial("2024-01")


def test_a_day_number_is_counted_as_a_spreadsheet_does() -> None:
    fault = read_date("40000")
    assert isinstance(fault, Fault)
    assert fault.likely == (date(1899, 12, 30) + timedelta(days=40_000)).isoformat()


def test_documents_are_a_title_and_a_link_each() -> None:
    assert documents_of("Én, to\u00a0https://a.no\r\n\r\nTre <HTTP://b.no/x>") == [
        {"tittel": "Én, to", "lenke": "https://a.no"},
        {"tittel": "Tre", "lenke": "HTTP://b.no/x"},
    ]
    assert documents_of(" ") is None
    fault = documents_of("Én https://a.no\nhttps://b.no")
    assert isinstance(fault, Fault)
    assert fault.sentence.startswith("«https://b.no» er ikke en tittel med en lenke etter.")
