"""Sentences about a text that names several codes, or one with its role."""

import re
from collections.abc import Sequence

from tiltak_cli.domain.limits import A_WORD, limits_in
from tiltak_cli.domain.measure import EVERYONE
from tiltak_cli.domain.norwegian import listed
from tiltak_cli.domain.organisations import shortened
from tiltak_cli.domain.spelling import folded
from tiltak_cli.sources.schema.slot import EITHER, ORGANISATION_FIELDS, Slot, several
from tiltak_cli.sources.schema.told import WITH_COMMAS, Words

# What stands behind an organisation in a list of several, and what says that it leads.
ROLE = re.compile(r"([^\W_]+)\s*\(([^()]*)\)")
# The same organisation by its name and its abbreviation, or twice.
TWICE = re.compile(r"\b(\w+)\s*\(\s*\1\s*\)")
FROM_TO = re.compile(r"(\w+)\s*(?:[-–—]|til|to)\s*(\w+)")
LEADS = ("leder", "leiar", "leier", "lead", "leads", "ansvarlig", "ansvarleg", "hovedansvar")


def several_message(slot: Slot, message: str, text: str) -> Words | None:
    """What to say of a text that names several codes, or one with its role."""
    if not slot.several and slot.position is None:
        words = _mentioned(slot, text)
        return Words(message, f"Velg én: {listed(words, 'eller')}.") if len(words) > 1 else None
    # Where more than the ends are meant, it is for someone to see that they are.
    row = _row(slot, text)
    return Words(message, f"{WITH_COMMAS}{row}.") if row else _listed(slot, message, text)


def _listed(  # noqa: PLR0911 - one answer a form
    slot: Slot, message: str, text: str
) -> Words | None:
    whole = shortened(text, slot.names) if slot.name in ORGANISATION_FIELDS else text
    if (named := TWICE.sub(r"\1", whole)) != whole and named in slot.codes:
        code = slot.on_day(named)
        return Words(message, f"Skriv «{code}».", code, safe=True)
    whole = named
    words = several(ROLE.sub(r"\1", whole), list(slot.codes))
    roles = ROLE.findall(whole)
    if not words or (len(words) == 1 and not roles and text[:1] != "-"):
        return None
    if any(limits_in(folded(note)) for _, note in roles):
        return None
    # An old name and a new one may be the same.
    right = list(dict.fromkeys(slot.on_day(word) for word in words))
    if EVERYONE in right and len(right) > 1 and not roles:
        # No other is named then; who they were is not for a fix to drop.
        return Words(message, f"Skriv «{EVERYONE}».")
    joined = ", ".join(map(str, right))
    if roles:
        leaders = [code for code, note in roles if folded(note) in LEADS]
        if len(leaders) != 1 or len(roles) > 1 or slot.name != "ansvarlig":
            what = "forkortelsen" if len(words) == 1 else "forkortelsene"
            return Words(message, f"Skriv bare {what} ({joined}), og resten i «merknad».")
        if leaders[0] != words[0] or slot.position:
            return Words(message, _leader_first(slot, slot.on_day(leaders[0]), right))
    if len(right) == 1 and (len(words) > 1 or text[:1] != "-"):
        return Words(message, f"Skriv «{joined}».", right[0])
    if slot.position is not None:
        return Words(message, f"{WITH_COMMAS}{joined}.", right)
    return Words(message, f"Skriv «{slot.name}: [{joined}]».", right)


def _row(slot: Slot, text: str) -> str:
    """All the codes from one to another that is not the next: «1-3» is 1, 2 and 3."""
    match = FROM_TO.fullmatch(text.strip("[] "))
    codes = list(slot.codes)
    if match is None or slot.name in ORGANISATION_FIELDS or not {*match.groups()} <= {*codes}:
        return ""
    first, last = (codes.index(code) for code in match.groups())
    row = [str(slot.codes[code]) for code in codes[first : last + 1]]
    return "" if len(row) <= len(match.groups()) else ", ".join(row)


def _leader_first(slot: Slot, leader: str | int, codes: Sequence[str | int]) -> str:
    """In a list the first one leads: that is said, and left to whoever knows."""
    ordered = ", ".join(map(str, [leader, *(code for code in codes if code != leader)]))
    new = "" if slot.position is not None else f": «{slot.name}: [{ordered}]»"
    return f"Den som leder, skal stå først i listen{new}."


def _mentioned(slot: Slot, text: str) -> list[str]:
    """The codes that stand in a text, or whose synonyms or names its parts are, each once."""
    codes = {folded(code): code for code in slot.codes}
    known = {**slot.synonyms, **codes}
    mentions: list[str] = []
    rest: list[str] = []
    for part in map(folded, EITHER.split(shortened(text, slot.names))):
        words = A_WORD.findall(part)
        mentions += [known[part]] if part in known else [codes[w] for w in words if w in codes]
        rest += [] if part in known else [word for word in words if word not in codes]
    return [] if limits_in(" ".join(rest)) else list(dict.fromkeys(mentions))
