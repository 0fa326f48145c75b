"""`tiltak init` on a terminal: what is asked, asked again, and given up."""

from pathlib import Path

import pytest
from command import names, tiltak
from support import FILE
from terminal import CTRL_C, talk

HEAD = 'strategi: "2021-2025"\nutgave: "1"\nper_dato: 2024-05-01\nansvarlig: DFD\ntiltak: []\n'
QUESTIONS = ["strategi [2021-2025]: ", "per_dato [", "utgave [2024-1]: ", "ansvarlig [DFD]: ",
             "kontroll på serveren [none]: ", "Gjøre dette? (j/n) "]  # fmt: skip


def test_somebody_is_asked_and_asked_again_until_it_can_be(tmp_path: Path) -> None:
    answers = "\n1.5.2024\na/b\n\nKMD\nkd\ngithub\nj\n"
    done = tiltak("init", "--no-git", cwd=tmp_path, stdin=answers.encode(), someone=True)
    assert (done.code, done.err) == (0, "")
    assert [question for question in QUESTIONS if question in done.out] == QUESTIONS
    assert "«a/b» kan ikke være navnet på en utgave." in done.out
    assert "«KMD» heter ikke så per 01.05.2024. Mente du KDD?" in done.out
    assert "Forutsatt" not in done.out
    assert "ansvarlig: KD\n" in (tmp_path / FILE).read_text("utf-8")
    assert tiltak("validate", "--strict", cwd=tmp_path).code == 0


def test_a_no_leaves_everything(tmp_path: Path) -> None:
    done = tiltak("init", "--no-git", cwd=tmp_path, stdin=b"\n\n\n\n\nn\n", someone=True)
    assert done.code == 0
    assert done.out.endswith("Ingenting er gjort.\n")
    assert names(tmp_path) == []


def test_the_end_of_what_somebody_writes_is_an_interrupt(tmp_path: Path) -> None:
    done = tiltak("init", cwd=tmp_path, stdin=b"\n\n", someone=True)
    assert done.code == 130
    assert names(tmp_path) == []


@pytest.mark.wide
@pytest.mark.posix
def test_an_interrupt_on_a_terminal_writes_nothing(tmp_path: Path) -> None:
    done = talk("init", cwd=tmp_path, answers=("", CTRL_C))
    assert done.code == 130
    assert [question for question in QUESTIONS if question in done.out] == QUESTIONS[:2]
    assert "Avbrutt." in done.out
    assert names(tmp_path) == []


def test_what_is_there_is_told_of_before_anything_is_asked_for(tmp_path: Path) -> None:
    """Another register here or above, and what stands in the way, are seen first."""
    (tmp_path / "plan.yaml").write_text(HEAD, "utf-8")
    no = tiltak("init", "--no-git", cwd=tmp_path, stdin=b"n\n", someone=True)
    assert no.out.startswith("Et register finnes fra før: «plan.yaml». ")
    assert no.out.endswith("Begynne på et nytt likevel? (j/n) Ingenting er gjort.\n")
    assert names(tmp_path) == ["plan.yaml"]
    (tmp_path / "plan.yaml").rename(tmp_path / FILE)
    (under := tmp_path / "under").mkdir()
    above = tiltak("init", "--no-git", cwd=under, stdin=b"j\n\n\n\n\n\nn\n", someone=True)
    assert f"finnes fra før: «../{FILE}». " in above.out.splitlines()[0]
    assert next(question for question in QUESTIONS if question in above.out) == QUESTIONS[0]
    known = tiltak("init", "--no-git", cwd=tmp_path, stdin=b"\nn\n", someone=True)
    assert known.out.startswith(f"«{FILE}» finnes fra før og blir ikke endret.\n{QUESTIONS[-2]}")
    (under / "tiltak.toml").mkdir()
    stopped = tiltak("init", "--no-git", cwd=under, stdin=b"j\n", someone=True)
    assert (stopped.code, QUESTIONS[0] in stopped.out) == (2, False)
    assert "«tiltak.toml» er en mappe, og skal være en fil." in stopped.err
