"""Where the register and a workbook disagree: asked of, one by one, on a terminal."""

from collections.abc import Sequence

from tiltak_cli.changes.merge.result import Choice
from tiltak_cli.cli.common import console
from tiltak_cli.domain.spelling import folded
from tiltak_cli.edits.imported.clashing import Choices, Clashing, FromBook
from tiltak_cli.views.brought import clash_line
from tiltak_cli.views.safe import one_line

OURS = ("r", "registeret")
THEIRS = ("a", "arket")
Answers = dict[str, Choice | FromBook]


def chosen_one_by_one(clashing: Sequence[Clashing]) -> Choices:
    """Ask of each conflict which side is right. Enter leaves it, and then nothing is written.

    What several workbooks say of one field is one conflict, in which each is named.
    """
    groups: dict[str, list[Clashing]] = {}
    for clash in clashing:
        groups.setdefault(clash.name, []).append(clash)
    choices: dict[str, Choice | FromBook] = {}
    for number, group in enumerate(groups.values(), 1):
        books = list(dict.fromkeys(cell.book for clash in group for cell in clash.cells))
        several = len(books) > 1
        for clash in group:
            line = clash_line(clash, several=several)
            console.write_status(f"{number} av {len(groups)}: {line}\n")
        choice = _answer(books)
        if choice is not None:
            for clash in group:
                choices.update(clash.chosen(choice))
    return choices


def _answer(books: Sequence[str]) -> Choice | FromBook | None:
    answers: Answers = dict.fromkeys(OURS, Choice.OURS)
    if len(books) > 1:
        answers |= {str(number): FromBook(book) for number, book in enumerate(books, 1)}
        sheets = ", ".join(f"{n} for {one_line(book)}" for n, book in enumerate(books, 1))
    else:
        answers |= dict.fromkeys(THEIRS, Choice.THEIRS)
        sheets = "a for arket"
    while True:
        asked = f"  r for registeret, {sheets}, Enter for å la det stå: "
        word = folded(console.asked(asked))
        if not word or word in answers:
            return answers.get(word)
