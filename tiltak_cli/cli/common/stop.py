"""The one way out before the end: a sentence is said, and the command stops with an exit code.

Beside it is what is said and stops nothing.
"""

from collections.abc import Iterable
from typing import TypeVar

from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.codes import UNUSABLE
from tiltak_cli.sources.files import Refusal

Usable = TypeVar("Usable")


class StoppedError(Exception):
    """The command ends here, with an exit code. What there is to say of it is said."""

    def __init__(self, code: int) -> None:
        """Keep the exit code."""
        super().__init__(code)
        self.code = code


def refuse(sentence: str, code: int = UNUSABLE) -> StoppedError:
    """Say one sentence on standard error; the caller raises what comes back."""
    console.complain(sentence)
    return StoppedError(code)


def warn(sentences: Iterable[str]) -> None:
    """Say on standard error what someone should look at, each thing once."""
    for sentence in dict.fromkeys(sentences):
        console.complain(f"Advarsel: {sentence}")


def found(value: Usable | Refusal) -> Usable:
    """What is not refused; else its sentence is said and the command ends."""
    if isinstance(value, Refusal):
        raise refuse(value.sentence)
    return value
