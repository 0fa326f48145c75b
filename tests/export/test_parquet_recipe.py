"""The questions of docs/håndbok/parquet.md are asked for real, and have the answers that it shows."""

import re
import shutil
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from command import ROOT, current, tiltak

# Only the tests with the mark need the database.
if TYPE_CHECKING:
    import duckdb

pytestmark = pytest.mark.readers
DOC = ROOT / "docs" / "håndbok" / "parquet.md"
COMMAND = re.compile(r"^tiltak (export \S+ -o \S+)$", re.MULTILINE)
# A question, and the answer that stands below it, if any.
SQL = re.compile(r"(```sql\n(.*?)```\n)(?:\n\|.*?(?=\n\n|\Z)\n)?", re.DOTALL)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that the page's own commands write."""
    for source in ("examples", "tests/data/kommuneplan"):
        shutil.copytree(ROOT / source, tmp_path / source)
    (tmp_path / "registre").mkdir()
    for command in COMMAND.findall(DOC.read_text("utf-8")):
        done = tiltak(*command.split(), cwd=tmp_path)
        assert (done.code, done.err) == (0, "")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shown(value: Any) -> str:
    if value is None:
        return ""
    return ", ".join(value) if isinstance(value, list) else str(value)


def answer(database: "duckdb.DuckDBPyConnection", question: str) -> str:
    """The answer as a Markdown table."""
    result = database.execute(question)
    names = [column[0] for column in result.description or ()]
    rows = result.fetchall()
    assert rows, f"an empty answer shows nothing: {question}"
    lines = [names, ["---"] * len(names), *([shown(value) for value in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


@pytest.mark.usefixtures("folder")
def test_every_answer_is_the_one_shown() -> None:
    import duckdb

    text = DOC.read_text("utf-8")
    database = duckdb.connect()
    answered = SQL.sub(lambda match: f"{match[1]}\n{answer(database, match[2])}", text)
    assert len(SQL.findall(text)) == 5
    current(DOC, answered)


def test_the_columns_are_typed_in_another_reader(folder: Path) -> None:
    """DuckDB has its own reader of Parquet, which shares no code with what wrote the files."""
    import duckdb

    file = folder / "registre" / "departementene-2024-1.parquet"
    types = {
        name: kind
        for name, kind, *_ in duckdb.execute(
            "DESCRIBE FROM read_parquet(?)", [str(file)]
        ).fetchall()
    }
    assert types["per_dato"] == types["frist_til"] == types["gjennomført"] == "DATE"
    assert types["frist"] == "VARCHAR"
    assert types["ansvarlig"] == types["erstatter"] == "VARCHAR[]"
    assert types["løpende"] == types["forsinket"] == "BOOLEAN"
    assert types["milepæler"] == (
        "STRUCT(id VARCHAR, tekst VARCHAR, frist VARCHAR, frist_fra DATE, frist_til DATE, "
        '"nådd" DATE)[]'
    )
    query = "SELECT frist, frist_fra, frist_til FROM read_parquet(?) WHERE id = 'T013'"
    row = duckdb.execute(query, [str(file)]).fetchone()
    assert row == ("2025-Q1", date(2025, 1, 1), date(2025, 3, 31))
