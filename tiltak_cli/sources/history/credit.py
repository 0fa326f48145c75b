"""Who made what: a change that came with a merge is followed to the commit inside that made it.

Only what no branch had before the merge, as in a conflict that was settled, is its own.
"""

from collections.abc import Iterator, Mapping

from tiltak_cli.changes.history import WHOLE, Dropped, Revision, Step, Story
from tiltak_cli.changes.meaning import same
from tiltak_cli.changes.telling import State
from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.sources.history.inside import Called, Has, Inside, Look, is_there
from tiltak_cli.sources.history.kept import Branch, Keeping, Told, settles


def credited(stories: Mapping[str, Story], branch: Branch, look: Look) -> dict[str, Story]:
    """The stories with each change credited to the commit that made it.

    What a merge did not keep is told apart.
    """
    makers = _Makers(branch, look)
    return {key: makers.story(story.now.id, story) for key, story in stories.items()}


class _Makers:
    """Finds who made what."""

    def __init__(self, branch: Branch, look: Look) -> None:
        self._along = {version.commit.name: version for version in branch.versions}
        self._inside = Inside(branch.inside, look)
        self._keeping = Keeping(branch, self._inside, look.identity)
        self._identity = look.identity

    def story(self, measure_id: str, story: Story) -> Story:
        """A story in which each revision is the one that made what is told."""
        current = measure_id
        steps: list[Told] = []
        # Backwards, for the id that it has now need not be the one it had.
        for step in reversed(story.steps):
            steps.append((step, current))
            if step.field == "id":
                current = step.old
        kept, dropped = self._keeping.of(reversed(steps))
        return story._replace(
            first=self._credit(self._maker(story.first, current, is_there), story.first),
            gone=story.gone
            and self._credit(self._maker(story.gone, measure_id, _is_gone), story.gone),
            steps=tuple(made for step in kept for made in self._made(*step)),
            dropped=tuple(
                Dropped(made, merge) for step, merge in dropped for made in self._made(*step)
            ),
        )

    def _made(self, step: Step, measure_id: str) -> list[Step]:
        """A step as it was made: several where several had a hand in it."""
        return list(self._of_step(step, measure_id))[::-1]

    def _of_step(self, step: Step, measure_id: str) -> Iterator[Step]:
        """A step as it was made, the newest part first: several where several had a hand in it."""
        along = step.revision
        if step.field in (WHOLE, "id"):
            has = _is_gone if step.field == WHOLE and not step.new else is_there
            made = self._maker(along, measure_id, has, renamed=step.field == WHOLE)
            yield step._replace(revision=self._credit(made, along))
            return
        field, merge = BY_KEY[step.field], (self._along[along.commit], measure_id)
        made = self._inside.follow(*merge, self._inside.has(field, step.new))
        if self._keeping.inherited(made, merge, step.field, step.new):
            made = merge
        revision, value = self._credit(made, along), step.new
        while made[0] is not merge[0] and not settles(made[0], field):
            before = self._inside.earlier(*made, field)
            if before is None:
                break
            earlier, was = before
            if same(field, was, step.old, self._identity):
                break
            made = self._inside.follow(*earlier, self._inside.has(field, was))
            by = self._credit(made, along)
            # What one person wrote is told as it became.
            if by.author != revision.author:
                yield Step(field.key, was, value, revision)
                revision, value = by, was
        yield Step(field.key, step.old, value, revision)

    def _maker(self, along: Revision, measure_id: str, has: Has, *, renamed: bool = True) -> Called:
        """The first version inside that has what came in a revision; `renamed` by any id."""
        return self._inside.follow(self._along[along.commit], measure_id, has, renamed=renamed)

    def _credit(self, made: Called, along: Revision) -> Revision:
        """A commit as a revision, with the one along this branch that brought it in."""
        commit = made[0].commit
        # A clock that was wrong has not made anything after it came in.
        day = min(commit.day_made, commit.day)
        if commit.name == along.commit and day == along.day:
            return along
        return Revision(
            commit=commit.name,
            day=day,
            author=commit.author,
            carrier=along.commit,
            came=along.day,
        )


def _is_gone(state: State, measure_id: str) -> bool:
    return state.complete and measure_id not in state.readings
