"""What is to stand in every measure of which a sheet says nothing, decided once for all of them."""

import json
from pathlib import Path
from typing import Any

from command import tiltak
from sheets import delimited
from support import FILE, register_text

from tiltak_cli.sources.yaml.reader import read_yaml

DAY = ("--as-of", "2024-06-15")
SHEET = """Tiltak | Ansvarlig | Status | Frist
En | KD | | 2025
To | | vedtatt | 07/17
Tre | FIN | delvis |
"""
CHOSEN = """standard:
  prioritet: lav
  ansvarlig: [KD, DFD]
  status: foreslått
  frist: løpende
  målområder: 2
"""


def plan(folder: Path, sheet: str = SHEET, chosen: str = CHOSEN) -> tuple[str, ...]:
    (folder / "plan.csv").write_bytes(delimited(sheet))
    (folder / "kart.yaml").write_text(chosen, "utf-8")
    return ("import", "plan.csv", "--new", "--map-file", "kart.yaml")


def measures(folder: Path) -> Any:
    return read_yaml(FILE, (folder / FILE).read_text("utf-8")).data["tiltak"]


def test_it_stands_where_the_sheet_says_nothing_and_not_where_it_is_asked(tmp_path: Path) -> None:
    command = plan(tmp_path)
    told = json.loads(tiltak(*command, *DAY, "--format", "json", cwd=tmp_path).out)
    assert [measure["fields"] for measure in told["measures"]] == [
        {"tittel": "En", "ansvarlig": "KD", "frist": 2025, "prioritet": "lav",
         "status": "foreslått", "målområder": [2]},
        {"tittel": "To", "status": "vedtatt", "prioritet": "lav", "ansvarlig": ["KD", "DFD"],
         "målområder": [2]},
        {"tittel": "Tre", "ansvarlig": "FIN", "prioritet": "lav", "løpende": True,
         "målområder": [2]},
    ]  # fmt: skip
    assert told["missing"] == ["beskrivelse", "retningsvalg"]
    done = tiltak(*command, *DAY, "--write", cwd=tmp_path)
    assert done.code == 0
    said = " ".join(done.out.split())
    assert "standard: prioritet i 3 tiltak, ansvarlig i 1 tiltak, status i 1 tiltak, " in said
    assert [measure["prioritet"] for measure in measures(tmp_path)] == ["lav"] * 3


def test_directions_that_no_column_has_are_told_before_every_measure_lacks_them(
    tmp_path: Path,
) -> None:
    command = plan(tmp_path, "Tiltak | Område\nEn | 1")
    said = "«retningsvalg», som hvert tiltak skal ha. Lag en i arket først, eller fyll det ut"
    assert said in " ".join(tiltak(*command, cwd=tmp_path).out.split())
    given = tiltak(*command, "--default", "retningsvalg=1a", cwd=tmp_path)
    assert said not in " ".join(given.out.split())
    for column in ("Retningsvalg", "Retningsval"):
        command = plan(tmp_path, f"Tiltak | {column}\nEn | 1a")
        assert said not in " ".join(tiltak(*command, cwd=tmp_path).out.split())


def test_a_file_that_is_saved_keeps_it_and_asks_for_what_is_missing(tmp_path: Path) -> None:
    command = plan(tmp_path)
    tiltak(*command, *DAY, "--save-map", "nytt.yaml", cwd=tmp_path)
    kept = (tmp_path / "nytt.yaml").read_text("utf-8")
    assert "\nstandard:\n  prioritet: lav\n  ansvarlig:" in kept
    assert '\n  # beskrivelse: ""\n' in kept
    again = ("import", "plan.csv", "--new", *DAY, "--format", "json", "--map-file")
    first, second = (tiltak(*again, name, cwd=tmp_path).out for name in ("kart.yaml", "nytt.yaml"))
    assert json.loads(first)["measures"] == json.loads(second)["measures"]


def test_what_is_in_a_register_is_not_changed_by_it(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(register_text("- id: T001\n  tittel: En\n"), "utf-8")
    command = plan(tmp_path, "Tiltak\nEn\nNytt", "standard: {prioritet: lav, risiko: Ingen.}\n")
    before = measures(tmp_path)[0]
    done = tiltak(*command, "--into", FILE, "--write", "--force", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    first, new = measures(tmp_path)
    assert first == before
    assert (new["prioritet"], new["risiko"]) == ("lav", "Ingen.")
