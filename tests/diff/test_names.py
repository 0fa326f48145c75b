"""Organisations with a new name: said once, of the measures that it is true of."""

import json
from pathlib import Path

import pytest
from command import tiltak
from page_reader import Page
from support import FILE, spread
from workbook_dump import cells, opened

PLAN = """\
tittel: Plan
periode: {fra: 2024, til: 2027}
målområder:
  - id: A
    navn: Tjenester
    retningsvalg: [{id: A1, tekst: Svar}]
virksomheter:
  - orgnr: "1"
    navn:
      - {kort: GML, bokmål: Gammelt, nynorsk: Gamalt, engelsk: Old, til: 2024-12-31}
      - {kort: NY, bokmål: Nytt, engelsk: New, fra: 2025-01-01}
  - {kort: ANN, bokmål: Annet, nynorsk: Anna, engelsk: Other}
  - {kort: EN, bokmål: En}
  - {kort: TO, bokmål: To}
  - {orgnr: "2", kort: TRE, bokmål: Tre}
  - {orgnr: "3", kort: FIRE, bokmål: Fire}
"""
MEASURE = """\
  - id: {code}
    tittel: {title}
    beskrivelse: Enheten ordner {title} før sommeren.
    målområder: [A]
    retningsvalg: [A1]
    ansvarlig: {who}
    status: vedtatt
    prioritet: høy
    frist: 2026
"""
TITLES = {"T001": "svarene", "T002": "skjemaene", "T003": "verkstedet", "T004": "lokalene"}
RENAMED = "Gammelt (GML) heter nå Nytt (NY)."
SINCE = "Navneskifte 1. januar 2025."


def register(edition: str, day: str, measures: dict[str, str], keeper: str = "ANN") -> str:
    head = f'strategi: strategi.yaml\nutgave: "{edition}"\nper_dato: {day}\nansvarlig: {keeper}\n'
    lines = (
        MEASURE.format(code=code, title=TITLES[code], who=who) for code, who in measures.items()
    )
    return f"{head}tiltak:\n{''.join(lines)}"


def written(folder: Path, old: str, new: str) -> Path:
    for name, text in (("strategi.yaml", PLAN), ("1.yaml", old), (FILE, new)):
        (folder / name).write_text(text, "utf-8")
    return folder


def between(folder: Path, before: dict[str, str], now: dict[str, str], keeper: str = "ANN") -> Path:
    old = register("1", "2024-06-01", before)
    return written(folder, old, register("2", "2025-06-01", now, keeper))


def diff(folder: Path, *options: str) -> str:
    done = tiltak("diff", "1.yaml", FILE, *options, cwd=folder, COLUMNS="300")
    assert (done.code, done.err) == (0, "")
    return done.out


def sentences(folder: Path, *kinds: str) -> list[str]:
    options = [part for kind in kinds for part in ("--kind", kind)]
    found = json.loads(diff(folder, "--format", "json", *options))["changes"]
    return [change["sentence"] for change in found]


def of(number: int) -> str:
    return f"{RENAMED} Gjelder {number} tiltak; ansvaret er ikke flyttet. {SINCE}"


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        ({"T001": "GML", "T002": "GML"}, {"T001": "NY", "T002": "NY"}, of(2)),
        # One came from another ministry, and one is new.
        (
            {"T001": "GML", "T002": "GML", "T003": "ANN"},
            {"T001": "NY", "T002": "NY", "T003": "NY", "T004": "NY"},
            of(2),
        ),
        # One is gone, one went to another ministry, and one is shared.
        (
            {"T001": "GML", "T002": "GML", "T003": "GML", "T004": "GML"},
            {"T002": "ANN", "T003": "[NY, ANN]", "T004": "NY"},
            of(2),
        ),
        # It leads no longer, or it leads now.
        ({"T001": "[GML, ANN]", "T002": "GML"}, {"T001": "[ANN, NY]", "T002": "NY"}, of(1)),
        ({"T001": "[ANN, GML]", "T002": "GML"}, {"T001": "[NY, ANN]", "T002": "NY"}, of(1)),
        # Nothing of what it had is still its own.
        ({"T001": "GML", "T002": "ANN"}, {"T001": "ANN", "T002": "NY"}, f"{RENAMED} {SINCE}"),
        # It is named in the newer edition only.
        ({"T001": "ANN"}, {"T001": "ANN", "T002": "NY"}, ""),
    ],
)
def test_a_new_name_concerns_what_it_is_true_of(
    tmp_path: Path, before: dict[str, str], now: dict[str, str], said: str
) -> None:
    folder = between(tmp_path, before, now)
    assert sentences(folder, "navneskifte") == [said] * bool(said)


def test_a_new_name_follows_a_measure_to_another_number(tmp_path: Path) -> None:
    old = register("1", "2024-06-01", {"T001": "GML", "T002": "ANN"})
    new = register("2", "2025-06-01", {"T001": "NY", "T002": "ANN"})
    swapped = new.replace("T001", "T0").replace("T002", "T001").replace("T0\n", "T002\n")
    folder = written(tmp_path, old, swapped)
    assert sentences(folder) == [
        "2 tiltak har byttet nummer: T001 → T002 og T002 → T001.",
        of(1),
    ]


def test_the_abbreviation_that_is_written_is_the_one_that_is_told(tmp_path: Path) -> None:
    """The two editions may be of one year, and only one of them have the new abbreviation."""
    old = register("1", "2025-05-01", {"T001": "GML"})
    folder = written(tmp_path, old, register("2", "2025-06-01", {"T001": "NY"}))
    assert sentences(folder, "navneskifte") == [of(1)]


@pytest.mark.wide
@pytest.mark.parametrize(
    ("language", "said", "counted"),
    [
        ("nb", "Gammelt (GML) heter nå Nytt (NY). Gjelder 1 tiltak", "(før GML)"),
        ("nn", "Gamalt (GML) heiter no Nytt (NY). Gjeld 1 tiltak", "(før GML)"),
        ("en", "Old (GML) is now called New (NY). It concerns 1 measure", "(formerly GML)"),
    ],
)
def test_the_tables_of_ministries_say_what_they_were_called(
    tmp_path: Path, language: str, said: str, counted: str
) -> None:
    """What is gone was the old one's, what has changed is the new one's: it counts as one."""
    lower = {"T001": "GML", "T002": "GML"}
    folder = between(tmp_path, lower, {"T002": "NY", "T003": "NY"})
    text = diff(folder, "--format", "markdown", "--language", language)
    assert f"NY {counted}: 2" in text
    assert said in text
    diff(folder, "-o", "e.html", "--language", language)
    page = Page((folder / "e.html").read_text("utf-8")).text()
    diff(folder, "-o", "e.xlsx", "--language", language)
    book = opened((folder / "e.xlsx").read_bytes())
    sheet = "\n".join(str(cell.value) for every in book.worksheets for cell in cells(every))
    name = "New" if language == "en" else "Nytt"
    for form in (page, sheet):
        assert said in form
        assert f"{name} {counted}" in form
    if language == "nb":
        assert "NY (før GML): 2" in diff(folder)


@spread(
    ("before", "now", "said"),
    [
        ({"T001": "EN", "T002": "EN"}, {"T001": "TO", "T002": "TO"}, "EN 2 TO"),
        ({"T001": "EN", "T002": "EN"}, {"T001": "[TO, ANN]", "T002": "TO"}, "EN 2 TO"),
        # One of the two has a number of its own, and the other may have the same.
        ({"T001": "TRE", "T002": "TRE"}, {"T001": "TO", "T002": "TO"}, "TRE 2 TO"),
        # Both have, and then they are two.
        ({"T001": "TRE", "T002": "TRE"}, {"T001": "FIRE", "T002": "FIRE"}, ""),
        # Not all of them, not to one, too few to say, and two that both were there before or are.
        ({"T001": "EN", "T002": "EN"}, {"T001": "TO", "T002": "ANN"}, ""),
        ({"T001": "EN", "T002": "EN"}, {"T001": "TO", "T002": "TRE"}, ""),
        ({"T001": "EN"}, {"T001": "TO"}, ""),
        ({"T001": "EN", "T002": "EN", "T003": "TO"}, dict.fromkeys(("T001", "T002"), "TO"), ""),
        ({"T001": "EN", "T002": "EN"}, {"T001": "TO", "T002": "TO", "T003": "EN"}, ""),
    ],
    every=2,
)
def test_a_name_may_be_new_though_the_list_does_not_say_so(
    tmp_path: Path, before: dict[str, str], now: dict[str, str], said: str
) -> None:
    folder = between(tmp_path, before, now)
    told = sentences(folder, "mulig-navneskifte")
    if not said:
        assert told == []
        return
    old, number, new = said.split()
    assert len(told) == 1
    assert told[0].startswith(
        f"Alle tiltak som {old} hadde ansvaret for ({number}), har nå {new}. Er det et nytt navn"
    )
    # It is a question: what is known is told as it was.
    assert f"Ansvaret er flyttet fra {old} til {new}." in sentences(folder, "ansvar-flyttet")
    assert f"Alle tiltak som {old}" in diff(folder)
