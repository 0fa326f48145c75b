"""«I korte trekk»: claims, what is said of measures, and the counts of what is lighter."""

ROWS = {
    "brief.heading": ("I korte trekk", "I korte trekk", "In brief"),
    "brief.heading-since": (
        "I korte trekk siden {edition}",
        "I korte trekk sidan {edition}",
        "In brief since {edition}",
    ),
    "brief.unwritten": (
        "{n:word} tiltak til er blitt forsinket uten at noe er skrevet om det.",
        "{n:word} tiltak til har blitt forseinka utan at noko er skrive om det.",
        (
            "{n:word} more {n:pick.measure is|measures are} now overdue, "
            "with nothing written about it."
        ),
    ),
    "brief.only-unwritten": (
        "{n:word} tiltak er blitt forsinket uten at noe er skrevet om det.",
        "{n:word} tiltak har blitt forseinka utan at noko er skrive om det.",
        "{n:word} {n:pick.measure is|measures are} now overdue, with nothing written about it.",
    ),
    "brief.rest": ("Ellers:", "Elles:", "Also:"),
    "brief.and-more": ("og {n} til", "og {n} til", "and {n} more"),
    # How many: the first of a claim, those after it, and in a line of counts.
    "brief.head": ("{n:word} tiltak", "{n:word} tiltak", "{n:word} {n:pick.measure|measures}"),
    "brief.head-again": ("{n:word}", "{n:word}", "{n:word}"),
    "brief.count": ("{n}", "{n}", "{n}"),
    "brief.head-deadline": (
        "{n:word.m} {n:pick.frist|frister}",
        "{n:word.m} {n:pick.frist|fristar}",
        "{n:word} {n:pick.deadline|deadlines}",
    ),
    "brief.head-deadline-again": ("{n:word.m}", "{n:word.m}", "{n:word}"),
    "brief.count-deadline": (
        "{n} {n:pick.frist|frister}",
        "{n} {n:pick.frist|fristar}",
        "{n} {n:pick.deadline|deadlines}",
    ),
    # What goes worse.
    "brief.worse": (
        "{head} går dårligere",
        "{head} går dårlegare",
        "{head} {n:pick.is|are} doing worse",
    ),
    "brief.assessed": (
        "{head} har fått vurderingen {to}",
        "{head} har fått vurderinga {to}",
        "{head} {n:pick.is|are} assessed as {to}",
    ),
    "brief.late": (
        "er blitt forsinket: fristen, {deadline}, er passert med {days:days}",
        "har blitt forseinka: fristen, {deadline}, er passert med {days:days}",
        "{n:pick.is|are} now overdue: the deadline, {deadline}, passed {days:days} ago",
    ),
    "brief.late-again": (
        "har en ny frist, {deadline}, som også er passert, med {days:days}",
        "har ein ny frist, {deadline}, som også er passert, med {days:days}",
        "{n:pick.has|have} a new deadline, {deadline}, which has passed too, {days:days} ago",
    ),
    "brief.late-short": (
        "er {days:days} over fristen",
        "er {days:days} over fristen",
        "{n:pick.is|are} {days:days} overdue",
    ),
    "brief.turned": (
        "er gått fra {old} til {to}",
        "har gått frå {old} til {to}",
        "{n:pick.has|have} gone from {old} to {to}",
    ),
    "brief.assessed-as": (
        "har fått vurderingen {to}",
        "har fått vurderinga {to}",
        "{n:pick.is|are} assessed as {to}",
    ),
    # What has taken another course: in a claim, and of a measure.
    "brief.vanished": (
        "{head} er borte uten å være avsluttet",
        "{head} er borte utan å vere avslutta",
        "{head} {n:pick.is|are} gone without having ended",
    ),
    "brief.dropped": ("{head} utgår", "{head} går ut", "{head} {n:pick.is|are} dropped"),
    "brief.absorbed": (
        "{head} er innlemmet i {n:pick.et annet|andre}",
        "{head} er {n:pick.innlemma i eit anna|innlemma i andre}",
        "{head} {n:pick.is|are} absorbed into {n:pick.another|others}",
    ),
    "brief.put-off": (
        "{head} er utsatt",
        "{head} er {n:pick.utsett|utsette}",
        "{head} {n:pick.is|are} postponed",
    ),
    "brief.reopened": (
        "{head} er gjenåpnet",
        "{head} er opna på nytt",
        "{head} {n:pick.is|are} reopened",
    ),
    "brief.set-back": (
        "{head} er satt tilbake",
        "{head} er {n:pick.sett|sette} tilbake",
        "{head} {n:pick.is|are} set back",
    ),
    "brief.no-status": (
        "{head} er nå uten status",
        "{head} er no utan status",
        "{head} {n:pick.has|have} no status now",
    ),
    "brief.status-was": ("var {old}", "var {old}", "{n:pick.was|were} {old}"),
    "brief.was-not-ended": (
        "er borte, men var {status}",
        "er borte, men var {status}",
        "{n:pick.is|are} gone, but {n:pick.was|were} {status}",
    ),
    "brief.is-dropped": ("utgår", "går ut", "{n:pick.is|are} dropped"),
    "brief.replaced-by": (
        "erstattes av {by:list}",
        "blir erstatta av {by:list}",
        "{n:pick.is|are} replaced by {by:list}",
    ),
    "brief.part-of": (
        "er nå del av {into}",
        "er no del av {into}",
        "{n:pick.is|are} now part of {into}",
    ),
    "brief.is-absorbed": (
        "er innlemmet i et annet",
        "er innlemma i eit anna",
        "{n:pick.is|are} absorbed into another",
    ),
    "brief.waits-for": (
        "venter på {on:list}",
        "ventar på {on:list}",
        "{n:pick.is|are} waiting for {on:list}",
    ),
    "brief.is-put-off": (
        "er utsatt",
        "er {n:pick.utsett|utsette}",
        "{n:pick.is|are} postponed",
    ),
    "brief.was-ended": (
        "var {old}, og er nå {to}",
        "var {old}, og er no {to}",
        "{n:pick.was|were} {old}, and {n:pick.is|are} now {to}",
    ),
    "brief.set-back-from": (
        "er satt tilbake fra {old} til {to}",
        "er {n:pick.sett|sette} tilbake frå {old} til {to}",
        "{n:pick.is|are} set back from {old} to {to}",
    ),
    # What is done.
    "brief.completed": (
        "{head} er gjennomført",
        "{head} er {n:pick.gjennomført|gjennomførte}",
        "{head} {n:pick.is|are} completed",
    ),
    "brief.in-time": ("innen fristen", "innan fristen", "in time"),
    "brief.after": (
        "{days:days} etter fristen",
        "{days:days} etter fristen",
        "{days:days} after the deadline",
    ),
    "brief.without-deadline": ("uten frist", "utan frist", "without a deadline"),
    # What is new.
    "brief.new": (
        "{head} er {n:pick.nytt|nye}",
        "{head} er {n:pick.nytt|nye}",
        "{head} {n:pick.is|are} new",
    ),
    "brief.carried-over": (
        "{head} er videreført fra {period}",
        "{head} er {n:pick.vidareført|vidareførte} frå {period}",
        "{head} {n:pick.is|are} carried over from {period}",
    ),
    "brief.is": ("er {status}", "er {status}", "{n:pick.is|are} {status}"),
    "brief.has-assessment": (
        "har {to} vurdering",
        "har {to} vurdering",
        "{n:pick.is|are} assessed as {to}",
    ),
    "brief.has-passed": (
        "er {days:days} over fristen, {deadline}",
        "er {days:days} over fristen, {deadline}",
        "{n:pick.is|are} {days:days} past the deadline, {deadline}",
    ),
    "brief.replaces": (
        "erstatter {ids:list}",
        "erstattar {ids:list}",
        "{n:pick.replaces|replace} {ids:list}",
    ),
    # Deadlines.
    "brief.moved": ("{head} er flyttet", "{head} er flytta", "{head} {n:pick.has|have} moved"),
    "brief.removed": (
        "{head} er tatt bort",
        "{head} er {n:pick.teken|tekne} bort",
        "{head} {n:pick.is|are} removed",
    ),
    "brief.later": ("{days:days} senere", "{days:days} seinare", "{days:days} later"),
    "brief.later-again": (
        "{days:days} senere (utsatt {times} ganger)",
        "{days:days} seinare (utsett {times} gonger)",
        "{days:days} later (postponed {times} times)",
    ),
    "brief.earlier": ("{days:days} tidligere", "{days:days} tidlegare", "{days:days} earlier"),
    "brief.no-deadline": (
        "har ikke lenger frist",
        "har ikkje lenger frist",
        "no longer {n:pick.has|have} a deadline",
    ),
    "brief.ongoing": ("er nå løpende", "er no løpande", "{n:pick.is|are} now ongoing"),
    # Priorities.
    "brief.raised": (
        "{head} har fått høyere prioritet",
        "{head} har fått høgare prioritet",
        "{head} {n:pick.has|have} a higher priority",
    ),
    "brief.lowered": (
        "{head} har fått lavere prioritet",
        "{head} har fått lågare prioritet",
        "{head} {n:pick.has|have} a lower priority",
    ),
    "brief.from": ("fra {old} til {to}", "frå {old} til {to}", "from {old} to {to}"),
    # Responsibility.
    "brief.responsibility": (
        "{head} har fått endret ansvar",
        "{head} har fått endra ansvar",
        "{head} {n:pick.has|have} a change in responsibility",
    ),
    "brief.handed-over": (
        "{head} er flyttet fra {went:list} til {came:list}",
        "{head} er flytta frå {went:list} til {came:list}",
        "{head} {n:pick.has|have} moved from {went:list} to {came:list}",
    ),
    "brief.from-to": (
        "fra {went:list} til {came:list}",
        "frå {went:list} til {came:list}",
        "from {went:list} to {came:list}",
    ),
    "brief.shared": (
        "med {came:list} som ansvarlig i tillegg",
        "med {came:list} som ansvarleg i tillegg",
        "with {came:list} responsible as well",
    ),
    "brief.no-longer": (
        "uten {went:list} som ansvarlig",
        "utan {went:list} som ansvarleg",
        "without {went:list} as responsible",
    ),
    "brief.led-by": (
        "ledet av {new:list} og ikke lenger av {old:list}",
        "leidd av {new:list} og ikkje lenger av {old:list}",
        "led by {new:list} and no longer by {old:list}",
    ),
    "brief.founded": (
        "{code} ble opprettet {day:long}.",
        "{code} vart oppretta {day:long}.",
        "{code} was established on {day:long}.",
    ),
    "brief.keeper-too": (
        "{to} fører nå også oversikten.",
        "{to} fører no også oversikta.",
        "{to} now keeps the overview, too.",
    ),
}
