"""What is exported holds what it shows and nothing else, in any byte of it.

Each text of each measure is a word of its own. It is looked for in all parts of a file, and must be
one that a reader sees: in no hidden sheet, property, note or name beside.
"""

import io
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from command import tiltak
from openpyxl import load_workbook
from repository import commit, git
from support import FILE, HEAD_LINES, spread

# KD has a role in those with an odd number, and in no other.
OWNERS = ("KD", "FIN", "KD", "FIN", "KD", "FIN")
STATUSES = ("igangsatt", "igangsatt", "utsatt", "utsatt", "gjennomført", "gjennomført")
TEXTS = ("tittel", "beskrivelse", "avvik", "risiko", "fremdrift", "forum", "kontakt", "merknad")
WORD = re.compile(r"hemmelig-([a-zæøå]+)-([0-9])-(?:før|nå)")


def register(edition: str) -> str:
    """A register where each text is a word that tells its field, its measure and the edition."""
    measures = []
    for number, (owner, status) in enumerate(zip(OWNERS, STATUSES, strict=True), 1):

        def word(field: str, number: int = number) -> str:
            return f"hemmelig-{field}-{number}-{edition}"

        ended = status == "gjennomført"
        fields = {
            "id": f"T00{number}",
            **{text: word(text) for text in TEXTS},
            "begrunnelse" if status == "utsatt" else "resultat": word("utfall"),
            "målområder": "[1]",
            "retningsvalg": "[1a]",
            "ansvarlig": owner,
            "status": status,
            "prioritet": "høy",
            "vurdering": "rød",
            "start": "2022",
            "frist": f"2024-0{number}" if edition == "nå" else f"2023-0{number}",
            "opprinnelig_frist": f"2022-0{number}",
            "gjennomført": "2023-09-01",
            "milepæler": f"[{{id: M1, tekst: {word('milepæl')}, frist: 2023-0{number}}}]",
            "dokumentasjon": f"[{{tittel: {word('dokument')}, lenke: 'https://{word('lenke')}.no'}}]",
            "opphav": f"{{periode: 2016-2020, id: {word('opphav')}, status: igangsatt}}",
            "avhenger_av": f"[T00{number % 6 + 1}]",
            "oppdatert": "2023-10-01",
        }
        for key in ("resultat", "gjennomført") if not ended else ("vurdering", "avhenger_av"):
            fields.pop(key, None)
        measures.append("  - " + "\n    ".join(f"{k}: {v}" for k, v in fields.items()) + "\n")
    return HEAD_LINES + "tiltak:\n" + "".join(measures)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / FILE).write_text(register("nå"), "utf-8")
    (tmp_path / "før.yaml").write_text(register("før"), "utf-8")
    return tmp_path


def words(text: str) -> set[str]:
    return {match[0] for match in WORD.finditer(text)}


def everything(path: Path) -> set[str]:
    """The words in any byte of a file, unpacked where it is packed."""
    data = path.read_bytes()
    if not data.startswith(b"PK"):
        return words(data.decode("utf-8", "replace"))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
        return words("\n".join([*parts, *archive.namelist()]))


def seen(path: Path) -> set[str]:
    """The words in the cells of a workbook that a reader sees."""
    book = load_workbook(path)
    sheets = [sheet for sheet in book if sheet.sheet_state == "visible"]
    rows = (row for sheet in sheets for row in sheet.iter_rows(values_only=True))
    return words("\n".join(str(cell) for row in rows for cell in row))


def of_others(found: set[str]) -> set[str]:
    """The words from measures in which KD has no role."""
    return {word for word in found if int(word.split("-")[2]) % 2 == 0}


CHOICES = (
    (),
    ("--paper", "a4"),
    ("--columns", "id,tittel,forum"),
    ("--for", "KD", "--since", "før.yaml"),
    ("--public", "--since", "før.yaml", "--language", "en"),
)


@pytest.mark.wide
@pytest.mark.parametrize("choice", CHOICES, ids=" ".join)
def test_a_workbook_holds_what_its_sheets_show(folder: Path, choice: tuple[str, ...]) -> None:
    done = tiltak("export", "-o", "a.xlsx", *choice, cwd=folder)
    assert done.code == 0, done.err
    found, shown = everything(folder / "a.xlsx"), seen(folder / "a.xlsx")
    assert found == shown
    assert "hemmelig-tittel-1-nå" in shown
    if "--for" in choice:
        assert not of_others(found)
    if "--public" in choice:
        assert "merknad" not in str(found)
    if choice == ():
        assert not [w for w in found if re.search("-(kontakt|risiko|merknad|lenke)-", w)]


@pytest.mark.wide
def test_a_workbook_of_changes_holds_what_its_sheets_show(folder: Path) -> None:
    sides = ("før.yaml", FILE)
    assert tiltak("diff", *sides, "-o", "a.xlsx", "--for", "KD", cwd=folder).code == 0
    found = everything(folder / "a.xlsx")
    assert found == seen(folder / "a.xlsx") != set()
    assert not of_others(found)


# Where no reader is to look: comments, those that accept, and fields that do not exist.
BESIDE = (
    ("utgave:", "# hemmelig-kommentar-1-nå\nutgave:"),
    ("  - id: T001", "  # hemmelig-kommentar-1-nå\n  - id: T001  # hemmelig-kommentar-1-nå"),
    ("    forum:", "    # hemmelig-kommentar-1-nå\n    forum:"),
    ("målområder: [1]", "målområder: [1,\n      # hemmelig-kommentar-1-nå\n      ]"),
    ("    vurdering:", "    # tiltak: godta TIL602 fordi hemmelig-godtatt-1-nå\n    vurdering:"),
)
UNKNOWN = (
    ("    forum:", "    notat: hemmelig-ukjent-1-nå\n    forum:"),
    ("{id: M1,", "{id: M1, notat: hemmelig-ukjent-1-nå,"),
    ("utgave:", "notat: hemmelig-ukjent-1-nå\nutgave:"),
)
EVERY_FORM = (
    *(("export", "-o", f"a.{form}") for form in ("xlsx", "json", "jsonl", "csv")),
    pytest.param(("export", "-o", "a.parquet"), marks=pytest.mark.readers),
    *(
        ("report", "--since", "før.yaml", "-o", f"a.{form}")
        for form in ("html", "md", "json", "txt")
    ),
    *(
        ("diff", "før.yaml", FILE, "-o", f"a.{form}")
        for form in ("html", "md", "json", "txt", "xlsx")
    ),
)


def with_all(additions: Iterable[tuple[str, str]], text: str) -> str:
    for before, after in additions:
        assert before in text
        text = text.replace(before, after, 1)
    return text


@pytest.mark.wide
@pytest.mark.parametrize("command", EVERY_FORM, ids=" ".join)
def test_no_comment_goes_along(folder: Path, command: tuple[str, ...]) -> None:
    for name in (FILE, "før.yaml"):
        text = (folder / name).read_text("utf-8")
        (folder / name).write_text(with_all(BESIDE, text), "utf-8")
    done = tiltak(*command, cwd=folder)
    assert done.code == 0, done.err
    found = everything(folder / command[-1])
    assert found
    assert not [word for word in found if re.search("kommentar|godtatt", word)]


@pytest.mark.wide
@pytest.mark.parametrize("command", EVERY_FORM, ids=" ".join)
def test_a_field_that_does_not_exist_goes_nowhere(folder: Path, command: tuple[str, ...]) -> None:
    text = (folder / FILE).read_text("utf-8")
    (folder / FILE).write_text(with_all(UNKNOWN, text), "utf-8")
    done = tiltak(*command, cwd=folder)
    assert "hemmelig-ukjent" not in done.out + done.err
    path = folder / command[-1]
    assert (done.code == 0) == path.exists()
    assert not path.exists() or "hemmelig-ukjent-1-nå" not in everything(path)


@pytest.mark.wide
def test_an_edition_holds_no_note_and_no_comment_that_nobody_published(tmp_path: Path) -> None:
    text = with_all(BESIDE, register("nå"))
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    commit(tmp_path, {FILE: text})
    done = tiltak("edition", "2023-2", "--as-of", "2023-11-15", "--yes", cwd=tmp_path)
    assert done.code == 0, done.err
    made = sorted((tmp_path / "utgaver" / "2023-2").iterdir())
    assert len(made) == 3
    found = set[str]().union(*map(everything, made))
    found |= words(git(tmp_path, "for-each-ref", "--format=%(contents)"))
    assert "hemmelig-tittel-1-nå" in found
    assert not [word for word in found if re.search("merknad|kommentar|godtatt", word)]


FORMS = (
    *(("export", "-o", f"a.{form}") for form in ("json", "jsonl", "csv")),
    pytest.param(("export", "-o", "a.parquet"), marks=pytest.mark.readers),
    *(("report", "-o", f"a.{form}") for form in ("html", "md", "json", "txt")),
    *(("report", "--since", "før.yaml", "-o", f"a.{form}") for form in ("html", "md", "json")),
)


@spread("command", FORMS, 12, ids=" ".join)
def test_other_forms_hold_no_others_and_nothing_internal(
    folder: Path, command: tuple[str, ...]
) -> None:
    path = folder / command[-1]
    assert tiltak(*command, "--for", "KD", cwd=folder).code == 0
    others = of_others(everything(path))
    # The page has the title of what a measure waits for or is part of, and where it leads.
    assert {word.split("-")[1] for word in others} <= (
        {"tittel"} if path.suffix == ".html" else set()
    )
    assert "hemmelig-tittel-1-nå" in everything(path)
    assert tiltak(*command, "--public", cwd=folder).code == 0
    assert not [word for word in everything(path) if "-merknad-" in word]
    if command[0] == "export":
        assert tiltak(*command, "--columns", "id,forum", cwd=folder).code == 0
        assert {word.split("-")[1] for word in everything(path)} == {"forum"}
