"""The report as Markdown, for a pull request or a memo."""

from collections.abc import Iterator

from tiltak_cli.changes.change import Change, Level
from tiltak_cli.changes.compare import Comparison
from tiltak_cli.overview.counts import Overview, Situation
from tiltak_cli.overview.summary import summary
from tiltak_cli.overview.trend import SHOWN, Point, said, trend
from tiltak_cli.overview.waiting import said as said_waiting
from tiltak_cli.overview.waiting import waiting
from tiltak_cli.views.changes.alike import apart
from tiltak_cli.views.changes.markdown import news
from tiltak_cli.views.changes.words import tally
from tiltak_cli.views.report import words
from tiltak_cli.views.report.agenda import Case, cases
from tiltak_cli.views.report.ahead_markdown import ahead, bullets, carried_over, table
from tiltak_cli.views.safe import in_cell, in_markdown
from tiltak_cli.views.symbols import SITUATION_SYMBOLS
from tiltak_cli.wording import Language, Wording, wording


def report_markdown(seen: Overview, comparison: Comparison | None, language: Language) -> str:
    """The news, key figures, what to look at, areas, what lies ahead, gaps, and what changed."""
    say = wording(language)
    lines = [*_head(seen, say)]
    if comparison:
        heading = say("brief.heading-since", edition=comparison.old.edition)
        lines += news(comparison, say, heading, in_markdown)
    if seen.measures:
        lines += _trend(trend(seen, comparison), say)
        lines += [*_figures(seen, say), *_attention(seen, say), *_areas(seen, say)]
        lines += ahead(seen, say)
        lines += _waiting(seen, say)
    lines += _gaps(seen, say)
    lines += carried_over(seen, say)
    if comparison:
        lines += _changes(comparison, say)
    return "\n".join(lines).rstrip() + "\n"


def _head(seen: Overview, say: Wording) -> Iterator[str]:
    keeper = say("report.kept-by", keeper=words.keeper(seen, say))
    status = say("report.status-on", day=seen.report_date)
    parts = (status, words.count(seen, say), keeper)
    yield f"# {in_markdown(words.title(seen, say))}"
    yield ""
    yield in_markdown(words.strategy(seen))
    yield ""
    yield in_markdown(f"{' · '.join(parts)}.")
    yield ""
    if text := say.phrases(summary(seen)):
        yield f"**{in_markdown(text)}**"
        yield ""
    if seen.cut:
        yield in_markdown(words.past(seen, say))
        yield ""
    if not seen.measures:
        yield words.nothing(seen, say)
        yield ""


def _situation(kind: Situation, say: Wording) -> str:
    return f"{SITUATION_SYMBOLS[kind]} {say(f'situation.{kind}')}"


def _figures(seen: Overview, say: Wording) -> list[str]:
    heads = (say("report.situation"), say("report.number"))
    rows = ((_situation(kind, say), number) for kind, number in seen.situations.items())
    total = (f"**{say('report.in-all')}**", f"**{len(seen.measures)}**")
    return [f"## {say('report.key-figures')}", "", *table(heads, [*rows, total], numbers=1)]


def _trend(series: tuple[Point, ...], say: Wording) -> list[str]:
    """How many measures were in each situation at the newest editions."""
    if not series:
        return []
    kinds = (_situation(kind, say) for kind in series[-1].situations)
    heads = (say("trend.edition"), *kinds, say("report.in-all"))
    rows = (
        (in_cell(point.edition), *(n or "" for n in point.situations.values()), point.total)
        for point in series[-SHOWN:]
    )
    about = in_markdown(say.phrases(said(series)))
    drawn = table(heads, rows, len(heads) - 1)
    return [f"## {say('trend.heading')}", "", about, "", *drawn]


def _attention(seen: Overview, say: Wording) -> list[str]:
    lines = [f"## {in_markdown(words.attention(seen, say))}", ""]
    if not seen.attention:
        return [*lines, say("attention.nothing"), ""]
    for number, case in enumerate(cases(seen), 1):
        lines.append(f"{number}. {_what(case, say)}")
        lines += [f"    - {in_markdown(say.phrase(reason))}" for reason in case.said]
        lines.append(f"    - **{in_markdown(say.phrase(case.asked))}**")
    return [*lines, ""]


def _what(case: Case, say: Wording) -> str:
    measure = case.items[0].measure
    symbol = f"{SITUATION_SYMBOLS[case.standing]} " if measure else ""
    what = f"{symbol}**{in_markdown(f'{case.code} {case.title(say)}'.strip())}**"
    if case.named:
        return f"{what}: {in_markdown(case.named)}"
    who = in_markdown(", ".join(measure.responsible)) if measure else ""
    return f"{what} ({who})" if who else what


def _areas(seen: Overview, say: Wording) -> list[str]:
    kinds = (_situation(kind, say) for kind in seen.situations)
    heads = (say("report.area"), *kinds, say("report.in-all"))
    rows = (
        (
            in_cell(f"{area.area.code} {area.area.name}"),
            *(number or "" for number in area.situations.values()),
            area.total,
        )
        for area in seen.areas
    )
    return [f"## {say('report.areas')}", "", *table(heads, rows, len(heads) - 1)]


def _waiting(seen: Overview, say: Wording) -> list[str]:
    targets = waiting(seen)
    items = [in_markdown(say.phrase(each.said)) for each in targets]
    heading = f"## {say('waiting.heading')}\n\n{in_markdown(say.phrases(said_waiting(targets)))}"
    return bullets(heading, items)


def _gaps(seen: Overview, say: Wording) -> list[str]:
    uncovered = [f"**{in_markdown(d.code)}** {in_markdown(d.text)}" for d in seen.uncovered]
    names = [in_markdown(name) for name in words.roleless(seen, say)]
    return [
        *bullets(f"## {say('report.gaps')}", uncovered),
        *bullets(f"## {say('report.roleless')}", names),
    ]


def _changes(comparison: Comparison, say: Wording) -> list[str]:
    heading = say("report.changes", edition=comparison.old.edition)
    introduction = f"{words.compared(comparison, say)} {tally(comparison, say)}"
    lines = [f"## {in_markdown(heading)}", "", in_markdown(introduction), ""]
    if comparison.all:
        counts = ((say(f"kind.{kind.code}"), number) for kind, number in comparison.by_kind())
        lines += table((say("report.kind"), say("report.count")), counts, numbers=1)
    general = [_change(change, say) for change in comparison.general]
    lines += bullets(f"### {say('report.general')}", general)
    split = apart(comparison)
    for ids, changes in split.by_measures().items():
        number = say.format_field(len(ids), "n.measure")
        name = f"### {number}\n\n{in_markdown(', '.join(ids))}:"
        lines += bullets(name, [_change(change, say) for change in changes])
    for measure, changes in split.own:
        name = f"### {in_markdown(measure.id)} {in_markdown(measure.title)}"
        lines += bullets(name, [_change(change, say) for change in changes])
    return lines


def _change(change: Change, say: Wording) -> str:
    text = in_markdown(say.phrases(change.said))
    if change.kind.level is Level.MAJOR:
        text = f"**{text}**"
    why = words.why(change, say)
    return f"{text} «{in_markdown(why)}»" if why else text
