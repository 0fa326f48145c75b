"""The workbook that others fill in: what is asked on each row, and in the letter in front."""

ROWS = {
    "asked.lacks": ("{field} mangler.", "{field} manglar.", "{field} is missing."),
    "asked.write": ("Fyll ut {field}.", "Fyll ut {field}.", "Fill in {field}."),
    "asked.write-deadline": (
        "Skriv en frist, eller løpende.",
        "Skriv ein frist, eller løpende.",
        "Write a deadline, or løpende (ongoing).",
    ),
    "asked.assessed": (
        "Vurderingen er {assessment}.",
        "Vurderinga er {assessment}.",
        "The assessment is {assessment}.",
    ),
    "asked.explain": (
        "Oppdater Avvik med hva dere gjør nå, eller velg ny vurdering.",
        "Oppdater Avvik med kva de gjer no, eller vel ny vurdering.",
        "Update Deviation with what you do now, or choose a new assessment.",
    ),
    "asked.overdue": (
        "Fristen {deadline} er passert med {days:days}.",
        "Fristen {deadline} er passert med {days:days}.",
        "The deadline {deadline} passed {days:days} ago.",
    ),
    "asked.new-deadline": (
        "Skriv ny frist, eller velg en status som avslutter eller utsetter tiltaket.",
        "Skriv ny frist, eller vel ein status som avsluttar eller utset tiltaket.",
        "Write a new deadline, or choose a status that ends or postpones the measure.",
    ),
    "asked.soon": (
        "Fristen {deadline} er om {days:days}.",
        "Fristen {deadline} er om {days:days}.",
        "The deadline {deadline} is in {days:days}.",
    ),
    "asked.will-it-hold": (
        "Skriv om fristen holder: velg vurdering, og ny frist om det trengs.",
        "Skriv om fristen held: vel vurdering, og ny frist om det trengst.",
        "Say if the deadline will be met: choose an assessment, and a new deadline if needed.",
    ),
    "asked.late-start": (
        "Skulle ha startet {start:in}.",
        "Skulle ha starta {start:in}.",
        "Should have started {start:in}.",
    ),
    "asked.begin": (
        "Velg ny status, eller skriv i Fremdrift hva som hindrer oppstart.",
        "Vel ny status, eller skriv i Framdrift kva som hindrar oppstart.",
        "Choose a new status, or write in Progress what keeps it from starting.",
    ),
    "asked.milestone": (
        "Fristen for milepæl {ids:list} er passert.",
        "Fristen for milepæl {ids:list} er passert.",
        "The deadline of milestone {ids:list} has passed.",
    ),
    "asked.milestones": (
        "Fristene for milepælene {ids:list} er passert.",
        "Fristane for milepælane {ids:list} er passerte.",
        "The deadlines of milestones {ids:list} have passed.",
    ),
    "asked.reached": (
        "Skriv i arket Milepæler når {ids:list} ble nådd, eller ny frist.",
        "Skriv i arket Milepælar når {ids:list} vart {n:pick.nådd|nådde}, eller ny frist.",
        (
            "Write on the sheet Milestones when {ids:list} {n:pick.was|were} reached, or a new "
            "deadline."
        ),
    ),
    "asked.remaining": (
        "Tiltaket er gjennomført, men {ids:list} er ikke nådd.",
        "Tiltaket er gjennomført, men {ids:list} er ikkje {n:pick.nådd|nådde}.",
        "The measure is completed, but {ids:list} {n:pick.is|are} not reached.",
    ),
    "asked.when-reached": (
        "Skriv i arket Milepæler når {ids:list} ble nådd.",
        "Skriv i arket Milepælar når {ids:list} vart {n:pick.nådd|nådde}.",
        "Write on the sheet Milestones when {ids:list} {n:pick.was|were} reached.",
    ),
    "asked.stale": (
        "Ikke oppdatert på {days:days} (sist {day}).",
        "Ikkje oppdatert på {days:days} (sist {day}).",
        "Not updated for {days:days} (last on {day}).",
    ),
    "asked.progress": (
        "Skriv hvor langt arbeidet er kommet.",
        "Skriv kor langt arbeidet har kome.",
        "Write how far the work has come.",
    ),
    "asked.no-milestones": (
        "Ingen milepæler er ført.",
        "Ingen milepælar er førte.",
        "No milestones are stated.",
    ),
    "asked.add-milestone": (
        "Før gjerne opp en milepæl i arket Milepæler.",
        "Før gjerne opp ein milepæl i arket Milepælar.",
        "Please add a milestone on the sheet Milestones.",
    ),
    "asked.together": (
        "Ansvarlige sammen: {lead} (leder) og {others:list}. Bli enige om ett svar.",
        "Ansvarlege saman: {lead} (leier) og {others:list}. Bli samde om eitt svar.",
        "Responsible together: {lead} (leads) and {others:list}. Agree on one answer.",
    ),
    "asked.look-over": (
        "Se over raden. Skriv dagens dato i Oppdatert når den stemmer.",
        "Sjå over rada. Skriv dagens dato i Oppdatert når ho stemmer.",
        "Look over the row. Write today’s date in Updated when it is right.",
    ),
    "asked.step-passed": (
        "Passert med {days:days}. Er den nådd? Hvis ikke: skriv ny frist.",
        "Passert med {days:days}. Er han nådd? Om ikkje: skriv ny frist.",
        "Passed {days:days} ago. Is it reached? If not: write a new deadline.",
    ),
    "asked.step-soon": (
        "Fristen er om {days:days}. Holder den?",
        "Fristen er om {days:days}. Held han?",
        "The deadline is in {days:days}. Will it be met?",
    ),
    "asked.step-remaining": (
        "Tiltaket er gjennomført. Skriv når den ble nådd.",
        "Tiltaket er gjennomført. Skriv når han vart nådd.",
        "The measure is completed. Write when it was reached.",
    ),
    "asked.step-undated": ("Skriv en frist.", "Skriv ein frist.", "Write a deadline."),
    "asked.step-nothing": ("Ingenting nå.", "Ingenting no.", "Nothing now."),
    "asked.step-reached": ("Ingenting. Nådd.", "Ingenting. Nådd.", "Nothing. Reached."),
}
