"""Reading an earlier edition from the disk, to hold a register against."""

from pathlib import Path

import pytest
from support import FILE, HEAD_LINES, register_text, source

from tiltak_cli.rules.base import Past
from tiltak_cli.sources.files import Refusal, Source, read_path
from tiltak_cli.sources.history.before import read_past
from tiltak_cli.sources.register.load import load

FIRST = "- id: T001\n"
SECOND = "- id: T002\n  tittel: Opplæring av nye ledere\n  frist: 2024-06\n"


def write(folder: Path, files: dict[str, str]) -> str:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return str(folder)


def test_a_folder_put_in_another_order_is_the_same_register(tmp_path: Path) -> None:
    one = write(tmp_path / "en", {FILE: register_text(FIRST + SECOND)})
    first, second = (register_text(text).removeprefix(HEAD_LINES) for text in (FIRST, SECOND))
    many = write(tmp_path / "flere", {"0.yaml": HEAD_LINES, "b/x.yaml": first, "a.yaml": second})
    for before, after in ((one, many), (many, one)):
        now = read_path(after)
        assert isinstance(now, Source)
        past = read_past(before, after, now)
        assert isinstance(past, Past)
        assert load(now, None, past).findings == ()


def test_a_measure_that_is_gone_from_a_folder_is_told_at_the_head(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "m",
        {"0.yaml": HEAD_LINES, "a.yaml": register_text(FIRST).removeprefix(HEAD_LINES)},
    )
    now = read_path(folder)
    assert isinstance(now, Source)
    past = Past(load(source(register_text(FIRST + SECOND))).register, "HEAD")
    (finding,) = load(now, None, past).findings
    assert (finding.code, finding.measure_id) == ("TIL501", "T002")
    assert (finding.place.file.endswith("0.yaml"), finding.place.line) == (True, 1)


def test_an_edition_with_faults_is_held_against_as_far_as_it_is_clear(tmp_path: Path) -> None:
    """A hook must let through the commit that mends the faults."""
    faulty = register_text(f"{FIRST}  prioritet: viktig\n{SECOND}")
    write(tmp_path, {"gammel.yaml": faulty})
    past = read_past(str(tmp_path / "gammel.yaml"), FILE, source(register_text(FIRST)))
    assert isinstance(past, Past)
    assert past.register is not None
    assert [m.id for m in past.register.measures] == ["T002"]
    found = load(source(register_text("- id: T003\n")), None, past).findings
    assert [(f.code, f.measure_id) for f in found] == [("TIL501", "T002")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "gammel.yaml:1: Filen er tom."),
        ("tiltak:\n  - id: 'T001\n", "gammel.yaml:1: "),
        ("- id: T001\n", "gammel.yaml:1: Filen er en liste"),
        (None, "Finner ikke «"),
    ],
)
def test_what_is_no_register_is_refused_in_a_sentence(
    tmp_path: Path, text: str | None, said: str
) -> None:
    if text is not None:
        write(tmp_path, {"gammel.yaml": text})
    refusal = read_past(str(tmp_path / "gammel.yaml"), FILE, source(register_text(FIRST)))
    assert isinstance(refusal, Refusal)
    assert said in refusal.sentence
    assert refusal.sentence.endswith(".")
    assert "\n" not in refusal.sentence


def test_who_gives_an_id_back_changes_what_refers_to_it() -> None:
    """The advice holds for the references too, or it would make a new fault of each."""
    second = "- id: T002\n  tittel: Opplæring av nye ledere\n  ansvarlig: KD\n"
    before = register_text(f"- id: T001\n{second}")
    past = Past(load(source(before)).register, "HEAD~1")
    for more, advice in (("", ""), ("  avhenger_av: T007\n", ", også der andre viser til det")):
        text = register_text(f"- id: T001\n{more}{second.replace('T002', 'T007')}")
        (finding,) = load(source(text), None, past).findings
        assert finding.remedy == f"Skriv «id: T002»{advice}: et tiltak beholder id-en sin."
