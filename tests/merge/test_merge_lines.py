"""What stands beside and below what both sides have changed: each comment stays where it is."""

import pytest
from support import register_text
from test_merge_text import put_together, text_of

from tiltak_cli.changes.merge.pairing import CannotMergeError
from tiltak_cli.edits.merged.marked import Marked
from tiltak_cli.sources.files import SourceFile

STEP = "    - {id: M1, tekst: Utkast, frist: 2024}\n"
FIRST, LATER = STEP.replace("Utkast", "Første utkast"), STEP.replace("2024", "2025")
BOTH = FIRST.replace("2024", "2025")


def with_steps(steps: str) -> str:
    return register_text(f"- id: T001\n  milepæler:\n{steps}")


@pytest.mark.parametrize("noted", ["ours", "theirs", "both"])
def test_a_milestone_in_brackets_keeps_the_comment_beside_it(noted: str) -> None:
    """Each side has changed a field of it, and one of them has written a comment, or both."""
    beside = "}  # avtalt\n"
    ours = FIRST.replace("}\n", beside) if noted in ("ours", "both") else FIRST
    theirs = LATER.replace("}\n", beside) if noted in ("theirs", "both") else LATER
    base = STEP.replace("}\n", beside) if noted == "both" else STEP
    done = put_together(with_steps(base), with_steps(ours), with_steps(theirs))
    assert text_of(done) == with_steps(BOTH.replace("}\n", beside))


def test_where_each_side_has_a_comment_ours_stays_beside() -> None:
    ours, theirs = FIRST.replace("}", "}  # vår"), LATER.replace("}", "}  # deres")
    done = put_together(with_steps(STEP), with_steps(ours), with_steps(theirs))
    assert text_of(done) == with_steps(f"    # deres\n{BOTH.replace('}', '}  # vår')}")


def test_a_comment_below_the_last_milestone_is_about_that_one() -> None:
    last = "    - id: M1\n      tekst: Utkast\n      # avtalt i møtet\n"
    new = "    - id: M2\n      tekst: Rapport\n"
    text = last.replace("Utkast", "Første utkast")
    for ours, theirs, wanted in ((last + new, text, text + new), (text, last + new, text + new),
                                 (last + new, new, new), (new, last + new, new)):  # fmt: skip
        done = put_together(with_steps(last), with_steps(ours), with_steps(theirs))
        assert text_of(done) == with_steps(wanted)


def test_a_milestone_below_its_dash_is_left_to_git() -> None:
    base = with_steps("    -\n      id: M1\n      tekst: Utkast\n      frist: 2024\n")
    with pytest.raises(CannotMergeError):
        put_together(base, base.replace("Utkast", "Første utkast"), base.replace("2024", "2025"))


def test_the_line_of_a_marker_that_is_left_is_counted_from_one() -> None:
    text = with_steps(STEP)
    for number in (1, 4):
        lines = text.split("\n")
        lines.insert(number - 1, ">>>>>>> deres")
        assert Marked(SourceFile("a.yaml", "\n".join(lines).encode()), []).loose == number
    assert Marked(SourceFile("a.yaml", text.encode()), []).loose is None
