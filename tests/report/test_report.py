"""`tiltak report` in its forms: where it is written, of what, in which language."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from command import NEW, OLD, ROOT, golden, tiltak
from support import register_text
from test_formats_pages import MADE_LIVE, shown, tokens
from test_page import NAUGHTY, ODD_IDS, compared, example, register, spoilt

from tiltak_cli.changes.compare import compare
from tiltak_cli.overview.counts import overview
from tiltak_cli.views.report.json import report_json
from tiltak_cli.views.report.markdown import report_markdown
from tiltak_cli.views.safe import one_line
from tiltak_cli.wording import Language

SCHEMA = json.loads((ROOT / "schema" / "rapport.schema.json").read_text("utf-8"))
FORMS = ("text", "html", "markdown", "json")
NB = Language.NB


def checked(text: str) -> dict[str, Any]:
    """A report as JSON, after the published schema has accepted it."""
    report: dict[str, Any] = json.loads(text)
    jsonschema.Draft202012Validator(SCHEMA).validate(report)
    return report


def test_markdown() -> None:
    golden("report.md", tiltak("report", NEW, "--format", "markdown", "--since", OLD).out)


def test_text_with_changes() -> None:
    done = tiltak("report", NEW, "--since", OLD, "--no-timeline", "--language", "nn")
    assert max(map(len, done.out.splitlines())) <= 80
    golden("report-since-nn.txt", done.out)


def test_json_counts_what_the_register_holds() -> None:
    report = checked(tiltak("report", NEW, "--format", "json", "--since", OLD).out)
    assert report["utvalg"] == {"tiltak": 28, "av": 28}
    assert sum(report["situasjoner"].values()) == 28
    assert sum(report["statuser"].values()) == 28
    assert report["over_fristen"] == ["T011", "T016"]
    assert report["retningsvalg_uten_tiltak"] == ["2d"]
    assert report["departementer_uten_rolle"] == ["FD", "NFD"]
    points = [item["poeng"] for item in report["oppmerksomhet"]]
    assert points == sorted(points, reverse=True)
    first = report["oppmerksomhet"][0]
    assert (first["tiltak"], first["grunner"][0]["kode"]) == ("T011", "overdue")
    assert first["grunner"][0]["tekst"] == "Fristen (31.05.2024) er passert med 15 dager."
    assert sum(report["endringer"]["slag"].values()) == len(report["endringer"]["liste"])


@pytest.mark.parametrize("language", Language)
def test_json_has_the_same_keys_and_codes_in_every_language(language: Language) -> None:
    report = checked(report_json(overview(example(), example().as_of), compared(), language))
    plain = checked(report_json(overview(example(), example().as_of), compared(), NB))
    for each in (report, plain):
        each["språk"] = each["oppsummering"] = ""
        for item in each["oppmerksomhet"]:
            for reason in item["grunner"]:
                reason["tekst"] = ""
            item["spørsmål"] = ""
        for change in (*each["endringer"]["liste"], *each["endringer"]["kalender"]):
            change["tekst"] = ""
        for sentence in each["korte_trekk"]["setninger"]:
            sentence["påstand"] = sentence["tekst"] = sentence["linje"] = ""
        for count in each["korte_trekk"]["ellers"]:
            count["tekst"] = ""
        for organisation in (*each["departementer"], *each["belastning"]["ansvarlige"]):
            organisation["navn"] = ""
        for told in (*each["videreført_utfall"], *each["avhengigheter"]):
            told["tekst"] = ""
    assert report == plain


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_form_in_every_language(form: str, language: str) -> None:
    done = tiltak("report", NEW, "--format", form, "--language", language, "--since", OLD)
    assert (done.code, done.err) == (0, "")
    said = {
        "nb": "Skulle startet i mai",
        "nn": "Skulle ha starta i mai",
        "en": "Should have started in May",
    }
    found = [spoken for spoken, text in said.items() if text in done.out]
    assert found == [language]


@pytest.mark.parametrize("name", ["a.html", "A.HTM", "a.md", "a.json", "a.txt"])
def test_the_ending_of_a_file_tells_its_form(tmp_path: Path, name: str) -> None:
    done = tiltak("report", NEW, "-o", name, "--for", "KD", cwd=tmp_path)
    assert done == (0, f"Skrev {name}: 14 av 28 tiltak.\n", "")
    begins = {"html": "<!doctype", "htm": "<!doctype", "md": "# Til", "json": "{", "txt": "Til"}
    text = (tmp_path / name).read_text("utf-8")
    assert text.startswith(begins[name.casefold().partition(".")[2]])
    assert "\x1b" not in text


REFUSED = [
    (["-o", "a.pdf"], "må ha endingen .html, .md, .json eller .txt, eller oppgi --format."),
    (["-o", "a.md", "--format", "html"], "har endingen .md, men --format er html."),
    (["-o", "tiltaksoversikt.yaml"], "har endingen til et register."),
    (["-o", "a.yml", "--format", "html"], "har endingen til et register."),
    (["-o", "register"], "må ha endingen"),
    (["-o", "register", "--format", "html"], "er registeret selv."),
    (["-o", "finnes/ikke/a.html"], "finnes/ikke"),
    (["--format", "pdf"], "Formen «pdf» finnes ikke. Velg text, html, markdown eller json."),
    (["--language", "se"], "Finner ikke språket «se». Velg nb, nn eller en."),
    (["--no-timeline", "--format", "json"], "--no-timeline virker bare"),
    (["--short", "--format", "json"], "--short virker bare for tekst"),
    (["--short", "--ahead"], "--short virker bare for tekst, og ikke sammen med --ahead."),
    (["--since", "finnes-ikke.yaml"], "finnes-ikke.yaml"),
    (["--since", "annen.yaml"], "hører til en annen strategi"),
    (["--for", "XYZ"], "Finner ikke departementet «XYZ»."),
    (["--as-of", "i går"], "er ikke en dato"),
]


@pytest.mark.parametrize(("arguments", "said"), REFUSED, ids=lambda value: str(value)[:40])
def test_what_is_wrong_is_said_in_a_sentence(
    tmp_path: Path, arguments: list[str], said: str
) -> None:
    register_file = tmp_path / "register"
    register_file.write_text(register_text(""), "utf-8")
    (tmp_path / "plan.yaml").write_text(
        "tittel: En annen\nperiode: {fra: 2021, til: 2025}\nmålområder:\n"
        "  - {id: A, navn: B, retningsvalg: [{id: A1, tekst: C}]}\n"
        "virksomheter:\n  - {kort: KDD, bokmål: Kommunen}\n",
        "utf-8",
    )
    (tmp_path / "annen.yaml").write_text(
        "strategi: plan.yaml\nutgave: '1'\nper_dato: 2023-01-01\nansvarlig: KDD\ntiltak: []\n",
        "utf-8",
    )
    before = register_file.read_bytes()
    done = tiltak("report", "register", *arguments, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert done.err.count("\n") == 1
    assert register_file.read_bytes() == before


def test_a_dash_is_standard_output(tmp_path: Path) -> None:
    done = tiltak("report", NEW, "-o", "-", "--format", "json", cwd=tmp_path)
    assert done == tiltak("report", NEW, "--format", "json")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("form", FORMS)
def test_what_is_public_has_no_internal_notes(tmp_path: Path, form: str) -> None:
    for name, note in (("a.yaml", "Hemmelig før"), ("b.yaml", "Hemmelig nå")):
        (tmp_path / name).write_text(register_text(f"merknad: {note}\n"), "utf-8")
    arguments = ("report", "b.yaml", "--since", "a.yaml", "--format", form)
    public = tiltak(*arguments, "--public", cwd=tmp_path)
    assert (public.code, public.err) == (0, "")
    assert "emmelig" not in public.out
    assert "merknad" not in public.out.casefold()
    if form in ("markdown", "json"):
        assert "merknad" in tiltak(*arguments, cwd=tmp_path).out.casefold()


def test_a_selection_leaves_no_gaps_of_its_own() -> None:
    done = tiltak("report", NEW, "--for", "FIN", "--format", "json")
    report = checked(done.out)
    assert report["retningsvalg_uten_tiltak"] == ["2d"]
    assert not [item for item in report["oppmerksomhet"] if item["retningsvalg"]]
    nothing = tiltak("report", NEW, "--direction", "2d", "--format", "markdown")
    assert "Ingen tiltak passer med utvalget." in nothing.out
    assert "Ingen tiltak passer med utvalget." in tiltak("report", NEW, "--direction", "2d").out


@pytest.mark.parametrize("text", NAUGHTY, ids=ascii)
def test_any_text_comes_back_from_markdown_and_json(text: str) -> None:
    plain = register(register_text("status: igangsatt\nvurdering: gul\n"))
    measures = tuple(spoilt(plain.measures[0], text, code) for code in ODD_IDS)
    here = plain._replace(measures=measures, edition=text, keeper=text)
    comparison = compare(plain, here)
    seen = overview(here, here.as_of)
    page = report_markdown(seen, comparison, NB)
    allowed = {"heading", "bullet_list", "ordered_list", "list_item", "paragraph", "strong"}
    allowed |= {"table", "thead", "tbody", "tr", "th", "td"}
    for token in tokens(page):
        kind = token.type.rsplit("_", 1)[0]
        assert kind in allowed or token.type in ("inline", "text", "text_special", "code_inline")
    assert not re.search(MADE_LIVE, shown(page, code="\ufffc"), re.IGNORECASE)
    assert shown(page).count(one_line(text)) > 3 * len(ODD_IDS)
    report = checked(report_json(seen, comparison, NB))
    report_json(seen, comparison, NB).encode()
    assert [item["tittel"] for item in report["tiltak"]] == [text] * len(ODD_IDS)
    assert report["utgave"] == text
