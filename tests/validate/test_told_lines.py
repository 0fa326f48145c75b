"""What is told of a line that is not as it should be: from where to where, and what to do."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import pytest
from support import HEAD_LINES, check, spread

from tiltak_cli.findings import Finding, Place, Rewrite, Shift
from tiltak_cli.sources.yaml.blanks import Part
from tiltak_cli.sources.yaml.broken.dressed import dressed
from tiltak_cli.sources.yaml.broken.headless import headless
from tiltak_cli.sources.yaml.broken.level import level_lists
from tiltak_cli.sources.yaml.broken.names import parts_undashed, untitled
from tiltak_cli.sources.yaml.broken.opened import braces_opened
from tiltak_cli.sources.yaml.broken.outdented import outdented
from tiltak_cli.sources.yaml.broken.strange import strange
from tiltak_cli.sources.yaml.reader import has_odd_texts

HEAD = f"{HEAD_LINES}tiltak:\n"
MEASURE = "  - id: T001\n    tittel: Felles mal\n    deltakere:\n      - FIN\n      - KD\n"
FIRST = HEAD.count("\n") + 1
DASH = "er ikke en bindestrek, så linjen leses ikke som et listepunkt."
BESIDE = "betyr at teksten står på linjene under, men den begynner på samme linje."


class Odd(NamedTuple):
    """What stands instead of something, and what is told: lines count from the measure's, 0."""

    what: str
    was: str
    becomes: str
    place: tuple[int, int, int]
    message: str
    remedy: str
    fixed: Mapping[int, str | int | None] | None


LAST = "      - KD\n"
ROWS = (
    Odd("other signs for dashes", "      - ", "      * ", (3, 7, 12), f"«*» {DASH}",
        "Skriv «- FIN». Det samme gjelder linje 10.", {3: "      - FIN", 4: "      - KD"}),
    Odd("another sign for a measure's dash", "  - id", "  * id", (0, 3, 13), f"«*» {DASH}",
        "Skriv «- id: T001».", {0: "  - id: T001"}),
    Odd("a text beside its sign", LAST, f"{LAST}    merknad: |- Ikke nå\n", (5, 14, 15),
        f"«|-» {BESIDE}", 'Skriv teksten i anførselstegn, uten tegnet foran: "Ikke nå".',
        {5: '    merknad: "Ikke nå"'}),
    Odd("a text beside its sign, and what may be a comment", LAST,
        f"{LAST}    merknad: |- Ikke nå # sa KD\n", (5, 14, 15), f"«|-» {BESIDE}",
        'Skriv teksten i anførselstegn, uten tegnet foran: "Ikke nå # sa KD".', None),
    Odd("the first item on the line of its field", "deltakere:\n      - FIN", "deltakere: - FIN",
        (2, 5, 6), "Det første punktet i «deltakere» står på samme linje som feltet.",
        "Flytt «- FIN» ned på en egen linje, rett over «- KD».",
        {2: "    deltakere:\n      - FIN"}),
    Odd("a colon on the second line", LAST, f"{LAST}    merknad: Først\n      mai: nå\n",
        (6, 10, 11), "Teksten i «merknad» inneholder kolon og må derfor stå i anførselstegn.",
        'Sett hele teksten i anførselstegn: "Først mai: nå".',
        {5: '    merknad: "Først', 6: '      mai: nå"'}),
    Odd("a text below its field, with a colon", LAST,
        f"{LAST}    merknad:\n      Avtalt: nå\n      og siden\n", (6, 7, 8),
        "Teksten i «merknad» inneholder kolon, og står på linjene under uten at feltet sier det.",
        "Skriv «merknad: >-» på linjen over teksten.", {5: "    merknad: >-"}),
    Odd("a field further in than the others", LAST,
        f"{LAST}    merknad: Først\n      status: vedtatt\n", (6, 7, 8),
        "Linjen «status: vedtatt» har et innrykk som ikke passer med linjene rundt.",
        "La linjen begynne i samme kolonne som de andre feltene, med 4 mellomrom foran.",
        {6: -2}),
    Odd("a quote that another sign closes", LAST, f"{LAST}    merknad: 'Det er sagt\"\n",
        (5, 14, 15), "Teksten i «merknad» begynner med et anførselstegn, men slutter ikke med et.",
        "Sett inn et anførselstegn der teksten slutter: 'Det er sagt'.",
        {5: "    merknad: 'Det er sagt'"}),
    Odd("a quote with quotes in it", LAST, f"{LAST}    merknad: 'Det er \"sagt\"\n", (5, 14, 15),
        "Teksten i «merknad» begynner med et anførselstegn, men slutter ikke med et.",
        "Sett inn et anførselstegn der teksten slutter: 'Det er \"sagt\"'.",
        {5: "    merknad: 'Det er \"sagt\"'"}),
    Odd("too many blanks", "  - id", "  -  id", (0, 3, 14),
        "Det er for mange mellomrom etter streken, så feltene under står ikke rett under det "
        "første.", "Skriv «- id: T001».", {0: "  - id: T001"}),
    Odd("a greeting below dots", LAST, f"{LAST}...\nHilsen Kari\n", (5, 1, 4),
        "Linjen med tre punktum avslutter registeret, og det som står under, blir ikke lest.",
        "Ta bort linjen, og skriv # foran teksten under, så den er en kommentar.",
        {5: None, 6: "# Hilsen Kari"}),
    Odd("an item below a list in brackets", "deltakere:\n      - FIN", "deltakere: [FIN]",
        (3, 7, 11), "«- KD» står under listen i klammer, og ikke i den.",
        "Ta bort linjen, og skriv «deltakere: [FIN, KD]» på linje 8.",
        {2: "    deltakere: [FIN, KD]", 3: None}),
    Odd("a brace with the fields below", "  - id", "  - {\n    id", (0, 3, 6),
        "«{» står etter streken, men det som hører til, står på linjene under.", "Slett «{».",
        {0: "  - id: T001", 1: None}),
    Odd("a number for a field's name in braces", LAST,
        f"{LAST}    milepæler:\n      - {{M1: Utkast}}\n", (6, 10, 21),
        "Det mangler feltnavn foran nummeret og teksten i «- {M1: Utkast}».",
        "Skriv «id: M1, tekst:» i stedet for «M1:».", {6: "      - {id: M1, tekst: Utkast}"}),
    Odd("a line of a text too far to the left, with a colon", LAST,
        f"{LAST}    merknad: Først dette\n  Merk at mai: ny dag\n    forum: A\n", (6, 3, 4),
        "Linjen «Merk at mai: ny dag» er en del av teksten i «merknad», men begynner for langt til "
        "venstre.", "Sett hele teksten i anførselstegn, for den inneholder kolon. La den begynne "
        "der resten av teksten står, med 6 mellomrom foran.",
        {5: '    merknad: "Først dette', 6: '      Merk at mai: ny dag"'}),
    Odd("an item without its dash", LAST, "      KD\n", (4, 7, 9),
        "Det mangler en strek foran «KD».", "Skriv «- KD».", {4: "      - KD"}),
    Odd("the name of a field twice", LAST, f"{LAST}    forum: forum: A\n", (5, 5, 6),
        "Feltnavnet «forum» står to ganger på linjen.", "Skriv «forum: A».",
        {5: "    forum: A"}),
    Odd("a dash before one more field", LAST, f"{LAST}  - merknad: Ikke nå\n", (5, 3, 21),
        "Streken foran «merknad: Ikke nå» begynner et nytt tiltak, men feltet hører til det over.",
        "Bytt streken med et mellomrom.", {5: "    merknad: Ikke nå"}),
    Odd("an invisible sign among the blanks", LAST, f"{LAST}  \u200b  forum: A\n", (5, 3, 4),
        "Et usynlig tegn (mellomrom uten bredde) står i innrykket.",
        "Slett det, og skriv et vanlig mellomrom i stedet.", None),
)  # fmt: skip


@spread("row", ROWS, every=4, ids=lambda row: row.what)
def test_what_is_told_of_a_line_and_where(row: Odd) -> None:
    text = HEAD + MEASURE.replace(row.was, row.becomes)
    (found,) = (f for f in check(text).findings if not f.message.startswith("Feltene «"))
    line, column, end = row.place
    assert found.place == Place(found.place.file, FIRST + line, column, FIRST + line, end)
    assert (found.message, found.remedy) == (row.message, row.remedy)
    assert isinstance(found.fix, Rewrite | Shift | None)
    assert (found.fix and {n - FIRST: new for n, new in found.fix.lines}) == row.fixed


def test_quotes_alone_need_no_careful_reading() -> None:
    for text, careful in (('a: "x"\n', False), ("a: x\\ty\n", True), ('a: "x\\ty"\n', True)):
        assert has_odd_texts(text, text.encode()) == careful


@pytest.mark.parametrize("indent", [0, 2, 3, 6])
def test_words_above_a_measure_are_a_heading_unless_they_go_on_with_a_text(indent: int) -> None:
    lines = ["    merknad: Se også", " " * indent + "Tema 2", "  - id: T002"]
    findings = strange("a.yaml", lines)
    assert len(findings) == (indent <= len("  "))
    assert lines[1] == " " * indent + ("# Tema 2" if findings else "Tema 2")


@pytest.mark.parametrize(("line", "of_the_text"), [("  Status ok", True), ("  Status", False)])
def test_a_line_of_a_text_may_begin_as_a_field_is_called(line: str, *, of_the_text: bool) -> None:
    lines = ["  - id: T001", "    merknad: >-", "      Først dette.", line, "    forum: A"]
    findings = outdented("a.yaml", lines)
    assert len(findings) == of_the_text
    assert lines[3] == ("      Status ok" if of_the_text else line)


def test_a_text_that_quotes_would_make_another_is_not_put_in_them() -> None:
    (finding,) = outdented("a.yaml", ["    merknad: I C:\\temp", "  Merk at mai: ny dag"])
    assert finding.fix is None


def test_a_measure_is_whole_again_only_where_its_id_can_be_read() -> None:
    for line, kept in (("  - id: T001", True), ("  - tittel: Mal", False)):
        lines = [line, "    forum: [A"]
        part = Part(lines, 0, len(lines), 2)
        part.blank_all()
        assert (part.keep(), lines) == (kept, [line if kept else "  -", ""])


@pytest.mark.parametrize(
    ("mend", "lines", "right"),
    [
        (dressed, ["  - id: T001", "    tittel: Mal", "    **status:** vedtatt"],
         {3: "    status: vedtatt"}),
        (dressed, ["**strategi:** 2021-2025", "tiltak:", "  - id: T001", "    tittel: Mal"],
         {1: "strategi: 2021-2025"}),
        (parts_undashed, ["    milepæler:", "      id: M1", "        tekst: Utkast"],
         {2: "      - id: M1"}),
        (untitled, ["    milepæler:", "      - Utkast", "        frist: 2025"],
         {2: "      - tekst: Utkast"}),
    ],
)  # fmt: skip
def test_the_line_that_is_told_is_the_one_that_is_mended(
    mend: Callable[[str, list[str]], list[Finding]], lines: list[str], right: dict[int, str]
) -> None:
    (finding,) = mend("a.yaml", lines)
    assert isinstance(finding.fix, Rewrite)
    assert dict(finding.fix.lines) == right
    assert [finding.place.line] == [*right]
    assert {number: lines[number - 1] for number in right} == right


def test_a_brace_with_all_fields_on_the_lines_below_is_no_fault() -> None:
    assert braces_opened("a.yaml", ["  - {", "    id: T001,", "    tittel: Mal }"]) == []


def test_a_field_below_an_empty_list_in_its_column_is_no_item_of_it() -> None:
    assert parts_undashed("a.yaml", ["    dokumentasjon:", "    tittel: Mal", "      for ny"]) == []


def test_a_measure_without_its_head_begins_where_fields_begin_again_in_any_order() -> None:
    fields = ["    prioritet: lav", "    frist: 2025", "    status: vedtatt", "    ansvarlig: KD"]
    (finding,), _ = headless("a.yaml", ["  - id: T001", "    tittel: Mal", *fields, *fields])
    assert finding.place.line == 7


def test_a_list_in_the_column_of_the_measures_is_moved_in_below_its_field() -> None:
    lines = ["  - id: T001", "    deltakere:", "  - FIN", "  - KD"]
    (finding,) = level_lists("a.yaml", lines)
    assert finding.remedy == "Rykk listen inn, så bindestreken får 6 mellomrom foran."
    assert finding.fix == Shift(((3, 4), (4, 4)))
    assert lines[2:] == ["      - FIN", "      - KD"]
