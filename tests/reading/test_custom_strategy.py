"""A plan of another kind is a new strategy file and no new code."""

from pathlib import Path

import pytest
from jsonschema import Draft7Validator, Draft202012Validator
from support import check, register_text, told

from tiltak_cli.sources.files import Source, read_path
from tiltak_cli.sources.register.load import load
from tiltak_cli.sources.schema.make import json_schema
from tiltak_cli.sources.strategies import Plan, plan_from

FOLDER = Path(__file__).parent.parent / "data" / "kommuneplan"
STRATEGY = (FOLDER / "strategi.yaml").read_text("utf-8")
REGISTER = (FOLDER / "tiltaksoversikt.yaml").read_text("utf-8")


def told_with(register: str, strategy: str = STRATEGY) -> list[tuple[str, int, int]]:
    return told(check(register, {"strategi.yaml": strategy.encode()}))


@pytest.mark.parametrize("name", ["tiltaksoversikt.yaml", "tiltaksoversikt-2024.yaml"])
def test_the_municipality_s_plan_is_clean(name: str) -> None:
    source = read_path(str(FOLDER / name))
    assert isinstance(source, Source)
    loaded = load(source)
    assert loaded.findings == ()
    assert loaded.register is not None
    assert loaded.register.strategy.period == "2024–2027"
    assert loaded.register.measures[0].areas == ("A",)


@pytest.mark.parametrize(
    ("was", "becomes", "expected", "remedy"),
    [
        ("målområder: [A]", "målområder: [C]", "TIL203", "Gyldige: A eller B."),
        ("[A2]", "[B9]", "TIL204", "Gyldige: A1, A2 eller B1."),
        ("[A2]", "[a2]", "TIL204", "Skriv «A2»."),
        ("[A2]", "[B1]", "TIL411", "Legg til B i «målområder», eller velg et annet retningsvalg."),
        ("retningsvalg: [A2]", "retningsvalg: []", "TIL412",
         "Skriv minst ett av strategiens retningsvalg, for eksempel «retningsvalg: [A1]»."),
        ("ansvarlig: BYM", "ansvarlig: TEK", "TIL414", "Skriv BYM (Bymiljø)."),
        ("ansvarlig: HEL", "ansvarlig: KDD", "TIL202",
         ("Skriv forkortelsen, for eksempel BYM for Bymiljø. Mangler virksomheten i listen, så før "
          "den opp i «virksomheter» i tiltak.toml.")),
        ("ansvarlig: HEL", "ansvarlig: Helse og mestring", "TIL202", "Skriv «HEL»."),
        ("frist: 2027-06", "frist: 2027-06\n    utviklingsområder: [U1]", "TIL205",
         "Ta bort linjen."),
    ],
)  # fmt: skip
def test_its_faults_are_found(was: str, becomes: str, expected: str, remedy: str) -> None:
    text = REGISTER.replace(was, becomes, 1)
    assert text != REGISTER
    (finding,) = check(text, {"strategi.yaml": STRATEGY.encode()}).findings
    assert (finding.code, finding.remedy) == (expected, remedy)


def with_one(organisation: str) -> str:
    """The register with an organisation that has had two names in just one place."""
    others = REGISTER.replace("[HEL, BYM]", "[HEL]").replace("BYM", "HEL")
    return others.replace("ansvarlig: HEL", f"ansvarlig: {organisation}", 1)


@pytest.mark.parametrize(
    ("written", "since", "until", "why"),
    [
        ("TEK", "fra: 2025-12-01, ", "", "Teknisk drift ble opprettet 1. desember 2025"),
        ("BYM", "fra: 2025-12-01, ", "", "Bymiljø ble opprettet 1. desember 2025"),
        ("TEK", "fra: 2020-01-01, ", ", til: 2025-06-30", "Teknisk drift fantes til 30. juni 2025"),
        ("BYM", "fra: 2020-01-01, ", ", til: 2025-06-30", "Bymiljø fantes til 30. juni 2025"),
        ("BYM", "", ", til: 2025-06-30", "Bymiljø fantes til 30. juni 2025"),
    ],
)
def test_an_organisation_was_founded_later_or_has_ended(
    written: str, since: str, until: str, why: str
) -> None:
    """Whatever it was called first or last, the register's date says which of the two it is."""
    change = "2026-01-01" if until == "" else "2025-01-01"
    strategy = STRATEGY.replace(", til: 2024-12-31}", f", {since}til: {change}}}")
    strategy = strategy.replace(", fra: 2025-01-01}", f", fra: {change}{until}}}")
    (finding,) = check(with_one(written), {"strategi.yaml": strategy.encode()}).findings
    assert finding.message == f"{written} fantes ikke 01.11.2025: {why}."


def test_a_time_in_which_an_organisation_had_no_name_is_told_by_the_name_that_is_written() -> None:
    strategy = STRATEGY.replace("fra: 2025-01-01}", "fra: 2025-12-01}")
    (finding,) = check(with_one("TEK"), {"strategi.yaml": strategy.encode()}).findings
    assert finding.message == (
        "TEK fantes ikke 01.11.2025: navnet Teknisk drift gjelder til 31.12.2024."
    )


def test_without_a_strategy_before_it_any_origin_is_accepted() -> None:
    origin = "    opphav: {periode: 2020-2023, status: vedtatt}\n"
    assert told_with(REGISTER + origin) == []


def test_its_schema_is_valid_and_asks_for_its_codes() -> None:
    plan = plan_from("strategi.yaml", STRATEGY.encode())
    assert isinstance(plan, Plan)
    schema = json_schema(plan)
    Draft202012Validator.check_schema(schema)
    Draft7Validator.check_schema(schema)
    fields = schema["$defs"]["tiltak"]["properties"]
    assert fields["målområder"]["items"]["enum"] == ["A", "B"]
    assert fields["ansvarlig"]["else"]["enum"] == ["OPP", "HEL", "TEK", "BYM"]


def test_codes_may_be_numbers() -> None:
    strategy = STRATEGY.replace("id: A1", "id: 11").replace("id: A2", 'id: "12"')
    register = REGISTER.replace("[A1]", "[11]").replace("[A1,", "[11,").replace("[A2]", '["12"]')
    assert told_with(register, strategy) == []
    swapped = register.replace("[11]", '["11"]').replace('["12"]', "[12]")
    assert [code for code, _, _ in told_with(swapped, strategy)] == ["TIL204", "TIL204"]


def test_another_period_may_use_the_ministries_that_ship_with_the_tool() -> None:
    strategy = STRATEGY[: STRATEGY.index("virksomheter:")]
    text = register_text("målområder: [A]\nretningsvalg: [A1]\n")
    assert told_with(text.replace('"2021-2025"', "strategi.yaml"), strategy) == []


UNUSABLE = [
    ("", "kan ikke leses: Filen er tom."),
    ("- a\n", "har ikke riktig form"),
    ("a: [\n", "kan ikke leses (linje 1)"),
    (STRATEGY.replace("tittel:", "titel:"), "mangler tekst i feltet «tittel»"),
    (STRATEGY.replace("målområder:", "mål:"), "mangler en liste i «målområder»"),
    (STRATEGY.replace("    retningsvalg:", "    valg:"), "mangler en liste i «retningsvalg»"),
    (STRATEGY.replace("periode:", "tid:"), "mangler «periode: {fra: 2026, til: 2030}»"),
    (STRATEGY.replace("fra: 2024", "fra: 2028"), "har en periode som ikke går fra"),
    (STRATEGY.replace("fra: 2024", 'fra: "2024"'), "har en periode som ikke går fra"),
    (STRATEGY.replace("til: 2027", "til: 20277"), "har en periode som ikke går fra"),
    (STRATEGY.replace("id: B1", "id: A1"), "har «A1» to ganger i «retningsvalg»"),
    (STRATEGY.replace("id: B\n", "id: A\n"), "har «A» to ganger i «målområder»"),
    (STRATEGY.replace("id: A1", "id: [A1]"), "mangler tekst i feltet «id»"),
    (STRATEGY.replace("id: A1", "id: true"), "mangler tekst i feltet «id»"),
    (STRATEGY.replace("kort: HEL", "kort: OPP"), "har «OPP» to ganger i «virksomheter»"),
    (STRATEGY.replace("kort: HEL", "navn: []"), "har en virksomhet uten navn"),
    (STRATEGY.replace("2024-12-31", "31.12.2024"), "har en dato i «til» som ikke er en dag"),
    (STRATEGY[: STRATEGY.index("  - {kort")] + "  andre: []\n", "har ingen punkter"),
    (STRATEGY[: STRATEGY.index("  - {kort")], "mangler en liste i «virksomheter»"),
]


@pytest.mark.parametrize(("strategy", "sentence"), UNUSABLE)
def test_a_strategy_file_that_cannot_be_used(strategy: str, sentence: str) -> None:
    (finding,) = check(REGISTER, {"strategi.yaml": strategy.encode()}).findings
    assert (finding.code, finding.place.line) == ("TIL022", 1)
    assert finding.message.startswith("Strategifilen «strategi.yaml» ")
    assert sentence in finding.message
    assert finding.message.endswith(".")


def test_the_other_parts_of_the_plan_are_told_in_their_order() -> None:
    more = (
        "mål_for_perioden:\n"
        "  - {navn: Tid, mål: Halvert ventetid}\n"
        "  - {navn: Språk, punkter: [Korte skjema, Klare brev]}\n"
        "gjelder: {fra: 2024, til: 2027}\n"
        "note:\n"
    )
    plan = plan_from("strategi.yaml", f"{STRATEGY}{more}".encode())
    assert isinstance(plan, Plan)
    assert plan.about == (
        "Mål for perioden: Tid: Halvert ventetid\nSpråk\nKorte skjema\nKlare brev\n\n"
        "Gjelder: 2024–2027\n\nNote: "
    )
