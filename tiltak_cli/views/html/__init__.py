"""The shareable page: one file that needs nothing else, for readers without the tool.

`templates/` has the page's parts, and its style and script, which stand in the page itself. The
policy in its head allows these two, by their hashes, and nothing more.
"""

import base64
import hashlib
from pathlib import Path
from typing import Any

from tiltak_cli.attention import STALE_DAYS
from tiltak_cli.changes.compare import Comparison
from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.overview import SOON_DAYS, Overview
from tiltak_cli.summary import summary
from tiltak_cli.views import report_words
from tiltak_cli.views.html import ahead, measures, sections, timeline
from tiltak_cli.views.html.palette import variables
from tiltak_cli.views.html.parts import Context, choice
from tiltak_cli.views.safe import one_line
from tiltak_cli.wording import Language, wording

TEMPLATES = Path(__file__).parent / "templates"
# The register's text is Norwegian, whatever language the page is in.
FOREIGN = {Language.NB: "", Language.NN: "no", Language.EN: "no"}


def report_html(seen: Overview, comparison: Comparison | None, language: Language) -> str:
    """The page as text, to be written as UTF-8: the same for the same register.

    Internal fields are never on it, nor what has changed in them.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        # Every text passes the gate on its way to the page, and takes one line.
        finalize=lambda value: one_line(value) if type(value) is str else value,
    )
    environment.policies["json.dumps_kwargs"] = {"separators": (",", ":")}
    values = _values(Context(seen, wording(language)), _public(comparison), language)
    return environment.get_template("page.html").render(values)


def _public(comparison: Comparison | None) -> Comparison | None:
    if comparison is None:
        return None
    internal = {key for key, field in BY_KEY.items() if not field.public}
    kept = tuple(change for change in comparison.changes if change.field not in internal)
    return comparison._replace(changes=kept)


def _values(context: Context, comparison: Comparison | None, language: Language) -> dict[str, Any]:
    """All that the templates place."""
    from markupsafe import Markup

    seen, say = context.seen, context.say
    style, script = variables() + _file("page.css"), _file("page.js")
    return {
        "say": say,
        "language": str(language),
        "foreign": Markup(f' lang="{FOREIGN[language]}"') if FOREIGN[language] else "",  # noqa: S704
        # Our own files, which hold nothing of the register's.
        "style": Markup(style),  # noqa: S704
        "script": Markup(script),  # noqa: S704
        "style_hash": _hash(style),
        "script_hash": _hash(script),
        "seen": seen,
        "register": context.register,
        "badges": tuple(context.badges.values()),
        "day": context.day,
        "title": report_words.title(seen, say),
        "strategy": report_words.strategy(seen),
        "keeper": report_words.keeper(seen, say),
        "count": report_words.count(seen, say),
        "nothing": report_words.nothing(seen, say),
        "selection": report_words.is_selection(seen),
        "leading": sections.leading_numbers(context, comparison),
        "said": say.phrases(summary(seen)),
        "figures": sections.figures(context),
        "looks": sections.looks(context),
        "upcoming": ahead.upcoming(context),
        "said_ahead": ahead.said(context),
        "quarters": ahead.quarters(context),
        "load": ahead.load(context),
        "moved": ahead.moved(context),
        "more_moved": max(len(seen.forecast.moved) - ahead.MOVED_SHOWN, 0),
        "beyond": ahead.beyond(context),
        "areas": sections.areas(context),
        "directions": sections.directions(context),
        "ministries": sections.ministries(context),
        "everyone": sections.everyone(context),
        "roleless": sections.roleless(context),
        "rows": measures.rows(context),
        "choices": measures.choices(context),
        "carried_heading": report_words.carried_over(seen, say),
        "carried_over": ahead.carried_over(context),
        "outcomes": ahead.outcomes(context),
        "timeline": timeline.timeline(context),
        "comparison": comparison,
        "compared": report_words.compared(comparison, say) if comparison else "",
        "tally": report_words.tally(comparison, say) if comparison else "",
        "changed": sections.changed(comparison, context) if comparison else (),
        "choose": choice,
        "soon": SOON_DAYS,
        "stale": STALE_DAYS,
    }


def _file(name: str) -> str:
    """One of our files, with the same line ends wherever it was checked out."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    """How the policy names a style or script that may stand in the page."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
