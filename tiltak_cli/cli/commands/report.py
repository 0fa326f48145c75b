"""`tiltak report`."""

from typing import Annotated, NamedTuple

import typer

from tiltak_cli.changes.compare import Comparison
from tiltak_cli.changes.history import Cut
from tiltak_cli.changes.times import with_times
from tiltak_cli.cli.common import console, options
from tiltak_cli.cli.common.output import REPORT, Target, deliver, how_many, target_of, width_of
from tiltak_cli.cli.common.past import lookback_of, warn
from tiltak_cli.cli.common.registers import at_revision, code_after, day_option, open_register
from tiltak_cli.cli.common.selection import choose
from tiltak_cli.cli.common.since import changes_since
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.cli.common.words import one_of
from tiltak_cli.cli.common.workbook import language_of
from tiltak_cli.domain.public import public_register
from tiltak_cli.domain.register import Register
from tiltak_cli.domain.spelling import folded
from tiltak_cli.overview.counts import Overview, overview
from tiltak_cli.sources.default import default_path
from tiltak_cli.wording import Language


class Parts(NamedTuple):
    """What of the text can be taken in or left out."""

    timeline: bool
    ahead: bool
    short: bool


def report(
    path: Annotated[str | None, options.PATH] = None,
    output: Annotated[
        str | None,
        options.output("Skriv til fil: .html, .md, .json eller .txt."),
    ] = None,
    form: Annotated[str | None, options.form(REPORT.names)] = None,
    since: Annotated[str | None, options.SINCE] = None,
    ministry: Annotated[list[str] | None, options.MINISTRY] = None,
    area: Annotated[list[str] | None, options.AREA] = None,
    direction: Annotated[list[str] | None, options.DIRECTION] = None,
    status: Annotated[list[str] | None, options.STATUS] = None,
    overdue: Annotated[bool, options.OVERDUE] = False,
    forum: Annotated[
        str | None,
        typer.Option("--forum", metavar="FORUM", help="Dagsorden for forumet: bare dets tiltak."),
    ] = None,
    as_of: Annotated[str | None, options.AS_OF] = None,
    rev: Annotated[str | None, options.REV] = None,
    language: Annotated[str | None, options.LANGUAGE] = None,
    public: Annotated[bool, options.PUBLIC] = False,
    timeline: Annotated[
        bool, typer.Option("--timeline/--no-timeline", help="Ta med tidslinjen i tekst.")
    ] = True,
    ahead: Annotated[
        bool,
        typer.Option(
            "--ahead",
            help="Ta med belastningen i hvert kvartal og frister som er flyttet, i tekst.",
        ),
    ] = False,
    short: Annotated[
        bool, typer.Option("--short", help="Bare tallene, nyhetene og det ledelsen bør se på.")
    ] = False,
    strict: Annotated[bool, options.STRICT] = False,
) -> None:
    """Vis hvordan det går: hvor mange tiltak, hvor, og hva ledelsen bør se på.

    Filendingen sier formen. En side (.html) er én fil som alle kan åpne, uten interne felt.

    Eksempel:
      tiltak report -o side.html --since 2023-2
      tiltak report --for KLD --as-of idag
      tiltak report --short --since 2023-2
      tiltak report --forum "Strategisk forum"   (dagsorden)
    """
    target = target_of(output, form, REPORT)
    spoken = language_of(language)
    if not timeline and target.form != "text":
        raise refuse("--no-timeline virker bare for teksten i terminalen.")
    if ahead and target.form != "text":
        raise refuse("--ahead virker bare for tekst. De andre formene har alltid alt med.")
    if short and (target.form != "text" or ahead):
        raise refuse("--short virker bare for tekst, og ikke sammen med --ahead.")
    public = public or target.form == "html"
    report_date = day_option(as_of)
    register = open_register(at_revision(path, rev), report_date).register
    register = public_register(register) if public else register
    day = report_date or register.as_of
    chosen = choose(register, day, ministry, area, direction, status, overdue=overdue)
    decided_in = _forum(register, forum)
    if decided_in:
        chosen = tuple(m for m in chosen if folded(m.forum) == folded(decided_in))
    everything = len(chosen) == len(register.measures)
    changes = None
    if since is not None:
        changes = changes_since(since, path, register, chosen, day=day, public=public)
    past = lookback_of(path, rev, with_editions=True)
    changes = with_times(changes, past.deadlines, past.cut) if changes else None
    seen = overview(register, day, None if everything else chosen, past)._replace(forum=decided_in)
    text = _text(target, seen, changes, spoken, Parts(timeline, ahead, short))
    deliver(target, text, (path or default_path(), since), how_many(len(chosen), register.in_all))
    warn(past.cut, Cut.of_moves, shown=target == Target(None, "text"))
    raise typer.Exit(code_after(register, changes and changes.old, strict=strict))


def _forum(register: Register, forum: str | None) -> str:
    """A forum by the name that the register has for it, or a refusal of one that it has not."""
    known = {folded(m.forum): m.forum for m in register.measures if m.forum}
    if forum is None:
        return ""
    if not known:
        raise refuse("Registeret fører ikke forum for noe tiltak, så --forum har ingenting å vise.")
    return known[folded(one_of("forumet", forum, known.values()))]


def _text(
    target: Target, seen: Overview, changes: Comparison | None, spoken: Language, parts: Parts
) -> str:
    """The report in the form asked for."""
    if target.form == "html":
        from tiltak_cli.views.html import report_html

        return report_html(seen, changes, spoken)
    if target.form == "markdown":
        from tiltak_cli.views.report.markdown import report_markdown

        return report_markdown(seen, changes, spoken)
    if target.form == "json":
        from tiltak_cli.views.report.json import report_json

        return report_json(seen, changes, spoken)
    from tiltak_cli.views.terminal.report import Look, report_text

    colours = target.path is None and console.colours()
    return report_text(
        seen,
        changes,
        Look(language=spoken, width=width_of(target), colours=colours, **parts._asdict()),
    )
