"""The gallery: for every rule a folder with the fault, its good twin, and what is said of it.

TILTAK_UPDATE=1 writes the files anew from the rules' examples.
"""

import os
import shutil
from pathlib import Path

import pytest
from command import ROOT, current, tiltak
from test_rules import SHOWN_OTHERWISE

from tiltak_cli.rules import RULES, rule_by_code
from tiltak_cli.rules.base import Rule
from tiltak_cli.rules.examples import BEFORE, example_files

GALLERY = ROOT / "docs" / "gallery"
SHOWN = [rule for rule in RULES if rule.code not in SHOWN_OTHERWISE]
UPDATE = bool(os.environ.get("TILTAK_UPDATE"))


def written(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode("utf-8", "surrogateescape")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode("utf-8", "surrogateescape"))


def test_every_rule_has_its_folder() -> None:
    if UPDATE:
        shutil.rmtree(GALLERY, ignore_errors=True)
        for rule in SHOWN:
            write(GALLERY / rule.code / "galt", example_files(rule))
            write(GALLERY / rule.code / "rett", example_files(rule, good=True))
            (GALLERY / rule.code / "funn.txt").write_text(said(rule, "galt"), "utf-8", newline="\n")
    kept = sorted(path.name for path in GALLERY.iterdir())
    anew = (
        "write it anew: TILTAK_UPDATE=1 .venv/bin/python -m pytest tests/validate/test_gallery.py"
    )
    assert kept == sorted(rule.code for rule in SHOWN), anew


FOLDERS = sorted(path.name for path in GALLERY.iterdir()) if GALLERY.is_dir() else []


def said(rule: Rule, which: str) -> str:
    """What the installed command says in one of a rule's two folders."""
    folder = GALLERY / rule.code / which
    against = ["--against", BEFORE] if (folder / BEFORE).exists() else []
    done = tiltak("validate", *against, cwd=folder)
    assert (done.code > 0) == (which == "galt")
    assert done.err == ""
    return done.out


@pytest.mark.parametrize("code", FOLDERS)
def test_what_is_said_of_the_fault_and_of_its_good_twin(code: str) -> None:
    rule = rule_by_code(code)
    assert rule is not None
    assert written(GALLERY / code / "galt") == example_files(rule)
    assert written(GALLERY / code / "rett") == example_files(rule, good=True)
    out = said(rule, "galt")
    current(GALLERY / code / "funn.txt", out)
    assert out.count(f" {rule.code} {rule.name}\n") == 1
    # The good twin of a comment that accepts a finding has that finding.
    nothing = (" tiltak, ingen funn.\n", " tiltak, ingen andre funn (1 godtatt).\n")
    assert said(rule, "rett").endswith(nothing)


def test_the_page_of_rules_is_current() -> None:
    page = tiltak("explain", "--format", "markdown").out
    current(ROOT / "docs" / "rules.md", page)
    assert all(f"\n### {rule.code} {rule.name}\n" in page for rule in RULES)
