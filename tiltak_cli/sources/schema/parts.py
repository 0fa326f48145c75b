"""The kinds of value that a register's schema is put together of, each with its message.

Only editors show the messages; `tiltak validate` makes its own, of the value that was found.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from tiltak_cli.domain.norwegian import listed

Schema = dict[str, Any]
# «$» would let a line break pass in Python and JavaScript; the look-ahead does not.
END = r"(?!\n)$"
LETTER, DIGITS = "T", 3
ID = f"^{LETTER}[0-9]{{{DIGITS},}}{END}"
FIRST_ID = f"{LETTER}{1:0{DIGITS}d}"
MILESTONE_ID = r"^M[0-9]+" + END
YEAR = "(19|20)[0-9]{2}"
DAY_IN_MONTH = "(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
DAY = f"^{YEAR}-{DAY_IN_MONTH}{END}"
PARTIAL = f"^{YEAR}(-(H[12]|Q[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?))?{END}"
PERIOD = f"^[0-9]{{4}}[-–][0-9]{{4}}{END}"
LINK = r"^[Hh][Tt][Tt][Pp][Ss]?://[^ \t\r\n\u00a0]+" + END
# Something more than blanks. The blanks are listed: what «\\s» means differs between readers.
FILLED = r"[^ \t\r\n\u00a0]"


def one_code(codes: Sequence[str | int], texts: Sequence[str], message: str) -> Schema:
    """One of a list of codes, each with its text for the editor."""
    schema: Schema = {
        "enum": list(codes),
        "errorMessage": f"{message}: {listed(map(str, codes), 'eller')}.",
    }
    if any(texts):
        schema["enumDescriptions"] = list(texts)
    return schema


def any_code() -> Schema:
    """A code of a strategy that is not known."""
    return {"type": ["string", "integer"], "errorMessage": "Skriv en kode fra strategien."}


def one_word(texts: Mapping[Any, str], message: str) -> Schema:
    """One of some words, each with its explanation."""
    # str: the words may be members of an enumeration, which not every writer of JSON knows.
    return one_code([str(word) for word in texts], list(texts.values()), message)


def described(description: str, schema: Schema) -> Schema:
    """A value with what editors tell about it."""
    return {"description": description, **schema}


def text() -> Schema:
    """A text that is not empty."""
    return {
        **pattern(FILLED, "Feltet er tomt. Fyll det ut, eller ta bort linjen."),
        "errorMessage": "Skriv en tekst her. Sett tall, ja og nei i anførselstegn.",
    }


def pattern(form: str, message: str) -> Schema:
    """A text of a given form."""
    return {
        "type": "string",
        "pattern": form,
        "patternErrorMessage": message,
        "errorMessage": message,
    }


def day() -> Schema:
    """A date that is known to the day."""
    return pattern(DAY, "Skriv datoen som år-måned-dag, for eksempel 2024-06-30.")


def partial() -> Schema:
    """A date that may be a month, a quarter, a half-year or a year."""
    message = "Skriv 2024, 2024-H1, 2024-Q2, 2024-06 eller 2024-06-30."
    # A year alone is a number in YAML.
    return {
        **pattern(PARTIAL, message),
        "type": ["string", "integer"],
        "minimum": 1900,
        "maximum": 2099,
    }


def list_of(items: Schema, at_least: int = 0) -> Schema:
    """A list where nothing stands twice."""
    message = "Skriv en liste i klammer, med komma mellom."
    if "enum" in items:
        one, two = (", ".join(map(str, items["enum"][:count])) for count in (1, 2))
        message = f"Skriv en liste i klammer, for eksempel [{one}] eller [{two}]."
    schema: Schema = {
        "type": "array",
        "items": items,
        "uniqueItems": True,
        "errorMessage": message,
    }
    return {**schema, "minItems": at_least} if at_least else schema


def list_of_parts(items: Schema, message: str) -> Schema:
    """A list of parts with fields of their own."""
    return {"type": "array", "items": items, "errorMessage": message}


def one_or_list(one: Schema, items: Schema, at_least: int = 0) -> Schema:
    """One value or a list, without `anyOf`, which would hide what is wrong in the cell."""
    return {
        "type": ["string", "array"],
        "if": {"type": "array"},
        "then": list_of(items, at_least),
        "else": one,
        "errorMessage": "Skriv én verdi, eller en liste i klammer.",
    }


def fields(title: str, example: str, properties: Schema, required: list[str]) -> Schema:
    """A part with fields of its own."""
    return {
        "title": title,
        "type": "object",
        "errorMessage": f"Skriv feltene, for eksempel «{example}».",
        "additionalProperties": False,
        "required": required,
        "properties": properties,
    }
