"""What those who fill in a workbook do in a measure."""

from tiltak_cli.domain.measure import EVERYONE, Measure
from tiltak_cli.sources.workbook.shown import TAKES_PART
from tiltak_cli.views.excel.kit.book import Book


def takes_part(book: Book, measure: Measure) -> bool:
    """Whether the only one who fills it in is a participant by name, who can say so or not."""
    codes, identity = book.options.audience, book.register.organisations.identity
    if len(codes) != 1:
        return False
    mine = identity(codes[0])
    named = mine in map(identity, measure.participants)
    return named and mine not in map(identity, (*measure.responsible, *measure.executing))


def role_text(book: Book, measure: Measure) -> str:
    """The role as its cell has it: the word of a list, or a text for what cannot be left."""
    return TAKES_PART if takes_part(book, measure) else roles(book, measure)


def roles(book: Book, measure: Measure) -> str:
    """What those who fill in the workbook do in a measure, one line each when they are several."""
    codes = book.options.audience
    lines = [(code, _roles(book, measure, code)) for code in codes]
    if len(codes) == 1:
        return lines[0][1]
    return "\n".join(f"{code}: {text}" for code, text in lines if text)


def _roles(book: Book, measure: Measure, code: str) -> str:
    organisations, day = book.register.organisations, book.register.as_of
    identity = organisations.identity
    named = {
        "role.responsible": measure.responsible,
        "role.executing": measure.executing,
        "role.participating": measure.participants,
    }
    keys = [key for key, codes in named.items() if identity(code) in map(identity, codes)]
    ministries = {ministry.key for ministry in organisations.ministries_on(day)}
    if not keys and EVERYONE in measure.participants and identity(code) in ministries:
        keys = ["role.everyone"]
    text = ", ".join(book.say(key) for key in keys)
    return text[:1] + text[1:].lower()
