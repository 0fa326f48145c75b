"""«Dette bør ledelsen se på» as cases: what is said of several measures alike is one of them."""

from collections.abc import Hashable
from typing import NamedTuple

from tiltak_cli.overview.attention import STALE_DAYS, Attention
from tiltak_cli.overview.counts import Overview, Situation
from tiltak_cli.overview.summary import asked
from tiltak_cli.views.alike import together
from tiltak_cli.wording import Phrase, Wording, phrase


class Case(NamedTuple):
    """One thing to look at, or several measures: how it stands, why, and what is asked."""

    items: tuple[Attention, ...]
    standing: Situation
    said: tuple[Phrase, ...]
    asked: Phrase

    def title(self, say: Wording) -> str:
        """The title of what it is about, or how many they are."""
        if len(self.items) == 1:
            return say.value(self.items[0].title)
        return say.format_field(len(self.items), "n.measure")

    @property
    def code(self) -> str:
        """The id of a measure or the code of a direction; nothing where there are several."""
        return self.items[0].code if len(self.items) == 1 else ""

    @property
    def named(self) -> str:
        """Several measures by their ids and who leads them; nothing where there is one."""
        if len(self.items) == 1:
            return ""
        leads = ((item.code, item.measure.lead if item.measure else "") for item in self.items)
        return ", ".join(f"{code} ({lead})" if lead else code for code, lead in leads)


def cases(seen: Overview) -> list[Case]:
    """What leaders should look at, the weightiest first."""

    def standing(item: Attention) -> Situation:
        return seen.standings[item.measure.id] if item.measure else Situation.NOT_STARTED

    def said(item: Attention) -> Hashable:
        # How long each has not been updated is no matter of its own.
        why = "" if item.only_stale else repr(item.said)
        return (standing(item), why, repr(asked(item, seen)))

    matters = []
    for items in together((said(item), item) for item in seen.attention):
        first = items[0]
        why, todo = first.said, asked(first, seen)
        if len(items) > 1:
            why = (phrase("attention.all-stale", days=STALE_DAYS),) if first.only_stale else why
            todo = phrase("asked.each", what=todo)
        matters.append(Case(tuple(items), standing(first), why, todo))
    return matters
