"""The columns of the sheet of measures: those that suit its paper and its readers, or as chosen."""

from typing import NamedTuple

from tiltak_cli.domain.fields import BY_KEY, COLUMNS, Diff, Field, Kind
from tiltak_cli.domain.measure import EVERYONE, Measure
from tiltak_cli.views.excel.kit.book import Book, Options, Paper
from tiltak_cli.views.excel.kit.page import A3, A4, READABLE, Page, printed_size, readable

ID = BY_KEY["id"]
SIDE = 0.3
# How each measure stands, without texts: on A4 they would be too small to read.
SHORT = {"id": 8, "tittel": 80, "ansvarlig": 22, "status": 20, "frist": 18, "vurdering": 16}
# For a ministry to fill in: what it reports on first, then what seldom changes.
REPORTED = (
    *("status", "vurdering", "frist", "gjennomført"),
    *("begrunnelse", "avvik", "fremdrift", "oppdatert"),
)
FILL_IN = (
    *("id", "tittel", *REPORTED),
    *("målområder", "retningsvalg", "ansvarlig", "deltakere", "prioritet", "beskrivelse"),
)
NARROWER = {
    "tittel": 28,
    "begrunnelse": 22,
    "avvik": 26,
    "fremdrift": 36,
    "retningsvalg": 20,
    "beskrivelse": 26,
}
ROLE_WIDTH = 11
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
    """A column: its heading, its width in characters, and its field; none for the role.

    A text close to another text has an `indent`.
    """

    label: str
    width: float
    field: Field | None
    indent: int = 0

    @property
    def key(self) -> str:
        """The field's key in the register, or nothing."""
        return self.field.key if self.field else ""


def columns_for(book: Book) -> tuple[FieldColumn, ...]:
    """The columns of a workbook's sheet of measures. The id is always the first."""
    options = book.options
    columns = [FieldColumn(book.say.label(f), _width_in(options, f), f) for f in fields_of(options)]
    if options.audience:
        place = 2 if [column.key for column in columns[1:2]] == ["tittel"] else 1
        columns.insert(place, FieldColumn(book.say("measures.role"), ROLE_WIDTH, None))
    neighbours = zip([None, *columns], columns, strict=False)
    return tuple(c._replace(indent=int(_text(before) and _text(c))) for before, c in neighbours)


def _text(column: FieldColumn | None) -> bool:
    field = column.field if column else None
    return field is not None and field.kind is Kind.TEXT and field.key != "tittel"


def fields_of(options: Options) -> tuple[Field, ...]:
    """The fields that have a column on the sheet of measures, in order. The id is the first."""
    if options.columns is not None:
        fields = options.columns
    elif options.audience:
        fields = tuple(BY_KEY[key] for key in FILL_IN)
    elif options.paper is Paper.A4:
        fields = tuple(BY_KEY[key] for key in SHORT)
    else:
        fields = COLUMNS
    return tuple(f for f in dict.fromkeys((ID, *fields)) if f.public or not options.public)


def _width_in(options: Options, field: Field) -> int:
    if options.columns is None and options.audience:
        return NARROWER.get(field.key) or _width(field)
    if options.columns is None and options.paper is Paper.A4:
        return SHORT.get(field.key) or _width(field)
    return _width(field)


def page_for(book: Book, columns: tuple[FieldColumn, ...]) -> Page:
    """The page that the columns are printed on: so many beside each other that it can be read."""
    paper = A4 if book.options.paper is Paper.A4 else A3
    return readable([column.width for column in columns], Page(paper, side=SIDE))


def paper_for(fields: tuple[Field, ...] | None) -> Paper:
    """The paper that suits columns as chosen: A4 where there are few enough to be read on it."""
    if fields is None:
        return Paper.A3
    widths = [_width(field) for field in dict.fromkeys((ID, *fields))]
    return Paper.A4 if printed_size(widths, Page(A4, side=SIDE)) >= READABLE else Paper.A3


def roles(book: Book, measure: Measure) -> str:
    """What those who fill in the workbook do in a measure, one line each when they are several."""
    codes = book.options.audience
    lines = [(code, _roles(book, measure, code)) for code in codes]
    if len(codes) == 1:
        return lines[0][1]
    return "\n".join(f"{code}: {text}" for code, text in lines if text)


def _roles(book: Book, measure: Measure, code: str) -> str:
    organisations, day = book.register.organisations, book.register.as_of
    identity = organisations.identity
    named = {
        "role.responsible": measure.responsible,
        "role.executing": measure.executing,
        "role.participating": measure.participants,
    }
    keys = [key for key, codes in named.items() if identity(code) in map(identity, codes)]
    ministries = {ministry.key for ministry in organisations.ministries_on(day)}
    if not keys and EVERYONE in measure.participants and identity(code) in ministries:
        keys = ["role.everyone"]
    text = ", ".join(book.say(key) for key in keys)
    return text[:1] + text[1:].lower()


def _width(field: Field) -> int:
    if field.width:
        return field.width
    brief = field.kind is Kind.TEXT and field.diff is Diff.SCALAR
    return BRIEF if brief else WIDTHS[field.kind]
