"""Registers in which a dash stands on a line of its own, above the first field of its item.

That is as good a way to write it: nothing is told of it, and of every mistake the same as else.
"""

import re

import pytest
from mistake_register import REGISTER, Mistake
from support import check, source, spread
from test_further_mistakes import ROWS

from tiltak_cli.edits.fixes import mend
from tiltak_cli.sources.register.load import Loaded, load

ITEM = re.compile(r"^( *)- ((?:id|tittel): )", re.MULTILINE)
LINE = re.compile(r"linje [0-9]+(?:(?: og |–)[0-9]+)?|\([^)]*:[0-9]+\)")
MEASURES = REGISTER.count("- id: T")
SECOND = "  -\n    id: T002\n"


def apart(text: str) -> str:
    """A register with each of its dashes on a line of its own."""
    return ITEM.sub(lambda match: f"{match[1]}-\n{match[1]}  {match[2]}", text)


def told(loaded: Loaded) -> list[tuple[str, str, str]]:
    """What is told: the code, the sentence and the measure, but for the numbers of lines."""
    found = loaded.findings
    return sorted((f.code, LINE.sub("linje", f.sentence), f.measure_id) for f in found)


def test_nothing_is_told_of_it() -> None:
    assert check(apart(REGISTER)).findings == ()


@spread("row", ROWS, 6)
def test_a_mistake_is_told_and_mended_as_in_other_registers(row: Mistake) -> None:
    text = apart(row.text)
    usual = check(row.text)
    assert told(check(text)) == told(usual)
    if any(finding.fix for finding in usual.findings):
        both = [mend(source(each), load, unsafe=True).loaded for each in (text, row.text)]
        assert told(both[0]) == told(both[1])
        assert both[0].plain == both[1].plain


# What stands there instead, which line of it is told (from 0), the code, and the advice.
ODD = [
    ("  –\n    id: T002\n", 0, "TIL001", "Skriv «-»."),
    ("  •  # ny\n    id: T002\n", 0, "TIL001", "Skriv «-»."),
    ("  --\n    id: T002\n", 0, "TIL001", "Skriv «-»."),
    ("\t-\n    id: T002\n", 0, "TIL002", "Bytt tabulatoren med mellomrom: 2 foran streken."),
    ("   -\n    id: T002\n", 0, "TIL007", "Sett streken med 2 mellomrom foran."),
    ("    -\n    id: T002\n", 0, "TIL007", "Sett streken med 2 mellomrom foran."),
    ("  -\n  id: T002\n", 1, "TIL007",
     "La linjen begynne i samme kolonne som de andre feltene, med 4 mellomrom foran."),
    ("  -\n   id: T002\n", 1, "TIL007",
     "La linjen begynne i samme kolonne som de andre feltene, med 4 mellomrom foran."),
    ("  -\n      id: T002\n", 1, "TIL007", "Skriv «- id: T002»."),
    (" -\n    id: T002\n", 1, "TIL007",
     "Sett den i samme kolonne som de andre, med 2 mellomrom foran."),
    ("  -\n    ID: T002\n", 1, "TIL101", "Mente du «id»?"),
    ("  -\n    id T002\n", 1, "TIL001", "Skriv «id: T002»."),
]  # fmt: skip
SAME = ["  -\n\n    id: T002\n", "  -  # ny\n    id: T002\n", "  -\n    # ny\n    id: T002\n"]


@pytest.mark.parametrize(("written", "row", "code", "advice"), ODD)
def test_a_dash_alone_that_is_none_or_is_in_another_column(
    written: str, row: int, code: str, advice: str
) -> None:
    text = apart(REGISTER).replace(SECOND, written)
    (finding,) = check(text).findings
    line = text[: text.index(written)].count("\n") + row + 1
    assert (finding.code, finding.place.line) == (code, line)
    assert finding.remedy.endswith(advice)
    mended = mend(source(text), load)
    assert mended.loaded.findings == ()
    assert len(mended.loaded.plain) == MEASURES
    assert ("# ny" in written) == (b"# ny" in mended.source.files[0].data)


@pytest.mark.parametrize("written", SAME)
def test_what_stands_between_is_no_mistake(written: str) -> None:
    text = apart(REGISTER).replace(SECOND, written)
    assert check(text).findings == ()
    (finding,) = check(text.replace("status: vedtatt", "status; vedtatt")).findings
    assert finding.remedy == "Skriv «status: vedtatt»."
