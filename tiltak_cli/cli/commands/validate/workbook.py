"""`validate BOK`: whether what is written in a workbook can be brought into the register."""

from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import CLEAN, FOUND
from tiltak_cli.cli.common.opening import file_for, ids_seen, open_to_edit, unread
from tiltak_cli.cli.common.stop import found, refuse
from tiltak_cli.domain.norwegian import counted, listed
from tiltak_cli.edits.door import EditError
from tiltak_cli.edits.imported.checked import checked_with
from tiltak_cli.edits.imported.reading import against, read_book
from tiltak_cli.edits.imported.together import together
from tiltak_cli.sources.files import Refusal, read_path
from tiltak_cli.sources.register.settings import read_settings
from tiltak_cli.sources.workbook.base import Base, read_base
from tiltak_cli.sources.workbook.entries import Choice
from tiltak_cli.views.brought import clash_line, fault_line
from tiltak_cli.views.safe import one_line


def is_ours(path: str) -> bool:
    """Whether a file is a workbook that was exported; another is told of as any other file."""
    source = read_path(path)
    return not isinstance(source, Refusal) and isinstance(read_base(source.files[0].data), Base)


def check_workbook(path: str) -> int:
    """Tell what is wrong in a workbook's cells, held against the register that stands here."""
    register = open_to_edit(None)
    if register.unread:
        raise unread(register)
    to = against(register)
    book, _ = found(read_book(path, to, Choice(), notes=False))
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
    beside = [one_line(sentence) for sentence in book.brought.told]
    if missing := book.brought.missing:
        beside.append(f"{listed(missing)} mangler i arket.")
    console.write("".join(f"{name}: {line}\n" for line in (*lines, *beside)))
    if lines:
        console.write(f"{name}: {counted(len(lines), 'feil', 'feil')} i det som er skrevet.\n")
        return FOUND
    filled = (
        "ingen feil i det som er skrevet" if book.brought.touched else "ingen har skrevet i den"
    )
    console.write(f"{name}: {filled}. «tiltak import» viser hva som blir endret.\n")
    return CLEAN
