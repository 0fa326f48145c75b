"""TIL8xx: what is said about the check itself, in comments and in the baseline."""

from tiltak_cli.findings import Severity
from tiltak_cli.rules.base import Rule

BASELINE_FILE = "tiltak-baseline.json"
REASON = "# tiltak: godta TIL309 fordi ny frist vedtas i mai\n"
KNOWN = '{\n  "version": 1,\n  "findings": {\n    "TIL309 T001": 1\n  }\n}\n'
OVERDUE = "frist: 2023-06\nfremdrift: Arbeidet pågår.\n"

WITHOUT_REASON = Rule(
    "TIL801",
    "godta-uten-grunn",
    "En kommentar som godtar et funn, mangler grunnen eller koden",
    "Den som leser registeret om et år, må se hvorfor funnet ble godtatt.",
    "status: vedtatt\n# tiltak: godta TIL309\nfrist: 2025\n",
    f"status: igangsatt\n{REASON}{OVERDUE}",
)
UNUSED = Rule(
    "TIL802",
    "godta-uten-funn",
    "En kommentar godtar et funn som ikke lenger er der",
    "Når feilen er rettet, skal kommentaren bort, ellers skjuler den neste feil.",
    f"status: vedtatt\n{REASON}frist: 2025\n",
    "status: vedtatt\nfrist: 2025\n",
    severity=Severity.WARNING,
)
STALE_BASELINE = Rule(
    "TIL803",
    "grunnlinje-utdatert",
    f"Et funn i {BASELINE_FILE} er ikke lenger der",
    "Det som er rettet, skal ut av filen, ellers kan feilen komme tilbake uten at noen ser det.",
    "status: vedtatt\n",
    "status: vedtatt\n",
    severity=Severity.WARNING,
    beside=((BASELINE_FILE, KNOWN),),
)

CONTROL_RULES = (WITHOUT_REASON, UNUSED, STALE_BASELINE)
