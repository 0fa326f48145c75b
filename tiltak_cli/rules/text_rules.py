"""TIL6xx: what has happened to a text on its way into the file. Found while reading."""

from tiltak_cli.findings import Severity
from tiltak_cli.rules.base import Rule

CUT = Rule(
    "TIL601",
    "tekst-kuttet",
    "En tekst er kuttet ved tegnet #",
    "Alt etter et mellomrom og # er en kommentar, og kommer ikke med i teksten.",
    "tittel: Sak #5 Felles mal\n",
    'tittel: "Sak #5 Felles mal"\n',
    severity=Severity.WARNING,
)
INVISIBLE = Rule(
    "TIL602",
    "usynlig-tegn",
    "Et usynlig tegn står i en tekst",
    "Slike følger med når tekst limes inn fra andre programmer, og hindrer søk og sammenligning.",
    "tittel: Felles mal\u00a0\n",
    "tittel: Felles mal\n",
    severity=Severity.WARNING,
)
DECOMPOSED = Rule(
    "TIL603",
    "delte-bokstaver",
    "En bokstav er lagret som to tegn",
    "«å» kan lagres som én bokstav eller som «a» og en løs ring. De ser like ut, men er ulike.",
    "tittel: Fa\u030a felles mal\n",
    "tittel: Få felles mal\n",
    severity=Severity.WARNING,
)
CURLY = Rule(
    "TIL604",
    "krøllete-anførselstegn",
    "En tekst står i krøllete anførselstegn",
    "Bare rette anførselstegn hører til oppsettet. Krøllete blir en del av teksten.",
    "tittel: “Felles mal”\n",
    'tittel: "Felles mal"\n',
    severity=Severity.WARNING,
)

TEXT_RULES = (CUT, INVISIBLE, DECOMPOSED, CURLY)
