"""The edges of the rules that hold a register against an earlier edition."""

from tiltak_cli.rules.base import Edge

ONE = "- id: T001\n"
TWO = "- id: T002\n  tittel: Opplæring av ledere\n  beskrivelse: Nye ledere får et kurs.\n"
DONE = "status: gjennomført\ngjennomført: 2023-06-30\nresultat: Malen er i bruk.\n"
STARTED = "status: igangsatt\nprioritet: høy\nfremdrift: "
DROPPED = "status: utgår\nbegrunnelse: Strategisk forum stanset tiltaket.\n"
MOVED = "frist: 2025\nopprinnelig_frist: 2024-06\n"
# Six words, and six values that are not words.
FORMS = "tittel: Innføring av digitale skjemaer\nbeskrivelse: Søknader fylles ut på nett.\n"
HALF = "ansvarlig: FIN\nmålområder: [2]\nretningsvalg: [2a]\n"
LEARNING, TEMPLATE = "Opplæring av ledere", "Felles mal for høringer"
LEADERS = "tittel: Opplæring for ledere\nbeskrivelse: "

EDGES: dict[str, tuple[Edge, ...]] = {
    "TIL501": (
        Edge(
            "borte, men gjennomført i forrige utgave",
            ONE,
            before=(
                f"{ONE}{TWO}  status: gjennomført\n  gjennomført: 2023-06-30\n  resultat: Holdt.\n"
            ),
        ),
        Edge(
            "borte, og utsatt i forrige utgave",
            ONE,
            broken=True,
            before=f"{ONE}{TWO}  status: utsatt\n  begrunnelse: Venter på ny lov.\n",
        ),
        Edge("fortsatt med, men utgår nå", f"{ONE}{TWO}  status: utgår\n  begrunnelse: Stanset.\n"),
        Edge("det samme tiltaket med en ny id", ONE + TWO.replace("T002", "T003"), broken=True),
    ),
    "TIL502": (
        Edge(
            "andre ord, og halvparten av opplysningene er nye",
            f"{LEADERS}Kurset holdes hver høst.\n{HALF}",
            broken=True,
            before=FORMS,
        ),
        Edge(
            "andre ord, men de fleste opplysningene er de samme",
            f"{LEADERS}Kurset holdes hver høst.\nansvarlig: FIN\nretningsvalg: [1b]\n",
            before=FORMS,
        ),
        Edge("ett av fire ord går igjen", f"{LEADERS}Kurs om skjemaer.\n{HALF}", before=FORMS),
        Edge(
            "ett av fem ord går igjen",
            f"{LEADERS}Kurset dekker skjemaer.\n{HALF}",
            broken=True,
            before=FORMS,
        ),
        Edge(
            "bare to ord å sammenligne",
            f"{LEADERS}Nå.\n{HALF}",
            before=FORMS,
        ),
        Edge("tre ord å sammenligne", f"{LEADERS}Starter.\n{HALF}", broken=True, before=FORMS),
        Edge(
            "et annet tiltak har tatt over id-en",
            TWO.replace("T002", "T001"),
            broken=True,
            before=f"{ONE}  status: utgår\n  begrunnelse: Stanset.\n{TWO}",
        ),
        Edge(
            "bare titlene har byttet plass",
            f"{ONE}  tittel: Opplæring av ledere\n{TWO.replace(LEARNING, TEMPLATE)}",
            before=ONE + TWO,
        ),
    ),
    "TIL503": (
        Edge("samme siste dag, bare mer presist", "frist: 2024-06-30\n"),
        Edge("samme siste dag, bare mindre presist", "frist: 2024-Q2\n"),
        Edge("flyttet til dagen etter", "frist: 2024-07-01\n", broken=True),
        Edge("flyttet til dagen før", "frist: 2024-06-29\n", broken=True),
        Edge("flyttet tilbake til den opprinnelige fristen", "frist: 2024-06-30\n", before=MOVED),
        Edge(
            "den opprinnelige fristen er skrevet mer presist",
            "frist: 2026\nopprinnelig_frist: 2024-06-30\n",
            before=MOVED,
        ),
        Edge(
            "den opprinnelige fristen er endret med én dag",
            "frist: 2026\nopprinnelig_frist: 2024-06-29\n",
            broken=True,
            before=MOVED,
        ),
        Edge(
            "en opprinnelig frist fra før forrige utgave",
            "frist: 2025\nopprinnelig_frist: 2024-06-29\n",
        ),
        Edge(
            "opprinnelig frist dagen etter den forrige fristen",
            "frist: 2025\nopprinnelig_frist: 2024-07-01\n",
            broken=True,
        ),
    ),
    "TIL504": (
        Edge("ett nytt ord i fremdriften", STARTED + "Arbeidet følger planen nå.\n"),
        Edge(
            "bare linjene er delt på en ny måte",
            STARTED + "Arbeidet følger\n  planen.\n",
            broken=True,
        ),
        Edge("fremdriften er tatt bort", "status: vedtatt\nprioritet: høy\n", broken=True),
        Edge("gjennomført siden forrige utgave", "prioritet: høy\n" + DONE),
    ),
    "TIL505": (
        Edge(
            "samme begrunnelse som da tiltaket ble stanset",
            "status: vedtatt\nbegrunnelse: Strategisk forum stanset tiltaket.\n",
            broken=True,
            before=DROPPED,
        ),
        Edge(
            "ett nytt ord i begrunnelsen",
            "status: vedtatt\nbegrunnelse: Strategisk forum stanset ikke tiltaket.\n",
            before=DROPPED,
        ),
        Edge("fra gjennomført til utgår", DROPPED),
        Edge("tilbake til foreslått", "status: foreslått\n", broken=True),
    ),
}
