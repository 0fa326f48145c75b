"""Changes as Markdown, for a pull request or a memo."""

import re

from tiltak_cli.changes.compare import Comparison
from tiltak_cli.changes.kinds import Change, Level, Piece
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
    elif comparison.comments:
        lines += [_line(comparison.comments), ""]
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
    if change.words:
        return f"- {text} «{' '.join(map(_piece, change.words))}»"
    why = f" «{escaped(sentence(change.why))}»" if change.why else ""
    return f"- {text}{why}"


def _piece(piece: Piece) -> str:
    """Words that stay as they are, those taken out struck through, and those put in bold."""
    if piece.same:
        return escaped(piece.out)
    out = f"~~{escaped(piece.out)}~~" if piece.out else ""
    into = f"**{escaped(piece.into)}**" if piece.into else ""
    return f"{out} {into}".strip()
