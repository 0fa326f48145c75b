"""Sentences about a word that is not among those that its field can hold, and what was meant."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.domain.measure import EVERYONE
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.domain.spelling import MARKS, by_words, folded, nearest
from tiltak_cli.domain.synonyms import BULLET, NOTHING_WORDS, UNSURE_WORDS
from tiltak_cli.sources.schema.say_several import several_message
from tiltak_cli.sources.schema.say_unsure import before_a_number, could_be
from tiltak_cli.sources.schema.slot import EITHER, ORGANISATION_FIELDS, Slot, several
from tiltak_cli.sources.schema.told import Words, plain

BLANK_OR_MARK = re.compile(r"[\s.\-–]+")
# What says that there are more, or that there is nobody.
AND_MORE = re.compile(
    r"(?i)[, ]*(?:\b(?:m\.? ?fl\.?|med flere|mfl|(?:og )?andre|(?:og )?flere|m\.m\.|etc\.?|o\.a\.|"
    r"osv\.?|mv\.?|m\.v\.)|\.{2,}|…)$"
)
LATE = ("forsinket", "forsinka", "forseinka", "utdatert")
# Words beside a code that say no more than its field does.
BESIDE = frozenset(
    ("mål", "målområde", "utviklingsområde", "område", "retning", "nr", "nummer")
) | {"departement", "departementet"}
# A remark behind a value, with another sign than #, or without the blank that is to be before it.
REMARK = re.compile(r"([^\s#/].*?)\s*(?:#|//)\s*([^\s/].*)")
SHORTENED = re.compile(r"(\w[\w -]{3,}?)s?dep(?:\.|t\.?|artementet)?")
# A code with a person or a department of it behind.
WITH_MORE = re.compile(r"([^\s/,;:]+)(?:\s*[/,;:]\s*|\s+)(.+)")
# Two words, each with a capital, as people are called.
A_PERSON = re.compile(r"[A-ZÆØÅ][a-zæøåé]+(?:[ -][A-ZÆØÅ][a-zæøåé]+){1,3}")
ALIKE = str.maketrans("oøil|", "00111")
# What to do with an organisation that does not ship with the tool.
OWN_ORGANISATION = "Mangler virksomheten i listen, så før den opp i «virksomheter» i tiltak.toml."


class Meant(NamedTuple):
    """The code that was meant, the remedy that says so, and whether there is no doubt."""

    code: str
    remedy: str
    safe: bool = False


def code_message(slot: Slot, value: Any) -> Words:  # noqa: PLR0911 - one answer a cause
    """Say what is wrong with a value that is not in its list of codes, and what may be meant."""
    text, name = plain(value), slot.name
    if text in slot.codes:
        return _of_other_form(name, value, slot.codes[text])
    if name == "status" and folded(text) in LATE:
        return Words(
            f"{quoted(text)} er ikke en status: forsinkelse regnes ut av fristen.",
            "Skriv hvor arbeidet står, oftest «igangsatt», og forklar i «avvik».",
        )
    organisation = name in ORGANISATION_FIELDS
    message = f"{quoted(text)} er ikke gyldig i «{name}»."
    if organisation:
        message = f"{quoted(text)} i «{name}» er ikke forkortelsen for en kjent virksomhet."
    if words := _with_remark(slot, text) or several_message(slot, message, text):
        return words
    if likely := _meant(slot, text):
        # Another organisation may have an abbreviation that is like one of those that are known.
        other = f" {OWN_ORGANISATION}" if organisation and likely.remedy[:5] == "Mente" else ""
        return Words(message, f"{likely.remedy}{other}", slot.codes[likely.code], likely.safe)
    if beside := _not_named(slot, text):
        return Words(message, beside)
    if organisation and slot.names:
        return Words(message, _how_organisations_are_written(slot, text))
    if before := before_a_number(text, list(slot.codes)):
        return Words(message, before)
    if maybe := could_be(name, text, list(slot.codes), slot.synonyms):
        return Words(message, f"Det kan være {listed(maybe, 'eller')}. Skriv det som er ment.")
    return Words(message, f"Gyldige: {listed(slot.codes, 'eller')}.")


def _how_organisations_are_written(slot: Slot, text: str) -> str:
    if A_PERSON.fullmatch(text):
        return f"Skriv virksomheten hvis det er en person. {OWN_ORGANISATION}"
    full, code = min(slot.names.items(), key=lambda pair: (pair[0] == pair[1], len(pair[0])))
    return f"Skriv forkortelsen, for eksempel {code} for {full}. {OWN_ORGANISATION}"


def _with_remark(slot: Slot, text: str) -> Words | None:
    """A known code with a remark behind it, which is read as a part of the value."""
    match = REMARK.fullmatch(text)
    code = {folded(code): code for code in slot.codes}.get(folded(match[1])) if match else None
    if match is None or code is None:
        return None
    message = f"{quoted(text)} i «{slot.name}» er en verdi med en kommentar som leses med."
    return Words(message, f"Skriv «{code}  # {match[2]}».")


def _not_named(slot: Slot, text: str) -> str:  # noqa: PLR0911 - one answer a form
    """What to do about «ingen» and «m.fl.», which name nobody in a list."""
    organisation = slot.name in ORGANISATION_FIELDS
    if not organisation and slot.position is None:
        return ""
    more = WITH_MORE.fullmatch(text) if organisation else None
    if more and more[1] in slot.codes and not AND_MORE.search(text):
        if more[1] == EVERYONE:
            return "Skriv hver virksomhet for seg."
        return f"Skriv bare forkortelsen ({more[1]}), og resten i «merknad»."
    word = folded(text)
    if word in NOTHING_WORDS:
        alone = slot.name == "deltakere" and slot.position is None
        return "Skriv «deltakere: []», eller ta bort linjen." if alone else ""
    less = AND_MORE.sub("", text).strip(" ,")
    if less == text:
        return ""
    if not less:
        return f"Ta bort {quoted(text)}, eller skriv hver av de andre."
    codes = several(less, list(slot.codes))
    named = f" ({', '.join(codes)})" if codes else ""
    return f"Skriv hver virksomhet{named} for seg. Resten kan stå i «merknad»."


def _meant(slot: Slot, text: str) -> Meant | None:
    """The code that was meant, where one is."""
    likely = _likely(slot, text.strip(MARKS))
    if likely is None:
        return None
    now = str(slot.on_day(likely.code))
    if now == likely.code:
        return likely
    # The old name of what has another now would be the next finding.
    return Meant(now, likely.remedy.replace(likely.code, now), likely.safe)


def _likely(slot: Slot, bare: str) -> Meant | None:  # noqa: PLR0911 - one answer a cause
    if bare in slot.codes:
        return Meant(bare, f"Skriv {bare} uten disse anførselstegnene.", safe=True)
    word = folded(bare)
    codes = {folded(code): code for code in slot.codes}
    squeezed = _squeezed(slot, word, codes)
    if squeezed in codes:
        # «1 A», «T-H», «KLD.»: only how it is written.
        return Meant(codes[squeezed], f"Skriv «{codes[squeezed]}».", safe=True)
    if code := slot.also.get(word, ""):
        return Meant(code, f"Skriv «{code}».", safe=True)
    if word in slot.synonyms:
        code = slot.synonyms[word]
        return Meant(code, f"{word.capitalize()} skrives «{code}» her.", word not in UNSURE_WORDS)
    parts = {{**slot.synonyms, **codes}.get(part, "") for part in EITHER.split(word)}
    if len(parts) == 1 and (code := parts.pop()):
        # The same thing twice: «ferdig/fullført».
        return Meant(code, f"Mente du «{code}»?")
    if code := _beside(slot, word, codes):
        return Meant(code, f"Mente du «{code}»?")
    if code := by_words(bare, slot.names):
        exact = any(folded(full) == word for full in slot.names)
        return Meant(code, f"Skriv «{code}»." if exact else f"Mente du «{code}»?", exact)
    if word.isdecimal() and (code := next((c for c in slot.codes if c[1:] == word), "")):
        return Meant(code, f"Mente du «{code}»?")
    if code := _by_stem(slot, word) or _as_digits(slot, word):
        return Meant(code, f"Mente du «{code}»?")
    guess = nearest(bare, slot.codes, {**slot.synonyms, **slot.names})
    return Meant(guess, f"Mente du «{guess}»?") if guess else None


def _squeezed(slot: Slot, word: str, codes: Mapping[str, str]) -> str:
    """A word without blanks and marks; and without what stands first in a list: «1. KLD»."""
    squeezed = BLANK_OR_MARK.sub("", word)
    if squeezed in codes or slot.name not in ORGANISATION_FIELDS:
        return squeezed
    return BLANK_OR_MARK.sub("", BULLET.sub("", word))


def _as_digits(slot: Slot, word: str) -> str:
    """The code that is written so, with letters for digits or the reverse: «Ul», «F1N»."""
    alike = [code for code in slot.codes if folded(code).translate(ALIKE) == word.translate(ALIKE)]
    return alike[0] if len(alike) == 1 else ""


def _by_stem(slot: Slot, word: str) -> str:
    """The ministry that «finansdep.» or «klimadepartementet» is the beginning of, if just one."""
    stem = SHORTENED.fullmatch(word) if slot.name in ORGANISATION_FIELDS else None
    begun = (c for full, c in slot.names.items() if stem and folded(full).startswith(stem[1]))
    codes = {str(slot.on_day(code)) for code in begun}
    return codes.pop() if len(codes) == 1 else ""


def _beside(slot: Slot, word: str, codes: Mapping[str, str]) -> str:
    """The code in «mål 1», «lav prioritet» and «1c utvikling av …»."""
    field = BY_KEY[slot.name]
    beside = BESIDE | {folded(label) for label in (field.key, field.nb, field.nn, field.en)}
    words = word.split()
    core = " ".join(w for w in words if w.strip(".:") not in beside)
    if core != word and core in {**codes, **slot.synonyms}:
        return codes.get(core, slot.synonyms.get(core, ""))
    first, rest = codes.get(words[0].strip(".:") if words else "", ""), " ".join(words[1:])
    texts = {full: code for full, code in slot.names.items() if code == first}
    return first if first and by_words(rest, texts) else ""


def _of_other_form(name: str, value: Any, right: str | int) -> Words:
    """A number where the strategy has text, or the reverse."""
    if isinstance(value, str):
        return Words(
            f"{quoted(value)} i «{name}» er skrevet med anførselstegn og leses som tekst.",
            f"Skriv {value} uten anførselstegn.",
            right,
            safe=True,
        )
    return Words(
        f"{plain(value)} i «{name}» leses som et tall.",
        f'Skriv "{plain(value)}" med anførselstegn.',
        right,
        safe=True,
    )
