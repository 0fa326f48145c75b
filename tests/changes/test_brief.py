"""«I korte trekk»: what a leader is told of two editions, as a table."""

import re
from pathlib import Path

import pytest
from brief_cases import CASES
from support import HEAD_LINES, check, register_text, spread

from tiltak_cli.changes.brief.sentence import Brief, Matter
from tiltak_cli.changes.brief.whole import MATTERS, MOST, in_brief
from tiltak_cli.changes.change import Kind
from tiltak_cli.changes.compare import compare
from tiltak_cli.domain.register import Register
from tiltak_cli.views import brief
from tiltak_cli.wording import NB, Language, wording
from tiltak_cli.wording.table.brief_rest import ROWS

LATER = HEAD_LINES.replace("2023-10-15", "2024-06-15").replace("2023-2", "2024-1")
RULES = Path(__file__).parent.parent.parent / "docs" / "håndbok" / "ledelsen.md"


def edition(measures: str, head: str = HEAD_LINES) -> Register:
    loaded = check(register_text(measures).replace(HEAD_LINES, head))
    assert loaded.register is not None, loaded.findings
    return loaded.register


def news(old: str, new: str) -> Brief:
    return in_brief(compare(edition(old), edition(new, LATER)))


@spread(("old", "new", "expected"), CASES.values(), every=6, ids=CASES)
def test_what_a_leader_is_told(old: str, new: str, expected: list[str]) -> None:
    found = news(old, new)
    lines = [told.text for told in brief.told(found, NB)]
    assert [*lines, *filter(None, [brief.rest(found, NB)])] == expected


@pytest.mark.parametrize("language", Language)
@spread("case", CASES, 16)
def test_whole_in_every_language(case: str, language: Language) -> None:
    found, say = news(*CASES[case][:2]), wording(language)
    for sentence, told in zip(found.sentences, brief.told(found, say), strict=True):
        for text in (told.text, brief.line(sentence, say), _ids(sentence, say)):
            assert re.fullmatch(r"[A-ZÉ][^{}|]*[^ .]\.", text), text
            assert "  " not in text
            assert ".." not in text
        assert len(brief.line(sentence, say)) <= brief.LINE
        assert told.claim[:-1] in told.text


def _ids(sentence: object, say: object) -> str:
    return "".join(piece.text for piece in brief.by_ids(sentence, say))  # type: ignore[arg-type]


def test_the_weightiest_are_told_in_the_order_that_is_documented() -> None:
    documented = re.findall(r"^\| \d+ \| ([^|]+) \|", RULES.read_text("utf-8"), re.MULTILINE)
    assert len(documented) == len(Matter) == len(MATTERS)
    everything = CASES["seven matters: the lightest is counted"]
    found = news(everything[0], everything[1])
    assert [sentence.matter for sentence in found.sentences] == list(Matter)[:MOST]
    assert found.rest


def test_every_kind_of_change_has_a_place() -> None:
    """What is never in a sentence has a row for the last line."""
    counted = {key.removeprefix("brief.rest.") for key in ROWS}
    told = {
        *("forsinket", "nytt", "videreført", "borte", "gjennomført", "utgår", "innlemmet"),
        *("utsatt", "gjenåpnet", "status-tilbake", "ansvar-flyttet"),
        *("prioritet-hevet", "prioritet-senket"),
    }
    whole = {"fører", "navneskifte", "mulig-navneskifte", "kommentarer"}
    assert {kind.code for kind in Kind} <= counted | told | whole


MANY = 30


def many(deadline: str) -> str:
    return "".join(
        f"- id: T{n:03}\n  tittel: Tiltak nummer {n}\n  frist: {deadline}\n"
        for n in range(1, MANY + 1)
    )


def test_what_happens_to_many_is_one_sentence_with_their_ids() -> None:
    found = news(many("2024-12-31"), many("2025-12-31"))
    (told,) = brief.told(found, NB)
    assert told.text == (
        "30 frister er flyttet. T001, T002, T003, T004, T005, T006, T007, T008, T009, T010 "
        "og 20 til 365 dager senere."
    )
    assert len(found.sentences[0].subjects) == MANY


def test_many_that_go_worse_are_told_by_the_worst() -> None:
    late = "".join(
        f"- id: T{n:03}\n  tittel: Tiltak nummer {n}\n  frist: 2024-0{n % 5 + 1}-{n:02}\n"
        for n in range(1, 16)
    )
    (told,) = brief.told(news(late, late), NB)
    assert told.claim == "15 tiltak går dårligere."
    days = [int(number) for number in re.findall(r"passert med (\d+) dag", told.text)]
    assert days == sorted(days, reverse=True)
    assert len(days) == brief.TOLD
    assert told.text.endswith(
        "Og 11 til: T006, T011, T002, T007, T012, T003, T008, T013, T004, T009, T014."
    )
