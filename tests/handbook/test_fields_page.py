"""The page of every field, which is made of the schema."""

import re
from pathlib import Path
from typing import Any

import pytest
from command import ROOT, current, tiltak
from jsonschema import Draft202012Validator
from reader import HANDBOOK

from tiltak_cli.domain.fields import BY_KEY, FIELDS
from tiltak_cli.domain.measure import NEEDS
from tiltak_cli.sources.files import Source, read_path
from tiltak_cli.sources.schema.make import json_schema
from tiltak_cli.sources.strategies import Plan, plan_from, shipped_plan
from tiltak_cli.sources.yaml.reader import read_yaml
from tiltak_cli.views.fields import PARTS, fields_markdown

OWN = ROOT / "tests" / "data" / "kommuneplan" / "strategi.yaml"
EXAMPLE = re.compile(r"^\| `(\w+)` \| .* \| `(.*)` \|$", re.MULTILINE)


def plan(path: Path | None) -> Plan:
    if path is None:
        shipped = shipped_plan("2021-2025")
        assert shipped is not None
        return shipped
    source = read_path(str(path))
    assert isinstance(source, Source)
    own = plan_from(source.name, source.files[0].data)
    assert isinstance(own, Plan)
    return own


def test_the_page_is_current(tmp_path: Path) -> None:
    done = tiltak("schema", "-o", "felt.md", cwd=tmp_path)
    assert (done.code, done.out, done.err) == (0, "Skrev felt.md.\n", "")
    current(HANDBOOK / "felt.md", (tmp_path / "felt.md").read_text("utf-8"))


@pytest.mark.parametrize("path", [None, OWN])
def test_every_field_has_a_row_with_an_example_that_is_valid(path: Path | None) -> None:
    schema = json_schema(plan(path))
    page = fields_markdown(schema)
    head, _, measure = page.partition("\n## Tiltaket\n")
    fields = schema["$defs"]["tiltak"]["properties"]
    rows = EXAMPLE.findall(measure)
    assert [key for key, _ in rows] == [field.key for field in FIELDS]
    for key, line in rows:
        valid(fields[key], line, key)
    for key, line in EXAMPLE.findall(head):
        valid(schema["properties"][key], line, key)
    for key in PARTS:
        (block,) = re.findall(rf"```yaml\n({key}:\n.*?)```", page, re.DOTALL)
        valid(fields[key], block, key)


def valid(schema: Any, text: str, key: str) -> None:
    value = read(text)[key]
    assert not list(Draft202012Validator(schema).iter_errors(value)), text


def read(text: str) -> Any:
    return read_yaml("a.yaml", text).data


def test_what_each_status_demands_stands_at_its_word() -> None:
    page = fields_markdown(json_schema(plan(None)))
    for word, keys in NEEDS.items():
        (row,) = re.findall(rf"^\| `{word}` \| ([^|]*) \|$", page, re.MULTILINE)
        demanded = row.partition("Krever ")[2]
        assert re.findall("«(.*?)»", demanded) == [BY_KEY[key].key for key in keys]


def test_another_strategy_has_its_own_codes() -> None:
    done = tiltak("schema", "--strategy", OWN)
    assert done.out.startswith("{")
    page = fields_markdown(json_schema(plan(OWN)))
    assert "| `målområder: [A]` |" in page
    assert "| `A1` | " in page
    assert "Utviklingsområder\n" not in page
    assert "| `HEL` | " in page
    assert "FIN" not in page


def test_a_file_with_another_ending_is_refused(tmp_path: Path) -> None:
    done = tiltak("schema", "-o", "felt.html", cwd=tmp_path)
    assert done.code == 2
    assert done.err == "tiltak: Filen «felt.html» må ha endingen .json eller .md.\n"
    assert tiltak("schema", "-o", "-").out == tiltak("schema").out
