"""A comparison in the form that is asked for, where it is asked for."""

from typing import NamedTuple

from tiltak_cli.changes.change import Kind
from tiltak_cli.changes.compare import Comparison
from tiltak_cli.changes.history import Cut
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.output import ENDINGS, Forms, Target, deliver, width_of
from tiltak_cli.cli.common.past import warn
from tiltak_cli.cli.common.selection import audience
from tiltak_cli.domain.spelling import folded
from tiltak_cli.views.changes.words import Chosen, count, nothing
from tiltak_cli.wording import NB, Language

FORMS = Forms(
    ("text", "json", "markdown", "oneline", "html", "xlsx"),
    {**ENDINGS, ".txt": ("text", "oneline"), ".xlsx": ("xlsx",)},
    named=(".html", ".xlsx", ".json", ".md", ".txt"),
    binary=("xlsx",),
)
# These are published, so they speak more than bokmål.
PUBLISHED = ("html", "xlsx", "markdown")


class Wanted(NamedTuple):
    """Where a comparison goes and in which language; what of it is chosen, as it was written.

    `inputs` are the files that it is made from.
    """

    target: Target
    language: Language
    ministries: list[str] | None
    kinds: list[str] | None
    inputs: tuple[str | None, ...]


def deliver_changes(comparison: Comparison, wanted: Wanted) -> None:
    """Write a comparison to its file and say so, or to standard output and say nothing."""
    target, chosen = wanted.target, _chosen(comparison, wanted)
    shown = comparison.public() if target.form == "html" else comparison
    sentence = f"{count(shown, NB)}." if shown.all else nothing(shown, chosen, NB)
    if internal := len(comparison.all) - len(shown.all):
        sentence += f" {NB('diff.left-out', changes=internal)}"
    deliver(target, _made(shown, target, chosen, wanted.language), wanted.inputs, sentence)
    warn(shown.cut, Cut.of_postponed, shown=target == Target(None, "text"))


def _chosen(comparison: Comparison, wanted: Wanted) -> Chosen:
    """What `--for` and `--kind` choose, for readers who did not write the command."""
    codes = {kind.code for kind in Kind}
    words = dict.fromkeys(map(folded, wanted.kinds or ()))
    keys = tuple(f"kind.{word}" if word in codes else f"level.{word}" for word in words)
    return Chosen(audience(comparison.new, wanted.ministries), keys)


def _made(
    comparison: Comparison, target: Target, chosen: Chosen, language: Language
) -> str | bytes:
    """A comparison in one of the forms."""
    if target.form == "json":
        from tiltak_cli.views.changes.json import changes_json

        return changes_json(comparison)
    if target.form == "markdown":
        from tiltak_cli.views.changes.markdown import changes_markdown

        return changes_markdown(comparison, language)
    if target.form == "oneline":
        from tiltak_cli.views.changes.oneline import changes_oneline

        return changes_oneline(comparison)
    if target.form == "html":
        from tiltak_cli.views.html.changes import changes_html

        return changes_html(comparison, chosen, language)
    if target.form == "xlsx":
        from tiltak_cli.cli.common.workbook import telling_of_cut
        from tiltak_cli.views.excel.changes.book import changes_workbook

        with telling_of_cut() as cut:
            return changes_workbook(comparison, chosen, language, cut)
    from tiltak_cli.views.terminal.changes import changes_text

    colours = target.path is None and console.colours()
    return changes_text(comparison, width_of(target), colours=colours)
