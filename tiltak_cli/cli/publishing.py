"""Options to what is published, with one sentence for a value that does not exist."""

from tiltak_cli.cli.opening import refuse
from tiltak_cli.cli.options import LANGUAGE_WORDS, LANGUAGES, PAPERS
from tiltak_cli.domain.words import folded, listed, nearest, quoted
from tiltak_cli.wording import Language


def language_of(option: str | None) -> Language:
    """The language that `--language` names, bokmål where it is not given, or a refusal."""
    word = folded(option) if option is not None else "nb"
    return Language(_known("språket", word, LANGUAGES, LANGUAGE_WORDS))


def paper_of(option: str | None) -> str | None:
    """The paper that `--paper` names, nothing where it is not given, or a refusal."""
    return None if option is None else _known("papiret", folded(option), PAPERS, {})


def _known(what: str, word: str, known: tuple[str, ...], synonyms: dict[str, str]) -> str:
    code = synonyms.get(word, word)
    if code in known:
        return code
    guess = nearest(word, known, synonyms)
    remedy = f"Mente du {guess}?" if guess else f"Velg {listed(known, 'eller')}."
    raise refuse(f"Finner ikke {what} {quoted(word)}. {remedy}")
