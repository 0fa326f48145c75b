"""The workbook: the numbers behind its charts, and what waits for what."""

ROWS = {
    "figures.title": (
        "Tallene bak diagrammene",
        "Tala bak diagramma",
        "The numbers behind the charts",
    ),
    "figures.sentence": (
        "Et tiltak telles i hvert målområde det virker på. Utgavene er regnet på egen dato.",
        "Eit tiltak blir talt i kvart målområde det verkar på. Utgåvene er rekna på eigen dato.",
        "A measure counts in each target area it works on. Editions count on their own dates.",
    ),
    "figures.kind": ("Gjelder", "Gjeld", "About"),
    "figures.name": ("Navn", "Namn", "Name"),
    "figures.area": ("Målområde", "Målområde", "Target area"),
    "figures.edition": ("Utgave", "Utgåve", "Edition"),
    "figures.kept": ("Frister holdt", "Fristar haldne", "Deadlines kept"),
    "figures.moved": ("Frister flyttet", "Fristar flytta", "Deadlines moved"),
    "figures.missed": ("Frister ikke holdt", "Fristar ikkje haldne", "Deadlines missed"),
    "figures.description": (
        (
            "For hvert målområde og hver utgave: antall tiltak etter hvordan de står, og for "
            "utgavene frister holdt, flyttet og ikke holdt siden utgaven før."
        ),
        (
            "For kvart målområde og kvar utgåve: talet på tiltak etter korleis dei står, og for "
            "utgåvene fristar haldne, flytta og ikkje haldne sidan utgåva før."
        ),
        (
            "For each target area and edition: the number of measures by how they stand, and for "
            "editions deadlines kept, moved and missed since the edition before."
        ),
    ),
    "dependencies.target": ("Må være ferdig først", "Må vere ferdig først", "Must be done first"),
    "dependencies.who": ("Venter", "Ventar", "Waiting"),
    "dependencies.sentence": ("I en setning", "I ei setning", "In a sentence"),
    "dependencies.description": (
        "Tiltakene som andre venter på, ett på hver rad, og hvilke som venter.",
        "Tiltaka som andre ventar på, eitt på kvar rad, og kva for tiltak som ventar.",
        "The measures that others wait for, one in each row, and which ones wait.",
    ),
}
