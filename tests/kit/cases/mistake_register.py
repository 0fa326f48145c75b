"""A register without a fault, in which people make mistakes; and one in a folder."""

from typing import NamedTuple

REGISTER = """\
strategi: "2021-2025"
utgave: "2023-2"
per_dato: 2023-10-15
ansvarlig: KDD
tiltak:
  - id: T001
    tittel: Felles mal for høringer
    beskrivelse: >-
      Departementene samler det
      de vet på ett sted.
    målområder: [1]
    retningsvalg: [1a, 1b]
    ansvarlig: FIN
    deltakere: [JD, HOD]
    status: vedtatt
    prioritet: høy
    frist: 2024-Q3
    milepæler:
      - id: M1
        tekst: Utkast er sendt
        frist: 2023-12
      - id: M2
        tekst: Høring er holdt
        frist: 2024
    forum: Strategisk forum
    avhenger_av: [T002]
  - id: T002
    tittel: Øvelser for beredskap
    beskrivelse: Vi øver hvert år.
    målområder: [1, 2]
    retningsvalg: [1a]
    ansvarlig: KLD
    deltakere:
      - JD
      - AID
    status: igangsatt
    prioritet: lav
    start: 2023-03-01
    frist: 2024-06
    fremdrift: Går som planlagt.
    kontakt: Seksjon for beredskap
    merknad: Drøftet i mai.
  - id: T003
    tittel: Kunnskapsbase
    beskrivelse: |
      En samling.
      To linjer.
    målområder:
      - 3
    retningsvalg:
      - 3a
    ansvarlig: JD
    status: gjennomført
    prioritet: middels
    frist: 2023-08
    gjennomført: 2023-06-15
    resultat: Basen er i bruk.
    dokumentasjon:
      - tittel: Rapport
        lenke: https://example.org/rapport
"""
HEAD, _, MEASURES = REGISTER.partition("tiltak:\n")
FIRST, SECOND, THIRD = (f"  - id: T00{part}" for part in MEASURES.split("  - id: T00")[1:])


class Mistake(NamedTuple):
    """What someone writes (`new`) where something else should stand (`old`).

    `at` is a piece of the line that is to be told; empty for the first that `new` has changed.
    """

    old: str
    new: str
    at: str = ""

    @property
    def text(self) -> str:
        """The register with the mistake in it."""
        assert REGISTER.count(self.old), self.old
        return REGISTER.replace(self.old, self.new, 1)

    @property
    def line(self) -> int:
        """The line that is to be told, from 1."""
        lines = self.text.split("\n")
        if self.at:
            return next(n for n, line in enumerate(lines, 1) if self.at in line)
        pairs = zip(lines, REGISTER.split("\n"), strict=False)
        return next(n for n, (new, old) in enumerate(pairs, 1) if new != old)
