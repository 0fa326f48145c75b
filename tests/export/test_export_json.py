"""`.json` and `.jsonl` have the form that schema/eksport.schema.json publishes."""

import json
from pathlib import Path
from typing import Any

import pytest
from command import DATA, NEW, OLD, ROOT
from exported import export, rows
from jsonschema import Draft202012Validator

from tiltak_cli.domain.fields import FIELDS
from tiltak_cli.domain.measure import Assessment, Priority, Status
from tiltak_cli.overview.counts import Situation

SCHEMA = json.loads((ROOT / "schema" / "eksport.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)
MUNICIPALITY = DATA / "kommuneplan" / "tiltaksoversikt.yaml"
DEPOT = ROOT / "examples" / "registerdepot" / "tiltaksoversikt.yaml"
CHOICES: tuple[list[str], ...] = (
    [],
    ["--public"],
    ["--columns", "tittel,frist"],
    ["--direction", "2d"],
)


@pytest.mark.parametrize("register", [NEW, OLD, MUNICIPALITY, DEPOT], ids=lambda path: path.stem)
@pytest.mark.parametrize("options", CHOICES[:3], ids=" ".join)
def test_what_is_written_has_the_form(tmp_path: Path, register: Path, options: list[str]) -> None:
    VALIDATOR.validate(json.loads(export(tmp_path, "json", *options, register=register)))
    lines = rows("jsonl", export(tmp_path, "jsonl", *options, register=register))
    assert lines
    for line in lines:
        VALIDATOR.validate(line)


@pytest.mark.parametrize("options", CHOICES, ids=" ".join)
def test_a_line_holds_the_same_as_the_document(tmp_path: Path, options: list[str]) -> None:
    document = json.loads(export(tmp_path, "json", *options))
    lines = rows("jsonl", export(tmp_path, "jsonl", *options))
    head = {key: value for key, value in document.items() if key != "tiltak"}
    source = {} if "--public" in options else {"kilde": NEW.name}
    assert lines == [{"register": {**head, **source}, **item} for item in document["tiltak"]]


def test_the_schema_has_the_fields_of_the_table() -> None:
    measure = SCHEMA["$defs"]["tiltak"]["properties"]
    assert list(measure) == [*(field.key for field in FIELDS), "avledet"]
    assert [measure[f.key]["description"] for f in FIELDS] == [f.help for f in FIELDS]
    words = (("status", Status), ("prioritet", Priority), ("vurdering", Assessment))
    for key, known in words:
        assert measure[key]["enum"] == [str(word) for word in known]
    assert SCHEMA["$defs"]["avledet"]["properties"]["situasjon"]["enum"] == list(Situation)


def changed(document: Any, *path: str | int, to: Any) -> Any:
    copy = json.loads(json.dumps(document))
    place = copy
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = to
    return copy


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("versjon",), 2),
        (("per_dato",), "15.06.2024"),
        (("kilde",), "a.yaml"),
        (("tiltak", 0, "hemmelig"), "x"),
        (("tiltak", 0, "status"), "forsinket"),
        (("tiltak", 0, "frist"), "snart"),
        (("tiltak", 0, "milepæler", 0, "notat"), "x"),
        (("tiltak", 0, "avledet", "forsinket"), "nei"),
    ],
)
def test_the_schema_takes_nothing_else(
    tmp_path: Path, path: tuple[str | int, ...], value: object
) -> None:
    document = json.loads(export(tmp_path, "json"))
    assert VALIDATOR.is_valid(document)
    assert not VALIDATOR.is_valid(changed(document, *path, to=value))


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
