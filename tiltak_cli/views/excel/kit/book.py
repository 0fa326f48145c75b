"""What every sheet is written from, and where the rows stand that other sheets lead to."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.changes.compare import Comparison
from tiltak_cli.domain.fields import Field
from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.register import Register
from tiltak_cli.overview.asked import Form
from tiltak_cli.overview.counts import Overview
from tiltak_cli.overview.trend import Point
from tiltak_cli.views.excel.kit.locales import LOCALES, Locale
from tiltak_cli.wording import Language, Wording, wording

# Title, sentence and an empty row come first on every sheet that is one table.
HEADER_ROW = 4
FIRST_ROW = HEADER_ROW + 1

# The sheets by the key of their title in the table of wordings; `Book.title` gives the title.
FRONT = "sheet.front"
MEASURES = "sheet.measures"
DIRECTIONS = "sheet.directions"
MINISTRIES = "sheet.ministries"
TIMELINE = "sheet.timeline"
MILESTONES = "sheet.milestones"
CHANGES = "sheet.changes"
CARRIED = "sheet.carried"
DEPENDENCIES = "sheet.dependencies"
FIGURES = "sheet.figures"
LISTS = "sheet.lists"
META = "sheet.meta"
# Those of a workbook that others fill in.
LETTER = "sheet.letter"
TAKING_PART = "sheet.taking-part"
NEW = "sheet.new"
ENDED = "sheet.ended"

# Told how much of the workbook is made, from 0 to 1.
Progress = Callable[[float], None]
# Told of a cell that has no room for all of its text: Tiltak!N5.
Cut = Callable[[str], None]


class Paper(StrEnum):
    """What the sheet of measures is printed on; the other sheets are always A4."""

    A3 = "a3"
    A4 = "a4"


class Options(NamedTuple):
    """What a workbook is made for: its language, its paper, the columns of the sheet of measures.

    `columns` None means those that suit the paper. A `public` workbook has nothing internal. The
    `audience` are organisations, by abbreviation, that fill the workbook in and send it back.
    `revision` is the git revision that the register was read from, if any. The audience is to
    answer by a day, `due`, and send the workbook to a `contact`, where these are known.
    """

    language: Language = Language.NB
    paper: Paper = Paper.A3
    columns: tuple[Field, ...] | None = None
    public: bool = False
    audience: tuple[str, ...] = ()
    revision: str = ""
    due: date | None = None
    contact: str = ""


class Part(NamedTuple):
    """Measures with the sheet that they have a row on, by the key of its title.

    `fields` are shown there in `columns`, or elsewhere.
    """

    sheet: str
    columns: tuple[Field, ...]
    fields: tuple[Field, ...]
    measures: tuple[Measure, ...]


class Book(NamedTuple):
    """An overview, the edition it is compared with if any, and the sheets that people see.

    `points` are the situation at each edition that is known, where the workbook tells of it.
    Where it has an audience there is a `form`: which measures are whose, and what is asked; and its
    `parts` are on several sheets, of which the first is that of the measures.
    """

    overview: Overview
    comparison: Comparison | None
    sheets: tuple["Sheet", ...]
    options: Options = Options()
    progress: Progress = lambda _: None
    form: Form | None = None
    parts: tuple[Part, ...] = ()
    points: tuple[Point, ...] = ()

    @property
    def say(self) -> Wording:
        """The wording of the workbook's language."""
        return wording(self.options.language)

    @property
    def locale(self) -> Locale:
        """The language's code and number formats."""
        return LOCALES[self.options.language]

    @property
    def register(self) -> Register:
        """The register that the overview is of."""
        return self.overview.register

    @property
    def selected(self) -> bool:
        """Whether the overview is of some of the register's measures only."""
        return len(self.overview.measures) != len(self.register.measures)

    def title(self, key: str) -> str:
        """The title of a sheet, for the sheet itself, for links and for mention in a sentence.

        `key` is a row of the table of wordings that begins with `sheet.`: `MEASURES`.
        """
        return self.say(key)

    def measure_rows(self) -> dict[str, int]:
        """The row of each measure on its sheet; the first where an id stands twice."""
        rows: dict[str, int] = {}
        measures = self.form.own if self.form else self.overview.measures
        for row, measure in enumerate(measures, FIRST_ROW):
            rows.setdefault(measure.id, row)
        return rows

    def direction_rows(self) -> dict[str, int]:
        """The row of each direction on its sheet, where a row with the area's name comes first."""
        rows, row = {}, FIRST_ROW
        for area in self.register.strategy.areas:
            for direction in area.directions:
                row += 1
                rows[direction.code] = row
            row += 1
        return rows


class Sheet(NamedTuple):
    """One sheet: the key of its title, what writes it, and when it is there.

    A row `KEY.about` says what is on it, for the link from the front page. `edited` is for a sheet
    that people write in: its rows grow with their text. What is `hidden` no program offers to show.
    """

    key: str
    write: Callable[[Worksheet, Book], None]
    wanted: Callable[[Book], bool] = lambda _: True
    edited: bool = False
    hidden: bool = False
