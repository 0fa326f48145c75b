"""Reading a register as it was at a revision, through git's plumbing only.

No command that could run a repository's own programs is used, and a revision is never an option.
"""

import os
import subprocess

from tiltak_cli.sources.files import SUFFIXES, Refusal, Source, SourceFile

SAFE = ("-c", "core.fsmonitor=false", "-c", "core.quotePath=false")


def read_revision(revision: str, path: str, folder: str = ".") -> Source | Refusal:
    """Read a file or folder at a revision. `path` is relative to `folder`, as in the terminal."""
    if not revision:
        return Refusal("Skriv en revisjon foran kolon, for eksempel HEAD~1:tiltaksoversikt.yaml.")
    prefix = _git(folder, "rev-parse", "--show-prefix")
    if isinstance(prefix, Refusal):
        return prefix
    wanted = f"{revision}^{{commit}}"
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
    if isinstance(commit, Refusal) or not commit.strip():
        return Refusal(
            f"Finner ikke revisjonen «{revision}» i git. Kontroller navnet med «git log»; i en "
            "grunn kopi (shallow) må historien hentes med «git fetch --unshallow»."
        )
    full = os.path.normpath(prefix.decode().strip() + path).replace(os.sep, "/")
    if full.startswith("../"):
        return Refusal(f"«{path}» ligger utenfor git-depotet. Oppgi en fil i depotet.")
    return _read_tree(commit.decode().strip(), revision, full, path, folder)


def _read_tree(commit: str, revision: str, full: str, path: str, folder: str) -> Source | Refusal:
    listing = _git(folder, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *_pathspec(full))
    if isinstance(listing, Refusal):
        return listing
    names: list[tuple[str, str]] = []
    for entry in listing.decode("utf-8", "surrogateescape").split("\0"):
        about, _, name = entry.partition("\t")
        mode, kind, blob = about.split(" ") if about else ("", "", "")
        hidden = any(part.startswith(".") for part in name.removeprefix(full).split("/"))
        whole = name == full or (name.endswith(SUFFIXES) and not hidden)
        if kind == "blob" and mode != "120000" and whole:
            names.append((name, blob))
    if not names:
        return Refusal(f"«{path}» fantes ikke i revisjonen «{revision}». Kontroller stien.")
    files = []
    for name, blob in sorted(names):
        data = _git(folder, "cat-file", "blob", blob)
        if isinstance(data, Refusal):
            return data
        files.append(SourceFile(f"{revision}:{name}", data))
    base = full if names[0][0] != full else os.path.dirname(full)

    def sibling(name: str) -> bytes | None:
        inside = os.path.normpath(os.path.join(base, name)).replace(os.sep, "/")
        data = _git(folder, "cat-file", "blob", f"{commit}:{inside}")
        return None if isinstance(data, Refusal) else data

    return Source(f"{revision}:{full}", tuple(files), sibling)


def _pathspec(full: str) -> list[str]:
    return [] if full == "." else [full]


def _git(folder: str, *arguments: str) -> bytes | Refusal:
    """Run git without a pager, prompts or the repository's own settings for it."""
    environment = {**os.environ, "GIT_LITERAL_PATHSPECS": "1", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        done = subprocess.run(
            ["git", *SAFE, *arguments],
            cwd=folder,
            env=environment,
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except OSError:
        return Refusal("Programmet git finnes ikke på maskinen. Installer git, eller oppgi en fil.")
    if done.returncode:
        if b"not a git repository" in done.stderr:
            return Refusal(
                "Mappen er ikke et git-depot, så det finnes ingen tidligere revisjoner her. "
                "Oppgi filer i stedet."
            )
        return Refusal("git kunne ikke lese revisjonen. Prøv «git fsck», eller oppgi filer.")
    return done.stdout
