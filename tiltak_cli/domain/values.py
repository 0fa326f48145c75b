"""What a person wrote for a field, read to the plain value that a register holds, or a Fault.

Only the way a value is written is seen through: case, blanks, what hardly shows, how a date is
written, what stands between the items of a list. Another word for the same is named, never taken.
"""

import re
from collections.abc import Iterable

from tiltak_cli.domain.dates.fault import NOT_A_DATE, Fault
from tiltak_cli.domain.dates.read import plain_date, read_date
from tiltak_cli.domain.fields import BY_KEY, Kind
from tiltak_cli.domain.invisible import cleaned
from tiltak_cli.domain.measure import Assessment, Priority, Status
from tiltak_cli.domain.norwegian import listed
from tiltak_cli.domain.spelling import folded
from tiltak_cli.domain.synonyms import OTHER_WORDS, STATUS_WORDS

__all__ = ["Fault", "documents_of", "value_of"]

TRUE_WORDS = ("ja", "yes", "on", "y", "1", "true", "sant")
FALSE_WORDS = ("nei", "no", "off", "n", "0", "false", "usant")
WITHOUT_END = (
    "løpende",
    "løpande",
    "årlig",
    "årleg",
    "kontinuerlig",
    "fast",
    "ingen",
    "fortløpende",
    "hvert år",
    "kvart år",
    "jevnlig",
)
WITHOUT_A_DEADLINE = "Skriv «løpende: true» i stedet for «frist»."
# What a spreadsheet shows where it could not reckon: in English, in Norwegian.
ERRORS = frozenset(
    (
        *("#name?", "#value!", "#ref!", "#div/0!", "#n/a", "#null!", "#num!", "#spill!"),
        *("#navn?", "#verdi!", "#i/t", "#overflyt!"),
    )
)
FORMULA = re.compile(r"=\s*[\w.+-]*[(\w]")
# What people move on with, and YAML may not have, at the start of a line and within it.
INDENT, TABS = re.compile(r"^ *\t[ \t]*", re.MULTILINE), re.compile(r" *\t[ \t]*")
BETWEEN = re.compile(r"[,;]")
# What may be a code where none are known: one word with a digit.
CODE = re.compile(r"\w*[0-9]\w*")
WORDS: dict[Kind, tuple[type[Status | Priority | Assessment], dict[str, str]]] = {
    Kind.STATUS: (Status, STATUS_WORDS),
    Kind.PRIORITY: (Priority, OTHER_WORDS),
    Kind.ASSESSMENT: (Assessment, OTHER_WORDS),
}
LISTS = (Kind.AREAS, Kind.DIRECTIONS, Kind.DEVELOPMENTS)
ONE_OR_LIST = (Kind.ORGANISATIONS, Kind.PARTICIPANTS, Kind.REFERENCES)
# Fields that are not a measure's own: the head's, and those of a milestone.
OTHERS = {
    **dict.fromkeys(("strategi", "utgave"), Kind.TEXT),
    "per_dato": Kind.DAY,
    **dict.fromkeys(("milepæler.id", "milepæler.tekst"), Kind.TEXT),
    "milepæler.frist": Kind.PARTIAL_DATE,
    "milepæler.nådd": Kind.DAY,
    **dict.fromkeys(("dokumentasjon.tittel", "dokumentasjon.lenke"), Kind.TEXT),
    **dict.fromkeys(("opphav.periode", "opphav.id", "opphav.status"), Kind.TEXT),
}
# A document on a line: its title, and then its link, with what people may write between them.
DOCUMENT = ("tittel", "lenke")
ONE_DOCUMENT = re.compile(r"(.*\S)\s+<?(https?://[^\s<>]+)>?", re.IGNORECASE)
AS_A_DOCUMENT = "Skriv tittelen og så lenken: «Tittel https://…»."
Code = str | int
Plain = str | int | bool | list[Code] | None


def value_of(  # noqa: PLR0911 - one answer a kind
    field: str, raw: Code, known: Iterable[Code] = ()
) -> Plain | Fault:
    """Read what someone wrote for a field, named by its key, to plain data, or to a Fault.

    Plain data are as YAML reads them; None where nothing was written. `known` are the codes that a
    list may hold: they give an item its case, and are found first on a line. Whether a code is
    valid is for the schema to say.
    """
    text = _lines(str(raw)).rstrip("\n")
    kind = OTHERS[field] if field in OTHERS else BY_KEY[field].kind
    if not text:
        return None
    if folded(text) in ERRORS:
        return Fault(text, "er en feil fra et regneark", "Skriv verdien i stedet.")
    if FORMULA.match(text):
        return Fault(text, "er en formel", "Skriv verdien i stedet.")
    if kind in WORDS:
        return _word(text, kind)
    if kind is Kind.FLAG:
        return _flag(field, text)
    if kind in (Kind.DAY, Kind.PARTIAL_DATE):
        return _date(field, text, exact=kind is Kind.DAY)
    if kind in LISTS or kind in ONE_OR_LIST:
        items = _items(text, {folded(str(code)): code for code in known}, codes=kind in LISTS)
        return items[0] if kind in ONE_OR_LIST and len(items) == 1 else items
    if kind in (Kind.MILESTONES, Kind.DOCUMENTS, Kind.ORIGIN):
        return Fault(text, "er én verdi der det skal stå flere felt", "Skriv feltene hver for seg.")
    return text


def _word(text: str, kind: Kind) -> str | Fault:
    words, synonyms = WORDS[kind]
    valid = [str(word) for word in words]
    word = folded(text)
    if word in valid:
        return word
    meant = synonyms.get(word)
    if meant in valid:
        return Fault(text, "er et annet ord for en av verdiene", f"Skriv {meant}.", meant)
    return Fault(text, "er ikke gyldig", f"Gyldige: {listed(valid, 'eller')}.")


def _flag(field: str, text: str) -> bool | Fault:
    word = folded(text)
    if word in TRUE_WORDS or word == field:
        return True
    if word in FALSE_WORDS:
        return False
    return Fault(text, "er verken ja eller nei", "Skriv ja eller nei.")


def _lines(raw: str) -> str:
    """What someone wrote, cleaned, with line breaks of one kind and blanks for the tabs in it."""
    text = TABS.sub(" ", INDENT.sub("", raw.replace("\r\n", "\n").replace("\r", "\n")))
    return cleaned(text)


def _date(field: str, text: str, *, exact: bool) -> Code | Fault:
    if field == "frist" and folded(text) in WITHOUT_END:
        return Fault(text, NOT_A_DATE, WITHOUT_A_DEADLINE)
    period = read_date(text, exact=exact)
    return period if isinstance(period, Fault) else plain_date(period)


def _items(text: str, known: dict[str, Code], *, codes: bool) -> list[Code]:
    """The items of a list: with `,` or `;` between, or a line each, with its code first."""
    items: list[Code] = []
    for line in text.strip("[] ").split("\n"):
        parts = [part.strip() for part in BETWEEN.split(line) if part.strip()]
        first = line.strip().partition(" ")[0].rstrip(".:,;")
        plain = all(_is_code(part, known) for part in parts)
        if codes and not plain and _is_code(first, known):
            parts = [first]
        items += [known.get(folded(part), _plain(part)) for part in parts]
    return items


def documents_of(raw: str) -> list[dict[str, str]] | Fault | None:
    """Read documents, a line each, to plain data; None where nothing was written."""
    text = cleaned(raw.replace("\r\n", "\n"))
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    matches = [(line, ONE_DOCUMENT.fullmatch(line)) for line in lines]
    for line, match in matches:
        if match is None:
            return Fault(line, "er ikke en tittel med en lenke etter", AS_A_DOCUMENT)
    return [dict(zip(DOCUMENT, m.groups(), strict=True)) for _, m in matches if m] or None


def _is_code(word: str, known: dict[str, Code]) -> bool:
    return folded(word) in known if known else CODE.fullmatch(word) is not None


def _plain(text: str) -> Code:
    return int(text) if text.isascii() and text.isdigit() and text[0] != "0" else text
