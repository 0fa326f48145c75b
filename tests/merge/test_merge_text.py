"""Two sides as text: ours' bytes, with what theirs have changed, and both sides' comments."""

import difflib

import pytest
from merge_edits import pair
from merge_row import Row
from support import THOROUGH, register_text, spread
from test_merge_engine import ROWS, merged

from tiltak_cli.changes.merge.result import Choice
from tiltak_cli.edits.merged.lines import Markers, Style
from tiltak_cli.edits.merged.unsettled import unsettled
from tiltak_cli.edits.merged.whole import Together, together
from tiltak_cli.sources.yaml.markers import chosen, marked_in
from tiltak_cli.sources.yaml.reader import read_yaml

# Whole in the thorough run.
pytestmark = pytest.mark.hypothesis

USUAL = Markers()
SEEDS = range(200) if THOROUGH else range(2)
FILE = "tiltaksoversikt.yaml"


def text_of(result: Together) -> str:
    return (result.files[FILE] or b"").decode()


def put_together(base: str, ours: str, theirs: str, markers: Markers | None = USUAL) -> Together:
    base_, ours_, theirs_ = ({FILE: side.encode()} for side in (base, ours, theirs))
    return together(base_, ours_, theirs_, markers)


def sides_of(row: Row) -> tuple[str, str, str]:
    return register_text(row.base), register_text(row.ours), register_text(row.theirs)


def data_of(text: str) -> dict[str, object]:
    data = read_yaml("", text).data
    assert isinstance(data, dict)
    return {str(measure["id"]): measure for measure in data["tiltak"]}


def canonical(measures: dict[str, object]) -> object:
    """The measures whose lists stand in one order."""

    def plain(value: object) -> object:
        if isinstance(value, list):
            return sorted((plain(item) for item in value), key=str)
        if isinstance(value, dict):
            return {key: plain(value[key]) for key in sorted(value)}
        return str(value).rstrip()

    return plain(measures)


@spread("row", ROWS, 15, ids=lambda row: row.what)
def test_a_row_of_the_table_as_text(row: Row) -> None:
    base, ours, theirs = sides_of(row)
    result = put_together(base, ours, theirs)
    lines = text_of(result).split("\n")
    blocks = marked_in(lines)
    assert bool(blocks) == bool(row.conflicts)
    result_as_data = merged(row.base, row.ours, row.theirs)
    for choice, is_theirs in ((Choice.OURS, False), (Choice.THEIRS, True)):
        side = "\n".join(chosen(lines, blocks, theirs=is_theirs))
        assert canonical(data_of(side)) == canonical(
            {str(p.data["id"]): p.data for p in result_as_data.edition(choice).measures}
        )


@spread("row", ROWS, 8, ids=lambda row: row.what)
def test_a_valid_file_without_markers(row: Row) -> None:
    result = put_together(*sides_of(row), None)
    assert "<<<<<<<" not in text_of(result)
    assert len(result.conflicts) == len(row.conflicts)
    assert data_of(text_of(result))


@spread("row", ROWS, 8, ids=lambda row: row.what)
def test_equal_sides_and_one_side_alone_give_that_side_byte_for_byte(row: Row) -> None:
    base, ours, theirs = sides_of(row)
    for side in (ours, theirs):
        for sides in ((base, side, side), (base, side, base), (base, base, side)):
            assert text_of(put_together(*sides)) == side


@pytest.mark.wide
@pytest.mark.parametrize("seed", SEEDS)
def test_edits_that_do_not_meet_are_all_there(seed: int) -> None:
    base, ours, theirs, both = pair(seed)
    if seed % 2:
        ours, theirs = theirs, ours
    result = put_together(base, ours, theirs)
    assert not result.conflicts
    assert text_of(result).splitlines() == both.splitlines(), "\n".join(
        difflib.unified_diff(both.splitlines(), text_of(result).splitlines(), n=1)
    )


@pytest.mark.wide
def test_all_of_one_side_at_the_markers_is_what_that_side_has() -> None:
    base, ours, theirs, _ = pair(1)
    other = ours.replace("prioritet: middels", "prioritet: høy")
    mine = theirs.replace("prioritet: middels", "prioritet: lav")
    result = put_together(base, other, mine)
    assert result.conflicts
    lines = text_of(result).split("\n")
    blocks = marked_in(lines)
    assert len(blocks) == len(result.conflicts)
    for block in blocks:
        assert "prioritet: høy" in "".join(lines[n] for n in block.ours)
        assert "prioritet: lav" in "".join(lines[n] for n in block.theirs)


def test_what_both_have_is_left_out_of_the_markers_in_one_style() -> None:
    text = "- id: T001\n  risiko: |\n    alfa\n    {}\n    delta\n"
    base, ours, theirs = (register_text(text.format(word)) for word in ("beta", "gamma", "zeta"))
    lines = text_of(put_together(base, ours, theirs, Markers(style=Style.ZDIFF3))).split("\n")
    (block,) = marked_in(lines)
    assert lines[block.begin - 1] == "    alfa"
    assert lines[block.end + 1] == "    delta"
    assert len(block.ours) == len(block.theirs) == 1


@pytest.mark.parametrize("style", Style)
def test_two_new_things_under_one_id_are_not_cut_through(style: Style) -> None:
    step = "  milepæler:\n    - id: M1\n      tekst: {}\n      frist: 2025-06\n"
    base = register_text("- id: T001\n")
    ours, theirs = (
        register_text(f"- id: T001\n{step.format(title)}- id: T002\n  tittel: {title}\n")
        for title in ("Kurs for alle", "Felles portal")
    )
    text = text_of(put_together(base, ours, theirs, Markers(style=style)))
    names = [each.about[0].name for each in unsettled(text, read_yaml("", base).data)]
    assert names == ["T001.milepæler.M1", "T002"]
    lines = text.split("\n")
    for block in marked_in(lines):
        for side in (block.ours, block.theirs):
            assert lines[side.start].lstrip().startswith("- id: ")


def test_comments_above_one_measure_on_both_sides() -> None:
    base = register_text("- id: T001\n- id: T002\n  tittel: Et annet\n")
    ours, theirs = (base.replace("- id: T002", f"# {who}\n- id: T002") for who in ("vår", "deres"))
    wanted = base.replace("- id: T002", "# vår\n# deres\n- id: T002")
    assert text_of(put_together(base, ours, theirs)) == wanted


def test_a_comment_is_no_change_to_what_the_other_takes_out() -> None:
    base = register_text("- id: T001\n- id: T002\n  tittel: Et annet\n")
    without = register_text("- id: T001\n")
    commented = base.replace("- id: T002", "# ny\n- id: T002")
    for sides in ((commented, without), (without, commented)):
        result = put_together(base, *sides)
        assert not result.conflicts
        assert text_of(result) == without


def test_the_head_is_merged_field_by_field() -> None:
    base = register_text("- id: T001\n")
    ours = base.replace("per_dato: 2023-10-15", "per_dato: 2023-11-15  # nytt møte")
    theirs = base.replace("ansvarlig: KDD\ntiltak", "ansvarlig: DFD\ntiltak")
    both = ours.replace("ansvarlig: KDD\ntiltak", "ansvarlig: DFD\ntiltak")
    assert text_of(put_together(base, ours, theirs)) == both
    later = base.replace("2023-10-15", "2023-12-15")
    conflicts = put_together(base, ours, later).conflicts
    assert [(c.measure, c.field) for c in conflicts] == [("", "per_dato")]


def test_what_stands_between_the_markers_in_each_style() -> None:
    base, ours, theirs = (
        register_text(f"- id: T001\n  frist: {year}\n") for year in (2025, 2026, 2027)
    )
    for style, middle in ((Style.MERGE, []), (Style.DIFF3, ["||| base", "  frist: 2025"])):
        markers = Markers(style=style, size=3, base="base", ours="HEAD", theirs="annen")
        lines = text_of(put_together(base, ours, theirs, markers)).split("\n")
        assert lines[6:].index(">>> annen") == 4 + len(middle)
        expected = ["<<< HEAD", "  frist: 2026", *middle, "===", "  frist: 2027", ">>> annen"]
        assert lines[6 : 6 + len(expected)] == expected


# Base, ours and theirs below an id, and what becomes of them.
COMMENTS = {
    "beside what the other has changed": """
  frist: 2025
---
  frist: 2025  # avtalt
---
  frist: 2026
---
  frist: 2026  # avtalt
""",
    "above what the other has changed": """
  frist: 2025
---
  # avtalt
  frist: 2025
---
  frist: 2026
---
  # avtalt
  frist: 2026
""",
    "two above one field": """
  frist: 2025
---
  # vår
  frist: 2025
---
  # deres
  frist: 2025
---
  # vår
  # deres
  frist: 2025
""",
    "two beside one field": """
  frist: 2025
---
  frist: 2025  # vår
---
  frist: 2025  # deres
---
  # deres
  frist: 2025  # vår
""",
    "taken away by one": """
  frist: 2025  # gammel
---
  frist: 2025
---
  frist: 2025  # gammel
  forum: A
---
  frist: 2025
  forum: A
""",
    "added where the other took the field away": """
  forum: A
  frist: 2025
---
  forum: A  # ny
  frist: 2025
---
  frist: 2025
---
  # ny
  frist: 2025
""",
    "beside a list that both have changed": """
  deltakere: [KD]  # antatt
---
  deltakere: [KD, FIN]  # antatt
---
  deltakere: [KD, HOD]  # antatt
---
  deltakere: [KD, FIN, HOD]  # antatt
""",
}


@pytest.mark.parametrize("case", COMMENTS.values(), ids=COMMENTS)
def test_a_comment_of_either_side(case: str) -> None:
    sides = case.removeprefix("\n").split("---\n")
    base, ours, theirs, wanted = (register_text(f"- id: T001\n{lines}") for lines in sides)
    assert text_of(put_together(base, ours, theirs)) == wanted
