"""No guess leads across a word that turns, limits or puts off; what may be meant is said."""

import pytest
from command import NEW, tiltak
from hypothesis import given, settings
from hypothesis import strategies as st
from support import check, register_text, spread, tries

from tiltak_cli.domain.fields import HEAD_KEYS, KEYS
from tiltak_cli.domain.limits import WORDS
from tiltak_cli.domain.measure import Assessment, Priority, Status
from tiltak_cli.domain.spelling import by_words, nearest
from tiltak_cli.domain.synonyms import FIELD_WORDS, OTHER_WORDS, STATUS_WORDS

STATUSES = [str(status) for status in Status]
OTHERS = [str(each) for kind in (Priority, Assessment) for each in kind]
# A status as someone may write it, and what it may be.
COULD_BE = [
    ("Ikke gjennomført", "foreslått, vedtatt eller igangsatt"),
    ("ikkje gjennomført", "foreslått, vedtatt eller igangsatt"),
    ("not completed", "foreslått, vedtatt eller igangsatt"),
    ("incomplete", "foreslått, vedtatt eller igangsatt"),
    ("ugjennomført", "foreslått, vedtatt eller igangsatt"),
    ("ufullført", "foreslått, vedtatt eller igangsatt"),
    ("unfinished", "foreslått, vedtatt eller igangsatt"),
    ("Delvis gjennomført", "igangsatt"),
    ("nesten ferdig", "igangsatt"),
    ("snart fullført", "igangsatt"),
    ("partly done", "igangsatt"),
    ("almost completed", "igangsatt"),
    ("ikke startet", "foreslått eller vedtatt"),
    ("ikkje starta", "foreslått eller vedtatt"),
    ("Not yet started", "foreslått eller vedtatt"),
    ("inactive", "foreslått eller vedtatt"),
    ("ikke vedtatt", "foreslått"),
    ("ubestemt", "foreslått"),
    ("delvis vedtatt", "foreslått"),
    ("delvis igangsatt", "vedtatt eller igangsatt"),
    ("Er ikke helt ferdig ennå", "foreslått, vedtatt eller igangsatt"),
    ("ferdig (delvis)", "igangsatt"),
    ("innlemmet delvis", "igangsatt"),
    ("gjennomføres", "foreslått eller vedtatt"),
    ("Skal gjennomføres", "foreslått eller vedtatt"),
    ("planlagt igangsatt", "foreslått eller vedtatt"),
    ("foreslås vedtatt", "foreslått"),
    ("til vurdering", "foreslått"),
    ("kanskje", "foreslått"),
    ("planlegges", "foreslått eller vedtatt"),
    ("Åpen", "vedtatt eller igangsatt"),
    ("I rute", "igangsatt"),
    ("Løpende", "igangsatt"),
    ("venter", "vedtatt eller utsatt"),
    ("ikke utsatt", "foreslått, vedtatt eller igangsatt"),
]
# What nobody can tell from: the words that are valid are said.
NOTHING = [
    *("tidligere vedtatt", "gjennomført?", "50 % ferdig", "½ ferdig", "u ferdig", "ei ferdig"),
    *("ikke foreslått", "vedtas", "avsluttes", "stanses", "startes", "close", "kansellert?"),
]
ABBREVIATION = (
    "Skriv forkortelsen, for eksempel FIN for Finansdepartementet. Mangler virksomheten i listen, "
    "så før den opp i «virksomheter» i tiltak.toml."
)
DIRECTIONS = "Gyldige: 1a, 1b, 1c, 1d, 1e, 1f, 2a, 2b, 2c, 2d, 3a, 3b, 3c, 3d eller 3e."
# In other fields: what is written, and what is said.
ELSEWHERE = [
    ("prioritet: ikke høy\n", "Det kan være middels eller lav. Skriv det som er ment."),
    ("prioritet: uhøy\n", "Det kan være middels eller lav. Skriv det som er ment."),
    ("prioritet: ganske høy\n", "Gyldige: høy, middels eller lav."),
    ("vurdering: ikkje grønn\n", "Det kan være gul eller rød. Skriv det som er ment."),
    ("vurdering: nesten grønn\n", "Gyldige: grønn, gul eller rød."),
    ("vurdering: gul/rød\n", "Velg én: gul eller rød."),
    ("status: vedtatt/igangsatt\n", "Velg én: vedtatt eller igangsatt."),
    ("status: vedtatt, men utsatt\n", "Velg én: vedtatt eller utsatt."),
    ("status: pågår eller ferdig\n", "Velg én: igangsatt eller gjennomført."),
    ("status: [vedtatt, igangsatt]\n", "Velg én: «vedtatt» eller «igangsatt»."),
    ("ansvarlig: ikke KDD\n", ABBREVIATION),
    ("ansvarlig: tidligere KMD\n", ABBREVIATION),
    ("ansvarlig: KDD (tidligere KMD)\n",
     "Skriv bare forkortelsen (KDD), og resten i «merknad»."),
    ("deltakere: alle unntatt FIN\n", "Skriv hver virksomhet for seg."),
    ("retningsvalg: [ikke 1a]\n", DIRECTIONS),
    ("målområder: ikke 1\n", "Skriv de verdiene som gjelder, i klammer og med komma mellom."),
    ("del_av: ikke T002\n", "Skriv T og minst tre sifre."),
    ("løpende: ikke lenger\nfrist: 2025\n",
     "Skriv true om tiltaket ikke har noen slutt, ellers false."),
    *((f"løpende: {word}\nfrist: 2025\n",
       "Skriv true om tiltaket ikke har noen slutt, ellers false.")
      for word in ("delvis", "nesten", "kanskje", "foreslås", "til 2025", "x", "partly")),
    ("uavhenger_av: [T002]\n", "Rett navnet, eller ta bort linjen."),
    ("ikke_gjennomført: 2023-05-05\n", "Rett navnet, eller ta bort linjen."),
    ("tidligere_frist: 2023\n", "Rett navnet, eller ta bort linjen."),
    ("milepæler: [{id: M1, tekst: A, unådd: 2023-05-05}]\n", "Rett navnet, eller ta bort linjen."),
    ("opphav: {periode: 2016-2020, status: ikke vedtatt}\n", "Gyldige: vedtatt eller igangsatt."),
    ("frist: ikke 2025\n", "Skriv datoen som 2024, 2024-H1, 2024-Q2, 2024-06 eller 2024-06-30."),
]  # fmt: skip
# Slips of the pen are still guessed at.
SLIPS = [
    *(("vedatt", "vedtatt"), ("igangsat", "igangsatt"), ("gjenomført", "gjennomført")),
    *(("gjennom ført", "gjennomført"), ("utsat", "utsatt"), ("tgår", "utgår")),
    *(("inlemmet", "innlemmet"), ("fullfort", "gjennomført"), ("in-progress", "igangsatt")),
    *(("planlakt", "vedtatt"), ("forslått", "foreslått")),
]


def told(lines: str) -> tuple[str, object]:
    (finding,) = check(register_text(lines)).findings
    return finding.remedy, finding.fix


@spread(("written", "maybe"), COULD_BE, every=6)
def test_what_a_status_may_be_is_said_and_nothing_written(written: str, maybe: str) -> None:
    assert told(f"status: {written}\n") == (f"Det kan være {maybe}. Skriv det som er ment.", None)


@pytest.mark.parametrize("written", NOTHING)
def test_what_says_too_little_is_answered_with_what_is_valid(written: str) -> None:
    remedy, fix = told(f"status: {written}\n")
    assert remedy.startswith(("Gyldige: ", "Det kan være foreslått"))
    assert fix is None


@spread(("lines", "remedy"), ELSEWHERE, every=4)
def test_the_same_in_every_other_field(lines: str, remedy: str) -> None:
    assert told(lines) == (remedy, None)


def test_no_known_word_is_taken_for_a_slip_in_a_longer_one() -> None:
    assert nearest("forum til", [*KEYS, *HEAD_KEYS], FIELD_WORDS) == ""
    # A ministry of before is not the one that is called nearly the same.
    assert nearest("FAD", ["FD", "KD"]) == nearest("KRD", ["KD", "KDD"]) == ""
    assert nearest("FAD", ["FAD", "FD"]) == "FAD"
    assert nearest("fram til", [*KEYS, *HEAD_KEYS], FIELD_WORDS) == "frist"


@pytest.mark.parametrize(("written", "meant"), SLIPS)
def test_a_slip_is_still_guessed_at(written: str, meant: str) -> None:
    assert nearest(written, STATUSES, STATUS_WORDS) == meant


VOCABULARY = {
    "status": (STATUSES, STATUS_WORDS),
    "other": (OTHERS, OTHER_WORDS),
    "field": ([*KEYS, *HEAD_KEYS], FIELD_WORDS),
}
TURNS = ("u", "in", "un", "non-", "ikke-", "ikke", "u-")


@pytest.mark.wide
@given(st.sampled_from(sorted(VOCABULARY)), st.data())
@settings(max_examples=tries(400))
def test_no_word_is_guessed_from_itself_with_something_that_turns_it(
    kind: str, data: st.DataObject
) -> None:
    known, synonyms = VOCABULARY[kind]
    word = data.draw(st.sampled_from([*known, *synonyms]))
    limit = data.draw(st.sampled_from(sorted(WORDS)))
    for turned in (f"{limit} {word}", f"{word} {limit}", f"{word}_{limit}", f"{word}?"):
        if turned.casefold() not in (*known, *synonyms):
            assert nearest(turned, known, synonyms) == "", turned
    for turn in TURNS:
        # «u» before «tgår» makes another word of it.
        if f"{turn}{word}" not in (*known, *synonyms):
            assert nearest(turn + word, known, synonyms) == "", turn + word


def test_a_longer_text_is_not_guessed_from_when_it_is_turned() -> None:
    names = {"Klima- og miljødepartementet": "KLD", "utvikling uten felles kultur": "1a"}
    assert by_words("Klima og miljødepartementet", names) == "KLD"
    assert by_words("Klima og miljødepartementet FIN", names) == ""
    assert by_words("ei Klima- og miljødepartementet", names) == ""
    assert by_words("utvikling felles kultur", names) == ""
    assert by_words("utvikling uten felles kultur og mer", names) == ""


def test_the_command_line_does_not_guess_across_it_either() -> None:
    done = tiltak("list", NEW, "--status", "ikke gjennomført")
    assert (done.code, done.out) == (2, "")
    assert "Mente du" not in done.err
    assert "Mente du gjennomført?" in tiltak("list", NEW, "--status", "gjenomført").err
    assert "Mente du" not in tiltak("history", "T001", "--field", "uavhenger_av").err
