"""A register checked as its keepers have decided: accepted findings, baseline and settings."""

from datetime import date
from typing import NamedTuple

from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Finding, in_order
from tiltak_cli.rules import EVERY
from tiltak_cli.rules.base import Past
from tiltak_cli.rules.control_rules import BASELINE_FILE
from tiltak_cli.sources.files import Outside, Refusal, Source, read_file
from tiltak_cli.sources.register.load import Hidden, Loaded, load
from tiltak_cli.sources.register.settings import Settings

ACCEPTED = "tiltak: godta"
# Rules that are asked only when there is a past to ask.
PAST = "TIL5"


# What keeps a register from being read is told whatever rules are chosen.
OF_FILES = ("TIL0", "TIL9")


class Governed(NamedTuple):
    """A register with the findings that count, and those that do not: accepted or known before."""

    loaded: Loaded
    set_aside: tuple[Finding, ...] = ()


def govern(
    source: Source,
    settings: Settings,
    report_date: date | None = None,
    past: Past | None = None,
    *,
    with_baseline: bool = True,
    groups: tuple[str, ...] = EVERY,
) -> Governed | Refusal:
    """Check a register, and leave out what its keepers have accepted.

    Refuses with a sentence where the baseline cannot be read. `groups` are the rules to ask.
    """
    loaded = load(source, report_date, past, groups)
    findings = list(loaded.findings)
    accepted, known = list[Finding](), list[Finding]()
    # What is not judged every time is not missed either: the past, and another day's overdue.
    whole = loaded.register is not None and report_date is None and groups is EVERY
    # Nearly no register has such a comment, and the rest need not wait for the reading of them.
    if any(ACCEPTED in text for _, text in loaded.texts):
        from tiltak_cli.sources.register.accepted import accept

        silent = (PAST,) if past is None else ()
        findings, accepted = accept(
            findings, loaded.texts, loaded.naming, judged=whole, silent=silent
        )
    if with_baseline:
        name = settings.baseline or BASELINE_FILE
        data = baseline_data(source, settings)
        if isinstance(data, Refusal):
            return data
        if data is None and settings.baseline:
            return Refusal(
                f"Finner ikke filen med kjente funn, «{name}». Lag den med «tiltak validate "
                "--write-baseline», eller ta den ut av innstillingene."
            )
        if data is not None:
            from tiltak_cli.sources.register import baseline

            kept = baseline.read_baseline(name, data)
            if isinstance(kept, Refusal):
                return kept
            findings, known, left = baseline.leave_out(findings, kept)
            if whole:
                judged = {key: n for key, n in left.items() if past or not key.startswith(PAST)}
                baseline_name = source.beside(name)
                findings += baseline.stale(baseline_name, data, judged)
                loaded = loaded._replace(texts=(*loaded.texts, (baseline_name, data.decode())))
    unread = loaded.register is None

    def chosen(finding: Finding) -> bool:
        return counts(finding.code, settings) or (unread and finding.code.startswith(OF_FILES))

    unchosen = [f for f in findings if not chosen(f)]
    if not (accepted or known or unchosen) and tuple(findings) == loaded.findings:
        return Governed(loaded)
    hidden = Hidden(
        known=sum(map(chosen, known)), accepted=sum(map(chosen, accepted)), unchosen=len(unchosen)
    )
    kept_in_order = in_order([f for f in findings if chosen(f)])
    return Governed(
        loaded._replace(findings=kept_in_order, hidden=hidden), (*accepted, *known, *unchosen)
    )


def baseline_data(source: Source, settings: Settings) -> bytes | Refusal | None:
    """The baseline of a register, or None where it has none; refused where it may not lie."""
    name = settings.baseline or BASELINE_FILE
    if "baseline" in settings.given and source.on_disk:
        return read_file(source.beside(name))
    data = source.sibling(name)
    if isinstance(data, Outside):
        return Refusal(f"Filen med kjente funn, {quoted(name)}, {data.why} Velg et annet navn.")
    return data


def counts(code: str, settings: Settings) -> bool:
    """Whether a rule is among those that are selected and not ignored."""
    chosen = not settings.select or code.startswith(settings.select)
    return chosen and not (settings.ignore and code.startswith(settings.ignore))
