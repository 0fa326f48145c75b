"""What a user may call a commit: a revision of git's, an edition, or a date."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from tiltak_cli.domain.deadline import PartialDate
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.domain.register import edition_meant
from tiltak_cli.domain.spelling import nearest
from tiltak_cli.sources.files import DEVICES, Refusal
from tiltak_cli.sources.git.run import (
    Missing,
    Unknown,
    ask,
    commit_named,
    commits_named,
    newest_before,
    no_revision,
)

# An edition is a tag with its name after this.
TAG = "utgave-"
# Letters, digits and . _ + - make a tag to git, and a folder on every system.
EDITION = re.compile(r"\w[\w.+-]*")
LONGEST_EDITION = 60
NO_NAME = Refusal("Skriv en revisjon foran kolon, for eksempel HEAD~1:tiltaksoversikt.yaml.")


class Named(NamedTuple):
    """A commit by the name of its content, and what there is to say of how it was found."""

    commit: str
    said: str = ""


class Tag(NamedTuple):
    """A tag that may be an edition's: the edition's name, its commit, and the day it was made.

    `merged` is true where HEAD has the commit in its history.
    """

    name: str
    commit: str
    day: date
    merged: bool

    @property
    def tag(self) -> str:
        """What git calls it."""
        return f"{TAG}{self.name}"


def commit_of(name: str, folder: str) -> Named | Refusal:
    """Find the commit that a name means: a revision, else an edition, else a date.

    A date (2024-06-15, 15.06.2024, or 2024-06 and «juni 2024» for the whole month) means the newest
    commit from before its end, on the way back from HEAD along first parents.
    """
    if not name:
        return NO_NAME
    tagged = EDITION.fullmatch(name) and not name.startswith("HEAD")
    names = commits_named([name, *([f"refs/tags/{TAG}{name}"] if tagged else [])], folder)
    if isinstance(names, Refusal):
        return names
    revision, edition = (*names, None)[:2]
    if revision:
        both = edition not in (None, revision)
        note = f"«{name}» er en revisjon i git. Skriv {TAG}{name} for utgaven." if both else ""
        return Named(revision, note)
    period = _period(name)
    if edition:
        note = f"«{name}» er lest som utgaven med det navnet, ikke som en dato." if period else ""
        return Named(edition, note)
    return _on(name, period, folder) if period else _unknown(name, folder)


def _period(name: str) -> PartialDate | None:
    """The date that a name is, however people write it."""
    from tiltak_cli.domain.dates.fault import Fault
    from tiltak_cli.domain.dates.read import named_date

    period = named_date(name)
    return None if isinstance(period, Fault) else period


def _on(name: str, period: PartialDate, folder: str) -> Named | Refusal:
    """The newest commit from before the end of a period."""
    commit = newest_before(period.last + timedelta(days=1), "HEAD", folder)
    if isinstance(commit, Missing):
        shallow = ask(folder, "rev-parse", "--is-shallow-repository") == b"true\n"
        fetch = " Kopien er grunn (shallow): kjør «git fetch --unshallow»." if shallow else ""
        return Missing(f"Historien i git går ikke tilbake til {name}.{fetch}")
    return commit if isinstance(commit, Refusal) else Named(commit)


def _unknown(name: str, folder: str) -> Refusal:
    """No such name; an edition's may be the one that was meant."""
    refusal = no_revision(name, folder)
    tags = tags_in(folder)
    guess = "" if isinstance(tags, Refusal) else nearest(name, [tag.name for tag in tags])
    return Unknown(f"{refusal.sentence} Mente du utgaven {guess}?") if guess else refusal


def tags_in(folder: str) -> list[Tag] | Refusal:
    """Every tag that may be an edition's, one always before those that lead to it.

    Whether one is, the register at that commit says.
    """
    fields = ("refname:lstrip=2", "objecttype", "objectname", "*objecttype", "*objectname")
    form = "%00".join(f"%({field})" for field in (*fields, "creatordate:short"))
    listing = ask(folder, "for-each-ref", f"--format={form}", f"refs/tags/{TAG}*")
    if isinstance(listing, Refusal):
        return listing
    candidates: list[tuple[str, str, date]] = []
    for line in listing.decode("utf-8", "replace").splitlines():
        tag, kind, name, inner_kind, inner, day = line.split("\0")
        commit = name if kind == "commit" else inner if inner_kind == "commit" else None
        # A tag of a tag is followed to its end; one of a file is no edition.
        commit = commit or commit_named(f"refs/tags/{tag}", folder)
        if commit:
            candidates.append((tag.removeprefix(TAG), commit, date.fromisoformat(day)))
    if not candidates:
        return []
    here = ["HEAD"] if commit_named("HEAD", folder) else []
    history = _history(here, folder) if here else {}
    if isinstance(history, Refusal):
        return history
    elsewhere = {commit for _, commit, _ in candidates if commit not in history}
    order = _history([*here, *elsewhere], folder) if elsewhere else history
    if isinstance(order, Refusal):
        return order
    tags = [Tag(name, commit, day, commit in history) for name, commit, day in candidates]
    return sorted(tags, key=lambda tag: (order[tag.commit], tag.name))


def tags_before(commit: str, folder: str) -> frozenset[str] | Refusal:
    """The names of the tags that may be editions' and lead to a commit."""
    form = ("--format=%(refname:lstrip=2)", f"--merged={commit}")
    listing = ask(folder, "for-each-ref", *form, f"refs/tags/{TAG}*")
    if isinstance(listing, Refusal):
        return listing
    names = listing.decode("utf-8", "replace").splitlines()
    return frozenset(name.removeprefix(TAG) for name in names)


def _history(commits: Iterable[str], folder: str) -> dict[str, int] | Refusal:
    """The commits that lead to some, each with its number; a parent always after its child."""
    listing = ask(folder, "rev-list", "--topo-order", *sorted(commits))
    if isinstance(listing, Refusal):
        return listing
    return {name: number for number, name in enumerate(listing.decode().split())}


def read_edition_name(given: str) -> str | Refusal:
    """A name that is a folder on every system and a tag in git."""
    name = unicodedata.normalize("NFC", given)
    fits = EDITION.fullmatch(name) and len(name) <= LONGEST_EDITION
    if not fits or name.endswith((".", ".lock")) or ".." in name or DEVICES.fullmatch(name):
        meant = edition_meant(name)
        how = (
            "Bruk bokstaver, tall, bindestrek, punktum og understrek, høyst "
            f"{LONGEST_EDITION} tegn, for eksempel 2024-1."
        )
        remedy = f"Skriv {meant}." if meant else how
        return Refusal(f"{quoted(given)} kan ikke være navnet på en utgave. {remedy}")
    return name
