"""Workbooks as files: read, held against the register, or refused with a sentence."""

import os
from typing import Any, NamedTuple

from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.edits.asked.assign import codes_of
from tiltak_cli.edits.imported.books import Book, book_of
from tiltak_cli.edits.opened import Opened
from tiltak_cli.sources.files import Refusal, read_path
from tiltak_cli.sources.sides.find import is_workbook
from tiltak_cli.sources.workbook.answers.entries import Choice, Known
from tiltak_cli.sources.workbook.answers.returned import returned
from tiltak_cli.sources.workbook.base import CHANGED, NO_BASE, Base, read_base
from tiltak_cli.sources.workbook.cells import WorkbookError
from tiltak_cli.sources.workbook.gate import DAMAGED, revision_of
from tiltak_cli.sources.workbook.written import as_sent


class Against(NamedTuple):
    """The register that workbooks are held against: its measures by id, and its codes."""

    register: Opened
    measures: dict[str, dict[str, Any]]
    known: Known


def against(register: Opened) -> Against:
    """Make ready a register for what workbooks bring back."""
    measures = {
        str(standing.plain["id"]): standing.plain
        for standing in register.measures
        if isinstance(standing.plain.get("id"), str)
    }
    ids, plan = list(measures), register.plan
    known = Known(lambda key: codes_of(plan, key, ids), plan.organisations.full_names())
    return Against(register, measures, known)


def read_book(
    path: str, to: Against, choice: Choice, *, base: Base | None = None
) -> tuple[Book, bytes] | Refusal:
    """A workbook by its file's name, and its bytes.

    `base` is what it was made from, where it does not say so itself.
    """
    if not is_workbook(path):
        return Refusal(
            f"{quoted(path)} er ikke en arbeidsbok. Oppgi .xlsx-filer fra «tiltak export»; "
            "registeret oppgis med --register."
        )
    source = read_path(path)
    if isinstance(source, Refusal):
        return source
    data, name = source.files[0].data, os.path.basename(path)
    made_from = read_base(data)
    if isinstance(made_from, Refusal):
        # With a revision to go by, a file that is not to be opened is still not opened.
        if base is None or made_from not in (NO_BASE, CHANGED):
            return Refusal(f"{quoted(name)}: {made_from.sentence}{_instead(made_from, data)}")
        made_from = base
    if made_from.strategy != to.register.plan.strategy.title:
        return Refusal(
            f"{quoted(name)} er laget for en annen strategi ({made_from.strategy}) enn registerets."
        )
    try:
        brought = returned(data, made_from, to.known, to.measures, choice)
    except WorkbookError:
        return Refusal(f"{quoted(name)}: {DAMAGED.sentence}")
    sent = bool(made_from.recipients) and not brought.touched and as_sent(data)
    return book_of(path, made_from, brought, to.measures, as_sent=sent), data


def _instead(refusal: Refusal, data: bytes) -> str:
    """How a workbook can be read that does not say what it was made from."""
    if refusal not in (NO_BASE, CHANGED):
        return ""
    revision = revision_of(data)
    which = f"--base {revision}" if revision else "--base og revisjonen i git"
    return f" Er den laget av dette registeret, kan den leses med {which}."
