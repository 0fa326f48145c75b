"""Long plans: what a reader of 30 areas and 300 measures sees first, at 80 columns and in Excel."""

from pathlib import Path
from typing import Any

import pytest
from command import Done, tiltak
from openpyxl import load_workbook

AREAS = 30
DEADLINES = ("2023-06-30", "2022-12-31", "2024-03", "2025", "2023")


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plan whose last area has no measures; every deadline but one in five has passed."""
    folder = tmp_path_factory.mktemp("plan")
    lines = ["tittel: Plan", "periode: {fra: 2021, til: 2025}", "målområder:"]
    for n in range(1, AREAS + 1):
        lines += [f"  - id: '{n}'", f"    navn: Et målområde med et nokså langt navn, nr. {n}"]
        lines += ["    retningsvalg:", f"      - {{id: '{n}a', tekst: Retning}}"]
    (folder / "strategi.yaml").write_text("\n".join(lines), "utf-8")
    lines = ["strategi: strategi.yaml", "utgave: '2024-1'", "per_dato: 2024-06-15"]
    lines += ["ansvarlig: DFD", "tiltak:"]
    for n in range(300):
        area = n % (AREAS - 1) + 1
        lines += [f"  - id: T{n + 1:03}", f"    tittel: Tiltak nummer {n + 1}"]
        lines += ["    beskrivelse: Noe.", f"    målområder: ['{area}']"]
        lines += [f"    retningsvalg: ['{area}a']", "    ansvarlig: [KD, FIN]"]
        lines += [f"    status: {'igangsatt' if n % 2 else 'vedtatt'}", "    fremdrift: Går."]
        lines += ["    prioritet: høy", "    avvik: Sent.", f"    frist: {DEADLINES[n % 5]}"]
    (folder / "tiltaksoversikt.yaml").write_text("\n".join(lines), "utf-8")
    return folder


@pytest.fixture(scope="module")
def shown(plan: Path) -> Done:
    return tiltak("report", cwd=plan)


def section(text: str, heading: str) -> list[str]:
    return text.partition(f"\n{heading}\n")[2].partition("\n\n")[0].splitlines()


@pytest.mark.wide
def test_nothing_is_wider_than_the_terminal_and_nothing_is_cut_off(shown: Done) -> None:
    assert max(map(len, shown.out.splitlines())) <= 80
    statuses = section(shown.out, "Status")
    assert statuses[0] == "○ vedtatt 150   ● igangsatt 150"
    assert len(statuses) == 3 + AREAS - 1


@pytest.mark.wide
def test_areas_without_measures_are_one_line(shown: Done) -> None:
    areas = section(shown.out, "Status per målområde")
    assert areas[-1] == f"Uten tiltak: målområde {AREAS}."
    assert len(areas) == 2 + AREAS


@pytest.mark.wide
def test_the_longest_past_come_first_those_of_one_deadline_together(
    shown: Done, plan: Path
) -> None:
    *lines, below = section(shown.out, "Over fristen")
    assert below == "«tiltak list --overdue» viser hvert tiltak."
    assert [line[:34].split("  ")[1].strip(" !") for line in lines] == [
        "31.12.2022", "30.06.2023", "2023", "mars 2024",
    ]  # fmt: skip
    assert lines[0].startswith("60 tiltak  31.12.2022 !  532 dager  T002, T007")
    first = tiltak("list", "--overdue", "--area", "3", cwd=plan).out
    assert "31.12.2022" in first.splitlines()[2]


@pytest.mark.wide
def test_the_chart_has_room_for_every_area(plan: Path) -> None:
    assert tiltak("export", "-o", "a.xlsx", cwd=plan).code == 0
    front: Any = load_workbook(plan / "a.xlsx")["Forside"]
    (chart,) = front._charts  # noqa: SLF001 - the library has no other way to them
    first, last = chart.anchor._from.row + 1, chart.anchor.to.row  # noqa: SLF001
    heights = [front.row_dimensions[n].height for n in range(first, last + 1)]
    # So many points for each bar, on a page of their own that has room for them.
    assert 12 < sum(heights) / AREAS < 620 / AREAS
    assert chart.x_axis.tickLblSkip == 1
    assert [mark.id for mark in front.row_breaks.brk] == [first - 2]
