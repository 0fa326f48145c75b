"""Running `tiltak merge`: reading three sides, and writing what comes of them."""

from typing import NamedTuple

from tiltak_cli.changes.merge.pairing import CannotMergeError
from tiltak_cli.changes.merge.result import Choice
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import MOST_CONFLICTS
from tiltak_cli.cli.common.output import write_file
from tiltak_cli.cli.common.registers import side_of
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.cli.common.words import one_of
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.edits.merged.in_folder import write_folder
from tiltak_cli.edits.merged.lines import SIZE, Markers, Style
from tiltak_cli.edits.merged.located import lines_of_conflicts
from tiltak_cli.edits.merged.whole import Together, together
from tiltak_cli.edits.writing import WriteError
from tiltak_cli.sources.files import Source, relative
from tiltak_cli.sources.sides.find import path_of
from tiltak_cli.sources.yaml.markers import SHORTEST
from tiltak_cli.views.conflicts import conflicts_json, conflicts_text, gone

LABELS = 3
STANDARD_OUT = "-"


class Options(NamedTuple):
    """What the command line asks for."""

    output: str | None
    ours: bool
    theirs: bool
    labels: tuple[str, ...]
    marker_size: int
    style: str
    conflicts: str
    renumber: bool
    form: str


def run(names: tuple[str, str, str], options: Options) -> int:
    """Merge three sides, write the result, and give the number of conflicts."""
    markers, choice, form = _understood(names, options)
    path = next((p for n in (1, 0, 2) if (p := path_of(names[n]))), None)
    sources = [side_of(name, path) for name in names]
    folder = any(source.is_folder for source in sources)
    if folder and options.output in (None, STANDARD_OUT):
        raise refuse("En mappe kan ikke skrives til standard ut. Oppgi en mappe med -o MAPPE.")
    if form == "json" and options.output in (None, STANDARD_OUT):
        raise refuse("Med --format json skrives registeret til en fil. Oppgi den med -o FIL.")
    sides = [_files(source, folder=folder) for source in sources]
    try:
        result = together(sides[0], sides[1], sides[2], markers, choice, renumber=options.renumber)
    except CannotMergeError as error:
        raise refuse(_with_name(error, names)) from error
    left = result.conflicts if choice is None else []
    _write(result, options.output, folder=folder)
    for old, new in result.given:
        console.complain(f"Deres nye {old} har fått id-en {new}.")
    if form == "json":
        console.write_json(conflicts_json(left, _lines(result, options.marker_size)[: len(left)]))
    elif choice:
        for sentence in gone(result.conflicts, choice):
            console.complain(sentence)
    elif left:
        console.relay(f"{conflicts_text(left)}\n")
    return min(len(left), MOST_CONFLICTS)


def _understood(
    sides: tuple[str, str, str], options: Options
) -> tuple[Markers | None, Choice | None, str]:
    """The options as what they mean, or a refusal."""
    if options.ours and options.theirs:
        raise refuse("Velg enten --ours eller --theirs.")
    if sides.count(STANDARD_OUT) > 1:
        raise refuse("Bare den ene siden kan være standard inn. Oppgi filer for de andre.")
    if len(options.labels) > LABELS:
        raise refuse("Oppgi -L tre ganger på det meste: vår, base og deres.")
    if options.marker_size < SHORTEST:
        raise refuse(
            f"Konfliktmarkørene må ha minst {SHORTEST} tegn, ellers blir de ikke kjent igjen. "
            f"Skriv for eksempel --marker-size {SIZE}."
        )
    style = Style(one_of("formen", options.style, [str(style) for style in Style]))
    way = one_of("formen", options.conflicts, ("markers", "valid"))
    form = one_of("formen", options.form, ("text", "json"))
    usual = Markers()
    names = (usual.ours, usual.base, usual.theirs)
    ours, base, theirs = (*options.labels, *names[len(options.labels) :])
    markers = Markers(style=style, size=options.marker_size, base=base, ours=ours, theirs=theirs)
    choice = Choice.OURS if options.ours else Choice.THEIRS if options.theirs else None
    return (None if choice or way == "valid" else markers), choice, form


def _with_name(error: CannotMergeError, names: tuple[str, str, str]) -> str:
    """Why it could not be done, with the name that the side it is about was given by."""
    if error.side is None:
        return str(error)
    return f"{quoted(names[error.side])}: {error}"


def _files(source: Source, *, folder: bool) -> dict[str, bytes]:
    """A side's files by their names in the folder; one file alone has none, and may be empty."""
    if not folder:
        return {"": source.files[0].data} if source.files[0].data.strip() else {}
    if not source.is_folder:
        raise refuse(f"«{source.name}» er en fil, og de andre er mapper. Oppgi tre mapper.")
    return {relative(file.name, source.name): file.data for file in source.files}


def _write(result: Together, output: str | None, *, folder: bool) -> None:
    if folder:
        try:
            write_folder(str(output), result.files)
        except WriteError as error:
            raise refuse(str(error)) from error
        return
    for data in result.files.values():
        if output in (None, STANDARD_OUT):
            console.write_utf8((data or b"").decode())
        else:
            write_file(str(output), data or b"")


def _lines(result: Together, size: int) -> list[int | None]:
    """The line of each conflict, in the one file that has it."""
    lines: list[int | None] = [None] * len(result.conflicts)
    for data in result.files.values():
        places = lines_of_conflicts((data or b"").decode(), result.conflicts, size)
        lines = [earlier or place for earlier, place in zip(lines, places, strict=True)]
    return lines
