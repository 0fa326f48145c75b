"""What every form of the report says alike: who it is about, how many, and what changed."""

from tiltak_cli.changes.change import Change
from tiltak_cli.changes.compare import Comparison
from tiltak_cli.domain.deadline import PartialDate
from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.sentences import excerpt
from tiltak_cli.overview.carried_over import Outcome, by_outcome
from tiltak_cli.overview.counts import Overview
from tiltak_cli.views.symbols import OUTCOME_SYMBOLS
from tiltak_cli.wording import Wording


def title(seen: Overview, say: Wording) -> str:
    """The report's title, with the edition where the register has one."""
    return f"{say('report.title')} {seen.register.edition}".strip()


def strategy(seen: Overview) -> str:
    """The strategy's title and subtitle."""
    return f"{seen.register.strategy.title} {seen.register.strategy.subtitle}".strip()


def keeper(seen: Overview, say: Wording) -> str:
    """Who keeps the register, by name and abbreviation."""
    code = seen.register.keeper
    name = organisation(code, seen, say)
    return code if name == code else f"{name} ({code})"


def organisation(code: str, seen: Overview, say: Wording) -> str:
    """An organisation's full name, or its abbreviation where it has no other."""
    return say.organisation(seen.register.organisations, code, seen.register.as_of)


def roleless(seen: Overview, say: Wording) -> tuple[str, ...]:
    """The ministries that no measure names: «Forsvarsdepartementet (FD)»."""
    codes = (ministry.code for ministry in seen.without_role)
    return tuple(f"{organisation(code, seen, say)} ({code})" for code in codes)


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


def attention(seen: Overview, say: Wording) -> str:
    """The heading of what leaders should look at: a forum's agenda where one is asked for."""
    return say("report.agenda", forum=seen.forum) if seen.forum else say("attention.heading")


def past(seen: Overview, say: Wording) -> str:
    """What is not known of the past; nothing where all is."""
    return say.phrases(seen.cut.of_moves()) if seen.cut else ""


def carried_over(seen: Overview, say: Wording) -> str:
    """The heading for the measures from the previous strategy."""
    period = seen.register.strategy.previous.replace("-", "–")
    return say("report.carried-over", period=period) if period else say("carried.title")


def outcome(kind: Outcome, say: Wording) -> str:
    """What became of a measure from the previous strategy, with its symbol."""
    return f"{OUTCOME_SYMBOLS[kind]} {say(f'outcome.{kind}')}"


def outcomes(seen: Overview, say: Wording) -> str:
    """How many measures from the previous strategy ended in each way."""
    return " ".join(
        say("carried.count", word=say(f"outcome.{kind}"), count=len(members))
        for kind, members in by_outcome(seen.carried_over).items()
    )


def why(change: Change, say: Wording) -> str:
    """The register's own reason for a change, in short; empty where the new value says the same."""
    return "" if change.why == say.value(change.new) else excerpt(change.why)


def compared(comparison: Comparison, say: Wording) -> str:
    """Which editions are compared."""
    old, new = comparison.old, comparison.new
    sides = {"old": old.edition, "then": old.as_of, "new": new.edition, "now": new.as_of}
    return say("report.compared", **sides)
