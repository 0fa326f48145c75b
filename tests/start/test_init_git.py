"""`tiltak init` and git: the branch that is begun."""

from pathlib import Path

import pytest
from command import tiltak
from repository import at_home, git

DAY = ("--as-of", "2024-05-01")


def test_the_first_branch_is_main_where_the_user_has_chosen_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the handbook calls it, whatever this git would."""
    home = at_home(tmp_path / "hjemme", monkeypatch)
    for name in ("GIT_CONFIG_COUNT", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for config, branch in (("", "main"), ("[init]\n\tdefaultBranch = hoved\n", "hoved")):
        (home / ".gitconfig").write_text(config)
        assert tiltak("init", branch, *DAY, cwd=tmp_path).code == 0
        assert git(tmp_path / branch, "symbolic-ref", "--short", "HEAD").strip() == branch
