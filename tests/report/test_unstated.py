"""What a measure must have and does not say: it is shown as not stated, and counted so."""

import json
import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import jsonschema
import pytest
from command import NEW, ROOT, tiltak
from openpyxl import load_workbook
from repository import commit, git
from support import spread

from tiltak_cli.domain.measure import REQUIRED

FILE = "tiltaksoversikt.yaml"
TEXT = NEW.read_text("utf-8")
# T004 has each of these on one line.
LINES = {
    "målområder": "    målområder: [1]\n",
    "ansvarlig": "    ansvarlig: KD\n",
    "status": "    status: vedtatt\n",
    "prioritet": "    prioritet: høy\n",
}
MEASURE = """
  - id: T004
    tittel: Felles kunnskapsbase
    beskrivelse: Departementene får én base.
    målområder: [1]
    retningsvalg: [1d]
    ansvarlig: KD
    status: vedtatt
    prioritet: høy
    frist: 2024-03
"""
HEAD = 'strategi: "2021-2025"\nutgave: "2024-1"\nper_dato: 2024-06-15\nansvarlig: DFD\n'
WHOLE = f"{HEAD}tiltak:{MEASURE}"


def without(*keys: str, left: str = "") -> str:
    """The register without some fields of its measure, or with nothing behind their names."""
    text = WHOLE
    for key in keys:
        line = next(line for line in MEASURE.splitlines(keepends=True) if f" {key}: " in line)
        text = text.replace(line, f"    {key}:{left}\n" if left else "", 1)
    return text


def told(folder: Path, text: str, *command: str) -> Any:
    (folder / FILE).write_text(text, "utf-8")
    done = tiltak(*command, cwd=folder)
    assert done.code == 0, done.err
    assert "Alle tiltakene er med. Ikke ført: " in done.err
    return done.out


WAYS = [" ", " []", " ''"]


@pytest.mark.wide
@pytest.mark.parametrize("left", ["", *(pytest.param(w, marks=pytest.mark.wide) for w in WAYS)])
@pytest.mark.parametrize("key", [field.key for field in REQUIRED])
def test_a_measure_without_a_field_is_with_the_others(key: str, left: str, tmp_path: Path) -> None:
    report = json.loads(told(tmp_path, without(key, left=left), "report", "--format", "json"))
    schema = json.loads((ROOT / "schema" / "rapport.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(report)
    assert report["utvalg"] == {"tiltak": 1, "av": 1}
    assert "utelatt" not in report
    # One without a status is not late for its deadline, nor anything else.
    kind = "ikke ført" if key == "status" else "rød eller forsinket"
    assert [kind for kind, number in report["situasjoner"].items() if number] == [kind]
    assert report["over_fristen"] == ([] if key == "status" else ["T004"])
    (measure,) = report["tiltak"]
    assert measure.get(key) in ((), [], None)
    assert " Ikke ført: " in report["oppsummering"]
    assert "ikke ført" in told(tmp_path, without(key, left=left), "show", "T004")
    assert tiltak("report", "--strict", cwd=tmp_path).code == 1


@pytest.mark.wide
def test_every_view_says_so_in_every_language(tmp_path: Path) -> None:
    text = without("ansvarlig", "status", "prioritet", "målområder")
    # So many together are one error.
    (tmp_path / FILE).write_text(text, "utf-8")
    words = {"nb": "ikke ført", "nn": "ikkje ført", "en": "not stated"}
    for language, word in words.items():
        for command in (["list"], ["show", "T004"], ["report", "--format", "markdown"]):
            done = tiltak(*command, "--language", language, cwd=tmp_path)
            assert word in done.out.casefold(), command
        tiltak("report", "-o", f"{language}.html", "--language", language, cwd=tmp_path)
        page = (tmp_path / f"{language}.html").read_text("utf-8")
        assert page.count(word) >= len(LINES)
    listed = tiltak("list", cwd=tmp_path, COLUMNS="120").out.splitlines()[2]
    assert listed.startswith("T004 ")
    assert listed.count("ikke ført") == len(LINES)
    for form in ("csv", "json", "jsonl"):
        assert tiltak("export", "-o", f"a.{form}", cwd=tmp_path).code == 0
    rows = (tmp_path / "a.csv").read_text("utf-8-sig").splitlines()
    assert len(rows) == 2


CHOICES = {"for": "ansvarlig", "area": "målområder", "status": "status"}


def test_what_is_not_stated_can_be_chosen_on_the_page(tmp_path: Path) -> None:
    """Where there is any. A direction is no field that must be stated, but may be missing too."""
    for key in CHOICES.values():
        html = told(tmp_path, without(key), "report", "--format", "html", "--language", "en")
        lists = re.findall(r'<select id="f-(\w+)".*?</select>', html, re.DOTALL)
        lacking = re.findall(
            r'<select id="f-(\w+)"(?:(?!</select>).)*<option value="-">not stated</option>',
            html,
            re.DOTALL,
        )
        assert lists == ["for", "area", "direction", "status", "situation"]
        assert lacking == [choice for choice, field in CHOICES.items() if field == key]
        (measure,) = re.findall(r"data-m='([^']+)'", html)
        found = json.loads(measure)
        assert [choice for choice, values in found.items() if values == ["-"]] == lacking


@pytest.mark.readers
def test_it_is_in_parquet_too(tmp_path: Path) -> None:
    from pyarrow import parquet

    (tmp_path / FILE).write_text(without("status", "prioritet"), "utf-8")
    assert tiltak("export", "-o", "a.parquet", cwd=tmp_path).code == 0
    (row,) = parquet.read_table(tmp_path / "a.parquet").to_pylist()
    assert (row["status"], row["prioritet"]) == (None, None)


def test_without_a_title_or_a_right_value_it_is_not_clear_which_measure_it_is(
    tmp_path: Path,
) -> None:
    for text in (without("tittel"), WHOLE.replace("høy", "kanskje")):
        (tmp_path / FILE).write_text(text, "utf-8")
        assert (
            "Ett tiltak er ikke med, fordi feil gjør det uklart" in tiltak("list", cwd=tmp_path).out
        )


@pytest.mark.wide
def test_the_cell_in_the_workbook_is_empty_and_marked_and_nothing_has_changed(
    tmp_path: Path,
) -> None:
    told(tmp_path, without("prioritet", "status"), "export", "-o", "a.xlsx")
    book = load_workbook(tmp_path / "a.xlsx")
    sheet = book["Tiltak"]
    headings = {cell.value: number for number, cell in enumerate(sheet[4], 1)}
    for label, marked in (("Prioritet", True), ("Status", True), ("Ansvarlig", False)):
        cell = sheet.cell(5, headings[label])
        assert (cell.value is None, cell.fill.fgColor.rgb == "FFFBE9E9") == (marked, marked)
    front = [str(cell.value) for row in book["Forside"].iter_rows() for cell in row]
    assert "Tiltak i alt, 1 uten status" in front
    assert "Ikke ført: status i 1 tiltak og prioritet i 1 tiltak." in front
    same = tiltak("diff", "a.xlsx", FILE, "--format", "json", cwd=tmp_path)
    assert json.loads(same.out)["changes"] == []
    done = tiltak("import", "a.xlsx", cwd=tmp_path)
    assert (done.code, "ingen endringer" in done.out) == (0, True)


@pytest.mark.wide
def test_the_chart_has_a_bar_for_it_only_where_it_is_so(tmp_path: Path) -> None:
    for text, names in ((without("status"), ["? Status ikke ført"]), (WHOLE, [])):
        (tmp_path / FILE).write_text(text, "utf-8")
        assert tiltak("export", "-o", "a.xlsx", cwd=tmp_path).code == 0
        with ZipFile(tmp_path / "a.xlsx") as archive:
            chart = archive.read("xl/charts/chart1.xml").decode()
        assert re.findall(r">(\? [^<]+)<", chart) == names


@pytest.mark.wide
def test_the_letter_asks_for_it_and_the_answer_is_read(tmp_path: Path) -> None:
    told(tmp_path, without("prioritet"), "export", "--for", "KD", "-o", "kd.xlsx")
    book = load_workbook(tmp_path / "kd.xlsx")
    said = [str(cell.value) for row in book["Brev"].iter_rows() for cell in row]
    assert "→ Fyll ut Prioritet." in said
    sheet = book["Tiltak"]
    column = next(n for n, cell in enumerate(sheet[4], 1) if str(cell.value).endswith("Prioritet"))
    sheet.cell(5, column).value = "lav"
    book.save(tmp_path / "svar.xlsx")
    assert tiltak("import", "svar.xlsx", "--write", cwd=tmp_path).code == 0
    assert "    prioritet: lav\n" in (tmp_path / FILE).read_text("utf-8")


@pytest.mark.wide
def test_the_letter_asks_for_a_deadline_too(tmp_path: Path) -> None:
    """Whatever its status, a measure has one or is ongoing."""
    text = "".join(line for line in WHOLE.splitlines(keepends=True) if "    frist:" not in line)
    for ongoing, asks in (("", True), ("    løpende: true\n", False)):
        (tmp_path / FILE).write_text(text + ongoing, "utf-8")
        assert tiltak("export", "--for", "KD", "-o", "kd.xlsx", cwd=tmp_path).code == 0
        book = load_workbook(tmp_path / "kd.xlsx")
        said = [str(cell.value) for row in book["Brev"].iter_rows() for cell in row]
        assert ("→ Skriv en frist, eller løpende." in said) is asks


@spread(
    ("key", "sentence", "taken_away"),
    [
        # Where nobody says the status any more, nobody can say that it goes well.
        ("status", "Status: vedtatt.", "status-tilbake"),
        ("prioritet", "Prioritet: høy.", "opplysning"),
        ("ansvarlig", "Ansvarlig: lagt til KD.", "opplysning"),
        ("målområder", "Mål: lagt til 1.", "opplysning"),
    ],
    every=2,
)
def test_what_is_stated_later_is_news_of_that_alone(
    key: str, sentence: str, taken_away: str, tmp_path: Path
) -> None:
    (tmp_path / "før.yaml").write_text(without(key), "utf-8")
    (tmp_path / FILE).write_text(WHOLE, "utf-8")
    there = json.loads(tiltak("diff", "før.yaml", FILE, "--format", "json", cwd=tmp_path).out)
    back = json.loads(tiltak("diff", FILE, "før.yaml", "--format", "json", cwd=tmp_path).out)
    assert [(c["sentence"], c["kind"]) for c in there["changes"]] == [(sentence, "opplysning")]
    assert [c["kind"] for c in back["changes"]] == [taken_away]
    assert (there["calendar"], back["calendar"]) == ([], [])


def test_that_nobody_says_the_status_any_more_is_told_first(tmp_path: Path) -> None:
    done = "    status: gjennomført\n    gjennomført: 2024-03-01\n    resultat: Den brukes.\n"
    (tmp_path / "før.yaml").write_text(WHOLE.replace(LINES["status"], done), "utf-8")
    (tmp_path / FILE).write_text(without("status", "prioritet"), "utf-8")
    said = tiltak("diff", "før.yaml", FILE, cwd=tmp_path).out
    news = said.partition("I korte trekk\n")[2].partition("\n\n")[0].splitlines()
    assert news[0].startswith("✕ Ett tiltak er nå uten status. T004 Felles kunnskapsbase var ")
    assert "●  Status er tatt bort. Den var gjennomført. Tatt bort samtidig: " in said


def test_one_that_ends_has_ended_though_nobody_said_where_it_stood(tmp_path: Path) -> None:
    (tmp_path / "før.yaml").write_text(without("status"), "utf-8")
    ended = "status: gjennomført\n    gjennomført: 2024-03-01\n    resultat: Den er i bruk."
    (tmp_path / FILE).write_text(WHOLE.replace("status: vedtatt", ended), "utf-8")
    data = json.loads(tiltak("diff", "før.yaml", FILE, "--format", "json", cwd=tmp_path).out)
    assert [change["kind"] for change in data["changes"]] == ["gjennomført"]
    new = f"{WHOLE}{MEASURE.replace('T004', 'T005').replace('    status: vedtatt', '')}"
    (tmp_path / "ny.yaml").write_text(new.replace("Felles", "Annen", 2), "utf-8")
    assert "uten status" in tiltak("diff", FILE, "ny.yaml", cwd=tmp_path).out


@pytest.mark.wide
def test_the_past_has_no_status_where_none_was_stated(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    commit(tmp_path, {FILE: without("status")}, "2024-01-01")
    commit(tmp_path, {FILE: WHOLE}, "2024-02-01")
    commit(tmp_path, {FILE: without("prioritet")}, "2024-03-01")
    story = json.loads(tiltak("history", "T004", "--format", "json", cwd=tmp_path).out)
    spans = story["measures"][0]["statuses"]
    assert [(span["status"], span["since"]) for span in spans] == [("vedtatt", "2024-02-01")]
    done = tiltak("edition", "2024-1", "--no-commit", cwd=tmp_path)
    assert done.code == 1


def test_what_is_stated_counts_also_without_a_status(tmp_path: Path) -> None:
    red = "    vurdering: rød\n    avvik: Det stopper.\n"
    (tmp_path / FILE).write_text(f"{without('status')}{red}", "utf-8")
    report = json.loads(tiltak("report", "--format", "json", cwd=tmp_path).out)
    assert report["situasjoner"]["rød eller forsinket"] == 1
    assert "? ikke ført          1      1" in tiltak("report", cwd=tmp_path).out
    page = tiltak("report", "--format", "html", cwd=tmp_path).out
    assert '</i> Rød eller forsinket</span> <span class="status">status ikke ført</span>' in page


def test_an_earlier_edition_without_it_is_no_reason_to_ask(tmp_path: Path) -> None:
    (tmp_path / "før.yaml").write_text(without("prioritet", "status"), "utf-8")
    (tmp_path / FILE).write_text(WHOLE.replace("2024-03\n", "2024-09\n"), "utf-8")
    assert "TIL504" not in tiltak("validate", "--against", "før.yaml", cwd=tmp_path).out
    (tmp_path / FILE).write_text(WHOLE.replace("T004", "T005").replace("Felles", "Ny"), "utf-8")
    gone = tiltak("validate", "--against", "før.yaml", cwd=tmp_path).out
    assert "var uten status i «før.yaml», men er ikke med lenger." in gone
