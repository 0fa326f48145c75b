"""A program that is stopped while it writes leaves each file as it was, or as it is to be."""

from pathlib import Path

import pytest
from command import NEW, OLD, tiltak
from repository import git
from returned_books import put_book
from stopping import SIGNALS, Job, Stop, files, left, stopped
from support import FILE, HEAD_LINES, THOROUGH, register_text
from workbook_edits import put

from tiltak_cli.cli.commands import demo

pytestmark = [pytest.mark.posix, pytest.mark.hypothesis]
FAULTY = register_text("- id: T001\n  status: pågår\n  fremdrift: A\n")
MEASURES = FAULTY.removeprefix(HEAD_LINES)
CHANGED = NEW.read_text("utf-8").replace("prioritet: høy", "prioritet: lav", 1)
SEVERAL = {f"m/{name}.yaml": MEASURES.replace("T001", f"T00{name}") for name in "123"}
CONFLICT = FAULTY + "<<<<<<< A\n  forum: A\n=======\n  forum: B\n>>>>>>> B\n"
NEW_MEASURE = (
    "tittel=A", "beskrivelse=B", "målområder=1", "retningsvalg=1a", "ansvarlig=KDD",
    "status=vedtatt", "prioritet=lav", "frist=2025",
)  # fmt: skip
# A command, the files that it is run on, and the steps it is stopped at in the short run.
BOOK = "KD.xlsx"
SHEET, ON_A_DAY = "Tiltak;Frist\nEn;2025\n", ("--as-of", "2024-05-01")
COMMANDS: dict[str, tuple[tuple[str, ...], dict[str, str], int, int]] = {
    "fix": (("validate", "--fix", FILE), {FILE: FAULTY}, 2, 2),
    "fix several": (("validate", "--fix", "m"), {"m/0.yaml": HEAD_LINES, **SEVERAL}, 6, 5),
    "baseline": (("validate", "--write-baseline"), {FILE: FAULTY}, 2, 9),
    "format": (("format", FILE), {FILE: FAULTY.replace("id: T001", "id:   'T001'")}, 3, 9),
    "init": (("init", "--no-git", "--as-of", "2024-05-01"), {"notat.txt": "mitt"}, 4, 7),
    "set": (("set", "T001", "prioritet=lav", FILE), {FILE: FAULTY}, 2, 3),
    "add": (("add", *NEW_MEASURE, "m"), {"m/0.yaml": HEAD_LINES, "m/1.yaml": MEASURES}, 3, 9),
    "remove": (("remove", "T001", "--force", FILE), {FILE: FAULTY}, 2, 9),
    "import": (("import", "plan.csv", "--new", "--write", *ON_A_DAY), {"plan.csv": SHEET}, 2, 9),
    "import a workbook": (("import", BOOK, "--write"), {FILE: CHANGED}, 2, 9),
    "import into": (
        ("import", "plan.csv", "--new", "--into", FILE, "--write", "--force"),
        {"plan.csv": SHEET, FILE: FAULTY},
        2,
        9,
    ),
    "merge": (
        ("merge", FILE, FILE, "b.yaml", "-o", "ut.yaml"),
        {FILE: FAULTY, "b.yaml": FAULTY.replace("T001", "T002"), "ut.yaml": "før"},
        2,
        9,
    ),
    "resolve": (("resolve", FILE, "--ours"), {FILE: CONFLICT}, 2, 9),
    "schema": (("schema", "-o", "s.json"), {"s.json": "{}"}, 2, 9),
    "export": (("export", FILE, "-o", "t.csv"), {FILE: CHANGED, "t.csv": "før"}, 2, 9),
    "workbook": (("export", FILE, "-o", "t.xlsx"), {FILE: CHANGED, "t.xlsx": "før"}, 3, 9),
    "report": (("report", FILE, "-o", "r.html"), {FILE: CHANGED, "r.html": "før"}, 3, 9),
    "diff": (
        ("diff", "a.yaml", "b.yaml", "-o", "d.xlsx"),
        {"a.yaml": OLD.read_text("utf-8"), "b.yaml": CHANGED, "d.xlsx": "før"},
        3,
        9,
    ),
}
# What takes long to load writes as the others do.
LONG = ("workbook", "report", "diff") if not THOROUGH else ()
Runs = dict[tuple[str, str], tuple[dict[str, bytes], dict[str, bytes], list[Stop]]]


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Runs:
    """Every command stopped in every way, with the files before and after it."""
    folder = tmp_path_factory.mktemp("stanset")
    jobs, keys = [], []
    for number, (name, (command, content, first, every)) in enumerate(COMMANDS.items()):
        if name in LONG:
            continue
        template = folder / f"mal {number}"
        for path, text in content.items():
            (template / path).parent.mkdir(parents=True, exist_ok=True)
            (template / path).write_text(text, "utf-8")
        if BOOK in command:
            put_book(template, put("Tiltak!I6", "lav"), BOOK)
        # In the short run each is stopped in one of the ways.
        for signal in SIGNALS if THOROUGH else SIGNALS[number % 3 : number % 3 + 1]:
            target = folder / f"{number} {signal}"
            jobs.append(Job(command, template, target, signal=signal, first=first, every=every))
            keys.append((name, signal))
    results = stopped(jobs)
    return {
        key: (files(job.template), files(job.target / "0"), stops)
        for key, job, stops in zip(keys, jobs, results, strict=True)
    }


@pytest.mark.wide
@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in LONG])
def test_a_file_is_as_it_was_or_as_it_is_to_be(name: str, runs: Runs) -> None:
    for (key, signal), (before, after, stops) in runs.items():
        if key != name:
            continue
        assert stops
        assert before != after
        for stop in stops:
            found = files(stop.folder)
            strays = {str(path.relative_to(stop.folder)) for path in left(stop.folder)}
            for path, data in found.items():
                assert path in strays or data in (before.get(path), after.get(path)), stop
            if signal != "SIGKILL":
                assert (stop.code, strays) == (130, set()), stop
                assert "Kjør kommandoen på nytt." in stop.err
            else:
                assert (stop.code, stop.err) == (-9, "")
            # The next time all is done, and what was left is swept.
            tiltak(*COMMANDS[name][0], cwd=stop.folder)
            assert files(stop.folder) == after, stop


@pytest.mark.wide
def test_git_is_set_up_whole_or_can_be_again(tmp_path: Path) -> None:
    template = tmp_path / "mal"
    template.mkdir()
    git(template, "init", "--quiet")
    (template / FILE).write_text(FAULTY, "utf-8")
    attributes = template / ".git" / "info" / "attributes"
    attributes.parent.mkdir()
    attributes.write_text("*.png binary\n", "utf-8")
    signals = SIGNALS if THOROUGH else ("SIGTERM",)
    jobs = [
        Job(("git", "install"), template, tmp_path / s, signal=s, first=9, every=12)
        for s in signals
    ]
    for job, stops in zip(jobs, stopped(jobs), strict=True):
        whole = (job.target / "0" / ".git" / "info" / "attributes").read_bytes()
        assert stops
        for stop in stops:
            attributes = stop.folder / ".git" / "info" / "attributes"
            assert attributes.read_bytes() in (b"*.png binary\n", whole)
            assert tiltak("git", "install", cwd=stop.folder).code == 0
            assert tiltak("git", "status", "--local", cwd=stop.folder).code == 0
            assert (attributes.read_bytes(), left(stop.folder)) == (whole, [])
            assert tiltak("git", "uninstall", cwd=stop.folder).code == 0
            assert attributes.read_bytes() == b"*.png binary\n"


def test_what_runs_is_not_swept(tmp_path: Path) -> None:
    """A file that another program is writing stays, and so does one that only looks alike."""
    ours = tmp_path / ".tiltak-1-abc_1234.tmp"
    gone = tmp_path / ".tiltak-4194304-abc_1234.tmp"
    alike = tmp_path / ".tiltak-notat.tmp"
    for path in (ours, gone, alike):
        path.write_text("x")
    (tmp_path / FILE).write_text(FAULTY, "utf-8")
    tiltak("validate", "--fix", cwd=tmp_path)
    assert [path.exists() for path in (ours, gone, alike)] == [True, False, True]


@pytest.mark.wide
def test_a_demo_that_was_stopped_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed, it is begun anew the next time; interrupted, nothing of it is left."""
    monkeypatch.setattr(demo, "_run_through", lambda *_: None)
    template = tmp_path / "mal"
    template.mkdir()
    jobs = [
        Job(("demo",), template, tmp_path / s, signal=s, first=8, every=9, most=1, warm=False)
        for s in (SIGNALS if THOROUGH else SIGNALS[:2])
    ]
    for job, stops in zip(jobs, stopped(jobs), strict=True):
        assert stops
        for stop in stops:
            folder = stop.folder / "tiltak-demo"
            if job.signal != "SIGKILL":
                whole = "kan brukes" in stop.err
                assert (stop.code, folder.exists()) == (130, whole)
            elif (folder / ".tiltak-demo").exists():
                assert tiltak("demo", cwd=stop.folder).code == 0
                assert left(stop.folder) == []
                assert git(folder, "status", "--porcelain") == ""
