"""What turns, limits or puts off a word: no guess may lead across it.

«Ikke gjennomført», «delvis gjennomført», `incomplete` and «gjennomføres» are near «gjennomført» in
letters, and say that it is not so. In bokmål, nynorsk and English.
"""

import re
from enum import Enum, auto


class Limit(Enum):
    """What is done to a word: it is turned, true in part, put off, or no longer so."""

    NOT = auto()
    PARTLY = auto()
    LATER = auto()
    BEFORE = auto()


def _words(limit: Limit, words: str) -> dict[str, Limit]:
    return dict.fromkeys(words.split(), limit)


WORDS = {
    **_words(
        Limit.NOT,
        "ikke ikkje ei ej inkje aldri neppe nei ingen inga intet uten utan utenom "
        "utanom unntatt unnateke foruten mangler manglar not no never non without nor "
        "isn hasn t except excluding cannot lacks un u",
    ),
    **_words(
        Limit.PARTLY,
        "delvis delvist nesten snart nær nære nærmer nærmest halvveis halv halvt knapt "
        "litt noe noko mest mesteparten hovedsakelig foreløpig førebels midlertidig "
        "mellombels tidligst tidlegast ca cirka omtrent bare kun partly partially "
        "partial part almost nearly near mostly soon half semi hardly barely about some "
        "only earliest yet less",
    ),
    **_words(
        Limit.LATER,
        "foreslås foreslått føreslått forslag framlegg planlagt planlagd planlegges "
        "planleggast plan skal vil bør må kan skulle kunne burde ønskes ønsket "
        "vurdering vurderes vurderast avventer avventar venter ventar påvente forventet "
        "forventes ventet venta senere seinare kanskje muligens mulig mogleg trolig "
        "truleg antatt antagelig eventuelt evt ev hvis dersom viss om når til etter før "
        "planned proposed expected pending awaiting maybe perhaps possibly probably "
        "tentatively should will would could may might can to be tbd until unless if "
        "when later after before review consideration",
    ),
    **_words(
        Limit.BEFORE,
        "tidligere tidlegare forrige førre eks var gammel gamle gamal opphevet oppheva "
        "former formerly previous previously ex old",
    ),
}
# Two that mean the same are one.
AS_ONE = {"ikkje": "ikke", "utan": "uten", "planlagd": "planlagt", "føreslått": "foreslått"}
A_WORD = re.compile(r"[^\W_]+")
# Doubt, about, less than; before a word also a mark for what it is not.
SIGNS = re.compile(r"[?~≈<>≤≥≠¬½%]|^[!-]")
# «ut-» is not «u-»: «utgår», «utsatt» and «utførende» are not turned.
TURNS = ("non", "ikkje", "ikke", "un", "in", "im", "ir", "il", "dis", "mis", "u")
OUT = re.compile(r"ut[bcdfghjklmnpqstvwxz]")


# How a participle ends, how much of that is dropped, and what other forms of the verb have instead.
VERB = ("e", "es", "er", "ast", "ing")
NOT_DONE = (
    ("tt", "tt", ("", "s", "r")),
    ("tt", "", VERB),
    *((ending, ending, ("", *VERB)) for ending in ("et", "ed", "a")),
    *((ending, ending, VERB) for ending in ("t", "d")),
)


def limits_in(text: str, *, turned: bool = False) -> frozenset[str]:
    """The words and signs in a text (folded) that limit what it says; or those that turn it."""
    words = [word for word in A_WORD.findall(text) if word in WORDS]
    if turned:
        words = [word for word in words if WORDS[word] is Limit.NOT]
    return frozenset([*(AS_ONE.get(word, word) for word in words), *SIGNS.findall(text)])


def limit_of(text: str) -> Limit | None:
    """What a text (folded) does to the word that it limits; None where it does nothing."""
    limits = [WORDS[word] for word in A_WORD.findall(text) if word in WORDS]
    return min(limits, key=lambda limit: limit.value, default=None)


def unturned(word: str) -> list[str]:
    """What a word may be turned from, by its beginning: `incomplete`, «ugjennomført»."""
    turns = () if OUT.match(word) else TURNS
    rests = [word.removeprefix(turn).lstrip("- ") for turn in turns if word.startswith(turn)]
    return [rest for rest in rests if rest]


def not_done(given: str, meant: str) -> bool:
    """Whether a word is a form of the same verb that does not say it is done: «gjennomføres»."""
    for ending, dropped, rests in NOT_DONE:
        stem = meant.removesuffix(dropped)
        if meant.endswith(ending) and given.startswith(stem) and given[len(stem) :] in rests:
            return True
    return False
