"""The careful reading: the place of every key and value, and a finding for what is wrong.

What a YAML load would do silently (repeated keys, aliases, merging, tags, directives) is refused.
"""

from typing import Any

from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Finding, Place, Related
from tiltak_cli.rules import file_rules
from tiltak_cli.sources.yaml.events import MAX_DEPTH, Events, NotPlainError, Tree, events, scalar
from tiltak_cli.sources.yaml.places import Spot, place

# A file with more faults than this is not read further: it may be made to fill the memory.
MAX_FINDINGS = 1000


class _TooManyError(Exception):
    """So many faults that the rest would not help."""


class _TooDeepError(Exception):
    """More levels than any register has."""

    def __init__(self, event: Any) -> None:
        super().__init__()
        self.event = event


def read_with_places(name: str, text: str) -> Tree:
    """Read one document with the place of every key and value, and find what is wrong with it."""
    findings: list[Finding] = []
    if "<<<<<<< " in text:
        from tiltak_cli.sources.yaml.conflicts import conflict_marker

        marker = conflict_marker(name, text)
        if marker:
            return _unreadable(marker)
    try:
        get = events(text)
        get()
        document = get()
        if isinstance(document, StreamEndEvent):
            start = Place(name, 1, 1, 1, 1)
            message = "Filen har bare kommentarer."
            remedy = "Skriv et register i den, eller hent det tilbake fra git."
            return _unreadable(file_rules.EMPTY_FILE.finding(start, message, remedy))
        _check_directives(name, document, findings)
        data, spot = _node(get, get(), name, findings, 0)
        _check_end(name, get, findings)
    except _TooDeepError as error:
        from tiltak_cli.sources.yaml.causes import levels

        return _unreadable(*findings, levels(place(name, error.event)))
    except _TooManyError:
        return _unreadable(*findings)
    except YAMLError as error:
        from tiltak_cli.sources.yaml.faults import explain

        return _unreadable(explain(name, text, error))
    return Tree(data, lambda: spot, tuple(findings))


def _unreadable(*findings: Finding) -> Tree:
    return Tree(None, lambda: None, findings, readable=False)


def _node(  # noqa: C901, PLR0912 - one function, for it runs a hundred times a measure
    get: Events,
    event: Any,
    name: str,
    findings: list[Finding],
    depth: int,
) -> tuple[Any, Any]:
    """Build the node that begins with an event. Recursive at module level: closures would leak."""
    kind = event.__class__
    if kind is ScalarEvent:
        if event.anchor or event.tag:
            _refuse(name, event, findings)
        try:
            return scalar(event), event
        except NotPlainError:
            _hidden(name, event, findings)
            return event.value, event
    if kind is AliasEvent:
        _refuse(name, event, findings)
        return "", event
    if depth >= MAX_DEPTH:
        raise _TooDeepError(event)
    if event.anchor or event.tag:
        _refuse(name, event, findings)
    if kind is not MappingStartEvent:
        items: list[Any] = []
        spots: list[Any] = []
        while (child := get()).__class__ is not SequenceEndEvent:
            value, spot = _node(get, child, name, findings, depth + 1)
            items.append(value)
            spots.append(spot)
        return items, Spot(event, spots, child)
    mapping: dict[str, Any] = {}
    children: dict[str, tuple[Any, Any]] = {}
    again = False
    while (key := get()).__class__ is not MappingEndEvent:
        if key.__class__ is not ScalarEvent:
            _skip_complex_key(get, key, name, findings, depth)
            continue
        word = key.value
        if word == "<<" and key.implicit[0]:
            _refuse(name, key, findings)
            _node(get, get(), name, [], depth + 1)
            continue
        if key.anchor or key.tag:
            _refuse(name, key, findings)
        value, spot = _node(get, get(), name, findings, depth + 1)
        if word in mapping:
            # After the id is repeated, so is the rest: it is the next measure, without its dash.
            if not again:
                first = place(name, children[word][0])
                same = value == mapping[word]
                _report(findings, repeated(place(name, key), word, first, same=same))
            again = again or word == "id"
            continue
        mapping[word] = value
        children[word] = (key, spot)
    return mapping, Spot(event, children, key)


def _skip_complex_key(
    get: Events,
    key: Any,
    name: str,
    findings: list[Finding],
    depth: int,
) -> None:
    message = "Foran kolon står det noe annet enn et feltnavn."
    remedy = "Skriv feltnavnet som ett ord, for eksempel «tittel: …»."
    _report(findings, file_rules.KEY.finding(place(name, key), message, remedy))
    _node(get, key, name, [], depth + 1)
    _node(get, get(), name, [], depth + 1)


def repeated(where: Place, word: str, first: Place, *, same: bool = False) -> Finding:
    """Say that a field is written twice; of an id, that a dash may be missing."""
    remedy = "Behold den riktige verdien, og ta bort den andre."
    if same:
        remedy = "Ta bort den ene, de er like."
    elif word == "id" and where.line == first.line + 1:
        # With nothing between them there is no other measure.
        remedy = "Ta bort den ene: et tiltak har én id."
    elif word == "id":
        remedy = "Begynner et nytt tiltak her, skal linjen ha en strek foran: «- id: …»."
    return file_rules.DUPLICATE_KEY.finding(
        where,
        f"Feltet {quoted(word)} er skrevet to ganger.",
        remedy,
        related=(Related("først skrevet her", first),),
    )


def _hidden(name: str, event: Any, findings: list[Finding]) -> None:
    _report(
        findings,
        file_rules.BACKSLASH.finding(
            place(name, event),
            "Omvendt skråstrek (\\) leses her som koden for et usynlig tegn.",
            "Bruk enkle anførselstegn ('…') rundt teksten.",
        ),
    )


def _report(findings: list[Finding], finding: Finding) -> None:
    findings.append(finding)
    if len(findings) >= MAX_FINDINGS:
        raise _TooManyError


def _refuse(name: str, event: Any, findings: list[Finding]) -> None:
    """Say that an anchor, alias, merge key or tag is not used in a register."""
    rule = file_rules.ALIAS
    if event.__class__ is AliasEvent:
        message = f"«*{event.anchor}» viser til et annet sted i filen og leses ikke som tekst."
        remedy = "Skriv verdien ut her, eller sett teksten i anførselstegn om stjernen er tekst."
    elif getattr(event, "value", None) == "<<" and not event.anchor and not event.tag:
        message = "«<<» kopierer felt fra et annet tiltak, også id-en."
        remedy = "Skriv feltene ut i hvert tiltak."
    elif event.anchor:
        message = f"«&{event.anchor}» leses ikke som tekst og blir borte."
        remedy = "Ta det bort, eller sett teksten i anførselstegn om &-tegnet hører til den."
    else:
        rule = file_rules.TAG
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        message = f"{quoted(tag)} leses ikke som tekst og blir borte."
        remedy = "Ta det bort, eller sett teksten i anførselstegn om utropstegnet hører til den."
    _report(findings, rule.finding(place(name, event), message, remedy))


def _check_directives(name: str, document: Any, findings: list[Finding]) -> None:
    if document.__class__ is DocumentStartEvent and (document.version or document.tags):
        from tiltak_cli.sources.yaml.faults import directive

        mark: Any = document.start_mark
        line = mark.line + 1
        findings.append(directive(Place(name, line, 1, line, 2)))


def _check_end(name: str, get: Events, findings: list[Finding]) -> None:
    """After the document comes the end of the file, not another document."""
    event = get()
    if isinstance(event, DocumentEndEvent):
        event = get()
    if not isinstance(event, StreamEndEvent):
        message = "Linjen med --- avslutter registeret, og det som står under, blir ikke lest."
        remedy = "Ta bort linjen, eller legg det som står under, i en egen fil i registermappen."
        findings.append(file_rules.DOCUMENTS.finding(place(name, event), message, remedy))
