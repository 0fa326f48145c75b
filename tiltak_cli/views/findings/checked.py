"""The result of a check as the views take it, and what they all say of it."""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from tiltak_cli.domain.norwegian import counted, listed
from tiltak_cli.findings import Finding, Severity
from tiltak_cli.sources.register.load import NOTHING_HIDDEN, Hidden
from tiltak_cli.views.safe import no_commands, one_line

WORDS = {
    Severity.ERROR: ("feil", "feil"),
    Severity.WARNING: ("advarsel", "advarsler"),
    Severity.NOTE: ("opplysning", "opplysninger"),
}


class Checked(NamedTuple):
    """A register that was checked: its name, how many measures it has, and what was found.

    `texts` holds each file's name and text, for the excerpts, and `hidden` counts what was found
    and is not told. It was checked `partly` where something could not be judged, which is told
    beside it.
    """

    name: str
    measures: int
    findings: tuple[Finding, ...]
    texts: tuple[tuple[str, str], ...]
    hidden: Hidden = NOTHING_HIDDEN
    partly: bool = False


def clean(result: Checked) -> str:
    """Say that nothing was found."""
    judged = " i det som kunne vurderes" if result.partly else ""
    return f"{one_line(result.name)}: {result.measures} tiltak, {nothing(result)}{judged}.\n"


def nothing(result: Checked) -> str:
    """«ingen funn»; or that there are no others, and how many there are of which kinds."""
    return f"ingen {others(result.hidden) or 'funn'}"


def others(hidden: Hidden) -> str:
    """What is found beside what is not told of: «nye funn (1 kjent)»; empty where all is told."""
    if not any(hidden):
        return ""
    numbers = (
        counted(hidden.known, "kjent", "kjente"),
        counted(hidden.accepted, "godtatt", "godtatte"),
        f"{hidden.unchosen} av regler som ikke er valgt",
        f"{hidden.unchanged} i det som ikke er endret",
        f"{hidden.others} i andres tiltak",
    )
    there = [text for number, text in zip(hidden, numbers, strict=True) if number]
    return f"{'nye' if hidden.known else 'andre'} funn ({', '.join(there)})"


def counts(result: Checked) -> str:
    """The findings counted by severity: «3 feil og 1 advarsel»; empty when there are none."""
    number = Counter(finding.severity for finding in result.findings)
    return listed(
        [counted(number[severity], *WORDS[severity]) for severity in Severity if number[severity]]
    )


def summary(checked: Iterable[Checked]) -> str:
    """The count at the end: findings by severity, in how many measures, and what can be mended."""
    lines = []
    for result in checked:
        if not result.findings:
            lines.append(clean(result).rstrip())
            continue
        number = counted(result.measures, "tiltak", "tiltak")
        # What has vanished is told on measures that are not there.
        among = min(_touched(result.findings), result.measures)
        where = f" i {among} av {number}" if among else ""
        lines.append(f"{one_line(result.name)}: {counts(result)}{where}.{mendable(result)}")
    return "\n".join(lines)


def _touched(findings: Iterable[Finding]) -> int:
    """How many measures some findings are about, by where they stand; elsewhere by their ids."""
    placed: set[tuple[str, int]] = set()
    ids: set[str] = set()
    others: set[str] = set()
    for finding in findings:
        if finding.measure_number:
            placed.add((finding.place.file, finding.measure_number))
            ids.add(finding.measure_id)
        else:
            others.add(finding.measure_id)
    return len(placed) + len(others - ids - {""})


def build_log(checked: Iterable[Checked], command: Callable[[Finding], str], *, quiet: bool) -> str:
    """One command a finding to a build server, and the count for people, unless `quiet`."""
    results = list(checked)
    lines = [command(finding) for result in results for finding in result.findings]
    lines += [] if quiet else [no_commands(summary(results))]
    return "".join(f"{line}\n" for line in lines)


def mendable(result: Checked) -> str:
    """What the tool can mend by itself, as a sentence; empty when there is nothing."""
    fixes = [finding.fix for finding in result.findings if finding.fix]
    safe = sum(fix.safe for fix in fixes)
    guessed = len(fixes) - safe
    if safe:
        more = f" {guessed} til kan gjettes (--unsafe-fixes)." if guessed else ""
        return f" {safe} kan rettes automatisk (tiltak validate --fix).{more}"
    return f" {guessed} kan gjettes (tiltak validate --unsafe-fixes)." if guessed else ""


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """What names each finding wherever it moves: the rule, the measure and what is said.

    Two that are alike are told apart by their order.
    """
    import hashlib

    seen: Counter[tuple[str, ...]] = Counter()
    digests = []
    for finding in findings:
        key = (finding.code, finding.measure_id, finding.place.file, finding.message)
        seen[key] += 1
        parts = "\x1f".join((*key, str(seen[key])))
        digests.append(hashlib.sha256(parts.encode("utf-8", "replace")).hexdigest()[:32])
    return digests
