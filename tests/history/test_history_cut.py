"""A history that is not known as far back as it goes: said wherever it is used."""

import json
import shutil
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from command import ROOT, Done, tiltak
from jsonschema import Draft202012Validator
from repository import commit, git
from support import FILE, register_text

from tiltak_cli.changes.history import Cut
from tiltak_cli.wording import Language, wording

pytestmark = pytest.mark.wide
DAY = ("--as-of", "2024-08-01")
STALE = ("validate", "--stale-days", "100", *DAY)
KNOWN = "Kopien av git-depotet er grunn (shallow), og historien er bare kjent fra 01.06.2024."
REMEDY = "Hent resten med «git fetch --unshallow»."
STALE_NOT = "For 1 tiltak er det derfor ikke vurdert om det er endret siste 100 dager."
UNJUDGED = f"{KNOWN} {STALE_NOT} {REMEDY}"
STARTED = "  status: igangsatt\n  fremdrift: I gang.\n"
MORE = f"- id: T002\n  tittel: Opplæring\n  frist: 2026\n{STARTED}"
NEW = f"- id: T003\n  tittel: Arkiv\n  frist: {{}}\n{STARTED}"


def register(first: str, more: str = MORE) -> str:
    return register_text(f"- id: T001\n  frist: {first}\n{STARTED}{more}")


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register of which one deadline is moved four times, another is old, and one is new."""
    folder = tmp_path_factory.mktemp("depot")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "config", "uploadpack.allowFilter", "true")
    for day, text in (
        ("2024-01-01", register("2024-12")),
        ("2024-02-01", register("2025-03")),
        ("2024-06-01", register("2025-06")),
        ("2024-07-01", register("2025-09", MORE + NEW.format("2025-03"))),
        ("2024-07-10", register("2025-12", MORE + NEW.format("2025-06"))),
        ("2024-07-20", register("2026-03", MORE + NEW.format("2025-09"))),
    ):
        commit(folder, {FILE: text}, day)
    git(folder, "tag", "utgave-2023-2", "HEAD~1")
    return folder


@pytest.fixture(scope="module")
def cloned(origin: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kopi")
    git(folder, "clone", "--quiet", "--depth", "4", origin.as_uri(), "grunn")
    return folder / "grunn"


@pytest.fixture
def shallow(cloned: Path, tmp_path: Path) -> Path:
    """A copy of the last four commits."""
    shutil.copytree(cloned, tmp_path / "grunn")
    return tmp_path / "grunn"


def lines(text: str) -> str:
    return " ".join(text.split())


def test_a_report_says_so_in_every_form(shallow: Path) -> None:
    cut = Cut("shallow", date(2024, 6, 1))
    for name in ("r.html", "r.md", "r.json", "r.txt", "r.xlsx"):
        command = "export" if name.endswith("xlsx") else "report"
        for language in Language:
            done = tiltak(command, "-o", name, "--language", str(language), cwd=shallow)
            assert (done.code, done.err.count("\n")) == (0, 1)
            assert KNOWN in done.err
            assert REMEDY in done.err
            said = wording(language).phrases(cut.of_moves())
            assert lines(said) in lines(content(shallow / name)), (name, language)
    found = json.loads((shallow / "r.json").read_text("utf-8"))
    assert found["historie"]["kjent_fra"] == "2024-06-01"
    schema = json.loads((ROOT / "schema" / "rapport.schema.json").read_text("utf-8"))
    assert Draft202012Validator(schema).is_valid(found)
    # On the terminal once is enough.
    done = tiltak("report", cwd=shallow)
    assert (done.err, KNOWN in lines(done.out)) == ("", True)


def content(path: Path) -> str:
    """What a reader sees in a file, without what makes it Markdown or a page."""
    if path.suffix != ".xlsx":
        text = path.read_text("utf-8")
        return text.replace("\\", "").replace("&#8220;", "“")
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return " ".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row if cell)


def test_what_was_there_before_is_not_judged(shallow: Path, origin: Path) -> None:
    """T002 has stood unchanged for nobody knows how long; of T003 all is known."""
    late = ("--as-of", "2027-12-31")
    whole = json.loads(tiltak("report", *late, "--format", "json", cwd=origin).out)
    part = json.loads(tiltak("report", *late, "--format", "json", cwd=shallow).out)
    all_known, some_known = (
        {a["tiltak"]: [g["kode"] for g in a["grunner"]] for a in r["oppmerksomhet"]}
        for r in (whole, part)
    )
    assert "stale" in all_known["T002"]
    assert "stale" not in some_known["T002"]
    assert {"stale", "slipped"} <= set(all_known["T003"])
    assert some_known["T003"] == all_known["T003"]
    assert "historie" not in whole


@pytest.mark.parametrize("side", ["HEAD~1", "HEAD~3"])
def test_for_which_time_is_said_only_where_it_is_known(
    shallow: Path, origin: Path, side: str
) -> None:
    out = [tiltak("diff", side, "HEAD", cwd=folder).out for folder in (origin, shallow)]
    whole, part = map(lines, out)
    assert "for 5. gang" in whole
    assert "gang)" not in part.partition("T003 Arkiv")[0]
    assert ("for 2. gang" in part) == (side == "HEAD~1")
    assert f"{KNOWN} For noen frister er det derfor ikke sagt" in part


@pytest.mark.parametrize("name", ["d.html", "d.md", "d.json", "d.txt", "d.xlsx"])
def test_a_comparison_says_so_in_every_form(shallow: Path, name: str) -> None:
    done = tiltak("diff", "HEAD~1", "HEAD", "-o", name, cwd=shallow)
    assert (done.code, done.err.count("\n"), KNOWN in done.err) == (0, 1, True)
    assert f"{KNOWN} For noen frister er det derfor ikke sagt" in lines(content(shallow / name))
    if name.endswith("json"):
        found = json.loads((shallow / name).read_text("utf-8"))
        assert found["history"]["since"] == "2024-06-01"
        schema = json.loads((ROOT / "schema" / "endringer.schema.json").read_text("utf-8"))
        assert Draft202012Validator(schema).is_valid(found)


def test_a_comparison_that_needs_nothing_of_it_says_nothing(shallow: Path) -> None:
    done = tiltak("diff", "HEAD~1", "HEAD", "--kind", "ansvar-flyttet", cwd=shallow)
    assert "shallow" not in done.out + done.err


# --- validate --stale-days


def test_what_is_not_known_to_be_new_is_not_said_to_be(shallow: Path, origin: Path) -> None:
    found = tiltak(*STALE, cwd=origin)
    assert (found.code, "TIL506" in found.out, found.err) == (0, True, "")
    done = tiltak(*STALE, cwd=shallow)
    assert (done.code, done.err) == (2, f"tiltak: {UNJUDGED}\n")
    assert done.out == f"{FILE}: 3 tiltak, ingen funn i det som kunne vurderes.\n"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--stale-days", "100", *DAY, "--format", "json"), 2),
        (("--stale-days", "100", *DAY, "--quiet"), 2),
        (("--stale-days", "100", *DAY, "--fix"), 2),
        (("--stale-days", "100", *DAY, "--write-baseline"), 2),
        # Nobody asks, or what is known is enough.
        (("--stale-days", "100", *DAY, "--ignore", "TIL506"), 0),
        (("--stale-days", "60", *DAY), 0),
        (("--stale-days", "100", "--as-of", "2024-10-01"), 0),
        (("--against", "HEAD~1"), 1),
        (("--since", "HEAD~1"), 0),
    ],
)
def test_what_can_be_judged_is(shallow: Path, arguments: tuple[str, ...], code: int) -> None:
    done = tiltak("validate", *arguments, cwd=shallow)
    assert (done.code, UNJUDGED in done.err) == (code, code == 2), done
    assert not (shallow / "tiltak-baseline.json").exists()


def test_a_revision_that_was_not_copied(shallow: Path) -> None:
    for arguments in (("--since", "HEAD~5"), ("--against", "HEAD~5"), ("--against", "2024-02-15")):
        done = tiltak("validate", *arguments, cwd=shallow)
        assert (done.code, "git fetch --unshallow" in done.err) == (2, True)


def test_what_needs_no_attention_is_not_missed(shallow: Path) -> None:
    """Of what has ended nobody asks how long it has stood."""
    path = shallow / FILE
    ended = "  status: utgår\n  begrunnelse: Stanset.\n"
    text = path.read_text("utf-8").replace(f"frist: 2026\n{STARTED}", f"frist: 2026\n{ended}")
    path.write_text(text, "utf-8")
    assert tiltak(*STALE, cwd=shallow).code == 0


# --- other ways to be cut, and what is not


def test_a_history_that_git_is_told_to_cut(origin: Path, tmp_path: Path) -> None:
    folder = tmp_path / "kopi"
    shutil.copytree(origin, folder)
    git(folder, "replace", "--graft", "HEAD~3")
    known = "Historien i git er kuttet (git replace eller grafts), og bare kjent fra 01.06.2024."
    for command in (("history",), ("report",), ("diff", "HEAD~1", "HEAD"), ("editions",)):
        assert known in lines(tiltak(*command, cwd=folder).out), command
    done = tiltak(*STALE, cwd=folder)
    assert (done.code, known in done.err) == (2, True)
    assert not json.loads(tiltak("history", "--format", "json", cwd=folder).out)["shallow"]


def test_a_register_that_is_younger_than_the_copy_has_all_of_its_history(
    shallow: Path, origin: Path
) -> None:
    for folder in (shallow, origin):
        commit(folder, {"ny.yaml": register("2024-12")}, "2024-07-21")
        for year in (2025, 2026):
            commit(folder, {"ny.yaml": register(str(year))}, "2024-07-22")
    for command in (("report", "ny.yaml"), ("history", "ny.yaml"), (*STALE, "ny.yaml")):
        done, whole = (tiltak(*command, cwd=folder) for folder in (shallow, origin))
        assert (done.code, done.out, done.err) == (whole.code, whole.out, whole.err)
    git(origin, "reset", "-q", "--hard", "HEAD~3")


def test_a_copy_that_begins_where_the_register_was_moved(tmp_path: Path) -> None:
    folder = tmp_path / "depot"
    folder.mkdir()
    git(folder, "init", "--quiet")
    commit(folder, {"før.yaml": register("2024")}, "2024-01-01")
    (folder / "før.yaml").unlink()
    commit(folder, {FILE: register("2025")}, "2024-06-01")
    git(tmp_path, "clone", "--quiet", "--depth=1", folder.as_uri(), "grunn")
    assert "begynner" in lines(tiltak("history", "T001", cwd=tmp_path / "grunn").out)
    done = tiltak(*STALE, cwd=tmp_path / "grunn")
    assert (done.code, "For 2 tiltak" in done.err) == (2, True)
    assert tiltak(*STALE, cwd=folder).code == 0


@pytest.fixture
def partial(origin: Path, tmp_path: Path) -> Path:
    """A copy in which content is fetched when it is asked for, from what is no longer there."""
    gone = tmp_path / "tjener"
    shutil.copytree(origin, gone)
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", gone.as_uri(), "delvis")
    shutil.rmtree(gone)
    return tmp_path / "delvis"


def test_a_partial_copy_without_its_server(partial: Path) -> None:
    reason = "Kopien av git-depotet er delvis (partial clone)"

    def refused(done: Done, code: int) -> bool:
        return done.code == code and reason in done.err

    for command in (("history",), STALE, ("validate", "--against", "HEAD~1"), ("editions",)):
        assert refused(tiltak(*command, cwd=partial), 2), command
    done = tiltak("diff", "HEAD~1", cwd=partial)
    assert refused(done, 2)
    assert "Finner ikke" not in done.err
    report = tiltak("report", cwd=partial)
    assert refused(report, 0)
    assert "Historien i git kan ikke leses. Det er ikke vurdert hvor ofte" in lines(report.out)


def test_without_a_history_there_is_nothing_to_miss(tmp_path: Path) -> None:
    """No repository, nothing stored, a file that is not followed, a branch without it."""
    (tmp_path / FILE).write_text(register("2025"), "utf-8")
    assert "git" not in tiltak("report", cwd=tmp_path, PATH="/nowhere").err
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    for command in (("report",), STALE):
        done = tiltak(*command, cwd=tmp_path)
        assert (done.code, done.err) == (0, "")
    commit(tmp_path, {FILE: register("2025"), "annet.txt": "x"})
    git(tmp_path, "switch", "-q", "--orphan", "tom")
    assert "Ingenting er lagret på denne grenen ennå" in tiltak("history", FILE, cwd=tmp_path).err
    (tmp_path / FILE).write_text(register("2025"), "utf-8")
    commit(tmp_path, {"annet.txt": "x"})
    git(tmp_path, "rm", "-q", "--cached", FILE)
    git(tmp_path, "commit", "-q", "--amend", "-m", "x")
    assert "Ligger det på en annen gren, så skriv GREN:STI." in tiltak("history", cwd=tmp_path).err
    assert tiltak("report", cwd=tmp_path).err == ""
    # Where there is a history that git cannot be asked of, that is said.
    done = tiltak("report", cwd=tmp_path, PATH="/nowhere")
    assert (done.code, "Programmet git finnes ikke på maskinen." in done.err) == (0, True)


def test_a_bare_repository_has_its_history_and_editions(origin: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--bare", str(origin), "naken.git")
    for command in (("history",), ("history", "T001"), ("editions",)):
        assert tiltak(*command, cwd=tmp_path / "naken.git") == tiltak(*command, cwd=origin)
    git(tmp_path, "init", "--quiet", "--bare", "tom.git")
    assert "Fant ikke noe register her" in tiltak("editions", cwd=tmp_path / "tom.git").err


def test_editions_that_may_be_missing(shallow: Path, origin: Path, tmp_path: Path) -> None:
    done = tiltak("editions", cwd=shallow)
    assert "utgaver kan mangle" in lines(done.out)
    assert "Ikke en del av denne grenen" not in done.out
    found = json.loads(tiltak("editions", "--format", "json", cwd=shallow).out)
    assert found["history"]["since"] == "2024-06-01"
    git(tmp_path, "clone", "--quiet", "--depth=1", "--no-tags", origin.as_uri(), "en")
    for name, value in (("user.name", "Kari"), ("user.email", "kari@example.invalid")):
        git(tmp_path / "en", "config", name, value)
    done = tiltak("edition", "2024-9", "--as-of", "2024-08-01", "--dry-run", cwd=tmp_path / "en")
    assert (done.code, "git fetch --unshallow --tags" in done.err) == (2, True)
