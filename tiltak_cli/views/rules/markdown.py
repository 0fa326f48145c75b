"""The rules as a page to read from top to bottom: docs/rules.md."""

from collections.abc import Callable, Iterable

from tiltak_cli.findings import Finding
from tiltak_cli.rules.base import Rule
from tiltak_cli.views.rules.text import EDGES, beside_words, edge_words, fix_words, shown

INTRODUCTION = """# Reglene

Dette er alt «tiltak validate» ser etter. Hver regel har en kode, et eksempel på feilen, det
verktøyet sier om den, og det samme skrevet riktig. «tiltak explain TIL201» viser én av dem.

Siden er skrevet av «tiltak explain --format markdown». Hele filer med feilene, og hva verktøyet
sier om dem, ligger i [gallery](gallery/).

## Slik leser du et register

Et register er en tekstfil. Øverst står hodet, som sier hvilken utgave det er. Under «tiltak:»
kommer tiltakene, ett for hver strek:

```yaml
strategi: "2021-2025"
utgave: "2023-2"
per_dato: 2023-10-15
ansvarlig: KDD
tiltak:
  - id: T001
    tittel: Felles mal for høringer
    målområder: [1, 3]
```

- Hver linje er ett felt: navnet, et kolon, et mellomrom og verdien.
- Innrykket sier hva en linje hører til. Feltene i et tiltak begynner i samme kolonne.
- Flere verdier står i klammer med komma mellom.
- Det som står etter # er en kommentar til den som leser filen.
- Inneholder en tekst kolon eller #, eller begynner den med et tegn, settes den i anførselstegn.

Eksemplene under viser bare linjene det gjelder. Resten av tiltaket er i orden.

## Alvorlighet, retting og unntak

En **feil** må rettes, en **advarsel** bør du se på, og en **opplysning** er bare til orientering.
«tiltak validate --fix» retter det som ikke kan misforstås, og «--diff» viser først hva det blir.
Skal et funn stå, skriver du hvorfor på linjen over:
`# tiltak: godta TIL309 fordi ny frist vedtas i mai`.
"""
GROUPS = {
    "TIL0": "Filen og oppsettet",
    "TIL1": "Feltene",
    "TIL2": "Verdiene",
    "TIL3": "Status og datoer",
    "TIL4": "Henvisninger og strategien",
    "TIL5": "Sammenlignet med forrige utgave",
    "TIL6": "Teksten",
    "TIL8": "Kontrollen selv",
    "TIL9": "Grenser",
}
NOT_SHOWN = "Kan ikke vises i et kort eksempel."


def rules_markdown(rules: Iterable[Rule], told_of: Callable[[Rule], tuple[Finding, ...]]) -> str:
    """Every rule, by group and code; `told_of` gives what is said of a rule's bad example."""
    ordered = sorted(rules, key=lambda rule: rule.code)
    parts = [INTRODUCTION]
    for prefix, heading in GROUPS.items():
        parts.append(f"## {heading}\n")
        parts += [_rule(rule, told_of(rule)) for rule in ordered if rule.code.startswith(prefix)]
    return "\n".join(parts)


def _rule(rule: Rule, findings: tuple[Finding, ...]) -> str:
    parts = [f"### {rule.code} {rule.name}", f"{rule.title}. *({rule.severity.label})*", rule.why]
    parts += [f"{beside_words(name)}:\n\n{_fenced(text)}" for name, text in rule.beside]
    parts.append(f"Galt:\n\n{_fenced(rule.bad)}" if rule.bad is not None else NOT_SHOWN)
    for finding in findings:
        fix = "".join(f" *{words}*" for words in fix_words(finding))
        parts.append(f"> {finding.message} {finding.remedy}{fix}")
    parts.append(f"Riktig:\n\n{_fenced(rule.good)}")
    if rule.edges:
        edges = [f"- {edge_words(edge)}" for edge in rule.edges]
        parts.append(f"{EDGES}:\n\n" + "\n".join(edges))
    return "\n\n".join(parts) + "\n"


def _fenced(text: str) -> str:
    return f"```yaml\n{shown(text)}\n```"
