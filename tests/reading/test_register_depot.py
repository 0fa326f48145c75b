"""The folder that a register's repository starts as, and the schema as editors get it."""

import json
import re
import subprocess
import sys
import tomllib
from typing import Any

import jsonschema_rs
import pytest
from command import ROOT, tiltak
from hypothesis import given, settings
from jsonschema import Draft7Validator, Draft202012Validator
from support import tries
from test_schema import ANY, SCHEMA, mutated

from tiltak_cli.sources.register.setting_kinds import KINDS

DEPOT = ROOT / "examples" / "registerdepot"
WRITTEN = json.loads((ROOT / "schema" / "tiltak.schema.json").read_text(encoding="utf-8"))


@pytest.mark.readers
@pytest.mark.parametrize(
    ("schema", "name"),
    [
        ("vendor.github-workflows", ".github/workflows/kontroll.yml"),
        ("vendor.gitlab-ci", ".gitlab-ci.yml"),
        ("vendor.azure-pipelines", "azure-pipelines.yml"),
    ],
)
def test_the_build_servers_understand_their_files(schema: str, name: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
    # The schema of Azure's files has patterns that only older engines take.
    command += ["--regex-variant", "nonunicode"]
    done = subprocess.run(
        [*command, DEPOT / name], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stdout


def test_the_register_has_no_findings_at_all() -> None:
    done = tiltak("validate", "--strict", cwd=DEPOT)
    assert (done.code, done.err) == (0, "")


def test_every_setting_is_there_to_be_turned_on() -> None:
    text = (DEPOT / "tiltak.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text) == {}
    shown = tomllib.loads(re.sub(r"^# (?=[a-z-]+ = )", "", text, flags=re.MULTILINE))
    assert {key: type(value) for key, value in shown.items()} == {
        key: kind for key, (kind, _, _) in KINDS.items()
    }


@settings(max_examples=tries(300))
@given(mutated(ANY) | ANY)
def test_what_is_written_for_editors_accepts_the_same(measure: Any) -> None:
    register = {"tiltak": [measure]}
    accepted = jsonschema_rs.Draft202012Validator(SCHEMA).is_valid(register)
    assert Draft202012Validator(WRITTEN).is_valid(register) == accepted
    assert Draft7Validator(WRITTEN).is_valid(register) == accepted


def test_what_is_written_for_editors_is_valid_in_both_drafts() -> None:
    Draft202012Validator.check_schema(WRITTEN)
    Draft7Validator.check_schema(WRITTEN)
