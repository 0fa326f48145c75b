"""How it goes in two or three sentences, and what leaders are asked for."""

GO_ON = (
    "Avgjør hvordan tiltaket skal komme videre.",
    "Avgjer korleis tiltaket skal kome vidare.",
    "Decide how the measure is to go on.",
)
ROWS = {
    "summary.all-good": (
        "Alle tiltakene er i rute eller gjennomført ({total}).",
        "Alle tiltaka er i rute eller gjennomførte ({total}).",
        "Every measure is on track or completed ({total}).",
    ),
    "summary.good": (
        "{good} av {total:n.measure} er i rute eller gjennomført.",
        "{good} av {total:n.measure} er i rute eller gjennomførte.",
        "On track or completed: {good} of {total:n.measure}.",
    ),
    "summary.none-late": (
        "Ingen er røde eller forsinket.",
        "Ingen er raude eller forseinka.",
        "None is red or overdue.",
    ),
    "summary.one-late": (
        "Ett er rødt eller forsinket: {ids:list}.",
        "Eitt er raudt eller forseinka: {ids:list}.",
        "One is red or overdue: {ids:list}.",
    ),
    "summary.few-late": (
        "{late} er røde eller forsinket: {ids:list}.",
        "{late} er raude eller forseinka: {ids:list}.",
        "{late} are red or overdue: {ids:list}.",
    ),
    "summary.late": (
        "{late} er røde eller forsinket.",
        "{late} er raude eller forseinka.",
        "{late} are red or overdue.",
    ),
    "summary.late-in-one": (
        "{late} er røde eller forsinket, alle på målområde {areas:list}.",
        "{late} er raude eller forseinka, alle på målområde {areas:list}.",
        "{late} are red or overdue, all in target area {areas:list}.",
    ),
    "summary.late-mostly": (
        "{late} er røde eller forsinket, flest på målområde {areas:list} ({most}).",
        "{late} er raude eller forseinka, flest på målområde {areas:list} ({most}).",
        "{late} are red or overdue, most of them in target area {areas:list} ({most}).",
    ),
    "summary.late-mostly-several": (
        "{late} er røde eller forsinket, flest på målområde {areas:list} ({most} på hvert).",
        "{late} er raude eller forseinka, flest på målområde {areas:list} ({most} på kvart).",
        "{late} are red or overdue, most of them in target areas {areas:list} ({most} in each).",
    ),
    "summary.one-yellow": ("Ett er gult.", "Eitt er gult.", "One is yellow."),
    "summary.yellow": ("{number} er gule.", "{number} er gule.", "{number} are yellow."),
    # Where it is decided, and what.
    "asked.in": ("{forum}: {what}", "{forum}: {what}", "{forum}: {what}"),
    "asked.nowhere": (
        "Forum er ikke ført: {what}",
        "Forum er ikkje ført: {what}",
        "No forum is named: {what}",
    ),
    "asked.each": ("For hvert av dem: {what}", "For kvart av dei: {what}", "For each: {what}"),
    # One for each reason to look at something: what to decide, or to ask for.
    "decide.overdue": (
        "Avtal ny frist, eller avslutt tiltaket.",
        "Avtal ny frist, eller avslutt tiltaket.",
        "Agree a new deadline, or end the measure.",
    ),
    "decide.red": (
        "Avgjør hva som skal gjøres med avviket.",
        "Avgjer kva som skal gjerast med avviket.",
        "Decide what to do about the deviation.",
    ),
    "decide.yellow": (
        "Avgjør om tiltaket trenger hjelp.",
        "Avgjer om tiltaket treng hjelp.",
        "Decide whether the measure needs help.",
    ),
    "decide.waits-postponed": GO_ON,
    "decide.waits-dropped": GO_ON,
    "decide.waits-overdue": GO_ON,
    "decide.waits-red": GO_ON,
    "decide.late-start": (
        "Avgjør når arbeidet skal starte.",
        "Avgjer når arbeidet skal starte.",
        "Decide when the work is to start.",
    ),
    "decide.milestone": (
        "Be om ny dato for milepælen.",
        "Be om ny dato for milepælen.",
        "Ask for a new date for the milestone.",
    ),
    "decide.slipped": (
        "Avgjør om fristen er til å stole på.",
        "Avgjer om fristen er til å stole på.",
        "Decide whether the deadline can be trusted.",
    ),
    "decide.not-begun": (
        "Sørg for at arbeidet kommer i gang.",
        "Sørg for at arbeidet kjem i gang.",
        "See that the work gets under way.",
    ),
    "decide.no-progress": (
        "Be om å få vite hvor arbeidet står.",
        "Be om å få vite kvar arbeidet står.",
        "Ask how far the work has come.",
    ),
    "decide.stale": (
        "Be om oppdaterte opplysninger.",
        "Be om oppdaterte opplysningar.",
        "Ask for updated information.",
    ),
    "decide.uncovered": (
        "Avgjør om {number:pick.retningsvalget|retningsvalgene} skal ha tiltak.",
        "Avgjer om {number:pick.retningsvalet|retningsvala} skal ha tiltak.",
        "Decide whether the {number:pick.direction is|directions are} to have measures.",
    ),
}
