"""Why a text is no date, and what to write instead."""

from typing import Any, NamedTuple

from tiltak_cli.domain.norwegian import quoted

WRITE = "Skriv datoen som 2024, 2024-H1, 2024-Q2, 2024-06 eller 2024-06-30."
WRITE_A_DAY = "Skriv datoen som år-måned-dag, for eksempel 2024-06-30."
NOT_A_DAY = "er ikke en bestemt dag"
NOT_A_DATE = "er ikke en dato"
IMPOSSIBLE_YEAR = "har et år som ikke kan være riktig"
NOT_IN_THE_CALENDAR = "finnes ikke i kalenderen"
VAGUE = "er ikke en bestemt periode"
A_THIRD, YEARS, SPAN = "er et tertial", "er flere år", "er et tidsrom"
# Of these no day can be told.
LONGER = (VAGUE, A_THIRD, YEARS, SPAN)
SHORT = "har et år med to sifre"
BACKWARDS = "har dag og måned i feil rekkefølge"
NOT_AS_WRITTEN = "er ikke skrevet slik registeret krever"


class Fault(NamedTuple):
    """Why a value cannot be taken as it is written.

    `why` goes on after the text («er ikke en dato»), `remedy` is a sentence, and `likely` is the
    plain value that was most likely meant, for someone to look over; None where nobody can say.
    """

    text: str
    why: str
    remedy: str
    likely: Any = None

    @property
    def sentence(self) -> str:
        """All of it: what is wrong and what to write."""
        return f"{quoted(self.text)} {self.why}. {self.remedy}"
