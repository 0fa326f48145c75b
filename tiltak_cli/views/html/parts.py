"""The small parts that the page is made of, as values: the templates only place them."""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import NamedTuple
from urllib.parse import urlsplit

from tiltak_cli.domain.deadline import PartialDate
from tiltak_cli.domain.fields import Kind
from tiltak_cli.domain.measure import Measure
from tiltak_cli.overview.counts import Overview, Situation
from tiltak_cli.views.html.palette import slug
from tiltak_cli.views.report import words
from tiltak_cli.views.symbols import SITUATION_SYMBOLS
from tiltak_cli.wording import Wording

PLAIN_ID = re.compile(r"T[0-9]+")
MACHINE_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


class Badge(NamedTuple):
    """A situation as the page shows it: the name of its colours, its symbol and its word."""

    slug: str
    symbol: str
    word: str


class When(NamedTuple):
    """A date for readers, and the same for programs (`<time datetime>`)."""

    text: str
    machine: str


class Item(NamedTuple):
    """A piece of a value: text, where it leads, and what is said after it.

    `href` is an anchor of the page or an http(s) address, else empty.
    """

    text: str
    href: str = ""
    symbol: str = ""
    when: When | None = None
    note: str = ""
    alarm: bool = False


class Count(NamedTuple):
    """A number of measures, with the choice of them (`situation=late`) that a link makes."""

    number: int
    choice: str
    badge: Badge | None = None


class Context:
    """An overview, the language that the page speaks, and where on the page each measure is."""

    def __init__(self, seen: Overview, say: Wording) -> None:
        self.seen = seen
        self.say = say
        self.register = seen.register
        self.badges = badges(say)

    @cached_property
    def by_id(self) -> Mapping[str, Measure]:
        """Every measure of the register, by id."""
        return self.register.by_id()

    @cached_property
    def anchors(self) -> Mapping[str, str]:
        """The anchor of each measure that is on the page. Ids that are none get a number."""
        ids = enumerate(measure.id for measure in self.seen.measures)
        return {code: code if PLAIN_ID.fullmatch(code) else f"tiltak-{n}" for n, code in ids}

    @cached_property
    def texts(self) -> Mapping[Kind, Mapping[str, str]]:
        """What the strategy's codes stand for, by the kind of field that holds them."""
        strategy = self.register.strategy
        return {
            Kind.AREAS: {area.code: area.name for area in strategy.areas},
            Kind.DIRECTIONS: {each.code: each.text for each in strategy.directions},
            Kind.DEVELOPMENTS: {each.code: each.text for each in strategy.developments},
        }

    @cached_property
    def names(self) -> dict[str, str]:
        """The full names of organisations, as far as anybody has asked for them."""
        return {}

    @cached_property
    def waiting(self) -> Mapping[str, list[str]]:
        """By id, the measures that depend on each."""
        return _turned((code, m.id) for m in self.register.measures for code in m.depends_on)

    @cached_property
    def parts(self) -> Mapping[str, list[str]]:
        """By id, the measures that are part of each."""
        return _turned((code, m.id) for m in self.register.measures for code in m.part_of)

    def link(self, code: str) -> Item:
        """A measure by id and title, with a link where it is on the page."""
        measure = self.by_id.get(code)
        text = f"{code} {measure.title}" if measure else code
        return Item(text, f"#{self.anchors[code]}" if code in self.anchors else "")

    def name(self, code: str) -> str:
        """An organisation's full name, or its abbreviation where it has no other."""
        if code not in self.names:
            self.names[code] = words.organisation(code, self.seen, self.say)
        return self.names[code]

    def day(self, value: date) -> When:
        """A day as readers and programs see it."""
        return When(self.say.value(value), value.isoformat())

    def partial(self, value: PartialDate, *, start: bool = False) -> When:
        """A partial date; to programs, a half-year or quarter is its first or last day."""
        day = value.first if start else value.last
        known = MACHINE_DATE.fullmatch(value.text)
        return When(self.say.value(value), value.text if known else day.isoformat())


def badges(say: Wording) -> dict[Situation, Badge]:
    """Every situation as a page shows it."""
    return {
        kind: Badge(slug(kind), SITUATION_SYMBOLS[kind], say(f"situation.{kind}"))
        for kind in Situation
    }


def _turned(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    by_key: dict[str, list[str]] = {}
    for key, value in pairs:
        by_key.setdefault(key, []).append(value)
    return by_key


def choice(**wanted: str) -> str:
    """A choice of measures as JSON, from which the page's script makes an address."""
    return json.dumps(wanted, ensure_ascii=False, sort_keys=True)


def web_address(link: str) -> str:
    """An address that a reader may follow, or nothing: only http and https lead anywhere."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return ""
    web = parts.scheme.lower() in ("http", "https") and bool(parts.netloc)
    return link if web and link.isprintable() and " " not in link else ""
