"""Each format read by a real reader of it, or by one written from the reader's own source."""

import json
from pathlib import Path
from typing import Any

import pytest
from command import DATA, MISTAKES, NEW, ROOT, golden, tiltak
from jsonschema import Draft4Validator, Draft202012Validator
from support import HEAD_LINES, register_text

from tiltak_cli.cli.commands.validate.output import VIEWS
from tiltak_cli.findings import Finding, Severity
from tiltak_cli.sources.files import Source, read_path
from tiltak_cli.sources.register.load import load

ENDINGS = {"gitlab": "json", "sarif": "json", "junit": "xml", "markdown": "md"}
FORMATS = {form: ENDINGS.get(form, "txt") for form in VIEWS if form != "json"}
COMMANDS = {"feil": "error", "advarsel": "warning", "merknad": "notice"}
HARM = "::error::x ##vso[a.b]c %0A;],:%25 <q>@kmd [a](http://b) www.a.no `x` *y* #12 | \u202e"


def written(form: str, path: Path | str = MISTAKES, cwd: Path = ROOT) -> str:
    return tiltak("validate", "--format", form, path, cwd=cwd).out


def found(path: Path = MISTAKES) -> tuple[Finding, ...]:
    source = read_path(str(path))
    assert isinstance(source, Source)
    return load(source).findings


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A register with signs that every format has a use for, in titles, values and names."""
    path = tmp_path / "et sted, æ;b].yaml"
    title = json.dumps(HARM)
    path.write_text(
        register_text(f"tittel: {title}\nstatus: {title}\nprioritet: {title}\n"), "utf-8"
    )
    return path


@pytest.mark.parametrize(("form", "ending"), FORMATS.items())
def test_the_typical_mistakes(form: str, ending: str) -> None:
    golden(f"formats/typiske-feil.{form}.{ending}", written(form, "examples/typiske-feil.yaml"))


# --- GitHub: as ActionCommand.TryParseV2 in actions/runner reads it


def github_commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    commands = []
    for line in text.splitlines():
        trimmed = line.lstrip()
        end = trimmed.find("::", 2)
        if not trimmed.startswith("::") or end < 0:
            continue
        name, _, properties = trimmed[2:end].partition(" ")
        pairs = dict(each.split("=", 1) for each in properties.split(",") if "=" in each)
        data = trimmed[end + 2 :]
        commands.append(
            (
                name,
                {k: unescaped(v, GITHUB_PROPERTY) for k, v in pairs.items()},
                unescaped(data, GITHUB),
            )
        )
    return commands


GITHUB = {"%0D": "\r", "%0A": "\n", "%25": "%"}
GITHUB_PROPERTY = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}


def unescaped(text: str, escapes: dict[str, str]) -> str:
    for escape, character in escapes.items():
        text = text.replace(escape, character)
    return text


def test_github_reads_every_finding() -> None:
    commands = github_commands(written("github"))
    assert len(commands) == len(found())
    for (name, properties, data), finding in zip(commands, found(), strict=True):
        assert (
            name == {"feil": "error", "advarsel": "warning", "merknad": "notice"}[finding.severity]
        )
        assert properties["file"].endswith("typiske-feil.yaml")
        assert (properties["line"], properties["col"]) == (
            str(finding.place.line),
            str(finding.place.column),
        )
        assert properties["title"] == f"{finding.code} {finding.name}"
        assert data == (
            f"{finding.measure_id} «{finding.measure_title}»: {finding.message} {finding.remedy}"
        )


def test_github_is_chosen_in_its_own_build_and_an_option_goes_before() -> None:
    wrong = HEAD_LINES.encode()
    annotated = tiltak("validate", "-", "--format", "github", stdin=wrong).out
    assert annotated.startswith("::error ")
    assert tiltak("validate", "-", stdin=wrong, GITHUB_ACTIONS="true").out == annotated
    full = tiltak("validate", "--format", "text", "-", stdin=wrong, GITHUB_ACTIONS="true")
    assert full.out == tiltak("validate", "-", stdin=wrong).out
    clean = tiltak("validate", NEW, GITHUB_ACTIONS="true")
    assert clean.out.endswith("28 tiltak, ingen funn.\n")


def test_github_with_hostile_text(hostile: Path) -> None:
    commands = github_commands(written("github", hostile))
    assert [name for name, *_ in commands] == ["warning", "error", "error"]
    assert all(properties["file"].endswith("et sted, æ;b].yaml") for _, properties, _ in commands)


# --- Azure: as Command.TryParse in azure-pipelines-agent reads it

AZURE = {"%0D": "\r", "%0A": "\n", "%AZP25": "%"}
AZURE_PROPERTY = {"%3B": ";", "%0D": "\r", "%0A": "\n", "%5D": "]", "%AZP25": "%"}


def azure_commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    commands = []
    for line in text.splitlines():
        begin = line.find("##vso[")
        end = line.find("]", begin)
        if begin < 0 or end < 0:
            continue
        name, _, properties = line[begin + len("##vso[") : end].partition(" ")
        pairs = [each.split("=", 1) for each in properties.split(";") if "=" in each]
        commands.append(
            (
                name,
                {key.casefold(): unescaped(value, AZURE_PROPERTY) for key, value in pairs},
                unescaped(line[end + 1 :], AZURE),
            )
        )
    return commands


def test_azure_reads_every_finding() -> None:
    commands = azure_commands(written("azure"))
    assert {name for name, *_ in commands} == {"task.logissue"}
    for (_, properties, data), finding in zip(commands, found(), strict=True):
        assert properties["type"] == ("error" if finding.severity is Severity.ERROR else "warning")
        assert (properties["linenumber"], properties["code"]) == (
            str(finding.place.line),
            finding.code,
        )
        assert data == finding.sentence


def test_azure_with_hostile_text(hostile: Path) -> None:
    commands = azure_commands(written("azure", hostile))
    assert [name for name, *_ in commands] == ["task.logissue"] * 3
    assert all(
        properties["sourcepath"].endswith("et sted, æ;b].yaml") for _, properties, _ in commands
    )


# --- JSON, SARIF and GitLab, by their schemas


def schema(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


@pytest.mark.parametrize("which", ["mistakes", "hostile"])
def test_json_has_the_form_that_is_published(which: str, hostile: Path) -> None:
    published = schema(ROOT / "schema" / "funn.schema.json")
    Draft202012Validator.check_schema(published)
    document = json.loads(written("json", MISTAKES if which == "mistakes" else hostile))
    Draft202012Validator(published).validate(document)
    (register,) = document["registers"]
    fixes = [finding["fix"] for finding in register["findings"]]
    assert None in fixes
    # What turns the letters round is for someone to look at.
    assert any(fix["safe"] for fix in fixes if fix) == (which == "mistakes")


@pytest.mark.parametrize("which", ["mistakes", "hostile", "clean"])
def test_sarif_has_the_official_form(which: str, hostile: Path) -> None:
    path = {"mistakes": MISTAKES, "hostile": hostile, "clean": NEW}[which]
    document = json.loads(written("sarif", path))
    Draft4Validator(schema(DATA / "formats" / "sarif-schema-2.1.0.json")).validate(document)
    (run,) = document["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result, finding in zip(run["results"], found(path), strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding.code
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"]) == finding.place[1:3]
    if which == "hostile":
        uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert uri.endswith("et%20sted%2C%20%C3%A6%3Bb%5D.yaml")


@pytest.mark.parametrize("which", ["mistakes", "clean"])
def test_gitlab_has_the_form_it_documents(which: str) -> None:
    path = "examples/typiske-feil.yaml" if which == "mistakes" else NEW
    report = json.loads(written("gitlab", path))
    Draft202012Validator(schema(DATA / "formats" / "gitlab-code-quality.schema.json")).validate(
        report
    )
    assert len(report) == (len(found()) if which == "mistakes" else 0)
    assert len({each["fingerprint"] for each in report}) == len(report)


def test_fingerprints_stay_when_lines_move(tmp_path: Path) -> None:
    text = MISTAKES.read_text("utf-8")
    prints = []
    for content in (text, text.replace("\ntiltak:\n", "\n# én\n# to\n\ntiltak:\n")):
        (tmp_path / "a.yaml").write_text(content, "utf-8")
        prints.append([e["fingerprint"] for e in json.loads(written("gitlab", "a.yaml", tmp_path))])
    assert prints[0] == prints[1]


# --- the text forms


def test_statistics() -> None:
    golden(
        "typiske-feil-statistics.txt",
        tiltak("validate", "--statistics", "examples/typiske-feil.yaml").out,
    )


def test_quiet_shows_findings_only() -> None:
    assert tiltak("validate", "--quiet", NEW) == (0, "", "")
    done = tiltak("validate", "-q", "--format", "concise", MISTAKES)
    assert (done.code, len(done.out.splitlines())) == (1, len(found()))


def test_max_says_how_many_more() -> None:
    done = tiltak("validate", "--max", "3", "--format", "concise", MISTAKES)
    lines = done.out.splitlines()
    assert len(lines) == 5
    assert lines[3] == "… og 18 funn til. Vis alle med --max 0."


def test_what_can_be_mended_is_counted() -> None:
    last = written("concise").splitlines()[-1]
    assert last.endswith(
        "21 feil i 21 av 21 tiltak. 4 kan rettes automatisk (tiltak validate --fix). 3 til kan "
        "gjettes (--unsafe-fixes)."
    )
