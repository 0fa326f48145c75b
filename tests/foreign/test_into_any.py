"""Any sheet and register with what both were made from: who has changed a field has the say."""

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from command import tiltak
from hypothesis import given, settings
from hypothesis import strategies as st
from sheets import delimited
from support import FILE, tries

from tiltak_cli.sources.yaml.reader import read_yaml

NAMES = ("Ny portal", "Nytt bygg i byen")
# What a cell may say for each field, and the same as a register holds it.
VALUES: dict[str, tuple[tuple[str, Any], ...]] = {
    "frist": (("2025", 2025), ("1. halvår 2026", "2026-H1"), ("30.6.2027", "2027-06-30")),
    "prioritet": (("Høy", "høy"), ("lav", "lav"), ("Middels", "middels")),
    "ansvarlig": (("KD", "KD"), ("KD og FIN", ["KD", "FIN"]), ("Finansdepartementet", "FIN")),
    "merknad": (("Kost 5", "Kost 5"), ("Kost 9", "Kost 9"), ("Ukjent", "Ukjent")),
    "milepæler": (
        ("Høring (Q1 2025)", [{"id": "M1", "tekst": "Høring", "frist": "2025-Q1"}]),
        ("Høring (Q2 2025)", [{"id": "M1", "tekst": "Høring", "frist": "2025-Q2"}]),
        ("Høring (Q3 2025)", [{"id": "M1", "tekst": "Høring", "frist": "2025-Q3"}]),
    ),
}
REST = "Slik. | 1 | 1a | vedtatt"
HEADINGS = " | ".join(("Tiltak", "Beskrivelse", "Område", "Retningsvalg", "Status", *VALUES))
# Which of the three values a field has: at first, in the register, in the sheet.
STATES = st.fixed_dictionaries(
    {field: st.tuples(*[st.integers(0, 2)] * 3) for field in VALUES},
)
DAY = ("--as-of", "2024-06-15")


def sheet(states: list[Any], side: int) -> bytes:
    rows = [HEADINGS]
    for name, state in zip(NAMES, states, strict=True):
        cells = [words[state[field][side]][0] for field, words in VALUES.items()]
        rows.append(" | ".join((name, REST, *cells)))
    return delimited("\n".join(rows))


def measures(folder: Path) -> Any:
    return read_yaml(FILE, (folder / FILE).read_text("utf-8")).data["tiltak"]


@pytest.mark.wide
@given(st.lists(STATES, min_size=2, max_size=2), st.sampled_from(("ours", "theirs")))
@settings(max_examples=tries(60), deadline=None)
def test_who_has_changed_a_field_has_the_say(states: list[Any], policy: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "her"
        folder.mkdir()
        for side, file in enumerate(("gammel.csv", "register.csv", "ny.csv")):
            (folder / file).write_bytes(sheet(states, side))
        # The register is as if it had been made from the first sheet and then been changed.
        made = tiltak("import", "register.csv", "--new", "--write", *DAY, cwd=folder)
        assert (made.code, made.err) == (0, "")
        command = ("import", "ny.csv", "--new", "--into", FILE, "--base", "gammel.csv")
        told = json.loads(tiltak(*command, "--format", "json", cwd=folder).out)["into"]
        clashes = {f"{c['measure']}.{c['field']}" for c in told["changes"] if c["conflict"]}
        done = tiltak(*command, "--write", "--on-conflict", policy, cwd=folder)
        assert (done.code, done.err) == (0, "")
        written = measures(folder)
    for number, (measure, state) in enumerate(zip(written, states, strict=True), 1):
        for field, (base, ours, theirs) in state.items():
            ours_wins = theirs in (base, ours) or (ours != base and policy == "ours")
            wanted = VALUES[field][ours if ours_wins else theirs][1]
            clash = ours != theirs and base not in (ours, theirs)
            named = f"T{number:03}.{field}"
            assert any(each.startswith(named) for each in clashes) == clash, named
            if field == "merknad" and clash and policy == "theirs":
                # Nothing of a note is lost.
                wanted = f"{VALUES[field][ours][1]}\n{wanted}"
            assert measure[field] == wanted, (named, base, ours, theirs)
