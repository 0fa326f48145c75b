"""Twenty-five mistakes of each class: each is told once, in its line, with advice that works.

What an advice says exactly is done, word for word, and the finding is gone; so it is after a fix.
"""

import re

import mistake_halfway
import mistake_lines
import mistake_programs
import mistake_remains
import mistake_values
import pytest
from advice import followed
from mistake_folders import FOLDER, FOLDERS, InFolder
from mistake_register import FIRST, REGISTER, SECOND, THIRD, Mistake
from support import check, source, spread

from tiltak_cli.edits.fixes import mend, vetted
from tiltak_cli.sources.files import Source, SourceFile
from tiltak_cli.sources.register.load import Loaded, load

CLASSES = {
    "yaml": mistake_lines.YAML,
    "lister": mistake_lines.LISTS,
    "id-er": mistake_lines.IDS,
    "halvferdig": mistake_halfway.HALFWAY,
    "raske hender": mistake_remains.HANDS,
    "rester": mistake_remains.REMAINS,
    "andre programmer": mistake_programs.FOREIGN,
    "verdier": mistake_values.VALUES,
    "datoer": mistake_values.DATES,
    "virksomheter": mistake_values.ORGANISATIONS,
    "henvisninger": mistake_values.REFERENCES,
    "tekster": mistake_values.TEXTS,
}
OF_EACH = 25
# One in so many of each class is tried in the short run, too.
TELLING = 8
ROWS = [
    pytest.param(row, id=f"{name} {number}", marks=[pytest.mark.wide] * bool(number % TELLING))
    for name, rows in CLASSES.items()
    for number, row in enumerate(rows)
]
IN_FOLDERS = [
    pytest.param(row, id=row.about, marks=[pytest.mark.wide] * bool(number % TELLING))
    for number, row in enumerate(FOLDERS)
]
# A register in which a dash stands on a line of its own, above the first field of its item, is as
# good: nothing is told of that, and of every mistake the same as else.
ITEM = re.compile(r"^( *)- ((?:id|tittel): )", re.MULTILINE)
LINE = re.compile(r"linje [0-9]+(?:(?: og |–)[0-9]+)?|\([^)]*:[0-9]+\)")
MEASURES = REGISTER.count("- id: T")
ALONE = "  -\n    id: T002\n"


def of_files(files: dict[str, bytes]) -> Source:
    return Source("r", tuple(SourceFile(f"r/{n}", files[n]) for n in sorted(files)), lambda _: None)


def checked(text: str) -> Loaded:
    """The findings of a register, with those fixes only that would be done."""
    given = source(text)
    return vetted(given, load(given), load)


def test_there_are_as_many_of_each_and_none_is_there_twice() -> None:
    assert {len(rows) for rows in (*CLASSES.values(), FOLDERS)} == {OF_EACH}
    texts = [row.text for rows in CLASSES.values() for row in rows]
    assert len(set(texts)) == len(texts)


def test_without_mistakes_there_are_no_findings() -> None:
    assert check(REGISTER).findings == ()
    assert load(of_files(dict(FOLDER))).findings == ()


@spread("row", [*ROWS, *mistake_halfway.SEEN], 16)
def test_a_mistake_is_told_once_in_its_line_with_advice_that_works(row: Mistake) -> None:
    text = row.text
    (finding,) = checked(text).findings
    assert finding.place.line == row.line, finding.sentence
    there = finding.code, finding.place.line
    advised = followed(text, finding)
    if advised is not None:
        left = [(f.code, f.place.line) for f in check(advised).findings]
        assert there not in left, (finding.remedy, advised)
    if finding.fix:
        mended = mend(source(text), load, unsafe=True)
        assert [f.code for f in mended.loaded.findings] == [], finding.sentence
        assert len(mended.loaded.plain) == REGISTER.count("- id: T")


@pytest.mark.parametrize("row", IN_FOLDERS)
def test_a_mistake_in_a_folder_is_told_once_in_its_file(row: InFolder) -> None:
    files = dict(row.change(FOLDER))
    (finding,) = load(of_files(files)).findings
    name = finding.place.file.removeprefix("r").removeprefix("/")
    assert name == row.file, finding.sentence
    if name:
        line = files[name].decode("utf-8", "replace").split("\n")[finding.place.line - 1]
        assert row.at in line, finding.sentence


def test_a_copy_of_a_file_is_told_once_for_all_its_measures() -> None:
    changed = FOLDER["a.yaml"].replace(b"prioritet: lav", b"prioritet: middels")
    (finding,) = load(of_files({**FOLDER, "a (ny).yaml": changed})).findings
    assert finding.place.file == "r/a.yaml"
    assert finding.message == "Alle 2 tiltakene i filen står også i r/a (ny).yaml."


def test_an_old_register_among_the_files_is_told_once_for_all_its_measures() -> None:
    text = REGISTER.replace("prioritet: høy", "prioritet: lav").replace("[1a, 1b]", "[1a, 3c]")
    for old in (REGISTER, text, text.replace("T003", "T009")):
        (finding,) = load(of_files({**FOLDER, "gammel.yaml": old.encode()})).findings
        which = "2 av 3 tiltak" if "T009" in old else "alle 3 tiltakene"
        others = "r/a.yaml" if "T009" in old else "r/a.yaml og r/b.yaml"
        assert (finding.place.file, finding.code) == ("r/gammel.yaml", "TIL021")
        assert finding.message == (
            f"Filen har et eget hode, og {which} i den står også i {others}. Den ser ut til å være "
            "et register for seg, som en eldre utgave."
        )
        assert finding.remedy == "Flytt filen ut av mappen. Registeret er kontrollert uten den."


def test_an_empty_file_among_others_is_to_be_deleted_or_fetched() -> None:
    for text in (b"", b"\n", b"# tom\n"):
        (finding,) = load(of_files({**FOLDER, "c.yaml": text})).findings
        assert finding.remedy == "Slett filen, eller hent innholdet tilbake fra git."


def test_a_head_in_two_files_is_told_where_it_goes_on() -> None:
    files = {name: data.decode() for name, data in FOLDER.items()}
    head = next(name for name, text in files.items() if "utgave:" in text)
    other = next(name for name in files if name != head)
    line = next(row for row in files[head].splitlines() if row.startswith("utgave:"))
    files[head] = files[head].replace(f"{line}\n", "")
    files[other] = f"{line}\n{files[other]}"
    (finding,) = load(of_files({n: text.encode() for n, text in files.items()})).findings
    assert (finding.place.file, finding.place.line) == (f"r/{other}", 1)
    assert finding.remedy == f"Flytt linjen til r/{head}."


@pytest.mark.parametrize(
    "text",
    [
        "Referat fra møte 3. juni\n\nTil stede: KD, HOD\n\n1. Godkjenning\n2. Status: i rute\n",
        "Til: KD\nFra: HOD\nEmne: møte: juni\n",
        "# Saksliste\n- sak 1\n- sak 2: a: b\n",
        "id,tittel\nT1,Øvelser: to\n",
    ],
)
def test_another_text_among_the_files_is_told_to_be_that(text: str) -> None:
    (finding,) = load(of_files({**FOLDER, "referat.yaml": text.encode()})).findings
    assert (finding.code, finding.place.file) == ("TIL106", "r/referat.yaml")
    assert finding.message.startswith("Filen er noe annet enn et register")


@pytest.mark.parametrize("text", ["tittel: a: b\n# c\nstatus: d\n", "- id: T009\n tittel: x\n"])
def test_lines_of_a_register_are_told_by_what_is_wrong_in_them(text: str) -> None:
    findings = load(of_files({**FOLDER, "c.yaml": text.encode()})).findings
    assert findings
    assert "TIL106" not in {finding.code for finding in findings}


def test_a_list_of_measures_under_a_longer_name_is_that_list() -> None:
    name = next(n for n, data in FOLDER.items() if b"tiltak:" in data)
    text = FOLDER[name].replace(b"tiltak:", b"tiltakene:")
    (finding,) = load(of_files({**FOLDER, name: text})).findings
    assert (finding.code, finding.remedy) == ("TIL101", "Mente du «tiltak»?")


@pytest.mark.parametrize(
    "rest", ["{id: M2, tekst: Høri", "{id: M2, tekst: 'Hør", "id: M2\n        te"]
)
def test_a_file_that_ends_midway_is_told_once(rest: str) -> None:
    """What the last measure does not have may be what is gone."""
    whole = REGISTER.replace(THIRD, "").replace("    fremdrift: Går som planlagt.\n", "")
    text = f"{whole}    milepæler:\n      - {rest}"
    (finding,) = check(text).findings
    assert finding.place.line == text.count("\n") + 1
    assert finding.measure_id == "T002"
    assert finding.remedy.endswith(" Er filen kuttet, så hent resten av den fra git.")
    # With the last line ended nothing is gone, and the rest is told of.
    assert "TIL307" in [f.code for f in check(f"{text}\n").findings]


def test_of_two_registers_in_a_folder_one_is_told_to_be_an_own_one() -> None:
    (finding,) = load(of_files({"a.yaml": REGISTER.encode(), "b.yaml": REGISTER.encode()})).findings
    assert (finding.place.file, finding.place.line) == ("r/b.yaml", 1)


def test_a_register_with_other_measures_has_a_head_too_many() -> None:
    other = REGISTER.replace("T00", "T10")
    found = load(of_files({**FOLDER, "c.yaml": other.encode()})).findings
    assert "har et hode, men en mappe er ett register" in found[-1].message


def test_what_stands_in_a_list_without_its_name_may_be_referred_to() -> None:
    names = {**FOLDER, "c.yaml": SECOND.encode(), "a.yaml": f"tiltak:\n{FIRST}".encode()}
    (finding,) = load(of_files(names)).findings
    assert finding.message == "«tiltak:» mangler over tiltakene i filen."


def apart(text: str) -> str:
    """A register with each of its dashes on a line of its own."""
    return ITEM.sub(lambda match: f"{match[1]}-\n{match[1]}  {match[2]}", text)


def told(loaded: Loaded) -> list[tuple[str, str, str]]:
    """What is told: the code, the sentence and the measure, but for the numbers of lines."""
    found = loaded.findings
    return sorted((f.code, LINE.sub("linje", f.sentence), f.measure_id) for f in found)


def test_nothing_is_told_of_a_dash_on_a_line_of_its_own() -> None:
    assert check(apart(REGISTER)).findings == ()


@spread("row", ROWS, 24)
def test_a_mistake_is_told_and_mended_where_dashes_are_on_their_own_lines(row: Mistake) -> None:
    text = apart(row.text)
    usual = check(row.text)
    assert told(check(text)) == told(usual)
    if any(finding.fix for finding in usual.findings):
        both = [mend(source(each), load, unsafe=True).loaded for each in (text, row.text)]
        assert told(both[0]) == told(both[1])
        assert both[0].plain == both[1].plain


# What stands there instead, which line of it is told (from 0), the code, and the advice.
ODD = [
    ("  –\n    id: T002\n", 0, "TIL001", "Skriv «-»."),
    ("  •  # ny\n    id: T002\n", 0, "TIL001", "Skriv «-»."),
    ("  --\n    id: T002\n", 0, "TIL001", "Skriv «-»."),
    ("\t-\n    id: T002\n", 0, "TIL002", "Bytt tabulatoren med mellomrom: 2 foran streken."),
    ("   -\n    id: T002\n", 0, "TIL007", "Sett streken med 2 mellomrom foran."),
    ("    -\n    id: T002\n", 0, "TIL007", "Sett streken med 2 mellomrom foran."),
    ("  -\n  id: T002\n", 1, "TIL007",
     "La linjen begynne i samme kolonne som de andre feltene, med 4 mellomrom foran."),
    ("  -\n   id: T002\n", 1, "TIL007",
     "La linjen begynne i samme kolonne som de andre feltene, med 4 mellomrom foran."),
    ("  -\n      id: T002\n", 1, "TIL007", "Skriv «- id: T002»."),
    (" -\n    id: T002\n", 1, "TIL007",
     "Sett den i samme kolonne som de andre, med 2 mellomrom foran."),
    ("  -\n    ID: T002\n", 1, "TIL101", "Mente du «id»?"),
    ("  -\n    id T002\n", 1, "TIL001", "Skriv «id: T002»."),
]  # fmt: skip
SAME = ["  -\n\n    id: T002\n", "  -  # ny\n    id: T002\n", "  -\n    # ny\n    id: T002\n"]


@spread(("written", "row", "code", "advice"), ODD, every=4)
def test_a_dash_alone_that_is_none_or_is_in_another_column(
    written: str, row: int, code: str, advice: str
) -> None:
    text = apart(REGISTER).replace(ALONE, written)
    (finding,) = check(text).findings
    line = text[: text.index(written)].count("\n") + row + 1
    assert (finding.code, finding.place.line) == (code, line)
    assert finding.remedy.endswith(advice)
    mended = mend(source(text), load)
    assert mended.loaded.findings == ()
    assert len(mended.loaded.plain) == MEASURES
    assert ("# ny" in written) == (b"# ny" in mended.source.files[0].data)


@pytest.mark.parametrize("written", SAME)
def test_what_stands_after_a_dash_on_its_own_line_is_no_mistake(written: str) -> None:
    text = apart(REGISTER).replace(ALONE, written)
    assert check(text).findings == ()
    (finding,) = check(text.replace("status: vedtatt", "status; vedtatt")).findings
    assert finding.remedy == "Skriv «status: vedtatt»."
