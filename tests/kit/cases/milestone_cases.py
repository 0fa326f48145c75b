"""Which milestone is which when numbers change: before, after, and all that is said of it."""

from renumbering_cases import Case

ONE, TWO, THREE = "Utkast til høring", "Sendt på høring", "Lagt fram for departementene"


def milestones(**steps: str) -> str:
    """A measure with milestones: number, and text with what else there is."""
    lines = (f"  - {{id: {code}, tekst: {rest}}}\n" for code, rest in steps.items())
    return f"milepæler:\n{''.join(lines)}"


MILESTONE_CASES: dict[str, Case] = {
    "two that have changed places": (
        milestones(M1=f"{ONE}, frist: 2024-01", M2=f"{TWO}, frist: 2024-05"),
        milestones(M1=f"{TWO}, frist: 2024-05", M2=f"{ONE}, frist: 2024-01"),
        ["2 milepæler har byttet nummer: M1 → M2 og M2 → M1."],
    ),
    "all one on, after a new first one": (
        milestones(M1=f"{ONE}, frist: 2024-01", M2=f"{TWO}, frist: 2024-05"),
        milestones(
            M1=f"{THREE}, frist: 2023-12",
            M2=f"{ONE}, frist: 2024-01",
            M3=f"{TWO}, frist: 2024-05",
        ),
        [
            f"Ny milepæl M1 «{THREE}», frist desember 2023.",
            "2 milepæler har byttet nummer: M1 → M2 og M2 → M3.",
        ],
    ),
    "changed places, and one of them reached": (
        milestones(M1=f"{ONE}, frist: 2024-01", M2=f"{TWO}, frist: 2024-05"),
        milestones(M1=f"{TWO}, frist: 2024-05", M2=f"{ONE}, frist: 2024-01, nådd: 2024-01-10"),
        [
            f"Milepæl M2 «{ONE}» ble nådd 10.01.2024.",
            "2 milepæler har byttet nummer: M1 → M2 og M2 → M1.",
        ],
    ),
    "two with one text have changed places": (
        milestones(M1="Rapport, frist: 2024-01", M2="Rapport, frist: 2025-01"),
        milestones(M1="Rapport, frist: 2025-01", M2="Rapport, frist: 2024-01"),
        ["2 milepæler har byttet nummer: M1 → M2 og M2 → M1."],
    ),
    "two with one text, both a year later": (
        milestones(M1="Rapport, frist: 2024-01", M2="Rapport, frist: 2025-01"),
        milestones(M1="Rapport, frist: 2025-01", M2="Rapport, frist: 2026-01"),
        [
            "Milepæl M1 «Rapport» er utsatt fra januar 2024 til januar 2025 (+366 dager).",
            "Milepæl M2 «Rapport» er utsatt fra januar 2025 til januar 2026 (+365 dager).",
        ],
    ),
    "changed places, and one of them worded anew": (
        milestones(M1=f"{ONE}, frist: 2024-01", M2=f"{THREE}, frist: 2024-01"),
        milestones(
            M1="Lagt fram for alle departementene, frist: 2024-01", M2=f"{ONE}, frist: 2024-01"
        ),
        [
            f"Milepæl M1 heter nå «Lagt fram for alle departementene». Før: «{THREE}».",
            "2 milepæler har byttet nummer: M1 → M2 og M2 → M1.",
        ],
    ),
    "a number used again for something else": (
        milestones(M1=f"{ONE}, frist: 2024-01"),
        milestones(M1="Systemet er i drift, frist: 2026"),
        [
            "Ny milepæl M1 «Systemet er i drift», frist 2026.",
            f"Milepæl M1 «{ONE}» er tatt bort uten å være nådd.",
        ],
    ),
}
