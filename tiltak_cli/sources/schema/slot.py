"""Where a word stands that is to be one of some codes, and how several are written there."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tiltak_cli.domain.synonyms import OTHER_WORDS, STATUS_WORDS

ORGANISATION_FIELDS = ("ansvarlig", "utførende", "deltakere")
SEPARATOR = re.compile(r"\s*[,;/&+|]\s*|\s+(?:og|and|samt|[-–])\s+")
SEPARATORS = re.compile(rf"{SEPARATOR.pattern}|[.\s]+")
EITHER = re.compile(rf"{SEPARATOR.pattern}|\s+(?:eller|or)\s+")


class Slot(NamedTuple):
    """Where a word stands, and what may stand there.

    `codes` are what may, by the text of each; `synonyms` and `names` give the codes of other words,
    full names and texts, `now` what a code is called on the register's date. `several` says that a
    list may stand there; `position` is the word's own in such a list. `also` gives the codes of
    what is only known in full and in small letters: names in English, numbers.
    """

    name: str
    codes: Mapping[str, str | int]
    synonyms: dict[str, str]
    names: Mapping[str, str]
    now: Mapping[str, str]
    several: bool = False
    position: int | None = None
    also: Mapping[str, str] = {}

    @classmethod
    def of(
        cls,
        name: str,
        known: Sequence[str | int],
        names: Mapping[str, str],
        now: Mapping[str, str],
    ) -> "Slot":
        """A place where one of the known codes may stand."""
        codes = {str(code): code for code in known}
        words = STATUS_WORDS if name == "status" else OTHER_WORDS
        synonyms = {word: code for word, code in words.items() if code in codes}
        return cls(name, codes, synonyms, names, now)

    def on_day(self, code: str) -> str | int:
        """A code as it is called on the register's date."""
        return self.codes[self.now.get(code, code)]


def words_of(text: str) -> list[str]:
    """The words in «KDD/FIN», «KDD og FIN» or «-KDD -FIN», each once."""
    words = (word.removeprefix("-") for word in SEPARATORS.split(text.strip(" ()[]")) if word)
    return list(dict.fromkeys(words))


def several(text: str, codes: Sequence[str]) -> list[str]:
    """The codes that a text lists; nothing when that is not what it does."""
    for parts in (words_of(text), text.split("-")):
        if all(word in codes for word in parts):
            return list(dict.fromkeys(parts))
    return []
