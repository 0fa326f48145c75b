"""What an edition is published as: one row a document, made from the register and what changed."""

from collections.abc import Callable
from typing import NamedTuple

from tiltak_cli.changes.compare import Comparison, compare
from tiltak_cli.changes.times import with_times
from tiltak_cli.cli.common.workbook import Making, workbook_data
from tiltak_cli.domain.public import public_register
from tiltak_cli.domain.register import Register
from tiltak_cli.overview.attention import Lookback
from tiltak_cli.overview.counts import Overview, overview
from tiltak_cli.sources.register.told import comparable
from tiltak_cli.wording import NB, Language


class Content(NamedTuple):
    """What a document is made of; `before` is the edition before, None where there is none.

    `past` is what the history tells, and `revision` the commit that the register is from.
    """

    register: Register
    before: Register | None
    past: Lookback
    revision: str

    @property
    def seen(self) -> Overview:
        """The register on its own date."""
        return overview(self.register, self.register.as_of, None, self.past)

    @property
    def comparison(self) -> Comparison | None:
        """What has changed since the edition before."""
        if self.before is None:
            return None
        comparison = compare(*comparable(self.before, self.register))
        return with_times(comparison, self.past.deadlines, self.past.cut)

    def public(self) -> "Content":
        """The same without internal fields."""
        before = public_register(self.before) if self.before else None
        return self._replace(register=public_register(self.register), before=before)


class Document(NamedTuple):
    """A document's file name and what makes its bytes, without a clock."""

    name: str
    make: Callable[[Content], bytes]


def _workbook(content: Content) -> bytes:
    return workbook_data(content.seen, content.comparison, Making(Language.NB, content.revision))


def _page(content: Content) -> bytes:
    """The page, which is for everybody: nothing internal is on it."""
    from tiltak_cli.views.html import report_html

    public = content.public()
    return report_html(public.seen, public.comparison, Language.NB).encode()


def _note(content: Content) -> bytes:
    """The change note, without internal fields; the first edition has only itself to tell of."""
    from tiltak_cli.views.changes.markdown import changes_markdown, escaped

    comparison = content.public().comparison
    if comparison is not None:
        return changes_markdown(comparison).encode()
    register = content.register
    title = NB("edition.title", edition=register.edition, day=register.as_of)
    first = NB("edition.first", number=len(register.measures))
    return f"# {escaped(title)}\n\n{escaped(first)}\n".encode()


DOCUMENTS = (
    Document("tiltaksoversikt.xlsx", _workbook),
    Document("tiltaksoversikt.html", _page),
    Document("endringer.md", _note),
)
