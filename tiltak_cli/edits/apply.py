"""The fixes of findings put into a register's files, unwritten."""

from collections.abc import Iterable

from tiltak_cli.edits.around import edit_around
from tiltak_cli.edits.door import NOT_AS_MEANT, EditError
from tiltak_cli.edits.operations import Operation, Rename, Set
from tiltak_cli.findings import Finding, Fix, Rewrite, Shift
from tiltak_cli.sources.files import Source, SourceFile
from tiltak_cli.sources.yaml.dashes import moved
from tiltak_cli.sources.yaml.decode import BOM
from tiltak_cli.sources.yaml.lines import LINE_BREAK

Faults = list[tuple[Finding, str]]
Key = tuple[str, str]
Way = tuple[str | int, ...]


def key_of(finding: Finding) -> Key:
    """What tells a finding's fix from others: two findings may have the same."""
    return finding.place.file, repr(finding.fix)


def applied(source: Source, findings: list[Finding]) -> tuple[Source, list[Finding], Faults]:
    """A register with the fixes that can be done: it, those, and the others with the reason."""
    files: list[SourceFile] = []
    faults: Faults = []
    for file in source.files:
        own = [finding for finding in findings if finding.place.file == file.name]
        files.append(_mended(file, own, faults) if own else file)
    refused = {key_of(finding) for finding, _ in faults}
    done = [finding for finding in findings if key_of(finding) not in refused]
    return source._replace(files=tuple(files)), done, faults


def apart(findings: Iterable[Finding]) -> list[Finding]:
    """The findings whose fixes do not meddle with each other: the rest waits for the next round."""
    taken: dict[tuple[str, Way], Fix] = {}
    above_taken: set[tuple[str, Way]] = set()
    chosen: list[Finding] = []
    for finding in findings:
        fix, file = finding.fix, finding.place.file
        if not isinstance(fix, Fix):
            continue
        path = file, fix.path
        above = [(file, fix.path[:n]) for n in range(len(fix.path))]
        # A renamed field keeps what is under it, but its path no longer leads there.
        clash = path in taken or path in above_taken or any(step in taken for step in above)
        if not clash or taken.get(path) == fix:
            taken[path] = fix
            above_taken.update(above)
            chosen.append(finding)
    return chosen


def _mended(file: SourceFile, findings: list[Finding], faults: Faults) -> SourceFile:
    """A file with as many of the fixes as can be done."""
    mark = BOM if file.data.startswith(BOM) else b""
    try:
        text = file.data.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError:
        faults += [(finding, NOT_AS_MEANT) for finding in findings]
        return file
    text = _tried(file.name, text, findings, faults)
    return SourceFile(file.name, mark + text.encode("utf-8"))


def _tried(name: str, text: str, findings: list[Finding], faults: Faults) -> str:
    """All at once; where that is refused, half and half, until the one that cannot be is found."""
    if not findings:
        return text
    try:
        return _put(name, text, [finding.fix for finding in findings if finding.fix])
    except EditError as error:
        if len(findings) == 1:
            faults.append((findings[0], str(error)))
            return text
    middle = len(findings) // 2
    # A fix changes no path to another, for those that would are not done in the same round.
    text = _tried(name, text, findings[:middle], faults)
    return _tried(name, text, findings[middle:], faults)


def _put(name: str, text: str, fixes: list[Fix | Shift | Rewrite]) -> str:
    before = text
    shifts = dict.fromkeys(fix for fix in fixes if isinstance(fix, Shift))
    if shifts:
        # All at once: a text is cut into its lines for each time.
        text = moved(text, Shift(tuple(line for shift in shifts for line in shift.lines)))
    if text.split() != before.split():
        raise EditError(NOT_AS_MEANT)
    text = _rewritten(text, dict.fromkeys(fix for fix in fixes if isinstance(fix, Rewrite)))
    operations = [_operation(fix) for fix in fixes if isinstance(fix, Fix)]
    return edit_around(name, text, operations) if operations else text


def _rewritten(text: str, rewrites: Iterable[Rewrite]) -> str:
    """A text with some of its lines written otherwise; two may not be about the same line."""
    new: dict[int, str | None] = {}
    for rewrite in rewrites:
        if not new.keys().isdisjoint(number for number, _ in rewrite.lines):
            raise EditError(NOT_AS_MEANT)
        new |= dict(rewrite.lines)
    if not new:
        return text
    lines = LINE_BREAK.split(text)
    ends = [*LINE_BREAK.findall(text), ""]
    parts = (
        (new.get(number, line), end)
        for number, (line, end) in enumerate(zip(lines, ends, strict=True), 1)
    )
    return "".join(f"{line}{end}" for line, end in parts if line is not None)


def _operation(fix: Fix) -> Operation:
    return Rename(fix.path, str(fix.value)) if fix.key else Set(fix.path, fix.value)
