"""TIL0xx and TIL9xx: the file itself, its encoding and its YAML. Found while reading."""

from tiltak_cli.rules.base import Rule

HEAD = 'strategi: "2021-2025"\nutgave: "2023-2"\nper_dato: 2023-10-15\nansvarlig: KDD\n'
EMPTY = HEAD + "tiltak: []\n"

SYNTAX = Rule(
    "TIL001",
    "uleselig-yaml",
    "Teksten kan ikke leses som YAML",
    "Når oppsettet i filen er brutt, vet ingen hva som hører til hvilket tiltak.",
    "tittel: Klart språk\nstatus:vedtatt\n",
    "tittel: Klart språk\nstatus: vedtatt\n",
)
TAB = Rule(
    "TIL002",
    "tabulator",
    "Innrykk er laget med tabulator",
    "YAML tillater bare mellomrom i innrykk, fordi tabulatorer er ulikt brede i ulike programmer.",
    "tittel: Klart språk\n\tstatus: vedtatt\n",
    "tittel: Klart språk\nstatus: vedtatt\n",
)
COLON = Rule(
    "TIL003",
    "kolon-i-tekst",
    "Det står kolon og mellomrom inne i en tekst uten anførselstegn",
    "«: » skiller felt fra verdi. Står det inne i teksten, må teksten ha anførselstegn.",
    "tittel: Veileder: Klart språk\n",
    'tittel: "Veileder: Klart språk"\n',
)
QUOTE = Rule(
    "TIL004",
    "anførselstegn-ikke-lukket",
    "Anførselstegn står ikke rundt hele teksten",
    "Uten sluttegnet leses resten av filen som én lang tekst.",
    'tittel: "Klart språk\nstatus: vedtatt\n',
    'tittel: "Klart språk"\nstatus: vedtatt\n',
)
STARTER = Rule(
    "TIL005",
    "tegn-med-egen-betydning",
    "En verdi begynner med et tegn som har en egen betydning",
    "Tegn som @, *, &, ! og { betyr noe annet enn seg selv når de står først i en verdi.",
    "tittel: @departementene\n",
    'tittel: "@departementene"\n',
)
CONFLICT = Rule(
    "TIL006",
    "flettekonflikt",
    "Filen inneholder konfliktmarkører fra git",
    "To versjoner av teksten står i filen samtidig, og noen må velge.",
    'strategi: "2021-2025"\n<<<<<<< HEAD\nutgave: "2023-2"\n=======\nutgave: "2023-3"\n'
    ">>>>>>> gren\nper_dato: 2023-10-15\nansvarlig: KDD\ntiltak: []\n",
    EMPTY,
)
INDENT = Rule(
    "TIL007",
    "galt-innrykk",
    "Linjen har et innrykk som ikke passer med linjene rundt",
    "Innrykket avgjør hva en linje hører til. Felt i samme tiltak må begynne i samme kolonne.",
    "tittel: Klart språk\n status: vedtatt\n",
    "tittel: Klart språk\nstatus: vedtatt\n",
)
BACKSLASH = Rule(
    "TIL008",
    "omvendt-skråstrek",
    "Omvendt skråstrek (\\) står inne i doble anførselstegn",
    "Mellom doble anførselstegn er \\ og tegnet etter en kode, og teksten blir en annen.",
    'tittel: "Flytt P:\\felles"\n',
    "tittel: 'Flytt P:\\felles'\n",
)
ENCODING = Rule(
    "TIL010",
    "tegnkoding",
    "Filen er ikke lagret som UTF-8",
    "Med en annen tegnkoding blir æ, ø og å til andre tegn hos andre lesere.",
    "tittel: Mal for h\udcf8ringer\n",
    "tittel: Mal for høringer\n",
)
EMPTY_FILE = Rule(
    "TIL011",
    "tom-fil",
    "Filen er tom",
    "En tom fil er oftest en lagring som gikk galt.",
    "",
    EMPTY,
)
DOCUMENTS = Rule(
    "TIL012",
    "flere-dokumenter",
    "Filen inneholder flere YAML-dokumenter",
    "Alt etter den andre linjen med --- ville bli oversett.",
    EMPTY + "---\ntiltak: []\n",
    EMPTY,
)
DUPLICATE_KEY = Rule(
    "TIL013",
    "felt-to-ganger",
    "Samme felt er skrevet to ganger",
    "Bare én av verdiene kan gjelde, og det er ikke til å se hvilken.",
    "status: vedtatt\nstatus: igangsatt\n",
    "status: vedtatt\n",
)
ALIAS = Rule(
    "TIL014",
    "peker",
    "Filen bruker ankere (&navn), pekere (*navn) eller fletting (<<)",
    "De kopierer innhold fra et annet sted, også id-er, og teksten etter tegnet blir borte.",
    "tittel: &felles Klart språk\n",
    "tittel: Klart språk\n",
)
TAG = Rule(
    "TIL015",
    "tagg",
    "En verdi har en YAML-tagg (et ord som begynner med !)",
    "Ordet etter utropstegnet leses som en type og blir borte fra teksten.",
    "tittel: !viktig Klart språk\n",
    'tittel: "!viktig Klart språk"\n',
)
DIRECTIVE = Rule(
    "TIL016",
    "direktiv",
    "Filen begynner med et YAML-direktiv (%YAML eller %TAG)",
    "Direktiver endrer hvordan filen leses. Et register trenger dem ikke.",
    "%YAML 1.1\n---\n" + EMPTY,
    EMPTY,
)
KEY = Rule(
    "TIL017",
    "feltnavn",
    "Et feltnavn er ikke et enkelt ord",
    "Foran kolon skal det stå et feltnavn, ikke en liste eller et nytt oppsett.",
    "? [tittel, navn]\n: Klart språk\n",
    "tittel: Klart språk\n",
)
BINARY = Rule(
    "TIL018",
    "ikke-tekst",
    "Filen inneholder tegn som ikke hører hjemme i en tekstfil",
    "Styretegn kommer fra skadde filer eller fra andre formater enn ren tekst.",
    HEAD + "tiltak: []\n# \x07\n",
    EMPTY,
)
LINE_BREAK = Rule(
    "TIL019",
    "usynlig-linjeskift",
    "Filen inneholder et usynlig linjeskift",
    "Slike følger med når tekst limes inn fra andre programmer, og deler linjen i to.",
    "tittel: Klart\u2028språk\n",
    "tittel: Klart språk\n",
)
NO_HEAD = Rule(
    "TIL020",
    "hode-mangler",
    "Registeret mangler hodet (strategi, utgave, per_dato og ansvarlig)",
    "Uten hodet vet ingen hvilken strategi og hvilken dato tiltakene hører til.",
    "tiltak: []\n",
    EMPTY,
)
TWO_HEADS = Rule(
    "TIL021",
    "flere-hoder",
    "Flere filer i mappen har et hode",
    "En mappe er ett register, og bare én fil kan si hvilken utgave det er.",
    EMPTY,
    EMPTY,
    beside=(("tiltaksoversikt/b.yaml", EMPTY),),
)
STRATEGY = Rule(
    "TIL022",
    "ukjent-strategi",
    "Strategien finnes ikke eller kan ikke brukes",
    "Målområder og retningsvalg slås opp i strategien.",
    'strategi: "2031-2035"\nutgave: "1"\nper_dato: 2023-10-15\nansvarlig: KDD\ntiltak: []\n',
    EMPTY,
)
TOO_LARGE = Rule(
    "TIL901",
    "for-stor-fil",
    "Filen er for stor",
    "Et register på over 100 MB er nesten helt sikkert feil fil.",
    None,
    EMPTY,
)
TOO_DEEP = Rule(
    "TIL902",
    "for-dypt",
    "Filen har for mange nivåer inni hverandre",
    "Et register har høyst fem nivåer. Flere tyder på en skadet fil.",
    HEAD + "tiltak: " + "[" * 60 + "]" * 60 + "\n",
    EMPTY,
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
)
