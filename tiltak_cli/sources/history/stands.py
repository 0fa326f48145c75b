"""A register's editions in its history: what has been read, at the commits of their tags."""

from collections.abc import Callable, Sequence

from tiltak_cli.changes.history import Stand
from tiltak_cli.domain.deadline import parse_day
from tiltak_cli.sources.files import Refusal
from tiltak_cli.sources.git.names import tags_in
from tiltak_cli.sources.git.objects import File, Objects
from tiltak_cli.sources.history.texts import head_of, put_together
from tiltak_cli.sources.yaml.events import Tree

Trees = list[tuple[str, Tree | None]]


def stands(
    objects: Objects,
    folder: str,
    path: str,
    strategy: str,
    known: Callable[[Sequence[File]], Trees],
) -> tuple[Stand, ...]:
    """Every edition of a strategy that led to HEAD and can be read, by its own date and its name.

    A tag with another name than the head has is no edition. `known` gives what files hold.
    """
    tags = tags_in(folder)
    editions = []
    for tag in () if isinstance(tags, Refusal) else tags:
        files = objects.files(objects.tree(tag.commit), path) if tag.merged else ()
        trees = [(name, tree) for name, tree in known(files) if tree is not None]
        head = head_of(path, trees) if trees and len(trees) == len(files) else {}
        day = parse_day(str(head.get("per_dato")))
        if day and (head.get("strategi"), str(head.get("utgave"))) == (strategy, tag.name):
            readings = put_together(path, trees) or []
            measures = {each.measure.id: each.measure for each in readings if each}
            editions.append(Stand(tag.name, day, measures))
    return tuple(sorted(editions, key=lambda stand: (stand.day, stand.edition)))


def tagged(folder: str) -> list[str]:
    """The commits that are an edition, by their tags."""
    tags = tags_in(folder)
    return [] if isinstance(tags, Refusal) else [tag.commit for tag in tags]
