"""What of a comparison `tiltak diff` is asked for, and whether it counts as a failure."""

from tiltak_cli.changes.compare import Comparison
from tiltak_cli.changes.kinds import Kind, Level
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.registers import refuse
from tiltak_cli.domain.words import folded, listed, nearest, quoted


def kinds_of(words: list[str] | None) -> frozenset[Kind]:
    """The kinds that `--kind` names, by code or by level; every kind where nothing is named."""
    if not words:
        return frozenset(Kind)
    known = {kind.code: frozenset({kind}) for kind in Kind}
    known |= {str(level): frozenset(k for k in Kind if k.level is level) for level in Level}
    found: frozenset[Kind] = frozenset()
    for word in words:
        named = known.get(folded(word))
        if named is None:
            guess = nearest(word, known, {folded(kind.heading): kind.code for kind in Kind})
            remedy = f"Mente du {guess}?" if guess else f"Velg {listed(known, 'eller')}."
            raise refuse(f"Finner ikke endringsslaget {quoted(word)}. {remedy}")
        found |= named
    return found


def level_of(word: str | None) -> Level | None:
    """The level that `--fail-on` names."""
    if word is None:
        return None
    by_word = {str(level): level for level in Level}
    level = by_word.get(folded(word))
    if level is None:
        guess = nearest(word, by_word)
        remedy = f"Mente du {guess}?" if guess else f"Velg {listed(by_word, 'eller')}."
        raise refuse(f"{quoted(word)} er ikke et nivå. {remedy}")
    return level


def fails(comparison: Comparison, lowest: Level | None) -> bool:
    """Whether some change is at least as weighty as a level; nothing fails without one."""
    if lowest is None:
        return False
    counted = list(Level)[: list(Level).index(lowest) + 1]
    changes = (*comparison.all, *filter(None, [comparison.comments]))
    return any(change.kind.level in counted for change in changes)


def in_terminal(comparison: Comparison) -> None:
    """Show a comparison as text on standard output."""
    from tiltak_cli.views.terminal.changes import changes_text

    console.write(changes_text(comparison, console.width(), colours=console.colours()))
