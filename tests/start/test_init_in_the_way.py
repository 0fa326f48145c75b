"""`tiltak init` where something else has the name of what it would make: nothing is made."""

from pathlib import Path

import pytest
from command import tiltak
from stopping import files
from support import FILE

IN_THE_WAY = [
    (".vscode", "fil", "«.vscode» er ikke en mappe, og filer skal ligge i den."),
    (".github", "fil", "«.github» er ikke en mappe, og filer skal ligge i den."),
    (".vscode", "lenke ut", "«.vscode» er en lenke ut av"),
    (FILE, "mappe", f"«{FILE}» er en mappe, og skal være en fil."),
    ("tiltak.toml", "mappe", "«tiltak.toml» er en mappe, og skal være en fil."),
    (FILE, "lenke til ingenting", f"«{FILE}» er en lenke til noe som ikke finnes."),
    ("tiltak.toml", "feil", "«tiltak.toml», linje 1: innstillingen kan ikke leses."),
]


@pytest.mark.wide
@pytest.mark.posix
@pytest.mark.parametrize(("name", "what", "said"), IN_THE_WAY)
def test_what_is_in_the_way_is_named_before_anything_is_made(
    name: str, what: str, said: str, tmp_path: Path
) -> None:
    folder = tmp_path / "over" / "her"
    folder.mkdir(parents=True)
    (tmp_path / "utenfor").mkdir()
    there = folder / name
    if what == "mappe":
        there.mkdir()
    elif what.startswith("lenke"):
        there.symlink_to(tmp_path / ("utenfor" if what == "lenke ut" else "finnes-ikke"))
    else:
        there.write_text("x = [\n")
    before = files(tmp_path)
    for _ in range(2):
        done = tiltak("init", "--no-git", "--ci", "github", cwd=folder)
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert said in done.err
    assert files(tmp_path) == before
    assert not (tmp_path / "utenfor").joinpath("settings.json").exists()


@pytest.mark.posix
def test_a_link_that_stays_inside_is_followed(tmp_path: Path) -> None:
    (tmp_path / "oppsett").mkdir()
    (tmp_path / ".vscode").symlink_to("oppsett")
    assert tiltak("init", "--no-git", cwd=tmp_path).code == 0
    assert (tmp_path / "oppsett" / "settings.json").is_file()
