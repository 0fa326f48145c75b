"""The change note of an edition with nothing before it."""

ROWS = {
    "edition.title": (
        "Utgave {edition} (per {day})",
        "Utgåve {edition} (per {day})",
        "Edition {edition} (as of {day})",
    ),
    "edition.first": (
        "Det finnes ingen tidligere utgave å sammenligne med. Oversikten har {number:n.measure}.",
        "Det finst inga tidlegare utgåve å samanlikne med. Oversikta har {number:n.measure}.",
        "There is no earlier edition to compare with. The overview has {number:n.measure}.",
    ),
}
