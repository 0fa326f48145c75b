"""`tiltak merge` as a user runs it: sides, options, exit codes, and the conflicts as data."""

import json
from pathlib import Path

import pytest
from command import ROOT, tiltak
from jsonschema import Draft202012Validator
from repository import git
from support import HEAD_LINES, register_text

SCHEMA = json.loads((ROOT / "schema" / "konflikter.schema.json").read_text("utf-8"))
NAMES = ("base.yaml", "vår.yaml", "deres.yaml")
YEARS = ("2025", "2026", "2027")


def write(folder: Path, *sides: str) -> Path:
    for name, lines in zip(NAMES, sides, strict=True):
        (folder / name).write_text(register_text(lines), "utf-8")
    return folder


def deadlines(folder: Path) -> Path:
    return write(folder, *(f"- id: T001\n  frist: {year}\n" for year in YEARS))


def test_what_only_one_has_changed_is_taken(tmp_path: Path) -> None:
    lines = ("frist: 2025\n", "frist: 2026\n", "frist: 2025\nforum: A\n")
    write(tmp_path, *(f"- id: T001\n  {side}".replace("\nf", "\n  f") for side in lines))
    done = tiltak("merge", *NAMES, cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert done.out == register_text("- id: T001\n  frist: 2026\n  forum: A\n")


def test_a_conflict_is_counted_marked_and_told(tmp_path: Path) -> None:
    done = tiltak("merge", *NAMES, cwd=deadlines(tmp_path))
    assert done.code == 1
    assert "  T001.frist: vår 2026 · deres 2027 · før 2025" in done.err
    assert "<<<<<<< vår\n  frist: 2026\n=======\n  frist: 2027\n>>>>>>> deres\n" in done.out


@pytest.mark.parametrize(
    ("options", "wanted", "code"),
    [
        (("--ours",), "  frist: 2026\n", 0),
        (("--theirs",), "  frist: 2027\n", 0),
        (("--conflicts", "valid"), "  frist: 2026\n", 1),
        (("-L", "HEAD", "-L", "felles", "-L", "gren", "--style", "diff3"), "||||||| felles\n", 1),
        (("--marker-size", "3"), "<<< vår\n", 1),
    ],
)
def test_the_options(tmp_path: Path, options: tuple[str, ...], wanted: str, code: int) -> None:
    done = tiltak("merge", *NAMES, *options, cwd=deadlines(tmp_path))
    assert done.code == code
    assert wanted in done.out


def test_the_conflicts_as_data(tmp_path: Path) -> None:
    done = tiltak("merge", *NAMES, "-o", "ut.yaml", "--format", "json", cwd=deadlines(tmp_path))
    told = json.loads(done.out)
    Draft202012Validator(SCHEMA).validate(told)
    assert told["conflicts"] == [
        {"measure": "T001", "field": "frist", "kind": "both-changed"}
        | {"base": 2025, "ours": 2026, "theirs": 2027, "line": 7}
    ]
    assert (tmp_path / "ut.yaml").read_text("utf-8").splitlines()[6] == "<<<<<<< vår"
    same = tiltak(
        "merge", NAMES[0], NAMES[1], NAMES[1], "-o", "ut.yaml", "--format", "json", cwd=tmp_path
    )
    assert (same.code, json.loads(same.out)) == (0, {"version": 1, "conflicts": []})


@pytest.mark.parametrize(
    "arguments",
    [
        ("base.yaml", "vår.yaml"),
        ("base.yaml", "vår.yaml", "finnes ikke.yaml"),
        (*NAMES, "--ours", "--theirs"),
        (*NAMES, "--format", "json"),
        (*NAMES, "--conflicts", "noe annet"),
        (*NAMES, "--marker-size", "2"),
        ("-", "-", "vår.yaml"),
    ],
)
def test_what_cannot_be_merged_is_never_taken_for_conflicts(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    done = tiltak("merge", *arguments, cwd=deadlines(tmp_path))
    assert done.code == 129
    assert done.err.startswith("tiltak: ")


@pytest.mark.parametrize("text", ["tiltak: [", "- en\n- to\n", HEAD_LINES + "tiltak: 3\n"])
def test_a_side_that_cannot_be_read(tmp_path: Path, text: str) -> None:
    (deadlines(tmp_path) / NAMES[2]).write_text(text, "utf-8")
    assert tiltak("merge", *NAMES, cwd=tmp_path).code == 129


def test_an_id_that_stands_twice_is_named(tmp_path: Path) -> None:
    write(tmp_path, "- id: T001\n", "- id: T001\n  frist: 2026\n", "- id: T001\n- id: T001\n")
    done = tiltak("merge", *NAMES, cwd=tmp_path)
    assert done.code == 129
    assert "Deres side: T001 står to ganger." in done.err


def test_a_new_number_for_what_is_new_in_theirs(tmp_path: Path) -> None:
    news = (
        "- id: T002\n  tittel: Felles portal\n  beskrivelse: En inngang for alle ansatte.\n",
        "- id: T002\n  tittel: Kurs i klarspråk\n  beskrivelse: For dem som skriver lover.\n",
    )
    write(tmp_path, "- id: T001\n", *(f"- id: T001\n{new}" for new in news))
    assert tiltak("merge", *NAMES, cwd=tmp_path).code == 1
    done = tiltak("merge", *NAMES, "--renumber", cwd=tmp_path)
    assert (done.code, done.err) == (0, "tiltak: Deres nye T002 har fått id-en T003.\n")
    assert done.out == register_text(f"- id: T001\n{news[0]}{news[1].replace('T002', 'T003')}")


def test_windows_line_ends_and_a_byte_order_mark_are_ours(tmp_path: Path) -> None:
    write(tmp_path, "- id: T001\n", "- id: T001\n  frist: 2026\n", "- id: T001\n  forum: A\n")
    for name in NAMES[:2]:
        text = (tmp_path / name).read_text("utf-8").replace("\n", "\r\n")
        (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + text.encode())
    tiltak("merge", *NAMES, "-o", "ut.yaml", cwd=tmp_path)
    data = (tmp_path / "ut.yaml").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert b"  forum: A\r\n" in data


def test_a_measure_moved_to_another_file_of_a_folder_takes_the_change_along(
    tmp_path: Path,
) -> None:
    moved = register_text("- id: T002\n  tittel: Noe annet\n").partition("tiltak:\n")[2]
    stays = register_text("- id: T001\n").partition("tiltak:\n")[2]
    third = register_text("- id: T003\n  tittel: Et tredje\n").partition("tiltak:\n")[2]
    sides = {
        "base": (stays + moved, third),
        "vår": (stays + moved.replace("frist: 2025", "frist: 2026"), third),
        "deres": (stays, third + moved),
    }
    for side, files in sides.items():
        (tmp_path / side).mkdir()
        (tmp_path / side / "hode.yaml").write_text(HEAD_LINES, "utf-8")
        for name, measures in zip(("a", "b"), files, strict=True):
            (tmp_path / side / f"{name}.yaml").write_text(f"tiltak:\n{measures}", "utf-8")
    assert tiltak("merge", "base", "vår", "deres", cwd=tmp_path).code == 129
    done = tiltak("merge", "base", "vår", "deres", "-o", "ut", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert (tmp_path / "ut" / "a.yaml").read_text("utf-8") == f"tiltak:\n{stays}"
    assert "id: T002" in (tmp_path / "ut" / "b.yaml").read_text("utf-8")
    assert "frist: 2026" in (tmp_path / "ut" / "b.yaml").read_text("utf-8")


@pytest.mark.wide
def test_sides_in_git(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    for year in ("2025", "2026"):
        text = register_text(f"- id: T001\n  frist: {year}\n")
        (tmp_path / "tiltaksoversikt.yaml").write_text(text, "utf-8")
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-q", "-m", year)
    other = register_text("- id: T001\n  frist: 2025\n  forum: A\n")
    (tmp_path / "kollega.yaml").write_text(other, "utf-8")
    done = tiltak("merge", "HEAD~1", "tiltaksoversikt.yaml", "kollega.yaml", cwd=tmp_path)
    assert done.out == register_text("- id: T001\n  frist: 2026\n  forum: A\n")


def test_as_git_runs_it(tmp_path: Path) -> None:
    deadlines(tmp_path)
    ours = tmp_path / NAMES[1]
    before = ours.read_bytes()
    done = tiltak("git", "merge", "--", *NAMES, "12", "r.yaml", cwd=tmp_path, GITHEAD_1="gren")
    assert (done.code, done.out) == (1, "sammen\n")
    assert "r.yaml: 1 konflikt:\n  T001.frist: vår 2026 · deres 2027 · før 2025\n" in done.err
    assert f"{'<' * 12} HEAD\n  frist: 2026\n" in ours.read_text("utf-8")
    assert f"{'>' * 12} gren\n" in ours.read_text("utf-8")
    ours.write_bytes(before)
    (tmp_path / NAMES[2]).write_text("tiltak: [", "utf-8")
    done = tiltak("git", "merge", "--", *NAMES, "7", "r.yaml", cwd=tmp_path)
    assert (done.code, done.out, ours.read_bytes()) == (129, "", before)
    assert done.err.endswith("git slår sammen filen linje for linje.\n")
    assert tiltak("git", "merge", NAMES[0], cwd=tmp_path).code == 129


def test_a_file_of_a_folder_whose_settings_stand_above_it(tmp_path: Path) -> None:
    deadlines(tmp_path)
    (tmp_path / "tiltak.toml").write_text('required-version = ">=99"\n', "utf-8")
    (tmp_path / "mappe").mkdir()
    for path in ("r.yaml", "mappe/a.yaml"):
        done = tiltak("git", "merge", "--", *NAMES, "7", path, cwd=tmp_path)
        assert (done.code, done.out) == (129, "")
        assert "registeret krever tiltak >=99" in done.err


def test_an_internal_error_is_no_number_of_conflicts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("tiltak_cli.cli.commands.merge.run.together", fail)
    assert tiltak("merge", *NAMES, cwd=deadlines(tmp_path)).code == 134


def test_how_values_are_said(tmp_path: Path) -> None:
    fields = "  deltakere: {}\n  løpende: {}\n  opphav: {{periode: P, id: {}, status: vedtatt}}\n"
    write(
        tmp_path,
        *(
            "- id: T001\n" + fields.format(*values)
            for values in (("[KD, UD]", "nei", "A"), ("alle", "true", "B"), ("[FIN]", "false", "C"))
        ),
    )
    done = tiltak("merge", *NAMES, cwd=tmp_path)
    assert done.code == 3
    assert "deltakere: vår alle · deres FIN · før KD, UD" in done.err
    assert "løpende: vår true · deres false · før nei" in done.err
    assert "vår periode: P, id: B, status: vedtatt" in done.err
