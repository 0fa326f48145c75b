"""TIL1xx and TIL2xx: the shape and values of fields. Found by the schema check while reading."""

from tiltak_cli.rules.base import Rule

UNKNOWN_FIELD = Rule(
    "TIL101",
    "ukjent-felt",
    "Feltet finnes ikke i registeret",
    "Et felt med skrivefeil blir ikke lest, og innholdet kommer ikke med noe sted.",
    "prioritet: høy\nfremdirft: Arbeidet følger planen.\n",
    "prioritet: høy\nfremdrift: Arbeidet følger planen.\n",
)
MISSING_FIELD = Rule(
    "TIL102",
    "felt-mangler",
    "Et felt som alltid skal være med, mangler",
    "Uten feltet kan tiltaket ikke vises riktig i oversikten.",
    "# prioritet mangler\n",
    "prioritet: middels\n",
)
WRONG_TYPE = Rule(
    "TIL103",
    "feil-form",
    "Verdien har feil form",
    "Noen felt er lister, noen er tekst og noen har egne felt under seg.",
    "målområder: 1\n",
    "målområder: [1]\n",
)
NO_VALUE = Rule(
    "TIL104",
    "tomt-felt",
    "Feltet står der, men er tomt",
    "Et tomt felt ser utfylt ut i filen, men sier ingenting.",
    "prioritet:\n",
    "prioritet: middels\n",
)
REPEATED = Rule(
    "TIL105",
    "gjentatt-verdi",
    "Samme verdi står to ganger i en liste",
    "En gjentakelse er oftest en skrivefeil for noe annet.",
    "deltakere: [HOD, KD, HOD]\n",
    "deltakere: [HOD, KD]\n",
)
TOP_LEVEL = Rule(
    "TIL106",
    "ikke-et-register",
    "Filen har ikke formen til et register",
    "Øverst skal hodet stå, og tiltakene under «tiltak:».",
    "- id: T001\n  tittel: Klart språk\n",
    'strategi: "2021-2025"\nutgave: "1"\nper_dato: 2023-10-15\nansvarlig: KDD\ntiltak: []\n',
)
STATUS = Rule(
    "TIL201",
    "ukjent-status",
    "Statusen er ikke en av de sju som brukes",
    "Tellinger og diagrammer bygger på status. Forsinkelse regnes ut av fristen.",
    "status: pågår\n",
    "status: igangsatt\nfremdrift: Arbeidet følger planen.\n",
)
ORGANISATION = Rule(
    "TIL202",
    "ukjent-virksomhet",
    "Forkortelsen er ikke et kjent departement eller en kjent virksomhet",
    "Ansvar og deltakelse telles per departement.",
    "ansvarlig: KDL\n",
    "ansvarlig: KLD\n",
)
AREA = Rule(
    "TIL203",
    "ukjent-målområde",
    "Målområdet finnes ikke i strategien",
    "Alle tiltak skal støtte minst ett av strategiens målområder.",
    "målområder: [1, 4]\n",
    "målområder: [1, 3]\n",
)
DIRECTION = Rule(
    "TIL204",
    "ukjent-retningsvalg",
    "Retningsvalget finnes ikke i strategien",
    "Strategien sier hva målene nås gjennom. Tiltak kobles til retningsvalgene.",
    "retningsvalg: [1a, 1x]\n",
    "retningsvalg: [1a, 1b]\n",
)
DEVELOPMENT = Rule(
    "TIL205",
    "ukjent-utviklingsområde",
    "Utviklingsområdet finnes ikke i strategien",
    "Utviklingsområdene er strategiens egne.",
    "utviklingsområder: [U9]\n",
    "utviklingsområder: [U1]\n",
)
PRIORITY = Rule(
    "TIL206",
    "ukjent-prioritet",
    "Prioriteten er ikke høy, middels eller lav",
    "Ledelsen ser på prioriteten når noe må velges bort.",
    "prioritet: viktig\n",
    "prioritet: høy\n",
)
ASSESSMENT = Rule(
    "TIL207",
    "ukjent-vurdering",
    "Vurderingen er ikke grønn, gul eller rød",
    "Vurderingen vises med farge og symbol.",
    "vurdering: oransje\n",
    "vurdering: gul\navvik: Anskaffelsen tar lengre tid enn planlagt. Ny plan er lagt.\n",
)
ID_FORM = Rule(
    "TIL208",
    "id-form",
    "Id-en har ikke riktig form",
    "Tiltak har id T og minst tre sifre, milepæler har M og et tall, så alle finner dem igjen.",
    "id: T-1\n",
    "id: T001\n",
)
DATE_FORM = Rule(
    "TIL209",
    "dato",
    "Datoen har feil form eller finnes ikke",
    "Datoer skrives år-måned-dag, slik at de ikke kan misforstås og kan sorteres.",
    "frist: 30.06.2024\n",
    "frist: 2024-06-30\n",
)
LINK = Rule(
    "TIL211",
    "lenke",
    "Lenken begynner ikke med http:// eller https://",
    "Andre lenker virker ikke for mottakeren, eller kan være utrygge.",
    "dokumentasjon:\n  - tittel: Mandat\n    lenke: P:\\felles\\mandat.docx\n",
    "dokumentasjon:\n  - tittel: Mandat\n    lenke: https://www.regjeringen.no/mandat\n",
)
ORIGIN = Rule(
    "TIL212",
    "opphav",
    "Opphavet er ikke riktig fylt ut",
    "Tiltak fra forrige periode var enten vedtatt eller igangsatt ved overgangen.",
    "opphav: {periode: 2016-2020, status: ferdig}\n",
    "opphav: {periode: 2016-2020, status: igangsatt}\n",
)
YES_NO = Rule(
    "TIL213",
    "ja-nei",
    "Feltet skal være true eller false",
    "YAML kjenner bare true og false som ja og nei.",
    "løpende: ja\n",
    "løpende: true\n",
)
OTHER = Rule(
    "TIL299",
    "annet-skjemabrudd",
    "Verdien passer ikke med skjemaet",
    "Skjemaet sier hvilke verdier hvert felt kan ha.",
    None,
    "prioritet: middels\n",
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
