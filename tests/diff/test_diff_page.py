"""`tiltak diff` as a page: complete, the same every time, and unharmed by what a register holds."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from command import NEW, OLD, golden, tiltak
from page_reader import Page
from support import register_text
from test_page import NAUGHTY, ODD_IDS, compared, register, spoilt
from workbook_dump import opened

from tiltak_cli.changes.compare import Comparison, compare
from tiltak_cli.views.changes.alike import apart
from tiltak_cli.views.changes.words import Chosen
from tiltak_cli.views.html import palette
from tiltak_cli.views.html.changes import changes_html
from tiltak_cli.views.safe import one_line
from tiltak_cli.wording import Language


def of(old: str, new: str) -> Comparison:
    """The changes from one measure to another, each written as its fields."""
    return compare(register(register_text(old)), register(register_text(new)))


def rows(page: Page) -> int:
    return len([e for e in page.all("input") if e.attributes == {"type": "checkbox"}])


def only_to_itself(page: Page) -> bool:
    """Whether every link leads to a place on the page that there is."""
    icon, *links = page.links
    there = {f"#{name}" for name in page.ids}
    return icon == "data:," and set(links) <= there


def test_the_example_as_readers_see_it() -> None:
    golden("diff-page.txt", Page(changes_html(compared())).text())


def test_every_change_that_is_not_internal_can_be_ticked_off() -> None:
    page = Page(changes_html(compared()))
    shown = [change for change in compared().everything if change.field != "merknad"]
    once = apart(compared().public()).same
    assert [len(changes) for changes in once] == [6]
    assert rows(page) == len(shown) - 5
    for change in shown:
        assert one_line(change.sentence) in page.text()
    assert "6 × ansvarlig" in page.text()
    assert "T011 frist" in page.text()
    assert "T011 milepæl M1" in page.text()
    assert not re.search(r"\b[0-9a-f]{12}\b", page.text())


def many(deadline: str, *, own: str = "") -> str:
    """Four measures with one deadline, of which the last says something of its own."""
    return "".join(
        f"- id: T00{n}\n  tittel: Tiltak {n}\n  frist: {deadline}\n{own if n == 4 else ''}"
        for n in range(1, 5)
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (many("2024-06"), many("2025-06"), ["4 × frist"]),
        (many("2024-06"), many("2025-06", own="  prioritet: høy\n"),
         ["4 × frist", "T004 prioritet"]),
        (many("2023-11-01"), many("2023-11-01").replace("T001\n", "T001\n  prioritet: høy\n"),
         ["T001 prioritet"]),
        (many("2024-06"), many("2025-06").replace("2025-06", "2026-06", 2),
         ["T003 frist", "T004 frist"]),
    ],
)  # fmt: skip
def test_the_same_change_in_three_measures_or_more_is_told_once(
    old: str, new: str, expected: list[str]
) -> None:
    page = Page(changes_html(of(old, new)))
    said = page.text()
    assert [reference for reference in expected if reference not in said] == []
    assert rows(page) >= len(expected)
    assert len(set(page.ids)) == len(page.ids)
    assert only_to_itself(page)


def test_the_news_comes_first_and_the_rows_in_its_order() -> None:
    page = Page(changes_html(compared()))
    text = page.text()
    places = [text.index(words) for words in ("I korte trekk", "Før og nå", "Endringene i tall")]
    assert places == sorted(places)
    groups = re.findall(r"^(T0\d\d) [A-ZÅ].*$", text[text.index("Kryss av") :], re.MULTILINE)
    assert groups[:8] == ["T016", "T011", "T026", "T014", "T022", "T009", "T017", "T020"]
    assert re.search(r"■ Rød eller forsinket 2 → 2 T016 inn, T020 ut", text)


def test_only_our_own_style_and_no_script_at_all() -> None:
    page = Page(changes_html(compared()))
    assert page.all("script") == []
    policy = next(e.attributes["content"] for e in page.all("meta") if "http-equiv" in e.attributes)
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-[^']+'; img-src data:; base-uri 'none'; "
        "form-action 'none'",
        policy,
    )
    assert not [e for e in page.elements if {"src", "style"} & e.attributes.keys()]
    assert only_to_itself(page)
    assert page.style.startswith(palette.variables())
    own = page.style.removeprefix(palette.variables())
    used = set(re.findall(r"var\(--([\w-]+)\)", own))
    assert used <= {*palette.LIGHT, *(f"on-{name}" for name in palette.LIGHT), "line"}
    assert not re.search(r"url\(|@import|rgb|hsl|#[0-9a-f]{3}\b", own.replace("#filter", ""))


def test_headings_are_in_order_and_tables_say_what_they_hold() -> None:
    page = Page(changes_html(compared()))
    levels = [int(e.tag[1]) for e in page.elements if re.fullmatch(r"h[1-6]", e.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all("scope" in e.attributes for e in page.all("th"))
    assert len(set(page.ids)) == len(page.ids)


TEXTS = [
    ("Minst tre møter i året.", "Minst fire møter i året.", [("del", "tre"), ("ins", "fire")]),
    ("Alle deltar ikke her nå.", "Alle deltar her nå.", [("del", "ikke")]),
    ("Alle deltar her nå.", "Alle deltar ikke her nå.", [("ins", "ikke")]),
    ("Helt andre ord.", "Noe nytt.", []),
]


@pytest.mark.parametrize(("old", "new", "marked"), TEXTS)
def test_a_text_word_by_word(old: str, new: str, marked: list[tuple[str, str]]) -> None:
    html = changes_html(of(f"fremdrift: {old}\n", f"fremdrift: {new}\n"))
    found = re.findall(r"<(del|ins)><span class=\"hidden\">([^<]+)</span>([^<]+)</\1>", html)
    words = {"del": "tatt bort: ", "ins": "satt inn: "}
    assert found == [(tag, words[tag], text) for tag, text in marked]
    text = Page(html).text()
    assert (old in text, new in text) == (not marked, not marked)


@pytest.mark.parametrize(
    ("language", "said", "chosen"),
    [
        (Language.NB, "Ingen endringer i innholdet.", "Ingen endringer passer med utvalget."),
        (Language.NN, "Ingen endringar i innhaldet.", "Ingen endringar passar med utvalet."),
        (Language.EN, "No changes in content.", "No changes match the selection."),
    ],
)
def test_no_change_is_one_sentence(language: Language, said: str, chosen: str) -> None:
    same = compare(compared().new, compared().new)
    page = Page(changes_html(same, language=language))
    assert page.all("table") == page.all("input") == []
    assert page.text().count(said) == 1
    none = Page(changes_html(same, Chosen(("FIN",)), language)).text()
    assert chosen in none
    assert said not in none


def test_what_is_chosen_is_said() -> None:
    done = tiltak("diff", OLD, NEW, "--format", "html", "--for", "FIN", "--for", "Jd",
                  "--kind", "Frist-utsatt", "--kind", "vesentlig")  # fmt: skip
    text = Page(done.out).text()
    assert "Bare tiltak der FIN og JD har en rolle." in text
    assert "Bare endringer av disse slagene: frist utsatt og vesentlig." in text
    assert "Bare" not in Page(changes_html(compared())).text()


def test_internal_notes_and_what_changed_in_them_stay_inside(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(register_text("merknad: Hemmelig før\n"), "utf-8")
    (tmp_path / "b.yaml").write_text(register_text("merknad: Hemmelig nå\n"), "utf-8")
    done = tiltak("diff", "a.yaml", "b.yaml", "-o", "side.html", "--exit-code", cwd=tmp_path)
    # That something has changed is no secret to those who ask.
    left_out = "1 endring i interne felt er ikke med."
    assert done == (1, f"Skrev side.html: Ingen endringer i innholdet. {left_out}\n", "")
    text = (tmp_path / "side.html").read_text("utf-8")
    assert "emmelig" not in text
    assert "Merknad" not in text


@cache
def clean_page() -> Page:
    return Page(changes_html(compared()))


@pytest.mark.parametrize("text", NAUGHTY, ids=ascii)
def test_any_text_is_shown_as_itself(text: str) -> None:
    plain = register(register_text("status: igangsatt\n"))
    template = plain.measures[0]
    old = tuple(template._replace(id=code) for code in ODD_IDS)
    new = tuple(spoilt(template, text, code) for code in ODD_IDS)
    before = plain._replace(measures=old, edition=text)
    page = Page(changes_html(compare(before, before._replace(measures=new, keeper=text))))
    clean = clean_page()
    assert page.text().count(one_line(text)) > 4 * len(ODD_IDS)
    assert {e.tag for e in page.elements} <= {e.tag for e in clean.elements}
    assert page.style == clean.style
    names = {name for e in page.elements for name in e.attributes}
    assert names <= {name for e in clean.elements for name in e.attributes}
    assert len(set(page.ids)) == len(page.ids)
    assert only_to_itself(page)
    assert "HEMMELIG" not in page.text()


ONLY = {
    Language.NN: re.compile(r"\b(ikke|fra|uten|nå|endringer|hva|målområdene)\b", re.IGNORECASE),
    Language.EN: re.compile(r"\b(ikke|ikkje|og|av|til|frist|tiltak|med|er|nå|no)\b", re.IGNORECASE),
}


@pytest.mark.parametrize("language", ONLY)
def test_the_page_speaks_one_language(language: Language) -> None:
    comparison = of(
        "tittel: Alfa\nstatus: igangsatt\nfrist: 2022\nvurdering: grønn\nfremdrift: En to tre\n",
        "tittel: Beta\nstatus: igangsatt\nfrist: 2024\nvurdering: rød\nfremdrift: En to fire\n",
    )
    page = Page(changes_html(comparison, Chosen(("JD",), ("kind.innhold",)), language))
    assert page.all("html")[0].attributes == {"lang": str(language)}
    ours = page.text(str(language))
    assert not ONLY[language].findall(ours.replace("Ny tittel", ""))
    assert "En to" in page.text("no")


def test_a_change_to_the_register_as_a_whole_alone() -> None:
    here = compared().new
    page = Page(changes_html(compare(here._replace(keeper="FIN"), here)))
    assert "1 endring: 1 vesentlig." in page.text()
    assert "Oversikten føres nå av DFD. Før: FIN." in page.text()
    assert "målområde" not in page.text()
    assert len(page.all("table")) == 1
    assert rows(page) == 1


def test_comments_are_no_content_but_are_not_passed_over(tmp_path: Path) -> None:
    text = register_text("")
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    (tmp_path / "b.yaml").write_text(text.replace("tiltak:", "# HEMMELIG\ntiltak:"), "utf-8")
    said = "Ingen endringer i innholdet. Kommentarer utenfor tiltakene er endret."
    done = tiltak("diff", "a.yaml", "b.yaml", "-o", "side.html", "--exit-code", cwd=tmp_path)
    assert done == (1, f"Skrev side.html: {said}\n", "")
    html = (tmp_path / "side.html").read_text("utf-8")
    assert said in Page(html).text()
    assert "HEMMELIG" not in html
    done = tiltak("diff", "a.yaml", "b.yaml", "-o", "bok.xlsx", cwd=tmp_path)
    assert done == (0, f"Skrev bok.xlsx: {said}\n", "")
    front, sheet = opened((tmp_path / "bok.xlsx").read_bytes()).worksheets
    assert front["A3"].value == sheet["A2"].value == said
