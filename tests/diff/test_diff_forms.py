"""`tiltak diff` in its forms, and what it chooses to show."""

import json
import re
from pathlib import Path

import pytest
from command import NEW, OLD, ROOT, golden, tiltak
from jsonschema import Draft202012Validator

from tiltak_cli.changes.change import Level
from tiltak_cli.changes.texts import word_by_word
from tiltak_cli.views.changes import words
from tiltak_cli.views.terminal.plain import folded_line

SCHEMA = json.loads((ROOT / "schema" / "endringer.schema.json").read_text(encoding="utf-8"))


def changes(*options: str, key: str = "changes") -> list[dict[str, object]]:
    done = tiltak("diff", OLD, NEW, "--format", "json", *options)
    found = json.loads(done.out)
    Draft202012Validator(SCHEMA).validate(found)
    return list(found[key])


def test_json_is_as_published() -> None:
    everything = changes()
    assert len({change["fingerprint"] for change in everything}) == len(everything)


def test_a_line_a_change() -> None:
    done = tiltak("diff", OLD, NEW, "--format", "oneline", COLUMNS="40")
    golden("diff-oneline.txt", done.out)
    found = [re.match(r"([0-9a-f]{12}) (\w+) (\S+) ", line) for line in done.out.splitlines()]
    everything = sorted(
        str(c["fingerprint"]) for key in ("changes", "calendar") for c in changes(key=key)
    )
    assert sorted(match[1] if match else "" for match in found) == everything
    assert tiltak("diff", NEW, NEW, "--format", "oneline").out == ""


def test_only_what_a_ministry_has_a_role_in() -> None:
    mine = {change["measure"] for change in changes("--for", "KLD")} - {None}
    listed = json.loads(tiltak("list", NEW, "--for", "KLD", "--format", "json").out)
    before = json.loads(tiltak("list", OLD, "--for", "KLD", "--format", "json").out)
    roles = {measure["id"] for found in (listed, before) for measure in found["tiltak"]}
    assert mine
    assert mine == {change["measure"] for change in changes()} & roles


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (["frist-utsatt"], {"frist-utsatt"}),
        (["Frist-Utsatt", "utgår"], {"frist-utsatt", "utgår"}),
        (["innhold"], {"innhold"}),
    ],
)
def test_only_some_kinds(words: list[str], kinds: set[str]) -> None:
    options = [part for word in words for part in ("--kind", word)]
    assert {change["kind"] for change in changes(*options)} == kinds


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["--kind", "fristutsatt"],
            "Finner ikke endringsslaget «fristutsatt». Mente du frist-utsatt?",
        ),
        (["--kind", "Frist utsatt"], "Mente du frist-utsatt?"),
        (["--fail-on", "viktig"], "Velg vesentlig, normal eller redaksjonell."),
        (["--fail-on", "vesentli"], "Mente du vesentlig?"),
        (["--for", "KLDD"], "Mente du KDD?"),
        (["--format", "onelin"], "Formen «onelin» finnes ikke."),
    ],
)
def test_a_word_that_does_not_exist(arguments: list[str], sentence: str) -> None:
    done = tiltak("diff", OLD, NEW, *arguments)
    assert done.code == 2
    assert sentence in done.err
    assert done.out == ""


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 0),
        (["--exit-code"], 1),
        (["--fail-on", "vesentlig"], 1),
        (["--fail-on", "vesentlig", "--kind", "milepæl-nådd"], 0),
        (["--fail-on", "normal", "--kind", "milepæl-nådd"], 1),
        (["--fail-on", "redaksjonell", "--kind", "redaksjonell"], 1),
        (["--fail-on", "normal", "--kind", "redaksjonell"], 0),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_the_exit_code_says_how_weighty(arguments: list[str], code: int) -> None:
    assert tiltak("diff", OLD, NEW, *arguments).code == code


def test_nothing_changed_fails_nothing() -> None:
    assert tiltak("diff", NEW, NEW, "--exit-code").code == 0
    assert tiltak("diff", NEW, NEW, "--fail-on", str(Level.EDITORIAL)).code == 0


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Minst tre møter i året.", "Minst fire møter i året.", "Minst [tre → fire] møter i året."),
        ("Møter i året.", "Møter i året og samling.", "Møter i [året. → året og samling.]"),
        ("Alle deltar ikke her nå.", "Alle deltar her nå.", "Alle deltar [− ikke] her nå."),
        ("Alle deltar her nå.", "Alle deltar ikke her nå.", "Alle deltar [+ ikke] her nå."),
        ("Helt andre ord.", "Noe nytt.", ""),
        ("", "Noe nytt.", ""),
        (
            f"En {'og en ' * 20}til.",
            f"To {'og en ' * 20}til.",
            "[En → To] og en og en og …",
        ),
        # Between two changes, eleven words stand in full, and of twelve there is one to leave out.
        (
            "Først 1 2 3 4 5 6 7 8 9 10 11 slutt.",
            "Nå 1 2 3 4 5 6 7 8 9 10 11 ferdig.",
            "[Først → Nå] 1 2 3 4 5 6 7 8 9 10 11 [slutt. → ferdig.]",
        ),
        (
            "Først 1 2 3 4 5 6 7 8 9 10 11 12 slutt.",
            "Nå 1 2 3 4 5 6 7 8 9 10 11 12 ferdig.",
            "[Først → Nå] 1 2 3 4 5 … 8 9 10 11 12 [slutt. → ferdig.]",
        ),
        # A quarter of the words is another: half of a whole, and then less than half.
        ("Vi skal nå hjem.", "Vi skal da bort.", "Vi skal [nå hjem. → da bort.]"),
        ("Vi skal nå hjem.", "Vi kan da bort.", ""),
        # In a report nobody looks for one word.
        (f"En {'og en ' * 374}til.", f"To {'og en ' * 374}til.", "[En → To] og en og en og …"),
        (f"En {'og en ' * 375}til.", f"To {'og en ' * 375}til.", ""),
        # Nor for which of many that are the same.
        ("og nå en " * 150, "en nå og " * 150, ""),
    ],
)
def test_a_text_word_by_word(old: str, new: str, told: str) -> None:
    assert words.word_by_word(word_by_word(old, new)) == told


@pytest.mark.parametrize("width", [50, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int, tmp_path: Path) -> None:
    wide = tmp_path / "ny.yaml"
    text = NEW.read_text(encoding="utf-8")
    wide.write_text(text.replace("tittel: Forsøk", f"tittel: {'langt ' * 40}", 1), "utf-8")
    done = tiltak("diff", OLD, wide, COLUMNS=str(width))
    assert max(map(len, done.out.splitlines())) <= width
    coloured = tiltak("diff", OLD, wide, COLUMNS=str(width), FORCE_COLOR="1")
    assert re.sub("\x1b\\[[0-9]*m", "", coloured.out) == done.out
    assert coloured.out != done.out


def test_a_word_longer_than_the_line_goes_on_below() -> None:
    assert folded_line("a" * 100, 40) == ["a" * 40, "a" * 40, "a" * 20]


@pytest.mark.parametrize(
    "sides",
    [(OLD, NEW), (NEW, NEW), (OLD, "finnes-ikke.yaml"), ("examples/typiske-feil.yaml", NEW), ()],
    ids=str,
)
def test_both_lanes_of_diff_give_the_same(sides: tuple[str, ...]) -> None:
    """Without options `diff` starts without Typer; the answer must not tell."""
    fast, whole = tiltak("diff", *sides), tiltak("diff", "--format", "text", *sides)
    assert fast == whole


def test_three_sides_are_too_many() -> None:
    done = tiltak("diff", OLD, NEW, NEW)
    assert (done.code, done.out) == (2, "")
    assert "Traceback" not in done.err


@pytest.mark.parametrize("columns", ["", "0", "-5", "80", "120", "²", "mange"])
def test_the_width_is_what_the_terminal_says(columns: str) -> None:
    done = tiltak("diff", OLD, NEW, COLUMNS=columns)
    longest = max(map(len, done.out.splitlines()))
    wanted = int(columns) if columns in ("80", "120") else 100
    assert wanted - 12 < longest <= wanted


SPLIT = """\
  - id: {id}
    tittel: {title}
    beskrivelse: {about}
    målområder: [1]
    retningsvalg: [1a]
    ansvarlig: {lead}
    status: vedtatt
    prioritet: høy
    frist: 2025-06
"""


def measure(code: str, title: str, lead: str = "KD", extra: str = "") -> str:
    about = f"{title} skal gjøre arbeidet lettere for alle."
    return SPLIT.format(id=code, title=title, about=about, lead=lead) + extra


@pytest.fixture
def pair(tmp_path: Path) -> Path:
    """A measure split in two, one with another id and lead, and one that something new replaces."""
    head = 'strategi: "2021-2025"\nutgave: "{0}"\nper_dato: {1}\nansvarlig: KDD\ntiltak:\n'
    old = (
        measure("T001", "Kurs for nye ledere")
        + measure("T002", "Felles arkiv", "KLD")
        + measure("T003", "Innovasjonsrom i sentrum", "FIN")
    )
    new = (
        measure("T004", "Nettkurs i ledelse", extra="    erstatter: T001\n")
        + measure("T005", "Samlinger om budsjett", extra="    erstatter: T001\n")
        + measure("T006", "Felles arkiv", "FIN", "    erstatter: T002\n")
        + measure("T007", "Retningslinjer for kunstig intelligens", "DSS", "    erstatter: T003\n")
        .replace("høy", "lav").replace("2025-06", "2025-12").replace("1a", "1b")
    )  # fmt: skip
    (tmp_path / "a.yaml").write_text(head.format("2023-1", "2023-03-01") + old, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(head.format("2023-2", "2023-09-01") + new, encoding="utf-8")
    return tmp_path


def told(folder: Path, *options: str) -> list[str]:
    done = tiltak("diff", "a.yaml", "b.yaml", "--format", "json", *options, cwd=folder)
    return [f"{c['measure']}: {c['sentence']}" for c in json.loads(done.out)["changes"]]


def test_what_replaces_another_is_not_that_one_again(pair: Path) -> None:
    said = told(pair)
    assert (
        "T001: Ikke lenger med i oversikten. Var vedtatt; T004 og T005 oppgir å erstatte det."
    ) in said
    assert "T003: Ikke lenger med i oversikten. Var vedtatt; T007 oppgir å erstatte det." in said
    new = [line for line in said if line.startswith(("T004", "T005", "T007"))]
    assert [line.split("Erstatter ")[1] for line in new] == [
        "T001 «Kurs for nye ledere».",
        "T001 «Kurs for nye ledere».",
        "T003 «Innovasjonsrom i sentrum».",
    ]


def test_a_ministry_sees_what_it_has_handed_over_under_another_id(pair: Path) -> None:
    assert told(pair, "--for", "KLD") == [
        "T006: Id-en er endret fra T002 til T006.",
        "T006: Ansvaret er flyttet fra KLD til FIN.",
    ]


def test_a_workbook_has_no_comments_to_compare(tmp_path: Path) -> None:
    (tmp_path / "tiltaksoversikt.yaml").write_bytes(NEW.read_bytes())
    tiltak("export", "-o", "x.xlsx", cwd=tmp_path)
    done = tiltak("diff", "x.xlsx", "--exit-code", cwd=tmp_path)
    assert done.code == 0
    assert "«x.xlsx» er lest slik den ble eksportert" in done.err
    assert done.out.splitlines()[1:] == ["Ingen endringer i innholdet."]
