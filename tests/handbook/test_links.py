"""What the written pages point at is there: files, headings, pictures, commands and options."""

import ast
import re
import shlex
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from command import ROOT
from markdown_it import MarkdownIt
from markdown_it.token import Token
from reader import HANDBOOK, PAGES
from typer.core import TyperOption

from tiltak_cli.cli.app import make_command

CONTENTS = HANDBOOK / "README.md"
DEVELOPERS = [ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
WRITTEN = [*PAGES, ROOT / "README.md", *DEVELOPERS]
# A file or a folder, and a name that code has given to something.
A_PATH = re.compile(r"[\w.æøå-]+/[\w./æøå-]*|\w+\.(?:py|md|toml|ya?ml|html|css|json|txt)")
A_NAME = re.compile(r"[A-Z_]{4,}|[A-Z][a-z]+\.[a-z]+")
PAGE = pytest.mark.parametrize("page", WRITTEN, ids=lambda page: f"{page.parent.name}-{page.stem}")
# What is said of a command, without being one: a name in capitals, or what is to be filled in.
PROGRAM = "tiltak "
TWO_WAYS = re.compile(r"\[.*?\]|…")


@cache
def tokens(page: Path) -> list[Token]:
    return MarkdownIt().enable("table").parse(page.read_text("utf-8"))


def inside(page: Path) -> Iterator[Token]:
    """Links, pictures, words and code, in order."""
    for token in tokens(page):
        yield from token.children or ()


def anchors(page: Path) -> set[str]:
    """The headings as GitHub and GitLab name them: a second one alike gets a number."""
    seen: Counter[str] = Counter()
    found = set()
    for heading, words in zip(tokens(page), tokens(page)[1:], strict=False):
        if heading.type != "heading_open":
            continue
        text = "".join(part.content for part in words.children or ())
        name = re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")
        found.add(f"{name}-{seen[name]}" if seen[name] else name)
        seen[name] += 1
    return found


@PAGE
def test_what_is_linked_to_is_there(page: Path) -> None:
    for token in inside(page):
        target = unquote(str(token.attrGet("href") or token.attrGet("src") or ""))
        if not target or re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        path = page.parent / file if file else page
        assert path.resolve().is_relative_to(ROOT), target
        assert path.exists(), target
        assert not anchor or anchor in anchors(path), target


@PAGE
def test_a_picture_is_told_in_words(page: Path) -> None:
    assert all(len(token.content) > 30 for token in inside(page) if token.type == "image")


@PAGE
def test_headings_go_one_step_down_at_a_time(page: Path) -> None:
    levels = [int(token.tag[1]) for token in tokens(page) if token.type == "heading_open"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def blocks(page: Path) -> Iterator[list[str]]:
    """The code in each paragraph, point and row of a page, and in its blocks line by line."""
    cells: list[str] = []
    for token in tokens(page):
        if token.type in ("paragraph_open", "tr_open"):
            cells = []
        cells += [part.content for part in token.children or () if part.type == "code_inline"]
        if token.type in ("paragraph_close", "tr_close"):
            yield cells
        elif token.type == "fence":
            yield from ([line] for line in token.content.splitlines())


def paths(page: Path) -> Iterator[tuple[str, bool]]:
    """Every path that a page names, and whether it is there.

    What has no folder is in one that is named before it.
    """
    before: list[Path] = []
    for codes in blocks(page):
        here: list[Path] = []
        words = [word for code in codes for word in re.split(r"[\s>=']+", code)]
        for word in words:
            if not A_PATH.fullmatch(word) or word.startswith((".venv/", "~")):
                continue
            folders = [ROOT, ROOT / "tiltak_cli", *reversed(here), *reversed(before)]
            found = next((f / word for f in folders if (f / word).exists()), None)
            yield word, found is not None
            if found and found not in (ROOT, ROOT / "tiltak_cli"):
                here += [found if found.is_dir() else found.parent]
        before = here or before


@pytest.mark.parametrize("page", DEVELOPERS, ids=lambda page: page.stem)
def test_every_path_that_developers_are_sent_to_is_there(page: Path) -> None:
    assert [word for word, there in paths(page) if not there] == []


def test_what_is_named_in_code_is_there() -> None:
    """«`STATUS_WORDS` in `domain/synonyms.py`»: each name is in one of the files beside it."""
    for codes in blocks(ROOT / "CONTRIBUTING.md"):
        files = [ROOT / top / code for code in codes for top in ("", "tiltak_cli")]
        text = "".join(f.read_text("utf-8") for f in files if f.suffix == ".py" and f.is_file())
        names = [code for code in codes if A_NAME.fullmatch(code)]
        assert [name for name in names if text and name.partition(".")[0] not in text] == [], codes


def test_who_contributes_has_little_to_read() -> None:
    assert (ROOT / "CONTRIBUTING.md").read_text("utf-8").count("\n") < 200


def test_the_handbook_can_be_taken_in() -> None:
    assert len(PAGES) <= 20
    assert not [page.name for page in PAGES if page.read_text("utf-8").count("\n") > 300]


def test_every_page_is_in_the_contents() -> None:
    linked = {str(token.attrGet("href")) for token in inside(CONTENTS) if token.attrGet("href")}
    assert {page.name for page in PAGES} <= {CONTENTS.name, *map(unquote, linked)}


def test_the_readme_begins_with_two_commands() -> None:
    """`.ci/run` runs them as they are printed."""
    first = next(token for token in tokens(ROOT / "README.md") if token.type == "fence")
    lines = (ROOT / "README.md").read_text("utf-8").splitlines()
    assert first.content.splitlines() == [line for line in lines if line.startswith("python3 -m")]
    assert len(first.content.splitlines()) == 2


def test_every_picture_is_shown() -> None:
    shown = {
        (page.parent / str(token.attrGet("src"))).resolve()
        for page in WRITTEN
        for token in inside(page)
        if token.type == "image"
    }
    assert set((ROOT / "docs" / "bilder").glob("*.png")) == shown


@PAGE
def test_commands_in_the_text_exist(page: Path) -> None:
    everything = make_command("")
    for token in inside(page):
        if token.type == "code_inline" and token.content.startswith(PROGRAM):
            words = shlex.split(TWO_WAYS.sub("", token.content).replace("'", ""))[1:]
            assert not unknown(everything, words), token.content


@PAGE
def test_what_is_run_is_shown_with_its_answer(page: Path) -> None:
    """Blocks without answers are for what installs, and for other programs than ours."""
    for token in tokens(page):
        if page in PAGES and token.type == "fence" and token.info == "sh":
            assert not re.search(r"^(tiltak|git) ", token.content, re.MULTILINE), token.content


@pytest.mark.wide
def test_messages_that_are_explained_are_said_by_the_tool() -> None:
    """The first column of tables on what it says; «…» stands for what differs."""
    said = [text for file in (ROOT / "tiltak_cli").rglob("*.py") for text in strings(file)]
    rows = re.findall(
        r"^\| «(.*)» \| ", (HANDBOOK / "feilsøking.md").read_text("utf-8"), re.MULTILINE
    )
    assert len(rows) > 8
    for message in rows:
        parts = [part.strip(" .") for part in message.split("…") if part.strip()]
        assert any(all(part in text for part in parts) for text in said), message


def strings(file: Path) -> Iterator[str]:
    """Every text in a file of code, with a mark where something is put in."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.JoinedStr):
            yield "".join(
                str(part.value) if isinstance(part, ast.Constant) else "…" for part in node.values
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def unknown(command: Any, words: list[str]) -> list[str]:
    """The commands and options among some words that there are none of."""
    inner = getattr(command, "commands", None)
    if inner is not None and words and words[0].isalpha():
        name, *rest = words
        return unknown(inner[name], rest) if name in inner else [name]
    options = {"--help", "-h"}
    for param in command.params:
        if isinstance(param, TyperOption):
            options |= {*param.opts, *param.secondary_opts}
    given = (word.partition("=")[0] for word in words if word.startswith("-") and word != "-")
    return [option for option in given if option not in options]
