"""A workbook with a new measure that comes once more, when the register has moved on."""

from pathlib import Path

import pytest
from command import tiltak
from openpyxl import Workbook
from returned_books import REGISTER, again, all_of, bring, depot, put_book
from workbook_edits import FILL_IN, brought, fill, put, saved, sheet_of

NEW = (
    "Felles ordliste for alle",
    "En tekst om ord og bruken av dem.",
    "1",
    "1c",
    "KD",
    None,
    "foreslått",
    "lav",
    2025,
    2026,
)
CHANGED = "Tiltaket er allerede i registeret, som T029, som er endret siden"
ALL = "beskrivelse=Annet målområder=2 retningsvalg=2a ansvarlig=BFD start=2024 frist=2027"
# What is done with the new measure in the register, and what is said of its row then.
MOVED_ON = {
    "its title": ("tittel=Felles_ordbok_for_alle", 0, f"{CHANGED} (tittel). Raden er ikke ført"),
    "another title": ("tittel=Noe_annet", 0, f"{CHANGED} (tittel). Raden er ikke ført inn."),
    "a field": ("prioritet=høy", 0, f"{CHANGED} (prioritet). Raden er ikke ført inn."),
    "both": ("tittel=Ordliste prioritet=høy", 0, f"{CHANGED} (tittel og prioritet)."),
    "nearly all": (ALL, 1, "Registeret har allerede et tiltak med denne tittelen, T029, med et"),
}  # fmt: skip


def a_measure(book: Workbook, identity: str | None = None) -> None:
    fill(sheet_of(book, "Nye tiltak"), [[identity, *NEW]])


@pytest.mark.wide
@pytest.mark.parametrize(("wanted", "code", "said"), MOVED_ON.values(), ids=MOVED_ON)
def test_a_row_is_known_again_when_the_register_has_moved_on(
    tmp_path: Path, wanted: str, code: int, said: str
) -> None:
    done, _ = bring(depot(tmp_path), a_measure, "--write", options=FILL_IN)
    assert done.code == 0
    edits = [edit.replace("_", " ") for edit in wanted.split()]
    assert tiltak("set", "T029", *edits, cwd=tmp_path).code == 0
    done, lines = again(tmp_path, "--write")
    assert (done.code, lines) == (code, [])
    assert f"Nye tiltak!A5: {said}" in done.out + done.err


@pytest.mark.wide
def test_a_row_with_an_id_that_is_known_again_says_both_what_it_may_be(tmp_path: Path) -> None:
    done, _ = bring(
        depot(tmp_path), lambda book: a_measure(book, "T029"), "--write", options=FILL_IN
    )
    assert done.code == 0
    assert tiltak("set", "T029", "prioritet=høy", cwd=tmp_path).code == 0
    done, lines = again(tmp_path, "--write")
    assert (done.code, lines) == (1, [])
    assert "sier noe annet (prioritet). Er raden ført inn før, har registeret gått" in done.err


OR_NEW = "Er det et nytt tiltak, så hent tilbake raden til T003, og skriv det nye i en tom rad."
RENAMED = "--rename om tiltaket skal ha ny ID"
REPLACED = {
    "no id": (None, f"A7: Raden har ingen ID, men er den som var T003. Skriv T003 i A7. {OR_NEW}"),
    "another id": (
        "T905",
        f"A7: T003 har fått ID-en «T905». Skriv T003 igjen, eller kjør med {RENAMED}. {OR_NEW}",
    ),
}


@pytest.mark.wide
@pytest.mark.parametrize(("identity", "said"), REPLACED.values(), ids=REPLACED)
def test_a_measure_written_over_another_may_be_new(identity: str | None, said: str) -> None:
    change = all_of([put("Tiltak!A7", identity), put("Tiltak!B7", "Noe helt annet")])
    assert [each.said for each in brought(saved(change)).spoilt] == [said]
    kept = brought(saved(put("Tiltak!A7", identity))).spoilt
    assert [each.said for each in kept] == [said.removesuffix(f" {OR_NEW}")]


@pytest.mark.wide
def test_two_new_measures_with_one_id_are_chosen_between(tmp_path: Path) -> None:
    depot(tmp_path)
    titled = put("Nye tiltak!B5", "Noe annet")
    for who, changes in (("KD", ()), ("FIN", (titled,))):
        change = all_of([lambda book: a_measure(book, "T029"), *changes])
        put_book(tmp_path, change, f"{who}.xlsx", FILL_IN)
    books = ("import", "KD.xlsx", "FIN.xlsx", "--write")
    done = tiltak(*books, cwd=tmp_path)
    assert done.code == 1
    for who in ("KD", "FIN"):
        assert f"({who}.xlsx Nye tiltak!A5)." in done.err
    assert tiltak(*books, cwd=tmp_path, stdin=b"2\n", someone=True).code == 0
    text = (tmp_path / REGISTER).read_text("utf-8")
    assert (text.count("id: T029"), text.count("tittel: Noe annet\n")) == (1, 1)
