"""The ids that measures have had on other branches than the one a register's history is told of."""

from tiltak_cli.sources.files import Refusal
from tiltak_cli.sources.git.log import commits_elsewhere
from tiltak_cli.sources.git.objects import LostError, Objects
from tiltak_cli.sources.git.run import path_in_repository
from tiltak_cli.sources.history.texts import Texts, put_together
from tiltak_cli.sources.sides.find import place_in_git
from tiltak_cli.sources.yaml.events import Tree


def ids_elsewhere(path: str) -> set[str]:
    """The ids in every revision of a register that is not in its own history; none without git.

    `path` is the file or folder that it is in now. Revisions that cannot be read are passed over.
    """
    folder, name = place_in_git(path)
    full = path_in_repository(name, folder)
    listed = full if isinstance(full, Refusal) else commits_elsewhere(folder)
    if isinstance(full, Refusal) or isinstance(listed, Refusal) or not listed:
        return set()
    ids: set[str] = set()
    texts = Texts()
    trees: dict[str, Tree | None] = {}
    try:
        with Objects(folder) as objects:
            revisions = {objects.files(commit.tree, full) for commit in listed}
            names = {file.blob: file.path for files in revisions for file in files}
            for blob, data in zip(names, objects.read(names), strict=True):
                trees[blob] = texts.read(names[blob], data)
    except LostError:
        return ids
    for files in revisions:
        read = [(file.path, tree) for file in files if (tree := trees[file.blob])]
        ids.update(each.measure.id for each in put_together(full, read) or () if each)
    return ids
