"""Fields that stand so far in that they are a part of the text above, and what is like them."""

import pytest
from mistake_register import REGISTER
from support import check, source, spread

from tiltak_cli.edits.fixes import mend
from tiltak_cli.sources.register.load import load

AREAS = "    målområder: [1]\n"
IN_BLOCK = REGISTER.replace(
    "    beskrivelse: Vi øver hvert år.\n", "    beskrivelse: >-\n      Vi øver hvert år.\n"
)
# What stands in its place instead, and a piece of the line that is told.
ROWS = [
    (AREAS, f"  {AREAS}", "målområder: [1]"),
    (AREAS, f"  {AREAS}\n", "målområder: [1]"),
    (AREAS, f"     {AREAS}", "målområder: [1]"),
    ("    målområder: [1, 2]\n    retningsvalg: [1a]\n    ansvarlig: KLD\n",
     "      målområder: [1, 2]\n      retningsvalg: [1a]\n      ansvarlig: KLD\n",
     "målområder: [1, 2]"),
    # Of what a rule demands, and what is only one of them.
    ("    start: 2023-03-01\n    frist: 2024-06\n    fremdrift: Går som planlagt.\n",
     "    start: 2023-03-01\n    fremdrift: |\n      Går bra.\n      frist: 2024-06\n",
     "frist: 2024-06"),
    ("      - tittel: Rapport\n        lenke: ",
     "      - tittel: >\n          Rapport\n          lenke: ",
     "lenke: "),
]  # fmt: skip


@spread(("old", "new", "at"), ROWS, every=2)
def test_a_field_in_the_text_above_is_told_in_its_line(old: str, new: str, at: str) -> None:
    assert IN_BLOCK.count(old) == 1
    text = IN_BLOCK.replace(old, new)
    (finding,) = check(text).findings
    assert at in text.split("\n")[finding.place.line - 1]
    assert "er rykket så langt inn at den er en del av teksten i" in finding.message
    mended = mend(source(text), load)
    assert mended.loaded.findings == ()
    assert mended.loaded.plain[0]["målområder"] == [1]


# What a measure need not have, and what is written instead of one of its lines.
PERHAPS = [
    ("      To linjer.", "      forum: Strategisk forum", "forum: Strategisk forum"),
    ("      To linjer.", "\n      forum: Strategisk forum\n", "forum: Strategisk forum"),
    ("      To linjer.", "      forum: A\n      kontakt: Seksjon B", "forum: A"),
]


@pytest.mark.parametrize(("old", "new", "at"), PERHAPS)
def test_a_field_that_may_be_left_out_is_told_with_what_else_it_may_be(
    old: str, new: str, at: str
) -> None:
    assert IN_BLOCK.count(old) == 1
    text = IN_BLOCK.replace(old, new)
    (finding,) = check(text).findings
    assert finding.code == "TIL608"
    line = text.split("\n")[finding.place.line - 1]
    assert line.strip() == at
    assert finding.remedy.endswith(" Hører den til teksten, så begynn den med stor bokstav.")
    name = line.strip().partition(":")[0]
    as_text = IN_BLOCK.replace(old, new.replace(f"{name}:", f"{name.capitalize()}:", 1))
    assert "\n" in new or check(as_text).findings == ()
    mended = mend(source(text), load, unsafe=True)
    assert mended.loaded.findings == ()


PROSE = [
    IN_BLOCK.replace("En samling.\n      To linjer.", "En samling i vårt\n      forum: det store"),
    IN_BLOCK.replace("      To linjer.", "      forum: Strategisk forum\n      To linjer."),
    IN_BLOCK.replace("      Vi øver hvert år.", "      Vi øver.\n      status: igangsatt"),
]


@pytest.mark.parametrize("text", PROSE)
def test_a_text_may_have_lines_that_begin_as_fields_do(text: str) -> None:
    assert check(text).findings == ()


def test_what_is_missing_and_stands_nowhere_is_told_as_ever() -> None:
    text = REGISTER.replace("de vet på ett sted.", "de vet:\n      prioritet: høy").replace(
        AREAS, ""
    )
    assert [finding.code for finding in check(text).findings] == ["TIL102"]
