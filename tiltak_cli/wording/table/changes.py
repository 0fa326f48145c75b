"""What changed: a sentence for each way a measure or the register can change."""

ROWS = {
    "change.carried-over": (
        "Videreført fra {period}. Ansvarlig: {lead:list}.",
        "Vidareført frå {period}. Ansvarleg: {lead:list}.",
        "Carried over from {period}. Responsible: {lead:list}.",
    ),
    "change.new": (
        "Nytt tiltak, {status}. Ansvarlig: {lead:list}.",
        "Nytt tiltak, {status}. Ansvarleg: {lead:list}.",
        "New measure, {status}. Responsible: {lead:list}.",
    ),
    "change.new-deadline": ("Frist {deadline}.", "Frist {deadline}.", "Deadline {deadline}."),
    "change.replaces": (
        "Erstatter {id} {title:quoted}.",
        "Erstattar {id} {title:quoted}.",
        "Replaces {id} {title:quoted}.",
    ),
    "change.replaced": (
        "Ikke lenger med i oversikten. Var {status}; {by:list} oppgir å erstatte det.",
        "Ikkje lenger med i oversikta. Var {status}; {by:list} oppgir å erstatte det.",
        (
            "No longer in the overview. Was {status}; {by:list} "
            "{by:pick.says that it replaces|say that they replace} it."
        ),
    ),
    "change.was-ended": (
        "Var {old} i forrige utgave.",
        "Var {old} i førre utgåve.",
        "Was {old} in the previous edition.",
    ),
    "change.left": (
        "Ikke lenger med i oversikten. Var {status} i forrige utgave.",
        "Ikkje lenger med i oversikta. Var {status} i førre utgåve.",
        "No longer in the overview. Was {status} in the previous edition.",
    ),
    "change.vanished": (
        "Tiltaket er borte, men er ikke avsluttet. Det var {status} i forrige utgave.",
        "Tiltaket er borte, men er ikkje avslutta. Det var {status} i førre utgåve.",
        "The measure is gone, but has not ended. It was {status} in the previous edition.",
    ),
    "change.id": (
        "Id-en er endret fra {old} til {new}.",
        "Id-en er endra frå {old} til {new}.",
        "The id has changed from {old} to {new}.",
    ),
    "change.renumbered": (
        "{number:n.measure} har byttet nummer: {numbers:list}.",
        "{number:n.measure} har bytt nummer: {numbers:list}.",
        "{number:n.measure} have changed numbers: {numbers:list}.",
    ),
    "change.number": ("{old} → {new}", "{old} → {new}", "{old} → {new}"),
    "change.id-was": (
        "{id} var {title:quoted100} i forrige utgave.",
        "{id} var {title:quoted100} i førre utgåve.",
        "{id} was {title:quoted100} in the previous edition.",
    ),
    "change.id-taken": (
        "{id} er nå {title:quoted}.",
        "{id} er no {title:quoted}.",
        "{id} is now {title:quoted}.",
    ),
    "change.like-new": (
        "Ligner på {id} {title:quoted}, som er nytt.",
        "Liknar på {id} {title:quoted}, som er nytt.",
        "Resembles {id} {title:quoted}, which is new.",
    ),
    "change.like-gone": (
        "Ligner på {id}, som er borte.",
        "Liknar på {id}, som er borte.",
        "Resembles {id}, which is gone.",
    ),
    "change.keeper": (
        "Oversikten føres nå av {new}. Før: {old}.",
        "Oversikta blir no ført av {new}. Før: {old}.",
        "The overview is now kept by {new}. Before: {old}.",
    ),
    "change.strategy": (
        "Strategien er endret.",
        "Strategien er endra.",
        "The strategy has changed.",
    ),
    "change.strategy-parts": (
        "Det gjelder {parts:list}.",
        "Det gjeld {parts:list}.",
        "It concerns {parts:list}.",
    ),
    "change.reviewed": (
        "Bare {field:quoted} er endret i {measures:list}.",
        "Berre {field:quoted} er endra i {measures:list}.",
        "Only {field:quoted} has changed in {measures:list}.",
    ),
    "change.reviewed-many": (
        "Bare {field:quoted} er endret i {number:n.measure}.",
        "Berre {field:quoted} er endra i {number:n.measure}.",
        "Only {field:quoted} has changed in {number:n.measure}.",
    ),
    "change.renamed": (
        "{old} heter nå {new}. Gjelder {number:n.measure}; ansvaret er ikke flyttet.",
        "{old} heiter no {new}. Gjeld {number:n.measure}; ansvaret er ikkje flytta.",
        "{old} is now called {new}. It concerns {number:n.measure}; no responsibility has moved.",
    ),
    "change.renamed-only": (
        "{old} heter nå {new}.",
        "{old} heiter no {new}.",
        "{old} is now called {new}.",
    ),
    "change.perhaps-renamed": (
        (
            "Alle tiltak som {old} hadde ansvaret for ({number}), har nå {new}. Er det et nytt "
            "navn på samme virksomhet? Listen over virksomheter sier ikke det."
        ),
        (
            "Alle tiltak som {old} hadde ansvaret for ({number}), har no {new}. Er det eit nytt "
            "namn på same verksemd? Lista over verksemder seier ikkje det."
        ),
        (
            "All measures that {old} was responsible for ({number}) now have {new}. Is it a new "
            "name for the same organisation? The list of organisations does not say so."
        ),
    ),
    "change.renamed-on": (
        "Navneskifte {day:long}.",
        "Namneskifte {day:long}.",
        "Renamed on {day:long}.",
    ),
    "change.reopened": (
        "Gjenåpnet: status var {old} og er nå {new}.",
        "Opna på nytt: status var {old} og er no {new}.",
        "Reopened: the status was {old} and is now {new}.",
    ),
    "change.status": (
        "Status er endret fra {old} til {new}.",
        "Status er endra frå {old} til {new}.",
        "The status has changed from {old} to {new}.",
    ),
    "change.status-back": (
        "Status er satt tilbake fra {old} til {new}.",
        "Status er sett tilbake frå {old} til {new}.",
        "The status has been set back from {old} to {new}.",
    ),
    "change.status-removed": (
        "Status er tatt bort. Den var {old}.",
        "Status er teken bort. Han var {old}.",
        "The status has been removed. It was {old}.",
    ),
    "change.completed": ("Gjennomført.", "Gjennomført.", "Completed."),
    "change.completed-on": ("Gjennomført {day}.", "Gjennomført {day}.", "Completed on {day}."),
    "change.completed-late": (
        "Gjennomført {day}, {late:days} etter fristen.",
        "Gjennomført {day}, {late:days} etter fristen.",
        "Completed on {day}, {late:days} after the deadline.",
    ),
    "change.absorbed": ("Innlemmet i {into}.", "Innlemma i {into}.", "Absorbed into {into}."),
    "change.dropped": ("Utgår.", "Går ut.", "Dropped."),
    "change.put-off": ("Utsatt.", "Utsett.", "Postponed."),
    "change.priority-raised": (
        "Prioriteten er hevet fra {old} til {new}.",
        "Prioriteten er heva frå {old} til {new}.",
        "The priority has been raised from {old} to {new}.",
    ),
    "change.priority-lowered": (
        "Prioriteten er senket fra {old} til {new}.",
        "Prioriteten er senka frå {old} til {new}.",
        "The priority has been lowered from {old} to {new}.",
    ),
    "change.assessment-removed": (
        "Vurderingen ({old}) er tatt bort.",
        "Vurderinga ({old}) er teken bort.",
        "The assessment ({old}) has been removed.",
    ),
    "change.assessment-set": (
        "Vurderingen er nå {new}.",
        "Vurderinga er no {new}.",
        "The assessment is now {new}.",
    ),
    "change.assessment-worse": (
        "Vurderingen er forverret fra {old} til {new}.",
        "Vurderinga er forverra frå {old} til {new}.",
        "The assessment has worsened from {old} to {new}.",
    ),
    "change.assessment-better": (
        "Vurderingen er bedret fra {old} til {new}.",
        "Vurderinga er betra frå {old} til {new}.",
        "The assessment has improved from {old} to {new}.",
    ),
    "change.areas": (
        "Målområdene er nå {new:list}. Før: {old:list}.",
        "Målområda er no {new:list}. Før: {old:list}.",
        "The target areas are now {new:list}. Before: {old:list}.",
    ),
    "change.executing": (
        "Utførende er nå {new:list}. Før: {old:orlist}.",
        "Utførande er no {new:list}. Før: {old:orlist}.",
        "Now carried out by {new:list}. Before: {old:orlist}.",
    ),
    "change.executing-nobody": (
        "Ingen er lenger oppgitt som utførende. Før: {old:list}.",
        "Ingen er lenger oppgitt som utførande. Før: {old:list}.",
        "Nobody is named as carrying it out any longer. Before: {old:list}.",
    ),
    "change.directions-moved": (
        "Retningsvalg er flyttet fra {removed:list} til {added:list}.",
        "Retningsval er flytta frå {removed:list} til {added:list}.",
        "The directions have moved from {removed:list} to {added:list}.",
    ),
    "change.directions-extended": (
        "Følger nå også opp retningsvalg {added:list}.",
        "Følgjer no også opp retningsval {added:list}.",
        "Now also follows up {added:pick.direction|directions} {added:list}.",
    ),
    "change.directions-narrowed": (
        "Følger ikke lenger opp retningsvalg {removed:list}.",
        "Følgjer ikkje lenger opp retningsval {removed:list}.",
        "No longer follows up {removed:pick.direction|directions} {removed:list}.",
    ),
    "change.list-both": (
        "{field}: lagt til {came} og tatt bort {went}.",
        "{field}: lagt til {came} og teke bort {went}.",
        "{field}: added {came} and removed {went}.",
    ),
    "change.list-added": (
        "{field}: lagt til {came}.",
        "{field}: lagt til {came}.",
        "{field}: added {came}.",
    ),
    "change.list-removed": (
        "{field}: tatt bort {went}.",
        "{field}: teke bort {went}.",
        "{field}: removed {went}.",
    ),
    "change.list-order": (
        "{field}: ny rekkefølge.",
        "{field}: ny rekkjefølgje.",
        "{field}: a new order.",
    ),
    "change.written": (
        "{field} er nå skrevet {new}. Før: {old}.",
        "{field}: no skrive {new}. Før: {old}.",
        "{field}: now written {new}. Before: {old}.",
    ),
    "change.cleared": (
        "Tatt bort samtidig: {fields:list}.",
        "Teke bort samtidig: {fields:list}.",
        "Removed at the same time: {fields:list}.",
    ),
    "change.value": ("{field}: {new}.", "{field}: {new}.", "{field}: {new}."),
    "change.value-removed": ("{field}: tatt bort.", "{field}: teke bort.", "{field}: removed."),
    "change.before": ("Før: {old}.", "Før: {old}.", "Before: {old}."),
    "change.id-again": (
        "Dette ligner et annet tiltak: {id} kan være brukt om igjen.",
        "Dette liknar eit anna tiltak: {id} kan vere brukt om att.",
        "This looks like another measure: {id} may have been used again.",
    ),
    "change.title": (
        "Ny tittel: {new:quoted100}. Før: {old:quoted100}.",
        "Ny tittel: {new:quoted100}. Før: {old:quoted100}.",
        "New title: {new:quoted100}. Before: {old:quoted100}.",
    ),
    "change.text-changed": (
        "{field} er endret.",
        "{field} er endra.",
        "{field}: the text has changed.",
    ),
    "change.text-added": (
        "{field} er lagt til.",
        "{field}: tekst er lagd til.",
        "{field}: text added.",
    ),
    "change.text-removed": (
        "{field} er tatt bort.",
        "{field}: teksten er teken bort.",
        "{field}: text removed.",
    ),
    "change.title-mended": (
        "Tittelen er rettet til {new:quoted100}. Før: {old:quoted100}.",
        "Tittelen er retta til {new:quoted100}. Før: {old:quoted100}.",
        "The title has been corrected to {new:quoted100}. Before: {old:quoted100}.",
    ),
    "change.text-rewritten": (
        "{field}: bare tegnsetting eller skrivemåte er endret.",
        "{field}: berre teiknsetjing eller skrivemåte er endra.",
        "{field}: only punctuation or spelling has changed.",
    ),
}
