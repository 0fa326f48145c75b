"""What a word in someone else's sheet may be in a register: codes, names, statuses, dates.

What is certain is taken; what is likely is said, for someone to decide; the rest is only told.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from tiltak_cli.domain.dates.fault import Fault
from tiltak_cli.domain.fields import BY_KEY, Kind
from tiltak_cli.domain.invisible import cleaned
from tiltak_cli.domain.limits import limits_in
from tiltak_cli.domain.measure import Assessment, Priority, Status
from tiltak_cli.domain.norwegian import listed
from tiltak_cli.domain.spelling import folded
from tiltak_cli.domain.synonyms import COULD_BE, UNSURE_WORDS
from tiltak_cli.domain.values import FALSE_WORDS, TRUE_WORDS, value_of
from tiltak_cli.sources.foreign.column import FRIST, ONGOING
from tiltak_cli.sources.foreign.read import Part, Read, read_date, says_ongoing
from tiltak_cli.sources.foreign.vocabulary import (
    BEFORE,
    LIKELY_PRIORITY,
    LIKELY_STATUS,
    is_empty,
)
from tiltak_cli.sources.schema.say_code import code_message
from tiltak_cli.sources.schema.say_unsure import could_be
from tiltak_cli.sources.schema.slot import ORGANISATION_FIELDS, Slot
from tiltak_cli.sources.strategies import Plan

EVERYONE = "alle"
ALL_MINISTRIES = (
    *("alle departementer", "alle departementene", "alle departement", "alle departementa"),
    *("alle dep", "alle dep.", "all ministries"),
)
UNKNOWN = "er ikke kjent"
HARD = re.compile(r"\s*[;|\n]\s*")
COMMA = re.compile(r"\s*[,/]\s*")
IN_BRACKETS = re.compile(r"\s*[(\[]([^()]*)[)\]]\s*")
SEVERAL = re.compile(r"[\s,;/|&+]+")
SOFT = re.compile(r"\s*[&+]\s*|\s+(?:og|and|samt)\s+")
WITH_CODE = re.compile(r"(.+?)\s*\(([^()]+)\)")
# What stands in brackets says more of what is before it, and parts nothing.
BRACKETED = re.compile(r"(?<=[^\s\[])[ \n]*\([^()]*\)")
KEPT = re.compile("\0([0-9]+)\0")
CODED = (*ORGANISATION_FIELDS, "målområder", "retningsvalg", "utviklingsområder")
WORDED: Mapping[Kind, type[Status | Priority | Assessment]] = {
    Kind.STATUS: Status,
    Kind.PRIORITY: Priority,
    Kind.ASSESSMENT: Assessment,
}


class Reader:
    """Reads cells as values of fields, with the codes of a strategy and what has been decided."""

    def __init__(
        self, plan: Plan, day: date, decided: Mapping[str, Mapping[str, Any]] | None = None
    ) -> None:
        """`day` is that of the register: organisations are called what they are called then."""
        self._decided = decided or {}
        organisations = plan.organisations
        self._now = {code: organisations.code_on(code, day) for code in organisations.by_code}
        strategy = plan.strategy
        names = {
            full: name.code
            for organisation in organisations.all
            for name in organisation.names
            for full in (name.bokmål, name.nynorsk, name.english)
        }
        everyone = dict.fromkeys(ALL_MINISTRIES, EVERYONE)
        codes: Sequence[str] = list(organisations.by_code)
        self._slots = {
            "ansvarlig": self._slot("ansvarlig", codes, names),
            "utførende": self._slot("utførende", codes, names),
            "deltakere": self._slot("deltakere", [EVERYONE, *codes], {**names, **everyone}),
            "målområder": Slot.of(
                "målområder", plan.area_codes, {a.name: a.code for a in strategy.areas}, {}
            ),
            "retningsvalg": Slot.of(
                "retningsvalg",
                plan.direction_codes,
                {d.text: d.code for d in strategy.directions},
                {},
            ),
            "utviklingsområder": Slot.of(
                "utviklingsområder",
                plan.development_codes,
                {d.text: d.code for d in strategy.developments},
                {},
            ),
        }
        for kind, words in WORDED.items():
            key = next(field.key for field in BY_KEY.values() if field.kind is kind)
            self._slots[key] = Slot.of(key, [str(word) for word in words], {}, {})
        self._known = {key: _meanings(slot) for key, slot in self._slots.items()}
        self._names = {key: _any_of(slot.names) for key, slot in self._slots.items()}

    def _slot(self, name: str, codes: Sequence[str], names: Mapping[str, str]) -> Slot:
        return Slot.of(name, codes, names, self._now)

    def decided(self, field: str) -> Mapping[str, Any]:
        """What is to stand in a field for words, in folded form, as someone has decided."""
        return self._decided.get(field, {})

    def read(self, field: str, text: str) -> Read:  # noqa: PLR0911 - one answer a kind
        """A cell as the value of a field that is no id and names no other measure."""
        kind = BY_KEY[field].kind
        text = cleaned(text)
        if field == FRIST and says_ongoing(self._decided.get(field, {}).get(folded(text))):
            return Read(value=True, parts=(Part(text, ONGOING),), field=ONGOING)
        if (given := self._given(field, text)) is not None:
            return Read(_listed(field, [given]) if given.becomes is not None else None, (given,))
        if is_empty(text, kind):
            return Read(None, (Part(text),) if text else ())
        if field in CODED:
            return self._codes(field, text)
        if kind in WORDED:
            part = self._word(field, text)
            return Read(part.becomes if part.sure else None, (part,))
        if kind in (Kind.DAY, Kind.PARTIAL_DATE):
            return read_date(field, text)
        value = value_of(field, text)
        if isinstance(value, Fault):
            return Read(None, (Part(text, why=value.why),))
        if kind is Kind.TEXT:
            return Read(" ".join(value.split()) if field == "tittel" else value)  # type: ignore[union-attr]
        # That it does not go on without end is what a deadline says.
        return Read(value or None, (Part(text, value),))

    def _given(self, field: str, text: str) -> Part | None:
        """What someone has decided that a word is."""
        decided = self._decided.get(field, {})
        if folded(text) not in decided:
            return None
        value = decided[folded(text)]
        if value is None or value == "":
            return Part(text)
        if field not in CODED and not isinstance(value, bool):
            plain = value_of(field, value if isinstance(value, int) else str(value))
            value = None if isinstance(plain, Fault) else plain
        if field in CODED:
            words = value if isinstance(value, list) else [value]
            known = [self._exact(field, str(word)) for word in words]
            value = None if None in known else (known if isinstance(value, list) else known[0])
        return Part(text, value, "" if value is not None else "er ikke avgjort med en gyldig verdi")

    def _codes(self, field: str, text: str) -> Read:
        parts = list(self._parts(field, text))
        codes: list[Any] = []
        for part in parts:
            codes += part.becomes if isinstance(part.becomes, list) else [part.becomes]
        unsure = any(not part.sure for part in parts)
        value = None if unsure else _listed(field, [Part("", v) for v in codes if v is not None])
        return Read(value, tuple(parts))

    def _parts(self, field: str, text: str) -> list[Part]:
        """The words of a cell that may name several, where names may hold what parts others."""
        names: list[str] = []

        def keep(match: re.Match[str]) -> str:
            names.append(match[0])
            return f"\0{len(names) - 1}\0"

        def back(piece: str) -> str:
            while KEPT.search(piece):
                piece = KEPT.sub(lambda match: names[int(match[1])], piece)
            return piece

        whole = self._names[field]
        bare = IN_BRACKETS.fullmatch(text)
        pieces = [
            back(piece)
            for line in HARD.split(BRACKETED.sub(keep, bare[1] if bare else text.strip("[] ")))
            for piece in self._by_comma(field, whole.sub(keep, line), back)
        ]
        return [
            part
            for piece in pieces
            if piece.strip()
            for part in self._of_piece(field, piece.strip(), keep, back, whole)
        ]

    def _by_comma(self, field: str, line: str, back: Any) -> list[str]:
        """A line at its commas, but not where someone has decided what all of it is."""
        return [line] if folded(back(line)) in self._decided.get(field, {}) else COMMA.split(line)

    def _of_piece(
        self, field: str, piece: str, keep: Any, back: Any, whole: re.Pattern[str]
    ) -> list[Part]:
        """A piece that is one word or name, or several with «og» between, each of them known."""
        one = self._one(field, piece)
        if one.sure:
            return [one]
        bare = BRACKETED.sub(keep, whole.sub(keep, piece))
        words = [back(word).strip() for word in SOFT.split(bare)]
        several = [self._one(field, word) for word in words if word] if len(words) > 1 else []
        known = [part for part in several if part.becomes is not None or part.sure]
        return several if known == several and any(part.sure for part in several) else [one]

    def _one(self, field: str, text: str) -> Part:
        given = self._given(field, text)
        if given is not None:
            return given
        slot = self._slots[field]
        if is_empty(text, BY_KEY[field].kind):
            return Part(text)
        exact = self._exact(field, text)
        with_code = WITH_CODE.fullmatch(text)
        if exact is None and with_code:
            # «Finansdepartementet (FIN)».
            both = {str(self._exact(field, part)) for part in with_code.groups()}
            exact = self._exact(field, with_code[2]) if len(both) == 1 else None
        if exact is not None:
            return Part(text, exact)
        return self._before_bracket(field, with_code) or _guessed(slot, text)

    def _before_bracket(self, field: str, match: re.Match[str] | None) -> Part | None:
        """What a word means that has more in brackets, where that is no other of the same kind."""
        code = self._exact(field, match[1]) if match else None
        words = SEVERAL.split(match[2]) if match else ()
        if match is None or code is None or limits_in(folded(match[2])):
            return None
        if any(self._exact(field, word) for word in words):
            return None
        return Part(match[0], code, f"kan bety {code}")

    def _exact(self, field: str, text: str) -> Any:
        """The code that a text is, or the full name of; with its field or code before it, too."""
        known, slot = self._known[field], self._slots[field]
        word = folded(text)
        code = known.get(word)
        first, _, rest = word.partition(" ")
        if code is None and first in BEFORE:
            code, (first, _, rest) = known.get(rest), rest.partition(" ")
        if code is None and rest and known.get(first.strip(".:)")) == known.get(rest.strip("-–: ")):
            code = known.get(rest.strip("-–: "))
        return None if code is None else slot.on_day(code)

    def _word(self, field: str, text: str) -> Part:  # noqa: PLR0911 - one answer a word
        """A status, a priority or an assessment."""
        word = folded(text.replace("_", " ")).strip(" .!")
        value = value_of(field, word)
        if not isinstance(value, Fault):
            return Part(text, value)
        if field == "status":
            if word in TRUE_WORDS:
                return Part(text, "gjennomført", "er et ja, som kan bety gjennomført")
            if word in FALSE_WORDS:
                return Part(text, why="er et nei, som ikke sier hvor arbeidet står")
            if word in LIKELY_STATUS:
                return Part(text, LIKELY_STATUS[word], f"kan bety {LIKELY_STATUS[word]}")
            if word in COULD_BE:
                return Part(text, why=f"kan bety {listed(COULD_BE[word], 'eller')}")
        if field == "prioritet" and word in LIKELY_PRIORITY:
            return Part(text, LIKELY_PRIORITY[word], f"kan bety {LIKELY_PRIORITY[word]}")
        if value.likely is not None:
            doubt = f"kan bety {value.likely}" if word in UNSURE_WORDS else ""
            return Part(text, value.likely, doubt)
        return _guessed(self._slots[field], text)


def _meanings(slot: Slot) -> dict[str, str]:
    """What each word in folded form means: full names, and codes before them."""
    names = {folded(name): code for name, code in slot.names.items()}
    return {**names, **{folded(code): code for code in slot.codes}}


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    """Finds any of some names, the longest first."""
    longest_first = sorted(names, key=len, reverse=True)
    forms = "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in longest_first)
    return re.compile(forms or "(?!)", re.IGNORECASE)


def _guessed(slot: Slot, text: str) -> Part:
    """What a word may be that is not known: said, and never taken."""
    words = code_message(slot, text)
    if words.value is None or isinstance(words.value, list):
        maybe = could_be(slot.name, text, list(slot.codes), slot.synonyms)
        return Part(text, why=f"kan bety {listed(maybe, 'eller')}" if maybe else UNKNOWN)
    return Part(text, words.value, "" if words.safe else f"kan bety {words.value}")


def _listed(field: str, parts: Sequence[Part]) -> Any:
    """Codes as the field holds them: each once, and one alone where that is how it is written."""
    values: list[Any] = []
    for part in parts:
        values += part.becomes if isinstance(part.becomes, list) else [part.becomes]
    codes = list(dict.fromkeys(values))
    if field not in CODED:
        return codes[0] if codes else None
    if field == "ansvarlig" and len(codes) == 1:
        return codes[0]
    if EVERYONE in codes:
        return EVERYONE
    return codes or None
