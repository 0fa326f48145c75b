"""Each shape that people's own sheets have: what is read of it, and what is told of the rest.

The sheets are in `tests/data/regneark/former.txt`: a sheet, what is done to it (`do`), options, and
after the arrow the exit code and what it becomes. `columns` are fields in order, with `?` where it
is not certain and `-` for none; `measure` has the fields of one as they are written, where `id` is
its number in the sheet; `unclear` is a cell and what it says, `skipped` a row and why.
"""

import json
import shlex
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from command import DATA, ROOT, names, tiltak
from jsonschema import Draft202012Validator
from sheets import confirming, workbook
from support import FILE, THOROUGH, spread

from tiltak_cli.sources.yaml.reader import read_yaml

# Whole in the thorough run.
pytestmark = pytest.mark.hypothesis

DAY = ("--as-of", "2024-06-15")
WIDTH = 80
PUBLISHED = json.loads((ROOT / "schema/regneark.schema.json").read_text("utf-8"))
fits = Draft202012Validator(PUBLISHED).is_valid


class Case(NamedTuple):
    sheet: str
    changes: list[str]
    options: list[str]
    code: int
    measures: list[dict[str, Any]]
    told: dict[str, list[str]]


def case_of(text: str) -> Case:
    above, _, below = text.partition("\n-> ")
    lines = above.splitlines()
    done = [line.removeprefix("do ") for line in lines if line.startswith("do ")]
    options = [line.removeprefix("option ") for line in lines if line.startswith("option ")]
    sheet = "\n".join(line for line in lines if not line.startswith(("do ", "option ")))
    code, *rest = below.splitlines()
    told: dict[str, list[str]] = {"table": []}
    for line in filter(None, rest):
        what, _, said = line.partition(" ")
        told.setdefault(what, []).append(said)
    told["table"] = told["table"] or ["1"]
    measures = [fields(line) for line in told.pop("measure", [])]
    return Case(
        sheet=sheet,
        changes=done,
        options=shlex.split(" ".join(options)),
        code=int(code),
        measures=measures,
        told=told,
    )


def fields(line: str) -> dict[str, Any]:
    data = read_yaml("", f"{{{line}}}").data or {}
    return {key: str(value) if key == "id" else value for key, value in data.items()}


TEXT = (DATA / "regneark" / "former.txt").read_text("utf-8")
CASES = {
    name: case_of(rest)
    for part in TEXT.removeprefix("== ").split("\n== ")
    for name, _, rest in [part.partition("\n")]
}
# Of these the register is written and read as well; all of them are in the thorough run.
FURTHER = list(CASES) if THOROUGH else list(CASES)[::3]


@spread("name", CASES, 108)
def test_a_sheet_is_read_as_it_is_meant(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    (tmp_path / "plan.xlsx").write_bytes(workbook(case.sheet, case.changes))
    command = ("import", "plan.xlsx", "--new", *DAY, *case.options)
    shown = tiltak(*command, "--format", "json", cwd=tmp_path)
    assert (shown.code, shown.err) == (case.code, "")
    preview = json.loads(shown.out)
    assert fits(preview)
    assert [each["fields"] for each in preview["measures"]] == case.measures
    assert told(preview) == case.told
    assert names(tmp_path) == ["plan.xlsx"]
    if name in FURTHER:
        drawn = tiltak(*command, cwd=tmp_path)
        assert (drawn.code, drawn.err) == (case.code, "")
        assert max(map(len, drawn.out.splitlines())) <= WIDTH
        unsure = confirming(preview)
        if unsure or any("Kan også være ment" in line for line in drawn.out.splitlines()):
            refused = tiltak(*command, "--write", cwd=tmp_path)
            assert (refused.code, refused.out, names(tmp_path)) == (1, "", ["plan.xlsx"])
        sheet = ("--sheet", preview["sheet"])
        assert tiltak(*command, *sheet, *unsure, "--write", cwd=tmp_path).code == 0
        is_the_same(preview, (tmp_path / FILE).read_text("utf-8"))


def told(preview: Any) -> dict[str, list[str]]:
    """A preview as it is written above, without its measures."""
    columns = [(each["field"] or "-", each["sure"]) for each in preview["columns"]]
    sheet = f" {preview['sheet']}" if preview["sheet"] != "Ark1" else ""
    said = {
        "table": [f"{preview['header_row']}{sheet}"],
        "columns": [" ".join(f + "?" * (not sure and f != "-") for f, sure in columns)],
        "unclear": [f"{each['cell']} {each['text']}" for each in preview["unclear"]],
        "skipped": [f"{each['row']} {each['why']}" for each in preview["skipped"]],
        "other": [e["name"] + " (skjult)" * e["hidden"] for e in preview["other_sheets"]],
    }
    return {what: lines for what, lines in said.items() if lines}


def is_the_same(preview: Any, text: str) -> None:
    """A register holds what was shown, in its usual form, and the rest as comments."""
    heading = next((c["column"] for c in preview["columns"] if c["field"] == "id"), "")
    written = read_yaml(FILE, text).data["tiltak"]
    for measure, shown in zip(written, preview["measures"], strict=True):
        number = shown["fields"].pop("id", shown["id"])
        note = shown["fields"].get("merknad")
        if number != shown["id"]:
            note = "\n".join(filter(None, (f"{heading}: {number}", note)))
        assert measure == {
            **shown["fields"],
            "id": shown["id"],
            **({"merknad": note} if note else {}),
        }
    comments = [line for line in text.splitlines() if line.lstrip().startswith("#")]
    for each in preview["unclear"]:
        # What would accept a finding is no longer what it was.
        said = " ".join(each["text"].split()).replace("tiltak: godta", "tiltak : godta")
        assert any(each["cell"] in line and said in line for line in comments)
    for each in preview["left_out"]:
        assert any(each["column"] in line for line in comments)


def test_without_titles_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "plan.xlsx").write_bytes(workbook("Foo | Bar\nEn | KD"))
    shown = tiltak("import", "plan.xlsx", "--new", cwd=tmp_path)
    assert shown.code == 1
    assert 'Oppgi den med --map "Kolonne=tittel".' in shown.out
    done = tiltak("import", "plan.xlsx", "--new", "--write", cwd=tmp_path)
    assert (done.code, done.out) == (1, "")
    assert "Kolonnene er «Foo» og «Bar»" in done.err
    assert names(tmp_path) == ["plan.xlsx"]
    named = tiltak("import", "plan.xlsx", "--new", "--map", "Foo=tittel", cwd=tmp_path)
    assert "T001  En" in named.out
