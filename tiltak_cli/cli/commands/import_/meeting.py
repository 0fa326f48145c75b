"""A sheet and a register that it is brought into: what changes, and what someone must choose."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from tiltak_cli.cli.commands.import_.asked import left_over, run_again
from tiltak_cli.domain.norwegian import counted, listed, quoted
from tiltak_cli.edits.opened import Opened
from tiltak_cli.sources.foreign.against.differing import Change
from tiltak_cli.sources.foreign.against.held import Held
from tiltak_cli.sources.foreign.column import TITLE
from tiltak_cli.sources.foreign.preview import Preview
from tiltak_cli.views.safe import one_line

OURS, THEIRS, FAIL = ON_CONFLICT = ("ours", "theirs", "fail")
SAME = "Alt som er lest i arket, står allerede i registeret."
NO_NEWS = "Arket har ikke noe nytt."
EARLIER = (
    "Har du arket slik det var sist, oppgi det med --base. Da må du bare velge der begge er endret "
    "siden."
)
# So many names are read in a sentence.
SHOWN = 8


class Meeting(NamedTuple):
    """A sheet and the register that it is brought into.

    `policy` is one of ON_CONFLICT; `base` says that it is known what both were made from.
    """

    register: Opened
    preview: Preview
    held: Held
    policy: str
    base: bool = False

    @property
    def changes(self) -> list[Change]:
        """What is written: where both have a value, only as someone has chosen."""
        theirs = self.policy == THEIRS
        return [change for change in self.held.changes if theirs or not change.clashes]

    @property
    def conflicts(self) -> list[Change]:
        """What nobody has chosen."""
        return [c for c in self.held.changes if c.clashes] if self.policy == FAIL else []


def into_json(meeting: Meeting) -> dict[str, Any]:
    """All of it, for programs."""
    return {
        "register": meeting.register.source.name,
        "changes": [
            {
                "measure": change.measure,
                "field": change.field,
                "base": change.base,
                "old": change.old,
                "new": change.new,
                "cell": change.cell,
                "conflict": change in meeting.conflicts,
            }
            for change in meeting.held.changes
            if change in meeting.changes or change in meeting.conflicts
        ],
        "kept": [f"{change.measure}.{change.field}" for change in meeting.held.kept],
        "gone": list(meeting.held.gone),
        "cleared": list(meeting.held.cleared),
        "new": [entry.id for entry in meeting.held.new],
        "same_title": [
            {"rows": [entry.row for entry in same.entries], "measures": list(same.measures)}
            for same in meeting.held.same
        ],
    }


def _some(names: Sequence[str]) -> str:
    """Names in a sentence, of many only the first ones."""
    more = len(names) - SHOWN
    return listed([*names[:SHOWN], f"{more} til"] if more > 1 else names)


def _gone(ids: Sequence[str]) -> str:
    verb = "Det blir ikke endret" if len(ids) == 1 else "De blir ikke endret"
    return f"I registeret, men ikke i arket: {_some(ids)}. {verb}."


def to_tell_apart(held: Held) -> Iterator[str]:
    """The sentences that ask which row is which measure, where titles do not say."""
    for same in held.same:
        rows = [str(entry.row) for entry in same.entries]
        title = quoted(one_line(str(same.entries[0].plain[TITLE])))
        many = len(rows) > 1
        heads = f"Radene {_some(rows)} heter" if many else f"Rad {rows[0]} heter"
        yield (
            f"{heads} {title}, og det gjør {_some(same.measures)} også. Skriv id-en til tiltaket i "
            "kolonnen for id, på den raden som er det, eller gi dem ulike titler."
        )


def no_news(meeting: Meeting) -> str:
    """That nothing is to be written, and why."""
    return NO_NEWS if meeting.held.kept or meeting.held.cleared else SAME


def not_changed(held: Held) -> Iterator[str]:
    """The sentences that tell what in the register the sheet has nothing new for."""
    for entry, identity in held.renumbered:
        yield (
            f"Rad {entry.row} har nummeret {one_line(entry.number)}, som {identity} hadde, men en "
            "annen tittel. Det er regnet som et nytt tiltak."
        )
    if held.gone:
        yield _gone(held.gone)
    if held.kept:
        names = [f"{change.measure}.{change.field}" for change in held.kept]
        yield (
            f"Arket sier det samme som før, og registeret er endret siden: {_some(names)}. "
            "Registerets verdi blir stående."
        )
    if held.cleared:
        yield f"Tømt i arket, men ikke i registeret: {_some(held.cleared)}. Verdien blir stående."


def summary(meeting: Meeting) -> Iterator[str]:
    """The sentences that tell how much there is, and what to do next."""
    held, conflicts = meeting.held, meeting.conflicts
    measures = len({change.measure for change in meeting.changes})
    fields = counted(len(meeting.changes), "endring", "endringer")
    new = counted(len(held.new), "nytt tiltak", "nye tiltak")
    nothing = not (meeting.changes or conflicts or held.new or held.same)
    amount = f"{fields} i {measures} tiltak, og {new}." if meeting.changes or held.new else ""
    first = f"{no_news(meeting) if nothing else amount} {left_over(meeting.preview)}".strip()
    yield from [first] if first else ()
    yield from to_tell_apart(held)
    yield from not_changed(held)
    if conflicts:
        both = (
            "er både registeret og arket endret"
            if meeting.base
            else "har både registeret og arket en verdi"
        )
        yield (
            f"I {counted(len(conflicts), 'felt', 'felt')} {both}. "
            "Velg med --on-conflict ours (registeret) eller theirs (arket)."
        )
        if not meeting.base:
            yield EARLIER
    elif not nothing and not held.same:
        yield f"{run_again(meeting.preview)} med --write for å skrive dem."
