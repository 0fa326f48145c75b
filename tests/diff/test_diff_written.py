"""Where `tiltak diff` writes, in which form and language, and what it refuses."""

import json
import re
from pathlib import Path

import pytest
from command import NEW, OLD, names, tiltak
from few import FEW_NEW, FEW_OLD
from repository import commit, git
from support import register_text
from workbook_dump import opened

WRITTEN = "53 endringer i 21 tiltak."
PUBLIC = "51 endringer i 21 tiltak. 2 endringer i interne felt er ikke med."
BEGINS = {
    "a.html": b"<!doctype html>",
    "A.HTM": b"<!doctype html>",
    "a.xlsx": b"PK\x03\x04",
    "a.json": b"{\n",
    "a.md": b"# Endringer fra ",
    "a.txt": b"Endringer fra ",
}


@pytest.mark.parametrize("name", BEGINS)
def test_the_ending_of_a_file_tells_its_form(tmp_path: Path, name: str) -> None:
    said = PUBLIC if "htm" in name.casefold() else WRITTEN
    for _ in range(2):  # a file that is there is written over, and comes out the same
        before = (tmp_path / name).read_bytes() if (tmp_path / name).exists() else None
        done = tiltak("diff", OLD, NEW, "-o", name, cwd=tmp_path)
        assert done == (0, f"Skrev {name}: {said}\n", "")
        data = (tmp_path / name).read_bytes()
        assert before in (None, data)
    assert data.startswith(BEGINS[name])
    assert name.endswith("xlsx") or b"\x1b" not in data
    assert names(tmp_path) == [name]


@pytest.mark.parametrize("form", ["text", "json", "markdown", "oneline", "html"])
def test_a_file_holds_what_standard_output_has(tmp_path: Path, form: str) -> None:
    assert tiltak("diff", OLD, NEW, "--format", form, "-o", "liste", cwd=tmp_path).code == 0
    for options in ([], ["-o", "-"]):
        # As wide as a file is, and a pipe where nobody says otherwise.
        command = ["diff", str(OLD), str(NEW), "--format", form, *options]
        piped = tiltak(*command, cwd=tmp_path, COLUMNS="100")
        assert piped == (0, (tmp_path / "liste").read_text("utf-8"), "")
    assert names(tmp_path) == ["liste"]


def test_a_text_file_may_have_a_line_for_each_change(tmp_path: Path) -> None:
    assert tiltak("diff", OLD, NEW, "--format", "oneline", "-o", tmp_path / "a.txt").code == 0
    assert (tmp_path / "a.txt").read_text("utf-8").count("\n") == 57


@pytest.mark.parametrize("name", ["a.html", "a.xlsx", "a.md"])
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--exit-code"], 1),
        (["--fail-on", "vesentlig"], 1),
        (["--fail-on", "vesentlig", "--kind", "milepæl-nådd"], 0),
    ],
    ids=str,
)
def test_the_exit_code_says_how_weighty_when_the_file_is_written(
    tmp_path: Path, name: str, arguments: list[str], code: int
) -> None:
    done = tiltak("diff", OLD, NEW, "-o", name, *arguments, cwd=tmp_path)
    assert (done.code, done.err) == (code, "")
    assert done.out.startswith(f"Skrev {name}: ")
    assert names(tmp_path) == [name]


REFUSED = [
    (["-o", "a.pdf"], "må ha endingen .html, .xlsx, .json, .md eller .txt, eller oppgi --format."),
    (["-o", "a.md", "--format", "html"], "har endingen .md, men --format er html."),
    (["-o", "a.html", "--format", "oneline"], "har endingen .html, men --format er oneline."),
    (["-o", "a.yaml"], "har endingen til et register."),
    (["-o", "ny", "--format", "html"], "er registeret selv."),
    (["-o", "finnes/ikke/a.html"], "finnes/ikke"),
    (["-o", "mappe.html"], "mappe.html"),
    (["--format", "xlsx"], "Formen xlsx må ha en fil. Skriv for eksempel -o endringer.xlsx."),
    (["--format", "xlsx", "-o", "-"], "Formen xlsx må ha en fil."),
    (["--format", "pdf"], "Velg text, json, markdown, oneline, html eller xlsx."),
    (["-o", "a.html", "--language", "se"], "Finner ikke språket «se». Velg nb, nn eller en."),
    (["--language", "nn"], "--language virker bare for html, xlsx og markdown."),
    (["-o", "a.json", "--language", "en"], "Formen er json."),
    (["-o", "a.xlsx", "--for", "XYZ"], "Finner ikke departementet «XYZ»."),
    (["-o", "a.xlsx", "--kind", "frist"], "Finner ikke endringsslaget «frist»."),
]


@pytest.mark.parametrize(("arguments", "said"), REFUSED, ids=lambda value: str(value)[:40])
def test_what_is_wrong_is_said_in_a_sentence(
    tmp_path: Path, arguments: list[str], said: str
) -> None:
    for name, title in (("gammel", "Alfa"), ("ny", "Beta")):
        (tmp_path / name).write_text(register_text(f"tittel: {title}\n"), "utf-8")
    (tmp_path / "mappe.html").mkdir()
    before = (tmp_path / "ny").read_bytes()
    done = tiltak("diff", "gammel", "ny", *arguments, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert done.err.count("\n") == 1
    assert (tmp_path / "ny").read_bytes() == before
    assert names(tmp_path) == ["gammel", "mappe.html", "ny"]


def test_a_workbook_that_is_compared_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(FEW_OLD, "utf-8")
    (tmp_path / "b.yaml").write_text(FEW_NEW, "utf-8")
    assert tiltak("export", "a.yaml", "-o", "bok.xlsx", cwd=tmp_path).code == 0
    before = (tmp_path / "bok.xlsx").read_bytes()
    done = tiltak("diff", "bok.xlsx", "b.yaml", "-o", "bok.xlsx", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "registeret selv" in done.err
    assert (tmp_path / "bok.xlsx").read_bytes() == before
    assert tiltak("diff", "bok.xlsx", "b.yaml", "-o", "side.html", cwd=tmp_path).code == 0


def test_sides_from_git_are_called_by_their_editions(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    register = tmp_path / "tiltaksoversikt.yaml"
    commit(tmp_path, {register.name: OLD.read_text("utf-8")})
    register.write_text(NEW.read_text("utf-8"), "utf-8")
    title = "Endringer fra utgave 2023-2 til 2024-1"
    assert tiltak("diff", "HEAD", "-o", "a.html", cwd=tmp_path).code == 0
    assert f"<h1>{title}</h1>" in (tmp_path / "a.html").read_text("utf-8")
    assert tiltak("diff", "HEAD", "-o", "a.xlsx", cwd=tmp_path).code == 0
    book = opened((tmp_path / "a.xlsx").read_bytes())
    assert [sheet["A1"].value for sheet in book.worksheets] == [title, title]
    shown = tiltak("diff", "HEAD", "--format", "markdown", cwd=tmp_path).out
    assert shown.startswith("# Endringer fra 2023-2 (per 15.11.2023) til 2024-1 (per 15.06.2024)\n")
    # The register itself is an input, also where it is not named.
    assert tiltak("diff", "HEAD", "--format", "html", "-o", register, cwd=tmp_path).code == 2


@pytest.mark.parametrize(
    ("language", "title", "heading"),
    [
        ("nb", "# Endringer fra 2023-2 (per 15.11.2023)", "## Hele oversikten"),
        ("nn", "# Endringar frå 2023-2 (per 15.11.2023)", "## Heile oversikta"),
        ("en", "# Changes from 2023-2 (on 15 November 2023)", "## The whole overview"),
    ],
)
def test_markdown_in_every_language(language: str, title: str, heading: str) -> None:
    done = tiltak("diff", OLD, NEW, "--format", "markdown", "--language", language)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(title)
    assert heading in done.out.splitlines()


def test_every_form_tells_of_the_same_changes(tmp_path: Path) -> None:
    arguments = ("diff", OLD, NEW, "--for", "FIN", "--kind", "vesentlig")
    found = json.loads(tiltak(*arguments, "--format", "json").out)["changes"]
    fields = [change["field"] or "nytt tiltak" for change in found]
    named = [(change["measure"] or "", field) for change, field in zip(found, fields, strict=True)]
    assert tiltak(*arguments, "-o", tmp_path / "a.xlsx").code == 0
    sheet = opened((tmp_path / "a.xlsx").read_bytes())["Endringer"]
    told = [row[-1] for row in sheet.iter_rows(min_row=5, values_only=True)]
    assert told == [" ".join(filter(None, each)) for each in named]
    html = tiltak(*arguments, "--format", "html").out
    alone = re.findall(r'data-label="Referanse">(?:(T\d+) )?([^<×]+)</td>', html)
    together = re.findall(r'data-label="Referanse">(\d+) × ([^<]+)</td>', html)
    assert set(alone) <= set(named)
    assert together == [("3", "ansvarlig")]
    assert sorted([f for _, f in alone] + [f for n, f in together for _ in range(int(n))]) == (
        sorted(fields)
    )
