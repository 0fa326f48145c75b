"""TIL0xx and TIL9xx: the file itself, its encoding and its YAML. Found while reading."""

from tiltak_cli.rules.base import HEAD_LINES, Rule
from tiltak_cli.rules.edges.form import EDGES

EMPTY = HEAD_LINES + "tiltak: []\n"

SYNTAX = Rule(
    code="TIL001",
    name="uleselig-yaml",
    title="Teksten kan ikke leses som YAML",
    why="Når oppsettet i filen er brutt, vet ingen hva som hører til hvilket tiltak.",
    bad="tittel: Klart språk\nforum:Strategisk forum\n",
    good="tittel: Klart språk\nforum: Strategisk forum\n",
)
TAB = Rule(
    code="TIL002",
    name="tabulator",
    title="Innrykk er laget med tabulator",
    why=(
        "YAML tillater bare mellomrom i innrykk, fordi tabulatorer er ulikt brede i "
        "ulike programmer."
    ),
    bad="tittel: Klart språk\n\tstatus: vedtatt\n",
    good="tittel: Klart språk\nforum: Strategisk forum\n",
)
COLON = Rule(
    code="TIL003",
    name="kolon-i-tekst",
    title="Det står kolon og mellomrom inne i en tekst uten anførselstegn",
    why="«: » skiller felt fra verdi. Står det inne i teksten, må teksten ha anførselstegn.",
    bad="tittel: Veileder: Klart språk\n",
    good='tittel: "Veileder: Klart språk"\n',
    edges=EDGES["TIL003"],
)
QUOTE = Rule(
    code="TIL004",
    name="anførselstegn-ikke-lukket",
    title="Anførselstegn står ikke rundt hele teksten",
    why="Uten sluttegnet leses resten av filen som én lang tekst.",
    bad='tittel: "Klart språk\nstatus: vedtatt\n',
    good='tittel: "Klart språk"\nstatus: vedtatt\n',
)
STARTER = Rule(
    code="TIL005",
    name="tegn-med-egen-betydning",
    title="En verdi begynner med et tegn som har en egen betydning",
    why="Tegn som @, *, &, ! og { betyr noe annet enn seg selv når de står først i en verdi.",
    bad="tittel: @departementene\n",
    good='tittel: "@departementene"\n',
)
CONFLICT = Rule(
    code="TIL006",
    name="flettekonflikt",
    title="Filen inneholder konfliktmarkører fra git",
    why="To versjoner av teksten står i filen samtidig, og noen må velge.",
    bad='strategi: "2021-2025"\n<<<<<<< HEAD\nutgave: "2023-2"\n=======\nutgave: "2023-3"\n'
    ">>>>>>> gren\nper_dato: 2023-10-15\nansvarlig: KDD\ntiltak: []\n",
    good=EMPTY,
)
INDENT = Rule(
    code="TIL007",
    name="galt-innrykk",
    title="Linjen har et innrykk som ikke passer med linjene rundt",
    why="Innrykket avgjør hva en linje hører til. Felt i samme tiltak må begynne i samme kolonne.",
    bad="tittel: Klart språk\n forum: Strategisk forum\n",
    good="tittel: Klart språk\nforum: Strategisk forum\n",
)
BACKSLASH = Rule(
    code="TIL008",
    name="omvendt-skråstrek",
    title="Omvendt skråstrek (\\) står inne i doble anførselstegn",
    why="Mellom doble anførselstegn er \\ og tegnet etter en kode, og teksten blir en annen.",
    bad='tittel: "Flytt P:\\felles"\n',
    good="tittel: 'Flytt P:\\felles'\n",
)
ENCODING = Rule(
    code="TIL010",
    name="tegnkoding",
    title="Filen er ikke lagret som UTF-8",
    why="Med en annen tegnkoding blir æ, ø og å til andre tegn hos andre lesere.",
    bad="tittel: Mal for h\udcf8ringer\n",
    good="tittel: Mal for høringer\n",
)
EMPTY_FILE = Rule(
    code="TIL011",
    name="tom-fil",
    title="Filen er tom",
    why="En tom fil er oftest en lagring som gikk galt.",
    bad="",
    good=EMPTY,
)
DOCUMENTS = Rule(
    code="TIL012",
    name="flere-dokumenter",
    title="Filen inneholder flere YAML-dokumenter",
    why="Alt etter den andre linjen med --- ville blitt oversett.",
    bad=EMPTY + "---\ntiltak: []\n",
    good=EMPTY,
)
DUPLICATE_KEY = Rule(
    code="TIL013",
    name="felt-to-ganger",
    title="Samme felt er skrevet to ganger",
    why="Bare én av verdiene kan gjelde, og det er ikke til å se hvilken.",
    bad="status: vedtatt\nstatus: igangsatt\n",
    good="status: vedtatt\n",
)
ALIAS = Rule(
    code="TIL014",
    name="peker",
    title="Filen bruker ankere (&navn), pekere (*navn) eller fletting (<<)",
    why="De kopierer innhold fra et annet sted, også id-er, og teksten etter tegnet blir borte.",
    bad="tittel: &felles Klart språk\n",
    good="tittel: Klart språk\n",
)
TAG = Rule(
    code="TIL015",
    name="tagg",
    title="En verdi har en YAML-tagg (et ord som begynner med !)",
    why="Ordet etter utropstegnet leses som en type og blir borte fra teksten.",
    bad="tittel: !viktig Klart språk\n",
    good='tittel: "!viktig Klart språk"\n',
)
DIRECTIVE = Rule(
    code="TIL016",
    name="direktiv",
    title="Filen begynner med et YAML-direktiv (%YAML eller %TAG)",
    why="Direktiver endrer hvordan filen leses. Et register trenger dem ikke.",
    bad="%YAML 1.1\n---\n" + EMPTY,
    good=EMPTY,
)
KEY = Rule(
    code="TIL017",
    name="feltnavn",
    title="Et feltnavn er ikke et enkelt ord",
    why="Foran kolon skal det stå et feltnavn, ikke en liste eller et nytt oppsett.",
    bad="? [tittel, navn]\n: Klart språk\n",
    good="tittel: Klart språk\n",
)
BINARY = Rule(
    code="TIL018",
    name="ikke-tekst",
    title="Filen inneholder tegn som ikke hører hjemme i en tekstfil",
    why="Styretegn kommer fra skadde filer eller fra andre formater enn ren tekst.",
    bad=HEAD_LINES + "tiltak: []\n# \x07\n",
    good=EMPTY,
)
LINE_BREAK = Rule(
    code="TIL019",
    name="usynlig-linjeskift",
    title="Filen inneholder et usynlig linjeskift",
    why="Slike følger med når tekst limes inn fra andre programmer, og deler linjen i to.",
    bad="tittel: Klart\u2028språk\n",
    good="tittel: Klart språk\n",
)
NO_HEAD = Rule(
    code="TIL020",
    name="hode-mangler",
    title="Registeret mangler hodet (strategi, utgave, per_dato og ansvarlig)",
    why="Uten hodet vet ingen hvilken strategi og hvilken dato tiltakene hører til.",
    bad="tiltak: []\n",
    good=EMPTY,
)
TWO_HEADS = Rule(
    code="TIL021",
    name="flere-hoder",
    title="Flere filer i mappen har et hode",
    why="En mappe er ett register, og bare én fil kan si hvilken utgave det er.",
    bad=EMPTY,
    good=EMPTY,
    beside=(("tiltaksoversikt/b.yaml", EMPTY),),
)
STRATEGY = Rule(
    code="TIL022",
    name="ukjent-strategi",
    title="Strategien finnes ikke eller kan ikke brukes",
    why="Målområder og retningsvalg slås opp i strategien.",
    bad='strategi: "2031-2035"\nutgave: "1"\nper_dato: 2023-10-15\nansvarlig: KDD\ntiltak: []\n',
    good=EMPTY,
)
TOO_LARGE = Rule(
    code="TIL901",
    name="for-stor-fil",
    title="Filen er for stor",
    why="Et register på over 100 MB er nesten helt sikkert feil fil.",
    bad=None,
    good=EMPTY,
)
TOO_DEEP = Rule(
    code="TIL902",
    name="for-dypt",
    title="Filen har for mange nivåer inni hverandre",
    why="Et register har høyst fem nivåer. Flere tyder på en skadet fil.",
    bad=HEAD_LINES + "tiltak: " + "[" * 60 + "]" * 60 + "\n",
    good=EMPTY,
    edges=EDGES["TIL902"],
)
CELL = Rule(
    code="TIL903",
    name="celle-i-arbeidsbok",
    title="Noe i en arbeidsbok kan ikke føres inn",
    why="Det som er skrevet i en celle, må kunne leses, og registeret må være uten feil med det.",
    bad=None,
    good=EMPTY,
)

FILE_RULES = (
    SYNTAX,
    TAB,
    COLON,
    QUOTE,
    STARTER,
    CONFLICT,
    INDENT,
    BACKSLASH,
    ENCODING,
    EMPTY_FILE,
    DOCUMENTS,
    DUPLICATE_KEY,
    ALIAS,
    TAG,
    DIRECTIVE,
    KEY,
    BINARY,
    LINE_BREAK,
    NO_HEAD,
    TWO_HEADS,
    STRATEGY,
    TOO_LARGE,
    TOO_DEEP,
    CELL,
)
