"""Strategy and organisation files to the domain's strategy and organisations."""

import re
from functools import lru_cache
from typing import Any, NamedTuple

from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.domain.organisations import (
    Organisations,
    organisations_of,
)
from tiltak_cli.domain.strategy import DevelopmentArea, Direction, Strategy, TargetArea
from tiltak_cli.findings import Finding
from tiltak_cli.sources import packaged
from tiltak_cli.sources.files import Outside, Refusal, Sibling
from tiltak_cli.sources.organisations import (
    OWN,
    UnusableError,
    items_of,
    organisations_from,
    refuse,
    text_of,
    with_own,
    without_repeats,
)
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


def load_plan(reference: str, sibling: Sibling, *, above: bool = False) -> Plan | Refusal:
    """Find the strategy a register names: one that ships with the tool, or a file beside it.

    With it come the organisations in the register's own settings, which may lie `above` a folder.
    """
    plan = _named(reference, sibling)
    if isinstance(plan, Refusal):
        return plan
    organisations = with_own(plan.organisations, sibling, above=above)
    return plan._replace(organisations=organisations)


def _named(reference: str, sibling: Sibling) -> Plan | Refusal:
    if SHIPPED.fullmatch(reference):
        plan = shipped_plan(reference.replace("–", "-"))
        return plan or Refusal(f"Strategien {reference} følger ikke med verktøyet.")
    if not reference.endswith(STRATEGY_FILES):
        return Refusal(
            f"{quoted(reference)} er verken perioden til en strategi som følger med, eller en "
            "strategifil (.yaml)."
        )
    if "\\" in reference:
        # Read on Windows alone, the register would be another for everybody else.
        return Refusal(
            f"Strategifilen {quoted(reference)} er skrevet med omvendt skråstrek. Skriv / i "
            "stedet, som virker på alle maskiner."
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
        organisations=shipped_organisations() if shipped else organisations_of([]),
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


def shipped_periods() -> list[str]:
    """The periods of the strategies that ship with the tool, in order."""
    periods = [
        name.removeprefix("strategi-").partition(".")[0] for name in packaged.names("schema")
    ]
    return [period for period in periods if SHIPPED.fullmatch(period)]


def plan_from(name: str, data: bytes) -> Plan | Refusal:
    """Read a strategy file. Its own `virksomheter` replace the ones that ship with the tool."""
    try:
        values = _plain(name, data)
        areas = items_of(values, "målområder")
        directions = [item for area in areas for item in items_of(area, "retningsvalg")]
        developments = (
            items_of(values, "utviklingsområder") if "utviklingsområder" in values else []
        )
        return Plan(
            strategy=_strategy(values, areas, developments),
            organisations=organisations_of([*organisations_from(values[OWN])])
            if OWN in values
            else shipped_organisations(),
            area_codes=_codes("målområder", areas),
            direction_codes=_codes("retningsvalg", directions),
            development_codes=_codes("utviklingsområder", developments) if developments else (),
            about="\n\n".join(
                f"{_heading(key)}: {_prose(value)}"
                for key, value in values.items()
                if key not in CARRIED
            ),
        )
    except UnusableError as fault:
        return Refusal(f"Strategifilen {quoted(name)} {fault}")


def _plain(name: str, data: bytes) -> dict[str, Any]:
    text = decode(name, data)
    if isinstance(text, Finding):
        refuse(f"kan ikke leses: {text.message}")
    tree = read_yaml(name, text)
    if tree.findings:
        first = tree.findings[0]
        refuse(f"kan ikke leses (linje {first.place.line}): {first.message}")
    if not isinstance(tree.data, dict):
        refuse("har ikke riktig form: øverst skal det stå felt, som «tittel:».")
    return tree.data


def _strategy(
    values: dict[str, Any], areas: list[dict[str, Any]], developments: list[dict[str, Any]]
) -> Strategy:
    first, last = _period(values)
    replaced = values.get("avløser")
    return Strategy(
        title=text_of(values, "tittel"),
        subtitle=text_of(values, "undertittel", ""),
        first_year=first,
        last_year=last,
        previous="{}-{}".format(*_period(replaced)) if isinstance(replaced, dict) else "",
        areas=tuple(
            TargetArea(
                _code(area),
                text_of(area, "navn"),
                text_of(area, "beskrivelse", ""),
                tuple(
                    Direction(_code(item), text_of(item, "tekst"), _code(area))
                    for item in items_of(area, "retningsvalg")
                ),
            )
            for area in areas
        ),
        developments=tuple(
            DevelopmentArea(_code(item), text_of(item, "tekst")) for item in developments
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
        refuse("mangler «periode: {fra: 2026, til: 2030}».")
    first, last = period.get("fra"), period.get("til")
    if not (isinstance(first, int) and isinstance(last, int)) or not (
        FIRST_YEAR <= first <= last <= LAST_YEAR
    ):
        refuse("har en periode som ikke går fra ett årstall til et senere.")
    return first, last


def _code(item: dict[str, Any]) -> str:
    return text_of(item, "id")


def _codes(key: str, items: list[dict[str, Any]]) -> tuple[Code, ...]:
    """The codes as written. There is at least one, and no two are alike."""
    codes = tuple(item["id"] for item in items)
    if not codes:
        refuse(f"har ingen punkter i «{key}».")
    without_repeats(key, map(str, codes))
    return codes


@lru_cache(maxsize=1)
def shipped_organisations() -> Organisations:
    """The organisations that ship with the tool."""
    data = packaged.read("schema", ORGANISATIONS) or b""
    return organisations_of([*organisations_from(_plain(ORGANISATIONS, data))])
