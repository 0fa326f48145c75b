"""Findings as a comment to a change: Markdown in which a register's text is only text."""

import re
from collections.abc import Iterable
from itertools import groupby

from tiltak_cli.domain.words import counted
from tiltak_cli.findings import Finding, Severity
from tiltak_cli.views.checked import Checked, counts
from tiltak_cli.views.safe import one_line

# What Markdown, or a site that shows it, could make something else of.
ACTIVE = re.compile(r"[\\`*_\[\]<>~&@#|!$]|:(?=//)|(?<=www)\.", re.IGNORECASE)
MARKS = {Severity.ERROR: "Feil", Severity.WARNING: "Advarsel", Severity.NOTE: "Merknad"}


def findings_markdown(checked: Iterable[Checked]) -> str:
    """A heading with the count for each register, and its findings by measure."""
    return "\n".join(_register(result) for result in checked)


def _register(result: Checked) -> str:
    number = counted(result.measures, "tiltak", "tiltak")
    heading = f"## {_plain(result.name)}: {counts(result) or 'ingen funn'}\n"
    if not result.findings:
        return f"{heading}\n{number} er kontrollert.\n"
    parts = [heading]
    for (identity, title), group in groupby(
        result.findings, key=lambda f: (f.measure_id, f.measure_title)
    ):
        name = f"{_plain(identity)} {_plain(title)}".strip() or "Registeret"
        parts += [f"### {name}\n", *(_line(finding) for finding in group), ""]
    return "\n".join(parts)


def _line(finding: Finding) -> str:
    place = finding.place
    return (
        f"- **{MARKS[finding.severity]}** linje {place.line} \\({finding.code}\\): "
        f"{_plain(finding.message)} *{_plain(finding.remedy)}*"
    )


def _plain(text: str) -> str:
    """Text that is shown as it stands: every sign that could act is written as a reference."""
    return ACTIVE.sub(lambda match: f"&#{ord(match[0])};", one_line(text))
