"""`validate --fix` and its preview: mend, write, and say what was done."""

import os
from collections.abc import Callable

from tiltak_cli.cli.common import console
from tiltak_cli.domain.norwegian import counted, listed
from tiltak_cli.edits.door import NOT_READABLE
from tiltak_cli.edits.fixes import Check, Mended, mend, vetted
from tiltak_cli.edits.writing import WriteError, refuse_where_stopped, write_all
from tiltak_cli.sources.files import Refusal, Source
from tiltak_cli.sources.register.load import Loaded
from tiltak_cli.sources.yaml.decode import BOM
from tiltak_cli.views.findings.checked import others
from tiltak_cli.views.safe import one_line, visible


def mend_register(
    path: str,
    source: Source,
    check: Check,
    say: Callable[[str], None] = console.write,
    *,
    unsafe: bool,
) -> Loaded | Refusal:
    """Mend a register in place, or write out standard input; give what is found in it then.

    `say` is given the line that tells what was mended.
    """
    mended = _mended(path, source, check, unsafe=unsafe)
    if isinstance(mended, Refusal):
        return mended
    if path == "-":
        console.write_utf8(mended.source.files[0].data.removeprefix(BOM).decode("utf-8", "replace"))
        console.complain(_summary(mended, "<standard inn>"))
        return mended.loaded
    try:
        # Also where nothing is to be mended: a file that is not whole may be without a fault.
        for file in source.files:
            refuse_where_stopped(file.name)
        write_all(_changed(source, mended))
    except WriteError as error:
        return Refusal(str(error))
    if mended.done:
        say(f"{_summary(mended, source.name)}\n")
    return vetted(mended.source, mended.loaded, check)


def show_mends(
    path: str, source: Source, check: Check, *, unsafe: bool
) -> tuple[Loaded, bool] | Refusal:
    """Show what mending would change, without writing.

    Gives what would be found then, and whether anything would be changed.
    """
    mended = _mended(path, source, check, unsafe=unsafe)
    if isinstance(mended, Refusal):
        return mended
    differences = "".join(difference(*changed) for changed in _changed(source, mended))
    console.write(differences or f"{_nothing(mended, source.name)}\n")
    return vetted(mended.source, mended.loaded, check), bool(differences)


def _mended(path: str, source: Source, check: Check, *, unsafe: bool) -> Mended | Refusal:
    if path != "-" and not os.path.lexists(path):
        return Refusal("En git-revisjon kan ikke endres. Oppgi registeret som en fil eller mappe.")
    mended = mend(source, check, unsafe=unsafe)
    reasons: set[tuple[str, str]] = set()
    for finding, why in mended.refused:
        # What holds for a whole file is said once.
        if (finding.place.file, why) not in reasons or why != NOT_READABLE:
            console.complain(f"{finding.place.file}:{finding.place.line}: {finding.code}: {why}")
        reasons.add((finding.place.file, why))
    return mended


def _changed(source: Source, mended: Mended) -> list[tuple[str, bytes, bytes]]:
    """The files that differ: name, bytes before and bytes after."""
    pairs = zip(source.files, mended.source.files, strict=True)
    return [(old.name, old.data, new.data) for old, new in pairs if old.data != new.data]


def difference(name: str, before: bytes, after: bytes) -> str:
    """The lines that change, as `diff -u` writes them."""
    import difflib

    old, new = (data.decode("utf-8").splitlines() for data in (before, after))
    lines = difflib.unified_diff(old, new, one_line(name), one_line(name), lineterm="")
    return "".join(f"{visible(line)}\n" for line in lines)


def _summary(mended: Mended, name: str) -> str:
    """What was mended: how many findings, and of which rules."""
    if not mended.done:
        return _nothing(mended, name)
    codes = listed(sorted({finding.code for finding in mended.done}))
    number = counted(len(mended.done), "funn", "funn")
    return f"{one_line(name)}: rettet {number} ({codes})."


def _nothing(mended: Mended, name: str) -> str:
    """That there is nothing to mend; where findings are hidden, only among the others."""
    rest = others(mended.loaded.hidden)
    among = f" blant {rest}" if rest else ""
    return f"{one_line(name)}: ingenting å rette automatisk{among}."
