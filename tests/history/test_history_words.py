"""How a change is told in one line."""

import pytest
from history_states import states

from tiltak_cli.changes.telling import tell
from tiltak_cli.views.history.words import signed_days, told

MILESTONE = "milepæler: [{{id: M1, tekst: {}, frist: {}}}]\n"
CASES = {
    "a field that comes": ("id: T001\n", "vurdering: rød\n", "– → rød"),
    "a field that goes": ("vurdering: rød\n", "id: T001\n", "rød → –"),
    "a flag": ("løpende: true\nfrist: 2024\n", "frist: 2024\n", "ja → nei"),
    "a title": ("tittel: En\n", "tittel: To\n", "En → To"),
    "news in a text": ("risiko: En.\n", "risiko: En. To tre.\n", "endret: «To tre.»"),
    "the same in another order": ("risiko: En. To.\n", "risiko: To. En.\n", "endret"),
    "a text that comes": ("id: T001\n", "risiko: En.\n", "lagt til: «En.»"),
    "a text that goes": ("risiko: En.\n", "id: T001\n", "tatt bort"),
    "an internal note": ("merknad: En.\n", "merknad: To.\n", "endret"),
    "an internal note that comes": ("id: T001\n", "merknad: En.\n", "lagt til"),
    "a milestone": (
        MILESTONE.format("En", "2023"),
        MILESTONE.format("To", "2024-Q1").replace("}", ", nådd: 2024-02-01}"),
        "M1 To: tekst En → To, frist 2023 → 1. kvartal 2024, nådd – → 01.02.2024",
    ),
    "other milestones": (
        MILESTONE.format("En", "2023"),
        MILESTONE.format("To", "2024").replace("M1", "M2"),
        "ny: M2 To (2024); tatt bort: M1 En (2023)",
    ),
    "a document more": (
        "dokumentasjon: [{tittel: A, lenke: https://a.no}]\n",
        "dokumentasjon: [{tittel: A, lenke: https://a.no}, {tittel: B, lenke: https://b.no}]\n",
        "– → B <https://b.no>",
    ),
}


@pytest.mark.parametrize(("old", "new", "expected"), CASES.values(), ids=CASES)
def test_a_change_in_one_line(old: str, new: str, expected: str) -> None:
    steps = tell(states(old, new))["T001"].steps
    assert [told(step) for step in steps if step.field != "frist"] == [expected]


def test_numbers_of_days_have_a_sign() -> None:
    assert [signed_days(n) for n in (1, -1, 0, 45, -45)] == [
        "+1 dag", "−1 dag", "0 dager", "+45 dager", "−45 dager",
    ]  # fmt: skip
