"""Where in a file of spreadsheets the table of measures is, and which rows are its headings."""

from collections.abc import Mapping

from sheets import rows_of

from tiltak_cli.sources.files import Refusal
from tiltak_cli.sources.foreign.cells.grid import Book, Cell, Grid
from tiltak_cli.sources.foreign.column import Column
from tiltak_cli.sources.foreign.find import Table, find_table
from tiltak_cli.sources.foreign.rows import rows_of as told_rows

PLAN = "Tiltak | Ansvarlig\nNy portal | KD"
GROUPED = (
    "Tiltak | Ansvarlig | Milepæl 1 | .\n. | . | Tekst | Frist\nNy portal | KD | Utkast | 2025"
)


def sheet(text: str, name: str = "Ark1", *, hidden: bool = False) -> Grid:
    rows: Mapping[int, dict[int, Cell]] = {
        number: {column: Cell(str(v)) for column, v in enumerate(row, 1) if v is not None}
        for number, row in enumerate(rows_of(text), 1)
    }
    return Grid(name, rows, hidden=hidden)


def table_of(text: str, row: int | None = None) -> tuple[int, int]:
    """The rows of headings, from and to."""
    found = find_table(Book("Excel", (sheet(text),)), None, row)
    assert isinstance(found, Table)
    return found.top, found.bottom


def test_a_title_that_is_a_known_word_is_not_the_headings_above_two_that_are_likely() -> None:
    assert table_of("Ansvarlig\nHva | Hvem\nNy portal | KD") == (2, 2)


def test_of_two_rows_of_headings_the_lower_is_the_one_that_is_named() -> None:
    assert table_of(GROUPED) == (1, 2)
    assert table_of(GROUPED, 2) == (1, 2)
    assert table_of(GROUPED, 1) == (1, 1)


def test_of_hidden_sheets_with_a_table_the_first_is_named() -> None:
    grids = [sheet(PLAN, name, hidden=True) for name in ("Kladd", "Gammel")]
    found = find_table(Book("Excel", (sheet("Forord", "Omtale"), *grids)), None, None)
    assert isinstance(found, Refusal)
    assert 'Velg det med --sheet "Kladd".' in found.sentence


def test_every_other_row_coloured_says_nothing_where_there_are_more_than_three() -> None:
    for number, told in ((3, [3]), (4, [])):
        grid = sheet("Tiltak\n" + "\n".join(f"Nr. {n}" for n in range(number)))
        grid = grid._replace(colours={(row, 1): "grå" for row in range(3, number + 2, 2)})
        found = find_table(Book("Excel", (grid,)), None, 1)
        assert isinstance(found, Table)
        column = Column(number=1, name="Tiltak", cell="A1", field="tittel", why="", sure=True)
        assert [each.row for each in told_rows(found, [column]).skipped] == told
