"""«Ingen» and exit code 0 only where that is so, and no option that would do nothing."""

import json
from itertools import combinations
from pathlib import Path

import pytest
from command import tiltak
from repository import commit, git
from support import FILE, register_text, spread

BASELINE = "tiltak-baseline.json"
REASON = "fordi ny frist vedtas i mai"
LATE = "status: igangsatt\nfrist: 2023-06\nfremdrift: A\n"
ONE = register_text("id: T001\n" + LATE)
GOOD = register_text("id: T001\n")
ACCEPTED = ONE.replace("2023-06", f"2023-06 # tiltak: godta TIL309 {REASON}")
BROKEN = register_text("tittel: A: B\n")


def put(folder: Path, text: str) -> None:
    (folder / FILE).write_text(text, "utf-8")


def said(folder: Path, *options: str) -> str:
    done = tiltak("validate", *options, cwd=folder)
    assert (done.code, done.err) == (0, "")
    return done.out


# --- what was found and is not told


def test_with_a_baseline_nothing_is_new(tmp_path: Path) -> None:
    put(tmp_path, ONE)
    tiltak("validate", "--write-baseline", cwd=tmp_path)
    assert said(tmp_path) == f"{FILE}: 1 tiltak, ingen nye funn (1 kjent).\n"
    assert said(tmp_path, "--statistics").endswith("ingen nye funn (1 kjent).\n")
    assert said(tmp_path, "--format", "markdown").startswith(
        f"## {FILE}: ingen nye funn (1 kjent)\n"
    )
    assert 'name="ingen nye funn"' in said(tmp_path, "--format", "junit")
    for form in ("github", "azure"):
        assert said(tmp_path, "--format", form).endswith("ingen nye funn (1 kjent).\n")


def test_what_is_accepted_is_counted(tmp_path: Path) -> None:
    put(tmp_path, ACCEPTED)
    assert said(tmp_path) == f"{FILE}: 1 tiltak, ingen andre funn (1 godtatt).\n"
    late = "".join(f"  {line}\n" for line in LATE.splitlines())
    two = register_text(f"- id: T001\n{late}- id: T002\n  tittel: Ny\n{late}")
    put(tmp_path, two.replace("2023-06", f"2023-06 # tiltak: godta TIL309 {REASON}", 1))
    tiltak("validate", "--write-baseline", cwd=tmp_path)
    assert said(tmp_path).endswith("ingen nye funn (1 kjent, 1 godtatt).\n")


@pytest.mark.parametrize("options", [("--select", "TIL6"), ("--ignore", "TIL3")])
def test_other_rules_may_have_more_to_say(tmp_path: Path, options: tuple[str, str]) -> None:
    put(tmp_path, ONE)
    assert said(tmp_path, *options) == (
        f"{FILE}: 1 tiltak, ingen andre funn (1 av regler som ikke er valgt).\n"
    )
    # Of what is known, only what the rules that are chosen have to say is counted.
    tiltak("validate", "--write-baseline", cwd=tmp_path)
    assert said(tmp_path, *options) == f"{FILE}: 1 tiltak, ingen funn.\n"


def test_since_a_revision_the_rest_is_counted(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    commit(tmp_path, {FILE: ONE})
    assert said(tmp_path, "--since", "HEAD") == (
        f"{FILE}: 1 tiltak, ingen andre funn (1 i det som ikke er endret).\n"
    )


@pytest.mark.parametrize("options", [("--select", "TIL6"), ("--ignore", "TIL0")])
@pytest.mark.parametrize(
    ("data", "code"),
    [(BROKEN.encode(), 1), (b"", 2), (ONE.replace("2021", "2031").encode(), 1), (b"\x00\x01", 2)],
)
def test_that_a_file_cannot_be_read_is_told_whatever_is_chosen(
    tmp_path: Path, data: bytes, code: int, options: tuple[str, str]
) -> None:
    (tmp_path / FILE).write_bytes(data)
    done = tiltak("validate", *options, cwd=tmp_path)
    assert done.code == code
    assert " TIL0" in done.out
    assert "ingen funn" not in done.out


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--select", "TIL309", "--ignore", "TIL3"), "Ingen regler er valgt."),
        (("--ignore", "TIL"), "Ingen regler er valgt."),
        (("--select", "TIL5"), "Oppgi den med --against, eller bruk --stale-days."),
        (("--select", "TIL501,TIL502"), "Oppgi den med --against, eller bruk --stale-days."),
    ],
)
def test_a_choice_that_nothing_could_break_is_refused(
    tmp_path: Path, options: tuple[str, ...], sentence: str
) -> None:
    put(tmp_path, ONE)
    done = tiltak("validate", *options, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert sentence in done.err
    (tmp_path / "tiltak.toml").write_text('ignore = ["TIL"]', "utf-8")
    assert tiltak("validate", cwd=tmp_path).code == 2


# --- a preview


@pytest.mark.parametrize(
    ("lines", "code", "out", "err"),
    [
        ("", 0, "ingenting å rette automatisk", ""),
        ("status: pågår\nfremdrift: A\n", 1, "status: igangsatt", ""),
        (LATE, 1, "ingenting å rette automatisk", "1 feil i 1 av 1 tiltak. Dette står igjen."),
        ("status: pågår\nfremdrift: A\nprioritet: 7\n", 1, "status: igangsatt",
         "1 feil i 1 av 1 tiltak. Dette står igjen."),
        ("forum: [A\n", 1, "ingenting å rette automatisk", "Dette står igjen."),
        ("tittel: A: B\n", 1, '+- tittel: "A: B"', ""),
    ],
)  # fmt: skip
@pytest.mark.parametrize("options", [("--diff",), ("--fix", "--diff")])
def test_a_preview_tells_what_would_be_left(
    tmp_path: Path, options: tuple[str, ...], lines: str, code: int, out: str, err: str
) -> None:
    put(tmp_path, register_text(lines))
    done = tiltak("validate", *options, cwd=tmp_path)
    assert done.code == code
    assert out in done.out
    assert err in done.err
    assert bool(done.err) == bool(err)
    assert (tmp_path / FILE).read_text("utf-8") == register_text(lines)


def test_a_preview_of_what_is_no_text(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"\x00\x01")
    assert tiltak("validate", "--diff", cwd=tmp_path).code == 2


def test_what_is_mended_is_said_beside_what_a_program_reads(tmp_path: Path) -> None:
    put(tmp_path, register_text("status: pågår\nfremdrift: A\n"))
    done = tiltak("validate", "--fix", "--format", "json", cwd=tmp_path)
    assert json.loads(done.out)["registers"][0]["findings"] == []
    assert done.err == f"tiltak: {FILE}: rettet 1 funn (TIL201).\n"


# --- options beside each other

OPTIONS = {
    "--write-baseline": [],
    "--fix": [],
    "--unsafe-fixes": [],
    "--diff": [],
    "--since": ["HEAD"],
    "--statistics": [],
    "--quiet": [],
    "--max": ["3"],
    "--format": ["json"],
    "--strict": [],
    "--as-of": ["2024-01-01"],
    "--against": ["HEAD"],
    "--stale-days": ["5"],
    "--select": ["TIL3"],
    "--ignore": ["TIL6"],
}
REFUSED = {
    frozenset(pair)
    for first, others in {
        "--write-baseline": ("--fix", "--unsafe-fixes", "--diff", "--since", "--statistics",
                             "--max", "--format"),
        "--diff": ("--statistics", "--max", "--format"),
        "--statistics": ("--quiet", "--max", "--format"),
        "--max": ("--format",),
    }.items()
    for pair in ((first, other) for other in others)
}  # fmt: skip


@pytest.fixture(scope="module")
def depot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("valg")
    git(folder, "init", "--quiet")
    commit(folder, {FILE: ONE})
    return folder


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("godt")
    git(folder, "init", "--quiet")
    commit(folder, {FILE: GOOD})
    return folder


@spread(("one", "other"), list(combinations(OPTIONS, 2)), 40)
def test_two_options_both_do_something_or_are_refused(depot: Path, one: str, other: str) -> None:
    done = tiltak("validate", one, *OPTIONS[one], other, *OPTIONS[other], cwd=depot)
    (depot / BASELINE).unlink(missing_ok=True)
    refused = frozenset((one, other)) in REFUSED
    assert (done.code == 2) == refused, done
    if refused:
        assert done.out == ""
        assert "kan ikke brukes sammen. " in done.err
        assert done.err.count("\n") == 1


def test_standard_input_comes_out_mended_or_with_its_findings() -> None:
    for options in (("--format", "json"), ("--statistics",)):
        done = tiltak("validate", "--fix", "-", *options, stdin=ONE.encode())
        assert (done.code, done.out) == (2, "")
        assert "skrives rettet til standard ut" in done.err


# --- other commands


@pytest.mark.wide
def test_editions_of_what_is_not_there(good: Path) -> None:
    for path in ("FINNES-IKKE", "finnes-ikke.yaml", "mappe/", "HEAD:finnes.yaml", "*.yaml"):
        done = tiltak("editions", path, cwd=good)
        assert (done.code, done.out) == (2, "")
        assert path.removeprefix("HEAD:").rstrip("/") in done.err
    assert tiltak("editions", cwd=good).out.startswith("Registeret har ingen utgaver i git ennå.")
    assert tiltak("editions", f"HEAD:{FILE}", cwd=good).code == 0


def test_editions_that_cannot_be_read_are_not_none(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    commit(tmp_path, {FILE: "strategi\n"})
    git(tmp_path, "tag", "-a", "-m", "A", "utgave-2023-2")
    done = tiltak("editions", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "Registeret i «utgave-2023-2» kan ikke leses" in done.err


@pytest.mark.wide
def test_a_choice_of_changes_may_leave_some_out(good: Path, tmp_path: Path) -> None:
    (tmp_path / "ny.yaml").write_text(GOOD.replace("høringer", "brev"), "utf-8")
    sides = (good / FILE, tmp_path / "ny.yaml")
    chosen = [("--kind", "utgår"), ("--for", "FIN"), ("--kind", "vesentlig", "--for", "KDD")]
    for options in chosen:
        for form in ("text", "markdown"):
            done = tiltak("diff", *sides, *options, "--format", form)
            assert "Ingen endringer passer med utvalget." in done.out
            assert "Ingen endringer i innholdet" not in done.out
    commented = tmp_path / "merket.yaml"
    commented.write_text(f"# ny\n{GOOD}", "utf-8")
    hidden = tiltak("diff", good / FILE, commented, "--kind", "utgår")
    assert "Ingen endringer passer med utvalget." in hidden.out
    nothing = tiltak("diff", good / FILE, good / FILE, "--kind", "utgår")
    assert "Ingen endringer i innholdet." in nothing.out
    report = tiltak("report", sides[1], "--since", sides[0], "--for", "FIN")
    assert "Ingen endringer i innholdet" not in report.out


def test_a_history_of_one_field_says_which(good: Path) -> None:
    done = tiltak("history", "T001", "--field", "tittel", "--since", "2024-12-01", cwd=good)
    assert "Ingen endringer i «tittel» siden 01.12.2024." in done.out
    assert "Endringer i «tittel»" in tiltak("history", "--field", "tittel", cwd=good).out


@spread(
    ("arguments", "sentence"),
    [
        (("diff", "--exit-code", "--fail-on", "vesentlig"), "Bruk bare det ene."),
        (("edition", "2024-1", "--no-commit", "-m", "hei"), "Ta bort -m eller --no-commit."),
        (("edition", "2024-1", "--no-commit", "--tag"), "Ta bort --tag eller --no-commit."),
        (("report", "--format", "json", "--ahead"), "--ahead virker bare for tekst."),
        (("list", "--for", "XYZ"), "Finner ikke departementet «XYZ»."),
        (("list", "--owner", "XYZ"), "Valget «--owner» finnes ikke."),
        (("list", "--status", "ukjent"), "Finner ikke statusen «ukjent»."),
        (("report", "--area", "9"), "Finner ikke målområdet «9»."),
        (("show", "T999"), "Finner ikke tiltaket «T999»."),
        (("history", "T999"), "Finner ikke tiltaket «T999»"),
        (("history", "T001", "T002"), "Finner ikke «T002»"),
        (("history", "--field", "tull"), "Finner ikke feltet «tull»."),
        (("diff", "HEAD", "--kind", "tull"), "Finner ikke endringsslaget «tull»."),
        (("explain", "TIL999"), "Det finnes ingen regel med koden «TIL999»."),
        (("schema", "--strategy", "mangler.yaml"), "Finner ikke «mangler.yaml»."),
        (("validate", "*.yml"), "Finner ikke «*.yml»."),
        (("format", "*.yml"), "Finner ikke «*.yml»."),
    ],
    every=3,
)
def test_what_is_not_there_or_does_not_go_together(
    good: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    done = tiltak(*arguments, cwd=good)
    assert (done.code, done.out) == (2, "")
    assert sentence in done.err


def test_a_register_without_measures_has_none_to_choose_among(tmp_path: Path) -> None:
    put(tmp_path, register_text("id: T001\n").partition("tiltak:")[0] + "tiltak: []\n")
    assert tiltak("list", cwd=tmp_path).out == "Oversikten har ingen tiltak.\n"
    assert "Oversikten har ingen tiltak." in tiltak("report", cwd=tmp_path).out
