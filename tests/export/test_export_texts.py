"""Any text as a title goes through every export and comes back as itself.

Where a form cannot hold a text, the table says so, and why:

- `.csv` shows the characters that act on a terminal or turn the direction of writing, for people
  and spreadsheets read it: `<U+202E>`. Commands to build servers get a blank: `# #vso[`. Line
  breaks at the end, which a block of text in YAML always has, are left out.
- `.parquet` is UTF-8, which has no room for half a character (a lone surrogate): `<U+D800>`. An
  empty text is NULL, as the register does not tell the two apart.
- No register on disk holds NUL, other control characters or a lone surrogate: reading it stops
  with a finding. The views are held to them all the same.
"""

import json
import re
import string
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from exported import FORMS, export, rows, uncell
from hypothesis import given, settings
from hypothesis import strategies as st
from support import check, register_text, tries

from tiltak_cli.domain.register import Register
from tiltak_cli.views.measures.csv import Style, measures_csv
from tiltak_cli.views.measures.extract import Extract
from tiltak_cli.views.measures.json import measures_json, measures_jsonl
from tiltak_cli.views.safe import CONTROL

# Titles that a register on disk can hold.
READABLE = {
    "formula": '=HYPERLINK("http://a.no";"b")',
    "command": "-cmd|' /C calc'!A0",
    "at": "@SUM(A1:A9)",
    "apostrophe": "'=1",
    "apostrophes": "''",
    "quotes": '"Sitat" og ""',
    "separators": 'a;b,c\td|e";"',
    "several lines": "en\nto\n\nfire",
    "blanks": "to  blanke",
    "markup": "<script>alert(1)</script> &amp; &#39; ]]>",
    "rich": "[red]a[/red] [/x]",
    "backslashes": "C:\\ny\\tekst \\u0041 \\N",
    "json": '{"id": "T002"}, [null]',
    "null": "NULL",
    "none": "~",
    "number": "0012",
    "negative": "-5",
    "truth": "true",
    "date": "2024-02-30",
    "excel error": "#N/A",
    "github": "::error file=a::b",
    "percent": "%0A %s {0} $(id) `id`",
    "letters": "æøåÆØÅ éü ŋđšž",
    "emoji": "👩‍👩‍👧 🇳🇴",
    "far planes": "\U00020000\U0010fffd",
    "wide": "＝１＋１",
    "right to left": "مرحبا שלום",
    "no break": "a\u00a0b",
    "long": "æ" * 40_000,
    "very long": "Ord med mellomrom. " * 20_000 + "slutt",
}
# What .csv cannot give back: the text, and the cell.
SHOWN = {
    "direction": ("\u202esnudd\u202c", "<U+202E>snudd<U+202C>"),
    "azure": ("##vso[a.b]c", "# #vso[a.b]c"),
    "line at the end": ("slutt\n", "slutt"),
}
# What only the views could ever meet: the text, its cell in .csv, and its value in .parquet.
UNREADABLE = {
    "nul": ("a\x00b", "a<U+0000>b", "a\x00b"),
    "escape": ("\x1b[31m", "<U+001B>[31m", "\x1b[31m"),
    "return": ("a\rb", "a<U+000D>b", "a\rb"),
    "next line": ("a\x85b", "a<U+0085>b", "a\x85b"),
    "line separator": ("a\u2028b\u2029", "a<U+2028>b<U+2029>", "a\u2028b\u2029"),
    "no character": ("\ufffe\uffff", "\ufffe\uffff", "\ufffe\uffff"),
    "half a character": ("a\ud800b", "a<U+D800>b", "a<U+D800>b"),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_title_comes_back_from_a_file(tmp_path: Path, form: str) -> None:
    path = tmp_path / "tiltaksoversikt.yaml"
    texts = {**READABLE, **{name: text for name, (text, _) in SHOWN.items()}}
    lines = [
        f"- id: T{number:03}\n  tittel: {json.dumps(text, ensure_ascii=False)}\n"
        for number, text in enumerate(texts.values(), 1)
    ]
    path.write_text(register_text("".join(lines)), "utf-8")
    found = [row["tittel"] for row in rows(form, export(tmp_path, form, register=path))]
    if form == "csv":
        texts |= {name: cell for name, (_, cell) in SHOWN.items()}
        found = [uncell(cell) for cell in found]
    assert dict(zip(texts, found, strict=True)) == texts


UNREADABLE_TYPED = [(text, value) for text, _, value in UNREADABLE.values()]
UNREADABLE_CELLS = [(text, cell) for text, cell, _ in UNREADABLE.values()]


@pytest.mark.parametrize(("text", "cell"), UNREADABLE_CELLS, ids=list(UNREADABLE))
def test_what_no_register_holds(text: str, cell: str) -> None:
    written = json.dumps(text)
    assert check(register_text(f"tittel: {written}\n")).errors
    assert through("csv", text) == cell
    assert through("json", text) == through("jsonl", text) == text


@pytest.mark.readers
@pytest.mark.parametrize(("text", "value"), UNREADABLE_TYPED, ids=list(UNREADABLE))
def test_what_no_register_holds_as_a_typed_value(text: str, value: str) -> None:
    assert through("parquet", text) == value


def registered() -> tuple[Register, Any]:
    loaded = check(register_text("id: T001\n"))
    assert loaded.register
    return loaded.register, loaded.plain[0]


REGISTER, PLAIN = registered()


def through(form: str, title: str) -> str:
    """A title as it comes back from a form."""
    measure = REGISTER.measures[0]._replace(title=title)
    register = REGISTER._replace(measures=(measure,))
    plain = [{**PLAIN, "tittel": title}]
    extract = Extract(
        register=register, plain=plain, measures=register.measures, day=date(2024, 1, 1)
    )
    if form == "csv":
        data = measures_csv(extract, Style())
    elif form == "parquet":
        from tiltak_cli.views.measures.parquet import measures_parquet

        data = measures_parquet(extract)
    else:
        data = (measures_json if form == "json" else measures_jsonl)(extract).encode()
    (row,) = rows(form, data)
    found = str(row["tittel"] or "")
    return uncell(found) if form == "csv" else found


ODD = st.sampled_from(
    ["=", "+", "-", "@", "'", '"', ";", ",", "\t", "\n", "\r", "\r\n", " ", "\u00a0", "\ufeff",
     "＝", "−", "0", "%", "::", "##vso[", "\u2028", "\x85", "\x00", "\x1a", "\ud800", "\\",
     "\U0001f600"]
)  # fmt: skip
TEXTS = st.lists(ODD | st.text(max_size=5) | st.sampled_from(string.printable), max_size=12).map(
    "".join
)


@given(TEXTS)
@settings(max_examples=tries(400))
def test_any_text_comes_back_from_json_and_csv(text: str) -> None:
    assert through("json", text) == through("jsonl", text) == text
    shown = re.sub(
        CONTROL,
        lambda match: "".join(f"<U+{ord(sign):04X}>" for sign in match[0]),
        text.rstrip("\n"),
    )
    assert through("csv", text) == re.sub(r"##(?=\[|vso\[)", "# #", shown)


@pytest.mark.readers
@given(TEXTS)
@settings(max_examples=tries(100))
def test_any_text_comes_back_from_parquet(text: str) -> None:
    surrogates = re.compile("[\ud800-\udfff]")
    assert through("parquet", text) == surrogates.sub(
        lambda match: f"<U+{ord(match[0]):04X}>", text
    )
