"""The finished file: the same bytes for the same content, and descriptions for screen readers.

The library stamps the clock into the archive and has no way to say alternative text, so each of its
parts gets a fixed date and a few additions on its way. Sheets go row by row: a large one is never
whole in memory.
"""

import re
import zipfile
from collections.abc import Iterable
from typing import IO, Any, NamedTuple
from xml.sax.saxutils import quoteattr

# The earliest that the format can say.
NO_DATE = (1980, 1, 1, 0, 0, 0)
UNIX = 3
READABLE = 0o644 << 16
# So many characters of rows are written at once.
CHUNK = 1 << 16
TABLE = re.compile(r"xl/tables/table[0-9]+\.xml")
DRAWING = re.compile(r"xl/drawings/drawing[0-9]+\.xml")
DIMENSION = re.compile(rb'<dimension ref="([A-Z0-9:]+)"')
CHART_NAME = re.compile(r'name="Chart [0-9]+"')
COMMENT = re.compile(r' comment="([^"]*)"')
NAME = re.compile(r'displayName="([^"]*)"')
PROPERTIES = "docProps/app.xml"
APPLICATION = re.compile(rb"(?<=<Application>)[^<]*")
# What follows the place where a sheet says which warnings not to show.
AFTER_WARNINGS = re.compile(rb"<(?:drawing|legacyDrawing|tableParts|extLst)\b|</worksheet>")
ALT_TEXT = (
    '<extLst><ext uri="{{504A1905-F514-4f6f-8877-14C23A59335A}}" '
    'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
    '<x14:table altText="{name}" altTextSummary="{description}"/></ext></extLst></table>'
)


class Chart(NamedTuple):
    """A chart's name, and the chart in words."""

    name: str
    text: str


class Notes(NamedTuple):
    """What the library could not be told.

    The charts, in the order that their sheet has them, and the sheets that people edit, counted
    from 1.
    """

    charts: tuple[Chart, ...]
    edited: frozenset[int]


class Archive(zipfile.ZipFile):
    """A workbook's archive, whose parts are finished as they are written to it."""

    def __init__(self, file: IO[bytes], notes: Notes) -> None:
        super().__init__(file, "w", zipfile.ZIP_DEFLATED)
        self.notes = notes

    def writestr(
        self,
        zinfo_or_arcname: str | zipfile.ZipInfo,
        data: Any,  # noqa: ANN401 - text or bytes, as the library's writer has them
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        """Write a part, finished: every part but the sheets comes this way."""
        name = str(zinfo_or_arcname)
        whole = data.encode() if isinstance(data, str) else data
        part = _improved(name, whole, self.notes)
        super().writestr(_entry(name), part, compress_type, compresslevel)

    def write_sheet(self, name: str, head: bytes, rows: Iterable[str], tail: bytes) -> None:
        """Write a sheet's part: what comes before its rows, they, one by one, and what follows."""
        with self.open(_entry(name), "w") as part:
            part.write(head)
            waiting: list[str] = []
            size = 0
            for row in rows:
                waiting.append(row)
                size += len(row)
                if size > CHUNK:
                    part.write("".join(waiting).encode())
                    waiting, size = [], 0
            part.write("".join(waiting).encode())
            part.write(_without_warnings(head, tail))


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, NO_DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    # Otherwise the operating system's number and rights would stand there.
    entry.create_system, entry.external_attr = UNIX, READABLE
    return entry


def _improved(name: str, data: bytes, notes: Notes) -> bytes:
    if TABLE.fullmatch(name):
        return _described_table(data.decode()).encode()
    if DRAWING.fullmatch(name):
        return _described_charts(data.decode(), notes.charts).encode()
    if name == PROPERTIES:
        return APPLICATION.sub(b"tiltak", data)
    return data


def _without_warnings(head: bytes, tail: bytes) -> bytes:
    """Codes such as «1» and «2025» are text on purpose: no green corner in each cell."""
    dimension = DIMENSION.search(head)
    place = AFTER_WARNINGS.search(tail)
    if dimension is None or place is None:
        return tail
    warning = b'<ignoredErrors><ignoredError sqref="%s" numberStoredAsText="1"/></ignoredErrors>'
    return tail[: place.start()] + warning % dimension[1] + tail[place.start() :]


def _described_table(text: str) -> str:
    """Make the table's comment its alternative text as well."""
    comment, name = COMMENT.search(text), NAME.search(text)
    if comment is None or name is None:
        return text
    added = ALT_TEXT.format(name=name[1], description=comment[1])
    return text.removesuffix("</table>") + added


def _described_charts(text: str, charts: tuple[Chart, ...]) -> str:
    names = {
        f'name="Chart {number}"': f"name={quoteattr(chart.name)} descr={quoteattr(chart.text)}"
        for number, chart in enumerate(charts, 1)
    }
    return CHART_NAME.sub(lambda found: names.get(found[0], found[0]), text)
