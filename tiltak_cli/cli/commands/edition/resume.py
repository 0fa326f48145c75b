"""An edition that was stopped on the way: told, made ready, or undone."""

from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.stop import StoppedError, found, refuse
from tiltak_cli.edits.edition.begun import Begun, Stage, stage, stored, unfinished
from tiltak_cli.edits.edition.publish import PublishError, set_tag
from tiltak_cli.edits.edition.undo import end, hindrance, put_back, tidy

NONE_BEGUN = "Ingen utgave er avbrutt her, så det er ingenting å gjøre ferdig eller angre."


def not_finished(note: str, folder: str) -> Begun | None:
    """The edition that was begun here; one that was hardly begun, or all done, is tidied up."""
    begun = found(unfinished(note, folder))
    if begun is None:
        return None
    far = stage(begun)
    if far is Stage.NOTHING:
        put_back(begun)
    elif far is Stage.DONE:
        tidy(begun)
        end(begun)
    return begun if far in (Stage.WRITTEN, Stage.STORED) else None


def undone(begun: Begun) -> None:
    """Put back an edition, or refuse where something else has come after it."""
    if sentence := hindrance(begun):
        raise refuse(sentence)
    if not put_back(begun):
        raise refuse("Ikke alt kunne settes tilbake; se hva «git status» sier.")


def tagged(begun: Begun) -> bool:
    """Whether only the tag was missing, and is set now."""
    if stage(begun) is not Stage.STORED:
        return False
    try:
        set_tag(begun, stored(begun))
    except PublishError as error:
        console.relay(error.output)
        raise refuse(str(error)) from error
    tidy(begun)
    end(begun)
    return True


def told(begun: Begun, name: str, path: str | None) -> StoppedError:
    """Refuse to go on as if nothing had been begun."""
    which = "" if name == begun.name else f"Utgave {name} kan ikke lages ennå. "
    return refuse(f"{which}{begun.how_on(path)}")
