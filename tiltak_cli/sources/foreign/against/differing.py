"""What a sheet says of a measure and the register does not: on two sides, or with what was before.

Where it is known what both were made from, only what is new in the sheet is taken, and someone must
choose only where the register has become something else meanwhile.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from tiltak_cli.domain.spelling import folded
from tiltak_cli.sources.foreign.column import FRIST, ID, NOTE, ONGOING, TITLE
from tiltak_cli.sources.foreign.entry import Entry
from tiltak_cli.sources.foreign.items import DOCUMENTS, LINK, MILESTONES, TEXT, is_listed
from tiltak_cli.sources.foreign.items import TITLE as DOCUMENT_TITLE

# What says when a measure ends is one thing, whichever of the two it is said in.
TOGETHER = {FRIST: ONGOING, ONGOING: FRIST}
# So alike are two texts of which one has been reworded; a running number alone says nothing.
ALIKE = 0.6
Plain = Mapping[str, Any]
Items = Sequence[Mapping[str, Any]]


class Change(NamedTuple):
    """What is to be another value in a measure; `old` is None where there is none, `new` likewise.

    `way` leads to it: `("milepæler", "M1", "frist")`. It `clashes` where someone must choose, and
    is `kept` where the sheet says what it said before and the register has become another.
    """

    measure: str
    way: tuple[str, ...]
    old: Any
    new: Any
    cell: str
    base: Any = None
    clashes: bool = False
    kept: bool = False

    @property
    def field(self) -> str:
        """The field as it is told."""
        return ".".join(self.way)


def alike(one: str, other: str) -> bool:
    """Whether two texts may be the same one, reworded."""
    ratio = SequenceMatcher(None, folded(one), folded(other), autojunk=False).ratio()
    return ratio >= ALIKE


def changes_of(entry: Entry, measure: Plain, before: Plain | None) -> Iterator[Change]:
    """What a sheet has that the measure has not, or has otherwise.

    `before` is what both were made from; None where nobody knows.
    """
    identity = str(measure[ID])
    for field, value in entry.plain.items():
        cell = entry.cells.get(field, "")
        if is_listed(field):
            sides = [_items(side, field) for side in (before or {}, measure)]
            of_kind = _milestones if field == MILESTONES else _documents
            yield from of_kind(
                identity, cell, None if before is None else sides[0], sides[1], value
            )
        elif field == NOTE and measure.get(field) is not None:
            yield from _note(identity, cell, str(measure[field]), before, value)
        else:
            base = before.get(field) if before else None
            change = Change(
                measure=identity,
                way=(field,),
                old=measure.get(field),
                new=value,
                cell=cell,
                base=base,
            )
            settled = list(_settled(change, known=before is not None))
            yield from _with_other(settled, entry, measure, before)


def _with_other(
    settled: Sequence[Change], entry: Entry, measure: Plain, before: Plain | None
) -> Iterator[Change]:
    """A change, and where it says otherwise when a measure ends, that the other field goes."""
    for change in settled:
        other = TOGETHER.get(change.field, "")
        if change.kept or other not in measure or other in entry.plain:
            yield change
            continue
        base = before.get(other) if before else None
        clashes = change.clashes or before is None or not _same(other, base, measure[other])
        yield change._replace(clashes=clashes)
        gone = change._replace(way=(other,), old=measure[other], new=None)
        yield gone._replace(base=base, clashes=clashes)


def _settled(change: Change, *, known: bool) -> Iterator[Change]:
    """What a value becomes; nothing where it is so already. `known` says that there is a base."""
    field = change.way[-1]
    if _same(field, change.old, change.new):
        return
    if known and _same(field, change.base, change.new):
        yield change._replace(kept=True)
        return
    clashes = not _same(field, change.base, change.old) if known else change.old is not None
    yield change._replace(clashes=clashes)


def _note(identity: str, cell: str, old: str, before: Plain | None, new: str) -> Iterator[Change]:
    """A note, of which nothing that stands in the register alone is lost."""
    if _same(NOTE, old, new):
        return
    base = str(before.get(NOTE) or "") if before else ""
    if before and _same(NOTE, base, new):
        yield Change(
            measure=identity, way=(NOTE,), old=old, new=new, cell=cell, base=base, kept=True
        )
        return
    there = {line.strip() for line in old.splitlines()}
    added = [line for line in new.splitlines() if line.strip() not in there]
    whole = "\n".join((old.rstrip("\n"), *added))
    known = before is not None and base.strip() in old
    whole = old.replace(base.strip(), new, 1) if known and base.strip() else whole
    yield Change(
        measure=identity,
        way=(NOTE,),
        old=old,
        new=whole,
        cell=cell,
        base=base or None,
        clashes=not known,
    )


def _milestones(
    identity: str, cell: str, before: Items | None, ours: Items, theirs: Items
) -> Iterator[Change]:
    used = {str(step.get(ID)) for step in ours}
    for step in theirs:
        there = _step_like(step, ours)
        was = _step_like(step, before or ())
        if there is None:
            name = _free(str(step[ID]), used)
            used.add(name)
            new = {**step, ID: name}
            kept = was is not None
            yield Change(
                measure=identity,
                way=(MILESTONES, name),
                old=None,
                new=new,
                cell=cell,
                base=was,
                kept=kept,
            )
            continue
        for key, value in step.items():
            if key != ID:
                way = (MILESTONES, str(there[ID]), key)
                base = was.get(key) if was else None
                change = Change(
                    measure=identity, way=way, old=there.get(key), new=value, cell=cell, base=base
                )
                yield from _settled(change, known=was is not None)


def _free(name: str, used: set[str]) -> str:
    numbers = (f"M{number}" for number in range(1, len(used) + 2))
    return name if name not in used else next(n for n in numbers if n not in used)


def _step_like(step: Mapping[str, Any], steps: Items) -> Mapping[str, Any] | None:
    """The milestone that is the same: by its text, or by its number where the texts are alike."""
    text = str(step[TEXT])
    same = [each for each in steps if folded(str(each.get(TEXT))) == folded(text)]
    if len(same) == 1:
        return same[0]
    numbered = [each for each in steps if str(each.get(ID)) == step[ID]]
    return next((each for each in numbered if alike(str(each.get(TEXT)), text)), None)


def _documents(
    identity: str, cell: str, before: Items | None, ours: Items, theirs: Items
) -> Iterator[Change]:
    """All of them as one change: what is new comes last, and titles may be others."""
    merged = [dict(each) for each in ours]
    by_link = {str(each.get(LINK)): each for each in merged}
    earlier = {str(each.get(LINK)): each for each in before or ()}
    clashes = False
    for document in theirs:
        link, title = str(document[LINK]), document[DOCUMENT_TITLE]
        there, was = by_link.get(link), earlier.get(link)
        if was is not None and folded(str(was.get(DOCUMENT_TITLE))) == folded(str(title)):
            continue
        if there is None:
            merged.append(dict(document))
        elif folded(str(there.get(DOCUMENT_TITLE))) != folded(str(title)):
            clashes = clashes or was is None or was != there
            there[DOCUMENT_TITLE] = title
    if merged != [*ours]:
        old = [*ours] or None
        yield Change(
            measure=identity,
            way=(DOCUMENTS,),
            old=old,
            new=merged,
            cell=cell,
            base=before,
            clashes=clashes,
        )


def _items(plain: Plain, field: str) -> Items:
    items = plain.get(field)
    return [each for each in items if isinstance(each, dict)] if isinstance(items, list) else []


def _same(field: str, old: Any, new: Any) -> bool:
    if old is None or new is None:
        return old is new
    if field in (TITLE, TEXT):
        return folded(str(old)) == folded(str(new))
    if isinstance(old, list) or isinstance(new, list):
        one, other = ([*map(str, v)] if isinstance(v, list) else [str(v)] for v in (old, new))
        return one == other if field == "ansvarlig" else set(one) == set(other)
    words = " ".join(str(new).split())
    kept = " ".join(str(old).split())
    # A note that has more than the sheet's is not to be shortened.
    return words in kept if field == NOTE else kept == words


def with_changes(plain: Plain, changes: Iterable[Change]) -> dict[str, Any]:
    """The plain data of a measure as some changes make it; the data given are left as they are."""
    wanted = dict(plain)
    for change in changes:
        field, *rest = change.way
        if rest:
            wanted[field] = _with_step(_items(wanted, field), rest, change.new)
        elif change.new is None:
            wanted.pop(field, None)
        else:
            wanted[field] = change.new
    return wanted


def _with_step(steps: Items, way: Sequence[str], new: Any) -> list[dict[str, Any]]:
    """Milestones with one more, or with another value in one."""
    name, *part = way
    if not part:
        return [*map(dict, steps), new]
    return [{**step, part[0]: new} if str(step.get(ID)) == name else dict(step) for step in steps]
