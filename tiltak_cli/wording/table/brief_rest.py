"""«I korte trekk»: a count of each kind of change that is lighter than the sentences."""

ROWS = {
    "brief.rest-keeper": (
        "oversikten føres nå av {to}, ikke {old}",
        "oversikta blir no ført av {to}, ikkje {old}",
        "{to} now keeps the overview, not {old}",
    ),
    "brief.rest-renamed": ("{old} heter nå {to}", "{old} heiter no {to}", "{old} is now {to}"),
    "brief.rest-perhaps-renamed": (
        "{old} kan ha skiftet navn til {to}",
        "{old} kan ha skifta namn til {to}",
        "{old} may have been renamed {to}",
    ),
    "brief.rest-others": (
        "{n} {n:pick.mindre endring|mindre endringer}",
        "{n} {n:pick.mindre endring|mindre endringar}",
        "{n} minor {n:pick.change|changes}",
    ),
    "brief.rest-strategy": (
        "strategien er endret",
        "strategien er endra",
        "the strategy has changed",
    ),
    # One for each kind that may be in no sentence; `{n}` is a number of measures, or of milestones.
    "brief.rest.renummerert": (
        "{n} har byttet nummer",
        "{n} har bytt nummer",
        "{n} {n:pick.has a|have} new {n:pick.number|numbers}",
    ),
    "brief.rest.id-endret": (
        "{n} har fått ny id",
        "{n} har fått ny id",
        "{n} {n:pick.has|have} a new id",
    ),
    "brief.rest.id-brukt-igjen": (
        "{n} har fått id-en til et som er borte",
        "{n} har fått id-en til eit som er borte",
        "{n} {n:pick.has|have} the id of one that is gone",
    ),
    "brief.rest.tatt-ut": (
        "{n} er ikke lenger med i oversikten",
        "{n} er ikkje lenger med i oversikta",
        "{n} {n:pick.is|are} no longer in the overview",
    ),
    "brief.rest.frist-utsatt": (
        "{n} avsluttet har fått senere frist",
        "{n} avslutta har fått seinare frist",
        "{n} that ended {n:pick.has|have} a later deadline",
    ),
    "brief.rest.frist-utsatt-etter": (
        "{n} avsluttet har fått ny frist etter at den var passert",
        "{n} avslutta har fått ny frist etter at han var passert",
        "{n} that ended {n:pick.has|have} a new deadline, set after it had passed",
    ),
    "brief.rest.frist-framskyndet": (
        "{n} avsluttet har fått tidligere frist",
        "{n} avslutta har fått tidlegare frist",
        "{n} that ended {n:pick.has|have} an earlier deadline",
    ),
    "brief.rest.frist-fjernet": (
        "{n} avsluttet har ikke lenger frist",
        "{n} avslutta har ikkje lenger frist",
        "{n} that ended {n:pick.has|have} no deadline any more",
    ),
    "brief.rest.frist-satt": (
        "{n} har fått frist",
        "{n} har fått frist",
        "{n} {n:pick.has|have} a deadline",
    ),
    "brief.rest.frist-presisert": (
        "{n} {n:pick.frist|frister} er presisert",
        "{n} {n:pick.frist|fristar} {n:pick.er presisert|er presiserte}",
        "{n} {n:pick.deadline|deadlines} made precise",
    ),
    "brief.rest.vurdering-forverret": (
        "{n} avsluttet har fått dårligere vurdering",
        "{n} avslutta har fått dårlegare vurdering",
        "{n} that ended {n:pick.has|have} a worse assessment",
    ),
    "brief.rest.vurdering-bedret": (
        "{n} {n:pick.vurdering|vurderinger} er bedret",
        "{n} {n:pick.vurdering er betra|vurderingar er betra}",
        "{n} {n:pick.assessment|assessments} improved",
    ),
    "brief.rest.vurdering-ny": (
        "{n} har fått en vurdering",
        "{n} har fått ei vurdering",
        "{n} {n:pick.is|are} assessed for the first time",
    ),
    "brief.rest.vurdering-fjernet": (
        "{n} {n:pick.vurdering|vurderinger} er tatt bort",
        "{n} {n:pick.vurdering er teken|vurderingar er tekne} bort",
        "{n} {n:pick.assessment|assessments} removed",
    ),
    "brief.rest.status-framover": (
        "{n} er {status}",
        "{n} er {status}",
        "{n} {n:pick.is|are} {status}",
    ),
    "brief.rest.retningsvalg-utvidet": (
        "{n} følger opp flere retningsvalg",
        "{n} følgjer opp fleire retningsval",
        "{n} {n:pick.follows|follow} up more directions",
    ),
    "brief.rest.retningsvalg-innsnevret": (
        "{n} følger opp færre retningsvalg",
        "{n} følgjer opp færre retningsval",
        "{n} {n:pick.follows|follow} up fewer directions",
    ),
    "brief.rest.retningsvalg-flyttet": (
        "{n} følger opp andre retningsvalg",
        "{n} følgjer opp andre retningsval",
        "{n} {n:pick.follows|follow} up other directions",
    ),
    "brief.rest.målområder": (
        "{n} har fått andre målområder",
        "{n} har fått andre målområde",
        "{n} {n:pick.has|have} other target areas",
    ),
    "brief.rest.deltaker-inn": (
        "{n} har fått flere deltakere",
        "{n} har fått fleire deltakarar",
        "{n} {n:pick.has|have} more participants",
    ),
    "brief.rest.deltaker-ut": (
        "{n} har mistet deltakere",
        "{n} har mista deltakarar",
        "{n} {n:pick.has|have} lost participants",
    ),
    "brief.rest.utførende": (
        "{n} har fått andre utførende",
        "{n} har fått andre utførande",
        "{n} {n:pick.has|have} others carrying it out",
    ),
    "brief.rest.milepæl-ny": (
        "{n} {n:pick.ny milepæl|nye milepæler}",
        "{n} {n:pick.ny milepæl|nye milepælar}",
        "{n} new {n:pick.milestone|milestones}",
    ),
    "brief.rest.milepæl-nådd": (
        "{n} {n:pick.milepæl|milepæler} er nådd",
        "{n} {n:pick.milepæl er nådd|milepælar er nådde}",
        "{n} {n:pick.milestone|milestones} reached",
    ),
    "brief.rest.milepæl-utsatt": (
        "{n} {n:pick.milepæl|milepæler} er utsatt",
        "{n} {n:pick.milepæl er utsett|milepælar er utsette}",
        "{n} {n:pick.milestone|milestones} postponed",
    ),
    "brief.rest.milepæl-framskyndet": (
        "{n} {n:pick.milepæl|milepæler} er fremskyndet",
        "{n} {n:pick.milepæl|milepælar} er framskunda",
        "{n} {n:pick.milestone|milestones} brought forward",
    ),
    "brief.rest.milepæl-fjernet": (
        "{n} {n:pick.milepæl|milepæler} er tatt bort",
        "{n} {n:pick.milepæl er teken|milepælar er tekne} bort",
        "{n} {n:pick.milestone|milestones} removed",
    ),
    "brief.rest.milepæl-endret": (
        "{n} {n:pick.milepæl|milepæler} er endret",
        "{n} {n:pick.milepæl|milepælar} er endra",
        "{n} {n:pick.milestone|milestones} changed",
    ),
    "brief.rest.milepæl-passert": (
        "{n} {n:pick.milepæl|milepæler} er passert uten å være nådd",
        "{n} {n:pick.milepæl er passert|milepælar er passerte} utan å vere {n:pick.nådd|nådde}",
        "{n} {n:pick.milestone has|milestones have} passed without being reached",
    ),
    "brief.rest.start-flyttet": (
        "{n} starter på et annet tidspunkt",
        "{n} startar på eit anna tidspunkt",
        "{n} {n:pick.starts|start} at another time",
    ),
    "brief.rest.start-passert": (
        "{n} skulle ha startet",
        "{n} skulle ha starta",
        "{n} should have started",
    ),
    "brief.rest.innhold": (
        "{n} har fått endret innhold",
        "{n} har fått endra innhald",
        "{n} {n:pick.has|have} changed content",
    ),
    "brief.rest.opplysning": (
        "{n} har fått endrede opplysninger",
        "{n} har fått endra opplysningar",
        "{n} {n:pick.has|have} other details",
    ),
    "brief.rest.redaksjonell": (
        "{n} {n:pick.redaksjonell endring|redaksjonelle endringer}",
        "{n} {n:pick.redaksjonell endring|redaksjonelle endringar}",
        "{n} editorial {n:pick.change|changes}",
    ),
}
