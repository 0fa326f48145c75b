"""The formats that pages show, JUnit and Markdown, read by readers of them."""

import re
from functools import lru_cache
from pathlib import Path

import pytest
from command import NEW
from junitparser import JUnitXml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from support import register_text
from test_formats import HARM, found, written

from tiltak_cli.findings import Finding, Place, Severity
from tiltak_cli.views.findings.checked import Checked
from tiltak_cli.views.findings.markdown import findings_markdown
from tiltak_cli.views.safe import one_line


def test_junit_is_read() -> None:
    suite = next(iter(JUnitXml.fromstring(written("junit").encode())))
    assert (suite.tests, suite.failures) == (len(found()), len(found()))
    for case, finding in zip(suite, found(), strict=True):
        assert case.result[0].message == finding.sentence
        assert case.name == f"{finding.code} {finding.name} {finding.measure_id}"
        assert case.classname == "examples/typiske-feil.yaml"
    clean = next(iter(JUnitXml.fromstring(written("junit", NEW).encode())))
    assert (clean.tests, clean.failures) == (1, 0)


def test_junit_names_are_unique_and_hold_no_line(tmp_path: Path) -> None:
    names = []
    for head in ("", "# én linje til\n"):
        (tmp_path / "a.yaml").write_text(head + register_text("nåd: 1\nnådd_: 2\n"), "utf-8")
        suite = next(iter(JUnitXml.fromstring(written("junit", "a.yaml", tmp_path).encode())))
        names.append([case.name for case in suite])
    assert names[0] == names[1] == ["TIL101 ukjent-felt T001", "TIL101 ukjent-felt T001 (2)"]


@lru_cache(maxsize=4)
def tokens(text: str) -> tuple[Token, ...]:
    """What a page is read as; tests look at the same one in several ways."""
    page = MarkdownIt("gfm-like", {"linkify": False}).parse(text)
    return tuple(child for token in page for child in (token, *(token.children or ())))


def shown(text: str, code: str | None = None) -> str:
    """The text of a page; what is shown as code can be replaced by something else."""
    parts = []
    for token in tokens(text):
        if token.type == "code_inline" and code is not None:
            parts.append(code)
        elif token.type != "inline":
            parts.append(token.content or " " * token.block)
    return "".join(parts)


def test_markdown_is_read() -> None:
    page = written("markdown")
    for finding in found():
        assert finding.message in shown(page)
        assert finding.remedy in shown(page)
    kinds = {token.type for token in tokens(page)}
    assert {"heading_open", "bullet_list_open", "strong_open", "em_open"} <= kinds


# What GitHub (html-pipeline) and GitLab (Banzai) look for in the finished page, outside code.
MADE_LIVE = (
    r"@[\w\"]|#\d|![\d]|&\d|[~%$^][\w\"]|\w+://|www\.|mailto:|:[\w+-]+:|GH-\d|\b[0-9a-f]{7,40}\b"
)


@pytest.mark.parametrize(
    "text",
    [HARM, "@kmd", "&#64;kmd &commat;kmd \\@kmd", "a@b.no", "mailto:a@b.no", "http://b.no/_a_",
     "WWW.a.no", "#12 kmd/a#12 GH-12 !12 &12", "~feil %2024 $12 ^alert#1 [issue:12]", ":octocat:",
     "da39a3ee5e6b4b0d3255bfef95601890afd80709", "`@kmd` ``@kmd", "`", "``a@b``", "@kmd` [a](b) `",
     "<img src=//b> <!-- -->", "[a](b) ![a](b) [a]: b [^1]", "*a* _b_ ~~c~~ $d$ a\\", "| a | b |",
     "«@kmd»@kmd", "R&D, 50 %, kl. 10:30"],
)  # fmt: skip
def test_markdown_shows_any_text_and_acts_on_none(text: str) -> None:
    place = Place("a.yaml", 1, 1, 1, 2)
    finding = Finding(
        code="TIL201",
        name="n",
        severity=Severity.ERROR,
        place=place,
        message=f"A {text} b.",
        remedy=f"{text} c.",
        measure_id="T001",
        measure_title=text,
    )
    page = findings_markdown([Checked(text, 1, (finding,), ())])
    allowed = {"heading", "bullet_list", "list_item", "paragraph", "strong", "em"}
    plain = {"inline", "text", "text_special", "code_inline"}
    for token in tokens(page):
        assert token.type in plain or token.type.rsplit("_", 1)[0] in allowed
    assert not re.search(MADE_LIVE, shown(page, code="\ufffc"), re.IGNORECASE)
    for said in (f"T001 {text}", f"A {text} b.", f"{text} c.", f"{text}: 1 feil"):
        assert one_line(said) in shown(page)


def test_markdown_tells_which_file_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(register_text("status: x\n"), "utf-8")
    assert " linje 11 i ./a.yaml " not in written("markdown", "a.yaml", tmp_path)
    assert re.search(r" linje \d+ i a\.yaml \(TIL201\)", written("markdown", ".", tmp_path))


def test_junit_with_hostile_text(tmp_path: Path) -> None:
    text = register_text(f"status: {HARM!r}\nprioritet: {HARM!r}\n")
    (tmp_path / "æ<&.yaml").write_text(text, "utf-8")
    suite = next(iter(JUnitXml.fromstring(written("junit", "æ<&.yaml", tmp_path).encode())))
    assert (suite.name, suite.failures) == ("æ<&.yaml", 2)
