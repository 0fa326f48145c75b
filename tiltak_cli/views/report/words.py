"""What every form of the report says alike: who it is about, how many, and what changed."""

from tiltak_cli.changes.compare import Comparison
from tiltak_cli.domain.deadline import PartialDate
from tiltak_cli.domain.measure import Measure
from tiltak_cli.overview.counts import Overview
from tiltak_cli.wording import Wording


def title(seen: Overview, say: Wording) -> str:
    """The report's title, with the edition where the register has one."""
    return f"{say('report.title')} {seen.register.edition}".strip()


def strategy(seen: Overview) -> str:
    """The strategy's title and subtitle."""
    return f"{seen.register.strategy.title} {seen.register.strategy.subtitle}".strip()


def keeper(seen: Overview, say: Wording) -> str:
    """Who keeps the register, by name and abbreviation."""
    register = seen.register
    name = say.organisation(register.organisations, register.keeper, register.as_of)
    return register.keeper if name == register.keeper else f"{name} ({register.keeper})"


def is_selection(seen: Overview) -> bool:
    """Whether only some of the register's measures are shown."""
    return len(seen.measures) < len(seen.register.measures)


def count(seen: Overview, say: Wording) -> str:
    """How many measures there are, or how many of them are shown."""
    total = len(seen.register.measures)
    if is_selection(seen):
        return say("report.selection", number=len(seen.measures), total=total)
    return say.format_field(total, "n.measure")


def nothing(seen: Overview, say: Wording) -> str:
    """Why no measures are shown."""
    return say("report.no-match" if is_selection(seen) else "report.no-measures")


def quarter(period: PartialDate, say: Wording) -> str:
    """A quarter with its year, short enough for the head of a column: «2024 K2»."""
    year, _, number = period.text.partition("-Q")
    return say("timeline.quarter", year=year, quarter=number)


def deadline(measure: Measure, say: Wording) -> str:
    """A measure's deadline, that it is ongoing, or that it has none."""
    if measure.deadline:
        return say.value(measure.deadline)
    return say.word("løpende") if measure.ongoing else say("report.no-deadline")


def carried_over(seen: Overview, say: Wording) -> str:
    """The heading for the measures from the previous strategy."""
    period = seen.register.strategy.previous.replace("-", "–")
    return say("report.carried-over", period=period) if period else say("carried.title")


def compared(comparison: Comparison, say: Wording) -> str:
    """Which editions are compared."""
    old, new = comparison.old, comparison.new
    sides = {"old": old.edition, "then": old.as_of, "new": new.edition, "now": new.as_of}
    return say("report.compared", **sides)
