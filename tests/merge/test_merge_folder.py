"""Folders of two sides: every file on its own lines, with measures that move between them."""

import random
import re

import pytest
from merge_edits import MEASURES, new_measure, pair
from support import THOROUGH, register_text

from tiltak_cli.edits.merged.lines import Markers
from tiltak_cli.edits.merged.whole import Together, together

# Whole in the thorough run.
pytestmark = pytest.mark.hypothesis

SEEDS = range(200) if THOROUGH else range(1)
FILES = ("a.yaml", "b.yaml", "c.yaml")
HEAD = "hode.yaml"
STARTS = r"(?m)^(?=\n  # Behandlet|\n  # Nytt|\n(?<!\d\.\n)(?<!nå\.\n)  - id: )"
Folder = dict[str, str]


def put_together(base: Folder, ours: Folder, theirs: Folder) -> Together:
    base_, ours_, theirs_ = (
        {name: text.encode() for name, text in side.items()} for side in (base, ours, theirs)
    )
    return together(base_, ours_, theirs_, Markers())


def texts(result: Together) -> Folder:
    return {name: data.decode() for name, data in result.files.items() if data is not None}


def in_files(text: str, moved: str = "") -> Folder:
    """A register as a folder, so many measures in each file; one may be `moved` to the last."""
    head, *measures = re.split(STARTS, text)
    above, _, _ = head.partition("tiltak:\n")
    files = {name: ["tiltak:\n"] for name in FILES}
    name = FILES[0]
    waiting = ""
    for measure in measures:
        code = re.findall(r"- id: (\w+)", measure)[0]
        if not code.startswith("T9"):
            name = FILES[(int(code[1:]) - 1) * len(FILES) // MEASURES]
        if code == moved:
            waiting = measure
        else:
            files[name].append(measure.rstrip("\n") + "\n")
    files[FILES[-1]].append(waiting)
    return {HEAD: above} | {name: "".join(rows).rstrip("\n") + "\n" for name, rows in files.items()}


@pytest.mark.wide
@pytest.mark.parametrize("seed", SEEDS)
def test_edits_that_do_not_meet_are_all_there_in_each_file(seed: int) -> None:
    base, ours, theirs, both = pair(seed)
    chance = random.Random(seed)  # noqa: S311 - the same each time
    code = f"T{chance.randrange(1, MEASURES * 2 // 3):03d}"
    # One side moves a measure to another file, and what the other has done to it comes along.
    moved = chance.choice([("", code, code), (code, "", code), ("", "", "")])
    if new_measure(MEASURES + 9) in both:
        # Both would have something to put last.
        moved = ("", "", "")
    result = put_together(in_files(base), in_files(ours, moved[0]), in_files(theirs, moved[1]))
    assert not result.conflicts
    assert texts(result) == in_files(both, moved[2])


ONE, TWO, THREE = (
    register_text(f"- id: T00{n}\n  tittel: {title}\n").partition("tiltak:\n")[2]
    for n, title in ((1, "Kurs"), (2, "Felles portal"), (3, "Deling av data"))
)
SAID = "# ── Målområde 2 ──\n"


def folder(**files: str) -> Folder:
    head = register_text("").partition("tiltak:")[0]
    return {HEAD: head} | {f"{name}.yaml": f"tiltak:\n{rows}" for name, rows in files.items()}


def test_a_file_that_is_emptied_goes_and_the_change_comes_along() -> None:
    base, ours = folder(a=ONE, b=TWO), folder(a=ONE, b=TWO.replace("frist: 2025", "frist: 2026"))
    for sides in ((ours, folder(a=ONE + TWO)), (folder(a=ONE + TWO), ours)):
        result = put_together(base, *sides)
        assert not result.conflicts
        assert texts(result) == folder(a=ONE + TWO.replace("frist: 2025", "frist: 2026"))
        assert result.files["b.yaml"] is None


def test_what_is_said_in_a_file_stays_where_the_other_side_has_emptied_it() -> None:
    base, ours = folder(a=ONE, b=TWO), folder(a=ONE, b=f"{SAID}\n{TWO}{SAID}")
    emptied = folder(a=ONE + TWO)
    for sides in ((ours, emptied), (emptied, ours)):
        found = texts(put_together(base, *sides))
        assert found.pop("b.yaml") == f"tiltak: []\n{SAID}{SAID}"
        assert found == emptied


def test_a_measure_goes_to_another_file_without_the_heading_above_it() -> None:
    base = folder(a=f"{SAID}\n{ONE}\n{THREE}", b=TWO)
    ours = folder(a=f"{SAID}\n{THREE}", b=f"{TWO}\n{ONE}")
    theirs = folder(a=f"{SAID}\n{ONE}  # avtalt\n\n{THREE}", b=TWO)
    result = texts(put_together(base, ours, theirs))
    assert result == folder(a=f"{SAID}\n{THREE}", b=f"{TWO}\n{ONE}  # avtalt\n")


def test_a_measure_that_one_moves_and_the_other_takes_out_is_a_conflict_in_one_place() -> None:
    base, ours = folder(a=ONE + TWO, b=THREE), folder(a=ONE, b=THREE + TWO)
    changed = folder(a=ONE, b=THREE + TWO.replace("frist: 2025", "frist: 2026"))
    gone = folder(a=ONE, b=THREE)
    assert texts(put_together(base, ours, gone)) == gone
    result = put_together(base, changed, gone)
    assert [(c.measure, str(c.kind)) for c in result.conflicts] == [("T002", "deleted-changed")]
    assert texts(result)["b.yaml"].count("<<<<<<<") == 1
    assert "<<<" not in texts(result)["a.yaml"]


def test_no_measures_left_is_said_so() -> None:
    result = put_together(folder(a=ONE + TWO), folder(a=ONE), folder(a=TWO))
    assert texts(result) == {**folder(), "a.yaml": "tiltak: []\n"}
