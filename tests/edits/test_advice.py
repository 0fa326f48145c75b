"""Every advice that says exactly what to write is followed, and the register is better for it."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from advice import ALSO, followed
from command import DATA, EXAMPLES
from hypothesis import given, settings
from hypothesis import strategies as st
from support import HEAD_LINES, register_text, source, spread, tries

from tiltak_cli.edits.fixes import vetted
from tiltak_cli.findings import Finding
from tiltak_cli.rules import RULES
from tiltak_cli.rules.base import Past
from tiltak_cli.rules.examples import BEFORE, FILE, REQUIRED, edge_as_example, example_files
from tiltak_cli.rules.within_rules import IN_TEXT
from tiltak_cli.sources.files import Source, SourceFile
from tiltak_cli.sources.register.gallery import example_source
from tiltak_cli.sources.register.load import STOPS, Loaded, load
from tiltak_cli.sources.yaml.careful import read_with_places
from tiltak_cli.sources.yaml.order import comments

# Where what was a comment becomes the text that it was meant to be.
TEXT_OF_A_COMMENT = ("TIL601", "TIL104", "TIL103", "TIL001")
MESSAGES = DATA / "meldinger"


def examples() -> Iterator[tuple[str, dict[str, str]]]:
    """The files of every rule's examples, those on its edges too."""
    for rule in RULES:
        for number, each in enumerate((rule, *(edge_as_example(rule, e) for e in rule.edges))):
            if files := example_files(each):
                yield f"{rule.code} {number}", files


def written(name: str) -> list[str]:
    """What is written in the messages that are kept."""
    blocks = (MESSAGES / name).read_text("utf-8").rstrip("\n").split("\n\n")
    return [re.split(r"\n    [0-9]", block)[0] for block in blocks]


def of_the_head(line: str) -> str:
    head = {each.partition(":")[0]: each for each in HEAD_LINES.splitlines()}
    head[line.partition(":")[0]] = line
    return "".join(f"{each}\n" for each in head.values()) + "tiltak: []\n"


def of_the_file(line: str) -> str:
    if line.startswith("-"):
        return register_text("").replace("- id: T001", line)
    above = "- id: T001\n" + "  tittel: Felles mal\n" * (not line.startswith("tittel"))
    # What the line is about does not stand below it as well.
    name = re.split(r"\W", line)[0]
    twin = f"  {name}: {REQUIRED.get(name)}\n"
    return register_text(f"{above}  {line}\n").replace(twin, "")


LINES = [line for line in written("tiltak.txt") if not line.startswith("-")]
TEXTS = [
    *((f"tiltak {line!r}", register_text(f"{line}\n")) for line in LINES),
    *((f"hode {line!r}", of_the_head(line)) for line in written("hode.txt")),
    *((f"fil {line!r}", of_the_file(line)) for line in written("fil.txt")),
    *((path.name, path.read_text("utf-8")) for path in sorted(EXAMPLES.glob("*.yaml"))),
]
FILES = [pytest.param(files, id=name) for name, files in examples()]
FILES += [pytest.param({FILE: text}, id=name) for name, text in TEXTS]


class Checked:
    """A register with the past that it is held against, and how it is checked."""

    def __init__(self, files: dict[str, str]) -> None:
        before = files.get(BEFORE)
        self.past = Past(load(source(before)).register, BEFORE) if before else None
        self.source = example_source(files)

    def check(self, given: Source) -> Loaded:
        return load(given, past=self.past)


def is_better(checked: Checked, finding: Finding, before: Loaded) -> bool:
    """Follow a finding's advice, where it says exactly what to write; false where it does not."""
    here = checked.source
    file = next((file for file in here.files if file.name == finding.place.file), None)
    text = file.data.decode("utf-8", "surrogateescape") if file else ""
    new = followed(text, finding) if file else None
    if new is None:
        return False
    files = tuple(
        SourceFile(each.name, new.encode()) if each is file else each for each in here.files
    )
    after = checked.check(here._replace(files=files))
    told = f"\n{finding.remedy}\n{new}"
    left = Counter(f.code for f in before.findings) - Counter([finding.code])
    more = Counter(f.code for f in after.findings) - left
    said = finding.remedy.partition(ALSO)[2]
    if finding.code in STOPS:
        # What could not be read could not be judged either.
        more = Counter({code: number for code, number in more.items() if code in STOPS})
        said = ""
    assert sum(more.values()) == len([f for f in after.findings if f.message in said]), told
    assert len(after.plain) >= len(before.plain), told
    changed = "\n".join(set(text.split("\n")) - set(new.split("\n"))).lower()
    lost = Counter(leaves(before.plain)) - Counter(leaves(after.plain))
    still = set(leaves(after.plain))
    if finding.code == IN_TEXT.code:
        # What is a field again was the end of a text, which is there without it.
        parts = tuple(filter(None, map(str.strip, still)))
        lost = Counter(leaf for leaf in lost if not leaf.startswith(parts))
    assert all(leaf in changed or leaf in still for leaf in lost), (lost, told)
    trees = [read_with_places("", each) for each in (text, new)]
    if finding.code not in TEXT_OF_A_COMMENT and all(tree.readable for tree in trees):
        then, now = (comments(t, tree.spots()) for t, tree in zip((text, new), trees, strict=True))
        assert then == now, told
    return True


def leaves(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, list | tuple):
        for item in data:
            yield from leaves(item)
    else:
        yield "" if data is None else str(data).lower()


@spread("files", FILES, 72)
def test_who_does_what_is_advised_is_better_off(files: dict[str, str]) -> None:
    checked = Checked(files)
    before = vetted(checked.source, checked.check(checked.source), checked.check)
    for finding in before.findings:
        is_better(checked, finding, before)


@pytest.mark.wide
def test_most_advice_is_followed() -> None:
    """The table of forms is no sieve: of these, so many are followed."""
    number = 0
    for _, text in TEXTS[:60]:
        checked = Checked({FILE: text})
        before = vetted(checked.source, checked.check(checked.source), checked.check)
        number += sum(is_better(checked, finding, before) for finding in before.findings)
    assert number >= 30


def key(line: str) -> str:
    return line.partition(":")[0]


@pytest.mark.wide
@given(st.lists(st.sampled_from(LINES), min_size=2, max_size=4, unique_by=key))
@settings(max_examples=tries(160))
def test_several_faults_at_once(lines: list[str]) -> None:
    checked = Checked({FILE: register_text("".join(f"{line}\n" for line in lines))})
    before = vetted(checked.source, checked.check(checked.source), checked.check)
    for finding in before.findings:
        is_better(checked, finding, before)


@spread("rule", [rule for rule in RULES if rule.bad], 8, ids=lambda rule: rule.code)
def test_the_manual_promises_no_other_fix_than_what_is_done(rule: Any) -> None:
    checked = Checked(example_files(rule))
    found = checked.check(checked.source)
    assert vetted(checked.source, found, checked.check).findings == found.findings
