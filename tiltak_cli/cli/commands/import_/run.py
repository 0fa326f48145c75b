"""Running `import`: read the workbooks, put them together with the register, show or write."""

import glob
import os
import shlex
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from tiltak_cli.changes.merge.result import Choice
from tiltak_cli.cli.commands.import_.choosing import chosen_one_by_one
from tiltak_cli.cli.commands.import_.ending import Outcome, deliver, told
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import CLEAN, FOUND, UNUSABLE
from tiltak_cli.cli.common.opening import file_for, ids_seen, open_to_edit, unread
from tiltak_cli.cli.common.stop import StoppedError, found, refuse
from tiltak_cli.cli.common.words import one_of
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.edits.door import EditError
from tiltak_cli.edits.imported.books import Book
from tiltak_cli.edits.imported.checked import checked_with
from tiltak_cli.edits.imported.clashing import Choices, Clashing, FromBook
from tiltak_cli.edits.imported.faults import Fault
from tiltak_cli.edits.imported.new_steps import with_free_numbers
from tiltak_cli.edits.imported.notes import with_notes
from tiltak_cli.edits.imported.reading import Against, against, read_book
from tiltak_cli.edits.imported.together import Together, together
from tiltak_cli.sources.files import Refusal, is_yaml
from tiltak_cli.sources.register.settings import read_settings
from tiltak_cli.sources.workbook.answers.entries import Choice as Allowed
from tiltak_cli.sources.workbook.base import Base

FORMS = ("text", "json")
OURS, THEIRS, FAIL = ON_CONFLICT = ("ours", "theirs", "fail")


class Options(NamedTuple):
    """What the command line asks for."""

    register: str | None = None
    write: bool = False
    on_conflict: str = FAIL
    rename: bool = False
    ignored: tuple[str, ...] = ()
    notes: bool = False
    base: str | None = None
    report: str | None = None
    commit: bool = False
    form: str = "text"


def import_books(paths: Sequence[str], options: Options) -> int:
    """Bring back what stands in workbooks, and give the exit code."""
    form = one_of("formen", options.form, FORMS)
    policy = one_of("valget", options.on_conflict, ON_CONFLICT)
    if options.commit and not options.write:
        raise refuse("--commit lagrer det som er skrevet. Bruk det sammen med --write.")
    paths = _named(paths)
    register = open_to_edit(options.register)
    if register.unread:
        raise unread(register)
    files = [file.name for file in register.source.files]
    if options.report is not None:
        from tiltak_cli.cli.commands.import_.report import report_target

        report_target(options.report, paths, files)
    to = against(register)
    books, data = _read(paths, to, options)
    books = with_free_numbers(books, to.measures)
    books = with_notes(books, to.measures) if options.notes else books
    first = result = _together(books, to, {})
    choices: Choices = {}
    if result.clashing and policy != FAIL:
        choices = _all(result, Choice(policy))
    elif result.clashing and options.write and form == "text" and console.somebody():
        choices = chosen_one_by_one(result.clashing)
    if choices:
        result = _together(books, to, choices)
    settings = found(read_settings(register.source))
    try:
        checked = found(
            checked_with(register, books, result, settings, lambda new: file_for(register, new))
        )
    except EditError as error:
        raise refuse(str(error)) from error
    outcome = Outcome(
        books=books,
        result=result,
        faults=checked.faults,
        kept=_kept(first.clashing, choices),
        changed=checked.changed,
        warnings=checked.warnings,
        write=options.write,
        form=form,
        register=options.register,
    )
    if options.report is not None:
        from tiltak_cli.cli.commands.import_.report import write_reports

        write_reports(options.report, outcome, data, files)
    told(outcome, register, _again(paths, books, checked.faults, result.clashing, options))
    if not outcome.sound:
        return FOUND
    deliver(outcome, commit=options.commit)
    return CLEAN


def _named(paths: Sequence[str]) -> list[str]:
    """The workbooks' paths; some shells leave it to us to say which files a pattern means."""
    names: list[str] = []
    for path in paths:
        several = any(sign in path for sign in "*?[") and not os.path.lexists(path)
        names += sorted(glob.glob(path)) if several else [path]
    # What a program has beside an open workbook is none.
    names = [name for name in names if not os.path.basename(name).startswith("~$")]
    if not names:
        raise refuse(f"Finner ingen arbeidsbøker som heter {quoted(paths[0])}.")
    if register := next(filter(is_yaml, names), None):
        raise refuse(
            f"{quoted(register)} er ingen arbeidsbok. Er det registeret, så skriv --register foran."
        )
    return list(dict.fromkeys(names))


def _read(
    paths: Sequence[str], to: Against, options: Options
) -> tuple[list[Book], dict[str, bytes]]:
    """The workbooks, and their bytes by name. Every one that cannot be read is told of."""
    allowed = Allowed(options.rename, options.ignored)
    base = _base(to, options)
    books: list[Book] = []
    data: dict[str, bytes] = {}
    refused: list[str] = []
    named = Counter(map(os.path.basename, paths))
    for path in paths:
        answer = read_book(path, to, allowed, base=base)
        if isinstance(answer, Refusal):
            console.complain(answer.sentence)
            refused.append(path)
        else:
            book, content = answer
            # Those of one name are told from each other by their folders.
            book = book if named[book.name] == 1 else book._replace(name=path)
            books.append(book)
            data[book.name] = content
    if refused:
        rest = [path for path in paths if path not in refused]
        if rest:
            console.complain(f"Ingenting er ført inn. Ta de andre slik: {_line(rest, options)}")
        raise StoppedError(UNUSABLE)
    return books, data


def _base(to: Against, options: Options) -> Base | None:
    if options.base is None:
        return None
    from tiltak_cli.cli.commands.import_.revision import base_at

    return found(base_at(options.base, to.register.source.name))


def _together(books: Sequence[Book], to: Against, choices: Choices) -> Together:
    used: list[str] = []
    if any(book.brought.new for book in books):
        used = [*to.measures, *ids_seen(to.register)]
        used += [str(measure["id"]) for book in books for measure in book.base.measures]
    return together(books, to.measures, to.known, choices, used)


def _all(result: Together, choice: Choice) -> Choices:
    """The same choice wherever there is one to make."""
    choices: dict[str, Choice | FromBook] = {}
    for clash in result.clashing:
        choices.update(clash.chosen(choice))
    return choices


def _kept(clashing: Sequence[Clashing], choices: Choices) -> list[Clashing]:
    """The conflicts in which the register is chosen: what the sheet says is not written."""
    ours = {name for name, choice in choices.items() if choice is Choice.OURS}
    return [clash for clash in clashing if ours & clash.chosen(Choice.OURS).keys()]


def _again(
    paths: Sequence[str],
    books: Sequence[Book],
    faults: Sequence[Fault],
    clashing: Sequence[Clashing],
    options: Options,
) -> str:
    """The command line that takes the workbooks in which nothing is wrong, or nothing.

    Those that the register or another one does not agree with, are not among them.
    """
    faulty = {fault.book for fault in faults}
    spoilt = faulty | {cell.book for clash in clashing for cell in clash.cells}
    sound = [
        path
        for path, book in zip(paths, books, strict=True)
        if book.name not in spoilt and book.brought.filled
    ]
    return _line(sound, options) if faulty and sound else ""


def _line(paths: Sequence[str], options: Options) -> str:
    """A command line that does the same with other workbooks, as a shell reads it."""
    named = (
        ("--register", options.register),
        ("--on-conflict", options.on_conflict if options.on_conflict != FAIL else None),
        *(("--ignore-column", column) for column in options.ignored),
        ("--base", options.base),
        ("--report", options.report),
        ("--format", options.form if options.form != FORMS[0] else None),
    )
    chosen = (
        ("--rename", options.rename),
        ("--notes", options.notes),
        ("--write", options.write),
        ("--commit", options.commit),
    )
    words = [*paths, *(word for name, value in named if value for word in (name, value))]
    return shlex.join(["tiltak", "import", *words, *(name for name, on in chosen if on)])
