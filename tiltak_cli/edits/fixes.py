"""Mending a register: the fixes that findings carry, put through the door until none is left."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from tiltak_cli.edits.door import EditError, edit
from tiltak_cli.edits.operations import Operation, Rename, Set
from tiltak_cli.findings import Finding, Fix
from tiltak_cli.sources.files import Source, SourceFile
from tiltak_cli.sources.register.load import Loaded
from tiltak_cli.sources.yaml.decode import BOM

# One mend may uncover another; a register that is still changing after so many is left there.
ROUNDS = 10
Check = Callable[[Source], Loaded]
Way = tuple[str | int, ...]


class Mended(NamedTuple):
    """A register as it is with its fixes done: what was mended, and what could not be.

    `source` holds the new bytes of every file; `loaded` is what is found in it now.
    """

    source: Source
    loaded: Loaded
    done: tuple[Finding, ...]
    refused: tuple[tuple[Finding, str], ...]


def mend(source: Source, check: Check, *, unsafe: bool = False) -> Mended:
    """Do the safe fixes of a register, and with `unsafe` the guesses too, without writing.

    `check` reads a source and gives the findings that count.
    """
    mended = Mended(source, check(source), (), ())
    for _ in range(ROUNDS):
        before, mended = mended, _further(mended, check, unsafe=unsafe)
        if mended == before:
            return mended
    return mended


def _further(so_far: Mended, check: Check, *, unsafe: bool) -> Mended:
    """One round more. What is refused is not tried again, for what waits behind it can be done."""
    refused = {_key(finding): why for finding, why in so_far.refused}
    wanted = [
        finding
        for finding in so_far.loaded.findings
        if finding.fix and (finding.fix.safe or unsafe) and _key(finding) not in refused
    ]
    files: list[SourceFile] = []
    done = list(so_far.done)
    for file in so_far.source.files:
        findings = _apart([f for f in wanted if f.place.file == file.name])
        mended, faults = _mended(file, findings)
        files.append(mended)
        refused |= {_key(finding): why for finding, why in faults}
        if mended != file:
            done += [finding for finding in findings if _key(finding) not in refused]
    source = so_far.source._replace(files=tuple(files))
    loaded = so_far.loaded if source.files == so_far.source.files else check(source)
    still = ((finding, refused.get(_key(finding))) for finding in loaded.findings)
    return Mended(source, loaded, tuple(done), tuple((f, why) for f, why in still if why))


def _key(finding: Finding) -> tuple[str, str]:
    return finding.place.file, repr(finding.fix)


def _apart(findings: Iterable[Finding]) -> list[Finding]:
    """The findings whose fixes do not meddle with each other: the rest waits for the next round."""
    taken: dict[Way, Fix] = {}
    above_taken: set[Way] = set()
    chosen: list[Finding] = []
    for finding in findings:
        fix = finding.fix
        if fix is None:
            continue
        above = [fix.path[:n] for n in range(len(fix.path))]
        # A renamed field keeps what is under it, but its path no longer leads there.
        clash = fix.path in taken or fix.path in above_taken or any(step in taken for step in above)
        if not clash or taken.get(fix.path) == fix:
            taken[fix.path] = fix
            above_taken.update(above)
            chosen.append(finding)
    return chosen


def _mended(
    file: SourceFile, findings: list[Finding]
) -> tuple[SourceFile, list[tuple[Finding, str]]]:
    """A file with as many of the fixes as can be done, and those that cannot with the reason."""
    mark = BOM if file.data.startswith(BOM) else b""
    try:
        text = file.data.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError:
        return file, []
    faults: list[tuple[Finding, str]] = []
    text = _tried(file.name, text, findings, faults)
    return SourceFile(file.name, mark + text.encode("utf-8")), faults


def _tried(name: str, text: str, findings: list[Finding], faults: list[tuple[Finding, str]]) -> str:
    """All at once; where that is refused, half and half, until the one that cannot be is found."""
    if not findings:
        return text
    try:
        return edit(name, text, [_operation(f.fix) for f in findings if f.fix])
    except EditError as error:
        if len(findings) == 1:
            faults.append((findings[0], str(error)))
            return text
    middle = len(findings) // 2
    # A fix changes no path to another, for those that would are not done in the same round.
    text = _tried(name, text, findings[:middle], faults)
    return _tried(name, text, findings[middle:], faults)


def _operation(fix: Fix) -> Operation:
    return Rename(fix.path, str(fix.value)) if fix.key else Set(fix.path, fix.value)
