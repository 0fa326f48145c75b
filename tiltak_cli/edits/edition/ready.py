"""Whether a repository is in a state in which an edition can be stored in it."""

import os

from tiltak_cli.domain.norwegian import counted
from tiltak_cli.sources.files import Refusal, Source
from tiltak_cli.sources.git.run import ask, commit_named, nothing_stored

# Files that git keeps while it waits for someone, and what they call it.
UNDER_WAY = {
    "MERGE_HEAD": "en sammenslåing (merge)",
    "rebase-merge": "en rebase",
    "rebase-apply": "en rebase",
    "CHERRY_PICK_HEAD": "en cherry-pick",
    "REVERT_HEAD": "en revert",
    "BISECT_LOG": "en bisect",
    "sequencer": "en cherry-pick eller revert",
}
IDENTITY = Refusal(
    "git vet ikke hvem du er. Kjør «git config --global user.name NAVN» og «git config --global "
    "user.email ADRESSE»."
)
BARE = Refusal("Her er et git-depot uten arbeidsmappe. Lag en klone med «git clone», og gå dit.")
DETACHED = Refusal(
    "Du står ikke på en gren i git (detached HEAD), så utgaven ville blitt borte. Gå til en gren "
    "med «git switch GREN» først."
)


def not_ready(source: Source, folder: str, *, commit: bool) -> Refusal | None:
    """Why an edition of a register cannot be made now; None where it can.

    With `commit` the repository must be able to take a commit too.
    """
    if ask(folder, "rev-parse", "--is-inside-work-tree") != b"true\n":
        answer = ask(folder, "rev-parse", "--git-dir")
        return answer if isinstance(answer, Refusal) else BARE
    if commit_named("HEAD", folder) is None:
        stored = nothing_stored(folder)
        return Refusal(f"{stored}. Lagre registeret først, med «git add» og «git commit».")
    return (
        _under_way(folder)
        or _changed(folder)
        or _not_followed(source, folder)
        or (_cannot_commit(folder) if commit else None)
    )


def _under_way(folder: str) -> Refusal | None:
    arguments = [part for name in UNDER_WAY for part in ("--git-path", name)]
    paths = ask(folder, "rev-parse", *arguments)
    if isinstance(paths, Refusal):
        return paths
    for path, what in zip(os.fsdecode(paths).splitlines(), UNDER_WAY.values(), strict=True):
        if os.path.exists(os.path.join(folder, path)):
            return Refusal(
                f"I git pågår {what}. Gjør den ferdig eller avbryt den («git status» sier hvordan)."
            )
    return None


def _changed(folder: str) -> Refusal | None:
    """Changes that are not stored, in any file that git follows."""
    listing = ask(folder, "status", "--porcelain=v1", "-z", "--untracked-files=no", "--no-renames")
    if isinstance(listing, Refusal):
        return listing
    names = [entry[3:] for entry in listing.decode("utf-8", "replace").split("\0") if entry]
    if not names:
        return None
    more = f" og {counted(len(names) - 1, 'fil', 'filer')} til" if len(names) > 1 else ""
    return Refusal(
        f"Det er endringer som ikke er lagret i git («{names[0]}»{more}). Lagre dem med «git "
        "commit», eller legg dem bort med «git stash»."
    )


def _not_followed(source: Source, folder: str) -> Refusal | None:
    """Files of the register that git does not have, or has been told not to look at."""
    listing = ask(folder, "ls-files", "-v", "-z")
    if isinstance(listing, Refusal):
        return listing
    entries = [entry for entry in os.fsdecode(listing).split("\0") if entry]
    known = {os.path.realpath(os.path.join(folder, entry[2:])): entry[:1] for entry in entries}
    for file in source.files:
        mark = known.get(os.path.realpath(file.name), "")
        if not mark:
            return Refusal(f"«{file.name}» er ikke lagret i git. Kjør «git add» og «git commit».")
        if mark.islower() or mark == "S":
            return Refusal(
                f"git er bedt om å se bort fra endringer i «{file.name}». Kjør «git update-index "
                "--no-assume-unchanged --no-skip-worktree» på filen."
            )
    return None


def _cannot_commit(folder: str) -> Refusal | None:
    if isinstance(ask(folder, "symbolic-ref", "--quiet", "HEAD"), Refusal):
        return DETACHED
    for role in ("GIT_AUTHOR_IDENT", "GIT_COMMITTER_IDENT"):
        if isinstance(ask(folder, "var", role), Refusal):
            return IDENTITY
    return None
