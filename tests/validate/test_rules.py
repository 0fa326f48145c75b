"""Every rule's own examples: the bad one gives exactly that finding, the good one none."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from support import HEAD_LINES, check, register_text, spread

from tiltak_cli.findings import Severity
from tiltak_cli.rules import RULES, rule_by_code
from tiltak_cli.rules.base import Edge, Rule
from tiltak_cli.rules.examples import edge_as_example, example_files
from tiltak_cli.sources.files import Source, read_path
from tiltak_cli.sources.register.gallery import example_source, told_of
from tiltak_cli.sources.register.load import Loaded, load
from tiltak_cli.sources.schema.explain import Explainer
from tiltak_cli.sources.yaml import decode
from tiltak_cli.sources.yaml.events import MAX_DEPTH

# A code is never used again: what is taken out of the list of rules is added here.
RETIRED: frozenset[str] = frozenset()
# Rules that no short example can show; each has a test of its own below.
SHOWN_OTHERWISE = {"TIL506", "TIL901", "TIL903", "TIL299"}
EXAMPLES = [pytest.param(rule, id=rule.code) for rule in RULES]
EDGES = [
    pytest.param(rule, edge, id=f"{rule.code} {edge.about}")
    for rule in RULES
    for edge in rule.edges
]
# Words that an analyst should not need to know. The manual page may explain them.
JARGON = re.compile(
    r"schema|enum|pattern|regex|string|integer|boolean|array|mapping|parser|token|scalar|"
    r"anker|alias|None\b|null\b|YAML-dokument|\['|\{'",
    re.IGNORECASE,
)
# Danish and nynorsk forms of words that are common in messages.
NOT_BOKMÅL = re.compile(r"\b(ikkje|eit|ein|frå|noko|hvad|ogsaa|mangle[rd]e|findes|indhold)\b")


def codes(loaded: Loaded) -> list[str]:
    return [finding.code for finding in loaded.findings]


def test_codes_and_names_are_unique_and_never_used_again() -> None:
    every_code = [rule.code for rule in RULES]
    assert len(set(every_code)) == len(every_code)
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert RETIRED.isdisjoint(every_code)
    assert all(re.fullmatch(r"TIL[0-9]{3}", code) for code in every_code)
    assert all(re.fullmatch(r"[a-zæøå]+(-[a-zæøå]+)*", rule.name) for rule in RULES)


def test_a_rule_is_found_by_its_code_or_its_name() -> None:
    assert rule_by_code(" til201 ") is rule_by_code("ukjent-status")
    assert rule_by_code("TIL000") is None


@pytest.mark.parametrize("rule", EXAMPLES)
def test_the_manual_page_is_written_out(rule: Rule) -> None:
    assert rule.title[0].isupper() or rule.title.startswith("«")
    assert not rule.title.endswith(".")
    assert rule.why.endswith(".")
    assert rule.why != rule.title
    assert (rule.bad is None) == (rule.code in SHOWN_OTHERWISE)
    assert (rule.bad, rule.beside) != (rule.good, ())
    for text in (rule.title, rule.why):
        assert not NOT_BOKMÅL.search(text), text


@pytest.mark.parametrize("rule", [p for p in EXAMPLES if p.id not in SHOWN_OTHERWISE])
def test_the_bad_example_gives_exactly_that_finding(rule: Rule) -> None:
    (finding,) = told_of(rule)
    text = example_files(rule)[finding.place.file]
    assert (finding.code, finding.name, finding.severity) == (rule.code, rule.name, rule.severity)
    lines = text.split("\n")
    assert 1 <= finding.place.line <= len(lines)
    assert 1 <= finding.place.column <= len(lines[finding.place.line - 1]) + 1
    for sentence in (finding.message, finding.remedy):
        assert sentence.endswith((".", "?"))
        assert not JARGON.search(sentence), sentence
        assert not NOT_BOKMÅL.search(sentence), sentence
    of_more = ("TIL106", "TIL208", "TIL326", "TIL328")
    about_a_measure = rule.code[3] in "1234" and rule.code not in of_more
    assert bool(finding.measure_id) >= about_a_measure
    assert bool(finding.measure_title) >= about_a_measure


@pytest.mark.parametrize("rule", EXAMPLES)
def test_the_good_example_gives_no_finding(rule: Rule) -> None:
    assert told_of(rule, good=True) == ()
    assert load(example_source(example_files(rule, good=True))).register is not None


@spread(("rule", "edge"), EDGES, every=24)
def test_on_its_edge_a_rule_is_broken_or_kept_and_no_other_is(rule: Rule, edge: Edge) -> None:
    findings = told_of(edge_as_example(rule, edge))
    assert [finding.code for finding in findings] == [rule.code] * edge.broken
    assert not edge.about.endswith(".")
    assert not NOT_BOKMÅL.search(edge.about)


def test_an_edge_is_told_of_once() -> None:
    for rule in RULES:
        assert len({edge.about for edge in rule.edges}) == len(rule.edges), rule.code


def test_two_heads_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(HEAD_LINES + "tiltak: []\n", "utf-8")
    (tmp_path / "b.yaml").write_text("# b\n" + HEAD_LINES, "utf-8")
    source = read_path(str(tmp_path))
    assert isinstance(source, Source)
    (finding,) = load(source).findings
    assert (finding.code, finding.place.line, finding.place.column) == ("TIL021", 2, 1)
    assert finding.place.file.endswith("b.yaml")
    assert finding.related[0].place.file.endswith("a.yaml")


def test_a_file_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode, "MAX_BYTES", 10)
    loaded = check(HEAD_LINES)
    assert codes(loaded) == ["TIL901"]
    assert not loaded.readable


def test_a_measure_that_only_the_gate_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    """The net: what neither the explanation nor a rule tells is told all the same."""
    monkeypatch.setattr(Explainer, "explain", lambda *_: ([], set()))
    text = register_text(
        "- id: T001\n  forum: 1\n- id: T002\n  tittel: Ny\n- id: T003\n  avvik: 2\n"
    )
    told = [(f.code, f.place.line) for f in check(text).findings if f.code == "TIL299"]
    assert told == [("TIL299", 6), ("TIL299", 25)]


def test_the_net_is_quiet_about_measures_that_a_rule_has_told_of() -> None:
    text = register_text(
        "- id: T001\n  status: igangsatt\n- id: T002\n  tittel: Ny\n  status: utgår\n"
    )
    assert codes(check(text)) == ["TIL307", "TIL306"]


def test_a_clean_register_is_never_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the gate lets through costs nothing more."""
    asked: list[int] = []
    monkeypatch.setattr(Explainer, "explain", lambda *_: asked.append(1))
    assert codes(check(register_text(""))) == []
    assert asked == []


def test_one_mistake_gives_one_finding() -> None:
    """A rule keeps quiet where a field that it reads is already known to be wrong."""
    for lines, expected in {
        "status: gjenomført\n": ["TIL201"],
        "frist: 30.06.2023\n": ["TIL209"],
        "status: igangsatt\nfremdirft: Går bra.\n": ["TIL101"],
        "retningsvlag: [1a]\n": ["TIL101"],
        "målområder: [1, 9]\nretningsvalg: [2a]\n": ["TIL203"],
        "milepæler:\n  - {id: M1, tekst: A, frist: 2024}\n  - {id: 1, tekst: B, frist: 2030}\n": [
            "TIL208"
        ],
        "vurdering: gul\navvik:\n": ["TIL104"],
        "status: igangsatt\nfremdrift: A\nstart: 2026\nfrist: 2025\nmilepæler:\n"
        "  - {id: M1, tekst: A, frist: 2024}\n": ["TIL321"],
        "maalomraader: [1]\n# målområder mangler\n": ["TIL101"],
        "- id: T1\n- id: T1\n  tittel: Annet\n": ["TIL208", "TIL208"],
        "frist: 2023-06\nvurdering: gul\n": ["TIL308"],
        "frist: 2023-06\nvurdering: rød\n": ["TIL308"],
        "avhenger_av: T001\n": ["TIL403"],
    }.items():
        assert codes(check(register_text(lines))) == expected, lines


def test_without_a_date_nothing_is_judged_by_it() -> None:
    lines = "ansvarlig: KMD\noppdatert: 2030-01-01\nfrist: 2021\n"
    dated = register_text(lines)
    assert codes(check(dated)) == ["TIL414", "TIL323", "TIL309"]
    for wrong in ("2023-02-30", "15.10.2023"):
        assert codes(check(dated.replace("2023-10-15", wrong))) == ["TIL209"]


def test_a_new_number_is_the_one_after_the_highest() -> None:
    measures = "- id: T007\n  tittel: A\n- id: T002\n  tittel: B\n"
    again = "- id: T002\n  tittel: C\n- id: T002\n  tittel: D\n"
    first, second = check(register_text(measures + again)).findings
    assert first.remedy == "Gi tiltaket et nytt nummer, for eksempel T008."
    assert second.remedy == "Gi tiltaket et nytt nummer, for eksempel T009."


@pytest.mark.wide
def test_a_guess_at_a_reference_never_leads_in_a_circle() -> None:
    """T001 depends on what depends on it in the end, if T012 is what was meant."""
    chain = "- id: T001\n  avhenger_av: T021\n- id: T012\n  tittel: B\n  avhenger_av: T003\n"
    for last, remedy in (
        ("T001", "Rett id-en, eller ta bort henvisningen."),
        ("T012", "Mente du T012?"),
        ("", "Mente du T012?"),
    ):
        reference = f"  avhenger_av: {last}\n" if last else ""
        text = register_text(f"{chain}- id: T003\n  tittel: C\n{reference}")
        assert [f.remedy for f in check(text).findings if f.code == "TIL402"] == [remedy]
    # Of so long a chain it is not known where it ends.
    numbers = [*range(200, 320), *range(8000, 8200), 8199]
    pairs = pairwise(numbers)
    long = "".join(f"- id: T{n}\n  tittel: {n}\n  avhenger_av: T{other}\n" for n, other in pairs)
    text = register_text(f"- id: T001\n  avhenger_av: T020\n{long}")
    assert check(text).findings[0].remedy == "Rett id-en, eller ta bort henvisningen."


def test_a_new_milestone_is_the_one_after_the_highest() -> None:
    steps = "".join(f"  - {{id: M{n}, tekst: A{n}}}\n" for n in (4, 1, 1))
    (finding,) = check(register_text(f"milepæler:\n{steps}")).findings
    assert finding.remedy == "Gi milepælen et nytt nummer, for eksempel M5."


def test_as_many_levels_as_are_allowed_are_not_too_many() -> None:
    """The head is the outermost."""
    inner = MAX_DEPTH - 1
    levels = f"{HEAD_LINES}tiltak: {'[' * inner}{']' * inner}\n"
    assert codes(check(levels)) == ["TIL103"]


def test_the_head_is_checked_as_the_measures_are() -> None:
    text = register_text("").replace("ansvarlig: KDD\ntiltak", "ansvarlig: KMD\ntiltak")
    (finding,) = check(text).findings
    assert (finding.code, finding.place.line, finding.severity) == ("TIL414", 4, Severity.ERROR)


def test_every_circle_is_told_once_and_long_chains_are_no_trouble() -> None:
    chain = "".join(
        f"- id: T{n:03d}\n  tittel: Nummer {n}\n  avhenger_av: T{n % 3000 + 1:03d}\n"
        for n in range(1, 3001)
    )
    (finding,) = check(register_text(chain)).findings
    assert finding.code == "TIL404"
    assert len(finding.message) < 100
