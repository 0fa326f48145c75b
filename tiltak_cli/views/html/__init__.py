"""The shareable page: one file that needs nothing else, for readers without the tool."""

from typing import Any

from tiltak_cli.changes.compare import Comparison
from tiltak_cli.overview import trend
from tiltak_cli.overview.attention import STALE_DAYS
from tiltak_cli.overview.counts import SOON_DAYS, Overview
from tiltak_cli.overview.summary import summary
from tiltak_cli.views.changes.words import tally
from tiltak_cli.views.html import ahead, measures, sections, timeline
from tiltak_cli.views.html.agenda import looks
from tiltak_cli.views.html.bars import editions
from tiltak_cli.views.html.brief import in_brief
from tiltak_cli.views.html.changed import changed
from tiltak_cli.views.html.parts import Context, choice
from tiltak_cli.views.html.render import Files, rendered
from tiltak_cli.views.html.waiting import waits
from tiltak_cli.views.report import tables, words
from tiltak_cli.views.trend import notes
from tiltak_cli.wording import Language, Wording, wording

PAGE = Files("page.html", ("page.css", "print.css"), "page.js")


def report_html(seen: Overview, comparison: Comparison | None, language: Language) -> str:
    """The page as text, to be written as UTF-8: the same for the same register.

    Internal fields are never on it, nor what has changed in them.
    """
    shown = comparison.public() if comparison else None
    values = _values(Context(seen, wording(language)), shown)
    return rendered(PAGE, values, language)


def _values(context: Context, comparison: Comparison | None) -> dict[str, Any]:
    """All that the templates place."""
    seen, say = context.seen, context.say
    series, shown = trend.trend(seen, comparison), measures.rows(context)
    return {
        "seen": seen,
        "register": context.register,
        "badges": tuple(context.badges[kind] for kind in seen.situations),
        "day": context.day,
        "title": words.title(seen, say),
        "strategy": words.strategy(seen),
        "keeper": words.keeper(seen, say),
        "count": words.count(seen, say),
        "nothing": words.nothing(seen, say),
        "selection": words.is_selection(seen),
        "leading": sections.leading_numbers(context, comparison),
        "said": say.phrases(summary(seen)),
        "past": words.past(seen, say),
        "figures": sections.figures(context),
        "notes": notes(series, say),
        "trend": editions(series, context.badges, say),
        "over_time": tuple(context.badges[kind] for kind in series[-1].situations)
        if series
        else (),
        "said_trend": say.phrases(trend.said(series)),
        "attention": words.attention(seen, say),
        "looks": looks(context),
        "upcoming": ahead.upcoming(context),
        "said_ahead": ahead.said(context),
        "load": tables.load(seen, say),
        "moved": ahead.moved(context),
        "more_moved": max(len(seen.forecast.moved) - ahead.MOVED_SHOWN, 0),
        "beyond": ahead.beyond(context),
        "waits": waits(context),
        "areas": sections.areas(context),
        "directions": sections.directions(context),
        "ministries": sections.ministries(context),
        "everyone": sections.everyone(context),
        "roleless": words.roleless(seen, say),
        "rows": shown,
        "choices": measures.choices(context, shown),
        "carried_heading": words.carried_over(seen, say),
        "carried_over": ahead.carried_over(context),
        "outcomes": words.outcomes(seen, say),
        "timeline": timeline.timeline(context),
        "news": in_brief(comparison, _since(comparison, say), context.anchors, say),
        "comparison": comparison,
        "compared": words.compared(comparison, say) if comparison else "",
        "tally": tally(comparison, say) if comparison else "",
        "changed": changed(comparison, context) if comparison else (),
        "choose": choice,
        "soon": SOON_DAYS,
        "stale": STALE_DAYS,
    }


def _since(comparison: Comparison | None, say: Wording) -> str:
    """What the news is called, with the edition that it is since."""
    return say("brief.heading-since", edition=comparison.old.edition) if comparison else ""
