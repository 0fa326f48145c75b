"""Whole registers from the few lines that a rule's example, or a test, is about."""

import re

from tiltak_cli.rules.base import HEAD_LINES, Edge, Rule

FILE, FOLDER, BEFORE = "tiltaksoversikt.yaml", "tiltaksoversikt/", "før.yaml"
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


def example_files(rule: Rule, *, good: bool = False) -> dict[str, str]:
    """A rule's example as the files of a folder, by name; none where it cannot be shown.

    Bytes that are no text stand as lone surrogates, as `surrogateescape` makes them.
    """
    example = rule.good if good else rule.bad
    if example is None:
        return {}
    beside = {n: text for n, text in rule.beside if not good or n == BEFORE}
    if BEFORE in beside:
        beside[BEFORE] = example_text(rule, beside[BEFORE])
    main = f"{FOLDER}a.yaml" if any(name.startswith(FOLDER) for name in beside) else FILE
    return {main: example_text(rule, example), **beside}


def edge_as_example(rule: Rule, edge: Edge) -> Rule:
    """The rule with one of its edges where the bad example was."""
    beside = rule.beside if edge.before is None else ((BEFORE, edge.before),)
    return rule._replace(bad=edge.example, beside=beside)


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
    return f"{HEAD_LINES}tiltak:\n" + "".join(complete(measure) for measure in measures)


def complete(measure: str) -> str:
    """Add the required fields that a measure («- …» with its fields two blanks in) lacks."""
    bodies = [line[2:] for line in measure.splitlines()]
    keys = {match[1] for line in bodies if (match := FIELD.match(line))}
    keys |= {match[1] for line in bodies if (match := LEFT_OUT.match(line))}
    if "løpende" in keys:
        keys.add("frist")
    missing = [f"  {key}: {value}\n" for key, value in REQUIRED.items() if key not in keys]
    return measure + "".join(missing)
