"""TIL5xx: the register against an earlier edition, and against its history in git."""

from collections.abc import Iterator
from datetime import date

from tiltak_cli.domain.deadline import norwegian, norwegian_days
from tiltak_cli.domain.identity.likeness import alike
from tiltak_cli.domain.measure import NEEDS_REASON, Measure, Status
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Severity
from tiltak_cli.rules.base import Context, Fault, Rule
from tiltak_cli.rules.edges.past import EDGES
from tiltak_cli.rules.reference_rules import references

STALE = "TIL506"


def nothing_vanishes(context: Context) -> Iterator[Fault]:
    """What was there before is there still, unless it had ended, and under its own id."""
    if any(not measure.id for measure in context.register.measures):
        # A measure without an id may be the one; that is told already.
        return
    there = {old.id for new, old in context.earlier.items() if not _replaces(new, old, context)}
    for measure in context.before.values():
        again = measure.id in context.by_id and measure.id not in context.earlier
        # Of an id that is used again there is a finding that says so.
        if measure.id not in there and not measure.ended and not again:
            yield Fault(
                ("tiltak",),
                f"{measure.id} {quoted(measure.title)} var {_status(measure)} i {_past(context)}, "
                "men er ikke med lenger.",
                "Sett tiltaket inn igjen, og gi det status gjennomført, utgår eller innlemmet om "
                "arbeidet er slutt.",
                about=(measure.id, measure.title),
            )
    measures = context.register.measures
    named = {target for m in measures for _, _, target in references(m)}
    for position, now in enumerate(measures):
        earlier = _earlier(now, context)
        if earlier and earlier.id in there and now.id not in context.before:
            yield Fault(
                ("id",),
                f"Tiltaket hadde id-en {earlier.id} i {_past(context)}.",
                _keep(earlier, referred_to=now.id in named),
                measure=position,
            )


def _replaces(new: str, old: Measure, context: Context) -> bool:
    """Whether a measure says that it comes in place of another, and has another title too."""
    measure = context.by_id[new]
    named = {*measure.replaces, measure.origin.id if measure.origin else ""}
    return old.id != new and old.id in named and not alike(old, measure)


def id_is_not_reused(measure: Measure, context: Context) -> Iterator[Fault]:
    """An id stands for one measure, for ever."""
    before = context.before.get(measure.id)
    if before is None or context.by_id.get(measure.id) is not measure:
        return
    earlier = context.earlier.get(measure.id)
    if earlier is before:
        return
    title, past = quoted(before.title), _past(context)
    now = next((new for new, old in context.earlier.items() if old is before), "")
    message = f"I {past} var {measure.id} {title}, som " + (f"nå er {now}." if now else "er borte.")
    remedy = "Gi det nye tiltaket en id som ikke har vært brukt."
    if earlier:
        message += f" Dette tiltaket hadde id-en {earlier.id}."
        remedy = _keep(earlier)
    elif not now:
        message = f"{measure.id} var {title} i {past}, et helt annet tiltak."
        remedy = f"{remedy[:-1]}, og sett inn igjen det som sto her."
    yield Fault(("id",), message, remedy)


def _keep(earlier: Measure, *, referred_to: bool = False) -> str:
    also = ", også der andre viser til det" if referred_to else ""
    return f"Skriv «id: {earlier.id}»{also}: et tiltak beholder id-en sin."


def moved_deadline_keeps_the_first(measure: Measure, context: Context) -> Iterator[Fault]:
    """A deadline that is moved leaves the first one in `opprinnelig_frist`."""
    earlier = _earlier(measure, context)
    if earlier is None or earlier.deadline is None or measure.deadline is None:
        return
    given, known = measure.original_deadline, earlier.original_deadline
    first = known or earlier.deadline
    write = f"«opprinnelig_frist: {first.text}»"
    if given is None:
        if measure.deadline.last == first.last:
            return
        moved = (
            f"Fristen er flyttet fra {norwegian(earlier.deadline)} til "
            f"{norwegian(measure.deadline)} siden {_past(context)}"
            if measure.deadline.last != earlier.deadline.last
            else f"Den opprinnelige fristen i {_past(context)} var {norwegian(first)}"
        )
        message = f"{moved}, men feltet «opprinnelig_frist» mangler."
        yield Fault(("frist",), message, f"Legg til {write}.")
    elif known and given.last != known.last:
        message = (
            f"Den opprinnelige fristen er endret fra {norwegian(known)} til {norwegian(given)} "
            f"siden {_past(context)}."
        )
        yield Fault(("opprinnelig_frist",), message, f"Skriv {write}: den første fristen står.")
    elif given.last > first.last and measure.deadline.last != earlier.deadline.last:
        # An earlier day may be right: the deadline may have been moved before that edition.
        message = (
            f"Den opprinnelige fristen er {norwegian(given)}, men i {_past(context)} var fristen "
            f"{norwegian(first)}."
        )
        yield Fault(("opprinnelig_frist",), message, f"Skriv {write}.")


def new_priority_is_explained(measure: Measure, context: Context) -> Iterator[Fault]:
    """A measure that is raised or lowered says why."""
    earlier = _earlier(measure, context)
    if earlier is None or measure.priority is earlier.priority or measure.ended:
        return
    stated = earlier.priority and measure.priority
    if not stated or _has_new_words(measure, earlier):
        return
    yield Fault(
        ("prioritet",),
        f"Prioriteten er endret fra {earlier.priority} til {measure.priority} siden "
        f"{_past(context)}, uten at «fremdrift» forklarer det.",
        "Skriv i «fremdrift» hvorfor, eller sett prioriteten tilbake.",
    )


def ended_stays_ended(measure: Measure, context: Context) -> Iterator[Fault]:
    """What readers have been told is over does not come back without a word."""
    earlier = _earlier(measure, context)
    if earlier is None or not earlier.ended or measure.ended:
        return
    explained = measure.reason and _flat(measure.reason) != _flat(earlier.reason)
    # Where another rule asks for the reason, or says that the status does not fit, that is enough.
    asked = measure.status in NEEDS_REASON and not measure.reason
    if explained or asked or measure.completed or measure.absorbed_into:
        return
    yield Fault(
        ("status",),
        f"Status var «{earlier.status}» i {_past(context)} og er nå «{measure.status}», uten en "
        "ny begrunnelse.",
        "Skriv i «begrunnelse» hvorfor det er tatt opp igjen, eller sett statusen tilbake.",
    )


def active_measures_are_looked_at(measure: Measure, context: Context) -> Iterator[Fault]:
    """What is to be done is gone through now and then."""
    past = context.past
    if past is None or measure.id not in past.still or not goes_on(measure, context.report_date):
        return
    yield Fault(
        ("fremdrift",) if measure.progress else ("status",),
        f"Ingenting er endret i tiltaket på over {norwegian_days(past.days)}.",
        "Gå gjennom tiltaket, og skriv dagen i «oppdatert» om alt fortsatt stemmer.",
    )


def goes_on(measure: Measure, day: date) -> bool:
    """Whether a measure is one that somebody should look at now and then."""
    waits = measure.start is not None and measure.start.first > day
    return not (measure.ended or waits or measure.status is Status.POSTPONED)


def _status(measure: Measure) -> str:
    return str(measure.status or "uten status")


def _earlier(measure: Measure, context: Context) -> Measure | None:
    """The measure as it was; of two with the same id, which is told already, only the first."""
    return context.earlier.get(measure.id) if context.by_id.get(measure.id) is measure else None


def _has_new_words(measure: Measure, earlier: Measure) -> bool:
    now = (measure.progress, measure.reason, measure.deviation)
    before = (earlier.progress, earlier.reason, earlier.deviation)
    return any(text and _flat(text) != _flat(old) for text, old in zip(now, before, strict=True))


def _flat(text: str) -> str:
    """A text however it is broken into lines."""
    return " ".join(text.split())


def _past(context: Context) -> str:
    return f"«{context.past.name}»" if context.past and context.past.name else "forrige utgave"


BEFORE = "før.yaml"
DONE = "status: gjennomført\ngjennomført: 2023-06-30\nresultat: Malen er i bruk.\n"
ONGOING = "status: igangsatt\nfremdrift: Arbeidet følger planen.\n"
TEMPLATE = "- id: T001\n"
OTHER = "- id: T002\n  tittel: Opplæring av ledere\n  beskrivelse: Nye ledere får et kurs.\n"
REUSED = (
    "- id: T001\n  tittel: Innsynsløsning for postjournaler\n"
    "  beskrivelse: Borgere kan søke i dokumenter på nett.\n"
    "  retningsvalg: [1c]\n  ansvarlig: KUD\n  frist: 2024-06\n"
)
PAST_RULES = (
    Rule(
        code="TIL501",
        name="borte-uten-avslutning",
        title="Et tiltak fra forrige utgave er borte uten å være avsluttet",
        why=(
            "Ingenting skal forsvinne uten forklaring. Et tiltak kan tas ut når det i forrige "
            "utgave var gjennomført, utgikk eller var innlemmet i et annet. Id-en endres aldri."
        ),
        bad=TEMPLATE,
        good=TEMPLATE + OTHER,
        reads=("tiltak",),
        register_check=nothing_vanishes,
        beside=((BEFORE, TEMPLATE + OTHER),),
        edges=EDGES["TIL501"],
    ),
    Rule(
        code="TIL502",
        name="id-gjenbrukt",
        title="En id er brukt om igjen til et annet tiltak",
        why=(
            "Møtereferater og gamle utgaver viser til id-en, og ville da vise til feil tiltak. "
            "Tittel og beskrivelse kan skrives om; funnet kommer bare når nesten alt er "
            "annerledes."
        ),
        bad=REUSED,
        good=TEMPLATE + REUSED.replace("T001", "T002"),
        reads=("id", "tittel", "beskrivelse"),
        measure_check=id_is_not_reused,
        beside=((BEFORE, TEMPLATE),),
        edges=EDGES["TIL502"],
    ),
    Rule(
        code="TIL503",
        name="flyttet-frist",
        title="Fristen er flyttet, og den opprinnelige fristen er borte",
        why=(
            "Leserne skal se hvor langt tiltaket er fra den første planen, også når fristen er "
            "flyttet flere ganger. En frist som bare er gjort mer presis (2024 til 2024-Q4), er "
            "ikke flyttet."
        ),
        bad="frist: 2025\n",
        good="frist: 2025\nopprinnelig_frist: 2024-06\n",
        reads=("frist", "opprinnelig_frist"),
        severity=Severity.WARNING,
        measure_check=moved_deadline_keeps_the_first,
        beside=((BEFORE, "frist: 2024-06\n"),),
        edges=EDGES["TIL503"],
    ),
    Rule(
        code="TIL504",
        name="prioritet-uten-forklaring",
        title="Prioriteten er endret uten at fremdriften forklarer det",
        why="Leserne vil vite hvorfor tiltaket er blitt mer eller mindre viktig. Nye ord i «avvik» "
        "eller «begrunnelse» er også en forklaring.",
        bad=ONGOING + "prioritet: høy\n",
        good=(
            "status: igangsatt\nfremdrift: Arbeidet haster etter høringen i mai.\nprioritet: høy\n"
        ),
        reads=("prioritet", "fremdrift", "avvik", "begrunnelse", "status"),
        severity=Severity.WARNING,
        measure_check=new_priority_is_explained,
        beside=((BEFORE, ONGOING + "prioritet: lav\n"),),
        edges=EDGES["TIL504"],
    ),
    Rule(
        code="TIL505",
        name="gjenåpnet",
        title="Et avsluttet tiltak er åpnet igjen uten begrunnelse",
        why="Leserne har fått vite at tiltaket var slutt. Det kan tas opp igjen, men da må det stå "
        "hvorfor.",
        bad=ONGOING,
        good=ONGOING + "begrunnelse: Malen må lages på nytt etter lovendringen i mai 2023.\n",
        reads=("status", "begrunnelse", "gjennomført", "innlemmet_i"),
        severity=Severity.WARNING,
        measure_check=ended_stays_ended,
        beside=((BEFORE, DONE),),
        edges=EDGES["TIL505"],
    ),
    Rule(
        code=STALE,
        name="uendret-lenge",
        title="Ingenting er endret i tiltaket på lenge",
        why=(
            "Et tiltak som ingen rører, er kanskje stanset uten at det står. Det er ikke galt i "
            "seg selv, og derfor bare en opplysning. Dagene regnes fra historien i git; avsluttede "
            "og utsatte tiltak, og de som ikke skal ha startet, er ikke med."
        ),
        bad=None,
        good=ONGOING + "oppdatert: 2023-10-01\n",
        reads=("status", "start"),
        severity=Severity.NOTE,
        measure_check=active_measures_are_looked_at,
    ),
)
