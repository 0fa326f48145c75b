"""Input that cannot be used: one sentence, exit 2, never a traceback."""

import threading
from pathlib import Path

import pytest
from command import NEW, names, tiltak, tiltak_process
from support import register_text

LARGE = 100_000_001


def put(folder: Path, name: str, data: bytes) -> str:
    (folder / name).write_bytes(data)
    return name


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("tom.yaml", b"", "Filen er tom."),
        ("blank.yaml", b" \n\n", "Filen er tom."),
        ("latin1.yaml", "utgave: høst\n".encode("latin-1"), "Filen er ikke lagret som UTF-8"),
        ("utf16.yaml", "utgave: høst\n".encode("utf-16"), "Filen er lagret som UTF-16"),
        ("bok.xlsx", b"PK\x03\x04" + bytes(50), "Excel-, Word- eller zip-fil"),
        ("bilde.png", b"\x89PNG\r\n\x1a\n" + bytes(50), "ikke"),
        ("null.yaml", b"utgave: a\x00b\n", "styretegn (U+0000)"),
    ],
)
@pytest.mark.parametrize("command", ["validate", "report", "list", "export"])
def test_files_that_hold_no_register(
    tmp_path: Path, command: str, name: str, data: bytes, said: str
) -> None:
    done = tiltak(command, put(tmp_path, name, data), cwd=tmp_path)
    assert done.code == 2
    assert said in done.out + done.err
    assert "Traceback" not in done.err
    assert "Intern feil" not in done.err
    assert names(tmp_path) == [name]


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "stor.yaml").open("wb") as file:
        file.truncate(LARGE)
    done = tiltak("validate", "stor.yaml", cwd=tmp_path)
    assert done.code == 2
    assert "grensen er 100 MB" in done.out


def test_what_is_not_there(tmp_path: Path) -> None:
    for command in ("validate", "report", "list", "export"):
        done = tiltak(command, "finnes-ikke.yaml", cwd=tmp_path)
        assert (done.code, done.out) == (2, "")
        assert done.err == (
            "tiltak: Finner ikke «finnes-ikke.yaml». Kontroller navnet, eller gå til mappen der "
            "registeret ligger.\n"
        )


def test_a_folder_without_registers(tmp_path: Path) -> None:
    done = tiltak("validate", ".", cwd=tmp_path)
    assert done.code == 2
    assert "har ingen YAML-filer" in done.err


def test_a_part_that_is_named_as_a_text_is_not_left_out_without_a_word(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(register_text("id: T001\n"), "utf-8")
    (tmp_path / "møte.txt").write_text("tiltak: se under\n", "utf-8")
    (tmp_path / "b.yaml.txt").write_text("Notater\n", "utf-8")
    assert "b.yaml.txt" not in tiltak("validate", ".", cwd=tmp_path).err
    (tmp_path / "b.yaml.txt").write_text("tiltak:\n  - id: T002\n", "utf-8")
    for command in ("validate", "list", "report"):
        done = tiltak(command, ".", cwd=tmp_path)
        assert (done.code, done.out) == (2, "")
        assert "«b.yaml.txt» blir ikke lest" in done.err
        assert "Gi filen navnet «b.yaml»" in done.err


def test_a_register_that_is_named_as_a_text_is_not_said_to_be_missing(tmp_path: Path) -> None:
    (tmp_path / "tiltaksoversikt.yaml.txt").write_text(register_text("id: T001\n"), "utf-8")
    done = tiltak("validate", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "Gi filen navnet «tiltaksoversikt.yaml»" in done.err


@pytest.mark.parametrize("name", ["nul\0.yaml", "a" * 5000, "\udcff.yaml"])
def test_names_that_no_file_can_have(name: str) -> None:
    from tiltak_cli.sources.files import Refusal, read_path

    assert isinstance(read_path(name), Refusal)


def test_one_good_and_one_missing(tmp_path: Path) -> None:
    """What can be checked is checked; the exit code tells of the rest."""
    put(tmp_path, "god.yaml", NEW.read_bytes())
    done = tiltak("validate", "borte.yaml", "god.yaml", cwd=tmp_path)
    assert done.code == 2
    assert done.out == "god.yaml: 28 tiltak, ingen funn.\n"
    assert "Finner ikke «borte.yaml»" in done.err


def test_standard_input() -> None:
    import subprocess

    from command import SCRIPT

    done = subprocess.run(
        [SCRIPT, "validate", "-"],
        input=NEW.read_bytes(),
        capture_output=True,
        check=True,
        timeout=120,
    )
    assert done.stdout.decode() == "<standard inn>: 28 tiltak, ingen funn.\n".replace(
        "<standard inn>", "-"
    )


def test_two_at_once_leave_a_whole_workbook(tmp_path: Path) -> None:
    """Writing goes by way of a new file, so readers see one whole result or the other."""
    runs = [
        threading.Thread(
            target=tiltak_process, args=("export", NEW, "-o", "a.csv"), kwargs={"cwd": tmp_path}
        )
        for _ in range(4)
    ]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert names(tmp_path) == ["a.csv"]
    assert (tmp_path / "a.csv").read_bytes().count(b"\r\n") == 29
