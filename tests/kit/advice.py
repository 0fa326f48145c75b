"""Doing what an advice says, by its words alone, as a person would who reads it."""

import re
from collections.abc import Callable

from tiltak_cli.findings import Finding, Rewrite, Shift

ALSO = " Rett da også dette: "
# What tells how, by an example or a choice, and not exactly what to write.
NOT_EXACT = re.compile(
    r"Gyldige:|Velg |Flytt |Det kan være|Rett |Fyll ut|Legg til datoen|Gi |Slett det|"
    r"Skriv bokstavene|"
    r"Skriv (?:i «|et |bare|datoen|det |hvor|hele|hodet|id-en|den|felt|T og|M og|true om|måneden|"
    r"halvåret|avdelingen|virksomheten|hva|hver|%20|verdi)|"
    r"Ta bort (?:det ene|alt|de|en|klammene|tegnet|hodet|kommentaren|"
    r"«|linjen, (?:eller|og) |linjen med)|"
    r"Slett «.» på|Rykk linje [0-9]|Ta det bort|Året må|Lukk |Bruk |Bytt |Behold |Begynner |Hent |"
    r"Lagre|La |Lag |Sett (?:inn|tiltaket|hele teksten i anførselstegn,)|Vis til|Gå gjennom|"
    r"Kontroller|Sammenlign|Skriv tegnet på nytt|"
    r"«\w+» (?:er allerede|hører)|Den som leder, skal stå først i listen\."
)
# What holds for other lines than the one that is told of.
OTHER_LINES = re.compile(
    r"Det samme gjelder|Ta bort linjene med «-» foran|og la alle feltene i hodet"
)
EXAMPLE = re.compile(r"for eksempel|Mente du \S+ eller |…|«- id: T001», og de andre")


def followed(text: str, finding: Finding) -> str | None:
    """A text with a finding's advice followed; None where that does not say exactly what to write.

    Raises AssertionError for an advice of a form that is not known here.
    """
    advice = finding.remedy.partition(ALSO)[0]
    if EXAMPLE.search(advice):
        return None
    if isinstance(finding.fix, Rewrite) and OTHER_LINES.search(advice):
        return _rewritten(text, finding.fix)
    for form, follow in FORMS:
        if match := form.match(advice):
            return follow(text, finding, match)
    assert NOT_EXACT.search(advice), f"what is one to do? «{advice}»"
    return None


def _start(text: str, line: int, column: int) -> int:
    lines = text.splitlines(keepends=True)
    return sum(map(len, lines[: line - 1])) + column - 1


def _span(text: str, finding: Finding) -> tuple[int, int]:
    """The characters that a finding points at; a text over several lines to its last word."""
    place = finding.place
    start, end = (
        _start(text, place.line, place.column),
        _start(text, place.end_line, place.end_column),
    )
    if closing := {"[": "]", "{": "}"}.get(text[start : start + 1]):
        end = text.index(closing, start) + 1
    return start, start + len(text[start:end].rstrip())


def _instead(text: str, finding: Finding, match: re.Match[str]) -> str:
    return _written(text, finding, match[1])


def _written(text: str, finding: Finding, value: str) -> str:
    start, end = _span(text, finding)
    beside = re.match(r"[|>]\S*([ \t]+#.*)", text[start:end])
    return text[:start] + value + (beside[1] if beside else "") + text[end:]


def _at_column(text: str, finding: Finding, match: re.Match[str]) -> str:
    """A line anew, with so many blanks in front; those below it too, where that is said."""
    first = finding.place.line - 1
    lines = text.split("\n")
    old = len(lines[first]) - len(lines[first].lstrip())
    lines[first] = " " * int(match[2]) + match[1]
    number = first + 1
    while match[3] and lines[number].startswith(" " * old) and lines[number].lstrip()[0] != "-":
        lines[number] = " " * int(match[3]) + lines[number].lstrip()
        number += 1
    return "\n".join(lines)


def _parted(text: str, finding: Finding, match: re.Match[str]) -> str:
    """A line made two, the second as far in as what follows the dash of the first; or two one."""
    lines, number = text.split("\n"), finding.place.line - 1
    dash = " " * (len(lines[number]) - len(lines[number].lstrip()))
    more = [f"{dash}  {match[2]}"] if match.re.groups > 1 else []
    lines[number : number + 2 - len(more)] = [dash + match[1], *more]
    return "\n".join(lines)


def _lines_moved(text: str, finding: Finding, match: re.Match[str]) -> str:
    """Two lines moved to above another; all are told by their numbers."""
    lines = text.split("\n")
    first, second, to = (int(match[n]) - 1 for n in (1, 2, 3))
    lines[to:to] = [lines[first], lines[second]]
    assert first < second < to, finding
    del lines[second], lines[first]
    return "\n".join(lines)


def _rest_of_line(text: str, finding: Finding, match: re.Match[str]) -> str:
    start = _span(text, finding)[0]
    return text[:start] + match[1] + text[text.index("\n", start) :]


def _rewritten_line(text: str, finding: Finding, _match: re.Match[str]) -> str:
    start = _span(text, finding)[0]
    return f"{text[:start]} {text[start + 1 :]}"


def _field(text: str, finding: Finding, match: re.Match[str]) -> str:
    """`field: value` instead of what stands there, or of the field of that name in the measure."""
    name, value = match[1], match[2]
    start = _span(text, finding)[0]
    for more in re.findall(r"«(\w+)»", finding.remedy.partition(" og fyll ut ")[2].split(",")[0]):
        text = _more(text, finding, _match(f"{more}: Det står her nå."))
    begin = text.rfind("\n", 0, start) + 1
    own = re.compile(rf"(.*?\b){name}\s*[:= ]")
    if finding.code == "TIL001":
        stop = text.find("\n", start)
        return f"{text[:start]}{name}: {value}{text[stop:]}"
    if (
        own.match(text[begin : text.find("\n", begin)])
        or finding.place.line < finding.place.end_line
    ):
        return _written(text, finding, value)
    first, last = _measure(text, start)
    found = re.compile(rf"^( *(?:- )?){name}:.*$", re.MULTILINE).search(text, first, last)
    if found:
        return f"{text[: found.start()]}{found[1]}{name}: {value}{text[found.end() :]}"
    return _more(text, finding, match)


def _match(value: str) -> re.Match[str]:
    match = re.fullmatch(r"(?:(\w+): )?(?s:(.*))", value)
    assert match
    return match


def _measure(text: str, position: int) -> tuple[int, int]:
    """The characters of the measure that a position is in."""
    starts = [found.start() for found in re.finditer(r"^ {0,2}- ", text, re.MULTILINE)]
    return (
        max((start for start in starts if start <= position), default=0),
        min((start for start in starts if start > position), default=len(text)),
    )


def _more(text: str, finding: Finding, match: re.Match[str]) -> str:
    """One field more, below the line."""
    stop = text.find("\n", _span(text, finding)[1])
    return f"{text[: stop + 1]}  {match[1]}: {match[2]}\n{text[stop + 1 :]}"


def _in_stead_of(text: str, finding: Finding, match: re.Match[str]) -> str:
    start, end = _span(text, finding)
    key = text.rfind(match[3], 0, start)
    return f"{text[:key]}{match[1]}: {match[2]}{text[end:]}"


def _quoted(text: str, finding: Finding, match: re.Match[str]) -> str:
    """The whole text in quotes, where it stands on the line, without others around it."""
    quoted = match[1]
    begin = _start(text, finding.place.line, 1)
    stop = text.find("\n", begin)
    inner = r"\s+".join(map(re.escape, quoted[1:-1].split()))
    if not re.search(inner, text[begin:stop]):
        # It began on a line above.
        begin = max(_start(text, finding.place.line - 2, 1), 0)
    line, number = re.subn(
        rf"[“”„\"']?{inner}(?:[“”\"'](?=\s*$))?", lambda _: quoted, text[begin:stop], count=1
    )
    assert number, (text[begin:stop], quoted)
    return text[:begin] + line + text[stop:]


def _without_line(text: str, finding: Finding, _: re.Match[str]) -> str:
    begin = _start(text, finding.place.line, 1)
    rest = text[text.find("\n", begin) + 1 :]
    dash = re.compile(r" *- ").match(text, begin)
    return text[:begin] + (dash[0] + rest.lstrip(" ") if dash else rest)


def _moved(text: str, finding: Finding, _: re.Match[str]) -> str | None:
    if not isinstance(finding.fix, Shift):
        return None
    lines = text.split("\n")
    for number, step in finding.fix.lines:
        line = lines[number - 1]
        lines[number - 1] = " " * (len(line) - len(line.lstrip()) + step) + line.lstrip()
    return "\n".join(lines)


def _rewritten(text: str, fix: Rewrite) -> str:
    new = dict(fix.lines)
    lines = [new.get(number, line) for number, line in enumerate(text.split("\n"), 1)]
    return "\n".join(line for line in lines if line is not None)


def _within(text: str, finding: Finding, match: re.Match[str]) -> str:
    """One word for another in what the finding points at."""
    new, old = (match[1], match[2]) if match.re.groups > 1 else ("", match[1])
    start, end = _span(text, finding)
    assert old in text[start:end], (old, text[start:end])
    return text[:start] + text[start:end].replace(old, new, 1) + text[end:]


def _words_within(text: str, finding: Finding, _: re.Match[str]) -> str:
    start, end = _span(text, finding)
    inside = text[start:end]
    for new, old in re.findall(r"«([^»]+|.)» i stedet for «([^»]+|.+?)»", finding.remedy):
        assert old in inside, (old, inside)
        inside = inside.replace(old, new, 1)
    return text[:start] + inside + text[end:]


def _with_blanks(text: str, finding: Finding, _: re.Match[str]) -> str:
    start, end = _span(text, finding)
    return text[:start] + text[start : end + 1].replace("\t", " ") + text[end + 1 :]


def _on_lines(text: str, finding: Finding, match: re.Match[str]) -> str:
    """Several items with a line each, instead of the one that is told of."""
    start, end = _span(text, finding)
    dash = text[text.rfind("\n", 0, start) + 1 : start]
    return text[:start] + f"\n{dash}".join(match[1].split(", ")) + text[end:]


def _with_dash(text: str, finding: Finding, match: re.Match[str]) -> str:
    begin = _start(text, finding.place.line, 1)
    stop = text.find("\n", begin)
    others = re.findall(r"^( *)- id", text, re.MULTILINE)
    return f"{text[:begin]}{others[0] if others else ''}{match[1]}{text[stop:]}"


def _one_more(text: str, finding: Finding, match: re.Match[str]) -> str | None:
    lists = re.compile(rf"{match[2]}: \[(.*)\]")
    found = lists.search(text, *_measure(text, _span(text, finding)[0]))
    if found is None:
        return None
    return f"{text[: found.end(1)]}, {match[1]}{text[found.end(1) :]}"


def _one_fewer(text: str, finding: Finding, _: re.Match[str]) -> str | None:
    start, end = _span(text, finding)
    line = text[text.rfind("\n", 0, start) + 1 : text.find("\n", end)]
    if "[" not in line or line.count(",") == 0:
        return None
    before, after = text[:start], text[end:]
    return before + after.lstrip(", ") if after[:1] == "," else before.rstrip(", ") + after


Follow = Callable[[str, Finding, re.Match[str]], str | None]
VALUE = r"(\"[^\"]*\"|'[^']*'|\[[^\]]*\]|[^»]*)"
FORMS: tuple[tuple[re.Pattern[str], Follow], ...] = (
    (
        re.compile(r"Skriv «(.+)» med ([0-9]+) mellomrom foran(?:\.|.*inn, med ([0-9]+) .*)$"),
        _at_column,
    ),
    (re.compile(r"Slå de to linjene sammen til «(.+)»\.$"), _parted),
    (re.compile(r"Del linjen i to: «(.+)» og «(.+)»\.$"), _parted),
    (
        re.compile(r"Flytt linje ([0-9]+) og ([0-9]+) til rett over .* på linje ([0-9]+)\.$"),
        _lines_moved,
    ),
    (re.compile(r"Skriv «(\w+): (true)» i stedet for «(\w+)»\.$"), _in_stead_of),
    (re.compile(r"Skriv «(- .*)» med streken"), _with_dash),
    (re.compile(r"Skriv { og } rundt dem: «(.+)»\.$"), _rest_of_line),
    (re.compile(r"Skriv «(.+)» i stedet for «(.+)»\.$"), _words_within),
    (re.compile(r"Slett «(.+)»\.$"), _within),
    (re.compile(r"Bytt streken med et mellomrom\.$"), _rewritten_line),
    (re.compile(r"Bytt (?:tabulatoren med ett|den med et) mellomrom\.$"), _with_blanks),
    (
        re.compile(r"(?:Sett den i samme|Bindestreken står|La den|Rykk listen).* mellomrom foran"),
        _moved,
    ),
    (re.compile(r"Ta bort linjen(?:\.$|, så| med tre)|.* Ta bort linjen her\.$"), _without_line),
    (re.compile(rf"Legg til «(\w+): {VALUE}»\.$"), _more),
    (re.compile(r"Legg til (\S+) i «(\w+)»"), _one_more),
    (re.compile(r"Ta bort (\S+) fra «\w+»\.$"), _one_fewer),
    (re.compile(r"Skriv dem på hver sin linje: (.+)\.$"), _on_lines),
    (re.compile(r"Skriv dem med komma mellom: (.+)\.$"), _instead),
    (re.compile(rf".*i anførselstegn: «\w+: {VALUE}»\.$"), _quoted),
    (re.compile(rf"Skriv teksten i anførselstegn, uten tegnet foran: {VALUE}\.$"), _rest_of_line),
    (re.compile(rf".*(?:anførselstegn|rundt det hele|slutter): {VALUE}\.$"), _quoted),
    (re.compile(rf"(?:Skriv|Rett starten, eller skriv|Den som)[^«]*«(\w+): {VALUE}»"), _field),
    (re.compile(r"(?:Skriv|Mente du) «([^»]+)»"), _instead),
    (re.compile(r".* skrives «([^»]+)» her\.$"), _instead),
    (re.compile(r"Mente du ([^«]+)\?$"), _instead),
    (re.compile(r"Skriv (\S+) uten (?:disse )?anførselstegn"), _instead),
    (re.compile(r"Skriv ((?:[0-9\"]|[A-ZÆØÅ]{2,}|T[0-9])[^ ,.]*)"), _instead),
)  # fmt: skip
