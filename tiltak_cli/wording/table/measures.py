"""A list of measures, one measure, and what is left out because of faults."""

ROWS = {
    "report.areas-empty": (
        "Uten tiltak: målområde {areas:list}.",
        "Utan tiltak: målområde {areas:list}.",
        "Without measures: target area {areas:list}.",
    ),
    "report.more-overdue": (
        "… og {number} til. «tiltak list --overdue» viser alle.",
        "… og {number} til. «tiltak list --overdue» viser alle.",
        "… and {number} more. “tiltak list --overdue” shows all of them.",
    ),
    "list.area": ("Mål", "Mål", "Area"),
    "report.all-overdue": (
        "«tiltak list --overdue» viser hvert tiltak.",
        "«tiltak list --overdue» viser kvart tiltak.",
        "“tiltak list --overdue” shows each of them.",
    ),
    "list.folded": (
        "Like linjer er slått sammen. «tiltak list --all» viser hver for seg.",
        "Like linjer er slått saman. «tiltak list --all» viser kvar for seg.",
        "Equal lines are shown as one. “tiltak list --all” shows each of them.",
    ),
    "list.none": (
        "Ingen av {total:n.measure} passer med valget.",
        "Ingen av {total:n.measure} passar med valet.",
        "None of {total:n.measure} match the selection.",
    ),
    "list.all": (
        "{total:n.measure} per {day}.",
        "{total:n.measure} per {day}.",
        "{total:n.measure} on {day}.",
    ),
    "list.some": (
        "{number} av {total:n.measure} per {day}.",
        "{number} av {total:n.measure} per {day}.",
        "{number} of {total:n.measure} on {day}.",
    ),
    "show.faulty": (
        "Tiltaket har feil, og er vist slik det er skrevet.",
        "Tiltaket har feil, og er vist slik det er skrive.",
        "The measure has errors, and is shown as it is written.",
    ),
    "show.overdue": (
        "fristen er passert med {days:days}",
        "fristen er passert med {days:days}",
        "the deadline passed {days:days} ago",
    ),
    "show.late-start": (
        "ikke startet etter plan",
        "ikkje starta etter planen",
        "not started as planned",
    ),
    "show.beyond": (
        "frist etter strategiperioden",
        "frist etter strategiperioden",
        "due after the period of the strategy",
    ),
    "show.waiting": (
        "{ids} venter på dette",
        "{ids} ventar på dette",
        "waiting for this: {ids}",
    ),
    "show.parts": ("består av {ids}", "består av {ids}", "made up of {ids}"),
    "left-out.some": (
        "{number:n.measure} er ikke med, fordi feil gjør dem uklare: {names:list}.",
        "{number:n.measure} er ikkje med, fordi feil gjer dei uklare: {names:list}.",
        "{number:n.measure} are left out because errors make them unclear: {names:list}.",
    ),
    "left-out.one": (
        "Ett tiltak er ikke med, fordi feil gjør det uklart: {names:list}.",
        "Eitt tiltak er ikkje med, fordi feil gjer det uklart: {names:list}.",
        "One measure is left out because errors make it unclear: {names:list}.",
    ),
    "left-out.undated": (
        "Registerets egen dato (per_dato) er ikke kjent, så {day} er brukt.",
        "Registeret sin eigen dato (per_dato) er ikkje kjend, så {day} er brukt.",
        "The register’s own date (per_dato) is not known, so {day} is used.",
    ),
    "unstated": ("ikke ført", "ikkje ført", "not stated"),
    "unstated.status": ("uten status", "utan status", "without a status"),
    "unstated.told": (
        "Ikke ført: {fields:list}.",
        "Ikkje ført: {fields:list}.",
        "Not stated: {fields:list}.",
    ),
    "unstated.field": (
        "{field:lower} i {number:n.measure}",
        "{field:lower} i {number:n.measure}",
        "{field:lower} in {number:n.measure}",
    ),
    "left-out.no-id": ("ett uten id", "eitt utan id", "one without an id"),
    "left-out.more": ("{number} til", "{number} til", "{number} more"),
}
