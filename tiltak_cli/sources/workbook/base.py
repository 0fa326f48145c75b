"""What a workbook was exported from, read back from its hidden sheet `_meta`.

The sheet has a table of four columns with texts only: `tiltak`, `felt`, `del`, `verdi`. Each row is
a value, or a part of one that is too long for a cell: `del` counts its parts from 1. A value is
written as `domain/canonical.py` says. First come the rows about the workbook, without a measure;
then each measure as one value of all its fields, without a `felt`. `innhold` is the hash of the
measures and `helhet` that of the other rows, `mottakere` those who were to fill the workbook in,
and `celler` what stands in the cells that people see, but for what follows from the measures
(`shown.py`).

In format 1 each field of a measure had a row, beginning with its `id`; there were no `mottakere`
and no `helhet`, and `celler`, which the oldest do not have, had all of the cells. Format 3 is that
of a workbook to be filled in, with measures on several sheets: `skjema` has for each its key, the
fields that have a column there, those that the base has, and the ids; `celler` has all of the
cells.
"""

import io
import warnings
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from json import loads
from typing import Any, NamedTuple

from tiltak_cli.domain.canonical import content_hash
from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.sources.files import Refusal
from tiltak_cli.sources.workbook.gate import AGAIN, DAMAGED, unfit
from tiltak_cli.sources.workbook.shown import MEASURES, completed
from tiltak_cli.sources.workbook.written import Written, unpacked
from tiltak_cli.wording import Language, wording

SHEET = "_meta"
FORMAT = 3
# From here on a measure is one value, and the cells that follow from it are not kept.
WHOLE_MEASURES = 2
HEADER = ("tiltak", "felt", "del", "verdi")
CELLS = "celler"
# The sheets of measures of a workbook that others fill in.
PARTS = "skjema"
ALL = "helhet"
NO_BASE = Refusal(
    "Arbeidsboken har ikke det skjulte arket «_meta», så det er ukjent hva den er laget av. "
    "Bruk en arbeidsbok fra «tiltak export» der ingen ark er slettet. Et annet regneark blir et "
    "register med «tiltak import --new»."
)
CHANGED = Refusal(
    "Det skjulte arket «_meta» er endret siden arbeidsboken ble laget, så det kan ikke brukes. "
    f"{AGAIN}"
)


class Part(NamedTuple):
    """A sheet of measures, by the key of its title: the fields in its columns and in the base.

    It has a row for each of the measures with those `ids`.
    """

    sheet: str
    columns: tuple[str, ...]
    fields: tuple[str, ...]
    ids: tuple[str, ...]


class Base(NamedTuple):
    """What a workbook was exported from. `measures` are plain data, as `build_measure` takes it.

    `period` is the strategy's, such as `2021-2025`; `columns` are the fields shown on the sheet of
    measures and `fields` those that the base has; `total` counts the measures of the whole
    register; `revision` is the git revision or empty; `content` the hash of the measures. `written`
    is what stood in the cells, which older versions did not keep; `recipients` are those who were
    to fill the workbook in, by abbreviation. Its `parts` are the sheets of measures of a workbook
    that has several.
    """

    format: int
    strategy: str
    period: str
    edition: str
    as_of: date
    keeper: str
    report_date: date
    language: str
    columns: tuple[str, ...]
    fields: tuple[str, ...]
    public: bool
    total: int
    revision: str
    content: str
    measures: tuple[dict[str, Any], ...]
    written: Written | None = None
    recipients: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()

    @property
    def sheets(self) -> tuple[Part, ...]:
        """The sheets of measures: several, or the one with all of them."""
        ids = tuple(str(measure["id"]) for measure in self.measures)
        return self.parts or (Part(MEASURES, self.columns, self.fields, ids),)

    def has(self, identity: str) -> tuple[str, ...]:
        """The fields that the base has of a measure, by its id."""
        return next((part.fields for part in self.parts if identity in part.ids), self.fields)

    @property
    def whole(self) -> bool:
        """Whether all of the register's measures were exported."""
        return len(self.measures) == self.total


def read_base(data: bytes) -> Base | Refusal:
    """Read what a workbook was exported from, or say in Norwegian why that is not possible."""
    refusal = unfit(data)
    if refusal:
        return refusal
    try:
        rows = _rows(data)
    # The library raises almost anything when a part is not as it expects.
    except Exception:  # noqa: BLE001
        return DAMAGED
    if rows is None:
        return NO_BASE
    try:
        return _base(rows)
    except (KeyError, TypeError, ValueError, RecursionError):
        return CHANGED


def _rows(data: bytes) -> list[tuple[str, ...]] | None:
    """The texts of the hidden sheet's table, or None when there is no such sheet."""
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        # Of what other programs have added and the library does not know.
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        if SHEET not in book.sheetnames:
            return None
        sheet: Any = book[SHEET]
        # What a file says of its own size need not be so.
        sheet.reset_dimensions()
        rows = sheet.iter_rows(max_col=len(HEADER), values_only=True)
        texts = [tuple("" if v is None else str(v) for v in row) for row in rows]
        book.close()
    return texts[texts.index(HEADER) + 1 :] if HEADER in texts else []


def _base(rows: list[tuple[str, ...]]) -> Base | Refusal:
    head: dict[str, str] = {}
    values: list[tuple[str, str]] = []
    for measure, key, text in _whole_values(rows):
        if values or measure:
            values.append((key, text))
        else:
            head[key] = text
    facts = {key: loads(text) for key, text in head.items()}
    if facts["format"] > FORMAT:
        return Refusal(
            f"Arbeidsboken er laget av en nyere versjon av tiltak (format {facts['format']}, mens "
            f"denne kjenner {FORMAT}). Oppgrader tiltak."
        )
    number = int(facts["format"])
    whole = number >= WHOLE_MEASURES
    # The first of format 2 had no hash of these rows.
    about = head_hash(head) if ALL in facts or number == FORMAT else None
    if facts["innhold"] != content_hash(values) or facts.get(ALL) != about:
        return CHANGED
    measures = tuple(_known(loads(text)) for _, text in values) if whole else _measures(values)
    written = unpacked(facts[CELLS]) if CELLS in facts else None
    day, language = date.fromisoformat(facts["rapportdato"]), Language(facts["språk"])
    if written and whole and PARTS not in facts:
        written = completed(written, measures, day, wording(language))
    return Base(
        format=number,
        strategy=str(facts["strategi"]),
        period=str(facts["periode"]),
        edition=str(facts["utgave"]),
        as_of=date.fromisoformat(facts["per_dato"]),
        keeper=str(facts["ansvarlig"]),
        report_date=day,
        language=language.value,
        columns=tuple(map(str, facts["kolonner"])),
        fields=tuple(map(str, facts["felt"])),
        public=facts["målgruppe"] == "offentlig",
        total=int(facts["tiltak_i_alt"]),
        revision=str(facts["revisjon"]),
        content=str(facts["innhold"]),
        measures=measures,
        written=written,
        recipients=tuple(map(str, facts.get("mottakere", ()))),
        parts=tuple(
            Part(str(sheet), *(tuple(map(str, each)) for each in rest))
            for sheet, *rest in facts.get(PARTS, ())
        ),
    )


def head_hash(head: Mapping[str, str]) -> str:
    """The hash of the rows about the workbook, by key, but for the hash's own."""
    return content_hash((key, text) for key, text in head.items() if key != ALL)


def _whole_values(rows: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, str, str]]:
    """Measure, key and text, the parts of a value put together; rows without text are no rows."""
    measure = key = ""
    texts: list[str] = []
    for row in rows:
        if not any(row):
            continue
        if int(row[2]) == len(texts) + 1 and row[1] == key and texts:
            texts.append(row[3])
            continue
        if row[2] != "1":
            raise ValueError(row)
        if texts:
            yield measure, key, "".join(texts)
        measure, key, _, text = row
        texts = [text]
    if texts:
        yield measure, key, "".join(texts)


def _measures(values: Iterable[tuple[str, str]]) -> tuple[dict[str, Any], ...]:
    """Measures of which each field is a value of its own, as in format 1."""
    measures: list[dict[str, Any]] = []
    for key, text in values:
        if key == "id" or not measures:
            measures.append({})
        measures[-1][BY_KEY[key].key] = loads(text)
    return tuple(measures)


def _known(measure: dict[str, Any]) -> dict[str, Any]:
    return {BY_KEY[key].key: value for key, value in measure.items()}
