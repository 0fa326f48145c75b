"""Options mean the same in every command; `docs/options.md` says what, and where they are."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from command import NEW, ROOT, current, tiltak
from repository import commit, git
from support import spread
from typer.core import TyperOption

from tiltak_cli.cli.app import make_command
from tiltak_cli.cli.common.norwegian_help import RENAMED

PAGE = ROOT / "docs" / "options.md"
ABOUT = """# Options

An option means the same in every command that has it, and what several have is one `typer.Option`
in `tiltak_cli/cli/common/options.py`. What it means is written here by hand. The rest is made from
the code: `TILTAK_UPDATE=1 .venv/bin/python -m pytest tests/house/test_options.py` writes it anew.

| option | what it means, everywhere | in |
|---|---|---|
"""
OLD = """
## Old spellings

They still work, and say the new one (`RENAMED` in `tiltak_cli/cli/common/norwegian_help.py`).

| command | before | now |
|---|---|---|
"""
# Of these a command may say in words of its own what it means there.
OWN_WORDS = {
    *(
        "--all",
        "--as-of",
        "--base",
        "--commit",
        "--diff",
        "--dry-run",
        "--for",
        "--force",
        "--format",
    ),
    *(
        "--ministry",
        "--no-commit",
        "--output",
        "--ours",
        "--rev",
        "--strategy",
        "--strict",
        "--theirs",
    ),
}


def parameters() -> Iterator[tuple[str, TyperOption]]:
    """Every option of every command, with the command's name."""

    def walk(command: Any, name: str) -> Iterator[tuple[str, TyperOption]]:
        for param in command.params:
            if isinstance(param, TyperOption):
                yield name, param
        for inner, each in getattr(command, "commands", {}).items():
            yield from walk(each, f"{name} {inner}")

    yield from walk(make_command(""), "tiltak")


def options() -> dict[str, dict[str, str]]:
    """The help of each option, by its name and then by command."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for command, param in parameters():
        for option in (*param.opts, *param.secondary_opts):
            found[option][command] = param.help or ""
    return found


def rows() -> dict[str, str]:
    """What an option is called, in the order of the page, and the commands that have it."""
    names: dict[str, str] = {}
    commands: dict[str, list[str]] = defaultdict(list)
    for command, param in parameters():
        own = sorted(param.opts, key=lambda option: (option.startswith("--"), len(option)))
        main = next((option for option in own if option.startswith("--")), own[0])
        name = ", ".join(f"`{option}`" for option in (*own, *param.secondary_opts))
        names[main] = max(name, names.get(main, ""), key=len)
        commands[main].append(command.removeprefix("tiltak").strip() or "tiltak")
    order = sorted(names, key=lambda main: main.strip("-").casefold())
    return {names[main]: ", ".join(sorted(commands[main])) for main in order}


def test_the_page_is_current_and_says_what_each_option_means() -> None:
    written = re.findall(r"^\| (`-.*?) \| (.*?) \| ", PAGE.read_text("utf-8"), re.MULTILINE)
    meanings = dict(written)
    table = "".join(f"| {name} | {meanings.get(name, '')} | {c} |\n" for name, c in rows().items())
    old = "".join(
        f"| `{path}` | `{before}` | `{now}` |\n"
        for path, spellings in RENAMED.items()
        for before, now in spellings.items()
    )
    current(PAGE, f"{ABOUT}{table}{OLD}{old}")
    assert [name for name, meaning in meanings.items() if not meaning] == []


def test_what_several_commands_have_is_said_in_the_same_words() -> None:
    other = {
        option: by_command
        for option, by_command in options().items()
        if option.startswith("--") and option not in OWN_WORDS
        if len(set(by_command.values())) > 1
    }
    assert other == {}


@pytest.mark.parametrize(
    ("option", "commands"),
    [
        ("--for", "validate list report diff history export"),
        ("--language", "list show report diff export"),
        ("-o", "validate list show report diff history export import merge schema"),
        ("--since", "validate report history export"),
        ("--strict", "validate list show report diff history export"),
        ("--as-of", "init validate list show report history export import edition"),
    ],
)
def test_what_belongs_together_is_in_every_command(option: str, commands: str) -> None:
    assert set(options()[option]) >= {f"tiltak {name}" for name in commands.split()}


@pytest.mark.wide
def test_old_spellings_still_work_and_say_the_new_one(tmp_path: Path) -> None:
    text = tiltak("validate", "--format", "text", NEW)
    for old in (("--format", "full"), ("--format=full",)):
        done = tiltak("validate", *old, NEW)
        assert done == text._replace(err="tiltak: «--format full» skrives nå «--format text».\n")
    git(tmp_path, "init", "--quiet")
    commit(tmp_path, {"tiltaksoversikt.yaml": NEW.read_text("utf-8")})
    for old in (("--date", "2024-06-20"), ("--date=20.06.2024",)):
        done = tiltak("edition", "2024-2", *old, "--dry-run", cwd=tmp_path)
        assert done.code == 0
        assert "«--date» skrives nå «--as-of»." in done.err
        assert "per 20.06.2024" in done.out


FORMS = (
    ("list", "a.txt", "28 tiltak per 15.06.2024."),
    ("list", "a.json", '"utgave": "2024-1"'),
    ("show T001", "a.txt", "T001 Forsøk med kjernegrupper"),
    ("show T001 --format yaml", "a.txt", "id: T001"),
    ("validate", "a.txt", "28 tiltak, ingen funn."),
    ("validate", "a.sarif", '"$schema"'),
    ("validate", "a.xml", "<testsuites"),
    ("history", "a.md", "# "),
    ("history T001", "a.json", '"T001"'),
)


@spread(("command", "name", "holds"), FORMS, 12)
def test_a_result_goes_to_a_file(command: str, name: str, holds: str, tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    commit(tmp_path, {"tiltaksoversikt.yaml": NEW.read_text("utf-8")})
    done = tiltak(*command.split(), "-o", name, cwd=tmp_path, FORCE_COLOR="1")
    assert (done.code, done.out.startswith(f"Skrev {name}: ")) == (0, True)
    text = (tmp_path / name).read_text("utf-8")
    assert holds in text
    assert "\x1b" not in text


@pytest.mark.wide
def test_findings_of_one_ministry(tmp_path: Path) -> None:
    text = NEW.read_text("utf-8").replace("    frist: 2024-05-31", "    frist: snart", 1)
    (tmp_path / "tiltaksoversikt.yaml").write_text(text, "utf-8")
    # T011 is that of KD.
    assert "TIL209" in tiltak("validate", "--for", "KD", cwd=tmp_path).out
    done = tiltak("validate", "--for", "FIN", cwd=tmp_path)
    assert (done.code, done.out) == (
        0,
        "tiltaksoversikt.yaml: 28 tiltak, ingen andre funn (1 i andres tiltak).\n",
    )
    assert "«XX»" in tiltak("validate", "--for", "XX", cwd=tmp_path).err
    named = tiltak("validate", "--for", "finansdepartementet", cwd=tmp_path)
    assert named == done


@spread(
    ("language", "heading", "said"),
    [("nn", "Retningsval", "28 tiltak per 15.06.2024."), ("en", "Deadline", "28 measures on")],
    every=2,
)
def test_a_list_and_a_measure_in_other_languages(language: str, heading: str, said: str) -> None:
    done = tiltak("list", NEW, "--language", language, COLUMNS="130")
    assert heading in done.out.splitlines()[0]
    assert said in done.out
    assert tiltak("show", "T011", NEW, "--language", language).code == 0
    done = tiltak("list", NEW, "--language", language, "--format", "json")
    assert "--language virker bare for text." in done.err


@pytest.mark.wide
def test_the_history_of_one_ministry(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    commit(tmp_path, {"tiltaksoversikt.yaml": NEW.read_text("utf-8")})
    done = tiltak("history", "--for", "FIN", cwd=tmp_path)
    chosen = tiltak("list", "--for", "FIN", cwd=tmp_path).out.splitlines()[2:-1]
    assert [line[:4] for line in chosen] == [line[:4] for line in done.out.splitlines()[2:-1]]
    refused = tiltak("history", "T011", "--for", "LMD", cwd=tmp_path)
    assert (refused.code, "har ingen rolle i T011" in refused.err) == (2, True)
