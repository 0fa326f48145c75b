"""TIL30x: what the status of a measure demands of its other fields."""

from collections.abc import Iterator

from tiltak_cli.domain.deadline import norwegian, norwegian_day
from tiltak_cli.domain.measure import NEEDS_REASON, Assessment, Measure, Status
from tiltak_cli.findings import Severity
from tiltak_cli.rules.base import Context, Fault, Rule


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
            f"Tiltaket er løpende, men har frist {norwegian(measure.deadline)}.",
            "Ta bort «løpende» om fristen gjelder, eller ta bort fristen.",
        )


def completed_has_date(measure: Measure, _context: Context) -> Iterator[Fault]:
    """A completed measure says when."""
    if measure.status is Status.COMPLETED and measure.completed is None:
        yield Fault(
            ("status",),
            "Tiltaket er gjennomført, men feltet «gjennomført» mangler.",
            "Legg til datoen, for eksempel «gjennomført: 2023-06-30».",
        )


def completed_has_result(measure: Measure, _context: Context) -> Iterator[Fault]:
    """A completed measure says what it led to: the plan before this one demanded it."""
    if measure.status is Status.COMPLETED and not measure.result:
        yield Fault(
            ("status",),
            "Tiltaket er gjennomført, men feltet «resultat» mangler.",
            "Skriv i «resultat» hva tiltaket førte til.",
        )


def date_only_when_completed(measure: Measure, _context: Context) -> Iterator[Fault]:
    """Only a completed measure has a completion date."""
    if measure.completed is not None and measure.status is not Status.COMPLETED:
        yield Fault(
            ("gjennomført",),
            f"Tiltaket har datoen {norwegian_day(measure.completed)} i «gjennomført», men status "
            f"er «{measure.status}».",
            "Skriv «status: gjennomført», eller ta bort datoen.",
        )


def exit_has_reason(measure: Measure, _context: Context) -> Iterator[Fault]:
    """Nothing leaves the overview unexplained."""
    if measure.status in NEEDS_REASON and not measure.reason:
        yield Fault(
            ("status",),
            f"Status er «{measure.status}», men feltet «begrunnelse» mangler.",
            "Skriv i «begrunnelse» hvorfor, og hvem som bestemte det.",
        )


def started_has_progress(measure: Measure, _context: Context) -> Iterator[Fault]:
    """A started measure says where it stands."""
    if measure.status is Status.STARTED and not measure.progress:
        yield Fault(
            ("status",),
            "Tiltaket er igangsatt, men feltet «fremdrift» mangler.",
            "Skriv i «fremdrift» hvor arbeidet står nå.",
        )


def assessment_has_deviation(measure: Measure, _context: Context) -> Iterator[Fault]:
    """Yellow and red are explained."""
    if measure.assessment in (Assessment.YELLOW, Assessment.RED) and not measure.deviation:
        yield Fault(
            ("vurdering",),
            f"Vurderingen er {measure.assessment}, men feltet «avvik» mangler.",
            "Skriv i «avvik» hva som er galt, og hva som gjøres med det.",
        )


def overdue_has_deviation(measure: Measure, context: Context) -> Iterator[Fault]:
    """An overdue measure says why, and what is done about it."""
    if measure.ends_before_it_starts:
        return
    explained = measure.deviation or measure.assessment in (Assessment.YELLOW, Assessment.RED)
    if measure.deadline and measure.overdue(context.report_date) and not explained:
        yield Fault(
            ("frist",),
            f"Fristen ({norwegian(measure.deadline)}) er passert per "
            f"{norwegian_day(context.report_date)}, men feltet «avvik» mangler.",
            "Skriv i «avvik» hvorfor og hva som gjøres, eller oppdater status.",
        )


def absorbed_says_where(measure: Measure, _context: Context) -> Iterator[Fault]:
    """An absorbed measure names the one that carries it on."""
    if measure.status is Status.ABSORBED and not measure.absorbed_into:
        yield Fault(
            ("status",),
            "Status er «innlemmet», men feltet «innlemmet_i» mangler.",
            "Skriv id-en til tiltaket som fører arbeidet videre, for eksempel «innlemmet_i: T002».",
        )


def only_absorbed_says_where(measure: Measure, _context: Context) -> Iterator[Fault]:
    """Only an absorbed measure names one that carries it on."""
    if measure.absorbed_into and measure.status is not Status.ABSORBED:
        yield Fault(
            ("innlemmet_i",),
            f"Tiltaket sier at det er innlemmet i {measure.absorbed_into}, men status er "
            f"«{measure.status}».",
            "Skriv «status: innlemmet», eller ta bort «innlemmet_i».",
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
        "TIL301",
        "frist-mangler",
        "Tiltaket har verken frist eller er løpende",
        "Uten frist kan ingen se om tiltaket er forsinket.",
        "# frist mangler\n",
        "løpende: true\n",
        ("frist", "løpende"),
        measure_check=deadline_or_ongoing,
    ),
    Rule(
        "TIL302",
        "løpende-med-frist",
        "Tiltaket er løpende, men har en frist",
        "Et løpende tiltak har ingen slutt, så en av de to opplysningene er feil.",
        "løpende: true\nfrist: 2025\n",
        "løpende: true\n",
        ("frist", "løpende"),
        measure_check=not_both_deadline_and_ongoing,
    ),
    Rule(
        "TIL303",
        "gjennomført-uten-dato",
        "Tiltaket er gjennomført, men datoen mangler",
        "Datoen viser om tiltaket ble ferdig i tide.",
        "status: gjennomført\nresultat: Alle departementer bruker den.\n",
        DONE,
        ("status", "gjennomført"),
        measure_check=completed_has_date,
    ),
    Rule(
        "TIL304",
        "gjennomført-uten-resultat",
        "Tiltaket er gjennomført, men resultatet mangler",
        "Leserne vil vite hva tiltaket førte til, ikke bare at det er ferdig.",
        "status: gjennomført\ngjennomført: 2023-06-30\n",
        DONE,
        ("status", "resultat"),
        measure_check=completed_has_result,
    ),
    Rule(
        "TIL305",
        "dato-uten-gjennomført",
        "Tiltaket har gjennomføringsdato, men en annen status",
        "Da er enten datoen eller statusen feil.",
        "status: vedtatt\ngjennomført: 2023-06-30\n",
        "status: gjennomført\ngjennomført: 2023-06-30\nresultat: Malen er i bruk.\n",
        ("status", "gjennomført"),
        measure_check=date_only_when_completed,
    ),
    Rule(
        "TIL306",
        "begrunnelse-mangler",
        "Tiltaket er utsatt, utgår eller er innlemmet uten begrunnelse",
        "Ingenting skal forsvinne fra oversikten uten forklaring.",
        "status: utgår\n",
        "status: utgår\nbegrunnelse: Strategisk forum stanset tiltaket i juni 2023.\n",
        ("status", "begrunnelse"),
        measure_check=exit_has_reason,
    ),
    Rule(
        "TIL307",
        "fremdrift-mangler",
        "Tiltaket er igangsatt, men fremdriften mangler",
        "Leserne vil vite hvor arbeidet står.",
        "status: igangsatt\n",
        "status: igangsatt\nfremdrift: Arbeidet følger planen.\n",
        ("status", "fremdrift"),
        measure_check=started_has_progress,
    ),
    Rule(
        "TIL308",
        "avvik-mangler-vurdering",
        "Vurderingen er gul eller rød, men avviket er ikke forklart",
        "En farge uten forklaring gir ledelsen ingenting å ta stilling til.",
        "vurdering: gul\n",
        "vurdering: gul\navvik: Anskaffelsen tar lengre tid. Ny plan er lagt.\n",
        ("vurdering", "avvik"),
        measure_check=assessment_has_deviation,
    ),
    Rule(
        "TIL309",
        "avvik-mangler-frist",
        "Fristen er passert, men avviket er ikke forklart",
        "Når en frist er passert, må leserne få vite hvorfor og hva som gjøres.",
        "frist: 2023-06\n",
        "frist: 2023-06\navvik: Høringen tok lengre tid. Saken legges fram i desember.\n",
        ("frist", "status", "avvik", "vurdering", "per_dato"),
        measure_check=overdue_has_deviation,
    ),
    Rule(
        "TIL310",
        "innlemmet-uten-mål",
        "Tiltaket er innlemmet, men det står ikke i hvilket tiltak",
        "Leserne skal kunne følge arbeidet videre.",
        "status: innlemmet\nbegrunnelse: Samlet i ett tiltak.\n",
        "- id: T001\n  status: innlemmet\n  begrunnelse: Samlet i ett tiltak.\n"
        "  innlemmet_i: T002\n- id: T002\n  tittel: Felles arbeidsplass\n",
        ("status", "innlemmet_i"),
        measure_check=absorbed_says_where,
    ),
    Rule(
        "TIL311",
        "innlemmet-i-uten-status",
        "Tiltaket peker på et annet tiltak, men er ikke innlemmet",
        "Da er enten statusen eller henvisningen feil.",
        "- id: T001\n  innlemmet_i: T002\n- id: T002\n  tittel: Felles arbeidsplass\n",
        "- id: T001\n  status: innlemmet\n  begrunnelse: Samlet i ett tiltak.\n"
        "  innlemmet_i: T002\n- id: T002\n  tittel: Felles arbeidsplass\n",
        ("status", "innlemmet_i"),
        measure_check=only_absorbed_says_where,
    ),
    Rule(
        "TIL312",
        "åpne-milepæler",
        "Tiltaket er gjennomført, men en milepæl er ikke nådd",
        "Da mangler enten en dato, eller så er tiltaket ikke ferdig.",
        "status: gjennomført\ngjennomført: 2023-06-30\nresultat: Malen er i bruk.\n"
        "milepæler:\n  - {id: M1, tekst: Utkast, frist: 2023-01}\n",
        "status: gjennomført\ngjennomført: 2023-06-30\nresultat: Malen er i bruk.\n"
        "milepæler:\n  - {id: M1, tekst: Utkast, frist: 2023-01, nådd: 2023-01-20}\n",
        ("status", "milepæler"),
        Severity.WARNING,
        measure_check=completed_without_open_milestones,
    ),
)
