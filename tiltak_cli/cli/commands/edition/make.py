"""Making an edition: what is about to be done, the yes to it, and doing it."""

import os
from datetime import date
from typing import NamedTuple

import typer

from tiltak_cli.cli.commands.edition.draft import Draft, draft
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import FOUND, INTERRUPTED, UNUSABLE
from tiltak_cli.cli.common.registers import named_or_default
from tiltak_cli.cli.common.stop import found, refuse
from tiltak_cli.domain.deadline import norwegian_day
from tiltak_cli.domain.norwegian import counted
from tiltak_cli.edits.edition.begun import Begun
from tiltak_cli.edits.edition.publish import (
    CutOffError,
    NewFile,
    Publication,
    PublishError,
    publish,
)
from tiltak_cli.edits.edition.ready import not_ready
from tiltak_cli.sources.files import Refusal, Source, leads_out, read_path
from tiltak_cli.sources.git.names import TAG, tags_in
from tiltak_cli.sources.git.run import ask
from tiltak_cli.sources.sides.find import place_in_git, split_side
from tiltak_cli.views.changes.words import tally
from tiltak_cli.views.safe import one_line

FOLDER = "utgaver"


class Wanted(NamedTuple):
    """What an edition is to be called and to say, and whether it is to be stored and tagged."""

    name: str
    as_of: date
    message: str
    commit: bool
    tag: bool

    @classmethod
    def again(cls, begun: Begun) -> "Wanted":
        """The same as of one that was stopped."""
        return cls(
            name=begun.name,
            as_of=date.fromisoformat(begun.day),
            message=begun.message,
            commit=bool(begun.head),
            tag=bool(begun.tag),
        )


def make(wanted: Wanted, path: str | None, note: str, *, dry_run: bool, yes: bool) -> None:
    """Make an edition, as far as is asked for."""
    source, folder = register_of(path)
    name, commit = wanted.name, wanted.commit
    in_git = commit or _is_git(folder)
    if in_git:
        _must_be_ready(source, folder, name, commit=commit)
    target = _target(source, folder, name)
    made = draft(source, path or source.name, name, wanted.as_of, in_git=in_git)
    publication = Publication(
        name=name,
        day=wanted.as_of.isoformat(),
        files=_files(source, made, target),
        folder=folder,
        note=note,
        message=wanted.message if commit else "",
        tag=f"{TAG}{name}" if wanted.tag else "",
    )
    console.write(_plan(publication, made))
    if dry_run:
        console.write("Ingenting er gjort (--dry-run).\n")
        return
    if not yes:
        _must_be_agreed()
    try:
        publish(publication)
    except PublishError as error:
        console.relay(error.output)
        code = INTERRUPTED if isinstance(error, CutOffError) else UNUSABLE
        raise refuse(str(error), code) from error
    console.write(_closing(publication, name, folder))


def register_of(path: str | None) -> tuple[Source, str]:
    """The register on the disk, and the folder in which to ask git."""
    named = named_or_default(path)
    if named == "-" or split_side(named)[0] is not None:
        raise refuse("En utgave lages av registeret på disken. Oppgi en fil eller en mappe.")
    return found(read_path(named)), place_in_git(named)[0]


def _must_be_ready(source: Source, folder: str, name: str, *, commit: bool) -> None:
    """Refuse where git is busy with something else, or has an edition by that name."""
    fault = not_ready(source, folder, commit=commit)
    if fault is not None:
        more = " Bruk --no-commit for bare å lage filene." if commit and not _is_git(folder) else ""
        raise refuse(f"{fault.sentence}{more}")
    if isinstance(ask(folder, "check-ref-format", f"refs/tags/{TAG}{name}"), Refusal):
        raise refuse(f"«{name}» kan ikke være navnet på et merke i git. Velg et annet navn.")
    tags = found(tags_in(folder))
    # To some systems, names that differ in case only are the same.
    same = next((t.tag for t in tags if t.name.casefold() == name.casefold()), None)
    if same or not isinstance(
        ask(folder, "rev-parse", "--verify", f"refs/tags/{TAG}{name}"), Refusal
    ):
        raise refuse(
            f"Merket «{same or TAG + name}» finnes i git fra før. Velg et annet navn; «tiltak "
            "editions» viser utgavene."
        )


def _is_git(folder: str) -> bool:
    return not isinstance(ask(folder, "rev-parse", "--git-dir"), Refusal)


def base_of(source: Source, folder: str) -> str:
    """The folder that the editions lie in: beside the register."""
    # Above the top of the repository nothing can be stored.
    top = ask(folder, "rev-parse", "--show-prefix") == b"\n"
    within = source.name if top else os.path.join(source.name, os.pardir)
    return within if source.is_folder else os.path.dirname(source.name)


def _target(source: Source, folder: str, name: str) -> str:
    """The new folder for the documents: in `utgaver`, beside the register."""
    base = base_of(source, folder)
    above = os.path.normpath(os.path.join(base, FOLDER))
    outside = leads_out(base, FOLDER)
    if outside:
        shown = above.replace(os.sep, "/")
        raise refuse(f"«{shown}» {outside.why} Legg selve mappen der.")
    names = os.listdir(above) if os.path.isdir(above) else []
    if any(other.casefold() == name.casefold() for other in names):
        shown = os.path.join(above, name).replace(os.sep, "/")
        raise refuse(f"Mappen «{shown}» finnes fra før. Velg et annet navn på utgaven.")
    return os.path.join(above, name)


def _files(source: Source, made: Draft, target: str) -> tuple[NewFile, ...]:
    """Every file to write: those of the register, and the documents."""
    pairs = zip(source.files, made.source.files, strict=True)
    heads = [NewFile(old.name, old.data, new.data) for old, new in pairs if old != new]
    documents = [NewFile(os.path.join(target, n), None, data) for n, data in made.documents]
    return (*heads, *documents)


def _plan(publication: Publication, made: Draft) -> str:
    """What is about to be done, a line for each thing."""
    register = made.register
    number = counted(len(register.measures), "tiltak", "tiltak")
    what = f"Utgave {register.edition} av {one_line(made.source.name)}"
    lines = [
        f"{what}, per {norwegian_day(register.as_of)}: {number}.",
        made.compared(tally),
        "",
        "Dette blir gjort:",
    ]
    for file in publication.files:
        shown = one_line(file.path.replace(os.sep, "/"))
        what = f"endrer {shown}: {'; '.join(made.head)}" if file.before else f"lager {shown}"
        lines.append(f"  {what}")
    if publication.message:
        lines.append(f"  lagrer dette i git med meldingen «{one_line(publication.message)}»")
    if publication.tag:
        lines.append(f"  merker det {publication.tag}")
    return "\n".join([*lines, "", ""])


def _must_be_agreed() -> None:
    answer = console.agreed("Gjøre dette?")
    if answer is None:
        raise refuse("Her er ingen å spørre. Bruk --yes for å gjøre det, eller --dry-run.")
    if not answer:
        console.write("Ingenting er gjort.\n")
        raise typer.Exit(FOUND)


def _closing(publication: Publication, name: str, folder: str) -> str:
    """What was done, and how to go on."""
    where = os.path.dirname(publication.files[-1].path).replace(os.sep, "/")
    lines = [f"Utgave {name} er laget: {one_line(where)}"]
    remotes = ask(folder, "remote") if publication.message else b""
    if publication.tag and remotes and not isinstance(remotes, Refusal):
        lines.append("Del den med «git push --follow-tags».")
    lines.append("Skriv navnet på neste utgave i «utgave» øverst når arbeidet med den begynner.")
    return "\n".join(lines) + "\n"
