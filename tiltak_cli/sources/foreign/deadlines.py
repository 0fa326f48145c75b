"""A deadline in two columns: the quarter in one and the year in another."""

import re
from collections.abc import Mapping, Sequence

from tiltak_cli.domain.spelling import folded
from tiltak_cli.sources.foreign.column import FRIST, Column
from tiltak_cli.sources.foreign.find import Table
from tiltak_cli.sources.foreign.headings import QUARTER, YEAR, heard, part_of_deadline
from tiltak_cli.sources.foreign.read import Part, Read

A_QUARTER = r"(?:q|kv\.?|kvartal|quarter|trimestre)?"
ORDINAL = re.compile(rf"{A_QUARTER} ?([1-4])(?:\.|°|º|st|nd|rd|th)? ?{A_QUARTER}")
A_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def together(texts: Mapping[str, str]) -> Read:
    """What the cells of a deadline's parts say together; nothing where they are empty."""
    if not texts:
        return Read(None)
    year, quarter = texts.get(YEAR, ""), texts.get(QUARTER, "")
    number = ORDINAL.fullmatch(folded(quarter))
    if A_YEAR.fullmatch(year) and not quarter:
        return Read(int(year))
    if A_YEAR.fullmatch(year) and number:
        return Read(f"{year}-Q{number[1]}")
    why = "mangler året" if not year else "er ikke et kvartal og et år"
    return Read(None, (Part(" ".join(filter(None, (quarter, year))), why=why),))


def deadline_parts(columns: Sequence[Column], table: Table) -> dict[int, Column]:
    """The quarter and the year of a deadline, where each has a column and nothing else has it."""
    visible = [c for c in columns if c.number not in table.grid.hidden_columns]
    parts = {
        part: [c for c in visible if part_of_deadline(_raw(table, c)) == part]
        for part in (QUARTER, YEAR)
    }
    others = [c for c in visible if c not in parts[QUARTER] + parts[YEAR]]
    elsewhere = any(each.field == FRIST and each.sure for c in others for each in heard(c.name))
    if elsewhere or any(len(candidates) != 1 for candidates in parts.values()):
        return {}
    both = [(part, candidates[0]) for part, candidates in parts.items()]
    sure = all(_speaks_of_deadline(_raw(table, column)) for _, column in both)
    why = "kvartal og år utgjør fristen til sammen"
    return {
        column.number: column._replace(
            field=FRIST, why=why if sure else f"trolig: {why}", sure=sure, part=part
        )
        for part, column in both
    }


def chosen_parts(columns: Sequence[Column], table: Table) -> dict[int, str]:
    """Of columns that are chosen as the deadline: the part that each of two is, by its number.

    Nothing where they are not one with the quarter and one with the year.
    """
    parts = {column.number: part_of_deadline(_raw(table, column)) for column in columns}
    return parts if sorted(parts.values()) == sorted((QUARTER, YEAR)) else {}


def _raw(table: Table, column: Column) -> str:
    """A heading with the head of its group, and without brackets that part its words."""
    heading = table.headings.get(column.number)
    return (heading.whole if heading else "").replace("(", " ").replace(")", " ").replace("/", " ")


def _speaks_of_deadline(text: str) -> bool:
    return any(each.field == FRIST and each.sure for word in text.split() for each in heard(word))
