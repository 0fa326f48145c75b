"""The end of `import`: what was found is told, and written where that is asked for."""

import os
import shlex
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.clock import today
from tiltak_cli.cli.common.codes import FOUND
from tiltak_cli.cli.common.stop import refuse, warn
from tiltak_cli.domain.norwegian import counted, listed
from tiltak_cli.edits.imported.books import Book
from tiltak_cli.edits.imported.clashing import Clashing
from tiltak_cli.edits.imported.faults import Fault
from tiltak_cli.edits.imported.together import Together
from tiltak_cli.edits.imported.written import Changed
from tiltak_cli.edits.opened import Opened
from tiltak_cli.edits.writing import WriteError, write_all
from tiltak_cli.views.brought import (
    Told,
    brought_json,
    clash_line,
    fault_line,
    lines_of,
    remarks_of,
    summary,
)
from tiltak_cli.views.safe import one_line

# The rule that what has happened, happened by the day that the register is of.
AFTER_AS_OF = "TIL323"
# So many faults are told one by one.
MOST = 100
AGAIN = "Kjør på nytt med --write for å skrive dem."
CHOOSE = "Velg med --on-conflict ours (registeret) eller theirs (arket)."
BETWEEN = (
    "Arbeidsbøkene er uenige, og --on-conflict kan ikke velge mellom dem. Kjør med --write i en "
    "terminal, og velg arbeidsbok for hvert felt, eller behold registeret med --on-conflict ours."
)
GONE = (
    "Det som er skrevet i tiltak som registeret ikke har lenger, kan ikke føres inn. Behold "
    "registeret med --on-conflict ours, eller legg tiltaket inn igjen."
)


class Outcome(NamedTuple):
    """What workbooks bring back, and how it is to be told. `changed` is None for nothing.

    `kept` are the conflicts in which the register was chosen. The `register` is as the command line
    names it, if it does.
    """

    books: Sequence[Book]
    result: Together
    faults: Sequence[Fault]
    kept: Sequence[Clashing]
    changed: Changed | None
    write: bool
    form: str
    register: str | None = None
    warnings: Iterable[Fault] = ()

    @property
    def sound(self) -> bool:
        """Whether nothing keeps it from being written."""
        return not (self.faults or self.result.clashing)


def told(outcome: Outcome, register: Opened, again: str) -> None:
    """Show what is found, and what is wrong. `again` is a command line that takes the rest."""
    whole = _told(outcome, register)
    if outcome.form == "json":
        console.write_json(brought_json(whole))
        return
    several = len(outcome.books) > 1
    lines = lines_of(whole)
    if lines:
        from tiltak_cli.views.terminal.brought import brought_text

        console.write(brought_text(lines, console.width(), colours=console.colours()))
    for sentence in remarks_of(whole):
        console.write(f"{sentence}\n")
    if outcome.sound:
        if lines and not outcome.write:
            console.write(f"{summary(whole)}. {AGAIN}\n")
            _warn(outcome)
        elif (
            not lines
            and not outcome.kept
            and not any(not book.brought.filled for book in outcome.books)
        ):
            console.write("Alt som står i arket, står allerede i registeret.\n")
        return
    _complain(outcome, again, several=several)


def _warn(outcome: Outcome) -> None:
    """Say what is no error, and that someone should look at."""
    several = len(outcome.books) > 1
    warn(fault_line(fault, several=several) for fault in outcome.warnings)


def _complain(outcome: Outcome, again: str, *, several: bool) -> None:
    """Say all that is wrong, and what can be done about it."""
    for fault in outcome.faults[:MOST]:
        console.complain(fault_line(fault, several=several))
    if (more := len(outcome.faults) - MOST) > 0:
        console.complain(f"… og {more} feil til. --report merker alle i en kopi av arbeidsboken.")
    for clash in outcome.result.clashing:
        console.complain(clash_line(clash, several=several))
    console.complain(_stopped(outcome, again))
    if later := _later(outcome):
        console.complain(later)


def _stopped(outcome: Outcome, again: str) -> str:
    counts = []
    if outcome.faults:
        counts.append(counted(len(outcome.faults), "feil", "feil"))
    if outcome.result.clashing:
        # What several workbooks say of one field is one.
        clashing = {(c.conflict.measure, c.conflict.field) for c in outcome.result.clashing}
        counts.append(counted(len(clashing), "konflikt", "konflikter"))
    remedy = ""
    if outcome.result.clashing and not outcome.faults:
        remedy = f" {_remedy(outcome.result.clashing)}"
    rest = f" De andre arbeidsbøkene kan tas inn slik: {again}" if again else ""
    return f"Ingenting er skrevet: {listed(counts)}.{remedy}{rest}"


def _later(outcome: Outcome) -> str:
    """How to let the register be of a later day, where that is what the answers need.

    What is dated after today has not happened on any day that the register can be of.
    """
    about = {fault.about for fault in outcome.faults if fault.code == AFTER_AS_OF}
    written = {f"{wish.measure}, {wish.field}": wish.new for wish in outcome.result.wishes}
    for new in outcome.result.new:
        written |= {f"{new.id}, {key}": value for key, value in new.fields.items()}
    days = {str(written[name]) for name in about if name in written}
    last = max((day for day in days if day <= today().isoformat()), default="")
    if not last:
        return ""
    command = ["tiltak", "set", f"per_dato={last}", *filter(None, [outcome.register])]
    return f"Stemmer datoene, så flytt per_dato først, og kjør på nytt: {shlex.join(command)}"


def _remedy(clashing: Sequence[Clashing]) -> str:
    """How to settle conflicts, as far as an option can."""
    if any(clash.gone for clash in clashing):
        return GONE
    return BETWEEN if _between_books(clashing) else CHOOSE


def _between_books(clashing: Sequence[Clashing]) -> bool:
    """Whether two workbooks say something else of one field."""
    books: dict[str, str] = {}
    return any(
        books.setdefault(clash.name, cell.book) != cell.book
        for clash in clashing
        for cell in clash.cells
    )


def _told(outcome: Outcome, register: Opened) -> Told:
    identity = register.plan.organisations.identity
    responsible = {str(m.plain.get("id")): _responsible(m.plain) for m in register.measures}
    answered = {identity(code) for book in outcome.books for code in book.base.recipients}
    participants = {book.name: _participants(book, responsible, identity) for book in outcome.books}
    asked = len(outcome.books) > 1 and answered
    silent = {identity(codes[0]): codes[0] for codes in responsible.values() if codes}
    silent = {key: lead for key, lead in silent.items() if key not in answered}
    return Told(
        books=outcome.books,
        result=outcome.result,
        faults=outcome.faults,
        kept=outcome.kept,
        participants=participants,
        silent=sorted(silent.values()) if asked else (),
        unanswered=[c for book in outcome.books if book.as_sent for c in book.base.recipients],
        written=outcome.write and outcome.sound and outcome.changed is not None,
    )


def _responsible(plain: Mapping[str, Any]) -> tuple[str, ...]:
    """Those who are responsible for a measure, the one who leads it first."""
    codes = plain.get("ansvarlig")
    return tuple(str(c) for c in (codes if isinstance(codes, list) else [codes]) if c)


def _participants(
    book: Book, responsible: Mapping[str, tuple[str, ...]], identity: Callable[[str], str]
) -> frozenset[str]:
    """The measures that those who filled in a workbook have written in, and do not answer for."""
    recipients = {identity(code) for code in book.base.recipients}
    written = {entry.measure for entry in book.brought.entries} if recipients else set()
    theirs = {m for m in written if recipients & set(map(identity, responsible.get(m, ())))}
    return frozenset(written - theirs)


def deliver(outcome: Outcome, *, commit: bool) -> None:
    """Write the files, all or none, and store them in git where that is asked for."""
    if outcome.changed is None or not outcome.write:
        return
    files = outcome.changed.files
    if commit:
        _refuse_what_others_wrote([new.name for _, new in files])
    try:
        write_all([(new.name, old.file.data, new.file.data) for old, new in files])
    except WriteError as error:
        raise refuse(str(error)) from error
    names = [new.name for _, new in files]
    if outcome.form == "text":
        fields = len(outcome.result.wishes) + len(outcome.result.renamed)
        parts = [counted(fields, "endring", "endringer")] if fields else []
        new = len(outcome.result.new)
        parts += [counted(new, "nytt tiltak", "nye tiltak")] if new else []
        where = listed([one_line(os.path.basename(name)) for name in names])
        console.write(f"Skrev {listed(parts)} i {where}.\n")
        _warn(outcome)
    if commit:
        _commit(names, outcome)


def _refuse_what_others_wrote(names: Sequence[str]) -> None:
    """Refuse where a file has changes that are not in git: they would be stored as ours."""
    from tiltak_cli.sources.git.program import for_questions, git

    unstored: list[str] = []
    for name in names:
        folder, file = os.path.split(os.path.abspath(name))
        asked = ("status", "--porcelain", "--ignored", "--", file)
        try:
            answer = git(folder, *asked, environment=for_questions(folder))
        except OSError:
            raise refuse("git finnes ikke her. Ingenting er skrevet: ta bort --commit.") from None
        if answer.code:
            raise refuse(
                "Registeret ligger ikke i et git-depot. Ingenting er skrevet: ta bort --commit."
            )
        unstored += [one_line(file)] if answer.out.strip() else []
    if unstored:
        raise refuse(
            f"{listed(unstored)} har endringer som ikke er lagret i git, og --commit ville lagret "
            "dem også. Ingenting er skrevet. Lagre dem først, eller ta bort --commit."
        )


def _commit(names: Sequence[str], outcome: Outcome) -> None:
    from tiltak_cli.sources.git.program import git, users_own

    folder = os.path.dirname(os.path.abspath(names[0]))
    books = [book.name for book in outcome.books if book.brought.filled]
    message = f"Før inn endringer fra {listed(books)}"
    paths = [os.path.abspath(name) for name in names]
    try:
        answer = git(
            folder, "commit", "--quiet", "-m", message, "--", *paths, environment=users_own()
        )
    except OSError:
        raise refuse("Endringene er skrevet, men git finnes ikke her.", FOUND) from None
    if answer.code:
        lines = answer.complaint.decode("utf-8", "replace").strip().splitlines()
        why = one_line(lines[0]) if lines else ""
        raise refuse(f"Endringene er skrevet, men ikke lagret i git: {why}", FOUND)
