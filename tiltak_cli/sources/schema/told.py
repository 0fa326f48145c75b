"""What the schema says no to, what is told of it, and causes that cannot be seen in the value."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from jsonschema import Draft202012Validator

from tiltak_cli.domain.invisible import INVISIBLE, bare, invisible_at, twin
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.domain.spelling import MARKS
from tiltak_cli.rules import shape_rules
from tiltak_cli.rules.base import Path, Rule
from tiltak_cli.sources.schema.parts import Schema
from tiltak_cli.sources.yaml.events import LONG
from tiltak_cli.sources.yaml.lines import in_quotes

JOINED = re.compile(r"(\w+)(?:(:)| +)(\S.*)")
# What to do about several values in one place of a list in brackets, before the values.
WITH_COMMAS = "Skriv dem med komma mellom: "

# What an item of a list may be called by those who give it a name.
LEVELS = ("tiltak", "milepæl", "milepel", "dokument", "measure", "milestone", "document")


class Breach(NamedTuple):
    """One thing the schema says no to: the keyword, what it demands, and of which value.

    `several` says that a list may stand there too.
    """

    keyword: str
    demand: Any
    value: Any
    path: Path
    schema: Schema
    several: bool


class Words(NamedTuple):
    """What is wrong and the remedy; and, where that is known, the value to write instead.

    `safe` says that no one need look at it first.
    """

    message: str
    remedy: str
    value: Any = None
    safe: bool = False


class Told(NamedTuple):
    """A breach in words. `key` says that the field's name is at fault, not its value.

    `value` is what to write instead, of the value or of the name, where that is known.
    """

    rule: Rule
    path: Path
    message: str
    remedy: str
    key: bool = False
    value: Any = None
    safe: bool = False

    @classmethod
    def of(cls, rule: Rule, path: Path, words: Words, *, key: bool = False) -> "Told":
        """Put the words to a rule and a place."""
        return cls(rule, path, words.message, words.remedy, key, words.value, words.safe)


def with_hidden_cause(explanation: Told, name: str, breach: Breach) -> Told:
    """Say it otherwise where the value is right but for what hardly shows."""
    value = breach.value
    if not isinstance(value, str):
        return explanation
    outer = value.strip(" \t")
    if outer != value and _passes(breach.schema, outer):
        side = "foran" if value[0] in " \t" else "etter"
        return explanation._replace(
            message=f"Et mellomrom står {side} verdien i «{name}», innenfor anførselstegnene.",
            remedy="Slett det.",
            value=_right(breach.schema, outer),
            safe=True,
        )
    visible = _visible(value).strip(" \t")
    composed = unicodedata.normalize("NFC", visible)
    if composed != value and _passes(breach.schema, composed):
        words = _hidden(value, visible, f"verdien i «{name}»")
        right = _right(breach.schema, composed)
        return explanation._replace(
            message=words.message, remedy=words.remedy, value=right, safe=True
        )
    inner = composed.strip(MARKS)
    if inner != value and _passes(breach.schema, inner):
        remedy = f"Skriv {inner} uten disse anførselstegnene."
        return explanation._replace(remedy=remedy, value=_right(breach.schema, inner), safe=True)
    return explanation


def hidden_in_name(name: str, path: Path, known: Schema) -> Told | None:
    """A field's name that is right but for what cannot be seen, or nothing."""
    visible = _visible(name)
    if unicodedata.normalize("NFC", visible) not in known:
        return None
    words = _hidden(name, visible, f"feltnavnet {quoted(visible)}")
    return Told.of(shape_rules.UNKNOWN_FIELD, (*path, name), words, key=True)


def comma_in_text(breach: Breach, names: AbstractSet[str]) -> dict[str, Told | None]:
    """What stands after a comma within {…} and has no value is the rest of a text.

    The first such name is told of; those that follow it belong to the same text.
    """
    texts: list[tuple[str, list[str]]] = []
    explanations: dict[str, Told | None] = {}
    for name, value in breach.value.items():
        joined = JOINED.fullmatch(name)
        if value is None and joined and joined[1] in breach.schema["properties"]:
            explanations[name] = _without_blank(breach.path, name, joined)
        elif not breach.path:
            # A measure seldom stands in brackets, and its texts have quotes then.
            continue
        elif value is None and name in names and texts and texts[-1][1]:
            texts[-1][1].append(name)
        else:
            texts.append((name, [value] if isinstance(value, str) and value else []))
    for field, parts in texts:
        if not parts[1:]:
            continue
        first, *rest = parts[1:]
        explanations[first] = Told(
            shape_rules.UNKNOWN_FIELD,
            (*breach.path, first),
            f"Teksten i «{field}» er delt ved kommaet foran {quoted(first)}.",
            remedy=f"Sett hele teksten i anførselstegn: «{field}: {in_quotes(', '.join(parts))}».",
            key=True,
        )
        explanations.update(dict.fromkeys(rest))
    return explanations


def is_unread(explanation: Told, unread: AbstractSet[str]) -> bool:
    """Whether what is told of could not be read: a field, or what is missing in a part of one."""
    gone = len(explanation.path) == 1 or explanation.rule in (
        shape_rules.MISSING_FIELD,
        shape_rules.NO_VALUE,
    )
    return not explanation.path or (gone and explanation.path[0] in unread)


def level_too_many(breach: Breach) -> list[Told]:
    """A list's item with a name of its own above its fields, as `- milepæl:`; or nothing."""
    path, value = breach.path, breach.value
    if breach.keyword not in ("additionalProperties", "required") or "strategi" in value:
        return []
    known, name = breach.schema["properties"], next(iter(value), "")
    inner = value.get(name)
    if inner is None and name in LEVELS:
        inner = {key: value[key] for key in value if key != name}
    elif isinstance(inner, list) and len(inner) == 1:
        inner = inner[0]
    alone = name in LEVELS or len(value) == 1
    item = not path or isinstance(path[-1], int)
    if not alone or not item or name in known or not isinstance(inner, dict):
        return []
    if not inner or not inner.keys() <= known.keys():
        return []
    first, text = next(iter(inner.items()))
    begins = f"- {first}: {text}" if isinstance(text, str | int) else f"- {first}:"
    return [
        Told(
            shape_rules.UNKNOWN_FIELD,
            path,
            f"«{name}:» er ett nivå for mye over feltene.",
            remedy=f"Ta bort «{name}:», så punktet begynner med {quoted(begins)}, og sett de andre "
            f"feltene rett under «{first}».",
        )
    ]


def joined_to(name: str, values: Mapping[str, Any], fields: Collection[str]) -> str:
    """The field whose value follows its name or its colon at once, if any: «id:M2», «id M2»."""
    joined = JOINED.fullmatch(name) if values[name] is None else None
    return joined[1] if joined and joined[1] in fields else ""


def _without_blank(path: Path, name: str, joined: re.Match[str]) -> Told:
    """A field within {…} whose value follows its colon at once, or a blank without the colon."""
    what = "mellomrom etter kolon" if joined[2] else "kolon etter feltnavnet"
    return Told(
        shape_rules.UNKNOWN_FIELD,
        (*path, name),
        f"Det mangler et {what} i {quoted(name)}.",
        remedy=f"Skriv «{joined[1]}: {joined[3]}» i stedet for «{name}».",
        key=True,
    )


def _visible(value: str) -> str:
    return bare(value).strip(INVISIBLE)


def _hidden(value: str, visible: str, where: str) -> Words:
    composed = unicodedata.normalize("NFC", visible)
    if visible != value:
        what, side = invisible_at(value)
        message = f"Et usynlig tegn ({what}) står {side} {where}."
        return Words(message, "Slett det.", composed, safe=True)
    other = twin(value)
    message = (
        f"I {where} står {other}." if other else f"En bokstav i {where} er lagret som to tegn."
    )
    return Words(message, f"Skriv {quoted(composed)} på nytt.", composed, safe=True)


def _passes(schema: Schema, text: str) -> bool:
    return _right(schema, text) is not None


def _right(schema: Schema, text: str) -> str | int | None:
    """A text as the schema would have it, as text or as a number; None when it has neither."""
    candidates: list[str | int] = [text]
    # A year is written as a number, and so are a strategy's numbers.
    if text.isascii() and text.isdigit() and len(text) < LONG:
        candidates.insert(0, int(text))
    gate = Draft202012Validator(schema)
    return next((candidate for candidate in candidates if gate.is_valid(candidate)), None)


def plain(value: Any) -> str:
    """A value as it is written in the file; dots for one with parts."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, str | int) else "…"
