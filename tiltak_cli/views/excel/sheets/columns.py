"""The columns of the sheet of measures: those that suit its paper and its readers, or as chosen."""

from typing import NamedTuple

from tiltak_cli.domain.fields import BY_KEY, COLUMNS, Diff, Field, Kind
from tiltak_cli.views.excel.kit.book import Book, Options, Paper
from tiltak_cli.views.excel.kit.page import A3, A4, READABLE, Page, printed_size, readable

ID = BY_KEY["id"]
# How each measure stands, without texts: on A4 they would be too small to read.
SHORT = {"id": 8, "tittel": 80, "ansvarlig": 22, "status": 20, "frist": 18, "vurdering": 16}
# Fields that have no column in the usual workbook, by kind.
WIDTHS = {
    Kind.TEXT: 34,
    Kind.DEVELOPMENTS: 18,
    Kind.PARTIAL_DATE: 13,
    Kind.DAY: 12,
    Kind.FLAG: 10,
    Kind.MILESTONES: 40,
    Kind.DOCUMENTS: 40,
    Kind.ORIGIN: 24,
    Kind.REFERENCE: 11,
    Kind.REFERENCES: 12,
}
# A name or a place, not a text.
BRIEF = 20


class FieldColumn(NamedTuple):
    """A column: its heading, its width in characters, and its field.

    A text close to another text has an `indent`.
    """

    label: str
    width: float
    field: Field
    indent: int = 0

    @property
    def key(self) -> str:
        """The field's key in the register."""
        return self.field.key


def columns_for(book: Book) -> tuple[FieldColumn, ...]:
    """The columns of a workbook's sheet of measures. The id is always the first."""
    options = book.options
    columns = [FieldColumn(book.say.label(f), _width_in(options, f), f) for f in fields_of(options)]
    neighbours = zip([None, *columns], columns, strict=False)
    return tuple(c._replace(indent=int(_text(before) and _text(c))) for before, c in neighbours)


def _text(column: FieldColumn | None) -> bool:
    return column is not None and column.field.kind is Kind.TEXT and column.key != "tittel"


def fields_of(options: Options) -> tuple[Field, ...]:
    """The fields that have a column on the sheet of measures, in order. The id is the first."""
    if options.columns is not None:
        fields = options.columns
    elif options.paper is Paper.A4:
        fields = tuple(BY_KEY[key] for key in SHORT)
    else:
        fields = COLUMNS
    return tuple(f for f in dict.fromkeys((ID, *fields)) if f.public or not options.public)


def _width_in(options: Options, field: Field) -> int:
    if options.columns is None and options.paper is Paper.A4:
        return SHORT.get(field.key) or width_of(field)
    return width_of(field)


def page_for(book: Book, columns: tuple[FieldColumn, ...]) -> Page:
    """The page that the columns are printed on: so many beside each other that it can be read."""
    paper = A4 if book.options.paper is Paper.A4 else A3
    return readable([column.width for column in columns], Page(paper))


def paper_for(fields: tuple[Field, ...] | None) -> Paper:
    """The paper that suits columns as chosen: A4 where there are few enough to be read on it."""
    if fields is None:
        return Paper.A3
    widths = [width_of(field) for field in dict.fromkeys((ID, *fields))]
    return Paper.A4 if printed_size(widths, Page(A4)) >= READABLE else Paper.A3


def width_of(field: Field) -> int:
    """The usual width of a field's column, in characters."""
    if field.width:
        return field.width
    brief = field.kind is Kind.TEXT and field.diff is Diff.SCALAR
    return BRIEF if brief else WIDTHS[field.kind]
