"""Text that nobody trusts: whatever a file holds, the answer is a sentence, soon, and no harm."""

import re
import unicodedata
from pathlib import Path

import pytest
from command import tiltak
from few import FEW_NEW, NEW_TEXT
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support import FILE, HEAD_LINES, THOROUGH, check, register_text, source, tries

from tiltak_cli.cli.commands.validate.output import FORMS
from tiltak_cli.domain.invisible import CURLY, bare
from tiltak_cli.edits.fixes import mend
from tiltak_cli.edits.spelling import spelled
from tiltak_cli.rules.alike_rules import AN_ID
from tiltak_cli.rules.examples import REQUIRED
from tiltak_cli.rules.text_rules import sign_first, unpaired, unwritten
from tiltak_cli.sources.register.load import load
from tiltak_cli.sources.yaml.broken.spoilt import spoilt_in
from tiltak_cli.views.findings import text as findings_text
from tiltak_cli.views.findings.checked import Checked

VALID = NEW_TEXT if THOROUGH else FEW_NEW
PROPERTY = settings(max_examples=tries(150))
BOMB = "a: &a [x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
# What takes long for it is many; in the short run it is fewer.
MANY = 3000 if THOROUGH else 500
WHOLE = {
    "alias bomb": HEAD_LINES + BOMB + "tiltak: []\n",
    "alias of itself": HEAD_LINES + "tiltak: &a [*a]\n",
    "merge key": register_text("<<: {id: T009}\n"),
    "very deep list": HEAD_LINES + "tiltak: " + "[" * 100_000,
    "very deep fields": "".join(f"{' ' * n}a:\n" for n in range(3000)),
    "very deep dashes": "- " * 50_000,
    "very long line": register_text(f"tittel: {'x' * 2_000_000}\n"),
    "very long number": register_text(f"frist: {'9' * 100_000}\n"),
    "a million colons": ":" * 1_000_000,
    "many quotes": '"' * 99_999,
    "many anchors": "&a " * 50_000,
    "many faults": HEAD_LINES + "tiltak:\n" + "  - {id: x}\n" * MANY,
    "python object": register_text("tittel: !!python/object/apply:os.system [date]\n"),
    "directive": "%YAML 9.9\n---\n" + VALID,
    "tag directive": "%TAG ! tag:a,2000:\n---\n" + VALID,
    "many documents": "---\n" * 20_000,
    "the same key many times": HEAD_LINES + "tittel: a\n" * 5000,
    "numbers as keys": HEAD_LINES + "1: 2\ntrue: 3\n: 4\n",
    "a date that is none": register_text("frist: 2024-02-30\noppdatert: 0000-00-00\n"),
    "arabic digits": register_text("id: T٠٠١\nfrist: ٢٠٢٤\n"),
    "a line break in an id": register_text('id: "T001\\n"\n'),
}


@pytest.mark.hypothesis
@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("options", [("--format", "text"), ("--format", "json"), ("--diff",)])
def test_a_whole_file_made_to_harm(tmp_path: Path, name: str, options: tuple[str, ...]) -> None:
    (tmp_path / FILE).write_text(WHOLE[name], "utf-8")
    done = tiltak("validate", *options, cwd=tmp_path)
    assert done.code in (0, 1, 2)
    assert "Traceback" not in done.err
    assert "Intern feil" not in done.err
    assert len(done.out) < 20_000_000


HARM = {
    "escape": "\x1b[31m",
    "osc": "\x1b]0;tittel\x07",
    "c1": "\x9b31m",
    "bidi": "\u202e\u2066",
    "rich": "[red]a[/red] [/x] [kmd]",
    "github": "::error file=a::b",
    "github line": "a\\n::set-output name=a::b",
    "azure": "##vso[task.setvariable variable=a]b",
    "azure group": "##[group]a",
    "html": "<script>alert(1)</script>",
    "cdata": "]]>",
    "mention": "@kmd ![a](http://b) [c](javascript:d)",
    "formula": "=HYPERLINK(1)",
    "percent": "%0A::error::a %25",
}


@pytest.mark.parametrize("form", FORMS.names)
@pytest.mark.parametrize("harm", HARM.values(), ids=list(HARM))
def test_nothing_in_a_text_is_acted_on(tmp_path: Path, form: str, harm: str) -> None:
    written = (
        '"'
        + "".join(
            f"\\u{ord(c):04x}" if unicodedata.category(c) in ("Cc", "Cf") else c for c in harm
        )
        + '"'
    )
    text = register_text(
        f"- id: T001\n  tittel: {written}\n  status: {written}\n  {written}: a\n"
        f"- id: {written}\n  tittel: B\n"
    )
    (tmp_path / FILE).write_text(text, "utf-8")
    done = tiltak("validate", "--format", form, cwd=tmp_path, FORCE_COLOR="0")
    assert done.code == 1
    assert done.err == ""
    for character in done.out:
        assert character in "\n\t" or unicodedata.category(character) not in ("Cc", "Cf"), form
    lines = done.out.splitlines()
    ours = "::" if form == "github" else "##vso[task.logissue " if form == "azure" else None
    for line in lines:
        for command in ("::", "##vso[", "##["):
            assert not line.lstrip().startswith(command) or (ours and line.startswith(ours)), line
        assert "##vso[" not in line[1:]


@pytest.mark.parametrize("name", ["a\nb.yaml", "\x1b[31m.yaml", "::error::.yaml", "-x.yaml"])
def test_a_file_with_a_hostile_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(register_text("status: x\n"), "utf-8")
    for path in (f"./{name}", "."):
        done = tiltak("validate", path, cwd=tmp_path)
        assert done.code == 1
        assert "\x1b" not in done.out
        assert not any(line.startswith("::") for line in done.out.splitlines())


# --- properties

CHUNKS = st.sampled_from(
    ["\t", "\n", "\r\n", ": ", "- ", "#", '"', "'", "[", "]", "{", "}", "&a ", "*a", "<<: ", "!x ",
     "|\n", ">-\n", "---\n", "...\n", "%YAML 1.1\n", "? ", "@", "`", "\u2028", "\x00", "\xa0", "å",
     "<<<<<<< HEAD\n", "=======\n", ">>>>>>> gren\n", "tiltak:\n", "  - id: T001\n", "~", "null"]
)  # fmt: skip
PLACES = st.integers(0, len(VALID))
SPOILT = st.lists(st.tuples(PLACES, st.integers(0, 60), CHUNKS), min_size=1, max_size=5)


def spoil(parts: list[tuple[int, int, str]]) -> str:
    text = VALID
    for place, length, chunk in parts:
        text = text[:place] + chunk + text[place + length :]
    return text


def shown(text: str | bytes) -> str:
    loaded = check(text)
    return findings_text.full([Checked(loaded.name, 0, loaded.findings, loaded.texts)])


@given(st.binary(max_size=400))
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf")
@example(b"\x85")
@PROPERTY
def test_any_bytes_give_sentences(data: bytes) -> None:
    assert shown(data).isprintable() or "\n" in shown(data)


@given(st.text(max_size=300))
@PROPERTY
def test_any_text_gives_sentences(text: str) -> None:
    assert shown(HEAD_LINES + "tiltak:\n" + text).endswith("\n")


@given(SPOILT)
@PROPERTY
def test_a_spoilt_register_gives_findings_that_stand_in_it(
    parts: list[tuple[int, int, str]],
) -> None:
    text = spoil(parts)
    lines = text.splitlines() or [""]
    for finding in check(text).findings:
        assert 1 <= finding.place.line <= len(lines) + 1
        assert finding.place.column >= 1
        assert finding.message.endswith((".", "?"))
        assert finding.remedy.endswith((".", "?"))


@given(SPOILT, st.booleans())
@settings(max_examples=tries(60))
def test_mending_twice_is_mending_once(parts: list[tuple[int, int, str]], unsafe: bool) -> None:
    here = source(spoil(parts))
    once = mend(here, load, unsafe=unsafe)
    again = mend(once.source, load, unsafe=unsafe)
    assert again.source.files == once.source.files
    assert again.done == ()


FIELD_LINES = [
    (number, line)
    for number, line in enumerate(VALID.splitlines())
    if line.startswith("    ")
    and line[4].isalpha()
    and ": " in line
    and not line.endswith((">-", ">", "|", ":"))
]
MUTATIONS = {
    "no blank": lambda line: line.replace(": ", ":", 1),
    "a letter more in the name": lambda line: line.replace(": ", "qq: ", 1),
    "a tab": lambda line: "\t" + line.lstrip(),
    # What is in quotes loses the last one; the rest gets a first one.
    "an open quote": lambda line: line[:-1] if line.endswith('"') else line.replace(": ", ': "', 1),
    "a curly brace": lambda line: line.split(": ")[0] + ": }",
    "an at sign": lambda line: line.split(": ")[0] + ": @x",
    "nothing": lambda line: line.split(": ")[0] + ":",
    "fields": lambda line: line.split(": ")[0] + ": {x: y}",
}


@given(st.sampled_from(FIELD_LINES), st.sampled_from(sorted(MUTATIONS)))
@PROPERTY
def test_one_mistake_is_found_on_its_line(where: tuple[int, str], kind: str) -> None:
    number, line = where
    lines = VALID.splitlines()
    lines[number] = MUTATIONS[kind](line)
    findings = check("\n".join(lines) + "\n").findings
    assert any(finding.place.line == number + 1 for finding in findings), lines[number]
    assert all(finding.measure_id for finding in findings)


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z"), include_characters=" :#'\"-[]{}"),
    min_size=1,
    max_size=40,
).filter(
    lambda text: (
        text == " ".join(text.split())
        and unicodedata.is_normalized("NFC", text)
        and bare(text) == text
        # Between two such a text is told of: they were meant as quotes.
        and text[0] not in CURLY
        and spoilt_in(text) is None
        # No other measure is named, which would have to exist.
        and not re.search(AN_ID, text)
        and not (unwritten(text) or unpaired(text) or sign_first(text))
    )
)


@given(
    st.lists(
        st.tuples(WORDS, WORDS), min_size=1, max_size=4, unique_by=lambda pair: pair[0].casefold()
    )
)
@PROPERTY
def test_a_valid_register_has_no_findings(texts: list[tuple[str, str]]) -> None:
    measures = []
    for number, (title, description) in enumerate(texts, 1):
        fields = {
            **REQUIRED,
            "id": f"T{number:03d}",
            "tittel": spelled(title) or "A",
            "beskrivelse": spelled(description) or "B",
        }
        measures.append("  - " + "    ".join(f"{key}: {value}\n" for key, value in fields.items()))
    assert check(f"{HEAD_LINES}tiltak:\n{''.join(measures)}").findings == ()
