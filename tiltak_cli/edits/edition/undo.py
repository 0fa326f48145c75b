"""An edition put back: what was begun is taken away, the last thing first."""

import contextlib
import os
from collections.abc import Callable, Iterator

from tiltak_cli.edits.edition.begun import Begun, Part, blob_of, commit_of, digest, paths_of, staged
from tiltak_cli.edits.leftovers import sweep
from tiltak_cli.edits.writing import WriteError, write_whole
from tiltak_cli.sources.files import Refusal, relative
from tiltak_cli.sources.git.run import ask, commit_named


def hindrance(begun: Begun) -> str:
    """Why an edition cannot be put back by itself: something has come after it. Else empty."""
    commit = commit_of(begun) if begun.head else None
    if commit and commit != commit_named("HEAD", begun.folder):
        return (
            f"Det er lagret mer i git etter utgave {begun.name}, så den kan ikke angres. Gjør den "
            "ferdig med --continue, eller rett den i neste utgave."
        )
    lock = ask(begun.folder, "rev-parse", "--git-path", "index.lock")
    path = "" if isinstance(lock, Refusal) else os.fsdecode(lock).rstrip("\n")
    if begun.head and os.path.exists(os.path.join(begun.folder, path)):
        return (
            f"git ble også stanset, og «{path}» ligger igjen. Kontroller at ingen git kjører, "
            "slett filen, og prøv igjen."
        )
    own = kept(begun)
    changed = [
        part.path
        for part in begun.parts
        if part.path not in own and part.now() not in (part.old, part.digest)
    ]
    if changed:
        name = relative(changed[0])
        return (
            f"«{name}» er endret siden utgave {begun.name} ble avbrutt. Sett filen tilbake, eller "
            "lagre den i git med «git commit», og prøv igjen."
        )
    return ""


def kept(begun: Begun) -> frozenset[str]:
    """The paths of files that somebody has stored in git since, as they are: they are theirs."""
    now = commit_named("HEAD", begun.folder) if begun.head else None
    if now is None or now in (begun.head, commit_of(begun)):
        return frozenset()
    held = {part.path: blob_of(begun, now, part) for part in begun.parts}
    parts = [part for part in begun.parts if held[part.path] is not None]
    return frozenset(p.path for p in parts if digest(held[p.path] or b"") == p.now())


def put_back(begun: Begun, *, all_staged: bool = False) -> bool:
    """Put everything back, the last thing first, and take the note away; False where it could not.

    With `all_staged` whatever is staged in git is put back too, for there was nothing before.
    """
    failed = False
    own = frozenset[str]() if all_staged else kept(begun)
    for step in _steps(begun, own, all_staged=all_staged):
        try:
            step()
        except (OSError, WriteError):
            failed = True
    tidy(begun)
    for folder in reversed(begun.folders):
        with contextlib.suppress(OSError):
            os.rmdir(folder)
    if not failed:
        end(begun)
    return not failed


def _steps(begun: Begun, own: frozenset[str], *, all_staged: bool) -> Iterator[Callable[[], None]]:
    if begun.head:
        yield lambda: _put_back_tag(begun)
        yield lambda: _put_back_head(begun, always=all_staged)
        yield lambda: _put_back_index(begun, everything=all_staged)
    for part in (part for part in begun.parts if part.path not in own):
        yield lambda part=part: _put_back_file(part)  # type: ignore[misc]


def tidy(begun: Begun) -> None:
    """Sweep where it has been written."""
    paths = (begun.note, *(part.path for part in begun.parts))
    for folder in dict.fromkeys(map(os.path.dirname, paths)):
        sweep(folder)


def end(begun: Begun) -> None:
    """Take the note away: all is done, or put back."""
    with contextlib.suppress(FileNotFoundError):
        os.unlink(begun.note)


def _put_back_tag(begun: Begun) -> None:
    tag = f"refs/tags/{begun.tag}"
    commit = begun.tag and commit_named(tag, begun.folder)
    if commit and commit == commit_of(begun):
        _plumb(begun, "update-ref", "-d", tag)


def _put_back_head(begun: Begun, *, always: bool) -> None:
    now = commit_named("HEAD", begun.folder)
    if now and now != begun.head and (always or now == commit_of(begun)):
        why = "tiltak edition: satt tilbake"
        _plumb(begun, "update-ref", "-m", why, "HEAD", begun.head, now)


def _put_back_index(begun: Begun, *, everything: bool) -> None:
    paths = staged(begun, () if everything else paths_of(begun))
    if paths:
        _plumb(begun, "reset", "--quiet", "HEAD", "--", *paths)


def _put_back_file(part: Part) -> None:
    if part.before is None:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(part.path)
    elif part.now() != part.old:
        write_whole(part.path, part.before)


def _plumb(begun: Begun, *arguments: str) -> None:
    if isinstance(ask(begun.folder, *arguments), Refusal):
        raise WriteError
