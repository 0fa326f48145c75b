"""Organisations that do not ship with the tool, in `tiltak.toml`: known wherever codes are."""

from pathlib import Path

import pytest
from command import NEW, tiltak
from openpyxl import load_workbook
from repository import commit, git
from support import spread
from test_completion import complete

FILE = "tiltaksoversikt.yaml"
TEXT = NEW.read_text("utf-8").replace("    ansvarlig: KD\n", "    ansvarlig: SSB\n", 1)
NAMES = """
[[virksomheter.andre]]
orgnr = "971526920"
[[virksomheter.andre.navn]]
kort = "SBY"
"bokmål" = "Statistisk byrå"
til = 2020-12-31
[[virksomheter.andre.navn]]
kort = "SSB"
"bokmål" = "Statistisk sentralbyrå"
nynorsk = "Statistisk sentralbyrå på nynorsk"
engelsk = "Statistics Norway"
fra = 2021-01-01
"""
SHORT = '[[virksomheter]]\nkort = "SSB"\n"bokmål" = "Statistisk sentralbyrå"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / FILE).write_text(TEXT, "utf-8")
    (tmp_path / "tiltak.toml").write_text(NAMES, "utf-8")
    return tmp_path


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet")
    return tmp_path


def test_without_them_the_finding_says_where_they_go(folder: Path) -> None:
    (folder / "tiltak.toml").unlink()
    first, *_ = tiltak("validate", "--format", "concise", cwd=folder).out.splitlines()
    assert "TIL202 T004" in first
    way = "Mangler virksomheten i listen, så før den opp i «virksomheter» i tiltak.toml."
    assert first.endswith(way)
    # Accepting it is no way, and the reason says why.
    accepted = TEXT.replace("SSB", "SSB  # tiltak: godta TIL202 fordi den finnes", 1)
    (folder / FILE).write_text(accepted, "utf-8")
    done = tiltak("validate", cwd=folder)
    assert "TIL202 kan ikke godtas, for da har virksomheten ikke noe navn." in done.out
    (folder / FILE).write_text(TEXT, "utf-8")
    (folder / "tiltak.toml").write_text(SHORT, "utf-8")
    assert tiltak("validate", cwd=folder).out == f"{FILE}: 28 tiltak, ingen funn.\n"


@pytest.mark.wide
@pytest.mark.parametrize("settings", ["tiltak.toml", "pyproject.toml"])
def test_they_are_known_wherever_codes_are(folder: Path, settings: str) -> None:
    if settings != "tiltak.toml":
        (folder / "tiltak.toml").unlink()
        table = NAMES.replace("[[virk", "[[tool.tiltak.virk")
        (folder / settings).write_text(f"[tool.tiltak]\n{table}", "utf-8")
    assert tiltak("validate", cwd=folder).code == 0
    assert tiltak("list", "--for", "ssb", cwd=folder).out.endswith(
        "1 av 28 tiltak per 15.06.2024.\n"
    )
    assert "SSB Statistisk sentralbyrå" in tiltak("show", "T004", cwd=folder).out
    assert tiltak("set", "T005", "ansvarlig=SSB", cwd=folder).code == 0
    assert '"SSB"' in tiltak("schema", cwd=folder).out
    assert complete("tiltak list --for SS", folder) == ["SSB"]
    page = tiltak("report", "--format", "html", "--language", "en", cwd=folder).out
    assert "Statistics Norway" in page
    assert tiltak("export", "-o", "a.xlsx", cwd=folder).code == 0
    book = load_workbook(folder / "a.xlsx")
    cells = [c.value for sheet in book for row in sheet for c in row]
    assert cells.count("SSB") > 2


@pytest.mark.wide
def test_their_names_hold_for_a_time(folder: Path) -> None:
    (folder / FILE).write_text(TEXT.replace("ansvarlig: SSB", "ansvarlig: SBY"), "utf-8")
    done = tiltak("validate", cwd=folder)
    assert "TIL414" in done.out
    assert "SBY heter SSB fra 1. januar 2021" in done.out


def test_one_that_ships_gets_a_new_name(folder: Path) -> None:
    (folder / FILE).write_text(NEW.read_text("utf-8"), "utf-8")
    text = NAMES.replace("971526920", "972417807").replace('"SSB"', '"FDE"').replace("SBY", "FIN")
    (folder / "tiltak.toml").write_text(text.replace("andre", "departementer"), "utf-8")
    assert "FIN heter FDE fra 1. januar 2021" in tiltak("validate", cwd=folder).out


@pytest.mark.wide
def test_a_folder_and_old_revisions_have_theirs(repo: Path) -> None:
    commit(repo, {"tiltaksoversikt/a.yaml": TEXT, "tiltak.toml": NAMES})
    assert tiltak("validate", cwd=repo).code == 0
    (repo / "tiltak.toml").unlink()
    assert tiltak("validate", "HEAD:tiltaksoversikt", cwd=repo).code == 0
    assert tiltak("validate", cwd=repo).code == 1


@spread(
    ("settings", "said"),
    [
        ("virksomheter = 3", "innstillingen «virksomheter» mangler en liste i «virksomheter»."),
        (
            f'{SHORT}\n[[virksomheter]]\nkort = "NAV"',
            f"linje {SHORT.count(chr(10)) + 2}: innstillingen",
        ),
        (SHORT.replace("SSB", "KLD"), "har «KLD», som er forkortelsen til Klima- og miljø"),
        (f"{SHORT}{SHORT}", "har «SSB» to ganger i «virksomheter»."),
        (f"{SHORT}fra = 3\n", "har en dato i «fra» som ikke er en dag, som 2024-01-01."),
        (SHORT.replace('"bokmål"', "bokmål"), 'Skriv for eksempel «"bokmål" = '),
        ('[virksomheter]\nSSB = "Statistisk sentralbyrå"', "Skriv for eksempel «[[virksomheter]]»"),
        ("strict: true", "Skriv for eksempel «strict = true»."),
        ("virksomhet = []", "Mente du «virksomheter»?"),
        (
            f"{SHORT}\nstrict = true\n",
            "gjelder ikke der. Flytt linjen over den første linjen med [[virksomheter]].",
        ),
        (f"{NAMES}stale-days = 90\n", "«stale-days» står under [[virksomheter]]"),
        (
            f"{SHORT}orgnt = '1'\n",
            "feltet «orgnt» under [[virksomheter]] finnes ikke. Mente du «orgnr»?",
        ),
        (f"{SHORT}forkortelse = 'A'\n", "finnes ikke. Feltene er kort, bokmål, nynorsk"),
        (f"{SHORT}fra = 01.01.2025\n", "kan ikke leses. Skriv datoen slik: «fra = 2025-01-01»."),
        (f'{SHORT}til = 2025\n"\n', "innstillingen kan ikke leses."),
        (
            f"{SHORT}til = 01.2025\n",
            "Skriv datoen som år-måned-dag, for eksempel «til = 2025-01-31».",
        ),
        (
            'baseline = "C:\\Users\\kari\\a.json"',
            'Skriv / i stedet: «baseline = "C:/Users/kari/a.json"».',
        ),
    ],
    every=2,
)
def test_what_is_wrong_with_them_is_said(folder: Path, settings: str, said: str) -> None:
    (folder / "tiltak.toml").write_text(settings, "utf-8")
    done = tiltak("list", cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
