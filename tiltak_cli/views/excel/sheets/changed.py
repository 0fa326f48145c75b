"""The sheet «Endringer»: what has happened since the edition that this one is compared with."""

from openpyxl.worksheet.worksheet import Worksheet

from tiltak_cli.changes.change import Change, Level
from tiltak_cli.changes.compare import Comparison
from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.domain.sentences import short
from tiltak_cli.views.changes.words import field_label
from tiltak_cli.views.excel.kit import styles
from tiltak_cli.views.excel.kit.book import Book
from tiltak_cli.views.excel.kit.styles import Style
from tiltak_cli.views.excel.kit.table import Column, Place, Table, write_table
from tiltak_cli.views.excel.sheets import marks
from tiltak_cli.views.excel.sheets.shared import leading
from tiltak_cli.wording import NB, Wording

NOTHING = "–"
# Longer texts are found in the register; the explanation says what matters.
VALUE_LENGTH = 120
WHY_LENGTH = 300


def wanted(book: Book) -> bool:
    """Only a workbook with an edition to compare with has this sheet."""
    return book.comparison is not None


def write(sheet: Worksheet, book: Book) -> None:
    """Write the changes to the register as a whole first, then those of each measure."""
    comparison, say = book.comparison, book.say
    assert comparison is not None  # noqa: S101 - `wanted` has looked
    title, about = say("changes.title"), say("changes.description")
    sentence = _sentence(comparison, say)
    table = Table(
        title=title,
        sentence=sentence,
        columns=_columns(book),
        items=comparison.everything,
        description=about,
        frozen=3,
    )
    add_marks(sheet, say, write_table(sheet, book, table))


def _sentence(comparison: Comparison, say: Wording) -> str:
    old, new = comparison.old, comparison.new
    return say(
        "changes.sentence",
        new=new.edition,
        now=new.as_of,
        old=old.edition,
        then=old.as_of,
        changes=len(comparison.all),
        measures=len(comparison.measures()),
    )


def _columns(book: Book) -> tuple[Column[Change], ...]:
    say, rows = book.say, book.measure_rows()
    left_out = book.comparison is not None and book.comparison.left_out
    lead, apart = leading(book), styles.ROW_APART

    def there(change: Change) -> bool:
        # The id of one that is gone may be another one's row.
        return change.measure_id in rows and not change.gone

    return (
        Column(say("changes.date"), 11.5, lambda _: book.register.as_of, days=True),
        Column(
            say.label("id"),
            7,
            lambda c: c.measure_id or NOTHING,
            styles.ROW_CODE,
            lambda c, style: styles.ROW_LINK if there(c) else style,
            wraps=False,
            finish=lambda cell, c: lead(cell, c.measure_id, c.title) if there(c) else None,
        ),
        Column(say.label("tittel"), 26, lambda c: c.title or say("changes.whole")),
        Column(say("changes.change"), 18, lambda c: say(f"kind.{c.kind.code}"), look=weighty),
        Column(say("changes.field"), 16.5, lambda c: field_label(c.field, say), key="field"),
        Column(say("changes.old"), 24, lambda c: shown_value(c, c.old, say), key="old"),
        # Long texts stand side by side from here.
        Column(say("changes.new"), 25, lambda c: shown_value(c, c.new, say), apart, key="new"),
        Column(
            say("changes.why"),
            46.5,
            lambda c: _explanation(c, say),
            apart,
            nothing=say("diff.none-chosen" if left_out else "changes.none"),
        ),
    )


def weighty(change: Change, style: Style) -> Style:
    """The look of a change's kind: what matters most is in bold."""
    return style._replace(bold=change.kind.level is Level.MAJOR)


def shown_value(change: Change, value: object, say: Wording) -> str:
    """A value before or now; internal notes are not for the readers of a workbook."""
    field = BY_KEY.get(change.field)
    if field and not field.public:
        return ""
    # A word that a mark shows is the register's own here too.
    text = NB.value(value) if change.field in marks.MARKS else say.value(value)
    return short(text, VALUE_LENGTH)


def _explanation(change: Change, say: Wording) -> str:
    """The sentence, and the register's own reason unless it is the new value once more."""
    sentence = say.phrases(change.said)
    why = "" if change.why == NB.value(change.new) else short(change.why, WHY_LENGTH)
    return f"{sentence}\n{why}" if why else sentence


def add_marks(sheet: Worksheet, say: Wording, places: dict[str, Place]) -> None:
    """Show statuses and assessments, before and now, as the sheet of measures does."""
    for key, words in marks.MARKS.items():
        condition = f'${places["field"].first}="{say.label(key)}"'
        for place in (places["old"], places["new"]):
            for rule in marks.rules(words, place.first, say, condition):
                sheet.conditional_formatting.add(place.cells, rule)
