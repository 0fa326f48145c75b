"""The schema: current, portable, and in step with the rules and with the gate."""

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest
from command import ROOT, current
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, Draft202012Validator
from support import HEAD_LINES, check, register_text, tries

from tiltak_cli.findings import Severity
from tiltak_cli.sources import packaged
from tiltak_cli.sources.schema.make import json_schema, schema_text
from tiltak_cli.sources.strategies import Plan, shipped_plan
from tiltak_cli.sources.yaml.reader import read_yaml

EXAMPLES = ("tiltaksoversikt-2023-2.yaml", "tiltaksoversikt-2024-1.yaml")
STRATEGY = "strategi-2021-2025.yaml"


def plan() -> Plan:
    found = shipped_plan("2021-2025")
    assert found is not None
    return found


SCHEMA = json_schema(plan())
MEASURE = SCHEMA["$defs"]["tiltak"]


def packaged_data(folder: str, name: str) -> Any:
    return read_yaml(name, (packaged.read(folder, name) or b"").decode("utf-8")).data


def test_the_checked_in_schema_is_the_derived_one() -> None:
    current(ROOT / "schema" / "tiltak.schema.json", schema_text(plan()))


def test_the_schema_is_valid_in_both_drafts() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    Draft7Validator.check_schema(SCHEMA)
    only_new = {
        "prefixItems",
        "dependentRequired",
        "unevaluatedProperties",
        "minContains",
        "$anchor",
    }
    assert only_new.isdisjoint(keywords(SCHEMA))


def keywords(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        for key, value in schema.items():
            yield key
            yield from keywords(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from keywords(value)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_validator_accepts_the_examples(name: str) -> None:
    data = packaged_data("examples", name)
    assert Draft202012Validator(SCHEMA).is_valid(data)
    assert Draft7Validator(SCHEMA).is_valid(data)
    assert jsonschema_rs.Draft202012Validator(SCHEMA).is_valid(data)
    assert jsonschema_rs.Draft7Validator(SCHEMA).is_valid(data)


@pytest.mark.readers
def test_a_tool_that_knows_only_the_schema_accepts_the_examples() -> None:
    folder = packaged.folder("examples")
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile"]
    schema = f"{packaged.folder('schema')}/tiltak.schema.json"
    done = subprocess.run(
        [*command, schema, *(f"{folder}/{name}" for name in EXAMPLES)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts(part)
    elif isinstance(value, str):
        yield value


def test_every_text_of_the_strategy_reaches_the_schema_or_the_strategy() -> None:
    told = "\n".join([*texts(SCHEMA), *texts(plan().strategy)])
    strategy = packaged_data("schema", STRATEGY)
    assert [text for text in texts(strategy) if text not in told] == []
    organisations = packaged_data("schema", "virksomheter.yaml")
    codes = SCHEMA["properties"]["ansvarlig"]["enum"]
    for group in organisations.values():
        for organisation in group:
            for name in organisation["navn"]:
                assert name["kort"] in codes
                assert name["bokmål"] in told


# Lines that break one condition of the measure's schema each, and the rule that tells of it.
CONDITIONS = [
    ("status: gjennomført\nresultat: I bruk.\n", "TIL303"),
    ("status: gjennomført\ngjennomført: 2023-06-30\n", "TIL304"),
    ("status: igangsatt\n", "TIL307"),
    ("status: utsatt\n", "TIL306"),
    ("status: utgår\n", "TIL306"),
    ("status: innlemmet\ninnlemmet_i: T002\n", "TIL306"),
    ("status: innlemmet\nbegrunnelse: Samlet.\n", "TIL310"),
    ("vurdering: gul\n", "TIL308"),
    ("vurdering: rød\n", "TIL308"),
    ("# frist mangler\n", "TIL301"),
    ("# frist mangler\nløpende: false\n", "TIL301"),
    ("løpende: true\nfrist: 2025\n", "TIL302"),
    ("gjennomført: 2023-06-30\n", "TIL305"),
    ("innlemmet_i: T002\n", "TIL311"),
    ("# retningsvalg mangler\n", "TIL412"),
    ("retningsvalg: []\n", "TIL412"),
    ("målområder: [2]\nretningsvalg: [1a]\n", "TIL411"),
    ("målområder: [1]\nretningsvalg: [2a]\n", "TIL411"),
    ("målområder: [1]\nretningsvalg: [3a]\n", "TIL411"),
]
OTHER_MEASURE = "- id: T002\n  tittel: Et annet\n"


def broken_conditions(measure: Any) -> list[int]:
    return [
        number
        for number, condition in enumerate(MEASURE["allOf"])
        if not Draft202012Validator(condition).is_valid(measure)
    ]


@pytest.mark.parametrize(("lines", "code"), CONDITIONS)
def test_a_condition_in_the_schema_is_told_by_one_rule(lines: str, code: str) -> None:
    first = "".join(f"  {line}\n" for line in lines.splitlines())
    text = register_text(f"- id: T001\n{first}{OTHER_MEASURE}")
    measure = read_yaml("f", text).data["tiltak"][0]
    assert len(broken_conditions(measure)) == 1
    assert [f.code for f in check(text).findings] == [code]


def test_every_condition_in_the_schema_has_its_rule() -> None:
    broken = {
        number
        for lines, _ in CONDITIONS
        for number in broken_conditions(read_yaml("f", register_text(lines)).data["tiltak"][0])
    }
    assert broken == set(range(len(MEASURE["allOf"])))


FULL = """\
- id: T001
  milepæler:
    - {id: M1, tekst: Utkast, frist: 2024-Q1, nådd: 2023-10-01}
    - {id: M2, tekst: Rapport, frist: 2024}
  dokumentasjon:
    - {tittel: Mandat, lenke: "https://www.regjeringen.no/mandat"}
  opphav: {periode: 2016-2020, id: "14", status: vedtatt}
  utviklingsområder: [U1, U2]
  ansvarlig: [KDD, FIN]
  utførende: DFØ
  deltakere: alle
  status: igangsatt
  fremdrift: Arbeidet følger planen.
  vurdering: gul
  avvik: Saken er forsinket.
  start: 2023
  opprinnelig_frist: 2024-06-30
  del_av: T002
  avhenger_av: [T002]
  forum: Strategisk forum
  oppdatert: 2023-10-01
"""
VALID: dict[str, Any] = read_yaml("f", register_text(FULL)).data["tiltak"][0]
ODD = [
    None,
    True,
    False,
    0,
    1,
    2,
    4,
    1899,
    2024,
    2100,
    "",
    " ",
    "\u00a0",
    "alle",
    "KDD",
    "1a",
    "M1",
]
ODD += ["T001\n", "T٠٠١", "2024-13-01", "2024-02-30", "2024-Q5", "http://", "https://a b"]


def values(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    return st.recursive(
        st.sampled_from(ODD) | texts,
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["id", "tekst", "x"]), inner, max_size=2)
        ),
        max_leaves=4,
    )


ANY = values(st.text(max_size=5))
# JSON is YAML, but for the few characters that YAML wants written as codes.
WRITABLE = values(st.text("aæ19 -.:#«🙂\u200b\\\"'", max_size=5))


def paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    parts = value.items() if isinstance(value, dict) else enumerate(value)
    for step, part in parts:
        yield (*path, step)
        if isinstance(part, dict | list):
            yield from paths(part, (*path, step))


PATHS = list(paths(VALID))


@st.composite
def mutated(draw: st.DrawFn, among: st.SearchStrategy[Any]) -> Any:
    """A valid measure with one part taken out, replaced, repeated or added to."""
    measure = json.loads(json.dumps(VALID))
    for _ in range(draw(st.integers(1, 2))):
        *above, last = draw(st.sampled_from(PATHS))
        part = measure
        for step in above:
            part = part[step] if (step in part if isinstance(part, dict) else part[step:]) else {}
            if not isinstance(part, dict | list):
                break
        change = draw(st.sampled_from(["delete", "replace", "repeat", "add"]))
        if isinstance(part, dict):
            if change == "delete":
                part.pop(last, None)
            else:
                part["ukjent" if change == "add" else str(last)] = draw(among)
        elif isinstance(part, list):
            part.append(part[0] if change == "repeat" and part else draw(among))
    return measure


@settings(max_examples=tries(300))
@given(mutated(ANY) | ANY)
def test_the_gate_and_the_explanation_agree(measure: Any) -> None:
    gate = jsonschema_rs.Draft202012Validator(MEASURE).is_valid(measure)
    assert Draft202012Validator(MEASURE).is_valid(measure) == gate
    assert Draft7Validator(MEASURE).is_valid(measure) == gate


@settings(max_examples=tries(300))
@given(mutated(WRITABLE))
def test_what_the_schema_forbids_is_told_and_never_by_the_net(measure: Any) -> None:
    other = read_yaml("f", register_text(OTHER_MEASURE)).data["tiltak"][0]
    text = f"{HEAD_LINES}tiltak: {json.dumps([measure, other], ensure_ascii=False)}\n"
    (read, _) = read_yaml("f", text).data["tiltak"]
    errors = [f for f in check(text).findings if f.severity is Severity.ERROR]
    assert all(finding.code != "TIL299" for finding in errors)
    assert errors or Draft202012Validator(MEASURE).is_valid(read)
