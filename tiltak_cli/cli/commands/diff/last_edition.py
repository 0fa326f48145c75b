"""What `tiltak diff` compares where no side is named: the last edition, and the register now."""

from tiltak_cli.cli.common import console
from tiltak_cli.cli.common.registers import refuse, side_of, source_of
from tiltak_cli.sources.files import Refusal, Source
from tiltak_cli.sources.git.run import SHALLOW, commit_named, is_shallow
from tiltak_cli.sources.sides.editions import Edition, last_edition, same_content
from tiltak_cli.sources.sides.find import place_in_git

NO_EDITION = "Registeret har ingen utgave i git ennå. «tiltak edition NAVN» lager en."
COMPARED = "Registeret sammenlignes med siste revisjon."


def since_last_edition(path: str) -> tuple[Source, Source]:
    """The last edition in git and the register at a path.

    Where the register is just that edition it is compared with the one before, and where there is
    no edition yet, with the last commit.
    """
    now = source_of(path)
    last = _checked(last_edition(path))
    folder, _ = place_in_git(path)
    if last is None:
        if commit_named("HEAD", folder) is None:
            raise refuse(
                "Ingenting er lagret i git her ennå. Lagre registeret med «git add» og «git "
                "commit», eller oppgi to sider."
            )
        console.complain(f"{SHALLOW if is_shallow(folder) else NO_EDITION} {COMPARED}")
        return side_of("HEAD", path), now
    if last.tag.commit == commit_named("HEAD", folder) and same_content(last.source, now):
        before = _checked(last_edition(path, before_head=True))
        if before is None:
            console.complain(
                f"Utgave {last.tag.name} er den første, og registeret er ikke endret siden."
            )
        last = before or last
    return last.source, now


def _checked(edition: Edition | Refusal | None) -> Edition | None:
    if isinstance(edition, Refusal):
        raise refuse(edition.sentence)
    return edition
