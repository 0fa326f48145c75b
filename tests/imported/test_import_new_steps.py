"""New milestones: their numbers never take another's place, and new measures may have them."""

from pathlib import Path

import pytest
from command import tiltak
from openpyxl import Workbook
from returned_books import REGISTER, again, all_of, bring, changed, depot, lines_changed, put_book
from workbook_edits import FILL_IN, MEETING, Change, brought, fill, put, saved, sheet_of

from tiltak_cli.views.excel.kit.book import Options

# Where the first free rows of milestones are, and the columns of number, text and deadline.
FREE = {MEETING: 11, FILL_IN: 7}
NEW_ROW = ("Felles ordliste", "En tekst.", "1", "1c", "KD", None, "foreslått", "lav", 2025, 2026)
BOTH = ["+      - {id: M3, tekst: KDs nye}", "+      - {id: M4, tekst: FINs nye}"]

BOTH_BELOW = [
    "+      - id: M3",
    "+        tekst: KDs nye",
    "+      - id: M4",
    "+        tekst: FINs nye",
]


def step(
    measure: str | None,
    number: str | None,
    text: str,
    *,
    row: int = 0,
    title: str | None = None,
    options: Options = MEETING,
) -> Change:
    """Write a milestone in one of the free rows."""
    return lambda book: fill(
        sheet_of(book, "Milepæler"), [[measure, title, number, text]], FREE[options] + row
    )


@pytest.mark.wide
@pytest.mark.parametrize(
    ("measure", "options", "lines"),
    [
        ("T001", MEETING, BOTH),
        pytest.param("T011", FILL_IN, BOTH_BELOW, marks=pytest.mark.wide),
    ],
)
def test_two_who_add_a_milestone_both_get_theirs(
    tmp_path: Path, measure: str, options: Options, lines: list[str]
) -> None:
    depot(tmp_path)
    before = (tmp_path / REGISTER).read_text("utf-8")
    for who in ("KD", "FIN"):
        change = step(measure, None, f"{who}s nye", options=options)
        put_book(tmp_path, change, f"{who}.xlsx", options)
        assert tiltak("import", f"{who}.xlsx", "--write", cwd=tmp_path).code == 0
    after = (tmp_path / REGISTER).read_text("utf-8")
    assert lines_changed(before, after) == lines
    done = tiltak("import", "KD.xlsx", "FIN.xlsx", "--write", cwd=tmp_path)
    assert done.code == 0
    assert done.out.endswith("Alt som står i arket, står allerede i registeret.\n")
    assert (tmp_path / REGISTER).read_text("utf-8") == after


@pytest.mark.wide
def test_both_in_one_run_get_theirs_too(tmp_path: Path) -> None:
    before = (depot(tmp_path) / REGISTER).read_text("utf-8")
    for who in ("KD", "FIN"):
        put_book(tmp_path, step("T001", None, f"{who}s nye"), f"{who}.xlsx")
    assert tiltak("import", "KD.xlsx", "FIN.xlsx", "--write", cwd=tmp_path).code == 0
    assert lines_changed(before, (tmp_path / REGISTER).read_text("utf-8")) == BOTH


@pytest.mark.wide
def test_what_two_say_alike_is_one_milestone(tmp_path: Path) -> None:
    before = (depot(tmp_path) / REGISTER).read_text("utf-8")
    for who in ("KD", "FIN"):
        put_book(tmp_path, step("T001", None, "Felles for begge"), f"{who}.xlsx")
    assert tiltak("import", "KD.xlsx", "FIN.xlsx", "--write", cwd=tmp_path).code == 0
    lines = lines_changed(before, (tmp_path / REGISTER).read_text("utf-8"))
    assert lines == ["+      - {id: M3, tekst: Felles for begge}"]


@pytest.mark.wide
def test_a_number_that_someone_wrote_is_theirs_in_all_the_workbooks(tmp_path: Path) -> None:
    before = (depot(tmp_path) / REGISTER).read_text("utf-8")
    put_book(tmp_path, step("T001", None, "Uten nummer"), "KD.xlsx")
    put_book(tmp_path, step("T001", "m3", "Med nummer"), "FIN.xlsx")
    assert tiltak("import", "KD.xlsx", "FIN.xlsx", "--write", cwd=tmp_path).code == 0
    lines = lines_changed(before, (tmp_path / REGISTER).read_text("utf-8"))
    assert sorted(lines) == [
        "+      - {id: M3, tekst: Med nummer}",
        "+      - {id: M4, tekst: Uten nummer}",
    ]


SAME = "T001.milepæler.M3: før –, registeret «M3 · Registerets», arket «M3 · Arkets»"


@pytest.mark.wide
@pytest.mark.parametrize(
    ("policy", "code", "lines"),
    [
        ("fail", 1, []),
        ("ours", 0, []),
        (
            "theirs",
            0,
            ["-      - {id: M3, tekst: Registerets}", "+      - {id: M3, tekst: Arkets}"],
        ),
    ],
)
def test_a_number_that_the_register_has_for_another_is_chosen(
    tmp_path: Path, policy: str, code: int, lines: list[str]
) -> None:
    depot(tmp_path)
    assert tiltak("set", "T001", "milepæler.M3.tekst=Registerets", cwd=tmp_path).code == 0
    change = step("T001", "M3", "Arkets")
    done, changed = bring(tmp_path, change, "--write", "--on-conflict", policy)
    assert (done.code, changed) == (code, lines)
    assert (SAME in done.err) == (code == 1)


@pytest.mark.wide
def test_chosen_from_the_sheet_nothing_is_left_of_the_other(tmp_path: Path) -> None:
    depot(tmp_path)
    wanted = ("milepæler.M3.tekst=Registerets", "milepæler.M3.frist=2025-03")
    assert tiltak("set", "T001", *wanted, cwd=tmp_path).code == 0
    change = step("T001", "M3", "Arkets")
    done, lines = bring(tmp_path, change, "--write", "--on-conflict", "theirs")
    assert (done.code, lines[1:]) == (0, ["+      - {id: M3, tekst: Arkets}"])


@pytest.mark.wide
def test_two_books_with_one_number_are_chosen_between(tmp_path: Path) -> None:
    depot(tmp_path)
    put_book(tmp_path, step("T001", "M3", "KDs"), "KD.xlsx")
    with_day = all_of([step("T001", "M3", "FINs"), put("Milepæler!F11", 2025)])
    put_book(tmp_path, with_day, "FIN.xlsx")
    books = ("import", "KD.xlsx", "FIN.xlsx", "--write")
    done = tiltak(*books, cwd=tmp_path)
    assert done.code == 1
    assert "arket «M3 · KDs» (KD.xlsx Milepæler!D11)." in done.err
    assert "arket «M3 · FINs · 2025» (FIN.xlsx Milepæler!D11, FIN.xlsx Milepæler!F11)." in done.err
    chosen = tiltak(*books, cwd=tmp_path, stdin=b"1\n", someone=True)
    assert chosen.code == 0
    assert "- {id: M3, tekst: KDs}\n" in (tmp_path / REGISTER).read_text("utf-8")


TWICE = (
    "T001.M3 står to ganger med ulik tekst. Slett den ene raden, eller la Milepæler!C12 stå tom."
)


@pytest.mark.wide
def test_two_rows_with_one_number_are_refused_with_both_cells(tmp_path: Path) -> None:
    change = all_of([step("T001", "M3", "Første"), step("T001", "M3", "Andre", row=1)])
    done, lines = bring(depot(tmp_path), change, "--write")
    assert (done.code, lines) == (1, [])
    assert f"Milepæler!D11 og Milepæler!D12: {TWICE}" in done.err


@pytest.mark.wide
@pytest.mark.parametrize("first", [True, pytest.param(False, marks=pytest.mark.wide)])
def test_one_without_a_number_gets_the_next_that_no_one_wrote(*, first: bool) -> None:
    rows = [(None, "Uten"), ("M3", "Med")] if first else [("M3", "Med"), (None, "Uten")]
    change = all_of(step("T001", number, text, row=n) for n, (number, text) in enumerate(rows))
    entries = brought(saved(change)).entries
    assert {entry.way[1]: entry.new for entry in entries} == {"M3": "Med", "M4": "Uten"}


def a_measure(book: Workbook, identity: str | None = None) -> None:
    fill(sheet_of(book, "Nye tiltak"), [[identity, *NEW_ROW]])


MILESTONES = [
    "+    milepæler:",
    "+      - {id: M1, tekst: Første}",
    "+      - {id: M2, tekst: Andre}",
]


@pytest.mark.wide
@pytest.mark.parametrize(
    ("identity", "owner", "title"),
    [
        pytest.param("T029", "t029", None, marks=pytest.mark.wide),
        (None, None, "Felles Ordliste"),
    ],
)
def test_a_new_measure_brings_its_milestones(
    tmp_path: Path, identity: str | None, owner: str | None, title: str | None
) -> None:
    steps = [
        step(owner, None, text, row=n, title=title, options=FILL_IN)
        for n, text in enumerate(("Første", "Andre"))
    ]
    change = all_of([lambda book: a_measure(book, identity), *steps])
    done, lines = bring(depot(tmp_path), change, "--write", options=FILL_IN)
    assert (done.code, done.err, lines[-3:]) == (0, "", MILESTONES)
    done, none = again(tmp_path, "--write")
    assert (done.code, none) == (0, [])
    assert "Nye tiltak!A5: Tiltaket er allerede i registeret, som T029." in done.out


NO_ID = "Milepæler!A7: ID mangler. Skriv ID-en til tiltaket som milepælen hører til."


@pytest.mark.wide
def test_a_milestone_of_no_one_says_how_a_new_measure_is_named(tmp_path: Path) -> None:
    change = step(None, None, "Første", title="Noe annet", options=FILL_IN)
    done, _ = bring(depot(tmp_path), change, options=FILL_IN)
    assert done.err.startswith(f"tiltak: {NO_ID}\n")
    done, _ = bring(tmp_path, all_of([a_measure, change]), options=FILL_IN)
    more = "Er tiltaket nytt og uten ID, så skriv tittelen på det i Milepæler!B7."
    assert f"tiltak: {NO_ID} {more}\n" in done.err


@pytest.mark.wide
@pytest.mark.parametrize(("identity", "said"), [("T029", [NO_ID]), (None, [])])
def test_a_new_measure_with_an_id_is_not_known_by_its_title(
    identity: str | None, said: list[str]
) -> None:
    with_title = step(None, None, "Første", title=NEW_ROW[0], options=FILL_IN)
    change = all_of([lambda book: a_measure(book, identity), with_title])
    assert [each.said for each in brought(changed(change, FILL_IN)).spoilt] == said


@pytest.mark.wide
def test_a_new_measure_of_a_workbook_is_shown_as_what_differs(tmp_path: Path) -> None:
    put_book(
        depot(tmp_path),
        all_of([a_measure, step(None, None, "Første", title=NEW_ROW[0], options=FILL_IN)]),
        options=FILL_IN,
    )
    done = tiltak("diff", REGISTER, "bok.xlsx", cwd=tmp_path)
    assert (done.code, "T029" in done.out, "er lest med det som er skrevet" in done.err) == (
        0,
        True,
        True,
    )
