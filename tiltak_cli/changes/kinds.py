"""Kinds of change, each with a level and the words that a heading uses."""

import hashlib
from enum import Enum, StrEnum
from typing import NamedTuple


class Level(StrEnum):
    """How much a change matters to a reader who has little time."""

    MAJOR = "vesentlig"
    NORMAL = "normal"
    EDITORIAL = "redaksjonell"


class Kind(Enum):
    """A kind of change: its stable code, its level, and its heading."""

    NEW = ("nytt", Level.MAJOR, "Nytt tiltak")
    CARRIED_OVER = ("videreført", Level.MAJOR, "Videreført fra forrige periode")
    VANISHED = ("borte", Level.MAJOR, "Borte uten avslutning")
    COMPLETED = ("gjennomført", Level.MAJOR, "Gjennomført")
    DROPPED = ("utgår", Level.MAJOR, "Utgår")
    ABSORBED = ("innlemmet", Level.MAJOR, "Innlemmet")
    PUT_OFF = ("utsatt", Level.MAJOR, "Satt på vent")
    REOPENED = ("gjenåpnet", Level.MAJOR, "Gjenåpnet")
    RESPONSIBILITY = ("ansvar-flyttet", Level.MAJOR, "Ansvar flyttet")
    PRIORITY_RAISED = ("prioritet-hevet", Level.MAJOR, "Prioritet hevet")
    PRIORITY_LOWERED = ("prioritet-senket", Level.MAJOR, "Prioritet senket")
    POSTPONED_AFTER = ("frist-utsatt-etter", Level.MAJOR, "Frist utsatt etter at den var passert")
    POSTPONED = ("frist-utsatt", Level.MAJOR, "Frist utsatt")
    ADVANCED = ("frist-framskyndet", Level.MAJOR, "Frist framskyndet")
    DEADLINE_SET = ("frist-satt", Level.NORMAL, "Frist satt")
    DEADLINE_REMOVED = ("frist-fjernet", Level.MAJOR, "Frist fjernet")
    DEADLINE_PRECISION = ("frist-presisert", Level.NORMAL, "Frist presisert")
    ASSESSMENT_WORSE = ("vurdering-forverret", Level.MAJOR, "Vurdering forverret")
    ASSESSMENT_BETTER = ("vurdering-bedret", Level.NORMAL, "Vurdering bedret")
    ASSESSMENT_SET = ("vurdering-ny", Level.NORMAL, "Ny vurdering")
    ASSESSMENT_REMOVED = ("vurdering-fjernet", Level.NORMAL, "Vurdering fjernet")
    STATUS_FORWARD = ("status-framover", Level.NORMAL, "Status framover")
    STATUS_BACK = ("status-tilbake", Level.MAJOR, "Status tilbake")
    DIRECTIONS_EXTENDED = ("retningsvalg-utvidet", Level.MAJOR, "Retningsvalg utvidet")
    DIRECTIONS_NARROWED = ("retningsvalg-innsnevret", Level.MAJOR, "Retningsvalg innsnevret")
    DIRECTIONS_MOVED = ("retningsvalg-flyttet", Level.MAJOR, "Retningsvalg flyttet")
    AREAS = ("målområder", Level.MAJOR, "Målområder endret")
    PARTICIPANT_IN = ("deltaker-inn", Level.NORMAL, "Deltaker inn")
    PARTICIPANT_OUT = ("deltaker-ut", Level.NORMAL, "Deltaker ut")
    EXECUTING = ("utførende", Level.NORMAL, "Utførende endret")
    MILESTONE_NEW = ("milepæl-ny", Level.NORMAL, "Ny milepæl")
    MILESTONE_REACHED = ("milepæl-nådd", Level.NORMAL, "Milepæl nådd")
    MILESTONE_POSTPONED = ("milepæl-utsatt", Level.NORMAL, "Milepæl utsatt")
    MILESTONE_ADVANCED = ("milepæl-framskyndet", Level.NORMAL, "Milepæl framskyndet")
    MILESTONE_REMOVED = ("milepæl-fjernet", Level.NORMAL, "Milepæl fjernet")
    MILESTONE_CHANGED = ("milepæl-endret", Level.NORMAL, "Milepæl endret")
    START = ("start-flyttet", Level.NORMAL, "Start flyttet")
    CONTENT = ("innhold", Level.NORMAL, "Innhold endret")
    LEFT = ("tatt-ut", Level.NORMAL, "Tatt ut etter avslutning")
    OTHER = ("opplysning", Level.NORMAL, "Opplysning endret")
    EDITORIAL = ("redaksjonell", Level.EDITORIAL, "Redaksjonell endring")
    KEEPER = ("fører", Level.MAJOR, "Oversikten føres av en annen")
    RENAMED = ("navneskifte", Level.NORMAL, "Navneskifte")

    @property
    def code(self) -> str:
        """The stable code, for machines and for `--kind`."""
        return self.value[0]

    @property
    def level(self) -> Level:
        """How much this kind matters."""
        return self.value[1]

    @property
    def heading(self) -> str:
        """The words for the kind in tables and counts."""
        return self.value[2]


class Change(NamedTuple):
    """One change. `old` and `new` are as readers see them; `why` is the register's own words.

    `measure_id` is empty for a change to the register as a whole.
    """

    kind: Kind
    measure_id: str
    title: str
    field: str
    old: str
    new: str
    sentence: str
    why: str = ""

    @property
    def fingerprint(self) -> str:
        """Twelve characters that name this change wherever it is found again."""
        parts = (self.kind.code, self.measure_id, self.field, self.old, self.new)
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]
