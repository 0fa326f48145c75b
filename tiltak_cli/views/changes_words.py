"""The headline and the count of a comparison: the same words in every form."""

from tiltak_cli.changes.compare import Comparison
from tiltak_cli.changes.kinds import Change, Level, Piece
from tiltak_cli.domain.deadline import norwegian_day
from tiltak_cli.domain.sentences import sentence
from tiltak_cli.domain.words import counted

LEVEL_WORDS = {
    Level.MAJOR: ("vesentlig", "vesentlige"),
    Level.NORMAL: ("normal", "normale"),
    Level.EDITORIAL: ("redaksjonell", "redaksjonelle"),
}


def headline(comparison: Comparison) -> str:
    """Which editions are compared."""
    old, new = comparison.old, comparison.new
    return (
        f"Endringer fra {old.edition} (per {norwegian_day(old.as_of)}) "
        f"til {new.edition} (per {norwegian_day(new.as_of)})"
    )


def tally(comparison: Comparison) -> str:
    """How many changes there are, in how many measures, and how weighty they are."""
    if not comparison.all:
        return "Ingen endringer i innholdet."
    levels = ", ".join(
        counted(number, *LEVEL_WORDS[level])
        for level, number in comparison.by_level().items()
        if number
    )
    total = counted(len(comparison.all), "endring", "endringer")
    touched = len(comparison.measures())
    where = f" i {counted(touched, 'tiltak', 'tiltak')}" if touched else ""
    return f"{total}{where}: {levels}."


def detail(change: Change) -> str:
    """The register's own words about a change: the new ones in quotes, or the text word by word.

    Words that came in place of others stand in brackets: «minst [3 → 5] departementer».
    """
    if change.words:
        return f"«{word_by_word(change.words)}»"
    return f"«{sentence(change.why)}»" if change.why else ""


def word_by_word(pieces: tuple[Piece, ...]) -> str:
    """A changed text on one line, with what was taken out and put in."""
    return " ".join(_piece(piece) for piece in pieces)


def _piece(piece: Piece) -> str:
    if piece.same:
        return piece.out
    if piece.out and piece.into:
        return f"[{piece.out} → {piece.into}]"
    return f"[+ {piece.into}]" if piece.into else f"[− {piece.out}]"
