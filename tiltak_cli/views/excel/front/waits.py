"""«Hva venter på hva» on the front page: the first sentences, and where the others are."""

from tiltak_cli.overview.waiting import waiting
from tiltak_cli.views.excel.front.attention import CODE
from tiltak_cli.views.excel.front.lines import SIZE, Line, Part, broken
from tiltak_cli.views.excel.kit import styles
from tiltak_cli.views.excel.kit.book import DEPENDENCIES, Book

TOLD = 3
TEXT = styles.Style(size=SIZE, vertical="center")


def waiting_lines(book: Book, width: float) -> list[Line]:
    """A heading, a sentence for each measure that most wait for, and how many more there are.

    Nothing where no measure waits any longer. `width` is that of the texts, in characters.
    """
    targets = [each for each in waiting(book.overview) if not each.done]
    if not targets:
        return []
    say, sheet = book.say, book.title(DEPENDENCIES)
    lines = [Line((Part(0, say("waiting.heading"), styles.HEADING),))]
    for each in targets[:TOLD]:
        texts = broken(say.phrase(each.said), width)
        lines += [Line((Part(0, text, TEXT),)) for text in texts]
    if more := len(targets) - TOLD:
        text = say("front.more-waiting", number=max(more, 0), sheet=sheet)
        lines += [Line((Part(0, text, CODE._replace(bold=False), (sheet, 1)),))] * (more > 0)
    return lines
