"""What changed in deadlines, milestones and roles: a sentence for each way."""

ROWS = {
    "change.milestone-passed": (
        "Milepæl {id} {text:quoted} skulle vært nådd {due:in}, for {days:days} siden.",
        "Milepæl {id} {text:quoted} skulle ha vore nådd {due:in}, for {days:days} sidan.",
        "Milestone {id} {text:quoted} should have been reached {due:in}, {days:days} ago.",
    ),
    "change.start-passed": (
        "Skulle startet {start:in}, men er ikke igangsatt.",
        "Skulle ha starta {start:in}, men er ikkje sett i gang.",
        "Should have started {start:in}, but has not.",
    ),
    "change.became-late": (
        "Er blitt forsinket: fristen, {deadline}, er passert med {days:days}.",
        "Har blitt forseinka: fristen, {deadline}, er passert med {days:days}.",
        "Is now overdue: the deadline, {deadline}, passed {days:days} ago.",
    ),
    "change.became-late-again": (
        "Den nye fristen, {deadline}, er også passert, med {days:days}.",
        "Den nye fristen, {deadline}, er også passert, med {days:days}.",
        "The new deadline, {deadline}, has passed too, {days:days} ago.",
    ),
    "change.start-moved": (
        "Starten er flyttet fra {old} til {new}.",
        "Starten er flytta frå {old} til {new}.",
        "The start has moved from {old} to {new}.",
    ),
    "change.start-again": (
        "Starten er angitt på nytt, fra {old} til {new}.",
        "Starten er skriven på nytt, frå {old} til {new}.",
        "The start is stated differently: {new}, before {old}.",
    ),
    "change.start-set": (
        "Starten er satt til {new}.",
        "Starten er sett til {new}.",
        "The start is set to {new}.",
    ),
    "change.start-removed": (
        "Starten er tatt bort.",
        "Starten er teken bort.",
        "The start has been removed.",
    ),
    "change.deadline-precise": (
        "Fristen er presisert fra {old} til {new}.",
        "Fristen er presisert frå {old} til {new}.",
        "The deadline is more precise: {new}, before {old}.",
    ),
    "change.deadline-vague": (
        "Fristen er angitt mindre presist, fra {old} til {new}.",
        "Fristen er mindre presis, frå {old} til {new}.",
        "The deadline is less precise: {new}, before {old}.",
    ),
    "change.postponed": (
        "Fristen er utsatt fra {old} til {new} (+{days:days}).",
        "Fristen er utsett frå {old} til {new} (+{days:days}).",
        "The deadline has been postponed from {old} to {new} (+{days:days}).",
    ),
    "change.postponed-again": (
        "Fristen er utsatt fra {old} til {new} (+{days:days}; for {times}. gang).",
        "Fristen er utsett frå {old} til {new} (+{days:days}; for {times}. gong).",
        "The deadline has been postponed from {old} to {new} (+{days:days}; {times} times now).",
    ),
    "change.postponed-after-again": (
        "Fristen var passert, og er utsatt fra {old} til {new} (+{days:days}; for {times}. gang).",
        "Fristen var passert, og er utsett frå {old} til {new} (+{days:days}; for {times}. gong).",
        "The deadline had passed, and moves from {old} to {new} (+{days:days}; {times} times now).",
    ),
    "change.postponed-after": (
        "Fristen er utsatt fra {old} til {new} (+{days:days}), etter at den var passert.",
        "Fristen er utsett frå {old} til {new} (+{days:days}), etter at han var passert.",
        "The deadline has been postponed from {old} to {new} (+{days:days}), after it had passed.",
    ),
    "change.advanced": (
        "Fristen er fremskyndet fra {old} til {new} (−{days:days}).",
        "Fristen er framskunda frå {old} til {new} (−{days:days}).",
        "The deadline has been brought forward from {old} to {new} (−{days:days}).",
    ),
    "change.deadline-set": (
        "Fristen er satt til {new}.",
        "Fristen er sett til {new}.",
        "The deadline is set to {new}.",
    ),
    "change.was-ongoing": (
        "Tiltaket var løpende.",
        "Tiltaket var løpande.",
        "The measure was ongoing.",
    ),
    "change.now-ongoing": (
        "Tiltaket er nå løpende, uten frist.",
        "Tiltaket er no løpande, utan frist.",
        "The measure is now ongoing, without a deadline.",
    ),
    "change.deadline-removed": (
        "Fristen er tatt bort.",
        "Fristen er teken bort.",
        "The deadline has been removed.",
    ),
    "change.deadline-was": (
        "Fristen var {old}.",
        "Fristen var {old}.",
        "The deadline was {old}.",
    ),
    "change.it-was": ("Den var {old}.", "Han var {old}.", "It was {old}."),
    "change.milestone-new": (
        "Ny milepæl {id} {text:quoted80}.",
        "Ny milepæl {id} {text:quoted80}.",
        "New milestone {id} {text:quoted80}.",
    ),
    "change.milestone-new-due": (
        "Ny milepæl {id} {text:quoted80}, frist {due}.",
        "Ny milepæl {id} {text:quoted80}, frist {due}.",
        "New milestone {id} {text:quoted80}, due {due}.",
    ),
    "change.milestone-new-reached": (
        "Ny milepæl {id} {text:quoted80}, nådd {reached}.",
        "Ny milepæl {id} {text:quoted80}, nådd {reached}.",
        "New milestone {id} {text:quoted80}, reached on {reached}.",
    ),
    "change.milestone-new-both": (
        "Ny milepæl {id} {text:quoted80}, frist {due}, nådd {reached}.",
        "Ny milepæl {id} {text:quoted80}, frist {due}, nådd {reached}.",
        "New milestone {id} {text:quoted80}, due {due}, reached on {reached}.",
    ),
    "change.milestones-renumbered": (
        "{number} milepæler har byttet nummer: {numbers:list}.",
        "{number} milepælar har bytt nummer: {numbers:list}.",
        "{number} milestones have changed numbers: {numbers:list}.",
    ),
    "change.milestone-removed": (
        "Milepæl {id} {text:quoted80} er tatt bort.",
        "Milepæl {id} {text:quoted80} er teken bort.",
        "Milestone {id} {text:quoted80} has been removed.",
    ),
    "change.milestone-removed-unreached": (
        "Milepæl {id} {text:quoted80} er tatt bort uten å være nådd.",
        "Milepæl {id} {text:quoted80} er teken bort utan å vere nådd.",
        "Milestone {id} {text:quoted80} has been removed without having been reached.",
    ),
    "change.milestone-no-due": (
        "Milepæl {id} {text:quoted80} har ikke lenger frist. Før: {old}.",
        "Milepæl {id} {text:quoted80} har ikkje lenger frist. Før: {old}.",
        "Milestone {id} {text:quoted80} no longer has a deadline. Before: {old}.",
    ),
    "change.milestone-reached-late": (
        "Milepæl {id} {text:quoted80} ble nådd {new}, {late:days} etter fristen.",
        "Milepæl {id} {text:quoted80} vart nådd {new}, {late:days} etter fristen.",
        "Milestone {id} {text:quoted80} was reached on {new}, {late:days} late.",
    ),
    "change.milestone-reached": (
        "Milepæl {id} {text:quoted80} ble nådd {new}.",
        "Milepæl {id} {text:quoted80} vart nådd {new}.",
        "Milestone {id} {text:quoted80} was reached on {new}.",
    ),
    "change.milestone-reached-again": (
        "Milepæl {id} {text:quoted80}: nådd {new}. Før: {old}.",
        "Milepæl {id} {text:quoted80}: nådd {new}. Før: {old}.",
        "Milestone {id} {text:quoted80}: reached on {new}. Before: {old}.",
    ),
    "change.milestone-unreached": (
        "Milepæl {id} {text:quoted80} er ikke lenger ført som nådd. Før: {old}.",
        "Milepæl {id} {text:quoted80} er ikkje lenger ført som nådd. Før: {old}.",
        "Milestone {id} {text:quoted80}: no longer reached. Before: {old}.",
    ),
    "change.milestone-id": (
        "Milepæl {text:quoted80} har nå nummer {id}. Før: {old}.",
        "Milepæl {text:quoted80} har no nummer {id}. Før: {old}.",
        "Milestone {text:quoted80} is now {id}. Before: {old}.",
    ),
    "change.milestone-text": (
        "Milepæl {id} heter nå {new:quoted100}. Før: {old:quoted100}.",
        "Milepæl {id} heiter no {new:quoted100}. Før: {old:quoted100}.",
        "Milestone {id} is now called {new:quoted100}. Before: {old:quoted100}.",
    ),
    "change.milestone-postponed": (
        "Milepæl {id} {text:quoted80} er utsatt fra {old} til {new} (+{days:days}).",
        "Milepæl {id} {text:quoted80} er utsett frå {old} til {new} (+{days:days}).",
        "Milestone {id} {text:quoted80} has been postponed from {old} to {new} (+{days:days}).",
    ),
    "change.milestone-advanced": (
        "Milepæl {id} {text:quoted80} er fremskyndet fra {old} til {new} (−{days:days}).",
        "Milepæl {id} {text:quoted80} er framskunda frå {old} til {new} (−{days:days}).",
        (
            "Milestone {id} {text:quoted80} has been brought forward from {old} to {new} "
            "(−{days:days})."
        ),
    ),
    "change.milestone-due": (
        "Milepæl {id} {text:quoted80} har nå frist {new:in}. Før: {old:or}.",
        "Milepæl {id} {text:quoted80} har no frist {new:in}. Før: {old:or}.",
        "Milestone {id} {text:quoted80} is now due {new:in}. Before: {old:or}.",
    ),
    "change.moved": (
        "Ansvaret er flyttet fra {went:list} til {came:list}.",
        "Ansvaret er flytta frå {went:list} til {came:list}.",
        "The responsibility has moved from {went:list} to {came:list}.",
    ),
    "change.moved-with": (
        "Ansvaret er flyttet fra {went:list} til {came:list}, sammen med {beside:list}.",
        "Ansvaret er flytta frå {went:list} til {came:list}, saman med {beside:list}.",
        (
            "The responsibility has moved from {went:list} to {came:list}, together with "
            "{beside:list}."
        ),
    ),
    "change.shared": (
        "{came:list} er blitt {came:pick.medansvarlig|medansvarlige}.",
        "{came:list} har blitt {came:pick.medansvarleg|medansvarlege}.",
        "{came:list} {came:pick.has|have} become jointly responsible.",
    ),
    "change.shared-with": (
        "{came:list} er blitt {came:pick.medansvarlig|medansvarlige}, sammen med {beside:list}.",
        "{came:list} har blitt {came:pick.medansvarleg|medansvarlege}, saman med {beside:list}.",
        (
            "{came:list} {came:pick.has|have} become jointly responsible, together with "
            "{beside:list}."
        ),
    ),
    "change.no-longer-responsible": (
        (
            "{went:list} er ikke lenger {went:pick.ansvarlig|ansvarlige}. {still:list} er det "
            "fortsatt."
        ),
        (
            "{went:list} er ikkje lenger {went:pick.ansvarleg|ansvarlege}. {still:list} er det "
            "framleis."
        ),
        (
            "{went:list} {went:pick.is|are} no longer responsible. {still:list} still "
            "{still:pick.is|are}."
        ),
    ),
    "change.leads": (
        "{new:list} leder nå arbeidet. Før: {old:list}.",
        "{new:list} leier no arbeidet. Før: {old:list}.",
        "{new:list} now leads the work. Before: {old:list}.",
    ),
    "change.still-takes-part": (
        "{who:list} deltar fortsatt.",
        "{who:list} deltek framleis.",
        "{who:list} still {who:pick.takes|take} part.",
    ),
    "change.founded": (
        "{code} ble opprettet {day}.",
        "{code} vart oppretta {day}.",
        "{code} was established on {day}.",
    ),
    "change.everyone": ("alle departementene", "alle departementa", "all ministries"),
    "change.everyone-in": (
        "Alle departementene deltar nå. Før: {old:orlist}.",
        "Alle departementa deltek no. Før: {old:orlist}.",
        "All ministries now take part. Before: {old:orlist}.",
    ),
    "change.only-some": (
        "Bare {new:list} deltar nå. Før: alle departementene.",
        "Berre {new:list} deltek no. Før: alle departementa.",
        "Only {new:list} {new:pick.takes|take} part now. Before: all ministries.",
    ),
    "change.nobody": (
        "Ingen deltar nå. Før: alle departementene.",
        "Ingen deltek no. Før: alle departementa.",
        "Nobody takes part now. Before: all ministries.",
    ),
    "change.joined": (
        "{came:list} deltar nå i tiltaket.",
        "{came:list} deltek no i tiltaket.",
        "{came:list} now {came:pick.takes|take} part in the measure.",
    ),
    "change.withdrew": (
        "{went:list} deltar ikke lenger.",
        "{went:list} deltek ikkje lenger.",
        "{went:list} no longer {went:pick.takes|take} part.",
    ),
}
