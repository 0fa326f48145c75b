"""Whole registers from the few lines that a test is about."""

import re

from tiltak_cli.rules.base import Rule
from tiltak_cli.sources.files import Source, SourceFile
from tiltak_cli.sources.governed import Governed, govern
from tiltak_cli.sources.load import Loaded
from tiltak_cli.sources.settings import Settings, read_settings

FILE = "tiltaksoversikt.yaml"
HEAD = 'strategi: "2021-2025"\nutgave: "2023-2"\nper_dato: 2023-10-15\nansvarlig: KDD\n'
REQUIRED = {
    "id": "T001",
    "tittel": "Felles mal for høringer",
    "beskrivelse": "Alle departementer bruker samme mal.",
    "målområder": "[1]",
    "retningsvalg": "[1a]",
    "ansvarlig": "KDD",
    "status": "vedtatt",
    "prioritet": "middels",
    "frist": "2025",
}
FIELD = re.compile(r"([\wæøå]+):(?:\s|$)")
LEFT_OUT = re.compile(r"# ([\wæøå]+) mangler")
# Rules about the whole file whose examples do not begin as a register does.
WHOLE_FILE = ("TIL011", "TIL016", "TIL020", "TIL106")


def example_text(rule: Rule, example: str) -> str:
    """The register that a rule's example stands for."""
    whole = rule.code in WHOLE_FILE or example.startswith("strategi:")
    return example if whole else register_text(example)


def register_text(lines: str) -> str:
    """Make a register of a list of measures («- id: …») or of the lines of one measure.

    What every measure needs is filled in where the lines do not have it; the rest is kept as it
    stands. The first line given is line 6 in the register.
    """
    if not lines.startswith("- "):
        lines = lines or "id: T001\n"
        lines = f"- {lines}".replace("\n", "\n  ").rstrip(" ")
    measures = re.split(r"^(?=- )", lines, flags=re.MULTILINE)[1:]
    return f"{HEAD}tiltak:\n" + "".join(complete(measure) for measure in measures)


def complete(measure: str) -> str:
    """Add the required fields that a measure («- …» with its fields two blanks in) lacks."""
    bodies = [line[2:] for line in measure.splitlines()]
    keys = {match[1] for line in bodies if (match := FIELD.match(line))}
    keys |= {match[1] for line in bodies if (match := LEFT_OUT.match(line))}
    if "løpende" in keys:
        keys.add("frist")
    missing = [f"  {key}: {value}\n" for key, value in REQUIRED.items() if key not in keys]
    return measure + "".join(missing)


def source(text: str | bytes, siblings: dict[str, bytes] | None = None) -> Source:
    """A register as it comes from a file; `siblings` are files beside it, by name."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogateescape")
    return Source(FILE, (SourceFile(FILE, data),), (siblings or {}).get)


def check(text: str | bytes, siblings: dict[str, bytes] | None = None) -> Loaded:
    """Read and check a register, with the settings and the baseline that lie beside it."""
    here = source(text, siblings)
    settings = read_settings(here)
    assert isinstance(settings, Settings)
    governed = govern(here, settings)
    assert isinstance(governed, Governed)
    return governed.loaded


def told(loaded: Loaded) -> list[tuple[str, int, int]]:
    """The findings as code, line and column."""
    return [(f.code, f.place.line, f.place.column) for f in loaded.findings]
