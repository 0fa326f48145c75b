"""What a cell is read as: a value or none, and what is to be told of its words; dates."""

import re
from typing import Any, NamedTuple

from tiltak_cli.domain.dates.fault import NOT_AS_WRITTEN, Fault
from tiltak_cli.domain.spelling import folded
from tiltak_cli.domain.values import value_of
from tiltak_cli.sources.foreign.column import FRIST, ONGOING
from tiltak_cli.sources.foreign.vocabulary import MAYBE_ONGOING, SURELY_ONGOING

TWO_WAYS = "kan leses på to måter"
YES = frozenset(("ja", "true"))
DAY_FIRST = re.compile(r"(?:1[3-9]|2[0-9]|3[01])[/ -]+[0-9]{1,2}[/ -]+[0-9]{4}$")
NO_YEAR = re.compile(r"[0-9]{1,2}[/.-][0-9]{1,2}\.?")


class Part(NamedTuple):
    """A word of a cell, and what it becomes: None for nothing, or where nobody can say.

    `why` says what is unclear; it is empty where the word is read for certain.
    """

    text: str
    becomes: Any = None
    why: str = ""

    @property
    def sure(self) -> bool:
        """Whether no one need look at it."""
        return not self.why


class Read(NamedTuple):
    """A cell as a field's value, None for nothing; and its words, where they are worth telling.

    It is unclear where a word is: then there is no value. `field` is another where the value is.
    """

    value: Any
    parts: tuple[Part, ...] = ()
    field: str = ""

    @property
    def why(self) -> str:
        """What is unclear in it."""
        return next((part.why for part in self.parts if part.why), "")


def says_ongoing(decided: object) -> bool:
    """Whether what someone has decided for a deadline is that there is no end."""
    return decided is True or folded(str(decided)) in {*SURELY_ONGOING, *YES}


def read_date(field: str, text: str) -> Read:
    """A date, or that there is no end; unclear where it says too little, or two things."""
    word = folded(text).strip(" .")
    if field == FRIST and word in SURELY_ONGOING:
        return Read(value=True, parts=(Part(text, ONGOING),), field=ONGOING)
    if field == FRIST and word in MAYBE_ONGOING:
        return Read(None, (Part(text, ONGOING, "kan bety at tiltaket er løpende"),))
    value = value_of(field, text)
    if not isinstance(value, Fault):
        return Read(value, (Part(text, value),))
    if DAY_FIRST.match(word) and value.why == NOT_AS_WRITTEN:
        # «31/12-2025»: there is one way to read it.
        return Read(value.likely, (Part(text, value.likely),))
    if NO_YEAR.fullmatch(word):
        return Read(None, (Part(text, why="mangler året"),))
    likely = None if value.why == TWO_WAYS else value.likely
    return Read(None, (Part(text, likely, value.why),))
