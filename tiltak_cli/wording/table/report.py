"""The report, as page, text, Markdown and in the terminal: headings, columns and sentences."""

ROWS = {
    "report.title": ("Tiltaksoversikt", "Tiltaksoversikt", "Overview of measures"),
    "report.status-on": ("Status per {day:long}", "Status per {day:long}", "Status on {day:long}"),
    "report.on": ("per {day}", "per {day}", "on {day}"),
    "report.edition": ("Utgave {edition}", "Utgåve {edition}", "Edition {edition}"),
    "report.kept-by": ("Føres av {keeper}", "Blir ført av {keeper}", "Kept by {keeper}"),
    "report.total": ("Tiltak i alt", "Tiltak i alt", "Measures in all"),
    "report.in-all": ("I alt", "I alt", "In all"),
    "report.selection": (
        "Utvalg: {number} av {total} tiltak",
        "Utval: {number} av {total} tiltak",
        "Selection: {number} of {total} measures",
    ),
    "report.no-measures": (
        "Oversikten har ingen tiltak.",
        "Oversikta har ingen tiltak.",
        "The overview has no measures.",
    ),
    "report.no-match": (
        "Ingen tiltak passer med utvalget.",
        "Ingen tiltak passar med utvalet.",
        "No measures match the selection.",
    ),
    # One sentence each, with the number that leaders ask for.
    "report.overdue-count": (
        "{number:N.measure} er over fristen.",
        "{number:N.measure} er over fristen.",
        "{number:N.measure} {number:pick.is|are} past the deadline.",
    ),
    "report.gap-count": (
        "{number:N.direction} har ingen tiltak.",
        "{number:N.direction} har ingen tiltak.",
        "{number:N.direction} {number:pick.has|have} no measures.",
    ),
    "report.roleless-count": (
        "{number:N.ministry} er ikke nevnt i noe tiltak.",
        "{number:N.ministry} er ikkje {number:pick.nemnt|nemnde} i noko tiltak.",
        "{number:N.ministry} {number:pick.is|are} not named in any measure.",
    ),
    "report.change-count": (
        "{number:n.change} siden utgave {edition}.",
        "{number:n.change} sidan utgåve {edition}.",
        "{number:n.change} since edition {edition}.",
    ),
    # Headings.
    "report.key-figures": ("Nøkkeltall", "Nøkkeltal", "Key figures"),
    "report.areas": ("Status per målområde", "Status per målområde", "Status by target area"),
    "report.directions": (
        "Tiltak per retningsvalg",
        "Tiltak per retningsval",
        "Measures by direction",
    ),
    "report.gaps": (
        "Retningsvalg uten tiltak",
        "Retningsval utan tiltak",
        "Directions without measures",
    ),
    "report.ministries": ("Departementene", "Departementa", "The ministries"),
    "report.roleless": (
        "Departementer som ikke er nevnt i noe tiltak",
        "Departement som ikkje er nemnde i noko tiltak",
        "Ministries not named in any measure",
    ),
    "report.timeline": ("Tidslinje", "Tidslinje", "Timeline"),
    "report.measures": ("Tiltakene", "Tiltaka", "The measures"),
    "report.overdue": ("Over fristen", "Over fristen", "Past the deadline"),
    "report.changes": (
        "Endret siden utgave {edition}",
        "Endra sidan utgåve {edition}",
        "Changed since edition {edition}",
    ),
    "report.carried-over": (
        "Videreført fra {period}",
        "Vidareført frå {period}",
        "Carried over from {period}",
    ),
    # Columns.
    "report.area": ("Målområde", "Målområde", "Target area"),
    "report.area-short": ("Mål {code}", "Mål {code}", "Area {code}"),
    "report.direction": ("Retningsvalg", "Retningsval", "Direction"),
    "report.ministry": ("Departement", "Departement", "Ministry"),
    "report.measure": ("Tiltak", "Tiltak", "Measure"),
    "report.number": ("Tiltak", "Tiltak", "Measures"),
    "report.share": ("Fordeling", "Fordeling", "Distribution"),
    "report.situation": ("Situasjon", "Situasjon", "Situation"),
    "report.takes-part": ("Deltar", "Deltek", "Takes part"),
    "report.late": ("Røde eller forsinket", "Raude eller forseinka", "Red or overdue"),
    "report.due-soon": (
        "Frist innen {days:days}",
        "Frist innan {days:days}",
        "Due within {days:days}",
    ),
    "report.kind": ("Slag", "Slag", "Kind"),
    "report.count": ("Antall", "Tal", "Number"),
    # In cells and beside them.
    "report.no-gap": ("Ingen tiltak", "Ingen tiltak", "No measures"),
    "report.none-chosen": ("Ingen i utvalget", "Ingen i utvalet", "None in the selection"),
    "report.no-role": (
        "Ikke nevnt i noe tiltak",
        "Ikkje nemnt i noko tiltak",
        "Not named in any measure",
    ),
    "report.everyone": (
        "I tillegg deltar alle departementer i {number:n.measure}.",
        "I tillegg deltek alle departementa i {number:n.measure}.",
        "In addition, all ministries take part in {number:n.measure}.",
    ),
    "report.every-area": (
        "Et tiltak er med i alle målområdene det virker på.",
        "Eit tiltak er med i alle målområda det verkar på.",
        "A measure counts in every target area it works on.",
    ),
    "report.every-direction": (
        "Et tiltak kan følge opp flere retningsvalg. Tiltak som utgår, er ikke med.",
        "Eit tiltak kan følgje opp fleire retningsval. Tiltak som går ut, er ikkje med.",
        "A measure can follow up several directions. Measures that are dropped do not count.",
    ),
    "report.roles-about": (
        "Hvor mange tiltak departementet er ansvarlig for, utfører og deltar i.",
        "Kor mange tiltak departementet er ansvarleg for, utfører og deltek i.",
        "How many measures the ministry is responsible for, carries out and takes part in.",
    ),
    "report.roles-order": (
        "Flest røde eller forsinket først, så flest ansvarlig for.",
        "Flest raude eller forseinka først, så flest ansvarleg for.",
        "Those with most red or overdue first, then those responsible for most.",
    ),
    "report.led-by-area": (
        "Ansvarlig per målområde",
        "Ansvarleg per målområde",
        "Responsible by target area",
    ),
    "report.passed": (
        "passert med {days:days}",
        "passert med {days:days}",
        "{days:days} ago",
    ),
    "report.late-start": (
        "ikke startet etter plan",
        "ikkje starta etter planen",
        "not started as planned",
    ),
    "report.after-period": (
        "frist etter strategiperioden",
        "frist etter strategiperioden",
        "due after the strategy period",
    ),
    "report.waiting": ("Venter på dette", "Ventar på dette", "Waiting for this"),
    "report.parts": ("Består av", "Består av", "Consists of"),
    "report.no-deadline": ("ingen frist", "ingen frist", "no deadline"),
    # The timeline's legend.
    "report.bar": ("gjennomføringsperiode", "gjennomføringsperiode", "period of work"),
    "report.reached": ("milepæl nådd", "milepæl nådd", "milestone reached"),
    "report.waits": ("milepæl som gjenstår", "milepæl som står att", "milestone ahead"),
    "report.missed": ("milepæl over fristen", "milepæl over fristen", "milestone missed"),
    "report.report-date": ("rapportdato {day}", "rapportdato {day}", "report date {day}"),
    "report.outside": (
        "utenfor strategiperioden {period}",
        "utanfor strategiperioden {period}",
        "outside the strategy period {period}",
    ),
    "report.goes-on": ("varer etter perioden", "varer etter perioden", "after the period"),
    "report.milestones-count": (
        "{reached} av {number:n.milestone} nådd",
        "{reached} av {number:n.milestone} nådd",
        "{reached} of {number:n.milestone} reached",
    ),
    "report.more": ("… og {number} til", "… og {number} til", "… and {number} more"),
    "report.more-by-list": (
        "… og {number} til. «tiltak list» viser alle.",
        "… og {number} til. «tiltak list» viser alle.",
        "… and {number} more. “tiltak list” shows all of them.",
    ),
    "report.more-by-diff": (
        "… og {number} til. «tiltak diff» viser alle.",
        "… og {number} til. «tiltak diff» viser alle.",
        "… and {number} more. “tiltak diff” shows all of them.",
    ),
    # Changes.
    "report.compared": (
        "Fra utgave {old} per {then} til utgave {new} per {now}.",
        "Frå utgåve {old} per {then} til utgåve {new} per {now}.",
        "From edition {old} on {then} to edition {new} on {now}.",
    ),
    "report.no-changes": (
        "Ingen endringer i innholdet.",
        "Ingen endringar i innhaldet.",
        "No changes in content.",
    ),
    "report.tally": (
        "{changes:n.change} i {measures:n.measure}",
        "{changes:n.change} i {measures:n.measure}",
        "{changes:n.change} in {measures:n.measure}",
    ),
    "report.general": ("Hele oversikten", "Heile oversikta", "The whole overview"),
    # The page.
    "page.skip": ("Gå til innholdet", "Gå til innhaldet", "Skip to the content"),
    "page.contents": ("Innhold", "Innhald", "Contents"),
    "page.print-summary": ("Skriv ut sammendrag", "Skriv ut samandrag", "Print summary"),
    "page.to-leaders": ("Til ledelsen", "Til leiinga", "For leaders"),
    "page.areas": ("Målområder", "Målområde", "Target areas"),
    "page.waits": ("Avhengigheter", "Avhengnader", "Dependencies"),
    "page.deadlines": ("Frister", "Fristar", "Deadlines"),
    "page.carried": ("Videreført", "Vidareført", "Carried over"),
    "page.changes": ("Endringer", "Endringar", "Changes"),
    "page.all": ("Alle", "Alle", "All"),
    "page.filter": ("Velg tiltak", "Vel tiltak", "Choose measures"),
    "page.search": ("Søk i tiltakene", "Søk i tiltaka", "Search the measures"),
    "page.any-role": ("Departement, alle roller", "Departement, alle roller", "Ministry, any role"),
    "page.reset": ("Nullstill", "Nullstill", "Reset"),
    "page.open-all": ("Åpne alle", "Opne alle", "Open all"),
    "page.close-all": ("Lukk alle", "Lukk alle", "Close all"),
    "page.shown-all": (
        "Viser alle {total:n.measure}.",
        "Viser alle {total:n.measure}.",
        "Showing all {total:n.measure}.",
    ),
    "page.shown-some": (
        "Viser {{n}} av {total:n.measure}.",
        "Viser {{n}} av {total:n.measure}.",
        "Showing {{n}} of {total:n.measure}.",
    ),
    "page.caption": (
        "Tiltakene. Trykk på et tiltak for å lese alt om det.",
        "Tiltaka. Trykk på eit tiltak for å lese alt om det.",
        "The measures. Choose a measure to read all about it.",
    ),
    "page.sort": (
        "Trykk på en overskrift for å sortere.",
        "Trykk på ei overskrift for å sortere.",
        "Choose a heading to sort.",
    ),
    "page.link": (
        "Adressen til siden tar vare på utvalget, så du kan dele det.",
        "Adressa til sida tek vare på utvalet, så du kan dele det.",
        "The address of the page keeps the selection, so that you can share it.",
    ),
    "page.same-selection": (
        "Tidslinjen viser de samme tiltakene som tabellen.",
        "Tidslinja viser dei same tiltaka som tabellen.",
        "The timeline shows the same measures as the table.",
    ),
    "page.source": (
        "Kilde: tiltaksoversikten, utgave {edition} per {day}, ført av {keeper}.",
        "Kjelde: tiltaksoversikta, utgåve {edition} per {day}, ført av {keeper}.",
        "Source: the overview of measures, edition {edition} on {day}, kept by {keeper}.",
    ),
    "page.printout": (
        "Siden er en utskrift av registeret. Endringer føres i registeret.",
        "Sida er ei utskrift av registeret. Endringar blir førte i registeret.",
        "This page is printed from the register. Changes are made in the register.",
    ),
    "page.criteria": (
        "Slik er listen laget",
        "Slik er lista laga",
        "How this list is made",
    ),
    "page.criteria-text": (
        (
            "Listen regnes ut av registeret, og det som veier tyngst, står øverst. Først kommer "
            "rød vurdering og passert frist, og så tiltak som avhenger av et som utgår, eller som "
            "er forsinket, rødt eller utsatt. Så følger start eller milepæl som ikke er nådd i "
            "tide, retningsvalg uten tiltak, og frist flyttet to ganger eller mer. Sist kommer "
            "høy prioritet uten fremdrift, gul vurdering, og tiltak som ikke er oppdatert på "
            "{days:days}."
        ),
        (
            "Lista blir rekna ut av registeret, og det som veg tyngst, står øvst. Først kjem raud "
            "vurdering og passert frist, og så tiltak som avheng av eit som går ut, eller som er "
            "forseinka, raudt eller utsett. Så følgjer start eller milepæl som ikkje er nådd i "
            "tide, retningsval utan tiltak, og frist flytta to gonger eller meir. Sist kjem høg "
            "prioritet utan framdrift, gul vurdering, og tiltak som ikkje er oppdaterte på "
            "{days:days}."
        ),
        (
            "The list is worked out from the register, with the weightiest first: a red assessment "
            "or a passed deadline, and then measures that depend on one that is overdue, red, "
            "postponed or dropped. Next come a start or a milestone that was missed, a direction "
            "without measures, and a deadline moved twice or more. Last are high priority without "
            "progress, a yellow assessment, and measures not updated for {days:days}."
        ),
    ),
}
