"""Areas with anything red or yellow: on the front page where the chart of areas is on the next."""

from tiltak_cli.domain.sentences import short
from tiltak_cli.overview.counts import AreaOverview, Situation
from tiltak_cli.views.excel.front.attention import QUIET, rest_of
from tiltak_cli.views.excel.front.lines import SIZE, Line, Part
from tiltak_cli.views.excel.kit import styles
from tiltak_cli.views.excel.kit.book import Book
from tiltak_cli.views.symbols import SITUATION_SYMBOLS

TROUBLE = (Situation.LATE, Situation.AT_RISK)
NAME_LENGTH = 80
TEXT = styles.Style(size=SIZE, vertical="center")


def troubled_lines(book: Book, most: int) -> list[Line]:
    """A heading, and as many areas as there is room for, those with most red first.

    Nothing where there is none, or no room for two of them.
    """
    areas = [a for a in book.overview.areas if any(a.situations[kind] for kind in TROUBLE)]
    areas.sort(key=lambda area: [-area.situations[kind] for kind in TROUBLE])
    room = most - 1
    if not areas or room < min(len(areas), 2):
        return []
    shown = areas if len(areas) <= room else areas[: room - 1]
    lines = [Line((Part(0, book.say("front.troubled"), styles.HEADING),))]
    lines += [_line(area) for area in shown]
    if rest := areas[len(shown) :]:
        text = rest_of(book, [area.area.code for area in rest])
        lines.append(Line((Part(1, text, QUIET),)))
    return lines


def _line(area: AreaOverview) -> Line:
    counts = ((SITUATION_SYMBOLS[kind], area.situations[kind]) for kind in TROUBLE)
    text = "  ".join(f"{symbol} {number}" for symbol, number in counts if number)
    name = short(f"{area.area.code} {area.area.name}", NAME_LENGTH)
    return Line((Part(0, text, TEXT._replace(bold=True)), Part(1, name, TEXT)))
