"""Words that people use in their own sheets for a register's, or for nothing at all."""

from collections.abc import Mapping

from tiltak_cli.domain.fields import Kind
from tiltak_cli.domain.spelling import folded

# What people write where there is nothing to write, in any field.
EMPTY = frozenset(
    ("", "tbd", "tbc", "tba", "none", "null", "-", "–", "—", "--", "...", "…", "x.x.")
)  # fmt: skip
NOT_THERE = frozenset(("n/a", "na", "n.a.", "i/t"))
NOT_MEANT = frozenset(("ikke aktuelt", "ikkje aktuelt", "ikke relevant", "not applicable", "ingen"))
UNKNOWN, NOTHING = "?", "0"
# These say nothing in some fields, and in others something: that a measure is given up, or has no
# end, or has come nowhere.
MAYBE_EMPTY = NOT_THERE | NOT_MEANT | {UNKNOWN, NOTHING}
SAYS_SOMETHING: Mapping[Kind, frozenset[str]] = {
    Kind.ID: frozenset((NOTHING,)),
    Kind.TEXT: MAYBE_EMPTY - NOT_THERE,
    Kind.STATUS: MAYBE_EMPTY,
    **dict.fromkeys((Kind.PRIORITY, Kind.ASSESSMENT), MAYBE_EMPTY - NOT_THERE),
    **dict.fromkeys((Kind.AREAS, Kind.DIRECTIONS, Kind.DEVELOPMENTS), MAYBE_EMPTY - NOT_THERE),
    **dict.fromkeys((Kind.ORGANISATIONS, Kind.PARTICIPANTS), frozenset((UNKNOWN,))),
    **dict.fromkeys((Kind.DAY, Kind.PARTIAL_DATE), NOT_MEANT | {UNKNOWN}),
    **dict.fromkeys((Kind.REFERENCE, Kind.REFERENCES), frozenset((UNKNOWN,))),
}
SURELY_ONGOING = frozenset(("løpende", "løpande", "kontinuerlig", "kontinuerleg", "ongoing"))
MAYBE_ONGOING = frozenset(("årlig", "årleg", "fast", "continuous", "annual", "varig"))
# Words of a status that people use for something near it.
LIKELY_PRIORITY = {"h": "høy", "m": "middels", "l": "lav"}
LIKELY_STATUS = {
    **dict.fromkeys(("ready to start", "klar til start"), "vedtatt"),
    **dict.fromkeys(("lukket", "lukka", "achieved", "oppnådd", "implemented"), "gjennomført"),
    **dict.fromkeys(("levert", "delivered", "ok"), "gjennomført"),
}
# Before a code these say no more than the column does.
BEFORE = frozenset(
    ("mål", "målområde", "område", "retningsvalg", "retningsval", "utviklingsområde")
)


def is_empty(text: str, kind: Kind | None = None) -> bool:
    """Whether a cell says that there is nothing, in a field of a kind; None for no field."""
    word = folded(text)
    says = SAYS_SOMETHING.get(kind, frozenset()) if kind is not None else frozenset()
    return word in EMPTY or (word in MAYBE_EMPTY and word not in says)
