"""What is not certain is asked for, and what is not taken is told, also by what writes."""

import json
from pathlib import Path

import pytest
from command import names, tiltak
from sheets import delimited, workbook
from support import FILE, spread

from tiltak_cli.sources.yaml.reader import read_yaml

# A word in a column, and what becomes of it: a value, None for nothing, or «spør».
MEANINGS = [
    ("Status", "Ikke aktuelt", "spør"),
    ("Status", "ikkje aktuelt", "spør"),
    ("Status", "N/A", "spør"),
    ("Status", "ingen", "spør"),
    ("Status", "?", "spør"),
    ("Status", "0", "spør"),
    ("Status", "-", None),
    ("Status", "TBD", None),
    ("Prioritet", "ingen", "spør"),
    ("Prioritet", "0", "spør"),
    ("Prioritet", "N/A", None),
    ("Vurdering", "Ikke relevant", "spør"),
    ("Frist", "ingen", "spør"),
    ("Frist", "Ikke aktuelt", "spør"),
    ("Frist", "?", "spør"),
    ("Frist", "0", None),
    ("Gjennomført dato", "?", "spør"),
    ("Risiko", "ingen", "ingen"),
    ("Risiko", "Ikke aktuelt", "Ikke aktuelt"),
    ("Beskrivelse", "?", "?"),
    ("Beskrivelse", "N/A", None),
    ("Fremdriftsnotat", "0", "0"),
    ("Ansvarlig", "?", "spør"),
    ("Ansvarlig", "-", None),
    ("Deltakere", "Ingen", None),
    ("Målområder", "0", "spør"),
    ("Retningsvalg", "?", "spør"),
    ("Avhenger av", "ingen", None),
    ("Avhenger av", "?", "spør"),
]

DAY = ("--as-of", "2024-06-15")


@spread(("heading", "word", "becomes"), MEANINGS, 8)
def test_a_word_for_nothing_is_asked_for_where_it_may_say_something(
    heading: str, word: str, becomes: str | None, tmp_path: Path
) -> None:
    (tmp_path / "plan.csv").write_bytes(delimited(f"Nr | Tiltak | {heading}\n1 | En | {word}"))
    told = json.loads(tiltak("import", "plan.csv", "--new", "--format", "json", cwd=tmp_path).out)
    (measure,) = told["measures"]
    values = [value for key, value in measure["fields"].items() if key not in ("id", "tittel")]
    assert values == ([] if becomes in (None, "spør") else [becomes])
    assert [each["text"] for each in told["unclear"]] == ([word] if becomes == "spør" else [])


def test_what_is_not_taken_is_told_when_it_is_written_too(tmp_path: Path) -> None:
    sheets = "[Gammel]\nNr | Tiltak\n1 | En\n[Koder]\nFoo | KD\n[Plan]\nTiltak | Frist | Kostnad\n"
    rows = "En | 2025 | 5!\nTo | 2026 | 6!\nTre | 2027 | 7!\nSum | | 18!"
    done = ("hide sheet Gammel", "hide row 3", "note A2 Avklar")
    (tmp_path / "plan.xlsx").write_bytes(workbook(f"{sheets}{rows}", done))
    written = tiltak("import", "plan.xlsx", "--new", "--write", *DAY, cwd=tmp_path)
    assert (written.code, written.err) == (0, "")
    told = (
        "Andre ark, ikke lest: «Koder».",
        "Skjulte ark, ikke lest: «Gammel».",
        "Kolonner som ikke er med: «Kostnad».",
        "Ikke tatt med: rad 2 (kommentar til cellen), rad 3 (raden er skjult i arket) og rad 5 (en",
    )
    said = " ".join(written.out.split())
    assert [sentence for sentence in told if sentence not in said] == []
    into = ("--into", FILE, "--on-conflict", "ours", "--write")
    again = " ".join(tiltak("import", "plan.xlsx", "--new", *into, cwd=tmp_path).out.split())
    assert [sentence for sentence in told if sentence not in again] == []


def test_a_number_that_several_measures_have_is_told(tmp_path: Path) -> None:
    rows = "Nr | Tiltak\n1 | En\n2 | To\n1 | Tre\n1 | Fire"
    (tmp_path / "plan.csv").write_bytes(delimited(rows))
    for options in ((), ("--write",)):
        told = tiltak("import", "plan.csv", "--new", *DAY, *options, cwd=tmp_path)
        assert told.code == 0
        assert "Flere tiltak har samme nummer: «1» (rad 2, 4 og 5)." in told.out
    text = (tmp_path / FILE).read_text("utf-8")
    assert text.count('merknad: "Nr: 1"') == text.count("Nr: 1") == 3


def test_all_measures_are_shown_when_they_are_asked_for(tmp_path: Path) -> None:
    rows = "\n".join(f"{n} | Tiltak nummer {n}" for n in range(1, 10))
    (tmp_path / "plan.csv").write_bytes(delimited(f"Nr | Tiltak\n{rows}"))
    command = ("import", "plan.csv", "--new", *DAY)
    some = tiltak(*command, cwd=tmp_path).out
    assert ("nummer 9" in some, "… og 4 til. Vis alle med --all." in some) == (False, True)
    whole = tiltak(*command, "--all", cwd=tmp_path).out
    assert ("nummer 9" in whole, "… og" in whole) == (True, False)
    without = tiltak("import", "plan.csv", "--all", cwd=tmp_path).err
    assert "--all gjelder ikke arbeidsbøker som er kommet tilbake." in without
    assert "Er filen et regneark, så legg til --new." in without


def test_a_deadline_in_two_columns_is_confirmed_by_both(tmp_path: Path) -> None:
    (tmp_path / "plan.csv").write_bytes(
        delimited("Tiltak | Kvartal | År | Start\nEn | Q3 | 2025 | 1")
    )
    command = ("import", "plan.csv", "--new", *DAY, "--map", "Start=")
    refused = tiltak(*command, "--write", cwd=tmp_path)
    assert '--map "Kvartal=frist" --map "År=frist"' in refused.err
    both = ("--map", "Kvartal=frist", "--map", "År=frist")
    assert tiltak(*command, *both, "--write", "--save-map", "kart.yaml", cwd=tmp_path).code == 0
    (measure,) = read_yaml(FILE, (tmp_path / FILE).read_text("utf-8")).data["tiltak"]
    assert measure["frist"] == "2025-Q3"
    # What is saved can be used again, and two that are no quarter and year are still refused.
    assert tiltak(*command[:-2], "--map-file", "kart.yaml", cwd=tmp_path).code == 0
    other = tiltak(*command[:-2], "--map", "Start=frist", "--map", "År=frist", cwd=tmp_path)
    assert (other.code, "Flere kolonner er valgt som «frist»" in other.err) == (2, True)


def test_a_column_that_is_not_certain_is_read_only_when_it_is_confirmed(tmp_path: Path) -> None:
    rows = "Tiltak | Tiltak | Hvem | Status | Framdrift %\nEn | A | KD | vedtatt | 0,5"
    (tmp_path / "plan.csv").write_bytes(delimited(rows))
    command = ("import", "plan.csv", "--new", "--write", *DAY)
    shown = " ".join(tiltak(*command[:3], *DAY, cwd=tmp_path).out.split())
    assert "Når ark og kolonner er sikre, kjør på nytt med --write" in shown
    refused = tiltak(*command, cwd=tmp_path)
    assert (refused.code, refused.out, names(tmp_path)) == (1, "", ["plan.csv"])
    assert '--map "A1=tittel" --map "Hvem=ansvarlig"' in refused.err
    chosen = ("--map", "B1=tittel", "--map", "A1=", "--map", "Hvem=ansvarlig")
    last = tiltak(*command, *chosen, cwd=tmp_path)
    assert (last.code, "fremdrift" in last.err) == (1, True)
    assert tiltak(*command, *chosen, "--map", "Framdrift %=", cwd=tmp_path).code == 0
    (measure,) = read_yaml(FILE, (tmp_path / FILE).read_text("utf-8")).data["tiltak"]
    assert (measure["tittel"], measure["ansvarlig"]) == ("A", "KD")


@pytest.mark.wide
def test_the_area_of_a_section_is_decided_by_its_label(tmp_path: Path) -> None:
    rows = "Nr | Område | Tiltak\n1 | Mål 1 | En\n2 | Mål 2 | To\n3 | | Tre"
    (tmp_path / "plan.xlsx").write_bytes(workbook(rows, ["hide row 3"]))
    command = ("import", "plan.xlsx", "--new", *DAY)
    tiltak(*command, "--save-map", "kart.yaml", cwd=tmp_path)
    kept = (tmp_path / "kart.yaml").read_text("utf-8")
    assert '    # "Mål 2": 2\n' in kept
    # Used as it was made, nothing is decided yet.
    assert tiltak(*command, "--map-file", "kart.yaml", cwd=tmp_path).code == 1
    (tmp_path / "kart.yaml").write_text('verdier: {målområder: {"Mål 2": 2}}\n', "utf-8")
    done = tiltak(*command, "--map-file", "kart.yaml", "--write", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    written = read_yaml(FILE, (tmp_path / FILE).read_text("utf-8")).data["tiltak"]
    assert [measure["målområder"] for measure in written] == [[1], [2]]


def test_it_is_told_what_a_letter_for_a_priority_may_mean(tmp_path: Path) -> None:
    sheet = "Tiltak | Prioritet | Vurdering\nEn | H | H\nTo | M | .\nTre | L | ."
    (tmp_path / "plan.csv").write_bytes(delimited(sheet))
    told = json.loads(tiltak("import", "plan.csv", "--new", "--format", "json", cwd=tmp_path).out)
    found = {each["cell"]: each["why"] for each in told["unclear"]}
    assert found.pop("C2", "").startswith("er ikke")
    assert found == {"B2": "kan bety høy", "B3": "kan bety middels", "B4": "kan bety lav"}
