"""Reading a page as a browser's parser does, with the standard library's."""

from collections.abc import Iterable
from html.parser import HTMLParser
from typing import NamedTuple

VOID = frozenset({"meta", "link", "br", "input", "img", "hr"})
# These hold text for programs, not for readers.
UNSEEN = frozenset({"style", "script"})
# With these a piece of text ends.
BLOCKS = frozenset({"p", "li", "td", "th", "dt", "dd", "h1", "h2", "h3", "summary", "caption"})


class Element(NamedTuple):
    tag: str
    attributes: dict[str, str]


class Page(HTMLParser):
    """All elements in order, and the text that readers see, in pieces with their language."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self.pieces: list[tuple[str, str]] = []
        self.style = self.script = ""
        self._open: list[Element] = []
        self.feed(text)
        self.close()
        assert not self._open, "an element is left open"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag
        if tag in BLOCKS:
            self.pieces.append(("\n", ""))

    def handle_data(self, data: str) -> None:
        tag = self._open[-1].tag if self._open else ""
        if tag in UNSEEN:
            setattr(self, tag, getattr(self, tag) + data)
            return
        language = next(
            (e.attributes["lang"] for e in reversed(self._open) if "lang" in e.attributes), ""
        )
        self.pieces.append((data, language))

    def text(self, language: str | None = None) -> str:
        """What readers see, a line for each block; or only what is in a language."""
        found = (p for p, spoken in self.pieces if p == "\n" or language in (None, spoken))
        lines = (" ".join(line.split()) for line in _lines(found))
        return "\n".join(line for line in lines if line) + "\n"

    def all(self, tag: str) -> list[Element]:
        return [element for element in self.elements if element.tag == tag]

    @property
    def ids(self) -> list[str]:
        return [e.attributes["id"] for e in self.elements if "id" in e.attributes]

    @property
    def links(self) -> list[str]:
        return [e.attributes["href"] for e in self.elements if "href" in e.attributes]


def _lines(pieces: Iterable[str]) -> list[str]:
    lines = [""]
    for piece in pieces:
        if piece == "\n":
            lines.append("")
        else:
            lines[-1] += piece
    return lines
