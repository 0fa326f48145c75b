"""Faults in long files: where they are told, and what is compared with what far from them."""

import pytest
from support import HEAD_LINES, check, register_text

from tiltak_cli.findings import Place
from tiltak_cli.sources.yaml.blanks import Part
from tiltak_cli.sources.yaml.broken.again import titles_again
from tiltak_cli.sources.yaml.broken.within import opener_above

MEASURE = register_text("- id: T001\n").removeprefix(HEAD_LINES).removeprefix("tiltak:\n")


def measures(number: int, indent: int) -> str:
    """So many measures, with their dashes in a column."""
    lines = MEASURE.replace("\n  ", f"\n  {' ' * indent}").splitlines(keepends=True)
    one = " " * indent + "".join(lines)
    return "".join(one.replace("T001", f"T{n:03}") for n in range(1, number + 1))


def test_a_title_that_stands_twice_is_told_on_its_own_line() -> None:
    lines = ["tiltak:", "- id: T001", "tiltak:", "- id: T002"]
    (finding,) = titles_again("a.yaml", lines)
    assert finding.place == Place("a.yaml", 3, 1, 3, 7)
    assert [related.place for related in finding.related] == [Place("a.yaml", 1, 1, 1, 7)]


@pytest.mark.wide
@pytest.mark.parametrize(("above", "below"), [(5, 130), (130, 5)])
def test_a_dash_out_of_line_is_held_against_those_around_it(above: int, below: int) -> None:
    odd = measures(1, 3).replace("T001", "T900")
    text = f"{HEAD_LINES}tiltak:\n{measures(above, 2)}{odd}{measures(below, 2)}"
    remedies = [f.remedy for f in check(text).findings if f.message.startswith("Listepunktet")]
    (remedy,) = remedies
    assert remedy.endswith("Sett den i samme kolonne som de andre, med 2 mellomrom foran.")


def test_an_item_above_all_fields_is_in_the_list_of_none() -> None:
    assert opener_above(["- A", "- B", "deltakere:", "- C"], 1) == ""
    assert opener_above(["deltakere:", "- A", "  # om B", "- B"], 3) == "deltakere"
    assert (
        opener_above(["    deltakere:", "    - A", "        videre", "    - B"], 3) == "deltakere"
    )


LIST = ["      - FIN", "        - KD: x", "          videre", "      - JD"]


@pytest.mark.parametrize(("fault", "left"), [(3, [LIST[0], "", "", LIST[3]]), (5, [*LIST[:3], ""])])
def test_what_stands_further_in_than_the_items_of_a_list_is_no_item(
    fault: int, left: list[str]
) -> None:
    """Of an item with a fault only that is not read: the others are, and nothing comes between."""
    lines = ["  - id: T001", "    deltakere:", *LIST]
    assert Part(lines, 0, len(lines), 2).blank_item(fault)
    assert lines[2:] == left
