"""Words for codes, kinds and situations, and nouns with their numbers."""

ROWS = {
    "yes": ("ja", "ja", "yes"),
    "none": ("ingen", "ingen", "none"),
    "milestone.reached": ("nådd {day}", "nådd {day}", "reached {day}"),
    # A noun for one, and for many.
    "noun.measure": ("tiltak|tiltak", "tiltak|tiltak", "measure|measures"),
    "noun.change": ("endring|endringer", "endring|endringar", "change|changes"),
    "noun.ministry": (
        "departement|departementer",
        "departement|departement",
        "ministry|ministries",
    ),
    "noun.direction": (
        "retningsvalg|retningsvalg",
        "retningsval|retningsval",
        "direction|directions",
    ),
    "noun.milestone": ("milepæl|milepæler", "milepæl|milepælar", "milestone|milestones"),
    # Code lists: the stored word is bokmål, and this is how it is shown.
    "word.foreslått": ("foreslått", "føreslått", "proposed"),
    "word.vedtatt": ("vedtatt", "vedteke", "adopted"),
    "word.igangsatt": ("igangsatt", "sett i gang", "started"),
    "word.gjennomført": ("gjennomført", "gjennomført", "completed"),
    "word.utsatt": ("utsatt", "utsett", "postponed"),
    "word.utgår": ("utgår", "går ut", "dropped"),
    "word.innlemmet": ("innlemmet", "innlemma", "absorbed"),
    "word.høy": ("høy", "høg", "high"),
    "word.middels": ("middels", "middels", "medium"),
    "word.lav": ("lav", "låg", "low"),
    "word.grønn": ("grønn", "grøn", "green"),
    "word.gul": ("gul", "gul", "yellow"),
    "word.rød": ("rød", "raud", "red"),
    "word.alle": ("alle", "alle", "everyone"),
    "word.løpende": ("løpende", "løpande", "ongoing"),
    # How a measure stands: the label in headings.
    "situation.ikke startet": ("Ikke startet", "Ikkje starta", "Not started"),
    "situation.i rute": ("I rute", "I rute", "On track"),
    "situation.gul": ("Gul", "Gul", "Yellow"),
    "situation.rød eller forsinket": (
        "Rød eller forsinket",
        "Raud eller forseinka",
        "Red or overdue",
    ),
    "situation.gjennomført": ("Gjennomført", "Gjennomført", "Completed"),
    "situation.ikke ført": ("Status ikke ført", "Status ikkje ført", "Status not stated"),
    "situation.utsatt eller utgått": (
        "Utsatt eller utgått",
        "Utsett eller gått ut",
        "Postponed or dropped",
    ),
    # How much a change matters: for one, and for many.
    "level.vesentlig": ("vesentlig|vesentlige", "vesentleg|vesentlege", "major|major"),
    "level.normal": ("normal|normale", "normal|normale", "normal|normal"),
    "level.redaksjonell": (
        "redaksjonell|redaksjonelle",
        "redaksjonell|redaksjonelle",
        "editorial|editorial",
    ),
}
