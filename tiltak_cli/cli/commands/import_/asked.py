"""A spreadsheet as it is asked for: read, with what has been decided of it."""

import os
from collections.abc import Iterator
from typing import Any, NamedTuple

from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import FOUND
from tiltak_cli.cli.common.output import write_file
from tiltak_cli.cli.common.stop import found, refuse
from tiltak_cli.domain.norwegian import counted, listed, quoted
from tiltak_cli.sources.files import Refusal, read_path, shown
from tiltak_cli.sources.foreign.cells.grid import Book
from tiltak_cli.sources.foreign.cells.opened import open_book
from tiltak_cli.sources.foreign.columns import UNKNOWN
from tiltak_cli.sources.foreign.headings import NO_PERSON, heard
from tiltak_cli.sources.foreign.mapping import (
    NO_DECISIONS,
    Decisions,
    both,
    columns_of,
    mapping_text,
    read_mapping,
    standard_of,
)
from tiltak_cli.sources.foreign.preview import Choice, Preview, preview_of
from tiltak_cli.sources.foreign.standard import standard_values
from tiltak_cli.sources.foreign.words import Reader

OTHER = "Mer enn ett ark kan være ment; velg med --sheet."
CUT = "Arket har flere rader eller kolonner enn det som blir lest."
NO_TITLES = 'Ingen kolonne har titlene. Oppgi den med --map "Kolonne=tittel".'
NOT_WRITTEN = "Ingenting er skrevet."
SHEETS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
# So many columns are easily chosen on the command line.
FEW_COLUMNS = 3
# So many columns are named to be confirmed; of more there is a file.
SHOWN_COLUMNS = 8
DIRECTIONS = "retningsvalg"
# What every measure may well have alike, with a value as an example.
DEFAULTS = {"målområder": "1", "ansvarlig": "KD", "status": "vedtatt", "prioritet": "middels"}


class Asked(NamedTuple):
    """What the command line asks for."""

    output: str | None = None
    write: bool = False
    sheet: str | None = None
    header_row: int | None = None
    columns: tuple[str, ...] = ()
    defaults: tuple[str, ...] = ()
    map_file: str | None = None
    save_map: str | None = None
    into: str | None = None
    base: str | None = None
    strategy: str | None = None
    edition: str | None = None
    as_of: str | None = None
    keeper: str | None = None
    on_conflict: str = "fail"
    force: bool = False
    whole: bool = False
    form: str = "text"


def _opened(path: str) -> Book:
    """The spreadsheet at a path; refuse what is none."""
    source = read_path(path)
    if isinstance(source, Refusal) or source.is_folder:
        if os.path.isdir(path):
            raise refuse(f"{quoted(path)} er en mappe. Oppgi regnearket.")
        raise refuse(_not_there(path, source))
    book = open_book(source.files[0].data)
    if isinstance(book, Refusal):
        raise refuse(f"{quoted(shown(path))} {book.sentence}")
    return book


def is_named_as_sheet(path: str) -> bool:
    """Whether a name is that of a spreadsheet, whether or not there is one."""
    return path.casefold().endswith(SHEETS)


def _not_there(path: str, source: object) -> str:
    if not os.path.lexists(path) and path != "-":
        return (
            f"Finner ikke {quoted(shown(path))}. Kontroller navnet, eller gå til mappen der det er."
        )
    return (
        source.sentence if isinstance(source, Refusal) else f"{quoted(path)} er ikke et regneark."
    )


def decided(asked: Asked) -> Decisions:
    """What the options and the file of decisions say."""
    from_file = NO_DECISIONS
    if asked.map_file is not None:
        source = found(read_path(asked.map_file))
        from_file = found(read_mapping(asked.map_file, source.files[0].data))
    columns, standard = found(columns_of(asked.columns)), found(standard_of(asked.defaults))
    return both(from_file, Decisions(columns, {}, standard))


def previewed(
    path: str, asked: Asked, decisions: Decisions, reader: Reader, used: tuple[str, ...] = ()
) -> Preview:
    """What a spreadsheet becomes; refuse where there is no table, or no such column."""
    book = _opened(path)
    choice = Choice(asked.sheet, asked.header_row, decisions, used)
    preview = preview_of(book, choice, reader)
    if isinstance(preview, Refusal):
        sentence = preview.sentence
        own = sentence[:1].isupper() or sentence.startswith("«")
        raise refuse(sentence if own else f"{quoted(shown(path))} {sentence}")
    return preview


def standard(decisions: Decisions, reader: Reader) -> dict[str, Any]:
    """What is to stand in every measure that has nothing; refuse what is no value."""
    return found(standard_values(decisions.standard, reader))


def save(asked: Asked, preview: Preview, decisions: Decisions) -> None:
    """Write the decisions to a file, never over one that somebody may have filled in."""
    if asked.save_map is None:
        return
    if os.path.lexists(asked.save_map) and asked.save_map != asked.map_file:
        raise refuse(f"{quoted(asked.save_map)} finnes fra før. Velg et annet navn med --save-map.")
    certain = preview.decisions()._replace(standard=decisions.standard)
    text = mapping_text(certain, preview.left())
    write_file(asked.save_map, text.encode())
    console.relay(f"Skrev {asked.save_map}: fyll ut det som mangler, og bruk den med --map-file.")


def unconfirmed(preview: Preview) -> str:
    """How to confirm the columns that are likely, and not certain, to be a field; or nothing."""
    unsure = [column for column in preview.undecided if column.field]
    options = [f'--map "{column.key}={column.slot}"' for column in unsure[:SHOWN_COLUMNS]]
    more = len(unsure) - SHOWN_COLUMNS
    rest = f" … og {more} til, som --save-map gir i en fil" if more > 0 else ""
    return f"{' '.join(options)}{rest}"


def to_decide(preview: Preview, asked: Asked) -> Iterator[str]:
    """How to decide what is left of the columns and words."""
    columns = [column for column in preview.undecided if not column.field]
    if not preview.titled:
        yield NO_TITLES
    if columns:
        # One that is hidden or known for something else is seldom the one to choose.
        column = next((c for c in columns if c.why == UNKNOWN), columns[0])
        name = column.key
        field = next((meant.field for meant in heard(column.name)), "merknad")
        yield (
            f'La kolonnen med personer være: --map "{name}=".'
            if column.why == NO_PERSON
            else f'Velg felt for kolonnene, for eksempel --map "{name}={field}", eller '
            f'--map "{name}=" for å la den være.'
        )
    if options := unconfirmed(preview):
        yield f"Er de usikre kolonnene riktige, bekreft dem: {options}"
    if any(not value.sure for value in preview.values) or len(preview.undecided) > FEW_COLUMNS:
        file = asked.map_file
        yield (
            f"Med --save-map {file} i tillegg kommer det som gjenstår, inn i filen."
            if file and asked.save_map is None
            else "Med --save-map kart.yaml får du alle valgene i en fil, som brukes med --map-file."
        )


def not_in_the_sheet(preview: Preview) -> Iterator[str]:
    """What every measure must have and no column gives, and how to give all of them the same."""
    named = {meant.field for column in preview.undecided for meant in heard(column.name)}
    fields = [field for field in preview.missing if field in DEFAULTS and field not in named]
    if fields:
        options = " ".join(f"--default {field}={DEFAULTS[field]}" for field in fields)
        yield (
            f"Ingen kolonne er {listed(map(quoted, fields), 'eller')}, som hvert tiltak skal ha. "
            f"Uten blir det vist som ikke ført. Alle tiltak uten kan få det samme: {options}"
        )
    if DIRECTIONS in preview.missing and DIRECTIONS not in named:
        yield (
            f"Ingen kolonne er «{DIRECTIONS}», som hvert tiltak skal ha. Lag en i arket først, "
            "eller fyll det ut i registeret siden."
        )


def run_again(preview: Preview) -> str:
    """The beginning of a sentence on how to write: first what must be certain is to be so."""
    ready = not unconfirmed(preview) and not any(s.similar for s in preview.other_sheets)
    first = "Når ark og kolonner er sikre, kjør på nytt"
    return "Kjør på nytt" if ready else first


def ready_to_write(preview: Preview) -> None:
    """Refuse where nobody has said which sheet is meant, or what a column is."""
    similar = [quoted(sheet.name) for sheet in preview.other_sheets if sheet.similar]
    if similar:
        raise refuse(
            f"{NOT_WRITTEN} Det kan være arket {quoted(preview.sheet)} som er ment, eller "
            f"{listed(similar, 'eller')}. Velg med --sheet.",
            FOUND,
        )
    if not preview.titled:
        names = listed([quoted(column.key) for column in preview.columns])
        raise refuse(f"{NOT_WRITTEN} {NO_TITLES} Kolonnene er {names}.", FOUND)
    if options := unconfirmed(preview):
        raise refuse(
            f"{NOT_WRITTEN} Det er ikke sikkert hva alle kolonnene er. Bekreft dem, eller velg noe "
            f"annet: {options}",
            FOUND,
        )


def left_over(preview: Preview) -> str:
    """Say how much is left for someone; nothing where nothing is."""
    columns, cells = len(preview.undecided), len(preview.unclear_cells)
    parts = [counted(columns, "kolonne", "kolonner")] if columns else []
    parts += [counted(cells, "celle", "celler")] if cells else []
    sentences = [f"{listed(parts)} må avgjøres."] if parts else []
    sentences += [CUT] if preview.cut else []
    sentences += [OTHER] if any(sheet.similar for sheet in preview.other_sheets) else []
    return " ".join(sentences)
