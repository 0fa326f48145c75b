"""A rule's manual page, and the list of them all."""

import textwrap
from collections.abc import Iterable

from tiltak_cli.findings import Finding
from tiltak_cli.rules.base import Edge, Rule
from tiltak_cli.rules.examples import BEFORE
from tiltak_cli.views.safe import visible

WIDTH = 80
EMPTY = "(en tom fil)"
# What can be mended, in words.
SAFE_FIX = "Rettes av «tiltak validate --fix»."
GUESSED_FIX = "Rettes av «tiltak validate --unsafe-fixes»; se over resultatet."
EDGES = "På kanten"


def rule_page(rule: Rule, findings: Iterable[Finding] = ()) -> str:
    """What a rule demands, why, how it looks when it is broken and kept, and what is said of it."""
    parts = [
        f"{rule.code} {rule.name} ({rule.severity.label})",
        textwrap.fill(f"{rule.title}.", WIDTH),
        textwrap.fill(f"Hvorfor: {rule.why}", WIDTH),
    ]
    for name, text in rule.beside:
        parts.append(f"{beside_words(name)}:\n\n{textwrap.indent(text.rstrip(), '    ')}")
    if rule.bad is not None:
        parts.append(f"Galt:\n\n{textwrap.indent(shown(rule.bad), '    ')}")
    for finding in findings:
        lines = [
            *textwrap.wrap(finding.message, WIDTH - 4),
            *textwrap.wrap(finding.remedy, WIDTH - 4),
        ]
        parts.append("Meldingen:\n\n" + "".join(f"    {line}\n" for line in lines).rstrip())
        parts += [textwrap.fill(fix, WIDTH) for fix in fix_words(finding)]
    parts.append(f"Riktig:\n\n{textwrap.indent(rule.good.rstrip(), '    ')}")
    if rule.edges:
        edges = "\n".join(f"- {edge_words(edge)}" for edge in rule.edges)
        parts.append(f"{EDGES}:\n\n{textwrap.indent(edges, '    ')}")
    return "\n\n".join(parts) + "\n"


def shown(example: str) -> str:
    """An example as it can be printed."""
    return visible(example).rstrip("\n") or EMPTY


def beside_words(name: str) -> str:
    """What another file of an example is."""
    return "Forrige utgave" if name == BEFORE else f"Filen {name}"


def edge_words(edge: Edge) -> str:
    """What stands on the edge, and on which side of it."""
    return f"{edge.about}: {'gir funn' if edge.broken else 'er i orden'}"


def fix_words(finding: Finding) -> list[str]:
    """How a finding is mended, where the tool can do it."""
    if finding.fix is None:
        return []
    return [SAFE_FIX if finding.fix.safe else GUESSED_FIX]


def rule_list(rules: Iterable[Rule]) -> str:
    """One line a rule."""
    return "".join(f"{rule.code}  {rule.severity.label:10} {rule.title}\n" for rule in rules)
