"""What the workbook's sheets «Tidslinje», «Milepæler», «Videreført» and `_meta` say."""

ROWS = {
    "sheet.all": ("{all:n.measure}", "{all:n.measure}", "{all:n.measure}"),
    "sheet.some-of": (
        "{some:n.measure} av {all}",
        "{some:n.measure} av {all}",
        "{some:n.measure} of {all}",
    ),
    "timeline.title": ("Tidslinje", "Tidslinje", "Timeline"),
    "timeline.sentence": (
        "{number}, gruppert etter det første målområdet.",
        "{number}, grupperte etter det første målområdet.",
        "{number}, grouped by their first target area.",
    ),
    "timeline.legend": (
        (
            "Farget felt med strek: fra start til frist · ◆ milepæl nådd · ◇ milepæl gjenstår · "
            "◇2 flere, minst én gjenstår · ◂ ▸ før og etter perioden · ▪ bare start eller frist "
            "er kjent"
        ),
        (
            "Farga felt med strek: frå start til frist · ◆ milepæl nådd · ◇ milepæl står att · "
            "◇2 fleire, minst éin står att · ◂ ▸ før og etter perioden · ▪ berre start eller frist "
            "er kjend"
        ),
        (
            "Coloured cells with a line: start to deadline · ◆ milestone reached · ◇ milestone "
            "remains · ◇2 several, at least one remains · ◂ ▸ before and after the period · ▪ only "
            "start or deadline known"
        ),
    ),
    "timeline.quarter": ("{year} K{quarter}", "{year} K{quarter}", "{year} Q{quarter}"),
    "timeline.quarter-short": ("K{quarter}", "K{quarter}", "Q{quarter}"),
    "timeline.report-date": (
        "▼ Rapportdato {day}",
        "▼ Rapportdato {day}",
        "▼ Report date {day}",
    ),
    "timeline.situation": ("Situasjon", "Situasjon", "Situation"),
    "timeline.undated": ("Ingen datoer", "Ingen datoar", "No dates"),
    "timeline.no-area": ("Uten målområde", "Utan målområde", "Without a target area"),
    "timeline.nothing": (
        "Ingen tiltak å vise.",
        "Ingen tiltak å vise.",
        "No measures to show.",
    ),
    "timeline.description": (
        (
            "Et gantt-diagram som tabell: ett tiltak på hver rad, ett kvartal i hver kolonne. "
            "Felt med strek er fra start til frist, ruter er milepæler."
        ),
        (
            "Eit gantt-diagram som tabell: eitt tiltak på kvar rad, eitt kvartal i kvar kolonne. "
            "Felt med strek er frå start til frist, ruter er milepælar."
        ),
        (
            "A Gantt chart as a table: a measure in each row, a quarter in each column. Cells with "
            "a line go from start to deadline, diamonds are milestones."
        ),
    ),
    "milestones.title": ("Milepæler", "Milepælar", "Milestones"),
    "milestones.sentence": (
        (
            "{number:n.milestone} i {measures:n.measure} per {day}: {passed} passert, {soon} innen "
            "{days:days}."
        ),
        (
            "{number:n.milestone} i {measures:n.measure} per {day}: {passed} passert, {soon} innan "
            "{days:days}."
        ),
        (
            "{number:n.milestone} in {measures:n.measure} on {day}: {passed} missed, {soon} due "
            "within {days:days}."
        ),
    ),
    "milestones.id": ("Milepæl", "Milepæl", "Milestone"),
    "milestones.text": ("Hva som skal være gjort", "Kva som skal vere gjort", "What is to be done"),
    "milestones.deadline": ("Frist", "Frist", "Deadline"),
    "milestones.reached": ("Nådd", "Nådd", "Reached"),
    "milestones.state": ("Situasjon", "Situasjon", "Situation"),
    "milestones.nothing": (
        "Ingen milepæler å vise.",
        "Ingen milepælar å vise.",
        "No milestones to show.",
    ),
    "milestones.description": (
        (
            "Alle milepæler, én på hver rad: tiltaket, milepælen, hva som skal være gjort, hvem "
            "som leder, frist, dagen den ble nådd, og situasjonen på rapportdatoen."
        ),
        (
            "Alle milepælar, éin på kvar rad: tiltaket, milepælen, kva som skal vere gjort, kven "
            "som leier, frist, dagen han vart nådd, og situasjonen på rapportdatoen."
        ),
        (
            "All milestones, one in each row: the measure, the milestone, what is to be done, who "
            "leads, the deadline, the day it was reached, and its situation on the report date."
        ),
    ),
    "state.nådd": ("Nådd", "Nådd", "Reached"),
    "state.passert": ("Passert", "Passert", "Missed"),
    "state.snart": ("Innen {days:days}", "Innan {days:days}", "Within {days:days}"),
    "state.senere": ("Senere", "Seinare", "Later"),
    "state.uten frist": ("Uten frist", "Utan frist", "No deadline"),
    "state.ikke aktuell": ("Ikke aktuell", "Ikkje aktuell", "No longer due"),
    "carried.title": (
        "Videreført fra forrige strategi",
        "Vidareført frå førre strategi",
        "Carried over from the previous strategy",
    ),
    "carried.title-from": (
        "Videreført fra {period}",
        "Vidareført frå {period}",
        "Carried over from {period}",
    ),
    "carried.sentence": (
        "{number:n.measure} fra forrige strategi. {outcomes}",
        "{number:n.measure} frå førre strategi. {outcomes}",
        "{number:n.measure} from the previous strategy. {outcomes}",
    ),
    "carried.count": ("{word}: {count}.", "{word}: {count}.", "{word}: {count}."),
    "carried.period": ("Fra periode", "Frå periode", "From period"),
    "carried.former-id": ("Tidligere ID", "Tidlegare ID", "Former ID"),
    "carried.status-then": ("Status da", "Status då", "Status then"),
    "carried.status-now": ("Status nå", "Status no", "Status now"),
    "carried.outcome": ("Utfall", "Utfall", "Outcome"),
    "carried.what": ("Hva det er blitt av det", "Kva det har blitt av det", "What became of it"),
    "carried.nothing": (
        "Ingen videreførte tiltak.",
        "Ingen vidareførte tiltak.",
        "No measures carried over.",
    ),
    "carried.description": (
        (
            "Tiltakene fra forrige strategi, ett på hver rad: tidligere id og status, status nå, "
            "utfallet, og hva registeret sier om det."
        ),
        (
            "Tiltaka frå førre strategi, eitt på kvar rad: tidlegare id og status, status no, "
            "utfallet, og kva registeret seier om det."
        ),
        (
            "The measures from the previous strategy, one in each row: former id and status, "
            "status now, the outcome, and what the register says about it."
        ),
    ),
    "outcome.fullført": ("Gjennomført", "Gjennomført", "Completed"),
    "outcome.videreføres": ("Videreføres", "Blir vidareført", "Continues"),
    "outcome.tatt ut": ("Utgår", "Går ut", "Dropped"),
    "outcome.innlemmet": ("Innlemmet", "Innlemma", "Absorbed"),
    "outcome.mangler forklaring": (
        "Mangler forklaring",
        "Manglar forklaring",
        "Not explained",
    ),
    "carried.text": ("{text}", "{text}", "{text}"),
    "carried.on": ("{day}:", "{day}:", "{day}:"),
    "carried.into": (
        "Innlemmet i {id} {title:quoted80}.",
        "Innlemma i {id} {title:quoted80}.",
        "Absorbed into {id} {title:quoted80}.",
    ),
    "carried.into-unknown": (
        "Innlemmet i {id}, som ikke er i oversikten.",
        "Innlemma i {id}, som ikkje er i oversikta.",
        "Absorbed into {id}, which is not in the overview.",
    ),
    "carried.about": (
        "Hva det er blitt av hvert tiltak, og hva registeret sier om det.",
        "Kva det har blitt av kvart tiltak, og kva registeret seier om det.",
        "What became of each measure, and what the register says about it.",
    ),
    "carried.postponed": ("Utsatt:", "Utsett:", "Postponed:"),
    "carried.deadline": ("Frist {deadline}.", "Frist {deadline}.", "Due {deadline}."),
    "carried.deadline-passed": (
        "Fristen {deadline} er passert.",
        "Fristen {deadline} er passert.",
        "The deadline {deadline} has passed.",
    ),
    "carried.ongoing": ("Løpende.", "Løpande.", "Ongoing."),
    "carried.no-result": (
        "Resultatet er ikke ført.",
        "Resultatet er ikkje ført.",
        "The result is not stated.",
    ),
    "carried.no-reason": (
        "Begrunnelsen er ikke ført.",
        "Grunngivinga er ikkje ført.",
        "The reason is not stated.",
    ),
    "carried.no-target": (
        "Det er ikke ført hvilket tiltak det er innlemmet i.",
        "Det er ikkje ført kva for tiltak det er innlemma i.",
        "The measure it was absorbed into is not stated.",
    ),
    "carried.no-deadline": (
        "Verken frist eller «løpende» er ført.",
        "Verken frist eller «løpande» er ført.",
        "Neither a deadline nor “ongoing” is stated.",
    ),
    "base.sentence": (
        "Hva arbeidsboken er laget av. Ikke endre arket: det trengs for å hente endringer tilbake.",
        "Kva arbeidsboka er laga av. Ikkje endre arket: det trengst for å hente endringar tilbake.",
        "What the workbook was made from. Do not change the sheet: bringing edits back needs it.",
    ),
    "cell.cut": (
        "… (Teksten er kuttet her. Resten står i registeret.)",
        "… (Teksten er kutta her. Resten står i registeret.)",
        "… (The text is cut here. The rest is in the register.)",
    ),
    # A row has a greatest height; the text is all there.
    "cell.longer": (
        "Mer tekst enn raden kan vise: {where:list}. Velg cellen, og les alt på formellinjen.",
        "Meir tekst enn rada kan vise: {where:list}. Vel cella, og les alt på formellinja.",
        (
            "More text than the row can show: {where:list}. Choose the cell, and read it all in "
            "the formula bar."
        ),
    ),
    "cell.longer-many": (
        (
            "Mer tekst enn raden kan vise: {where} og {more} til. Velg cellen, og les alt på "
            "formellinjen."
        ),
        (
            "Meir tekst enn rada kan vise: {where} og {more} til. Vel cella, og les alt på "
            "formellinja."
        ),
        (
            "More text than the row can show: {where} and {more} more. Choose the cell, and read "
            "it all in the formula bar."
        ),
    ),
    "note.before": ("Før: {old}", "Før: {old}", "Before: {old}"),
    "note.was-empty": ("Før: tomt", "Før: tomt", "Before: empty"),
}
