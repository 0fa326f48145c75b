"""Every character that there is, in a text: told of as it should be, and never lost on the way.

The short run takes those that look like others or like nothing, and a sample; TILTAK_THOROUGH=1
takes all. What a form cannot hold, it replaces with what can be seen, such as `<U+202E>`.
"""

import io
import itertools
import json
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from command import tiltak
from exported import FORMS, export, rows
from openpyxl import load_workbook
from page_reader import Page
from support import FILE, HEAD_LINES, THOROUGH, check, register_text

from tiltak_cli.domain.invisible import shown
from tiltak_cli.sources.workbook.base import Base, read_base
from tiltak_cli.sources.yaml.reader import has_odd_texts, read_yaml
from tiltak_cli.views.safe import one_line, visible

# With all of them, where properties run with all their tries.
pytestmark = [pytest.mark.hypothesis, pytest.mark.wide]


def of(*ranges: tuple[int, int]) -> frozenset[int]:
    return frozenset(code for first, last in ranges for code in range(first, last + 1))


# Bidi_Control in PropList.txt and Default_Ignorable_Code_Point in DerivedCoreProperties.txt of
# Unicode 17.0, and the marks of annotations.
BIDI = of((0x61C, 0x61C), (0x200E, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069))
IGNORABLE = of(
    (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5),
    (0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164),
    (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
)  # fmt: skip
HIDDEN = BIDI | IGNORABLE | of((0xFFF9, 0xFFFB))
DECEIVING = of((0x202A, 0x202E), (0x2066, 0x2069), (0xE0020, 0xE007F))
# What no YAML file may hold: nobody can read further, or something is told of it.
UNREADABLE = of(
    (0, 8), (0xB, 0xC), (0xE, 0x1F), (0x7F, 0x9F), (0x2028, 0x2029), (0xD800, 0xDFFF),
    (0xFFFE, 0xFFFF),
)  # fmt: skip
# Alphabets of thousands of letters that all behave alike, what is private and what is no character.
ALIKE = (
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0xE000, 0xF8FF), (0x17000, 0x18CFF),
    (0x20000, 0x10FFFF),
)  # fmt: skip


def is_odd(code: int) -> bool:
    """Whether a character looks like another, like a blank or like nothing."""
    sign = chr(code)
    return (
        code in HIDDEN
        or sign.isspace()
        or unicodedata.category(sign) == "Cf"
        or not unicodedata.is_normalized("NFC", sign)
    )


class Readable(NamedTuple):
    """What a file may hold: the odd ones, those to try apart, and those to try together.

    `few` are the odd ones, and of the compatible ideographs and the tags that are no signs yet,
    which are thousands, a few.
    """

    odd: list[int]
    apart: list[int]
    together: list[int]
    few: list[int]


@cache
def readable() -> Readable:
    """Every character is looked at, so this is done by who runs these tests, not who finds them."""
    codes = sorted(of((0x20, 0x10FFFF)) - UNREADABLE - {0xC3, 0xFFFD})  # those are TIL606's
    odd = [code for code in codes if is_odd(code)]
    alike = of(*ALIKE) - frozenset(odd)
    apart = [code for code in codes if code not in alike]
    together = [code for code in codes if code in alike]
    few = sorted({*(code for code in odd if code < 0xF900), *odd[::199], *apart[::401]})
    return Readable(odd, apart, together, few)


IN_A_REGISTER, IN_A_TEXT = 8000, 256


def apart(codes: list[int]) -> list[str]:
    """A text for each character. No two texts are the same without it."""
    return [f"{number}a{chr(code)}b" for number, code in enumerate(codes)]


@cache
def every() -> list[list[str]]:
    """The texts of each register: with a character each, and with many that behave alike."""
    found = readable()
    alone, together = found.apart, found.together
    if not THOROUGH:
        alone, together = found.few, together[::97]
    parts = [
        apart(alone[first : first + IN_A_REGISTER]) for first in range(0, len(alone), IN_A_REGISTER)
    ]
    many = [
        "".join(f"x{chr(code)}" for code in together[first : first + IN_A_TEXT]) + "y"
        for first in range(0, len(together), IN_A_TEXT)
    ]
    return [*parts, many]


REGISTERS = len(every()) if THOROUGH else 2


TEXTS = ("tittel", "beskrivelse", "avvik", "fremdrift", "forum", "kontakt", "merknad")
MILESTONES = 33
IN_A_MEASURE = len(TEXTS) + MILESTONES
COLUMNS = ("--columns", ",".join((*TEXTS, "milepæler")))


def register(given: list[str]) -> str:
    """A register with each text on a line of its own, in its measures' texts and milestones."""
    lines = [HEAD_LINES, "tiltak:\n"]
    for number, first in enumerate(range(0, len(given), IN_A_MEASURE), 1):
        written = [json.dumps(text, ensure_ascii=False) for text in given[first:][:IN_A_MEASURE]]
        fields = {"tittel": f"nr. {number}", "beskrivelse": "x"} | dict(
            zip(TEXTS, written, strict=False)
        )
        lines += f"  - id: T{number:04}\n"
        lines += [f"    {field}: {text}\n" for field, text in fields.items()]
        lines += "    målområder: [1]\n    retningsvalg: [1a]\n    ansvarlig: KDD\n"
        lines += "    status: vedtatt\n    prioritet: middels\n    frist: 2025\n"
        lines += "    milepæler:\n" if written[len(TEXTS) :] else ""
        lines += [
            f"      - {{id: M{place}, tekst: {text}, frist: 2025}}\n"
            for place, text in enumerate(written[len(TEXTS) :], 1)
        ]
    return "".join(lines)


def texts_of(measures: Iterable[Mapping[str, Any]]) -> list[str]:
    """The texts of a register's measures, in order."""
    return [
        text
        for measure in measures
        for text in (
            *(measure[field] for field in TEXTS if field in measure),
            *(milestone["tekst"] for milestone in measure.get("milepæler") or ()),
        )
    ]


@pytest.fixture(params=range(REGISTERS))
def given(request: pytest.FixtureRequest, tmp_path: Path) -> list[str]:
    """The texts of a register, which is written where the test runs."""
    assert len(every()) == REGISTERS
    texts = every()[request.param]
    (tmp_path / FILE).write_text(register(texts), "utf-8")
    return list(texts)


def expected(text: str) -> list[str]:
    """The rules that a text breaks."""
    hidden = HIDDEN.intersection(map(ord, text))
    otherwise = not unicodedata.is_normalized("NFC", text)
    return ["TIL602"] * bool(hidden) + ["TIL603"] * otherwise


def mended(text: str) -> str:
    """A text without what is hidden, its letters as everybody stores them."""
    return unicodedata.normalize("NFC", "".join(c for c in text if ord(c) not in HIDDEN))


def test_it_is_told_of_once_and_mended(given: list[str], tmp_path: Path) -> None:
    path = tmp_path / FILE
    found = tiltak("validate", "--format", "json", cwd=tmp_path)
    told: dict[int, list[tuple[str, bool]]] = {}
    for finding in json.loads(found.out)["registers"][0]["findings"]:
        told.setdefault(finding["line"], []).append((finding["code"], finding["fix"]["safe"]))
    lines = (n for n, line in enumerate(path.read_text("utf-8").split("\n"), 1) if '"' in line)
    of_texts = itertools.islice(lines, HEAD_LINES.count('"') // 2, None)
    for text, line in zip(given, of_texts, strict=True):
        safe = not DECEIVING.intersection(map(ord, text))
        assert told.pop(line, []) == [(code, safe) for code in expected(text)], text
    assert not told
    assert tiltak("validate", "--unsafe-fixes", cwd=tmp_path).code == 0
    assert texts_of(read_yaml("", path.read_text("utf-8")).data["tiltak"])[: len(given)] == [
        mended(text) for text in given
    ]


def test_a_hidden_sign_is_seen_also_where_it_is_the_only_one() -> None:
    for code in HIDDEN:
        text = f"tittel: Få{chr(code)} mal\n"
        assert has_odd_texts(text, text.encode()), hex(code)


@pytest.mark.parametrize("form", FORMS)
def test_it_comes_back_from_data(given: list[str], tmp_path: Path, form: str) -> None:
    found = rows(form, export(tmp_path, form, *COLUMNS, register=FILE))
    if form != "csv":
        assert texts_of(found)[: len(given)] == given
        return
    for row, first in zip(found, range(0, len(given), IN_A_MEASURE), strict=True):
        texts = given[first:][:IN_A_MEASURE]
        for field, text in zip(TEXTS, texts, strict=False):
            assert row[field] == visible(text)
        assert not [t for t in texts[len(TEXTS) :] if one_line(t) not in row["milepæler"]]


def test_it_comes_back_from_a_workbook(given: list[str], tmp_path: Path) -> None:
    data = export(tmp_path, "xlsx", *COLUMNS, register=FILE)
    base = read_base(data)
    assert isinstance(base, Base)
    assert texts_of(base.measures)[: len(given)] == given
    sheet = load_workbook(io.BytesIO(data), read_only=True)["Tiltak"]
    cells = "\n".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)
    for first in range(0, len(given), IN_A_MEASURE):
        texts = given[first:][:IN_A_MEASURE]
        assert not [text for text in texts[: len(TEXTS)] if text not in cells]
        assert not [t for t in texts[len(TEXTS) :] if " ".join(t.split()) not in cells]


def test_git_shows_it(given: list[str], tmp_path: Path) -> None:
    lines = tiltak("git", "textconv", "--", FILE, cwd=tmp_path).out
    # What no reader sees is no difference to show.
    assert not [text for text in given if one_line(shown(text)) not in lines]


FINDINGS = ("text", "concise", "github", "gitlab", "azure", "sarif", "junit", "markdown")
WAYS = (
    *(("validate", "--format", form) for form in FINDINGS),
    *(("report", "--format", form) for form in ("text", "markdown", "json")),
    ("list",),
    ("show", "T0001"),
    ("show", "T0001", "--format", "json"),
    ("format", "--diff"),
    ("validate", "--fix", "--diff"),
    *(("diff", FILE, "etter.yaml", "--format", form) for form in ("markdown", "json", "oneline")),
)


def test_no_way_to_show_it_fails(tmp_path: Path) -> None:
    given = apart(readable().few[:: 1 if THOROUGH else 9])
    (tmp_path / FILE).write_text(register(given), "utf-8")
    (tmp_path / "etter.yaml").write_text(register([f"{text}." for text in given]), "utf-8")
    for way in WAYS:
        done = tiltak(*way, cwd=tmp_path)
        left = "--diff" in way and done.err.endswith("Dette står igjen.\n")
        assert (done.code in (0, 1), done.err if not left else "") == (True, ""), way
    assert tiltak("report", "-o", "side.html", cwd=tmp_path).code == 0
    page = Page((tmp_path / "side.html").read_text("utf-8")).text()
    assert not [title for title in given[::IN_A_MEASURE] if one_line(title) not in page]
    yaml = tiltak("show", "T0001", "--format", "yaml", cwd=tmp_path).out
    assert texts_of(read_yaml("", yaml).data) == given[:IN_A_MEASURE]


# --- where there is no text


@pytest.mark.parametrize("code", sorted(UNREADABLE)[:: 1 if THOROUGH else 37])
def test_what_no_file_may_hold_is_told(code: int) -> None:
    sign = chr(code)
    raw = sign.encode("utf-8", "surrogatepass")
    text = register_text("tittel: a@b\n").encode()
    for written in (raw, f'"{json.dumps(sign)[1:-1]}"'.encode() if code > 0x7F else b'"\\0"'):
        loaded = check(text.replace(b"a@b", written))
        assert loaded.errors, (code, written)
        assert all(finding.message and finding.remedy for finding in loaded.findings)


PLACES = {
    "field": 'avv{}ik: "x"\n',
    "status": 'status: "ved{}tatt"\n',
    "organisation": 'ansvarlig: "KD{}D"\n',
    "date": 'frist: "20{}25"\n',
    "area": 'målområder: ["1{}"]\n',
    "id": 'id: "T{}001"\n',
    "reference": 'avhenger_av: ["T{}002"]\n',
    "link": 'dokumentasjon: [{{tittel: a, lenke: "https://a{}.no"}}]\n',
    "contact": 'kontakt: "{}a@b.no 4{}1234567"\n',
    "milestone": 'milepæler: [{{id: "M{}1", tekst: a, frist: "2025{}"}}]\n',
    "comment": "tittel: a # {}tiltak: godta TIL3{}09 fordi {}\n",
}


@pytest.mark.parametrize("place", PLACES)
def test_nothing_fails_where_it_does_not_belong(place: str) -> None:
    for code in sorted({*readable().few, *readable().odd[::97]})[:: 1 if THOROUGH else 27]:
        if chr(code) not in "\"'\\":
            check(register_text(PLACES[place].replace("{}", chr(code)).format()))
