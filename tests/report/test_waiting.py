"""What waits for what, and where it is decided: sentences, the picture, and a forum's agenda."""

import json
import re
from itertools import combinations, pairwise
from random import Random

import pytest
from command import NEW, OLD, ROOT, tiltak
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from page_reader import Page
from support import check, register_text, spread, tries

from tiltak_cli.overview.counts import Overview, overview
from tiltak_cli.overview.waiting import said, waiting
from tiltak_cli.views.html.parts import Context
from tiltak_cli.views.html.waiting import BOX, HIGH, MOST_BOXES, MOST_ROWS, waits
from tiltak_cli.wording import NB, Language, wording

SCHEMA = json.loads((ROOT / "schema" / "rapport.schema.json").read_text(encoding="utf-8"))
A = "- id: T001\n  tittel: Mal\n"
B = "- id: T002\n  tittel: Lager\n  frist: 2024-06\n"
C = "- id: T003\n  tittel: Kurs\n"
ON = "  avhenger_av: T002\n"
WHY = "  begrunnelse: Vedtatt.\n"


def seen_of(measures: str) -> Overview:
    """The overview on 15 October 2023 of some measures, which are due in 2025 where none says."""
    loaded = check(register_text(measures))
    assert loaded.register is not None, loaded.findings
    return overview(loaded.register, loaded.register.as_of)


SENTENCES: dict[str, tuple[str, list[str]]] = {
    "one waits": (
        A + ON + B,
        ["T001 venter på T002 Lager, som har frist i juni 2024 og ikke er startet."],
    ),
    "several wait for the same": (
        A + ON + B + C + ON,
        ["T001 og T003 venter på T002 Lager, som har frist i juni 2024 og ikke er startet."],
    ),
    "for what is late": (
        A + ON + B.replace("2024-06", "2023-06"),
        ["T001 venter på T002 Lager, som har frist i juni 2023 og er rødt eller forsinket."],
    ),
    "for what is put off": (
        f"{A}{ON}{B}  status: utsatt\n{WHY}",
        ["T001 venter på T002 Lager, som har frist i juni 2024 og er utsatt."],
    ),
    "for what goes on without a deadline": (
        A + ON + "- id: T002\n  tittel: Lager\n  løpende: true\n",
        ["T001 venter på T002 Lager, som ikke er startet."],
    ),
    "for what is done": (
        f"{A}{ON}{B}  status: gjennomført\n  gjennomført: 2023-05-02\n  resultat: Ferdig.\n",
        ["T001 ventet på T002 Lager, som ble gjennomført 02.05.2023."],
    ),
    "for what is dropped": (
        f"{A}{ON}{B}  status: utgår\n{WHY}",
        ["T001 ventet på T002 Lager, som utgår."],
    ),
    "what has ended waits no longer": (f"{A}{ON}  status: utgår\n{WHY}{B}", []),
    "for itself": (f"{A}  avhenger_av: T001\n", []),
    "in a ring": (
        f"{A}{ON}{B}  avhenger_av: T001\n",
        [
            "T001 venter på T002 Lager, som har frist i juni 2024 og ikke er startet.",
            "T002 venter på T001 Mal, som har frist i 2025 og ikke er startet.",
        ],
    ),
}


@pytest.mark.parametrize(("measures", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_what_waits_for_what(measures: str, expected: list[str]) -> None:
    assert [NB.phrase(each.said) for each in waiting(seen_of(measures))] == expected


@pytest.mark.parametrize(
    ("measures", "expected"),
    [
        (A + ON + B, "Ett tiltak venter på et annet. Ingen har frist før det de venter på."),
        (
            f"{A}  frist: 2024-05\n{ON}{B}",
            "Ett tiltak venter på et annet. T001 har frist før det tiltaket venter på.",
        ),
        (
            f"{A}{ON}{B}  status: gjennomført\n  gjennomført: 2023-05-02\n  resultat: Ferdig.\n",
            "Ingen venter lenger på et annet tiltak.",
        ),
        (A + B, ""),
    ],
)
def test_what_is_said_of_all(measures: str, expected: str) -> None:
    assert NB.phrases(said(waiting(seen_of(measures)))) == expected


def ring(seed: int) -> str:
    """Up to twelve measures that wait for any others, with deadlines in any order."""
    rng = Random(seed)  # noqa: S311
    ids = [f"T{n:03}" for n in range(1, rng.randint(2, 12))]
    return "".join(
        f"- id: {code}\n  tittel: Tiltak {code}\n  frist: {rng.randint(2024, 2027)}\n"
        f"  avhenger_av: [{', '.join(rng.sample(ids, rng.randint(0, min(3, len(ids)))))}]\n"
        for code in ids
    )


@pytest.mark.wide
@settings(max_examples=tries(400))
@given(st.integers(0, 2**32))
def test_no_box_lies_on_another_and_every_arrow_comes_in_from_the_left(seed: int) -> None:
    found = waits(Context(seen_of(ring(seed)), wording(Language.NB)))
    if found is None or found.picture is None:
        return
    picture = found.picture
    for one, other in combinations(picture.boxes, 2):
        assert abs(one.x - other.x) >= BOX or abs(one.y - other.y) >= HIGH
    lefts = {(box.x, box.y + HIGH // 2) for box in picture.boxes}
    for arrow in picture.arrows:
        match = re.fullmatch(r"M(\d+) (\d+)l-9 -5v10z", arrow.tip)
        assert match
        assert (int(match[1]), int(match[2])) in lefts
    assert all(box.y >= 0 and box.y + HIGH <= picture.high for box in picture.boxes)
    assert all(box.x + BOX <= picture.wide for box in picture.boxes)


@spread("seed", range(20), every=3)
def test_the_narrow_picture_has_every_measure_below_what_it_waits_for(seed: int) -> None:
    found = waits(Context(seen_of(ring(seed)), wording(Language.NB)))
    if found is None or found.picture is None or found.tall is None:
        return
    boxes = found.tall.boxes
    assert {box.code for box in boxes} == {box.code for box in found.picture.boxes}
    assert all(above.y + above.high < below.y for above, below in pairwise(boxes))
    assert all(box.x + box.wide == found.tall.wide for box in boxes)
    assert len(found.tall.arrows) >= len(found.picture.arrows)


def test_a_picture_of_the_first_where_all_have_no_room() -> None:
    many = "".join(
        f"- id: T{n}1\n  tittel: Mål {n}\n  frist: {2024 + n}\n"
        f"- id: T{n}2\n  tittel: Venter {n}\n  frist: {2024 + n}\n  avhenger_av: [T{n}1]\n"
        for n in range(1, 10)
    )
    found = waits(Context(seen_of(many), NB))
    assert found
    assert found.picture
    assert len(found.sentences) == 9
    assert len(found.picture.boxes) == MOST_ROWS // 2 * 2


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Kort", ("Kort",)),
        ("Felles støtte til rekruttering", ("Felles støtte til", "rekruttering")),
        ("Departementenes digitaliseringsorganisasjon (DIO)",
         ("Departementenes", "digitaliseringsorganisa-", "sjon (DIO)")),
        ("Ord " * 40, (*["Ord Ord Ord Ord Ord Ord"] * 2, "Ord Ord Ord Ord Ord Ord…")),
    ],
)  # fmt: skip
def test_a_title_in_a_box(title: str, expected: tuple[str, ...]) -> None:
    found = waits(Context(seen_of(B.replace("Lager", title.strip()) + C + ON), NB))
    assert found
    assert found.picture
    assert found.picture.boxes[0].lines == expected


def test_without_room_for_a_picture_the_sentences_tell() -> None:
    many = "".join(f"- id: T{n:03}\n  tittel: Nummer {n}\n{ON}" for n in range(3, MOST_BOXES + 4))
    found = waits(Context(seen_of(B + many), NB))
    assert found
    assert found.picture is None
    assert found.tall is None
    (told,) = found.sentences
    assert told.before.endswith("venter på ")
    assert told.name == ("T002 Lager", "#T002", "", None, "", False)


@pytest.mark.wide
def test_in_every_form_and_language() -> None:
    words = {"nb": "venter på T015", "nn": "ventar på T015", "en": "wait for T015"}
    for language, phrase in words.items():
        for form in ("text", "markdown", "html", "json"):
            done = tiltak("report", NEW, "--format", form, "--language", language)
            said = Page(done.out).text() if form == "html" else done.out
            assert phrase in " ".join(said.split()), (language, form)


@pytest.mark.wide
def test_the_list_says_the_forum_and_where_it_lacks() -> None:
    text = " ".join(tiltak("report", NEW).out.split())
    assert "→ Strategisk forum: Avgjør når arbeidet skal starte." in text
    assert "→ Forum er ikke ført: Avtal ny frist, eller avslutt tiltaket." in text
    found = json.loads(tiltak("report", NEW, "--format", "json").out)
    Draft202012Validator(SCHEMA).validate(found)
    forums = {item["tiltak"]: item["forum"] for item in found["oppmerksomhet"]}
    assert (forums["T012"], forums["T011"]) == ("Strategisk forum", None)


def test_no_forum_lacks_where_none_is_used() -> None:
    seen = seen_of("- id: T001\n  frist: 2023-06\n")
    assert seen.attention
    assert (
        "Forum" not in tiltak("report", "-", stdin=register_text("frist: 2023-06\n").encode()).out
    )


@pytest.mark.wide
@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_forum_has_an_agenda(form: str) -> None:
    done = tiltak("report", NEW, "--forum", "STRATEGISK forum", "--format", form)
    text = " ".join(done.out.split())
    assert "Dagsorden for Strategisk forum" in text
    assert "T012" in text
    # It goes without saying there.
    assert "Strategisk forum: Avgjør" not in text
    assert "T016" not in text


@pytest.mark.parametrize(
    ("forum", "sentence"),
    [
        ("Strategisk", "Finner ikke forumet «Strategisk». Velg Strategisk forum, "),
        ("Tjenesteforum for arkvi", "Mente du Tjenesteforum for arkiv?"),
    ],
)
def test_a_forum_that_does_not_exist(forum: str, sentence: str) -> None:
    done = tiltak("report", NEW, "--forum", forum)
    assert (done.code, done.out) == (2, "")
    assert sentence in done.err


def test_a_register_without_forums_has_no_agenda() -> None:
    done = tiltak("report", "-", "--forum", "A", stdin=register_text("").encode())
    assert done.code == 2
    assert "fører ikke forum for noe tiltak" in done.err


@pytest.mark.wide
def test_the_short_report_has_the_news_and_what_is_asked() -> None:
    whole = tiltak("report", NEW, "--since", OLD).out
    short = tiltak("report", NEW, "--since", OLD, "--short").out
    kept = [line for line in short.splitlines() if line]
    assert set(kept) <= set(whole.splitlines())
    for heading in ("I korte trekk siden 2023-2", "Dette bør ledelsen se på"):
        assert heading in kept
    for heading in ("Utvikling", "Status per målområde", "Hva venter på hva", "Fremover"):
        assert heading not in kept
