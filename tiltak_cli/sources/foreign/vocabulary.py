"""Words that people use in their own sheets for a register's, or for nothing at all."""

from tiltak_cli.domain.fields import Kind
from tiltak_cli.domain.spelling import folded

# What people write where there is nothing to write.
EMPTY = frozenset(
    (
        *("", "tbd", "tbc", "tba", "n/a", "na", "n.a.", "i/t", "none", "null", "-", "–", "—", "--"),
        *("...", "…", "?", "ikke aktuelt", "ikkje aktuelt", "not applicable", "ingen", "x.x."),
    )
)
NOTHING = "0"
SURELY_ONGOING = frozenset(("løpende", "løpande", "kontinuerlig", "kontinuerleg", "ongoing"))
MAYBE_ONGOING = frozenset(("årlig", "årleg", "fast", "continuous", "annual", "varig"))
ONGOING = "løpende"
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


def is_empty(text: str, kind: Kind) -> bool:
    """Whether a cell says that there is nothing."""
    word = folded(text)
    return word in EMPTY or (word == NOTHING and kind is not Kind.ID)
