"""Any two sides: nothing of either is lost, whatever they disagree on."""

import random
import re
from collections.abc import Callable

import pytest
from generate import register
from merge_edits import new_measure
from support import THOROUGH
from test_merge_text import canonical, data_of, put_together, text_of

from tiltak_cli.sources.yaml.markers import chosen, marked_in

MEASURES = 10
SEEDS = range(200) if THOROUGH else range(4)
# What may be done to a measure's lines: by a number, and by a letter for the side.
Edit = Callable[[str, int, str], str]


def at(pattern: str, instead: str) -> Edit:
    """Lines that become others; `N` is the number and `S` the side."""

    def edit(text: str, number: int, side: str) -> str:
        words = instead.replace("N", str(number)).replace("S", side)
        return re.sub(f"(?m)^{pattern}", words, text)

    return edit


EDITS: tuple[Edit, ...] = (
    at(r"(    frist: )[^ #\n]+", r"\g<1>20N"),
    at(r"    frist: .*\n", "    løpende: true\n"),
    at(r"    start: \S+", "    start: 2090-01"),
    at(r"(    deltakere: \[)", r"\1XN, "),
    at(r"(    beskrivelse: >-\n      .*\n)", r"\1      Setning N til.\n"),
    at(r"    risiko: .*\n(?:      .*\n)*", ""),
    at(r"(      - \{id: M1.*)\}$", r"\1, merknad: mN}"),
    at(r"      - \{id: M1.*\n", ""),
    at(r"(      - \{id: M1.*\n)", r"\1      - {id: M9, tekst: Milepæl N, frist: 2024}\n"),
    at(r"(    status: .*)$", r"    # sagt NS\n\1"),
    at(r"(    kontakt: .*)$", r"\1  # sagt NS"),
    at(r"(    tittel: .*)$", r"\1 N"),
    at(
        r"(    prioritet: .*\n)(?!(?:    .*\n)*    avhenger_av)",
        r"\1    avhenger_av: [T001, T005]\n",
    ),
    at(r"(  - id: )T0", r"\1T8"),
    lambda _text, _number, _side: "",
    lambda text, number, _side: text + new_measure(number % 3),
)


def sides_of(seed: int) -> tuple[str, str, str]:
    chance = random.Random(seed)  # noqa: S311 - the same edits each time
    text = register(MEASURES, later=False)
    head, *measures = re.split(r"(?m)^(?=\n  # Behandlet|\n  - id: )", text)
    sides = []
    for letter in "ab":
        mine = list(measures)
        # Each edit once, or the file could not be read.
        for which in chance.sample(range(len(EDITS)), chance.randint(1, 12)):
            place = chance.randrange(MEASURES)
            mine[place] = EDITS[which](mine[place], chance.randint(25, 99), letter)
        sides.append(head + "".join(mine))
    return text, sides[0], sides[1]


@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_of_either_side_is_lost(seed: int) -> None:
    base, ours, theirs = sides_of(seed)
    result = put_together(base, ours, theirs)
    lines = text_of(result).split("\n")
    blocks = marked_in(lines)
    assert bool(blocks) == bool(result.conflicts)
    mirrored = put_together(base, theirs, ours)
    assert len(mirrored.conflicts) == len(result.conflicts)
    others = text_of(mirrored).split("\n")
    for is_theirs in (False, True):
        one = data_of("\n".join(chosen(lines, blocks, theirs=is_theirs)))
        other = data_of("\n".join(chosen(others, marked_in(others), theirs=not is_theirs)))
        assert canonical(one) == canonical(other)
    whole = "\n".join(lines)
    for side in (ours, theirs):
        for measure in re.split(r"(?m)^(?=\n  # Behandlet|\n  - id: )", side):
            title = re.search(r"tittel: .*?del \d+", measure)
            for comment in re.findall(r"# sagt \w+", measure):
                # A comment goes only where its measure does.
                assert comment in whole or (title and title[0] not in whole)
