"""Headings that say the area of rows, other tables beside and below, and tables that are turned."""

import json
from pathlib import Path
from typing import Any

import pytest
from command import tiltak
from sheets import delimited
from support import FILE, spread

DAY = ("--as-of", "2024-06-15")
# With the rest of what a measure has, so that a row with only a title may be a heading.
HEAD = "Nr | Tiltak | Ansvarlig | Status | Prioritet | Frist\n"
REST = "KD | vedtatt | høy | 2025\n"


def told(folder: Path, sheet: str, *options: str) -> Any:
    (folder / "plan.csv").write_bytes(delimited(sheet))
    done = tiltak("import", "plan.csv", "--new", *DAY, *options, "--format", "json", cwd=folder)
    assert not done.err, done.err
    return json.loads(done.out)


def areas(data: Any) -> list[Any]:
    return [measure["fields"].get("målområder") for measure in data["measures"]]


@spread(
    ("heading", "certain"),
    [
        ("Mål 1", True),
        ("MÅLOMRÅDE 1", True),
        ("Mer samordnet utvikling og gjennomføring av politikk", True),
        ("1 Mer samordnet utvikling og gjennomføring av politikk", True),
        ("1 Utredning", False),
        ("Mål 9", False),
        ("Mål 1 og 2", False),
        ("Utredning", False),
    ],
    every=2,
)
def test_a_heading_over_rows_gives_their_area_only_where_it_names_one(
    heading: str, certain: bool, tmp_path: Path
) -> None:
    sheet = f"{HEAD} | {heading}\n1 | En | {REST}2 | To | {REST}"
    data = told(tmp_path, sheet)
    if certain:
        assert areas(data) == [[1], [1]]
        assert data["unclear"] == []
        assert [each["row"] for each in data["skipped"]] == [2]
        assert "målområder" not in data["missing"]
        return
    assert areas(data) == [None, None, None]
    assert "målområder" in data["missing"]
    asked = {each["cell"] for each in data["unclear"]}
    assert asked == {"B2"}
    # When somebody has decided it, it is.
    (tmp_path / "kart.yaml").write_text(f"verdier:\n  målområder:\n    {heading}: 2\n", "utf-8")
    assert areas(told(tmp_path, sheet, "--map-file", "kart.yaml")) == [[2], [2]]


@pytest.mark.parametrize(
    ("heading", "likely"),
    [("Mer samordnet utvikling og gjennomføring av politik", "1"), ("Mål 1 og 2", '""')],
)
def test_the_area_that_a_heading_may_name_is_proposed_where_it_is_one(
    heading: str, likely: str, tmp_path: Path
) -> None:
    (tmp_path / "plan.csv").write_bytes(delimited(f"{HEAD} | {heading}\n1 | En | {REST}"))
    tiltak("import", "plan.csv", "--new", *DAY, "--save-map", "kart.yaml", cwd=tmp_path)
    assert f'    # "{heading}": {likely}\n' in (tmp_path / "kart.yaml").read_text("utf-8")


def test_what_a_sheet_lacks_is_said_once_with_what_gives_it_to_all(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_bytes(delimited("Tiltak | Ansvarlig\nEn | KD\nTo | FIN\n"))
    command = ("import", "plan.csv", "--new", *DAY)
    said = " ".join(tiltak(*command, cwd=tmp_path).out.split())
    assert said.count("Ingen kolonne er «målområder», «status» eller «prioritet», ") == 1
    assert "--default målområder=1 --default status=vedtatt --default prioritet=middels" in said
    chosen = ("--default", "prioritet=lav", "--default", "målområder=1, 2")
    done = tiltak(*command, *chosen, "--write", cwd=tmp_path)
    assert "Ikke ført: beskrivelse i 2 tiltak og status i 2 tiltak." in " ".join(done.out.split())
    text = (tmp_path / FILE).read_text("utf-8")
    assert (text.count("prioritet: lav"), text.count("målområder: [1, 2]")) == (2, 2)
    assert "2 tiltak per" in tiltak("list", cwd=tmp_path).out


@pytest.mark.parametrize("default", ["prioritet", "prioritet=", "=lav", "id=T001", "status=snart"])
def test_a_default_that_is_none_is_refused(default: str, tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_bytes(delimited("Tiltak | Ansvarlig\nEn | KD\n"))
    done = tiltak("import", "plan.csv", "--new", "--default", default, cwd=tmp_path)
    assert (done.code, done.err.count("\n")) == (2, 1)


def test_another_table_below_is_named_and_none_of_it_is_a_measure(tmp_path: Path) -> None:
    below = "\nNr | Risiko | Konsekvens\n1 | Brann | 5\n2 | Flom | 4\n"
    data = told(tmp_path, f"{HEAD}1 | En | {REST}2 | To | {REST}{below}")
    assert [measure["fields"]["tittel"] for measure in data["measures"]] == ["En", "To"]
    assert [(e["row"], e["why"]) for e in data["skipped"]] == [
        (row, "en annen tabell under") for row in (5, 6, 7)
    ]
    # The same headings again begin the table again.
    again = told(tmp_path, f"{HEAD}1 | En | {REST}{below}\n{HEAD}2 | To | {REST}")
    assert [measure["fields"]["tittel"] for measure in again["measures"]] == ["En", "To"]


def test_a_table_beside_after_an_empty_column_is_asked_for(tmp_path: Path) -> None:
    sheet = "Tiltak | Ansvarlig | Frist | | Kontakt | Merknad\nEn | KD | 2025 | | Kari | x\n"
    data = told(tmp_path, sheet)
    assert [c["field"] for c in data["columns"] if c["sure"]] == ["tittel", "ansvarlig", "frist"]
    assert "trolig: men en tom kolonne skiller" in data["columns"][-1]["why"]
    before = told(tmp_path, "Nr | | Tiltak | Frist\n1 | | En | 2025\n")
    assert all(column["sure"] for column in before["columns"])
    sure = told(tmp_path, sheet, "--map", "Kontakt=kontakt", "--map", "Merknad=")
    assert sure["measures"][0]["fields"]["kontakt"] == "Kari"


def test_lines_drawn_with_signs_are_no_measures(tmp_path: Path) -> None:
    text = "| Tiltak | Ansvarlig |\n|:-----|----:|\n| En | KD |\n"
    (tmp_path / "plan.txt").write_text(text, "utf-8")
    done = tiltak("import", "plan.txt", "--new", "--format", "json", cwd=tmp_path)
    data = json.loads(done.out)
    assert [measure["fields"]["tittel"] for measure in data["measures"]] == ["En"]
    assert [each["why"] for each in data["skipped"]] == ["en strek"]


def test_a_table_on_its_side_is_refused_with_how_to_turn_it(tmp_path: Path) -> None:
    sheet = "Tiltak | Kurs | Base\nAnsvarlig | KD | FIN\nStatus | vedtatt |\nFrist | 1 | 2\n"
    (tmp_path / "plan.csv").write_bytes(delimited(sheet))
    done = tiltak("import", "plan.csv", "--new", cwd=tmp_path)
    assert (done.code, "Transponer" in done.err) == (2, True)
