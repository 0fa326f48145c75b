"""The files that a new register's repository begins with."""

import json
from datetime import date
from typing import NamedTuple

from tiltak_cli.edits.formatted.measures import canonical
from tiltak_cli.sources import packaged
from tiltak_cli.sources.schema.make import schema_text
from tiltak_cli.sources.strategies import Plan

DEPOT = "examples/registerdepot"
REGISTER, SCHEMA = "tiltaksoversikt.yaml", "tiltak.schema.json"
# What each build server reads.
SERVERS = {
    "github": ".github/workflows/kontroll.yml",
    "gitlab": ".gitlab-ci.yml",
    "azure": "azure-pipelines.yml",
}
# What git and its servers look for in the top folder of a repository only.
AT_THE_TOP = (".pre-commit-config.yaml", *SERVERS.values())
BESIDE = ("tiltak.toml", "README.md", ".gitattributes", ".gitignore", ".vscode/settings.json",
          ".vscode/extensions.json")  # fmt: skip


class Beginning(NamedTuple):
    """What a new register says in its head, and what is to stand beside it.

    `strategy` is as the register will name it; `server` a key of SERVERS, or empty for none.
    """

    strategy: str
    edition: str
    as_of: date
    keeper: str
    example: bool = True
    server: str = ""


class NewFile(NamedTuple):
    """A file to be made: its path from the folder with `/`, and its bytes."""

    path: str
    data: bytes


def files_of(beginning: Beginning, plan: Plan) -> list[NewFile]:
    """The files of a new repository, the register first.

    Raises FileNotFoundError where this installation lacks what they are made from.
    """
    names = [*BESIDE, AT_THE_TOP[0], *filter(None, [SERVERS.get(beginning.server)])]
    return [
        NewFile(REGISTER, register_text(beginning, plan).encode()),
        NewFile(SCHEMA, schema_text(plan).encode()),
        *(NewFile(name, _shipped(name)) for name in names),
    ]


def register_text(beginning: Beginning, plan: Plan) -> str:
    """A register in its usual form, with an example of a measure or with none."""
    keeper = json.dumps(beginning.keeper, ensure_ascii=False)
    lines = [
        f"# yaml-language-server: $schema={SCHEMA}",
        "",
        *head_lines(beginning),
        *(_example(beginning, plan, keeper) if beginning.example else ["tiltak: []"]),
    ]
    return canonical(REGISTER, "".join(f"{line}\n" for line in lines))


def head_lines(beginning: Beginning) -> list[str]:
    """The head of a register, and the blank line after it."""
    return [
        f"strategi: {json.dumps(beginning.strategy, ensure_ascii=False)}",
        f"utgave: {json.dumps(beginning.edition, ensure_ascii=False)}",
        f"per_dato: {beginning.as_of.isoformat()}",
        f"ansvarlig: {json.dumps(beginning.keeper, ensure_ascii=False)}",
        "",
    ]


def _example(beginning: Beginning, plan: Plan, responsible: str) -> list[str]:
    """A measure of which each field says what it is for, in the first area of the strategy."""
    area = plan.strategy.areas[0]
    places = [(f"målområder: [{plan.area_codes[0]}]", area.name)]
    codes = zip(plan.direction_codes, plan.strategy.directions, strict=True)
    if first := next(((c, d) for c, d in codes if d.area == area.code), None):
        places.append((f"retningsvalg: [{first[0]}]", first[1].text))
    fields = [
        ("tittel: Eksempel på et tiltak", "hva tiltaket heter, kort"),
        ("beskrivelse: Her står det hva som skal gjøres, og hva det skal føre til.", ""),
        *places,
        (f"ansvarlig: {responsible}", "den som har ansvaret, som forkortelse"),
        ("status: foreslått", "så vedtatt, igangsatt og gjennomført"),
        ("prioritet: middels", "høy, middels eller lav"),
        (
            f"frist: {beginning.as_of.year + 1}",
            "når det skal være gjort: år, halvår, kvartal eller dato",
        ),
    ]
    return [
        "tiltak:",
        "  # Et eksempel. Bytt det ut med et tiltak av deres eget, og skriv de andre nedenfor.",
        "  - id: T001",
        *(f"    {field}{_beside(about)}" for field, about in fields),
    ]


def _beside(about: str) -> str:
    """What is said of a field, as a comment on its line."""
    return f" # {' '.join(about.split())}" if about else ""


def _shipped(name: str) -> bytes:
    data = packaged.read(DEPOT, name)
    if data is None:
        raise FileNotFoundError(name)
    return data
