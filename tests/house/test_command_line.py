"""The command line itself: help, usage errors, encodings, pipes, completion, exit codes."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from command import MISTAKES, NEW, OLD, SCRIPT, tiltak, tiltak_process
from few import FEW_NEW
from support import HEAD_LINES

from tiltak_cli import __main__, __version__
from tiltak_cli.cli.app import COMMANDS, GROUPS
from tiltak_cli.cli.commands.git import command
from tiltak_cli.cli.common import console

INNER = [f"git {name}" for name in command.COMMANDS]
ENGLISH = (
    "Usage",
    "Options",
    "Arguments",
    "Commands",
    "Show this",
    "[default",
    "required",
    "Error",
)


@pytest.mark.parametrize("command", ["", *COMMANDS, *GROUPS, *INNER])
def test_help_is_norwegian_and_has_an_example(command: str) -> None:
    done = tiltak(*command.split(), "--help")
    assert (done.code, done.err) == (0, "")
    assert f"\nEksempel:\n  tiltak {command}" in done.out
    assert "Vis denne hjelpen." in done.out
    assert not [word for word in ENGLISH if word in done.out]
    assert max(map(len, done.out.splitlines())) <= 80


def test_without_arguments_the_help_is_shown() -> None:
    assert tiltak() == tiltak("--help")


def test_a_group_without_a_command_shows_its_help() -> None:
    assert tiltak("git").out == tiltak("git", "--help").out
    assert "  textconv " not in tiltak("git").out


def test_the_version() -> None:
    assert tiltak("--version").out == f"tiltak {__version__}\n"
    done = subprocess.run(
        [sys.executable, "-m", "tiltak_cli", "--version"],
        capture_output=True,
        check=True,
        timeout=120,
    )
    assert done.stdout.decode().strip() == f"tiltak {__version__}"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["valider"], "Kommandoen «valider» finnes ikke. Mente du «tiltak validate»?"),
        (["fjern"], "Kommandoen «fjern» finnes ikke. Se «tiltak --help»."),
        (
            ["git", "avinstaller"],
            "Kommandoen «avinstaller» finnes ikke. Mente du «tiltak git unin",
        ),
        (["git", "fletting"], "Kommandoen «fletting» finnes ikke. Se «tiltak git --help»."),
        (["git", "install", "--local", "--global"], "Velg enten --local eller --global."),
        (["git", "textconv", "finnes-ikke"], "Finner ikke «finnes-ikke», eller har ikke tilgang."),
        (["list", "--ovrdue"], "Valget «--ovrdue» finnes ikke. Mente du «--overdue»?"),
        (["show"], "Det mangler argumentet ID. Se «tiltak show --help»."),
        (["list", "--status"], "Valget «--status» mangler en verdi. Se «tiltak --help»."),
        (
            ["show", "T001", "a", "b"],
            "Det er for mange argumenter, eller de står i feil rekkefølge.",
        ),
        (["validate", "--max", "mange"], "Verdien for valget --max kan ikke brukes."),
        (
            ["validate", "--format", "xml"],
            "Formen «xml» finnes ikke. Velg text, concise, json, github,",
        ),
        (["report", "--as-of", "15.6.24"], "«15.6.24» er ikke en dato."),
        (["list", "--for", "KDL", str(NEW)], "Finner ikke departementet «KDL». Mente du KLD?"),
        (["list", "--status", "pågår", str(NEW)], "Mente du igangsatt?"),
        (["list", "--area", "7", str(NEW)], "Finner ikke målområdet «7». Velg 1, 2 eller 3."),
        (["show", "T99", str(NEW)], "Finner ikke tiltaket «T99»."),
        (["explain", "TIL20"], "Det finnes ingen regel med koden «TIL20»."),
        (["diff"], "Fant ikke noe register her"),
        (["diff", "-", "-"], "Bare den ene siden kan være standard inn."),
        (["diff", "a", "b", "--rev", "HEAD"], "Oppgi enten --rev og én fil, eller to sider"),
        (
            ["export", str(NEW), "-o", "a.docx"],
            "Filen «a.docx» må ha endingen .xlsx, .csv, .json, .jsonl eller .parquet.",
        ),
        (
            ["export", str(NEW), "-o", "a.csv", "--since", str(OLD)],
            "--since virker bare for .xlsx.",
        ),
        (["export", str(NEW), "-o", "finnes/ikke/a.csv"], "mappen finnes ikke."),
        (["schema", "--strategy", "finnes-ikke.yaml"], "Finner ikke «finnes-ikke.yaml»."),
        (["schema", "--strategy", "2031-2035"], "Strategien 2031-2035 følger ikke med verktøyet."),
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_2(arguments: list[str], sentence: str) -> None:
    done = tiltak(*arguments)
    assert (done.code, done.out) == (2, "")
    assert sentence in done.err
    assert done.err.startswith("tiltak: ")
    assert done.err.count("\n") == 1


ENCODINGS = ["ascii", "cp850", "cp1252", "utf-8"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize(
    "arguments",
    [
        ["validate", str(MISTAKES)],
        ["report", str(NEW)],
        ["list", str(NEW)],
        ["show", "T011", str(NEW)],
        ["diff", str(OLD), str(NEW)],
        ["diff", str(OLD), str(NEW), "--format", "json"],
        ["explain", "TIL010"],
        ["list", "--for", "ingen", str(NEW)],
        ["--help"],
    ],
    ids=lambda value: value[0] if isinstance(value, list) else value,
)
def test_no_encoding_stops_it_and_pipes_get_no_colours(encoding: str, arguments: list[str]) -> None:
    done = tiltak(*arguments, encoding=encoding)
    assert done.code in (0, 1, 2)
    assert "Traceback" not in done.err
    assert "Intern feil" not in done.err
    assert "\x1b" not in done.out + done.err


@pytest.mark.wide
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_process_in_an_encoding_says_what_is_said_in_this_one(encoding: str) -> None:
    done = tiltak_process("validate", MISTAKES, PYTHONIOENCODING=encoding)
    assert done == tiltak("validate", MISTAKES, encoding=encoding)


def test_ascii_is_still_readable() -> None:
    done = tiltak_process("list", "--overdue", NEW, PYTHONIOENCODING="ascii")
    assert "Felles loesning for arkiv" in done.out


def test_colours_when_asked_for_and_not_when_refused() -> None:
    wrong, right = HEAD_LINES.encode(), FEW_NEW.encode()
    assert "\x1b[" in tiltak("validate", "-", stdin=wrong, FORCE_COLOR="1").out
    assert "\x1b[" in tiltak("report", "-", stdin=right, FORCE_COLOR="1").out
    assert "\x1b[" not in tiltak("validate", "-", stdin=wrong, FORCE_COLOR="0").out
    assert "\x1b[" not in tiltak("validate", "-", stdin=wrong, NO_COLOR="1", FORCE_COLOR="").out
    assert "\x1b[" not in tiltak("report", "-", stdin=right, NO_COLOR="1", FORCE_COLOR="1").out


# What is said in the environment, and whether there are colours in a pipe and on a terminal.
COLOURS: tuple[tuple[dict[str, str], bool, bool], ...] = (
    ({}, False, True),
    ({"NO_COLOR": "1"}, False, False),
    ({"NO_COLOR": ""}, False, True),
    ({"NO_COLOR": "0"}, False, False),
    ({"FORCE_COLOR": "1"}, True, True),
    ({"FORCE_COLOR": "3"}, True, True),
    ({"FORCE_COLOR": "0"}, False, False),
    ({"FORCE_COLOR": "false"}, False, False),
    ({"FORCE_COLOR": ""}, False, True),
    ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, False),
    ({"NO_COLOR": "1", "CLICOLOR_FORCE": "1"}, False, False),
    ({"CLICOLOR_FORCE": "1"}, True, True),
    ({"CLICOLOR": "0"}, False, False),
    ({"CLICOLOR": "1"}, False, True),
    ({"CLICOLOR": "0", "CLICOLOR_FORCE": "1"}, True, True),
    ({"TERM": "dumb"}, False, False),
    ({"TERM": "dumb", "FORCE_COLOR": "1"}, True, True),
)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("said", "pipe", "terminal"), COLOURS, ids=str)
def test_colours_are_as_the_environment_says(
    said: dict[str, str], pipe: bool, terminal: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in said.items():
        monkeypatch.setenv(name, value)
    assert (console.colours(io.StringIO()), console.colours(Terminal())) == (pipe, terminal)


def test_json_survives_an_encoding_without_norwegian_letters() -> None:
    plain = json.loads(
        tiltak_process("show", "T011", NEW, "--format", "json", PYTHONIOENCODING="ascii").out
    )
    assert plain == json.loads(tiltak("show", "T011", NEW, "--format", "json").out)
    assert "målområder" in plain["tiltak"][0]


@pytest.mark.posix
def test_a_full_disk_is_one_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [SCRIPT, "list", NEW], stdout=full, stderr=subprocess.PIPE, check=False, timeout=120
        )
    assert done.returncode == 2
    said = done.stderr.decode()
    assert said == "tiltak: Resultatet kan ikke skrives. Kontroller at disken ikke er full.\n"


@pytest.mark.parametrize("arguments", [["report", NEW], ["validate", MISTAKES], ["explain"]])
def test_a_closed_pipe_is_quiet(arguments: list[str | Path]) -> None:
    process = subprocess.Popen([SCRIPT, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    # What is closed is not waited for.
    process.stdout = None
    _, complaint = process.communicate(timeout=120)
    assert complaint == b""
    assert process.returncode in (0, 1)


@pytest.mark.parametrize(
    ("fault", "code", "said"),
    [
        (KeyboardInterrupt(), 130, ""),
        (ZeroDivisionError("x"), 3, "tiltak: Intern feil (ZeroDivisionError: x)."),
    ],
)
def test_the_last_net(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    fault: BaseException,
    code: int,
    said: str,
) -> None:
    def broken(_arguments: list[str]) -> int:
        raise fault

    monkeypatch.setattr(__main__, "_run", broken)
    assert __main__.run([]) == code
    assert capsys.readouterr().err.startswith(said)
