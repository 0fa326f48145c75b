"""The settings of a register: `tiltak.toml` beside it, or `[tool.tiltak]` in `pyproject.toml`."""

import operator
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from tiltak_cli import __version__
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.domain.spelling import nearest
from tiltak_cli.findings import Place
from tiltak_cli.rules import RULES
from tiltak_cli.rules.control_rules import SETTING
from tiltak_cli.sources.files import Outside, Refusal, Source
from tiltak_cli.sources.organisations import (
    FILE,
    OF_OWN,
    OWN,
    PROJECT,
    TABLE,
    UnusableError,
    own_from,
)
from tiltak_cli.sources.register.setting_kinds import KINDS, REQUIRED, unreadable
from tiltak_cli.sources.strategies import shipped_organisations


class Settings(NamedTuple):
    """What a register's own settings say. The options of the command line go before them.

    `given` are the names of those that come from there: who gives them may name any file.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    strict: bool = False
    baseline: str = ""
    against: str = ""
    stale_days: int = 0
    required_version: str = ""
    given: tuple[str, ...] = ()


DEMAND = re.compile(r"(>=|<=|==|>|<) *([0-9]+(?:\.[0-9]+)*)")
HOLDS = {
    ">=": operator.ge,
    "<=": operator.le,
    "==": operator.eq,
    ">": operator.gt,
    "<": operator.lt,
}
HOW_OWN = (
    f'Skriv for eksempel «[[{OWN}]]» på en egen linje, og under den «kort = "SSB"» og '
    '«"bokmål" = "Statistisk sentralbyrå"» på hver sin.'
)


def read_settings(source: Source) -> Settings | Refusal:
    """Read a register's settings: from its own folder, or the one above a folder register."""
    for folder in ("", "../") if source.is_folder else ("",):
        for name, table in ((f"{folder}{FILE}", ""), (f"{folder}{PROJECT}", TABLE)):
            data = source.sibling(name)
            if isinstance(data, Outside):
                # What lies above the repository is none of the register's.
                if data.linked:
                    return Refusal(f"«{source.beside(name)}» {data.why} Legg selve filen der.")
            elif data is not None and table.encode() in data:
                return _read(source.beside(name), data, table)
    return Settings()


def _read(name: str, data: bytes, table: str) -> Settings | Refusal:
    import tomllib

    text = data.decode("utf-8-sig", "replace")
    try:
        values = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _refused(name, text, 0, "filen er ikke UTF-8. Lagre den på nytt med UTF-8.")
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        match = re.search(r"at line ([0-9]+)", str(error))
        line = int(match[1]) if match else text.rstrip().count("\n") + 1
        return _refused(name, text, line, unreadable(text, line, str(error)))
    if table:
        tool = values.get("tool", {})
        # The name of the table may stand in a comment only.
        values = tool.get("tiltak", {}) if isinstance(tool, dict) else {}
    # First, for what else there is may be of a version that this program does not know.
    if too_old := _too_old(values.get(REQUIRED)):
        return _refused(name, text, _line_of(text, table, REQUIRED, too_old), too_old)
    for key, value in values.items():
        if fault := _fault(key, value):
            return _refused(name, text, _line_of(text, table, key, fault, _odd(key, value)), fault)
    # Its own organisations come with the strategy, wherever that is read.
    plain = {key.replace("-", "_"): _plain(value) for key, value in values.items() if key != OWN}
    return Settings(**plain)


def _refused(name: str, text: str, number: int, fault: str) -> Refusal:
    """Refuse settings for what is wrong on a line (from 1); 0 where that is not known."""
    where = f", linje {number}" if number else ""
    message, _, remedy = fault.partition(". ")
    number = max(number, 1)
    line = text.split("\n")[number - 1]
    first = len(line) - len(line.lstrip()) + 1
    place = Place(name, number, first, number, max(len(line.rstrip()), first) + 1)
    finding = SETTING.finding(place, f"{message[0].upper()}{message[1:]}.", remedy)
    return Refusal(f"«{name}»{where}: {fault}", finding, text)


def _line_of(text: str, table: str, key: str, fault: str, number: int = 0) -> int:
    """On which line a fault is: that of what it names in the setting, else of the setting itself.

    `number` says in which of several tables, from 0. Gives 0 for what is written otherwise.
    """
    offsets = [match.start() for match in _setting(key).finditer(text, max(text.find(table), 0))]
    if not offsets:
        return 0
    start, *rest = offsets[number:] or offsets
    for name in re.findall("«([^»]+)»", fault):
        if there := _mention(name).search(text, start, *rest[:1]):
            return text.count("\n", 0, there.start()) + 1
    return text.count("\n", 0, start) + 1


def _setting(key: str) -> re.Pattern[str]:
    """How a setting begins, or a table of it."""
    before = r"^[ \t]*(?:\[+ *(?:tool\.tiltak\.)?)?"
    return re.compile(rf"{before}[\"']?{re.escape(key)}[\"']? *[=.\]]", re.MULTILINE)


def _mention(name: str) -> re.Pattern[str]:
    """Where a field or a value stands."""
    quote, name = "[\"']", re.escape(name)
    return re.compile(rf"^[ \t]*{quote}?{name}{quote}? *=|{quote}{name}{quote}", re.MULTILINE)


def _odd(key: str, value: Any) -> int:
    """Which of a register's own organisations is the first that cannot be used, from 0."""
    if key != OWN or not isinstance(value, list):
        return 0
    firsts = range(len(value))
    return next((n for n in firsts if _unusable_organisations(value[: n + 1])), 0)


def _too_old(required: Any) -> str:
    """Why this version is not one that the register's settings ask for; empty where it is."""
    if required is None:
        return ""
    demands = [DEMAND.fullmatch(part.strip()) for part in str(required).split(",")]
    if not isinstance(required, str) or None in demands:
        return f"«{REQUIRED}» skal være et krav til versjonen. Skriv for eksempel «>=0.2»."
    here = _numbers(__version__)
    for match in demands:
        if match and not HOLDS[match[1]](here, _numbers(match[2])):
            return (
                f"registeret krever tiltak {required}, og dette er {__version__}. Oppgrader, "
                "eller be dem som har satt kravet, om å endre det."
            )
    return ""


def _numbers(version: str) -> tuple[int, ...]:
    """The numbers of a version, so that 0.2 and 0.2.0 are the same."""
    numbers = [int(number) for number in re.findall("[0-9]+", version)]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _fault(key: str, value: Any) -> str:
    """What is wrong with a setting, and the remedy; empty when nothing is."""
    if key == OWN:
        return _unusable_organisations(value)
    if key in ("tiltak", "tool") and isinstance(value, dict):
        return f"innstillingene i {FILE} står uten overskrift. Ta bort linjen med klammer."
    if key not in KINDS:
        names = (*KINDS, OWN)
        guess = nearest(key, names)
        known = f"Mente du «{guess}»?" if guess else f"Innstillingene er {', '.join(names)}."
        return f"innstillingen {quoted(key)} finnes ikke. {known}"
    kind, form, example = KINDS[key]
    # A truth is a number too, to Python.
    right = type(value) is kind and (kind is not int or value >= 0)
    right = right and (kind is not str or value.isprintable())
    if not right or (kind is list and not all(isinstance(code, str) for code in value)):
        return f"«{key}» skal være {form}. Skriv for eksempel «{example}»."
    faults = [unknown_code(code) for code in value] if kind is list else []
    return next(filter(None, faults), "")


def _unusable_organisations(value: Any) -> str:
    """What is wrong with a register's own organisations; empty when nothing is."""
    if strange := next((key for key in _keys(value) if key not in OF_OWN), ""):
        if strange in KINDS:
            return (
                f"«{strange}» står under [[{OWN}]] og gjelder ikke der. Flytt linjen over den "
                f"første linjen med [[{OWN}]]."
            )
        guess = nearest(strange, OF_OWN)
        known = f"Mente du «{guess}»?" if guess else f"Feltene er {', '.join(OF_OWN)}."
        return f"feltet {quoted(strange)} under [[{OWN}]] finnes ikke. {known}"
    try:
        own_from(value, shipped_organisations())
    except UnusableError as fault:
        how = "" if ". " in str(fault) else f" {HOW_OWN}"
        return f"innstillingen «{OWN}» {fault}{how}"
    return ""


def _keys(value: Any) -> Iterator[str]:
    """The names of the fields of a register's own organisations, and of their names."""
    for group in value.values() if isinstance(value, dict) else [value]:
        for item in group if isinstance(group, list) else ():
            if isinstance(item, dict):
                yield from item
                yield from _keys(item.get("navn"))


def unknown_code(code: str) -> str:
    """Say that a code, or the beginning of one, is none; empty when it is."""
    if re.fullmatch(r"TIL[0-9]{0,3}", code) and any(rule.code.startswith(code) for rule in RULES):
        return ""
    guess = code.upper() if code != code.upper() and not unknown_code(code.upper()) else ""
    guess = guess or nearest(code, [rule.code for rule in RULES])
    remedy = f"Mente du {guess}?" if guess else "«tiltak explain» viser alle reglene."
    return f"det finnes ingen regel med koden {quoted(code)}. {remedy}"
