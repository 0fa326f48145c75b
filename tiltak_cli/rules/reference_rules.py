"""TIL40x: ids, and what a measure says about other measures."""

from collections.abc import Iterator

from tiltak_cli.domain.measure import Measure, Status
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.domain.spelling import folded
from tiltak_cli.findings import Severity
from tiltak_cli.rules.base import Context, Earlier, Fault, Rule
from tiltak_cli.rules.edges.references import EDGES
from tiltak_cli.rules.ids import free_numbers, highest, near_ids

LONGEST_ROW = 10
# So many measures are followed on the way to one that may be meant.
FAR = 100
# So many measures are named as those that may be meant.
MOST_MEANT = 3
REFERENCES = ("innlemmet_i", "erstatter", "del_av", "avhenger_av")


def references(measure: Measure) -> Iterator[tuple[str, int | None, str]]:
    """Every reference as field, position in its list (None where it is one value), and id."""
    if measure.absorbed_into:
        yield "innlemmet_i", None, measure.absorbed_into
    for key, ids in zip(
        REFERENCES[1:], (measure.replaces, measure.part_of, measure.depends_on), strict=True
    ):
        for position, target in enumerate(ids):
            yield key, position, target


def unique_ids(context: Context) -> Iterator[Fault]:
    """An id stands once in the whole register."""
    first: dict[str, int] = {}
    measures = context.register.measures
    free = free_numbers(context)
    for index, measure in enumerate(measures):
        if not measure.id:
            continue
        if measure.id in first:
            other = first[measure.id]
            title = measures[other].title
            number = f"et nytt nummer, for eksempel T{next(free):03d}"
            message = (
                f"Id-en {measure.id} er allerede brukt av "
                f"{quoted(title) if title else 'et annet tiltak'}."
            )
            remedy = f"Gi tiltaket {number}."
            if measure == measures[other]:
                message = f"{measure.id} står to ganger, og alt i de to er likt."
                remedy = f"Ta bort det ene, eller gi det {number} og et eget innhold."
            elif folded(measure.title) == folded(title) != "":
                remedy = f"Ta bort det ene, eller gi det {number} og en egen tittel."
            yield Fault(
                ("id",),
                message,
                remedy,
                measure=index,
                earlier=(Earlier("først brukt her", other, ("id",)),),
            )
        else:
            first[measure.id] = index


def unique_titles(context: Context) -> Iterator[Fault]:
    """Two measures do not carry the same title."""
    first: dict[str, int] = {}
    measures = context.register.measures
    for index, measure in enumerate(measures):
        title = folded(measure.title)
        if title and title in first:
            other = measures[first[title]]
            # The same measure twice is told of by its id.
            if other.id == measure.id != "":
                continue
            yield Fault(
                ("tittel",),
                f"Tittelen er den samme som for {other.id}.",
                "Gi tiltakene hver sin tittel, eller slå dem sammen om de er det samme.",
                measure=index,
                earlier=(Earlier("samme tittel her", first[title], ("tittel",)),),
            )
        elif title:
            first[title] = index


def leads_to(start: str, end: str, key: str, context: Context) -> bool:
    """Whether references of one kind lead from a measure to another, or so far that they may."""
    seen, left = {start}, [start]
    while left and len(seen) < FAR:
        measure = context.by_id.get(left.pop())
        targets = [target for k, _, target in references(measure) if k == key] if measure else []
        left += [target for target in targets if target not in seen]
        seen.update(targets)
    return end in seen or bool(left)


def meant(near: list[str]) -> str:
    """Which measure may be meant by an id that none has; of many nobody knows."""
    if 0 < len(near) <= MOST_MEANT:
        return f"Mente du {listed(near, 'eller')}?"
    return "Rett id-en, eller ta bort henvisningen."


def references_exist(measure: Measure, context: Context) -> Iterator[Fault]:
    """Every measure that is named exists."""
    named = [(key, target) for key, _, target in references(measure)]
    for key, position, target in references(measure):
        if target not in context.by_id and context.unclear.isdisjoint((target, "")):
            # What the list has already is not meant once more.
            near = [n for n in near_ids(target, context.by_id) if (key, n) not in named]
            if len(near) <= 2 * MOST_MEANT:
                near = [code for code in near if not leads_to(code, measure.id, key, context)]
            yield Fault(
                (key,) if position is None else (key, position),
                f"«{key}» viser til {target}, men det finnes ikke noe tiltak med den id-en.",
                meant(near),
            )


def not_itself(measure: Measure, _context: Context) -> Iterator[Fault]:
    """A measure does not refer to itself."""
    for key, position, target in references(measure):
        if target == measure.id:
            yield Fault(
                (key,) if position is None else (key, position),
                f"«{key}» viser til tiltaket selv ({target}).",
                "Skriv id-en til et annet tiltak, eller ta bort henvisningen.",
            )


def no_cycles(context: Context) -> Iterator[Fault]:
    """References of one kind never lead back to where they began. Each circle is told once."""
    position = {measure.id: n for n, measure in enumerate(context.register.measures)}
    for key in REFERENCES:
        targets = {
            measure.id: [t for k, _, t in references(measure) if k == key and t != measure.id]
            for measure in context.register.measures
        }
        for circle in circles({node: ids for node, ids in targets.items() if ids}):
            yield Fault(
                (key,),
                f"«{key}» går i sirkel: {' → '.join(shortened([*circle, circle[0]]))}.",
                "Ta bort en av henvisningene, slik at rekken har en slutt.",
                measure=position[circle[0]],
            )


def shortened(ids: list[str]) -> list[str]:
    """The beginning and the end of a long row."""
    return ids if len(ids) <= LONGEST_ROW else [*ids[: LONGEST_ROW - 2], "…", ids[-1]]


def circles(targets: dict[str, list[str]]) -> Iterator[list[str]]:
    """Find each circle once, without recursion: a register may be a chain of thousands."""
    done: set[str] = set()
    for start, first in targets.items():
        trail: list[str] = []
        on_trail: dict[str, int] = {}
        stack = [(start, iter(first))] if start not in done else []
        if stack:
            trail.append(start)
            on_trail[start] = 0
        while stack:
            node, rest = stack[-1]
            following = next(rest, None)
            if following is None:
                stack.pop()
                done.add(node)
                del on_trail[trail.pop()]
            elif following in on_trail:
                yield trail[on_trail[following] :]
            elif following in targets and following not in done:
                on_trail[following] = len(trail)
                trail.append(following)
                stack.append((following, iter(targets[following])))


def absorbed_into_a_living_one(measure: Measure, context: Context) -> Iterator[Fault]:
    """What is absorbed goes on in a measure that itself goes on."""
    target = context.by_id.get(measure.absorbed_into)
    if target and target is not measure and target.status in (Status.DROPPED, Status.ABSORBED):
        yield Fault(
            ("innlemmet_i",),
            f"Tiltaket er innlemmet i {target.id}, men det tiltaket har selv status "
            f"«{target.status}».",
            "Vis til tiltaket der arbeidet faktisk fortsetter.",
        )


def next_milestone(measure: Measure) -> int:
    """The number after the highest that a milestone has."""
    return highest(m.id for m in measure.milestones) + 1


def unique_milestone_ids(measure: Measure, _context: Context) -> Iterator[Fault]:
    """A milestone's id stands once in its measure."""
    seen: set[str] = set()
    following = 0
    for position, milestone in enumerate(measure.milestones):
        if milestone.id and milestone.id in seen:
            following = following or next_milestone(measure)
            yield Fault(
                ("milepæler", position, "id"),
                f"Milepæl-id {milestone.id} er brukt to ganger i samme tiltak.",
                f"Gi milepælen et nytt nummer, for eksempel M{following}.",
            )
        seen.add(milestone.id)


TWO = "- id: T001\n  tittel: Felles mal\n"
REFERENCE_RULES = (
    Rule(
        code="TIL401",
        name="id-to-ganger",
        title="Samme id er brukt på to tiltak",
        why="Id-en er det eneste som følger et tiltak gjennom alle utgaver.",
        bad=TWO + "- id: T001\n  tittel: Felles arbeidsplass\n",
        good=TWO + "- id: T002\n  tittel: Felles arbeidsplass\n",
        register_check=unique_ids,
        edges=EDGES["TIL401"],
    ),
    Rule(
        code="TIL402",
        name="ukjent-tiltak",
        title="En henvisning går til et tiltak som ikke finnes",
        why="Leserne skal kunne slå opp det som er nevnt.",
        bad="avhenger_av: [T099]\n",
        good=TWO + "  avhenger_av: [T002]\n- id: T002\n  tittel: Felles arbeidsplass\n",
        reads=REFERENCES,
        measure_check=references_exist,
        edges=EDGES["TIL402"],
    ),
    Rule(
        code="TIL403",
        name="viser-til-seg-selv",
        title="Et tiltak viser til seg selv",
        why="Et tiltak kan ikke vente på, være del av eller erstatte seg selv.",
        bad="del_av: T001\n",
        good=TWO + "  del_av: T002\n- id: T002\n  tittel: Felles arbeidsplass\n",
        reads=REFERENCES,
        measure_check=not_itself,
        edges=EDGES["TIL403"],
    ),
    Rule(
        code="TIL404",
        name="sirkel",
        title="Henvisninger går i sirkel",
        why="Tiltak som venter på hverandre, blir aldri ferdige.",
        bad=TWO + "  avhenger_av: T002\n- id: T002\n  tittel: Felles arbeidsplass\n"
        "  avhenger_av: T001\n",
        good=TWO + "  avhenger_av: T002\n- id: T002\n  tittel: Felles arbeidsplass\n",
        register_check=no_cycles,
        edges=EDGES["TIL404"],
    ),
    Rule(
        code="TIL405",
        name="innlemmet-i-avsluttet",
        title="Tiltaket er innlemmet i et tiltak som selv utgår eller er innlemmet",
        why="Leserne skal finne arbeidet igjen der det fortsetter.",
        bad=TWO + "  status: innlemmet\n  begrunnelse: Samlet.\n  innlemmet_i: T002\n"
        "- id: T002\n  tittel: Felles arbeidsplass\n  status: utgår\n  begrunnelse: Stanset.\n",
        good=TWO + "  status: innlemmet\n  begrunnelse: Samlet.\n  innlemmet_i: T002\n"
        "- id: T002\n  tittel: Felles arbeidsplass\n",
        reads=("innlemmet_i", "status"),
        severity=Severity.WARNING,
        measure_check=absorbed_into_a_living_one,
        edges=EDGES["TIL405"],
    ),
    Rule(
        code="TIL406",
        name="milepæl-to-ganger",
        title="Samme milepæl-id er brukt to ganger i et tiltak",
        why="Milepælene følges fra utgave til utgave med id-en.",
        bad="milepæler:\n  - {id: M1, tekst: Utkast, frist: 2024}\n"
        "  - {id: M1, tekst: Rapport, frist: 2025}\n",
        good="milepæler:\n  - {id: M1, tekst: Utkast, frist: 2024}\n"
        "  - {id: M2, tekst: Rapport, frist: 2025}\n",
        reads=("milepæler",),
        measure_check=unique_milestone_ids,
        edges=EDGES["TIL406"],
    ),
    Rule(
        code="TIL407",
        name="samme-tittel",
        title="To tiltak har samme tittel",
        why="Det er oftest samme tiltak skrevet inn to ganger.",
        bad=TWO + "- id: T002\n  tittel: Felles mal\n",
        good=TWO + "- id: T002\n  tittel: Felles arbeidsplass\n",
        severity=Severity.WARNING,
        register_check=unique_titles,
        edges=EDGES["TIL407"],
    ),
)
