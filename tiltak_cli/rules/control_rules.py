"""TIL8xx: what is said about the check itself, in comments and in the baseline."""

from tiltak_cli.findings import Severity
from tiltak_cli.rules.base import Rule

BASELINE_FILE = "tiltak-baseline.json"
SETTINGS_FILE = "tiltak.toml"
REASON = "# tiltak: godta TIL309 fordi ny frist vedtas i mai\n"
KNOWN = '{\n  "version": 1,\n  "findings": {\n    "TIL309 T001": 1\n  }\n}\n'
OVERDUE = "frist: 2023-06\nfremdrift: Arbeidet pågår.\n"

WITHOUT_REASON = Rule(
    code="TIL801",
    name="godta-uten-grunn",
    title="En kommentar som godtar et funn, mangler grunnen eller koden",
    why="Den som leser registeret om et år, må se hvorfor funnet ble godtatt.",
    bad="status: vedtatt\n# tiltak: godta TIL309\nfrist: 2025\n",
    good=f"status: igangsatt\n{REASON}{OVERDUE}",
)
UNUSED = Rule(
    code="TIL802",
    name="godta-uten-funn",
    title="En kommentar godtar et funn som ikke lenger er der",
    why="Når feilen er rettet, skal kommentaren bort, ellers skjuler den neste feil.",
    bad=f"status: vedtatt\n{REASON}frist: 2025\n",
    good="status: vedtatt\nfrist: 2025\n",
    severity=Severity.WARNING,
)
STALE_BASELINE = Rule(
    code="TIL803",
    name="grunnlinje-utdatert",
    title=f"Et funn i {BASELINE_FILE} er ikke lenger der",
    why=(
        "Det som er rettet, skal ut av filen, ellers kan feilen komme tilbake uten at noen ser det."
    ),
    bad="status: vedtatt\n",
    good="status: vedtatt\n",
    severity=Severity.WARNING,
    beside=((BASELINE_FILE, KNOWN),),
)
SETTING = Rule(
    code="TIL804",
    name="innstilling",
    title=f"En innstilling i {SETTINGS_FILE} kan ikke brukes",
    why="Et register kontrolleres ikke på en annen måte enn de som eier det, har bestemt.",
    bad="status: vedtatt\n",
    good="status: vedtatt\n",
    beside=((SETTINGS_FILE, 'strict = "ja"\n'),),
)

CONTROL_RULES = (WITHOUT_REASON, UNUSED, STALE_BASELINE, SETTING)
