"""The example with some of its measures only, for what is not about how many they are."""

import re

from command import NEW, OLD

OLD_TEXT, NEW_TEXT = (path.read_text(encoding="utf-8") for path in (OLD, NEW))


def blocks(text: str) -> tuple[str, dict[str, str]]:
    """A register's head, and the text of each measure by its id, without the lines between."""
    head, *rest = re.split(r"(?m)^(?=  - id: )", re.sub(r"(?m)^  (  )?#.*\n", "", text))
    return head, {block[8:12]: f"{block.rstrip()}\n" for block in rest}


def some(text: str, *ids: str) -> str:
    """A register with some of an example's measures, in the order that is given."""
    head, measures = blocks(text)
    return head + "".join(measures[identity] for identity in ids)


# Of all kinds: a moved responsibility, a passed deadline, a new milestone, a new measure.
FEW_OLD = some(OLD_TEXT, "T001", "T003", "T011", "T013")
FEW_NEW = some(NEW_TEXT, "T001", "T003", "T011", "T013", "T027")
# What `diff` says first of these two.
FEW_CHANGES = "14 endringer i 5 tiltak"
