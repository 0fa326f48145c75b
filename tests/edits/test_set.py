"""`tiltak set`: what a user asks for, what is written, and what is said."""

import json
from pathlib import Path

import pytest
from command import DATA, NEW, ROOT, tiltak
from jsonschema import Draft202012Validator
from stopping import files
from support import spread

FILE = "tiltaksoversikt.yaml"
PUBLISHED = (ROOT / "schema/redigering.schema.json").read_text("utf-8")
SCHEMA = Draft202012Validator(json.loads(PUBLISHED))
PLAN = DATA / "kommuneplan"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the example as its register."""
    (tmp_path / FILE).write_bytes(NEW.read_bytes())
    return tmp_path


def lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


# What is asked for, and the lines of the example that become others.
DONE: list[tuple[str, dict[str, str]]] = [
    ("T003 prioritet=Høy", {"    prioritet: middels": "    prioritet: høy"}),
    ("t003 frist=30.06.2025", {"    frist: 2024": "    frist: 2025-06-30"}),
    ("T003 del_av=", {"    del_av: T001": ""}),
    ("T003 deltakere+=SD;BFD", {"    deltakere: [FIN, KD]  # antatt":
                                "    deltakere: [FIN, KD, SD, BFD]  # antatt"}),
    ("T003 deltakere-=fin", {"    deltakere: [FIN, KD]  # antatt":
                             "    deltakere: [KD]  # antatt"}),
    ("T003 deltakere-=FIN deltakere+=SD", {"    deltakere: [FIN, KD]  # antatt":
                                           "    deltakere: [KD, SD]  # antatt"}),
    ("T003 deltakere=alle", {"    deltakere: [FIN, KD]  # antatt":
                              "    deltakere: alle  # antatt"}),
    ("T003 deltakere-=FIN,KD", {"    deltakere: [FIN, KD]  # antatt": ""}),
    ("T003 målområder=3,1", {"    målområder: [1, 3]": "    målområder: [3, 1]"}),
    # Where the strategy's order is kept, new codes come in their places.
    ("T003 målområder+=2 retningsvalg+=3a,1a utviklingsområder+=U2",
     {"    målområder: [1, 3]": "    målområder: [1, 2, 3]",
      "    retningsvalg: [1c, 3c]": "    retningsvalg: [1a, 1c, 3a, 3c]",
      "    utviklingsområder: [U1, U4]": "    utviklingsområder: [U1, U2, U4]"}),
    ("T003 målområder=3,1 målområder+=2", {"    målområder: [1, 3]": "    målområder: [3, 1, 2]"}),
    # The first area says where a measure is shown.
    ("T003 målområder=3 målområder+=1,2", {"    målområder: [1, 3]": "    målområder: [3, 1, 2]"}),
    ("T003 ansvarlig+=KDD", {"    ansvarlig: DFD  # antatt":
                               "    ansvarlig: [DFD, KDD]  # antatt"}),
    ("T003 løpende=ja frist=", {"    frist: 2024": "    løpende: true"}),
    ("T003 avhenger_av=T007", {"    del_av: T001": "    del_av: T001\n    avhenger_av: T007"}),
    ("T003 opphav.periode=2016-2020 opphav.status=vedtatt",
     {"    del_av: T001": "    opphav: {periode: 2016-2020, status: vedtatt}\n    del_av: T001"}),
    ("T003 milepæler.M1.tekst=Start milepæler.M1.frist=2024-09 milepæler.M2.tekst=Slutt",
     {"    frist: 2024": "    frist: 2024\n    milepæler:\n      - {id: M1, tekst: Start, frist: "
                        "2024-09}\n      - {id: M2, tekst: Slutt}"}),
    ("per_dato=2024-06-20", {"per_dato: 2024-06-15": "per_dato: 2024-06-20"}),
    ("ansvarlig=dfd", {}),
]  # fmt: skip


def measure_lines(text: list[str], asked: str) -> tuple[int, int]:
    """The lines that what is asked for is about: those of T003, or all."""
    start = text.index("  - id: T003") if "003" in asked else 0
    return start, text.index("  - id: T004") if start else len(text)


@spread(("asked", "wanted"), DONE, 12)
def test_what_is_asked_for_is_written_and_nothing_else(
    asked: str, wanted: dict[str, str], folder: Path
) -> None:
    before = lines(folder / FILE)
    done = tiltak("set", *asked.split(), cwd=folder)
    assert (done.code, done.err) == (0, "")
    start, end = measure_lines(before, asked)
    own = [wanted.get(line, line) for line in before[start:end]]
    own = [line for new, old in zip(own, before[start:end], strict=True) for line in
           ([] if new == "" != old else new.split("\n"))]  # fmt: skip
    assert lines(folder / FILE) == [*before[:start], *own, *before[end:]]
    assert ("er allerede" in done.out) == (not wanted)
    # What is so already is left, and said of each field.
    again = tiltak("set", *asked.split(), cwd=folder)
    assert (again.code, lines(folder / FILE)) == (0, [*before[:start], *own, *before[end:]])
    fields = {word.partition("=")[0].rstrip("+-") for word in asked.split() if "=" in word}
    assert again.out.count("er allerede") == len(fields)


# What is asked for, the exit code, and what is said.
REFUSED = [
    ("T003 status=gjennomført", 1, ("T003: status gjennomført krever «gjennomført» og «resultat». "
     'Legg til gjennomført=DATO resultat="…"')),
    ("T003 status=utsatt vurdering=rød", 1, ("status utsatt krever «begrunnelse» og vurdering rød "
     'krever «avvik». Legg til begrunnelse="…" avvik="…"')),
    ("T003 status=innlemmet begrunnelse=A", 1, "krever «innlemmet_i». Legg til innlemmet_i=ID"),
    ("T003 status=ferdig", 1, "T003.status: «ferdig» er et annet ord for en av verdiene. Skriv gj"),
    ("T003 frist=3/31/2025", 1, "T003.frist: «3/31/2025» er ikke skrevet slik registeret krever."),
    ("T003 frist=30.06.24", 1, "har et år med to sifre. Skriv 2024-06-30."),
    ("T003 milepæler.M1.nådd=2024", 1, "T003.milepæler.M1.nådd: «2024» er ikke en bestemt dag."),
    ("T001 milepæler.M9.frist=2024", 1, ("Det finnes ingen milepæl M9, bare M1 og M2. Skriv også "
     "milepæler.M9.tekst=… for å lage den.")),
    ("T003 frist=løpende", 1, "«løpende» er ikke en dato. Skriv løpende=ja frist= i stedet."),
    ("T003 prioritet+=lav", 1, "«prioritet» er ikke en liste. Skriv prioritet=VERDI."),
    ("T003 dokumentasjon=x", 1, "«x» er ikke en tittel med en lenke etter. Skriv tittelen og så"),
    ("T003 dokumentasjon.tittel=x", 2, 'Skriv dokumentasjon+="Tittel https://…".'),
    ("T003 opphav=x", 2, "«opphav» settes felt for felt: opphav.periode=…, opphav.id=…, opphav.st"),
    ("T003 opphav.type=x", 2, "Finner ikke feltet «type» i «opphav». Velg periode, id eller"),
    ("T001 milepæler.M1.dag=x", 2, "Finner ikke feltet «dag» i en milepæl. Velg id, tekst,"),
    ("utgve=x", 2, "Finner ikke feltet «utgve» i hodet. Mente du utgave?"),
    ("T002 deltakere=alle deltakere-=HOD", 1, "«deltakere» er «alle», så ingen kan legges til"),
    ("T002 deltakere=alle deltakere+=HOD", 1, "Skriv hvem det skal være: deltakere=A,B."),
    ("T002 deltakere+=alle", 1, "«alle» kan ikke stå sammen med andre. Skriv deltakere=alle."),
    ("T003 tittel=", 1, "Feltet «tittel» mangler."),
    ("T003 løpende=ja", 1, "Tiltaket er løpende, men har frist i 2024."),
    ("T003 ansvarlig=XYZ", 1, "XYZ"),
    ("T003 avhenger_av=T999", 1, "en henvisning ville stått uten tiltak."),
    ("T003 id=T099", 2, "Id-en er fast og endres aldri."),
    ("T003 milepæler.M1.id=M2", 2, "Id-en til en milepæl endres aldri."),
    ("T003 milepæler=M1", 2, "Milepæler settes én og én"),
    ("T003 milepæler.M1=x", 2, "Skriv hvilket felt i milepælen"),
    ("T003 milepæler..frist=2024", 2, "Finner ikke feltet"),
    ("T003 opphav.a.b=x", 2, "Finner ikke feltet «opphav.a.b»."),
    ("T003 tittel.a=x", 2, "«tittel» har ingen egne felt."),
    ("T003 deadline=2024", 2, "Finner ikke feltet «deadline». Mente du frist?"),
    ("T003 frist=2024 frist=2025", 2, "frist er oppgitt to ganger."),
    ("T003 frist", 2, "Verdien for frist mangler. Skriv frist=VERDI, eller frist= for ingen."),
    ("T003 frist=2024 a.yaml b.yaml", 2, "Både «a.yaml» og «b.yaml» kan være registeret."),
    ("T003 =2024", 2, "«=2024» er ikke et felt og en verdi. Skriv FELT=VERDI."),
    ("T003", 2, "Skriv id-en til tiltaket og minst ett felt"),
    ("T999 frist=2024", 2, "Finner ikke tiltaket «T999»."),
    ("frist=2024", 2, "«frist» er et felt i et tiltak. Skriv id-en først: tiltak set ID frist=…"),
    ("utgave+=2024", 2, "«utgave» er ikke en liste."),
    ("T003 frist=2024 borte.yaml", 2, "Finner ikke «borte.yaml»."),
    ("T003 frist=2024 HEAD:borte.yaml", 2, "En git-revisjon kan ikke endres."),
]  # fmt: skip


@spread(("asked", "code", "said"), REFUSED, 16)
def test_what_cannot_be_is_said_and_nothing_is_written(
    asked: str, code: int, said: str, folder: Path
) -> None:
    before = files(folder)
    done = tiltak("set", *asked.split(), cwd=folder)
    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert files(folder) == before


@pytest.mark.wide
def test_force_writes_what_is_wrong_but_no_reference_to_nothing(folder: Path) -> None:
    assert tiltak("set", "T003", "tittel=", "--force", cwd=folder).code == 0
    assert tiltak("set", "T004", "status=utgår", "--force", cwd=folder).code == 0
    before = files(folder)
    done = tiltak("set", "T003", "avhenger_av=T999", "--force", cwd=folder)
    assert (done.code, files(folder)) == (1, before)
    # What was wrong before is not in the way, and what is found later is.
    assert tiltak("set", "T003", "prioritet=lav", cwd=folder).code == 0
    assert tiltak("set", "T005", "beskrivelse=", cwd=folder).code == 1


@pytest.mark.wide
def test_a_new_warning_is_told_once_and_stops_nothing(folder: Path) -> None:
    shown = tiltak("set", "T018", "frist=2024-08", "--diff", cwd=folder)
    done = tiltak("set", "T018", "frist=2024-08", cwd=folder)
    assert (shown.code, done.code) == (0, 0)
    assert shown.err == done.err
    assert done.err.count("tiltak: Advarsel: T018: ") == len(done.err.splitlines())
    assert "som må være gjort først." in done.err
    assert "(TIL327)\n" in done.err
    assert tiltak("set", "T018", "prioritet=lav", cwd=folder).err == ""


def test_what_is_shown_is_not_written(folder: Path) -> None:
    before = files(folder)
    done = tiltak("set", "T003", "prioritet=lav", "--diff", cwd=folder)
    assert (done.code, files(folder)) == (0, before)
    assert "-    prioritet: middels\n+    prioritet: lav\n" in done.out
    assert tiltak("set", "T003", "løpende=ja", "--diff", cwd=folder).code == 1


# What is asked for; the measure, the fields, and the old and new value of each.
FOR_PROGRAMS = [
    ("T003 prioritet=lav", "T003", [("prioritet", "middels", "lav")]),
    ("T003 prioritet=middels", "T003", []),
    ("T003 frist=2025 del_av=", "T003", [("frist", 2024, 2025), ("del_av", "T001", None)]),
    ("T001 milepæler.m1.nådd=1.6.2024", "T001", [("milepæler.M1.nådd", None, "2024-06-01")]),
    ("T003 deltakere+=SD", "T003", [("deltakere", ["FIN", "KD"], ["FIN", "KD", "SD"])]),
    ("utgave=2025-1", None, [("utgave", "2024-1", "2025-1")]),
]


@spread(("asked", "measure", "changes"), FOR_PROGRAMS, every=3)
def test_the_same_for_programs(
    asked: str, measure: str | None, changes: list[tuple[str, object, object]], folder: Path
) -> None:
    before = lines(folder / FILE)
    data = json.loads(tiltak("set", *asked.split(), "--format", "json", cwd=folder).out)
    SCHEMA.validate(data)
    assert (data["version"], data["measure"], data["file"]) == (1, measure, FILE)
    assert [(c["field"], c["old"], c["new"]) for c in data["changes"]] == changes
    for change in data["changes"]:
        text = before if change["new"] is None else lines(folder / FILE)
        assert change["field"].split(".")[-1] in text[change["line"] - 1]


def test_a_register_in_a_folder_and_in_a_pipe(tmp_path: Path) -> None:
    head, _, measures = NEW.read_text("utf-8").partition("tiltak:\n")
    (tmp_path / "m").mkdir()
    (tmp_path / "m/0.yaml").write_text(head, "utf-8")
    (tmp_path / "m/1.yaml").write_text(f"tiltak:\n{measures}", "utf-8")
    done = tiltak("set", "T003", "prioritet=lav", "m", cwd=tmp_path)
    assert (done.code, "(m/1.yaml, linje " in done.out) == (0, True)
    assert tiltak("set", "m", "T003", "prioritet=lav", cwd=tmp_path).out.startswith("T003: prior")
    assert tiltak("set", "utgave=2025-1", "m", cwd=tmp_path).out.startswith("Hodet: utgave er end")
    whole = NEW.read_bytes()
    done = tiltak("set", "T003", "prioritet=lav", "-", stdin=whole)
    start = whole.decode().index("  - id: T003")
    expected = whole.decode()[start:].replace("prioritet: middels", "prioritet: lav", 1)
    assert done.out == whole.decode()[:start] + expected
    assert done.err == "T003: prioritet er endret fra middels til lav (<standard inn>, linje 85).\n"
    same = tiltak("set", "T003", "prioritet=middels", "-", stdin=whole)
    assert (same.out, "er allerede middels" in same.err) == (whole.decode(), True)


def test_a_strategy_of_ones_own(tmp_path: Path) -> None:
    """Its codes and organisations are the ones that are known, in any case."""
    for path in PLAN.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    for asked in ("ansvarlig=opp,bym", "målområder+=b retningsvalg+=b1", "frist=2026"):
        assert tiltak("set", "T001", *asked.split(), cwd=tmp_path).code == 0
    assert "ansvarlig: [OPP, BYM]" in (tmp_path / FILE).read_text("utf-8")
    assert "Gyldige: A eller B." in tiltak("set", "T001", "målområder=1", cwd=tmp_path).err
    assert "Gyldige" not in tiltak("validate", cwd=tmp_path).out


def test_ids_that_are_no_numbers_after_a_letter(tmp_path: Path) -> None:
    """An id is what the file calls a measure; what form it is to have, only the schema knows."""
    text = NEW.read_text("utf-8").replace("T003", "Tiltak-C")
    (tmp_path / FILE).write_text(text, "utf-8")
    assert tiltak("set", "tiltak-c", "prioritet=lav", cwd=tmp_path).code == 0


UNCLEAR = {
    "a: [\n": (1, "klammen"),
    "": (2, ""),
    "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n": (1, "«tiltak resolve» viser konfliktene"),
    NEW.read_text("utf-8").replace("id: T004", "id: T003"): (1, "«T003» står 2 ganger"),
}


@pytest.mark.parametrize("text", UNCLEAR, ids=["not closed", "empty", "conflict", "twice"])
def test_a_file_that_is_not_clear_is_not_changed(text: str, tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(text, "utf-8")
    code, said = UNCLEAR[text]
    done = tiltak("set", "T003", "prioritet=lav", cwd=tmp_path)
    assert (done.code, done.out, said.casefold() in done.err.casefold()) == (code, "", True)
    assert (tmp_path / FILE).read_text("utf-8") == text


def in_bash(words: list[str], folder: Path) -> list[str]:
    """What bash, to which the sign is a word of its own, would offer."""
    done = tiltak(
        cwd=folder,
        _TILTAK_COMPLETE="complete_bash",
        COMP_WORDS=" ".join(words),
        COMP_CWORD=str(len(words) - 1),
    )
    return done.out.split()


@pytest.mark.wide
def test_fields_and_values_are_completed(folder: Path) -> None:
    assert in_bash(["tiltak", "set", "T00"], folder) == [f"T00{n}" for n in range(1, 10)]
    assert in_bash(["tiltak", "set", "T003", "pri"], folder) == ["prioritet="]
    assert in_bash(["tiltak", "set", "T003", "status", "=", "ut"], folder) == ["utsatt", "utgår"]
    assert in_bash(["tiltak", "set", "T003", "retningsvalg+", "=", "1a,3"], folder) == [
        f"1a,3{letter}" for letter in "abcde"
    ]
    assert in_bash(["tiltak", "set", "T001", "milepæler.m2"], folder) == [
        "milepæler.m2.tekst=", "milepæler.m2.frist=", "milepæler.m2.nådd=",
    ]  # fmt: skip
    assert in_bash(["tiltak", "add", "vurdering", "="], folder) == ["grønn", "gul", "rød"]
    assert in_bash(["tiltak", "remove", "T00"], folder) == [f"T00{n}" for n in range(1, 10)]
    done = tiltak(
        cwd=folder,
        _TILTAK_COMPLETE="complete_fish",
        _TYPER_COMPLETE_FISH_ACTION="get-args",
        _TYPER_COMPLETE_ARGS="tiltak set T003 status=ut",
    )
    assert done.out.splitlines() == [
        "status=utsatt\tSkal gjøres senere.",
        "status=utgår\tBlir ikke gjennomført.",
    ]
