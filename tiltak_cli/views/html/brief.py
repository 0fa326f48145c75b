"""«I korte trekk» on a page: each sentence with links, whole and as ids for a narrow screen."""

from collections.abc import Mapping
from typing import NamedTuple

from tiltak_cli.changes.brief.sentence import Matter
from tiltak_cli.changes.compare import Comparison
from tiltak_cli.views import brief
from tiltak_cli.wording import Wording

# The names of the colours that a sentence's symbol has; the others have the page's own.
SLUGS = {Matter.WORSE: "late", Matter.COURSE: "stopped", Matter.COMPLETED: "completed"}


class Part(NamedTuple):
    """A part of a sentence, where it leads if anywhere, and whether a blank stands before it.

    On its way to the page a text loses the blanks around it.
    """

    text: str
    href: str
    blank: bool


class News(NamedTuple):
    """A sentence: its symbol and colours, the claim, what follows it, and the same in short."""

    slug: str
    symbol: str
    claim: str
    details: tuple[Part, ...]
    short: tuple[Part, ...]


class InBrief(NamedTuple):
    """The sentences, the line with the rest, and how the page calls them."""

    heading: str
    sentences: tuple[News, ...]
    rest: str


def in_brief(
    comparison: Comparison | None, heading: str, anchors: Mapping[str, str], say: Wording
) -> InBrief | None:
    """The news of a comparison, with links to the measures that have an anchor on the page."""
    news = brief.news(comparison) if comparison else None
    if news is None:
        return None
    sentences = tuple(
        News(
            slug=SLUGS.get(each.matter, "news"),
            symbol=each.symbol,
            claim=each.claim,
            details=_parts(each.pieces, anchors),
            short=_parts(brief.by_ids(sentence, say), anchors),
        )
        for sentence, each in zip(news.sentences, brief.told(news, say), strict=True)
    )
    return InBrief(heading, sentences, brief.rest(news, say))


def _parts(pieces: tuple[brief.Piece, ...], anchors: Mapping[str, str]) -> tuple[Part, ...]:
    parts, before = [], ""
    for text, code, gone in pieces:
        there = code in anchors and not gone
        blank = text.startswith(" ") or before.endswith(" ")
        parts.append(Part(text, f"#{anchors[code]}" if there else "", blank))
        before = text
    return tuple(part for part in parts if part.text.strip())
