"""Changes as Markdown, for a pull request or a memo."""

import re
from collections.abc import Callable

from tiltak_cli.changes.change import Change, Kind, Level, Piece
from tiltak_cli.changes.compare import Comparison
from tiltak_cli.domain.sentences import excerpt
from tiltak_cli.views import brief
from tiltak_cli.views.changes.alike import apart
from tiltak_cli.views.changes.words import aside, headline, past, spread, tally
from tiltak_cli.views.safe import one_line
from tiltak_cli.wording import Language, Wording, wording

SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#~&])")
# What a page would make a link or a call of: addresses, and names with @ before them.
LIVE = re.compile(r"@|://|www\.", re.IGNORECASE)


def escaped(text: str) -> str:
    """Register text that Markdown shows as it is written, on one line."""
    plain = SPECIAL.sub(r"\\\1", one_line(text))
    return LIVE.sub(lambda match: "".join(f"&#{ord(c)};" for c in match[0]), plain)


def changes_markdown(comparison: Comparison, language: Language = Language.NB) -> str:
    """A heading, the news, the counts in a table, then each measure with its changes as a list."""
    say = wording(language)
    lines = [f"# {escaped(headline(comparison, say))}", "", escaped(tally(comparison, say)), ""]
    lines += news(comparison, say, say("brief.heading"), escaped)
    if comparison.all:
        columns = ("report.kind", "diff.level", "report.count", "diff.measure")
        lines += [f"| {' | '.join(map(say, columns))} |", "|---|---|--:|---|"]
        for kind, number in comparison.by_kind():
            level = say(f"level.{kind.level}").partition("|")[0]
            named = escaped(", ".join(_named(comparison, kind)))
            lines.append(f"| {say(f'kind.{kind.code}')} | {level} | {number} | {named} |")
        lines += ["", *(f"- {escaped(text)}" for text in spread(comparison, say)), ""]
    elif comparison.comments:
        lines += [_line(comparison.comments, say), ""]
    if comparison.general:
        lines += [f"## {say('report.general')}", ""]
        lines += [*(_line(change, say) for change in comparison.general), ""]
    lines += [escaped(past(comparison, say)), ""] if comparison.cut else []
    split = apart(comparison)
    for ids, changes in split.by_measures().items():
        lines += [
            f"## {say.format_field(len(ids), 'n.measure')}",
            "",
            f"{escaped(', '.join(ids))}:",
            "",
        ]
        lines += [*(_line(change, say) for change in changes), ""]
    for measure, changes in split.own:
        lead = f" ({measure.lead})" if measure.lead else ""
        lines += [f"## {escaped(f'{measure.id} {measure.title}{lead}')}", ""]
        lines += [*(_line(change, say) for change in changes), ""]
    return "\n".join(lines)


def news(
    comparison: Comparison, say: Wording, heading: str, safe: Callable[[str], str]
) -> list[str]:
    """«I korte trekk» as a list below its heading; nothing where there is nothing to tell.

    `safe` makes a text one that Markdown shows as it stands.
    """
    summary = brief.news(comparison)
    if summary is None:
        return []
    lines = (
        f"- {each.symbol} **{safe(each.claim)}** {safe(each.details)}".rstrip()
        for each in brief.told(summary, say)
    )
    rest = brief.rest(summary, say)
    return [f"## {safe(heading)}", "", *lines, "", *([safe(rest), ""] if rest else [])]


def _named(comparison: Comparison, kind: Kind) -> list[str]:
    """The measures that have changes of a kind, each with who leads it: the note in short."""
    measures = (m for m, changes in comparison.measures() if any(c.kind is kind for c in changes))
    return [f"{m.id} ({m.lead})" if m.lead else m.id for m in measures]


def _line(change: Change, say: Wording) -> str:
    text = escaped(say.phrases(change.said))
    if change.kind.level is Level.MAJOR:
        text = f"**{text}**"
    if change.words:
        own = f"«{' '.join(map(_piece, change.words))}»"
    else:
        own = f"«{escaped(excerpt(change.why))}»" if change.why else ""
    return f"- {' '.join(filter(None, (text, own, escaped(aside(change, say)))))}"


def _piece(piece: Piece) -> str:
    """Words that stay as they are, those taken out struck through, and those put in bold."""
    if piece.same:
        return escaped(piece.out)
    out = f"~~{escaped(piece.out)}~~" if piece.out else ""
    into = f"**{escaped(piece.into)}**" if piece.into else ""
    return f"{out} {into}".strip()
