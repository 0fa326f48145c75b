"""Organisations as strategy files have them, and those of one's own in a register's settings."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NoReturn

from tiltak_cli.domain.deadline import parse_day
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.domain.organisations import Name, Organisation, Organisations, organisations_of
from tiltak_cli.sources.files import Sibling

# The files that have a register's settings, and the table in each.
FILE, PROJECT = "tiltak.toml", "pyproject.toml"
TABLE = "[tool.tiltak]"
# The setting with a register's own organisations.
OWN = "virksomheter"
# What may stand of each of these.
OF_OWN = ("kort", "bokmål", "nynorsk", "engelsk", "fra", "til", "orgnr", "navn")


class UnusableError(Exception):
    """Why a strategy file, or a setting, cannot be used."""


def refuse(why: str) -> NoReturn:
    """`why` ends the sentence «Strategifilen «x» …», or «Innstillingen «x» …»."""
    raise UnusableError(why)


def items_of(values: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """A list of fields with fields of their own."""
    items = values.get(key)
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        refuse(f"mangler en liste i «{key}», der hvert punkt har egne felt.")
    return items


def text_of(values: dict[str, Any], key: str, default: str | None = None) -> str:
    """A field's text, or number as text; one that is not there is the default, if it has one."""
    value = values.get(key, default)
    if isinstance(value, bool) or not isinstance(value, str | int) or value == "" != default:
        refuse(f"mangler tekst i feltet «{key}».")
    return str(value)


def without_repeats(key: str, codes: Iterable[str]) -> None:
    """Refuse where a code stands twice in the list of a field."""
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            refuse(f"har {quoted(code)} to ganger i «{key}».")
        seen.add(code)


def organisations_from(values: Any, listed: str = "departementer") -> tuple[Organisation, ...]:
    """Organisations in two groups; where they are in one list it is the group `listed`.

    In a strategy all in a list are counted as ministries are.
    """
    if isinstance(values, list):
        values = {listed: values}
    if not isinstance(values, dict):
        refuse("mangler en liste i «virksomheter».")
    organisations = [
        _organisation(item, ministry=group == "departementer")
        for group in ("departementer", "andre")
        if group in values
        for item in items_of(values, group)
    ]
    if not organisations:
        refuse("har ingen punkter i «virksomheter».")
    without_repeats("virksomheter", (organisation.key for organisation in organisations))
    return tuple(organisations)


def _organisation(item: dict[str, Any], *, ministry: bool) -> Organisation:
    """An organisation with `navn`, one for each time; or with the fields of its only name."""
    names = tuple(
        Name(
            code=text_of(name, "kort"),
            bokmål=text_of(name, "bokmål"),
            nynorsk=text_of(name, "nynorsk", text_of(name, "bokmål")),
            english=text_of(name, "engelsk", text_of(name, "bokmål")),
            since=_day(name, "fra"),
            until=_day(name, "til"),
        )
        for name in (items_of(item, "navn") if "navn" in item else [item])
    )
    if not names:
        refuse("har en virksomhet uten navn.")
    for name in names:
        if name.since and name.until and name.since > name.until:
            refuse(f"har {quoted(name.code)} med «fra» etter «til». Bytt datoene.")
    return Organisation(text_of(item, "orgnr", names[0].code), ministry, names)


def _day(name: dict[str, Any], key: str) -> date | None:
    if key not in name:
        return None
    day = parse_day(str(name[key]))
    if day is None:
        refuse(f"har en dato i «{key}» som ikke er en dag, som 2024-01-01.")
    return day


def with_own(known: Organisations, sibling: Sibling, *, above: bool) -> Organisations:
    """Organisations with those in a register's own settings.

    `sibling` reads what lies beside the register, and with `above` the settings may lie above it.
    What is wrong with them is told where settings are read.
    """
    own = _own(sibling, above=above)
    # As the tool's own list is, also of one that has got a new name since.
    keys = {organisation.key for organisation in own}
    kept = [organisation for organisation in known.all if organisation.key not in keys]
    ministries_first = sorted((*kept, *own), key=lambda organisation: not organisation.ministry)
    return organisations_of(ministries_first) if own else known


def own_from(values: Any, known: Organisations) -> tuple[Organisation, ...]:
    """A register's own organisations from its settings, with codes that no other has.

    Raises `UnusableError` with the end of a sentence. In one list they are no ministries.
    """
    own = organisations_from(values, listed="andre")
    for organisation in own:
        for name in organisation.names:
            other = known.by_code.get(name.code)
            if other and other.key != organisation.key:
                refuse(
                    f"har {quoted(name.code)}, som er forkortelsen til {other.names[-1].bokmål}. "
                    "Velg en annen, eller skriv orgnr til virksomheten om det er den samme."
                )
    return own


def _own(sibling: Sibling, *, above: bool) -> tuple[Organisation, ...]:
    for folder in ("", "../") if above else ("",):
        for name, table in ((FILE, ""), (PROJECT, TABLE)):
            data = sibling(f"{folder}{name}")
            if isinstance(data, bytes) and table.encode() in data:
                return _in_settings(data, table) if OWN.encode() in data else ()
    return ()


def _in_settings(data: bytes, table: str) -> tuple[Organisation, ...]:
    import tomllib

    try:
        values: Any = tomllib.loads(data.decode("utf-8-sig"))
        if table:
            values = values["tool"]["tiltak"]
        return organisations_from(values[OWN], listed="andre") if OWN in values else ()
    except (ValueError, KeyError, TypeError, RecursionError, UnusableError):
        return ()
