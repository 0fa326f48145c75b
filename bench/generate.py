"""Write realistic registers of any size: the same bytes every time for the same arguments.

    python bench/generate.py 300 register.yaml
    python bench/generate.py 3000 --folder register/
    python bench/generate.py 300 later.yaml --later

A measure has some 20 fields, comments, block texts, milestones and links: about 2.6 KB of YAML.
`--later` is the next edition of the same register, with changes in every fifth measure.
"""

import argparse
import random
from pathlib import Path

DIRECTIONS = (
    "1a",
    "1b",
    "1c",
    "1d",
    "1e",
    "1f",
    "2a",
    "2b",
    "2c",
    "2d",
    "3a",
    "3b",
    "3c",
    "3d",
    "3e",
)
MINISTRIES = (
    "AID",
    "BFD",
    "DFD",
    "FIN",
    "FD",
    "HOD",
    "JD",
    "KLD",
    "KDD",
    "KUD",
    "KD",
    "LMD",
    "NFD",
    "ED",
    "SD",
    "UD",
)
TOPICS = (
    "kunnskapsbase",
    "veileder",
    "arbeidsplass",
    "opplæring",
    "øvelse",
    "anskaffelse",
    "rutine",
    "analyse",
)
SUBJECTS = (
    "oppvekst og levekår",
    "klima og omstilling",
    "beredskap",
    "digitalisering",
    "ledelse",
    "utredning",
)
SENTENCES = (
    "Departementene skal bygge et felles grunnlag, slik at beslutningene blir bedre.",
    "Arbeidet bygger på erfaringene fra kjernegruppene og ses i sammenheng med andre tiltak.",
    "Prøvedriften viser at brukerne finner fram, men at tallene trenger bedre forklaringer.",
    "Neste leveranse er et felles begrepsapparat, som etter planen skal behandles i april.",
    "Tretten etater deltar, og ni av dem har levert data så langt.",
    "Forslaget har vært på høring i alle departementene, og merknadene er innarbeidet.",
    "Ansvaret for drift etter prosjektperioden er avklart med DSS.",
)
HEAD = """# Et tenkt register til måling av hastighet.
strategi: "2021-2025"
utgave: "{edition}"
per_dato: {as_of}
ansvarlig: DFD
"""


def measure(number: int, *, later: bool) -> str:
    """One measure as YAML text under `tiltak:`."""
    rng = random.Random(number)  # noqa: S311 - the same text every time, not a secret
    directions = sorted(rng.sample(DIRECTIONS, rng.randint(1, 3)))
    areas = sorted({direction[0] for direction in directions})
    lead, *participants = rng.sample(MINISTRIES, rng.randint(3, 6))
    days = rng.sample(range(1, 29), 2)
    changed = later and number % 5 == 0
    assessment = "gul" if changed else "grønn"
    text = {key: " ".join(rng.choices(SENTENCES, k=k)) for key, k in (("b", 5), ("f", 6), ("r", 3))}
    deadline = f"{2026 if changed else 2025}-{rng.randint(1, 12):02d}"
    deviation = "    avvik: Leverandøren er forsinket. Ny plan er lagt.\n" if changed else ""
    return f"""
  # Behandlet i møte nummer {rng.randint(1, 90)}.
  - id: T{number:03d}
    tittel: Felles {rng.choice(TOPICS)} for {rng.choice(SUBJECTS)}, del {number}
    beskrivelse: >-
{_folded(text["b"])}
    målområder: [{", ".join(areas)}]
    retningsvalg: [{", ".join(directions)}]
    utviklingsområder: [U{rng.randint(1, 5)}]
    ansvarlig: {lead}
    utførende: [DSS, DFØ]
    deltakere: [{", ".join(participants)}]
    status: igangsatt
    prioritet: {rng.choice(("høy", "middels", "lav"))}
    start: 2021-{rng.randint(1, 12):02d}
    frist: {deadline}
    opprinnelig_frist: 2024-H2   # flyttet én gang
    milepæler:
      - {{id: M1, tekst: Rapport er lagt fram, frist: 2023-06, nådd: 2023-06-{days[0]:02d}}}
      - {{id: M2, tekst: Første versjon er i bruk, frist: 2024-03, nådd: 2024-03-{days[1]:02d}}}
      - {{id: M3, tekst: Alle departementer er med, frist: 2024-Q2, nådd: 2024-05-{days[1]:02d}}}
      - {{id: M4, tekst: "Evaluering: kort rapport", frist: 2025}}
    vurdering: {assessment}
{deviation}    risiko: |
      {rng.choice(SENTENCES)}
      {rng.choice(SENTENCES)}
    fremdrift: >-
{_folded(text["f"])}
    dokumentasjon:
      - tittel: Mandat for arbeidet
        lenke: https://www.regjeringen.no/no/dokumenter/mandat-{number}/id{number * 7919}/
      - tittel: Midtveisrapport
        lenke: "https://www.regjeringen.no/no/dokumenter/rapport-{number}/id{number * 104729}/"
    forum: Strategisk forum
    kontakt: Avdeling for utredning
    merknad: >-
{_folded(text["r"])}
    oppdatert: 2024-05-{rng.randint(1, 28):02d}
"""


def _folded(text: str, width: int = 92) -> str:
    lines, line = [], ""
    for word in text.split():
        if len(line) + len(word) + 1 > width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "\n".join(f"      {each}" for each in [*lines, line])


def register(size: int, *, later: bool = False) -> str:
    """A whole register as one file's text."""
    return (
        _head(later=later)
        + "tiltak:\n"
        + "".join(measure(n, later=later) for n in range(1, size + 1))
    )


def _head(*, later: bool) -> str:
    return (
        HEAD.format(edition="2025-1", as_of="2024-12-15")
        if later
        else HEAD.format(edition="2024-1", as_of="2024-06-15")
    )


def write_folder(size: int, folder: Path, *, each: int = 50) -> None:
    """The same register as a folder: a head, and files of `each` measures."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "hode.yaml").write_text(_head(later=False), encoding="utf-8")
    for first in range(1, size + 1, each):
        measures = (measure(n, later=False) for n in range(first, min(first + each, size + 1)))
        path = folder / f"tiltak-{first:05d}.yaml"
        path.write_text("tiltak:\n" + "".join(measures), encoding="utf-8")


def main() -> None:
    """Read the arguments and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("size", type=int)
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--later", action="store_true")
    arguments = parser.parse_args()
    if arguments.folder:
        write_folder(arguments.size, arguments.folder)
    elif arguments.file:
        arguments.file.write_text(register(arguments.size, later=arguments.later), encoding="utf-8")
    else:
        parser.error("name a file or a --folder")


if __name__ == "__main__":
    main()
