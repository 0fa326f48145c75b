"""What is said beside every number: which measures are left out, and what is not stated."""

from collections import Counter
from collections.abc import Iterable

from tiltak_cli.domain.measure import REQUIRED, Measure, unstated
from tiltak_cli.domain.register import Register
from tiltak_cli.wording import Phrase, phrase

# So many are named.
MOST = 5


def left_out(*registers: Register) -> tuple[Phrase, ...]:
    """How many measures are left out of some registers, and which; nothing where none is.

    One that is left out of both is told once. Another day that stands for a register's own is said.
    """
    # An id that stands twice in one register is two measures, and in two registers one.
    by_name: dict[tuple[str, int], Measure] = {}
    for register in registers:
        times: Counter[str] = Counter()
        for measure in register.left_out:
            name = measure.id or measure.title
            by_name.setdefault((name, times[name]), measure)
            times[name] += 1
    measures = list(by_name.values())
    names: list[str | Phrase] = [_name(measure) for measure in measures[:MOST]]
    if more := len(measures) - MOST if len(measures) > MOST else 0:
        names.append(phrase("left-out.more", number=more))
    key = "left-out.one" if len(measures) == 1 else "left-out.some"
    sentences = [phrase(key, number=len(measures), names=tuple(names))] if measures else []
    undated = (phrase("left-out.undated", day=r.as_of) for r in registers if not r.dated)
    return (*sentences, *undated)


def not_stated(measures: Iterable[Measure]) -> tuple[Phrase, ...]:
    """Which fields that every measure must have are not there, and in how many; nothing if none."""
    counts = Counter(key for measure in measures for key in unstated(measure))
    fields = tuple(
        phrase("unstated.field", field=field, number=counts[field.key])
        for field in REQUIRED
        if counts[field.key]
    )
    return (phrase("unstated.told", fields=fields),) if fields else ()


def names_of(measures: Iterable[Measure]) -> tuple[str, ...]:
    """What to call the measures that are left out, for programs: the id, else the title."""
    return tuple(dict.fromkeys(measure.id or measure.title for measure in measures))


def _name(measure: Measure) -> str | Phrase:
    return measure.id or measure.title or phrase("left-out.no-id")
