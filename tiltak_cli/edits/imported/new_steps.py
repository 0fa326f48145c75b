"""New milestones of several workbooks: numbers that are no one's own never meet; others may."""

from collections.abc import Mapping, Sequence
from typing import Any

from tiltak_cli.changes.merge.result import Clash, Conflict
from tiltak_cli.domain.fields import MILESTONES
from tiltak_cli.edits.imported.books import Book
from tiltak_cli.edits.imported.clashing import Clashing, Value
from tiltak_cli.sources.workbook.answers.entries import Entry, Returned, Step
from tiltak_cli.sources.workbook.answers.numbering import next_step

Content = dict[str, Any]
Way = tuple[str, ...]


def with_free_numbers(
    books: Sequence[Book], register: Mapping[str, Mapping[str, Any]]
) -> list[Book]:
    """Workbooks whose new milestones have numbers that no other workbook has for another one.

    What two of them say alike is one milestone.
    """
    taken = {code: _numbers(measure) for code, measure in register.items()}
    for book in books:
        for code, measure in book.then.items():
            taken.setdefault(code, set()).update(_numbers(measure))
        for code, name in _written(book.brought):
            if (code, name) not in book.brought.given:
                taken.setdefault(code, set()).add(name)
    given: dict[str, dict[str, Content]] = {}
    return [book._replace(brought=_renumbered(book.brought, taken, given)) for book in books]


def meeting(
    answers: Mapping[tuple[str, Way], Sequence[Value]], register: Mapping[str, Mapping[str, Any]]
) -> dict[tuple[str, str], list[Clashing]]:
    """Different milestones that workbooks have under one number, which the register has not.

    Each is a conflict about the whole of it. They are by measure and number.
    """
    steps: dict[tuple[str, str], dict[str, list[tuple[Way, Value]]]] = {}
    for (code, way), values in answers.items():
        if len(way) > 1 and way[1] not in _numbers(register[code]):
            for value in values:
                books = steps.setdefault((code, way[1]), {})
                books.setdefault(value.cell.book, []).append((way, value))
    clashing = {}
    for (code, name), books in steps.items():
        contents = [{way[2]: value.new for way, value in each} for each in books.values()]
        if any(content != contents[0] for content in contents):
            fields = tuple(dict.fromkeys(".".join(w) for each in books.values() for w, _ in each))
            clashing[code, name] = [
                Clashing(
                    Conflict(
                        measure=code,
                        field=f"{MILESTONES}.{name}",
                        keys=(),
                        kind=Clash.SAME_ID,
                        base=None,
                        ours=None,
                        theirs={"id": name, **content},
                    ),
                    tuple(dict.fromkeys(value.cell for _, value in each)),
                    fields,
                )
                for each, content in zip(books.values(), contents, strict=True)
            ]
    return clashing


def _renumbered(
    brought: Returned, taken: Mapping[str, set[str]], given: dict[str, dict[str, Content]]
) -> Returned:
    """What a workbook brings back, with the numbers that are free. Those are `given` from then."""
    names: dict[tuple[str, str], str] = {}
    for code, name in brought.given:
        content = {e.way[2]: e.new for e in brought.entries if (code, name) == _step_of(e)}
        others = given.setdefault(code, {})
        like = next((other for other, each in others.items() if each == content), None)
        free = like or next_step([*taken.get(code, ()), *others])
        others[free] = content
        names[code, name] = free
    if all(name == free for (_, name), free in names.items()):
        return brought
    return brought._replace(
        entries=tuple(_of(entry, names) for entry in brought.entries),
        remarks=tuple(
            remark._replace(step=names.get((remark.measure, remark.step), remark.step))
            for remark in brought.remarks
        ),
        given=tuple(Step(code, names[code, name]) for code, name in brought.given),
    )


def _of(entry: Entry, names: Mapping[tuple[str, str], str]) -> Entry:
    name = names.get(_step_of(entry) or ("", ""))
    return entry if name is None else entry._replace(way=(entry.way[0], name, *entry.way[2:]))


def _step_of(entry: Entry) -> tuple[str, str] | None:
    """The measure and the number of the milestone that is written in, if one is."""
    return (entry.measure, entry.way[1]) if entry.way[0] == MILESTONES else None


def _written(brought: Returned) -> set[tuple[str, str]]:
    return {step for entry in brought.entries if (step := _step_of(entry))}


def _numbers(measure: Mapping[str, Any]) -> set[str]:
    steps = measure.get(MILESTONES)
    listed = steps if isinstance(steps, list) else []
    return {str(step.get("id")) for step in listed if isinstance(step, dict)}
