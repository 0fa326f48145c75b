"""The workbook: the sheet of measures with its help and refusals, the changes, and the lists."""

ROWS = {
    "measures.number": (
        "{number:n.measure} per {day}.",
        "{number:n.measure} per {day}.",
        "{number:n.measure} on {day}.",
    ),
    "measures.selected": (
        "{number} av {everything:n.measure} per {day}.",
        "{number} av {everything:n.measure} per {day}.",
        "{number} of {everything:n.measure} on {day}.",
    ),
    "measures.unstated": (
        "Felt som skal fylles ut og ikke er det, er rosa.",
        "Felt som skal fyllast ut og ikkje er det, er rosa.",
        "Fields that should be filled in, but are not, are pink.",
    ),
    "measures.overdue": (
        "En frist i rødt med utropstegn er passert.",
        "Ein frist i raudt med utropsteikn er passert.",
        "A deadline in red with an exclamation mark has passed.",
    ),
    "measures.filter": (
        "Filtrer med pilene i tabellhodet.",
        "Filtrer med pilene i tabellhovudet.",
        "Filter with the arrows in the header row.",
    ),
    "measures.changed": (
        "Strek foran et felt: endret siden utgave {edition}.",
        "Strek framfor eit felt: endra sidan utgåve {edition}.",
        "A line before a field: changed since edition {edition}.",
    ),
    "measures.role": ("Rolle", "Rolle", "Role"),
    "measures.description": (
        "Tiltakene, ett på hver rad. Kolonner: {fields:list}.",
        "Tiltaka, eitt på kvar rad. Kolonnar: {fields:list}.",
        "The measures, one in each row. Columns: {fields:list}.",
    ),
    "prompt.areas": (
        "Ett eller flere målområder med komma mellom, for eksempel: 1, 3",
        "Eitt eller fleire målområde med komma mellom, til dømes: 1, 3",
        "One or more target areas with commas between, for example: 1, 3",
    ),
    "prompt.directions": (
        (
            "Én linje per retningsvalg (Alt+Enter gir ny linje). Koden først på linjen gjelder; "
            "teksten etter er bare til hjelp. Kodene står i arket {sheet}."
        ),
        (
            "Éi linje per retningsval (Alt+Enter gir ny linje). Koden først på linja gjeld; "
            "teksten etter er berre til hjelp. Kodane står i arket {sheet}."
        ),
        (
            "One line for each direction (Alt+Enter gives a new line). The code that begins the "
            "line counts; the text after it is only for help. The codes are on the sheet {sheet}."
        ),
    ),
    "prompt.codes": (
        "Koder med komma mellom. Kodene står i arket {sheet}.",
        "Kodar med komma mellom. Kodane står i arket {sheet}.",
        "Codes with commas between. The codes are on the sheet {sheet}.",
    ),
    "prompt.organisations": (
        (
            "Én forkortelse, eller flere med komma mellom: FIN, DFD. Forkortelsene står i arket "
            "{sheet}."
        ),
        (
            "Éi forkorting, eller fleire med komma mellom: FIN, DFD. Forkortingane står i arket "
            "{sheet}."
        ),
        (
            "One abbreviation, or several with commas between: FIN, DFD. The abbreviations are on "
            "the sheet {sheet}."
        ),
    ),
    "prompt.leads": (
        "Den første leder arbeidet.",
        "Den første leier arbeidet.",
        "The first one leads the work.",
    ),
    "prompt.participants": (
        "Forkortelser med komma mellom, eller ordet alle. Forkortelsene står i arket {sheet}.",
        "Forkortingar med komma mellom, eller ordet alle. Forkortingane står i arket {sheet}.",
        (
            "Abbreviations with commas between, or the word alle, for everyone. The abbreviations "
            "are on the sheet {sheet}."
        ),
    ),
    "prompt.partial": (
        (
            "En dag (31.12.2025) eller en periode: 2025, 2025-H2 (halvår), 2025-Q4 (kvartal). Sett "
            "' foran en måned: '2025-06."
        ),
        (
            "Ein dag (31.12.2025) eller ein periode: 2025, 2025-H2 (halvår), 2025-Q4 (kvartal). "
            "Set ' framfor ein månad: '2025-06."
        ),
        (
            "A day (31.12.2025) or a period: 2025, 2025-H2 (half-year), 2025-Q4 (quarter). Put ' "
            "before a month: '2025-06."
        ),
    ),
    "prompt.ongoing": (
        "Skriv løpende når tiltaket ikke har sluttdato.",
        "Skriv løpende når tiltaket ikkje har sluttdato.",
        "Write løpende for a measure that is ongoing, without an end.",
    ),
    "prompt.day": (
        "Skriv en dag, for eksempel 30.06.2024.",
        "Skriv ein dag, til dømes 30.06.2024.",
        "Write a day, for example 30.06.2024.",
    ),
    "prompt.references": (
        "ID-er med komma mellom: T001, T002",
        "ID-ar med komma mellom: T001, T002",
        "IDs with commas between: T001, T002",
    ),
    "fill-in.tittel": (
        "Kort navn på tiltaket.",
        "Kort namn på tiltaket.",
        "A short name for the measure.",
    ),
    "fill-in.beskrivelse": (
        "Hva tiltaket går ut på, i én til tre setninger.",
        "Kva tiltaket går ut på, i éi til tre setningar.",
        "What the measure is about, in one to three sentences.",
    ),
    "fill-in.begrunnelse": (
        "Hvorfor tiltaket er utsatt, utgår eller er innlemmet i et annet.",
        "Kvifor tiltaket er utsett, går ut eller er innlemma i eit anna.",
        "Why the measure is postponed, dropped or absorbed into another.",
    ),
    "fill-in.prioritet": (
        "Velg fra listen: hvor viktig tiltaket er.",
        "Vel frå lista: kor viktig tiltaket er.",
        "Choose from the list: how much the measure matters.",
    ),
    "fill-in.vurdering": (
        "Velg fra listen: grønn er i rute, gul har avvik, rød trenger en avgjørelse.",
        "Vel frå lista: grønn er i rute, gul har avvik, rød treng ei avgjerd.",
        (
            "Choose from the list: grønn (green) is on track, gul (yellow) has a deviation, rød "
            "(red) needs a decision."
        ),
    ),
    "fill-in.avvik": (
        "Hva som er galt, og hva som gjøres med det. Fylles ut når vurderingen er gul eller rød.",
        "Kva som er gale, og kva som blir gjort med det. Fyll ut når vurderinga er gul eller rød.",
        "What is wrong, and what is done about it. Fill in when the assessment is yellow or red.",
    ),
    "fill-in.fremdrift": (
        "Hvor arbeidet står nå, i én til tre setninger.",
        "Kvar arbeidet står no, i éi til tre setningar.",
        "How far the work has come, in one to three sentences.",
    ),
    # Titles of refusals have 32 characters at most.
    "refused.id": (
        "ID-en endres aldri. La feltet stå tomt for et nytt tiltak; det får nummer senere.",
        "ID-en blir aldri endra. La feltet stå tomt for eit nytt tiltak; det får nummer seinare.",
        "An ID never changes. Leave the field empty for a new measure; it gets its number later.",
    ),
    "refused.fixed": (
        "Dette feltet kan ikke endres i arbeidsboken.",
        "Dette feltet kan ikkje endrast i arbeidsboka.",
        "This field cannot be changed in the workbook.",
    ),
    "refused.fixed-title": (
        "{field} kan ikke endres",
        "{field} kan ikkje endrast",
        "{field} cannot be changed",
    ),
    "refused.word": (
        "Velg fra listen i feltet {field}. Verdiene står i arket {sheet}.",
        "Vel frå lista i feltet {field}. Verdiane står i arket {sheet}.",
        "Choose from the list in the field {field}. The values are on the sheet {sheet}.",
    ),
    "refused.word-title": (
        "Ukjent verdi: {field}",
        "Ukjend verdi: {field}",
        "Unknown value: {field}",
    ),
    "refused.partial": (
        "Skriv en dag (31.12.2025) eller en periode: 2025, 2025-H2, 2025-Q4 eller '2025-06.",
        "Skriv ein dag (31.12.2025) eller ein periode: 2025, 2025-H2, 2025-Q4 eller '2025-06.",
        "Write a day (31.12.2025) or a period: 2025, 2025-H2, 2025-Q4 or '2025-06.",
    ),
    "refused.date-title": (
        "Ugyldig dato: {field}",
        "Ugyldig dato: {field}",
        "Not a date: {field}",
    ),
    "changes.title": (
        "Endringer siden forrige utgave",
        "Endringar sidan førre utgåve",
        "Changes since the previous edition",
    ),
    "changes.sentence": (
        (
            "Utgave {new} per {now} sammenlignet med utgave {old} per {then}: {changes:n.change} i "
            "{measures:n.measure}. Vesentlige endringer i fet skrift."
        ),
        (
            "Utgåve {new} per {now} samanlikna med utgåve {old} per {then}: {changes:n.change} i "
            "{measures:n.measure}. Vesentlege endringar i feit skrift."
        ),
        (
            "Edition {new} on {now} compared with edition {old} on {then}: {changes:n.change} in "
            "{measures:n.measure}. Major changes are in bold."
        ),
    ),
    "changes.date": ("Dato", "Dato", "Date"),
    "changes.change": ("Endring", "Endring", "Change"),
    "changes.field": ("Felt", "Felt", "Field"),
    "changes.old": ("Før", "Før", "Before"),
    "changes.new": ("Nå", "No", "Now"),
    "changes.why": ("Forklaring", "Forklaring", "Explanation"),
    "changes.whole": (
        "Oversikten som helhet",
        "Oversikta som heilskap",
        "The overview as a whole",
    ),
    "changes.milestone": ("Milepæl {id}", "Milepæl {id}", "Milestone {id}"),
    "changes.organisation": ("Virksomhet", "Verksemd", "Organisation"),
    "changes.strategy": ("Strategi", "Strategi", "Strategy"),
    "changes.none": ("Ingen endringer.", "Ingen endringar.", "No changes."),
    "changes.description": (
        (
            "Endringene siden forrige utgave, én på hver rad: dato, tiltak, hva slags endring, "
            "felt, verdi før og nå, og forklaring."
        ),
        (
            "Endringane sidan førre utgåve, éi på kvar rad: dato, tiltak, kva slags endring, felt, "
            "verdi før og no, og forklaring."
        ),
        (
            "The changes since the previous edition, one in each row: date, measure, kind of "
            "change, field, value before and now, and an explanation."
        ),
    ),
    "lists.sentence": (
        "Verdiene som nedtrekkslistene i arket {sheet} bruker, og hva kodene betyr.",
        (
            "Verdiane som nedtrekkslistene i arket {sheet} bruker, i bokmål som i registeret, og "
            "kva dei tyder."
        ),
        (
            "The values that the drop-downs on the sheet {sheet} use, in Norwegian as in the "
            "register, and what they mean."
        ),
    ),
    "lists.list": ("Liste", "Liste", "List"),
    "lists.value": ("Verdi", "Verdi", "Value"),
    "lists.meaning": ("Forklaring", "Forklaring", "Meaning"),
    "lists.area": ("Målområde", "Målområde", "Target area"),
    "lists.direction": ("Retningsvalg", "Retningsval", "Direction"),
    "lists.development": ("Utviklingsområde", "Utviklingsområde", "Development area"),
    "lists.organisation": ("Virksomhet", "Verksemd", "Organisation"),
    "lists.areas": (
        "Tiltak på målområde {areas:list}",
        "Tiltak på målområde {areas:list}",
        "A measure in target areas {areas:list}",
    ),
    "lists.description": (
        "Kodelistene: hvilken liste, verdien og hva den betyr.",
        "Kodelistene: kva for liste, verdien og kva han tyder.",
        "The code lists: which list, the value and what it means.",
    ),
}
