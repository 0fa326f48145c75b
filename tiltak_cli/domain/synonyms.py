"""Bokmål, nynorsk and English words that people write for the register's own."""

import re

# Bokmål, nynorsk and English words that mean one of the register's own.
STATUS_WORDS = {
    **dict.fromkeys(("føreslått", "framlegg", "proposed", "suggested"), "foreslått"),
    **dict.fromkeys(("vedteke", "vedteken", "besluttet", "bestemt", "adopted"), "vedtatt"),
    **dict.fromkeys(("approved", "decided", "planned", "planlagt", "planlagd"), "vedtatt"),
    **dict.fromkeys(("pågår", "pågående", "påbegynt", "påbyrja", "startet"), "igangsatt"),
    **dict.fromkeys(("starta", "i gang", "i arbeid", "iverksatt", "iverksett"), "igangsatt"),
    **dict.fromkeys(("begynt", "byrja", "begun", "underveis", "undervegs"), "igangsatt"),
    **dict.fromkeys(("under arbeid", "igangsett", "sett i gang", "satt i gang"), "igangsatt"),
    **dict.fromkeys(("started", "ongoing"), "igangsatt"),
    **dict.fromkeys(("in progress", "under way", "underway", "active"), "igangsatt"),
    **dict.fromkeys(("fullført", "ferdigstilt", "ferdig", "ferdigstilla"), "gjennomført"),
    **dict.fromkeys(("avsluttet", "avslutta", "completed", "complete", "done"), "gjennomført"),
    **dict.fromkeys(("finished", "closed"), "gjennomført"),
    **dict.fromkeys(("i bero", "på vent", "pauset", "utset", "utsett"), "utsatt"),
    **dict.fromkeys(("satt på vent", "sett på vent", "satt på bero", "satt i bero"), "utsatt"),
    **dict.fromkeys(("postponed", "on hold", "paused", "deferred"), "utsatt"),
    **dict.fromkeys(("kansellert", "avlyst", "avbrutt", "stanset", "stansa"), "utgår"),
    **dict.fromkeys(("skrinlagt", "går ut", "cancelled", "canceled", "dropped"), "utgår"),
    **dict.fromkeys(("slått sammen", "innlemma", "merged", "absorbed"), "innlemmet"),
}
# Of these, what may have been meant for something else: a guess, not a translation.
UNSURE_WORDS = frozenset(
    {
        *("planlagt", "planlagd", "planned"),
        *("avsluttet", "avslutta", "closed", "avbrutt", "stanset", "stansa", "active"),
        *("stor", "liten", "normal"),
    }
)
# Words of a status that may be one or another: someone must choose.
COULD_BE = {
    **dict.fromkeys(("til vurdering", "under vurdering", "vurderes", "vurderast"), ("foreslått",)),
    **dict.fromkeys(("under review", "kanskje", "maybe", "idé", "forslag"), ("foreslått",)),
    **dict.fromkeys(("planlegges", "planleggast", "under planlegging"), ("foreslått", "vedtatt")),
    **dict.fromkeys(("in planning", "ny", "new", "nytt"), ("foreslått", "vedtatt")),
    **dict.fromkeys(("åpen", "åpent", "open", "opent"), ("vedtatt", "igangsatt")),
    **dict.fromkeys(("i rute", "på sporet", "etter planen", "on track"), ("igangsatt",)),
    **dict.fromkeys(("løpende", "løpande", "kontinuerlig", "i prosess"), ("igangsatt",)),
    **dict.fromkeys(("stoppet", "stoppa", "stopped"), ("utsatt", "utgår")),
    **dict.fromkeys(("klar", "klart", "ready"), ("vedtatt", "gjennomført")),
    **dict.fromkeys(("grønn", "gul", "rød"), ("igangsatt",)),
    **dict.fromkeys(("avventer", "avventar", "venter", "ventar", "waiting"), ("vedtatt", "utsatt")),
}
OTHER_WORDS = {
    **dict.fromkeys(("medium", "middel", "normal", "mellom", "moderat"), "middels"),
    **dict.fromkeys(("stor", "høg", "høyt", "high"), "høy"),
    **dict.fromkeys(("liten", "låg", "lavt", "low"), "lav"),
    **dict.fromkeys(("grøn", "grønt", "green", "🟢"), "grønn"),
    **dict.fromkeys(("gult", "yellow", "amber", "🟡"), "gul"),
    **dict.fromkeys(("raud", "rødt", "red", "🔴"), "rød"),
    **dict.fromkeys(("alle departementer", "alle departementene", "all", "everyone"), "alle"),
    **dict.fromkeys(("alle departement", "alle departementa", "samtlige", "samtlege"), "alle"),
    **dict.fromkeys(("samtlige departementer", "samtlige departementene"), "alle"),
    **dict.fromkeys(("samtlege departement", "alle dep", "alle dep.", "alle sammen"), "alle"),
}
# What says that there is nothing, or nobody.
NOTHING_WORDS = frozenset(
    (
        *("ingen", "ingen andre", "inga", "ingenting", "none", "nei", "-", "–", "n/a", "0"),
        *("ikke aktuelt", "ikkje aktuelt"),
    )
)
# Ministries of before the first year that the list has: near to the name of another, and not it.
FORMER_MINISTRIES = frozenset(("fad", "fkd", "krd", "md", "ad", "ld", "bld", "nhd"))
# What may stand in front of a field's name, as in a list of a document or a listing with numbers.
BULLET = re.compile(r"^(?:[0-9]{1,2}[.)]|[0-9]{1,6} *[│|:]|[^\w\s])\s*")
# In milestones and documents.
PART_WORDS = {
    **dict.fromkeys(("tittel", "navn", "namn", "beskrivelse", "milepæl", "leveranse"), "tekst"),
    **dict.fromkeys(("tekst", "dokument"), "tittel"),
    **dict.fromkeys(("dato", "tidspunkt", "dag"), "frist"),
    **dict.fromkeys(("ferdig", "fullført", "gjennomført", "oppnådd"), "nådd"),
    **dict.fromkeys(("nr", "nummer"), "id"),
}
FIELD_WORDS = {
    **dict.fromkeys(("navn", "namn", "tiltaksnavn", "title", "name"), "tittel"),
    **dict.fromkeys(("nummer", "tiltaksnummer", "tiltaksnr", "number"), "id"),
    **dict.fromkeys(("omtale", "skildring", "description"), "beskrivelse"),
    **dict.fromkeys(("mål", "målområde", "areas", "goals"), "målområder"),
    **dict.fromkeys(("retningsval", "directions"), "retningsvalg"),
    **dict.fromkeys(("utviklingsområde",), "utviklingsområder"),
    **dict.fromkeys(("ansvar", "ansvarleg", "eier", "eigar", "owner"), "ansvarlig"),
    **dict.fromkeys(("responsible", "ansvarlig departement", "ansvarleg departement"), "ansvarlig"),
    **dict.fromkeys(("ansvarlig virksomhet", "responsible ministry"), "ansvarlig"),
    **dict.fromkeys(("utførande",), "utførende"),
    **dict.fromkeys(("deltar", "deltakarar", "participants", "andre departementer"), "deltakere"),
    **dict.fromkeys(("deltakende departement", "deltakende departementer"), "deltakere"),
    **dict.fromkeys(("medvirkende", "samarbeidspartnere", "involverte"), "deltakere"),
    **dict.fromkeys(("startdato", "oppstart", "oppstartsdato", "start_date"), "start"),
    **dict.fromkeys(("frem til", "sluttdato", "ferdig_dato", "due_date"), "frist"),
    **dict.fromkeys(("begrunning", "grunngiving", "grunngjeving", "reason"), "begrunnelse"),
    **dict.fromkeys(("prioritering", "priority"), "prioritet"),
    **dict.fromkeys(("tidsfrist", "deadline", "due"), "frist"),
    **dict.fromkeys(("løpande", "ongoing"), "løpende"),
    **dict.fromkeys(("opphavleg_frist",), "opprinnelig_frist"),
    **dict.fromkeys(("fullført", "completed"), "gjennomført"),
    **dict.fromkeys(("result", "effekt", "resultater"), "resultat"),
    **dict.fromkeys(("milestones", "milepælar"), "milepæler"),
    **dict.fromkeys(("assessment",), "vurdering"),
    **dict.fromkeys(("deviation",), "avvik"),
    **dict.fromkeys(("risk",), "risiko"),
    **dict.fromkeys(("framdrift", "progress"), "fremdrift"),
    **dict.fromkeys(("lenker", "lenkjer", "dokumenter", "documents"), "dokumentasjon"),
    **dict.fromkeys(("origin",), "opphav"),
    **dict.fromkeys(("erstattar", "replaces"), "erstatter"),
    **dict.fromkeys(("avheng_av", "depends_on"), "avhenger_av"),
    **dict.fromkeys(("contact", "kontaktperson"), "kontakt"),
    **dict.fromkeys(("kommentar", "note", "comment"), "merknad"),
    **dict.fromkeys(("updated",), "oppdatert"),
    **dict.fromkeys(("measures",), "tiltak"),
    **dict.fromkeys(("url", "adresse", "link", "lenkje"), "lenke"),
    **dict.fromkeys(("nådd_dato", "reached"), "nådd"),
    **dict.fromkeys(("text",), "tekst"),
    **dict.fromkeys(("strategy",), "strategi"),
    **dict.fromkeys(("edition", "utgåve", "versjon", "version"), "utgave"),
    **dict.fromkeys(("per dato", "dato", "as_of"), "per_dato"),
}
