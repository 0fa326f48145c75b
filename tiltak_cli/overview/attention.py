"""«Dette bør ledelsen se på»: which measures need attention, why, and in what order.

Each criterion gives points, and a measure stands where its points put it. The handbook's page
`ledelsen.md` says the same in the readers' words, and a test holds the two equal.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from tiltak_cli.changes.history import Cut, History, Moves, Stand
from tiltak_cli.domain.deadline import PartialDate
from tiltak_cli.domain.measure import NOT_STARTED, Assessment, Measure, Priority, Status
from tiltak_cli.domain.sentences import sentence
from tiltak_cli.domain.strategy import Direction
from tiltak_cli.wording import NB, Phrase, phrase

# A passed deadline gives one more for every ten days, up to LONGEST. High priority gives more
# where there is any other reason; what is not updated for long counts only beside another reason or
# with high priority.
POINTS = {
    "overdue": 100,
    "red": 100,
    "waits": 60,
    "late-start": 50,
    "uncovered": 45,
    "slipped": 40,
    "milestone": 40,
    "not-begun": 35,
    "no-progress": 35,
    "yellow": 30,
    "stale": 20,
    "high": 10,
}
LONGEST = 40
STALE_DAYS = 180
SHORT_TIME = 180
SLIPPED_OFTEN = 2


class Lookback(NamedTuple):
    """What is known of the past, by the id of a measure; nothing where nobody has looked.

    `deadlines` are all that a measure has had, in order; nothing where more of them may be unknown,
    because the history is `cut`. `editions` are those that there have been, in order.
    """

    moves: Mapping[str, Moves] = {}
    changed: Mapping[str, date] = {}
    deadlines: Mapping[str, tuple[PartialDate, ...]] = {}
    cut: Cut | None = None
    editions: tuple[Stand, ...] = ()

    def updated(self, measure: Measure) -> date | None:
        """When somebody last wrote something new: as the measure says, else as the history does."""
        return measure.updated or self.changed.get(measure.id)


def lookback(history: History) -> Lookback:
    """What a register's history tells of its measures.

    Where it is cut, nobody knows what befell before that those which were there already.
    """
    older = {code for code, s in history.stories.items() if history.cut and history.from_start(s)}
    return Lookback(
        {code: history.moves(code) for code in history.stories},
        {
            code: story.last_changed
            for code, story in history.stories.items()
            if code not in older or not all(step.bookkeeping for step in story.steps)
        },
        {c: story.deadlines() for c, story in history.stories.items() if c not in older},
        history.cut if older else None,
        history.editions,
    )


class Attention(NamedTuple):
    """A measure, or all the directions without any, and why to look at it, weightiest first."""

    measure: Measure | None
    directions: tuple[Direction, ...]
    points: int
    said: tuple[Phrase, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The measure's id, or the codes of the directions."""
        return (self.measure.id,) if self.measure else tuple(d.code for d in self.directions)

    @property
    def code(self) -> str:
        """The measure's id or the direction's code; nothing where there are several."""
        return self.codes[0] if len(self.codes) == 1 else ""

    @property
    def title(self) -> str | Phrase:
        """The measure's title or the direction's text; the codes where there are several."""
        if self.measure:
            return self.measure.title
        if len(self.directions) == 1:
            return self.directions[0].text
        return phrase("attention.directions", directions=self.codes)

    @property
    def each(self) -> "tuple[Attention, ...]":
        """The measure, or each direction on its own."""
        if self.measure:
            return (self,)
        return tuple(_uncovered(direction) for direction in self.directions)

    @property
    def only_stale(self) -> bool:
        """Whether it is only not updated: no matter to decide, but something to ask for."""
        return all(reason.key == "attention.stale" for reason in self.said)

    @property
    def reasons(self) -> tuple[str, ...]:
        """The reasons in bokmål."""
        return tuple(map(NB.phrase, self.said))


def attention_list(
    measures: tuple[Measure, ...],
    by_id: dict[str, Measure],
    uncovered: list[Direction],
    report_date: date,
    past: Lookback,
) -> tuple[Attention, ...]:
    """Rank what needs attention on a day, most points first, then in the register's order."""
    items = []
    for measure in measures:
        if measure.ended or measure.status is Status.POSTPONED:
            continue
        reasons = [
            *_reasons(measure, by_id, report_date),
            *_of_the_past(measure, past),
            *_without_progress(measure, report_date),
        ]
        reasons.sort(key=lambda reason: -reason[0])
        high = measure.priority is Priority.HIGH
        updated = past.updated(measure)
        days = (report_date - updated).days if updated else 0
        if days > STALE_DAYS and (reasons or high):
            reasons.append((POINTS["stale"], phrase("attention.stale", days=days, day=updated)))
        if reasons:
            points = sum(points for points, _ in reasons) + POINTS["high"] * high
            items.append(Attention(measure, (), points, tuple(words for _, words in reasons)))
    if uncovered:
        items.append(_uncovered(*uncovered))
    return tuple(sorted(items, key=lambda attention: -attention.points))


def _uncovered(*directions: Direction) -> Attention:
    """Directions that no measure follows up: they are decided on together."""
    why = phrase("attention.uncovered", number=len(directions))
    return Attention(None, directions, POINTS["uncovered"], (why,))


def _reasons(
    measure: Measure, by_id: dict[str, Measure], report_date: date
) -> Iterator[tuple[int, Phrase]]:
    if measure.deadline and measure.overdue(report_date):
        days = (report_date - measure.deadline.last).days
        reason = phrase("attention.overdue", deadline=measure.deadline, days=days)
        yield POINTS["overdue"] + min(days // 10, LONGEST), reason
    if measure.assessment is Assessment.RED:
        yield POINTS["red"], phrase("attention.red", why=sentence(measure.deviation))
    for target in (by_id.get(code) for code in measure.depends_on):
        how = _holds_back(target, report_date) if target else ""
        if target and how:
            yield POINTS["waits"], phrase(f"attention.waits-{how}", target=target.id)
    if measure.start and measure.late_start(report_date):
        yield POINTS["late-start"], phrase("attention.late-start", start=measure.start)
    for milestone in measure.milestones:
        due = milestone.deadline
        if due and milestone.reached is None and due.last < report_date:
            reason = phrase("attention.milestone", id=milestone.id, text=milestone.text, due=due)
            yield POINTS["milestone"], reason
    if measure.assessment is Assessment.YELLOW:
        yield POINTS["yellow"], phrase("attention.yellow", why=sentence(measure.deviation))


def _of_the_past(measure: Measure, past: Lookback) -> Iterator[tuple[int, Phrase]]:
    moves = past.moves.get(measure.id)
    if moves and moves.times >= SLIPPED_OFTEN and moves.days > 0:
        yield POINTS["slipped"], phrase("attention.slipped", **moves._asdict())


def _without_progress(measure: Measure, report_date: date) -> Iterator[tuple[int, Phrase]]:
    if measure.priority is not Priority.HIGH or measure.status is None:
        return
    if measure.status in NOT_STARTED:
        days = (measure.deadline.last - report_date).days if measure.deadline else -1
        if 0 <= days <= SHORT_TIME:
            yield POINTS["not-begun"], phrase("attention.not-begun", days=days)
    elif not measure.progress.strip():
        yield POINTS["no-progress"], phrase("attention.no-progress")


def _holds_back(target: Measure, report_date: date) -> str:
    """How a measure holds back those that depend on it, or nothing."""
    if target.status is Status.POSTPONED:
        return "postponed"
    if target.status is Status.DROPPED:
        return "dropped"
    if target.overdue(report_date):
        return "overdue"
    return "red" if target.assessment is Assessment.RED and not target.ended else ""
