"""What the keepers of a register decide: settings, accepted findings, and a baseline."""

import json
from pathlib import Path

import pytest
from command import MISTAKES, Done, tiltak
from support import FILE, register_text

LATE = "status: igangsatt\nfrist: 2023-06\nfremdrift: A\n"
OVER = "frist: 2023-06\nfremdrift: A\n"
REACHED = "    tekst: B\n    nådd: 2024-01-01\n"
REASON = "fordi ny frist vedtas i mai"
BASELINE = "tiltak-baseline.json"


def validate(folder: Path, text: str, *options: str) -> Done:
    (folder / FILE).write_text(text, "utf-8")
    return tiltak("validate", "--format", "concise", *options, cwd=folder)


def codes(done: Done) -> list[str]:
    return [line.split(" ")[2] for line in done.out.splitlines() if ": " in line and "TIL" in line]


# --- comments


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (LATE, ["TIL309"]),
        (LATE.replace("2023-06", f"2023-06  # tiltak: godta TIL309 {REASON}"), []),
        (f"status: igangsatt\n# tiltak: godta TIL309 {REASON}\nfrist: 2023-06\nfremdrift: A\n", []),
        (f"status: igangsatt\n# tiltak: godta avvik-mangler-frist {REASON}\n# og\n{OVER}", []),
        # Over another field, or with another code, it covers nothing, and says so.
        (f"# tiltak: godta TIL309 {REASON}\n{LATE}", ["TIL802", "TIL309"]),
        (LATE.replace("2023-06", f"2023-06 # tiltak: godta TIL321 {REASON}"), ["TIL309", "TIL802"]),
        (LATE.replace("2023-06", "2023-06 # tiltak: godta TIL309"), ["TIL309", "TIL801"]),
        (LATE.replace("2023-06", "2023-06 # tiltak: godta TIL309 fordi"), ["TIL309", "TIL801"]),
        (LATE.replace("2023-06", f"2023-06 # tiltak: godta alt {REASON}"), ["TIL309", "TIL801"]),
        (f"prioritet: viktig # tiltak: godta TIL206 {REASON}\n", ["TIL206", "TIL801"]),
        # Two codes, and findings deep in a list.
        (f"# tiltak: godta TIL309, TIL308 {REASON}\nstatus: igangsatt\n", ["TIL802", "TIL802",
                                                                            "TIL307"]),
        (f"milepæler:\n  # tiltak: godta TIL323 {REASON}\n  - id: M2\n{REACHED}", []),
    ],
)  # fmt: skip
def test_a_comment_accepts_a_finding(tmp_path: Path, lines: str, expected: list[str]) -> None:
    assert codes(validate(tmp_path, register_text("id: T001\n" + lines))) == expected


def test_a_comment_over_a_measure_covers_all_of_it(tmp_path: Path) -> None:
    text = register_text("id: T001\n" + LATE)
    above = text.replace("- id: T001", f"# tiltak: godta TIL309 {REASON}\n- id: T001")
    assert codes(validate(tmp_path, above)) == []
    two = above + text.split("tiltak:\n")[1].replace("T001", "T002").replace("Felles", "Ny")
    assert codes(validate(tmp_path, two)) == ["TIL309"]


def test_a_comment_over_the_whole_list_covers_nothing(tmp_path: Path) -> None:
    text = register_text("id: T001\n" + LATE)
    above = text.replace("tiltak:\n", f"# tiltak: godta TIL309 {REASON}\ntiltak:\n")
    assert codes(validate(tmp_path, above)) == ["TIL802", "TIL309"]
    head, _, measures = above.partition("\ntiltak:\n")
    further_in = "".join(f"  {line}\n" for line in measures.splitlines())
    assert codes(validate(tmp_path, f"{head}\ntiltak:\n{further_in}")) == ["TIL802", "TIL309"]


def test_what_is_accepted_does_not_stop_the_workbook(tmp_path: Path) -> None:
    text = register_text("id: T001\n" + LATE)
    (tmp_path / FILE).write_text(text, "utf-8")
    assert tiltak("report", "--strict", cwd=tmp_path).code == 1
    accepted = text.replace("2023-06", f"2023-06  # tiltak: godta TIL309 {REASON}")
    (tmp_path / FILE).write_text(accepted, "utf-8")
    done = tiltak("report", "--strict", cwd=tmp_path)
    assert (done.code, "feil" in done.err) == (0, False)


def test_a_comment_is_not_called_unused_on_another_day(tmp_path: Path) -> None:
    text = register_text(
        "id: T001\n" + LATE.replace("2023-06", f"2023-06 # tiltak: godta TIL309 {REASON}")
    )
    assert validate(tmp_path, text, "--as-of", "2023-01-01").code == 0


# --- the baseline


def test_a_register_that_starts_with_faults(tmp_path: Path) -> None:
    text = MISTAKES.read_text("utf-8").replace(
        "    prioritet: middels\n    prioritet: høy", "    prioritet: høy"
    )
    assert len(codes(validate(tmp_path, text))) == 20
    wrote = tiltak("validate", "--write-baseline", cwd=tmp_path)
    assert (wrote.code, wrote.err) == (0, "")
    assert wrote.out == (
        f"{BASELINE}: 20 funn er lagret som kjente. Bare nye funn vises fra nå av.\n"
    )
    assert validate(tmp_path, text).out == f"{FILE}: 21 tiltak, ingen nye funn (20 kjente).\n"
    # One more of the same kind in the same measure is new, and so is another measure's.
    worse = text.replace("T001", "T030").replace("status: vedtatt", "status: vedtat", 1)
    assert codes(validate(tmp_path, worse)) == ["TIL803", "TIL201", "TIL201"]


@pytest.mark.wide
def test_what_cannot_be_known_is_said_to_be_shown_still(tmp_path: Path) -> None:
    validate(tmp_path, MISTAKES.read_text("utf-8"))
    wrote = tiltak("validate", "--write-baseline", cwd=tmp_path)
    assert wrote.out == (
        f"{BASELINE}: 20 funn er lagret som kjente. Bare nye funn vises fra nå av, og 1 som ikke "
        "kan lagres og må rettes (TIL013).\n"
    )
    assert codes(validate(tmp_path, MISTAKES.read_text("utf-8"))) == ["TIL013"]


def test_a_baseline_is_not_written_beside_mending(tmp_path: Path) -> None:
    text = register_text("status: pågår\nfremdrift: A\n")
    done = validate(tmp_path, text, "--write-baseline", "--fix")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "tiltak: --write-baseline og --fix kan ikke brukes sammen. Rett først, og lagre så det som "
        "står igjen.\n"
    )
    assert (tmp_path / FILE).read_text("utf-8") == text
    assert not (tmp_path / BASELINE).exists()


def test_what_is_mended_must_out_of_the_baseline(tmp_path: Path) -> None:
    text = register_text("id: T001\n" + LATE)
    validate(tmp_path, text, "--write-baseline")
    assert json.loads((tmp_path / BASELINE).read_text("utf-8")) == {
        "version": 1,
        "findings": {"TIL309 T001": 1},
    }
    mended = validate(tmp_path, text.replace("2023-06", "2024-06"))
    assert mended.code == 1
    assert mended.out.splitlines()[0] == (
        f"{BASELINE}:4:5: advarsel TIL803 T001: Filen har 1 kjent funn av TIL309 som ikke er der "
        "lenger. Lag den på nytt med «tiltak validate --write-baseline»."
    )


def test_a_baseline_does_not_hide_what_makes_a_workbook_wrong(tmp_path: Path) -> None:
    text = register_text("status: ferdi\n")
    validate(tmp_path, text, "--write-baseline")
    assert validate(tmp_path, text).code == 0
    exported = tiltak("export", cwd=tmp_path)
    assert exported.out == "Skrev tiltaksoversikt.xlsx: 0 av 1 tiltak.\n"
    assert "Ett tiltak er ikke med, fordi feil gjør det uklart: T001." in exported.err


@pytest.mark.parametrize(
    "content",
    ["", "{", "[]", '{"version": 2}', '{"version": 1, "findings": {"TIL309 T001": "én"}}',
     '{"version": 1, "findings": {"T001": 1}}', "[" * 10_000, "\udcff"],
)  # fmt: skip
def test_a_baseline_that_cannot_be_read(tmp_path: Path, content: str) -> None:
    (tmp_path / BASELINE).write_bytes(content.encode("utf-8", "surrogateescape"))
    done = validate(tmp_path, register_text(""))
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"tiltak: «{BASELINE}» ")
    assert done.err.count("\n") == 1


def test_a_baseline_under_another_name(tmp_path: Path) -> None:
    text = register_text("id: T001\n" + LATE)
    missing = validate(tmp_path, text, "--baseline", "kjente.json")
    assert missing.code == 2
    assert "Finner ikke filen med kjente funn, «kjente.json»" in missing.err
    assert validate(tmp_path, text, "--baseline", "kjente.json", "--write-baseline").code == 0
    assert validate(tmp_path, text, "--baseline", "kjente.json").code == 0


def test_a_file_that_cannot_be_read_has_no_baseline(tmp_path: Path) -> None:
    done = validate(tmp_path, register_text("tittel: A: B\n"), "--write-baseline")
    assert done.code == 2
    assert "Rett feil i oppsettet først" in done.err
    assert not (tmp_path / BASELINE).exists()
