"""What a sheet of measures only shows: a change to it is told, with where to write instead."""

from collections.abc import Iterator

from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.sources.workbook.answers.entries import Spoilt
from tiltak_cli.sources.workbook.answers.layout import ROLE
from tiltak_cli.sources.workbook.shown import ASKED, NEXT
from tiltak_cli.sources.workbook.written import seen_text
from tiltak_cli.wording import Wording

# What is shown on the sheet of measures and written elsewhere.
ELSEWHERE = {
    ASKED: "Dette står til opplysning. Skriv svaret i en av kolonnene med ✎.",
    NEXT: "Dette står til opplysning. Skriv det i Innspill til den ansvarlige.",
    ROLE: "Rollen følger av Ansvarlig, Utførende og Deltakere. Endre dem i stedet.",
    "milepæler": "Endre milepæler i arket Milepæler.",
}
IN_THE_REGISTER = "Feltet kan ikke endres her. Endre det i registeret."
# The headings of columns that are no fields, where they have another key.
LABELS = {ROLE: "measures.role"}


def instead_of(key: str) -> str:
    """What to do instead of writing in a column, by its key."""
    return ELSEWHERE.get(key, IN_THE_REGISTER)


def label_of(key: str, say: Wording) -> str:
    """The heading of a column, by its key."""
    return say.label(BY_KEY[key]) if key in BY_KEY else say(LABELS.get(key, key))


def changed(key: str, value: object, before: str | None, cell: tuple[str, str]) -> Iterator[Spoilt]:
    """What is wrong where a cell, by its name and what it is about, says something else.

    Nothing is known of what stood there `before` where it is None.
    """
    if before is not None and seen_text(value) != seen_text(before):
        yield Spoilt(*cell, instead_of(key))
