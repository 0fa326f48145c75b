"""A source's files to a register with findings: reading, schema check, building, rules."""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.domain.register import Register
from tiltak_cli.domain.spelling import nearest
from tiltak_cli.findings import Finding, Severity, in_order
from tiltak_cli.rules import EVERY, file_rules, shape_rules
from tiltak_cli.rules.base import HEAD, Past
from tiltak_cli.sources.files import Refusal, Source, SourceFile
from tiltak_cli.sources.register.check import check
from tiltak_cli.sources.register.parts import Parts, collect
from tiltak_cli.sources.strategies import Plan, load_plan
from tiltak_cli.sources.yaml.decode import decode
from tiltak_cli.sources.yaml.events import Tree
from tiltak_cli.sources.yaml.naming import (
    NOTHING_NAMED,
    MeasureLines,
    Measures,
    Naming,
    measures_in,
)
from tiltak_cli.sources.yaml.places import Located, locate
from tiltak_cli.sources.yaml.reader import has_odd_texts, read_yaml

CONFLICT = file_rules.CONFLICT.code
WRITE_STRATEGY = 'Skriv «strategi: "2021-2025"», eller navnet på en strategifil.'
# Files that hold no register text at all: the command ends with exit 2, not 1.
UNREADABLE = frozenset(
    rule.code
    for rule in (
        file_rules.ENCODING,
        file_rules.EMPTY_FILE,
        file_rules.BINARY,
        file_rules.TOO_LARGE,
    )
)
# Faults that end the reading where they stand.
STOPS = frozenset(
    rule.code
    for rule in (
        file_rules.SYNTAX,
        file_rules.TAB,
        file_rules.COLON,
        file_rules.QUOTE,
        file_rules.STARTER,
        file_rules.CONFLICT,
        file_rules.INDENT,
        file_rules.BACKSLASH,
    )
)
# Faults after which more can be read in another way.
RECOVERED = STOPS | {file_rules.DOCUMENTS.code, file_rules.DUPLICATE_KEY.code}


class Loaded(NamedTuple):
    """A register as far as it could be built, and everything that is wrong with it.

    `plain` and `located` hold each measure's data as read and its place; `texts` the files' text,
    and `naming` tells which measure a place in them is in.
    """

    name: str
    register: Register | None
    findings: tuple[Finding, ...]
    plain: tuple[Any, ...] = ()
    located: tuple[Located, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    naming: Naming = NOTHING_NAMED

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that are errors."""
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)

    @property
    def readable(self) -> bool:
        """Whether every file held text."""
        return not any(finding.code in UNREADABLE for finding in self.findings)


class _Read(NamedTuple):
    """A source's files as read; `silent` are the lines of a file of which no more is to be said.

    `measures` gives the measures of each file.
    """

    findings: list[Finding]
    texts: list[tuple[str, str]]
    trees: list[tuple[str, Tree]]
    silent: dict[str, tuple[range, ...]]
    measures: dict[str, Callable[[], Measures | MeasureLines]]

    @property
    def naming(self) -> Naming:
        """Which measure a place is in."""
        return Naming(self.measures)

    def certain(self, findings: list[Finding]) -> tuple[Finding, ...]:
        """The findings in order and by measure, without those about what is in doubt already."""
        if self.silent:
            findings = [f for f in findings if f.code == CONFLICT or not self._in_doubt(f)]
        return in_order([self.naming.name(finding) for finding in findings])

    def _in_doubt(self, finding: Finding) -> bool:
        places = (finding.place, *(related.place for related in finding.related))
        return any(
            place.line in lines for place in places for lines in self.silent.get(place.file, ())
        )


def load(
    source: Source,
    report_date: date | None = None,
    past: Past | None = None,
    groups: tuple[str, ...] = EVERY,
) -> Loaded:
    """Read a register and check it whole. Overdue is judged on `report_date`, else `per_dato`.

    With a `past` it is held against that too. `groups` are the rules to ask, by the beginnings of
    their codes.
    """
    read = _Read([], [], [], {}, {})
    for file in source.files:
        _read(file, read)
    findings, texts, trees = read.findings, read.texts, read.trees
    broken = len(trees) < len(source.files)
    # What is known only in part is checked, but nothing is to be made of it.
    stopped = broken or any(finding.code in STOPS for finding in findings)
    about_parts: list[Finding] = []
    parts = collect(source.name, trees, about_parts) if trees else None
    # Where a file could not be read, what seems to be missing may stand in it.
    findings += [] if broken else about_parts
    if parts is None:
        if broken and len(source.files) > 1:
            _add_what_is_left(findings, {name for name, _ in trees})
        return Loaded(
            name=source.name,
            register=None,
            findings=read.certain(findings),
            texts=tuple(texts),
            naming=read.naming,
        )
    parts = parts._replace(complete=parts.complete and not broken)
    plan = register = None
    if parts.head.get("strategi") is None and "strategi" in parts.unread.get(HEAD, ()):
        first = next(n for n, finding in enumerate(findings) if finding.code in STOPS)
        findings[first] = _and_no_more(findings[first])
    else:
        plan = _plan(source, parts, findings)
    if plan:
        register, more = check(plan, parts, report_date, findings, past, groups)
        findings += more
    return Loaded(
        name=source.name,
        register=None if stopped else register,
        findings=read.certain(findings),
        plain=tuple(parts.measures),
        located=tuple(parts.located),
        texts=tuple(texts),
        naming=read.naming,
    )


def _read(file: SourceFile, read: _Read) -> None:
    """Read a file, and keep what it holds and what is wrong with it."""
    text = decode(file.name, file.data)
    if isinstance(text, Finding):
        read.findings.append(text)
        return
    read.texts.append((file.name, text))
    outline, recovered, tree = text, None, read_yaml(file.name, text)
    if any(finding.code in RECOVERED for finding in tree.findings):
        from tiltak_cli.sources.yaml.recovery import recover

        recovered = recover(file.name, text)
        if recovered:
            tree, outline = recovered.tree, recovered.outline
            read.silent[file.name] = recovered.silent
    as_told = tree.readable or recovered
    read.findings.extend(tree.findings if as_told else map(_and_no_more, tree.findings))
    if not tree.readable:
        read.measures[file.name] = cache(lambda: MeasureLines(outline))
        return
    read.trees.append((file.name, tree))
    written = MeasureLines(outline) if recovered else None
    read.measures[file.name] = cache(lambda: measures_in(tree.data, tree.spots(), written))
    if has_odd_texts(text, file.data):
        from tiltak_cli.sources.yaml.texts import check_texts

        read.findings.extend(check_texts(file.name, text, tree))


def _add_what_is_left(findings: list[Finding], read: set[str]) -> None:
    """Say with a file that could not be read that it may be the one that the others need."""
    first = next(n for n, f in enumerate(findings) if f.place.file not in read)
    rest = " Resten av registeret er ikke kontrollert."
    findings[first] = findings[first]._replace(remedy=findings[first].remedy + rest)


def _and_no_more(finding: Finding) -> Finding:
    if finding.code not in STOPS:
        return finding
    return finding._replace(remedy=f"{finding.remedy} Resten av filen er ikke kontrollert.")


def _plan(source: Source, parts: Parts, findings: list[Finding]) -> Plan | None:
    reference = parts.head.get("strategi")
    if reference is None:
        findings.append(_no_strategy(parts.head, parts.head_located))
        return None
    if isinstance(reference, list | dict):
        where = locate(parts.head_located, ("strategi",))
        message = "«strategi» skal være én verdi."
        findings.append(shape_rules.WRONG_TYPE.finding(where, message, WRITE_STRATEGY))
        return None
    plan = load_plan(str(reference), source.sibling)
    if isinstance(plan, Refusal):
        where = locate(parts.head_located, ("strategi",))
        findings.append(file_rules.STRATEGY.finding(where, plan.sentence, WRITE_STRATEGY))
        return None
    return plan


def _no_strategy(head: dict[str, Any], located: Located) -> Finding:
    """Missing, empty, or there under a name that is nearly right."""
    if "strategi" in head:
        where = locate(located, ("strategi",), key=True)
        return shape_rules.NO_VALUE.finding(where, "Feltet «strategi» er tomt.", WRITE_STRATEGY)
    for key in head:
        if nearest(key, ["strategi"]):
            where = locate(located, (key,), key=True)
            message = f"Feltet {quoted(key)} finnes ikke."
            return shape_rules.UNKNOWN_FIELD.finding(where, message, "Mente du «strategi»?")
    where = locate(located, ("strategi",))
    message = "Feltet «strategi» mangler i hodet."
    return shape_rules.MISSING_FIELD.finding(where, message, WRITE_STRATEGY)
