"""`tiltak history` as people use it: the table, one measure's story, and what is said."""

import json
import os
import re
from pathlib import Path

import generate_history
import pytest
from command import golden, names, tiltak
from repository import git
from support import FILE, register_text
from terminal import talk

DAY = ("--as-of", "2024-12-31")
KARI, OLA = "Kari Nordmann", "Åse-Marie Lillehammer-Øst"
BASE = "- id: T001\n  tittel: Felles kunnskapsbase om oppvekst\n  frist: {deadline}\n{more}"
OTHERS = (
    "- id: T002\n  tittel: Årlig kriseøvelse i alle departementene\n  løpende: true\n"
    "- id: T003\n  tittel: Felles arkiv\n"
)
MILESTONES = (
    "  milepæler:\n    - {{id: M1, tekst: Prøvedrift, frist: 2023-03{reached}}}\n"
    "    - {{id: M2, tekst: Full drift, frist: 2024}}\n"
)
STARTED = "  status: igangsatt\n  vurdering: {how}\n  avvik: {why}\n"
WAITING = STARTED.format(how="gul", why="Venter på hjemmel.")
LATE = STARTED.format(
    how="rød",
    why=">-\n    Hjemmelen for å koble data krever en lovendring.\n    Venter på hjemmel.",
)
# The day, who, and the register then; the fourth cannot be read.
EDITIONS = (
    ("2022-01-12", KARI, BASE.format(deadline="2022-12-31", more="") + OTHERS),
    ("2022-11-30", OLA, BASE.format(deadline="2023-06-30", more=MILESTONES) + OTHERS),
    (
        "2023-05-02",
        KARI,
        BASE.format(deadline="2023", more=MILESTONES + WAITING + "  merknad: Ring FIN.\n") + OTHERS,
    ),
    ("2023-05-03", OLA, BASE.format(deadline="2024\x00", more="") + OTHERS),
    (
        "2024-03-01",
        OLA,
        BASE.format(
            deadline="2024-H1",
            more=MILESTONES.replace("{reached}", ", nådd: 2023-08-17") + LATE
            + "  merknad: Ring KD.\n  ansvarlig: [KD, BFD]\n  opprinnelig_frist: 2022-12-31\n"
            "  oppdatert: 2024-03-01\n",
        )
        + OTHERS.partition("- id: T003")[0]
        + "- id: T004\n  tittel: Noe nytt\n  frist: 2025\n",
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def depot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("depot")
    git(folder, "init", "--quiet", "--initial-branch=main")
    for number, (day, author, lines) in enumerate(EDITIONS, 1):
        text = register_text(lines.replace("{{", "{").replace("}}", "}").replace("{reached}", ""))
        (folder / FILE).write_text(text, encoding="utf-8", newline="")
        git(folder, "add", ".")
        git(folder, "commit", "-qm", f"Utgave {number}", day=day, GIT_AUTHOR_NAME=author)
    git(folder, "tag", "utgave-2", "HEAD~3")
    return folder


@pytest.mark.parametrize("width", ["80", "120"])
@pytest.mark.parametrize("measure", [[], ["T001"]], ids=["all", "T001"])
def test_the_history_in_the_terminal(depot: Path, width: str, measure: list[str]) -> None:
    done = tiltak("history", *measure, *DAY, cwd=depot, COLUMNS=width)
    assert (done.code, done.err) == (0, "")
    assert max(map(len, done.out.splitlines())) <= int(width)
    golden(f"history-{'-'.join([*measure, width])}.txt", done.out)


@pytest.mark.parametrize("measure", [[], ["T001"]], ids=["all", "T001"])
def test_the_history_as_markdown(depot: Path, measure: list[str]) -> None:
    done = tiltak("history", *measure, *DAY, "--format", "markdown", cwd=depot)
    assert (done.code, done.err) == (0, "")
    golden(f"history{'-'.join(['', *measure])}.md", done.out)


def test_the_history_as_json(depot: Path) -> None:
    done = tiltak("history", "T001", *DAY, "--format", "json", cwd=depot)
    assert (done.code, done.err) == (0, "")
    golden("history-T001.json", re.sub("[0-9a-f]{40}", "0" * 40, done.out))
    everything = json.loads(tiltak("history", *DAY, "--format", "json", cwd=depot).out)
    assert [each["id"] for each in everything["measures"]] == ["T001", "T002", "T004", "T003"]
    assert everything["measures"][0] == json.loads(done.out)["measures"][0]


def lines(depot: Path, *arguments: str) -> list[str]:
    """What is listed below the summary."""
    done = tiltak("history", *arguments, *DAY, cwd=depot, COLUMNS="200")
    assert (done.code, done.err) == (0, "")
    return done.out.split("\n\n")[1].splitlines()


def test_one_field(depot: Path) -> None:
    deadline = lines(depot, "T001", "--field", "frist")
    assert (
        deadline
        == lines(depot, "t001", "--field", "Frist")
        == lines(depot, "T001", "--field", "tidsfrist")
    )
    assert [line.split("Frist  ")[1] for line in deadline] == [
        "– → 31.12.2022",
        "31.12.2022 → 30.06.2023 (+181 dager)",
        "30.06.2023 → 2023 (+184 dager)",
        "2023 → 1. halvår 2024 (+182 dager)",
    ]
    both = lines(depot, "T001", "--field", "frist", "--field", "ansvarlig")
    assert both[0].endswith("Frist      – → 31.12.2022")
    assert both[1].endswith("Ansvarlig  – → KDD")
    reviewed = lines(depot, "T001", "--field", "oppdatert")
    assert reviewed[-1].endswith("Oppdatert  – → 01.03.2024")


@pytest.mark.parametrize("since", ["2023-05-03", "utgave-2", "HEAD~2"])
def test_since_a_day_or_a_revision(depot: Path, since: str) -> None:
    days = {line[:10] for line in lines(depot, "T001", "--since", since)}
    assert "01.03.2024" in days
    assert days <= {"02.05.2023", "01.03.2024"}
    assert ("02.05.2023" in days) == (since == "utgave-2")


def test_since_in_the_table(depot: Path) -> None:
    out = tiltak("history", "--since", "2024-01-01", *DAY, cwd=depot, COLUMNS="120").out
    row = next(line for line in out.splitlines() if line.startswith("T001"))
    assert "1 gang   +182" in row
    assert "Endringer og flyttede frister er talt siden 01.01.2024." in out
    quiet = tiltak("history", "T002", "--since", "2024-01-01", *DAY, cwd=depot).out
    assert "Ingen endringer siden 01.01.2024." in quiet


@pytest.mark.parametrize(
    "arguments",
    [["T001", FILE], [FILE, "T001"], ["t001"], ["T001", "."], ["T001", f"HEAD:{FILE}"]],
    ids=" ".join,
)
def test_the_id_and_the_register_in_any_order(depot: Path, arguments: list[str]) -> None:
    found = tiltak("history", *arguments, *DAY, cwd=depot)
    assert found == tiltak("history", "T001", *DAY, cwd=depot)


@pytest.mark.parametrize("side", [FILE, ".", f"HEAD:{FILE}", f"./{FILE}"])
def test_a_register_without_an_id(depot: Path, side: str) -> None:
    assert tiltak("history", side, *DAY, cwd=depot) == tiltak("history", *DAY, cwd=depot)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["T011"], "Finner ikke tiltaket «T011» i historien. Mente du T001?"),
        (["mitt tiltak"], "Finner ikke tiltaket «mitt tiltak» i historien. «tiltak history» viser"),
        (["T001", "--field", "frsit"], "Finner ikke feltet «frsit». Mente du frist?"),
        (["T001", "--field", "farge"], "Finner ikke feltet «farge». Velg tittel, beskrivelse,"),
        (["--since", "i fjor"], "Finner ikke revisjonen «i fjor» i git."),
        (["--since", "--output=x"], "Finner ikke revisjonen «--output=x» i git."),
        (["--since", ""], "Finner ikke revisjonen «» i git."),
        (["--since", "2023-02-30"], "En dato skrives slik: 2024-06-15."),
        (["--as-of", "i går"], "«i går» er ikke en dato."),
        (["--format", "xml"], "Formen «xml» finnes ikke. Velg text, json eller markdown."),
        (["borte.yaml"], "Finner ikke «borte.yaml», verken her eller i git."),
        (["T001", "--output=x:a.yaml"], "Finner ikke «--output=x:a.yaml»"),
        (["T001", "-"], "Standard inn har ingen historie i git."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_is_said_of_what_is_wrong(depot: Path, arguments: list[str], said: str) -> None:
    dashes = ["--"] if any(a.startswith("--output=x:") for a in arguments) else []
    done = tiltak("history", *dashes, *arguments, cwd=depot)
    assert (done.code, done.out) == (2, "")
    assert said in done.err or "Finner ikke revisjonen «--output=x»" in done.err
    assert done.err.count("\n") == 1
    assert names(depot) == [".git", FILE]


def test_outside_a_repository(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(register_text("- id: T001\n"), encoding="utf-8")
    done = tiltak("history", cwd=tmp_path, GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert (done.code, done.out) == (2, "")
    assert "Mappen er ikke et git-depot" in done.err
    assert "Programmet git finnes ikke" in tiltak("history", cwd=tmp_path, PATH=os.devnull).err


def test_what_a_reader_must_know(depot: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "2", depot.as_uri(), "grunn")
    copy = tmp_path / "grunn"
    path = copy / FILE
    path.write_text(path.read_text("utf-8").replace("frist: 2025", "frist: 2026"), "utf-8")
    table = " ".join(tiltak("history", *DAY, cwd=copy).out.split())
    assert "1 revisjon kunne ikke leses og er hoppet over." in table
    assert "historien går bare tilbake til 01.03.2024. Resten hentes med «git fetch" in table
    assert "Endringer i 1 tiltak som ikke er lagret i git ennå, er ikke med." in table
    about = {each: tiltak("history", each, *DAY, cwd=copy).out for each in ("T001", "T004")}
    assert ["ikke lagret" in " ".join(text.split()) for text in about.values()] == [False, False]
    assert ["som ikke er lagret i git ennå" in text for text in about.values()] == [False, True]


def test_the_words_that_people_use() -> None:
    for word in ("historikk", "historie"):
        assert "Mente du «tiltak history»?" in tiltak(word).err


def test_hostile_text_is_shown_and_not_acted_on(tmp_path: Path) -> None:
    evil = "- id: T001\n  tittel: '[red]A[/red] \\x1b <b>| @alle'\n"
    git(tmp_path, "init", "--quiet")
    for number, text in enumerate((evil, evil.replace("alle", "ingen"))):
        (tmp_path / FILE).write_text(register_text(text), encoding="utf-8")
        git(tmp_path, "add", ".")
        name = f"::error::\x1b[31m{number} [bold]"
        git(tmp_path, "commit", "-qm", "x", GIT_AUTHOR_NAME=name)
    for form in ("text", "markdown", "json"):
        out = tiltak("history", "T001", "--format", form, cwd=tmp_path, COLUMNS="200").out
        assert "\x1b" not in out
        assert "\n::" not in out
        assert "<b>" not in out if form == "markdown" else "[red]A[/red]" in out


@pytest.mark.posix
def test_progress_is_shown_on_a_terminal_only(tmp_path: Path) -> None:
    generate_history.write(tmp_path, revisions=60, size=4)
    assert tiltak("history", cwd=tmp_path).err == ""
    told = talk("history", cwd=tmp_path, out=False, TERM="xterm").out
    assert "\rLeser revisjon 50 av 60\rLeser revisjon 60 av 60\r" in told
    assert told.endswith("\r")
