"""Directions that no measure follows up are one matter for leaders, in every form but JSON."""

import json

import pytest
from command import Done, tiltak
from few import NEW_TEXT, some
from page_reader import Page
from support import spread
from workbook_dump import cells, example, opened

from tiltak_cli.domain.register import Register
from tiltak_cli.overview.agenda import agendas
from tiltak_cli.overview.counts import overview
from tiltak_cli.views.excel import workbook
from tiltak_cli.wording import Language, wording

# Three measures: eleven of fifteen directions have none.
THREE = some(NEW_TEXT, "T001", "T010", "T011")
NB = wording(Language.NB)
GAPS = "1e, 1f, 2a, 2b, 2c, 2d, 3a, 3b, 3c, 3d og 3e"
TITLE = f"Retningsvalg {GAPS}"
WHY = "Ingen tiltak følger opp disse retningsvalgene."
ASKED = "Avgjør om retningsvalgene skal ha tiltak."


def register(*ids: str, forum: str | None = None) -> Register:
    found = example()
    measures = tuple(
        m if forum is None else m._replace(forum=forum) for m in found.measures if m.id in ids
    )
    return found._replace(measures=measures)


def report(form: str, language: str = "nb") -> Done:
    asked = ("report", "-", "--format", form, "--language", language)
    return tiltak(*asked, stdin=THREE.encode())


@spread("form", ["text", "markdown", "html"], every=2)
def test_they_are_one_matter(form: str) -> None:
    done = report(form)
    shown = Page(done.out).text() if form == "html" else done.out
    text = " ".join(shown.split())
    for said in (TITLE, WHY, ASKED):
        assert text.count(said) == 1
    assert "Ingen tiltak følger opp retningsvalget." not in text


@pytest.mark.wide
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nn", ("Retningsval 1e, 1f,", "desse retningsvala.", "om retningsvala skal ha tiltak.")),
        ("en", ("Directions 1e, 1f,", "these directions.", "the directions are to have measures.")),
    ],
)
def test_they_are_one_matter_in_every_language(language: str, said: tuple[str, ...]) -> None:
    for form in ("text", "markdown", "html"):
        done = report(form, language)
        shown = Page(done.out).text() if form == "html" else done.out
        assert [each for each in said if " ".join(shown.split()).count(each) != 1] == []


def test_json_has_each_of_them() -> None:
    found = json.loads(report("json").out)
    gaps = [item for item in found["oppmerksomhet"] if item["tiltak"] is None]
    assert [item["retningsvalg"] for item in gaps] == found["retningsvalg_uten_tiltak"]
    assert len(gaps) == 11
    assert {item["grunner"][0]["tekst"] for item in gaps} == {
        "Ingen tiltak følger opp retningsvalget."
    }
    assert {item["spørsmål"] for item in gaps} == {"Avgjør om retningsvalget skal ha tiltak."}
    assert gaps[0]["tittel"].startswith("mer samordnet, langsiktig")


@pytest.mark.parametrize(
    ("ids", "forum", "groups"),
    [
        (("T001", "T011"), None, ["Strategisk forum: 1 sak", "Forum er ikke ført: 1 sak", 13]),
        (("T001", "T011"), "A  b", ["A b: 2 saker", 13]),
        # With one left it is named alone.
        (tuple(m.id for m in example().measures), "A", ["A: 8 saker", 1]),
        # Where no forum is named at all, everything is one list.
        (("T001", "T011"), "", [": 3 saker"]),
    ],
)
def test_they_are_never_said_to_lack_a_forum(
    ids: tuple[str, ...], forum: str | None, groups: list[str | int]
) -> None:
    seen = overview(register(*ids, forum=forum), example().as_of)
    found = agendas(seen, seen.attention)
    shown = [f"{NB.value(each.heading)}: {NB.phrase(each.size)}" for each in found]
    last = f"Retningsvalg uten tiltak: {groups[-1]}"
    assert shown == [last if isinstance(each, int) else each for each in groups]


@pytest.mark.wide
def test_the_front_page_names_them_all_under_a_heading_that_is_true() -> None:
    few = register("T001", "T010", "T011")
    sheet = opened(workbook(overview(few, few.as_of))).worksheets[0]
    texts = [str(cell.value) for cell in cells(sheet) if cell.column_letter in "IJ"]
    at = texts.index("Retningsvalg uten tiltak: 11")
    assert "Forum er ikke ført: 2 saker" in texts[:at]
    assert texts[at + 1 : at + 4] == [f"○ {TITLE}", WHY, f"→ {ASKED}"]
    (to,) = {c.hyperlink.location for c in cells(sheet) if TITLE in str(c.value) and c.hyperlink}
    assert to == "'Retningsvalg'!A1"
