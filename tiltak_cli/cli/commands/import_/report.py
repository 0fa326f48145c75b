"""`--report`: a copy of a workbook in which what is wrong is marked, to be sent back."""

import os
from collections.abc import Mapping, Sequence

from tiltak_cli.cli.commands.import_.ending import Outcome
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.output import write_file
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.edits.imported.faults import Fault
from tiltak_cli.views.brought import clash_line

ENDING = "-feil.xlsx"


def write_reports(target: str, outcome: Outcome, data: Mapping[str, bytes]) -> None:
    """Write a marked copy of each workbook in which something is wrong: a file, or in a folder."""
    from tiltak_cli.views.excel.marked import marked

    folder = target.endswith(("/", os.sep)) or os.path.isdir(target)
    if len(outcome.books) > 1 and not folder:
        raise refuse(f"Med flere bøker må --report være en mappe. Skriv --report {target}/")
    for book in outcome.books:
        faults = _of(outcome, book.name)
        if not faults:
            continue
        name = os.path.basename(book.name).rpartition(".")[0] + ENDING
        path = os.path.join(target, name) if folder else target
        if os.path.exists(path) and os.path.realpath(path) in _read_from(outcome):
            raise refuse(f"{quoted(path)} er boken som leses. Velg et annet navn med --report.")
        if folder:
            os.makedirs(target, exist_ok=True)
        write_file(path, marked(data[book.name], book.brought.sheet, faults))
        console.relay(f"Skrev {path}: feilene er merket, og står i arket «Feil».\n")


def _of(outcome: Outcome, name: str) -> list[tuple[str, str]]:
    """The cells of a workbook in which something is wrong, each with the sentence."""
    faults: Sequence[Fault] = [fault for fault in outcome.faults if fault.book == name]
    found = [(fault.place, fault.said) for fault in faults]
    for clash in outcome.result.clashing:
        places = [cell.place for cell in clash.cells if cell.book == name]
        found += [(place, clash_line(clash)) for place in places]
    return found


def _read_from(outcome: Outcome) -> set[str]:
    return {os.path.realpath(book.path) for book in outcome.books}
