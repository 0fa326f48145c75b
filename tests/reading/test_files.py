"""Files, folders and everything else a path can lead to."""

import os
import sys
from pathlib import Path
from typing import Any

import pytest
from support import HEAD_LINES, register_text, told

from tiltak_cli.sources import files, packaged
from tiltak_cli.sources.default import default_path
from tiltak_cli.sources.files import Refusal, Source, read_path
from tiltak_cli.sources.register.load import Loaded, load
from tiltak_cli.sources.yaml import decode

VALID = register_text("")


def folder_of(path: Path, **texts: str) -> Loaded:
    for name, text in texts.items():
        file = path / name.replace("__", "/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.with_suffix(".yaml").write_text(text, "utf-8")
    source = read_path(str(path))
    assert isinstance(source, Source)
    return load(source)


MEASURES = VALID.removeprefix(HEAD_LINES)


def test_a_folder_is_one_register(tmp_path: Path) -> None:
    second = MEASURES.replace("T001", "T002").replace("Felles mal", "Nytt språk")
    loaded = folder_of(
        tmp_path,
        hode=HEAD_LINES,
        bfd__a=MEASURES,
        bfd__b=second,
        **{".git__c": ": [", "a__.d": ": ["},
    )
    assert loaded.findings == ()
    assert [measure.id for measure in loaded.register.measures] == ["T001", "T002"]  # type: ignore[union-attr]


def test_every_finding_in_a_folder_names_its_file(tmp_path: Path) -> None:
    loaded = folder_of(tmp_path, a=VALID, b=MEASURES, c=MEASURES.replace("høringer", "brev"))
    assert [(f.code, f.place.file.rpartition("/")[2]) for f in loaded.findings] == [
        ("TIL401", "b.yaml"),
        ("TIL401", "c.yaml"),
    ]


def test_the_strategy_file_in_a_folder_is_not_a_part_of_the_register(tmp_path: Path) -> None:
    strategy = (packaged.read("schema", "strategi-2021-2025.yaml") or b"").decode()
    text = VALID.replace('"2021-2025"', "./plan/strategi.yaml")
    assert folder_of(tmp_path, a=text, plan__strategi=strategy).findings == ()
    # Nor is one that is not used.
    assert folder_of(tmp_path, a=VALID).findings == ()


def test_a_folder_with_a_file_that_is_not_a_register(tmp_path: Path) -> None:
    loaded = folder_of(tmp_path, a=VALID, b="navn: notater\n")
    assert [f.code for f in loaded.findings] == ["TIL106"]
    assert loaded.register is not None
    # One word of a head does not make a head, and the rest is checked all the same.
    wrong = MEASURES.replace("T001", "T002").replace("middels", "viktig")
    loaded = folder_of(tmp_path, b="navn: notater\nansvarlig: KDD\n", c=wrong)
    assert [f.code for f in loaded.findings] == ["TIL106", "TIL407", "TIL206"]
    broken = folder_of(tmp_path, b="navn: [\n")
    assert [f.code for f in broken.findings] == ["TIL001", "TIL407", "TIL206"]
    assert broken.register is None


@pytest.mark.parametrize(
    ("names", "which"),
    [
        ({"tiltaksoversikt": VALID}, "tiltaksoversikt.yaml"),
        ({"tiltaksoversikt__a": VALID}, "tiltaksoversikt"),
        ({"tiltaksoversikt__a": HEAD_LINES, "tiltaksoversikt__b": MEASURES}, "tiltaksoversikt"),
    ],
)
def test_the_register_in_a_folder_of_other_things_is_what_is_meant(
    names: dict[str, str], which: str, tmp_path: Path
) -> None:
    """As in a repository, with the settings of a build server beside it."""
    others = {"azure-pipelines": "trigger:\n  - main\n", "docs__a": "name: X\n"}
    loaded = folder_of(tmp_path, **names, **others)
    assert (loaded.name, loaded.findings) == (str(tmp_path / which), ())


@pytest.mark.parametrize("other", ["", "trigger: [\n  - id: T002\n", "\0a: b\n", "bare tekst\n"])
def test_what_may_be_a_part_of_a_register_is_not_passed_over(other: str, tmp_path: Path) -> None:
    loaded = folder_of(tmp_path, tiltaksoversikt=VALID, mål1=other)
    assert loaded.name == str(tmp_path)
    assert {f.place.file for f in loaded.findings} == {str(tmp_path / "mål1.yaml")}


def test_a_folder_without_a_head_is_named_itself(tmp_path: Path) -> None:
    for texts in ({"a": MEASURES}, {"b": MEASURES.replace("T001", "T002")}):
        (finding,) = (f for f in folder_of(tmp_path, **texts).findings if f.code == "TIL020")
        assert finding.place.file == str(tmp_path)
        assert finding.message.startswith("Ingen av filene i mappen «")


def refused(path: Path | str) -> str:
    refusal = read_path(str(path))
    assert isinstance(refusal, Refusal)
    assert refusal.sentence.count(". ") == 1
    assert refusal.sentence.endswith(".")
    return refusal.sentence


@pytest.mark.posix
def test_what_is_not_a_file_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "lenke.yaml").symlink_to("borte.yaml")
    (tmp_path / "tom").mkdir()
    os.mkfifo(tmp_path / "rør")
    assert "Finner ikke" in refused(tmp_path / "borte.yaml")
    assert "Finner ikke" in refused("a\0b")
    assert "Finner ikke" in refused("")
    assert "lenke" in refused(tmp_path / "lenke.yaml")
    assert "ikke en vanlig fil" in refused(tmp_path / "rør")
    assert "ikke en vanlig fil" in refused("/dev/zero")
    assert "ingen YAML-filer" in refused(tmp_path / "tom")
    # A part that cannot be read is not passed over: the register would not be whole.
    assert "lenke" in refused(tmp_path)


@pytest.mark.posix
def test_a_strategy_file_that_would_never_end_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rør.yaml")
    file = tmp_path / "register.yml"
    file.write_text(VALID.replace('"2021-2025"', "rør.yaml"), "utf-8")
    source = read_path(str(file))
    assert isinstance(source, Source)
    assert told(load(source)) == [("TIL022", 1, 11)]


def deny(*_: object, **__: object) -> Any:
    raise PermissionError(13, "Permission denied", "hemmelig")


def fail(*_: object, **__: object) -> Any:
    raise OSError(5, "Input/output error", "ødelagt")


def test_no_access(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(VALID, "utf-8")
    with monkeypatch.context() as patch:
        patch.setattr("builtins.open", deny)
        assert "ikke tilgang" in refused(file)
    with monkeypatch.context() as patch:
        patch.setattr("builtins.open", fail)
        assert "kan ikke leses" in refused(file)
    with monkeypatch.context() as patch:
        patch.setattr(os, "stat", deny)
        assert "ikke tilgang" in refused(file)
    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", deny)
        assert "ikke tilgang" in refused(tmp_path)


def test_too_much_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "abc":
        (tmp_path / f"{name}.yaml").write_text(VALID, "utf-8")
    monkeypatch.setattr(files, "MAX_BYTES", len(VALID) + 9)
    monkeypatch.setattr(decode, "MAX_BYTES", len(VALID) - 9)
    assert "MB YAML-filer" in refused(tmp_path)
    source = read_path(str(tmp_path / "a.yaml"))
    assert isinstance(source, Source)
    assert [f.code for f in load(source).findings] == ["TIL901"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed:
        class buffer:  # noqa: N801 - as in sys.stdin
            read = staticmethod(fail)

    monkeypatch.setattr(sys, "stdin", Closed)
    assert "Standard inn" in refused("-")
    monkeypatch.setattr(sys, "stdin", None)
    source = read_path("-")
    assert isinstance(source, Source)
    assert told(load(source)) == [("TIL011", 1, 1)]


def test_the_register_that_is_meant_when_none_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert default_path() is None
    (tmp_path / "tiltaksoversikt").mkdir()
    assert default_path() == "tiltaksoversikt"
    (tmp_path / "tiltaksoversikt.yml").touch()
    assert default_path() == "tiltaksoversikt.yml"


def test_the_same_file_has_the_same_name_however_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "r").mkdir()
    (tmp_path / "r" / "a.yaml").write_text(VALID, "utf-8")
    for path in ("r", "./r", "r/", ".", "./"):
        source = read_path(path)
        assert isinstance(source, Source)
        assert [file.name for file in source.files] == ["r/a.yaml"]
