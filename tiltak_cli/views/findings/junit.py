"""Findings as a JUnit report, which most build servers can show.

One test case a finding, for that is what a build server lists; a register without findings is one
that passes, so that nothing found is told from nothing checked.
"""

import re
from collections import Counter
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from tiltak_cli.findings import Finding
from tiltak_cli.views.findings.checked import Checked, nothing
from tiltak_cli.views.safe import one_line

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
# What XML 1.0 has no way to write.
NOT_IN_XML = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"


def findings_junit(checked: Iterable[Checked]) -> str:
    """One suite a register."""
    suites = "".join(_suite(result) for result in checked)
    return f'{DECLARATION}\n<testsuites name="tiltak">\n{suites}</testsuites>\n'


def _suite(result: Checked) -> str:
    number = len(result.findings)
    cases = "".join(map(_case, result.findings, _names(result.findings)))
    if not number:
        cases = f"    <testcase {_named(result.name, nothing(result).partition(' (')[0])}/>\n"
    return (
        f"  <testsuite name={_quoted(result.name)} tests={_quoted(str(number or 1))} "
        f'failures={_quoted(str(number))} errors="0" skipped="0">\n{cases}  </testsuite>\n'
    )


def _names(findings: Iterable[Finding]) -> list[str]:
    """What each case is called, the same when its line moves; repeats are numbered."""
    seen: Counter[tuple[str, str]] = Counter()
    names = []
    for finding in findings:
        name = f"{finding.code} {finding.name} {finding.measure}".rstrip()
        seen[finding.place.file, name] += 1
        number = seen[finding.place.file, name]
        names.append(f"{name} ({number})" if number > 1 else name)
    return names


def _case(finding: Finding, name: str) -> str:
    place = finding.place
    sentence = _text(one_line(finding.sentence))
    where = _text(one_line(f"{place.file}:{place.line}:{place.column}"))
    return (
        f"    <testcase {_named(place.file, name)}>\n"
        f"      <failure type={_quoted(str(finding.severity))} message={_quoted(finding.sentence)}>"
        f"{where}: {sentence}</failure>\n    </testcase>\n"
    )


def _named(file: str, name: str) -> str:
    return f"classname={_quoted(file)} name={_quoted(name)}"


def _quoted(text: str) -> str:
    return quoteattr(re.sub(NOT_IN_XML, "�", one_line(text)))


def _text(text: str) -> str:
    return escape(re.sub(NOT_IN_XML, "�", text))
