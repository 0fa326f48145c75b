"""Which measures and fields an export holds, and where it goes: the same in every form."""

import json
import shutil
from pathlib import Path

import pytest
from command import NEW, OLD, names, tiltak, tiltak_process
from exported import FORMS, export, rows
from support import HEAD_LINES, check, register_text

from tiltak_cli.changes.compare import compare
from tiltak_cli.domain.fields import FIELDS, KEYS
from tiltak_cli.domain.public import fields_for, public_register

FILTERS = (
    ["--for", "FIN"],
    ["--ministry", "KMD", "--ministry", "KLD"],
    ["--area", "3"],
    ["--direction", "2b"],
    ["--status", "vedtatt", "--status", "utsatt"],
    ["--overdue"],
    ["--overdue", "--as-of", "2026-01-01"],
    ["--for", "KD", "--area", "1", "--status", "igangsatt"],
    ["--direction", "2d"],
)
INTERNAL = "Hemmelig til torsdag"


@pytest.fixture
def secretive(tmp_path: Path) -> Path:
    """A register where internal notes stand, in a file whose name tells something too."""
    path = tmp_path / "hemmelig-utkast.yaml"
    path.write_text(register_text(f"id: T001\nmerknad: {INTERNAL}\n"), "utf-8")
    return path


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("options", FILTERS, ids=" ".join)
def test_every_filter_chooses_as_in_list(tmp_path: Path, form: str, options: list[str]) -> None:
    listed = json.loads(tiltak("list", NEW, "--format", "json", *options).out)
    wanted = [measure["id"] for measure in listed["tiltak"]]
    assert bool(wanted) == (options != ["--direction", "2d"])
    assert [row["id"] for row in rows(form, export(tmp_path, form, *options))] == wanted


@pytest.mark.parametrize("form", FORMS)
def test_columns_stand_in_the_order_given(tmp_path: Path, form: str) -> None:
    found = rows(form, export(tmp_path, form, "--columns", "frist, Tittel,id"))[0]
    about_register = {
        "jsonl": ["register"],
        "parquet": ["strategi", "utgave", "per_dato", "rapportdato", "register_ansvarlig"],
    }
    expanded = ["frist_fra", "frist_til"] if form == "parquet" else []
    assert list(found) == [*about_register.get(form, []), "frist", *expanded, "tittel", "id"]
    assert (str(found["frist"]), found["id"]) == ("2025", "T001")


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        ("id,frst", "Finner ikke feltet «frst». Mente du frist? Feltene er id, tittel, "),
        ("id,navn", "Finner ikke feltet «navn». Mente du tittel?"),
        ("id,deadline", "Finner ikke feltet «deadline». Mente du frist?"),
        ("id,xyzzy", "Finner ikke feltet «xyzzy». Feltene er id, tittel, "),
        ("id,,frist", "Det mangler et feltnavn i --columns. Skriv for eksempel id,tittel,frist."),
        ("", "Det mangler et feltnavn i --columns."),
        ("id,frist,ID", "Feltet «id» står to ganger i --columns."),
        ("id;tittel", "Finner ikke feltet «id;tittel»."),
    ],
)
@pytest.mark.parametrize("form", FORMS)
def test_columns_that_do_not_exist(tmp_path: Path, form: str, columns: str, sentence: str) -> None:
    done = tiltak("export", NEW, "-o", f"a.{form}", "--columns", columns, cwd=tmp_path)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert sentence in done.err
    assert names(tmp_path) == []


def test_columns_are_completed_one_by_one() -> None:
    def offered(words: str) -> list[str]:
        line = f"tiltak export --columns {words}"
        done = tiltak(_TILTAK_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD="3")
        return done.out.split()

    assert offered("fr") == ["frist", "fremdrift"]
    assert offered("frist,id,fr") == ["frist,id,fremdrift"]


@pytest.mark.parametrize("form", FORMS)
def test_what_is_published_has_nothing_internal(secretive: Path, form: str) -> None:
    folder = secretive.parent
    assert INTERNAL.encode() in export(folder, form, "--columns", "merknad", register=secretive)
    data = export(folder, form, "--public", register=secretive)
    for internal in (INTERNAL, "merknad", "hemmelig-utkast"):
        assert internal.encode() not in data
    assert rows(form, data)[0]["id"] == "T001"
    done = tiltak(
        "export", secretive, "-o", f"b.{form}", "--public", "--columns", "id,merknad", cwd=folder
    )
    assert done.err == "tiltak: Feltet «merknad» er internt. Ta bort det eller --public.\n"


def test_a_public_register_says_nothing_of_its_notes() -> None:
    """Not by a change either: two editions that differ in a note are the same in public."""
    texts = [register_text(f"id: T001\nmerknad: {note}\n") for note in ("A", "B")]
    first, second = (found for text in texts if (found := check(text).register))
    assert compare(first, second).changes
    public = [public_register(register) for register in (first, second)]
    assert not compare(public[0], public[1]).changes
    assert public[0].measures[0] == first.measures[0]._replace(note="")
    assert [f.key for f in FIELDS if f not in fields_for(public=True)] == ["merknad"]
    assert fields_for(public=False) == FIELDS


@pytest.mark.parametrize("form", FORMS)
def test_a_folder_gives_the_same_as_the_file(tmp_path: Path, form: str) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b" / "register").mkdir(parents=True)
    shutil.copy(NEW, tmp_path / "a" / "register")
    head, first, *rest = NEW.read_text("utf-8").split("\n  - id: ")
    parts = [f"{head}\n  - id: {first}\n", *(f"tiltak:\n  - id: {part}\n" for part in rest)]
    for number, part in enumerate(parts):
        (tmp_path / "b" / "register" / f"{number:02}.yaml").write_text(part, "utf-8")
    whole, folder = (export(tmp_path, form, register=f"{name}/register") for name in "ab")
    assert whole == folder


@pytest.mark.parametrize("form", FORMS)
def test_an_empty_register(tmp_path: Path, form: str) -> None:
    path = tmp_path / "tom.yaml"
    path.write_text(f"{HEAD_LINES}tiltak: []\n")
    data = export(tmp_path, form, register=path)
    assert rows(form, data) == []
    assert bool(data) == (form != "jsonl")


@pytest.mark.parametrize("form", FORMS)
def test_an_ending_in_capitals(tmp_path: Path, form: str) -> None:
    name = f"ut.{form.upper()}"
    assert tiltak("export", NEW, "-o", name, cwd=tmp_path).out == f"Skrev {name}: 28 tiltak.\n"
    assert (tmp_path / name).read_bytes() == export(tmp_path, form)


@pytest.mark.parametrize("form", ["csv", "json", "jsonl"])
@pytest.mark.parametrize("encoding", ["cp1252", "utf-8"])
def test_standard_output_gets_what_the_file_gets(tmp_path: Path, form: str, encoding: str) -> None:
    done = tiltak_process(
        "export", NEW, "-o", "-", "--format", form, cwd=tmp_path, PYTHONIOENCODING=encoding
    )
    out = done.out.encode(encoding).decode()
    assert (done.code, done.err, names(tmp_path)) == (0, "", [])
    assert rows(form, out.encode()) == rows(form, export(tmp_path, form))


def test_an_empty_selection_is_told_beside_standard_output() -> None:
    done = tiltak("export", NEW, "-o", "-", "--format", "jsonl", "--direction", "2d")
    assert done.out == ""
    assert done.err == "tiltak: Ingen tiltak passer med utvalget, så resultatet er tomt.\n"


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["-o", "-"], "Med -o - må --format være csv, json eller jsonl."),
        (["-o", "-", "--format", "parquet"], "Med -o - må --format være csv, json eller jsonl."),
        (["-o", "a.csv", "--format", "json"], "Filen «a.csv» har endingen .csv, men --format er"),
        (["-o", "a", "--format", "xml"], "Formen «xml» finnes ikke. Velg xlsx, csv, json, jsonl"),
        (["-o", "a.csv", "--csv-separator", "|"], "Skilletegnet «|» kan ikke brukes. Velg «;»"),
        (["-o", "a.json", "--csv-separator", ","], "--csv-separator og --csv-bom virker bare for"),
        (["-o", "a.jsonl", "--no-csv-bom"], "--csv-separator og --csv-bom virker bare for .csv."),
        (["-o", "a.parquet", "--since", str(OLD)], "--since virker bare for .xlsx."),
    ],
)
def test_options_that_do_not_fit(tmp_path: Path, options: list[str], sentence: str) -> None:
    done = tiltak("export", NEW, *options, cwd=tmp_path)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert sentence in done.err
    assert names(tmp_path) == []


def test_the_form_can_be_said_where_the_name_does_not(tmp_path: Path) -> None:
    assert tiltak("export", NEW, "-o", "ut.txt", "--format", "csv", cwd=tmp_path).code == 0
    assert tiltak("export", NEW, "--format", "jsonl", cwd=tmp_path).code == 0
    assert names(tmp_path) == ["tiltaksoversikt.jsonl", "ut.txt"]
    assert (tmp_path / "ut.txt").read_bytes() == export(tmp_path, "csv")


def test_every_field_can_be_a_column(tmp_path: Path) -> None:
    everything = export(tmp_path, "csv", "--columns", ",".join(KEYS))
    assert everything == export(tmp_path, "csv")
