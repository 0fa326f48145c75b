"""What is new since the edition compared with, in the measures of those who get the workbook."""

from typing import NamedTuple

from tiltak_cli.changes.change import Change, Kind, Level
from tiltak_cli.domain.measure import Measure
from tiltak_cli.views.excel.kit.book import Book
from tiltak_cli.wording import Phrase, Wording

EXITS = (Kind.DROPPED, Kind.ABSORBED, Kind.PUT_OFF)
# Kinds that are not among those that matter most to all.
ALSO = (
    *(Kind.ASSESSMENT_BETTER, Kind.ASSESSMENT_SET, Kind.STATUS_FORWARD, Kind.DEADLINE_SET),
    *(Kind.PARTICIPANT_IN, Kind.PARTICIPANT_OUT, Kind.MILESTONE_POSTPONED),
)
# So much is told of one measure.
MOST_SAID = 2


class News(NamedTuple):
    """A sentence, and the measures that it is true of."""

    measures: tuple[Measure, ...]
    text: str


def news_of(book: Book, most: int) -> tuple[tuple[News, ...], int]:
    """The `most` news, weightiest first and theirs before others', and how many measures have more.

    What is said alike of several measures is said once, and all that is said of one, together.
    """
    form, comparison = book.form, book.comparison
    if form is None or comparison is None:
        return (), 0
    shown = [*form.own, *form.ended, *form.taking_part]
    place = {measure.id: number for number, measure in enumerate(shown)}
    touched = [each for each in comparison.measures() if each.measure.id in place]
    alike: dict[Phrase, list[Measure]] = {}
    for measure, changes in touched:
        for change in filter(_is_news, changes):
            alike.setdefault(change.said[0], []).append(measure)
    entries: list[tuple[int, int, News]] = []
    for first, measures in alike.items():
        if len(measures) > 1:
            ids = place[measures[0].id]
            entries.append((0, ids, News(tuple(measures), book.say.phrase(first))))
    for measure, changes in touched:
        single = [c for c in changes if _is_news(c) and len(alike[c.said[0]]) == 1]
        if single:
            single.sort(key=lambda change: _weight(change.kind.level))
            text = " ".join(_said(change, book.say) for change in single[:MOST_SAID])
            news = News((measure,), text)
            entries.append((_weight(single[0].kind.level), place[measure.id], news))
    entries.sort(key=lambda each: each[:2])
    every = tuple(each for _, _, each in entries)
    mentioned = {m.id for each in every[:most] for m in each.measures}
    more = {m.id for each in every[most:] for m in each.measures} - mentioned
    return every[:most], len(more)


def _said(change: Change, say: Wording) -> str:
    """What happened; of what has left the work, the register's own reason too."""
    text = say.phrases(change.said)
    if change.kind not in EXITS or not change.why:
        return text
    return say("letter.because", text=text, why=change.why)


def _is_news(change: Change) -> bool:
    """Whether a change is one that others than those who made it want to hear of."""
    return change.kind.level is Level.MAJOR or change.kind in ALSO


def _weight(level: Level) -> int:
    return list(Level).index(level)
