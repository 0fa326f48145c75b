"""Random registers in two editions, made together so that what differs is known beforehand."""

from datetime import date
from random import Random
from typing import Any, NamedTuple

from wording_pairs import CONTENT, FORM, UNSEEN
from written_registers import Data, World, municipality, required, shipped, text_of

from tiltak_cli.domain.fields import FIELDS, Diff, Field, Kind
from tiltak_cli.domain.measure import Assessment, Priority, Status

WORLDS = (shipped(), municipality())
# A measure's title has a subject of its own, so that none is taken for another.
SUBJECTS = (
    "Felles mal for høringer", "Årlig kriseøvelse", "Kjøretøy uten utslipp", "Lærlinger i arkivet",
    "Budsjett på ett ark", "Skoleveien om vinteren", "Nytt personalsystem", "Kantine og møterom",
)  # fmt: skip
# What separates lines or paragraphs cannot stand in a register's text.
HIDDEN = tuple(pair for pair in UNSEEN if {"\u2028", "\u2029"}.isdisjoint(pair[0]))
REFERENCES = ("T901", "T902", "T903")
DATES = ("2023", "2024", "2024-H1", "2024-Q2", "2024-06", "2024-06-30", "2025")
ONE_OF: dict[Kind, tuple[str, ...]] = {
    Kind.STATUS: tuple(map(str, Status)),
    Kind.PRIORITY: tuple(map(str, Priority)),
    Kind.ASSESSMENT: tuple(map(str, Assessment)),
    Kind.DAY: ("2023-03-01", "2023-04-01", "2024-02-29"),
    Kind.PARTIAL_DATE: DATES,
    Kind.REFERENCE: REFERENCES,
}
# A part with fields of its own, which of them is a text, and what may differ in it.
PARTS: dict[Kind, tuple[Data, str, tuple[Data, ...]]] = {
    Kind.MILESTONES: (
        {"id": "M1", "tekst": "Utkast er sendt", "frist": "2024", "nådd": "2024-02-01"},
        "tekst",
        ({"tekst": "Utkast er klart"}, {"frist": "2025"}, {"frist": None}, {"nådd": None}),
    ),
    Kind.DOCUMENTS: (
        {"tittel": "Mandat", "lenke": "https://dfo.no/a"},
        "tittel",
        ({"tittel": "Rapport"}, {"lenke": "https://dfo.no/b"}),
    ),
    Kind.ORIGIN: (
        {"periode": "2016-2020", "id": "1.4", "status": "vedtatt"},
        "",
        ({"status": "igangsatt"}, {"id": None}, {"periode": "2011-2015"}),
    ),
}
MORE = {
    Kind.MILESTONES: {
        "id": "M2",
        "tekst": "Høring er holdt",
        "frist": "2026",
        "nådd": "2025-05-05",
    },
    Kind.DOCUMENTS: {"tittel": "Høringsnotat", "lenke": "https://dfo.no/c"},
}
HALF, FEW = 0.5, 0.05
# How a field differs, and its values in the two editions; None is no field at all.
Edit = tuple[str, Any, Any]


class Editions(NamedTuple):
    """The measures of a register in two editions, and what is known of them.

    `told` are the measures and fields that differ; a measure that came or went has no field.
    `form` are those of them that differ only in how a text is written.
    """

    world: World
    old: list[Data]
    new: list[Data]
    told: set[tuple[str, str]]
    form: set[tuple[str, str]]


def editions(rng: Random) -> Editions:
    """A register and an edit of it."""
    known = Editions(rng.choice(WORLDS), [], [], set(), set())
    for number, subject in enumerate(rng.sample(SUBJECTS, rng.randint(1, 4)), 1):
        _add(rng, known, f"T{number:03}", subject)
    rng.shuffle(known.new)
    return known


def texts(rng: Random, known: Editions) -> tuple[str, str]:
    """Both as YAML, with the fields of each measure in any order and comments between them."""
    old, new = (
        text_of(known.world, [_shuffled(rng, measure) for measure in side])
        for side in (known.old, known.new)
    )
    return _commented(rng, old), _commented(rng, new)


def _add(rng: Random, known: Editions, code: str, subject: str) -> None:
    """A measure that stays, with some fields that differ or not; or one that comes or goes."""
    text = f"{subject} skal innføres."
    base = required(known.world, id=code, tittel=subject, beskrivelse=text)
    fate = rng.choice(("stays",) * 6 + ("comes", "goes"))
    before, now = dict(base), dict(base)
    for field in rng.sample(FIELDS[1:], rng.randint(0, 6)):
        how, *values = _edit(rng, known.world, field, base.get(field.key))
        for side, value in zip((before, now), values, strict=True):
            side.update({field.key: value} if value is not None else {})
        if fate == "stays" and how != "same":
            known.told.add((code, field.key))
            known.form.update([(code, field.key)] * (how == "form"))
    if fate != "stays":
        known.told.add((code, ""))
    known.old.extend([before] * (fate != "comes"))
    known.new.extend([now] * (fate != "goes"))


def _edit(rng: Random, world: World, field: Field, base: Any) -> Edit:
    """How a field differs («form», «content») or does not («same»), and its values."""
    text = field.kind is Kind.TEXT
    how, old, new = _texts(rng, field, base) if text else _values(rng, world, field)
    if field.required or old is None or new is None or rng.random() < HALF:
        return how, old, new
    # Set in one edition, and not there in the other.
    empty = {Kind.FLAG: (None, False)}.get(field.kind, (None,))
    return rng.choice((("content", rng.choice(empty), new), ("content", old, None)))


def _texts(rng: Random, field: Field, base: Any) -> Edit:
    """A pair of the table, or for a title, which must stay its own, one of the same sorts."""
    how = rng.choice(("content", "form", "same"))
    if field.key == "tittel":
        others = {"content": f"{base} i alle etater", "form": f"{base}.", "same": f"{base}\xad"}
        old, new = base, others[how]
    else:
        table = {"content": CONTENT, "form": FORM, "same": HIDDEN}[how]
        old, new, _ = rng.choice(table)
    if field.diff is not Diff.TEXT and how == "form":
        how = "content"
    return rng.choice(((how, old, new), (how, new, old)))


def _values(rng: Random, world: World, field: Field) -> Edit:
    """Two values that differ, or one value in two orders."""
    if field.kind in ONE_OF:
        old, new = rng.sample(ONE_OF[field.kind], 2)
        return "content", old, new
    if field.kind is Kind.FLAG:
        return "same", True, True
    if field.kind in PARTS:
        return _parts(rng, field)
    codes = _codes(world)[field.kind]
    if not codes:
        return "same", None, None
    one, other = _some(rng, codes), _some(rng, codes)
    lead = field.kind is Kind.ORGANISATIONS and field.diff is Diff.ORDERED
    if set(one) == set(other):
        # Who leads stands first; nothing else in these lists has a place of its own.
        other = [*one[:lead], *rng.sample(one[lead:], len(one) - lead)]
        return "same", one, other
    everyone = field.kind is Kind.PARTICIPANTS and rng.random() < HALF
    return "content", one, "alle" if everyone else other


def _codes(world: World) -> dict[Kind, tuple[Any, ...]]:
    plan = world.plan
    organisations = plan.organisations.codes_on(date.fromisoformat(world.head["per_dato"]))[:5]
    return {
        Kind.AREAS: plan.area_codes,
        Kind.DIRECTIONS: plan.direction_codes,
        Kind.DEVELOPMENTS: plan.development_codes,
        Kind.ORGANISATIONS: organisations,
        Kind.PARTICIPANTS: organisations,
        Kind.REFERENCES: REFERENCES,
    }


def _some(rng: Random, codes: tuple[Any, ...]) -> list[Any]:
    return rng.sample(codes, rng.randint(1, min(3, len(codes))))


def _parts(rng: Random, field: Field) -> Edit:
    """A list of milestones or documents, or an origin, in which one thing differs."""
    whole, text, changes = PARTS[field.kind]
    how = rng.choice(("content", "same"))
    if how == "content":
        part = {**whole, **rng.choice(changes)}
        part = {key: value for key, value in part.items() if value is not None}
    elif text:
        seen, hidden, _ = rng.choice(HIDDEN)
        whole, part = {**whole, text: seen}, {**whole, text: hidden}
    else:
        part = whole
    if field.kind is Kind.ORIGIN:
        return how, whole, part
    more = {**whole, **MORE[field.kind]}
    old, new = [whole, more], [part, more]
    if field.kind is Kind.MILESTONES:
        rng.shuffle(new)
    return rng.choice(
        ((how, old, new), (how, new, old), ("content", [whole], new), ("content", old, [more]))
    )


def _shuffled(rng: Random, measure: Data) -> Data:
    """A measure with its fields in another order."""
    keys = list(measure)
    return {key: measure[key] for key in rng.sample(keys, len(keys))}


def _commented(rng: Random, text: str) -> str:
    """A text with comments on lines of their own."""
    return "".join(
        f"# Sett på av {rng.choice(SUBJECTS)}\n{line}" if rng.random() < FEW else line
        for line in text.splitlines(keepends=True)
    )
