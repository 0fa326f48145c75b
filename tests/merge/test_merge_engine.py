"""The engine on plain data: every row of the table, each way round."""

from merge_cases import FIELDS, LISTS
from merge_measure_cases import COURSE, FAULTS, MEASURES, PORTAL, THIRD, A
from merge_part_cases import MILESTONES
from merge_row import Row
from merge_text_cases import TEXTS
from support import spread

from tiltak_cli.changes.merge.pairing import Edition, Placed
from tiltak_cli.changes.merge.result import Choice
from tiltak_cli.changes.merge.whole import Merged, merge
from tiltak_cli.edits.merged.judge import JUDGE
from tiltak_cli.rules.examples import register_text
from tiltak_cli.sources.yaml.order import unordered
from tiltak_cli.sources.yaml.reader import read_yaml

ROWS = (*FIELDS, *LISTS, *MILESTONES, *TEXTS, *MEASURES, *FAULTS)


def edition(lines: str) -> Edition:
    data = read_yaml("", register_text(lines)).data
    measures = data.pop("tiltak")
    return Edition({"": data}, tuple(Placed("", n, m) for n, m in enumerate(measures)))


def merged(base: str, ours: str, theirs: str) -> Merged:
    return merge(edition(base), edition(ours), edition(theirs), JUDGE)


def told(result: Merged) -> list[str]:
    return [f"{'.'.join(filter(None, (c.measure, c.field)))} {c.kind}" for c in result.conflicts()]


def by_id(whole: Edition) -> dict[str, object]:
    return {str(placed.data["id"]): unordered(placed.data) for placed in whole.measures}


def words(whole: Edition) -> dict[str, object]:
    """The measures, with lists of codes in one order: which comes first depends on the side."""

    def plain(value: object) -> object:
        if isinstance(value, list):
            items = [plain(item) for item in value]
            return sorted(items, key=str)
        if isinstance(value, dict):
            return {key: plain(item) for key, item in value.items()}
        return str(value).rstrip()

    return {code: plain(data) for code, data in by_id(whole).items()}


@spread("row", ROWS, every=6, ids=lambda row: row.what)
def test_a_row_of_the_table(row: Row) -> None:
    result = merged(row.base, row.ours, row.theirs)
    assert told(result) == list(row.conflicts)
    if row.merged is not None:
        assert words(result.edition()) == words(edition(row.merged))


@spread("row", ROWS, 12, ids=lambda row: row.what)
def test_the_sides_swapped(row: Row) -> None:
    one = merged(row.base, row.ours, row.theirs)
    other = merged(row.base, row.theirs, row.ours)
    if row.merged is not None:
        assert not other.conflicts()
        assert words(other.edition()) == words(edition(row.merged))
    else:
        assert [c.kind for c in other.conflicts()] == [c.kind for c in one.conflicts()]
    for choice, mirrored in ((Choice.OURS, Choice.THEIRS), (Choice.THEIRS, Choice.OURS)):
        assert words(one.edition(choice)) == words(other.edition(mirrored))


@spread("row", ROWS, 24, ids=lambda row: row.what)
def test_one_side_alone_and_two_equal_sides(row: Row) -> None:
    for side in (row.ours, row.theirs):
        for sides in (
            (row.base, side, row.base),
            (row.base, row.base, side),
            (row.base, side, side),
        ):
            result = merged(*sides)
            assert not result.conflicts()
            assert by_id(result.edition()) == by_id(edition(side))


def test_two_new_ones_under_one_number_stand_where_ours_has_it() -> None:
    roofs = THIRD.replace("T003", "T004").replace("Bedre møterom", "Grønne tak")
    roofs = roofs.replace("Utstyr til videomøter i alle bygg", "Planter på de fleste hus i byen")
    result = merged(A, A + PORTAL + THIRD, A + roofs + COURSE)
    assert told(result) == ["T002 same-id"]
    assert [part.name for part in result.measures] == ["T001", "T002", "T003", "T004"]
