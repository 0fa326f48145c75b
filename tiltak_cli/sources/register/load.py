"""A source's files to a register with findings: reading, schema check, building, rules."""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

from tiltak_cli.domain.deadline import parse_day
from tiltak_cli.domain.register import Register
from tiltak_cli.findings import Finding, Severity, in_order
from tiltak_cli.rules import EVERY, file_rules
from tiltak_cli.rules.base import HEAD, Past
from tiltak_cli.sources.files import Refusal, Source, SourceFile
from tiltak_cli.sources.register.check import check
from tiltak_cli.sources.register.parts import Parts, collect
from tiltak_cli.sources.strategies import Plan, load_plan
from tiltak_cli.sources.yaml.decode import Decoded, decode_with_faults
from tiltak_cli.sources.yaml.events import Tree
from tiltak_cli.sources.yaml.naming import (
    NOTHING_NAMED,
    MeasureLines,
    Measures,
    Naming,
    measures_in,
)
from tiltak_cli.sources.yaml.places import Located, may_be_level
from tiltak_cli.sources.yaml.reader import has_odd_texts, read_yaml

CONFLICT = file_rules.CONFLICT.code
# What is wrong with all of a file, wherever it shows first.
OF_FILES = frozenset((file_rules.ENCODING.code,))
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
EMPTY_PART = "Slett filen, eller hent innholdet tilbake fra git."


class Hidden(NamedTuple):
    """How many findings are not among those that count, and why.

    They are known from the baseline, accepted by a comment, of rules that were not chosen, of
    measures that have not changed, or of those that others have a role in.
    """

    known: int = 0
    accepted: int = 0
    unchosen: int = 0
    unchanged: int = 0
    others: int = 0


NOTHING_HIDDEN = Hidden()


class Loaded(NamedTuple):
    """A register as far as it could be built, and everything that is wrong with it.

    `plain` and `located` hold each measure's data as read and its place; `texts` the files' text,
    and `naming` tells which measure a place in them is in. `hidden` counts what was found besides.
    `partial` is the register also where some of its text could not be read, if all of its measures
    are known by their ids; `unread` are the positions of those that are not known in full, and
    `dated` says whether its own date is known.
    """

    name: str
    register: Register | None
    findings: tuple[Finding, ...]
    plain: tuple[Any, ...] = ()
    located: tuple[Located, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()
    naming: Naming = NOTHING_NAMED
    hidden: Hidden = NOTHING_HIDDEN
    partial: Register | None = None
    unread: frozenset[int] = frozenset()
    dated: bool = True

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that are errors."""
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)

    @property
    def readable(self) -> bool:
        """Whether every file held text."""
        return not any(finding.code in UNREADABLE for finding in self.findings)

    def first_of(self, findings: Sequence[Finding]) -> Finding:
        """The one of some findings to tell of first: what keeps a file from being read, if any."""
        return min(findings or self.findings, key=lambda f: f.code not in UNREADABLE)


class _Reading(NamedTuple):
    """A source's files as read.

    `findings` are about what could be read, and `odd` about signs in the texts that none should
    hold. `texts` are the files' texts by name. `silent` are the lines of a file of which no more is
    to be said, and `measures` gives the measures of each file.
    """

    findings: list[Finding]
    odd: list[Finding]
    trees: list[tuple[str, Tree]]
    texts: dict[str, Decoded]
    silent: dict[str, tuple[range, ...]]
    measures: dict[str, Callable[[], Measures | MeasureLines]]

    @property
    def naming(self) -> Naming:
        """Which measure a place is in."""
        return Naming(self.measures)

    @property
    def written(self) -> tuple[tuple[str, str], ...]:
        """The name and text of each file, as it stands."""
        return tuple((name, decoded.written) for name, decoded in self.texts.items())

    @property
    def partly(self) -> bool:
        """Whether something in the files could not be read."""
        return bool(self.odd) or any(finding.code in STOPS for finding in self.findings)

    def certain(self, findings: list[Finding]) -> tuple[Finding, ...]:
        """The findings in order and by measure, without those about what is in doubt already."""
        doubt = {name: frozenset(chain(*rows)) for name, rows in self.silent.items()}
        if doubt:
            findings = [f for f in findings if f.code == CONFLICT or not _in_doubt(f, doubt)]
        named = map(self.naming.name, findings)
        # A field's name with spoilt letters is that measure's, though the file is to be saved anew.
        odd = (
            f if f.code in OF_FILES and not _in_doubt(f, doubt) else self.naming.name(f)
            for f in self.odd
        )
        return in_order([*map(self._as_written, named), *odd])

    def _as_written(self, finding: Finding) -> Finding:
        """A finding at its place in the text as it stands."""
        if not self.odd or finding.place.file not in self.texts:
            return finding
        related = tuple(
            other._replace(place=self.texts[other.place.file].place(other.place))
            for other in finding.related
        )
        place = self.texts[finding.place.file].place(finding.place)
        return finding._replace(place=place, related=related)


def _in_doubt(finding: Finding, lines: Mapping[str, AbstractSet[int]]) -> bool:
    places = (finding.place, *(related.place for related in finding.related))
    return any(place.line in lines.get(place.file, ()) for place in places)


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
    reading = _Reading(findings=[], odd=[], trees=[], texts={}, silent={}, measures={})
    for file in source.files:
        _read(file, reading)
    findings, trees = reading.findings, reading.trees
    broken = len(trees) < len(source.files)
    # What is known only in part is checked, but nothing is to be made of it.
    stopped = broken or reading.partly
    about_parts: list[Finding] = []
    parts = collect(source.name, trees, about_parts) if trees else None
    two_heads = any(f.code == file_rules.TWO_HEADS.code for f in about_parts)
    # Where a file could not be read, what seems to be missing may stand in it.
    findings += [] if broken else about_parts
    if len(source.files) > 1:
        findings[:] = map(_of_a_part, findings)
    if parts is None:
        return Loaded(
            name=source.name,
            register=None,
            findings=reading.certain(findings),
            texts=reading.written,
            naming=reading.naming,
        )
    parts = parts._replace(complete=parts.complete and not broken)
    plan = strategy = _plan(source, parts)
    if not isinstance(plan, Plan):
        from tiltak_cli.sources.register.unknown import without_strategy

        read = frozenset(name for name, _ in trees)
        strategy, plan, parts = without_strategy(source, parts, plan, findings, read)
    register, more = check(plan, parts, report_date, findings, past, groups)
    if more:
        from tiltak_cli.sources.register.swallowed import with_swallowed
        from tiltak_cli.sources.yaml.dashes import with_dashes

        more = with_swallowed(with_dashes(more, reading.written), reading.written)
    findings += more
    known = strategy is not None and not broken and not two_heads
    return Loaded(
        name=source.name,
        register=register if known and not stopped else None,
        findings=reading.certain(findings),
        plain=tuple(parts.measures),
        located=tuple(parts.located),
        texts=reading.written,
        naming=reading.naming,
        partial=register if known and parts.complete else None,
        unread=frozenset(index for index in parts.unread if index != HEAD),
        dated=parse_day(str(parts.head.get("per_dato"))) is not None,
    )


def _plan(source: Source, parts: Parts) -> Plan | Refusal | None:
    """The strategy that the head names; None where it names none."""
    reference = parts.head.get("strategi")
    if not isinstance(reference, str | int):
        return None
    return load_plan(str(reference), source.sibling, above=source.is_folder)


def _read(file: SourceFile, reading: _Reading) -> None:
    """Read a file, and keep what it holds and what is wrong with it."""
    decoded = decode_with_faults(file.name, file.data)
    if isinstance(decoded, Finding):
        reading.findings.append(decoded)
        return
    tree = file.tree or read_yaml(file.name, decoded.text)
    if any(finding.code == file_rules.BINARY.code for finding in tree.findings):
        again = decode_with_faults(file.name, file.data, every=True)
        decoded = decoded if isinstance(again, Finding) else again
        tree = read_yaml(file.name, decoded.text)
    reading.texts[file.name] = decoded
    reading.odd.extend(decoded.findings)
    text, recovered = decoded.text, None
    outline = text
    faulty = any(finding.code in RECOVERED for finding in tree.findings)
    if faulty or may_be_level(tree.data):
        from tiltak_cli.sources.yaml.broken.strange import other_text
        from tiltak_cli.sources.yaml.recovery import recover

        recovered = recover(file.name, text)
        if faulty and not recovered:
            tree = other_text(file.name, text) or tree
        if recovered and not faulty and not recovered.tree.findings:
            recovered = None
        if recovered:
            tree, outline = recovered.tree, recovered.outline
    silent = (*decoded.silent, *(recovered.silent if recovered else ()))
    if silent:
        reading.silent[file.name] = silent
    as_told = tree.readable or recovered
    reading.findings.extend(tree.findings if as_told else map(_and_no_more, tree.findings))
    if not tree.readable:
        reading.measures[file.name] = cache(lambda: MeasureLines(outline))
        return
    reading.trees.append((file.name, tree))
    written = MeasureLines(outline) if recovered else None
    reading.measures[file.name] = cache(lambda: measures_in(tree.data, tree.spots(), written))
    if has_odd_texts(text, file.data):
        from tiltak_cli.sources.yaml.texts import check_texts

        reading.findings.extend(check_texts(file.name, text, tree))


def _of_a_part(finding: Finding) -> Finding:
    """Among several files an empty one need not be a register."""
    empty = finding.code == file_rules.EMPTY_FILE.code
    return finding._replace(remedy=EMPTY_PART) if empty else finding


def _and_no_more(finding: Finding) -> Finding:
    if finding.code not in STOPS:
        return finding
    return finding._replace(remedy=f"{finding.remedy} Resten av filen er ikke kontrollert.")
