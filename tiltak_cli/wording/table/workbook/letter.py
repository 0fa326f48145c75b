"""The letter in front of the workbook that others fill in."""

ROWS = {
    "letter.title": (
        "Tiltaksoversikten: vi trenger svar fra {codes:list}",
        "Tiltaksoversikta: vi treng svar frå {codes:list}",
        "Overview of measures: we need answers from {codes:list}",
    ),
    # Where there is nothing of their own to answer for.
    "letter.title-part": (
        "Tiltaksoversikten: se over rollen til {codes:list}",
        "Tiltaksoversikta: sjå over rolla til {codes:list}",
        "Overview of measures: please look over the role of {codes:list}",
    ),
    "letter.title-new": (
        "Tiltaksoversikten: har {codes:list} nye tiltak?",
        "Tiltaksoversikta: har {codes:list} nye tiltak?",
        "Overview of measures: new measures from {codes:list}?",
    ),
    "letter.to": (
        "Til {names:list} fra {keeper}",
        "Til {names:list} frå {keeper}",
        "To {names:list} from {keeper}",
    ),
    "letter.status": (
        "Utgave {edition}, status per {day:long}",
        "Utgåve {edition}, status per {day:long}",
        "Edition {edition}, status on {day:long}",
    ),
    "letter.due": (
        "Svar innen {weekday} {day:long}",
        "Svar innan {weekday} {day:long}",
        "Answer by {weekday} {day:long}",
    ),
    "letter.no-due": (
        "Send svaret så snart dere har sett over arkene",
        "Send svaret så snart de har sett over arka",
        "Send your answer as soon as you have looked over the sheets",
    ),
    "letter.send": (
        "Lagre filen, og send hele arbeidsboken til {contact}.",
        "Lagre fila, og send heile arbeidsboka til {contact}.",
        "Save the file, and send the whole workbook to {contact}.",
    ),
    "letter.todo": ("Dette ber vi dere gjøre", "Dette ber vi dykk gjere", "What we ask you to do"),
    "letter.nothing": (
        "Ingen av tiltakene er forsinket. Se over arkene, og rett det som er endret.",
        "Ingen av tiltaka er forseinka. Sjå over arka, og rett det som er endra.",
        "None of the measures is overdue. Look over the sheets, and update what has changed.",
    ),
    "letter.more": (
        "{number:n.measure} til som dere har ansvaret for",
        "{number:n.measure} til som de har ansvaret for",
        "{number:n.measure} more that you are responsible for",
    ),
    "letter.more-todo": (
        "Se kolonnen «Vi ber om» i arket {sheet}.",
        "Sjå kolonnen «Vi ber om» i arket {sheet}.",
        "See the column “We ask for” on the sheet {sheet}.",
    ),
    "letter.taking-part": (
        "{number:n.measure} der dere deltar: {ids:list}",
        "{number:n.measure} der de deltek: {ids:list}",
        "{number:n.measure} you take part in: {ids:list}",
    ),
    "letter.taking-part-many": (
        "{number:n.measure} der dere deltar",
        "{number:n.measure} der de deltek",
        "{number:n.measure} you take part in",
    ),
    "letter.taking-part-todo": (
        "Se over rollen deres. Skriv innspill bare der dere har noe å melde.",
        "Sjå over rolla dykkar. Skriv innspel berre der de har noko å melde.",
        "Look over your role. Write input only where you have something to report.",
    ),
    "letter.unclear-todo": (
        "Dere trenger ikke gjøre noe med det. {keeper} retter feilene i registeret.",
        "De treng ikkje gjere noko med det. {keeper} rettar feila i registeret.",
        "You do not need to do anything about that. {keeper} corrects the errors in the register.",
    ),
    "letter.new": (
        "Har dere nye tiltak?",
        "Har de nye tiltak?",
        "Do you have new measures?",
    ),
    "letter.new-todo": (
        "Foreslå dem i arket {sheet}, ett på hver rad.",
        "Føreslå dei i arket {sheet}, eitt på kvar rad.",
        "Propose them on the sheet {sheet}, one in each row.",
    ),
    "letter.news": (
        "Nytt siden utgave {edition}",
        "Nytt sidan utgåve {edition}",
        "New since edition {edition}",
    ),
    "letter.because": (
        "{text} {why:quoted90}",
        "{text} {why:quoted90}",
        "{text} {why:quoted90}",
    ),
    "letter.more-news": (
        "… og endringer i {number:n.measure} til",
        "… og endringar i {number:n.measure} til",
        "… and changes in {number:n.measure} more",
    ),
    "letter.no-news": (
        "Ingen endringer i tiltakene deres.",
        "Ingen endringar i tiltaka dykkar.",
        "No changes in your measures.",
    ),
    "letter.how": ("Slik fyller dere ut", "Slik fyller de ut", "How to fill it in"),
    "letter.write": (
        "Skriv i de lyse feltene med ✎ i overskriften. Velg fra listen der det er en liste.",
        "Skriv i dei lyse felta med ✎ i overskrifta. Vel frå lista der det er ei liste.",
        "Write in the pale cells with ✎ in the heading. Choose from the list where there is one.",
    ),
    "letter.mend": (
        "Fyll ut det som er merket med rød ramme. Statusen dere har valgt, sier hva som mangler.",
        "Fyll ut det som er merkt med raud ramme. Statusen de har valt, seier kva som manglar.",
        "Fill in what has a red frame. The status you have chosen says what is missing.",
    ),
    "letter.return": (
        "Lagre, og send hele filen. Ikke slett rader, og ikke endre ID-ene.",
        "Lagre, og send heile fila. Ikkje slett rader, og ikkje endre ID-ane.",
        "Save, and send the whole file. Do not delete rows or change IDs.",
    ),
    "letter.legend": ("Tegnforklaring", "Teiknforklaring", "Legend"),
    "letter.legend-input": (
        "Fyll ut. Det som står der fra før, er det vi har i dag.",
        "Fyll ut. Det som står der frå før, er det vi har i dag.",
        "Fill in. What is there already is what we have today.",
    ),
    "letter.legend-lacking": (
        "Mangler for statusen eller vurderingen dere har valgt.",
        "Manglar for statusen eller vurderinga de har valt.",
        "Missing for the status or assessment you have chosen.",
    ),
    "letter.legend-plain": (
        "Til opplysning. Er noe galt her, så skriv en merknad på cellen.",
        "Til opplysning. Er noko gale her, så skriv ein merknad på cella.",
        "For information. If something is wrong here, put a note on the cell.",
    ),
    "letter.legend-late": (
        "Rødt med utropstegn: fristen er passert per {day:long}.",
        "Raudt med utropsteikn: fristen er passert per {day:long}.",
        "Red with an exclamation mark: the deadline had passed on {day:long}.",
    ),
    "letter.legend-period": (
        "2. halvår 2025. På samme måte er 2025-Q3 3. kvartal 2025.",
        "2. halvår 2025. På same måten er 2025-Q3 3. kvartal 2025.",
        "The 2nd half of 2025. In the same way 2025-Q3 is the 3rd quarter of 2025.",
    ),
    "letter.left-out": (
        "{number:n.measure} som var avsluttet i utgave {edition}, er ikke med.",
        "{number:n.measure} som var avslutta i utgåve {edition}, er ikkje med.",
        (
            "{number:n.measure} that had ended in edition {edition} {number:pick.is|are} not "
            "included."
        ),
    ),
    "letter.end": (
        (
            "Arbeidsboken er laget av registeret. Ingenting blir endret der før {keeper} har "
            "lest inn svaret."
        ),
        (
            "Arbeidsboka er laga av registeret. Ingenting blir endra der før {keeper} har "
            "lese inn svaret."
        ),
        (
            "The workbook is made from the register. Nothing changes there until {keeper} has "
            "read your answer."
        ),
    ),
    "weekday.0": ("mandag", "måndag", "Monday"),
    "weekday.1": ("tirsdag", "tysdag", "Tuesday"),
    "weekday.2": ("onsdag", "onsdag", "Wednesday"),
    "weekday.3": ("torsdag", "torsdag", "Thursday"),
    "weekday.4": ("fredag", "fredag", "Friday"),
    "weekday.5": ("lørdag", "laurdag", "Saturday"),
    "weekday.6": ("søndag", "søndag", "Sunday"),
}
