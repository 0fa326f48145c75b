"""The commands on the examples: what a user sees, kept as golden files that can be read."""

import json
from pathlib import Path

import pytest
from command import EXAMPLES, MISTAKES, NEW, OLD, golden, tiltak

REPO_OLD, REPO_NEW = "examples/tiltaksoversikt-2023-2.yaml", "examples/tiltaksoversikt-2024-1.yaml"


def test_both_editions_are_without_findings() -> None:
    done = tiltak("validate", REPO_OLD, REPO_NEW)
    assert done == (
        0,
        f"{REPO_OLD}: 26 tiltak, ingen funn.\n{REPO_NEW}: 28 tiltak, ingen funn.\n",
        "",
    )


@pytest.mark.parametrize("form", ["text", "concise", "json"])
def test_every_typical_mistake_is_found_once(form: str) -> None:
    done = tiltak("validate", "examples/typiske-feil.yaml", "--format", form)
    assert (done.code, done.err) == (1, "")
    golden(f"typiske-feil-{form}.{'json' if form == 'json' else 'txt'}", done.out)


def test_the_mistakes_stand_where_the_titles_say() -> None:
    """One finding in each measure, on a line of that measure, with its id and a remedy."""
    lines = MISTAKES.read_text(encoding="utf-8").splitlines()
    starts = [n for n, line in enumerate(lines, 1) if line.startswith("  - id: ")]
    found = json.loads(tiltak("validate", MISTAKES, "--format", "json").out)
    findings = found["registers"][0]["findings"]
    assert len(findings) == len(starts)
    for finding, start, end in zip(findings, starts, [*starts[1:], len(lines) + 1], strict=True):
        assert start <= finding["line"] < end, finding
        assert finding["measure"] == lines[start - 1].removeprefix("  - id: ")
        assert finding["remedy"]
        assert finding["message"]


@pytest.mark.parametrize("width", ["80", "120"])
def test_the_report(width: str) -> None:
    done = tiltak("report", REPO_NEW, COLUMNS=width)
    assert (done.code, done.err) == (0, "")
    assert max(map(len, done.out.splitlines())) <= int(width)
    golden(f"report-{width}.txt", done.out)


@pytest.mark.parametrize("width", ["80", "120"])
def test_the_list(width: str) -> None:
    done = tiltak("list", REPO_NEW, COLUMNS=width)
    assert max(map(len, done.out.splitlines())) <= int(width)
    golden(f"list-{width}.txt", done.out)


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        (["--for", "OED"], ["T005", "T009", "T019", "T021", "T024"]),
        (["--for", "ed", "--status", "gjennomført"], ["T009"]),
        (["--area", "3", "--direction", "3c"], ["T003", "T023", "T024"]),
        (["--overdue"], ["T011", "T016"]),
        (["--overdue", "--as-of", "2024-05-31"], ["T016"]),
        (["--status", "utsatt", "--status", "utgår"], ["T022", "T026"]),
    ],
)
def test_listing_some(arguments: list[str], ids: list[str]) -> None:
    done = tiltak("list", NEW, "--format", "json", *arguments)
    assert done.err == ""
    assert [item["id"] for item in json.loads(done.out)["tiltak"]] == ids


def test_an_empty_choice_says_so() -> None:
    assert tiltak("list", NEW, "--for", "NFD", "--overdue").out == (
        "Ingen av 28 tiltak passer med valget.\n"
    )


@pytest.mark.parametrize("form", ["text", "yaml", "json"])
def test_one_measure(form: str) -> None:
    done = tiltak("show", "T011", REPO_NEW, "--format", form)
    assert (done.code, done.err) == (0, "")
    golden(f"show-T011.{form.replace('text', 'txt')}", done.out)


def test_a_measure_shown_as_yaml_reads_back_as_the_same(tmp_path: Path) -> None:
    """Every measure of the example, joined again, is the register it came from."""
    text = NEW.read_text(encoding="utf-8")
    head = text[: text.index("\ntiltak:\n") + len("\ntiltak:\n")]
    ids = [line.removeprefix("  - id: ") for line in text.splitlines() if "- id: T" in line]
    joined = tmp_path / "tiltaksoversikt.yaml"
    shown = "".join(tiltak("show", i, NEW, "--format", "yaml").out for i in ids[:8])
    kept = text[len(head) :]
    rest = kept[kept.index(f"  - id: {ids[8]}") :]
    joined.write_text(head + shown + rest, encoding="utf-8")
    assert tiltak("diff", NEW, joined).out.splitlines()[1] == "Ingen endringer i innholdet."
    # The comments of those eight are not in the data.
    assert "Bare kommentarer er endret i T001" in tiltak("diff", NEW, joined).out


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_the_difference_between_the_editions(form: str) -> None:
    done = tiltak("diff", REPO_OLD, REPO_NEW, "--format", form)
    assert (done.code, done.err) == (0, "")
    endings = {"text": "txt", "markdown": "md", "json": "json"}
    golden(f"diff.{endings[form]}", done.out)


def test_diff_with_itself_is_empty_and_exit_code_is_as_in_git() -> None:
    same = tiltak("diff", NEW, NEW, "--exit-code")
    assert (same.code, same.out.splitlines()[1]) == (0, "Ingen endringer i innholdet.")
    assert tiltak("diff", OLD, NEW, "--exit-code").code == 1
    assert tiltak("diff", OLD, NEW).code == 0


def test_explain_shows_a_rule_and_the_list_of_them() -> None:
    page = tiltak("explain", "TIL201").out
    golden("explain-TIL201.txt", page)
    assert tiltak("explain", "ukjent-status").out == page
    assert "TIL411  feil       Et retningsvalg hører til" in tiltak("explain").out


def test_the_default_register_is_the_one_where_you_stand(tmp_path: Path) -> None:
    assert "Fant ikke noe register her" in tiltak("validate", cwd=tmp_path).err
    assert "Fant ikke noe register her" in tiltak("report", cwd=tmp_path).err
    (tmp_path / "tiltaksoversikt.yaml").write_bytes(NEW.read_bytes())
    assert tiltak("validate", cwd=tmp_path).out == "tiltaksoversikt.yaml: 28 tiltak, ingen funn.\n"
    assert tiltak("list", "--overdue", cwd=tmp_path).code == 0


@pytest.mark.parametrize(
    "command", [["report"], ["list"], ["show", "T001"], ["diff", MISTAKES], ["export", "-o"]]
)
def test_a_register_with_errors_is_told_of_as_far_as_it_is_clear(
    command: list[str | Path], tmp_path: Path
) -> None:
    command = [*command, tmp_path / "a.json"] if command[-1] == "-o" else command
    done = tiltak(*command, MISTAKES)
    assert done.code == 0
    # Comparing only asks whether the values mean something.
    number = 9 if command[0] == "diff" else 21
    assert f"typiske-feil.yaml har {number} feil. 9 tiltak er ikke med, fordi feil" in done.err
    assert "Kjør «tiltak validate" in done.err
    assert tiltak(*command, "--strict", MISTAKES) == done._replace(code=1)


def test_both_lanes_of_validate_give_the_same() -> None:
    """Without options `validate` starts without Typer; the answer must not tell."""
    for path in (NEW, MISTAKES, EXAMPLES / "finnes-ikke.yaml"):
        assert tiltak("validate", path) == tiltak("validate", "--max", "50", path)


def test_the_readme_shows_what_the_tool_says() -> None:
    readme = (EXAMPLES.parent / "README.md").read_text(encoding="utf-8")
    shown = readme.split("Slik ser en feil ut:\n\n```\n")[1].split("```")[0]
    assert shown in tiltak("validate", "examples/typiske-feil.yaml").out
