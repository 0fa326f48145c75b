"""The language that users read: one word for one thing, short sentences, and no unexplained codes.

What is read is the table of wordings, every text in the code that is Norwegian, the handbook, and
the README of the project and of a new register.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from code_trees import FILES, PACKAGE, nodes

from tiltak_cli.wording.table import TABLE

# All the code is read for it, which takes seconds.
pytestmark = pytest.mark.wide

TOP = Path(__file__).parent.parent.parent
HANDBOOK = TOP / "docs" / "håndbok"
# Texts of others, which the tool only knows again, and the examples of faults.
OF_OTHERS = ("domain/limits.py", "domain/synonyms.py", "sources/foreign/", "rules/text_rules.py")
NORWEGIAN = re.compile(r"[æøåÆØÅ«»]|\b(?:og|er|ikke|som|til|med|en|et|av|for|den|det|kan)\b")
# English texts, and regular expressions.
OTHER = re.compile(r"\b(?:the|of|and|is|an|that|what|with|or|this|no)\b|\(\?")
# What stands in quotes or backquotes is a name, a value or a command, and in braces a value.
NAMES = re.compile(r"«[^«»]*»|`[^`]*`|\{[^{}]*\}")
LONGEST = 35

BOKMÅL = {
    # what is not written: what is written instead
    r"fram(?!gang|tid)\w*": "frem",
    r"kjennemerke\w*": "referanse",
    r"fullført\w*": "gjennomført",
    r"på vent": "utsatt",
    r"fletting\w*": "sammenslåing",
    r"git-repo|repo\b|repository": "git-depot",
    r"katalog\w*": "mappe",
    r"bok|boken|bøker|bøkene": "arbeidsbok",
    r"sjekk\w*": "kontroller",
    r"valider\w*": "kontroller",
    r"grunnlinje\w*": "filen med kjente funn",
    r"arbeidsfil\w*": "registeret slik det er nå",
    r"parameter\w*|flagg\w*|opsjon\w*": "valg",
    r"navngitt rolle": "nevnt i et tiltak",
    r"ville bli|ville endres": "ville blitt",
    r"(?:ny|eld|an)\w+ utgave av tiltak": "versjon av tiltak",
    r"vurdert som (?:rød|gul|grønn)\w*": "har rød vurdering",
    r"kun": "bare",
    r"dersom": "om, hvis",
    r"vennligst": "si hva som skal gjøres",
    r"benytt\w*|anvend\w*": "bruk",
    r"samt": "og",
    r"vedrørende|angående|i forhold til": "om",
    r"iht|ifm|mht|pga|f\.eks|bl\.a|osv|evt|etc|ca": "hele ord",
    r"default|error|warning|input|output|layout": "norske ord",
}
NYNORSK = {
    r"ikke|fra|nå|uten|hvem|hva|hvor\w*|hvilke\w*|noen|utgave\w*|bare|kun": "bokmål",
    r"være|gjøre|skrive[st]|sammen|hvis|etter at den|ennå|mye": "bokmål",
    r"tiltakene|endringe[nr]\w*|frister|fristene|milepæler\w*": "bokmål",
    r"\w+heter|begrunnelse\w*|arbeidsboken\w*": "bokmål",
    r"vert|vorte|blei": "blir, vart, blitt",
    r"òg": "også",
    r"namngitt|namngjeven": "nemnd",
    r"henne": "arbeidsboka",
    r"[Kk]va tiltak": "kva for tiltak",
    r"oppgje\w*": "oppgi, oppgitt",
    r"grunngje\w*": "grunngiving",
}
ENGLISH = {
    r"\w{3,}(?:iz|yz)(?:e|es|ed|ing|ation)s?": "British spelling, with s",
    r"colors?|behavior|center|program(?:ed|ing)": "British spelling",
    r"reckoned|mends?|fingerprint": "worked out, corrects, reference",
    r"named role": "named in a measure",
    r"gotten|utilise\w*|in order to": "plain words",
}
# Codes that are told what they are where they stand, or that readers meet everywhere.
KNOWN = {
    *("ID", "YAML", "UTF", "JSON", "HTML", "PDF", "VS", "MB", "SHA", "BOM", "HEAD"),
    # what is to be put in the place of it, in a command
    *("VERDI", "STI", "STIEN", "FELT", "FIL", "KODE", "MAPPE", "BASE", "VÅR", "DERES"),
    *("STØRRELSE", "GREN", "TMPDIR", "REV", "REVISJON"),
    # ministries
    *("AID", "DFD", "DFØ", "FIN", "HOD", "JD", "KD", "KDD", "KLD", "KUD", "SD"),
    # in tables of data in the handbook
    *("HEL", "OPP", "TBD"),
}
SPOILT = {
    r"\d%": "a blank before the per cent sign",
    r"\w - \w": "a dash (–), not a hyphen",
    r"  +\w": "one blank",
    r"\.\.\.(?!\w)": "one sign (…)",
}


def texts_in_code() -> Iterator[tuple[str, str]]:
    """Every Norwegian text of more than a word in the package, with its place.

    No docstring of ours is one; that of a command is its help.
    """
    for path in FILES:
        name = path.relative_to(PACKAGE).as_posix()
        if name.startswith(("wording/", "rules/edges/", *OF_OTHERS)):
            continue
        within: set[int] = set()
        for node in nodes(path):
            if isinstance(node, ast.JoinedStr):
                within |= {id(part) for part in node.values}
                parts = (v.value if isinstance(v, ast.Constant) else "{}" for v in node.values)
                text = "".join(map(str, parts))
            elif isinstance(node, ast.Constant) and id(node) not in within:
                text = str(node.value)
            else:
                continue
            if " " in text and NORWEGIAN.search(text) and not OTHER.search(text):
                yield f"{name}:{node.lineno}", text


def pages() -> Iterator[tuple[str, str]]:
    """Each paragraph and cell of the pages in Norwegian, without what a command answers."""
    new_register = TOP / "examples" / "registerdepot" / "README.md"
    for path in (*sorted(HANDBOOK.glob("*.md")), TOP / "README.md", new_register):
        norwegian = path.read_text(encoding="utf-8").partition("## For developers")[0]
        prose = re.sub(r"```.*?```|<!--.*?-->", "", norwegian, flags=re.DOTALL)
        for paragraph in re.split(r"\n\s*\n|\n(?=[|-])|\|", prose):
            yield path.name, " ".join(re.sub(r"\]\([^)]*\)", "]", paragraph).split())


@cache
def read(language: int) -> tuple[tuple[str, str], ...]:
    """All the texts in a language, by its column in the table, without the names in them."""
    texts = [(key, row[language]) for key, row in TABLE.items()]
    if language == 0:
        texts += [*texts_in_code(), *pages()]
    return tuple((place, NAMES.sub("{}", text)) for place, text in texts)


@pytest.mark.parametrize(
    ("language", "words"),
    [(0, BOKMÅL), (1, NYNORSK), (2, ENGLISH)],
    ids=["bokmål", "nynorsk", "english"],
)
def test_one_word_for_one_thing(language: int, words: dict[str, str]) -> None:
    unwanted = re.compile(rf"(?<![\w/.-])(?:{'|'.join(words)})(?![\w-])", re.IGNORECASE)
    bad = [
        f"{place}: «{found[0]}» (write: {instead})"
        for place, text in read(language)
        for found in unwanted.finditer(text)
        for pattern, instead in words.items()
        if re.fullmatch(pattern, found[0], re.IGNORECASE)
    ]
    assert not bad, "\n".join(bad)


@pytest.mark.parametrize("language", [0, 1, 2], ids=["bokmål", "nynorsk", "english"])
def test_no_sentence_is_long(language: int) -> None:
    long = [
        f"{place}: {sentence}"
        for place, text in read(language)
        for sentence in re.split(r"(?<=[.:;!?])\s+|\n", text)
        if len(sentence.split()) > LONGEST
    ]
    assert not long, "\n".join(long)


@pytest.mark.parametrize("language", [0, 1, 2], ids=["bokmål", "nynorsk", "english"])
def test_every_code_is_one_that_readers_know(language: int) -> None:
    codes = [
        f"{place}: {code}"
        for place, text in read(language)
        for code in re.findall(r"(?<![\w<{%\[-])[A-ZÆØÅ]{2,}(?![\w=}>])", text)
        if code not in KNOWN
    ]
    assert not codes, "\n".join(codes)


def test_signs_are_written_as_in_norwegian() -> None:
    spoilt = [
        f"{place}: {text} ({instead})"
        for place, text in [*read(1), *read(2), *((p, NAMES.sub("{}", t)) for p, t in pages())]
        for sign, instead in SPOILT.items()
        if re.search(sign, text)
    ]
    assert not spoilt, "\n".join(spoilt)
