"""What someone decides of a sheet: columns, words, and where the register is to be."""

import json
from pathlib import Path
from typing import Any

import pytest
from command import DATA, names, tiltak
from sheets import delimited, workbook
from support import FILE, register_text, spread

from tiltak_cli.sources.yaml.reader import read_yaml

DAY = ("--as-of", "2024-06-15")
SHEET = """
Nr. | Tiltak | Owner | Status | Kostnad
1 | Ny portal | Statens vegvesen og Kystverket | delvis | 500
2 | Nytt bygg | KD | delvis | 12
"""


def plan(folder: Path, sheet: str = SHEET) -> Path:
    (folder / "plan.csv").write_bytes(delimited(sheet))
    return folder


def preview(folder: Path, *options: str) -> Any:
    command = ("import", "plan.csv", "--new", "--format", "json", *DAY, *options)
    return json.loads(tiltak(*command, cwd=folder).out)


@pytest.mark.wide
def test_a_file_of_decisions_is_made_filled_in_and_used_again(tmp_path: Path) -> None:
    plan(tmp_path)
    command = ("import", "plan.csv", "--new", *DAY)
    first = tiltak(*command, "--save-map", "kart.yaml", cwd=tmp_path)
    assert first.code == 1
    assert "Skrev kart.yaml" in first.err
    kept = (tmp_path / "kart.yaml").read_text("utf-8")
    assert "\n  Owner: ansvarlig\n" in kept
    assert '\n  # Kostnad: ""\n' in kept
    assert '\n    # delvis: ""\n' in kept
    # As it is made, nothing is decided that was not.
    assert tiltak(*command, "--map-file", "kart.yaml", cwd=tmp_path).code == 1
    filled = kept.replace('  # Kostnad: ""', "  Kostnad: merknad")
    filled = filled.replace('    # delvis: ""', "    delvis: igangsatt")
    whole = '    "Statens vegvesen og Kystverket": [DFD, KD]'
    filled = filled.replace(
        '  ansvarlig:\n    # "Statens vegvesen og Kystverket": ""', f"  ansvarlig:\n{whole}"
    )
    (tmp_path / "kart.yaml").write_text(filled, "utf-8")
    done = tiltak(*command, "--map-file", "kart.yaml", "--write", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    first_measure, second = read_yaml(FILE, (tmp_path / FILE).read_text("utf-8")).data["tiltak"]
    assert first_measure["ansvarlig"] == ["DFD", "KD"]
    assert (first_measure["status"], second["status"]) == ("igangsatt", "igangsatt")
    assert first_measure["merknad"] == "Nr.: 1\nKostnad: 500"
    assert "#" not in (tmp_path / FILE).read_text("utf-8").partition("tiltak:")[2]
    (tmp_path / FILE).unlink()
    assert tiltak(*command, "--map-file", "kart.yaml", cwd=tmp_path).code == 0
    # What was decided stands in the next one.
    again = tiltak(*command, "--map-file", "kart.yaml", "--save-map", "to.yaml", cwd=tmp_path)
    assert again.code == 0
    assert tiltak(*command, "--map-file", "to.yaml", cwd=tmp_path).code == 0


def test_a_file_of_decisions_is_never_written_over(tmp_path: Path) -> None:
    (plan(tmp_path) / "kart.yaml").write_text("kolonner: {}\n", "utf-8")
    done = tiltak("import", "plan.csv", "--new", "--save-map", "kart.yaml", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "«kart.yaml» finnes fra før" in done.err


@spread(
    ("text", "said"),
    [
        ("- a\n", "skal ha «kolonner:», «verdier:» og «standard:»"),
        ("standard: [a]\n", "skriv «navn: verdi»"),
        ("standard: {prio: høy}\n", "Feltet «prio» finnes ikke."),
        ("standard: {tittel: Likt}\n", "«tittel» kan ikke være det samme i alle tiltakene."),
        ("standard: {avhenger av: T001}\n", "kan ikke være det samme i alle tiltakene."),
        ("standard: {milepæler: Start}\n", "kan ikke være det samme i alle tiltakene."),
        ("standard: {prioritet: viktig}\n", "standard, prioritet: «viktig» er ikke kjent."),
        ("standard: {frist: våren 2025}\n", "standard, frist: «våren 2025»"),
        ("kolonner: [a]\n", "skriv «navn: verdi»"),
        ("kolonner: {Owner: eieren}\n", "«kart.yaml», «Owner»: Feltet «eieren» finnes ikke."),
        ("kolonner: {Owner: opphav}\n", "har flere felt i seg"),
        ("kolonner: {Eieren: ansvarlig}\n", "Ingen kolonne heter «Eieren»."),
        ("verdier: {status: delvis}\n", "skriv «ord: verdi» under «status:»"),
        ("verdier: {statusen: {delvis: x}}\n", "Mente du status?"),
        ("kolonner: {\n", "linje"),
    ],
    every=2,
)
def test_a_file_of_decisions_with_a_fault_is_refused(text: str, said: str, tmp_path: Path) -> None:
    (plan(tmp_path) / "kart.yaml").write_text(text, "utf-8")
    done = tiltak("import", "plan.csv", "--new", "--map-file", "kart.yaml", cwd=tmp_path)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert said in done.err


def test_a_word_decided_as_no_valid_value_is_still_unclear(tmp_path: Path) -> None:
    text = "verdier: {status: {delvis: halvveis}, ansvarlig: {kd: FOO}}\n"
    (plan(tmp_path) / "kart.yaml").write_text(text, "utf-8")
    told = preview(tmp_path, "--map-file", "kart.yaml")
    assert {each["text"] for each in told["unclear"]} >= {"delvis", "KD"}


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("Kostnad", "mangler et likhetstegn"),
        ("=merknad", "mangler et likhetstegn"),
        ("Kostnad=priss", "Feltet «priss» finnes ikke."),
        ("Kostand=", "Ingen kolonne heter «Kostand». Mente du «Kostnad»?"),
        ("Z9=merknad", "Ingen kolonne heter «Z9»."),
        ("Nr.=tittel", "Flere kolonner er valgt som «tittel»."),
        ("Kostnad=opphav", "har flere felt i seg"),
        ("Kostnad=milepæler.slutt", "Skriv milepæler.tekst, milepæler.frist eller milepæler.nådd"),
    ],
)
def test_a_column_that_cannot_be_chosen_so(wanted: str, said: str, tmp_path: Path) -> None:
    command = ("import", "plan.csv", "--new", "--map", wanted, "--map", "Tiltak=tittel")
    done = tiltak(*command, cwd=plan(tmp_path))
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert said in done.err


def test_a_doubled_heading_must_be_named_by_its_cell(tmp_path: Path) -> None:
    plan(tmp_path, "Tiltak | Frist | Frist\nEn | 2024 | 2025")
    done = tiltak("import", "plan.csv", "--new", "--map", "Frist=frist", cwd=tmp_path)
    assert done.code == 2
    assert "«Frist» står over flere kolonner (B1 og C1). Oppgi cellen" in done.err


def test_what_is_assumed_is_said_and_options_change_it(tmp_path: Path) -> None:
    done = tiltak("import", "plan.csv", "--new", "--write", *DAY, cwd=plan(tmp_path))
    assert done.out.startswith("Forutsatt: strategi 2021-2025, utgave 2024-1 og ansvarlig DFD.")
    head = (tmp_path / FILE).read_text("utf-8").partition("\n\n")[0]
    assert head == 'strategi: "2021-2025"\nutgave: "2024-1"\nper_dato: 2024-06-15\nansvarlig: DFD'
    options = ("--strategy", "2021-2025", "--edition", "2025-2", "--keeper", "kd", "-o", "to.yaml")
    said = tiltak("import", "plan.csv", "--new", "--write", *DAY, *options, cwd=tmp_path)
    assert "Forutsatt" not in said.out
    assert 'utgave: "2025-2"\nper_dato: 2024-06-15\nansvarlig: KD\n' in (
        tmp_path / "to.yaml"
    ).read_text("utf-8")


def test_a_strategy_of_ones_own_is_named_from_the_new_file(tmp_path: Path) -> None:
    plan(tmp_path, "Tiltak | Område\nEn | Levende bygder\nTo | Noe annet")
    (tmp_path / "strategi.yaml").write_bytes((DATA / "kommuneplan" / "strategi.yaml").read_bytes())
    (tmp_path / "registre").mkdir()
    options = ("--strategy", "strategi.yaml", "-o", "registre/ny.yaml", "--write")
    done = tiltak("import", "plan.csv", "--new", *DAY, *options, cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    text = (tmp_path / "registre" / "ny.yaml").read_text("utf-8")
    assert 'strategi: "../strategi.yaml"' in text
    assert tiltak("validate", "registre/ny.yaml", cwd=tmp_path).code == 1


def test_organisations_of_ones_own_are_known_where_the_register_is_to_be(tmp_path: Path) -> None:
    own = '[[virksomheter]]\nkort = "SSB"\nbokmål = "Statistisk sentralbyrå"\n'
    sheet = "Nr. | Tiltak | Ansvarlig\n1 | Ny portal | SSB\n2 | To | Statistisk sentralbyrå, KD"
    plan(tmp_path, sheet)
    assert [each["cell"] for each in preview(tmp_path)["unclear"]] == ["C2", "C3"]
    (tmp_path / "tiltak.toml").write_text(own.replace("bokmål", '"bokmål"'), "utf-8")
    shown = preview(tmp_path)
    assert [each["fields"]["ansvarlig"] for each in shown["measures"]] == ["SSB", ["SSB", "KD"]]
    (tmp_path / "plan").mkdir()
    assert preview(tmp_path, "-o", "plan/ny.yaml")["unclear"]
    done = tiltak("import", "plan.csv", "--new", "--keeper", "SSB", "--write", *DAY, cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert "TIL202" not in tiltak("validate", cwd=tmp_path).out


def test_it_is_never_written_over_a_file(tmp_path: Path) -> None:
    (plan(tmp_path) / FILE).write_text(register_text("- id: T001\n"), "utf-8")
    before = (tmp_path / FILE).read_bytes()
    shown = tiltak("import", "plan.csv", "--new", cwd=tmp_path)
    assert "Skriv et nytt med -o FIL, eller før inn i det" in " ".join(shown.out.split())
    for options in ((), ("-o", FILE), ("-o", "plan.csv"), ("-o", "ny.txt")):
        done = tiltak("import", "plan.csv", "--new", "--write", *options, cwd=tmp_path)
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1), options
    assert (tmp_path / FILE).read_bytes() == before
    assert names(tmp_path) == ["plan.csv", FILE]


def test_options_that_need_more_are_refused(tmp_path: Path) -> None:
    plan(tmp_path)
    for options in (("--sheet", "Plan"), ("--header-row", "9"), ("--format", "xml")):
        done = tiltak("import", "plan.csv", "--new", *options, cwd=tmp_path)
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1), options
    mixed = (
        "--new --commit",
        f"--new --register {FILE}",
        "--new plan.csv",
        "--map Nr.=",
        "-o a.yaml",
    )
    for given in mixed:
        done = tiltak("import", "plan.csv", *given.split(), cwd=tmp_path)
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1), given
        assert "--new" in done.err


def test_a_sheet_of_others_is_not_brought_back_but_may_become_a_register(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(register_text("- id: T001\n"), "utf-8")
    (tmp_path / "plan.xlsx").write_bytes(workbook(SHEET))
    done = tiltak("import", "plan.xlsx", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "Et annet regneark blir et register med «tiltak import --new»." in done.err


def test_a_sheet_that_may_be_meant_as_well_is_told(tmp_path: Path) -> None:
    table = "Tiltak | Ansvarlig | Frist\nEn | KD | 2025\n"
    data = workbook(f"[Plan 2023]\n{table}[Plan 2024]\n{table}To | FIN | 2026")
    (tmp_path / "plan.xlsx").write_bytes(data)
    done = tiltak("import", "plan.xlsx", "--new", cwd=tmp_path)
    assert "plan.xlsx, ark «Plan 2024»" in done.out
    assert "Kan også være ment: «Plan 2023». Velg ark med --sheet." in done.out
    assert (done.code, "Alt har en mening." in done.out) == (1, False)
    refused = tiltak("import", "plan.xlsx", "--new", "--write", cwd=tmp_path)
    assert (refused.code, refused.out, names(tmp_path)) == (1, "", ["plan.xlsx"])
    assert "arket «Plan 2024» som er ment, eller «Plan 2023». Velg med --sheet." in refused.err
    chosen = tiltak("import", "plan.xlsx", "--new", "--sheet", "Plan 2023", cwd=tmp_path)
    assert (chosen.code, "Alt har en mening." in chosen.out) == (0, True)


def test_a_sheet_with_more_than_is_read_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tiltak_cli.sources.foreign.cells.delimited.MAX_ROWS", 2)
    done = tiltak(
        "import", "plan.csv", "--new", cwd=plan(tmp_path, "Tiltak | Frist\nEn | 2025\nTo | 2026")
    )
    assert done.code == 1
    assert "Arket har flere rader eller kolonner enn det som blir lest." in done.out


def test_columns_of_milestones_must_say_which_belong_together(tmp_path: Path) -> None:
    plan(tmp_path, "Tiltak | A | B | C\nEn | Høring | Vedtak | 2025")
    command = ("import", "plan.csv", "--new")
    three = ("--map", "A=milepæler.tekst", "--map", "B=milepæler.tekst", "--map")
    unsaid = tiltak(*command, *three, "C=milepæler.frist", cwd=tmp_path)
    assert (unsaid.code, unsaid.out, unsaid.err.count("\n")) == (2, "", 1)
    assert 'Skriv nummeret, for eksempel --map "A=milepæler.M1.tekst".' in unsaid.err
    same = ("--map", "A=milepæler.M1.tekst", "--map", "B=milepæler.M1.tekst")
    twice = tiltak(*command, *same, cwd=tmp_path)
    assert twice.code == 2
    chosen = ("--map", "A=milepæler.M1.tekst", "--map", "B=milepæler.m2.tekst", "--map")
    told = preview(tmp_path, *chosen, "C=milepæler.M2.frist")
    assert [each["fields"]["milepæler"] for each in told["measures"]] == [
        [{"id": "M1", "tekst": "Høring"}, {"id": "M2", "tekst": "Vedtak", "frist": 2025}]
    ]


def test_a_word_is_decided_for_milestones_too(tmp_path: Path) -> None:
    plan(tmp_path, "Tiltak | Milepæl 1 | Nådd milepæl 1\nEn | Høring | ja")
    (tmp_path / "kart.yaml").write_text("verdier: {milepæler: {ja: 2024-03-01}}\n", "utf-8")
    told = preview(tmp_path, "--map-file", "kart.yaml")
    assert told["unclear"] == []
    steps = told["measures"][0]["fields"]["milepæler"]
    assert steps == [{"id": "M1", "tekst": "Høring", "nådd": "2024-03-01"}]


@spread("word", ["løpende", "ja", "true"], every=2)
def test_that_a_deadline_word_means_no_end_can_be_decided_as_it_is_proposed(
    tmp_path: Path, word: str
) -> None:
    plan(tmp_path, "Nr. | Tiltak | Frist | Saksbehandler\n1 | Rapport | Årlig | Kari\n")
    first = tiltak("import", "plan.csv", "--new", *DAY, "--save-map", "kart.yaml", cwd=tmp_path)
    assert '--map "Saksbehandler=".' in first.out
    assert "merknad" not in first.out
    kept = (tmp_path / "kart.yaml").read_text("utf-8")
    proposed = "    # Årlig: løpende\n"
    assert proposed in kept
    filled = kept.replace(proposed, f"    Årlig: {word}\n")
    (tmp_path / "kart.yaml").write_text(filled.replace("# Saksb", "Saksb"), "utf-8")
    command = ("--map-file", "kart.yaml", "--save-map", "to.yaml")
    (measure,) = preview(tmp_path, *command)["measures"]
    assert measure["fields"]["løpende"] is True
    assert "    Årlig: løpende\n" in (tmp_path / "to.yaml").read_text("utf-8")
