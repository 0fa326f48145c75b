"""Whether a register is better after a change: what was to go is gone, and nothing else has come.

Two findings are the same one when they are of the same rule about the same measure: a message may
hold a value that has changed, and a line may have moved.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from tiltak_cli.findings import Finding
from tiltak_cli.rules.base import HEAD
from tiltak_cli.sources.register.load import Loaded
from tiltak_cli.sources.yaml.places import Located, Spot

# What is said of the check itself says nothing of the register.
OF_THE_CHECK = "TIL8"


class About(NamedTuple):
    """What a finding is about: a file, and a measure's position in the register, or the head's."""

    file: str
    position: int


class Harm(NamedTuple):
    """What a change has made worse: findings that were not there, by what they are about.

    `lost` are the measures, or the head, in which a value is gone.
    """

    new: tuple[tuple[About, Finding], ...] = ()
    lost: frozenset[About] = frozenset()

    @property
    def where(self) -> frozenset[About]:
        """All that is worse. What can be mended in turn is on its way to being better."""
        return self.lost | {about for about, finding in self.new if finding.fix is None}


class Places:
    """Tells what each finding of a register is about, by where it stands."""

    def __init__(self, loaded: Loaded) -> None:
        self._starts: defaultdict[str, list[int]] = defaultdict(list)
        self._positions: defaultdict[str, list[int]] = defaultdict(list)
        for position, located in enumerate(loaded.located):
            self._starts[located.file].append(_first_line(located))
            self._positions[located.file].append(position)

    def of(self, finding: Finding) -> About:
        """The file, and the measure whose first line is nearest above the finding's."""
        file = finding.place.file
        near = bisect_right(self._starts[file], finding.place.line)
        return About(file, self._positions[file][near - 1] if near else HEAD)


def harm(
    before: Loaded, after: Loaded, mended: Sequence[Finding], step: Loaded | None = None
) -> Harm:
    """What is worse in a register after the fixes of some of its findings.

    `step` is what it was right before, where there have been more changes than one.
    """
    if lost := _lost(step or before, after):
        return Harm(lost=frozenset(lost))
    findings = [f for f in after.findings if not f.code.startswith(OF_THE_CHECK)]
    if not findings:
        return Harm()
    then, now = Places(before), Places(after)
    gone = Counter((f.code, then.of(f)) for f in mended)
    left = Counter((f.code, then.of(f)) for f in before.findings) - gone
    known = {(f.code, then.of(f), f.message) for f in before.findings}
    more = Counter((f.code, now.of(f)) for f in findings) - left
    # Of two by the same rule, the one that was not told before is the new one.
    findings.sort(key=lambda f: (f.code, now.of(f), f.message) in known)
    new = []
    for finding in findings:
        about = now.of(finding)
        if more[finding.code, about] > 0:
            more[finding.code, about] -= 1
            new.append((about, finding))
    return Harm(tuple(new))


def _lost(before: Loaded, after: Loaded) -> set[About]:
    """The measures in which something is gone, or the head where a measure is."""
    if len(after.plain) < len(before.plain):
        return {About(before.name, HEAD)}
    files = [located.file for located in before.located]
    pairs = zip(before.plain, after.plain, strict=False)
    return {
        About(files[position], position)
        for position, (old, new) in enumerate(pairs)
        if old != new and _loses(old, new, set(_leaves(new)))
    }


def _loses(old: Any, new: Any, still: set[str]) -> bool:
    """Whether what stands somewhere has become less, and is not among what is still there."""
    if isinstance(old, dict):
        if not isinstance(new, dict) or len(new) < len(old):
            return True
        return any(_loses(value, new[key], still) for key, value in old.items() if key in new)
    if isinstance(old, list):
        items = new if isinstance(new, list) else [new]
        if len(items) < len(old):
            kept = [repr(item) for item in items]
            gone = [item for item in old if repr(item) not in kept]
            return not all(leaf in still for item in gone for leaf in _leaves(item))
        return any(_loses(*pair, still) for pair in zip(old, items, strict=False))
    return old is not None and new is None


def _leaves(data: Any) -> Iterator[str]:
    """Every single value in plain data, as text."""
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, list):
        for item in data:
            yield from _leaves(item)
    else:
        yield repr(data)


def _first_line(located: Located) -> int:
    """The line, from 1, where a part begins."""
    event = located.spots()
    for step in located.prefix:
        child = event.children[step]
        event = child[1] if isinstance(event.children, dict) else child
    event = event.start if isinstance(event, Spot) else event
    return int(event.start_mark.line) + 1
