"""What the register says as a whole."""

from datetime import date

import pytest
from support import check, register_text

from tiltak_cli.domain.register import Register
from tiltak_cli.domain.selection import Selection, select
from tiltak_cli.domain.sentences import sentence
from tiltak_cli.overview.counts import Overview, Situation, overview, situation

DAY = date(2023, 10, 15)


def register(lines: str) -> Register:
    loaded = check(register_text(lines))
    assert loaded.register is not None, loaded.findings
    return loaded.register


def seen(lines: str) -> Overview:
    return overview(register(lines), DAY)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("status: foreslått\n", Situation.NOT_STARTED),
        ("status: vedtatt\n", Situation.NOT_STARTED),
        ("status: igangsatt\n", Situation.ON_TRACK),
        ("status: igangsatt\nvurdering: grønn\n", Situation.ON_TRACK),
        ("status: igangsatt\nvurdering: gul\n", Situation.AT_RISK),
        ("status: vedtatt\nvurdering: gul\n", Situation.AT_RISK),
        ("status: igangsatt\nvurdering: rød\n", Situation.LATE),
        ("status: igangsatt\nfrist: 2023-10-14\n", Situation.LATE),
        ("status: igangsatt\nfrist: 2023-10-15\n", Situation.ON_TRACK),
        ("status: igangsatt\nfrist: 2023-Q3\n", Situation.LATE),
        ("status: igangsatt\nfrist: 2023-10\n", Situation.ON_TRACK),
        ("status: igangsatt\nfrist: 2023\n", Situation.ON_TRACK),
        ("status: gjennomført\nfrist: 2022\n", Situation.COMPLETED),
        ("status: utsatt\nfrist: 2022\n", Situation.STOPPED),
        ("status: utgår\nvurdering: rød\n", Situation.STOPPED),
        ("status: innlemmet\n", Situation.STOPPED),
    ],
)
def test_every_measure_is_in_one_situation(lines: str, expected: Situation) -> None:
    assert situation(register(lines).measures[0], DAY) is expected


def test_what_is_due_soon_comes_soonest_first() -> None:
    result = seen(
        "- id: T001\n  frist: 2024-01-13\n  milepæler:\n"
        "    - {id: M1, tekst: A, frist: 2023-Q4}\n    - {id: M2, tekst: B, frist: 2023-10-15}\n"
        "    - {id: M3, tekst: C, frist: 2023-11, nådd: 2023-10-01}\n"
        "    - {id: M4, tekst: D, frist: 2023-10-14}\n"
        "- id: T002\n  tittel: To\n  frist: 2024-01-14\n"
        "- id: T003\n  tittel: Tre\n  frist: 2023-12\n  status: utsatt\n  begrunnelse: E\n"
    )
    assert [
        (due.measure.id, due.milestone.id if due.milestone else "") for due in result.forecast.due
    ] == [("T001", "M2"), ("T001", "M1"), ("T001", "")]


def test_counts_by_status_area_and_direction() -> None:
    result = seen(
        "- id: T001\n  målområder: [1, 2]\n  retningsvalg: [1a]\n"
        "- id: T002\n  tittel: To\n  målområder: [2]\n"
        "  retningsvalg: [2a, 2b]\n  status: igangsatt\n"
        "- id: T003\n  tittel: Tre\n  retningsvalg: [1b]\n  status: utgår\n"
    )
    assert [(a.area.code, a.total) for a in result.areas] == [("1", 2), ("2", 2), ("3", 0)]
    assert {s.value: n for s, n in result.statuses.items() if n} == {
        "vedtatt": 1,
        "igangsatt": 1,
        "utgår": 1,
    }
    assert sum(result.situations.values()) == 3
    followed = {d.direction.code: len(d.measures) for d in result.directions if d.measures}
    assert followed == {"1a": 1, "2a": 1, "2b": 1}
    # What has been dropped follows nothing up.
    assert "1b" in [d.code for d in result.uncovered]
    assert len(result.uncovered) == 15 - 3


def test_ministries_and_their_roles() -> None:
    result = seen(
        "- id: T001\n  ansvarlig: [FIN, JD]\n  utførende: DSS\n  deltakere: [KLD]\n"
        "- id: T002\n  tittel: To\n  ansvarlig: UD\n  deltakere: alle\n"
    )
    roles = {m.code: m for m in result.ministries}
    assert "DSS" not in roles
    assert "DFD" not in roles, "it did not exist on that day"
    assert [len(roles["JD"].responsible), len(roles["KLD"].participating)] == [1, 1]
    assert roles["SD"].everyone == 1
    assert not roles["SD"].has_role
    assert len(result.without_role) == 16 - 4


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("frist: 2023-09-15\n", "Fristen (15.09.2023) er passert med 30 dager."),
        (
            "vurdering: rød\navvik: Leverandøren er konkurs. Ny anskaffelse er i gang.\n",
            "Vurderingen er rød: Leverandøren er konkurs.",
        ),
        ("vurdering: gul\navvik: Sent.\n", "Vurderingen er gul: Sent."),
        ("start: 2023-05\n", "Skulle startet i mai 2023, men er ikke igangsatt."),
        (
            "milepæler: [{id: M1, tekst: Utkast, frist: 2023-Q2}]\n",
            "Milepæl M1 «Utkast» skulle vært nådd i 2. kvartal 2023.",
        ),
        (
            "prioritet: høy\noppdatert: 2023-01-01\n",
            "Ikke oppdatert på 287 dager (sist 01.01.2023).",
        ),
    ],
)
def test_what_needs_attention_and_why(lines: str, reason: str) -> None:
    found = [a for a in seen(lines).attention if a.measure]
    assert [a.reasons for a in found] == [(reason,)]


@pytest.mark.parametrize(
    "lines",
    [
        "status: gjennomført\nfrist: 2022\nvurdering: rød\n",
        "status: utgår\nfrist: 2022\n",
        "status: utsatt\nfrist: 2022\n",
        "frist: 2023-10-15\n",
        "milepæler: [{id: M1, tekst: Utkast, frist: 2023-Q2, nådd: 2023-09-01}]\n",
        "oppdatert: 2023-01-01\n",
    ],
)
def test_what_does_not_need_attention(lines: str) -> None:
    assert [a for a in seen(lines).attention if a.measure] == []


def test_the_weightiest_stands_first_and_what_waits_is_named() -> None:
    result = seen(
        "- id: T001\n  vurdering: gul\n  avvik: Sent.\n"
        "- id: T002\n  tittel: To\n  frist: 2023-06\n  avvik: Sent.\n"
        "- id: T003\n  tittel: Tre\n  avhenger_av: T002\n"
    )
    measures = [(a.code, a.reasons) for a in result.attention if a.measure]
    assert [code for code, _ in measures] == ["T002", "T003", "T001"]
    assert measures[1][1] == ("Avhenger av T002, som er forsinket.",)
    (gaps,) = [a for a in result.attention if not a.measure]
    assert gaps.codes == tuple(d.code for d in result.uncovered)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Kort.", "Kort."),
        ("Én setning. Og én til.", "Én setning."),
        ("Møtet 3. mai ble avlyst. Nytt i juni.", "Møtet 3. mai ble avlyst."),
        ("Uten\n punktum", "Uten punktum"),
        ("x" * 200, "x" * 159 + "…"),
        ("", ""),
    ],
)
def test_the_first_sentence(text: str, first: str) -> None:
    assert sentence(text) == first


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(), ["T001", "T002", "T003"]),
        (Selection(organisations=("FIN",)), ["T001", "T002", "T003"]),
        (Selection(organisations=("KMD",)), ["T001", "T003"]),
        (Selection(organisations=("UD",)), ["T003"]),
        (Selection(areas=("2",)), ["T002"]),
        (Selection(directions=("1a", "2a")), ["T001", "T002", "T003"]),
        (Selection(statuses=("igangsatt",)), ["T002"]),
        (Selection(overdue=True), ["T002"]),
        (Selection(organisations=("FIN",), statuses=("vedtatt",)), ["T001", "T003"]),
    ],
)
def test_choosing_measures(selection: Selection, expected: list[str]) -> None:
    chosen = select(
        register(
            "- id: T001\n  ansvarlig: KDD\n  deltakere: [FIN]\n"
            "- id: T002\n  tittel: To\n  ansvarlig: FIN\n  målområder: [2]\n"
            "  retningsvalg: [2a]\n  status: igangsatt\n  frist: 2023-Q3\n"
            "- id: T003\n  tittel: Tre\n  ansvarlig: JD\n  deltakere: alle\n"
        ),
        selection,
        DAY,
    )
    assert [measure.id for measure in chosen] == expected
