"""What has happened to texts before they were read: cut, invisible characters, odd quotes.

Loaded only for a file where one of the signs below stands somewhere.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from tiltak_cli.domain.fields import FIELDS, HEAD_KEYS, Kind
from tiltak_cli.domain.invisible import (
    CURLY,
    INVISIBLE,
    cleaned,
    deceives,
    hiding_in,
    invisible_at,
    twin,
)
from tiltak_cli.domain.norwegian import counted, listed, quoted
from tiltak_cli.findings import Finding, Fix, Place, Rewrite
from tiltak_cli.rules import shape_rules, text_rules
from tiltak_cli.rules.base import Path
from tiltak_cli.sources.yaml.broken.spoilt import ERROR, Spoilt, spoilt_in, unspoilt
from tiltak_cli.sources.yaml.events import Tree, scalar
from tiltak_cli.sources.yaml.lines import LINE_BREAK, in_quotes
from tiltak_cli.sources.yaml.places import Spot, place

TEXTS = frozenset(
    (*(f.key for f in FIELDS if f.kind is Kind.TEXT), "utgave", "tekst", "tittel", "lenke")
)
# Of these it is told that there are no words in them, in quotes too.
WORDED = TEXTS - {"utgave", "lenke", "merknad", "kontakt"}
QUOTES = ("'", '"')
WORDS = re.compile(r"[^ \t\r\n]+")
NUMBER = re.compile(r"[-+]?(?:[0-9]+|0x[0-9a-fA-F]+|0o[0-7]+|[0-9]*\.[0-9]+|[0-9]+\.)")
# So many spoilt words of a text are told one by one.
MOST_WORDS = 5
COMMENT = re.compile(r"[ \t]+(#\w.*)")


def check_texts(name: str, text: str, tree: Tree) -> Iterator[Finding]:
    """Find the texts of a register that are not what was written; another file has none."""
    if not isinstance(tree.data, dict) or tree.data.keys().isdisjoint(HEAD_KEYS):
        return
    lines = LINE_BREAK.split(text)
    for path, key, event in _fields(tree.spots(), ()):
        rest = COMMENT.match(lines[event.end_mark.line], event.end_mark.column)
        if event.style or not event.value:
            if rest and not event.value and not event.style:
                yield _only_a_comment(place(name, key), key.value, rest[1])
        elif rest and key.value in TEXTS:
            yield _cut(name, key.value, event, rest)
        if key.value in TEXTS and event.value.strip():
            number = not event.style and NUMBER.fullmatch(event.value)
            if number and (key.value not in WORDED or not text_rules.unwritten(event.value)):
                yield from _number(place(name, event), path, event, lines)
                continue
            spoilt = spoilt_in(event.value)
            right = cleaned(unspoilt(event.value)).replace("\t", " ")
            sure = not deceives(event.value) and not (spoilt and "&" in spoilt.found)
            mended = Fix(path, right, safe=sure)
            for finding in _characters(place(name, event), path, event):
                curly = finding.code == text_rules.CURLY.code
                yield finding if curly else finding._replace(fix=mended)
            if spoilt:
                finding = _spoilt(place(name, event), path, spoilt)
                yield finding._replace(fix=mended) if spoilt.right is not None else finding


def _fields(spot: Any, path: Path) -> Iterator[tuple[Path, Any, Any]]:
    """Every field with a single value: its path, and the events of its key and of its value."""
    if not isinstance(spot, Spot):
        return
    if not isinstance(spot.children, dict):
        for position, child in enumerate(spot.children):
            yield from _fields(child, (*path, position))
        return
    for word, (key, value) in spot.children.items():
        if isinstance(value, Spot):
            yield from _fields(value, (*path, word))
        elif hasattr(value, "value"):
            yield (*path, word), key, value


def _number(where: Place, path: Path, event: Any, lines: list[str]) -> Iterator[Finding]:
    """Say that a text is a number to editors and other readers of YAML: 0500, 1.10."""
    if not isinstance(scalar(event), str):
        # The schema says so.
        return
    key, value = path[-1], event.value
    finding = shape_rules.WRONG_TYPE.finding(
        where,
        f"{quoted(value)} i «{key}» leses som et tall av andre programmer.",
        f'Sett verdien i anførselstegn: «{key}: "{value}"».',
    )
    line = lines[where.line - 1]
    right = f'{line[: where.column - 1]}"{value}"{line[where.end_column - 1 :]}'
    yield finding._replace(fix=Rewrite(((where.line, right),)))


def _spoilt(where: Place, path: Path, spoilt: Spoilt) -> Finding:
    """Say what another program has made of a text, and what it most likely was."""
    message = f"{quoted(spoilt.found)} i «{path[-1]}» {spoilt.what}."
    remedy = "Skriv det som skulle stå der."
    if spoilt.right == "":
        remedy = f"Slett {quoted(spoilt.found)}."
    elif spoilt.right:
        pairs = [(spoilt.right, spoilt.found), *spoilt.others]
        corrections = [f"{quoted(right)} i stedet for {quoted(wrong)}" for right, wrong in pairs]
        more = len(corrections) - MOST_WORDS
        rest = f" Det samme gjelder {counted(more, 'ord', 'ord')} til." if more > 0 else ""
        remedy = f"Skriv {listed(corrections[:MOST_WORDS])}.{rest}"
    return text_rules.SPOILT.finding(where, message, remedy)


def _only_a_comment(where: Place, key: str, comment: str) -> Finding:
    if error := ERROR.match(comment):
        return shape_rules.NO_VALUE.finding(
            where,
            f"Feltet «{key}» har bare en feilmelding fra et regneark ({error[0]}).",
            "Skriv det som skulle stå der, eller ta bort linjen.",
        )
    return shape_rules.NO_VALUE.finding(
        where,
        f"Feltet «{key}» er tomt, for alt etter # leses som en kommentar.",
        f"Sett hele teksten i anførselstegn: {in_quotes(comment)}."
        if key in TEXTS
        else "Ta bort tegnet #, eller ta bort hele linjen.",
    )


def _cut(name: str, key: str, event: Any, rest: re.Match[str]) -> Finding:
    line, column = event.end_mark.line + 1, rest.start(1) + 1
    whole = f"{event.value} {rest[1]}"
    rule, where = text_rules.CUT, Place(name, line, column, line, rest.end() + 1)
    if not isinstance(scalar(event), str):
        # What is left is a number, which the schema would tell of at the same place.
        rule, where = shape_rules.WRONG_TYPE, place(name, event)
    return rule.finding(
        where,
        f"Teksten i «{key}» er kuttet: {quoted(rest[1])} leses som en kommentar.",
        f"Sett hele teksten i anførselstegn: {in_quotes(whole)}.",
    )


def _characters(where: Place, path: Path, event: Any) -> Iterator[Finding]:
    key = path[-1]
    value: str = event.value.rstrip("\n")
    if event.style in QUOTES and value.strip(" ") != value:
        side = "foran" if value.startswith(" ") else "etter"
        message = f"Et mellomrom står {side} teksten i «{key}», innenfor anførselstegnene."
        yield text_rules.INVISIBLE.finding(where, message, "Slett det.")
    if value.strip(INVISIBLE) != value or hiding_in(value):
        sign, side = invisible_at(value)
        message = f"Et usynlig tegn ({sign}) står {side} teksten i «{key}»."
        yield text_rules.INVISIBLE.finding(where, message, "Slett det.")
    if "\t" in value:
        message = f"Det står en tabulator i teksten i «{key}»."
        yield text_rules.INVISIBLE.finding(where, message, "Bytt den med et mellomrom.")
    if not unicodedata.is_normalized("NFC", value):
        what, remedy = _stored(value)
        message = f"Teksten i «{key}» har {what}."
        yield text_rules.DECOMPOSED.finding(where, message, remedy)
    if not event.style and value[0] in CURLY and value[-1] in CURLY and len(value) > 1:
        finding = text_rules.CURLY.finding(
            where,
            f"Anførselstegnene rundt teksten i «{key}» er krøllete og blir en del av den.",
            f"Ta dem bort, eller skriv rette anførselstegn: {in_quotes(value)}.",
        )
        bare = value[1:-1].strip()
        # With others inside they may be two quotations: «“A” og “B”».
        alone = bare and not any(mark in bare for mark in CURLY)
        yield finding._replace(fix=Fix(path, cleaned(bare), safe=True)) if alone else finding


def _stored(value: str) -> tuple[str, str]:
    """What a text has that is stored otherwise than everybody does, and the remedy."""
    if other := twin(value):
        return other, "Skriv tegnet på nytt."
    # A plain blank and a line break, but no other, are apart from what stands beside them.
    word = next(w for w in WORDS.findall(value) if not unicodedata.is_normalized("NFC", w))
    return (
        f"bokstaver som er lagret som to tegn, i {quoted(word)}",
        "Skriv bokstavene på nytt.",
    )
