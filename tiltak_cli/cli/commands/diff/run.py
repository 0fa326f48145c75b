"""Running `diff`, without Typer: what one asks for twenty times a day must start fast."""

from collections.abc import Callable, Container, Sequence
from datetime import date
from typing import NamedTuple

from tiltak_cli.changes.change import Kind, Level
from tiltak_cli.changes.comments import with_comments
from tiltak_cli.changes.compare import Comparison, compare
from tiltak_cli.changes.history import Cut
from tiltak_cli.changes.times import postponed, with_times
from tiltak_cli.cli.commands.diff.sides import two_sides
from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import FOUND
from tiltak_cli.cli.common.registers import code_after, open_pair
from tiltak_cli.cli.common.stop import refuse
from tiltak_cli.cli.common.words import guess, one_of
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.domain.register import Register
from tiltak_cli.domain.spelling import folded
from tiltak_cli.sources.compared.comments import comments_apart
from tiltak_cli.sources.sides.find import is_workbook, perhaps_in_git


def in_terminal(comparison: Comparison) -> None:
    """Show a comparison as text on standard output."""
    from tiltak_cli.views.terminal.changes import changes_text

    console.write(changes_text(comparison, console.width(), colours=console.colours()))
    if comparison.cut:
        from tiltak_cli.cli.common.past import warn

        warn(comparison.cut, Cut.of_postponed, shown=True)


class Options(NamedTuple):
    """What the command line asks for. A change at the level `lowest` or above gives exit code 1.

    `deliver` writes the result. Where it is `strict`, faults in a side give that code too.
    What is `public` is compared as if internal fields had never been written.
    """

    deliver: Callable[[Comparison], None] = in_terminal
    ministries: tuple[str, ...] = ()
    kinds: Container[Kind] = frozenset(Kind)
    lowest: Level | None = None
    strict: bool = False
    public: bool = False


PLAIN = Options()


def run(sides: Sequence[str | None], rev: str | None = None, options: Options = PLAIN) -> int:
    """Show what changed from one side to another, and give the exit code."""
    old, new = [*sides, None, None][:2]
    left, right, newer = two_sides(old, new, rev)
    before, after = open_pair(left, right)
    if before.strategy.title != after.strategy.title:
        raise refuse(
            f"De to sidene hører til hver sin strategi ({quoted(before.strategy.title, 60)} og "
            f"{quoted(after.strategy.title, 60)}). Sammenlign utgaver av samme oversikt."
        )
    if options.public:
        from tiltak_cli.domain.public import public_register

        before, after = public_register(before), public_register(after)
    comparison = compare(before, after)
    # A workbook has no comments, and those of a register are nobody else's business.
    books = any(is_workbook(file.name) for side in (left, right) for file in side.files)
    if not books and not options.public:
        comparison = with_comments(comparison, *comments_apart(left, right))
    if options.ministries:
        now, then = (_of(side, options.ministries, after.as_of) for side in (after, before))
        comparison = comparison.of(now, then)
    comparison = _counted(comparison.only(options.kinds), newer)
    options.deliver(comparison)
    failed = fails(comparison, options.lowest)
    return FOUND if failed else code_after(before, after, strict=options.strict)


def _counted(comparison: Comparison, newer: str) -> Comparison:
    """Let what is postponed say for which time, where git knows of the newer side."""
    if not postponed(comparison) or not perhaps_in_git(newer):
        return comparison
    from tiltak_cli.cli.common.past import lookback_of

    past = lookback_of(newer)
    return with_times(comparison, past.deadlines, past.cut)


def _of(register: Register, ministries: tuple[str, ...], day: date) -> set[str]:
    """The ids of the measures in which some of the ministries have a role on one side."""
    from tiltak_cli.cli.common.selection import choose

    chosen = choose(register, day, list(ministries), None, None, None, overdue=False)
    return {measure.id for measure in chosen}


def kinds_of(words: list[str] | None) -> frozenset[Kind]:
    """The kinds that `--kind` names, by code or by level; every kind where nothing is named."""
    if not words:
        return frozenset(Kind)
    known = {kind.code: frozenset({kind}) for kind in Kind}
    known |= {str(level): frozenset(k for k in Kind if k.level is level) for level in Level}
    headings = {folded(kind.heading): kind.code for kind in Kind}
    named = (known[one_of("endringsslaget", word, known, headings)] for word in words)
    return frozenset[Kind]().union(*named)


def level_of(word: str | None) -> Level | None:
    """The level that `--fail-on` names."""
    if word is None:
        return None
    by_word = {str(level): level for level in Level}
    level = by_word.get(folded(word))
    if level is None:
        raise refuse(f"{quoted(word)} er ikke et nivå. {guess(word, by_word)}")
    return level


def fails(comparison: Comparison, lowest: Level | None) -> bool:
    """Whether some change is at least as weighty as a level; nothing fails without one."""
    if lowest is None:
        return False
    counted = list(Level)[: list(Level).index(lowest) + 1]
    changes = (*comparison.everything, *filter(None, [comparison.comments]))
    return any(change.kind.level in counted for change in changes)
