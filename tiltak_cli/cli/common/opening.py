"""A register opened to be edited, and the measure that is named in it."""

import os
from collections import Counter
from typing import Any

from tiltak_cli.cli.common.codes import FOUND, UNUSABLE
from tiltak_cli.cli.common.registers import named_or_default
from tiltak_cli.cli.common.stop import found, refuse
from tiltak_cli.cli.common.words import one_of
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.edits.opened import Opened, OpenFile, Standing, opened
from tiltak_cli.rules.file_rules import CONFLICT
from tiltak_cli.sources.files import Refusal, read_path
from tiltak_cli.sources.register.load import load
from tiltak_cli.sources.yaml.places import LIST
from tiltak_cli.views.safe import one_line

STANDARD_IN = "-"
RESOLVE = "«tiltak resolve» viser konfliktene og løser dem. "
REVISION = "En git-revisjon kan ikke endres. Oppgi registeret som en fil eller mappe."


def open_to_edit(path: str | None) -> Opened:
    """Read the register at a path, or the default one; refuse what cannot be edited."""
    named = named_or_default(path)
    source = read_path(named)
    if isinstance(source, Refusal) and ":" in named and not os.path.lexists(named):
        raise refuse(REVISION)
    register = opened(found(source))
    if not register.files:
        raise unread(register)
    return register


def unread(register: Opened) -> Exception:
    """Say what keeps a file from being read, and so from being edited."""
    loaded = load(register.source)
    first = loaded.first_of(loaded.errors)
    place = f"{one_line(first.place.file)}:{first.place.line}"
    how = RESOLVE if first.code == CONFLICT.code else ""
    sentence = f"{first.message} {first.remedy} {how}Filen kan ikke endres før det er rettet."
    return refuse(f"{place}: {sentence}", FOUND if loaded.readable else UNUSABLE)


def measure_in(register: Opened, identity: str) -> Standing:
    """The measure with an id, in any case; refuse where there is none, or more than one."""
    standing = register.under(identity)
    if len(standing) > 1:
        places = [f"{one_line(m.file.name)}:{m.file.line(m.path)}" for m in standing]
        raise refuse(
            f"{quoted(identity)} står {len(standing)} ganger: {listed(places)}. Gi tiltakene hver "
            "sin id først.",
            FOUND,
        )
    if not standing:
        if register.unread:
            raise unread(register)
        otherwise = "«tiltak list» viser alle tiltakene."
        one_of("tiltaket", identity, register.ids, otherwise=otherwise)
    return standing[0]


def ids_seen(register: Opened) -> set[str]:
    """The ids that measures have had in git, on any branch; none where there is no history."""
    from tiltak_cli.cli.common.progress import counting
    from tiltak_cli.sources.history.elsewhere import ids_elsewhere
    from tiltak_cli.sources.history.read import read_history

    if register.source.name == STANDARD_IN:
        return set()
    with counting("Leser revisjon") as progress:
        history = read_history(register.source.name, progress)
    stories = () if isinstance(history, Refusal) else history.stories.values()
    own = {identity for story in stories for identity in story.ids}
    return own | ids_elsewhere(register.source.name)


def file_for(register: Opened, plain: dict[str, Any]) -> OpenFile:
    """The file whose measures most often have the same lead; else the last one with measures."""
    lead = _lead(plain)
    same = Counter(m.file.name for m in register.measures if lead and _lead(m.plain) == lead)
    holding = [f for f in register.files if isinstance(f.tree.data, dict) and LIST in f.tree.data]
    holding = holding or [file for file in (register.head,) if file is not None]
    if not holding:
        raise unread(register)
    # Of several with as many the first is taken, which here is the last.
    return max(holding[::-1], key=lambda file: same[file.name])


def _lead(plain: dict[str, Any]) -> str:
    responsible = plain.get("ansvarlig")
    first = responsible[:1] if isinstance(responsible, list) else [responsible]
    return str(first[0]) if first and first[0] else ""
