"""The headline and the count of a comparison: the same words in every form."""

from tiltak_cli.changes.compare import Comparison
from tiltak_cli.changes.kinds import Level
from tiltak_cli.domain.deadline import norwegian_day
from tiltak_cli.domain.words import counted

LEVEL_WORDS = {
    Level.MAJOR: ("vesentlig", "vesentlige"),
    Level.NORMAL: ("normal", "normale"),
    Level.EDITORIAL: ("redaksjonell", "redaksjonelle"),
}


def headline(comparison: Comparison) -> str:
    """Which editions are compared."""
    old, new = comparison.old, comparison.new
    return (
        f"Endringer fra {old.edition} (per {norwegian_day(old.as_of)}) "
        f"til {new.edition} (per {norwegian_day(new.as_of)})"
    )


def tally(comparison: Comparison) -> str:
    """How many changes there are, in how many measures, and how weighty they are."""
    if not comparison.all:
        return "Ingen endringer i innholdet."
    levels = ", ".join(
        counted(number, *LEVEL_WORDS[level])
        for level, number in comparison.by_level().items()
        if number
    )
    total = counted(len(comparison.all), "endring", "endringer")
    touched = counted(len(comparison.measures()), "tiltak", "tiltak")
    return f"{total} i {touched}: {levels}."
