"""The workbook in nynorsk and English: all of it, and nothing that programs go by is changed."""

import hashlib
import io
import re
import zipfile
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from command import OLD
from workbook_dump import cells, compared, dump, example, few_compared, measures_sheet, opened, seen

from tiltak_cli.changes.compare import compare
from tiltak_cli.domain.fields import COLUMNS, FIELDS, Kind
from tiltak_cli.domain.measure import Assessment, Document, Milestone, Priority, Status
from tiltak_cli.domain.register import Register
from tiltak_cli.overview.counts import overview
from tiltak_cli.sources.workbook.shown import FIELD_NAME
from tiltak_cli.views.excel import SHEETS, workbook
from tiltak_cli.views.excel.kit.book import Options, Paper
from tiltak_cli.views.excel.sheets.marks import MARKS
from tiltak_cli.wording import Language, wording
from tiltak_cli.wording.table import TABLE

OTHERS = (Language.NN, Language.EN)
TITLES = {
    Language.NB: (
        "Forside, Tiltak, Retningsvalg, Departement, Tidslinje, Milepæler, Avhengigheter, "
        "Endringer, Videreført, Tall, Lister"
    ),
    Language.NN: (
        "Framside, Tiltak, Retningsval, Departement, Tidslinje, Milepælar, Avhengnader, "
        "Endringar, Vidareført, Tal, Lister"
    ),
    Language.EN: (
        "Front page, Measures, Directions, Ministries, Timeline, Milestones, "
        "Dependencies, Changes, Carried over, Figures, Lists"
    ),
}
WORD = re.compile(r"[^\W\d_]{2,}")
# What the register itself says in a cell, and the names that formulas use.
DATA = {
    *(str(word) for kind in (Status, Priority, Assessment) for word in kind),
    *("alle", "løpende", "ja", "liste", "mål", "rapportdato", "status", "prioritet", "vurdering"),
}
# Names that formulas use, and words of a list that the cells of a workbook to fill in hold.
NAMED = {"milepæler", "retningsvalg", "virksomheter", "deltar", "ikke", "felt", "nådd"}
# Parts that hold what the dump does not: the chart, descriptions, notes.
PARTS = re.compile(r"xl/(charts|tables|drawings)/.*xml|xl/comments.*xml")
SPOKEN_ATTRIBUTES = {"descr", "name", "altTextSummary", "comment", "displayName"}
# Words of the dump's own, the name of the program, and the beginning of `en-GB`.
NOT_SAID = re.compile(
    r"(?m)^egenskap .*|^navn felt_.*"
    r"|^(navn|==|frosset|papir|bunntekst|bredder|tabell|regel|merke|  avviser|  hjelp) "
    r"|gjentatt|→ [^\n]* strek$|tilpasset|filter|, del |\| tiltak \|.*"
)


def neutral(register: Register) -> Register:
    """A register whose own texts are words of no language, so that all others are the tool's."""
    texts: dict[str, Any] = {f.attribute: "Xx" for f in FIELDS if f.kind is Kind.TEXT}
    strategy = register.strategy._replace(
        title="Xx",
        subtitle="",
        areas=tuple(
            area._replace(
                name="Xx", directions=tuple(d._replace(text="Xx") for d in area.directions)
            )
            for area in register.strategy.areas
        ),
        developments=tuple(d._replace(text="Xx") for d in register.strategy.developments),
    )
    measures = tuple(
        m._replace(
            **{**texts, "title": f"Xx {m.title[:1]}"},
            milestones=tuple(Milestone(s.id, "Xx", s.deadline, s.reached) for s in m.milestones),
            documentation=(Document("Xx", "https://xx.example"),),
        )
        for m in register.measures
    )
    return register._replace(strategy=strategy, measures=measures)


def said(data: bytes) -> str:
    """Everything that a workbook says, in cells and beside them."""
    book = opened(data)
    # What the tool keeps for itself is as in the register.
    book.remove(book["_meta"])
    found = [NOT_SAID.sub("", dump(book))]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in filter(PARTS.fullmatch, archive.namelist()):
            for part in ET.fromstring(archive.read(name)).iter():  # noqa: S314 - we made it
                found.append("" if part.text == "tiltak" else part.text or "")
                found += [text for key, text in part.attrib.items() if key in SPOKEN_ATTRIBUTES]
    return "\n".join(found)


def words_of(columns: tuple[int, ...]) -> set[str]:
    texts = [TABLE[key][column] for key in TABLE for column in columns]
    labels = [(field.nb, field.nn, field.en)[column] for field in FIELDS for column in columns]
    texts = [re.sub(r"\{[^}]*\}", "", text) for text in (*texts, *labels)]
    return {word.lower() for text in texts for word in WORD.findall(text)}


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("audience", [(), ("KD",)], ids=["usual", "fill in"])
def test_there_is_no_word_of_another_language(
    language: Language, audience: tuple[str, ...]
) -> None:
    """Words that the table has in other languages only are looked for in all that is said."""
    own = list(Language).index(language)
    # Nynorsk is not English, and much of it is as in bokmål.
    others = {0} if language is Language.NN else {0, 1}
    foreign = words_of(tuple(others)) - words_of((own,)) - DATA
    assert {"hvor", "forsinket", "endringer"} <= foreign
    new, old = neutral(example()), neutral(example(str(OLD)))
    options = Options(language, columns=tuple(FIELDS), audience=audience)
    data = workbook(overview(new, new.as_of), compare(old, new), options)
    found = {word.lower() for word in WORD.findall(said(data))} & foreign
    # A name that formulas use is the same in every language, and so is a word of a list.
    found -= NAMED if audience else set()
    assert not found - {code.lower() for code in new.organisations.by_code}


@pytest.mark.parametrize("language", Language)
def test_titles_tables_and_names(language: Language) -> None:
    book = opened(compared(Options(language)))
    assert ", ".join(sheet.title for sheet in seen(book)) == TITLES[language]
    for sheet in seen(book)[1:]:
        (table,) = sheet.tables.values()
        assert table.displayName == sheet.title.replace(" ", "_")
    # Columns have the names of the register's fields, whatever the language.
    assert {name for name in book.defined_names if not name.startswith(FIELD_NAME)} == {
        *("rapportdato", "liste_status", "liste_prioritet", "liste_vurdering", "liste_mål"),
    }
    assert book.properties.language == {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}[language]


@pytest.mark.parametrize("language", Language)
def test_every_sheet_title_is_one_that_the_format_allows(language: Language) -> None:
    titles = [wording(language)(sheet.key) for sheet in SHEETS]
    assert len({title.casefold() for title in titles}) == len(titles)
    for title in titles:
        assert 0 < len(title) <= 31
        assert not set(title) & set(":\\/?*[]'")
        assert title.casefold() != "history"


@pytest.mark.parametrize("language", Language)
def test_links_lead_to_the_sheets_of_that_language(language: Language) -> None:
    book = opened(compared(Options(language)))
    links = [cell for sheet in seen(book) for cell in cells(sheet) if cell.hyperlink]
    assert len(links) > 40
    for cell in links:
        assert cell.hyperlink
        title, _, place = str(cell.hyperlink.location).rpartition("!")
        target = book[title.strip("'")][place]
        assert place == "A1" or target.value == cell.value


@pytest.mark.parametrize("language", OTHERS)
def test_cells_keep_the_registers_own_words_and_show_the_readers(language: Language) -> None:
    """What is edited and read back is the same in every language; a number format says the rest."""
    plain, other = (
        opened(compared()).worksheets[1],
        opened(compared(Options(language))).worksheets[1],
    )
    values = [[[c.value for c in row] for row in s.iter_rows(min_row=5)] for s in (plain, other)]
    assert values[0] == values[1]
    say = wording(language)
    assert [cell.value for cell in other[4]] == [say.label(field) for field in COLUMNS]
    shown = {r.dxf.numFmt.formatCode for a in other.conditional_formatting for r in a.rules}
    for marks in MARKS.values():
        for mark in marks:
            word = say.word(mark.word).capitalize()
            assert f'General;General;General;"{mark.symbol} {word}"' in shown
    ongoing = {Language.NN: "løpande", Language.EN: "ongoing"}[language]
    assert f'General;General;General;"{ongoing}"' in shown


@pytest.mark.parametrize("language", Language)
def test_help_and_refusals_fit_their_boxes(language: Language) -> None:
    sheet = measures_sheet(Options(language, columns=tuple(FIELDS)))
    for rule in sheet.data_validations.dataValidation:
        assert len(rule.promptTitle or "") <= 32
        assert len(rule.errorTitle or "") <= 32
        assert not (rule.errorTitle or "").endswith(("end", "change"))
        assert len(rule.error or "") <= 225
        assert len(rule.prompt or "") <= 255


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("language", Language)
def test_the_same_register_gives_the_same_bytes(language: Language, paper: Paper) -> None:
    options = Options(language, paper)
    first = hashlib.sha256(few_compared(options)).digest()
    few_compared.cache_clear()
    assert first == hashlib.sha256(few_compared(options)).digest()
