"""A fix is done where the register is better for it, and only there; what it leads to is said."""

from pathlib import Path
from textwrap import indent

import pytest
from command import EXAMPLES, NEW, tiltak
from support import FILE, check, register_text, source, spread

from tiltak_cli.edits import fixes
from tiltak_cli.edits.better import harm
from tiltak_cli.edits.fixes import mend, vetted
from tiltak_cli.findings import Finding, Fix
from tiltak_cli.sources.files import Source
from tiltak_cli.sources.register.load import Loaded, load

# A fix that is right and not enough: the advice, and what would be found then.
NOT_ENOUGH = [
    ("status: ferdig\n", "Ferdig skrives «gjennomført» her.",
     ["Tiltaket er gjennomført, men feltet «gjennomført» mangler.",
      "Tiltaket er gjennomført, men feltet «resultat» mangler."]),
    ("status: Utsatt\n", "Skriv «utsatt».",
     ["Status er «utsatt», men feltet «begrunnelse» mangler."]),
    ("vurdering: raud\n", "Raud skrives «rød» her.",
     ["Vurderingen er rød, men feltet «avvik» mangler."]),
    ("frist: 30.06.2023\n", "Skriv 2023-06-30.",
     ["Fristen (30.06.2023) er passert per 15.10.2023, men feltet «avvik» mangler."]),
    ("løpende: ja\nfrist: 2025\n", "Skriv «løpende: true».",
     ["Tiltaket er løpende, men har frist i 2025."]),
    ("frist: 1.6.2024\nstart: 2024-07\n", "Skriv 2024-06-01.",
     ["Fristen (01.06.2024) er før starten (juli 2024)."]),
    ("deltakere: [FIN, fin]\n", "Skriv «FIN».", ["«FIN» står to ganger i «deltakere»."]),
]  # fmt: skip
# What is done together, where neither could be done alone.
TOGETHER = [
    ("status: Ferdig\nGjennomført: 30.06.2023\nResultat: Den er i bruk.\n",
     "status: gjennomført\ngjennomført: 2023-06-30\nresultat: Den er i bruk.\n"),
    ("frist: 30.06.2023\nAvvik: Ny plan.\n", "frist: 2023-06-30\navvik: Ny plan.\n"),
    ("status: Utsatt\nbegrunning: Ny lov.\nfrist: 30.06.2023\n",
     "status: utsatt\nbegrunnelse: Ny lov.\nfrist: 2023-06-30\n"),
]  # fmt: skip
# Two of what was there are never made one.
BOTH = [
    ("ansvarlig: FIN (leder), KDD\n", "ansvarlig: [FIN, KDD]\n"),
    ("ansvarlig: FIN (leder) og KDD\n", "ansvarlig: [FIN, KDD]\n"),
    ("ansvarlig: [FIN (leder), KDD]\n", "ansvarlig: [FIN, KDD]\n"),
    ("ansvarlig: [SD; FIN]\n", "ansvarlig: [SD, FIN]\n"),
    ("ansvarlig: [KLD, SD og FIN, KD]\n", "ansvarlig: [KLD, SD, FIN, KD]\n"),
    ("ansvarlig:\n  - SD og FIN\n  - KD\n", "ansvarlig:\n  - SD\n  - FIN\n  - KD\n"),
    ("ansvarlig: Finansdepartementet og Klima- og miljødepartementet\n",
     "ansvarlig: [FIN, KLD]\n"),
    ("ansvarlig: KMD, FIN\n", "ansvarlig: [KDD, FIN]\n"),
    ("utførende: FIN & SD\n", "utførende: [FIN, SD]\n"),
    ("ansvarlig: FIN (leder)\n", "ansvarlig: FIN\n"),
]  # fmt: skip
# What only its author can divide: it is said how, and left.
LEFT = [
    ("ansvarlig: FIN, KDD (leder)\n",
     "Den som leder, skal stå først i listen: «ansvarlig: [KDD, FIN]»."),
    ("ansvarlig: [FIN, KDD (leder)]\n", "Den som leder, skal stå først i listen."),
    ("ansvarlig: FIN (ansvarlig), KDD (utførende)\n",
     "Skriv bare forkortelsene (FIN, KDD), og resten i «merknad»."),
    ("ansvarlig: KLD (avd. for klima)\n", "Skriv bare forkortelsen (KLD), og resten i «merknad»."),
    ("utførende: FIN (leder), SD\n", "Skriv bare forkortelsene (FIN, SD), og resten i «merknad»."),
]  # fmt: skip


def indented(lines: str) -> str:
    return f"- {lines}".replace("\n", "\n  ").rstrip(" ")


def mended(text: str, *, unsafe: bool = False) -> str:
    return mend(source(text), load, unsafe=unsafe).source.files[0].data.decode()


def shown(text: str) -> tuple[Finding, ...]:
    here = source(text)
    return vetted(here, load(here), load).findings


@pytest.mark.wide
@pytest.mark.parametrize(("written", "advice", "messages"), NOT_ENOUGH)
def test_what_would_lead_to_another_finding_is_said_and_not_done(
    written: str, advice: str, messages: list[str]
) -> None:
    text = register_text(written)
    assert mended(text, unsafe=True) == text
    finding = next(finding for finding in shown(text) if "Rett da også" in finding.remedy)
    assert finding.remedy == " ".join((advice, "Rett da også dette:", *messages))
    assert finding.fix is None


def test_what_is_told_anyway_is_not_said_with_an_advice_too() -> None:
    head, measures, rest = register_text(
        "- id: T001\n  tittel: A\n- id: T002\n  tittel: B\n"
    ).partition("- id")
    right = head + indent(measures + rest, "  ")
    written = right.replace("  - id: T002", "- id T002")
    findings = shown(written)
    assert [finding.code for finding in findings] == ["TIL007", "TIL001"]
    assert not [finding.remedy for finding in findings if "Rett da også" in finding.remedy]
    assert mended(written, unsafe=True) == right


@pytest.mark.parametrize(("written", "right"), TOGETHER)
def test_what_is_right_only_together_is_done_together(written: str, right: str) -> None:
    text = register_text(written)
    becomes = mended(text)
    assert becomes == text.replace(indented(written), indented(right))
    assert check(becomes).findings == ()
    assert all(finding.fix for finding in shown(text))


@spread(("written", "right"), BOTH, every=3)
def test_two_that_were_there_are_both_kept_in_order(written: str, right: str) -> None:
    text = register_text(written)
    assert mended(text) == text
    assert mended(text, unsafe=True) == text.replace(indented(written), indented(right))


@pytest.mark.parametrize(("written", "remedy"), LEFT)
def test_what_someone_must_divide_is_left(written: str, remedy: str) -> None:
    text = register_text(written)
    assert [(f.remedy, f.fix) for f in shown(text)] == [(remedy, None)]
    assert mended(text, unsafe=True) == text


def test_the_keeper_of_a_register_is_one() -> None:
    text = register_text("").replace(
        "ansvarlig: KDD\ntiltak", "ansvarlig: KDD (leder), FIN\ntiltak"
    )
    assert [(f.remedy, f.fix) for f in shown(text)] == [("Velg én: KDD eller FIN.", None)]


def test_a_fix_that_does_harm_does_not_keep_the_others_from_being_done() -> None:
    lines = "".join(
        f"- id: T{n:03d}\n  tittel: Nummer {n}\n  prioritet: høg\n"
        f"  status: {'ferdig' if n % 3 else 'Vedtatt'}\n  frist: {n}.7.2024\n"
        for n in range(1, 13)
    )
    text = register_text(lines)
    asked: list[Source] = []

    def counted(given: Source) -> Loaded:
        asked.append(given)
        return load(given)

    mending = mend(source(text), counted)
    assert len(mending.done) == 12 + 12 + 4
    assert [f.code for f in mending.loaded.findings] == ["TIL201"] * 8
    assert [why.partition(":")[0] for _, why in mending.refused] == [
        "Rettingen ville gitt et nytt funn"
    ] * 8
    # One by one it would be a hundred.
    assert len(asked) < 8


def test_a_fix_that_harms_another_measure_is_found() -> None:
    """T002 is taken; of the two that would be it, neither is written."""
    lines = "- id: t002\n- id: T002\n  tittel: B\n- id: T003\n  tittel: C\n  frist: 1.7.2024\n"
    text = register_text(lines)
    assert mended(text) == text.replace("1.7.2024", "2024-07-01")


def test_nothing_is_lost_even_where_a_finding_asks_for_it() -> None:
    """The check is not trusted: a fix that drops a value, a field or a measure is refused."""
    text = register_text("- id: T001\n  deltakere: [FIN, SD]\n- id: T002\n  tittel: B\n")
    finding = check(register_text("status: Vedtatt\n")).findings[0]

    def asks(fix: Fix) -> str:
        def pretend(given: Source) -> Loaded:
            loaded = load(given)
            same = given.files[0].data.decode() == text
            return loaded._replace(findings=(finding._replace(fix=fix),) if same else ())

        return mend(source(text), pretend).source.files[0].data.decode()

    way = ("tiltak", 0)
    assert asks(Fix((*way, "deltakere"), ["FIN"], safe=True)) == text
    assert asks(Fix((*way, "deltakere"), "FIN", safe=True)) == text
    assert asks(Fix((*way, "prioritet"), None, safe=True)) == text
    assert asks(Fix((*way, "deltakere"), ["FIN", "KD"], safe=True)) != text
    assert asks(Fix((*way, "prioritet"), "lav", safe=True)) != text


def test_what_has_become_less_is_harm() -> None:
    full = load(source(register_text("- id: T001\n  deltakere: [FIN, SD]\n- id: T002\n")))
    fewer = full._replace(plain=full.plain[:1])
    assert harm(full, fewer, []).where
    assert not harm(fewer, full, []).where
    other = ({**full.plain[0], "milepæler": "M1"}, full.plain[1])
    assert harm(full._replace(plain=({**full.plain[0], "milepæler": {"id": 1}}, {})),
                full._replace(plain=other), []).where  # fmt: skip


def test_a_chain_of_fixes_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """A register that is another fault each time it is read is left after so many."""
    finding = check(register_text("status: Vedtatt\n")).findings[0]

    def pretend(given: Source) -> Loaded:
        number = given.files[0].data.count(b"x") + 1
        return load(given)._replace(
            findings=(
                finding._replace(
                    code=f"TIL{200 + number}",
                    fix=Fix(("tiltak", 0, "tittel"), "x" * number, safe=True),
                ),
            )
        )

    monkeypatch.setattr(fixes, "ROUNDS", 3)
    mending = mend(source(register_text("")), pretend)
    assert 0 < len(mending.done) < 20


@pytest.mark.wide
def test_the_count_is_what_the_fix_does(tmp_path: Path) -> None:
    """«3 kan rettes automatisk» is true of a file that cannot be read in part, too."""
    for lines in (
        "- id: T001\n  status: ferdig\n  prioritet: høg\n  frist: 1.7.2024\n",
        "- id: T001\n  tittel: A: B\n  frist: 1.7.2024\n",
        "- id: T001\n  status: vedatt\n  ansvarlig: [KMD, KDL]\n  deltakere: [fin, FIN]\n",
    ):
        (tmp_path / FILE).write_text(register_text(lines), "utf-8")
        promised = tiltak("validate", cwd=tmp_path).out.rpartition("tiltak.")[2]
        for option in ("--fix", "--unsafe-fixes"):
            done = tiltak("validate", option, cwd=tmp_path).out.partition("rettet ")[2]
            number = done.partition(" ")[0]
            word = "kan rettes automatisk" if option == "--fix" else "kan gjettes"
            found = promised.replace(" til ", " ").partition(f" {word}")[0].split()[-1:]
            assert number == (found[0] if word in promised else ""), (lines, option)


def test_a_register_without_findings_is_not_tried() -> None:
    def never(_: Source) -> Loaded:
        raise AssertionError

    for path in (NEW, EXAMPLES / "tiltaksoversikt-2023-2.yaml"):
        loaded = load(source(path.read_bytes()))
        assert vetted(source(path.read_bytes()), loaded, never) is loaded


def test_what_waits_behind_a_fix_that_cannot_be_done_is_done_all_the_same() -> None:
    text = register_text("")
    finding = check(register_text("status: Vedtatt\n")).findings[0]
    ways: tuple[Fix, ...] = (
        Fix(("tiltak", 0), "kan ikke gjøres", safe=True),
        Fix(("tiltak", 0, "prioritet"), "lav", safe=True),
    )

    def pretend(given: Source) -> Loaded:
        loaded = load(given)
        todo = ways if given.files[0].data.decode() == text else ways[:1]
        findings = tuple(finding._replace(fix=way, code=f"TIL20{n}") for n, way in enumerate(todo))
        return loaded._replace(findings=findings)

    mending = mend(source(text), pretend)
    assert mending.source.files[0].data.decode() == text.replace("middels", "lav")
    assert [finding.fix for finding, _ in mending.refused] == [ways[0]]
