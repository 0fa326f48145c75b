"""The schema in yaml-language-server itself: what an editor underlines, explains and offers."""

import json
import re
from collections.abc import Iterator

import pytest
from command import ROOT
from language_server import LanguageServer, running
from support import HEAD_LINES, register_text

pytestmark = pytest.mark.editor
SETTINGS = json.loads(
    (ROOT / "examples" / "registerdepot" / ".vscode" / "settings.json").read_text("utf-8")
)
YAML = {
    "schemaStore": {"enable": SETTINGS["yaml.schemaStore.enable"]},
    "hoverSchemaSource": SETTINGS["yaml.hoverSchemaSource"],
    "validate": True,
    "completion": True,
    "hover": True,
}
SCHEMA = "# yaml-language-server: $schema=tiltak.schema.json\n"
# The first line is line 6 of a register, and line 7 here, below the line that names the schema.
FIRST = 7
# What the server says by itself is English; none of it is to be seen.
ENGLISH = re.compile(
    r"\b(is|not|value|expected|property|missing|string|must|should|allowed)\b", re.IGNORECASE
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    folder = tmp_path_factory.mktemp("redigering")
    schema = (ROOT / "schema" / "tiltak.schema.json").read_bytes()
    (folder / "tiltak.schema.json").write_bytes(schema)
    with running(folder, {"yaml": YAML}) as running_server:
        yield running_server


def written(lines: str) -> str:
    return SCHEMA + register_text(lines)


STATUSES = "foreslått, vedtatt, igangsatt, gjennomført, utsatt, utgår eller innlemmet"
# The lines of a measure, and what is said: the line among them, the text underlined, the words.
FAULTS = [
    ("status: vedtat\n", 1, "vedtat", f"Skriv en av statusene: {STATUSES}."),
    ("prioritet: viktig\n", 1, "viktig", "Skriv en av prioritetene: høy, middels eller lav."),
    ("ansvarlig: KDL\n", 1, "KDL",
     "Skriv forkortelsen til et departement eller en annen kjent virksomhet."),
    ("frist: 30.06.2024\n", 1, "30.06.2024",
     "Skriv 2024, 2024-H1, 2024-Q2, 2024-06 eller 2024-06-30."),
    ("retningsvalg: [1a, 1x]\n", 1, "1x", None),
    ("id: T-1\n", 1, "T-1", "Skriv T og minst tre sifre, for eksempel T001."),
    ("dokumentasjon:\n  - {tittel: Mandat, lenke: www.a.no}\n", 2, "www.a.no",
     "Skriv hele adressen, med https:// foran."),
    ('tittel: " "\n', 1, '" "', "Feltet er tomt. Fyll det ut, eller ta bort linjen."),
    ("løpende: ja\n", 1, "ja", "Skriv true eller false."),
    ("fremdirft: A\n", 1, None, "Feltet finnes ikke. Rett navnet, eller ta bort linjen."),
]  # fmt: skip


def test_a_register_without_faults_is_not_underlined(server: LanguageServer) -> None:
    assert server.said_of(written("id: T001\n")) == []


@pytest.mark.parametrize(("lines", "line", "underlined", "message"), FAULTS)
def test_a_fault_is_underlined_with_norwegian_words(
    server: LanguageServer, lines: str, line: int, underlined: str | None, message: str | None
) -> None:
    text = written(lines)
    said = server.said_of(text)
    assert said
    assert not [each for each in said if ENGLISH.search(each.message)]
    here = [each for each in said if each.line == FIRST + line - 1]
    assert here, said
    source = text.splitlines()[FIRST + line - 2]
    told = {(source[each.column - 1 : each.end_column - 1], each.message) for each in here}
    assert any(
        underlined in (None, words) and message in (None, sentence) for words, sentence in told
    ), told


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("# prioritet mangler\n", "prioritet"),
        ("status: utgår\n", "begrunnelse"),
        ("status: gjennomført\n", "resultat"),
        ("retningsvalg: [2a]\n", "målområde"),
        ("løpende: true\nfrist: 2024\n", "frist"),
        ("målområder: 1\n", ""),
        ("deltakere: [KD, KD]\n", "to ganger"),
        ("milepæler:\n  - {id: M1}\n", "tekst"),
        ("opphav: {periode: 2016-2020}\n", "status"),
    ],
)
def test_what_is_missing_or_does_not_go_together(
    server: LanguageServer, lines: str, words: str
) -> None:
    said = server.said_of(written(lines))
    assert said
    assert not [each for each in said if ENGLISH.search(each.message)]
    assert any(words in each.message for each in said), said


def test_the_head_is_checked_too(server: LanguageServer) -> None:
    said = server.said_of(SCHEMA + HEAD_LINES.replace("2023-10-15", "15.10.2023") + "tiltak: []\n")
    (one,) = said
    assert (one.line, one.message) == (
        4,
        "Skriv datoen som år-måned-dag, for eksempel 2024-06-30.",
    )


MEASURE = register_text("id: T001\n")


def with_place(was: str, becomes: str) -> str:
    assert was in MEASURE
    return SCHEMA + MEASURE.replace(was, becomes, 1)


def test_values_are_offered_with_their_meaning(server: LanguageServer) -> None:
    statuses = server.completions(with_place("status: vedtatt", "status: ‸"))
    assert set(STATUSES.replace(" eller ", ", ").split(", ")) <= set(statuses)
    assert "Krever «begrunnelse»." in statuses["utgår"]
    directions = server.completions(with_place("retningsvalg: [1a]", "retningsvalg: [‸]"))
    assert {"1a", "2f", "3e"} & set(directions)
    ministries = server.completions(
        with_place("ansvarlig: KDD\n  status", "ansvarlig: ‸\n  status")
    )
    assert ministries["FIN"].startswith("Finansdepartementet")


def test_fields_are_offered_with_their_help(server: LanguageServer) -> None:
    fields = server.completions(with_place("  prioritet: middels\n", "  prioritet: middels\n  ‸\n"))
    assert {"deltakere", "milepæler", "vurdering", "avvik"} <= set(fields)
    assert not {"strategi", "per_dato", "status"} & set(fields)
    assert "grønn, gul eller rød" in fields["vurdering"]


def test_a_field_is_explained_under_the_pointer(server: LanguageServer) -> None:
    assert "Hvor viktig tiltaket er" in server.hover(with_place("prioritet", "prior‸itet"))
    assert (
        "strategi" in server.hover(SCHEMA + MEASURE.replace("strategi", "stra‸tegi", 1)).casefold()
    )
