"""Edges that no other test stands on: on the very day, equal, one too many."""

import os
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from command import tiltak
from history_depot import FIRST_DAY
from support import FILE, HEAD_LINES, check, register_text, source, told

from tiltak_cli.changes.history import Revision, Span, Window
from tiltak_cli.domain.identity.likeness import unlike
from tiltak_cli.domain.measure import Measure, Status
from tiltak_cli.edits.door import EditError, through
from tiltak_cli.edits.fixes import mend
from tiltak_cli.edits.parts import Splice
from tiltak_cli.findings import Place
from tiltak_cli.overview.counts import overview
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.register.baseline import leave_out, stale
from tiltak_cli.sources.register.build import build_measure, unknown_fields
from tiltak_cli.sources.register.load import load
from tiltak_cli.sources.sides.find import perhaps_in_git, split_side
from tiltak_cli.sources.yaml.events import MAX_DEPTH
from tiltak_cli.sources.yaml.places import after
from tiltak_cli.sources.yaml.reader import read_yaml

# --- history


@pytest.mark.parametrize(("days", "length"), [(1, 1), (0, 0), (-3, 0)])
def test_a_status_never_lasts_less_than_no_days(days: int, length: int) -> None:
    """Commits need not be dated in order."""
    span = Span(Status.ADOPTED, FIRST_DAY, FIRST_DAY + timedelta(days=days), ended=True)
    assert span.days == length


@pytest.mark.parametrize(("day", "seen"), [(9, False), (10, True), (11, True)])
def test_since_a_day_has_that_very_day(day: int, seen: bool) -> None:
    window = Window(day=date(2024, 1, 10))
    assert window.open_at(Revision("1", date(2024, 1, day), "Kari")) is seen


@pytest.mark.parametrize(
    ("milestone", "unknown"),
    [
        ({"id": "M1", "nådd": "snart"}, True),
        ({"id": "M1", "frist": "snart"}, True),
        ({"id": 1}, True),
        ({"id": "M1", "nådd": "2024-01-02", "frist": "2024-Q1"}, False),
        ({"id": "M1"}, False),
    ],
)
def test_a_milestone_whose_dates_mean_nothing_is_not_known(
    milestone: dict[str, object], unknown: bool
) -> None:
    data = {"id": "T001", "milepæler": [milestone]}
    assert ("milepæler" in unknown_fields(data, build_measure(data))) is unknown


# --- findings


def test_the_next_free_number_is_the_one_after_the_highest() -> None:
    text = register_text("- id: T001\n- id: T001\n  tittel: Annet\n- id: T004\n  tittel: Mer\n")
    (finding,) = check(text).findings
    assert finding.remedy == "Gi tiltaket et nytt nummer, for eksempel T005."


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("T021", "T012"),  # two digits that changed places
        ("T019", "T012"),  # one for another
        ("T0012", "T012"),  # one too many
        ("T089", ""),
    ],
)
def test_a_measure_that_is_not_there_was_perhaps_one_that_is(written: str, meant: str) -> None:
    text = register_text(f"- id: T700\n  avhenger_av: {written}\n- id: T012\n  tittel: Annet\n")
    (finding,) = check(text).findings
    assert (finding.code, f"Mente du {meant}?" in finding.remedy) == ("TIL402", bool(meant))


@pytest.mark.parametrize(("length", "whole"), [(80, True), (81, False)])
def test_an_address_of_eighty_signs_is_proposed_in_full(length: int, whole: bool) -> None:
    address = "www." + "a" * (length - len("https://www..no")) + ".no"
    (finding,) = check(
        register_text(f"dokumentasjon:\n  - {{tittel: A, lenke: {address}}}\n")
    ).findings
    assert (f"«https://{address}»" in finding.remedy) is whole


def measures_of(*lines: str) -> list[Measure]:
    register = check(register_text("".join(lines))).register
    assert register
    return list(register.measures)


@pytest.mark.parametrize(
    ("words", "lead", "another"),
    [
        ("Arkiv lokaler", "JD", False),
        ("Arkiv lokaler", "FIN", True),
        ("Arkiv lokaler flytting", "JD", True),
    ],
)
def test_of_two_words_nobody_can_say_that_it_is_another_measure(
    words: str, lead: str, another: bool
) -> None:
    """A third word is enough, or that nothing else is the same: then an id is used again."""
    old, new = measures_of(
        f"- id: T001\n  tittel: {words}\n  beskrivelse: {words}\n"
        f"  ansvarlig: {lead}\n  retningsvalg: [1a]\n  frist: 2024\n  prioritet: lav\n",
        "- id: T002\n  tittel: Språk kurs brevene\n  beskrivelse: Språk kurs brevene\n"
        "  ansvarlig: JD\n  målområder: [3]\n  retningsvalg: [3a]\n  frist: 2025\n"
        "  prioritet: høy\n  status: foreslått\n",
    )
    assert unlike(old, new, str) is another


def test_a_folders_second_file_keeps_its_own_unread_fields(tmp_path: Path) -> None:
    """What could not be read in b.yaml is not missed there, and is not excused in a.yaml."""
    folder = tmp_path / "tiltaksoversikt"
    folder.mkdir()
    measures = register_text("- id: T001\n  # frist mangler\n").removeprefix(HEAD_LINES)
    broken = register_text("- id: T002\n  tittel: Nytt arkiv\n  frist: @2025\n")
    (folder / "0.yaml").write_text(HEAD_LINES, "utf-8")
    (folder / "a.yaml").write_text(measures, "utf-8")
    (folder / "b.yaml").write_text(broken.removeprefix(HEAD_LINES), "utf-8")
    done = tiltak("validate", "--format", "concise", cwd=tmp_path)
    # In a.yaml the deadline is missed; in b.yaml it is only told that it cannot be read.
    lines = done.out.splitlines()[:-1]
    assert [(line.split("/")[1][:6], "TIL" + line.split("TIL")[1][:3]) for line in lines] == [
        ("a.yaml", "TIL301"),
        ("b.yaml", "TIL005"),
    ], done.out


def test_a_baseline_never_hides_that_a_file_cannot_be_read() -> None:
    place = Place(FILE, 1, 1, 1, 2)
    finding = file_rules.SYNTAX.finding(place, "Linjen kan ikke leses.", "Rett den.")
    new, old, left = leave_out([finding], Counter({f"{finding.code} -": 3}))
    assert (new, old, sum(left.values())) == ([finding], [], 3)


def test_a_line_of_a_baseline_is_pointed_at_where_it_can_be_found() -> None:
    """Another program may write the same text in another way, and all of it on one line."""
    text = '{"version": 1, "findings": {"TIL309 T\\u0030": 1}}'
    (finding,) = stale("grunnlinje.json", text.encode(), {"TIL309 T0": 1})
    assert finding.place == Place("grunnlinje.json", 1, 1, 1, 12)
    (finding,) = stale("grunnlinje.json", b'{"TIL309 T0": 1}', {"TIL309 T0": 1})
    assert finding.place == Place("grunnlinje.json", 1, 2, 1, 13)


@pytest.mark.parametrize(("above", "usual"), [(500, "uten mellomrom"), (501, "med 2 mellomrom")])
def test_a_dash_is_compared_with_those_of_five_hundred_lines_around(above: int, usual: str) -> None:
    """One near and one far stand without blanks, and two below with two."""
    far = "tiltak:\n" + "# langt over\n" * 20 + "- id: T001\n"
    near = "# over\n" * (above - 101) + "- id: T002\n" + "# over\n" * 99
    text = f"{far}{near} - id: T003\n  - id: T004\n  - id: T005\n"
    (finding,) = read_yaml(FILE, text).findings
    assert f"{usual} foran" in finding.remedy


@pytest.mark.parametrize("written", ["a: {}\n", "<<: {}\n", "? {}\n: a\n", "? [a]\n: {}\n"])
@pytest.mark.parametrize(("levels", "too_many"), [(MAX_DEPTH - 1, False), (MAX_DEPTH, True)])
def test_how_deep_a_value_may_be(written: str, levels: int, too_many: bool) -> None:
    """The field that it stands in is a level, too."""
    tree = read_yaml(FILE, written.format("[" * levels + "]" * levels))
    assert ("TIL902" in [finding.code for finding in tree.findings]) is too_many


def test_items_inside_the_items_of_a_list_are_not_the_lists_own() -> None:
    lines = "dokumentasjon:\n  - tittel: @A\n      - x\n      - y\n  - tittel: B\n"
    text = register_text(f"{lines}    lenke: https://b.no\n")
    # The two that stand below a text are in no list's column; the list's own are in theirs.
    assert {("TIL005", 7), ("TIL103", 8)} <= {(code, line) for code, line, _ in told(check(text))}


def test_a_line_that_no_reason_is_known_for_is_shown() -> None:
    text = register_text("milepæler:\n  - {id: M1, tekst: A, frist: 2024}\n")
    text = text.replace("    - {", "!    - {")
    (finding,) = read_yaml(FILE, text).findings
    assert finding.message == "Linjen «! - {id: M1, tekst: A, frist: 2024}» kan ikke leses."


@pytest.mark.parametrize("side", ["C:mappe/a.yaml", "c:a.yaml"])
def test_the_letter_of_a_drive_is_no_revision(side: str) -> None:
    with patch.object(os, "name", "nt"):
        assert split_side(side) == (None, side)
        assert split_side("HEAD:a.yaml") == ("HEAD", "a.yaml")
    with patch.object(os, "name", "posix"):
        assert split_side(side) == tuple(side.split(":"))


@pytest.mark.parametrize(
    ("text", "place"),
    [("", (1, 1)), ("a", (1, 2)), ("a\n", (2, 1)), ("a\r\nb", (2, 2)), ("a\rb", (2, 2)),
     ("a\r\rb\nc", (4, 2))],
)  # fmt: skip
def test_every_kind_of_line_end_begins_a_line(text: str, place: tuple[int, int]) -> None:
    assert after(text) == place


def test_a_register_is_in_git_also_where_the_repository_is_a_folder_above(tmp_path: Path) -> None:
    (tmp_path / "depot" / ".git").mkdir(parents=True)
    (tmp_path / "depot" / "under" / "videre").mkdir(parents=True)
    for folder in ("depot", "depot/under", "depot/under/videre"):
        assert perhaps_in_git(str(tmp_path / folder / FILE)), folder
    assert not perhaps_in_git(str(tmp_path / FILE))


# --- what to look at


@pytest.mark.parametrize(("deadline", "told_of"), [("2023-10-15", True), ("2023-10-14", False)])
def test_not_begun_and_due_today_is_short_time(deadline: str, told_of: bool) -> None:
    register = check(register_text(f"prioritet: høy\nfrist: {deadline}\navvik: Sent.\n")).register
    assert register
    reasons = [
        reason
        for attention in overview(register, date(2023, 10, 15)).attention
        if attention.measure
        for reason in attention.reasons
    ]
    assert any("ikke igangsatt" in reason for reason in reasons) is told_of, reasons


# --- edits


def test_two_replacements_that_share_a_character_are_refused() -> None:
    text = "a: xy\n"
    with pytest.raises(EditError):
        through("a.yaml", text, [Splice(3, 5, "zy"), Splice(4, 5, "y")], {"a": "zyy"})
    # Side by side they are fine.
    both = [Splice(3, 4, "z"), Splice(4, 5, "w")]
    assert through("a.yaml", text, both, {"a": "zw"})[0] == "a: zw\n"


@pytest.mark.parametrize("written", ["true", "1.0", '"1"'])
def test_one_is_neither_true_nor_a_text(written: str) -> None:
    with pytest.raises(EditError):
        through("a.yaml", "a: 2\n", [Splice(3, 4, written)], {"a": 1})


def test_the_order_of_fields_is_held() -> None:
    with pytest.raises(EditError):
        through("a.yaml", "a: 1\nb: 2\n", [Splice(0, 10, "b: 2\na: 1\n")], {"a": 1, "b": 2})


def test_a_misspelt_field_and_a_fault_inside_it_are_both_mended() -> None:
    """The name first; what is in it waits for the next round, where its path leads again."""
    text = register_text("milestones:\n  - {id: M1, tekst: Utkast, frist: 30.06.2024}\n")
    assert [code for code, _, _ in told(check(text))]
    mended = mend(source(text), load, unsafe=True).source.files[0].data.decode()
    assert "milepæler:\n" in mended
    assert "frist: 2024-06-30}" in mended
