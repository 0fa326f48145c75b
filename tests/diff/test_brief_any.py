"""What holds for the news of any two editions: nothing is lost, doubled or made up."""

import re
from collections import Counter
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from known_edits import editions
from support import tries
from written_registers import built

from tiltak_cli.changes.brief.sentence import Matter
from tiltak_cli.changes.brief.whole import MOST, in_brief
from tiltak_cli.changes.change import Level
from tiltak_cli.changes.compare import Comparison, compare
from tiltak_cli.domain.register import Register
from tiltak_cli.views import brief
from tiltak_cli.wording import Language, wording

WEIGHT = list(Matter)


def pair(seed: int) -> tuple[Register, Register]:
    """Two editions of up to twelve measures, with dates of their own."""
    rng = Random(seed)  # noqa: S311
    known = editions(rng)
    old, new = (built(known.world, side) for side in (known.old, known.new))
    return (
        old._replace(as_of=date(2023, 11, 15)),
        new._replace(as_of=date(2024, 6, 15) if rng.random() < 0.8 else date(2026, 1, 1)),
    )


def either_way(seed: int) -> list[Comparison]:
    old, new = pair(seed)
    return [compare(old, new), compare(new, old), compare(old, new, day=date(2030, 1, 1))]


@pytest.mark.wide
@settings(max_examples=tries(1600))
@given(st.integers(0, 2**32))
def test_every_change_is_told_once_or_counted(seed: int) -> None:
    for comparison in either_way(seed):
        found = in_brief(comparison)
        told = [change for sentence in found.sentences for change in sentence.told]
        told += [change for item in found.rest for change in item.told]
        assert Counter(map(id, told)) == Counter(map(id, comparison.everything))
        matters = [WEIGHT.index(sentence.matter) for sentence in found.sentences]
        assert matters == sorted(set(matters))
        assert len(matters) <= MOST
        # What matters and is in no sentence is named in the last line, and not in a sum.
        for item in found.rest:
            summed = item.said[0].key == "brief.rest-others"
            assert not (summed and any(c.kind.level is Level.MAJOR for c in item.told))


@pytest.mark.wide
@settings(max_examples=tries(800))
@given(st.integers(0, 2**32))
def test_no_number_and_no_measure_that_is_not_in_the_data(seed: int) -> None:
    for comparison in either_way(seed):
        known = {*comparison.old.by_id(), *comparison.new.by_id()}
        for sentence in in_brief(comparison).sentences:
            number = sum(part.number for part in sentence.claimed)
            assert number == len(sentence.subjects)
            assert {subject.id for subject in sentence.subjects} <= known
            assert {change.measure_id for change in sentence.told} - {""} == {
                subject.id for subject in sentence.subjects
            }


@pytest.mark.wide
@settings(max_examples=tries(800))
@given(st.integers(0, 2**32))
def test_the_three_lengths_in_every_language(seed: int) -> None:
    for comparison in either_way(seed):
        found = in_brief(comparison)
        for language in Language:
            say = wording(language)
            told = brief.told(found, say)
            for sentence, each in zip(found.sentences, told, strict=True):
                assert len(brief.line(sentence, say)) <= brief.LINE
                assert not re.search(r"[{}]|  |\.\.", each.text)
                named = {piece.code for piece in each.pieces if piece.code}
                assert named <= {subject.id for subject in sentence.subjects}
            for line in brief.rest_lines(found, say, 2):
                assert len(line) <= brief.LINE + len(" ·.")


@pytest.mark.wide
@settings(max_examples=tries(400))
@given(st.integers(0, 2**32))
def test_the_order_of_the_older_edition_does_not_matter(seed: int) -> None:
    old, new = pair(seed)
    turned = old._replace(measures=old.measures[::-1])
    say = wording(Language.NB)
    texts = [
        [told.text for told in brief.told(in_brief(compare(side, new)), say)]
        for side in (old, turned)
    ]
    # Those that are gone have no place in the newer edition.
    assert sorted(texts[0]) == sorted(texts[1]) or any(c.gone for c in compare(old, new).changes)


@settings(max_examples=tries(200))
@given(st.integers(0, 2**32))
def test_an_edition_has_no_news_since_itself(seed: int) -> None:
    for register in pair(seed):
        found = in_brief(compare(register, register))
        assert (found.sentences, found.rest) == ((), ())
