"""The register: one edition of the overview of measures under a strategy."""

import re
from datetime import date
from typing import NamedTuple

from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.organisations import Organisations
from tiltak_cli.domain.strategy import Strategy

# An edition that is named by its year, such as «2023-2»; «2021-2025» is a period.
OF_YEAR = re.compile(r"((?:19|20)[0-9]{2})(?:[-./ ][0-9]{1,2})?")
# The same in other words and signs, with the year first or last.
SIGNS = r"[-./:,_\u2010-\u2015\u2212 ]{1,3}"
WORD = r"(?:utgave|utgåve|utg\.?|nummer|nr\.?) ?"
YEAR_FIRST = re.compile(rf"(?i)(?:{WORD})?((?:19|20)[0-9]{{2}}){SIGNS}(?:{WORD})?([0-9]{{1,2}})\.?")
YEAR_LAST = re.compile(
    rf"(?i)(?:{WORD})?([0-9]{{1,2}})(?:\.? ?{WORD}(?:i |av |for )?|{SIGNS})((?:19|20)[0-9]{{2}})\.?"
)
# So far from its edition, and before and after its strategy, the content may be described.
YEARS_BESIDE, YEARS_BEFORE, YEARS_AFTER = 1, 1, 2
# Where so many days on which something has happened are later, and one in so many of them all,
# it is the register's own that is wrong.
LATER_DAYS, ONE_IN = 5, 4


def edition_meant(text: str) -> str:
    """The name `2024-1` of an edition that is written otherwise; empty where it is not so named."""
    name = text.strip()
    if name[:4].isdigit() and (not name[4:] or (name[4] == "-" and name[5:].isdigit())):
        return ""
    if match := YEAR_FIRST.fullmatch(name):
        return f"{match[1]}-{match[2]}"
    match = YEAR_LAST.fullmatch(name)
    return f"{match[2]}-{match[1]}" if match else ""


class Register(NamedTuple):
    """One edition of a register. `as_of` is the day that its content describes (`per_dato`).

    Of one with faults, `left_out` are the measures that are not among the others, for it is not
    clear what they say, and `faults` is how many errors it has. Where it is not `dated`, `as_of` is
    another day that stands for its own.
    """

    strategy: Strategy
    organisations: Organisations
    edition: str
    as_of: date
    keeper: str
    measures: tuple[Measure, ...]
    left_out: tuple[Measure, ...] = ()
    faults: int = 0
    dated: bool = True

    @property
    def in_all(self) -> int:
        """How many measures there are, with those that are left out."""
        return len(self.measures) + len(self.left_out)

    def by_id(self) -> dict[str, Measure]:
        """The measures by id; the first wins where an id stands twice (a finding says so)."""
        measures: dict[str, Measure] = {}
        for measure in self.measures:
            measures.setdefault(measure.id, measure)
        return measures

    def odd_date(self) -> str:
        """What `per_dato` is too far from to be right; empty where nothing is against it.

        It is the edition where that is named by its year, else the period of the strategy.
        """
        year = self.as_of.year
        named = OF_YEAR.fullmatch(self.edition.strip()) or OF_YEAR.fullmatch(
            edition_meant(self.edition)
        )
        if named:
            near = abs(year - int(named[1])) <= YEARS_BESIDE
            return "" if near else f"utgaven «{self.edition}»"
        first, last = self.strategy.first_year, self.strategy.last_year
        near = first - YEARS_BEFORE <= year <= last + YEARS_AFTER
        return "" if near else f"strategien for {self.strategy.period}"

    def later_days(self) -> list[date]:
        """The days after `per_dato` on which something has happened, where they are so many.

        Then it is `per_dato` that is wrong. A few of them are wrong themselves, and not given.
        """
        days = [day for measure in self.measures for day in measure.happened]
        later = sorted(day for day in days if day > self.as_of)
        return later if len(later) >= max(LATER_DAYS, len(days) / ONE_IN) else []
