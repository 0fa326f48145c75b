"""Where the register and a workbook disagree: asked of, one by one, on a terminal."""

from collections.abc import Sequence

from tiltak_cli.changes.merge.result import Choice
from tiltak_cli.cli.common import console
from tiltak_cli.domain.spelling import folded
from tiltak_cli.edits.imported.together import Choices, Clashing
from tiltak_cli.views.brought import clash_line

ANSWERS = {"r": Choice.OURS, "registeret": Choice.OURS, "a": Choice.THEIRS, "arket": Choice.THEIRS}


def chosen_one_by_one(clashing: Sequence[Clashing]) -> Choices:
    """Ask of each conflict which side is right. Enter leaves it, and then nothing is written."""
    choices: dict[str, Choice] = {}
    for number, clash in enumerate(clashing, 1):
        console.write_status(f"{number} av {len(clashing)}: {clash_line(clash)}\n")
        choice = _answer()
        if choice is not None:
            choices.update(clash.chosen(choice))
    return choices


def _answer() -> Choice | None:
    while True:
        word = folded(console.asked("  r for registeret, a for arket, Enter for å la det stå: "))
        if not word or word in ANSWERS:
            return ANSWERS.get(word)
