"""Mending a register: the fixes that findings carry, each tried on a copy before it counts.

A fix is done only where the register is better for it: its finding is gone, no other has come, and
no measure, value or comment is lost.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from tiltak_cli.edits.apply import Key, apart, applied, key_of
from tiltak_cli.edits.better import About, Harm, Places, harm
from tiltak_cli.findings import Finding, Fix
from tiltak_cli.sources.files import Source
from tiltak_cli.sources.register.load import Loaded

# One mend may uncover another; a register that is still changing after so many is left there.
ROUNDS = 10
# What a fix uncovers may have a fix of its own, and that too.
DEEP = 3
# So much of what a fix leads to is told with its advice.
MOST_TOLD = 2
VALUE_LOST = "En verdi ville blitt borte. Rett det for hånd."
NEW_FINDING = "Rettingen ville gitt et nytt funn:"
ALSO = "Rett da også dette:"
Check = Callable[[Source], Loaded]


class Mended(NamedTuple):
    """A register as it is with its fixes done: what was mended, and what could not be.

    `source` holds the new bytes of every file; `loaded` is what is found in it now.
    """

    source: Source
    loaded: Loaded
    done: tuple[Finding, ...]
    refused: tuple[tuple[Finding, str], ...]


class _Tried(NamedTuple):
    """A copy of a register with some fixes in it."""

    source: Source
    loaded: Loaded
    done: list[Finding]


def mend(source: Source, check: Check, *, unsafe: bool = False) -> Mended:
    """Do the safe fixes of a register, and with `unsafe` the guesses too, without writing.

    `check` reads a source and gives the findings that count.
    """
    mending = _Mending(source, check(source), check)
    mending.go_on(unsafe=False)
    if unsafe:
        mending.go_on(unsafe=True)
    return mending.result()


def vetted(source: Source, loaded: Loaded, check: Check) -> Loaded:
    """What is found in a register, with those fixes only that would be done.

    What a fix leads to besides, or would lead to, is said with its advice.
    """
    if not any(finding.fix for finding in loaded.findings):
        return loaded
    mending = _Mending(source, loaded, check)
    mending.go_on(unsafe=False)
    unsure = mending.left()
    mending.go_on(unsafe=True)
    never = mending.left()
    findings = []
    # What is told of the same measure anyway is nothing besides.
    listed = {(finding.measure_id, finding.message) for finding in loaded.findings}
    for finding in loaded.findings:
        key, fix = key_of(finding), finding.fix
        if fix and key in unsure:
            fix = None if key in never else fix._replace(safe=False)
        besides = (
            new
            for new in mending.uncovered.get(key, ())
            if (new.measure_id, new.message) not in listed
        )
        remedy = _with(finding.remedy, besides)
        findings.append(finding._replace(fix=fix, remedy=remedy))
    return loaded._replace(findings=tuple(findings))


def _with(remedy: str, new: Iterable[Finding]) -> str:
    """An advice with what must be put right besides."""
    messages = list(dict.fromkeys(finding.message for finding in new))
    if not messages:
        return remedy
    more = len(messages) - MOST_TOLD
    rest = [f"Og {more} til."] if more > 0 else []
    return " ".join((remedy, ALSO, *messages[:MOST_TOLD], *rest))


class _Mending:
    """A register on its way to being mended."""

    def __init__(self, source: Source, loaded: Loaded, check: Check) -> None:
        self._source, self._loaded, self._check = source, loaded, check
        self._unsafe = False
        self._done: list[tuple[Finding, About]] = []
        # Why a fix is not done; and of those that did harm, what to, and how much was done by then.
        self._refused: dict[Key, str] = {}
        self._harmful: dict[Key, tuple[About, int]] = {}
        # What a fix led to, or would lead to.
        self.uncovered: dict[Key, tuple[Finding, ...]] = {}

    def go_on(self, *, unsafe: bool) -> None:
        """Do fixes until none is left that can be done."""
        self._unsafe = unsafe
        for _ in range(ROUNDS):
            before = len(self._done), len(self._refused)
            wanted = [finding for finding in self._loaded.findings if self._may(finding)]
            # Lines are told by their numbers, which other fixes may change.
            of_lines = [finding for finding in wanted if not isinstance(finding.fix, Fix)]
            self._try(of_lines or apart(wanted))
            # What waits behind a fix that cannot be done may be done all the same.
            still = before == (len(self._done), len(self._refused))
            if still and not self._forget(self._worth_another_try()):
                return

    def left(self) -> set[Key]:
        """The fixes that have not been done."""
        return {key_of(finding) for finding in self._loaded.findings if finding.fix}

    def result(self) -> Mended:
        """The register as it is now."""
        left = ((f, self._refused.get(key_of(f), "")) for f in self._loaded.findings if f.fix)
        return Mended(
            source=self._source,
            loaded=self._loaded,
            done=tuple(finding for finding, _ in self._done),
            refused=tuple((finding, why) for finding, why in left if why),
        )

    def _may(self, finding: Finding) -> bool:
        fix = finding.fix
        return bool(fix and (fix.safe or self._unsafe) and key_of(finding) not in self._refused)

    def _worth_another_try(self) -> list[Key]:
        """The fixes that did harm to a measure in which something has been mended since."""
        return [
            key
            for key, (about, number) in self._harmful.items()
            if any(about == other for _, other in self._done[number:])
        ]

    def _forget(self, keys: Iterable[Key]) -> bool:
        """Let some fixes be tried again; false where there are none."""
        again = list(keys)
        for key in again:
            del self._refused[key], self._harmful[key]
        return bool(again)

    def _try(self, wanted: list[Finding]) -> None:
        """Do some fixes all at once; where that does harm, fewer at a time."""
        source, chosen, faults = applied(self._source, wanted)
        self._refused |= {key_of(finding): why for finding, why in faults}
        if source.files == self._source.files:
            return
        tried = _Tried(source, self._check(source), chosen)
        first = harm(self._loaded, tried.loaded, chosen)
        tried, worse = self._follow(tried, first, chosen)
        places = Places(self._loaded)
        if worse.where:
            self._fewer(chosen, worse, places)
            return
        self._uncover(chosen, first, places)
        self._done += [(finding, places.of(finding)) for finding in tried.done]
        self._source, self._loaded = tried.source, tried.loaded

    def _follow(self, tried: _Tried, worse: Harm, chosen: list[Finding]) -> tuple[_Tried, Harm]:
        """Mend what has come of some fixes, and what comes of that."""
        for _ in range(DEEP):
            new = apart(finding for _, finding in worse.new if self._may(finding))
            source, more, _ = applied(tried.source, new)
            if not more:
                break
            step = tried.loaded
            tried = _Tried(source, self._check(source), [*tried.done, *more])
            worse = harm(self._loaded, tried.loaded, chosen, step)
        return tried, worse

    def _fewer(self, chosen: list[Finding], worse: Harm, places: Places) -> None:
        """Of fixes that together do harm, do those that do none.

        They are parted, and each part is tried: both hold something, so both are smaller, and at
        last there is one fix alone, or one for each measure that is worse.
        """
        fixes: dict[Key, list[Finding]] = {}
        for finding in chosen:
            fixes.setdefault(key_of(finding), []).append(finding)
        about = {key: places.of(group[0]) for key, group in fixes.items()}
        blamed = [key for key in fixes if about[key] in worse.where]
        # What came where something was mended came of that.
        lines = {(where, new.place.line) for where, new in worse.new}
        blamed = [k for k in blamed if (about[k], fixes[k][0].place.line) in lines] or blamed
        others = fixes.keys() - blamed
        firsts = {about[key]: key for key in reversed(fixes)}.values()
        rest = fixes.keys() - firsts
        parts: tuple[Iterable[Key], Iterable[Key]]
        if blamed and others:
            parts = others, blamed
        elif rest:
            parts = firsts, rest
        elif blamed or len(fixes) == 1:
            self._refuse(chosen, worse, places)
            return
        else:
            ordered, half = list(fixes), len(fixes) // 2
            parts = ordered[:half], ordered[half:]
        for part in parts:
            keys = frozenset(part)
            self._try([finding for finding in chosen if key_of(finding) in keys])

    def _refuse(self, chosen: list[Finding], worse: Harm, places: Places) -> None:
        self._uncover(chosen, worse, places)
        for finding in chosen:
            key = key_of(finding)
            new = self.uncovered.get(key, ())
            self._refused[key] = f"{NEW_FINDING} {new[0].message}" if new else VALUE_LOST
            self._harmful[key] = places.of(finding), len(self._done)

    def _uncover(self, chosen: list[Finding], worse: Harm, places: Places) -> None:
        """Keep what fixes lead to: of what they are about, or all where that is nothing."""
        by_about: dict[About, list[Finding]] = {}
        for about, new in worse.new:
            by_about.setdefault(about, []).append(new)
        everything = [new for _, new in worse.new] if len(chosen) == 1 else []
        for finding in chosen:
            if findings := by_about.get(places.of(finding), everything):
                self.uncovered[key_of(finding)] = tuple(findings)
