"""What a change is: its kinds and levels, and the pair of measures it is found in."""

from enum import Enum, StrEnum
from typing import Any, NamedTuple

from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.register import Register
from tiltak_cli.wording import NB, Phrase


class Level(StrEnum):
    """How much a change matters to a reader who has little time."""

    MAJOR = "vesentlig"
    NORMAL = "normal"
    EDITORIAL = "redaksjonell"


class Kind(Enum):
    """A kind of change: its stable code and its level. The table of wordings has its heading."""

    BECAME_LATE = ("forsinket", Level.MAJOR)
    MILESTONE_PASSED = ("milepæl-passert", Level.NORMAL)
    START_PASSED = ("start-passert", Level.NORMAL)
    NEW = ("nytt", Level.MAJOR)
    CARRIED_OVER = ("videreført", Level.MAJOR)
    VANISHED = ("borte", Level.MAJOR)
    COMPLETED = ("gjennomført", Level.MAJOR)
    DROPPED = ("utgår", Level.MAJOR)
    ABSORBED = ("innlemmet", Level.MAJOR)
    PUT_OFF = ("utsatt", Level.MAJOR)
    REOPENED = ("gjenåpnet", Level.MAJOR)
    ID = ("id-endret", Level.MAJOR)
    RENUMBERED = ("renummerert", Level.MAJOR)
    ID_AGAIN = ("id-brukt-igjen", Level.MAJOR)
    RESPONSIBILITY = ("ansvar-flyttet", Level.MAJOR)
    PRIORITY_RAISED = ("prioritet-hevet", Level.MAJOR)
    PRIORITY_LOWERED = ("prioritet-senket", Level.MAJOR)
    POSTPONED_AFTER = ("frist-utsatt-etter", Level.MAJOR)
    POSTPONED = ("frist-utsatt", Level.MAJOR)
    ADVANCED = ("frist-framskyndet", Level.MAJOR)
    DEADLINE_SET = ("frist-satt", Level.NORMAL)
    DEADLINE_REMOVED = ("frist-fjernet", Level.MAJOR)
    DEADLINE_PRECISION = ("frist-presisert", Level.NORMAL)
    ASSESSMENT_WORSE = ("vurdering-forverret", Level.MAJOR)
    ASSESSMENT_BETTER = ("vurdering-bedret", Level.NORMAL)
    ASSESSMENT_SET = ("vurdering-ny", Level.NORMAL)
    ASSESSMENT_REMOVED = ("vurdering-fjernet", Level.NORMAL)
    STATUS_FORWARD = ("status-framover", Level.NORMAL)
    STATUS_BACK = ("status-tilbake", Level.MAJOR)
    DIRECTIONS_EXTENDED = ("retningsvalg-utvidet", Level.MAJOR)
    DIRECTIONS_NARROWED = ("retningsvalg-innsnevret", Level.MAJOR)
    DIRECTIONS_MOVED = ("retningsvalg-flyttet", Level.MAJOR)
    AREAS = ("målområder", Level.MAJOR)
    PARTICIPANT_IN = ("deltaker-inn", Level.NORMAL)
    PARTICIPANT_OUT = ("deltaker-ut", Level.NORMAL)
    EXECUTING = ("utførende", Level.NORMAL)
    MILESTONE_NEW = ("milepæl-ny", Level.NORMAL)
    MILESTONE_REACHED = ("milepæl-nådd", Level.NORMAL)
    MILESTONE_POSTPONED = ("milepæl-utsatt", Level.NORMAL)
    MILESTONE_ADVANCED = ("milepæl-framskyndet", Level.NORMAL)
    MILESTONE_REMOVED = ("milepæl-fjernet", Level.NORMAL)
    MILESTONE_CHANGED = ("milepæl-endret", Level.NORMAL)
    START = ("start-flyttet", Level.NORMAL)
    CONTENT = ("innhold", Level.NORMAL)
    LEFT = ("tatt-ut", Level.NORMAL)
    OTHER = ("opplysning", Level.NORMAL)
    EDITORIAL = ("redaksjonell", Level.EDITORIAL)
    COMMENTS = ("kommentarer", Level.EDITORIAL)
    KEEPER = ("fører", Level.MAJOR)
    RENAMED = ("navneskifte", Level.NORMAL)
    PERHAPS_RENAMED = ("mulig-navneskifte", Level.NORMAL)

    @property
    def code(self) -> str:
        """The stable code, for machines and for `--kind`."""
        return self.value[0]

    @property
    def level(self) -> Level:
        """How much this kind matters."""
        return self.value[1]

    @property
    def rank(self) -> tuple[int, int]:
        """Where the kind stands among the others: by its level, then as they are listed."""
        return RANKS[self]

    @property
    def heading(self) -> str:
        """The words for the kind in tables and counts, in bokmål."""
        return NB(f"kind.{self.code}")


RANKS = {kind: (list(Level).index(kind.level), n) for n, kind in enumerate(Kind)}


class Piece(NamedTuple):
    """A stretch of a changed text: words taken out with those put in, or words that stay."""

    out: str
    into: str

    @property
    def same(self) -> bool:
        """Whether these words stay."""
        return self.out == self.into


class Change(NamedTuple):
    """One change. `old` and `new` are the values; `why` is the register's own words.

    `measure_id` is empty for a change to the register as a whole. `words` tell a text's change word
    by word, where most of it stays. `also` are the fields that changed with it and are not told on
    their own: key, value before, value now.
    """

    kind: Kind
    measure_id: str
    title: str
    field: str
    old: Any
    new: Any
    said: tuple[Phrase, ...]
    why: str = ""
    words: tuple[Piece, ...] = ()
    also: tuple[tuple[str, Any, Any], ...] = ()

    @property
    def gone(self) -> bool:
        """Whether it is about a measure that is only in the older edition.

        Its id may stand for another one in the newer.
        """
        return self.kind in (Kind.VANISHED, Kind.LEFT)

    @property
    def sentence(self) -> str:
        """What happened, in bokmål."""
        return NB.phrases(self.said)

    @property
    def fingerprint(self) -> str:
        """Twelve characters that name this change wherever it is found again."""
        import hashlib

        # What is internal was once told as editorial, and is still known again by that.
        field = BY_KEY.get(self.field)
        kind = self.kind if field is None or field.public else Kind.EDITORIAL
        values = (NB.value(self.old), NB.value(self.new))
        parts = (kind.code, self.measure_id, self.field, *values)
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


class Pair(NamedTuple):
    """A measure before and after, with the editions it stands in."""

    old: Measure
    new: Measure
    before: Register
    after: Register

    def change(
        self,
        kind: Kind,
        field: str,
        values: tuple[Any, Any],
        *phrases: Phrase,
        why: str = "",
        words: tuple[Piece, ...] = (),
    ) -> Change:
        """Make a change of this measure; `values` are the old and the new one."""
        return Change(
            kind=kind,
            measure_id=self.new.id,
            title=self.new.title,
            field=field,
            old=values[0],
            new=values[1],
            said=phrases,
            why=why,
            words=words,
        )
