"""`tiltak add --interactive`, and what `set` asks for: in a real terminal, with a person at it."""

import os
import pty
import select
import sys
from pathlib import Path

import pytest
from command import NEW, SCRIPT, Done, tiltak
from stopping import files

FILE = "tiltaksoversikt.yaml"
CTRL_C = "\x03"
pytestmark = pytest.mark.posix
# What is answered, one for each question, and again where an answer cannot be taken.
ANSWERS = (
    "Felles mal", "", "Én mal for alle.", "1,9", "1,", "2", "", "fin", "", "alle", "pågår", "3",
    "lav", "", "31/3/25", "2. kvartal 2025", "Alt går bra.",
)  # fmt: skip
WRITTEN = """\
  - id: T029
    tittel: Felles mal
    beskrivelse: Én mal for alle.
    målområder: [1]
    retningsvalg: [1b]
    ansvarlig: FIN
    deltakere: alle
    status: igangsatt
    prioritet: lav
    frist: 2025-Q2
    fremdrift: Alt går bra.
"""


def talk(folder: Path, command: tuple[str, ...], answers: tuple[str, ...]) -> Done:
    """Run the command in a terminal, and answer each time that it waits."""
    child, terminal = pty.fork()
    if not child:
        os.chdir(folder)
        os.environ.update({"PYTHONIOENCODING": "utf-8", "TERM": "dumb", "NO_COLOR": "1"})
        os.execv(SCRIPT, [str(SCRIPT), *command])  # noqa: S606 - no shell is wanted
    said, left = b"", list(answers)
    while True:
        try:
            if not select.select([terminal], [], [], 60)[0]:
                break
            more = os.read(terminal, 65536)
        except OSError:
            break
        if not more:
            break
        said += more
        if left and said.endswith((b"> ", b": ", b"(j/n) ")):
            answer = left.pop(0)
            os.write(terminal, (answer if answer == CTRL_C else f"{answer}\n").encode())
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    text = said.decode().replace("\r\n", "\n")
    return Done(os.waitstatus_to_exitcode(status), text, "")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the example as its register."""
    (tmp_path / FILE).write_bytes(NEW.read_bytes())
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")
def test_one_question_a_field_and_the_measure_shown_before_it_is_written(folder: Path) -> None:
    done = talk(folder, ("add", "--interactive"), (*ANSWERS, "j"))
    assert done.code == 0
    assert (folder / FILE).read_text("utf-8") == f"{NEW.read_text('utf-8')}\n{WRITTEN}"
    for said in (
        "    2  1b  tidlig involvering av andre departementer",
        "  Dette feltet må fylles ut.",
        "  Finner ikke «9» i listen.",
        "  Finner ikke «pågår» i listen.",
        "  «31/3/25» er ikke en dato.",
        "Status: Hvor tiltaket står.",
        "    3  igangsatt  Arbeidet er i gang.",
        f"{WRITTEN}Skrive? (j/n) ",
        "La til T029 i tiltaksoversikt.yaml, linje ",
    ):
        assert said in done.out
    # Readable where there are no colours, and no moving about.
    assert "\x1b" not in done.out


@pytest.mark.parametrize(
    ("answers", "code", "said"),
    [(("A", CTRL_C), 130, "Avbrutt."), ((*ANSWERS, "n"), 1, "Ingenting er skrevet.")],
    ids=["stopped", "no"],
)
def test_whoever_changes_their_mind_has_written_nothing(
    answers: tuple[str, ...], code: int, said: str, folder: Path
) -> None:
    before = files(folder)
    done = talk(folder, ("add", "-i"), answers)
    assert (done.code, said in done.out, files(folder)) == (code, True, before)


def test_what_is_given_is_not_asked_for(folder: Path) -> None:
    given = ("tittel=A", "beskrivelse=B", "målområder=1", "retningsvalg=1a", "ansvarlig=FIN",
             "prioritet=lav", "status=vedtatt", "start=2024", "deltakere=KD")  # fmt: skip
    done = talk(folder, ("add", "-i", *given), ("", "", "", "j"))
    assert (done.code, done.out.count("> ")) == (0, 3)
    assert (folder / FILE).read_text("utf-8").endswith("    start: 2024\n    løpende: true\n")


def test_what_a_status_demands_is_asked_for(folder: Path) -> None:
    done = talk(folder, ("set", "T003", "status=gjennomført"), ("2024", "10.6.2024", "Levert."))
    assert (done.code, "«2024» er ikke en bestemt dag." in done.out) == (0, True)
    text = (folder / FILE).read_text("utf-8")
    assert "    frist: 2024\n    gjennomført: 2024-06-10\n    resultat: Levert.\n" in text
    before = files(folder)
    done = talk(folder, ("set", "T004", "status=utsatt"), ("",))
    assert (done.code, 'Legg til begrunnelse="…"' in done.out) == (1, True)
    assert files(folder) == before


def test_without_a_terminal_nobody_is_asked(folder: Path) -> None:
    done = tiltak("add", "--interactive", cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert "terminal" in done.err
    assert 'tiltak add tittel="…"' in done.err
