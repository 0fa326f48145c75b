"""`export --for`: workbooks to fill in, for one or for each, and what is said of them."""

from pathlib import Path

import openpyxl
import pytest
from command import NEW, OLD, names, tiltak
from support import spread
from workbook_dump import cells, example

from tiltak_cli.sources.workbook.written import as_sent

REGISTER = "tiltaksoversikt.yaml"


def depot(folder: Path) -> Path:
    (folder / REGISTER).write_bytes(NEW.read_bytes())
    return folder


def texts(path: Path, title: str) -> list[str]:
    return [str(cell.value) for cell in cells(openpyxl.load_workbook(path)[title])]


@pytest.mark.wide
def test_the_day_and_the_contact_stand_in_the_letter(tmp_path: Path) -> None:
    letter = ("--due", "30.08.2024", "--contact", " Seksjon  for\nplan ")
    done = tiltak("export", NEW, "-o", "a.xlsx", "--for", "kd", *letter, cwd=tmp_path)
    assert (done.out, done.err) == ("Skrev a.xlsx: 14 av 28 tiltak.\n", "")
    said = texts(tmp_path / "a.xlsx", "Brev")
    assert "Svar innen fredag 30. august 2024" in said
    assert "Lagre filen, og send hele arbeidsboken til Seksjon for plan." in said


@pytest.mark.wide
def test_a_long_contact_goes_on_over_several_rows(tmp_path: Path) -> None:
    contact = "Seksjon for forvaltningspolitikk og samordning av tiltak " * 4
    arguments = ("-o", "a.xlsx", "--for", "KD", "--contact", contact, "--language", "nn")
    assert tiltak("export", NEW, *arguments, cwd=tmp_path).code == 0
    said = texts(tmp_path / "a.xlsx", "Brev")
    start = next(n for n, text in enumerate(said) if text.startswith("Lagre fila"))
    assert contact.strip() in " ".join(said[start : start + 4])


@pytest.mark.wide
def test_each_that_has_a_role_gets_a_file_and_the_others_are_named(tmp_path: Path) -> None:
    done = tiltak("export", "-o", "svar/", "--for", "alle", "--since", OLD, cwd=depot(tmp_path))
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert "Skrev svar/KD.xlsx: leder 3 av 14 tiltak der KD har en rolle." in lines
    files = names(tmp_path / "svar")
    assert lines[-2] == f"{len(files)} arbeidsbøker i svar/."
    assert len(files) == len([line for line in lines if line.startswith("Skrev ")])
    assert lines[-1].startswith("Ikke nevnt i noe tiltak, og derfor uten arbeidsbok: FD og NFD.")
    one = tiltak("export", "-o", "KD.xlsx", "--for", "KD", "--since", OLD, cwd=tmp_path)
    assert one.code == 0
    same = (tmp_path / "KD.xlsx").read_bytes() == (tmp_path / "svar/KD.xlsx").read_bytes()
    assert same


@pytest.mark.wide
def test_it_is_told_who_has_answered(tmp_path: Path) -> None:
    depot(tmp_path)
    assert tiltak("export", "-o", "svar", "--for", "alle", "--area", "2", cwd=tmp_path).code == 0
    path = tmp_path / "svar" / "KD.xlsx"
    assert as_sent(path.read_bytes())
    book = openpyxl.load_workbook(path)
    sheet = book["Dere deltar"]
    word = next(c.coordinate for c in sheet[4] if str(c.value).startswith("✎ Innspill"))
    sheet[word.replace("4", "5")].value = "Vi vil ha med skolene."
    book.save(path)
    assert not as_sent(path.read_bytes())
    done = tiltak("import", "svar/*.xlsx", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert "Vi vil ha med skolene.\n" in done.out
    number = len(names(tmp_path / "svar"))
    assert f"{number - 1} av {number} har ikke svart: " in done.out
    silent = done.out.rpartition("har ikke svart: ")[2]
    assert "KD," not in silent.replace("KDD,", "")
    assert "DFD.xlsx: ikke svart. Filen er slik den ble sendt.\n" in done.out
    # What may be an answer is never written over.
    again = tiltak("export", "-o", "svar", "--for", "alle", cwd=tmp_path)
    assert again.code == 2
    assert again.err == (
        "tiltak: KD.xlsx er lagret av et annet program, og kan være et svar. Velg en annen mappe, "
        "eller flytt filene.\n"
    )


@spread(
    ("arguments", "sentence"),
    [
        (
            ("-o", "a.csv", "--for", "KD", "--due", "30.08.2024"),
            "--due hører til en arbeidsbok som noen skal fylle ut. Bruk --for KODE.",
        ),
        (
            ("-o", "a.xlsx", "--contact", "oss"),
            "--contact hører til en arbeidsbok som noen skal fylle ut. Bruk --for KODE.",
        ),
        (("-o", "a.xlsx", "--for", "KD", "--contact", " "), "--contact er tom. Skriv hvem"),
        (("-o", "a.xlsx", "--for", "KD", "--due", "snart"), "«snart» er ikke en dato. Skriv --due"),
        (("-o", "a.xlsx", "--for", "alle"), "--for alle lager flere filer. Oppgi en mappe: -o a/"),
        (("--for", "alle"), "--for alle lager flere filer. Oppgi en mappe: -o svar/"),
        (("-o", "a/", "--for", "alle", "--format", "csv"), "--for alle lager arbeidsbøker."),
        (("-o", "a/", "--for", "alle", "--for", "KD"), "--for alle er alle som har en rolle."),
        (("-o", REGISTER, "--for", "alle"), f"«{REGISTER}» er en fil."),
        (
            ("-o", "a/", "--for", "alle", "--status", "foreslått", "--area", "3", "--overdue"),
            "Ingen er nevnt i noen rolle i utvalget. Ta bort noe av utvalget.",
        ),
    ],
    every=2,
)
def test_what_cannot_be_is_told_in_a_sentence(
    tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    done = tiltak("export", *arguments, cwd=depot(tmp_path))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"tiltak: {sentence}")
    assert names(tmp_path) == [REGISTER]


def test_nothing_internal_is_published(tmp_path: Path) -> None:
    arguments = ("-o", "a.xlsx", "--for", "FIN", "--since", OLD, "--public")
    done = tiltak("export", NEW, *arguments, cwd=tmp_path)
    assert done.code == 0, done.err
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    every = [str(c.value) for sheet in book.worksheets for c in cells(sheet)]
    for register in (example(), example(str(OLD))):
        for note in (m.note for m in register.measures if m.note):
            assert not [text for text in every if note[:20] in text]


@pytest.mark.parametrize(
    ("option", "value", "sentence"),
    [
        ("--language", "nynorks", "Finner ikke språket «nynorks». Mente du nn?"),
        ("--language", "fr", "Finner ikke språket «fr». Velg nb, nn eller en."),
        ("--paper", "a5", "Finner ikke papiret «a5». Velg a3 eller a4."),
    ],
)
def test_an_unknown_value_is_told_in_a_sentence(
    tmp_path: Path, option: str, value: str, sentence: str
) -> None:
    done = tiltak("export", NEW, "-o", "a.xlsx", option, value, cwd=tmp_path)
    assert (done.code, done.out, done.err) == (2, "", f"tiltak: {sentence}\n")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("option", "value"), [("--language", "nn"), ("--paper", "a4")])
def test_what_holds_for_workbooks_only_is_refused_elsewhere(
    tmp_path: Path, option: str, value: str
) -> None:
    done = tiltak("export", NEW, "-o", "a.csv", option, value, cwd=tmp_path)
    assert done.code == 2
    assert done.err == f"tiltak: {option} virker bare for .xlsx. Andre former er som registeret.\n"
