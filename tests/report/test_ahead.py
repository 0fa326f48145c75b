"""What lies ahead and what became of the measures from before: the same in every view."""

import json
import re
from datetime import date, timedelta
from pathlib import Path

import jsonschema
import pytest
from command import NEW, golden, tiltak
from history_depot import edition
from page_reader import Page
from repository import commit, git
from support import FILE, register_text
from test_carried import DONE, DROPPED, STARTED
from test_page import register
from test_report import SCHEMA

from tiltak_cli.changes.history import Moves
from tiltak_cli.domain.deadline import parse_partial
from tiltak_cli.domain.register import Register
from tiltak_cli.overview.attention import Lookback
from tiltak_cli.overview.carried_over import Outcome
from tiltak_cli.overview.counts import Overview, overview
from tiltak_cli.views.html import report_html
from tiltak_cli.views.report.json import report_json
from tiltak_cli.views.report.markdown import report_markdown
from tiltak_cli.views.terminal.report import Look, report_text
from tiltak_cli.wording import Language

NB = Language.NB
DAY = date(2023, 10, 15)
LINES = """\
- id: T001
  tittel: Felles mal for utredninger
  ansvarlig: [FIN, KD]
  frist: 2023-10-31
  opprinnelig_frist: 2023-06
  milepæler:
    - {id: M1, tekst: Utkastet er ute, frist: 2023-10-20}
    - {id: M2, tekst: Malen er i bruk, frist: 2024-Q1}
    - {id: M3, tekst: Utvalget er valgt, frist: 2023-10-25, nådd: 2023-09-01}
- id: T002
  tittel: Opplæring | nye ledere
  ansvarlig: KD
  frist: 2023
- id: T003
  tittel: Felles arkiv
  ansvarlig: KD
  frist: 2026-H1
  opprinnelig_frist: 2024-12-31
- id: T004
  tittel: Kortere høringer
  ansvarlig: JD
  frist: 2024-06-30
  opprinnelig_frist: 2024-09-30
- id: T005
  tittel: Tatt ut i fjor
  ansvarlig: JD
  status: utgår
  frist: 2027
- id: T006
  tittel: Utsatt til senere
  ansvarlig: JD
  status: utsatt
  frist: 2027-01-31
- id: T007
  tittel: Årlig øvelse
  ansvarlig: JD
  løpende: true
"""
SECOND = parse_partial("2023-08-31")
PAST = Lookback({"T001": Moves(2, 61, SECOND), "T002": Moves(), "T007": Moves(1, 90, SECOND)})
CARRIED = (
    DONE._replace(id="T901", title="Innkjøp", result="Alle avtalene er inngått."),
    DONE._replace(id="T902", title="Uten resultat"),
    DROPPED._replace(id="T903", title="Uten | grunn"),
    DROPPED._replace(id="T904", title="Unødvendig", reason="Behovet er borte."),
    STARTED._replace(
        id="T905",
        title="Bygget",
        deadline=parse_partial("2025"),
        responsible=("KDD",),
        milestones=(),
    ),
)


def small() -> Register:
    """Something of every kind that can lie ahead, or have been carried over."""
    here = register(register_text(LINES))
    return here._replace(measures=(*here.measures, *CARRIED))


def seen() -> Overview:
    return overview(small(), DAY, lookback=PAST)


def text(found: Overview, width: int = 80, language: Language = NB, *, full: bool = True) -> str:
    return report_text(
        found, None, Look(language, width, colours=False, timeline=False, ahead=full)
    )


def part(report: str, first: str, last: str) -> str:
    """A report from one heading up to another."""
    _, found, rest = report.partition(f"\n{first}\n")
    assert found
    inner, _, _ = rest.partition(f"\n{last}\n")
    return f"{first}\n{inner.rstrip()}\n"


@pytest.mark.parametrize("width", [80, 120])
def test_in_the_terminal(width: int) -> None:
    report = text(seen(), width)
    assert max(map(len, report.splitlines())) <= width
    ahead = part(report, "Fremover", "Retningsvalg uten tiltak")
    before = part(report, "Videreført fra 2016–2020", "(slutt)")
    golden(f"ahead-{width}.txt", f"{ahead}\n{before}")


def test_in_short_where_it_is_not_asked_for() -> None:
    ahead = part(text(seen(), full=False), "Fremover", "Retningsvalg uten tiltak")
    assert ahead == (
        "Fremover\n"
        "Frist innen 30 dager: 1 tiltak og 1 milepæl. Innen 90: 2 tiltak og 1 milepæl.\n"
        "T001   20.10.2023   5 dager  M1 Utkastet er ute\n"
        "T001   31.10.2023  16 dager  Felles mal for utredninger\n"
        "T002   2023        77 dager  Opplæring | nye ledere\n"
        "Fristen er flyttet for 4 tiltak. 2 tiltak varer ut over strategiperioden.\n"
        "«tiltak report --ahead» viser mer om frister og belastning.\n"
    )


def test_in_markdown() -> None:
    report = report_markdown(seen(), None, NB)
    ahead = part(report, "## Fremover", "## Retningsvalg uten tiltak")
    before = part(report, "## Videreført fra 2016–2020", "(slutt)")
    golden("ahead.md", f"{ahead}\n{before}")


@pytest.mark.parametrize("language", Language)
def test_every_view_names_the_same(language: Language) -> None:
    found = seen()
    report = json.loads(report_json(found, None, language))
    jsonschema.Draft202012Validator(SCHEMA).validate(report)
    page = Page(report_html(found, None, language)).text()
    terminal, wide = text(found, language=language), text(found, 200, language)
    markdown = report_markdown(found, None, language)
    assert [due["tiltak"] for due in report["kommende_frister"]] == ["T001", "T001", "T002"]
    moved = {each["tiltak"]: each["dager"] for each in report["flyttede_frister"]}
    assert list(moved.items()) == [("T003", 546), ("T001", 123), ("T007", 90), ("T004", -92)]
    assert [each["ganger"] for each in report["flyttede_frister"]] == [None, 3, 1, None]
    assert report["etter_strategiperioden"] == ["T003", "T006"]
    for days in moved.values():
        shown = f"{'+' if days > 0 else '−'}{abs(days)}"
        assert all(shown in view for view in (page, terminal, wide, markdown))
    outcomes = {each["tiltak"]: each["utfall"] for each in report["videreført_utfall"]}
    assert list(outcomes) == report["videreført"] == [each.id for each in CARRIED]
    assert [code for code, how in outcomes.items() if how == Outcome.UNEXPLAINED] == [
        *("T902", "T903")
    ]
    for each in report["videreført_utfall"]:
        assert each["tekst"] in page
        assert each["tekst"] in markdown
        assert (each["tekst"] in terminal) is (each["utfall"] == Outcome.UNEXPLAINED)
        assert each["tiltak"] in terminal


def test_json_has_raw_values() -> None:
    report = json.loads(report_json(seen(), None, NB))
    assert report["frister_innen"] == [
        {"dager": 30, "tiltak": 1, "milepæler": 1},
        {"dager": 60, "tiltak": 1, "milepæler": 1},
        {"dager": 90, "tiltak": 2, "milepæler": 1},
    ]
    assert report["belastning"]["kvartaler"][:2] == ["2023-Q4", "2024-Q1"]
    assert report["belastning"]["ansvarlige"][0] == {
        "kode": "FIN",
        "navn": "Finansdepartementet",
        "per_kvartal": [2, 1, 0, 0, 0, 0],
        "senere": 0,
    }
    first = report["flyttede_frister"][0]
    assert (first["første_frist"], first["frist"]) == ("2024-12-31", "2026-H1")
    assert report["flyttede_frister"][2]["frist"] is None
    assert report["videreført_utfall"][1] == {
        "tiltak": "T902",
        "periode": "2016-2020",
        "tidligere_id": "P01",
        "status_da": "vedtatt",
        "utfall": "mangler forklaring",
        "tekst": "Resultatet er ikke ført.",
    }


def test_the_page_leads_from_each_to_its_measure() -> None:
    html = report_html(seen(), None, NB)
    for section in ("belastning", "videre"):
        (found,) = re.findall(rf'<section id="{section}".*?</section>', html, re.DOTALL)
        ids = {"belastning": ["T003", "T001", "T007", "T004", "T003", "T006"]}
        wanted = ids.get(section, [each.id for each in CARRIED])
        assert re.findall(r'href="#(T\d+)"', found) == wanted
        assert found.count("<table") == found.count("<caption")
        assert not re.findall(r"<th(?! scope=)[ >]", found)
    (first,) = re.findall(r'id="framover".*?</ul>', html, re.DOTALL)
    assert re.findall(r'href="#(\w+)"', first) == ["belastning", "T001", "T001", "T002"]


def test_what_is_empty_disappears() -> None:
    here = register(register_text("status: gjennomført\nresultat: Ferdig.\nfrist: 2022\n"))
    nothing = overview(here, DAY)
    heads = ("Belastning", "Frister som er flyttet", "strategiperioden", "Videreført fra")
    views = (
        text(nothing),
        text(nothing, full=False),
        report_markdown(nothing, None, NB),
        Page(report_html(nothing, None, NB)).text(),
    )
    for view in views:
        assert "Ingen frister de neste 90 dagene." in view
        assert not [head for head in heads if head in view]
        assert "--ahead" not in view


def test_a_long_list_of_what_is_due_is_cut() -> None:
    days = [(DAY + timedelta(n)).isoformat() for n in range(13)]
    lines = (f"- id: T{n:03}\n  tittel: Nr {n}\n  frist: {day}\n" for n, day in enumerate(days, 1))
    found = overview(register(register_text("".join(lines))), DAY)
    ahead = part(text(found, full=False), "Fremover", "Retningsvalg uten tiltak")
    assert ahead.count("\nT0") == 10
    assert "\n… og 3 til\n" in ahead
    assert report_markdown(found, None, NB).count(" dager): T0") == 12
    assert report_markdown(found, None, NB).count(" (1 dag): T002") == 1


def test_the_page_shows_no_more_than_fifty_that_have_moved() -> None:
    first = register(register_text("frist: 2024\nopprinnelig_frist: 2023\n")).measures[0]
    here = small()._replace(measures=tuple(first._replace(id=f"T{n:03}") for n in range(100, 153)))
    page = Page(report_html(overview(here, DAY), None, NB)).text()
    assert page.count("\n+366\n") == 50
    assert "\n… og 3 til\n" in page


def test_ahead_is_for_the_text_only(tmp_path: Path) -> None:
    done = tiltak("report", NEW, "--ahead", "-o", tmp_path / "a.md")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "tiltak: --ahead virker bare for tekst. De andre formene har alltid alt med.\n"
    )
    assert not list(tmp_path.iterdir())
    written = tiltak("report", NEW, "--ahead", "-o", tmp_path / "a.txt")
    assert written.code == 0
    assert "\nFrister som er flyttet\n" in (tmp_path / "a.txt").read_text("utf-8")


def test_a_deadline_moved_in_git_is_counted(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    for day, due in (("2024-01-10", "2024"), ("2024-02-10", "2025-06"), ("2024-03-10", "2025-Q1")):
        commit(tmp_path, {FILE: edition(due)}, day)
    done = tiltak("report", FILE, "--ahead", "--no-timeline", cwd=tmp_path)
    row = next(line for line in done.out.splitlines() if "1. kvartal 2025" in line)
    assert row.split()[1:3] == ["T001", "2024"]
    assert re.search(r"\+90 +2 ", row)


def test_a_choice_has_its_own_load() -> None:
    done = tiltak("report", NEW, "--for", "FIN", "--format", "json")
    report = json.loads(done.out)
    ids = {measure["id"] for measure in report["tiltak"]}
    assert {each["tiltak"] for each in report["flyttede_frister"]} <= ids
    whole = json.loads(tiltak("report", NEW, "--format", "json").out)
    fin = [
        next(each for each in found["belastning"]["ansvarlige"] if each["kode"] == "FIN")
        for found in (report, whole)
    ]
    assert fin[0] == fin[1]
