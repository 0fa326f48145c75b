"""What the format itself knows of a language: its code, and how it writes days."""

from typing import NamedTuple

from tiltak_cli.wording import Language


class Locale(NamedTuple):
    """A language's code in documents, and the number format of a day.

    The number in brackets makes every program write the month in that language.
    """

    code: str
    day: str


LOCALES = {
    Language.NB: Locale("nb-NO", "dd.mm.yyyy"),
    Language.NN: Locale("nn-NO", "dd.mm.yyyy"),
    Language.EN: Locale("en-GB", "[$-809]d mmm yyyy"),
}
