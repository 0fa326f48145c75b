"""What a workbook was made from comes back as it was, or a sentence says why it cannot."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from support import spread, tries
from test_workbook_text import NAUGHTY, REPLACED
from workbook_dump import compared, example, made, many

from tiltak_cli.domain.canonical import canonical, plain_measure
from tiltak_cli.domain.fields import FIELDS, Kind
from tiltak_cli.domain.measure import Document, Milestone, Origin
from tiltak_cli.domain.register import Register
from tiltak_cli.overview.counts import overview
from tiltak_cli.sources.files import Refusal
from tiltak_cli.sources.register.build import build_measure
from tiltak_cli.sources.strategies import Plan, shipped_plan
from tiltak_cli.sources.workbook import base as workbook_base
from tiltak_cli.sources.workbook import gate
from tiltak_cli.sources.workbook.base import Base, read_base
from tiltak_cli.views.excel import SHEETS, workbook
from tiltak_cli.views.excel.kit.assemble import assembled
from tiltak_cli.views.excel.kit.book import Book, Options
from tiltak_cli.wording import Language

EVERYTHING = Options(Language.NN, columns=FIELDS, revision="abc1234")
TEXTS = (*NAUGHTY, *REPLACED, "_x000D_", " x\n", "\ufeffmerke", "lang " * 20_000, "🙂" * 20_000)
FEW = example()._replace(measures=example().measures[:3])


def base_of(data: bytes) -> Base:
    base = read_base(data)
    assert isinstance(base, Base), base
    return base


def exported(register: Register, options: Options = EVERYTHING) -> Base:
    return base_of(workbook(overview(register, register.as_of), None, options))


def hidden(register: Register, options: Options = EVERYTHING) -> Base:
    """What the hidden sheet says of a register, beside one that is seen."""
    book = Book(overview(register, register.as_of), None, SHEETS, options)
    return base_of(assembled(book, SHEETS[-2:], "x"))


def register_of(base: Base, plan: Plan) -> Register:
    """The register that was exported, or the part of it, under its strategy."""
    measures = tuple(map(build_measure, base.measures))
    return Register(
        strategy=plan.strategy,
        organisations=plan.organisations,
        edition=base.edition,
        as_of=base.as_of,
        keeper=base.keeper,
        measures=measures,
    )


def again(base: Base) -> Register:
    plan = shipped_plan(base.period)
    assert plan
    return register_of(base, plan)


# What the usual workbook shows: its columns, and the milestones on a sheet of their own.
SHOWN = tuple(field for field in FIELDS if field.width or field.key in ("løpende", "milepæler"))


def as_shown(register: Register) -> Register:
    measures = (build_measure(plain_measure(m, SHOWN)) for m in register.measures)
    return register._replace(measures=tuple(measures))


def without_notes(register: Register) -> Register:
    return register._replace(measures=tuple(m._replace(note="") for m in register.measures))


def filled_with(text: str) -> Register:
    """A register with a text in everything that is text."""
    register = example()
    texts: dict[str, Any] = {
        field.attribute: text for field in FIELDS if field.kind in (Kind.TEXT, Kind.REFERENCE)
    }
    measure = register.measures[10]._replace(
        **texts,
        responsible=(text, text),
        milestones=(Milestone("M1", text, None, date(2024, 1, 2)),),
        documentation=(Document(text, text),),
        origin=Origin("2016-2020", text, "vedtatt"),
    )
    return register._replace(measures=(measure,), edition=text, keeper=text)


def test_the_example_comes_back_with_everything() -> None:
    base = exported(example())
    assert again(base) == example()
    assert base.whole
    assert (base.language, base.revision, base.public) == ("nn", "abc1234", False)
    assert (base.strategy, base.period) == ("Gode hver for oss. Best sammen.", "2021-2025")
    assert base.fields == base.columns == tuple(field.key for field in FIELDS)


def test_what_no_sheet_shows_is_not_there() -> None:
    base = base_of(made(example()))
    assert base.fields == tuple(field.key for field in SHOWN)
    assert again(base) == as_shown(example()) != example()
    assert hidden(FEW, Options(columns=())).fields == ("id", "milepæler")


def test_internal_notes_are_never_in_a_public_one() -> None:
    assert any(measure.note for measure in example().measures)
    base = hidden(example(), EVERYTHING._replace(public=True))
    assert ("merknad" in base.fields, base.public) == (False, True)
    assert again(base) == without_notes(example())


@pytest.mark.parametrize("count", [0, 1, 300])
def test_a_register_of_any_size_comes_back(count: int) -> None:
    assert again(hidden(many(count), Options())) == as_shown(many(count))


def test_a_selection_knows_that_it_is_one() -> None:
    register = example()
    base = base_of(workbook(overview(register, register.as_of, register.measures[3:5])))
    assert [measure["id"] for measure in base.measures] == ["T004", "T005"]
    assert (base.whole, base.total) == (False, 28)


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: repr(text[:12]))
def test_any_text_comes_back_as_itself(text: str) -> None:
    assert again(hidden(filled_with(text))) == filled_with(text)


def test_two_measures_with_the_same_id_stay_two() -> None:
    register = example()._replace(measures=(example().measures[0],) * 2)
    assert again(hidden(register)) == register


@given(st.text(st.characters(), min_size=1))
@settings(max_examples=tries(300))
def test_a_measure_is_built_of_its_own_texts(text: str) -> None:
    (measure,) = filled_with(text).measures
    texts = {key: canonical(value) for key, value in plain_measure(measure).items()}
    assert not any(set(found) & {"\t", "\n", "\r", "\0", "\ufffe"} for found in texts.values())
    read = workbook_base._measures(texts.items())  # noqa: SLF001
    assert [build_measure(data) for data in read] == [measure]


def test_the_hash_is_of_the_measures_alone() -> None:
    one = hidden(example())
    assert hidden(example(), EVERYTHING._replace(revision="")).content == one.content
    assert hidden(example()._replace(edition="x")).content == one.content
    changed = example()._replace(measures=example().measures[1:])
    assert hidden(changed).content != one.content


def test_the_document_says_what_it_was_made_from() -> None:
    data = workbook(overview(FEW, FEW.as_of), None, EVERYTHING)
    book: Any = load_workbook(io.BytesIO(data))
    facts = {fact.name: fact.value for fact in book.custom_doc_props.props}
    content = base_of(data).content
    expected = {"format": "2", "revisjon": "abc1234", "innhold": content}
    assert facts == {f"tiltak-{name}": value for name, value in expected.items()}
    assert book["_meta"].sheet_state == "veryHidden"


@cache
def few_hidden() -> bytes:
    """What the hidden sheet says of three measures, beside one that is seen."""
    book = Book(overview(FEW, FEW.as_of), None, SHEETS)
    return assembled(book, SHEETS[-2:], "x")


def edited(change: Callable[[Worksheet], object], data: bytes | None = None) -> bytes:
    """A workbook of three measures saved again by another program, its `_meta` changed."""
    book = load_workbook(io.BytesIO(data or few_hidden()))
    change(book["_meta"])
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def row_of(sheet: Worksheet, measure: str | None, key: str | None) -> int:
    rows = enumerate(sheet.iter_rows(max_col=2, values_only=True), 1)
    return next(number for number, row in rows if row == (measure, key))


def set_value(
    key: str | None, value: str, measure: str | None = None
) -> Callable[[Worksheet], object]:
    def change(sheet: Worksheet) -> None:
        sheet.cell(row_of(sheet, measure, key), 4, value)

    return change


def replaced(name: str, content: bytes) -> bytes:
    """The example's workbook with another content of one part."""
    raw = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(compared())) as source,
        zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for each in source.namelist():
            target.writestr(each, content if each == name else source.read(each))
    return raw.getvalue()


def test_another_program_may_save_it() -> None:
    assert again(base_of(edited(lambda _: None, made(FEW)))) == as_shown(FEW)


@spread("row", [3, 21], every=2)
def test_an_empty_row_between_the_others_says_nothing(row: int) -> None:
    assert again(base_of(edited(lambda sheet: sheet.insert_rows(row)))) == as_shown(FEW)


BOOK = "xl/workbook.xml"
BOMB = b'<!DOCTYPE x [<!ENTITY a "' + b"a" * 1000 + b'">]><x>&a;</x>'
# What makes each file, and a part of the sentence.
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "endret verdi": (lambda: edited(set_value(None, '{"id":"T002"}', "T002")), "er endret"),
    "ikke JSON": (lambda: edited(set_value(None, "Annet", "T002")), "er endret"),
    "endret hash": (lambda: edited(set_value("innhold", '"0"')), "er endret"),
    "annet språk": (lambda: edited(set_value("språk", '"en"')), "er endret"),
    "andre celler": (lambda: edited(set_value("celler", '""')), "er endret"),
    "dypt": (lambda: edited(set_value("kolonner", "[" * 30_000)), "er endret"),
    "tall for dato": (lambda: edited(set_value("per_dato", "1")), "er endret"),
    "ukjent felt": (
        lambda: edited(lambda s: s.append(["T009", None, "1", '{"farge":"rød"}'])),
        "er endret",
    ),
    "del mangler": (
        lambda: edited(lambda s: s.append(["T009", None, "3", '"x"'])),
        "er endret",
    ),
    "slettet rad": (lambda: edited(lambda s: s.delete_rows(s.max_row)), "er endret"),
    "tømt": (lambda: edited(lambda s: s.delete_rows(1, 999)), "er endret"),
    "nyere": (lambda: edited(set_value("format", "4")), "nyere versjon av tiltak (format 4"),
    "uten arket": (
        lambda: edited(lambda s: setattr(s, "title", "annet")),
        "ikke det skjulte arket",
    ),
    "ikke zip": (lambda: b"id;tittel\n", "ikke en arbeidsbok"),
    "tom": (lambda: b"", "ikke en arbeidsbok"),
    "kryptert": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "kryptert"),
    "avkortet": (lambda: compared()[:-2000], "skadet"),
    "byttet del": (lambda: replaced(BOOK, b"<x/>"), "ikke det skjulte arket"),
    "ødelagt XML": (lambda: replaced(BOOK, b"<workbook"), "skadet"),
    "definisjoner": (lambda: replaced(BOOK, BOMB), "skadet"),
    "UTF-16": (lambda: replaced(BOOK, BOMB.decode().encode("utf-16-le")), "skadet"),
    "bombe": (lambda: replaced("xl/theme/theme1.xml", b" " * 60_000_000), "for stor"),
}


@pytest.mark.parametrize(("data", "why"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_used_is_refused_in_a_sentence(data: Callable[[], bytes], why: str) -> None:
    found = read_base(data())
    assert isinstance(found, Refusal)
    assert why in found.sentence
    assert found.sentence.endswith(".")


def test_a_word_document_is_not_a_workbook() -> None:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert read_base(raw.getvalue()) == gate.NOT_A_WORKBOOK


def test_a_locked_archive_is_said_to_be_locked() -> None:
    data = bytearray(compared())
    # The bit that says that a part is encrypted, in the archive's own list of its parts.
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert read_base(bytes(data)) == gate.LOCKED


def test_a_huge_file_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "MAX_BYTES", 1000)
    assert read_base(compared()) == gate.TOO_LARGE


@given(st.binary(max_size=300), st.integers(0, 20_000))
@settings(max_examples=tries(60))
def test_any_damage_is_a_refusal_or_does_no_harm(damage: bytes, place: int) -> None:
    data = compared()
    found = read_base(data[:place] + damage + data[place + len(damage) :])
    if isinstance(found, Base):
        assert again(found) == as_shown(example())
