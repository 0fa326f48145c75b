"""A register's own settings, in `tiltak.toml` or `pyproject.toml`."""

import json
import re
from pathlib import Path

import pytest
from command import Done, tiltak
from support import FILE, register_text

from tiltak_cli.cli.commands.validate.run import Options, run
from tiltak_cli.findings import Severity
from tiltak_cli.rules import text_rules

OWN_ONE = "[[virksomheter]]\nkort = 'SSB'\n'bokmål' = 'Statistisk sentralbyrå'\n"

NOTED = register_text(
    "id: T001\nstatus: igangsatt\nfrist: 2023-06\nfremdrift: A\nmerknad: A\u00a0\n"
)


def validate(folder: Path, *options: str) -> list[str]:
    """The codes of what is found, in their order."""
    (folder / FILE).write_text(NOTED, "utf-8")
    return codes(tiltak("validate", "--format", "concise", *options, cwd=folder))


def codes(done: Done) -> list[str]:
    return [line.split(" ")[2] for line in done.out.splitlines() if ": " in line and "TIL" in line]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("tiltak.toml", "", ["TIL309", "TIL602"]),
        ("tiltak.toml", 'ignore = ["TIL309"]', ["TIL602"]),
        ("tiltak.toml", 'ignore = ["TIL3", "TIL6"]', []),
        ("tiltak.toml", 'select = ["TIL602"]', ["TIL602"]),
        ("pyproject.toml", '[tool.tiltak]\nignore = ["TIL309"]', ["TIL602"]),
        ("pyproject.toml", '[tool.annet]\nignore = ["TIL309"]', ["TIL309", "TIL602"]),
        ("pyproject.toml", "# [tool.tiltak]\ntool = 1", ["TIL309", "TIL602"]),
    ],
)
def test_settings_beside_the_register(
    tmp_path: Path, name: str, content: str, expected: list[str]
) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    assert validate(tmp_path) == expected


def test_settings_of_a_folder_register(tmp_path: Path) -> None:
    folder = tmp_path / "tiltaksoversikt"
    folder.mkdir()
    (folder / "a.yaml").write_text(NOTED, "utf-8")
    (tmp_path / "tiltak.toml").write_text('ignore = ["TIL309"]', "utf-8")
    assert codes(tiltak("validate", "--format", "concise", cwd=tmp_path)) == ["TIL602"]


def test_options_go_before_settings(tmp_path: Path) -> None:
    (tmp_path / "tiltak.toml").write_text('select = ["TIL6"]', "utf-8")
    assert validate(tmp_path, "--select", "TIL309") == ["TIL309"]
    assert validate(tmp_path, "--ignore", "til602") == []
    assert validate(tmp_path, "--select", "TIL3,TIL6", "--ignore", "TIL309") == ["TIL602"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("\nignor = []", "linje 2: innstillingen «ignor» finnes ikke. Mente du «ignore»?"),
        ("a = 1", "innstillingen «a» finnes ikke. Innstillingene er select, ignore"),
        ('ignore = "TIL309"', "«ignore» skal være en liste med koder."),
        ("ignore = [309]", "«ignore» skal være en liste med koder."),
        ('ignore = ["TIL309", 602]', "«ignore» skal være en liste med koder."),
        (
            'strict = true\nignore = [\n  "TIL309",\n  "TIL399",\n]',
            "linje 4: det finnes ingen regel med koden «TIL399».",
        ),
        ("strict = 1", "«strict» skal være true eller false."),
        ("stale-days = true", "«stale-days» skal være et antall dager."),
        ("# stale-days = 3\nstale-days = -1", "linje 2: «stale-days» skal være et antall dager."),
        ("ignore = [", "innstillingen kan ikke leses."),
        ("\n\nignore: []", "linje 3: innstillingen kan ikke leses."),
        ("a = " + "[" * 5000, "innstillingen kan ikke leses."),
        ("\udcff", "filen er ikke UTF-8."),
        (
            "strict = true\nstrict = false",
            "linje 2: «strict» er skrevet to ganger. Ta bort den ene.",
        ),
        ("select = ['til3']", "Mente du TIL3?"),
        ("ignore = ['TIL3' 'TIL4']", 'Skriv et komma mellom verdiene: «"TIL3", "TIL4"».'),
        ("baseline = “a.json”", 'Skriv rette anførselstegn: «"a.json"».'),
        ("[tiltak]\nstrict = true", "uten overskrift. Ta bort linjen med klammer."),
        (f"{OWN_ONE}fra = 2025-01-01\ntil = 2024-01-01", "«fra» etter «til». Bytt datoene."),
    ],
)
def test_settings_that_cannot_be_used(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "tiltak.toml").write_bytes(content.encode("utf-8", "surrogateescape"))
    (tmp_path / FILE).write_text(NOTED, "utf-8")
    for command in ("report", "list"):
        done = tiltak(command, cwd=tmp_path)
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith("tiltak: «tiltak.toml»")
        assert said in done.err
        assert done.err.count("\n") == 1
    # To the check it is a finding as others, in every form.
    told = tiltak("validate", "--format", "concise", cwd=tmp_path)
    assert told.code == 2
    assert re.match(r"tiltak\.toml:[1-9][0-9]*:[1-9][0-9]*: feil TIL804 ", told.out)
    assert told.out.count("TIL804") == 1


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("tiltak.toml", "# ignor\n\nignor = []\n", 3),
        ("tiltak.toml", "strict = true\nselect = [\n  'TIL3',\n  'TIL9'\n, 'TIL777']\n", 5),
        ("tiltak.toml", f"strict = true\n\n{OWN_ONE}\nstrict = true\n", 7),
        ("tiltak.toml", f"{OWN_ONE}{OWN_ONE.replace('SSB', 'NAV')}fra = 3\n", 7),
        ("tiltak.toml", f"{OWN_ONE}{OWN_ONE}", 5),
        ("tiltak.toml", f"{OWN_ONE}[[virksomheter]]\nkort = 'NAV'\n", 4),
        ("tiltak.toml", "\nrequired-version = '>9'\n", 2),
        ("pyproject.toml", "[tool.ruff]\nselect = 3\n[tool.tiltak]\nselect = 'TIL'\n", 4),
        ("pyproject.toml", "[tool.tiltak]\n[[tool.tiltak.virksomheter]]\nkort = 'A'\n", 2),
        ("pyproject.toml", "[tool]\ntiltak = {strict = 1} # [tool.tiltak]\n", 1),
        ("tiltak.toml", "strict = true\n[strict\n", 2),
    ],
)
def test_a_setting_is_told_in_its_line(tmp_path: Path, name: str, content: str, line: int) -> None:
    (tmp_path / FILE).write_text(NOTED, "utf-8")
    (tmp_path / name).write_text(content, "utf-8")
    done = tiltak("validate", "--format", "json", cwd=tmp_path)
    ((finding,),) = [register["findings"] for register in json.loads(done.out)["registers"]]
    assert (done.code, finding["file"], finding["line"]) == (2, name, line)
    for form in ("github", "gitlab", "azure", "sarif", "junit", "markdown", "text"):
        done = tiltak("validate", "--format", form, cwd=tmp_path)
        assert done.code == 2
        assert "TIL804" in done.out
    # What is to be written is refused.
    assert tiltak("validate", "--fix", cwd=tmp_path).out == ""


def test_strict_counts_notes_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / FILE).write_text(NOTED, "utf-8")
    noted = [text_rules.INVISIBLE._replace(severity=Severity.NOTE)]
    monkeypatch.setattr(text_rules, "INVISIBLE", noted[0])
    path = str(tmp_path / FILE)
    only = Options(select=("TIL602",), quiet=True)
    assert run([path], only) == 0
    assert run([path], only._replace(strict=True)) == 1
    (tmp_path / "tiltak.toml").write_text("strict = true", "utf-8")
    assert run([path], only) == 1


def test_an_unknown_code_on_the_command_line(tmp_path: Path) -> None:
    done = tiltak("validate", "--select", "TIL900", cwd=tmp_path)
    assert done.code == 2
    assert done.err.startswith("tiltak: Det finnes ingen regel med koden «TIL900».")
