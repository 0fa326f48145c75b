"""TIL41x: the measure against the strategy and the organisations of its day."""

from collections.abc import Iterator
from datetime import date

from tiltak_cli.domain.deadline import norwegian_day, norwegian_long
from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.domain.measure import EVERYONE, Measure
from tiltak_cli.domain.norwegian import listed
from tiltak_cli.domain.organisations import Name, Organisation, validity
from tiltak_cli.findings import Severity
from tiltak_cli.rules.base import Context, Fault, Mend, Path, Rule
from tiltak_cli.rules.edges.references import EDGES


def directions_within_areas(measure: Measure, context: Context) -> Iterator[Fault]:
    """The parent of every direction is among the measure's areas; areas may be more."""
    for position, code in enumerate(measure.directions):
        parent = context.parents.get(code)
        if parent and parent not in measure.areas:
            yield Fault(
                ("retningsvalg", position),
                f"Retningsvalg {code} hører til målområde {parent}, men tiltaket har bare "
                f"målområde {listed(measure.areas)}.",
                f"Legg til {parent} i «målområder», eller velg et annet retningsvalg.",
            )


def example_direction(measure: Measure, context: Context) -> str:
    """A direction of the measure's first area, or the first of all."""
    directions = context.register.strategy.directions
    own = (d.code for d in directions if d.area in measure.areas)
    return next(own, directions[0].code)


def has_direction(measure: Measure, context: Context) -> Iterator[Fault]:
    """A measure follows up at least one direction of the strategy."""
    if not measure.directions and measure.origin is None:
        yield Fault(
            ("retningsvalg",),
            "Tiltaket mangler retningsvalg.",
            "Skriv minst ett av strategiens retningsvalg, for eksempel "
            f"«retningsvalg: [{example_direction(measure, context)}]».",
        )


def carried_over_has_direction(measure: Measure, context: Context) -> Iterator[Fault]:
    """A carried-over measure was made for another strategy, but ought to be placed in this one."""
    if not measure.directions and measure.origin is not None:
        yield Fault(
            ("retningsvalg",),
            f"Det videreførte tiltaket fra {measure.origin.period} er ikke knyttet til noe "
            "retningsvalg.",
            "Skriv hvilket retningsvalg det støtter, for eksempel "
            f"«retningsvalg: [{example_direction(measure, context)}]».",
        )


def organisation_paths(measure: Measure) -> Iterator[tuple[Path, str]]:
    """Every organisation named, with the places it may stand: as one value or in a list."""
    for key, codes in (
        ("ansvarlig", measure.responsible),
        ("utførende", measure.executing),
        ("deltakere", measure.participants),
    ):
        for position, code in enumerate(codes):
            yield (key, position), code


def organisations_on_their_day(measure: Measure, context: Context) -> Iterator[Fault]:
    """An organisation is called what it was called on the day that the content describes."""
    for path, code in organisation_paths(measure):
        if code not in context.valid_codes:
            for fault in organisation_on_day(path, code, context):
                named = getattr(measure, BY_KEY[str(path[0])].attribute)
                # Twice in one list is wrong too: then someone must choose.
                twice = fault.mend and fault.mend.value in named
                yield fault._replace(mend=None) if twice else fault


def keeper_on_its_day(context: Context) -> Iterator[Fault]:
    """So is the one who keeps the overview."""
    keeper = context.register.keeper
    if keeper not in context.valid_codes:
        yield from organisation_on_day(("ansvarlig",), keeper, context)


def organisation_on_day(path: Path, code: str, context: Context) -> Iterator[Fault]:
    """Say what an organisation is called on the register's date, when it is not that code."""
    as_of = context.register.as_of
    organisation = context.register.organisations.by_code.get(code)
    if organisation is None:
        return
    now = organisation.name_on(as_of)
    old = next(name for name in organisation.names if name.code == code)
    if now:
        since = f" fra {norwegian_long(now.since)}" if now.since else f" ({validity(now)})"
        yield Fault(
            path,
            f"{code} heter {now.code}{since}, og registeret gjelder for {norwegian_day(as_of)}.",
            f"Skriv {now.code} ({now.bokmål}).",
            mend=Mend(path, now.code, safe=True),
        )
    else:
        yield Fault(
            path,
            f"{code} fantes ikke {norwegian_day(as_of)}: {period_of(organisation, old, as_of)}.",
            "Skriv virksomheten som hadde oppgaven da, eller rett «per_dato».",
        )


def period_of(organisation: Organisation, name: Name, day: date) -> str:
    """Say why an organisation has no name on a day: it was founded later, or has ended."""
    first, last = organisation.names[0].since, organisation.names[-1].until
    if first and day < first:
        return f"{name.bokmål} ble opprettet {norwegian_long(first)}"
    if last and last < day:
        return f"{name.bokmål} fantes til {norwegian_long(last)}"
    return f"navnet {name.bokmål} gjelder {validity(name)}"


def responsible_not_participant(measure: Measure, _context: Context) -> Iterator[Fault]:
    """Who is responsible takes part already."""
    for position, code in enumerate(measure.participants):
        if code in measure.responsible:
            yield Fault(
                ("deltakere", position),
                f"{code} er ansvarlig for tiltaket og står også som deltaker.",
                f"Ta bort {code} fra «deltakere».",
                mend=Mend(("deltakere",), [c for c in measure.participants if c != code]),
            )


def executing_is_another(measure: Measure, _context: Context) -> Iterator[Fault]:
    """Who does the work is named where that is another than who is responsible for it."""
    if measure.executing and {*measure.executing} <= {*measure.responsible}:
        yield Fault(
            ("utførende",),
            f"«utførende» ({listed(measure.executing)}) er den samme som «ansvarlig».",
            "Ta bort «utførende», eller skriv den andre som gjør arbeidet.",
        )


def everyone_stands_alone(measure: Measure, _context: Context) -> Iterator[Fault]:
    """Where everyone takes part, nobody needs to be named."""
    if EVERYONE in measure.participants and len(measure.participants) > 1:
        others = [code for code in measure.participants if code != EVERYONE]
        yield Fault(
            ("deltakere", measure.participants.index(EVERYONE)),
            f"«alle» står sammen med navngitte deltakere ({listed(others)}).",
            "Ta bort de andre om alle deltar, ellers ta bort «alle».",
        )


def origin_is_the_previous_period(measure: Measure, context: Context) -> Iterator[Fault]:
    """What is carried over comes from the strategy before this one."""
    previous = context.register.strategy.previous
    if measure.origin and previous and measure.origin.period.replace("–", "-") != previous:
        yield Fault(
            ("opphav", "periode"),
            f"Opphavet er {measure.origin.period}, men strategien før denne gjaldt {previous}.",
            f"Skriv «periode: {previous}», eller ta bort «opphav».",
        )


STRATEGY_RULES = (
    Rule(
        code="TIL411",
        name="retningsvalg-utenfor-målområde",
        title="Et retningsvalg hører til et målområde som tiltaket ikke har",
        why=(
            "Tiltaket ville blitt telt under retningsvalget, men ikke under målområdet det hører "
            "til."
        ),
        bad="målområder: [1]\nretningsvalg: [1a, 2b]\n",
        good="målområder: [1, 2]\nretningsvalg: [1a, 2b]\n",
        reads=("strategi", "målområder", "retningsvalg"),
        measure_check=directions_within_areas,
        edges=EDGES["TIL411"],
    ),
    Rule(
        code=("TIL412"),
        name="retningsvalg-mangler",
        title="Tiltaket mangler retningsvalg",
        why=(
            "Strategien sier at målene nås gjennom retningsvalgene, så hvert tiltak må ha minst "
            "ett."
        ),
        bad="# retningsvalg mangler\n",
        good="retningsvalg: [1a]\n",
        reads=("strategi", "retningsvalg", "opphav"),
        measure_check=has_direction,
        edges=EDGES["TIL412"],
    ),
    Rule(
        code="TIL413",
        name="videreført-uten-retningsvalg",
        title="Et tiltak fra forrige periode er ikke knyttet til noe retningsvalg",
        why="Videreførte tiltak ble laget for en annen strategi, men bør plasseres i denne.",
        bad="# retningsvalg mangler\nopphav: {periode: 2016-2020, status: vedtatt}\n",
        good="retningsvalg: [1a]\nopphav: {periode: 2016-2020, status: vedtatt}\n",
        reads=("strategi", "retningsvalg", "opphav"),
        severity=Severity.WARNING,
        measure_check=carried_over_has_direction,
        edges=EDGES["TIL413"],
    ),
    Rule(
        code="TIL414",
        name="virksomhet-feil-tid",
        title=(
            "Virksomheten hadde et annet navn, eller fantes ikke, på datoen registeret gjelder for"
        ),
        why="Departementer skifter navn. Leserne skal kjenne igjen navnet som gjaldt den dagen.",
        bad="ansvarlig: KMD\n",
        good="ansvarlig: KDD\n",
        # Not the organisations: a code that does not exist is passed over, one by one.
        reads=("per_dato",),
        measure_check=organisations_on_their_day,
        register_check=keeper_on_its_day,
        edges=EDGES["TIL414"],
    ),
    Rule(
        code="TIL415",
        name="ansvarlig-og-deltaker",
        title="Samme virksomhet er både ansvarlig og deltaker",
        why="Rollene telles hver for seg, og virksomheten ville blitt telt to ganger.",
        bad="ansvarlig: KDD\ndeltakere: [KDD, FIN]\n",
        good="ansvarlig: KDD\ndeltakere: [FIN]\n",
        reads=("ansvarlig", "deltakere"),
        measure_check=responsible_not_participant,
        edges=EDGES["TIL415"],
    ),
    Rule(
        code="TIL416",
        name="alle-og-noen",
        title="«alle» står sammen med navngitte deltakere",
        why="Da er det uklart om alle deltar, eller bare de som er nevnt.",
        bad="deltakere: [alle, FIN]\n",
        good="deltakere: alle\n",
        reads=("deltakere",),
        measure_check=everyone_stands_alone,
        edges=EDGES["TIL416"],
    ),
    Rule(
        code="TIL417",
        name="opphav-fra-annen-periode",
        title="Opphavet er ikke strategiperioden før denne",
        why="Bare tiltak fra forrige strategi føres som videreført.",
        bad="opphav: {periode: 2011-2015, status: vedtatt}\n",
        good="opphav: {periode: 2016-2020, status: vedtatt}\n",
        reads=("strategi", "opphav"),
        measure_check=origin_is_the_previous_period,
        edges=EDGES["TIL417"],
    ),
    Rule(
        code="TIL418",
        name="ansvarlig-og-utførende",
        title="Samme virksomhet er både ansvarlig og utførende",
        why="Feltet sier hvem som gjør arbeidet når det er en annen enn den ansvarlige.",
        bad="ansvarlig: KDD\nutførende: KDD\n",
        good="ansvarlig: KDD\n",
        severity=Severity.WARNING,
        reads=("ansvarlig", "utførende"),
        measure_check=executing_is_another,
        edges=EDGES["TIL418"],
    ),
)
