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

# Whole in the thorough run.
pytestmark = pytest.mark.hypothesis

MEASURES = 10
SEEDS = range(200) if THOROUGH else range(2)
AREAS = 3
# In so many of all sides a measure is moved.
MOVED = 0.3
NEW = "# Nytt nå."
SPLIT = r"(?m)^(?=\n  # Behandlet|\n  - id: )"
STARTS = r"(?m)^(?=  # Behandlet)|^(?<!\d\.\n)(?=  - id: )"
HEADING = re.compile(r"(?m)^\n?  # ── Område \d+ ──\n(?:  # (?:- id:|  ).*\n)*")
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
    at(r"    # kilde \d+\n    start: .*\n", ""),
    at(r"    # sist i .*\n", ""),
    at(r"(    # sist i .*\n)", r"\1    # sagt NS\n"),
    at(r"(  # ── Område \d+) ──", r"\1, sagt NS ──"),
    at(r"(  # ── Område .*\n)", r"\1  # sagt NS\n"),
    at(r"(  # - id: T7.*\n  #   tittel: .*)$", r"\1, sagt NS"),
    lambda text, _number, _side: "".join(HEADING.findall(text)),
    lambda text, number, _side: text + new_measure(number % 3),
    lambda text, number, side: below_heading(text, new_measure(ord(side) % 2 * 50 + number % 50)),
)


def below_heading(text: str, new: str) -> str:
    """A measure's lines with a new one first in its area, if it has a heading."""
    found = HEADING.match(text)
    return text if found is None else found[0] + new.lstrip("\n") + "\n" + text[found.end() :]


def with_remarks(measure: str, number: int) -> str:
    """A measure's lines with all kinds of comments, among them what is laid aside."""
    text = re.sub(r"(?m)^(    start: .*)$", rf"    # kilde {number}\n\1", measure)
    text += f"    # sist i {number}\n" if number % 2 else ""
    text += f"    # milepæler:\n    #   - {{id: M8, tekst: Annet {number}}}\n" * (number % 4 == 0)
    heading = f"  # ── Område {number} ──\n"
    if number % AREAS == 0:
        laid_aside = f"  # - id: T7{number:02d}\n  #   tittel: Lagt bort {number}\n" * (
            number > AREAS
        )
        text = f"\n{heading}{laid_aside}" + (text if number % 2 else text.lstrip("\n"))
    return text


def sides_of(seed: int) -> tuple[str, str, str]:
    chance = random.Random(seed)  # noqa: S311 - the same edits each time
    text = register(MEASURES, later=False)
    head, *measures = re.split(SPLIT, text)
    measures = [with_remarks(measure, number) for number, measure in enumerate(measures)]
    text = head + "".join(measures)
    sides = []
    for letter in "ab":
        mine = list(measures)
        # Each edit once, or the file could not be read.
        for which in chance.sample(range(len(EDITS)), chance.randint(1, 12)):
            place = chance.randrange(MEASURES)
            mine[place] = EDITS[which](mine[place], chance.randint(25, 99), letter)
        if chance.random() < MOVED:
            mine.insert(chance.randrange(MEASURES), mine.pop())
        sides.append(head + "".join(mine))
    if seed % 2:
        # Also where measures stand close.
        return close(text), close(sides[0]), close(sides[1])
    return text, sides[0], sides[1]


def close(text: str) -> str:
    """A text without blank lines."""
    return re.sub(r"\n\n+", r"\n", text)


@pytest.mark.wide
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
        settled = "\n".join(chosen(lines, blocks, theirs=is_theirs))
        assert_comments(base, ours, theirs, settled)
        assert most_blank(settled) <= max(map(most_blank, (ours, theirs)))
    whole = "\n".join(lines)
    for mine, yours in ((ours, theirs), (theirs, ours)):
        for measure in re.split(STARTS, mine):
            titles = re.findall(r"tittel: .*?del \d+", measure)
            for comment in re.findall(r"# .*", measure):
                # A comment goes only where its measure does, or where a side took it away.
                gone = any(title not in whole for title in titles) and "# ──" not in comment
                assert comment in whole or gone or (comment in base and comment not in yours)


def most_blank(text: str) -> int:
    """How many blank lines stand below each other in a text, at the most."""
    return max((len(found) - 1 for found in re.findall(r"\n\n+", text)), default=0)


def assert_comments(base: str, ours: str, theirs: str, result: str) -> None:
    """What stands once on each side stands once; and what is about a field stands above it."""
    for comment in set(re.findall(r"# .*", f"{ours}\n{theirs}")) - {NEW}:
        most = max(side.count(f"{comment}\n") for side in (base, ours, theirs))
        assert result.count(f"{comment}\n") <= most
        if comment.startswith("# ──"):
            both = all(f"{comment}\n" in side for side in (ours, theirs))
            assert result.count(f"{comment}\n") == 1 or not both
    for number in range(MEASURES):
        # What stands last in a measure stands in it.
        for line in re.findall(rf"(?m)^.*# sist i {number}$", result):
            assert line.startswith("    #")
    started = re.findall(r"(?m)^(.*)\n    start: ", result)
    assert all("# kilde" in above or "# sagt" in above for above in started)
