"""How it has gone over time: situations at each edition, and deadlines kept."""

ROWS = {
    "trend.heading": ("Utvikling", "Utvikling", "Over time"),
    "trend.about": (
        "Situasjonen på hver utgaves egen dato.",
        "Situasjonen på den eigne datoen til kvar utgåve.",
        "The situation on each edition’s own date.",
    ),
    "trend.edition": ("Utgave", "Utgåve", "Edition"),
    "trend.kept-heading": ("Frister holdt", "Fristar haldne", "Deadlines kept"),
    "trend.kept-of": ("{kept} av {n}", "{kept} av {n}", "{kept} of {n}"),
    "trend.good": (
        "I {edition} var {good} av {total} i rute eller gjennomført.",
        "I {edition} var {good} av {total} i rute eller gjennomførte.",
        "In {edition}, {good} of {total} were on track or completed.",
    ),
    "trend.deadlines": (
        "{n} {n:pick.frist|frister} falt siden {edition}: {parts:list}.",
        "{n} {n:pick.frist|fristar} fall sidan {edition}: {parts:list}.",
        "{n} {n:pick.deadline|deadlines} fell due since {edition}: {parts:list}.",
    ),
    "trend.kept": ("{n} ble holdt", "{n} vart {n:pick.halden|haldne}", "{n} kept"),
    "trend.kept-ids": (
        "{n} ble holdt ({ids})",
        "{n} vart {n:pick.halden|haldne} ({ids})",
        "{n} kept ({ids})",
    ),
    "trend.moved": ("{n} er flyttet", "{n} er flytta", "{n} moved"),
    "trend.moved-ids": ("{n} er flyttet ({ids})", "{n} er flytta ({ids})", "{n} moved ({ids})"),
    "trend.missed": (
        "{n} ble ikke holdt",
        "{n} vart ikkje {n:pick.halden|haldne}",
        "{n} missed",
    ),
    "trend.missed-ids": (
        "{n} ble ikke holdt ({ids})",
        "{n} vart ikkje {n:pick.halden|haldne} ({ids})",
        "{n} missed ({ids})",
    ),
    # Beside a number of measures: who came and who left, never only the difference.
    "trend.same": ("som i {edition}", "som i {edition}", "as in {edition}"),
    "trend.in": ("{what} inn", "{what} inn", "{what} in"),
    "trend.out": ("{what} ut", "{what} ut", "{what} out"),
}
