"""What a measure has become part of, as it stands behind a status or a title: kept, always."""

import json
from pathlib import Path
from typing import Any

import pytest
from command import tiltak
from sheets import delimited
from support import spread

from tiltak_cli.sources.foreign.numbers.absorbed import gone

NUMBERS = {"t003": ["T003"], "7": ["T007"], "8": ["T008", "T009"], "a-1": ["T010"]}


@pytest.mark.parametrize(
    ("text", "head", "surely", "to"),
    [
        ("Innlemmet i T003", "", True, "T003"),
        ("→ innlemmet i T003", "", True, "T003"),
        ("(innlemmet i T003)", "", True, "T003"),
        ("Innlemmet i tiltak 7.", "", True, "7"),
        ("Slått sammen med nr. 7", "", True, "7"),
        ("Merged into A-1", "", True, "A-1"),
        ("Innlemma i T099", "", True, "T099"),
        ("Utgår (innlemmet i T012)", "Utgår", True, "T012"),
        ("Erstattet av 7", "", False, "7"),
        ("Vedtatt → T003", "Vedtatt", False, "T003"),
        ("Vedtatt -> T003", "Vedtatt", False, "T003"),
        ("Innlemmet (=> 7)", "Innlemmet", False, "7"),
        ("Opplæring av ledere – innlemmet i T003", "Opplæring av ledere", True, "T003"),
        ("Opplæring\n(→ T003)", "Opplæring", False, "T003"),
    ],
)
def test_what_names_another_measure(text: str, head: str, surely: bool, to: str) -> None:
    assert gone(text, NUMBERS) == (head, surely, to)


@pytest.mark.parametrize(
    "text",
    [
        *("Innlemmet", "Vedtatt", "Vedtatt → igangsatt", "Vedtatt → T099", "Vedtatt → 2025"),
        *("Fase 7", "Vedtatt T003", "Innlemmet i Felles base", "7", "Utsatt til 7", "2024 → 2025"),
        *("", "→", "Tiltak 7", "Opplæring i 7 departementer"),
    ],
)
def test_what_does_not(text: str) -> None:
    assert gone(text, NUMBERS) is None


HEADINGS = "Nr | Tiltak | Status | Merknad"
OTHERS = "T003 | Øvelser | vedtatt |\n7 | Ny portal | vedtatt |\n"
NOTHING: dict[str, Any] = {}
CELLS = (
    # Title and status; then what is read, and what is unclear.
    ("Rom", "Innlemmet i T003", {"status": "innlemmet", "innlemmet_i": "T003"}, ""),
    # By their numbers in the sheet, which are not those they get.
    ("Rom", "Slått sammen (→ 7)", {"status": "innlemmet", "innlemmet_i": "T021"}, ""),
    ("Rom (→ T003)", "Innlemmet", {"status": "innlemmet", "innlemmet_i": "T003"}, ""),
    ("Rom → innlemmet i 7", "merged", {"status": "innlemmet", "innlemmet_i": "T021"}, ""),
    # The status goes first, and the title is left as it is where it says something else.
    (
        "Rom (→ T003)",
        "Innlemmet i 7",
        {"tittel": "Rom (→ T003)", "status": "innlemmet", "innlemmet_i": "T021"},
        "",
    ),
    ("Rom (→ T003)", "Vedtatt", {"tittel": "Rom (→ T003)", "status": "vedtatt"}, ""),
    ("Rom (→ T099)", "Innlemmet", {"tittel": "Rom (→ T099)", "status": "innlemmet"}, ""),
    ("Rom", "Innlemmet i 99", {"status": "innlemmet"}, "ikke er i regnearket"),
    ("Rom", "Innlemmet i T020", {"status": "innlemmet"}, "viser til tiltaket selv"),
    # What is likely is asked, and nothing is read across a word that limits.
    ("Rom", "Vedtatt → T003", NOTHING, "kan bety vedtatt"),
    ("Rom", "(→ T003)", NOTHING, "kan bety innlemmet"),
    ("Rom", "Utgår, innlemmet i T003", NOTHING, "kan bety innlemmet"),
    ("Rom", "Overført til T003", NOTHING, "kan bety innlemmet"),
    ("Rom", "Foreslås innlemmet i T003", NOTHING, "er ikke kjent"),
    ("Rom", "Ikke innlemmet i T003", NOTHING, "er ikke kjent"),
)


@spread(("title", "status", "fields", "why"), CELLS, 8)
def test_where_it_is_kept(
    title: str, status: str, fields: dict[str, Any], why: str, tmp_path: Path
) -> None:
    found = read(f"{HEADINGS}\n{OTHERS}T020 | {title} | {status} | Vår", tmp_path)
    fields = {"tittel": "Rom", **fields, "merknad": "Vår"}
    assert {k: v for k, v in found["measures"][2]["fields"].items() if k != "id"} == fields
    unclear = [(each["text"], each["why"]) for each in found["unclear"]]
    assert [text for text, _ in unclear] == [status] * bool(why)
    assert all(why in reason for _, reason in unclear)


@pytest.mark.parametrize(
    ("status", "decided", "fields"),
    [
        # A number that is decided on, but has no place, is kept with what it stood behind.
        ("Vedtatt → T003", "vedtatt", {"status": "vedtatt", "merknad": "Status: {}"}),
        ("Foreslås innlemmet i 7", "foreslått", {"status": "foreslått", "merknad": "Status: {}"}),
        ("Utgår (innlemmet i 7)", "innlemmet", {"status": "innlemmet", "innlemmet_i": "T021"}),
    ],
)
def test_what_someone_has_decided(
    status: str, decided: str, fields: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "kart.yaml").write_text(f'verdier: {{status: {{"{status}": {decided}}}}}', "utf-8")
    sheet = f"{HEADINGS}\n{OTHERS}T020 | Rom | {status} |"
    found = read(sheet, tmp_path, "--map-file", "kart.yaml")
    assert found["unclear"] == []
    wanted = {key: value.format(status) for key, value in fields.items()}
    assert {k: v for k, v in found["measures"][2]["fields"].items() if k in wanted} == wanted
    assert len(found["measures"][2]["fields"]) == len(wanted) + 2


def test_a_column_of_its_own_says_it_first(tmp_path: Path) -> None:
    rows = "1 | En | vedtatt |\n2 | To | Innlemmet i 1 | 1\n3 | Tre | Innlemmet i 1 | 2\n"
    found = read(f"Nr | Tiltak | Status | Innlemmet i\n{rows}", tmp_path)
    second, third = (each["fields"] for each in found["measures"][1:])
    assert (second["innlemmet_i"], "merknad" in second) == ("T001", False)
    assert (third["innlemmet_i"], third["merknad"]) == ("T002", "Status: Innlemmet i 1")


def read(sheet: str, folder: Path, *options: str) -> Any:
    (folder / "plan.csv").write_bytes(delimited(sheet))
    done = tiltak("import", "plan.csv", "--new", "--format", "json", *options, cwd=folder)
    assert done.err == ""
    return json.loads(done.out)
