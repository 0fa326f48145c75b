"""The workbook that others fill in: its sheets, its columns, and what is asked on each row."""

ROWS = {
    "sheet.letter": ("Brev", "Brev", "Letter"),
    "sheet.taking-part": ("Dere deltar", "De deltek", "You take part"),
    "sheet.new": ("Nye tiltak", "Nye tiltak", "New measures"),
    "sheet.ended": ("Avsluttet", "Avslutta", "Ended"),
    # Headings that are no fields. A pencil stands before those of cells to write in.
    "form.asked": ("Vi ber om", "Vi ber om", "We ask for"),
    "form.role": ("Rollen deres", "Rolla dykkar", "Your role"),
    "form.input": (
        "Innspill til den ansvarlige",
        "Innspel til den ansvarlege",
        "Input to those responsible",
    ),
    "form.next": ("Neste milepæl", "Neste milepæl", "Next milestone"),
    "form.ended-on": ("Avsluttet", "Avslutta", "Ended"),
    "form.outcome": (
        "Resultat eller begrunnelse",
        "Resultat eller grunngiving",
        "Result or reason",
    ),
    "form.is-reached": ("Nådd?", "Nådd?", "Reached?"),
    "form.reached-on": ("Nådd dato", "Nådd dato", "Date reached"),
    "form.new-deadline": ("Ny frist", "Ny frist", "New deadline"),
    "form.explained": ("Forklaring", "Forklaring", "Explanation"),
    # Titles and sentences.
    "form.own": (
        "Dere har ansvaret – {names:list}",
        "De har ansvaret – {names:list}",
        "You are responsible – {names:list}",
    ),
    "form.own-sentence": (
        (
            "{number:n.measure} per {day}. Skriv i de lyse feltene med ✎. Det statusen dere "
            "velger, krever, blir merket."
        ),
        (
            "{number:n.measure} per {day}. Skriv i dei lyse felta med ✎. Det statusen de vel, "
            "krev, blir merkt."
        ),
        (
            "{number:n.measure} on {day}. Write in the pale cells with ✎. What your chosen "
            "status requires is marked."
        ),
    ),
    "form.own-updated": (
        "Stemmer en rad, så skriv dagens dato i Oppdatert.",
        "Stemmer ei rad, så skriv dagens dato i Oppdatert.",
        "If a row is right, write today’s date in Updated.",
    ),
    "form.own-none": (
        "Dere har ikke ansvaret for noe tiltak som er i gang eller planlagt.",
        "De har ikkje ansvaret for noko tiltak som er i gang eller planlagt.",
        "You are not responsible for any measure that is planned or under way.",
    ),
    "form.own-description": (
        "Tiltakene dere har ansvaret for, ett på hver rad. Dere fyller ut: {fields:list}.",
        "Tiltaka de har ansvaret for, eitt på kvar rad. De fyller ut: {fields:list}.",
        "The measures you are responsible for, one in each row. You fill in: {fields:list}.",
    ),
    "form.taking-part": (
        "Dere deltar – {names:list}",
        "De deltek – {names:list}",
        "You take part – {names:list}",
    ),
    "form.taking-part-sentence": (
        (
            "{number:n.measure} per {day}. Den ansvarlige fyller ut resten. Si fra om rollen deres "
            "er endret, og om det er noe dere vil melde."
        ),
        (
            "{number:n.measure} per {day}. Den ansvarlege fyller ut resten. Sei frå om rolla "
            "dykkar er endra, og om det er noko de vil melde."
        ),
        (
            "{number:n.measure} on {day}. Those responsible fill in the rest. Say if your role has "
            "changed, and if there is anything you want to report."
        ),
    ),
    "form.taking-part-description": (
        "Tiltakene dere deltar i, ett på hver rad. Dere kan endre rollen deres og gi innspill.",
        "Tiltaka de deltek i, eitt på kvar rad. De kan endre rolla dykkar og gi innspel.",
        "The measures you take part in, one in each row. You can change your role and give input.",
    ),
    "form.new": (
        "Nye tiltak – {names:list}",
        "Nye tiltak – {names:list}",
        "New measures – {names:list}",
    ),
    "form.new-sentence": (
        "Foreslå nye tiltak her, ett på hver rad. ID-en får de når {keeper} har lest dem inn.",
        "Føreslå nye tiltak her, eitt på kvar rad. ID-en får dei når {keeper} har lese dei inn.",
        "Propose new measures here, one in each row. They get an ID when {keeper} has read them.",
    ),
    "form.new-description": (
        "Tomme rader for nye tiltak, ett på hver rad. Dere fyller ut: {fields:list}.",
        "Tomme rader for nye tiltak, eitt på kvar rad. De fyller ut: {fields:list}.",
        "Empty rows for new measures, one in each row. You fill in: {fields:list}.",
    ),
    "form.steps": (
        "Milepæler – {names:list}",
        "Milepælar – {names:list}",
        "Milestones – {names:list}",
    ),
    "form.steps-sentence": (
        (
            "{number:n.milestone} i tiltakene deres. Nådd: velg ja og skriv datoen. Ikke nådd i "
            "tide: velg nei og skriv ny frist. Nye milepæler: velg ID i en tom rad."
        ),
        (
            "{number:n.milestone} i tiltaka dykkar. Nådd: vel ja og skriv datoen. Ikkje nådd i "
            "tide: vel nei og skriv ny frist. Nye milepælar: vel ID i ei tom rad."
        ),
        (
            "{number:n.milestone} in your measures. Reached: choose ja (yes) and write the date. "
            "Not in time: choose nei (no) and write a new deadline. New: choose an ID in an empty "
            "row."
        ),
    ),
    "form.steps-description": (
        (
            "Milepælene i tiltakene dere har ansvaret for, én på hver rad, og tomme rader for nye. "
            "Dere fyller ut om de er nådd, når, og ny frist."
        ),
        (
            "Milepælane i tiltaka de har ansvaret for, éin på kvar rad, og tomme rader for nye. De "
            "fyller ut om dei er nådde, når, og ny frist."
        ),
        (
            "The milestones of the measures you are responsible for, one in each row, and empty "
            "rows for new ones. You fill in whether they are reached, when, and a new deadline."
        ),
    ),
    "form.ended-since": (
        "Avsluttet siden utgave {edition}",
        "Avslutta sidan utgåve {edition}",
        "Ended since edition {edition}",
    ),
    "form.ended": ("Avsluttede tiltak", "Avslutta tiltak", "Ended measures"),
    "form.ended-sentence": (
        "{number:n.measure}, til opplysning. Ingenting å fylle ut.",
        "{number:n.measure}, til opplysning. Ingenting å fylle ut.",
        "{number:n.measure}, for information. Nothing to fill in.",
    ),
    "form.ended-description": (
        "Tiltakene som er avsluttet, ett på hver rad, med resultat eller begrunnelse.",
        "Tiltaka som er avslutta, eitt på kvar rad, med resultat eller grunngiving.",
        "The measures that have ended, one in each row, with the result or the reason.",
    ),
    # A milestone in one line.
    "form.next-step": (
        "{id} {text}, {deadline}",
        "{id} {text}, {deadline}",
        "{id} {text}, {deadline}",
    ),
    "form.next-passed": (
        "{id} {text}, {deadline} (passert)",
        "{id} {text}, {deadline} (passert)",
        "{id} {text}, {deadline} (passed)",
    ),
}
