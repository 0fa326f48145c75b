"""What changed from one edition to another, as a page and a workbook of its own."""

ROWS = {
    "diff.headline": (
        "Endringer fra {old} (per {then}) til {new} (per {now})",
        "Endringar frå {old} (per {then}) til {new} (per {now})",
        "Changes from {old} (on {then}) to {new} (on {now})",
    ),
    "diff.title": (
        "Endringer fra utgave {old} til {new}",
        "Endringar frå utgåve {old} til {new}",
        "Changes from edition {old} to {new}",
    ),
    "diff.left-out": (
        "{changes:n.change} i interne felt er ikke med.",
        "{changes:n.change} i interne felt er ikkje med.",
        "{changes:n.change} in internal fields left out.",
    ),
    # What is chosen, where it is not everything.
    "diff.for": (
        "Bare tiltak der {names:list} har en rolle.",
        "Berre tiltak der {names:list} har ei rolle.",
        "Only measures in which {names:list} {names:pick.has|have} a role.",
    ),
    "diff.kinds": (
        "Bare endringer av {kinds:pick.dette slaget|disse slagene}: {kinds:list}.",
        "Berre endringar av {kinds:pick.dette slaget|desse slaga}: {kinds:list}.",
        "Only changes of {kinds:pick.this kind|these kinds}: {kinds:list}.",
    ),
    "diff.none-clear": (
        "Ingen endringer i det som kan sammenlignes.",
        "Ingen endringar i det som kan samanliknast.",
        "No changes in what can be compared.",
    ),
    "diff.none-chosen": (
        "Ingen endringer passer med utvalget.",
        "Ingen endringar passar med utvalet.",
        "No changes match the selection.",
    ),
    # Counts.
    "diff.by-kind": ("Endringer etter slag", "Endringar etter slag", "Changes by kind"),
    "diff.by-area": (
        "Tiltak med endringer per målområde",
        "Tiltak med endringar per målområde",
        "Measures with changes by target area",
    ),
    "diff.by-ministry": (
        "Tiltak med endringer per ansvarlig",
        "Tiltak med endringar per ansvarleg",
        "Measures with changes by responsible ministry",
    ),
    "diff.formerly": ("{name} (før {old})", "{name} (før {old})", "{name} (formerly {old})"),
    "diff.several-areas": (
        "Et tiltak telles i alle målområdene det virker på.",
        "Eit tiltak blir talt i alle målområda det verkar på.",
        "A measure counts in every target area it works on.",
    ),
    # Columns.
    "diff.measure": ("Tiltak", "Tiltak", "Measure"),
    "diff.title-column": ("Tittel", "Tittel", "Title"),
    "diff.level": ("Nivå", "Nivå", "Level"),
    "diff.happened": ("Hva som har skjedd", "Kva som har skjedd", "What has happened"),
    "diff.reason": ("Registeret sier", "Registeret seier", "The register says"),
    "diff.settled": ("Behandlet", "Behandla", "Settled"),
    "diff.reference": ("Referanse", "Referanse", "Reference"),
    # The page.
    "diff.then-now": ("Før og nå", "Før og no", "Then and now"),
    "diff.in-numbers": ("Endringene i tall", "Endringane i tal", "The changes in numbers"),
    "diff.changes": ("Endringene", "Endringane", "The changes"),
    "diff.same": (
        "Flere tiltak med samme endring",
        "Fleire tiltak med same endring",
        "Several measures with the same change",
    ),
    "diff.more-leads": ("og {n} til", "og {n} til", "and {n} more"),
    "diff.settle": ("Behandlet: {what}", "Behandla: {what}", "Settled: {what}"),
    "diff.taken-out": ("tatt bort:", "teke bort:", "taken out:"),
    # What has changed in the text only.
    "change.comments": (
        "Bare kommentarer er endret i {measures:list}.",
        "Berre kommentarar er endra i {measures:list}.",
        "Only comments have changed in {measures:list}.",
    ),
    "change.comments-many": (
        "Bare kommentarer er endret i {number:n.measure}.",
        "Berre kommentarar er endra i {number:n.measure}.",
        "Only comments have changed in {number:n.measure}.",
    ),
    "change.comments-around": (
        "Kommentarer utenfor tiltakene er endret.",
        "Kommentarar utanfor tiltaka er endra.",
        "Comments outside the measures have changed.",
    ),
    "change.alphabet": (
        "Bokstaven «{letter}» er {now}, ikke {before} som før.",
        "Bokstaven «{letter}» er {now}, ikkje {before} som før.",
        "The letter “{letter}” is {now}, not {before} as before.",
    ),
    "alphabet.latin": ("latinsk", "latinsk", "Latin"),
    "alphabet.cyrillic": ("kyrillisk", "kyrillisk", "Cyrillic"),
    "alphabet.greek": ("gresk", "gresk", "Greek"),
    "diff.put-in": ("satt inn:", "sett inn:", "put in:"),
    "diff.about": (
        (
            "Kryss av for det som er behandlet. Kryssene lagres ikke, men kommer med på en "
            "utskrift. Det viktigste står først, i samme rekkefølge som i korte trekk."
        ),
        (
            "Kryss av for det som er behandla. Kryssa blir ikkje lagra, men kjem med på ei "
            "utskrift. Det viktigaste står først, i same rekkjefølgje som i korte trekk."
        ),
        (
            "Tick off what is settled. The ticks are not saved, but are printed with the page. "
            "The weightiest come first, in the same order as under “In brief”."
        ),
    ),
    # The workbook.
    "diff.sheet.front": ("Forside", "Framside", "Front page"),
    "diff.see": (
        "Endringene, én på hver rad",
        "Endringane, éi på kvar rad",
        "The changes, one in each row",
    ),
    "diff.settle-help": (
        "Velg «ja» når endringen er behandlet. Bruk filteret for å se det som gjenstår.",
        "Vel «ja» når endringa er behandla. Bruk filteret for å sjå det som står att.",
        "Choose “ja” when the change is settled. Use the filter to see what remains.",
    ),
    "diff.no-import": (
        "Arbeidsboken viser endringer, og kan ikke leses inn i registeret.",
        "Arbeidsboka viser endringar, og kan ikkje lesast inn i registeret.",
        "This workbook shows changes, and cannot be read into the register.",
    ),
    "diff.description": (
        (
            "Endringene, én på hver rad: dato, tiltak, tittel, ansvarlig, slag, nivå, felt, verdi "
            "før og nå, hva som har skjedd, hva registeret sier, om den er behandlet, og "
            "referanse."
        ),
        (
            "Endringane, éi på kvar rad: dato, tiltak, tittel, ansvarleg, slag, nivå, felt, verdi "
            "før og no, kva som har skjedd, kva registeret seier, om ho er behandla, og "
            "referanse."
        ),
        (
            "The changes, one in each row: date, measure, title, responsible ministry, kind, "
            "level, field, value before and now, what has happened, what the register says, "
            "whether it is settled, and reference."
        ),
    ),
    "edition.title": (
        "Utgave {edition} (per {day})",
        "Utgåve {edition} (per {day})",
        "Edition {edition} (on {day})",
    ),
    "edition.first": (
        "Det finnes ingen tidligere utgave å sammenligne med. Oversikten har {number:n.measure}.",
        "Det finst inga tidlegare utgåve å samanlikne med. Oversikta har {number:n.measure}.",
        "There is no earlier edition to compare with. The overview has {number:n.measure}.",
    ),
}
