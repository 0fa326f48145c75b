"""Ministries and agencies, whose names and abbreviations hold for a time."""

import re
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from tiltak_cli.domain.deadline import norwegian_day


class Name(NamedTuple):
    """A name with its abbreviation; None in `since` or `until` means without a limit."""

    code: str
    bokmål: str
    nynorsk: str
    english: str
    since: date | None
    until: date | None

    def valid_on(self, day: date) -> bool:
        """Whether the organisation carried this name on that day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


class Organisation(NamedTuple):
    """One organisation through all its names. `key` is its identity; an abbreviation is not."""

    key: str
    ministry: bool
    names: tuple[Name, ...]

    def name_on(self, day: date) -> Name | None:
        """The name on a day, or None before the organisation was founded or after it ended."""
        return next((name for name in self.names if name.valid_on(day)), None)


class Organisations(NamedTuple):
    """Every organisation that a register may name, ministries first."""

    all: tuple[Organisation, ...]
    by_code: dict[str, Organisation]

    def ministries_on(self, day: date) -> tuple[Organisation, ...]:
        """The ministries that existed on a day, in the list's order."""
        return tuple(org for org in self.all if org.ministry and org.name_on(day))

    def code_on(self, key: str, day: date) -> str:
        """The abbreviation on a day of the organisation with that identity or abbreviation."""
        organisation = self.by_code.get(key) or next((o for o in self.all if o.key == key), None)
        name = organisation.name_on(day) if organisation else None
        return name.code if name else key

    def name_on(self, code: str, day: date) -> str:
        """The full name on a day of the organisation with that abbreviation."""
        name = self.named_on(code, day)
        return name.bokmål if name else code

    def named_on(self, code: str, day: date) -> Name | None:
        """The name on a day, in every language, of the organisation with that abbreviation."""
        organisation = self.by_code.get(code)
        if organisation is None:
            return None
        now = organisation.name_on(day)
        return now or next(name for name in organisation.names if name.code == code)

    def identity(self, code: str) -> str:
        """What stays the same when an organisation changes its name."""
        organisation = self.by_code.get(code)
        return organisation.key if organisation else code

    def full_names(self) -> dict[str, str]:
        """The abbreviation of each full name, in every language, that one organisation alone has.

        Where it has had several under the same name, the last.
        """
        codes: dict[str, str] = {}
        shared: set[str] = set()
        for organisation in self.all:
            for name in organisation.names:
                for full in {name.bokmål, name.nynorsk, name.english} - {""}:
                    other = self.by_code.get(codes.get(full, ""), organisation)
                    shared |= set() if other == organisation else {full}
                    codes[full] = name.code
        return {full: code for full, code in codes.items() if full not in shared}

    def other_names(self) -> dict[str, str]:
        """The abbreviation by what an organisation is called otherwise: in English, by its number.

        In small letters; where it has had several abbreviations, the last.
        """
        return {
            other.casefold(): name.code
            for organisation in self.all
            for name in organisation.names
            for other in (name.english, organisation.key)
            if other
        }

    def codes_on(self, day: date) -> tuple[str, ...]:
        """The abbreviations that are valid on a day, in the list's order."""
        names = (org.name_on(day) for org in self.all)
        return tuple(name.code for name in names if name)


def organisations_of(organisations: list[Organisation]) -> Organisations:
    """Index a list of organisations by every abbreviation they have had."""
    by_code = {name.code: org for org in organisations for name in org.names}
    return Organisations(tuple(organisations), by_code)


def shortened(text: str, names: Mapping[str, str]) -> str:
    """A text with every full name in it as its code."""
    for full in sorted(names, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(full)}(?!\w)", names[full], text, flags=re.IGNORECASE)
    return text


def validity(name: Name) -> str:
    """Say in words when a name holds: «til 31.12.2021», «fra 01.01.2022», or nothing."""
    parts = []
    if name.since:
        parts.append(f"fra {norwegian_day(name.since)}")
    if name.until:
        parts.append(f"til {norwegian_day(name.until)}")
    return " ".join(parts)
