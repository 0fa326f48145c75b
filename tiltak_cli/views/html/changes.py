"""The page of what changed from one edition to another: to read, and to go through in a meeting."""

from typing import Any, NamedTuple

from tiltak_cli.changes.change import Change, Kind, Piece
from tiltak_cli.changes.compare import Comparison
from tiltak_cli.changes.history import Stand
from tiltak_cli.domain.sentences import excerpt
from tiltak_cli.domain.strategy import TargetArea
from tiltak_cli.overview.trend import Point, points, said, shifts
from tiltak_cli.views.brief import news
from tiltak_cli.views.changes.alike import Apart, apart, fullest
from tiltak_cli.views.changes.words import (
    EVERYTHING,
    MARKS,
    Chosen,
    aside,
    level_count,
    named_anew,
    nothing,
    past,
    reference,
    selection,
    tally,
)
from tiltak_cli.views.html.bars import editions
from tiltak_cli.views.html.brief import in_brief
from tiltak_cli.views.html.parts import PLAIN_ID, Badge, badges
from tiltak_cli.views.html.render import Files, rendered
from tiltak_cli.views.trend import notes
from tiltak_cli.wording import Language, Wording, wording

PAGE = Files("diff.html", ("page.css", "print.css", "diff.css"))
# Longer values are found in the register.
LENGTH = 300
# Of so many organisations it is counted what has changed.
LEADS = 10
# How wide a bar is beside the news, in CSS pixels.
BESIDE = 330


class Named(NamedTuple):
    """A measure by its id: the anchor that it has here, or else the one that it leads to."""

    code: str
    anchor: str
    to: str


class Row(NamedTuple):
    """A change: its level, what happened, the values, and the register's own words.

    Of a text most of which stays, `words` tell what has changed, and there are no values.
    `measures` are those that it is told of at once.
    """

    level: str
    symbol: str
    word: str
    text: str
    why: str
    words: tuple[Piece, ...]
    old: str
    new: str
    reference: str
    settle: str
    measures: tuple[Named, ...] = ()


class Group(NamedTuple):
    """A measure with its changes; `gone` where it is only in the older edition."""

    anchor: str
    code: str
    title: str
    lead: str
    lead_name: str
    badge: Badge | None
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
    old, new = comparison.old, comparison.new
    series = () if comparison.left_out else _then_and_now(comparison)
    split = apart(comparison)
    groups = _groups(comparison, split, series, say)
    anchors = {group.code: group.anchor for group in groups if not group.gone}
    together = tuple(
        (_together(changes, anchors, say), changes[0].kind.rank <= Kind.REOPENED.rank)
        for changes in split.same
    )
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
        "areas": _areas(comparison),
        "leads": _leads(comparison, say),
        "more_leads": max(len(comparison.by_ministry()) - LEADS, 0),
        "then_now": editions(series, badges(say), say, BESIDE),
        "badges": tuple(badges(say)[kind] for kind in shifts(series)) if series else (),
        "said_trend": say.phrases(said(series)),
        "moved": _moved(series, say),
        "together_first": tuple(row for row, major in together if major),
        "together_last": tuple(row for row, major in together if not major),
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


def _groups(
    comparison: Comparison,
    split: Apart,
    series: tuple[Point, ...],
    say: Wording,
) -> list[Group]:
    """Each measure with its changes, in the order of the news; the others as they stand."""
    groups = []
    now = comparison.new.by_id()
    standings = series[-1].standings if series else {}
    brief = news(comparison)
    subjects = [s for sentence in brief.sentences for s in sentence.subjects] if brief else []
    first = {(s.id, s.gone): n for n, s in reversed(list(enumerate(subjects)))}
    touched = list(enumerate(split.own))
    touched.sort(key=lambda t: first.get((t[1].measure.id, t[1].changes[0].gone), len(first)))
    for number, (measure, changes) in touched:
        code, lead, gone = measure.id, measure.lead, changes[0].gone
        taken = gone and code in now
        standing = None if gone else standings.get(code)
        groups.append(
            Group(
                anchor=code if PLAIN_ID.fullmatch(code) and not taken else f"tiltak-{number}",
                code=code,
                title=measure.title,
                lead=lead,
                lead_name=_name(lead, comparison, say),
                badge=badges(say)[standing] if standing else None,
                gone=gone,
                rows=tuple(_row(change, say) for change in changes),
            )
        )
    return groups


def _together(changes: tuple[Change, ...], anchors: dict[str, str], say: Wording) -> Row:
    """One row for the same change in several measures; one that is told of nowhere else is here."""
    first = fullest(changes)
    row, kind = _row(first, say), say(f"kind.{first.kind.code}")
    measures = []
    for code in (change.measure_id for change in changes):
        here = code not in anchors and PLAIN_ID.fullmatch(code)
        if here:
            anchors[code] = code
        measures.append(Named(code, code if here else "", "" if here else anchors.get(code, "")))
    what = row.reference.removeprefix(f"{first.measure_id} ")
    return row._replace(
        reference=f"{len(changes)} × {what}",
        settle=say("diff.settle", what=f"{len(changes)} × {kind}"),
        measures=tuple(measures),
    )


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
        text=f"{say.phrases(change.said)} {aside(change, say)}".strip(),
        why=why,
        words=change.words,
        old=_short(old),
        new=_short(new),
        reference=reference(change, say),
        settle=say("diff.settle", what=f"{change.measure_id} {kind}".strip()),
    )


def _then_and_now(comparison: Comparison) -> tuple[Point, ...]:
    """The situation at both editions, each on its own day."""
    old, new = comparison.old, comparison.new
    stands = (
        Stand(old.edition, old.as_of, old.by_id()),
        Stand(new.edition, comparison.day, new.by_id()),
    )
    return points(stands, new.organisations.identity)


def _moved(series: tuple[Point, ...], say: Wording) -> tuple[tuple[Badge, int, int, str], ...]:
    """Each situation that measures have come to or left: how many there were, are, and which."""
    if not series:
        return ()
    before, now = series
    known = badges(say)
    rows = zip(shifts(series).items(), notes(series, say)[1:], strict=True)
    return tuple(
        (known[kind], before.situations.get(kind, 0), now.situations.get(kind, 0), note)
        for (kind, shift), note in rows
        if shift.come or shift.left
    )


def _areas(comparison: Comparison) -> list[tuple[TargetArea, int]]:
    counts = comparison.by_area()
    return [(a, counts[a.code]) for a in comparison.new.strategy.areas if counts[a.code]]


def _leads(comparison: Comparison, say: Wording) -> list[tuple[str, str, int]]:
    """The organisations with most measures that have changed, with their names."""
    formerly = comparison.formerly()
    return [
        (code, named_anew(_name(code, comparison, say), formerly.get(code, ""), say), number)
        for code, number in list(comparison.by_ministry().items())[:LEADS]
    ]


def _name(code: str, comparison: Comparison, say: Wording) -> str:
    """An organisation's full name, as it is now."""
    register = comparison.new
    return say.organisation(register.organisations, code, register.as_of)


def _short(text: str) -> str:
    return text if len(text) <= LENGTH else text[: LENGTH - 1].rstrip() + "…"
