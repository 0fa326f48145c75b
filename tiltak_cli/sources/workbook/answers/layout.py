"""Where in a workbook that someone has had in hand the tables are, and what each column is.

A sheet is known by its title in any of the languages, or by its table's name; a column by its
heading, wherever it stands.
"""

import re
import shlex
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tiltak_cli.domain.fields import FIELDS
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.domain.spelling import folded, nearest
from tiltak_cli.sources.workbook.answers.entries import Spoilt
from tiltak_cli.sources.workbook.cells import Formula, Sheet
from tiltak_cli.sources.workbook.shown import FIELD_NAME, FORM_COLUMNS
from tiltak_cli.sources.workbook.written import cell_text, letters, seen_text
from tiltak_cli.wording import Language, Wording, wording

# So far down may someone have moved a table.
DEEPEST = 60
# The key of a column that is no field: it is not read, and must stay as it was.
ROLE = "rolle"
# What stands before the heading of a column that is to be filled in.
PENCIL = "✎ "
STEP_COLUMNS = {
    "id": "id",
    "tittel": "tittel",
    "ansvarlig": "ansvarlig",
    "milepæl": "milestones.id",
    "tekst": "milestones.text",
    "frist": "milestones.deadline",
    "nådd": "milestones.reached",
    "situasjon": "milestones.state",
}
# What that heading was in older workbooks.
OLD_STEPS = {"tilstand": "situasjon", "state": "situasjon"}
# The headings that only a workbook to be filled in has. Of one there are two.
FORM_STEPS = (
    ("spørsmål", "form.asked"),
    ("er_nådd", "form.is-reached"),
    ("nådd", "form.reached-on"),
    ("ny_frist", "form.new-deadline"),
    ("forklaring", "form.explained"),
)
TOO_FAR = "Her står det noe som ikke kan leses: langt utenfor tabellen, eller en for lang tekst."
# The field that a column at a place was of, or nothing.
Was = Callable[[int], str]
LANGUAGES = tuple(wording(language) for language in Language)
NAMED_COLUMN = re.compile(r"'?(.*?)'?!\$([A-Z]+)\$[0-9]+")


class Column(NamedTuple):
    """A column that is read: the key of what is in it, and its place from 0."""

    key: str
    place: int

    @property
    def letter(self) -> str:
        """The column's name."""
        return letters(self.place + 1)


class Table(NamedTuple):
    """A table on a sheet: the row of its headings, from 0, and its columns by their keys."""

    sheet: Sheet
    top: int
    columns: Mapping[str, Column]
    spoilt: tuple[Spoilt, ...] = ()
    told: tuple[str, ...] = ()

    def rows(self) -> Iterator[tuple[int, dict[str, object]]]:
        """Each row below the headings in which something is written: its number, its values."""
        for number, row in enumerate(self.sheet.rows[self.top + 1 :], self.top + 2):
            values = {
                key: row[column.place] if column.place < len(row) else None
                for key, column in self.columns.items()
            }
            if any(cell_text(value) for value in values.values()):
                yield number, values


def heading(value: object) -> str:
    """What a heading says, without the pencil before it."""
    return seen_text(value).removeprefix(PENCIL.strip()).strip()


def measure_labels() -> dict[str, str]:
    """The key of each heading on the sheet of measures, in every language."""
    labels = {folded(say("measures.role")): ROLE for say in LANGUAGES}
    labels |= {folded(say(key)): key for say in LANGUAGES for key in FORM_COLUMNS}
    return labels | {folded(say.label(f)): f.key for say in LANGUAGES for f in FIELDS}


def step_labels() -> dict[str, str]:
    """The key of each heading on the sheet of milestones, in every language."""
    return OLD_STEPS | {
        folded(say(label) if "." in label else say.label(label)): key
        for say in LANGUAGES
        for key, label in (*STEP_COLUMNS.items(), *FORM_STEPS)
    }


def column_of(cells: str) -> re.Match[str] | None:
    """The sheet and the column, as groups, of cells that have a name."""
    return NAMED_COLUMN.match(cells)


def measure_table(
    sheet: Sheet, names: Mapping[str, str], fields: Sequence[str], ignored: Iterable[str]
) -> Table | Spoilt:
    """The table of measures on its sheet. `fields` are those that had a column."""
    there = _fields_bycolumn_of(names)
    table = _table(
        sheet, measure_labels(), ignored, lambda place: there.get(letters(place + 1), "")
    )
    if isinstance(table, Spoilt):
        return table
    lost = [key for key in fields if key not in table.columns]
    if not lost or table.spoilt:
        return table
    which = f"Kolonnen {quoted(lost[0])}" if len(lost) == 1 else f"Kolonnene {_quoted(lost)}"
    return table._replace(told=(*table.told, f"{which} mangler i arket. Feltet er ikke rørt."))


def step_table(sheet: Sheet, ignored: Iterable[str]) -> Table | Spoilt:
    """The table of milestones on its sheet."""
    return _table(sheet, step_labels(), ignored, lambda _: "")


def _quoted(words: Iterable[str]) -> str:
    return listed([quoted(word) for word in words])


def _fields_bycolumn_of(names: Mapping[str, str]) -> dict[str, str]:
    """The field that a column was of, by its letter, as the names of cells say it."""
    pairs = (
        (name.removeprefix(FIELD_NAME), column_of(cells))
        for name, cells in names.items()
        if name.startswith(FIELD_NAME)
    )
    return {match[2]: key for key, match in pairs if match}


def _table(
    sheet: Sheet, labels: Mapping[str, str], ignored: Iterable[str], was: Was
) -> Table | Spoilt:
    top = _heading_row(sheet, labels)
    if top is None:
        return Spoilt(
            sheet.name,
            "",
            "Finner ikke raden med overskrifter, med «ID» og de andre. Hent dem tilbake fra "
            "arbeidsboken slik den ble sendt.",
        )
    leave = {folded(word) for word in ignored}
    columns: dict[str, Column] = {}
    spoilt: list[Spoilt] = []
    sentences: list[str] = []
    bare: list[int] = []
    for place in range(max(map(len, sheet.rows))):
        text = heading(_at(sheet.rows[top], place))
        cell = f"{letters(place + 1)}{top + 1}"
        key = labels.get(folded(text)) if text else None
        if folded(text) in leave or folded(letters(place + 1)) in leave:
            sentences.append(f"Kolonnen {quoted(text or letters(place + 1))} er ikke lest.")
        elif not text:
            bare.append(place)
        elif key is None:
            spoilt.append(Spoilt(cell, "", _unknown(text, labels, was(place))))
        elif key in columns:
            first = f"{columns[key].letter}{top + 1}"
            sentence = f"{first} har samme overskrift, {quoted(text)}. Slett den ene kolonnen."
            spoilt.append(Spoilt(cell, "", sentence))
        else:
            columns[key] = Column(key, place)
    for place in bare:
        lost = was(place) if was(place) not in columns else ""
        spoilt += _without_heading(sheet, top, place, lost)
    spoilt += _merged(sheet, top)
    spoilt += [Spoilt(sheet.cut, "", TOO_FAR)] if sheet.cut else []
    return Table(sheet, top, columns, tuple(spoilt), tuple(sentences))


def _heading_row(sheet: Sheet, labels: Mapping[str, str]) -> int | None:
    """The first row with the heading of ids and another one, or with most of the headings."""
    best, most = None, 1
    for number, row in enumerate(sheet.rows[:DEEPEST]):
        keys = {labels[word] for word in (folded(heading(v)) for v in row) if word in labels}
        if len(keys) > most:
            best, most = number, len(keys)
    return best


def _without_heading(sheet: Sheet, top: int, place: int, lost: str) -> Iterator[Spoilt]:
    """What someone has written beside the table, or under a heading that is `lost`.

    A formula that fills by itself says nothing.
    """
    for number, row in enumerate(sheet.rows[top + 1 :], top + 2):
        value = _at(row, place)
        text = cell_text(value)
        if text and not isinstance(value, Formula):
            cell, column = f"{letters(place + 1)}{number}", letters(place + 1)
            if lost:
                sentence = (
                    f"Overskriften {quoted(_label(lost))} er borte. Skriv den igjen, eller la være "
                    f"å lese kolonnen med --ignore-column {column}."
                )
                yield Spoilt(f"{column}{top + 1}", "", sentence)
                return
            yield Spoilt(
                cell,
                "",
                f"{quoted(text, 60)} står i en kolonne uten overskrift. Flytt det til en av de "
                f"andre, eller la være å lese kolonnen med --ignore-column {column}.",
            )
            return


def _unknown(text: str, labels: Mapping[str, str], was: str) -> str:
    known = dict.fromkeys(_label(key) for key in labels.values())
    near = nearest(text, known)
    stood = f" Her sto {quoted(_label(was))}." if was else ""
    meant = near or (_label(was) if was else "")
    remedy = f"Mente du {quoted(meant)}?" if meant else ""
    return (
        f"{quoted(text)} er ikke et felt.{stood} {remedy} Rett overskriften, eller la være å lese "
        f"kolonnen med --ignore-column {shlex.quote(text)}."
    ).replace("  ", " ")


def _label(key: str) -> str:
    say: Wording = LANGUAGES[0]
    if key == ROLE:
        return say("measures.role")
    key = dict(FORM_STEPS).get(key, key) if key not in STEP_COLUMNS else key
    label = STEP_COLUMNS.get(key, key)
    return say(label) if "." in label else say.label(label)


def _merged(sheet: Sheet, top: int) -> Iterator[Spoilt]:
    for cells in sheet.merged:
        last = re.search(r"([0-9]+)$", cells)
        if last and int(last[1]) > top:
            yield Spoilt(cells, "", "Cellene er slått sammen. Del dem igjen, og fyll ut hver rad.")


def _at(row: Sequence[object], place: int) -> object:
    return row[place] if place < len(row) else None
