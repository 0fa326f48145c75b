"""Which measure a finding is said to be in, however the measure is written."""

import json
from pathlib import Path
from typing import Any

import pytest
from command import tiltak
from repository import commit, git
from support import FILE, HEAD_LINES, check, register_text, spread

from tiltak_cli.findings import Finding, Place
from tiltak_cli.sources.yaml.careful import read_with_places
from tiltak_cli.sources.yaml.naming import MeasureLines, measures_in

BLANK = "TIL602"
BASELINE = "tiltak-baseline.json"
REST = """beskrivelse: Alle departementer bruker samme mal.
målområder: [1]
retningsvalg: [1a]
ansvarlig: KDD
status: vedtatt
prioritet: middels
frist: 2025
merknad: "Bla "
"""


def written(first: str, rest: str = REST, step: int = 2) -> str:
    """A measure in a list, from its first lines and the fields below them."""
    lines = [*first.splitlines(), *(" " * step + line for line in rest.splitlines())]
    return "".join(f"  {line}\n" for line in lines)


BEFORE = written("- id: T001\n  tittel: Den første")
AFTER = written("- id: T009\n  tittel: Den siste")
IN_BRACES = (
    "- {id: T005, tittel: Mal, beskrivelse: A, målområder: [1], retningsvalg: [1a], "
    'ansvarlig: KDD, status: vedtatt, prioritet: høy, frist: 2025, merknad: "Bla "}'
)
# A measure in the middle of three, with the id and title that its findings are to have.
FORMS = {
    "a comment after the id": (
        written("- id: T005  # gammel P12\n  tittel: Mal"),
        ("T005", "Mal"),
    ),
    "the fields further in": (
        written("-   id: T005\n    tittel: Mal", step=4),
        ("T005", "Mal"),
    ),
    "the dash alone": (written("-\n  id: T005\n  tittel: Mal"), ("T005", "Mal")),
    "a folded title": (
        written("- id: T005\n  tittel: >-\n    En mal\n    for alle"),
        ("T005", "En mal for alle"),
    ),
    "an id in a text": (
        written("- id: T005\n  tittel: Mal\n  fremdrift: |\n    Se:\n    - id: T777\n    id: T778"),
        ("T005", "Mal"),
    ),
    "an id in a text at its edge": (
        written("- id: T005\n  tittel: Mal\n  fremdrift: |\n    A\n\n    - id: T777"),
        ("T005", "Mal"),
    ),
    "quotes around the id": (written('- id: "T005"\n  tittel: "Mal"'), ("T005", "Mal")),
    "quotes around the names": (written("- 'id': 'T005'\n  \"tittel\": Mal"), ("T005", "Mal")),
    "the id last": (written("- tittel: Mal", REST + "id: T005\n"), ("T005", "Mal")),
    "the id after a list": (
        written("- milepæler:\n    - id: M1\n      tekst: A\n  id: T005\n  tittel: Mal"),
        ("T005", "Mal"),
    ),
    "braces": (f"  {IN_BRACES}\n", ("T005", "Mal")),
    "braces over two lines": (
        "  " + IN_BRACES.replace(", status", ",\n     status") + "\n",
        ("T005", "Mal"),
    ),
    "a blank before the colon": (written("- id : T005\n  tittel : Mal"), ("T005", "Mal")),
    "no id": (written("- tittel: Mal"), ("", "Mal")),
    "a number for an id": (written("- id: 5\n  tittel: Mal"), ("", "Mal")),
    "a list for an id": (written("- id: [T005]\n  tittel: Mal"), ("", "Mal")),
    "an id of the wrong form": (written("- id: T5\n  tittel: Mal"), ("T5", "Mal")),
}


def of(findings: tuple[Finding, ...], code: str) -> list[tuple[int, str, str]]:
    """The measures that have a finding of a rule: number, id and title."""
    return [(f.measure_number, f.measure_id, f.measure_title) for f in findings if f.code == code]


@spread(("middle", "named"), FORMS.values(), every=2, ids=FORMS)
def test_a_finding_is_told_of_the_measure_it_stands_in(middle: str, named: tuple[str, str]) -> None:
    loaded = check(f"{HEAD_LINES}tiltak:\n{BEFORE}{middle}{AFTER}")
    around = (1, "T001", "Den første"), (3, "T009", "Den siste")
    assert of(loaded.findings, BLANK) == [around[0], (2, *named), around[1]]
    # So are those that the schema and the rules find.
    assert {f.measure_id for f in loaded.findings if f.measure_number == 2} == {named[0]}
    assert {f.measure_number for f in loaded.findings} == {1, 2, 3}


def test_a_measure_in_brackets_begins_where_its_own_brace_is() -> None:
    one = IN_BRACES.removeprefix("- ").replace('"Bla "', '" Bla"')
    measures = ", ".join(one.replace("T005", f"T00{n}") for n in (5, 6))
    loaded = check(f"{HEAD_LINES}tiltak: [{measures}]\n")
    assert of(loaded.findings, BLANK) == [(1, "T005", "Mal"), (2, "T006", "Mal")]


def test_a_head_below_the_measures_is_of_no_measure() -> None:
    head = HEAD_LINES.replace('"2023-2"', '"2023-2 "')
    loaded = check(f"tiltak:\n{BEFORE}{head}")
    assert of(loaded.findings, BLANK) == [(1, "T001", "Den første"), (0, "", "")]


def test_an_anchor_does_not_hide_the_measure() -> None:
    loaded = check(f"{HEAD_LINES}tiltak:\n{BEFORE}{written('- &mal')}{AFTER}")
    assert of(loaded.findings, "TIL014") == [(2, "", "")]
    named = check(f"{HEAD_LINES}tiltak:\n{written('- &mal', 'id: T005' + chr(10) + REST)}")
    assert of(named.findings, "TIL014") == [(1, "T005", "")]


def test_a_comment_above_a_measure_is_about_that_one() -> None:
    comment = "  # tiltak: godta TIL309\n"
    loaded = check(f"{HEAD_LINES}tiltak:\n{BEFORE}{comment}{AFTER}")
    assert of(loaded.findings, "TIL801") == [(2, "T009", "Den siste")]


@pytest.mark.wide
@pytest.mark.parametrize("middle", [middle for middle, _ in FORMS.values()], ids=list(FORMS))
def test_since_a_revision_no_form_is_missed(middle: str, tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    before = f"{HEAD_LINES}tiltak:\n{BEFORE}{AFTER}"
    commit(tmp_path, {FILE: before})
    (tmp_path / FILE).write_text(before.replace(AFTER, middle + AFTER), "utf-8")
    done = tiltak(
        "validate", "--since", "HEAD", "--format", "json", "--select", BLANK, cwd=tmp_path
    )
    (register,) = json.loads(done.out)["registers"]
    assert [finding["measure_number"] for finding in register["findings"]] == [2]


def baseline_of(folder: Path, text: str) -> dict[str, int]:
    (folder / FILE).write_text(text, "utf-8")
    assert tiltak("validate", "--write-baseline", cwd=folder).code == 0
    findings: dict[str, int] = json.loads((folder / BASELINE).read_text("utf-8"))["findings"]
    return findings


def test_a_comment_beside_the_id_does_not_change_what_is_known(tmp_path: Path) -> None:
    plain = register_text('- id: T001\n  merknad: "Bla "\n')
    commented = plain.replace("T001", "T001  # gammel P12")
    assert baseline_of(tmp_path, plain) == baseline_of(tmp_path, commented) == {f"{BLANK} T001": 1}
    # As older versions wrote it.
    old = {"version": 1, "findings": {f"{BLANK} T001#gammelP12": 1, "TIL309 T002#ny": 1}}
    (tmp_path / BASELINE).write_text(json.dumps(old, indent=2), "utf-8")
    done = tiltak("validate", "--format", "json", cwd=tmp_path)
    (register,) = json.loads(done.out)["registers"]
    (stale,) = register["findings"]
    assert (stale["code"], stale["line"], stale["measure"]) == ("TIL803", 5, "T002")


# --- counted and grouped by where it stands

NAMELESS = register_text(
    "- id: T001\n  tittel: En\n- id: 2\n  tittel: To\n  status: ferdig\n"
    "- # id mangler\n  tittel: Tre\n  status: ferdig\n- id: T004\n  tittel: Fire\n"
)


def forms(folder: Path, form: str) -> str:
    (folder / FILE).write_text(NAMELESS, "utf-8")
    return tiltak("validate", "--format", form, cwd=folder).out


@pytest.mark.parametrize("form", ["text", "concise"])
def test_measures_without_an_id_are_counted(form: str, tmp_path: Path) -> None:
    text = forms(tmp_path, form)
    assert text.splitlines()[-1].startswith(f"{FILE}: 4 feil i 2 av 4 tiltak.")
    assert "Tiltak nr. 2" in text
    assert "Tiltak nr. 3" in text


def test_measures_without_an_id_are_grouped_by_place(tmp_path: Path) -> None:
    headings = [e for e in forms(tmp_path, "markdown").splitlines() if e.startswith("### ")]
    assert headings == ["### Tiltak nr. 2 To", "### Tiltak nr. 3 Tre"]


@pytest.mark.wide
def test_measures_without_an_id_in_forms_for_programs(tmp_path: Path) -> None:
    (register,) = json.loads(forms(tmp_path, "json"))["registers"]
    numbers = [(f["measure"], f["measure_number"]) for f in register["findings"]]
    assert numbers == [(None, 2), (None, 2), (None, 3), (None, 3)]
    assert forms(tmp_path, "junit").count(" Tiltak nr. 3") >= 2
    (run,) = json.loads(forms(tmp_path, "sarif"))["runs"]
    sentences: list[Any] = [result["message"]["text"] for result in run["results"]]
    sentences += [each["description"] for each in json.loads(forms(tmp_path, "gitlab"))]
    assert [s.partition(":")[0][-1] for s in sentences] == ["2", "2", "3", "3"] * 2
    for form in ("github", "azure"):
        assert forms(tmp_path, form).count("Tiltak nr. 3") == 2


def test_two_measures_with_one_id_are_two() -> None:
    text = register_text("- id: T001\n  prioritet: viktig\n- id: T001\n  prioritet: viktig\n")
    loaded = check(text)
    assert {(f.measure_number, f.measure_id) for f in loaded.findings} == {(1, "T001"), (2, "T001")}


# --- where the text cannot be read


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("tiltak:\n  - id: T001  # gammel P12\n    tittel: A # b\n    x\n", (1, "T001", "A")),
        ("tiltak:\n  -   id: 'T001'\n      tittel: \"A # b\"\n      x\n", (1, "T001", "A # b")),
        ("tiltak:\n  - id: T001\n    tittel: >-\n      A\n    x\n", (1, "T001", "")),
        ("tiltak:\n  - tittel: A\n    id: T002\n    x\n", (1, "T002", "A")),
        ("strategi: a\n\n\n\n", (0, "", "")),
    ],
)
def test_a_guess_from_the_text(text: str, named: tuple[int, str, str]) -> None:
    place = check("").findings[0].place._replace(line=4)
    assert MeasureLines(text).at(place) == named


@pytest.mark.parametrize(
    ("more", "counted"),
    [("prioritet: lav", "1 feil i 1 av 2 tiltak."), ("prioritet: 7", "2 feil i 2 av 2 tiltak.")],
)
def test_a_field_saved_with_the_wrong_encoding_is_its_measures(
    tmp_path: Path, more: str, counted: str
) -> None:
    two = f"- id: T001\n  utfÃ¸rende: DFØ\n- id: T002\n  tittel: Noe helt annet\n  {more}\n"
    (tmp_path / FILE).write_text(register_text(two), "utf-8")
    assert tiltak("validate", cwd=tmp_path).out.endswith(f"{counted}\n")
    (register,) = json.loads(tiltak("validate", "--format", "json", cwd=tmp_path).out)["registers"]
    assert [f["measure"] for f in register["findings"]] == ["T001", "T002"][: int(counted[0])]


def test_a_file_saved_with_another_encoding_is_no_measures(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(register_text("- id: T001\n").encode("cp1252"))
    assert tiltak("validate", cwd=tmp_path).out.endswith(f"{FILE}: 1 feil.\n")


def test_a_measure_in_brackets_begins_with_its_own_brace() -> None:
    tree = read_with_places("a.yaml", "tiltak: [{id: T001}, {id: T002}]\n")
    named = measures_in(tree.data, tree.spots())
    found = {n: named.at(Place("a.yaml", 1, n, 1, n + 1)).identity for n in (9, 10, 20, 22, 31)}
    assert found == {9: "", 10: "T001", 20: "T001", 22: "T002", 31: "T002"}
