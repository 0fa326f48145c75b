"""`tiltak set` of what has items: documents, and codes and years in quotes."""

from pathlib import Path

import pytest
from command import NEW, tiltak

from tiltak_cli.views.edits import apart

FILE = "tiltaksoversikt.yaml"
DOCUMENTS = """\
    dokumentasjon:
      - {tittel: "Rapport, del 1", lenke: https://a.no/1}
      - {tittel: To, lenke: https://b.no}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the example as its register."""
    (tmp_path / FILE).write_bytes(NEW.read_bytes())
    return tmp_path


@pytest.mark.wide
def test_documents_are_written_with_title_and_link(folder: Path) -> None:
    before = (folder / FILE).read_text("utf-8")
    for given in ("+=Rapport, del 1 https://a.no/1", "+=To  <https://b.no>"):
        assert tiltak("set", "T003", f"dokumentasjon{given}", cwd=folder).code == 0
    after = (folder / FILE).read_text("utf-8")
    assert DOCUMENTS in after
    assert after.replace(DOCUMENTS, "") == before
    # What is there already is said; another order writes all of them anew.
    again = tiltak("set", "T003", "dokumentasjon+=To https://b.no", cwd=folder)
    assert (again.code, "er allerede" in again.out) == (0, True)
    both = "dokumentasjon=To https://b.no\nRapport, del 1 https://a.no/1"
    assert tiltak("set", "T003", both, cwd=folder).code == 0
    first, second = DOCUMENTS.splitlines(keepends=True)[1:]
    assert second + first in (folder / FILE).read_text("utf-8")
    # One goes by its title, by its link, or by both; the last takes the field with it.
    for gone in ("to", "Rapport, del 1 https://a.no/1"):
        assert tiltak("set", "T003", f"dokumentasjon-={gone}", cwd=folder).code == 0
    assert (folder / FILE).read_text("utf-8") == before


def test_a_year_in_quotes_stays_in_quotes(folder: Path) -> None:
    text = NEW.read_text("utf-8").replace("    frist: 2024\n", '    frist: "2026"\n')
    (folder / FILE).write_text(text, "utf-8")
    assert tiltak("set", "T003", "frist=2027", cwd=folder).code == 0
    start = text.index("  - id: T003")
    expected = text[:start] + text[start:].replace('"2026"', '"2027"', 1)
    assert (folder / FILE).read_text("utf-8") == expected


def test_a_code_in_quotes_is_the_same_code(folder: Path) -> None:
    text = NEW.read_text("utf-8").replace("målområder: [1, 3]", 'målområder: ["1", 3]')
    (folder / FILE).write_text(text, "utf-8")
    assert "er allerede" in tiltak("set", "T003", "målområder+=1", cwd=folder).out
    assert tiltak("set", "T003", "målområder-=1", "--force", cwd=folder).code == 0
    assert (folder / FILE).read_text("utf-8") == text.replace('["1", 3]', "[3]")


@pytest.mark.parametrize(
    ("field", "asked", "written"),
    [
        (
            "dokumentasjon:  # ingen ennå",
            "dokumentasjon+=A https://a.no",
            "      - {tittel: A, lenke: https://a.no}",
        ),
        ("milepæler:  # hei", "milepæler.M1.tekst=A", "      - {id: M1, tekst: A}"),
    ],
)
def test_a_list_that_is_not_begun(field: str, asked: str, written: str, folder: Path) -> None:
    text = NEW.read_text("utf-8").replace("    del_av: T001\n", f"    {field}\n", 1)
    (folder / FILE).write_text(text, "utf-8")
    identity = text[: text.index(f"    {field}\n")].rpartition("  - id: ")[2][:4]
    assert tiltak("set", identity, asked, cwd=folder).code == 0
    expected = text.replace(f"    {field}\n", f"    {field}\n{written}\n", 1)
    assert (folder / FILE).read_text("utf-8") == expected


def test_documents_that_are_no_list_are_left(folder: Path) -> None:
    text = NEW.read_text("utf-8").replace("    del_av: T001\n", "    dokumentasjon: Se nettet\n", 1)
    (folder / FILE).write_text(text, "utf-8")
    identity = text[: text.index("Se nettet")].rpartition("  - id: ")[2][:4]
    done = tiltak("set", identity, "dokumentasjon+=A https://a.no", cwd=folder)
    assert (done.code, "«dokumentasjon» er ikke en liste." in done.err) == (1, True)
    assert (folder / FILE).read_text("utf-8") == text


def test_of_long_texts_that_begin_alike_what_differs_is_shown() -> None:
    long = "Fem grupper er i arbeid, og evalueringen blir offentliggjort i slutten av "
    assert apart(f"{long}juni.", None, f"{long}august.") == (
        "…slutten av juni.",
        None,
        "…slutten av august.",
    )
    assert apart("Vedtatt i mai.", "Vedtatt i juni.") == ("Vedtatt i mai.", "Vedtatt i juni.")
    assert apart(long, 2024) == (long, 2024)
