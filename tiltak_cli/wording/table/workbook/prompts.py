"""The workbook that others fill in: the help in its cells, its marks, and what the words mean."""

ROWS = {
    # Help in cells, where the usual workbook has none: at most 255 characters.
    "write.status": (
        (
            "Velg fra listen. Det statusen krever, blir merket i raden. Forsinkelse regnes ut "
            "av fristen."
        ),
        (
            "Vel frå lista. Det statusen krev, blir merkt i rada. Forseinking blir rekna ut "
            "av fristen."
        ),
        (
            "Choose from the list. What the status requires is marked in the row. Delay is "
            "worked out from the deadline."
        ),
    ),
    "write.frist": (
        (
            "En dag (31.12.2025) eller en periode: 2025, 2025-H2 (halvår), 2025-Q4 (kvartal), "
            "eller løpende. Sett ' foran en måned: '2025-06. Den første fristen beholder vi "
            "som opprinnelig frist."
        ),
        (
            "Ein dag (31.12.2025) eller ein periode: 2025, 2025-H2 (halvår), 2025-Q4 "
            "(kvartal), eller løpende. Set ' framfor ein månad: '2025-06. Den første fristen "
            "beheld vi som opphavleg frist."
        ),
        (
            "A day (31.12.2025) or a period: 2025, 2025-H2 (half-year), 2025-Q4 (quarter), or "
            "løpende (ongoing). Put ' before a month: '2025-06. We keep the first one as the "
            "original deadline."
        ),
    ),
    "write.gjennomført": (
        "Dagen arbeidet ble ferdig, for eksempel 30.06.2024. Bare når status er gjennomført.",
        "Dagen arbeidet vart ferdig, til dømes 30.06.2024. Berre når status er gjennomført.",
        (
            "The day the work was done, for example 30.06.2024. Only when the status is "
            "gjennomført (completed)."
        ),
    ),
    "write.resultat": (
        "Hva tiltaket førte til, i én til tre setninger. Kreves når status er gjennomført.",
        "Kva tiltaket førte til, i éi til tre setningar. Krevst når status er gjennomført.",
        (
            "What the measure led to, in one to three sentences. Needed when the status is "
            "gjennomført (completed)."
        ),
    ),
    "write.innlemmet_i": (
        (
            "ID-en til tiltaket som dette er blitt en del av, for eksempel T012. Bare når "
            "status er innlemmet."
        ),
        (
            "ID-en til tiltaket som dette no er ein del av, til dømes T012. Berre når "
            "status er innlemmet."
        ),
        (
            "The ID of the measure that this has become part of, for example T012. Only when "
            "the status is innlemmet (absorbed)."
        ),
    ),
    "write.oppdatert": (
        "Dagen dere gikk gjennom raden, også når ingenting er endret. For eksempel 30.06.2024.",
        "Dagen de gjekk gjennom rada, også når ingenting er endra. Til dømes 30.06.2024.",
        "The day you went through the row, also when nothing has changed. For example 30.06.2024.",
    ),
    "write.retningsvalg": (
        (
            "Velg fra listen. Er det flere, skriv kodene med komma mellom: 1a, 2b. De står i "
            "arket {sheet}."
        ),
        (
            "Vel frå lista. Er det fleire, skriv kodane med komma mellom: 1a, 2b. Dei står i "
            "arket {sheet}."
        ),
        (
            "Choose from the list. If there are several, write the codes with commas between: "
            "1a, 2b. They are on the sheet {sheet}."
        ),
    ),
    "write.rollen": (
        "Velg «deltar ikke» om dere ikke lenger skal være med i tiltaket.",
        "Vel «deltar ikke» om de ikkje lenger skal vere med i tiltaket.",
        "Choose «deltar ikke» (does not take part) if you are no longer to take part.",
    ),
    "write.innspill": (
        (
            "Det dere vil si til den ansvarlige: avvik, innspill, feil. La cellen stå tom om "
            "det ikke er noe."
        ),
        (
            "Det de vil seie til den ansvarlege: avvik, innspel, feil. La cella stå tom om "
            "det ikkje er noko."
        ),
        (
            "What you want to tell those responsible: deviations, input, errors. Leave the "
            "cell empty if there is nothing."
        ),
    ),
    "write.step-id": (
        "Velg ID-en til tiltaket som den nye milepælen hører til.",
        "Vel ID-en til tiltaket som den nye milepælen høyrer til.",
        "Choose the ID of the measure that the new milestone belongs to.",
    ),
    "write.step-text": (
        "Hva som skal være gjort, kort.",
        "Kva som skal vere gjort, kort.",
        "What is to be done, in a few words.",
    ),
    "write.step-deadline": (
        "Fristen for en ny milepæl: en dag eller en periode, som 30.06.2025 eller 2025-Q2.",
        "Fristen for ein ny milepæl: ein dag eller ein periode, som 30.06.2025 eller 2025-Q2.",
        "The deadline of a new milestone: a day or a period, such as 30.06.2025 or 2025-Q2.",
    ),
    "write.er_nådd": (
        "Velg ja og skriv datoen, eller nei og skriv ny frist.",
        "Vel ja og skriv datoen, eller nei og skriv ny frist.",
        "Choose ja (yes) and write the date, or nei (no) and write a new deadline.",
    ),
    "write.nådd": (
        "Dagen milepælen ble nådd, for eksempel 30.06.2024.",
        "Dagen milepælen vart nådd, til dømes 30.06.2024.",
        "The day the milestone was reached, for example 30.06.2024.",
    ),
    "write.ny_frist": (
        (
            "En dag eller en periode, som 30.06.2025 eller 2025-Q2. La cellen stå tom om "
            "fristen holder."
        ),
        (
            "Ein dag eller ein periode, som 30.06.2025 eller 2025-Q2. La cella stå tom om "
            "fristen held."
        ),
        (
            "A day or a period, such as 30.06.2025 or 2025-Q2. Leave the cell empty if the "
            "deadline will be met."
        ),
    ),
    "write.forklaring": (
        "Hvorfor milepælen er utsatt, eller annet vi bør vite.",
        "Kvifor milepælen er utsett, eller anna vi bør vite.",
        "Why the milestone is postponed, or anything else we should know.",
    ),
    # Roles, and yes and no, are bokmål in the cell like every word of a list.
    "word.nei": ("nei", "nei", "no"),
    "word.deltar": ("deltar", "deltek", "takes part"),
    "word.deltar ikke": ("deltar ikke", "deltek ikkje", "does not take part"),
    # What a status lacks, after its word.
    "lacks": (
        "{word} – mangler {fields:list}",
        "{word} – manglar {fields:list}",
        "{word} – {fields:list} missing",
    ),
    "lacks.gjennomført": ("dato", "dato", "date"),
    "lacks.resultat": ("resultat", "resultat", "result"),
    "lacks.fremdrift": ("fremdrift", "framdrift", "progress"),
    "lacks.begrunnelse": ("begrunnelse", "grunngiving", "reason"),
    "lacks.innlemmet_i": ("innlemmet i", "innlemma i", "absorbed into"),
    "lacks.avvik": ("avvik", "avvik", "deviation"),
    "lacks.milepæler": (
        "{word} – milepæler gjenstår",
        "{word} – milepælar står att",
        "{word} – milestones remain",
    ),
    "lacks.fields": ("mangler felt", "manglar felt", "fields missing"),
    "lacks.nådd": ("dato", "dato", "date"),
    "lacks.ny_frist": ("ny frist", "ny frist", "new deadline"),
    # What the words of the lists mean.
    "meaning.foreslått": (
        "Foreslått, men ikke bestemt.",
        "Føreslått, men ikkje bestemt.",
        "Proposed, but not decided.",
    ),
    "meaning.vedtatt": (
        "Bestemt, men ikke startet.",
        "Bestemt, men ikkje starta.",
        "Decided, but not started.",
    ),
    "meaning.igangsatt": ("Arbeidet er i gang.", "Arbeidet er i gang.", "The work is under way."),
    "meaning.gjennomført": ("Ferdig.", "Ferdig.", "Done."),
    "meaning.utsatt": ("Skal gjøres senere.", "Skal gjerast seinare.", "To be done later."),
    "meaning.utgår": (
        "Blir ikke gjennomført.",
        "Blir ikkje gjennomført.",
        "Will not be completed.",
    ),
    "meaning.innlemmet": (
        "Blitt del av et annet tiltak.",
        "Blitt del av eit anna tiltak.",
        "Has become part of another measure.",
    ),
    "meaning.grønn": ("Går etter planen.", "Går etter planen.", "Goes according to plan."),
    "meaning.gul": (
        "Avvik som krever oppfølging.",
        "Avvik som krev oppfølging.",
        "A deviation that needs following up.",
    ),
    "meaning.rød": ("Alvorlig avvik.", "Alvorleg avvik.", "A serious deviation."),
    "meaning.needs": ("Krever {fields:list}.", "Krev {fields:list}.", "Requires {fields:list}."),
}
