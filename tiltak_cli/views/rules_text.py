"""A rule's manual page, and the list of them all."""

import textwrap
from collections.abc import Iterable

from tiltak_cli.rules.base import Rule
from tiltak_cli.views.safe import visible

WIDTH = 80


def rule_page(rule: Rule) -> str:
    """What a rule demands, why, and how it looks when it is broken and when it is kept."""
    parts = [
        f"{rule.code} {rule.name} ({rule.severity})",
        textwrap.fill(f"{rule.title}.", WIDTH),
        textwrap.fill(f"Hvorfor: {rule.why}", WIDTH),
    ]
    if rule.bad is not None:
        shown = textwrap.indent(visible(rule.bad).rstrip("\n") or "(en tom fil)", "    ")
        parts.append(f"Galt:\n\n{shown}")
    parts.append(f"Riktig:\n\n{textwrap.indent(rule.good.rstrip(), '    ')}")
    return "\n\n".join(parts) + "\n"


def rule_list(rules: Iterable[Rule]) -> str:
    """One line a rule."""
    return "".join(f"{rule.code}  {rule.severity:9} {rule.title}\n" for rule in rules)
