"""What a merge did not keep: no move of the register, whichever of the sides was one's own."""

import json
import subprocess
from pathlib import Path

import pytest
from command import tiltak
from history_depot import depot, edition, history, steps
from merging import BRANCH, MAIN, by, merge, story, to, told
from repository import git
from support import FILE, register_text

from tiltak_cli.wording import NB

__all__ = ["depot"]


def played(folder: Path, deeds: str) -> None:
    """Do what is written, one day after the other.

    «gren Kari 2023» is a deadline that somebody sets in a branch («-» takes the other measure out),
    «main < gren 2024» a merge with what it was settled as, and «main # 2024-1» an edition.
    """
    git(folder, "branch", BRANCH)
    for day, deed in enumerate(deeds.split("; "), 1):
        branch, who, what, *settled = deed.split()
        to(folder, branch)
        date = f"2024-02-{day:02d}"
        if who == "<":
            merge(folder, what, day=date, conflict=f"{edition(*settled)}# {day}\n")
        elif who == "#":
            git(folder, "tag", f"utgave-{what}")
        else:
            by(folder, who, date, edition(*(("2022", "") if what == "-" else (what,))))
    to(folder, MAIN)


def lines(folder: Path) -> tuple[str, str]:
    """What is told of the deadline, and what of it was not kept."""
    found = story()
    dropped = [each.step for each in found.dropped]
    assert git(folder, "status", "--porcelain") == ""
    first, second = (
        ", ".join(f"{s.revision.author} {NB.value(s.old)}–{NB.value(s.new)}" for s in part)
        for part in (found.steps, dropped)
    )
    assert found.moves().times == len({s.revision.way for s in found.steps})
    assert [d.text for d in found.deadlines()][-1] == NB.value(found.now.deadline)
    return first, second


BOTH = "gren Kari 2023; main Ola 2024"
SETTLED = (
    # The branch's, ours, something else, and what both began with.
    (f"{BOTH}; main < gren 2023", "Kari 2022–2023", "Ola 2022–2024"),
    (f"{BOTH}; main < gren 2024", "Ola 2022–2024", ""),
    (f"{BOTH}; main < gren 2025", "Sekretær 2022–2025", "Ola 2022–2024"),
    (f"{BOTH}; main < gren 2022", "", "Ola 2022–2024"),
    # The same with the sides changed about, as when Kari fetches what Ola has shared.
    (f"{BOTH}; gren < main 2024; main < gren 2024", "Ola 2022–2024", ""),
    # Who settles it in the branch, to be merged when that is done.
    (f"{BOTH}; gren < main 2023; main < gren 2023", "Kari 2022–2023", "Ola 2022–2024"),
    (f"{BOTH}; gren < main 2025; main < gren 2025", "Sekretær 2022–2025", "Ola 2022–2024"),
    # Who had seen it has moved it further.
    (
        f"{BOTH}; gren < main 2024; gren Per 2025; main < gren 2025",
        "Ola 2022–2024, Per 2024–2025",
        "",
    ),
    (
        "main Ola 2024; gren < main 2024; gren Per 2025; main Eva 2026; main < gren 2025",
        "Ola 2022–2024, Per 2024–2025",
        "Eva 2024–2026",
    ),
    # Several on each side.
    (
        "gren Kari 2023; gren Per 2025; main Ola 2024; main Eva 2026; main < gren 2025",
        "Kari 2022–2023, Per 2023–2025",
        "Ola 2022–2024, Eva 2024–2026",
    ),
    # A merge that threw away what only one had changed.
    ("main Ola 2024; gren Kari -; main < gren 2022", "", "Ola 2022–2024"),
    # Both meant the same, and one moved it further.
    (
        "gren Kari 2024; main Ola 2024; main < gren 2024; gren Per 2025; main < gren 2025",
        "Ola 2022–2024, Per 2024–2025",
        "",
    ),
    # What stood in an edition was seen by all, and only what came after it was not kept.
    (
        f"{BOTH}; main # 2024-1; main < gren 2023",
        "Ola 2022–2024, Kari 2024–2023",
        "",
    ),
    (
        f"{BOTH}; main # 2024-1; main Eva 2026; main < gren 2023",
        "Ola 2022–2024, Kari 2024–2023",
        "Eva 2024–2026",
    ),
    (f"main # 2023-2; {BOTH}; main < gren 2023; main # 2024-1", "Kari 2022–2023", "Ola 2022–2024"),
    (f"{BOTH}; gren # 2024-1; main < gren 2023", "Kari 2022–2023", "Ola 2022–2024"),
    # Two in turn.
    (
        f"{BOTH}; main < gren 2023; gren Per 2025; main Eva 2026; main < gren 2026",
        "Kari 2022–2023, Eva 2023–2026",
        "Ola 2022–2024",
    ),
    (
        f"{BOTH}; main < gren 2023; gren Per 2025; main Eva 2026; main < gren 2025",
        "Kari 2022–2023, Per 2023–2025",
        "Ola 2022–2024, Eva 2023–2026",
    ),
)


@pytest.mark.wide
@pytest.mark.parametrize(("deeds", "kept", "dropped"), SETTLED)
def test_what_was_settled_is_told_from_where_both_began(
    depot: Path, deeds: str, kept: str, dropped: str
) -> None:
    played(depot, deeds)
    assert lines(depot) == (kept, dropped)


@pytest.mark.wide
def test_what_the_command_says_of_it(depot: Path) -> None:
    played(depot, f"{BOTH}; main < gren 2023")
    out = tiltak("history", "T001", cwd=depot, COLUMNS="130").out
    assert "Fristen er flyttet 1 gang, +365 dager i alt. Første frist: 2022." in out
    assert [line.split(None, 3) for line in out.splitlines() if "  Frist  " in line] == [
        ["02.02.2024", "Ola", "Frist", "2022 → 2024 (ikke beholdt i sammenslåingen 03.02.2024)"],
        ["01.02.2024", "Kari", "Frist", "2022 → 2023 (+365 dager) (i grenen fra 03.02.2024)"],
    ]
    assert "Sist endret 01.02.2024." in out
    found = json.loads(tiltak("history", "T001", "--format", "json", cwd=depot).out)
    (measure,) = found["measures"]
    assert measure["deadline"]["moves"] == 1
    (change,) = measure["not_kept"]
    assert (change["author"], change["old"], change["new"]) == ("Ola", "2022", "2024")
    assert change["merge"]["commit"] == git(depot, "rev-parse", "HEAD").strip()


@pytest.mark.wide
def test_whichever_side_of_a_merge_was_ones_own(depot: Path, tmp_path: Path) -> None:
    """Kari shares first, and Ola fetches, settles and shares: Kari's was kept."""
    tiltak("git", "install", cwd=depot)
    git(depot, "clone", "-q", ".", "../ola")
    ola = tmp_path / "ola"
    tiltak("git", "install", cwd=ola)
    by(depot, "Kari", "2024-02-01", edition("2023"))
    by(ola, "Ola", "2024-02-02", edition("2024"))
    git(ola, "fetch", "-q")
    # git stops, for somebody must choose.
    with pytest.raises(subprocess.CalledProcessError):
        git(ola, "merge", "origin/main")
    assert tiltak("resolve", "T001.frist", "--theirs", cwd=ola).code == 0
    git(ola, "commit", "-qam", "Karis frist", day="2024-02-03", GIT_AUTHOR_NAME="Ola")
    git(depot, "pull", "-q", "--ff-only", "../ola", "main")
    assert lines(depot) == ("Kari 2022–2023", "Ola 2022–2024")


@pytest.mark.wide
def test_parts_of_lists_and_texts_may_have_been_kept(depot: Path) -> None:
    """Of those it is told what became another in this branch, as ever."""
    text = register_text("- id: T001\n  deltakere: [{}]\n  tittel: {}\n")
    base = text.replace("{}", "SMK", 1).replace("{}", "Et nytt arkiv")
    by(depot, "Eva", "2024-01-20", base)
    to(depot, BRANCH, "-c")
    by(depot, "Kari", "2024-02-01", base.replace("SMK", "SMK, FIN").replace("nytt", "felles"))
    to(depot, MAIN)
    by(depot, "Ola", "2024-02-02", base.replace("SMK", "SMK, BLD").replace("Et nytt", "Et stort"))
    both = base.replace("SMK", "SMK, BLD, FIN").replace("nytt", "stort felles")
    merge(depot, BRANCH, day="2024-03-01", conflict=both)
    assert [step[1:] for step in told() if step[2] == "deltakere"][1:] == [
        ("Ola", "deltakere", "SMK", "SMK, BLD"),
        ("Sekretær", "deltakere", "SMK, BLD", "SMK, BLD, FIN"),
    ]
    assert story().dropped == ()


@pytest.mark.wide
def test_a_measure_that_only_one_side_took_out(depot: Path) -> None:
    played(depot, "gren Kari 2023; main Ola -; main < gren 2023")
    gone = story("T002")
    assert (gone.gone, gone.steps) == (None, ())
    assert [(each.step.field, each.step.new) for each in gone.dropped] == [("", None)]
    out = tiltak("history", "T002", cwd=depot, COLUMNS="130").out
    assert "tatt ut av registeret (ikke beholdt i sammenslåingen 03.02.2024)" in out
    assert "satt inn igjen" not in out


@pytest.mark.wide
def test_a_status_that_was_not_kept_lasted_no_time(depot: Path) -> None:
    def text(status: str) -> str:
        lines = f"- id: T001\n  status: {status}\n"
        return register_text(lines + "  fremdrift: I gang.\n" * (status != "vedtatt"))

    by(depot, "Eva", "2024-01-20", text("vedtatt"))
    to(depot, BRANCH, "-c")
    by(depot, "Kari", "2024-02-01", text("igangsatt"))
    to(depot, MAIN)
    by(depot, "Ola", "2024-02-10", text("på vent"))
    merge(depot, BRANCH, day="2024-03-01", conflict=text("igangsatt") + "# x\n")
    out = tiltak("history", "T001", "--as-of", "2024-03-31", cwd=depot, COLUMNS="130").out
    assert "Tid i hver status:" in out
    assert "på vent (" not in out.partition("\n\n")[0]
    assert [step[1:] for step in steps(history()) if step[2] == "status"] == [
        ("Kari", "status", "vedtatt", "igangsatt")
    ]
    assert FILE in git(depot, "ls-files")
