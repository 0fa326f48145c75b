"""What is just the same of several measures is said once, and no measure is lost by it."""

import json
from pathlib import Path

import pytest
from command import tiltak

from tiltak_cli.views.alike import together

LEADS = ("KLD", "FIN", "KD")
HEAD = 'strategi: "2021-2025"\nutgave: "{edition}"\nper_dato: {day}\nansvarlig: KDD\ntiltak:\n'
NOW = HEAD.format(edition="2023-2", day="2023-11-15")


def register(*measures: str, head: str = NOW) -> str:
    return head + "".join(measures)


def measure(number: int, title: str = "", lead: str = "", **fields: str) -> str:
    """A measure that is late; the title and the lead are its own where none are given."""
    values = {
        "id": f"T{number:03}",
        "tittel": title or f"Tiltak nummer {number}",
        "beskrivelse": "Noe.",
        "målområder": "[1]",
        "retningsvalg": "[1a]",
        "ansvarlig": lead or LEADS[number % 3],
        "status": "igangsatt",
        "prioritet": "middels",
        "frist": "2023-06",
        "fremdrift": "Går.",
        "vurdering": "rød",
        "avvik": "Venter.",
        **fields,
    }
    lines = [f"    {key}: {value}\n" for key, value in values.items()]
    return f"  - {lines[0].lstrip()}{''.join(lines[1:])}"


@pytest.mark.parametrize(
    ("said", "groups"),
    [
        ("", []),
        ("aab", ["a", "a", "b"]),
        ("aaa", ["aaa"]),
        ("abaca", ["aaa", "b", "c"]),
        ("....", [".", ".", ".", "."]),
        ("b.a.aa", ["b", ".", "aaa", "."]),
    ],
)
def test_three_that_are_alike_stand_where_the_first_is(said: str, groups: list[str]) -> None:
    found = together((None if letter == "." else letter, letter) for letter in said)
    assert ["".join(group) for group in found] == groups


ALL = ("T001", "T002", "T003", "T004")


def test_a_list_has_one_row_for_those_that_only_ids_tell_apart(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(register(*(measure(n, "Det samme", "FIN") for n in range(1, 5))), "utf-8")
    done = tiltak("list", file, COLUMNS="80")
    _, _, *rows, told, which, below, end = done.out.split("\n")
    assert (len(rows), end) == (1, "")
    assert rows[0].startswith("T001 +3  Det samme")
    assert told == "Like linjer er slått sammen. «tiltak list --all» viser hver for seg."
    assert which == "T001 +3: T002, T003, T004"
    assert below == "4 tiltak per 15.11.2023."
    every = tiltak("list", file, "--all", COLUMNS="80").out.split("\n")
    assert tuple(row[:4] for row in every[2:6]) == ALL
    # For programs each is there.
    assert all(code in tiltak("list", file, "--format", "json").out for code in ALL)


@pytest.mark.parametrize(
    "other", [{"title": "Noe annet"}, {"lead": "KD"}, {"frist": "2023-05"}, {"status": "utsatt"}]
)
def test_a_list_keeps_apart_what_differs_in_anything_shown(
    other: dict[str, str], tmp_path: Path
) -> None:
    file = tmp_path / "a.yaml"
    of = {"title": "Det samme", "lead": "FIN"}
    measures = (measure(1, **of), measure(2, **of), measure(3, **{**of, **other}))
    file.write_text(register(*measures), "utf-8")
    lines = tiltak("list", file, COLUMNS="80").out.split("\n")
    assert tuple(row[:4] for row in lines[2:5]) == ALL[:3]
    assert "slått sammen" not in "".join(lines)


CASE = """\
       ■        4 tiltak: T001 (FIN), T002 (KD), T003 (KLD), T004 (FIN)
                Fristen (juni 2023) er passert med 138 dager.
                Vurderingen er rød: Venter.
                → For hvert av dem: Avtal ny frist, eller avslutt tiltaket.
"""
CASE_MARKDOWN = """\
1. ■ **4 tiltak**: T001 (FIN), T002 (KD), T003 (KLD), T004 (FIN)
    - Fristen (juni 2023) er passert med 138 dager.
    - Vurderingen er rød: Venter.
    - **For hvert av dem: Avtal ny frist, eller avslutt tiltaket.**
"""


def test_what_leaders_are_to_look_at_for_the_same_reason_is_one_case(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    other = measure(5, frist="2023-09", avvik="Noe annet.")
    file.write_text(register(*(measure(n) for n in range(1, 5)), other), "utf-8")
    text = tiltak("report", file, COLUMNS="80").out
    # The 14 other directions have no measures.
    assert CASE in text
    assert "\nT005   ■  KD    Tiltak nummer 5\n" in text
    assert "\n       ○        Retningsvalg 1b, 1c, 1d, 1e, 1f, 2a, 2b, 2c, 2d, 3a, " in text
    assert "… og" not in text.partition("Dette bør")[2].partition("\n\n")[0]
    assert CASE_MARKDOWN in tiltak("report", file, "--format", "markdown").out


@pytest.mark.wide
def test_what_there_is_no_room_for_is_counted_by_measures(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    several = [measure(n, avvik=f"Sak {n}.") for n in range(1, 13)]
    alike = [measure(n, frist="2025", avvik="Felles.") for n in range(13, 17)]
    file.write_text(register(*several, *alike), "utf-8")
    shown = tiltak("report", file).out.partition("Dette bør ledelsen se på")[2]
    # Two of the first, four of the others, and the directions.
    assert "… og 7 til. «tiltak report -o rapport.md» viser alle." in shown
    whole = tiltak("report", file, "--format", "markdown").out
    assert all(f"T{n:03}" in whole.partition("## Status")[0] for n in range(1, 17))


def test_what_is_only_not_updated_is_one_case_whatever_the_day(tmp_path: Path) -> None:
    calm = {"frist": "2025", "vurdering": "grønn", "avvik": '""', "prioritet": "høy"}
    days = ("2023-01-10", "2023-02-10", "2023-03-10")
    measures = (
        measure(n, **calm, oppdatert=day).replace('    avvik: ""\n', "")
        for n, day in enumerate(days, 1)
    )
    file = tmp_path / "a.yaml"
    file.write_text(register(*measures), "utf-8")
    text = tiltak("report", file, COLUMNS="80").out
    assert "3 tiltak: T001 (FIN), T002 (KD), T003 (KLD)\n" in text
    assert "Ikke oppdatert på 180 dager eller mer.\n" in text
    assert "→ For hvert av dem: Be om oppdaterte opplysninger.\n" in text


CHANGES = """\
4 tiltak: T001, T002, T003, T004
   ●  Prioriteten er hevet fra middels til høy.
   ●  Fristen er utsatt fra juni 2023 til desember 2024 (+550 dager), etter at
      den var passert.

T004 Tiltak nummer 4  FIN
   ·  Beskrivelse er endret. «Noe annet.»
"""
CHANGES_MARKDOWN = """\
## 4 tiltak

T001, T002, T003, T004:

- **Prioriteten er hevet fra middels til høy.**
- **Fristen er utsatt fra juni 2023 til desember 2024 (+550 dager), etter at den var passert.**

## T004 Tiltak nummer 4 (FIN)
"""


@pytest.mark.wide
def test_equal_changes_are_told_once_and_what_is_one_measures_own_with_it(tmp_path: Path) -> None:
    old, new = tmp_path / "a.yaml", tmp_path / "b.yaml"
    old.write_text(register(*(measure(n) for n in range(1, 5))), "utf-8")
    head = HEAD.format(edition="2024-1", day="2024-02-01")
    later = {"frist": "2024-12", "prioritet": "høy"}
    own = measure(4, **later).replace("beskrivelse: Noe.", "beskrivelse: Noe annet.")
    measures = (*(measure(n, **later) for n in range(1, 4)), own)
    new.write_text(register(*measures, head=head), "utf-8")
    text = tiltak("diff", old, new, COLUMNS="80").out
    assert CHANGES in text
    # All are counted, and for programs each is told of.
    assert "9 endringer i 4 tiltak" in text
    assert CHANGES_MARKDOWN in tiltak("diff", old, new, "--format", "markdown").out
    told = json.loads(tiltak("diff", old, new, "--format", "json").out)
    assert [c["measure"] for c in told["changes"] if c["field"] == "frist"] == list(ALL)
    report = tiltak("report", new, "--since", old, COLUMNS="80").out
    since = report.partition("Endret siden utgave 2023-2\n")[2]
    assert "       4 tiltak: T001, T002, T003, T004\n       Prioriteten er hevet" in since
    assert "\n… og 1 til. «tiltak diff» viser alle.\n" in since
