"""The git program: this is where it is run, and nowhere else."""

import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from tiltak_cli.sources.files import Refusal

# In seconds, for a program that has been asked to end.
PATIENCE = 10
# For questions: without the repository's own programs, and with names as they are.
SAFE = ("-c", "core.fsmonitor=false", "-c", "core.quotePath=false")
NOT_OWNED = Refusal(
    "git leser ikke depotet, fordi mappen eies av en annen bruker. Kjør "
    "«git config --global --add safe.directory MAPPE» om du stoler på det."
)


class Answer(NamedTuple):
    """What git gave: its exit code, what it wrote, and what it complained of."""

    code: int
    out: bytes
    complaint: bytes

    @property
    def not_owned(self) -> bool:
        """Whether git leaves the repository alone because another user owns the folder."""
        return b"dubious ownership" in self.complaint

    @property
    def no_repository(self) -> bool:
        """Whether the folder is in no repository."""
        return b"not a git repository" in self.complaint


def git(
    folder: str,
    *arguments: str,
    environment: Mapping[str, str],
    given: bytes = b"",
    together: bool = False,
) -> Answer:
    """Run git in a folder; with `together` its complaints stand among what it wrote.

    Raises OSError where there is no such program or folder, ValueError for a name that none can
    have.
    """
    process = subprocess.Popen(
        ["git", *arguments],
        cwd=folder,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT if together else subprocess.PIPE,
    )
    with ended_with_us(process):
        out, complaint = process.communicate(given)
    return Answer(process.returncode, out, complaint or b"")


@contextmanager
def ended_with_us(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """Where this program is interrupted, ask another to end too, and see that it does.

    A git that is not asked leaves its locks behind.
    """
    with process:
        try:
            yield
        except BaseException:
            # On Windows that is to kill; there git has had the same Ctrl+C, and ends by itself.
            if os.name != "nt":
                process.terminate()
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
            raise


def start(folder: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Start git to be asked one thing after the other."""
    return subprocess.Popen(
        ["git", *SAFE, *arguments],
        cwd=folder,
        env=for_questions(folder),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def for_questions(folder: str) -> dict[str, str]:
    """The environment in which git is asked: it takes no locks, and answers in English.

    Its messages are known by their words.
    """
    settings = {"GIT_LITERAL_PATHSPECS": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    return {**(dict(os.environ) if folder == "." else users_own()), **settings}


def users_own() -> dict[str, str]:
    """The user's environment, as it is for a folder that is not the current one."""
    environment = dict(os.environ)
    if "GIT_WORK_TREE" not in environment:
        # In a hook this would make the file's folder the top of the repository.
        environment.pop("GIT_DIR", None)
    return environment
