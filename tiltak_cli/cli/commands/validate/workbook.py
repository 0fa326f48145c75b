"""`validate BOK`: whether what is written in a workbook can be brought into the register."""

import re

from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import CLEAN, FOUND
from tiltak_cli.cli.common.opening import file_for, ids_seen, open_to_edit, unread
from tiltak_cli.cli.common.stop import found, refuse
from tiltak_cli.domain.norwegian import counted, listed
from tiltak_cli.edits.door import EditError
from tiltak_cli.edits.imported.checked import checked_with
from tiltak_cli.edits.imported.reading import against, read_book
from tiltak_cli.edits.imported.together import together
from tiltak_cli.findings import Finding, Place, in_order
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.files import Refusal, read_path
from tiltak_cli.sources.register.settings import read_settings
from tiltak_cli.sources.workbook.answers.entries import Choice
from tiltak_cli.sources.workbook.base import CHANGED, Base, read_base
from tiltak_cli.sources.workbook.gate import TOO_LARGE
from tiltak_cli.views.brought import clash_line, fault_line
from tiltak_cli.views.findings.checked import Checked
from tiltak_cli.views.safe import one_line

CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]*)")


def is_ours(path: str) -> bool:
    """Whether a file is a workbook that was exported; another is told of as any other file.

    So is one that is spoilt or has grown too large, which is refused when it is read.
    """
    source = read_path(path)
    if isinstance(source, Refusal):
        return False
    base = read_base(source.files[0].data)
    return isinstance(base, Base) or base in (CHANGED, TOO_LARGE)


def check_workbook(path: str, *, told: bool) -> tuple[Checked | None, int]:
    """Check a workbook's cells, held against the register that stands here, and give the exit code.

    What is wrong is `told` to people here, or else it is what is to be shown to programs.
    """
    register = open_to_edit(None)
    if register.unread:
        raise unread(register)
    to = against(register)
    book, _ = found(read_book(path, to, Choice()))
    used = [*to.measures, *ids_seen(register)] if book.brought.new else []
    result = together([book], to.measures, to.known, {}, used)
    settings = found(read_settings(register.source))
    try:
        checked = found(
            checked_with(register, [book], result, settings, lambda new: file_for(register, new))
        )
    except EditError as error:
        raise refuse(str(error)) from error
    name = one_line(book.name)
    lines = [fault_line(fault, several=False) for fault in checked.faults]
    lines += [clash_line(clash) for clash in result.clashing]
    if not told:
        places = [fault.place for fault in checked.faults]
        places += [clash.cells[0].place for clash in result.clashing]
        findings = [_finding(path, place, line) for place, line in zip(places, lines, strict=True)]
        shown = Checked(
            name=path,
            measures=len(book.base.measures),
            findings=in_order(findings),
            texts=(),
        )
        return shown, FOUND if findings else CLEAN
    beside = [one_line(sentence) for sentence in book.brought.told]
    if missing := book.brought.missing:
        beside.append(f"{listed(missing)} mangler i arket.")
    console.write("".join(f"{name}: {line}\n" for line in (*lines, *beside)))
    if lines:
        console.write(f"{name}: {counted(len(lines), 'feil', 'feil')} i det som er skrevet.\n")
        return None, FOUND
    filled = (
        "ingen feil i det som er skrevet" if book.brought.touched else "ingen har skrevet i den"
    )
    console.write(f"{name}: {filled}. «tiltak import» viser hva som blir endret.\n")
    return None, CLEAN


def _finding(path: str, place: str, line: str) -> Finding:
    """What is wrong in a cell as a finding: its row is the line, of the sheet that it names."""
    from openpyxl.utils import column_index_from_string

    cell = CELL.search(place)
    row, column = (int(cell[2]), column_index_from_string(cell[1])) if cell else (1, 1)
    where = Place(path, row, column, row, column + 1)
    remedy = f"Se «tiltak import {one_line(path)}»."
    return file_rules.CELL.finding(where, line, remedy)
