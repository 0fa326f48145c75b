"""TIL32x: dates against each other and against the date that the content describes."""

from collections.abc import Iterator
from datetime import date

from tiltak_cli.domain.deadline import norwegian, norwegian_day, norwegian_in
from tiltak_cli.domain.measure import Measure, Status
from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.domain.register import OF_YEAR, edition_meant
from tiltak_cli.findings import Severity
from tiltak_cli.rules.base import HEAD_LINES, Context, Fault, Mend, Path, Rule
from tiltak_cli.rules.edges.status_and_dates import EDGES


def deadline_after_start(measure: Measure, _context: Context) -> Iterator[Fault]:
    """The deadline's last day is not before the start's first day."""
    if measure.start and measure.deadline and measure.ends_before_it_starts:
        yield Fault(
            ("frist",),
            f"Fristen ({norwegian(measure.deadline)}) er før starten ({norwegian(measure.start)}).",
            "Rett fristen eller starten.",
        )


def completed_after_start(measure: Measure, _context: Context) -> Iterator[Fault]:
    """Nothing is completed before it starts."""
    if measure.ends_before_it_starts:
        return
    if measure.start and measure.completed and measure.completed < measure.start.first:
        yield Fault(
            ("gjennomført",),
            f"Tiltaket ble gjennomført {norwegian_day(measure.completed)}, før starten "
            f"({norwegian(measure.start)}).",
            "Rett datoen i «gjennomført» eller i «start».",
        )


def nothing_happened_in_the_future(measure: Measure, context: Context) -> Iterator[Fault]:
    """What has happened, happened by the date that the content describes."""
    as_of = context.register.as_of
    happened: list[tuple[Path, date | None]] = [
        (("gjennomført",), measure.completed),
        (("oppdatert",), measure.updated),
    ]
    happened += [
        (("milepæler", n, "nådd"), milestone.reached)
        for n, milestone in enumerate(measure.milestones)
    ]
    for path, day in happened:
        if day is not None and day > as_of:
            yield Fault(
                path,
                f"Datoen {norwegian_day(day)} i «{path[-1]}» er etter datoen registeret gjelder "
                f"for (per_dato {norwegian_day(as_of)}).",
                "Rett datoen, eller oppdater «per_dato» øverst i registeret.",
            )


def started_not_in_the_future(measure: Measure, context: Context) -> Iterator[Fault]:
    """A started measure does not start later."""
    as_of = context.register.as_of
    if measure.ends_before_it_starts:
        return
    if measure.status is Status.STARTED and measure.start and measure.start.first > as_of:
        yield Fault(
            ("start",),
            f"Tiltaket er igangsatt, men starter først {norwegian_in(measure.start)}.",
            "Rett starten, eller skriv «status: vedtatt» til arbeidet er i gang.",
        )


def milestones_within_the_measure(measure: Measure, _context: Context) -> Iterator[Fault]:
    """A milestone lies between the start and the deadline."""
    if measure.ends_before_it_starts:
        return
    for position, milestone in enumerate(measure.milestones):
        due = milestone.deadline
        if due is None:
            continue
        if measure.deadline and due.first > measure.deadline.last:
            limit = f"etter tiltakets frist ({norwegian(measure.deadline)})"
        elif measure.start and due.last < measure.start.first:
            limit = f"før tiltaket starter ({norwegian(measure.start)})"
        else:
            continue
        yield Fault(
            ("milepæler", position, "frist"),
            f"Milepæl {milestone.id} har frist {norwegian_in(due)}, {limit}.",
            "Rett fristen for milepælen eller datoene for tiltaket.",
        )


def date_near_the_edition(context: Context) -> Iterator[Fault]:
    """The date that the content describes is near the edition's; all others are judged by it."""
    register = context.register
    against, day = register.odd_date(), register.as_of
    later = register.later_days()
    if not against and not later:
        return
    named = OF_YEAR.fullmatch(register.edition.strip())
    years = {int(named[1])} if named else _swapped(day.year)
    likely = [register._replace(as_of=_in_year(day, year)) for year in years]
    right = [
        moved.as_of.isoformat()
        for moved in likely
        if not moved.odd_date() and not moved.later_days()
    ]
    other = "utgaven om det er den" if against else "datoene om det er de som er feil"
    why = f"er langt fra {against}"
    if not against:
        why = f"er før {len(later)} av datoene i registeret (den siste {norwegian_day(later[-1])})"
    yield Fault(
        ("per_dato",),
        f"Datoen {norwegian_day(day)} i «per_dato» {why}, så ingen datoer er kontrollert mot den.",
        f"Mente du {right[0]}?" if right else f"Rett «per_dato», eller {other}.",
        mend=Mend(("per_dato",), right[0]) if right else None,
    )


def edition_is_named_as_others(context: Context) -> Iterator[Fault]:
    """An edition of a year is named by the year and its number there."""
    name = context.register.edition
    if right := edition_meant(name):
        yield Fault(
            ("utgave",),
            f"{quoted(name)} i «utgave» er ikke skrevet slik utgaver heter.",
            f'Skriv "{right}".',
            mend=Mend(("utgave",), right),
        )


def _swapped(year: int) -> set[int]:
    """A year with two digits that stand beside each other in the other order."""
    text = str(year)
    return {int(f"{text[:n]}{text[n + 1]}{text[n]}{text[n + 2 :]}") for n in range(len(text) - 1)}


def _in_year(day: date, year: int) -> date:
    """The same day in another year; the day before where it has none."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=max(year, 1), day=28) if leap else day.replace(year=max(year, 1))


def not_before_what_it_waits_for(measure: Measure, context: Context) -> Iterator[Fault]:
    """A measure is not to be done before what must be done first."""
    due = measure.deadline
    if due is None or measure.ended:
        return
    for code in measure.depends_on:
        other = context.by_id.get(code)
        if other is None or other.ended or other.deadline is None:
            continue
        if measure.id in (code, *other.depends_on):
            # They wait for each other, which is told of as such.
            continue
        if due.last < other.deadline.first:
            yield Fault(
                ("frist",),
                f"Fristen ({norwegian(due)}) er før fristen for {code} "
                f"({norwegian(other.deadline)}), som må være gjort først.",
                "Rett en av fristene, eller ta bort henvisningen i «avhenger_av».",
            )
            return


DONE = "status: gjennomført\ngjennomført: 2023-06-30\nresultat: Malen er i bruk.\n"
DATE_RULES = (
    Rule(
        code="TIL321",
        name="frist-før-start",
        title="Fristen er før starten",
        why="Et tiltak kan ikke være ferdig før det begynner.",
        bad="start: 2024-06\nfrist: 2024-Q1\n",
        good="start: 2024-01\nfrist: 2024-Q1\n",
        reads=("frist", "start"),
        measure_check=deadline_after_start,
        edges=EDGES["TIL321"],
    ),
    Rule(
        code="TIL322",
        name="gjennomført-før-start",
        title="Tiltaket er gjennomført før det startet",
        why="Da er minst én av datoene feil.",
        bad="start: 2023-08\n" + DONE,
        good="start: 2023-02\n" + DONE,
        reads=("start", "gjennomført"),
        measure_check=completed_after_start,
        edges=EDGES["TIL322"],
    ),
    Rule(
        code="TIL323",
        name="dato-fram-i-tid",
        title="Noe som har skjedd, er datert etter per_dato",
        why="Registeret beskriver én dag, og det som skjer senere, hører til neste utgave.",
        bad="oppdatert: 2023-12-01\n",
        good="oppdatert: 2023-10-01\n",
        reads=("gjennomført", "oppdatert", "milepæler", "per_dato"),
        measure_check=nothing_happened_in_the_future,
        edges=EDGES["TIL323"],
    ),
    Rule(
        code="TIL324",
        name="igangsatt-fram-i-tid",
        title="Tiltaket er igangsatt, men starter senere",
        why="Da er enten statusen eller starten feil.",
        bad="status: igangsatt\nfremdrift: Planlegges.\nstart: 2024-Q1\n",
        good="status: igangsatt\nfremdrift: Arbeidet følger planen.\nstart: 2023-Q1\n",
        reads=("status", "start", "per_dato"),
        severity=Severity.WARNING,
        measure_check=started_not_in_the_future,
        edges=EDGES["TIL324"],
    ),
    Rule(
        code="TIL325",
        name="milepæl-utenfor",
        title="En milepæl ligger utenfor tiltakets egen tid",
        why="En milepæl er et trinn på veien og ligger mellom start og frist.",
        bad="frist: 2024\nmilepæler:\n  - {id: M1, tekst: Sluttrapport, frist: 2025-02}\n",
        good="frist: 2025\nmilepæler:\n  - {id: M1, tekst: Sluttrapport, frist: 2025-02}\n",
        reads=("frist", "start", "milepæler"),
        severity=Severity.WARNING,
        measure_check=milestones_within_the_measure,
        edges=EDGES["TIL325"],
    ),
    Rule(
        code="TIL326",
        name="per-dato-langt-unna",
        title="Datoen registeret gjelder for, er langt fra utgaven eller strategien",
        why="Alle andre datoer holdes mot «per_dato», så en skrivefeil der gir mange gale funn.",
        bad=HEAD_LINES.replace("2023-10-15", "2032-10-15") + "tiltak: []\n",
        good=HEAD_LINES + "tiltak: []\n",
        reads=("utgave", "strategi"),
        severity=Severity.WARNING,
        register_check=date_near_the_edition,
        edges=EDGES["TIL326"],
    ),
    Rule(
        code="TIL327",
        name="frist-før-avhengighet",
        title="Fristen er før fristen til et tiltak som må være gjort først",
        why="Et tiltak kan ikke være ferdig før det som det avhenger av.",
        bad="- id: T001\n  frist: 2024-06\n  avhenger_av: T002\n- id: T002\n"
        "  tittel: Felles arbeidsplass\n  frist: 2024-12\n",
        good="- id: T001\n  frist: 2024-12\n  avhenger_av: T002\n- id: T002\n"
        "  tittel: Felles arbeidsplass\n  frist: 2024-06\n",
        reads=("frist", "avhenger_av", "status"),
        severity=Severity.WARNING,
        measure_check=not_before_what_it_waits_for,
        edges=EDGES["TIL327"],
    ),
    Rule(
        code="TIL328",
        name="utgave-form",
        title="Utgaven er skrevet på en annen måte enn utgaver heter",
        why="Utgaven er også en mappe og et merke i git, der «/» og mellomrom ikke kan stå.",
        bad=HEAD_LINES.replace("2023-2", "2/2023") + "tiltak: []\n",
        good=HEAD_LINES + "tiltak: []\n",
        severity=Severity.WARNING,
        register_check=edition_is_named_as_others,
        edges=EDGES["TIL328"],
    ),
)
