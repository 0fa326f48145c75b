"""The workbook: titles of the sheets, the front page, and the sheets that are only read."""

ROWS = {
    # Sheet titles: at most 31 characters, without : \ / ? * [ ]. `.about` says what is there.
    "sheet.front": ("Forside", "Framside", "Front page"),
    "sheet.measures": ("Tiltak", "Tiltak", "Measures"),
    "sheet.measures.about": (
        "Alle tiltak med ansvar, status, frist og fremdrift.",
        "Alle tiltak med ansvar, status, frist og framdrift.",
        "Every measure, with responsibility, status, deadline and progress.",
    ),
    "sheet.directions": ("Retningsvalg", "Retningsval", "Directions"),
    "sheet.directions.about": (
        "Hvilke tiltak som følger opp hvert retningsvalg.",
        "Kva for tiltak som følgjer opp kvart retningsval.",
        "Which measures follow up each direction.",
    ),
    "sheet.ministries": ("Departement", "Departement", "Ministries"),
    "sheet.ministries.about": (
        "Hvilke roller hvert departement har.",
        "Kva for roller kvart departement har.",
        "What roles each ministry has.",
    ),
    "sheet.changes": ("Endringer", "Endringar", "Changes"),
    "sheet.changes.about": (
        "Hva som er endret siden forrige utgave.",
        "Kva som er endra sidan førre utgåve.",
        "What has changed since the previous edition.",
    ),
    "sheet.lists": ("Lister", "Lister", "Lists"),
    "sheet.lists.about": (
        "Verdiene som nedtrekkslistene bruker.",
        "Verdiane som nedtrekkslistene bruker.",
        "The values that the drop-downs use.",
    ),
    "sheet.timeline": ("Tidslinje", "Tidslinje", "Timeline"),
    "sheet.timeline.about": (
        "Når tiltakene og milepælene deres er.",
        "Når tiltaka og milepælane deira er.",
        "When the measures and their milestones are.",
    ),
    "sheet.milestones": ("Milepæler", "Milepælar", "Milestones"),
    "sheet.milestones.about": (
        "Alle milepæler, og hvilke som er passert.",
        "Alle milepælar, og kva for nokre som er passerte.",
        "Every milestone, and which have passed.",
    ),
    "sheet.carried": ("Videreført", "Vidareført", "Carried over"),
    "sheet.carried.about": (
        "Hva som er blitt av tiltakene fra forrige strategi.",
        "Kva som har blitt av tiltaka frå førre strategi.",
        "What has become of the measures from the previous strategy.",
    ),
    "sheet.dependencies": ("Avhengigheter", "Avhengnader", "Dependencies"),
    "sheet.dependencies.about": (
        "Hvilke tiltak som venter på andre.",
        "Kva for tiltak som ventar på andre.",
        "Which measures wait for others.",
    ),
    "sheet.figures": ("Tall", "Tal", "Figures"),
    "sheet.figures.about": (
        "Tallene bak diagrammene på forsiden.",
        "Tala bak diagramma på framsida.",
        "The numbers behind the charts on the front page.",
    ),
    # What the tool keeps for itself: no program offers to show it.
    "sheet.meta": ("_meta", "_meta", "_meta"),
    "page.footer": ("Side &P av &N", "Side &P av &N", "Page &P of &N"),
    "front.title": ("Tiltaksoversikt", "Tiltaksoversikt", "Overview of measures"),
    "front.title-selection": (
        "Tiltaksoversikt – utvalg",
        "Tiltaksoversikt – utval",
        "Overview of measures – selection",
    ),
    # The report date follows, with its month in letters.
    "front.status": ("Status per", "Status per", "Status on"),
    "front.total": ("Tiltak i alt", "Tiltak i alt", "Measures in all"),
    "front.coverage": ("Dekning", "Dekning", "Coverage"),
    "front.uncovered": (
        "{number:n.direction} uten tiltak: {codes:list}",
        "{number:n.direction} utan tiltak: {codes:list}",
        "{number:n.direction} without measures: {codes:list}",
    ),
    "front.covered": (
        "✓ Alle retningsvalg har tiltak.",
        "✓ Alle retningsval har tiltak.",
        "✓ Every direction has measures.",
    ),
    "front.without-role": (
        "{number:n.ministry} ikke nevnt i noe tiltak: {codes:list}",
        "{number:n.ministry} ikkje {number:pick.nemnt|nemnde} i noko tiltak: {codes:list}",
        "{number:n.ministry} not named in any measure: {codes:list}",
    ),
    "front.with-role": (
        "✓ Alle departementer er nevnt i et tiltak.",
        "✓ Alle departementa er nemnde i eit tiltak.",
        "✓ Every ministry is named in a measure.",
    ),
    "front.by-area": ("Status per målområde", "Status per målområde", "Status by target area"),
    "front.in-all": ("I alt", "I alt", "In all"),
    "front.more": ("… og {number} til", "… og {number} til", "… and {number} more"),
    "front.more-ids": (
        "… og {number} til: {ids:list}",
        "… og {number} til: {ids:list}",
        "… and {number} more: {ids:list}",
    ),
    "front.more-waiting": (
        "… og {number} til i arket {sheet}",
        "… og {number} til i arket {sheet}",
        "… and {number} more on the sheet {sheet}",
    ),
    "front.agenda": ("{heading}: {size}", "{heading}: {size}", "{heading}: {size}"),
    "front.stale": (
        "Ikke oppdatert: {ids:list}",
        "Ikkje oppdatert: {ids:list}",
        "Not updated: {ids:list}",
    ),
    "front.stale-many": (
        "Ikke oppdatert: {number} tiltak",
        "Ikkje oppdatert: {number} tiltak",
        "Not updated: {number} measures",
    ),
    "front.directions": (
        "{number} retningsvalg uten tiltak",
        "{number} retningsval utan tiltak",
        "{number} directions without measures",
    ),
    "front.others": ("{number} til", "{number} til", "{number} more"),
    "front.areas-next": (
        "Status per målområde står på neste side.",
        "Status per målområde står på neste side.",
        "Status by target area is on the next page.",
    ),
    "front.troubled": (
        "Målområder med noe rødt eller gult",
        "Målområde med noko raudt eller gult",
        "Target areas with anything red or yellow",
    ),
    "front.load": ("Frister per kvartal", "Fristar per kvartal", "Deadlines by quarter"),
    "front.no-measures": (
        "Oversikten har ingen tiltak ennå.",
        "Oversikta har ingen tiltak enno.",
        "The overview has no measures yet.",
    ),
    "front.no-match": (
        "Ingen tiltak passer med utvalget.",
        "Ingen tiltak passar med utvalet.",
        "No measure matches the selection.",
    ),
    "front.source": (
        (
            "Kilde: tiltaksoversikten, utgave {edition} per {day}, ført av {keeper}. "
            "Arbeidsboken er en utskrift av registeret."
        ),
        (
            "Kjelde: tiltaksoversikta, utgåve {edition} per {day}, ført av {keeper}. "
            "Arbeidsboka er ei utskrift av registeret."
        ),
        (
            "Source: the overview of measures, edition {edition} on {day}, kept by {keeper}. "
            "The workbook is a printout of the register."
        ),
    ),
    "front.selection": (
        "Utvalg: {chosen} av {everything:n.measure}.",
        "Utval: {chosen} av {everything:n.measure}.",
        "Selection: {chosen} of {everything:n.measure}.",
    ),
    "front.chart": ("Diagram {number}", "Diagram {number}", "Chart {number}"),
    "front.chart-trend": (
        "Liggende søyler med antall tiltak ved hver utgave, delt etter hvordan tiltakene sto.",
        "Liggjande søyler med talet på tiltak ved kvar utgåve, delte etter korleis tiltaka stod.",
        "Horizontal bars with the number of measures at each edition, divided by how they stood.",
    ),
    "front.chart-edition": (
        "Utgave {edition}: {counts}.",
        "Utgåve {edition}: {counts}.",
        "Edition {edition}: {counts}.",
    ),
    "front.chart-text": (
        "Liggende søyler med antall tiltak per målområde, delt etter hvordan tiltakene står.",
        "Liggjande søyler med talet på tiltak per målområde, delte etter korleis tiltaka står.",
        "Horizontal bars with the number of measures by target area, divided by how they stand.",
    ),
    "front.chart-area": (
        "Målområde {code}: {counts}.",
        "Målområde {code}: {counts}.",
        "Target area {code}: {counts}.",
    ),
    "front.chart-empty": ("ingen tiltak", "ingen tiltak", "no measures"),
    "directions.title": (
        "Målområder og retningsvalg",
        "Målområde og retningsval",
        "Target areas and directions",
    ),
    "directions.sentence": (
        (
            "Et tiltak telles under hvert retningsvalg det følger opp. Tiltak som utgår eller er "
            "innlemmet i et annet, telles bare under målområdet."
        ),
        (
            "Eit tiltak blir talt under kvart retningsval det følgjer opp. Tiltak som går ut eller "
            "er innlemma i eit anna, blir berre talde under målområdet."
        ),
        (
            "A measure counts under each direction it follows up. Measures that are dropped or "
            "absorbed into another count under the target area only."
        ),
    ),
    "directions.selection": (
        "Bare tiltakene i utvalget er med.",
        "Berre tiltaka i utvalet er med.",
        "Only the measures in the selection are counted.",
    ),
    "directions.code": ("Kode", "Kode", "Code"),
    "directions.direction": ("Retningsvalg", "Retningsval", "Direction"),
    "directions.number": ("Tiltak", "Tiltak", "Measures"),
    "directions.measures": ("Tiltakene", "Tiltaka", "The measures"),
    "directions.area": ("Mål {code}", "Mål {code}", "Area {code}"),
    "directions.none": ("Ingen tiltak", "Ingen tiltak", "No measures"),
    "directions.description": (
        (
            "For hvert målområde og retningsvalg: antall tiltak etter hvordan de står, og hvilke "
            "det er."
        ),
        (
            "For kvart målområde og retningsval: talet på tiltak etter korleis dei står, og kva "
            "for tiltak det er."
        ),
        (
            "For each target area and direction: the number of measures by how they stand, and "
            "which they are."
        ),
    ),
    "ministries.title": (
        "Departementenes roller",
        "Rollene til departementa",
        "The roles of the ministries",
    ),
    "ministries.sentence": (
        "Målområdene gjelder tiltakene som departementet er ansvarlig for.",
        "Målområda gjeld tiltaka som departementet er ansvarleg for.",
        "The target areas are of the measures that the ministry is responsible for.",
    ),
    "ministries.everyone": (
        "I {number:n.measure} deltar alle departementer uten å være nevnt.",
        "I {number:n.measure} deltek alle departementa utan å vere nemnde.",
        "In {number:n.measure} all ministries take part without being named.",
    ),
    "ministries.without": (
        "Ikke nevnt i noe tiltak: {codes:list}.",
        "Ikkje nemnde i noko tiltak: {codes:list}.",
        "Not named in any measure: {codes:list}.",
    ),
    "ministries.code": ("Kode", "Kode", "Code"),
    "ministries.ministry": ("Departement", "Departement", "Ministry"),
    "ministries.soon": (
        "Frist innen {days:days}",
        "Frist innan {days:days}",
        "Due within {days:days}",
    ),
    "ministries.responsible-for": ("Ansvarlig for", "Ansvarleg for", "Responsible for"),
    "ministries.none": ("Ingen rolle", "Inga rolle", "No role"),
    "ministries.description": (
        (
            "For hvert departement: antall tiltak det er ansvarlig for, i alt og per målområde, "
            "antall det utfører eller deltar i, antall forsinkede og med frist snart, og hvilke "
            "det er ansvarlig for."
        ),
        (
            "For kvart departement: talet på tiltak det er ansvarleg for, i alt og per målområde, "
            "talet det utfører eller deltek i, talet på forseinka og med frist snart, og kva "
            "for tiltak det er ansvarleg for."
        ),
        (
            "For each ministry: the number of measures it is responsible for, in all and by target "
            "area, carries out or takes part in, the number overdue and due soon, and which it is "
            "responsible for."
        ),
    ),
    "role.responsible": ("Ansvarlig", "Ansvarleg", "Responsible"),
    "role.executing": ("Utførende", "Utførande", "Carries out"),
    "role.participating": ("Deltar", "Deltek", "Takes part"),
    "role.everyone": ("Alle deltar", "Alle deltek", "All take part"),
}
