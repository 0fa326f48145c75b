"""Any edit, of any text: only what it is about is another, and what is written is read again."""

import random
import re

import pytest
from command import DATA, NEW, tiltak
from hypothesis import given, settings
from hypothesis import strategies as st
from support import tries

from tiltak_cli.edits.door import edit
from tiltak_cli.edits.operations import Append, Copied, Drop, Operation, Put, Remove, Set
from tiltak_cli.sources.yaml.order import comments
from tiltak_cli.sources.yaml.reader import read_yaml

FILE = "tiltaksoversikt.yaml"
TEXTS = (
    "Kort.",
    "Saken er til behandling i Strategisk forum: to spørsmål står igjen, og svar ventes i mai.",
    "Arbeidet følger planen, og tretten etater deltar. " * 4 + "Neste møte er i juni.",
    'Med «sitat», "hermetegn" og # tegn',
    "Første avsnitt.\nAndre avsnitt, som er noe lengre enn det første.",
)
# What may be asked for, by fields whose values do not depend on each other's.
ASKED = (
    *(f"prioritet={word}" for word in ("høy", "middels", "lav")),
    *(f"frist={date}" for date in ("2025", "2025-H2", "1. kvartal 2026", "30. juni 2025")),
    *(f"start={date}" for date in ("2021", "2022-02", "")),
    *(f"{key}={text}" for key in ("fremdrift", "risiko", "merknad", "forum") for text in TEXTS),
    *(f"{key}=" for key in ("risiko", "merknad", "forum", "kontakt", "oppdatert")),
    *(f"kontakt={text}" for text in TEXTS[:2]),
    *(f"deltakere{sign}={codes}" for sign in ("+", "-") for codes in ("FIN", "KD,SD", "alle")),
    "utviklingsområder=U1,U3",
    "utviklingsområder-=U1",
    "oppdatert=15.6.2024",
)
FIELD = re.compile(r" {4}(?! )(?!#)")


def without(text: str, identity: str, key: str) -> list[str]:
    """The lines of a text without those of one field of a measure."""
    lines = text.splitlines()
    start = next(n for n, line in enumerate(lines) if re.match(rf"  - id: {identity}\b", line))
    end = next(
        (n for n in range(start + 1, len(lines)) if re.match(r" {0,2}\S", lines[n])), len(lines)
    )
    first = next((n for n in range(start, end) if lines[n].startswith(f"    {key}:")), end)
    last = next((n for n in range(first + 1, end) if FIELD.match(lines[n])), end)
    # Blank lines, and comments that stand as far in as fields do, are no field's.
    while last > first + 1 and (not lines[last - 1].strip() or re.match(r" {4}#", lines[last - 1])):
        last -= 1
    return [*lines[:first], *lines[last:]]


def told(text: str) -> list[str]:
    return sorted(comments(text, read_yaml("", text).spots()).elements())


@pytest.mark.wide
def test_two_hundred_edits_one_after_the_other() -> None:
    """Each changes only the lines of its field, and no comment is lost."""
    text = NEW.read_text("utf-8")
    ids = re.findall(r"(?m)^  - id: (T\d+)", text)
    changed = 0
    for number in range(tries(200)):
        choice = random.Random(number)  # noqa: S311 - the same ones each time
        identity, asked = choice.choice(ids), choice.choice(ASKED)
        key = re.split(r"[+-]?=", asked)[0]
        done = tiltak("set", identity, asked, "-", stdin=text.encode())
        after = done.out if done.code == 0 else text
        assert done.code in (0, 1), asked
        assert (done.code == 1) == (done.out == ""), asked
        assert without(after, identity, key) == without(text, identity, key), (identity, asked)
        # Only what is said of a field that is cleared goes.
        gone = set(told(text)) - set(told(after))
        assert not gone or without(after, identity, key) == after.splitlines()
        changed += after != text
        text = after
    assert changed > tries(200) // 2
    assert "feil" not in tiltak("validate", "-", stdin=text.encode()).out


STYLES = {
    "plain": "a: Noe\n",
    "single": "a: 'Noe'  # ved\n",
    "double": 'a: "Noe: her"\n',
    "folded": "a: >-\n  Noe som står her.\n",
    "literal": "a: |-\n  Noe.\n\n  Mer.\n",
    "ended": "a: |\n  Noe.\n",
    "over lines": "a: Noe\n  mer\n",
    "quoted over lines": 'a: "Noe\n  mer"\n',
}
ANY_TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp"), include_characters="\n\t"),
    max_size=200,
) | st.text("ab :,#[]{}\"'&*!|>-?@`%0\\\n", max_size=30)


@pytest.mark.wide
@given(st.sampled_from(sorted(STYLES)), ANY_TEXT, st.sampled_from(["", "b: 1  # to\n"]))
@settings(max_examples=tries(400))
def test_any_text_is_written_and_read_again(style: str, value: str, rest: str) -> None:
    text = STYLES[style] + rest
    result = edit("", text, [Set(("a",), value)])
    data = read_yaml("", result).data
    assert data["a"] == value
    assert result.endswith(rest)
    assert told(result) == told(text)


@given(st.sampled_from(sorted(STYLES)[:6]), st.text("abcæøå ", min_size=1, max_size=90))
@settings(max_examples=tries(100))
def test_what_is_set_back_is_the_same_bytes(style: str, words: str) -> None:
    text = STYLES[style] + "b: 1\n"
    if style in ("over lines", "quoted over lines"):
        return
    old = read_yaml("", text).data["a"]
    value = " ".join(words.split()) or "x"
    there = edit("", text, [Set(("a",), value + "\n" * (style == "ended"))])
    assert edit("", there, [Set(("a",), old)]) == text


OPERATIONS: tuple[Operation, ...] = (
    Set(("tiltak", "T002", "prioritet"), "lav"),
    Set(("tiltak", "T002", "beskrivelse"), TEXTS[2]),
    Put(("tiltak", "T002"), "risiko", TEXTS[4]),
    Put(("tiltak", "T003"), "milepæler", [{"id": "M1", "tekst": "x"}]),
    Drop(("tiltak", "T001", "milepæler")),
    Drop(("tiltak", "T001", "dokumentasjon")),
    Append(("tiltak", "T001", "deltakere"), "FIN"),
    Remove(("tiltak", "T001", "dokumentasjon", "https://dfo.no/rapporter")),
    Remove(("tiltak", "T002")),
    Append(("tiltak",), {"id": "T900", "tittel": "Ny"}),
    Append(("tiltak",), Copied("# om\n- id: T901\n  tittel: Kopi  # ved\n"), "T003"),
)


@pytest.mark.wide
@given(st.data())
@settings(max_examples=tries(60))
def test_lines_keep_the_ends_that_they_have(data: st.DataObject) -> None:
    """In a file where some lines end otherwise than others, too."""
    lines = NEW.read_text("utf-8").splitlines()[:130]
    ends = data.draw(st.lists(st.sampled_from(["\n", "\r\n"]), min_size=130, max_size=130))
    text = "".join(map("".join, zip(lines, ends, strict=True)))
    operation = data.draw(st.sampled_from(OPERATIONS))
    result = edit("", text, [operation])
    plain = edit("", "\n".join([*lines, ""]), [operation])
    assert result.replace("\r\n", "\n") == plain
    # Whatever comes in or goes out, what is above and below it is as it was.
    left, before, new = result.splitlines(True), text.splitlines(True), plain.splitlines()
    above = next((n for n, pair in enumerate(zip(lines, new, strict=False)) if len({*pair}) > 1), 0)
    backward = zip(lines[above:][::-1], new[above:][::-1], strict=False)
    below = next((n for n, pair in enumerate(backward) if len({*pair}) > 1), 0)
    # Of two blank lines nobody can tell which one came in.
    above -= bool(above) and not lines[above - 1]
    assert left[:above] == before[:above]
    assert left[len(left) - below :] == before[len(before) - below :]


@pytest.mark.parametrize("name", ["tiltaksoversikt.yaml", "tiltaksoversikt-2024.yaml"])
def test_on_a_strategy_of_ones_own(name: str) -> None:
    text = (DATA / "kommuneplan" / name).read_text("utf-8")
    for operation in (
        Set(("tiltak", "T002", "frist"), 2026),
        Append(("tiltak", "T001", "målområder"), "B"),
        Put(("tiltak", "T003"), "merknad", TEXTS[2]),
        Drop(("tiltak", "T004", "løpende")),
    ):
        result = edit("", text, [operation])
        key = str(operation.key if isinstance(operation, Put) else operation.path[-1])
        identity = str(operation.path[1])
        assert result != text
        assert without(result, identity, key) == without(text, identity, key)
