"""Words on the command line that must be known ones, and what to say of those that are not."""

from collections.abc import Iterable

from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.domain.spelling import folded, nearest


def one_of(
    what: str,
    word: str,
    known: Iterable[str],
    synonyms: dict[str, str] | None = None,
    otherwise: str = "",
    where: str = "",
) -> str:
    """The known word that is meant, whatever its case; else «Finner ikke WHAT «x».» and a remedy.

    `where` comes after the word. `otherwise` is the remedy where no known word is near; the known
    words, if it is not given.
    """
    by_word = {folded(each): each for each in known}
    if (meant := by_word.get(folded(word))) is not None:
        return meant
    remedy = guess(word, by_word.values(), synonyms, otherwise)
    raise refuse(f"{' '.join(filter(None, ('Finner ikke', what, quoted(word), where)))}. {remedy}")


def guess(
    word: str,
    known: Iterable[str],
    synonyms: dict[str, str] | None = None,
    otherwise: str = "",
) -> str:
    """What to write instead of a word that is not known: the nearest, or which there are."""
    words = list(known)
    near = nearest(word, words, synonyms)
    return f"Mente du {near}?" if near else otherwise or f"Velg {listed(words, 'eller')}."
