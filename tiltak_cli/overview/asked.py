"""What a workbook that others fill in asks them for: which measures are whose, and what is needed.

«Vi ber om» in such a workbook says it on the row, and its letter says the weightiest of it.
"""

from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from tiltak_cli.changes.compare import Comparison
from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.domain.measure import NEEDS, Assessment, Measure, Milestone, Status, unstated
from tiltak_cli.overview.attention import LONGEST, POINTS, STALE_DAYS
from tiltak_cli.overview.counts import SOON_DAYS, Overview
from tiltak_cli.wording import Phrase, phrase

WORRYING = (Assessment.YELLOW, Assessment.RED)
# Of what more is to be asked than in «Dette bør ledelsen se på».
LACKING, SOON, WITHOUT_MILESTONES = 90, 30, 5
STEPS = "milepæler"
# So much does anyone read of one measure.
MOST = 3


class Reason(NamedTuple):
    """Something to ask for: how much it weighs, why, what to do, and the field it is done in."""

    points: int
    why: Phrase
    todo: Phrase
    field: str


class Asked(NamedTuple):
    """What is asked about a measure, the weightiest first; no `reasons` where all is in order."""

    measure: Measure
    reasons: tuple[Reason, ...]

    @property
    def points(self) -> int:
        """How much it weighs."""
        return sum(reason.points for reason in self.reasons)

    @property
    def why(self) -> tuple[Phrase, ...]:
        """Who answers together where they are several; and why, most important first."""
        measure = self.measure
        others = measure.responsible[1:]
        together = (phrase("asked.together", lead=measure.lead, others=others),) if others else ()
        return (*together, *(reason.why for reason in self.reasons))

    @property
    def todo(self) -> tuple[Phrase, ...]:
        """What to do, each thing once; where there is no reason, to look it through."""
        return tuple(dict.fromkeys(r.todo for r in self.reasons)) or (phrase("asked.look-over"),)


class Form(NamedTuple):
    """The measures of a workbook that organisations fill in, by what they are to do with them.

    `own` are those that they are responsible for, alone or with others, and that have not ended, or
    lack something; the weightiest first.
    `taking_part` are the others that have not ended, and `ended` those that have since the edition
    compared with, or at all where there is none. So many that ended before are `left_out`.
    """

    own: tuple[Measure, ...]
    taking_part: tuple[Measure, ...]
    ended: tuple[Measure, ...]
    left_out: int
    asked: dict[str, Asked]


def form_of(
    seen: Overview, codes: Collection[str], fields: Collection[str], comparison: Comparison | None
) -> Form:
    """What organisations, by abbreviation, are to do with the measures of an overview.

    `fields` are those that they can write in.
    """
    identity, day = seen.register.organisations.identity, seen.report_date
    theirs = set(map(identity, codes))
    before = comparison.matching.earlier if comparison else {}
    own: list[Asked] = []
    taking_part: list[Measure] = []
    ended: list[Measure] = []
    left_out = 0
    for measure in seen.measures:
        answers = not theirs.isdisjoint(map(identity, measure.responsible))
        if answers and not (measure.ended and not lacking(measure, day) and not remaining(measure)):
            reasons = _reasons(measure, day, seen.updated.get(measure.id), fields)
            first = sorted(reasons, key=lambda reason: -reason.points)[:MOST]
            own.append(Asked(measure, tuple(first)))
        elif not measure.ended:
            taking_part.append(measure)
        elif measure.id in before and before[measure.id].ended:
            left_out += 1
        else:
            ended.append(measure)
    own.sort(key=lambda asked: -asked.points)
    return Form(
        own=tuple(asked.measure for asked in own),
        taking_part=tuple(taking_part),
        ended=tuple(ended),
        left_out=left_out,
        asked={asked.measure.id: asked for asked in own},
    )


def lacking(measure: Measure, day: date) -> tuple[str, ...]:
    """The fields, by key, that a measure must have as it stands and has not."""
    needed = [*unstated(measure), *["frist"] * (not measure.ongoing)]
    needed += NEEDS.get(measure.status, ()) if measure.status else ()
    if measure.assessment:
        needed += NEEDS.get(measure.assessment, ())
    if measure.overdue(day) and measure.assessment not in WORRYING:
        needed.append("avvik")
    return tuple(key for key in needed if not getattr(measure, BY_KEY[key].attribute))


def remaining(measure: Measure) -> tuple[str, ...]:
    """The ids of the milestones that are not reached, of a measure that is said to be done."""
    done = measure.status is Status.COMPLETED
    return tuple(step.id for step in measure.milestones if done and step.reached is None)


def _reasons(
    measure: Measure, day: date, updated: date | None, fields: Collection[str]
) -> Iterator[Reason]:
    """Every reason to ask for something that can be written in the workbook."""
    every = (
        *_of_needs(measure, day),
        *(() if measure.ended or measure.status is Status.POSTPONED else _of_dates(measure, day)),
        *_of_progress(measure, day, updated),
    )
    return (reason for reason in every if reason.field in fields)


def _of_needs(measure: Measure, day: date) -> Iterator[Reason]:
    missing = lacking(measure, day)
    for key in missing:
        field = BY_KEY[key]
        key_of = "asked.write-deadline" if key == "frist" else "asked.write"
        write = phrase(key_of, field=field)
        yield Reason(LACKING, phrase("asked.lacks", field=field), write, key)
    if left := remaining(measure):
        why = phrase("asked.remaining", n=len(left), ids=left)
        todo = phrase("asked.when-reached", n=len(left), ids=left)
        yield Reason(LACKING, why, todo, STEPS)
    if measure.assessment in WORRYING and not measure.ended and "avvik" not in missing:
        red = measure.assessment is Assessment.RED
        why = phrase("asked.assessed", assessment=measure.assessment)
        yield Reason(POINTS["red" if red else "yellow"], why, phrase("asked.explain"), "avvik")


def _of_dates(measure: Measure, day: date) -> Iterator[Reason]:
    due = measure.deadline
    if due and measure.overdue(day):
        days = (day - due.last).days
        why = phrase("asked.overdue", deadline=due, days=days)
        points = POINTS["overdue"] + min(days // 10, LONGEST)
        yield Reason(points, why, phrase("asked.new-deadline"), "frist")
    elif due and 0 <= (due.last - day).days <= SOON_DAYS:
        why = phrase("asked.soon", deadline=due, days=(due.last - day).days)
        yield Reason(SOON, why, phrase("asked.will-it-hold"), "frist")
    if measure.start and measure.late_start(day):
        why = phrase("asked.late-start", start=measure.start)
        yield Reason(POINTS["late-start"], why, phrase("asked.begin"), "status")
    if missed := [step.id for step in measure.milestones if _missed(step, day)]:
        key = "asked.milestones" if len(missed) > 1 else "asked.milestone"
        why = phrase(key, ids=tuple(missed))
        todo = phrase("asked.reached", n=len(missed), ids=tuple(missed))
        yield Reason(POINTS["milestone"], why, todo, STEPS)


def _missed(step: Milestone, day: date) -> bool:
    return step.deadline is not None and step.reached is None and step.deadline.last < day


def _of_progress(measure: Measure, day: date, updated: date | None) -> Iterator[Reason]:
    days = (day - updated).days if updated else 0
    if days > STALE_DAYS:
        why = phrase("asked.stale", days=days, day=updated)
        yield Reason(POINTS["stale"], why, phrase("asked.progress"), "fremdrift")
    if measure.status is Status.STARTED and not measure.milestones and not measure.ongoing:
        why = phrase("asked.no-milestones")
        yield Reason(WITHOUT_MILESTONES, why, phrase("asked.add-milestone"), STEPS)
