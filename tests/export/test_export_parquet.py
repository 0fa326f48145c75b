"""Typed columns: one schema for every register, the same bytes twice, and pyarrow only on wish."""

import io
import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from command import DATA, NEW, OLD, names, tiltak_process
from exported import export
from support import HEAD_LINES, register_text

from tiltak_cli.domain.fields import BY_KEY, FIELDS

# Only the tests with the mark need what reads Parquet.
if TYPE_CHECKING:
    import pyarrow as pa

pytestmark = pytest.mark.readers
MUNICIPALITY = DATA / "kommuneplan" / "tiltaksoversikt.yaml"


def table(data: bytes) -> "pa.Table":
    import pyarrow.parquet as pq

    return pq.read_table(io.BytesIO(data))


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    path = tmp_path / "tom.yaml"
    path.write_text(f"{HEAD_LINES}tiltak: []\n")
    return path


def test_every_register_has_the_same_schema(tmp_path: Path, empty: Path) -> None:
    import pyarrow as pa

    from tiltak_cli.views.measures.parquet import schema_of

    registers = (NEW, OLD, MUNICIPALITY, empty)
    tables = [table(export(tmp_path, "parquet", register=path)) for path in registers]
    for each in tables:
        assert each.schema.equals(schema_of(FIELDS, with_derived=True), check_metadata=True)
    # Without the promotion of types: what does not fit raises.
    whole = pa.concat_tables(tables)
    assert whole.num_rows == 28 + 26 + 5
    assert whole.schema.metadata == {b"tiltak.format": b"1"}


def test_the_columns() -> None:
    """A change here is a change of the format: what is named or typed anew raises its VERSION."""
    from tiltak_cli.views.measures.parquet import schema_of

    found = [f"{c.name}: {c.type}" for c in schema_of(FIELDS, with_derived=True)]
    milestone = (
        "struct<id: string, tekst: string, frist: string, frist_fra: date32[day], "
        "frist_til: date32[day], nådd: date32[day]>"
    )
    codes = "list<element: string>"
    text, day = "string", "date32[day]"
    expected = {
        "strategi": text,
        "utgave": text,
        "per_dato": day,
        "rapportdato": day,
        "register_ansvarlig": text,
        "id": text,
        "tittel": text,
        "beskrivelse": text,
        "målområder": codes,
        "retningsvalg": codes,
        "utviklingsområder": codes,
        "ansvarlig": codes,
        "utførende": codes,
        "deltakere": codes,
        "status": text,
        "begrunnelse": text,
        "prioritet": text,
        "start": text,
        "start_fra": day,
        "start_til": day,
        "frist": text,
        "frist_fra": day,
        "frist_til": day,
        "løpende": "bool",
        "opprinnelig_frist": text,
        "opprinnelig_frist_fra": day,
        "opprinnelig_frist_til": day,
        "gjennomført": day,
        "resultat": text,
        "milepæler": f"list<element: {milestone}>",
        "vurdering": text,
        "avvik": text,
        "risiko": text,
        "fremdrift": text,
        "dokumentasjon": "list<element: struct<tittel: string, lenke: string>>",
        "opphav": "struct<periode: string, id: string, status: string>",
        "innlemmet_i": text,
        "erstatter": codes,
        "del_av": codes,
        "avhenger_av": codes,
        "forum": text,
        "kontakt": text,
        "merknad": text,
        "oppdatert": day,
        "situasjon": text,
        "forsinket": "bool",
        "ikke_startet_etter_plan": "bool",
    }
    assert found == [f"{name}: {kind}" for name, kind in expected.items()]


def test_the_values_of_a_measure(tmp_path: Path) -> None:
    path = tmp_path / "tiltaksoversikt.yaml"
    path.write_text(
        register_text(
            "- id: T001\n"
            "  ansvarlig: [KDD, FIN]\n"
            "  deltakere: alle\n"
            "  start: 2021-H2\n"
            "  frist: 2023-Q3\n"
            "  milepæler:\n"
            "    - {id: M1, tekst: Først, frist: 2023-02, nådd: 2023-03-01}\n"
            "    - {id: M2, tekst: Så}\n"
            "  dokumentasjon:\n"
            "    - {tittel: Rapport, lenke: 'https://example.no/a'}\n"
            "  opphav: {periode: 2016-2020, id: '12', status: vedtatt}\n"
            "  avvik: Venter.\n"
            "- id: T002\n"
            "  avhenger_av: T001\n"
            "  løpende: true\n"
        ),
        "utf-8",
    )
    first, second = table(export(tmp_path, "parquet", register=path)).to_pylist()
    assert first["ansvarlig"] == ["KDD", "FIN"]
    assert first["deltakere"] == ["alle"]
    assert (first["start"], first["start_fra"]) == ("2021-H2", date(2021, 7, 1))
    assert (first["frist"], first["frist_til"]) == ("2023-Q3", date(2023, 9, 30))
    due = {"frist": "2023-02", "frist_fra": date(2023, 2, 1), "frist_til": date(2023, 2, 28)}
    never = {"frist": None, "frist_fra": None, "frist_til": None}
    assert first["milepæler"] == [
        {"id": "M1", "tekst": "Først", **due, "nådd": date(2023, 3, 1)},
        {"id": "M2", "tekst": "Så", **never, "nådd": None},
    ]
    assert first["dokumentasjon"] == [{"tittel": "Rapport", "lenke": "https://example.no/a"}]
    assert first["opphav"] == {"periode": "2016-2020", "id": "12", "status": "vedtatt"}
    assert (first["forsinket"], first["løpende"], first["situasjon"]) == (
        True,
        False,
        "rød eller forsinket",
    )
    assert (second["avhenger_av"], second["løpende"], second["frist_til"]) == (["T001"], True, None)
    assert (second["milepæler"], second["opphav"], second["resultat"]) == ([], None, None)


def test_a_chosen_column_brings_the_registers_and_nothing_derived() -> None:
    from tiltak_cli.views.measures.parquet import schema_of

    found = schema_of((BY_KEY["frist"],), with_derived=False).names
    assert found[5:] == ["frist", "frist_fra", "frist_til"]


def test_the_same_bytes_whenever_it_is_written(tmp_path: Path) -> None:
    first = export(tmp_path, "parquet")
    done = tiltak_process(
        "export", NEW, "-o", "b.parquet", cwd=tmp_path, PYTHONHASHSEED="7", TZ="Asia/Tokyo"
    )
    assert done.code == 0
    assert (tmp_path / "b.parquet").read_bytes() == first


def test_without_pyarrow_there_is_one_sentence(tmp_path: Path) -> None:
    """A package of that name that cannot be imported stands first on the path."""
    (tmp_path / "uten" / "pyarrow").mkdir(parents=True)
    (tmp_path / "uten" / "pyarrow" / "__init__.py").write_text("raise ImportError('pyarrow')\n")
    path = os.pathsep.join([str(tmp_path / "uten"), os.environ.get("PYTHONPATH", "")])
    done = tiltak_process("export", NEW, "-o", "a.parquet", cwd=tmp_path, PYTHONPATH=path)
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "tiltak: For .parquet trengs også pakken pyarrow. Installer den med «pip install pyarrow» "
        "eller «pipx inject tiltak-cli pyarrow». Programmet i én fil kan ikke ha den.\n"
    )
    for other in ("a.csv", "a.xlsx"):
        assert tiltak_process("export", NEW, "-o", other, cwd=tmp_path, PYTHONPATH=path).code == 0
    assert names(tmp_path) == ["a.csv", "a.xlsx", "uten"]
