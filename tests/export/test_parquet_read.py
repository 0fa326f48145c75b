"""What is written as Parquet, in another reader: it shares no code with what wrote the files."""

from datetime import date
from pathlib import Path

import pytest
from command import NEW, tiltak

pytestmark = pytest.mark.readers


def test_the_columns_are_typed_in_another_reader(tmp_path: Path) -> None:
    import duckdb

    file = tmp_path / "a.parquet"
    assert tiltak("export", NEW, "-o", file).code == 0
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
