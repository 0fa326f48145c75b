"""The hooks, run by pre-commit itself in real repositories. Needs `pre-commit`, and PyPI."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from command import ROOT, SCRIPT, Done
from repository import git

from tiltak_cli.rules.base import HEAD_LINES
from tiltak_cli.rules.examples import register_text

pytestmark = pytest.mark.precommit

DEPOT = ROOT / "examples" / "registerdepot"
CONFIG = ".pre-commit-config.yaml"
REGISTER = "tiltaksoversikt.yaml"
VALID = register_text("- id: T001\n")
BROKEN = VALID.replace("status: vedtatt", "status: vedtat")
FAULT = f"{REGISTER}:12:11 feil TIL201 ukjent-status"
# The same register, with blanks and quotes that should not be there.
UGLY = VALID.replace("prioritet: middels", 'prioritet:   "middels"')
NO_NETWORK = {"PIP_NO_INDEX": "1", "HTTPS_PROXY": "http://127.0.0.1:9"}


REVISION = "v0.2.0"


@pytest.fixture(scope="module")
def tool(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a repository of hooks of this project, with what is not committed yet."""
    folder = tmp_path_factory.mktemp("hooks") / "tiltak"
    listed = git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    git(folder, "init", "--quiet")
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "-qm", "Prøve")
    git(folder, "tag", REVISION)
    return folder


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps what it installs, once for all the tests."""
    return tmp_path_factory.mktemp("pre-commit")


class Depot(NamedTuple):
    """A repository with a register, as an analyst has it."""

    folder: Path
    tool: Path
    cache: Path

    def write(self, files: dict[str, str]) -> None:
        for name, text in files.items():
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / name).write_text(text, encoding="utf-8", newline="")

    def install(self, *hooks: str, path: str = "") -> None:
        """Turn on some of this project's hooks, for a register at a path."""
        ids: list[dict[str, Any]] = [{"id": hook} for hook in hooks]
        if path:
            ids[0]["args"] = [path]
        repository = {"repo": str(self.tool), "rev": REVISION, "hooks": ids}
        self.write({CONFIG: yaml.safe_dump({"repos": [repository]}, allow_unicode=True)})
        self.turn_on()

    def turn_on(self) -> None:
        """Let git run what is configured."""
        assert self.run(sys.executable, "-m", "pre_commit", "install").code == 0

    def run(self, *command: str, **environment: str) -> Done:
        """Run a command with the installed tiltak on PATH, and everything it says in `out`."""
        clean = {
            k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "TILTAK_", "GITHUB_"))
        }
        done = subprocess.run(
            command,
            cwd=self.folder,
            env={
                **clean,
                "PRE_COMMIT_HOME": str(self.cache),
                "PATH": os.pathsep.join([str(SCRIPT.parent), clean["PATH"]]),
                "PYTHONIOENCODING": "utf-8",
                **{f"GIT_{role}_NAME": "Test" for role in ("AUTHOR", "COMMITTER")},
                **{f"GIT_{role}_EMAIL": "test@example.invalid" for role in ("AUTHOR", "COMMITTER")},
                **environment,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
            timeout=300,
        )
        return Done(done.returncode, done.stdout, "")

    def commit(self, files: dict[str, str] | None = None, **environment: str) -> Done:
        """Write files and commit everything, as git does it with its hooks."""
        self.write(files or {})
        git(self.folder, "add", "--all")
        return self.run("git", "commit", "-m", "Endring", **environment)

    def commits(self) -> int:
        return len(git(self.folder, "log", "--oneline", "--all").splitlines())


@pytest.fixture
def depot(tmp_path: Path, tool: Path, cache: Path) -> Depot:
    folder = tmp_path / "påfølgende år"
    folder.mkdir()
    git(folder, "init", "--quiet")
    return Depot(folder, tool, cache)


def test_the_configurations_are_valid_to_pre_commit_itself() -> None:
    for check, path in (
        ("validate-manifest", ROOT / ".pre-commit-hooks.yaml"),
        ("validate-config", DEPOT / CONFIG),
    ):
        command = [sys.executable, "-m", "pre_commit", check, str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
        assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_what_init_makes_is_checked_by_the_installed_program(depot: Depot) -> None:
    assert depot.run("tiltak", "init", "--ci", "github").code == 0
    depot.turn_on()
    done = depot.commit(None, **NO_NETWORK)
    assert done.code == 0, done.out
    assert done.out.count("Passed") == 2
    assert depot.commits() == 1
    text = (depot.folder / REGISTER).read_text("utf-8")
    stopped = depot.commit({REGISTER: text.replace("status: foreslått", "status: foreslåt")})
    assert stopped.code == 1
    assert "Mente du «foreslått»?" in stopped.out
    ugly = depot.commit({REGISTER: text.replace("prioritet: middels", 'prioritet:   "lav"')})
    assert ugly.code == 1
    assert depot.commit().code == 0
    # The check on the server is not a register's file.
    assert "kontroll.yml" not in ugly.out


@pytest.mark.parametrize("name", [REGISTER, "tiltaksoversikt/målområde 1.yaml"])
def test_a_fault_stops_the_commit_until_it_is_mended(depot: Depot, name: str) -> None:
    depot.install("tiltak-validate")
    first = depot.commit({name: VALID})
    assert first.code == 0, first.out
    stopped = depot.commit({name: BROKEN})
    assert stopped.code == 1
    assert FAULT.replace(REGISTER, name) in stopped.out
    assert "Mente du «vedtatt»?" in stopped.out
    assert depot.commits() == 1
    assert depot.commit({name: VALID.replace("middels", "lav")}).code == 0
    assert depot.commits() == 2


def many(last: str) -> dict[str, str]:
    """A folder of 200 files with a measure each; `last` is the id of the last one."""
    body = VALID.removeprefix(HEAD_LINES)
    identities = [*(f"T{n:03}" for n in range(1, 200)), last]
    files = {
        f"tiltaksoversikt/{n:03}.yaml": body.replace("T001", identity).replace(
            "høringer", f"høringer {n}"
        )
        for n, identity in enumerate(identities, 1)
    }
    return {**files, "tiltaksoversikt/000.yaml": HEAD_LINES.replace("tiltak:\n", "")}


def test_two_hundred_files_are_one_register(depot: Depot) -> None:
    depot.install("tiltak-validate")
    last = "tiltaksoversikt/200.yaml"
    stopped = depot.commit(many(last="T001"))
    assert stopped.code == 1
    assert stopped.out.count("TIL401") == 2, "one finding and one hint, from one process"
    assert f"{last}:2:7 feil TIL401" in stopped.out
    assert "1 feil i 1 av 200 tiltak." in stopped.out
    passed = depot.commit(many(last="T200"))
    assert passed.code == 0, passed.out
    # Only the last file is part of this commit; the first one is still known.
    again = depot.commit({last: many(last="T001")[last]})
    assert again.code == 1
    assert f"{last}:2:7 feil TIL401" in again.out


def test_what_goes_away_is_seen_too(depot: Depot) -> None:
    depot.install("tiltak-validate")
    other = (
        VALID.removeprefix(HEAD_LINES).replace("T001", "T002").replace("høringer", "utredninger")
    )
    files = {
        "tiltaksoversikt/1.yaml": VALID + "  del_av: T002\n",
        "tiltaksoversikt/2.yaml": other,
    }
    first = depot.commit(files)
    assert first.code == 0, first.out
    (depot.folder / "tiltaksoversikt" / "2.yaml").unlink()
    stopped = depot.commit()
    assert stopped.code == 1
    assert "T002" in stopped.out


def test_the_settings_are_part_of_it(depot: Depot) -> None:
    depot.install("tiltak-validate")
    accepted = depot.commit({REGISTER: BROKEN, "tiltak.toml": 'ignore = ["TIL201"]\n'})
    assert accepted.code == 0, accepted.out
    stopped = depot.commit({"tiltak.toml": "ignore = []\n"})
    assert stopped.code == 1
    assert FAULT in stopped.out


def test_a_register_elsewhere(depot: Depot) -> None:
    name = "Mål og tiltak/årets oversikt.yaml"
    depot.install("tiltak-validate", path=name)
    assert depot.commit({name: VALID}).code == 0
    stopped = depot.commit({name: BROKEN})
    assert stopped.code == 1
    assert FAULT.replace(REGISTER, name) in stopped.out


def test_the_installed_program_needs_no_network(depot: Depot, tmp_path: Path) -> None:
    fresh = depot._replace(cache=tmp_path / "empty")
    fresh.install("tiltak-validate-system")
    assert fresh.commit({REGISTER: VALID}, **NO_NETWORK).code == 0
    stopped = fresh.commit({REGISTER: BROKEN}, **NO_NETWORK)
    assert stopped.code == 1
    assert FAULT in stopped.out
    assert not list(fresh.cache.glob("*/py_env*")), "nothing was installed"


@pytest.mark.parametrize("name", [REGISTER, "tiltaksoversikt/målområde 1.yaml"])
def test_the_form_is_mended_and_the_commit_tried_again(depot: Depot, name: str) -> None:
    depot.install("tiltak-format")
    stopped = depot.commit({name: UGLY})
    assert stopped.code == 1
    assert "files were modified by this hook" in stopped.out
    mended = (depot.folder / name).read_text(encoding="utf-8")
    assert " prioritet: middels\n" in mended
    again = depot.commit()
    assert again.code == 0, again.out
