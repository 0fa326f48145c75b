"""Two measures that have come to have one id, and both stay: one gets another id."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tiltak_cli.changes.merge.pairing import REFERENCES, TEXTS, free_ids
from tiltak_cli.changes.merge.result import Clash
from tiltak_cli.domain.fields import ID
from tiltak_cli.domain.identity.numbers import WORD, with_numbers
from tiltak_cli.edits.merged.unsettled import Unsettled, side_lines
from tiltak_cli.sources.yaml.places import LIST

OTHER = {"ours": "theirs", "theirs": "ours"}


class Renamed(NamedTuple):
    """A measure that gets another id: the side it is new on, and what that side's ids become."""

    side: str
    code: str
    names: Mapping[str, str]


def renamed(conflicts: Sequence[Unsettled], taken: set[str]) -> list[Renamed]:
    """The measures that get another id where both are kept; `taken` are the ids that none may get.

    Two are new under one id, or one side has given an old measure the id of a new one.
    """
    renamings: list[Renamed] = []
    for conflict in conflicts:
        if side := _new_side(conflict):
            code = conflict.about[0].measure
            new = next(free_ids(taken, code))
            taken.add(new)
            renamings.append(Renamed(side, code, {**_old_id(conflicts, code, side), code: new}))
    return renamings


def both_lines(
    lines: Sequence[str], conflict: Unsettled, known: Sequence[Renamed]
) -> list[str] | None:
    """The lines of both sides; None where they do not go together."""
    code = conflict.linked or conflict.about[0].measure
    new = next((one for one in known if one.code == code), None)
    if new is None:
        return None
    own, other = (side_lines(lines, conflict.block, s) or [] for s in (new.side, OTHER[new.side]))
    followed = [with_numbers(line, new.names) for line in own]
    if _are_two(conflict):
        return [*other, *followed]
    if followed == other or conflict.about[0].field == ID:
        return other
    return None if other else followed


def is_whole(conflict: Unsettled) -> bool:
    """Whether a conflict is about a new measure, or two, under an id that has another meaning."""
    about = conflict.about[0]
    return len(conflict.about) == 1 and not about.field and about.kind is Clash.SAME_ID


def _are_two(conflict: Unsettled) -> bool:
    """Whether a conflict is between two new measures."""
    about = conflict.about[0]
    return is_whole(conflict) and None not in (about.ours, about.theirs)


def _new_side(conflict: Unsettled) -> str:
    """The side whose new measure gives way, if any does: theirs, or the one that has the only."""
    if not is_whole(conflict):
        return ""
    return "ours" if conflict.about[0].theirs is None else "theirs"


def names_in(data: Any, code: str) -> Iterator[str]:
    """The fields of other measures that name one, such as `T001.avhenger_av`."""
    measures = data.get(LIST) if isinstance(data, dict) else None
    for measure in measures if isinstance(measures, list) else ():
        for key in (*REFERENCES, *TEXTS) if isinstance(measure, dict) else ():
            value = measure.get(key)
            texts = value if isinstance(value, list) else [value]
            named = any(isinstance(t, str) and code in WORD.findall(t) for t in texts)
            if named and measure.get(ID) != code:
                yield f"{measure.get(ID)}.{key}"


def _old_id(conflicts: Sequence[Unsettled], code: str, side: str) -> dict[str, str]:
    """The id on one side of the old measure that the other has given the id of a new one."""
    about = (conflict.about[0] for conflict in conflicts)
    return {getattr(c, side): code for c in about if c.field == ID and c.measure == code}
