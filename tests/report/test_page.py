"""The shareable page: complete, the same every time, and unharmed by what a register holds."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from command import NEW, OLD, golden, tiltak
from generate import register as generated
from page_reader import Page
from support import check, register_text

from tiltak_cli.changes.compare import Comparison, compare
from tiltak_cli.domain.deadline import parse_partial
from tiltak_cli.domain.fields import FIELDS, Kind
from tiltak_cli.domain.measure import Document, Measure, Milestone, Origin
from tiltak_cli.domain.register import Register
from tiltak_cli.overview.counts import overview
from tiltak_cli.views.html import palette, report_html
from tiltak_cli.views.palette import contrast
from tiltak_cli.views.safe import one_line
from tiltak_cli.wording import Language

NB = Language.NB
NAUGHTY = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</style><b>",
    "</title><!-- -->",
    '"\' onmouseover=alert(1) x="',
    "&lt;b&gt; &amp; &#60;",
    "{{ 7 * 7 }} {% raw %} {# #}",
    "{frist} %s ${x}",
    "]]><svg onload=alert(1)>",
    "a\x00b\x1b[31m\x07c",
    "\u202eSnudd\u2066",
    "\ud800 alene",
    "::set-output name=a::b ##vso[x]",
    "javascript:alert(1)",
    "\u2028\u2029\ufffe",
    "Ærlig språk: «æøå» – 3−6 år",
)
ODD_IDS = ('T1"><script>alert(1)</script>', "a b", "#x", "tiltak", "h-tiltak", "", "T٣", "tiltak-1")


def register(text: str) -> Register:
    found = check(text).register
    assert found is not None
    return found


def page(
    text: str | Register, language: Language = NB, comparison: Comparison | None = None
) -> Page:
    here = register(text) if isinstance(text, str) else text
    return Page(report_html(overview(here, here.as_of), comparison, language))


def example() -> Register:
    return register(NEW.read_text("utf-8"))


def compared() -> Comparison:
    return compare(register(OLD.read_text("utf-8")), example())


def test_the_example_as_readers_see_it() -> None:
    golden("report-page.txt", page(example(), comparison=compared()).text())


def test_the_same_register_gives_the_same_page(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        done = tiltak("report", NEW, "-o", tmp_path / name, "--since", OLD)
        assert done == (0, f"Skrev {tmp_path / name}: 28 tiltak.\n", "")
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()
    piped = tiltak("report", NEW, "--format", "html", "--since", OLD, PYTHONIOENCODING="utf-8")
    assert piped.out == (tmp_path / "a.html").read_text("utf-8")


@pytest.mark.wide
def test_of_many_that_are_not_updated_the_first_are_shown_and_the_others_folded() -> None:
    html = report_html(overview(many := register(generated(300, later=True)), many.as_of), None, NB)
    shown, folded = re.findall(
        r'<p class="stale">(.*?)</p>\n<details class="rest counted">(.*?)</details>',
        html,
        re.DOTALL,
    )[0]
    more = re.findall("<a ", folded)
    assert len(re.findall("<a ", shown)) == 10
    assert f"<summary>… og {len(more)} til</summary>" in folded


def test_nothing_is_loaded_and_only_our_own_script_may_run() -> None:
    found = page(example(), comparison=compared())
    assert not [e for e in found.elements if "src" in e.attributes or "srcset" in e.attributes]
    assert [e.attributes["href"] for e in found.all("link")] == ["data:,"]
    assert "url(" not in found.style
    assert "@import" not in found.style
    assert not re.search(r"https?:|fetch|XMLHttp|eval|innerHTML", found.script)
    assert not [e for e in found.elements for name in e.attributes if name.startswith("on")]
    assert not [e for e in found.elements if "style" in e.attributes]
    policy = next(
        e.attributes["content"] for e in found.all("meta") if "http-equiv" in e.attributes
    )
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


def test_every_link_leads_somewhere() -> None:
    found = page(example(), comparison=compared())
    assert len(set(found.ids)) == len(found.ids)
    for link in found.links:
        if link.startswith("#"):
            assert link[1:] in found.ids
        else:
            assert link.startswith(("https://", "data:,"))
    outward = [e for e in found.all("a") if e.attributes["href"].startswith("https:")]
    assert outward
    # None of them opens a window that could reach back, and none says where the reader came from.
    assert not any("target" in e.attributes for e in outward)
    assert {"name": "referrer", "content": "no-referrer"} in [
        e.attributes for e in found.all("meta")
    ]


def test_headings_are_in_order_and_tables_say_what_they_hold() -> None:
    found = page(example(), comparison=compared())
    levels = [int(e.tag[1]) for e in found.elements if re.fullmatch(r"h[1-6]", e.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all("scope" in e.attributes for e in found.all("th"))
    for element in found.all("time"):
        assert re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", element.attributes["datetime"])


def spoilt(measure: Measure, text: str, code: str) -> Measure:
    """A measure with a text in every field that holds text."""
    values: dict[str, Any] = {f.attribute: text for f in FIELDS if f.kind is Kind.TEXT and f.public}
    due = parse_partial("2023")
    return measure._replace(
        **values,
        id=code,
        note="HEMMELIG",
        responsible=(text,),
        participants=(text, "alle"),
        directions=(text, "1a"),
        milestones=(Milestone(text, text, due, None),),
        documentation=(Document(text, text), Document(text, "https://a.no/?q=" + text)),
        depends_on=(*ODD_IDS, text),
        absorbed_into=text,
        deadline=parse_partial("2026"),
        original_deadline=due,
        origin=Origin(text, text, text),
    )


@cache
def clean_page() -> Page:
    plain = register(register_text("status: igangsatt\n"))
    return page(plain, comparison=compare(plain, plain))


@pytest.mark.parametrize("text", NAUGHTY, ids=ascii)
def test_any_text_is_shown_as_itself(text: str) -> None:
    plain = register(register_text("status: igangsatt\n"))
    measures = tuple(spoilt(plain.measures[0], text, code) for code in ODD_IDS)
    here = plain._replace(measures=measures, edition=text, keeper=text)
    old = plain._replace(measures=(plain.measures[0]._replace(title=text, id=text),))
    found = page(here, comparison=compare(old, here))
    clean = clean_page()
    shown = found.text()
    assert shown.count(one_line(text)) > 20 * len(ODD_IDS)
    assert {e.tag for e in found.elements} - {"details", "summary", "ol", "path", "symbol"} <= {
        e.tag for e in clean.elements
    } | {"b", "abbr", "strong", "use", "ul", "title"}
    assert found.style == clean.style
    assert found.script == clean.script
    names = {name for e in found.elements for name in e.attributes}
    assert not [name for name in names if name.startswith("on") or name in ("style", "src", "x=")]
    assert len(set(found.ids)) == len(found.ids)
    for link in found.links:
        assert link == "data:," or link[:1] == "#" or link.startswith("https://a.no/?q=")
        assert link[:1] != "#" or link[1:] in found.ids
    assert "HEMMELIG" not in shown


def test_internal_notes_and_what_changed_in_them_stay_inside() -> None:
    old = register(register_text("merknad: Hemmelig før\n"))
    new = register(register_text("merknad: Hemmelig nå\n"))
    text = report_html(overview(new, new.as_of), compare(old, new), NB)
    assert "emmelig" not in text
    assert "Merknad" not in text
    assert "Ingen endringer i innholdet." in Page(text).text()


# Words that only a page in another language has.
FOREIGN_WORDS = {
    Language.NN: re.compile(
        r"\b(ikke|fra|uten|forsinket|departementene|tiltakene|noen|hvor)\b", re.IGNORECASE
    ),
    Language.EN: re.compile(
        r"\b(ikke|ikkje|og|av|til|tiltak|frist|departement\w*|med|er)\b", re.IGNORECASE
    ),
}


@pytest.mark.parametrize("language", FOREIGN_WORDS)
def test_the_page_speaks_one_language(language: Language) -> None:
    lines = (
        "- id: T001\n  tittel: Alfa\n  beskrivelse: Beta\n  status: igangsatt\n  frist: 2023-Q2\n"
        "  start: 2021\n  prioritet: høy\n  avvik: Gamma\n  milepæler:\n"
        "    - {id: M1, tekst: Delta, frist: 2022}\n    - {id: M2, tekst: Eta, nådd: 2022-02-03}\n"
        "- id: T002\n  tittel: Zeta\n  avhenger_av: [T001]\n  start: 2022\n  deltakere: alle\n"
        "- id: T003\n  tittel: Epsilon\n  status: utsatt\n  begrunnelse: Eta\n  løpende: true\n"
    )
    here = register(register_text(lines))
    old = register(register_text("tittel: Omega\nfrist: 2022\n"))
    found = page(here, language, compare(old, here))
    assert found.all("html")[0].attributes == {"lang": str(language)}
    ours = found.text(str(language))
    assert not FOREIGN_WORDS[language].findall(ours.replace("Høringer", ""))
    assert found.text("no").count("Alfa") >= 3


@pytest.mark.parametrize("size", [0, 3, 28, 300])
def test_registers_of_any_size(size: int) -> None:
    here = example() if size == 28 else register(generated(max(size, 1)))
    here = here._replace(measures=here.measures[:size])
    html = report_html(overview(here, here.as_of), None, NB)
    assert len(html.encode()) < 1.5 * 1024 * 1024
    found = Page(html)
    rows = [e for e in found.all("tr") if "data-m" in e.attributes]
    assert len(rows) == size
    assert ("Oversikten har ingen tiltak." in found.text()) is (size == 0)


@pytest.mark.parametrize("theme", [palette.LIGHT, palette.DARK], ids=["light", "dark"])
def test_every_pair_of_colours_can_be_read(theme: palette.Theme) -> None:
    assert not {name: tint for name, tint in theme.items() if contrast(tint) < 4.5}
    assert theme.keys() == palette.LIGHT.keys()


def test_the_style_has_no_colours_of_its_own() -> None:
    found = page(example())
    rules = found.style.removeprefix(palette.variables())
    assert not re.search(r"#[0-9a-f]{3}|rgb|hsl", rules.replace("#f", "").replace("#filter", ""))
    used = set(re.findall(r"var\(--([\w-]+)\)", rules))
    known = {*palette.LIGHT, *(f"on-{name}" for name in palette.LIGHT), "line"}
    assert used <= known
    assert not {n for n in palette.LIGHT if not {n, f"on-{n}"} & used}
