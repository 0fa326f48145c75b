"""Comments are no content: one editorial line says that they changed, and only where it is so."""

import json
from pathlib import Path

import pytest
import support
from command import NEW, OLD, golden, tiltak
from support import check, source

from tiltak_cli.changes.change import Kind, Level
from tiltak_cli.changes.comments import with_comments
from tiltak_cli.changes.compare import compare
from tiltak_cli.sources.compared.comments import comments_apart

HEAD = f"# Registeret føres av KDD.\n{support.HEAD_LINES}tiltak:\n"
FIRST = """\
  # Avklares i mars.
  - id: T001
    tittel: Felles mal
    beskrivelse: En mal som alle bruker.
    målområder: [1]
    retningsvalg: [1a]
    ansvarlig: KDD
    status: vedtatt
    prioritet: høy
    frist: 2025-06  # flyttet én gang
"""
SECOND = """\

  - id: T002
    tittel: Opplæring for nye ledere
    beskrivelse: |
      # Ikke en kommentar
      Opplæring # heller ikke dette
    målområder: [3]
    retningsvalg: [3b]
    ansvarlig: KD
    status: foreslått
    prioritet: lav
    frist: 2025
"""
THIRD = SECOND.replace("T002", "T003").replace("nye ledere", "erfarne ledere")
FLOW = (
    "  - {id: T009, tittel: Kort form, målområder: [1], retningsvalg: [1a], ansvarlig: KD,\n"
    "     status: foreslått, prioritet: lav, frist: 2025}\n"
)
BOTH = HEAD + FIRST + SECOND


def only(where: str) -> str:
    return f"Bare kommentarer er endret i {where}."


AROUND = "Kommentarer utenfor tiltakene er endret."
CASES = {
    "nothing at all": (BOTH, BOTH, None),
    "a comment at the end of a line": (BOTH, BOTH.replace("én gang", "to ganger"), only("T001")),
    "a comment above a measure": (BOTH, BOTH.replace("i mars", "i april"), only("T001")),
    "a comment above the measure after": (
        BOTH,
        BOTH.replace("\n  - id: T002", "\n  # Ny merknad\n  - id: T002"),
        only("T002"),
    ),
    "a comment right below a text over several lines": (
        f"{HEAD}{FIRST}    merknad: |\n      Kort\n{SECOND[1:]}",
        f"{HEAD}{FIRST}    merknad: |\n      Kort\n  # Ny merknad\n{SECOND[1:]}",
        only("T002"),
    ),
    "a comment that is new": (BOTH, BOTH.replace("foreslått", "foreslått # så langt"),
                              only("T002")),
    "a comment taken out": (BOTH, BOTH.replace("  # flyttet én gang", ""), only("T001")),
    "in two measures": (
        BOTH,
        BOTH.replace("én gang", "to ganger").replace("frist: 2025\n", "frist: 2025 # fast\n"),
        only("T001 og T002"),
    ),
    "in the head": (BOTH, BOTH.replace("føres av KDD", "føres nå av KDD"), AROUND),
    "in the head and a measure": (
        BOTH,
        BOTH.replace("føres av KDD", "føres nå av KDD").replace("i mars", "i april"),
        f"{only('T001')} {AROUND}",
    ),
    "moved within a measure": (
        BOTH,
        BOTH.replace("  # flyttet én gang", "").replace("høy\n", "høy  # flyttet én gang\n"),
        None,
    ),
    "measures in another order": (HEAD + FIRST + SECOND, HEAD + SECOND + FIRST, None),
    "other blanks and quotes": (
        BOTH,
        BOTH.replace("Felles mal", '"Felles mal"').replace("  # flyttet", " #  flyttet"),
        only("T001"),
    ),
    "what only looks like a comment": (
        BOTH,
        BOTH.replace("# Ikke en", "# Fortsatt ikke en"),
        None,
    ),
    "below a word that ends in the sign": (
        BOTH.replace("Felles mal", "Kurs i C#"),
        BOTH.replace("Felles mal", "Kurs i C#").replace("én gang", "to ganger"),
        only("T001"),
    ),
    "with a value that changed": (
        BOTH,
        BOTH.replace("2025-06  # flyttet én gang", "2025-09  # flyttet to ganger"),
        None,
    ),
    "in one measure while another has news": (
        BOTH,
        BOTH.replace("én gang", "to ganger").replace("prioritet: lav", "prioritet: høy"),
        only("T001"),
    ),
    "with a measure that is new": (HEAD + SECOND, BOTH, None),
    "with a measure that is gone": (BOTH, HEAD + SECOND, None),
    "the same words in another measure": (
        BOTH,
        BOTH.replace("  # flyttet én gang", "").replace("2025\n", "2025  # flyttet én gang\n"),
        None,
    ),
    "bare marks to part things": (BOTH, BOTH.replace("tiltak:\n", "# ----\ntiltak:\n"), None),
    "another kind of line end": (BOTH, BOTH.replace("\n", "\r\n"), None),
    "line ends and a comment": (
        BOTH,
        BOTH.replace("én gang", "to ganger").replace("\n", "\r\n"),
        only("T001"),
    ),
    "a form that is not the usual one": (
        HEAD + FIRST + FLOW,
        HEAD + FIRST.replace("én gang", "to ganger") + FLOW.replace("2025}", "2025}  # kort"),
        only("T001 og T009"),
    ),
    "ten measures": (
        HEAD + "".join(SECOND.replace("T002", f"T{n:03}") for n in range(10, 20)),
        HEAD
        + "".join(
            SECOND.replace("T002", f"T{n:03}").replace("lav\n", f"lav # {n}\n")
            for n in range(10, 20)
        ),
        only("10 tiltak"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_what_is_said_of_comments(case: tuple[str, str, str | None]) -> None:
    old, new, expected = case
    before, now = check(old).register, check(new).register
    assert before
    assert now
    found = with_comments(compare(before, now), *comments_apart(source(old), source(new))).comments
    assert (found.sentence if found else None) == expected
    back = with_comments(compare(now, before), *comments_apart(source(new), source(old))).comments
    if found and back:
        assert (found.kind, found.kind.level) == (Kind.COMMENTS, Level.EDITORIAL)
        assert (back.old, back.new) == (found.new, found.old)
    assert bool(found) == bool(back)


def test_it_is_told_where_nothing_else_has_changed(tmp_path: Path) -> None:
    for name, text in (("a.yaml", BOTH), ("b.yaml", BOTH.replace("én gang", "to ganger"))):
        (tmp_path / name).write_text(text, encoding="utf-8")
    golden("diff-comments.txt", tiltak("diff", "a.yaml", "b.yaml", cwd=tmp_path).out)
    for form in ("json", "markdown", "oneline"):
        done = tiltak("diff", "a.yaml", "b.yaml", "--format", form, cwd=tmp_path)
        assert only("T001") in done.out
    none = tiltak("diff", "a.yaml", "b.yaml", "--kind", "innhold", cwd=tmp_path)
    assert "Bare kommentarer" not in none.out
    assert tiltak("diff", "a.yaml", "b.yaml", "--exit-code", cwd=tmp_path).code == 1
    assert tiltak("diff", "a.yaml", "b.yaml", "--fail-on", "normal", cwd=tmp_path).code == 0


def test_what_is_sent_on_tells_of_the_content_where_that_has_changed() -> None:
    """The examples' comments differ too: an analyst sees that, and nothing counts it."""
    said = "Bare kommentarer er endret i T006. Kommentarer utenfor tiltakene er endret."
    assert said in " ".join(tiltak("diff", OLD, NEW).out.split())
    found = json.loads(tiltak("diff", OLD, NEW, "--format", "json").out)
    assert found["comments"]["sentence"] == said
    assert said not in [change["sentence"] for change in found["changes"]]
    for form in ("markdown", "oneline"):
        assert "ommentarer" not in tiltak("diff", OLD, NEW, "--format", form).out
