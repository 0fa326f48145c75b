"""One cause is one finding, however much follows; and what does not follow is still told."""

import pytest
from mistake_register import FIRST, HEAD, MEASURES, REGISTER, SECOND, THIRD
from support import check, source, spread

from tiltak_cli.edits.fixes import mend
from tiltak_cli.sources.register.load import load
from tiltak_cli.sources.schema.say_value import OR_WITHOUT

WRONG = SECOND.replace("prioritet: lav", "prioritet: lavt")
LAST = REGISTER.count("\n") + 1
NO_ID = REGISTER.replace("- id: T002", "- id: T2")
ONE = [
    # A measure that is just begun.
    (f"{REGISTER}  - id: T004\n", "TIL102", LAST),
    (f"{REGISTER}  - id: T004\n    tittel: Ny\n    status: foreslått\n", "TIL102", LAST),
    (f"{REGISTER}  - tittel: Ny\n", "TIL102", LAST),
    (f"{REGISTER}  - id: T004\n    tittel:\n    status:\n    prioritet:\n", "TIL102", LAST),
    # A measure that is pasted twice, also with changes.
    (REGISTER + SECOND, "TIL401", LAST),
    (REGISTER + SECOND.replace("lav", "høy"), "TIL401", LAST),
    # An id of the wrong form, and those that refer to it: as it is or as it should be.
    (NO_ID, "TIL208", 27),
    (NO_ID.replace("[T002]", "[T2]"), "TIL208", 27),
    (NO_ID.replace("[T002]", "T2"), "TIL208", 27),
    (REGISTER.replace("- id: T002", "- id: X"), "TIL208", 27),
    (REGISTER.replace("- id: T002", "- id:"), "TIL104", 27),
    (REGISTER.replace("- id: T002", "- nr: T002"), "TIL101", 27),
    # The head, the list and marks once too often.
    (REGISTER.replace(THIRD, HEAD + "tiltak:\n" + THIRD), "TIL021", 43),
    (REGISTER.replace(THIRD, "tiltak:\n" + THIRD), "TIL013", 43),
    (f"```yaml\n{REGISTER}```\n", "TIL005", 1),
    # All of a file in a list, and every dash made longer by a word processor.
    ("- " + REGISTER.replace("\n", "\n  ").rstrip(" "), "TIL007", 1),
    (HEAD + "tiltak:\n" + MEASURES.replace("- ", "– "), "TIL001", 6),
    # All that is judged by the date of the register.
    (REGISTER.replace("2023-10-15", "2013-10-15"), "TIL326", 3),
    (REGISTER.replace("2023-10-15", "2032-10-15"), "TIL326", 3),
]


@spread(("text", "code", "line"), ONE, every=3)
def test_what_follows_from_a_cause_is_not_told(text: str, code: str, line: int) -> None:
    assert [(f.code, f.place.line) for f in check(text).findings] == [(code, line)]


MORE = [
    # A fault of a measure that is pasted is told once, where it first stands.
    (REGISTER.replace(SECOND, WRONG + WRONG), ["TIL206", "TIL401"]),
    # Another reference than to what the id may be.
    (NO_ID.replace("[T002]", "[T002, T099]"), ["TIL402", "TIL208"]),
    # Two fields are forgotten one by one.
    (REGISTER.replace("    prioritet: lav\n", "").replace("    ansvarlig: KLD\n", ""),
     ["TIL102", "TIL102"]),
    (REGISTER.replace("2023-10-15", "2032-10-15").replace("lav", "lavt"), ["TIL326", "TIL206"]),
    (REGISTER.replace(THIRD, "tiltak:\n" + THIRD.replace("JD", "JDD")), ["TIL013", "TIL202"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "codes"), MORE)
def test_what_does_not_follow_is_told(text: str, codes: list[str]) -> None:
    assert [f.code for f in check(text).findings] == codes


MENDED = [
    (HEAD + "tiltak:\n" + MEASURES.replace("  - id", "  – id"), REGISTER),
    (f"```\n{REGISTER}```\n", REGISTER),
    (REGISTER.replace(THIRD, "tiltak:\n" + THIRD), REGISTER),
    (REGISTER.replace("      de vet på", "de vet på"), REGISTER),
    (REGISTER.replace("status: vedtatt", "status = vedtatt"), REGISTER),
    (REGISTER.replace("- id: T002", "- T002"), REGISTER),
    (REGISTER.replace("  - id: T002", "  -\tid: T002"), REGISTER),
    ("- " + REGISTER.replace("\n", "\n  ").rstrip(" "), REGISTER),
    (REGISTER.replace("\n", "\r\n").replace("status: v", "status:v"), REGISTER),
    # What cannot be mended is worked around, and its own lines stand as they stood.
    (REGISTER.replace("    forum: S", "\tforum: S").replace("ansvarlig: KLD", "ansvarlig: kld"),
     REGISTER.replace("    forum: S", "\tforum: S")),
    (REGISTER.replace("forum: S", "forum: [S").replace("status: i", "status: I"),
     REGISTER.replace("forum: S", "forum: [S")),
]  # fmt: skip


@spread(("text", "right"), MENDED, every=3)
def test_the_lines_are_put_right(text: str, right: str) -> None:
    mended = mend(source(text), load).source.files[0].data.decode()
    assert mended.replace("\r\n", "\n") == right
    assert mended.count("\r") == text.count("\r")


def test_the_first_measure_is_one_of_three() -> None:
    assert f"{HEAD}tiltak:\n{FIRST}{SECOND}{THIRD}" == REGISTER


ADVICE = [
    (REGISTER.replace("- id: T002\n", "- id: T002\n    id: T009\n"),
     "Ta bort den ene: et tiltak har én id."),
    (REGISTER.replace("      - JD\n      - AID\n", "      - [JD, AID]\n"),
     "Ta bort klammene, og skriv hver verdi for seg i listen."),
    *((REGISTER.replace("https://example.org/rapport", path),
       f"Skriv hele nettadressen, {OR_WITHOUT}")
      for path in ("O:\\Felles\\Mandat 2024.docx", "'\\\\fil01\\Mandat.docx'", "file:///a.docx")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "remedy"), ADVICE)
def test_what_is_advised_leads_to_no_other_finding(text: str, remedy: str) -> None:
    (finding,) = check(text).findings
    assert finding.remedy == remedy


BLANKS = ["\u00a0" * 4, "\u00a0 \u00a0 ", "   \u00a0"]


@pytest.mark.parametrize("indent", BLANKS)
def test_blanks_that_are_none_are_told_all_at_once_and_mended(indent: str) -> None:
    text = REGISTER.replace("    prioritet: lav", f"{indent}prioritet: lav")
    (finding,) = check(text).findings
    assert (finding.code, finding.place.line) == ("TIL007", 37)
    mended = mend(source(text), load)
    assert mended.source.files[0].data.decode() == REGISTER
