"""Changes as Markdown, for a pull request or a memo."""

import re

from tiltak_cli.changes.compare import Comparison
from tiltak_cli.changes.kinds import Change, Level
from tiltak_cli.domain.sentences import sentence
from tiltak_cli.views.changes_words import headline, tally
from tiltak_cli.views.safe import one_line

SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~&])")
# What a page would make a link or a call of: addresses, and names with @ before them.
LIVE = re.compile(r"@|://|www\.", re.IGNORECASE)


def escaped(text: str) -> str:
    """Register text that Markdown shows as it is written, on one line."""
    plain = SPECIAL.sub(r"\\\1", one_line(text))
    return LIVE.sub(lambda match: "".join(f"&#{ord(c)};" for c in match[0]), plain)


def changes_markdown(comparison: Comparison) -> str:
    """A heading, the counts in a table, then each measure with its changes as a list."""
    lines = [f"# {escaped(headline(comparison))}", "", escaped(tally(comparison)), ""]
    if comparison.all:
        lines += ["| Slag | Antall |", "|---|--:|"]
        lines += [f"| {kind.heading} | {number} |" for kind, number in comparison.by_kind()]
        lines.append("")
    if comparison.general:
        lines += ["## Hele oversikten", "", *map(_line, comparison.general), ""]
    for measure_id, changes in comparison.measures().items():
        lines += [f"## {escaped(measure_id)} {escaped(changes[0].title)}", ""]
        lines += [*map(_line, changes), ""]
    return "\n".join(lines)


def _line(change: Change) -> str:
    text = escaped(change.sentence)
    if change.kind.level is Level.MAJOR:
        text = f"**{text}**"
    why = f" «{escaped(sentence(change.why))}»" if change.why else ""
    return f"- {text}{why}"
