"""`tiltak resolve` where two measures have come to have one id, and what names them."""

from pathlib import Path

import pytest
from command import tiltak
from support import FILE, register_text, spread
from test_merge_text import data_of
from test_resolve_linked import NAMES, NEEDS, ONE, THREE, TWO, merged

from tiltak_cli.cli.commands.resolve.run import SAVE

NEW = "- id: T004\n  tittel: Tilsyn\n  beskrivelse: Tilsyn for alle.\n"
OTHER = "- id: T004\n  tittel: Lederkurs\n  beskrivelse: Opplæring av ledere.\n"
BASE = ONE + TWO + THREE
SEE = TWO.replace("alle.", "alle. Se T004.")
# Ours has another number for the second measure, which theirs has given to a new one.
RENUMBERED = (
    BASE,
    ONE + TWO.replace("T002", "T004") + THREE,
    ONE + NEEDS.format("T004") + TWO + THREE + NEW,
)
# The same, and theirs names both of them in one field.
MIXED = (*RENUMBERED[:2], RENUMBERED[2].replace("[T004]", "[T002, T004]"))


def swapped(sides: tuple[str, str, str]) -> tuple[str, str, str]:
    base, ours, theirs = sides
    return base, theirs, ours


def by_title(path: Path) -> dict[str, object]:
    found = data_of(path.read_text("utf-8"))
    return {str(one["tittel"]): code for code, one in found.items() if isinstance(one, dict)}


NAMED = "T001.avhenger_av og T002.beskrivelse viser til T004. Se etter om det er "
SAID = {
    "both": f"Deres T004 har fått id-en T005.\n{NAMED}T004 eller T005 som er ment.\n",
    "ours": f"Deres nye T004 «Lederkurs» er ikke med lenger.\n{NAMED}det tiltaket som er ment.\n",
    "theirs": f"Vår nye T004 «Tilsyn» er ikke med lenger.\n{NAMED}det tiltaket som er ment.\n",
}


@pytest.mark.parametrize("choice", SAID)
def test_what_names_one_of_two_new_measures_is_named(tmp_path: Path, choice: str) -> None:
    theirs = ONE + NEEDS.format("T004") + SEE + THREE + OTHER
    merged(tmp_path, (BASE, BASE + NEW, theirs))
    done = tiltak("resolve", f"--{choice}", FILE, cwd=tmp_path)
    after = f"Alt er avgjort. Se etter det som står over, og kjør så {SAVE}\n"
    assert (done.code, done.out) == (0, f"{SAID[choice]}Avgjorde 1 konflikt.\n{after}")


def test_where_nothing_names_them_nothing_is_to_be_seen_to(tmp_path: Path) -> None:
    own = OTHER.replace("ledere.", "ledere. T004 er nytt.")
    path = merged(tmp_path, (BASE, BASE + NEW, BASE + own))
    done = tiltak("resolve", "T004", "--both", FILE, cwd=tmp_path)
    assert done.out.startswith("Deres T004 har fått id-en T005.\nAvgjorde 1 konflikt.\n")
    assert done.out.endswith(f"Alt er avgjort. Kjør {SAVE}\n")
    # What a measure says of itself follows.
    assert "  beskrivelse: Opplæring av ledere. T005 er nytt.\n" in path.read_text("utf-8")


@spread("mirrored", [False, True], every=2)
def test_a_new_measure_under_the_number_that_an_old_one_has_been_given(
    tmp_path: Path, *, mirrored: bool
) -> None:
    path = merged(tmp_path, swapped(RENUMBERED) if mirrored else RENUMBERED)
    sides = "vår T002 · deres T004" if mirrored else "vår T004 · deres T002"
    also = "vår «Tilsyn» · deres –" if mirrored else "vår – · deres «Tilsyn»"
    assert tiltak("resolve", FILE, cwd=tmp_path).out == (
        f"T004.id: {sides}, sammen med T004: {also}\n"
        "To tiltak med samme id beholdes begge med --both.\n"
    )
    refused = tiltak("merge", *NAMES, cwd=tmp_path)
    assert f"  T004.id: {sides} · før T002, sammen med T004: {also} · før –\n" in refused.err
    done = tiltak("resolve", "T004", "--both", FILE, cwd=tmp_path)
    whose = "Vår" if mirrored else "Deres"
    assert done.out.startswith(f"{whose} T004 har fått id-en T005.\nAvgjorde 1 konflikt.\n")
    assert by_title(path) == {
        "Kurs": "T001",
        "Portal": "T004",
        "Deling av data": "T003",
        "Tilsyn": "T005",
    }
    assert "  avhenger_av: [T005]\n" in path.read_text("utf-8")


@pytest.mark.parametrize("choice", ["ours", "theirs"])
def test_a_new_measure_that_a_choice_takes_away_is_named(tmp_path: Path, choice: str) -> None:
    path = merged(tmp_path, MIXED)
    done = tiltak("resolve", "T004.id", f"--{choice}", FILE, cwd=tmp_path)
    taken = tiltak("merge", *NAMES, f"--{choice}", cwd=tmp_path)
    sentence = "Deres nye T004 «Tilsyn» er ikke med lenger.\n"
    gone = choice == "ours"
    assert done.out.startswith(sentence) == gone
    assert (taken.code, taken.err) == (0, f"tiltak: {sentence}" if gone else "")
    assert ("Tilsyn" in by_title(path)) != gone
    # What named the new one goes with it.
    names = data_of(path.read_text("utf-8"))["T001"]
    assert isinstance(names, dict)
    assert names.get("avhenger_av") == (["T004"] if gone else ["T002", "T004"])


def test_what_names_both_of_them_is_not_guessed(tmp_path: Path) -> None:
    path = merged(tmp_path, MIXED)
    before = path.read_bytes()
    done = tiltak("resolve", "T004", "--both", FILE, cwd=tmp_path)
    assert (done.code, done.out, path.read_bytes()) == (2, "", before)


def test_a_refusal_says_nothing_of_what_would_have_been_done(tmp_path: Path) -> None:
    years = [f"{ONE}  frist: {year}\n{TWO}{THREE}" for year in (2025, 2026, 2027)]
    path = tmp_path / FILE
    sides = (years[0], years[1] + NEW, years[2] + OTHER)
    for name, lines in zip(NAMES, sides, strict=True):
        (tmp_path / name).write_text(register_text(lines), "utf-8")
    assert tiltak("merge", *NAMES, "-o", FILE, cwd=tmp_path).code == 2
    before = path.read_bytes()
    done = tiltak("resolve", "--both", FILE, cwd=tmp_path)
    assert (done.code, done.out, path.read_bytes()) == (2, "", before)
    assert "T001.frist: vår 2026 · deres 2027: både det ene og det andre" in done.err


@pytest.mark.parametrize("style", ["merge", "diff3"])
def test_nothing_stood_there_before_two_new_measures(tmp_path: Path, style: str) -> None:
    for name, lines in zip(NAMES, (BASE, BASE + NEW, BASE + OTHER), strict=True):
        (tmp_path / name).write_text(register_text(lines), "utf-8")
    tiltak("merge", *NAMES, "--style", style, "-o", FILE, cwd=tmp_path)
    before = (tmp_path / FILE).read_bytes()
    done = tiltak("resolve", "T004", "--base", FILE, cwd=tmp_path)
    assert (done.code, (tmp_path / FILE).read_bytes()) == (2, before)
    assert "det sto ingenting der før" in done.err


STEPS = "  milepæler:\n    - {id: M1, tekst: Kravene er satt, frist: 2024-09}\n"
THIRD = "    - {id: M3, tekst: Avtalen er inngått, frist: 2024-10}\n"


@pytest.mark.parametrize("value", ["x", ""])
@pytest.mark.parametrize(
    "steps",
    [
        ("", THIRD, THIRD.replace("Avtalen er inngått", "Alle har tatt kurset")),
        (THIRD, "", THIRD.replace("10", "11")),
    ],
    ids=["new on both", "taken out and changed"],
)
def test_a_whole_milestone_is_not_one_value(
    tmp_path: Path, steps: tuple[str, str, str], value: str
) -> None:
    base, ours, theirs = (ONE + STEPS + step for step in steps)
    path = merged(tmp_path, (base, ours, theirs))
    before = path.read_bytes()
    done = tiltak("resolve", "T001.milepæler.M3", "--value", value, FILE, cwd=tmp_path)
    assert (done.code, path.read_bytes()) == (2, before)
    assert "kan ikke skrives slik. Velg --ours eller --theirs" in done.err
