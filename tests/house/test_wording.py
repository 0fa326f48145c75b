"""What the tool says in bokmål, nynorsk and English: the table, and how values are written."""

import re
from collections import Counter
from datetime import date
from string import Formatter

import pytest
from code_trees import FILES, PACKAGE

from tiltak_cli.changes.change import Kind, Level
from tiltak_cli.domain.deadline import parse_partial
from tiltak_cli.domain.fields import FIELDS
from tiltak_cli.domain.measure import Assessment, Priority, Status
from tiltak_cli.overview.counts import Situation
from tiltak_cli.wording import Language, phrase, wording
from tiltak_cli.wording.table import PARTS, TABLE

NB, NN, EN = (wording(language) for language in Language)
# Words that are bokmål only, or English only: they would be a text put in the wrong column.
ONLY_BOKMÅL = re.compile(r"\b(ikke|fra|nå|er blitt|ble|uten|hvem|hva|hvor|noen|utgave)\b")
ENGLISH = re.compile(r"\b(the|of|and|is|are|from|has|have|with|without)\b", re.IGNORECASE)


def places(text: str) -> set[tuple[str | None, str | None]]:
    return {(name, spec) for _, name, spec, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("part", PARTS, ids=lambda part: next(iter(part)))
def test_every_row_is_complete(part: dict[str, tuple[str, str, str]]) -> None:
    for key, texts in part.items():
        bokmål, nynorsk, english = texts
        assert all(text.strip() == text and text for text in texts), key
        # A number that only picks between two forms is needed where a language has two.
        shown = (
            filter(lambda place: not str(place[1]).startswith("pick"), places(t)) for t in texts
        )
        names = [{name for name, _ in each} for each in shown]
        assert names[0] == names[1] == names[2], key
        # A value of the register stands in bokmål in every language.
        assert not ONLY_BOKMÅL.search(re.sub("«[^»]*»", "", nynorsk)), key
        assert not ENGLISH.search(bokmål), key
        assert not ENGLISH.search(nynorsk), key
        if " " in bokmål and "{" not in bokmål:
            assert english != bokmål, key


def test_no_row_stands_in_two_files() -> None:
    assert max(Counter(key for part in PARTS for key in part).values()) == 1


def test_every_code_has_its_words() -> None:
    words = [*Status, *Priority, *Assessment]
    needed = [
        *(f"word.{word}" for word in words),
        *(f"situation.{situation}" for situation in Situation),
        *(f"kind.{kind.code}" for kind in Kind),
        *(f"level.{level}" for level in Level),
    ]
    assert not [key for key in needed if key not in TABLE]


def test_every_field_has_a_label_in_every_language() -> None:
    for field in FIELDS:
        assert all((field.nb, field.nn, field.en))


def literal_keys() -> set[str]:
    """Every text in the code that is, or begins, the key of a row: all that a quotation begins."""
    code = "\n".join(path.read_text("utf-8") for path in FILES if "wording" not in path.parts)
    found = set(re.findall(r"""["']([^"'{}\n]+)(?=["'{])""", code))
    for path in PACKAGE.rglob("*.html"):
        found |= set(re.findall(r"""say\("([^"]+)\"""", path.read_text(encoding="utf-8")))
    return found


def test_every_row_is_used() -> None:
    known = literal_keys()
    groups = ("word.", "noun.", "kind.", "level.", "situation.")
    bases = {base for base in known if 5 < len(base) < 60 and " " not in base}
    unused = [
        key
        for key in TABLE
        if not key.startswith(groups)
        and key not in known
        # A key put together of parts: `change.milestone-new` with `-due`.
        and not any(key.startswith(base) for base in bases if base in key)
        and not any(key.removeprefix("change.").startswith(base) for base in bases)
        and key not in {"yes", "none", "milestone.reached"}
    ]
    assert not unused


VALUES = [
    (date(2024, 6, 3), "03.06.2024", "03.06.2024", "3 June 2024"),
    (parse_partial("2024-H2"), "2. halvår 2024", "2. halvår 2024", "2nd half of 2024"),
    (parse_partial("2024-Q1"), "1. kvartal 2024", "1. kvartal 2024", "1st quarter of 2024"),
    (parse_partial("2024-05"), "mai 2024", "mai 2024", "May 2024"),
    (Status.STARTED, "igangsatt", "sett i gang", "started"),
    (Assessment.RED, "rød", "raud", "red"),
    (("FIN", "JD"), "FIN, JD", "FIN, JD", "FIN, JD"),
    (None, "", "", ""),
    (True, "ja", "ja", "yes"),
    ("Navnet\n  står\tsom skrevet {frist}", *["Navnet står som skrevet {frist}"] * 3),
    (
        phrase("attention.overdue", deadline=parse_partial("2024-Q1"), days=1),
        "Fristen (1. kvartal 2024) er passert med 1 dag.",
        "Fristen (1. kvartal 2024) er passert med 1 dag.",
        "The deadline (1st quarter of 2024) passed 1 day ago.",
    ),
    (
        phrase("attention.late-start", start=parse_partial("2024-Q1")),
        "Skulle startet i 1. kvartal 2024, men er ikke igangsatt.",
        "Skulle ha starta i 1. kvartal 2024, men er ikkje sett i gang.",
        "Should have started in the 1st quarter of 2024, but has not.",
    ),
    (
        phrase("attention.milestone", id="M1", text="{days} «nå»", due=parse_partial("2024")),
        "Milepæl M1 «{days} «nå»» skulle vært nådd i 2024.",
        "Milepæl M1 «{days} «nå»» skulle ha vore nådd i 2024.",
        "Milestone M1 “{days} «nå»” should have been reached in 2024.",
    ),
    (
        phrase("report.gap-count", number=1),
        "Ett retningsvalg har ingen tiltak.",
        "Eitt retningsval har ingen tiltak.",
        "One direction has no measures.",
    ),
    (
        phrase("report.gap-count", number=3),
        "3 retningsvalg har ingen tiltak.",
        "3 retningsval har ingen tiltak.",
        "3 directions have no measures.",
    ),
    (
        phrase("change.shared", came=("FIN",)),
        "FIN er blitt medansvarlig.",
        "FIN har blitt medansvarleg.",
        "FIN has become jointly responsible.",
    ),
    (
        phrase("change.shared", came=("FIN", "JD")),
        "FIN og JD er blitt medansvarlige.",
        "FIN og JD har blitt medansvarlege.",
        "FIN and JD have become jointly responsible.",
    ),
]


@pytest.mark.parametrize(("value", "bokmål", "nynorsk", "english"), VALUES)
def test_a_value_in_every_language(value: object, bokmål: str, nynorsk: str, english: str) -> None:
    assert (NB.value(value), NN.value(value), EN.value(value)) == (bokmål, nynorsk, english)
