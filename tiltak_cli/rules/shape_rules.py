"""TIL1xx and TIL2xx: the shape and values of fields. Found by the schema check while reading."""

from tiltak_cli.rules.base import Rule
from tiltak_cli.rules.edges.form import EDGES

UNKNOWN_FIELD = Rule(
    code="TIL101",
    name="ukjent-felt",
    title="Feltet finnes ikke i registeret",
    why="Et felt med skrivefeil blir ikke lest, og innholdet kommer ikke med noe sted.",
    bad="prioritet: høy\nfremdirft: Arbeidet følger planen.\n",
    good="prioritet: høy\nfremdrift: Arbeidet følger planen.\n",
)
MISSING_FIELD = Rule(
    code="TIL102",
    name="felt-mangler",
    title="Et felt som alltid skal være med, mangler",
    why="Uten feltet kan tiltaket ikke vises riktig i oversikten.",
    bad="# prioritet mangler\n",
    good="prioritet: middels\n",
)
WRONG_TYPE = Rule(
    code="TIL103",
    name="feil-form",
    title="Verdien har feil form",
    why="Noen felt er lister, noen er tekst og noen har egne felt under seg.",
    bad="målområder: 1\n",
    good="målområder: [1]\n",
)
NO_VALUE = Rule(
    code="TIL104",
    name="tomt-felt",
    title="Feltet står der, men er tomt",
    why="Et tomt felt ser utfylt ut i filen, men sier ingenting.",
    bad="prioritet:\n",
    good="prioritet: middels\n",
    edges=EDGES["TIL104"],
)
REPEATED = Rule(
    code="TIL105",
    name="gjentatt-verdi",
    title="Samme verdi står to ganger i en liste",
    why="En gjentakelse er oftest en skrivefeil for noe annet.",
    bad="deltakere: [HOD, KD, HOD]\n",
    good="deltakere: [HOD, KD]\n",
    edges=EDGES["TIL105"],
)
TOP_LEVEL = Rule(
    code="TIL106",
    name="ikke-et-register",
    title="Filen har ikke formen til et register",
    why="Øverst skal hodet stå, og tiltakene under «tiltak:».",
    bad="- id: T001\n  tittel: Klart språk\n",
    good='strategi: "2021-2025"\nutgave: "1"\nper_dato: 2023-10-15\nansvarlig: KDD\ntiltak: []\n',
)
STATUS = Rule(
    code="TIL201",
    name="ukjent-status",
    title="Statusen er ikke en av de sju som brukes",
    why="Tellinger og diagrammer bygger på status. Forsinkelse regnes ut av fristen.",
    bad="status: pågår\nfremdrift: Arbeidet følger planen.\n",
    good="status: igangsatt\nfremdrift: Arbeidet følger planen.\n",
    edges=EDGES["TIL201"],
)
ORGANISATION = Rule(
    code="TIL202",
    name="ukjent-virksomhet",
    title="Forkortelsen er ikke et kjent departement eller en kjent virksomhet",
    why=(
        "Ansvar og deltakelse telles per departement. En virksomhet som ikke følger med verktøyet, "
        "føres opp i tiltak.toml ved siden av registeret, for eksempel slik: virksomheter = "
        '[{kort = "SSB", "bokmål" = "Statistisk sentralbyrå", fra = 1960-01-01}].'
    ),
    bad="ansvarlig: KDL\n",
    good="ansvarlig: KLD\n",
)
AREA = Rule(
    code="TIL203",
    name="ukjent-målområde",
    title="Målområdet finnes ikke i strategien",
    why="Alle tiltak skal støtte minst ett av strategiens målområder.",
    bad="målområder: [1, 4]\n",
    good="målområder: [1, 3]\n",
    edges=EDGES["TIL203"],
)
DIRECTION = Rule(
    code="TIL204",
    name="ukjent-retningsvalg",
    title="Retningsvalget finnes ikke i strategien",
    why="Strategien sier hva målene nås gjennom. Tiltak kobles til retningsvalgene.",
    bad="retningsvalg: [1a, 1x]\n",
    good="retningsvalg: [1a, 1b]\n",
    edges=EDGES["TIL204"],
)
DEVELOPMENT = Rule(
    code="TIL205",
    name="ukjent-utviklingsområde",
    title="Utviklingsområdet finnes ikke i strategien",
    why="Utviklingsområdene er strategiens egne.",
    bad="utviklingsområder: [U9]\n",
    good="utviklingsområder: [U1]\n",
    edges=EDGES["TIL205"],
)
PRIORITY = Rule(
    code="TIL206",
    name="ukjent-prioritet",
    title="Prioriteten er ikke høy, middels eller lav",
    why="Ledelsen ser på prioriteten når noe må velges bort.",
    bad="prioritet: viktig\n",
    good="prioritet: høy\n",
    edges=EDGES["TIL206"],
)
ASSESSMENT = Rule(
    code="TIL207",
    name="ukjent-vurdering",
    title="Vurderingen er ikke grønn, gul eller rød",
    why="Vurderingen vises med farge og symbol.",
    bad="vurdering: oransje\n",
    good="vurdering: gul\navvik: Anskaffelsen tar lengre tid enn planlagt. Ny plan er lagt.\n",
    edges=EDGES["TIL207"],
)
ID_FORM = Rule(
    code="TIL208",
    name="id-form",
    title="Id-en har ikke riktig form",
    why="Tiltak har id T og minst tre sifre, milepæler har M og et tall, så alle finner dem igjen.",
    bad="id: T-1\n",
    good="id: T001\n",
    edges=EDGES["TIL208"],
)
DATE_FORM = Rule(
    code="TIL209",
    name="dato",
    title="Datoen har feil form eller finnes ikke",
    why="Datoer skrives år-måned-dag, slik at de ikke kan misforstås og kan sorteres.",
    bad="frist: 30.06.2024\n",
    good="frist: 2024-06-30\n",
    edges=EDGES["TIL209"],
)
LINK = Rule(
    code="TIL211",
    name="lenke",
    title="Lenken begynner ikke med http:// eller https://",
    why="Andre lenker virker ikke for mottakeren, eller kan være utrygge.",
    bad="dokumentasjon:\n  - tittel: Mandat\n    lenke: P:\\felles\\mandat.docx\n",
    good="dokumentasjon:\n  - tittel: Mandat\n    lenke: https://www.regjeringen.no/mandat\n",
    edges=EDGES["TIL211"],
)
ORIGIN = Rule(
    code="TIL212",
    name="opphav",
    title="Opphavet er ikke riktig fylt ut",
    why="Tiltak fra forrige periode var enten vedtatt eller igangsatt ved overgangen.",
    bad="opphav: {periode: 2016-2020, status: ferdig}\n",
    good="opphav: {periode: 2016-2020, status: igangsatt}\n",
    edges=EDGES["TIL212"],
)
YES_NO = Rule(
    code="TIL213",
    name="ja-nei",
    title="Feltet skal være true eller false",
    why="YAML kjenner bare true og false som ja og nei.",
    bad="løpende: ja\n",
    good="løpende: true\n",
    edges=EDGES["TIL213"],
)
OTHER = Rule(
    code="TIL299",
    name="annet-skjemabrudd",
    title="Verdien passer ikke med skjemaet",
    why="Skjemaet sier hvilke verdier hvert felt kan ha.",
    bad=None,
    good="prioritet: middels\n",
)

SHAPE_RULES = (
    UNKNOWN_FIELD,
    MISSING_FIELD,
    WRONG_TYPE,
    NO_VALUE,
    REPEATED,
    TOP_LEVEL,
    STATUS,
    ORGANISATION,
    AREA,
    DIRECTION,
    DEVELOPMENT,
    PRIORITY,
    ASSESSMENT,
    ID_FORM,
    DATE_FORM,
    LINK,
    ORIGIN,
    YES_NO,
    OTHER,
)
