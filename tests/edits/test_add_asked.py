"""`tiltak add --interactive`, and what `set` asks for: in a real terminal, with a person at it."""

from pathlib import Path

import pytest
from command import DATA, NEW, Done, tiltak
from stopping import files
from terminal import CTRL_C, talk

FILE = "tiltaksoversikt.yaml"
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


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the example as its register."""
    (tmp_path / FILE).write_bytes(NEW.read_bytes())
    return tmp_path


@pytest.mark.wide
def test_one_question_a_field_and_the_measure_shown_before_it_is_written(folder: Path) -> None:
    done = talk("add", "--interactive", cwd=folder, answers=(*ANSWERS, "j"))
    assert done.code == 0
    assert (folder / FILE).read_text("utf-8") == f"{NEW.read_text('utf-8')}\n{WRITTEN}"
    for said in (
        "    2  1b  tidlig involvering av andre departementer",
        "  Dette feltet må fylles ut.",
        "  Finner ikke «9» i listen.",
        "  Finner ikke «pågår» i listen.",
        "  «31/3/25» har et år med to sifre. Skriv 2025-03-31.",
        "Status: Hvor tiltaket står.",
        "    3  igangsatt  Arbeidet er i gang.",
        f"{WRITTEN}Skrive? (j/n) ",
        "La til T029 i tiltaksoversikt.yaml, linje ",
    ):
        assert said in done.out
    # Readable where there are no colours, and no moving about.
    assert "\x1b" not in done.out


@pytest.mark.wide
@pytest.mark.parametrize(
    ("answers", "code", "said"),
    [(("A", CTRL_C), 130, "Avbrutt."), ((*ANSWERS, "n"), 1, "Ingenting er skrevet.")],
    ids=["stopped", "no"],
)
def test_whoever_changes_their_mind_has_written_nothing(
    answers: tuple[str, ...], code: int, said: str, folder: Path
) -> None:
    before = files(folder)
    done = talk("add", "-i", cwd=folder, answers=answers)
    assert (done.code, said in done.out, files(folder)) == (code, True, before)


# A measure with a participant who is responsible too, and a deadline before its start.
WRONG = (
    "Vei",
    "Ny vei.",
    "A,a",
    "A",
    "A1",
    "HEL",
    "",
    "HEL",
    "vedtatt",
    "lav",
    "2027",
    "1850",
    "2026",
)
RIGHT = """\
  - id: T006
    tittel: Vei
    beskrivelse: Ny vei.
    målområder: [A]
    retningsvalg: [A1]
    ansvarlig: HEL
    status: vedtatt
    prioritet: lav
    start: 2027
    frist: 2027-12
"""


def strategy_of_ones_own(folder: Path) -> Path:
    for path in (DATA / "kommuneplan").iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def answered(folder: Path, *answers: str, force: bool = False) -> Done:
    """The same without a process, which takes a tenth of the time."""
    typed = "".join(f"{answer}\n" for answer in answers).encode()
    forced = ("--force",) if force else ()
    return tiltak("add", "-i", *forced, cwd=folder, stdin=typed, someone=True)


@pytest.mark.wide
def test_what_is_wrong_is_corrected_and_no_answer_is_lost(tmp_path: Path) -> None:
    folder = strategy_of_ones_own(tmp_path)
    before = (folder / FILE).read_text("utf-8")
    mends = ("tull", "frist=31/3/26", 'frist="2027-12"', "frsit=2028", "deltakere=")
    done = answered(folder, *WRONG, *mends, "j")
    assert done.code == 0
    assert (folder / FILE).read_text("utf-8") == before + RIGHT
    # The strategy has no such areas.
    assert "Utviklingsområder" not in done.err
    for said in (
        "  T006: «A» står to ganger i «målområder».",
        "  «1850»",
        "«tull» er ikke et felt og en verdi. Skriv FELT=VERDI.",
        "T006: HEL er ansvarlig for tiltaket og står også som deltaker. Ta bort HEL",
        "T006: Fristen (2026) er før starten (2027).",
        "«31/3/26» har et år med to sifre. Skriv 2026-03-31.",
        "Finner ikke feltet «frsit». Mente du frist?",
    ):
        assert said in done.err


@pytest.mark.wide
def test_whoever_gives_up_a_correction_has_written_nothing(tmp_path: Path) -> None:
    folder = strategy_of_ones_own(tmp_path)
    before = files(folder)
    done = answered(folder, *WRONG, "")
    assert (done.code, done.err.endswith("tiltak: Ingenting er skrevet.\n")) == (1, True)
    assert files(folder) == before
    # Unless it is to be written as it is.
    assert answered(folder, *WRONG, "j", force=True).code == 0


@pytest.mark.wide
def test_what_is_given_is_not_asked_for(folder: Path) -> None:
    given = ("tittel=A", "beskrivelse=B", "målområder=1", "retningsvalg=1a", "ansvarlig=FIN",
             "prioritet=lav", "status=vedtatt", "start=2024", "deltakere=KD")  # fmt: skip
    done = talk("add", "-i", *given, cwd=folder, answers=("", "", "", "j"))
    assert (done.code, done.out.count("> ")) == (0, 3)
    assert (folder / FILE).read_text("utf-8").endswith("    start: 2024\n    løpende: true\n")


@pytest.mark.wide
def test_what_a_status_demands_is_asked_for(folder: Path) -> None:
    done = talk(
        *("set", "T003", "status=gjennomført"), cwd=folder, answers=("2024", "10.6.2024", "Levert.")
    )
    assert (done.code, "«2024» er ikke en bestemt dag." in done.out) == (0, True)
    text = (folder / FILE).read_text("utf-8")
    assert "    frist: 2024\n    gjennomført: 2024-06-10\n    resultat: Levert.\n" in text
    before = files(folder)
    done = talk("set", "T004", "status=utsatt", cwd=folder, answers=("",))
    assert (done.code, 'Legg til begrunnelse="…"' in done.out) == (1, True)
    assert files(folder) == before


def test_without_a_terminal_nobody_is_asked(folder: Path) -> None:
    done = tiltak("add", "--interactive", cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert "terminal" in done.err
    assert 'tiltak add tittel="…"' in done.err
