"""`tiltak init` on a terminal: what is asked, asked again, and given up."""

from pathlib import Path

import pytest
from command import names, tiltak
from support import FILE
from terminal import CTRL_C, talk

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
