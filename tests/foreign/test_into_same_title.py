"""Rows and measures of the same title: the number tells which is which, or someone must."""

import json
from pathlib import Path

import pytest
from command import ROOT, tiltak
from jsonschema import Draft202012Validator
from sheets import delimited
from support import FILE, spread

from tiltak_cli.sources.yaml.reader import read_yaml

PUBLISHED = json.loads((ROOT / "schema/regneark.schema.json").read_text("utf-8"))
HEAD = 'strategi: "2021-2025"\nutgave: "2024-1"\nper_dato: 2024-06-15\nansvarlig: DFD\n\ntiltak:\n'
MEASURE = """  - id: {id}
    tittel: {title}
    beskrivelse: Slik gjør vi det.
    målområder: [1]
    retningsvalg: [1a]
    ansvarlig: KD
    status: vedtatt
    prioritet: høy
    frist: 2025
    merknad: "Nr.: {number}"
"""
COMMAND = ("import", "plan.csv", "--new", "--into", FILE)


def register(folder: Path, *titles: str) -> None:
    """Measures by these titles, that had the numbers 1, 2 and so on in a sheet."""
    measures = [
        MEASURE.format(id=f"T00{n}", title=title, number=n) for n, title in enumerate(titles, 1)
    ]
    (folder / FILE).write_text(HEAD + "\n".join(measures), "utf-8")


@spread(
    ("titles", "sheet", "changed", "new", "same"),
    [
        # Two rows for one measure, and one row for two.
        ("Alfa Beta", "Tiltak | Frist\nBeta | 2026\nBeta | 2027", {}, 0, [([2, 3], ["T002"])]),
        ("Beta Beta", "Tiltak | Frist\nBeta | 2026", {}, 0, [([2], ["T001", "T002"])]),
        # Where neither row has the number that the measure had, nobody knows.
        (
            "Alfa Beta",
            "Nr. | Tiltak | Frist\n7 | Beta | 2026\n8 | Beta | 2027",
            {},
            0,
            [([2, 3], ["T002"])],
        ),
        # The number and the title, or the id, tell which; the other row is a measure of its own.
        (
            "Alfa Beta",
            "Nr. | Tiltak | Frist\n2 | Beta | 2026\n8 | Beta | 2027",
            {"T002": 2026},
            1,
            [],
        ),
        (
            "Alfa Beta",
            "Nr. | Tiltak | Frist\n8 | Beta | 2027\nT002 | Beta | 2026",
            {"T002": 2026},
            1,
            [],
        ),
        (
            "Beta Beta",
            "Nr. | Tiltak | Frist\n2 | Beta | 2026\n1 | Beta | 2027",
            {"T001": 2027, "T002": 2026},
            0,
            [],
        ),
        # Another of the same title is left over on both sides.
        (
            "Beta Beta",
            "Nr. | Tiltak | Frist\n2 | Beta | 2026\n9 | Beta | 2027",
            {"T001": 2027, "T002": 2026},
            0,
            [],
        ),
    ],
    every=3,
)
def test_which_row_is_which_measure_is_told_or_asked(
    titles: str,
    sheet: str,
    changed: dict[str, int],
    new: int,
    same: list[tuple[list[int], list[str]]],
    tmp_path: Path,
) -> None:
    register(tmp_path, *titles.split())
    (tmp_path / "plan.csv").write_bytes(delimited(sheet))
    shown = json.loads(tiltak(*COMMAND, "--format", "json", cwd=tmp_path).out)
    assert Draft202012Validator(PUBLISHED).is_valid(shown)
    told = shown["into"]
    assert {c["measure"]: c["new"] for c in told["changes"]} == changed
    assert (len(told["new"]), [(s["rows"], s["measures"]) for s in told["same_title"]]) == (
        new,
        same,
    )
    asked = {identity for _, ids in same for identity in ids}
    assert asked.isdisjoint(told["gone"])


def test_nothing_is_written_until_they_are_told_apart(tmp_path: Path) -> None:
    register(tmp_path, "Alfa", "Beta")
    before = (tmp_path / FILE).read_bytes()
    (tmp_path / "plan.csv").write_bytes(delimited("Tiltak | Frist\nBeta | 2026\nBeta | 2027"))
    shown = tiltak(*COMMAND, cwd=tmp_path)
    said = " ".join(shown.out.split())
    assert (shown.code, "Radene 2 og 3 heter «Beta», og det gjør T002 også." in said) == (1, True)
    assert "I registeret, men ikke i arket: T001." in said
    assert "--write" not in said
    for options in ((), ("--force",), ("--on-conflict", "theirs")):
        done = tiltak(*COMMAND, "--write", *options, cwd=tmp_path)
        assert (done.code, done.out, (tmp_path / FILE).read_bytes()) == (1, "", before)
        assert "Radene 2 og 3 heter «Beta»" in done.err
    (tmp_path / "plan.csv").write_bytes(
        delimited("ID | Tiltak | Frist\nT002 | Beta | 2026\n9 | Alfa | 2025")
    )
    done = tiltak(*COMMAND, "--write", "--on-conflict", "theirs", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    written = read_yaml(FILE, (tmp_path / FILE).read_text("utf-8")).data["tiltak"]
    assert [(measure["id"], measure["frist"]) for measure in written] == [
        ("T001", 2025),
        ("T002", 2026),
    ]


@pytest.mark.parametrize("name", ["finnes-ikke.csv", "finnes-ikke.XLSX", "finnes-ikke", "v1.2"])
def test_an_earlier_sheet_that_is_not_there_is_named(name: str, tmp_path: Path) -> None:
    register(tmp_path, "Alfa")
    (tmp_path / "plan.csv").write_bytes(delimited("Tiltak | Frist\nAlfa | 2026"))
    done = tiltak(*COMMAND, "--base", name, cwd=tmp_path)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert f"Finner ikke «{name}»" in done.err
