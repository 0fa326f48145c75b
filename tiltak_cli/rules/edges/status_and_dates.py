"""The edges of the rules about status and dates; what they are held against is of 15.10.2023."""

from tiltak_cli.rules.base import HEAD_LINES, Edge

DONE = "status: gjennomført\nresultat: Malen er i bruk.\n"
ON_TIME = DONE + "gjennomført: 2023-06-30\n"
STARTED = "status: igangsatt\nfremdrift: Arbeidet følger planen.\n"
DROPPED = "status: utgår\nbegrunnelse: Strategisk forum stanset tiltaket.\n"
# The start or the end of a measure stands before it.
STEP = "milepæler:\n  - {id: M1, tekst: Utkast, frist: "
ABSORBED = "- id: T001\n  begrunnelse: Samlet.\n  innlemmet_i: T002\n  status: "
OTHER = "- id: T002\n  tittel: Felles arbeidsplass\n"


def _happened(day: str) -> str:
    steps = "".join(
        f"  - {{id: M{n}, tekst: Utkast, frist: 2023, nådd: {day}}}\n" for n in range(5)
    )
    return f"milepæler:\n{steps}"


def _as_of(day: str, edition: str = "2023-2") -> str:
    head = HEAD_LINES.replace("2023-10-15", day).replace("2023-2", edition)
    return f"{head}tiltak: []\n"


def _waits(due: str, other: str, more: str = "") -> str:
    return f"- id: T001\n  frist: {due}\n  avhenger_av: T002\n{OTHER}  frist: {other}\n{more}"


EDGES: dict[str, tuple[Edge, ...]] = {
    "TIL301": (
        Edge("«løpende: false» med frist", "løpende: false\nfrist: 2025\n"),
        Edge("«løpende: false» uten frist", "løpende: false\n", broken=True),
    ),
    "TIL302": (Edge("«løpende: false» med frist", "løpende: false\nfrist: 2025\n"),),
    "TIL303": (Edge("igangsatt uten dato", STARTED),),
    "TIL304": (Edge("igangsatt uten resultat", STARTED),),
    "TIL305": (
        Edge("utgår uten dato", DROPPED),
        Edge("utgår med dato", DROPPED + "gjennomført: 2023-06-30\n", broken=True),
    ),
    "TIL306": (
        Edge("foreslått uten begrunnelse", "status: foreslått\n"),
        Edge("utsatt uten begrunnelse", "status: utsatt\n", broken=True),
        Edge(
            "innlemmet uten begrunnelse",
            f"- id: T001\n  status: innlemmet\n  innlemmet_i: T002\n{OTHER}",
            broken=True,
        ),
    ),
    "TIL307": (
        Edge("vedtatt uten fremdrift", "status: vedtatt\n"),
        Edge("utsatt uten fremdrift", "status: utsatt\nbegrunnelse: Venter på ny lov.\n"),
    ),
    "TIL308": (
        Edge("grønn uten avvik", "vurdering: grønn\n"),
        Edge("rød uten avvik", "vurdering: rød\n", broken=True),
        Edge("gul, og ikke noe avvik", "vurdering: gul\navvik: Ingen avvik.\n", broken=True),
        Edge("grønn, og ikke noe avvik", "vurdering: grønn\navvik: Ingen\n"),
    ),
    "TIL309": (
        Edge("passert frist, og ikke noe avvik", "frist: 2023-06\navvik: Ingen\n", broken=True),
        Edge("fristen er samme dag som per_dato", "frist: 2023-10-15\n"),
        Edge("fristen er dagen før per_dato", "frist: 2023-10-14\n", broken=True),
        Edge("fristen er måneden som per_dato er i", "frist: 2023-10\n"),
        Edge("fristen er måneden før per_dato", "frist: 2023-09\n", broken=True),
        Edge("fristen er kvartalet som per_dato er i", "frist: 2023-Q4\n"),
        Edge("fristen er kvartalet før per_dato", "frist: 2023-Q3\n", broken=True),
        Edge("fristen er halvåret som per_dato er i", "frist: 2023-H2\n"),
        Edge("fristen er halvåret før per_dato", "frist: 2023-H1\n", broken=True),
        Edge("fristen er året som per_dato er i", "frist: 2023\n"),
        Edge("fristen er året før per_dato", "frist: 2022\n", broken=True),
        Edge("passert frist, men utsatt", "frist: 2023-06\nstatus: utsatt\nbegrunnelse: Ny lov.\n"),
        Edge("passert frist, men gjennomført", "frist: 2023-06\n" + ON_TIME),
        Edge(
            "passert frist og vurdert som grønn", "frist: 2023-06\nvurdering: grønn\n", broken=True
        ),
    ),
    "TIL310": (Edge("utgår uten «innlemmet_i»", DROPPED),),
    "TIL311": (
        Edge("innlemmet med «innlemmet_i»", f"{ABSORBED}innlemmet\n{OTHER}"),
        Edge("utgår med «innlemmet_i»", f"{ABSORBED}utgår\n{OTHER}", broken=True),
    ),
    "TIL312": (
        Edge(
            "nådd dagen tiltaket ble gjennomført", f"{ON_TIME}{STEP}2023-06, nådd: 2023-06-30}}\n"
        ),
        Edge(
            "den siste av to er ikke nådd",
            f"{ON_TIME}{STEP}2023-01, nådd: 2023-01-20}}\n"
            "  - {id: M2, tekst: Rapport, frist: 2023-06}\n",
            broken=True,
        ),
        Edge("frist etter per_dato og ikke nådd", f"{ON_TIME}{STEP}2024}}\n", broken=True),
        Edge("igangsatt med en milepæl som ikke er nådd", f"{STARTED}{STEP}2024}}\n"),
    ),
    "TIL321": (
        Edge("fristen er samme dag som starten", "start: 2024-06-30\nfrist: 2024-06-30\n"),
        Edge("fristen er dagen før starten", "start: 2024-07-01\nfrist: 2024-06-30\n", broken=True),
        Edge("start og frist i samme kvartal", "start: 2024-Q2\nfrist: 2024-Q2\n"),
        Edge("starten er siste dag i fristens kvartal", "start: 2024-06-30\nfrist: 2024-Q2\n"),
        Edge(
            "starten er dagen etter kvartalet", "start: 2024-07-01\nfrist: 2024-Q2\n", broken=True
        ),
        Edge("fristen er første dag i startens år", "start: 2024\nfrist: 2024-01-01\n"),
        Edge("fristen er siste dag i året før", "start: 2024\nfrist: 2023-12-31\n", broken=True),
    ),
    "TIL322": (
        Edge("gjennomført samme dag som starten", f"start: 2023-06-30\n{ON_TIME}"),
        Edge("gjennomført dagen før starten", f"start: 2023-07-01\n{ON_TIME}", broken=True),
        Edge(
            "gjennomført første dag i startens måned",
            f"start: 2023-08\n{DONE}gjennomført: 2023-08-01\n",
        ),
        Edge(
            "gjennomført siste dag i måneden før",
            f"start: 2023-08\n{DONE}gjennomført: 2023-07-31\n",
            broken=True,
        ),
        Edge("gjennomført i kvartalet det startet i", f"start: 2023-Q2\n{ON_TIME}"),
    ),
    "TIL323": (
        Edge("oppdatert samme dag som per_dato", "oppdatert: 2023-10-15\n"),
        Edge("oppdatert dagen etter per_dato", "oppdatert: 2023-10-16\n", broken=True),
        Edge("gjennomført samme dag som per_dato", f"{DONE}gjennomført: 2023-10-15\n"),
        Edge("gjennomført dagen etter per_dato", f"{DONE}gjennomført: 2023-10-16\n", broken=True),
        Edge("milepæl nådd samme dag som per_dato", f"{STEP}2023-12, nådd: 2023-10-15}}\n"),
        Edge(
            "milepæl nådd dagen etter per_dato", f"{STEP}2023-12, nådd: 2023-10-16}}\n", broken=True
        ),
    ),
    "TIL324": (
        Edge("starter samme dag som per_dato", f"{STARTED}start: 2023-10-15\n"),
        Edge("starter dagen etter per_dato", f"{STARTED}start: 2023-10-16\n", broken=True),
        Edge("starter i måneden som per_dato er i", f"{STARTED}start: 2023-10\n"),
        Edge("starter i måneden etter per_dato", f"{STARTED}start: 2023-11\n", broken=True),
        Edge("vedtatt og starter dagen etter per_dato", "status: vedtatt\nstart: 2023-10-16\n"),
    ),
    "TIL325": (
        Edge("milepælen er samme dag som fristen", f"frist: 2024-06-30\n{STEP}2024-06-30}}\n"),
        Edge(
            "milepælen er dagen etter fristen",
            f"frist: 2024-06-30\n{STEP}2024-07-01}}\n",
            broken=True,
        ),
        Edge("milepælen er siste dag i fristens kvartal", f"frist: 2024-Q2\n{STEP}2024-06-30}}\n"),
        Edge(
            "milepælen er dagen etter fristens kvartal",
            f"frist: 2024-Q2\n{STEP}2024-07-01}}\n",
            broken=True,
        ),
        Edge(
            "bare den siste av to milepæler er etter fristen",
            f"frist: 2024\n{STEP}2024-06}}\n  - {{id: M2, tekst: Ferdig, frist: 2025}}\n",
            broken=True,
        ),
        Edge("milepælen er året som fristen er i", f"frist: 2024-06-30\n{STEP}2024}}\n"),
        Edge("milepælen er året etter fristen", f"frist: 2024-12-31\n{STEP}2025}}\n", broken=True),
        Edge("milepælen er samme dag som starten", f"start: 2024-05-15\n{STEP}2024-05-15}}\n"),
        Edge(
            "milepælen er dagen før starten",
            f"start: 2024-05-15\n{STEP}2024-05-14}}\n",
            broken=True,
        ),
        Edge("milepælen er kvartalet som starten er i", f"start: 2024-05-15\n{STEP}2024-Q2}}\n"),
        Edge(
            "milepælen er kvartalet før starten",
            f"start: 2024-05-15\n{STEP}2024-Q1}}\n",
            broken=True,
        ),
    ),
    "TIL326": (
        Edge("per_dato er i året før utgaven", _as_of("2022-01-01")),
        Edge("per_dato er i året etter utgaven", _as_of("2024-12-31")),
        Edge("per_dato er to år før utgaven", _as_of("2021-12-31"), broken=True),
        Edge("per_dato er to år etter utgaven", _as_of("2025-01-01"), broken=True),
        Edge("utgaven har ikke noe år", _as_of("2027-12-31", "3")),
        Edge("langt etter strategien", _as_of("2028-01-01", "3"), broken=True),
        Edge("langt før strategien", _as_of("2019-12-31", "3"), broken=True),
        Edge("fem ting har skjedd senere", _happened("2023-10-16"), broken=True),
        Edge("fem ting har skjedd samme dag", _happened("2023-10-15")),
    ),
    "TIL327": (
        Edge("fristen er i samme år", _waits("2024-06", "2024")),
        Edge("fristen er måneden før", _waits("2024-05", "2024-06"), broken=True),
        Edge(
            "det andre tiltaket er gjennomført",
            _waits("2023-11", "2024-06", "  status: utgår\n  begrunnelse: Stanset.\n"),
        ),
    ),
    "TIL328": (
        Edge("året alene", f"{HEAD_LINES.replace('2023-2', '2023')}tiltak: []\n"),
        Edge("år og måned", f"{HEAD_LINES.replace('2023-2', '2023-06')}tiltak: []\n"),
        Edge("et navn uten år", f"{HEAD_LINES.replace('2023-2', 'Høst')}tiltak: []\n"),
        Edge("år og årstid", f"{HEAD_LINES.replace('2023-2', '2023 høst')}tiltak: []\n"),
        Edge("en periode", f"{HEAD_LINES.replace('2023-2', '2023-2024')}tiltak: []\n"),
        Edge("ett tall", f"{HEAD_LINES.replace('2023-2', '12023')}tiltak: []\n"),
        Edge("år og ett tall til", f"{HEAD_LINES.replace('2023-2', '2023-2-1')}tiltak: []\n"),
        Edge("skråstrek", f"{HEAD_LINES.replace('2023-2', '2023/2')}tiltak: []\n", broken=True),
        Edge("punktum", f"{HEAD_LINES.replace('2023-2', '2023.2')}tiltak: []\n", broken=True),
        Edge("tankestrek", f"{HEAD_LINES.replace('2023-2', '2023–2')}tiltak: []\n", broken=True),
        Edge("året sist", f"{HEAD_LINES.replace('2023-2', '2-2023')}tiltak: []\n", broken=True),
        Edge(
            "med ordet", f"{HEAD_LINES.replace('2023-2', 'Utgave 2 2023')}tiltak: []\n", broken=True
        ),
        Edge(
            "ordet etter tallet",
            f"{HEAD_LINES.replace('2023-2', '2. utgave 2023')}tiltak: []\n",
            broken=True,
        ),
    ),
}
