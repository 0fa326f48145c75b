"""What lies ahead: what is due, the load, and the deadlines that have moved."""

ROWS = {
    "ahead.heading": ("Framover", "Framover", "Looking ahead"),
    "ahead.due": (
        "Frister de neste {days:list} dagene: {measures:list} tiltak.",
        "Fristar dei neste {days:list} dagane: {measures:list} tiltak.",
        "Due in the next {days:list} days: {measures:list} measures.",
    ),
    "ahead.due-milestones": (
        (
            "Frister de neste {days:list} dagene: {measures:list} tiltak, og {milestones:list} "
            "milepæler."
        ),
        (
            "Fristar dei neste {days:list} dagane: {measures:list} tiltak, og {milestones:list} "
            "milepælar."
        ),
        (
            "Due in the next {days:list} days: {measures:list} measures, and {milestones:list} "
            "milestones."
        ),
    ),
    "ahead.due-only-milestones": (
        "Frister de neste {days:list} dagene: {milestones:list} milepæler.",
        "Fristar dei neste {days:list} dagane: {milestones:list} milepælar.",
        "Due in the next {days:list} days: {milestones:list} milestones.",
    ),
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
        "{number:n.measure} varer ut over strategiperioden.",
        "{number:n.measure} varer ut over strategiperioden.",
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
