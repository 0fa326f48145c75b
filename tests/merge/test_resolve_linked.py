"""What `tiltak resolve` tells is what the merge told: one conflict for what is settled as one."""

import json
from pathlib import Path

import pytest
from command import tiltak
from merge_row import Row
from support import FILE, register_text, spread
from test_merge_engine import ROWS
from test_merge_text import canonical, data_of, put_together, sides_of, text_of

from tiltak_cli.changes.merge.result import Conflict
from tiltak_cli.cli.commands.resolve.run import SAVE
from tiltak_cli.edits.merged.marked import Marked, told
from tiltak_cli.edits.merged.unsettled import unsettled
from tiltak_cli.sources.files import SourceFile
from tiltak_cli.sources.yaml.reader import read_yaml

NAMES = ("base.yaml", "vår.yaml", "deres.yaml")
MEASURE = "- id: {}\n  tittel: {}\n  beskrivelse: {} for alle.\n"
ONE, TWO, THREE = (
    MEASURE.format(code, title, title)
    for code, title in (("T001", "Kurs"), ("T002", "Portal"), ("T003", "Deling av data"))
)
NEEDS = "  avhenger_av: [{}]\n"
# Base, ours and theirs, and the one conflict that is told; then how many are marked.
LINKED = {
    "named by one and taken out by the other": (
        (ONE + TWO, ONE, ONE + NEEDS.format("T002") + TWO),
        "T002: vår – · deres «Portal», sammen med T001.avhenger_av: vår – · deres T002",
        2,
    ),
    "in a circle": (
        (ONE + TWO, ONE + NEEDS.format("T002") + TWO, ONE + TWO + NEEDS.format("T001")),
        "T001.avhenger_av: vår T002 · deres –, sammen med T002.avhenger_av: vår – · deres T001",
        2,
    ),
    "given two numbers": (
        (
            ONE,
            ONE + NEEDS.format("T002") + TWO,
            ONE + TWO.replace("T002", "T004") + THREE + NEEDS.format("T004"),
        ),
        "T002.id: vår T002 · deres T004",
        3,
    ),
    "an end before its start": (
        (
            f"{ONE}  start: 2022\n  frist: 2025\n",
            f"{ONE}  start: 2024\n  frist: 2025\n",
            f"{ONE}  start: 2022\n  frist: 2023\n",
        ),
        "T001.frist: vår start: 2024, frist: 2025 · deres start: 2022, frist: 2023",
        1,
    ),
}


@spread("row", [row for row in ROWS if row.conflicts], 4, ids=lambda row: row.what)
def test_the_same_conflicts_as_the_merge_told(row: Row) -> None:
    base, ours, theirs = sides_of(row)
    result = put_together(base, ours, theirs)
    text = text_of(result)
    marked = Marked(SourceFile(FILE, text.encode()), unsettled(text, read_yaml("", base).data))
    found = [conflict for each in told([marked]) for conflict in each.about]
    assert sorted(map(said, found)) == sorted(map(said, result.conflicts))


DOCUMENTS = (
    "  dokumentasjon:\n    - {tittel: Rapport, lenke: https://a.no/1}\n"
    "    - {tittel: Notat, lenke: https://a.no/2}\n"
)


def test_documents_have_the_names_that_the_merge_gave_them(tmp_path: Path) -> None:
    ours = DOCUMENTS.replace("Rapport", "Første rapport").replace("    - {tittel: Notat", "#")
    theirs = DOCUMENTS.replace("Rapport", "Rapporter").replace("Notat", "Notater")
    ours = ours.partition("#")[0]
    for name, lines in zip(NAMES, (DOCUMENTS, ours, theirs), strict=True):
        (tmp_path / name).write_text(register_text(ONE + lines), "utf-8")
    done = tiltak("merge", *NAMES, "--format", "json", "-o", FILE, cwd=tmp_path)
    listed = tiltak("resolve", "--format", "json", FILE, cwd=tmp_path)
    first, second = ([c["field"] for c in json.loads(d.out)["conflicts"]] for d in (done, listed))
    assert first == ["dokumentasjon.https://a.no/1.tittel", "dokumentasjon.https://a.no/2"]
    assert second == first
    lines_of = ([c["line"] for c in json.loads(d.out)["conflicts"]] for d in (done, listed))
    assert next(lines_of) == next(lines_of)
    for field in first:
        assert tiltak("resolve", f"T001.{field}", "--theirs", FILE, cwd=tmp_path).err == ""
    measure = data_of((tmp_path / FILE).read_text("utf-8"))["T001"]
    assert measure == data_of(register_text(ONE + theirs))["T001"]


def said(conflict: Conflict) -> tuple[str, ...]:
    values = map(repr, (conflict.base, conflict.ours, conflict.theirs))
    return conflict.measure, conflict.field, *values


def merged(folder: Path, sides: tuple[str, str, str]) -> Path:
    for name, lines in zip(NAMES, sides, strict=True):
        (folder / name).write_text(register_text(lines), "utf-8")
    assert tiltak("merge", *NAMES, "-o", FILE, cwd=folder).code == 1
    return folder / FILE


@pytest.mark.wide
@pytest.mark.parametrize("what", LINKED)
@pytest.mark.parametrize("choice", ["ours", "theirs"])
def test_what_is_settled_as_one_is_told_and_settled_once(
    tmp_path: Path, what: str, choice: str
) -> None:
    sides, line, number = LINKED[what]
    path = merged(tmp_path, sides)
    before = path.read_text("utf-8")
    assert before.count("<<<<<<< vår") == number
    name = line.partition(":")[0]
    assert before.count(f"<<<<<<< vår (sammen med {name})\n") == number - 1
    assert tiltak("resolve", FILE, cwd=tmp_path).out == f"{line}\n"
    found = json.loads(tiltak("resolve", FILE, "--format", "json", cwd=tmp_path).out)
    assert len(found["conflicts"]) == 1
    refused = tiltak("resolve", name, "--value", "2024", FILE, cwd=tmp_path)
    assert (refused.code, path.read_text("utf-8")) == (2, before)
    assert "kan bare avgjøres sammen" in refused.err
    done = tiltak("resolve", name, f"--{choice}", FILE, cwd=tmp_path)
    assert done.out == f"Avgjorde 1 konflikt.\nAlt er avgjort. Kjør {SAVE}\n"
    taken = tiltak("merge", *NAMES, f"--{choice}", cwd=tmp_path)
    settled = path.read_text("utf-8")
    assert canonical(data_of(settled)) == canonical(data_of(taken.out))


def test_what_is_linked_may_be_named_too(tmp_path: Path) -> None:
    path = merged(tmp_path, LINKED["in a circle"][0])
    assert tiltak("resolve", "T002.avhenger_av", "--theirs", FILE, cwd=tmp_path).code == 0
    assert "<<<" not in path.read_text("utf-8")


def test_a_measure_that_one_side_has_moved_to_another_file(tmp_path: Path) -> None:
    head, _, one = register_text(ONE).partition("tiltak:\n")
    two = register_text(TWO).partition("tiltak:\n")[2]
    changed = two.replace("frist: 2025", "frist: 2026")
    block = f"<<<<<<< HEAD\n=======\n{changed}>>>>>>> annen\n"
    base = f"||||||| før\n{two}======="
    files = {
        "0.yaml": head,
        "a.yaml": f"tiltak:\n{one}{block}".replace("=======", base),
        "b.yaml": f"tiltak:\n{two}",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    assert tiltak("resolve", ".", cwd=tmp_path).out == (
        "T002: vår – · deres «Portal» · før «Portal»\n"
        "T002 står også i «b.yaml», dit vår side har flyttet det. Velg --ours, og før inn det "
        "deres side har endret, der.\n"
    )
    done = tiltak("resolve", "--ours", ".", cwd=tmp_path)
    assert done.out == (
        "T002 i «b.yaml» er uten det deres side har endret. Før det inn der.\n"
        "Avgjorde 1 konflikt.\n"
        f"Alt er avgjort. Se etter det som står over, og kjør så {SAVE}\n"
    )
    assert (tmp_path / "b.yaml").read_text("utf-8") == files["b.yaml"]
