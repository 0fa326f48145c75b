"""Several values written as one: the advice lists each of them once, and following it is enough."""

from support import check, register_text, source, spread

from tiltak_cli.edits.fixes import mend, vetted
from tiltak_cli.sources.register.load import load

MEANT = (
    "Mente du «DSS»? Mangler virksomheten i listen, så før den opp i «virksomheter» i tiltak.toml."
)
MORE = "".join(f"- id: T00{n}\n  tittel: Noe annet {n} {'abc'[n - 2] * 9}\n" for n in (2, 3, 4))
# What is written in T001, what is said, and what `--unsafe-fixes` makes of it.
IDS = [
    ("avhenger_av: T002, T003", "Skriv «avhenger_av: [T002, T003]».", "avhenger_av: [T002, T003]"),
    ("avhenger_av: T002/T003", "Skriv «avhenger_av: [T002, T003]».", "avhenger_av: [T002, T003]"),
    ("avhenger_av: T002 T003", "Skriv «avhenger_av: [T002, T003]».", "avhenger_av: [T002, T003]"),
    ("del_av: T002 og T003", "Skriv «del_av: [T002, T003]».", "del_av: [T002, T003]"),
    ("del_av: t002; t003", "Skriv «del_av: [T002, T003]».", "del_av: [T002, T003]"),
    ("del_av: [T002; T003]", "Skriv dem med komma mellom: T002, T003.", "del_av: [T002, T003]"),
    ("del_av: [T002 og T003]", "Skriv dem med komma mellom: T002, T003.", "del_av: [T002, T003]"),
    ("del_av: [T004, T002 og T003]", "Skriv dem med komma mellom: T002, T003.",
     "del_av: [T004, T002, T003]"),
    ("del_av: T002, T002", "Skriv «T002».", "del_av: T002"),
]  # fmt: skip
# What nobody can know: no number is made of the figures of several.
LEFT = [
    ("avhenger_av: 2, 3",
     "Skriv T og minst tre sifre, for eksempel «avhenger_av: [T002, T003]»."),
    ("del_av: [T2 og T3]", "Skriv T og minst tre sifre, for eksempel «T002, T003»."),
    ("avhenger_av: T2-T4", "Skriv hver id for seg, i klammer og med komma mellom."),
    ("avhenger_av: T002 til T004", "Skriv hver id for seg, i klammer og med komma mellom."),
    ("avhenger_av: P12 og P14", "Skriv T og minst tre sifre."),
    ("avhenger_av: T002 eller T003", "Skriv T og minst tre sifre."),
    ("avhenger_av: T2 (2024)", "Skriv T og minst tre sifre."),
    ("avhenger_av: ikke T002, T003", "Skriv T og minst tre sifre."),
    ("innlemmet_i: T002, T003", "Velg én: T002 eller T003."),
    ("del_av: T2", "Skriv T og minst tre sifre, for eksempel T002."),
    ("deltakere: alle, FIN", "Skriv «alle»."),
    ("deltakere: FIN og alle", "Skriv «alle»."),
    ("deltakere: [FIN, alle og SD]", "Skriv «alle»."),
]  # fmt: skip
# What is the same twice, or an old name and a new one of the same.
TWICE = [
    ("ansvarlig: KMD/KDD", "Skriv «KDD».", "ansvarlig: KDD"),
    ("ansvarlig: OED, ED", "Skriv «OED».", "ansvarlig: OED"),
    ("ansvarlig: KMD, FIN og KDD", "Skriv «ansvarlig: [KDD, FIN]».", "ansvarlig: [KDD, FIN]"),
    ("utførende: DSS/DSS", MEANT, "utførende: DSS"),
    ("målområder: 1 og 1", "Skriv verdien i klammer: «målområder: [1]».", "målområder: [1]"),
    ("retningsvalg: 1a, 1a", "Skriv verdien i klammer: «retningsvalg: [1a]».",
     "retningsvalg: [1a]"),
    ("utviklingsområder: U1, U1", "Skriv verdien i klammer: «utviklingsområder: [U1]».",
     "utviklingsområder: [U1]"),
]  # fmt: skip


def text_of(line: str) -> str:
    return register_text(f"- id: T001\n  {line}\n{MORE}")


def advice(text: str) -> str:
    here = source(text)
    finding = next(f for f in vetted(here, load(here), load).findings if f.measure == "T001")
    return finding.remedy


@spread(("written", "said", "right"), [*IDS, *TWICE], every=6)
def test_each_is_listed_once_and_the_register_is_right_then(
    written: str, said: str, right: str
) -> None:
    assert advice(text_of(written)) == said
    mended = mend(source(text_of(written)), load, unsafe=True).source.files[0].data.decode()
    assert mended == text_of(right)
    assert not check(mended).errors


@spread(("written", "said"), LEFT, every=4)
def test_what_nobody_can_know_is_not_written(written: str, said: str) -> None:
    text = text_of(written)
    assert advice(text).partition(" Rett da også")[0] == said
    assert mend(source(text), load, unsafe=True).source.files[0].data.decode() == text
