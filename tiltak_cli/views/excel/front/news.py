"""«I korte trekk» on a front page: a heading, a line for each sentence, and one for the rest."""

from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.changes.compare import Comparison
from tiltak_cli.views import brief
from tiltak_cli.views.excel.kit import palette, styles
from tiltak_cli.views.excel.kit.cells import put
from tiltak_cli.wording import Wording

SIZE = 10.5


def news_lines(comparison: Comparison, say: Wording, most: int) -> tuple[tuple[str, str], ...]:
    """Each sentence's symbol and line, then the rest in at most so many; none without news."""
    news = brief.news(comparison)
    if news is None:
        return ()
    lines = ((brief.SYMBOLS[each.matter], brief.line(each, say)) for each in news.sentences)
    return (*lines, *(("", text) for text in brief.rest_lines(news, say, most)))


def write_news(sheet: Worksheet, row: int, heading: str, lines: tuple[tuple[str, str], ...]) -> int:
    """Write the lines below their heading at `row`. Returns the row after them."""
    if not lines:
        return row
    put(sheet, row, 1, heading, styles.HEADING)
    plain = styles.middle(styles.Style(size=SIZE))
    for place, (symbol, text) in enumerate(lines, row + 1):
        look = plain if symbol else plain._replace(tint=palette.QUIET)
        put(sheet, place, 1, f"{symbol}  {text}" if symbol else text, look)
    return row + 1 + len(lines)
