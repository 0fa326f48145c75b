"""The news put together: the six weightiest sentences, and counts of the rest."""

from collections.abc import Callable

from tiltak_cli.changes.brief.course import completed, course, new
from tiltak_cli.changes.brief.moved import deadlines, priorities, responsibility
from tiltak_cli.changes.brief.rest import counted
from tiltak_cli.changes.brief.sentence import Brief, Item, Pairs, Sentence
from tiltak_cli.changes.brief.worse import worse
from tiltak_cli.changes.compare import Comparison

# Beyond so many sentences nobody reads on.
MOST = 6
# In the order of their weight, which is that of `Matter`.
MATTERS: tuple[Callable[[Pairs], Sentence | None], ...] = (
    worse,
    course,
    completed,
    new,
    deadlines,
    priorities,
    responsibility,
)


def in_brief(comparison: Comparison) -> Brief:
    """The news of a comparison. Every change is told in a sentence or counted in the rest."""
    pairs = Pairs(comparison)
    news = [sentence for tell in MATTERS if (sentence := tell(pairs))]
    sentences, lighter = news[:MOST], news[MOST:]
    covered = {id(change) for sentence in sentences for change in sentence.told}
    rest = []
    for sentence in lighter:
        # What it says besides of the register as a whole has no room in a count.
        of_measures = tuple(change for change in sentence.told if change.measure_id)
        covered |= set(map(id, of_measures))
        ids = tuple(subject.id for subject in sentence.subjects)
        rest.append(Item(sentence.counted, ids, of_measures))
    left = [change for change in comparison.everything if id(change) not in covered]
    return Brief(tuple(sentences), (*rest, *counted(left)))
