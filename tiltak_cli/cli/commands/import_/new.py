"""`import --new`: a spreadsheet is shown as what it would become, and written as a register."""

import os
from collections.abc import Iterator
from typing import NamedTuple

from tiltak_cli.cli.commands.import_.asked import (
    CUT,
    DIRECTIONS,
    Asked,
    decided,
    left_over,
    not_in_the_sheet,
    previewed,
    ready_to_write,
    run_again,
    save,
    standard,
    to_decide,
)
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import CLEAN, FOUND
from tiltak_cli.cli.common.options import DEFAULT_STRATEGY
from tiltak_cli.cli.common.output import write_file
from tiltak_cli.cli.common.start.head import Asking, Head, assumed_sentence, head_of, strategy_in
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.domain.norwegian import counted, listed, quoted
from tiltak_cli.edits.door import EditError
from tiltak_cli.edits.start.files import REGISTER, Beginning
from tiltak_cli.sources.default import default_path
from tiltak_cli.sources.files import is_yaml, shown
from tiltak_cli.sources.foreign.preview import Preview
from tiltak_cli.sources.foreign.standard import with_standard
from tiltak_cli.sources.foreign.words import Reader
from tiltak_cli.sources.strategies import Plan
from tiltak_cli.views.safe import one_line

FORMS = ("text", "json")


class _Start(NamedTuple):
    """What a new register is to begin with, and what of it is assumed."""

    strategy: str
    plan: Plan
    head: Head
    assumed: list[tuple[str, str]]


def import_new(path: str, asked: Asked) -> int:
    """Show or write what a spreadsheet becomes, and give the exit code."""
    target = _target(asked)
    start = _start(asked, target)
    decisions = decided(asked)
    reader = Reader(start.plan, start.head.as_of, decisions.words)
    preview = previewed(path, asked, decisions, reader)
    save(asked, preview, decisions)
    filled = with_standard(preview.entries, preview.unclear, standard(decisions, reader))
    missing = tuple(field for field in preview.missing if field not in filled.counts)
    if DIRECTIONS not in filled.counts and _without_directions(preview, start.plan):
        missing = (*missing, DIRECTIONS)
    preview = preview._replace(entries=filled.entries, missing=missing, standard=filled.counts)
    if not asked.write:
        return _show(path, preview, asked, start)
    return _write(path, preview, asked, start, target)


def _without_directions(preview: Preview, plan: Plan) -> bool:
    """Whether the strategy has directions, and no column tells which ones measures follow up."""
    fields = {column.field for column in preview.columns}
    return bool(plan.direction_codes) and not fields & {DIRECTIONS, "opphav"}


def _target(asked: Asked) -> str:
    """Where the register goes. It is never written over a file."""
    target = asked.output or REGISTER
    if not is_yaml(target):
        raise refuse(f"Registeret {quoted(target)} må ha endingen .yaml.")
    if not asked.write:
        return target
    if there := _there(asked):
        raise refuse(there)
    if os.path.lexists(target):
        raise refuse(
            f"{quoted(target)} finnes fra før og blir ikke endret. Velg et annet navn med -o."
        )
    return target


def _there(asked: Asked) -> str:
    """That there is a register already, where nobody has said where the new one is to be."""
    there = default_path() if asked.output is None else None
    if there is None:
        return ""
    name = one_line(there)
    return (
        f"Her er registeret {quoted(name)} fra før. Skriv et nytt med -o FIL, eller før inn i det "
        f"som er der, med --into {name}."
    )


def _start(asked: Asked, target: str) -> _Start:
    asking = Asking(someone=False)
    folder = os.path.dirname(target) or "."
    reading = strategy_in(folder, above=True)
    name, plan = asking.get("strategi", "--strategy", asked.strategy, DEFAULT_STRATEGY, reading)
    head = head_of(asking, plan, asked.edition, asked.as_of, asked.keeper)
    return _Start(name, plan, head, asking.assumed)


def _show(path: str, preview: Preview, asked: Asked, start: _Start) -> int:
    code = CLEAN if preview.clear and preview.entries else FOUND
    if asked.form == "json":
        from tiltak_cli.views.foreign.json import preview_json

        console.write_json(preview_json(preview))
        return code
    from tiltak_cli.views.terminal.foreign import next_steps, preview_text

    width = console.width()
    console.write(
        preview_text(shown(path), preview, width, colours=console.colours(), whole=asked.whole)
    )
    steps = [
        *_counts(preview),
        *to_decide(preview, asked),
        *not_in_the_sheet(preview),
        *_to_write(preview, asked, start),
    ]
    console.write(next_steps(steps, width))
    return code


def _counts(preview: Preview) -> Iterator[str]:
    measures = counted(len(preview.entries), "tiltak", "tiltak")
    yield f"{measures} er funnet. {left_over(preview) or 'Alt har en mening.'}"
    yield from _standard(preview)


def _standard(preview: Preview) -> Iterator[str]:
    if preview.standard:
        fields = listed(
            [f"{field} i {counted(n, 'tiltak', 'tiltak')}" for field, n in preview.standard.items()]
        )
        yield f"Fylt ut med det som er valgt som standard: {fields}."


def _to_write(preview: Preview, asked: Asked, start: _Start) -> Iterator[str]:
    if start.assumed:
        yield assumed_sentence(start.assumed)
    if there := _there(asked):
        yield there
    elif preview.titled and preview.entries:
        cells = " Celler som ikke er avklart, blir stående som kommentarer."
        left = cells if preview.unclear else ""
        yield f"{run_again(preview)} med --write for å lage {asked.output or REGISTER}.{left}"


def _write(path: str, preview: Preview, asked: Asked, start: _Start, target: str) -> int:
    from tiltak_cli.views.foreign.register import register_of

    ready_to_write(preview)
    if not preview.entries:
        raise refuse("Tabellen har ingen tiltak, så ingenting er skrevet.", FOUND)
    head = start.head
    beginning = Beginning(
        strategy=start.strategy, edition=head.edition, as_of=head.as_of, keeper=head.keeper
    )
    try:
        text = register_of(target, os.path.basename(path), preview, beginning)
    except EditError as error:
        raise refuse(f"Registeret kan ikke skrives: {error}") from error
    write_file(target, text.encode(), (path,))
    _told(preview, asked, start, target)
    return CLEAN


def _told(preview: Preview, asked: Asked, start: _Start, target: str) -> None:
    """Say what is written, and what is left."""
    from tiltak_cli.views.foreign.left import left_behind, unstated_in
    from tiltak_cli.views.terminal.foreign import next_steps

    name = one_line(shown(target))
    sentences = [assumed_sentence(start.assumed)] if start.assumed else []
    cells = counted(len(preview.unclear_cells), "celle", "celler")
    sentences.append(f"Skrev {name}: {counted(len(preview.entries), 'tiltak', 'tiltak')}.")
    sentences += _standard(preview)
    if preview.unclear:
        sentences.append(f"{cells} er ikke avklart, og står som kommentarer i filen.")
    sentences += left_behind(preview)
    sentences += [CUT] if preview.cut else []
    sentences += unstated_in(preview)
    sentences.append(f"Se hva som gjenstår med «tiltak validate {name}».")
    if asked.form == "json":
        from tiltak_cli.views.foreign.json import preview_json

        console.write_json(preview_json(preview))
        console.relay("\n".join(sentences))
        return
    console.write(next_steps(sentences, console.width()).removeprefix("\n"))
