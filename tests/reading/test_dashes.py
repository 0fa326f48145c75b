"""A dash in the wrong column: what is said of it, and that the fix moves it and nothing else."""

import pytest
from command import tiltak
from support import FILE, register_text, source, spread

from tiltak_cli.edits.fixes import mend
from tiltak_cli.sources.register.load import load

STEPS = "milepæler:\n  - id: M1\n    tekst: A\n    frist: 2024\n"
DOCUMENT = "dokumentasjon:\n  - tittel: A\n    lenke: https://a.no\n"
# What is written, the column that is told (from 1), and what it becomes.
MOVED = [
    ("målområder:\n  - 1\n   - 2\n", 6, "målområder:\n  - 1\n  - 2\n"),
    ("målområder:\n   - 1\n  - 2\n", 6, "målområder:\n  - 1\n  - 2\n"),
    ("målområder:\n  - 1\n    - 2\n", 7, "målområder:\n  - 1\n  - 2\n"),
    ("målområder:\n  - 1\n   - 2\n  - 3\n", 6, "målområder:\n  - 1\n  - 2\n  - 3\n"),
    ("målområder:\n  - 1\n   - 2\n   - 3\n", 5, "målområder:\n   - 1\n   - 2\n   - 3\n"),
    ("målområder:\n- 1\n - 2\n", 4, "målområder:\n- 1\n- 2\n"),
    ("målområder:\n  - 1\n - 2\n", 4, "målområder:\n  - 1\n  - 2\n"),
    ("målområder:\n  - 1\n\n   - 2\n", 6, "målområder:\n  - 1\n\n  - 2\n"),
    ("målområder:\n  - 1 # en\n   - 2 # to\n", 6, "målområder:\n  - 1 # en\n  - 2 # to\n"),
    ("målområder:\n  - 1\n  # om to\n   - 2\n", 6, "målområder:\n  - 1\n  # om to\n  - 2\n"),
    ("deltakere:\n  - FIN\n   - SD\n", 6, "deltakere:\n  - FIN\n  - SD\n"),
    ('deltakere:\n  - "FIN"\n   - SD\n', 6, 'deltakere:\n  - "FIN"\n  - SD\n'),
    ("deltakere:  # hvem\n  -   FIN\n   -   SD\n", 6, "deltakere:  # hvem\n  -   FIN\n  -   SD\n"),
    ("milepæler:\n  - {id: M1, tekst: A}\n   - {id: M2, tekst: B}\n", 6,
     "milepæler:\n  - {id: M1, tekst: A}\n  - {id: M2, tekst: B}\n"),
    (f"{STEPS}   - id: M2\n     tekst: B\n", 6, f"{STEPS}  - id: M2\n    tekst: B\n"),
    (f"{STEPS}   - id: M2\n    tekst: B\n", 6, f"{STEPS}  - id: M2\n    tekst: B\n"),
    (f"{STEPS}      - id: M2\n        tekst: B\n", 9, f"{STEPS}  - id: M2\n    tekst: B\n"),
    (f"{STEPS}   - id: M2\n     # om B\n     tekst: >-\n       B\n       og C\n", 6,
     f"{STEPS}  - id: M2\n    # om B\n    tekst: >-\n      B\n      og C\n"),
    (f"{DOCUMENT}   - tittel: B\n     lenke: https://b.no\n", 6,
     f"{DOCUMENT}  - tittel: B\n    lenke: https://b.no\n"),
]  # fmt: skip
# The same signs where they are part of a text, or of lists within lists.
LEFT = [
    "fremdrift: |\n  - en\n   - to\n",
    "fremdrift: >-\n  Punkter:\n   - en\n    - to\n",
    'fremdrift: "En\n  - to\n   - tre"\n',
    f"{STEPS}  - id: M2\n    tekst: |\n      - en\n       - to\n",
    "målområder:\n    - 1\n    - 2\nretningsvalg:\n  - 1a\n  - 2a\n",
]
MEASURES = register_text("- id: T001\n- id: T002\n  tittel: B\n- id: T003\n  tittel: C\n")


def mended(text: str) -> str:
    return mend(source(text), load).source.files[0].data.decode()


@spread(("written", "column", "right"), MOVED, 12)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_dash_is_moved(written: str, column: int, right: str, end: str) -> None:
    text, becomes = (register_text(lines).replace("\n", end) for lines in (written, right))
    (finding,) = load(source(text)).findings
    line = text.split(end)[finding.place.line - 1].strip()
    assert (finding.code, finding.place.column) == ("TIL007", column)
    assert finding.message.startswith("Bindestreken står i feil kolonne i «- ")
    assert " ".join(line.split())[:20] in finding.message
    assert finding.measure_id == "T001"
    assert mended(text) == becomes
    assert load(source(becomes)).findings == ()


@pytest.mark.parametrize("written", LEFT)
def test_what_is_part_of_a_text_is_left(written: str) -> None:
    text = register_text(written)
    assert [f.code for f in load(source(text)).findings if f.code == "TIL007"] == []
    assert mended(text) == text


@pytest.mark.parametrize("blanks", [" ", "  ", "   "])
@pytest.mark.parametrize("whole", [True, False])
def test_a_measure_in_the_wrong_column_is_moved(blanks: str, whole: bool) -> None:
    """With all its fields, or its dash alone."""
    before, second, after = MEASURES.partition("- id: T002\n")
    fields, third, rest = after.partition("- id: T003\n")
    moved = fields.replace("  ", f"{blanks}  ") if whole else fields
    text = f"{before}{blanks}{second}{moved}{third}{rest}"
    assert [f.code for f in load(source(text)).findings] == ["TIL007"]
    assert mended(text) == MEASURES


def test_where_moving_it_would_uncover_another_fault_it_is_left() -> None:
    text = register_text("målområder:\n  - 1\n   - 9\n")
    assert mended(text) == text


def test_it_is_said_and_shown_as_all_findings_are() -> None:
    text = register_text("målområder:\n  - 1\n   - 2\n")
    done = tiltak("validate", "--format", "json", "-", stdin=text.encode())
    assert '"lines": [\n              [\n                8,\n                -1\n' in done.out
    done = tiltak("validate", "-", stdin=text.encode())
    assert "1 kan rettes automatisk (tiltak validate --fix)." in done.out
    assert "med 4 mellomrom foran." in done.out
    assert FILE not in done.out
