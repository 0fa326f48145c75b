"""`validate --write-baseline`: from here on, only what is new is told."""

import os

from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import CLEAN
from tiltak_cli.domain.norwegian import counted, listed
from tiltak_cli.edits.writing import WriteError, write_whole
from tiltak_cli.rules.control_rules import BASELINE_FILE
from tiltak_cli.sources.files import Refusal, Source
from tiltak_cli.sources.register.baseline import (
    ANOTHER,
    baseline_text,
    is_baseline,
    known_later,
)
from tiltak_cli.sources.register.judge import baseline_data
from tiltak_cli.sources.register.load import Loaded
from tiltak_cli.sources.register.settings import Settings
from tiltak_cli.views.safe import one_line


def write_baseline(source: Source, settings: Settings, loaded: Loaded) -> int | Refusal:
    """Write what is found now beside the register. A register that cannot be read has none."""
    if loaded.register is None:
        first = loaded.findings[0]
        return Refusal(
            f"{first.place.file}:{first.place.line}: {first.message} Rett feil i oppsettet først; "
            "de kan ikke lagres som kjente funn."
        )
    if not source.on_disk:
        return Refusal("En git-revisjon kan ikke endres. Oppgi registeret som en fil eller mappe.")
    path = source.beside(settings.baseline or BASELINE_FILE)
    before = baseline_data(source, settings)
    if isinstance(before, Refusal):
        return before
    # Nothing else is written over, nor a file made wherever a link may lead.
    if os.path.lexists(path) and (before is None or not is_baseline(before)):
        return Refusal(
            f"«{path}» er ikke en fil med kjente funn, og blir ikke skrevet over. {ANOTHER}"
        )
    try:
        write_whole(path, baseline_text(loaded.findings).encode())
    except WriteError as error:
        return Refusal(str(error))
    kept = [finding for finding in loaded.findings if known_later(finding)]
    others = [finding.code for finding in loaded.findings if not known_later(finding)]
    codes = listed(sorted({*others}))
    rest = f", og {len(others)} som ikke kan lagres og må rettes ({codes})" if others else ""
    console.write(
        f"{one_line(path)}: {counted(len(kept), 'funn', 'funn')} er lagret som kjente. Bare nye "
        f"funn vises fra nå av{rest}.\n"
    )
    return CLEAN
