"""All that the tool itself says in what is published, in bokmål, nynorsk and English.

Register text stays as written. `table/` has the rows, one table in several files.
"""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from functools import cache
from string import Formatter
from typing import Any

from tiltak_cli.domain.deadline import PartialDate
from tiltak_cli.domain.fields import BY_KEY, Field
from tiltak_cli.domain.measure import Document, Milestone, Origin
from tiltak_cli.domain.organisations import Name, Organisations
from tiltak_cli.wording import language as forms
from tiltak_cli.wording.language import Language
from tiltak_cli.wording.phrase import Phrase, phrase
from tiltak_cli.wording.table import TABLE

__all__ = ["NB", "Language", "Phrase", "Wording", "phrase", "wording"]

ORDER = tuple(Language)
QUOTED = 40


class Wording(Formatter):
    """What to say in one language.

    In a row `{name}` is a value as readers see it. After a colon stands how: `in` («i juni 2024»),
    `long` («30. juni 2024»), `days` («45 dager»), `quoted` or `quoted100` («…», shortened),
    `lower` (in small letters), `list` («a, b og c»), `or` and `orlist` («ingen» for what is
    empty), `n.WORD` (a number with the noun `noun.WORD`: «3 tiltak»), `N.WORD` (the same where a
    sentence begins: «Ett tiltak»), `word` or `word.m` (a number in words, up to twelve: «ett»,
    «én»), `pick.ONE|MANY` (the first for one, the second for any other number; of a list, as many
    as are in it).
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self.column = ORDER.index(language)

    def __call__(self, key: str, **values: Any) -> str:  # noqa: ANN401 - as `phrase`
        """Say a row of the table, its places filled with values."""
        text = TABLE[key][self.column]
        return self.vformat(text, (), values) if "{" in text else text

    def phrase(self, said: Phrase) -> str:
        """Say a phrase."""
        return self(said.key, **dict(said.values))

    def phrases(self, phrases: Iterable[Phrase]) -> str:
        """Say phrases after each other."""
        return " ".join(self.phrase(each) for each in phrases)

    def format_field(self, value: Any, format_spec: str) -> str:  # noqa: ANN401
        """Write a value in a place of a row."""
        language = self.language
        kind, _, detail = format_spec.partition(".")
        match kind:
            case "in":
                text = forms.in_partial(value, language)
            case "long":
                text = forms.long_day(value, language)
            case "days":
                text = forms.days(value, language)
            case "list":
                text = forms.joined([self.value(item) for item in value], language)
            case "or":
                text = self.value(value) or self("none")
            case "orlist":
                text = self.format_field(value, "list") or self("none")
            case "n" | "N" | "word" | "pick":
                number = len(value) if isinstance(value, tuple) else value
                text = self._number(number, kind, detail)
            case "lower":
                text = self.value(value).lower()
            case _ if kind.startswith("quoted"):
                text = forms.in_quotes(
                    self.value(value), language, int(kind.removeprefix("quoted") or QUOTED)
                )
            case _:
                text = self.value(value)
        return text

    def _number(self, value: int, kind: str, detail: str) -> str:
        """A number with its noun, in words, or as what it picks of two."""
        if kind == "word":
            return forms.in_words(value, self.language, masculine=detail == "m")
        one, _, many = (detail if kind == "pick" else self(f"noun.{detail}")).partition("|")
        picked = one if value == 1 else many
        if kind == "N" and value == 1:
            return f"{forms.in_words(value, self.language).capitalize()} {picked}"
        return picked if kind == "pick" else f"{value} {picked}"

    def value(self, value: Any) -> str:  # noqa: ANN401 - every kind of field comes here
        """Write a field's value on one line; nothing for what is empty. Codes get their word."""
        match value:
            case None | False:
                text = ""
            case True:
                text = self("yes")
            case PartialDate():
                text = forms.partial(value, self.language)
            case date():
                text = forms.day(value, self.language)
            case Enum():
                text = self.word(str(value.value))
            case tuple():
                text = self._compound(value)
            case _:
                text = " ".join(str(value).split())
        return text

    def stated(self, value: Any) -> str:  # noqa: ANN401 - as `value`
        """Write the value of a field that every measure must have, or say that it is not stated."""
        return self.value(value) or self("unstated")

    def _compound(self, value: tuple[Any, ...]) -> str:
        """A value with parts: a phrase, a part of a measure, a name, or a list of values."""
        match value:
            case Phrase():
                text = self.phrase(value)
            case Field():
                text = self.label(value)
            case Name():
                text = f"{self.name(value)} ({value.code})"
            case Milestone():
                due = f" ({self.value(value.deadline)})" if value.deadline else ""
                reached = f", {self('milestone.reached', day=value.reached)}" * bool(value.reached)
                text = f"{value.id} {value.text}{due}{reached}"
            case Document():
                text = f"{value.title} <{value.link}>"
            case Origin():
                identity = f" {value.id}" if value.id else ""
                text = f"{value.period.replace('-', '–')}{identity}, {self.word(value.status)}"
            case _:
                separator = "; " if value and not isinstance(value[0], str) else ", "
                text = separator.join(self.value(item) for item in value)
        return " ".join(text.split())

    def word(self, code: str) -> str:
        """The word for a value of a code list of ours: «igangsatt», «høy», «rød»."""
        row = TABLE.get(f"word.{code}")
        return row[self.column] if row else code

    def label(self, field: Field | str) -> str:
        """What a field is called in headings."""
        row = BY_KEY[field] if isinstance(field, str) else field
        return (row.nb, row.nn, row.en)[self.column]

    def organisation(self, organisations: Organisations, code: str, on: date) -> str:
        """The full name on a day of the organisation with that abbreviation."""
        name = organisations.named_on(code, on)
        return self.name(name) if name else code

    def name(self, name: Name) -> str:
        """An organisation's full name."""
        return (name.bokmål, name.nynorsk, name.english)[self.column]


@cache
def wording(language: Language) -> Wording:
    """The wording of a language."""
    return Wording(language)


NB = wording(Language.NB)
