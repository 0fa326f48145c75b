"""Marks for what a chosen word demands and is empty: on the word, and a frame on the empty cell.

The word's number format says it, so the cell keeps the word itself, and no colour stands alone.
"""

from collections.abc import Mapping, Sequence

from openpyxl.utils import column_index_from_string
from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.views.excel.kit import palette
from tiltak_cli.views.excel.kit.table import Place
from tiltak_cli.views.excel.sheets import deadlines, marks
from tiltak_cli.views.excel.sheets.marks import COMPLETED, Mark
from tiltak_cli.wording import Wording

# The cells of the sheet of milestones that say which measure's, and whether they are reached.
STEP_IDS, STEP_REACHED = "milepæler_id", "milepæler_nådd"
# The ids of the measures that they are responsible for.
OWN_IDS = "egne_id"
Places = Mapping[str, Place]


def add_lacking(sheet: Worksheet, say: Wording, places: Places) -> None:
    """Mark what the status and the assessment demand, in columns by the keys of their fields.

    These rules go before those of the words alone: of two that hold, the first one counts.
    """
    for field in ("status", "vurdering"):
        if field in places:
            add_demands(sheet, say, places, field)
    if {"status", "id"} <= places.keys():
        _add_milestones(sheet, say, places)
    if {"frist", "id"} <= places.keys():
        # Whatever its status, a measure has a deadline or is ongoing, which stands there too.
        named = f'{_cell(places, "id")}<>""'
        _add_frame(sheet, places["frist"], f"AND({named},{_empty(places, 'frist')})")
    if {"frist", "status", "avvik"} <= places.keys():
        due = deadlines.overdue(_cell(places, "frist"), _cell(places, "status"))
        excused = [f'{_cell(places, "vurdering")}="{word}"' for word in ("gul", "rød")]
        excused = excused if "vurdering" in places else []
        lacks = ",".join([due, _empty(places, "avvik"), *(f"NOT({each})" for each in excused)])
        _add_frame(sheet, places["avvik"], f"AND({lacks})")


def add_demands(
    sheet: Worksheet,
    say: Wording,
    places: Places,
    field: str,
    when: Mapping[str, str] | None = None,
) -> None:
    """Mark what the words of one field demand; of some words only `when` a formula holds too."""
    word, place = _cell(places, field), places[field]
    lacking: dict[str, list[str]] = {}
    for mark, keys in marks.shortages(field):
        if not {*keys} <= places.keys():
            continue
        chosen = ",".join(filter(None, [f'{word}="{mark.word}"', (when or {}).get(mark.word)]))
        formula = f"AND({chosen},{','.join(_empty(places, key) for key in keys)})"
        arrow = all(_index(places[key]) > _index(place) for key in keys)
        shown = marks.lacking_format(mark, say, keys, arrow=arrow)
        rule = marks.rule(formula, shown, _tint(mark), bold=True)
        sheet.conditional_formatting.add(place.cells, rule)
        if len(keys) == 1:
            lacking.setdefault(keys[0], []).append(f"AND({chosen})")
    for key, words in lacking.items():
        _add_frame(sheet, places[key], f"AND(OR({','.join(words)}),{_empty(places, key)})")


def add_required(
    sheet: Worksheet, say: Wording, places: Places, keys: Sequence[str], anything: str
) -> None:
    """Frame what a new measure must have, in rows where there is `anything` in some cells.

    The title says that something is missing.
    """
    empty = ",".join(_empty(places, key) for key in keys if key != "tittel")
    formula = f'AND({_cell(places, "tittel")}<>"",OR({empty}))'
    unfinished = marks.rule(formula, marks.unfinished_format(say), palette.INPUT_LATE, bold=True)
    sheet.conditional_formatting.add(places["tittel"].cells, unfinished)
    for key in keys:
        _add_frame(sheet, places[key], f"AND(COUNTA({anything})>0,{_empty(places, key)})")


def _add_milestones(sheet: Worksheet, say: Wording, places: Places) -> None:
    """Mark a measure that is done, while its milestones are not."""
    left = f'COUNTIFS({STEP_IDS},{_cell(places, "id")},{STEP_REACHED},"")>0'
    formula = f'AND({_cell(places, "status")}="{COMPLETED.word}",{left})'
    shown = marks.lacking_format(COMPLETED, say, (), arrow=True)
    rule = marks.rule(formula, shown, _tint(COMPLETED), bold=True)
    sheet.conditional_formatting.add(places["status"].cells, rule)


def _add_frame(sheet: Worksheet, place: Place, formula: str) -> None:
    sheet.conditional_formatting.add(place.cells, marks.frame(formula))


def _tint(mark: Mark) -> palette.Tint:
    return palette.WARNINGS.get(mark.tint.fill, palette.INPUT_LATE)


def _cell(places: Places, key: str) -> str:
    return f"${places[key].first}"


def _empty(places: Places, key: str) -> str:
    return f'{_cell(places, key)}=""'


def _index(place: Place) -> int:
    return int(column_index_from_string(place.letter))
