"""Running `validate`, without Typer: the form that a commit hook uses must start fast."""

import os
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import CLEAN, FOUND, UNUSABLE
from tiltak_cli.cli.common.stop import StoppedError, found, refuse
from tiltak_cli.findings import Finding, Severity
from tiltak_cli.rules import RULES
from tiltak_cli.rules.base import Past
from tiltak_cli.sources.default import default_register
from tiltak_cli.sources.files import Refusal, Source
from tiltak_cli.sources.register.judge import PAST, counts, govern
from tiltak_cli.sources.register.load import Loaded
from tiltak_cli.sources.register.settings import Settings, read_settings
from tiltak_cli.sources.sides.find import find_side, is_workbook
from tiltak_cli.views.findings.checked import Checked, clean, summary

if TYPE_CHECKING:
    from tiltak_cli.cli.common.past import Asked

MAX_SHOWN = 50
# What people read; an empty form is `text`, or commands in a log that they read too.
TEXT_FORMS = ("", "text", "concise")


class Options(NamedTuple):
    """What the command line asks for. An empty `form` is `text`, or `github` in GitHub Actions.

    `ministries` are those in whose measures it is to look, and `output` the file to write.
    """

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
    ministries: tuple[str, ...] = ()
    output: str = ""


PLAIN = Options()
BOOK_ALONE = "En arbeidsbok kontrolleres uten andre valg enn --format, --max og --quiet."


def run(paths: list[str], options: Options = PLAIN) -> int:
    """Check each register, show what was found, and give the exit code."""
    paths = paths or [found(default_register())]
    code, checked = CLEAN, list[Checked]()
    for path in paths:
        try:
            shown, own_code, lacking = _one(path, options)
        except StoppedError as stop:
            # What there is to say is said; the other registers are checked all the same.
            code = max(code, stop.code)
            continue
        code = max(code, own_code)
        if shown:
            checked.append(shown._replace(partly=bool(lacking)))
        if lacking:
            console.complain(lacking)
            code = max(code, UNUSABLE)
    if checked:
        _show(checked, options)
    return code


def _checked(loaded: Loaded) -> Checked:
    return Checked(
        name=loaded.name,
        measures=len(loaded.plain),
        findings=loaded.findings,
        texts=loaded.texts,
        hidden=loaded.hidden,
    )


class Check(NamedTuple):
    """How a register is checked: by its settings and the options, and against its past."""

    path: str
    settings: Settings
    options: Options
    past: Past | None

    def loaded(self, source: Source) -> Loaded:
        """Check a register, or refuse."""
        baseline = not self.options.write_baseline
        governed = found(
            govern(
                source,
                self.settings,
                self.options.report_date,
                self.past,
                with_baseline=baseline,
            )
        )
        if self.past:
            from tiltak_cli.cli.common.past import comparable

            comparable(self.past, governed)
        if self.options.since:
            from tiltak_cli.cli.common.past import only_since

            governed = only_since(self.path, governed, self.options.since)
        if self.options.ministries:
            from tiltak_cli.cli.common.past import only_of

            governed = only_of(governed, list(self.options.ministries))
        return governed.loaded


def _of_workbook(path: str, options: Options) -> tuple[Checked | None, int] | None:
    """What an exported workbook's cells are, for programs, and the exit code; None for a file."""
    from tiltak_cli.cli.commands.validate.workbook import check_workbook, is_ours

    if not is_ours(path):
        return None
    if options != PLAIN._replace(form=options.form, limit=options.limit, quiet=options.quiet):
        raise refuse(BOOK_ALONE)
    return check_workbook(path, told=options.form in TEXT_FORMS)


def _one(path: str, options: Options) -> tuple[Checked | None, int, str]:
    """Check one register, and mend it or write its baseline where that is asked for.

    Gives what is to be shown, if anything is, the exit code, and what could not be judged.
    """
    if is_workbook(path) and (of_book := _of_workbook(path, options)) is not None:
        return *of_book, ""
    source = found(find_side(path, alone=False)).source
    read = read_settings(source)
    writes = options.fix or options.preview or options.write_baseline
    if isinstance(read, Refusal) and read.finding and not writes:
        of_file = ((read.finding.place.file, read.text),)
        stopped = Checked(name=source.name, measures=0, findings=(read.finding,), texts=of_file)
        return stopped, UNUSABLE, ""
    settings = found(_askable(_with_options(found(read), options)))
    asked: Asked | None = None
    if settings.against or settings.stale_days:
        from tiltak_cli.cli.common.past import past_of

        asked = found(past_of(path, source, settings, options.report_date))
    check = Check(path, settings, options, asked.past if asked else None)
    if options.preview:
        from tiltak_cli.cli.common.fix import show_mends

        loaded, changes = found(show_mends(path, source, check.loaded, unsafe=options.unsafe))
        if loaded.findings:
            console.complain(f"{summary([_checked(loaded)])} Dette står igjen.")
        return None, max(FOUND if changes else CLEAN, _code(loaded, settings)), ""
    if options.fix:
        from tiltak_cli.cli.common.fix import mend_register

        # Beside what a program reads, there is no place for a sentence.
        say = console.write if options.form in TEXT_FORMS else console.complain
        loaded = found(mend_register(path, source, check.loaded, say, unsafe=options.unsafe))
    else:
        loaded = check.loaded(source)
        if any(finding.fix for finding in loaded.findings):
            from tiltak_cli.edits.fixes import vetted

            loaded = vetted(source, loaded, check.loaded)
    lacking = asked.lacking(loaded, settings, options.report_date) if asked else ""
    if not options.write_baseline:
        # Standard output holds a register that was mended from standard input.
        shown = None if options.fix and path == "-" else loaded
        return shown and _checked(shown), _code(loaded, settings), lacking
    if lacking:
        # What is not known now would be new the next time.
        return None, UNUSABLE, lacking
    from tiltak_cli.cli.commands.validate.baseline import write_baseline

    return None, found(write_baseline(source, settings, loaded)), ""


def _with_options(settings: Settings, options: Options) -> Settings:
    """The options of the command line go before the register's own settings."""
    given = [name for name in ("against", "baseline") if getattr(options, name)]
    return Settings(
        select=options.select or settings.select,
        ignore=(*settings.ignore, *options.ignore),
        strict=options.strict or settings.strict,
        baseline=options.baseline or settings.baseline,
        against=options.against or settings.against,
        stale_days=options.stale_days or settings.stale_days,
        given=tuple(given),
    )


def _askable(settings: Settings) -> Settings | Refusal:
    """Refuse a choice of rules of which none would be asked: nothing would always be found."""
    chosen = {rule.code[: len(PAST)] for rule in RULES if counts(rule.code, settings)}
    if not chosen:
        return Refusal("Ingen regler er valgt. Ta bort noe av det som står etter --ignore.")
    if chosen == {PAST} and not settings.against and not settings.stale_days:
        return Refusal(
            f"Reglene {PAST}xx gjelder mot en tidligere utgave. Oppgi den med --against, eller "
            "bruk --stale-days."
        )
    return settings


def _code(loaded: Loaded, settings: Settings) -> int:
    if not loaded.readable:
        return UNUSABLE
    return FOUND if any(_fails(finding, settings) for finding in loaded.findings) else CLEAN


def _fails(finding: Finding, settings: Settings) -> bool:
    return settings.strict or finding.severity is not Severity.NOTE


def _show(checked: list[Checked], options: Options) -> None:
    form = options.form or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text")
    text = form in ("text", "concise") and not any(result.findings for result in checked)
    if text and not options.output:
        if not options.quiet:
            console.write("".join(clean(result) for result in checked))
        return
    from tiltak_cli.cli.commands.validate.output import show, shown, write

    if options.output:
        from tiltak_cli.cli.common.output import Target

        content = "".join(clean(result) for result in checked) if text else ""
        content = content or shown(
            checked,
            form,
            options.limit,
            quiet=options.quiet,
            statistics=options.statistics,
            in_file=True,
        )
        write(checked, Target(options.output, form), content)
        return
    show(checked, form, options.limit, quiet=options.quiet, statistics=options.statistics)
