"""The one table of a measure's fields: key, attribute, labels, kind, workbook column, diff class.

Everything that needs to know what a field is called, how it is read, shown, compared or edited asks
here. The order is the order of the file, of the workbook and of `Measure`.
"""

from enum import Enum, auto
from typing import NamedTuple

# What a measure or a milestone is known by, and the two fields that say when a measure ends.
ID = "id"
DEADLINE, ONGOING = "frist", "løpende"
MILESTONES = "milepæler"


class Kind(Enum):
    """How a field is written in the file and kept in a `Measure`."""

    ID = auto()
    TEXT = auto()
    AREAS = auto()
    DIRECTIONS = auto()
    DEVELOPMENTS = auto()
    ORGANISATIONS = auto()
    PARTICIPANTS = auto()
    STATUS = auto()
    PRIORITY = auto()
    ASSESSMENT = auto()
    DAY = auto()
    PARTIAL_DATE = auto()
    FLAG = auto()
    MILESTONES = auto()
    DOCUMENTS = auto()
    ORIGIN = auto()
    REFERENCE = auto()
    REFERENCES = auto()


class Diff(Enum):
    """How two values of a field are compared."""

    IDENTITY = auto()
    SCALAR = auto()
    TEXT = auto()
    SET = auto()
    ORDERED = auto()
    KEYED = auto()
    DEADLINE = auto()
    BOOKKEEPING = auto()


class Field(NamedTuple):
    """One field. `width` is the workbook column's in characters, 0 where there is no column.

    `required` is what the file always needs; conditional requirements are rules. `public` is false
    for what stays inside the ministries.
    """

    key: str
    attribute: str
    nb: str
    nn: str
    en: str
    kind: Kind
    diff: Diff
    help: str
    width: int = 0
    required: bool = False
    editable: bool = True
    public: bool = True


# fmt: off
# A table is read as a table.
FIELDS = (
    Field("id", "id", "ID", "ID", "ID",
          Kind.ID, Diff.IDENTITY, width=7, required=True, editable=False,
          help="Fast nummer, for eksempel T001. Endres aldri og brukes aldri om igjen."),
    Field("tittel", "title", "Tiltak", "Tiltak", "Measure",
          Kind.TEXT, Diff.TEXT, width=34, required=True,
          help="Kort navn på tiltaket."),
    Field("beskrivelse", "description", "Beskrivelse", "Skildring", "Description",
          Kind.TEXT, Diff.TEXT, required=True,
          help="Hva tiltaket går ut på, i én til tre setninger."),
    Field("målområder", "areas", "Mål", "Mål", "Area",
          Kind.AREAS, Diff.SET, width=6, required=True,
          help="Målområdene som tiltaket virker på. Kan være flere enn retningsvalgene hører til."),
    Field("retningsvalg", "directions", "Retningsvalg", "Retningsval", "Directions",
          Kind.DIRECTIONS, Diff.SET, width=26,
          help="Retningsvalgene i strategien som tiltaket følger opp."),
    Field("utviklingsområder", "developments",
          "Utviklingsområder", "Utviklingsområde", "Development areas",
          Kind.DEVELOPMENTS, Diff.SET,
          help="Utviklingsområdene i strategien som tiltaket støtter."),
    Field("ansvarlig", "responsible", "Ansvarlig", "Ansvarleg", "Responsible",
          Kind.ORGANISATIONS, Diff.ORDERED, width=11, required=True,
          help="Hvem som har ansvaret: én forkortelse, eller en liste der den første leder."),
    Field("utførende", "executing", "Utførende", "Utførande", "Carried out by",
          Kind.ORGANISATIONS, Diff.SET, width=11,
          help="Hvem som gjør arbeidet, når det er en annen enn den ansvarlige."),
    Field("deltakere", "participants", "Deltakere", "Deltakarar", "Participants",
          Kind.PARTICIPANTS, Diff.SET, width=15,
          help="Hvem som deltar: en liste med forkortelser, eller ordet «alle». [] betyr ingen."),
    Field("status", "status", "Status", "Status", "Status",
          Kind.STATUS, Diff.SCALAR, width=14, required=True,
          help="Hvor tiltaket står. Forsinkelse regnes ut av fristen og skrives aldri her."),
    Field("begrunnelse", "reason", "Begrunnelse", "Grunngiving", "Reason",
          Kind.TEXT, Diff.TEXT,
          help="Hvorfor tiltaket er utsatt, utgår eller er innlemmet i et annet."),
    Field("prioritet", "priority", "Prioritet", "Prioritet", "Priority",
          Kind.PRIORITY, Diff.SCALAR, width=10, required=True,
          help="Hvor viktig tiltaket er: høy, middels eller lav."),
    Field("start", "start", "Start", "Start", "Start",
          Kind.PARTIAL_DATE, Diff.DEADLINE,
          help="Når arbeidet starter: 2024, 2024-H1, 2024-Q2, 2024-06 eller 2024-06-30."),
    Field("frist", "deadline", "Frist", "Frist", "Deadline",
          Kind.PARTIAL_DATE, Diff.DEADLINE, width=13,
          help="Når tiltaket skal være gjort: 2024, 2024-H1, 2024-Q2, 2024-06 eller 2024-06-30."),
    Field("løpende", "ongoing", "Løpende", "Løpande", "Ongoing",
          Kind.FLAG, Diff.SCALAR,
          help="true når tiltaket ikke har noen sluttdato."),
    Field("opprinnelig_frist", "original_deadline",
          "Opprinnelig frist", "Opphavleg frist", "Original deadline",
          Kind.PARTIAL_DATE, Diff.SCALAR,
          help="Den første fristen, når fristen senere er flyttet."),
    Field("gjennomført", "completed", "Gjennomført", "Gjennomført", "Completed",
          Kind.DAY, Diff.SCALAR, width=12,
          help="Dagen tiltaket ble gjennomført, for eksempel 2024-06-30."),
    Field("resultat", "result", "Resultat", "Resultat", "Result",
          Kind.TEXT, Diff.TEXT,
          help="Hva tiltaket førte til."),
    Field("milepæler", "milestones", "Milepæler", "Milepælar", "Milestones",
          Kind.MILESTONES, Diff.KEYED,
          help="Trinn på veien, hver med id (M1), tekst, frist og datoen den ble nådd."),
    Field("vurdering", "assessment", "Vurdering", "Vurdering", "Assessment",
          Kind.ASSESSMENT, Diff.SCALAR, width=11,
          help="Hvordan det går: grønn, gul eller rød."),
    Field("avvik", "deviation", "Avvik", "Avvik", "Deviation",
          Kind.TEXT, Diff.TEXT, width=30,
          help="Hva som er galt, og hva som gjøres med det."),
    Field("risiko", "risk", "Risiko", "Risiko", "Risk",
          Kind.TEXT, Diff.TEXT,
          help="Hva som kan gå galt."),
    Field("fremdrift", "progress", "Fremdrift", "Framdrift", "Progress",
          Kind.TEXT, Diff.TEXT, width=40,
          help="Hvor arbeidet står nå."),
    Field("dokumentasjon", "documentation", "Dokumentasjon", "Dokumentasjon", "Documentation",
          Kind.DOCUMENTS, Diff.ORDERED,
          help="Dokumenter med tittel og lenke (https://…)."),
    Field("opphav", "origin", "Opphav", "Opphav", "Origin",
          Kind.ORIGIN, Diff.SCALAR, editable=False,
          help="For tiltak fra forrige strategiperiode: periode, tidligere id og status da."),
    Field("innlemmet_i", "absorbed_into", "Innlemmet i", "Innlemma i", "Absorbed into",
          Kind.REFERENCE, Diff.SCALAR,
          help="Tiltaket som dette er blitt en del av."),
    Field("erstatter", "replaces", "Erstatter", "Erstattar", "Replaces",
          Kind.REFERENCES, Diff.SET,
          help="Tiltak som dette kommer i stedet for."),
    Field("del_av", "part_of", "Del av", "Del av", "Part of",
          Kind.REFERENCES, Diff.SET,
          help="Større tiltak som dette hører til."),
    Field("avhenger_av", "depends_on", "Avhenger av", "Avheng av", "Depends on",
          Kind.REFERENCES, Diff.SET,
          help="Tiltak som må være gjort først."),
    Field("forum", "forum", "Forum", "Forum", "Forum",
          Kind.TEXT, Diff.SCALAR,
          help="Hvor saken avgjøres, for eksempel Strategisk forum."),
    Field("kontakt", "contact", "Kontakt", "Kontakt", "Contact",
          Kind.TEXT, Diff.SCALAR,
          help="En avdeling eller seksjon, aldri en person."),
    Field("merknad", "note", "Merknad", "Merknad", "Note",
          Kind.TEXT, Diff.TEXT, public=False,
          help="Internt notat. Tas ikke med i det som publiseres."),
    Field("oppdatert", "updated", "Oppdatert", "Oppdatert", "Updated",
          Kind.DAY, Diff.BOOKKEEPING, width=12,
          help="Dagen innholdet sist ble gått gjennom."),
)
# fmt: on
BY_KEY = {field.key: field for field in FIELDS}
KEYS = tuple(BY_KEY)
COLUMNS = tuple(field for field in FIELDS if field.width)
HEAD_KEYS = ("strategi", "utgave", "per_dato", "ansvarlig", "tiltak")
