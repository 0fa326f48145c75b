"""Any edits of a register: its history is what comparing each revision with the next one gives."""

from collections.abc import Callable
from datetime import timedelta
from random import Random
from typing import Any

from history_depot import FIRST_DAY, states
from hypothesis import given, settings
from hypothesis import strategies as st
from support import HEAD_LINES, check, register_text, tries

from tiltak_cli.changes.history import WHOLE
from tiltak_cli.changes.telling import tell
from tiltak_cli.domain.fields import FIELDS
from tiltak_cli.domain.measure import Measure
from tiltak_cli.wording import NB

# Edits of a register's measures: the lines of each, by id, to other lines.
Lines = dict[str, list[str]]
DATES = ("2022", "2022-H2", "2023-06-30", "2023-Q4", "2024-02")


def _set(key: str, *values: str) -> Callable[[Lines, Random], None]:
    def edit(lines: Lines, rng: Random) -> None:
        if lines:
            chosen = lines[rng.choice(list(lines))]
            chosen[:] = [line for line in chosen if not line.startswith(f"  {key}:")]
            chosen.append(f"  {key}: {rng.choice(values)}\n")

    return edit


def _add(lines: Lines, rng: Random) -> None:
    lines.setdefault(f"T{rng.randint(1, 9):03d}", [])


def _remove(lines: Lines, rng: Random) -> None:
    if lines:
        del lines[rng.choice(list(lines))]


def _reorder(lines: Lines, rng: Random) -> None:
    items = list(lines.items())
    rng.shuffle(items)
    lines.clear()
    lines.update(items)


def _comment(lines: Lines, rng: Random) -> None:
    if lines:
        lines[rng.choice(list(lines))].append(f"  # Sett på {rng.randint(1, 28)}. mai.\n")


EDITS = (
    _set("frist", *DATES),
    _set("status", "foreslått", "vedtatt", "igangsatt", "utsatt"),
    _set("tittel", "En to tre", '"En to tre"', ">-\n    En\n    to tre", "En to"),
    _set("deltakere", "[FIN, JD]", "[JD, FIN]", "alle", "[]"),
    _set("milepæler", "[{id: M1, tekst: A, frist: 2023}]", "[{id: M1, tekst: B, frist: 2023}]"),
    _set("vurdering", "grønn", "gul"),
    _add,
    _remove,
    _reorder,
    _comment,
)


def _text(lines: Lines, form: int) -> str:
    """A register in one of several forms that say the same."""
    listed = "".join(f"- id: {i}\n{''.join(rest)}" for i, rest in lines.items())
    text = register_text(listed) if listed else f"{HEAD_LINES}tiltak: []\n"
    match form:
        case 1:
            return text.replace("\n", "\r\n")
        case 2:
            return "\ufeff" + text.replace("tiltak:\n", "tiltak:   # alle\n\n  # Først:\n").rstrip()
        case 3:
            # Keys after the list are not the usual form, and the file is read whole.
            return text.replace("ansvarlig: KDD\ntiltak", "tiltak", 1) + "ansvarlig: KDD\n"
        case _:
            return text


def _neighbours(
    old: dict[str, Measure], new: dict[str, Measure], earlier: dict[str, Measure]
) -> set[tuple[str, str, str, str]]:
    """What differs between two editions, found in the plainest way.

    What was not in the old one, but earlier, is held against how it was then.
    """

    def plain(measure: Measure, attribute: str) -> str:
        value = getattr(measure, attribute)
        return ", ".join(sorted(value)) if attribute == "participants" else NB.value(value)

    found = {(i, WHOLE, old[i].title, "") for i in old.keys() - new.keys()}
    known = {**earlier, **old}
    for i in known.keys() & new.keys():
        for field in FIELDS:
            was, now = (plain(edition[i], field.attribute) for edition in (known, new))
            if was != now:
                found.add((i, field.key, was, now))
    return found


@given(st.integers(), st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 4)), max_size=12))
@settings(max_examples=tries(60))
def test_a_history_is_what_comparing_neighbours_gives(
    seed: int, edits: list[tuple[Callable[[Lines, Random], None], int]]
) -> None:
    rng = Random(seed)  # noqa: S311 - an example, not a secret
    lines: Lines = {"T001": [], "T002": ["  tittel: En to tre\n"]}
    editions = [_text(lines, 0)]
    for edit, form in edits:
        edit(lines, rng)
        editions.append(_text(lines, form))
    told = tell(states(*editions))
    read = []
    for text in editions:
        loaded = check(text.encode())
        assert loaded.register, loaded.findings
        read.append(loaded.register.by_id())
    earlier: dict[str, Measure] = {}
    for number in range(1, len(editions)):
        steps = {
            (i, step.field, _plain(step.field, step.old), _plain(step.field, step.new))
            for i, each in told.items()
            for step in each.steps
            if step.revision.commit == str(number) and not (step.field == WHOLE and step.new)
        }
        assert steps == _neighbours(read[number - 1], read[number], earlier)
        earlier |= read[number - 1]
    last = FIRST_DAY + timedelta(days=30 * (len(editions) - 1))
    for measure_id, each in told.items():
        present = sum(measure_id in edition for edition in read[:-1])
        assert sum(span.days for span in each.spans(last)) == 30 * present
        moves = each.moves()
        assert moves.first
        assert each.now.deadline
        assert moves.days == (each.now.deadline.last - moves.first.last).days
    assert list(told)[: len(read[-1])] == list(read[-1])


def _plain(key: str, value: Any) -> str:
    return ", ".join(sorted(value)) if key == "deltakere" else NB.value(value)
