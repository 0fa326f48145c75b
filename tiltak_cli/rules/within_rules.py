"""TIL608: fields that stand so far in that they are a part of the text above.

Here is only what may be one. Which line it is, and whether it is one, is for whoever has the lines:
`sources/register/swallowed.py`, which takes away what is none.
"""

import re
from collections.abc import Iterator

from tiltak_cli.domain.fields import FIELDS
from tiltak_cli.domain.measure import Measure
from tiltak_cli.findings import Severity
from tiltak_cli.rules.base import Context, Fault, Path, Rule
from tiltak_cli.rules.edges.form import EDGES
from tiltak_cli.rules.text_rules import every_text

# What a measure may lack, by the sign that shows it in a text.
MAY_LACK = {f"{field.key}: ": field for field in FIELDS if not field.required}
OF_MILESTONES = ("frist: ", "nådd: ")
NOT_THERE = (None, "", (), False)
# What ends a sentence, before a word that does not begin one.
ENDED = re.compile(r"[.!?»:)\]]\s+$|\n\s*$")


def no_field_is_in_a_text(context: Context) -> Iterator[Fault]:
    """Nobody writes `forum: …` after a sentence and means it as a part of the text."""
    # Few registers have a field's name with its colon in any text.
    if not any(sign in context.text for sign in (*MAY_LACK, *OF_MILESTONES)):
        return
    for index, measure in enumerate(context.register.measures):
        for path, text in every_text(measure):
            if name := _first_in(text, _lacks(measure, path)):
                yield Fault(
                    path, f"«{name}» er en del av teksten i «{path[-1]}».", "", measure=index
                )


def _lacks(measure: Measure, path: Path) -> list[str]:
    """The fields that are not there, of a measure or of the item of a list with the text."""
    if len(path) == 1:
        return [s for s, f in MAY_LACK.items() if getattr(measure, f.attribute) in NOT_THERE]
    if path[0] != "milepæler":
        return []
    milestone = measure.milestones[int(path[1])]
    there = (milestone.deadline, milestone.reached)
    return [sign for sign, value in zip(OF_MILESTONES, there, strict=True) if not value]


def _first_in(text: str, signs: list[str]) -> str:
    for sign in signs:
        place = text.find(sign)
        if place > 0 and ENDED.search(text[:place]):
            return sign[:-2]
    return ""


IN_TEXT = Rule(
    code="TIL608",
    name="felt-i-tekst",
    title="Et felt står så langt inn at det er en del av teksten over",
    why="Feltet ser utfylt ut i filen, men er bare den siste linjen i en tekst.",
    bad="beskrivelse: >-\n  Alle bruker samme mal.\n  forum: Strategisk forum\n",
    good="beskrivelse: >-\n  Alle bruker samme mal.\nforum: Strategisk forum\n",
    severity=Severity.WARNING,
    register_check=no_field_is_in_a_text,
    edges=EDGES["TIL608"],
)

WITHIN_RULES = (IN_TEXT,)
