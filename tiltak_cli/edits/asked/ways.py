"""What is asked for a field, and the way to it: in a measure, the head, or a milestone."""

from typing import Any, NamedTuple

from tiltak_cli.domain.fields import BY_KEY, MILESTONES, Kind
from tiltak_cli.domain.spelling import folded

# A field of a measure that is a list, known by an id of its own, and what an item must have.
MILESTONE_TEXT = "tekst"


class Way(NamedTuple):
    """`field` is the measure's or the head's, `item` the id of a milestone, `part` a field in it.

    `frist`, `opphav.periode`, `milepæler.M1.nådd`, or the milestone `milepæler.M1` itself.
    """

    field: str
    item: str = ""
    part: str = ""

    @classmethod
    def of(cls, field: str, *rest: str) -> "Way":
        """The way that some steps lead."""
        return cls(field, *rest) if field == MILESTONES else cls(field, "", *rest)

    @property
    def steps(self) -> tuple[str, ...]:
        """Its steps, from the measure or the head."""
        return tuple(filter(None, self))

    @property
    def name(self) -> str:
        """The field as it is told."""
        return ".".join(self.steps)

    @property
    def kept_as(self) -> str:
        """The field as `value_of` knows it: that of a milestone is the same in each."""
        return ".".join(self._replace(item="").steps)

    @property
    def kind(self) -> Kind | None:
        """What kind of field it is; None for what is in one with fields of its own."""
        whole = self.field in BY_KEY and self == (self.field, "", "")
        return BY_KEY[self.field].kind if whole else None

    @property
    def above(self) -> "Way":
        """What has the field: for one of a measure or the head, the field itself."""
        return self._replace(part="")

    @property
    def milestone(self) -> bool:
        """Whether it leads to a milestone itself."""
        return bool(self.item and not self.part)

    def value(self, plain: dict[str, Any]) -> Any:
        """What stands there in the plain data of a measure, or the head; None for nothing."""
        value: Any = plain.get(self.field)
        if self.item:
            items = value if isinstance(value, list) else ()
            value = next((item for item in items if is_milestone(item, self.item)), None)
        if self.part:
            value = value.get(self.part) if isinstance(value, dict) else None
        return value

    def stands(self, plain: dict[str, Any]) -> bool:
        """Whether the field is there, though it may have no value."""
        if not self.part:
            return self.field in plain
        holder = self.above.value(plain)
        return isinstance(holder, dict) and self.part in holder


def is_milestone(item: Any, identity: str) -> bool:
    """Whether an item of a list is the milestone with an id, in any case."""
    return isinstance(item, dict) and folded(str(item.get("id"))) == folded(identity)


class Assignment(NamedTuple):
    """What is asked for a field: `=`, `+=` or `-=`, and what was written after that."""

    way: Way
    sign: str
    raw: str


class FaultyError(Exception):
    """Why what is asked for a field cannot be taken, and what to write, as sentences.

    `field` is the one whose value it is, where it is about the value.
    """

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field
