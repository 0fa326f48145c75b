"""TIL30x: what the status of a measure demands of its other fields."""

from collections.abc import Iterator

from tiltak_cli.domain.deadline import norwegian, norwegian_day, norwegian_in
from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.domain.measure import NEEDS, Assessment, Measure, Status
from tiltak_cli.domain.norwegian import listed, quoted
from tiltak_cli.domain.spelling import folded
from tiltak_cli.domain.synonyms import NOTHING_WORDS
from tiltak_cli.findings import Severity
from tiltak_cli.rules.base import Context, Fault, MeasureCheck, Rule
from tiltak_cli.rules.edges.status_and_dates import EDGES


def needed(key: str, message: str, remedy: str, by: str = "status") -> MeasureCheck:
    """The check that a measure has a field where its status, or another field, demands it.

    The message may have a place for the value that demands it.
    """
    demanding, attribute = BY_KEY[by].attribute, BY_KEY[key].attribute
    values = frozenset(value for value, keys in NEEDS.items() if key in keys)

    def check(measure: Measure, _context: Context) -> Iterator[Fault]:
        value = getattr(measure, demanding)
        if value in values and not getattr(measure, attribute):
            yield Fault((by,), message.format(value), remedy)

    return check


_deviation_is_there = needed(
    "avvik",
    "Vurderingen er {}, men feltet «avvik» mangler.",
    "Skriv i «avvik» hva som er galt, og hva som gjøres med det.",
    by="vurdering",
)
# What says that there is no deviation. Of signs alone it is told that they are no text.
NO_DEVIATION = {word for word in NOTHING_WORDS if word.replace(" ", "").isalpha()} | {
    *("ingen avvik", "ikke noe avvik", "ikkje noko avvik", "ingen avvik å melde"),
}


def _says_that_there_is_none(measure: Measure) -> bool:
    return folded(measure.deviation).strip(".! ") in NO_DEVIATION


def deviation_is_explained(measure: Measure, context: Context) -> Iterator[Fault]:
    """A measure that is yellow or red says why, and not that there is nothing."""
    yield from _deviation_is_there(measure, context)
    troubled = measure.assessment in (Assessment.YELLOW, Assessment.RED)
    if troubled and _says_that_there_is_none(measure):
        yield Fault(
            ("avvik",),
            f"Vurderingen er {measure.assessment}, men i «avvik» står {quoted(measure.deviation)}.",
            "Skriv i «avvik» hva som er galt, og hva som gjøres med det, eller endre vurderingen.",
        )


def deadline_or_ongoing(measure: Measure, _context: Context) -> Iterator[Fault]:
    """A measure has a deadline, or says that it has none."""
    if measure.deadline is None and not measure.ongoing:
        yield Fault(
            ("frist",),
            "Tiltaket har verken frist eller «løpende: true».",
            "Skriv for eksempel «frist: 2025-H1», eller «løpende: true» om det er uten slutt.",
        )


def not_both_deadline_and_ongoing(measure: Measure, _context: Context) -> Iterator[Fault]:
    """A measure without an end has no deadline."""
    if measure.deadline is not None and measure.ongoing:
        yield Fault(
            ("løpende",),
            f"Tiltaket er løpende, men har frist {norwegian_in(measure.deadline)}.",
            "Ta bort «løpende» om fristen gjelder, eller ta bort fristen.",
        )


def date_only_when_completed(measure: Measure, _context: Context) -> Iterator[Fault]:
    """Only a completed measure has a completion date."""
    if measure.completed is not None and measure.status is not Status.COMPLETED:
        yield Fault(
            ("gjennomført",),
            f"Tiltaket har datoen {norwegian_day(measure.completed)} i «gjennomført», men status "
            f"er «{measure.status}».",
            f"Skriv «status: gjennomført»{_also(measure, Status.COMPLETED)}, eller ta bort datoen.",
        )


def _also(measure: Measure, status: Status) -> str:
    """The other fields that a status would demand and the measure lacks, as more of a sentence."""
    lacking = [key for key in NEEDS[status] if not getattr(measure, BY_KEY[key].attribute)]
    return f" og fyll ut {listed([f'«{key}»' for key in lacking])}" if lacking else ""


def overdue_has_deviation(measure: Measure, context: Context) -> Iterator[Fault]:
    """An overdue measure says why, and what is done about it."""
    if measure.ends_before_it_starts:
        return
    none = _says_that_there_is_none(measure)
    troubled = measure.assessment in (Assessment.YELLOW, Assessment.RED)
    explained = troubled or (measure.deviation and not none)
    lack = f"i «avvik» står {quoted(measure.deviation)}" if none else "feltet «avvik» mangler"
    if measure.deadline and measure.overdue(context.report_date) and not explained:
        yield Fault(
            ("frist",),
            f"Fristen ({norwegian(measure.deadline)}) er passert per "
            f"{norwegian_day(context.report_date)}, men {lack}.",
            "Skriv i «avvik» hvorfor og hva som gjøres, eller oppdater status.",
        )


def only_absorbed_says_where(measure: Measure, _context: Context) -> Iterator[Fault]:
    """Only an absorbed measure names one that carries it on."""
    if measure.absorbed_into and measure.status is not Status.ABSORBED:
        yield Fault(
            ("innlemmet_i",),
            f"Tiltaket sier at det er innlemmet i {measure.absorbed_into}, men status er "
            f"«{measure.status}».",
            f"Skriv «status: innlemmet»{_also(measure, Status.ABSORBED)}, eller ta bort "
            "«innlemmet_i».",
        )


def completed_without_open_milestones(measure: Measure, _context: Context) -> Iterator[Fault]:
    """When all is done, every step on the way is too."""
    if measure.status is not Status.COMPLETED:
        return
    for position, milestone in enumerate(measure.milestones):
        if milestone.reached is None:
            yield Fault(
                ("milepæler", position),
                f"Tiltaket er gjennomført, men milepæl {milestone.id} er ikke nådd.",
                "Legg til datoen i «nådd», eller ta bort milepælen om den falt bort.",
            )


DONE = "status: gjennomført\ngjennomført: 2023-06-30\nresultat: Alle departementer bruker den.\n"
STATUS_RULES = (
    Rule(
        code="TIL301",
        name="frist-mangler",
        title="Tiltaket har verken frist eller er løpende",
        why="Uten frist kan ingen se om tiltaket er forsinket.",
        bad="# frist mangler\n",
        good="løpende: true\n",
        reads=("frist", "løpende"),
        measure_check=deadline_or_ongoing,
        edges=EDGES["TIL301"],
    ),
    Rule(
        code="TIL302",
        name="løpende-med-frist",
        title="Tiltaket er løpende, men har en frist",
        why="Et løpende tiltak har ingen slutt, så en av de to opplysningene er feil.",
        bad="løpende: true\nfrist: 2025\n",
        good="løpende: true\n",
        reads=("frist", "løpende"),
        measure_check=not_both_deadline_and_ongoing,
        edges=EDGES["TIL302"],
    ),
    Rule(
        code="TIL303",
        name="gjennomført-uten-dato",
        title="Tiltaket er gjennomført, men datoen mangler",
        why="Datoen viser om tiltaket ble ferdig i tide.",
        bad="status: gjennomført\nresultat: Alle departementer bruker den.\n",
        good=DONE,
        reads=("status", "gjennomført"),
        measure_check=needed(
            "gjennomført",
            "Tiltaket er gjennomført, men feltet «gjennomført» mangler.",
            "Legg til datoen, for eksempel «gjennomført: 2023-06-30».",
        ),
        edges=EDGES["TIL303"],
    ),
    Rule(
        code="TIL304",
        name="gjennomført-uten-resultat",
        title="Tiltaket er gjennomført, men resultatet mangler",
        why="Leserne vil vite hva tiltaket førte til, ikke bare at det er ferdig.",
        bad="status: gjennomført\ngjennomført: 2023-06-30\n",
        good=DONE,
        reads=("status", "resultat"),
        measure_check=needed(
            "resultat",
            "Tiltaket er gjennomført, men feltet «resultat» mangler.",
            "Skriv i «resultat» hva tiltaket førte til.",
        ),
        edges=EDGES["TIL304"],
    ),
    Rule(
        code="TIL305",
        name="dato-uten-gjennomført",
        title="Tiltaket har gjennomføringsdato, men en annen status",
        why="Da er enten datoen eller statusen feil.",
        bad="status: vedtatt\ngjennomført: 2023-06-30\n",
        good="status: gjennomført\ngjennomført: 2023-06-30\nresultat: Malen er i bruk.\n",
        reads=("status", "gjennomført"),
        measure_check=date_only_when_completed,
        edges=EDGES["TIL305"],
    ),
    Rule(
        code="TIL306",
        name="begrunnelse-mangler",
        title="Tiltaket er utsatt, utgår eller er innlemmet uten begrunnelse",
        why="Ingenting skal forsvinne fra oversikten uten forklaring.",
        bad="status: utgår\n",
        good="status: utgår\nbegrunnelse: Strategisk forum stanset tiltaket i juni 2023.\n",
        reads=("status", "begrunnelse"),
        measure_check=needed(
            "begrunnelse",
            "Status er «{}», men feltet «begrunnelse» mangler.",
            "Skriv i «begrunnelse» hvorfor, og hvem som bestemte det.",
        ),
        edges=EDGES["TIL306"],
    ),
    Rule(
        code="TIL307",
        name="fremdrift-mangler",
        title="Tiltaket er igangsatt, men fremdriften mangler",
        why="Leserne vil vite hvor arbeidet står.",
        bad="status: igangsatt\n",
        good="status: igangsatt\nfremdrift: Arbeidet følger planen.\n",
        reads=("status", "fremdrift"),
        measure_check=needed(
            "fremdrift",
            "Tiltaket er igangsatt, men feltet «fremdrift» mangler.",
            "Skriv i «fremdrift» hvor arbeidet står nå.",
        ),
        edges=EDGES["TIL307"],
    ),
    Rule(
        code="TIL308",
        name="avvik-mangler-vurdering",
        title="Vurderingen er gul eller rød, men avviket er ikke forklart",
        why="En farge uten forklaring gir ledelsen ingenting å ta stilling til.",
        bad="vurdering: gul\n",
        good="vurdering: gul\navvik: Anskaffelsen tar lengre tid. Ny plan er lagt.\n",
        reads=("vurdering", "avvik"),
        measure_check=deviation_is_explained,
        edges=EDGES["TIL308"],
    ),
    Rule(
        code="TIL309",
        name="avvik-mangler-frist",
        title="Fristen er passert, men avviket er ikke forklart",
        why="Når en frist er passert, må leserne få vite hvorfor og hva som gjøres.",
        bad="frist: 2023-06\n",
        good="frist: 2023-06\navvik: Høringen tok lengre tid. Saken legges frem i desember.\n",
        reads=("frist", "status", "avvik", "vurdering", "per_dato"),
        measure_check=overdue_has_deviation,
        edges=EDGES["TIL309"],
    ),
    Rule(
        code="TIL310",
        name="innlemmet-uten-mål",
        title="Tiltaket er innlemmet, men det står ikke i hvilket tiltak",
        why="Leserne skal kunne følge arbeidet videre.",
        bad="status: innlemmet\nbegrunnelse: Samlet i ett tiltak.\n",
        good="- id: T001\n  status: innlemmet\n  begrunnelse: Samlet i ett tiltak.\n"
        "  innlemmet_i: T002\n- id: T002\n  tittel: Felles arbeidsplass\n",
        reads=("status", "innlemmet_i"),
        measure_check=needed(
            "innlemmet_i",
            "Status er «innlemmet», men feltet «innlemmet_i» mangler.",
            "Skriv id-en til tiltaket som fører arbeidet videre, for eksempel «innlemmet_i: T002».",
        ),
        edges=EDGES["TIL310"],
    ),
    Rule(
        code="TIL311",
        name="innlemmet-i-uten-status",
        title="Tiltaket peker på et annet tiltak, men er ikke innlemmet",
        why="Da er enten statusen eller henvisningen feil.",
        bad="- id: T001\n  innlemmet_i: T002\n- id: T002\n  tittel: Felles arbeidsplass\n",
        good="- id: T001\n  status: innlemmet\n  begrunnelse: Samlet i ett tiltak.\n"
        "  innlemmet_i: T002\n- id: T002\n  tittel: Felles arbeidsplass\n",
        reads=("status", "innlemmet_i"),
        measure_check=only_absorbed_says_where,
        edges=EDGES["TIL311"],
    ),
    Rule(
        code="TIL312",
        name="åpne-milepæler",
        title="Tiltaket er gjennomført, men en milepæl er ikke nådd",
        why="Da mangler enten en dato, eller så er tiltaket ikke ferdig.",
        bad="status: gjennomført\ngjennomført: 2023-06-30\nresultat: Malen er i bruk.\n"
        "milepæler:\n  - {id: M1, tekst: Utkast, frist: 2023-01}\n",
        good="status: gjennomført\ngjennomført: 2023-06-30\nresultat: Malen er i bruk.\n"
        "milepæler:\n  - {id: M1, tekst: Utkast, frist: 2023-01, nådd: 2023-01-20}\n",
        reads=("status", "milepæler"),
        severity=Severity.WARNING,
        measure_check=completed_without_open_milestones,
        edges=EDGES["TIL312"],
    ),
)
