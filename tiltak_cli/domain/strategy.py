"""A strategy as data: target areas with their directions, and development areas."""

from typing import NamedTuple


class Direction(NamedTuple):
    """One retningsvalg: its code (such as `1a`) and the strategy's own words."""

    code: str
    text: str
    area: str


class TargetArea(NamedTuple):
    """One målområde with its directions, in the strategy's order."""

    code: str
    name: str
    description: str
    directions: tuple[Direction, ...]


class DevelopmentArea(NamedTuple):
    """One utviklingsområde: its code (such as `U1`) and the strategy's own words."""

    code: str
    text: str


class Strategy(NamedTuple):
    """A plan with target areas and directions; `first_year` and `last_year` are inclusive.

    `previous` is the period of the strategy it replaces, such as `2016-2020`, or empty.
    """

    title: str
    subtitle: str
    first_year: int
    last_year: int
    previous: str
    areas: tuple[TargetArea, ...]
    developments: tuple[DevelopmentArea, ...]

    @property
    def period(self) -> str:
        """The period as readers see it: `2021–2025`."""
        return f"{self.first_year}–{self.last_year}"

    @property
    def directions(self) -> tuple[Direction, ...]:
        """Every direction, in the strategy's order."""
        return tuple(direction for area in self.areas for direction in area.directions)

    def area(self, code: str) -> TargetArea | None:
        """Find a target area by its code."""
        return next((area for area in self.areas if area.code == code), None)

    def parents(self) -> dict[str, str]:
        """The target area's code for every direction's code."""
        return {direction.code: direction.area for direction in self.directions}
