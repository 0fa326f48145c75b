"""What git keeps of a file while two sides of it are being merged."""

import os

from tiltak_cli.sources.files import Refusal
from tiltak_cli.sources.git.run import ask

BASE, OURS = 1, 2


def before_merge(path: str) -> bytes | Refusal | None:
    """What both sides of a file come from: None where it was not there.

    A refusal where git knows of no merge of it.
    """
    folder, name = os.path.split(path)
    if not os.path.exists(path):
        return Refusal(f"«{path}» finnes ikke.")
    before = ask(folder or ".", "show", f":{BASE}:./{name}")
    if not isinstance(before, Refusal):
        return before
    # What both have added was not there before.
    ours = ask(folder or ".", "show", f":{OURS}:./{name}")
    return ours if isinstance(ours, Refusal) else None
