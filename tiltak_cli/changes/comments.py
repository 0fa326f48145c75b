"""Comments in the register's text: they are no content, but one line says that they changed."""

from collections import Counter
from collections.abc import Set as AbstractSet

from tiltak_cli.changes.change import Change, Kind
from tiltak_cli.changes.compare import Comparison
from tiltak_cli.wording import phrase

# Comments by the id of the measure that they are about; those about none of them under "".
Owned = dict[str, Counter[str]]
# Beyond so many measures only their number is told.
FEW = 8


def with_comments(comparison: Comparison, old: Owned, new: Owned) -> Comparison:
    """The comparison, with what there is to say where comments have changed and nothing else has.

    What came or went with a measure, or in one that is told of anyway, is not told again.
    """
    numbers = comparison.matching.numbers
    old = {numbers.get(owner, owner): old[owner] for owner in old if owner in numbers or not owner}
    changed = {change.measure_id for change in comparison.changes if not change.gone}
    same = {"", *numbers.values()} - changed
    change = _change(_apart(old, new, same), _apart(new, old, same))
    return comparison._replace(comments=change)


def _apart(one: Owned, other: Owned, owners: AbstractSet[str]) -> list[tuple[str, str]]:
    """Whose comment, and the comment, for each that `one` has more of than `other`."""
    return sorted(
        (owner, comment)
        for owner in owners & one.keys()
        for comment in (one[owner] - other.get(owner, Counter())).elements()
    )


def _change(went: list[tuple[str, str]], came: list[tuple[str, str]]) -> Change | None:
    owners = sorted({owner for owner, _ in (*went, *came)})
    if not owners:
        return None
    measures = tuple(filter(None, owners))
    phrases = []
    if measures:
        key = "change.comments" if len(measures) <= FEW else "change.comments-many"
        phrases.append(phrase(key, measures=measures, number=len(measures)))
    if "" in owners:
        phrases.append(phrase("change.comments-around"))
    old, new = (
        tuple(f"{owner}: {text}" if owner else text for owner, text in comments)
        for comments in (went, came)
    )
    return Change(
        kind=Kind.COMMENTS,
        measure_id="",
        title="",
        field="kommentarer",
        old=old,
        new=new,
        said=tuple(phrases),
    )
