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
        return _no_revision(revision, folder)
    full = os.path.normpath(os.fsdecode(prefix).rstrip("\n") + path).replace(os.sep, "/")
    if full.startswith("../"):
        return Refusal(f"«{path}» ligger utenfor git-depotet. Oppgi en fil i depotet.")
    return _read_tree(commit.decode().strip(), revision, full, path, folder)


def _no_revision(revision: str, folder: str) -> Refusal:
    shallow = _git(folder, "rev-parse", "--is-shallow-repository")
    fetch = (
        " Kopien er grunn (shallow); historien hentes med «git fetch --unshallow»."
        if shallow == b"true\n"
        else ""
    )
    return Refusal(
        f"Finner ikke revisjonen «{revision}» i git. Kontroller navnet med «git log».{fetch}"
    )


def _read_tree(commit: str, revision: str, full: str, path: str, folder: str) -> Source | Refusal:
    listing = _git(folder, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *_pathspec(full))
    if isinstance(listing, Refusal):
        return listing
    above = "" if full == "." else f"{full}/"
    names: list[tuple[str, str]] = []
    for entry in os.fsdecode(listing).split("\0"):
        about, _, name = entry.partition("\t")
        mode, kind, blob = about.split(" ") if about else ("", "", "")
        hidden = any(part.startswith(".") for part in name.removeprefix(above).split("/"))
        whole = name == full or (name.endswith(SUFFIXES) and not hidden)
        if kind == "blob" and mode != "120000" and whole:
            names.append((name, blob))
    if not names:
        return Refusal(f"«{path}» fantes ikke i revisjonen «{revision}». Kontroller stien.")
    names.sort()
    blobs = _blobs(folder, [blob for _, blob in names])
    if isinstance(blobs, Refusal):
        return blobs
    # As in the folder itself, where names begin with the folder's.
    shown = f"{revision}:./" if full == "." else f"{revision}:"
    files = [
        SourceFile(f"{shown}{name}", data) for (name, _), data in zip(names, blobs, strict=True)
    ]
    base = full if names[0][0] != full else os.path.dirname(full)

    def sibling(name: str) -> bytes | None:
        inside = os.path.normpath(os.path.join(base, name)).replace(os.sep, "/")
        data = _git(folder, "cat-file", "blob", f"{commit}:{inside}")
        return None if isinstance(data, Refusal) else data

    return Source(f"{revision}:{full}", tuple(files), sibling)


def _pathspec(full: str) -> list[str]:
    return [] if full == "." else [full]


def _blobs(folder: str, names: list[str]) -> list[bytes] | Refusal:
    """The content of many blobs from one run of git."""
    output = _git(folder, "cat-file", "--batch", text="".join(f"{name}\n" for name in names))
    if isinstance(output, Refusal):
        return output
    found, start = [], 0
    for _ in names:
        end = output.index(b"\n", start)
        size = int(output[start:end].split(b" ")[2])
        found.append(output[end + 1 : end + 1 + size])
        start = end + size + 2
    return found


def _git(folder: str, *arguments: str, text: str = "") -> bytes | Refusal:
    """Run git without a pager, prompts or the repository's own settings for it.

    Its messages are asked for in English, for the advice below depends on them.
    """
    settings = {"GIT_LITERAL_PATHSPECS": "1", "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    environment = {**os.environ, **settings}
    try:
        done = subprocess.run(
            ["git", *SAFE, *arguments],
            cwd=folder,
            env=environment,
            capture_output=True,
            check=False,
            input=text.encode(),
        )
    except OSError:
        return Refusal("Programmet git finnes ikke på maskinen. Installer git, eller oppgi en fil.")
    if done.returncode:
        if b"not a git repository" in done.stderr:
            return Refusal(
                "Mappen er ikke et git-depot, så det finnes ingen tidligere revisjoner her. "
                "Oppgi filer i stedet."
            )
        if b"dubious ownership" in done.stderr:
            return Refusal(
                "git leser ikke depotet, fordi mappen eies av en annen bruker. Kjør "
                "«git config --global --add safe.directory MAPPE» om du stoler på det."
            )
        return Refusal("git kunne ikke lese revisjonen. Prøv «git fsck», eller oppgi filer.")
    return done.stdout
