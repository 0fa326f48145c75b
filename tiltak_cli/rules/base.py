"""What a rule is. A rule is data and one small pure function; nothing registers itself."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from tiltak_cli.domain.measure import Measure
from tiltak_cli.domain.register import Register
from tiltak_cli.findings import Finding, Place, Related, Severity

Path = tuple[str | int, ...]
# The head's position among the measures.
HEAD = -1
# What every example begins with: the head of a register.
HEAD_LINES = 'strategi: "2021-2025"\nutgave: "2023-2"\nper_dato: 2023-10-15\nansvarlig: KDD\n'
# Codes about the form of a file and its values: with these it is not known what was meant.
UNCLEAR = ("TIL0", "TIL1", "TIL2", "TIL401", "TIL9")


class Past(NamedTuple):
    """An earlier edition to hold the register against, and what to call it.

    `still` are the ids of the measures that have not changed for more than `days` days; of those in
    `unknown` it cannot be told.
    """

    register: Register | None = None
    name: str = ""
    still: frozenset[str] = frozenset()
    days: int = 0
    unknown: frozenset[str] = frozenset()


class Context(NamedTuple):
    """What a rule may know besides the measure.

    The register, its measures by id, each direction's target area, the codes that are valid on the
    register's date, the report date, the past where that was asked for, and its measures by id;
    `earlier` has those that are still there by their ids now, which may be others. `unclear` are
    the ids that measures may have whose own are of the wrong form; with an empty one, any. `text`
    is all that measures say in texts: what few say is asked of it first.
    """

    register: Register
    by_id: dict[str, Measure]
    parents: dict[str, str]
    valid_codes: frozenset[str]
    report_date: date
    past: Past | None
    before: dict[str, Measure]
    earlier: dict[str, Measure]
    unclear: frozenset[str] = frozenset()
    text: str = ""


class Earlier(NamedTuple):
    """Another place in the register that explains a fault."""

    text: str
    measure: int
    path: Path


class Mend(NamedTuple):
    """What to write instead: the value at a path from the measure; safe when no one need look."""

    path: Path
    value: Any
    safe: bool = False


class Fault(NamedTuple):
    """A broken rule, before it is known where in the text that is.

    `path` leads from the measure to the value at fault, such as `("milepæler", 0, "frist")`.
    `measure` is the measure's position in the register; a rule about one measure leaves it alone.
    `about` is the id and title of a measure that is no longer there.
    """

    path: Path
    message: str
    remedy: str
    measure: int = HEAD
    earlier: tuple[Earlier, ...] = ()
    mend: Mend | None = None
    about: tuple[str, str] = ("", "")


MeasureCheck = Callable[[Measure, Context], Iterator[Fault]]
RegisterCheck = Callable[[Context], Iterator[Fault]]


class Edge(NamedTuple):
    """What stands just on one side of a rule's boundary, and whether the rule is broken there.

    `before` is the earlier edition, where that is not the one of the rule's own examples.
    """

    about: str
    example: str
    broken: bool = False
    before: str | None = None


class Rule(NamedTuple):
    """A rule with its manual page.

    `bad` and `good` are examples that run as tests. An example is a whole file, some measures, or
    the lines of a measure that matter, where «# frist mangler» leaves out a field. `bad` is None
    where one file cannot show it. `beside` are other files that the bad example needs, by name; a
    file «før.yaml» among them is the earlier edition. `reads` names the fields that the check looks
    at, with `per_dato` for the head's date and `strategi` for its strategy: where one of them is
    already found faulty, the rule keeps quiet. `edges` are more examples, from `rules/edges/`, of
    how far the rule goes.
    """

    code: str
    name: str
    title: str
    why: str
    bad: str | None
    good: str
    reads: tuple[str, ...] = ()
    severity: Severity = Severity.ERROR
    measure_check: MeasureCheck | None = None
    register_check: RegisterCheck | None = None
    beside: tuple[tuple[str, str], ...] = ()
    edges: tuple[Edge, ...] = ()

    def finding(
        self,
        place: Place,
        message: str,
        remedy: str,
        *,
        measure_id: str = "",
        measure_title: str = "",
        related: tuple[Related, ...] = (),
    ) -> Finding:
        """Make the finding that says this rule is broken at a place."""
        return Finding(
            code=self.code,
            name=self.name,
            severity=self.severity,
            place=place,
            message=message,
            remedy=remedy,
            measure_id=measure_id,
            measure_title=measure_title,
            related=related,
        )
