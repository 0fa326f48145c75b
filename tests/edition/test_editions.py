"""`tiltak editions`: which tags are editions, in what order, and what each changed."""

import json
from pathlib import Path

import pytest
from command import golden, tiltak
from few import FEW_CHANGES, FEW_NEW, FEW_OLD
from repository import commit, copied, git, tagged_editions, two_editions
from support import FILE, register_text

from tiltak_cli.overview.counts import USUAL

MEASURE = "- id: T001\n  tittel: Felles mal for utredninger\n"


@pytest.fixture
def repo(tmp_path: Path) -> Path:
    """Two editions of a few measures."""
    return copied(_few, tmp_path / "depot")


def _few(folder: Path) -> None:
    tagged_editions(folder, FEW_OLD, FEW_NEW)


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    """The two editions of the whole example."""
    two_editions(tmp_path / "depot")
    return tmp_path / "depot"


def listed(folder: Path, *arguments: str) -> list[str]:
    done = tiltak("editions", *arguments, "--format", "json", cwd=folder)
    assert done.code == 0
    return [each["edition"] for each in json.loads(done.out)["editions"]]


def test_the_list(examples: Path) -> None:
    done = tiltak("editions", cwd=examples)
    assert (done.code, done.err) == (0, "")
    golden("editions.txt", done.out)


def test_the_list_for_programs(examples: Path) -> None:
    data = json.loads(tiltak("editions", "--format", "json", cwd=examples).out)
    assert data == {
        "version": 1,
        "editions": [
            {
                "edition": "2024-1",
                "as_of": "2024-06-15",
                "tag": "utgave-2024-1",
                "tagged": "2024-06-15",
                "commit": git(examples, "rev-parse", "HEAD").strip(),
                "measures": 28,
                "situations": dict(zip(USUAL, (2, 13, 2, 2, 6, 3), strict=True)),
                "deadlines": {"kept": ["T009", "T017"], "moved": [], "missed": ["T011", "T016"]},
                "changes": {"vesentlig": 23, "normal": 30, "redaksjonell": 0},
            },
            {
                "edition": "2023-2",
                "as_of": "2023-11-15",
                "tag": "utgave-2023-2",
                "tagged": "2023-11-15",
                "commit": git(examples, "rev-parse", "HEAD~1").strip(),
                "measures": 26,
                "situations": dict(zip(USUAL, (5, 13, 3, 2, 3, 0), strict=True)),
                "deadlines": None,
                "changes": None,
            },
        ],
    }


def test_what_is_an_edition_and_what_is_not(repo: Path) -> None:
    git(repo, "tag", "v1")
    git(repo, "tag", "utgave-2031-1")
    git(repo, "tag", "utgave-fil", f"HEAD:{FILE}")
    git(repo, "tag", "utgave-tre", "HEAD^{tree}")
    assert listed(repo) == ["2024-1", "2023-2"]
    # A light tag is one, and so is a tag of a tag.
    git(repo, "tag", "-d", "utgave-2023-2", "utgave-2024-1")
    git(repo, "tag", "utgave-2023-2", "HEAD~1")
    git(repo, "tag", "-a", "-m", "x", "nummer", "HEAD")
    git(repo, "tag", "-a", "-m", "x", "utgave-2024-1", "nummer")
    assert listed(repo) == ["2024-1", "2023-2"]


def edition(folder: Path, name: str, day: str, *, committed: str = "2024-07-01") -> None:
    """Commit the example as an edition of a day, and tag it."""
    text = FEW_NEW.replace('"2024-1"', f'"{name}"', 1)
    commit(folder, {FILE: text.replace("2024-06-15", day, 1)}, committed)
    git(folder, "tag", f"utgave-{name}")


@pytest.mark.parametrize(
    ("name", "day", "expected"),
    [
        ("2024-2", "2024-12-15", ["2024-2", "2024-1", "2023-2"]),
        # Made afterwards, of an earlier day.
        ("2024-0", "2024-01-15", ["2024-1", "2024-0", "2023-2"]),
        # Of the same day; what led to the other comes after it.
        ("2024-b", "2024-06-15", ["2024-b", "2024-1", "2023-2"]),
        # Whose day is none: as late as those that led to it.
        ("2024-x", "snart", ["2024-x", "2024-1", "2023-2"]),
    ],
)
def test_the_order_is_that_of_the_registers_dates(
    repo: Path, name: str, day: str, expected: list[str]
) -> None:
    """In whatever branch they are, and whenever they were committed."""
    edition(repo, name, day, committed="2020-01-01")
    assert listed(repo) == expected
    git(repo, "checkout", "-q", "--detach", "HEAD~1")
    assert listed(repo) == expected


@pytest.mark.wide
def test_an_edition_of_another_branch_is_said_to_be_so(repo: Path) -> None:
    git(repo, "switch", "--quiet", "-c", "gren")
    edition(repo, "2024-2", "2024-12-15")
    assert "denne grenen" not in tiltak("editions", cwd=repo).out
    git(repo, "switch", "--quiet", "main")
    edition(repo, "2025-1", "2025-06-15")
    done = tiltak("editions", cwd=repo)
    assert done.out.splitlines()[-2:] == [
        "Ikke en del av denne grenen: 2024-2.",
        "2025-1 er sammenlignet med 2024-1.",
    ]
    data = json.loads(tiltak("editions", "--format", "json", cwd=repo).out)["editions"]
    assert [(each["edition"], "elsewhere" in each, each.get("since")) for each in data] == [
        ("2025-1", False, "2024-1"),
        ("2024-2", True, None),
        ("2024-1", False, None),
        ("2023-2", False, None),
    ]


@pytest.mark.wide
def test_an_edition_of_another_branch_came_after_those_of_that_branch(repo: Path) -> None:
    git(repo, "switch", "--quiet", "-c", "gren")
    edition(repo, "2024-2", "2024-12-15")
    edition(repo, "2025-2", "2025-12-15")
    git(repo, "switch", "--quiet", "main")
    edition(repo, "2025-1", "2025-06-15")
    data = json.loads(tiltak("editions", "--format", "json", cwd=repo).out)["editions"]
    assert [(each["edition"], each.get("since")) for each in data][:3] == [
        ("2025-2", "2024-2"),
        ("2025-1", "2024-1"),
        ("2024-2", None),
    ]


@pytest.mark.wide
@pytest.mark.parametrize(
    ("branch", "headline"),
    [
        ("main", "Endringer fra 2024-1 (per 15.06.2024) til 2025-1"),
        # The register is just the last edition, so it is compared with the one before.
        ("gren", "Endringer fra 2024-1 (per 15.06.2024) til 2024-2"),
    ],
)
def test_without_sides_the_last_edition_is_one_of_this_branch(
    repo: Path, branch: str, headline: str
) -> None:
    git(repo, "switch", "--quiet", "-c", "gren")
    edition(repo, "2024-2", "2024-12-15")
    git(repo, "switch", "--quiet", "main")
    edition(repo, "2025-1", "2025-06-15")
    git(repo, "switch", "--quiet", branch)
    assert tiltak("diff", cwd=repo).out.startswith(headline)
    assert tiltak("diff", "2024-2", "2025-1", cwd=repo).out.startswith(
        "Endringer fra 2024-2 (per 15.12.2024) til 2025-1 (per 15.06.2025)"
    )


@pytest.mark.wide
def test_without_sides_the_last_edition_is_the_latest_by_its_date(repo: Path) -> None:
    edition(repo, "2024-0", "2024-01-15")
    commit(repo, {FILE: FEW_NEW.replace("prioritet: høy", "prioritet: lav", 1)})
    assert tiltak("diff", cwd=repo).out.startswith("Endringer fra 2024-1 (per 15.06.2024)")
    # The same where the register is a folder, or the head says its day in another way.
    text = FEW_NEW.replace("per_dato: 2024-06-15", "'per_dato': '2024-06-15'")
    (repo / FILE).unlink()
    commit(repo, {"plan/a.yaml": text})
    git(repo, "tag", "--force", "utgave-2024-1")
    (repo / "plan" / "a.yaml").write_text(text.replace("prioritet: høy", "prioritet: lav"), "utf-8")
    assert tiltak("diff", "plan", cwd=repo).out.startswith("Endringer fra 2024-1 (per 15.06.2024)")


@pytest.mark.wide
def test_an_unreadable_edition_that_would_be_the_last_is_not_passed_over(repo: Path) -> None:
    edition(repo, "2024-2", "2024-12-15")
    broken = "per_dato: 2025-01-15\nstrategi\n"
    commit(repo, {FILE: broken})
    git(repo, "tag", "utgave-2025-1")
    commit(repo, {FILE: FEW_NEW})
    done = tiltak("diff", cwd=repo)
    assert (done.code, "Registeret i «utgave-2025-1» kan ikke leses." in done.err) == (2, True)
    assert listed(repo) == ["2024-2", "2024-1", "2023-2"]


def test_a_register_that_was_moved_keeps_its_editions(repo: Path) -> None:
    (repo / "plan").mkdir()
    git(repo, "mv", FILE, "plan/oversikt.yaml")
    git(repo, "commit", "-qm", "Flyttet")
    assert listed(repo, "plan/oversikt.yaml") == ["2024-1", "2023-2"]
    assert listed(repo, f"HEAD~1:{FILE}") == ["2024-1", "2023-2"]
    assert FEW_CHANGES in tiltak("diff", "2023-2", "plan/oversikt.yaml", cwd=repo).out


def test_an_edition_with_faults_is_compared_as_far_as_it_is_clear(repo: Path) -> None:
    text = FEW_NEW.replace("2024-1", "2024-2", 1)
    commit(repo, {FILE: text.replace("prioritet: høy", "prioritet: Høyest", 1)})
    git(repo, "tag", "utgave-2024-2")
    data = json.loads(tiltak("editions", "--format", "json", cwd=repo).out)["editions"]
    first = data[0]
    assert (first["edition"], first["measures"]) == ("2024-2", 5)
    assert sum(first["changes"].values()) == 0
    assert first["left_out"] == ["T001"]
    said = "2024-2: Ett tiltak er ikke med, fordi feil gjør det uklart: T001."
    assert said in " ".join(tiltak("editions", cwd=repo).out.split())
    commit(repo, {FILE: "strategi\n"})
    git(repo, "tag", "utgave-2024-3")
    done = tiltak("editions", cwd=repo)
    assert "Registeret i «utgave-2024-3» kan ikke leses, så den er ikke med." in done.err
    assert [line.split()[0] for line in done.out.splitlines()[2:5]] == [
        "2024-2",
        "2024-1",
        "2023-2",
    ]


def test_none(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(register_text(MEASURE), "utf-8")
    done = tiltak("editions", cwd=tmp_path, GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert (done.code, "Mappen er ikke et git-depot" in done.err) == (2, True)
    git(tmp_path, "init", "--quiet")
    for _ in range(2):
        done = tiltak("editions", cwd=tmp_path)
        assert (done.code, done.err, done.out.count("\n")) == (0, "", 1)
        assert done.out.startswith("Registeret har ingen utgaver i git ennå.")
        assert listed(tmp_path) == []
        commit(tmp_path, {})
    assert "Standard inn har ingen historie" in tiltak("editions", "-", cwd=tmp_path).err
    assert "Formen «xml» finnes ikke." in tiltak("editions", "--format", "xml", cwd=tmp_path).err


def test_norwegian_names_of_the_commands() -> None:
    assert "Mente du «tiltak edition»?" in tiltak("utgave").err
    assert "Mente du «tiltak editions»?" in tiltak("utgaver").err


def test_a_shallow_copy_without_editions_says_that_it_is_shallow(
    repo: Path, tmp_path: Path
) -> None:
    commit(repo, {FILE: FEW_NEW + "# Mer kommer.\n"})
    git(tmp_path, "clone", "--quiet", "--depth=1", "--no-tags", repo.as_uri(), "grunn")
    for command in ("editions", "diff"):
        done = tiltak(command, cwd=tmp_path / "grunn")
        assert done.code == 0
        said = done.out + done.err
        assert "bare den nyeste delen av historien" in said
        assert "har ingen utgave i git ennå" not in said
