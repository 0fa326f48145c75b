"""The report as Markdown, for a pull request or a memo."""

from collections.abc import Iterator

from tiltak_cli.changes.change import Change, Level
from tiltak_cli.changes.compare import Comparison
from tiltak_cli.domain.sentences import excerpt
from tiltak_cli.overview.attention import Attention
from tiltak_cli.overview.counts import Overview, Situation, situation
from tiltak_cli.overview.summary import question, summary
from tiltak_cli.views.changes.words import tally
from tiltak_cli.views.report import words
from tiltak_cli.views.report.ahead_markdown import ahead, carried_over, table_row
from tiltak_cli.views.safe import in_cell, in_markdown
from tiltak_cli.views.symbols import SITUATION_SYMBOLS
from tiltak_cli.wording import Language, Wording, wording


def report_markdown(seen: Overview, comparison: Comparison | None, language: Language) -> str:
    """Key figures, what leaders should look at, areas, what lies ahead, gaps, and what changed."""
    say = wording(language)
    lines = [*_head(seen, say)]
    if seen.measures:
        lines += [*_figures(seen, say), *_attention(seen, say), *_areas(seen, say)]
        lines += ahead(seen, say)
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
    if seen.measures:
        yield f"**{in_markdown(say.phrases(summary(seen)))}**"
        yield ""
    if not seen.measures:
        yield words.nothing(seen, say)
        yield ""


def _situation(kind: Situation, say: Wording) -> str:
    return f"{SITUATION_SYMBOLS[kind]} {say(f'situation.{kind}')}"


def _figures(seen: Overview, say: Wording) -> list[str]:
    return [
        f"## {say('report.key-figures')}",
        "",
        table_row((say("report.situation"), say("report.number"))),
        "|---|--:|",
        *(table_row((_situation(kind, say), number)) for kind, number in seen.situations.items()),
        table_row((f"**{say('report.in-all')}**", f"**{len(seen.measures)}**")),
        "",
    ]


def _attention(seen: Overview, say: Wording) -> list[str]:
    lines = [f"## {say('attention.heading')}", ""]
    if not seen.attention:
        return [*lines, say("attention.nothing"), ""]
    for number, item in enumerate(seen.attention, 1):
        lines.append(f"{number}. {_what(item, seen)}")
        lines += [f"    - {in_markdown(say.phrase(reason))}" for reason in item.said]
        lines.append(f"    - **{say.phrase(question(item))}**")
    return [*lines, ""]


def _what(item: Attention, seen: Overview) -> str:
    measure = item.measure
    what = f"**{in_markdown(item.code)} {in_markdown(item.title)}**"
    if measure is None:
        return what
    symbol = SITUATION_SYMBOLS[situation(measure, seen.report_date)]
    return f"{symbol} {what} ({in_markdown(', '.join(measure.responsible))})"


def _areas(seen: Overview, say: Wording) -> list[str]:
    lines = [
        f"## {say('report.areas')}",
        "",
        table_row((say("report.area"), *(_situation(kind, say) for kind in Situation),
              say("report.in-all"))),
        f"|---{'|--:' * (len(Situation) + 1)}|",
    ]  # fmt: skip
    for area in seen.areas:
        name = in_cell(f"{area.area.code} {area.area.name}")
        lines.append(table_row((name, *(n or "" for n in area.situations.values()), area.total)))
    return [*lines, ""]


def _gaps(seen: Overview, say: Wording) -> list[str]:
    lines = []
    if seen.uncovered:
        lines += [f"## {say('report.gaps')}", ""]
        lines += [f"- **{in_markdown(d.code)}** {in_markdown(d.text)}" for d in seen.uncovered]
        lines.append("")
    if seen.without_role:
        register = seen.register
        names = (
            f"{say.organisation(register.organisations, m.code, register.as_of)} ({m.code})"
            for m in seen.without_role
        )
        lines += [f"## {say('report.roleless')}", ""]
        lines += [f"- {in_markdown(name)}" for name in names]
        lines.append("")
    return lines


def _changes(comparison: Comparison, say: Wording) -> list[str]:
    heading = say("report.changes", edition=comparison.old.edition)
    introduction = f"{words.compared(comparison, say)} {tally(comparison, say)}"
    lines = [f"## {in_markdown(heading)}", "", in_markdown(introduction), ""]
    if comparison.all:
        lines += [table_row((say("report.kind"), say("report.count"))), "|---|--:|"]
        lines += [table_row((say(f"kind.{kind.code}"), n)) for kind, n in comparison.by_kind()]
        lines.append("")
    if comparison.general:
        lines += [f"### {say('report.general')}", ""]
        lines += [*(_change(change, say) for change in comparison.general), ""]
    for measure_id, changes in comparison.measures().items():
        lines += [f"### {in_markdown(measure_id)} {in_markdown(changes[0].title)}", ""]
        lines += [*(_change(change, say) for change in changes), ""]
    return lines


def _change(change: Change, say: Wording) -> str:
    text = in_markdown(say.phrases(change.said))
    if change.kind.level is Level.MAJOR:
        text = f"**{text}**"
    why = "" if change.why == say.value(change.new) else excerpt(change.why)
    return f"- {text} «{in_markdown(why)}»" if why else f"- {text}"
