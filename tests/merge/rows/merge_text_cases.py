"""What becomes of two sides in a text, word by word and line by line.

Base, ours and theirs are the fields of one measure, T001; what every measure needs is filled in.
`merged` is the result; where it is None, the sides disagree, and `conflicts` are the fields, each
with how. Every row is tried with the sides swapped, too.
"""

from merge_row import BOTH, GONE, Row, clash

LONG = "beskrivelse: Alle departementer bruker samme mal. Malen ligger på fellesnettet i dag.\n"
BROKEN = (
    "beskrivelse: >-\n  Alle departementer bruker samme mal.\n"
    "  Malen ligger på fellesnettet i dag.\n"
)


TEXTS = (
    Row(
        "two words of a text",
        LONG,
        LONG.replace("samme mal", "én mal"),
        LONG.replace("i dag", "nå"),
        LONG.replace("samme mal", "én mal").replace("i dag", "nå"),
    ),
    Row(
        "a sentence at the end and a word",
        LONG,
        LONG.replace("dag.", "dag. Den er på nett."),
        LONG.replace("Alle", "Noen"),
        LONG.replace("Alle", "Noen").replace("dag.", "dag. Den er på nett."),
    ),
    Row(
        "broken anew is no change",
        LONG,
        BROKEN,
        LONG.replace("i dag", "nå"),
        LONG.replace("i dag", "nå"),
    ),
    clash(
        "two sentences at one place",
        LONG,
        LONG.replace("dag.", "dag. Den er på nett."),
        LONG.replace("dag.", "dag. Den er trykt."),
        f"T001.beskrivelse {BOTH}",
    ),
    clash(
        "a text that is a number",
        LONG,
        "beskrivelse: 5\n",
        LONG.replace("i dag", "nå"),
        f"T001.beskrivelse {BOTH}",
    ),
    clash(
        "one word, two ways",
        LONG,
        LONG.replace("Alle", "Noen"),
        LONG.replace("Alle", "Mange"),
        f"T001.beskrivelse {BOTH}",
    ),
    clash(
        "written anew, and a word",
        LONG,
        "beskrivelse: En helt annen tekst om noe nytt som kommer.\n",
        LONG.replace("i dag", "nå"),
        f"T001.beskrivelse {BOTH}",
    ),
    Row(
        "a word in front of the first, and one at the end",
        "tittel: mal for alle\n",
        "tittel: Felles mal for alle\n",
        "tittel: mal for alle etater\n",
        "tittel: Felles mal for alle etater\n",
    ),
    Row(
        "the first word taken out, and one at the end",
        "tittel: Felles mal for alle\n",
        "tittel: mal for alle\n",
        "tittel: Felles mal for alle etater\n",
        "tittel: mal for alle etater\n",
    ),
    Row(
        "the first two words swapped, and the last changed",
        "tittel: en Ord to tre fire\n",
        "tittel: Ord en to tre fire\n",
        "tittel: en Ord to tre fem\n",
        "tittel: Ord en to tre fem\n",
    ),
    Row(
        "a first word in a milestone",
        "milepæler:\n  - {id: M1, tekst: utkast er klart nå}\n",
        "milepæler:\n  - {id: M1, tekst: Første utkast er klart nå}\n",
        "milepæler:\n  - {id: M1, tekst: utkast er helt klart nå}\n",
        "milepæler:\n  - {id: M1, tekst: Første utkast er helt klart nå}\n",
    ),
    Row(
        "a line on top, and a word in the last",
        "beskrivelse: |\n  alfa\n  beta\n  gamma\n",
        "beskrivelse: |\n  ny\n  alfa\n  beta\n  gamma\n",
        "beskrivelse: |\n  alfa\n  beta\n  gamma delta\n",
        "beskrivelse: |\n  ny\n  alfa\n  beta\n  gamma delta\n",
    ),
    Row(
        "two lines of a list swapped, and the last changed",
        "beskrivelse: |\n  - punkt en\n  - punkt to\n  - punkt tre\n  - punkt fire\n",
        "beskrivelse: |\n  - punkt to\n  - punkt en\n  - punkt tre\n  - punkt fire\n",
        "beskrivelse: |\n  - punkt en\n  - punkt to\n  - punkt tre\n  - punkt fem\n",
        "beskrivelse: |\n  - punkt to\n  - punkt en\n  - punkt tre\n  - punkt fem\n",
    ),
    Row(
        "a new paragraph, and a word",
        "beskrivelse: |\n  En to tre fire.\n  Fem seks sju åtte.\n",
        "beskrivelse: |\n  En to tre fire.\n\n  Fem seks sju åtte.\n",
        "beskrivelse: |\n  En to tre fire.\n  Fem seks sju ni.\n",
        "beskrivelse: |\n  En to tre fire.\n\n  Fem seks sju ni.\n",
    ),
    Row(
        "a new paragraph in a folded text, and a word",
        "beskrivelse: >-\n  En to tre fire.\n  Fem seks sju åtte.\n",
        "beskrivelse: >-\n  En to tre fire.\n\n  Fem seks sju åtte.\n",
        "beskrivelse: >-\n  En to tre fire.\n  Fem seks sju ni.\n",
        "beskrivelse: >-\n  En to tre fire.\n\n  Fem seks sju ni.\n",
    ),
    Row(
        "two lines made one, and a word",
        "beskrivelse: |\n  alfa\n  beta\n  gamma delta\n",
        "beskrivelse: |\n  alfa beta\n  gamma delta\n",
        "beskrivelse: |\n  alfa\n  beta\n  gamma epsilon\n",
        "beskrivelse: |\n  alfa beta\n  gamma epsilon\n",
    ),
    Row(
        "a line set further in, and a word",
        "beskrivelse: |\n  alfa\n  beta\n  gamma delta\n",
        "beskrivelse: |\n  alfa\n    beta\n  gamma delta\n",
        "beskrivelse: |\n  alfa\n  beta\n  gamma epsilon\n",
        "beskrivelse: |\n  alfa\n    beta\n  gamma epsilon\n",
    ),
    Row(
        "lines broken at different places",
        "beskrivelse: |\n  alfa beta gamma delta\n",
        "beskrivelse: |\n  alfa\n  beta gamma delta\n",
        "beskrivelse: |\n  alfa beta gamma\n  delta\n",
        "beskrivelse: |\n  alfa\n  beta gamma\n  delta\n",
    ),
    clash(
        "a line break where the other has changed the word",
        "beskrivelse: |\n  alfa beta gamma delta\n",
        "beskrivelse: |\n  alfa beta\n  gamma delta\n",
        "beskrivelse: |\n  alfa beta ny delta\n",
        f"T001.beskrivelse {BOTH}",
    ),
    clash(
        "one line break against a new paragraph",
        "beskrivelse: |\n  alfa beta gamma delta\n",
        "beskrivelse: |\n  alfa beta\n  gamma delta\n",
        "beskrivelse: |\n  alfa beta\n\n  gamma delta\n",
        f"T001.beskrivelse {BOTH}",
    ),
    clash(
        "a new text that both have written, with other paragraphs",
        "status: vedtatt\n",
        "status: vedtatt\nrisiko: |\n  alfa\n  beta\n",
        "status: vedtatt\nrisiko: |\n  alfa\n\n  beta\n",
        f"T001.risiko {BOTH}",
    ),
    clash(
        "a new paragraph in what the other has taken out",
        "status: vedtatt\nrisiko: |\n  alfa\n  beta\n",
        "status: vedtatt\nrisiko: |\n  alfa\n\n  beta\n",
        "status: vedtatt\n",
        f"T001.risiko {GONE}",
    ),
    clash(
        "line breaks in a field that nobody knows",
        "farge: |\n  alfa\n  beta\n",
        "farge: |\n  alfa\n\n  beta\n",
        "farge: |\n  alfa\n  gamma\n",
        f"T001.farge {BOTH}",
    ),
)
