"""Any history of branches and merges: no change is told twice, and none is lost."""

import subprocess
from itertools import groupby, pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from history_depot import history
from hypothesis import given
from hypothesis import strategies as st
from repository import git
from support import FILE, register_text

YEARS = ("2022", "2023", "2024")
# A commit: in which of three lines it stands, which other it merges, and a year for each measure.
LINES = st.integers(0, 2)
DEEDS = st.lists(
    st.tuples(LINES, LINES, st.sampled_from(YEARS), st.sampled_from(YEARS)), max_size=14
)
Deeds = list[tuple[int, int, str, str]]


class Made(NamedTuple):
    """A commit that was made: its parents, by number, and the year of each measure."""

    parents: tuple[int, ...]
    years: dict[str, str]


def made_of(deeds: Deeds) -> tuple[list[Made], int]:
    """The commits, and the number of the one that the first line ends at."""
    commits = [Made((), {"T001": YEARS[0], "T002": YEARS[0]})]
    heads = {0: 0}
    for line, other, one, two in deeds:
        parents = dict.fromkeys([heads.get(line, heads[0]), heads.get(other, heads[0])])
        commits.append(Made(tuple(parents), {"T001": one, "T002": two}))
        heads[line] = len(commits) - 1
    return commits, heads[0]


def imported(folder: Path, commits: list[Made], head: int) -> list[str]:
    """Put commits in a repository, each by an author of its own; gives their names."""
    git(folder, "init", "--quiet", "--initial-branch=main")
    lines = []
    for number, commit in enumerate(commits):
        text = register_text(
            "".join(
                f"- id: {key}\n  tittel: {key} x\n  frist: {y}\n" for key, y in commit.years.items()
            )
        )
        who = f"P{number} <p@example.invalid> {1_700_000_000 + number * 86_400} +0000"
        lines += [f"commit refs/heads/c{number}", f"mark :{number + 1}", f"author {who}"]
        lines += [f"committer {who}", "data 0"]
        words = ("from", *["merge"] * len(commit.parents))
        lines += [f"{w} :{p + 1}" for w, p in zip(words, commit.parents, strict=False)]
        data = text.encode()
        lines += [f"M 100644 inline {FILE}", f"data {len(data)}", text]
    lines += ["reset refs/heads/main", f"from :{head + 1}", ""]
    subprocess.run(
        ["git", "fast-import", "--quiet"],
        cwd=folder,
        input="\n".join(lines).encode(),
        check=True,
        timeout=120,
    )
    names = [f"c{number}" for number in range(len(commits))]
    return git(folder, "rev-parse", *names).split()


def inside(commits: list[Made], new: int, old: int) -> set[int]:
    """The commits that lead to one and not to the one before it in the line."""

    def leading(number: int) -> set[int]:
        return {number}.union(*map(leading, commits[number].parents))

    return leading(new) - leading(old)


@pytest.mark.wide
@given(DEEDS)
def test_no_change_is_told_twice_and_none_is_lost(
    tmp_path_factory: pytest.TempPathFactory, deeds: Deeds
) -> None:
    commits, head = made_of(deeds)
    folder = tmp_path_factory.mktemp("depot")
    names = imported(folder, commits, head)
    along = [head]
    while parents := commits[along[-1]].parents:
        along.append(parents[0])
    along.reverse()
    place = {names[number]: n for n, number in enumerate(along)}
    for key, story in history(str(folder / FILE)).stories.items():
        year = {names[n]: commit.years[key] for n, commit in enumerate(commits)}
        pairs = [(names[old], names[new]) for old, new in pairwise(along)]
        changed = {new for old, new in pairs if year[old] != year[new]}
        # What came with each commit of the line is what it changed, whoever made it.
        ways = [way for way, _ in groupby(story.steps, lambda step: step.revision.way)]
        dropped = [each.step.revision.way for each in story.dropped]
        settled = {each.merge.commit for each in story.dropped}
        assert len(ways) == len(set(ways))
        assert changed >= {*ways, *dropped, *settled}
        # What a merge threw away it may have had nothing to put in the place of.
        assert changed - {*ways, *dropped} <= settled
        assert not {*ways} & {*dropped}
        ends = [year[names[0]], *(year[way] for way in ways)]
        assert [d.text for d in story.deadlines()] == ends
        assert ends[-1] == year[names[head]]
        assert story.moves().times == len(ways)
        for one, other in pairwise(story.steps):
            assert one.new == other.old
        for each in story.dropped:
            way, merge = place[each.step.revision.way], place[each.merge.commit]
            assert way < merge
            assert len(commits[along[merge]].parents) > 1
            # Who alone made what was chosen instead had not seen it.
            by = [step for step in story.steps if step.revision.way == each.merge.commit]
            for step in by:
                maker = names.index(step.revision.commit)
                if len(commits[maker].parents) == 1:
                    assert along[way] not in inside(commits, maker, 0)
        for step in (*story.steps, *(each.step for each in story.dropped)):
            maker, way = names.index(step.revision.commit), names.index(step.revision.way)
            before = along[along.index(way) - 1]
            own = inside(commits, way, before)
            assert step.revision.author == f"P{maker}"
            assert maker in own
            assert step.new.text == commits[maker].years[key]
            # No one before had it, of those that came in with it, but who had it from before.
            same = [n for n in own if commits[n].years[key] == step.new.text]
            had = any(
                commits[p].years[key] == step.new.text
                for n in same
                if n != way
                for p in commits[n].parents
                if p not in own
            )
            earlier = [p for p in commits[maker].parents if p in own]
            assert had or step.new.text not in [commits[p].years[key] for p in earlier]
