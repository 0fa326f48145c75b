"""What is content, what is only another form, and what no reader sees: a table, and what holds."""

import re
import unicodedata
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import spread, tries
from wording_pairs import CONTENT, FORM, UNSEEN, Pair
from written_registers import built, required, shipped

from tiltak_cli.changes.change import Change, Level
from tiltak_cli.changes.compare import compare
from tiltak_cli.changes.meaning import same
from tiltak_cli.changes.texts import editorial
from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.domain.invisible import shown

WORLD = shipped()
# A title has sentences of its own, and what is internal is not shown.
TEXTS = ("tittel", "beskrivelse", "merknad")
# Words and signs of which a small change may turn a sentence round.
# fmt: off
WORDS = st.sampled_from([
    "alle", "bruker", "malen", "ikke", "én", "en", "to", "KDD", "Bergen", "skal", "bør", "kan",
    "3", "3,5", "1.000", "500", "€", "$", "%", "‰", "=", "≠", "A+", "A", "–", "-", "og/eller",
    "«ja»", "(nei)", "uavhengig", "avhengig", "ca.", "nr.", "mai.", "Mai", "…", "!", "?", "±5",
    "m²", "10", "000",
])
# fmt: on
SENTENCES = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)
SIGNS = st.text("aAeEéikno 013.,-–—'\"«»“…%€$=+!?:;()/\n", max_size=12)
# The forms of a sign that are the same sign, and the stop at the end of a text.
FORMS = "\"“”„‟«»'’‘‚‛‹›.…-‐‑–"
HIDDEN = "\xad\u200b\u2060\ufeff\u200e\u200f\u061c"


def between(key: str, old: Any, new: Any) -> tuple[Change, ...]:
    """What is told where one field differs."""
    sides = (built(WORLD, [required(WORLD, **{key: value})]) for value in (old, new))
    return compare(*sides).changes


def both_ways(pair: Pair) -> list[tuple[str, tuple[Change, ...]]]:
    """What is told of a pair in each field with a text, and of the pair turned round."""
    sides = ((pair[0], pair[1]), (pair[1], pair[0]))
    return [(key, between(key, old, new)) for key in TEXTS for old, new in sides]


def rows(table: tuple[Pair, ...]) -> pytest.MarkDecorator:
    return spread("pair", table, 5, ids=[f"{old} | {new}" for old, new, _ in table])


@rows(CONTENT)
def test_what_may_change_the_meaning_is_content(pair: Pair) -> None:
    for key, changes in both_ways(pair):
        assert [(c.field, c.kind.level is Level.EDITORIAL) for c in changes] == [(key, False)]


@rows(FORM)
def test_what_cannot_change_the_meaning_is_editorial(pair: Pair) -> None:
    for key, changes in both_ways(pair):
        assert [(c.field, c.kind.level is Level.EDITORIAL) for c in changes] == [(key, True)]


@rows(UNSEEN)
def test_what_no_reader_sees_is_no_change(pair: Pair) -> None:
    assert all(changes == () for _, changes in both_ways(pair))
    milestones = [[{"id": "M1", "tekst": text}] for text in pair[:2]]
    documents = [[{"tittel": text, "lenke": "https://dfo.no"}] for text in pair[:2]]
    for key, values in (
        ("forum", pair[:2]),
        ("milepæler", milestones),
        ("dokumentasjon", documents),
    ):
        assert between(key, *values) == ()


def test_a_table_that_a_reader_can_check() -> None:
    texts = [(old, new) for old, new, _ in (*CONTENT, *FORM, *UNSEEN)]
    assert len(set(texts)) == len(texts) > 100


def said(text: str) -> tuple[Any, ...]:
    """What a text says at least: its figures in order, and its words and signs in any order."""
    text = shown(text)
    signs = Counter(c for c in text if not c.isalnum() and not c.isspace() and c not in FORMS)
    return re.findall(r"\d", text), Counter(re.findall(r"[^\W\d_]+", text.casefold())), signs


@pytest.mark.wide
@settings(max_examples=tries(1500))
@given(st.one_of(st.tuples(SENTENCES, SENTENCES), st.tuples(SIGNS, SIGNS)))
def test_another_figure_word_or_sign_is_content_whichever_way(pair: tuple[str, str]) -> None:
    old, new = pair
    assert editorial(old, new) is editorial(new, old)
    assert editorial(old, old)
    if said(old) != said(new):
        assert not editorial(old, new)


@pytest.mark.wide
@settings(max_examples=tries(800))
@given(st.lists(WORDS, min_size=2, max_size=8), st.data())
def test_one_word_more_less_or_moved_is_content(words: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    edited = list(words)
    word = edited.pop(at)
    how = data.draw(st.sampled_from(("less", "another", "moved")))
    if how != "less":
        edited.insert(data.draw(st.integers(0, len(edited))) if how == "moved" else at, word)
    if how == "another":
        edited[at] = data.draw(WORDS)
    if bare(words) != bare(edited):
        assert not editorial(" ".join(words), " ".join(edited))


def bare(words: list[str]) -> list[str]:
    """Words in order, without what may be written in another form."""
    return list(filter(None, (word.casefold().strip(FORMS) for word in words)))


@pytest.mark.wide
@settings(max_examples=tries(800))
@given(SENTENCES, st.data())
def test_signs_that_are_not_seen_change_nothing(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    sign = data.draw(st.sampled_from(HIDDEN))
    hidden = (text[:at] + sign + text[at:]).replace(" ", "\xa0")
    hidden = unicodedata.normalize("NFD", hidden) if data.draw(st.booleans()) else hidden
    assert shown(hidden) == shown(text)
    assert same(BY_KEY["forum"], hidden, text)
    assert between("fremdrift", text, hidden) == ()
    # Beside a real change they are not told either.
    (change,) = between("fremdrift", text, f"{hidden} Nytt.")
    assert all(piece.same or shown(piece.out) != shown(piece.into) for piece in change.words)
