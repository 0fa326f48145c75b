"""The edges of the rules about references, the strategy and the organisations."""

from tiltak_cli.rules.base import Edge

ONE = "- id: T001\n  tittel: Felles mal\n"
TWO = "- id: T002\n  tittel: Felles arbeidsplass\n"
THREE = "- id: T003\n  tittel: Opplæring av ledere\n"
FOUR = "- id: T004\n  tittel: Felles arkiv\n"
GOES_ON = ONE + "  status: innlemmet\n  begrunnelse: Samlet.\n  innlemmet_i: T002\n" + TWO
STEPS = "  milepæler:\n    - {id: M1, tekst: Utkast, frist: 2024}\n"
# KMD became KDD on 1 January 2022.
OLD_NAME = 'strategi: "2021-2025"\nutgave: "2021-2"\nper_dato: 2021-12-31\ntiltak: []\n'
NEW_NAME = 'strategi: "2021-2025"\nutgave: "2022-1"\nper_dato: 2022-01-01\ntiltak: []\n'
ORIGIN = "opphav: {status: vedtatt, periode: "

EDGES: dict[str, tuple[Edge, ...]] = {
    "TIL401": (
        Edge("to tall som bare skiller seg i siste siffer", ONE + TWO),
        Edge(
            "samme id på det første og det siste tiltaket",
            ONE + TWO + THREE.replace("T003", "T001"),
            broken=True,
        ),
    ),
    "TIL402": (
        Edge("et tiltak lenger ned i registeret", f"{ONE}  del_av: T002\n{TWO}"),
        Edge(
            "et tiltak som er gjennomført",
            f"{ONE}  del_av: T002\n{TWO}  status: gjennomført\n"
            "  gjennomført: 2023-06-30\n  resultat: Den er i bruk.\n",
        ),
        Edge("ett nummer høyere enn det siste", f"{ONE}  del_av: T003\n{TWO}", broken=True),
        Edge("én av to finnes ikke", f"{ONE}  erstatter: [T002, T003]\n{TWO}", broken=True),
    ),
    "TIL403": (
        Edge(
            "et tiltak med nesten samme id", f"{ONE}{TWO.replace('T002', 'T010')}  del_av: T001\n"
        ),
        Edge(
            "en liste der det ene tiltaket er det selv",
            f"{ONE}  avhenger_av: [T002, T001]\n{TWO}",
            broken=True,
        ),
    ),
    "TIL404": (
        Edge(
            "en rekke på tre som har en slutt", f"{ONE}  del_av: T002\n{TWO}  del_av: T003\n{THREE}"
        ),
        Edge(
            "en rekke på tre som ender der den begynte",
            f"{ONE}  del_av: T002\n{TWO}  del_av: T003\n{THREE}  del_av: T001\n",
            broken=True,
        ),
        Edge(
            "to veier til samme tiltak",
            f"{ONE}  avhenger_av: [T002, T003]\n{TWO}  avhenger_av: T003\n{THREE}",
        ),
        Edge("hver sin vei, men i ulike felt", f"{ONE}  avhenger_av: T002\n{TWO}  del_av: T001\n"),
    ),
    "TIL405": (
        Edge("i et tiltak som er utsatt", f"{GOES_ON}  status: utsatt\n  begrunnelse: Ny lov.\n"),
        Edge(
            "i et tiltak som er gjennomført",
            (
                f"{GOES_ON}  status: gjennomført\n"
                "  gjennomført: 2023-06-30\n  resultat: Den er i bruk.\n"
            ),
        ),
        Edge(
            "i et tiltak som selv er innlemmet",
            f"{GOES_ON}  status: innlemmet\n  begrunnelse: Samlet.\n  innlemmet_i: T003\n{THREE}",
            broken=True,
        ),
    ),
    "TIL406": (
        Edge("samme milepæl-id i to tiltak", ONE + STEPS + TWO + STEPS),
        Edge("M1 og M10", f"{ONE}{STEPS}    - {{id: M10, tekst: Rapport, frist: 2025}}\n"),
        Edge(
            "den første og den siste av tre",
            f"{ONE}{STEPS}    - {{id: M2, tekst: Høring, frist: 2024}}\n"
            "    - {id: M1, tekst: Rapport, frist: 2025}\n",
            broken=True,
        ),
    ),
    "TIL408": (
        Edge("T001 og T1000", ONE + TWO.replace("T002", "T1000")),
        Edge("T001 og T00001", ONE + TWO.replace("T002", "T00001"), broken=True),
        Edge("M1 i ett tiltak og M01 i et annet", ONE + STEPS + TWO + STEPS.replace("M1", "M01")),
        Edge(
            "M1 og M01 i samme tiltak",
            f"{ONE}{STEPS}    - {{id: M01, tekst: Rapport, frist: 2025}}\n",
            broken=True,
        ),
        Edge("M1 og M10", f"{ONE}{STEPS}    - {{id: M10, tekst: Rapport, frist: 2025}}\n"),
    ),
    "TIL409": (
        Edge("to like lange, og én til", ONE + TWO + THREE.replace("T003", "T0003")),
        Edge("T1000 etter T999", ONE + TWO + THREE + FOUR.replace("T004", "T1000")),
        Edge("én null for mye", ONE + TWO + THREE + FOUR.replace("T004", "T0004"), broken=True),
        Edge(
            "én null for lite",
            (ONE + TWO + THREE).replace("T00", "T000") + FOUR,
            broken=True,
        ),
        Edge(
            "det vises til det med den vanlige skrivemåten",
            f"{ONE}  avhenger_av: T004\n{TWO}{THREE}{FOUR.replace('T004', 'T0004')}",
            broken=True,
        ),
    ),
    "TIL410": (
        Edge("tiltaket selv", f"{ONE}  risiko: T001 er lite kjent.\n"),
        Edge("en id med flere sifre enn de har her", "risiko: Se T0099.\n"),
        Edge("del av en adresse", "risiko: Se https://example.org/T099.\n"),
        Edge("del av et annet nummer", "risiko: Se T099-2, T099/21 og T-099.\n"),
        Edge("et rom", "forum: Møtes i rom T104.\n"),
        Edge("et rundskriv", "risiko: Følger rundskriv T104.\n"),
        Edge("et tiltak i en annen plan", "risiko: Bygger på T099 i handlingsplanen for klima.\n"),
        Edge("et tiltak hos andre", "risiko: Bygger på T099 i Digital21 og KSs T098.\n"),
        Edge("et tiltak fra en annen periode", "risiko: Viderefører T099 (2016–2020).\n"),
        Edge("et tiltak som er borte", "risiko: T099 er innlemmet her.\n"),
        Edge(
            "det står i «opphav»",
            "opphav: {periode: 2016-2020, status: vedtatt, id: T099}\nrisiko: Bygger på T099.\n",
        ),
        Edge("i parentes", "risiko: Få deltar (se T099).\n", broken=True),
        Edge(
            "i en milepæl",
            "milepæler:\n  - {id: M1, tekst: Avklart med T099, frist: 2024}\n",
            broken=True,
        ),
        Edge("i et internt felt", "merknad: Jf. T099.\n", broken=True),
    ),
    "TIL407": (
        Edge("én bokstav skiller", f"{ONE}- id: T002\n  tittel: Felles maler\n"),
        Edge(
            "bare stor og liten bokstav skiller",
            f"{ONE}- id: T002\n  tittel: FELLES mal\n",
            broken=True,
        ),
        Edge("bare mellomrom skiller", f"{ONE}- id: T002\n  tittel: Felles  mal\n", broken=True),
    ),
    "TIL411": (
        Edge(
            "flere målområder enn retningsvalgene hører til",
            "målområder: [1, 2, 3]\nretningsvalg: [1a]\n",
        ),
        Edge(
            "bare det siste retningsvalget er utenfor",
            "målområder: [1, 2]\nretningsvalg: [1a, 2a, 3a]\n",
            broken=True,
        ),
    ),
    "TIL412": (
        Edge("en tom liste", "retningsvalg: []\n", broken=True),
        Edge("ett retningsvalg", "retningsvalg: [1b]\n"),
    ),
    "TIL413": (
        Edge("ett retningsvalg", f"retningsvalg: [1b]\n{ORIGIN}2016-2020}}\n"),
        Edge("en tom liste", f"retningsvalg: []\n{ORIGIN}2016-2020}}\n", broken=True),
    ),
    "TIL414": (
        Edge("det gamle navnets siste dag", f"{OLD_NAME}ansvarlig: KMD\n"),
        Edge("det nye navnet dagen før det gjelder", f"{OLD_NAME}ansvarlig: KDD\n", broken=True),
        Edge("det nye navnets første dag", f"{NEW_NAME}ansvarlig: KDD\n"),
        Edge("det gamle navnet dagen etter", f"{NEW_NAME}ansvarlig: KMD\n", broken=True),
        Edge("et departement som opprettes senere", "deltakere: [DFD]\n", broken=True),
    ),
    "TIL415": (
        Edge("både utførende og deltaker", "utførende: [FIN]\ndeltakere: [FIN]\n"),
        Edge("ansvarlig når «alle» er deltakere", "ansvarlig: KDD\ndeltakere: alle\n"),
        Edge(
            "den andre av to ansvarlige", "ansvarlig: [KDD, FIN]\ndeltakere: [FIN]\n", broken=True
        ),
    ),
    "TIL416": (
        Edge("«alle» alene i en liste", "deltakere: [alle]\n"),
        Edge("«alle» sist, etter én annen", "deltakere: [FIN, alle]\n", broken=True),
    ),
    "TIL418": (
        Edge("sammen med en annen", "ansvarlig: KDD\nutførende: [KDD, DFØ]\n"),
        Edge("den andre av to ansvarlige", "ansvarlig: [KDD, FIN]\nutførende: FIN\n", broken=True),
        Edge("begge de ansvarlige", "ansvarlig: [KDD, FIN]\nutførende: [FIN, KDD]\n", broken=True),
    ),
    "TIL417": (
        Edge("perioden skrevet med tankestrek", ORIGIN + "2016–2020}\n"),
        Edge("perioden begynner ett år senere", ORIGIN + "2017-2020}\n", broken=True),
        Edge("strategiens egen periode", ORIGIN + "2021-2025}\n", broken=True),
    ),
}
