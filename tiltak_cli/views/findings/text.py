"""Findings for people: `full` with an excerpt of the source, `concise` on one line each."""

from collections import Counter
from collections.abc import Callable, Iterable

from tiltak_cli.domain.norwegian import counted, listed
from tiltak_cli.findings import Finding, Severity
from tiltak_cli.sources.yaml.lines import LINE_BREAK
from tiltak_cli.views.findings.checked import Checked, summary
from tiltak_cli.views.safe import one_line, visible

Paint = Callable[[str, str], str]
COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
MAX_SHOWN = 50
LINE_LENGTH = 100


def plain(text: str, _colour: str) -> str:
    """Paint nothing: for pipes, files and tests."""
    return text


def full(
    checked: Iterable[Checked],
    paint: Paint = plain,
    limit: int = MAX_SHOWN,
    *,
    quiet: bool = False,
) -> str:
    """Every finding with its line of the source, then the count, unless `quiet`.

    `limit` 0 shows them all.
    """
    blocks = []
    results = list(checked)
    for result in results:
        sources = dict(result.texts)
        lines = {name: LINE_BREAK.split(text) for name, text in sources.items()}
        blocks += [
            _block(finding, lines.get(finding.place.file, []), paint) for finding in result.findings
        ]
    shown = blocks[:limit] if limit else blocks
    if len(shown) < len(blocks):
        shown.append(_more(len(blocks) - len(shown)))
    return "\n".join(shown if quiet else [*shown, summary(results)]) + "\n"


def concise(
    checked: Iterable[Checked],
    paint: Paint = plain,
    limit: int = MAX_SHOWN,
    *,
    quiet: bool = False,
) -> str:
    """One line a finding, never wrapped: place, severity, code, measure, message, remedy."""
    results = list(checked)
    lines = [_line(finding, paint) for result in results for finding in result.findings]
    shown = lines[:limit] if limit else lines
    if len(shown) < len(lines):
        shown.append(_more(len(lines) - len(shown)).strip())
    return "\n".join(shown if quiet else [*shown, summary(results)]) + "\n"


def _more(number: int) -> str:
    return f"… og {counted(number, 'funn', 'funn')} til. Vis alle med --max 0.\n"


def _line(finding: Finding, paint: Paint) -> str:
    place = finding.place
    severity = paint(finding.severity.label, COLOURS[finding.severity])
    measure = f"{one_line(finding.measure)}: " if finding.measure else ""
    return (
        f"{one_line(place.file)}:{place.line}:{place.column}: {severity} {finding.code} "
        f"{measure}{one_line(finding.message)} {one_line(finding.remedy)}"
    )


def _block(finding: Finding, source: list[str], paint: Paint) -> str:
    place, colour = finding.place, COLOURS[finding.severity]
    head = (
        f"{one_line(place.file)}:{place.line}:{place.column} "
        f"{paint(finding.severity.label, colour)} {finding.code} {finding.name}"
    )
    parts = [head]
    if finding.measure or finding.measure_title:
        title = f" «{one_line(finding.measure_title)}»" if finding.measure_title else ""
        parts.append(f"  {one_line(finding.measure)}{title}")
    parts += _excerpt(finding, source, paint)
    margin = " " * (len(str(place.line)) + 2)
    parts.append(f"{margin}= råd: {one_line(finding.remedy)}")
    parts += [
        f"{margin}= {one_line(related.text)}: {one_line(related.place.file)}:{related.place.line}"
        for related in finding.related
    ]
    parts.append(f"{margin}= mer: tiltak explain {finding.code}")
    return "\n".join(parts) + "\n"


def _excerpt(finding: Finding, source: list[str], paint: Paint) -> list[str]:
    """The line at fault with carets under the value, and the message on a line of its own."""
    place = finding.place
    margin = " " * (len(str(place.line)) + 1)
    message = one_line(finding.message)
    line = source[place.line - 1] if place.line <= len(source) else ""
    if not line.strip():
        return [f" {margin}│ {message}"]
    end = place.end_column if place.end_line == place.line else len(line.rstrip()) + 1
    start = max(place.column - 1, 0)
    offset = max(0, start - LINE_LENGTH // 2) if len(line) > LINE_LENGTH else 0
    before = "…" if offset else ""
    piece = before + visible(line[offset : offset + LINE_LENGTH]).replace("\t", " ")
    width = len(visible(line[start : max(end - 1, start + 1)]))
    column = len(before) + len(visible(line[offset:start]))
    carets = "^" * max(1, min(width, LINE_LENGTH - column))
    return [
        f" {place.line} │ {piece}",
        f" {margin}│ {' ' * column}{paint(carets, COLOURS[finding.severity])}",
        f" {margin}│ {message}",
    ]


def _fields(lacking: Counter[tuple[str, str]], code: str) -> str:
    """In how many measures each field lacks, the most first; nothing for other rules."""
    fields = [f"{field} {many}" for (of, field), many in lacking.most_common() if of == code]
    return f"  ({listed(fields)})" if fields else ""


def statistics(checked: Iterable[Checked]) -> str:
    """How many findings each rule has, the most first, with the fields that lack; and the count."""
    results = list(checked)
    findings = [finding for result in results for finding in result.findings]
    number = Counter((finding.code, finding.name) for finding in findings)
    fixable = Counter(finding.code for finding in findings if finding.fix)
    lacking = Counter((f.code, field) for f in findings for field in f.unstated)
    ordered = sorted(number.items(), key=lambda item: (-item[1], item[0]))
    width = max((len(str(many)) for many in number.values()), default=1)
    lines = [
        f"{many:>{width}}  {code}  {name}"
        + _fields(lacking, code)
        + (f"  ({fixable[code]} kan rettes automatisk eller gjettes)" if fixable[code] else "")
        for (code, name), many in ordered
    ]
    return "\n".join([*lines, "", summary(results)]) + "\n"
