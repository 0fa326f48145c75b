"""What lies ahead: what is due, the load, and the deadlines that have moved."""

ROWS = {
    "ahead.heading": ("Fremover", "Framover", "Looking ahead"),
    "ahead.due": (
        "Frist innen {days:days}: {things:list}.",
        "Frist innan {days:days}: {things:list}.",
        "Due within {days:days}: {things:list}.",
    ),
    "ahead.due-then": (
        "Innen {days}: {things:list}.",
        "Innan {days}: {things:list}.",
        "Within {days}: {things:list}.",
    ),
    "ahead.no-more": (
        "Ingen flere innen {days}.",
        "Ingen fleire innan {days}.",
        "No more within {days}.",
    ),
    "ahead.measures": ("{number:n.measure}", "{number:n.measure}", "{number:n.measure}"),
    "ahead.milestones": ("{number:n.milestone}", "{number:n.milestone}", "{number:n.milestone}"),
    "ahead.nothing-due": (
        "Ingen frister de neste {days} dagene.",
        "Ingen fristar dei neste {days} dagane.",
        "Nothing is due in the next {days} days.",
    ),
    "ahead.moved-count": (
        "Fristen er flyttet for {number:n.measure}.",
        "Fristen er flytta for {number:n.measure}.",
        "The deadline has moved for {number:n.measure}.",
    ),
    "ahead.beyond-count": (
        "{number:N.measure} varer ut over strategiperioden.",
        "{number:N.measure} varer ut over strategiperioden.",
        "Beyond the strategy period: {number:n.measure}.",
    ),
    "ahead.hint": (
        "«tiltak report --ahead» viser mer om frister og belastning.",
        "«tiltak report --ahead» viser meir om fristar og belastning.",
        "“tiltak report --ahead” shows more about deadlines and workload.",
    ),
    "ahead.section": ("Belastning og frister", "Belastning og fristar", "Workload and deadlines"),
    "ahead.load": ("Belastning", "Belastning", "Workload"),
    "ahead.load-about": (
        "Frister i hvert kvartal for tiltak og milepæler, hos den som leder arbeidet.",
        "Fristar i kvart kvartal for tiltak og milepælar, hos den som leier arbeidet.",
        "Deadlines of measures and milestones in each quarter, by who leads the work.",
    ),
    "ahead.later": ("Senere", "Seinare", "Later"),
    "ahead.moved": ("Frister som er flyttet", "Fristar som er flytta", "Deadlines that have moved"),
    "ahead.moved-about": (
        "Dager fra den første fristen til den siste: pluss er senere, minus er tidligere.",
        "Dagar frå den første fristen til den siste: pluss er seinare, minus er tidlegare.",
        "Days from the first deadline to the last: plus is later, minus is earlier.",
    ),
    "ahead.first": ("Første frist", "Første frist", "First deadline"),
    "ahead.now": ("Frist nå", "Frist no", "Deadline now"),
    "ahead.days": ("Dager", "Dagar", "Days"),
    "ahead.times": ("Ganger", "Gonger", "Times"),
    "ahead.beyond": (
        "Varer ut over strategiperioden",
        "Varer ut over strategiperioden",
        "Beyond the strategy period",
    ),
}
