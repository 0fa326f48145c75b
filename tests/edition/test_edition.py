"""`tiltak edition`: what it makes, wherever the register is."""

import os
from pathlib import Path

import pytest
from command import NEW, OLD, golden, names, tiltak
from edition_repository import DAY, DOCUMENTS, depot, example_depot, state
from few import FEW_OLD
from openpyxl import load_workbook
from repository import commit, git
from support import FILE, HEAD_LINES, register_text
from terminal import talk

EXAMPLE = {FILE: OLD.read_text("utf-8")}
MEASURE = "- id: T001\n  tittel: Felles mal for utredninger\n"


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    return example_depot(tmp_path / "depot")


def test_two_editions_from_the_examples(tmp_path: Path) -> None:
    """As a user makes them: the head and nothing else changes, and each has its documents."""
    repo = depot(tmp_path / "depot", EXAMPLE)
    done = tiltak("edition", "2023-2", "--as-of", "2023-11-15", "--yes", cwd=repo)
    assert (done.code, done.err) == (0, "")
    golden("edition-first.txt", done.out)
    note = (repo / "utgaver" / "2023-2" / "endringer.md").read_text("utf-8")
    assert note == (
        "# Utgave 2023-2 (per 15.11.2023)\n\nDet finnes ingen tidligere utgave å sammenligne med. "
        "Oversikten har 26 tiltak.\n"
    )
    text = NEW.read_text("utf-8").replace('utgave: "2024-1"', "utgave: '2023-2'  # arbeidsfil")
    commit(repo, {FILE: text}, "2024-06-10")
    done = tiltak("edition", "2024-1", "--as-of", "2024-06-15", "--yes", cwd=repo)
    assert (done.code, done.err) == (0, "")
    golden("edition-second.txt", done.out)
    after = (repo / FILE).read_text("utf-8")
    assert after == text.replace("'2023-2'", "'2024-1'")
    assert names(repo / "utgaver" / "2024-1") == DOCUMENTS
    note = (repo / "utgaver" / "2024-1" / "endringer.md").read_text("utf-8")
    # The note is for everybody: of what `diff` tells it leaves out internal fields.
    told = tiltak("diff", "2023-2", "2024-1", "--format", "markdown", cwd=repo).out
    internal = {line for line in told.splitlines() if line.startswith("- Merknad")}
    assert internal
    assert {line for line in told.splitlines() if line[:1] == "-"} - internal == {
        line for line in note.splitlines() if line[:1] == "-"
    }
    assert "51 endringer i 21 tiltak" in note
    book = load_workbook(repo / "utgaver" / "2024-1" / "tiltaksoversikt.xlsx")
    assert "Endringer" in book.sheetnames
    book.close()
    # One commit by the user with just these files, and an annotated tag on it.
    shown = git(repo, "show", "--format=%an %s", "--name-only", "HEAD").splitlines()
    assert shown == [
        "Kari Nordmann Utgave 2024-1",
        "",
        FILE,
        *(f"utgaver/2024-1/{name}" for name in DOCUMENTS),
    ]
    assert git(repo, "cat-file", "-t", "utgave-2024-1") == "tag\n"
    assert git(repo, "rev-parse", "utgave-2024-1^{}") == git(repo, "rev-parse", "HEAD")
    assert git(repo, "status", "--porcelain") == ""
    assert tiltak("validate", cwd=repo).code == 0
    assert "53 endringer i 21 tiltak" in tiltak("diff", cwd=repo).out


def test_the_same_edition_has_the_same_bytes(repo: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", str(repo), "kopi")
    for key, value in (("user.name", "Ola"), ("user.email", "ola@example.invalid")):
        git(tmp_path / "kopi", "config", key, value)
    found = []
    for folder in (repo, tmp_path / "kopi"):
        assert tiltak("edition", "2024-1", *DAY, "-y", cwd=folder).code == 0
        found.append(git(folder, "rev-parse", "HEAD^{tree}"))
    assert found[0] == found[1]


def test_the_page_is_for_everybody_and_the_workbook_for_the_ministries(repo: Path) -> None:
    """They are as `report` and `export` make them of the same register."""
    text = register_text(f"{MEASURE}  merknad: Helt internt\n")
    commit(repo, {FILE: text})
    assert tiltak("edition", "2024-1", *DAY, "-y", cwd=repo).code == 0
    page = (repo / "utgaver" / "2024-1" / "tiltaksoversikt.html").read_bytes()
    assert "internt" not in page.decode()
    assert tiltak("report", "-o", "side.html", "--rev", "2024-1", cwd=repo).code == 0
    # The edition's own commit changed nothing that the page tells.
    assert (repo / "side.html").read_bytes() == page
    assert b"Felles mal for utredninger" in page


def test_a_dry_run_shows_all_and_does_nothing(tmp_path: Path) -> None:
    repo = depot(tmp_path / "depot", EXAMPLE)
    before = state(repo)
    done = tiltak("edition", "2024-1", *DAY, "--dry-run", cwd=repo)
    assert (done.code, done.err) == (0, "")
    golden("edition-dry-run.txt", done.out)
    assert state(repo) == before


@pytest.mark.usefixtures("same_workbook")
def test_where_nobody_can_be_asked_yes_is_needed(repo: Path) -> None:
    before = state(repo)
    done = tiltak("edition", "2024-1", *DAY, cwd=repo, stdin=b"j\n")
    assert (done.code, "Her er ingen å spørre. Bruk --yes" in done.err) == (2, True)
    assert "Dette blir gjort:" in done.out
    assert state(repo) == before


@pytest.mark.usefixtures("same_workbook")
@pytest.mark.parametrize(
    ("answer", "code", "made"),
    [("j", 0, True), ("JA", 0, True), ("n", 1, False), ("", 1, False), ("kanskje", 1, False)],
)
def test_whoever_is_there_is_asked(repo: Path, answer: str, code: int, made: bool) -> None:
    done = tiltak("edition", "2024-1", *DAY, cwd=repo, stdin=f"{answer}\n".encode(), someone=True)
    assert done.code == code
    assert "Gjøre dette? (j/n) " in done.out
    assert ("Ingenting er gjort." in done.out) is not made
    assert (git(repo, "tag") == "utgave-2024-1\n") is made


@pytest.mark.posix
def test_a_terminal_is_where_someone_can_be_asked(repo: Path) -> None:
    done = talk("edition", "2024-1", *DAY, cwd=repo, answers=("j",))
    assert (done.code, "Gjøre dette? (j/n) " in done.out) == (0, True)
    assert git(repo, "tag") == "utgave-2024-1\n"


@pytest.mark.usefixtures("same_workbook")
def test_files_without_a_commit_and_a_commit_without_a_tag(repo: Path) -> None:
    head = git(repo, "rev-parse", "HEAD")
    done = tiltak("edition", "2024-1", *DAY, "--no-commit", "-y", cwd=repo)
    assert (done.code, done.err) == (0, "")
    assert "lagrer" not in done.out
    assert git(repo, "rev-parse", "HEAD") == head
    assert git(repo, "status", "--porcelain") == f" M {FILE}\n?? utgaver/\n"
    git(repo, "checkout", "-q", ".")
    git(repo, "clean", "-fdq")
    assert tiltak("edition", "2024-1", *DAY, "--no-tag", "-ym", "Vår", cwd=repo).code == 0
    assert git(repo, "log", "-1", "--format=%s") == "Vår\n"
    assert git(repo, "tag") == ""


def test_outside_git_the_files_can_be_made(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(FEW_OLD, "utf-8")
    ceiling = str(tmp_path.parent)
    done = tiltak("edition", "2024-1", "-y", cwd=tmp_path, GIT_CEILING_DIRECTORIES=ceiling)
    assert (done.code, names(tmp_path)) == (2, [FILE])
    assert "Mappen er ikke et git-depot" in done.err
    assert "Bruk --no-commit for bare å lage filene." in done.err
    for path in (ceiling, os.devnull):
        done = tiltak(
            *("edition", f"{len(path)}-1", *DAY, "-y", "--no-commit"),
            cwd=tmp_path,
            GIT_CEILING_DIRECTORIES=ceiling,
            PATH=path,
        )
        assert (done.code, done.err) == (0, "")
        assert names(tmp_path / "utgaver" / f"{len(path)}-1") == DOCUMENTS


def test_the_date_that_is_not_given_is_the_registers_own(repo: Path) -> None:
    commit(repo, {FILE: register_text(f"{MEASURE}  løpende: true\n")})
    assert tiltak("edition", "2024-1", "--no-commit", "-y", cwd=repo).code == 0
    assert "per_dato: 2023-10-15\n" in (repo / FILE).read_text("utf-8")


@pytest.mark.parametrize(
    ("files", "path", "changed", "target"),
    [
        (
            {"påfølgende år/" + FILE: register_text(MEASURE)},
            "påfølgende år/" + FILE,
            "påfølgende år/" + FILE,
            "påfølgende år/utgaver",
        ),
        (
            {
                "plan/hode.yaml": HEAD_LINES,
                "plan/a/x.yaml": register_text(MEASURE).removeprefix(HEAD_LINES),
            },
            "plan",
            "plan/hode.yaml",
            "utgaver",
        ),
        (
            {"hode.yaml": HEAD_LINES, "a/x.yaml": register_text(MEASURE).removeprefix(HEAD_LINES)},
            ".",
            "hode.yaml",
            "utgaver",
        ),
        (
            {FILE: "\ufeff" + register_text(MEASURE).replace("\n", "\r\n")},
            f"./{FILE}",
            FILE,
            "utgaver",
        ),
    ],
    ids=["subfolder", "folder", "top folder", "windows"],
)
def test_wherever_the_register_is(
    tmp_path: Path, files: dict[str, str], path: str, changed: str, target: str
) -> None:
    folder = depot(tmp_path / "dépôt", {**files, "annet.txt": "x"})
    before = (folder / changed).read_bytes()
    done = tiltak("edition", "2024-1", path, *DAY, "-y", cwd=folder)
    assert (done.code, done.err) == (0, "")
    expected = before.replace(b"2023-2", b"2024-1").replace(b"2023-10-15", b"2023-12-15")
    assert (folder / changed).read_bytes() == expected
    stored = git(folder, "-c", "core.quotePath=false", "show", "--format=", "--name-only", "HEAD")
    assert stored.splitlines() == sorted(
        [changed, *(f"{target}/2024-1/{name}" for name in DOCUMENTS)]
    )
    assert names(folder / target / "2024-1") == DOCUMENTS
    assert "1 tiltak" in tiltak("list", path, "--rev", "2024-1", cwd=folder).out
    inside = tiltak("editions", ".", cwd=(folder / path)) if path in ("plan", ".") else None
    assert inside is None or "2024-1" in inside.out


@pytest.mark.usefixtures("same_workbook")
def test_two_registers_in_one_repository(tmp_path: Path) -> None:
    folder = depot(
        tmp_path / "d", {"a/o.yaml": register_text(MEASURE), "b/o.yaml": register_text(MEASURE)}
    )
    assert tiltak("edition", "2024-1", "a/o.yaml", *DAY, "-y", cwd=folder).code == 0
    done = tiltak("edition", "2024-1", "b/o.yaml", *DAY, "-y", cwd=folder)
    assert (done.code, "Merket «utgave-2024-1» finnes i git fra før." in done.err) == (2, True)
    assert tiltak("edition", "b-2024-1", "b/o.yaml", *DAY, "-y", cwd=folder).code == 0
    assert [
        [
            line.split()[0]
            for line in tiltak("editions", f"{name}/o.yaml", cwd=folder).out.splitlines()[2:]
        ]
        for name in ("a", "b")
    ] == [["2024-1"], ["b-2024-1"]]


@pytest.mark.usefixtures("same_workbook")
def test_an_ignored_document_is_stored_all_the_same(repo: Path) -> None:
    commit(repo, {".gitignore": "*.xlsx\nutgaver/\n"})
    assert tiltak("edition", "2024-1", *DAY, "-y", cwd=repo).code == 0
    assert len(git(repo, "ls-files", "utgaver").splitlines()) == len(DOCUMENTS)


@pytest.mark.usefixtures("same_workbook")
def test_git_may_change_line_ends_on_the_way(repo: Path) -> None:
    commit(repo, {".gitattributes": "*.yaml text eol=crlf\n"})
    git(repo, "rm", "-q", "--cached", FILE)
    git(repo, "reset", "-q", "--hard")
    assert b"\r\n" in (repo / FILE).read_bytes()
    assert tiltak("edition", "2024-1", *DAY, "-y", cwd=repo).code == 0
    assert git(repo, "status", "--porcelain") == ""


@pytest.mark.usefixtures("same_workbook")
def test_warnings_are_shown_and_do_not_stop_it(repo: Path) -> None:
    contact = "  kontakt: kari.nordmann@kdd.dep.no\n"
    commit(repo, {FILE: register_text(MEASURE + contact)})
    done = tiltak("edition", "2024-1", *DAY, "-y", cwd=repo)
    assert (done.code, done.err) == (0, "")
    golden("edition-warning.txt", done.out)
