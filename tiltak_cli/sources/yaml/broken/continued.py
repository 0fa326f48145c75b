"""A text that goes on over several lines, with a colon in one of those below the first."""

from tiltak_cli.domain.fields import HEAD_KEYS, KEYS
from tiltak_cli.findings import Finding, Rewrite
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.broken.within import AROUND, TEXTS, says_nothing
from tiltak_cli.sources.yaml.lines import FIELD, Stop, in_quotes, indent_of, text_in

# With these first the value is no text that merely goes on.
OTHER_FORMS = ('"', "'", "|", ">", "[", "{", "#", "&", "*", "!", "")


def continued(stop: Stop) -> Finding | None:
    """The finding of a colon in a line that goes on with the text above it, or None."""
    number = stop.mark.line
    opener = _opener(stop.lines, number)
    line = stop.line
    colon = line.find(": ") if ": " in line else len(line.rstrip()) - 1
    if opener is None or line[: colon + 1].strip().rstrip(":") in (*KEYS, *HEAD_KEYS):
        return None
    field = FIELD.match(stop.lines[opener])
    if field is None or not line.rstrip() or line[colon] != ":":
        return None
    rows = _rows(stop.lines, opener, len(stop.lines[opener][: field.start(1)]))
    if number not in rows:
        return None
    parts = [stop.lines[opener][field.end() :], *(stop.lines[n].strip() for n in rows)]
    finding = file_rules.COLON.finding(
        stop.at(number, colon),
        f"{text_in(stop.lines[opener])} inneholder kolon og må derfor stå i anførselstegn.",
        f"Sett hele teksten i anførselstegn: {in_quotes(' '.join(parts))}.",
    )
    mark = next((m for m in ('"', "'") if not any(m in part for part in parts)), "")
    if not mark or any("\\" in part or " #" in part for part in parts):
        return finding
    new = {
        opener: f"{stop.lines[opener][: field.end()]}{mark}{parts[0].rstrip()}",
        rows[-1]: f"{stop.lines[rows[-1]].rstrip()}{mark}",
    }
    return finding._replace(fix=Rewrite(tuple((n + 1, text) for n, text in new.items())))


def _opener(lines: list[str], number: int) -> int | None:
    """The line of the field whose text a line goes on with."""
    column = indent_of(lines[number]) if number < len(lines) else 0
    for above in range(number - 1, max(number - AROUND, -1), -1):
        line = lines[above]
        if not line.strip():
            continue
        field = FIELD.match(line)
        if field and field.start(1) < column:
            plain = field[1] in TEXTS and line[field.end() :][:1] not in OTHER_FORMS
            return above if plain else None
        if says_nothing(line) or indent_of(line) < column or field:
            return None
    return None


def _rows(lines: list[str], opener: int, column: int) -> list[int]:
    """The lines below a field that go on with its text."""
    rows = []
    for number in range(opener + 1, len(lines)):
        if not lines[number].strip() or indent_of(lines[number]) <= column:
            break
        rows.append(number)
    return rows
