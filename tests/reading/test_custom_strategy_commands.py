"""A municipality with areas, directions and organisations of its own, through every command."""

import json
import shutil
from pathlib import Path

import pytest
from command import DATA, golden, tiltak
from support import spread


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    shutil.copytree(DATA / "kommuneplan", tmp_path / "plan")
    return tmp_path / "plan"


def test_it_validates_and_its_faults_are_found(plan: Path) -> None:
    assert tiltak("validate", "tiltaksoversikt.yaml", cwd=plan).out == (
        "tiltaksoversikt.yaml: 5 tiltak, ingen funn.\n"
    )
    path = plan / "tiltaksoversikt.yaml"
    path.write_text(path.read_text("utf-8").replace("ansvarlig: BYM", "ansvarlig: TEK"), "utf-8")
    done = tiltak("validate", "--format", "concise", cwd=plan)
    assert done.code == 1
    assert "TEK heter BYM fra 1. januar 2025" in done.out


@spread(
    ("old", "new", "right"),
    [
        ("målområder: [A]", "målområder: [A] og B", "målområder: [A, B]"),
        ("retningsvalg: [A1]", "retningsvalg: [A1], A2", "retningsvalg: [A1, A2]"),
    ],
    2,
)
def test_codes_after_the_bracket_of_their_list_are_kept(
    plan: Path, old: str, new: str, right: str
) -> None:
    path = plan / "tiltaksoversikt.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert f"Skriv «{right}»." in tiltak("validate", "--format", "concise", cwd=plan).out
    assert tiltak("validate", "--fix", cwd=plan).code == 0
    assert right in path.read_text("utf-8")


def test_report_list_show_and_diff(plan: Path) -> None:
    report = tiltak("report", cwd=plan)
    diff = tiltak("diff", "tiltaksoversikt-2024.yaml", "tiltaksoversikt.yaml", cwd=plan)
    assert (report.err, diff.err) == ("", "")
    golden("kommuneplan-report.txt", report.out)
    golden("kommuneplan-diff.txt", diff.out)
    chosen = tiltak("list", "--for", "TEK", "--area", "B", "--format", "json", cwd=plan)
    assert [item["id"] for item in json.loads(chosen.out)["tiltak"]] == ["T003", "T005"]
    assert "A2 Skjemaer er korte og på klart språk" in tiltak("show", "T002", cwd=plan).out
    assert "Velg A eller B." in tiltak("list", "--area", "1", cwd=plan).err


@pytest.mark.parametrize("ending", ["xlsx", "csv", "json"])
def test_export(plan: Path, ending: str) -> None:
    since = ["--since", "tiltaksoversikt-2024.yaml"] if ending == "xlsx" else []
    done = tiltak("export", "-o", f"a.{ending}", *since, cwd=plan)
    assert done == (0, f"Skrev a.{ending}: 5 tiltak.\n", "")


def test_the_schema_of_another_strategy(plan: Path) -> None:
    done = tiltak("schema", "--strategy", "strategi.yaml", "-o", "skjema.json", cwd=plan)
    assert done.out == "Skrev skjema.json.\n"
    schema = json.loads((plan / "skjema.json").read_text(encoding="utf-8"))
    areas = schema["$defs"]["tiltak"]["properties"]["målområder"]["items"]
    assert areas["enum"] == ["A", "B"]
    assert schema["title"] == "Tiltaksoversikt: Nærmere innbyggerne"
