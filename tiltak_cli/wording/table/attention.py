"""«Dette bør ledelsen se på»: the heading, and the reasons in a sentence each."""

ROWS = {
    "attention.heading": (
        "Dette bør ledelsen se på",
        "Dette bør leiinga sjå på",
        "For the attention of leaders",
    ),
    "report.agenda": (
        "Dagsorden for {forum}",
        "Dagsorden for {forum}",
        "Agenda of {forum}",
    ),
    "attention.no-forum": ("Forum er ikke ført", "Forum er ikkje ført", "No forum is named"),
    "attention.directions": (
        "Retningsvalg {directions:list}",
        "Retningsval {directions:list}",
        "Directions {directions:list}",
    ),
    "attention.cases": (
        "{n} {n:pick.sak|saker}",
        "{n} {n:pick.sak|saker}",
        "{n} {n:pick.item|items}",
    ),
    "attention.number": ("{n}", "{n}", "{n}"),
    "attention.only-stale": (
        "Be om oppdaterte opplysninger. Høy prioritet, men ikke oppdatert på {days:days}:",
        "Be om oppdaterte opplysningar. Høg prioritet, men ikkje oppdatert på {days:days}:",
        "Ask for updated information. High priority, but not updated for {days:days}:",
    ),
    "attention.nothing": (
        "Ingenting krever oppmerksomhet nå.",
        "Ingenting krev merksemd no.",
        "Nothing needs attention now.",
    ),
    "attention.overdue": (
        "Fristen ({deadline}) er passert med {days:days}.",
        "Fristen ({deadline}) er passert med {days:days}.",
        "The deadline ({deadline}) passed {days:days} ago.",
    ),
    "attention.red": (
        "Vurderingen er rød: {why}",
        "Vurderinga er raud: {why}",
        "The assessment is red: {why}",
    ),
    "attention.yellow": (
        "Vurderingen er gul: {why}",
        "Vurderinga er gul: {why}",
        "The assessment is yellow: {why}",
    ),
    "attention.waits-postponed": (
        "Avhenger av {target}, som er utsatt.",
        "Avheng av {target}, som er utsett.",
        "Depends on {target}, which is postponed.",
    ),
    "attention.waits-dropped": (
        "Avhenger av {target}, som utgår.",
        "Avheng av {target}, som går ut.",
        "Depends on {target}, which is dropped.",
    ),
    "attention.waits-overdue": (
        "Avhenger av {target}, som er forsinket.",
        "Avheng av {target}, som er forseinka.",
        "Depends on {target}, which is overdue.",
    ),
    "attention.waits-red": (
        "Avhenger av {target}, som har rød vurdering.",
        "Avheng av {target}, som har raud vurdering.",
        "Depends on {target}, which is assessed as red.",
    ),
    "attention.late-start": (
        "Skulle startet {start:in}, men er ikke igangsatt.",
        "Skulle ha starta {start:in}, men er ikkje sett i gang.",
        "Should have started {start:in}, but has not.",
    ),
    "attention.milestone": (
        "Milepæl {id} {text:quoted} skulle vært nådd {due:in}.",
        "Milepæl {id} {text:quoted} skulle ha vore nådd {due:in}.",
        "Milestone {id} {text:quoted} should have been reached {due:in}.",
    ),
    "attention.slipped": (
        "Fristen er flyttet {times} ganger, {days:days} i alt. Den første var {first}.",
        "Fristen er flytta {times} gonger, {days:days} i alt. Den første var {first}.",
        "The deadline has been moved {times} times, {days:days} in all. The first was {first}.",
    ),
    "attention.not-begun": (
        "Høy prioritet, men ikke igangsatt, og fristen er om {days:days}.",
        "Høg prioritet, men ikkje sett i gang, og fristen er om {days:days}.",
        "High priority, but not started, and the deadline is in {days:days}.",
    ),
    "attention.no-progress": (
        "Høy prioritet, men ingen fremdrift er meldt.",
        "Høg prioritet, men ingen framdrift er meld.",
        "High priority, but no progress is reported.",
    ),
    "attention.stale": (
        "Ikke oppdatert på {days:days} (sist {day}).",
        "Ikkje oppdatert på {days:days} (sist {day}).",
        "Not updated for {days:days} (last on {day}).",
    ),
    "attention.all-stale": (
        "Ikke oppdatert på {days:days} eller mer.",
        "Ikkje oppdatert på {days:days} eller meir.",
        "Not updated for {days:days} or more.",
    ),
    "attention.more": (
        "… og {number} til. «tiltak report -o rapport.md» viser alle.",
        "… og {number} til. «tiltak report -o rapport.md» viser alle.",
        "… and {number} more. “tiltak report -o rapport.md” shows all of them.",
    ),
    "attention.uncovered": (
        "Ingen tiltak følger opp {number:pick.retningsvalget|disse retningsvalgene}.",
        "Ingen tiltak følgjer opp {number:pick.retningsvalet|desse retningsvala}.",
        "No measure follows up {number:pick.this direction|these directions}.",
    ),
}
