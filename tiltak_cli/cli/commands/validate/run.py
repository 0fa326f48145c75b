"""Running `validate`, without Typer: the form that a commit hook uses must start fast."""

import os
from datetime import date
from typing import NamedTuple, TypeVar

from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import CLEAN, FOUND, UNUSABLE
from tiltak_cli.findings import Finding, Severity
from tiltak_cli.rules.base import Past
from tiltak_cli.sources.files import Refusal, Source, default_path
from tiltak_cli.sources.register.judge import Governed, govern
from tiltak_cli.sources.register.load import Loaded
from tiltak_cli.sources.register.settings import Settings, read_settings
from tiltak_cli.sources.sides.find import NO_REGISTER, read_side
from tiltak_cli.views.findings.checked import Checked, clean

MAX_SHOWN = 50


class Options(NamedTuple):
    """What the command line asks for. An empty `form` is `full`, or `github` in GitHub Actions."""

    report_date: date | None = None
    form: str = ""
    limit: int = MAX_SHOWN
    quiet: bool = False
    statistics: bool = False
    strict: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    since: str = ""
    against: str = ""
    stale_days: int = 0
    baseline: str = ""
    write_baseline: bool = False
    fix: bool = False
    unsafe: bool = False
    preview: bool = False


PLAIN = Options()
Usable = TypeVar("Usable")


class RefusedError(Exception):
    """Why a register cannot be checked, as one sentence."""


def usable(value: Usable | Refusal) -> Usable:
    """What is not refused."""
    if isinstance(value, Refusal):
        raise RefusedError(value.sentence)
    return value


def run(paths: list[str], options: Options = PLAIN) -> int:
    """Check each register, show what was found, and give the exit code."""
    if not paths:
        default = default_path()
        if default is None:
            console.complain(NO_REGISTER)
            return UNUSABLE
        paths = [default]
    code, checked = CLEAN, list[Checked]()
    for path in paths:
        try:
            loaded, own_code = _one(path, usable(read_side(path)), options)
        except RefusedError as refusal:
            console.complain(str(refusal))
            code = UNUSABLE
            continue
        code = max(code, own_code)
        if loaded:
            measures = len(loaded.plain)
            checked.append(Checked(loaded.name, measures, loaded.findings, loaded.texts))
    if checked:
        _show(checked, options)
    return code


def _one(path: str, source: Source, options: Options) -> tuple[Loaded | None, int]:
    """Check one register, and mend it or write its baseline where that is asked for.

    Gives what is to be shown, if anything is, and the exit code.
    """
    settings = _with_options(usable(read_settings(source)), options)
    past: Past | None = None
    if settings.against or settings.stale_days:
        from tiltak_cli.cli.common.past import past_of

        past = usable(past_of(path, source, settings, options.report_date))

    def judge(source: Source) -> Governed:
        baseline = not options.write_baseline
        governed = govern(source, settings, options.report_date, past, with_baseline=baseline)
        if past and not isinstance(governed, Refusal):
            from tiltak_cli.cli.common.past import comparable

            governed = comparable(past, governed)
        if not options.since or isinstance(governed, Refusal):
            return usable(governed)
        from tiltak_cli.cli.common.past import only_since

        return usable(only_since(path, governed, options.since))

    loaded = judge(source).loaded
    if options.write_baseline:
        from tiltak_cli.cli.commands.validate.baseline import write_baseline

        return None, usable(write_baseline(source, settings, loaded))
    if options.fix or options.preview:
        from tiltak_cli.cli.common.fix import mend_register, show_mends

        if options.preview:
            return None, usable(show_mends(path, source, judge, unsafe=options.unsafe))
        loaded = usable(mend_register(path, source, judge, unsafe=options.unsafe))
    # Standard output holds the mended register.
    shown = None if options.fix and path == "-" else loaded
    return shown, _code(loaded, settings)


def _with_options(settings: Settings, options: Options) -> Settings:
    """The options of the command line go before the register's own settings."""
    return Settings(
        select=options.select or settings.select,
        ignore=(*settings.ignore, *options.ignore),
        strict=options.strict or settings.strict,
        baseline=options.baseline or settings.baseline,
        against=options.against or settings.against,
        stale_days=options.stale_days or settings.stale_days,
    )


def _code(loaded: Loaded, settings: Settings) -> int:
    if not loaded.readable:
        return UNUSABLE
    return FOUND if any(_fails(finding, settings) for finding in loaded.findings) else CLEAN


def _fails(finding: Finding, settings: Settings) -> bool:
    return settings.strict or finding.severity is not Severity.NOTE


def _show(checked: list[Checked], options: Options) -> None:
    form = options.form or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "full")
    if form in ("full", "concise") and not any(result.findings for result in checked):
        if not options.quiet:
            console.write("".join(clean(result) for result in checked))
        return
    from tiltak_cli.cli.commands.validate.output import show

    show(checked, form, options.limit, quiet=options.quiet, statistics=options.statistics)
