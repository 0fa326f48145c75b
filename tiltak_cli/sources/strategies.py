"""Strategy and organisation files to the domain's strategy and organisations."""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple, NoReturn

from tiltak_cli.domain.deadline import parse_day
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.domain.organisations import (
    Name,
    Organisation,
    Organisations,
    organisations_of,
)
from tiltak_cli.domain.strategy import DevelopmentArea, Direction, Strategy, TargetArea
from tiltak_cli.findings import Finding
from tiltak_cli.sources import packaged
from tiltak_cli.sources.files import Outside, Refusal, Sibling
from tiltak_cli.sources.yaml.decode import decode
from tiltak_cli.sources.yaml.reader import read_yaml

SHIPPED = re.compile(r"[0-9]{4}[-–][0-9]{4}")
STRATEGY_FILES = (".yaml", ".yml")
ORGANISATIONS = "virksomheter.yaml"
FIRST_YEAR, LAST_YEAR = 1900, 2099
# What the strategy's own fields and codes carry; the rest of the file is told as prose.
CARRIED = ("tittel", "undertittel", "periode", "målområder", "utviklingsområder", "virksomheter")
Code = str | int


class Plan(NamedTuple):
    """A strategy with the organisations that take part in it, and the codes as the file has them.

    The codes keep numbers as numbers, so that the schema asks for what people write. `about` is
    what else the strategy's file says: its goal, what it replaces, its signs of success.
    """

    strategy: Strategy
    organisations: Organisations
    area_codes: tuple[Code, ...]
    direction_codes: tuple[Code, ...]
    development_codes: tuple[Code, ...]
    about: str

    def __hash__(self) -> int:
        """So that what is made from a plan can be kept; plans that are equal have one period."""
        return hash(self.strategy.period)


class _UnusableError(Exception):
    """Why a strategy file cannot be used."""


def _refuse(why: str) -> NoReturn:
    """`why` ends the sentence «Strategifilen «x» …»."""
    raise _UnusableError(why)


def load_plan(reference: str, sibling: Sibling) -> Plan | Refusal:
    """Find the strategy a register names: one that ships with the tool, or a file beside it."""
    if SHIPPED.fullmatch(reference):
        plan = shipped_plan(reference.replace("–", "-"))
        return plan or Refusal(f"Strategien {reference} følger ikke med verktøyet.")
    if not reference.endswith(STRATEGY_FILES):
        return Refusal(
            f"{quoted(reference)} er verken perioden til en strategi som følger med, eller en "
            "strategifil (.yaml)."
        )
    data = sibling(reference)
    if data is None:
        return Refusal(f"Finner ikke strategifilen {quoted(reference)}.")
    if isinstance(data, Outside):
        return Refusal(f"Strategifilen {quoted(reference)} {data.why}")
    return plan_from(reference, data)


def unknown_plan(reference: object) -> Plan:
    """A plan without codes for a register whose strategy is not known: there, any will do.

    Where one that would ship is meant, the organisations are those that ship.
    """
    shipped = isinstance(reference, str) and SHIPPED.fullmatch(reference)
    return Plan(
        strategy=Strategy(
            title="",
            subtitle="",
            first_year=FIRST_YEAR,
            last_year=LAST_YEAR,
            previous="",
            areas=(),
            developments=(),
        ),
        organisations=_shipped_organisations() if shipped else organisations_of([]),
        area_codes=(),
        direction_codes=(),
        development_codes=(),
        about="",
    )


@lru_cache(maxsize=4)
def shipped_plan(period: str) -> Plan | None:
    """The strategy for a period that ships with the tool, or None."""
    name = f"strategi-{period}.yaml"
    data = packaged.read("schema", name)
    plan = plan_from(name, data) if data is not None else None
    return plan if isinstance(plan, Plan) else None


def plan_from(name: str, data: bytes) -> Plan | Refusal:
    """Read a strategy file. Its own `virksomheter` replace the ones that ship with the tool."""
    try:
        values = _plain(name, data)
        areas = _items(values, "målområder")
        directions = [item for area in areas for item in _items(area, "retningsvalg")]
        developments = _items(values, "utviklingsområder") if "utviklingsområder" in values else []
        return Plan(
            strategy=_strategy(values, areas, developments),
            organisations=_organisations(values["virksomheter"])
            if "virksomheter" in values
            else _shipped_organisations(),
            area_codes=_codes("målområder", areas),
            direction_codes=_codes("retningsvalg", directions),
            development_codes=_codes("utviklingsområder", developments) if developments else (),
            about="\n\n".join(
                f"{_heading(key)}: {_prose(value)}"
                for key, value in values.items()
                if key not in CARRIED
            ),
        )
    except _UnusableError as fault:
        return Refusal(f"Strategifilen {quoted(name)} {fault}")


def _plain(name: str, data: bytes) -> dict[str, Any]:
    text = decode(name, data)
    if isinstance(text, Finding):
        _refuse(f"kan ikke leses: {text.message}")
    tree = read_yaml(name, text)
    if tree.findings:
        first = tree.findings[0]
        _refuse(f"kan ikke leses (linje {first.place.line}): {first.message}")
    if not isinstance(tree.data, dict):
        _refuse("har ikke riktig form: øverst skal det stå felt, som «tittel:».")
    return tree.data


def _strategy(
    values: dict[str, Any], areas: list[dict[str, Any]], developments: list[dict[str, Any]]
) -> Strategy:
    first, last = _period(values)
    replaced = values.get("avløser")
    return Strategy(
        title=_text(values, "tittel"),
        subtitle=_text(values, "undertittel", ""),
        first_year=first,
        last_year=last,
        previous="{}-{}".format(*_period(replaced)) if isinstance(replaced, dict) else "",
        areas=tuple(
            TargetArea(
                _code(area),
                _text(area, "navn"),
                _text(area, "beskrivelse", ""),
                tuple(
                    Direction(_code(item), _text(item, "tekst"), _code(area))
                    for item in _items(area, "retningsvalg")
                ),
            )
            for area in areas
        ),
        developments=tuple(
            DevelopmentArea(_code(item), _text(item, "tekst")) for item in developments
        ),
    )


def _heading(key: str) -> str:
    return key.replace("_", " ").capitalize()


def _prose(value: Any) -> str:
    """Every text in a part of the file, in its order: a line for each point of a list."""
    if isinstance(value, dict):
        if set(value) == {"fra", "til"}:
            return f"{value['fra']}–{value['til']}"
        # A list within begins on a line of its own.
        broken = [isinstance(part, list) for part in value.values()]
        return ("\n" if any(broken) else ": ").join(map(_prose, value.values()))
    if isinstance(value, list):
        return "\n".join(map(_prose, value))
    return "" if value is None else str(value)


def _period(values: dict[str, Any]) -> tuple[int, int]:
    period = values.get("periode")
    if not isinstance(period, dict):
        _refuse("mangler «periode: {fra: 2026, til: 2030}».")
    first, last = period.get("fra"), period.get("til")
    if not (isinstance(first, int) and isinstance(last, int)) or not (
        FIRST_YEAR <= first <= last <= LAST_YEAR
    ):
        _refuse("har en periode som ikke går fra ett årstall til et senere.")
    return first, last


def _items(values: dict[str, Any], key: str) -> list[dict[str, Any]]:
    """A list of fields with fields of their own."""
    items = values.get(key)
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        _refuse(f"mangler en liste i «{key}», der hvert punkt har egne felt.")
    return items


def _text(values: dict[str, Any], key: str, default: str | None = None) -> str:
    value = values.get(key, default)
    if isinstance(value, bool) or not isinstance(value, str | int) or value == "" != default:
        _refuse(f"mangler tekst i feltet «{key}».")
    return str(value)


def _code(item: dict[str, Any]) -> str:
    return _text(item, "id")


def _codes(key: str, items: list[dict[str, Any]]) -> tuple[Code, ...]:
    """The codes as written. There is at least one, and no two are alike."""
    codes = tuple(item["id"] for item in items)
    if not codes:
        _refuse(f"har ingen punkter i «{key}».")
    _without_repeats(key, map(str, codes))
    return codes


def _without_repeats(key: str, codes: Iterable[str]) -> None:
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            _refuse(f"har {quoted(code)} to ganger i «{key}».")
        seen.add(code)


@lru_cache(maxsize=1)
def _shipped_organisations() -> Organisations:
    data = packaged.read("schema", ORGANISATIONS) or b""
    return _organisations(_plain(ORGANISATIONS, data))


def _organisations(values: Any) -> Organisations:
    """Organisations in two groups, or in one list where all are counted as ministries are."""
    if isinstance(values, list):
        values = {"departementer": values}
    if not isinstance(values, dict):
        _refuse("mangler en liste i «virksomheter».")
    organisations = [
        _organisation(item, ministry=group == "departementer")
        for group in ("departementer", "andre")
        if group in values
        for item in _items(values, group)
    ]
    if not organisations:
        _refuse("har ingen punkter i «virksomheter».")
    _without_repeats("virksomheter", (organisation.key for organisation in organisations))
    return organisations_of(organisations)


def _organisation(item: dict[str, Any], *, ministry: bool) -> Organisation:
    """An organisation with `navn`, one for each time; or with the fields of its only name."""
    names = tuple(
        Name(
            code=_text(name, "kort"),
            bokmål=_text(name, "bokmål"),
            nynorsk=_text(name, "nynorsk", _text(name, "bokmål")),
            english=_text(name, "engelsk", _text(name, "bokmål")),
            since=_day(name, "fra"),
            until=_day(name, "til"),
        )
        for name in (_items(item, "navn") if "navn" in item else [item])
    )
    if not names:
        _refuse("har en virksomhet uten navn.")
    return Organisation(_text(item, "orgnr", names[0].code), ministry, names)


def _day(name: dict[str, Any], key: str) -> date | None:
    if key not in name:
        return None
    day = parse_day(str(name[key]))
    if day is None:
        _refuse(f"har en dato i «{key}» som ikke er en dag, som 2024-01-01.")
    return day
