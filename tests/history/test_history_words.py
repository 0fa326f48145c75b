"""How a change is told in one line."""

from pathlib import Path

import pytest
from command import tiltak
from history_depot import states
from repository import commit, git
from support import FILE, register_text

from tiltak_cli.changes.telling import tell
from tiltak_cli.views.history.words import signed_days, told

MILESTONE = "milepæler: [{{id: M1, tekst: {}, frist: {}}}]\n"
CASES = {
    "a field that comes": ("id: T001\n", "vurdering: rød\n", "– → rød"),
    "a field that goes": ("vurdering: rød\n", "id: T001\n", "rød → –"),
    "a flag": ("løpende: true\nfrist: 2024\n", "frist: 2024\n", "ja → nei"),
    "a title": ("tittel: En\n", "tittel: To\n", "En → To"),
    "news in a text": ("risiko: En.\n", "risiko: En. To tre.\n", "endret: «To tre.»"),
    "the same in another order": ("risiko: En. To.\n", "risiko: To. En.\n", "endret"),
    "a text that comes": ("id: T001\n", "risiko: En.\n", "lagt til: «En.»"),
    "a text that goes": ("risiko: En.\n", "id: T001\n", "tatt bort"),
    "an internal note": ("merknad: En.\n", "merknad: To.\n", "endret"),
    "an internal note that comes": ("id: T001\n", "merknad: En.\n", "lagt til"),
    "a milestone": (
        MILESTONE.format("En", "2023"),
        MILESTONE.format("To", "2024-Q1").replace("}", ", nådd: 2024-02-01}"),
        "M1 To: tekst En → To, frist 2023 → 1. kvartal 2024, nådd – → 01.02.2024",
    ),
    "other milestones": (
        MILESTONE.format("En", "2023"),
        MILESTONE.format("To", "2024").replace("M1", "M2"),
        "ny: M2 To (2024); tatt bort: M1 En (2023)",
    ),
    "a document more": (
        "dokumentasjon: [{tittel: A, lenke: https://a.no}]\n",
        "dokumentasjon: [{tittel: A, lenke: https://a.no}, {tittel: B, lenke: https://b.no}]\n",
        "– → B <https://b.no>",
    ),
}


@pytest.mark.parametrize(("old", "new", "expected"), CASES.values(), ids=CASES)
def test_a_change_in_one_line(old: str, new: str, expected: str) -> None:
    steps = tell(states(old, new))["T001"].steps
    assert [told(step) for step in steps if step.field != "frist"] == [expected]


def test_numbers_of_days_have_a_sign() -> None:
    assert [signed_days(n) for n in (1, -1, 0, 45, -45)] == [
        "+1 dag", "−1 dag", "0 dager", "+45 dager", "−45 dager",
    ]  # fmt: skip


def dated(folder: Path, *deadlines: str) -> None:
    """A commit for each deadline, on the first day of each month of 2024."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch=main")
    for month, deadline in enumerate(deadlines, 1):
        commit(folder, {FILE: register_text(f"frist: {deadline}\n")}, f"2024-{month:02d}-01")


def of_the_deadline(folder: Path) -> str:
    lines = tiltak("history", "T001", cwd=folder, COLUMNS="200").out.splitlines()
    return next(line for line in lines if "rist" in line.partition(":")[0])


@pytest.mark.wide
@pytest.mark.parametrize(
    ("deadlines", "depth", "said"),
    [
        (("2025", "2025"), 0, "Fristen er ikke flyttet: 2025."),
        (("2024", "2025"), 1, "Fristen er ikke flyttet siden 01.02.2024: 2025."),
        (("2024", "2025", "2026"), 2,
         "Fristen er flyttet 1 gang siden 01.02.2024, +365 dager i alt. Frist da: 2025."),
        (("2024", "2025"), 0, "Fristen er flyttet 1 gang, +365 dager i alt. Første frist: 2024."),
    ],
)  # fmt: skip
def test_a_copy_of_the_newest_part_does_not_know_what_was_before(
    tmp_path: Path, deadlines: tuple[str, ...], depth: int, said: str
) -> None:
    (tmp_path / "alt").mkdir()
    dated(tmp_path / "alt", *deadlines)
    # What is in the register is not all that is in the history.
    commit(tmp_path / "alt", {"LES": "Mer."}, "2024-11-01")
    depth = depth and depth + 1
    git(tmp_path, "clone", "--quiet", *(["--depth", str(depth)] * bool(depth)),
        (tmp_path / "alt").as_uri(), "kopi")  # fmt: skip
    assert of_the_deadline(tmp_path / "kopi") == said
    out = tiltak("history", "T001", cwd=tmp_path / "kopi", COLUMNS="200").out
    assert ("Tid i hver status, så langt historien går: " in out) is bool(depth)
    # What stands in the oldest commit that is known may have come long before it.
    assert ("Ikke endret siden." in out) is bool(depth and "flyttet 1 gang" not in said)
