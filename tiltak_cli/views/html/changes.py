"""The page of what changed from one edition to another: to read, and to go through in a meeting."""

from typing import Any, NamedTuple

from tiltak_cli.changes.change import Change, Piece
from tiltak_cli.changes.compare import Comparison
from tiltak_cli.domain.sentences import excerpt
from tiltak_cli.views.changes.words import (
    EVERYTHING,
    MARKS,
    Chosen,
    aside,
    level_count,
    named_anew,
    nothing,
    past,
    selection,
    tally,
)
from tiltak_cli.views.html.brief import in_brief
from tiltak_cli.views.html.parts import PLAIN_ID
from tiltak_cli.views.html.render import Files, rendered
from tiltak_cli.wording import Language, Wording, wording

PAGE = Files("diff.html", ("page.css", "print.css", "diff.css"))
# Longer values are found in the register.
LENGTH = 300


class Row(NamedTuple):
    """A change: its kind and level, what happened, the values, and the register's own words.

    Of a text most of which stays, `words` tell what has changed, and there are no values.
    """

    level: str
    symbol: str
    word: str
    kind: str
    text: str
    why: str
    words: tuple[Piece, ...]
    old: str
    new: str
    code: str
    settle: str


class Group(NamedTuple):
    """A measure with its changes; `gone` where it is only in the older edition."""

    anchor: str
    code: str
    title: str
    lead: str
    lead_name: str
    gone: bool
    rows: tuple[Row, ...]


class Weight(NamedTuple):
    """A level with its number of changes in words, and the number of each kind."""

    symbol: str
    text: str
    kinds: tuple[tuple[str, int], ...]


def changes_html(
    comparison: Comparison, chosen: Chosen = EVERYTHING, language: Language = Language.NB
) -> str:
    """The page as text, to be written as UTF-8. Internal fields are never on it."""
    comparison, say = comparison.public(), wording(language)
    old, new, formerly = comparison.old, comparison.new, comparison.formerly()
    groups = _groups(comparison, say)
    anchors = {group.code: group.anchor for group in groups if not group.gone}
    values: dict[str, Any] = {
        "register": new,
        "old": old,
        "strategy": f"{new.strategy.title} {new.strategy.subtitle}".strip(),
        "title": say("diff.title", old=old.edition, new=new.edition),
        "tally": tally(comparison, say) if comparison.all else nothing(comparison, chosen, say),
        "selection": selection(chosen, say),
        "past": past(comparison, say),
        "changes": comparison.all,
        "weights": _weights(comparison, say),
        "areas": [(a, comparison.by_area()[a.code]) for a in new.strategy.areas],
        "leads": [
            (code, named_anew(_name(code, comparison, say), formerly.get(code, ""), say), n)
            for code, n in comparison.by_ministry().items()
        ],
        "general": tuple(_row(change, say) for change in comparison.general),
        "groups": groups,
        "by_measure": comparison.changes,
        "news": in_brief(comparison, say("brief.heading"), anchors, say),
    }
    return rendered(PAGE, values, language)


def _weights(comparison: Comparison, say: Wording) -> tuple[Weight, ...]:
    weights = []
    for level, number in comparison.by_level().items():
        kinds = tuple(
            (say(f"kind.{kind.code}"), n) for kind, n in comparison.by_kind() if kind.level is level
        )
        if kinds:
            text = level_count(level, number, say)
            weights.append(Weight(MARKS[level], text, kinds))
    return tuple(weights)


def _groups(comparison: Comparison, say: Wording) -> tuple[Group, ...]:
    """Each measure with its changes, in the order of the comparison."""
    groups = []
    now = comparison.new.by_id()
    for number, (measure, changes) in enumerate(comparison.told()):
        code, lead = measure.id, measure.lead
        taken = changes[0].gone and code in now
        anchor = code if PLAIN_ID.fullmatch(code) and not taken else f"tiltak-{number}"
        rows = tuple(_row(change, say) for change in changes)
        name = _name(lead, comparison, say)
        groups.append(
            Group(
                anchor=anchor,
                code=code,
                title=measure.title,
                lead=lead,
                lead_name=name,
                gone=changes[0].gone,
                rows=rows,
            )
        )
    return tuple(groups)


def _row(change: Change, say: Wording) -> Row:
    level, kind = change.kind.level, say(f"kind.{change.kind.code}")
    whole = not change.field
    old = "" if whole else say.value(change.old)
    new = "" if whole else say.value(change.new)
    # What the new value says is not said twice.
    why = "" if change.words or change.why.rstrip("…") in new else excerpt(change.why)
    return Row(
        level=level.name.lower(),
        symbol=MARKS[level],
        word=say(f"level.{level}").partition("|")[0],
        kind=kind,
        text=f"{say.phrases(change.said)} {aside(change, say)}".strip(),
        why=why,
        words=change.words,
        old=_short(old),
        new=_short(new),
        code=change.fingerprint,
        settle=say("diff.settle", what=f"{change.measure_id} {kind}".strip()),
    )


def _name(code: str, comparison: Comparison, say: Wording) -> str:
    """An organisation's full name, as it is now."""
    register = comparison.new
    return say.organisation(register.organisations, code, register.as_of)


def _short(text: str) -> str:
    return text if len(text) <= LENGTH else text[: LENGTH - 1].rstrip() + "…"
