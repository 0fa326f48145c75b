"""TIL408 to TIL410: ids read as one, not written as the others, or named in texts."""

import re
from collections.abc import Iterator

from tiltak_cli.domain.norwegian import quoted
from tiltak_cli.findings import Severity
from tiltak_cli.rules.base import Context, Earlier, Fault, Mend, Path, Rule
from tiltak_cli.rules.edges.references import EDGES
from tiltak_cli.rules.ids import free_numbers, near_ids, odd_lengths
from tiltak_cli.rules.reference_rules import TWO, meant, next_milestone, references
from tiltak_cli.rules.text_rules import every_text

# Fewer digits than a measure's id has are said to be wrong already.
FEWEST = 3
# An id as a word of its own; compiled when it is needed. What stands in an address, or goes on with
# a sign and more, is something else.
AN_ID = r"(?<![\w/.,#=&?+@-])T[0-9]{3,9}(?![\w/=@]|[-.,:][0-9])"
# After these words it is the number of something else.
OF_OTHERS = frozenset(
    (
        *("rom", "rommet", "møterom", "møterommet", "grupperom", "skjema", "skjemaet", "linje"),
        *("rundskriv", "rundskrivet", "rapport", "rapporten", "publikasjon", "standard", "kode"),
        *("standarden", "modell", "blankett", "vedlegg", "sak", "saka", "saken", "notat", "koden"),
        *("versjon", "buss", "bane", "retningslinje", "veileder", "høring", "kurs", "modul"),
    )
)
# What tells that it is a measure of another plan, or one that is no longer there.
ELSEWHERE = (
    r"(?i)forrige|førre|tidligere|tidlegare|tidl\.|gam(?:mel|le)|utg[åi]|innlem|erstatt|slått s|"
    r"avslutt|strategi|period|utgave|utgåve|\w{3}plan|planen? for|annen plan|borte|slette|fjerne|"
    r"tatt ut|nedlagt|omdøpt|\bhet|\bvar\b|lenger\b|(?:19|20)[0-9]{2} ?[-–/] ?[0-9]{2}"
)
SENTENCE = r"[^.!?;\n]*"
WHOSE = r"[A-ZÆØÅ]\w*(?:s|['’])$"
IN_ANOTHER = r" (?:i|hos|fra) [A-ZÆØÅ]"
THREE = (
    "- id: T002\n  tittel: Felles arbeidsplass\n- id: T003\n  tittel: Felles innkjøp\n"
    "- id: T004\n  tittel: Felles opplæring\n"
)


def numbers_alike(context: Context) -> Iterator[Fault]:
    """No two measures, and no two milestones of one, have the same number with other zeros."""
    free = free_numbers(context)
    first: dict[str, int] = {}
    measures = context.register.measures
    for index, measure in enumerate(measures):
        digits = measure.id[1:]
        if len(digits) >= FEWEST and digits.isdecimal():
            other = first.setdefault(digits.lstrip("0"), index)
            if measures[other].id != measure.id:
                title = measures[other].title
                yield _alike(
                    ("id",),
                    f"Id-en {measure.id} leses som {measures[other].id}, som er id-en til "
                    f"{quoted(title) if title else 'et annet tiltak'}.",
                    f"Gi tiltaket et nytt nummer, for eksempel T{next(free):03d}.",
                    (index, other),
                    ("id",),
                )
        if len(measure.milestones) > 1:
            yield from _milestones(context, index)


def numbers_as_others(context: Context) -> Iterator[Fault]:
    """No measure's number has other zeros than those of the others; one that has it is alike."""
    odd = odd_lengths(context.by_id)
    for index, measure in enumerate(context.register.measures if odd else ()):
        right = odd.get(measure.id, "")
        if right and right not in context.by_id:
            yield Fault(
                ("id",),
                f"Id-en {measure.id} har et annet antall nuller enn de andre.",
                f"Skriv {right}.",
                measure=index,
                mend=Mend(("id",), right),
            )


def _milestones(context: Context, index: int) -> Iterator[Fault]:
    measure = context.register.measures[index]
    first: dict[str, int] = {}
    for position, milestone in enumerate(measure.milestones):
        digits = milestone.id[1:]
        other = first.setdefault(digits.lstrip("0"), position) if digits.isdecimal() else position
        known = measure.milestones[other].id
        if known != milestone.id:
            yield _alike(
                ("milepæler", position, "id"),
                f"Milepæl-id {milestone.id} leses som {known}, som også står i tiltaket.",
                f"Gi milepælen et nytt nummer, for eksempel M{next_milestone(measure)}.",
                (index, index),
                ("milepæler", other, "id"),
            )


def _alike(
    path: Path, message: str, remedy: str, measures: tuple[int, int], earlier: Path
) -> Fault:
    """A fault of the first of two measures (by position), with where the other id stands."""
    index, other = measures
    return Fault(
        path,
        message,
        remedy,
        measure=index,
        earlier=(Earlier("den andre står her", other, earlier),),
    )


def mentioned_exist(context: Context) -> Iterator[Fault]:
    """Every measure that a text names exists."""
    text = context.text
    # Few texts have anything like an id.
    for digit in "0123456789":
        if f"T{digit}" in text:
            break
    else:
        return
    named = set(re.findall(r"T[0-9]{3,9}", text))
    if named <= context.by_id.keys() or "" in context.unclear:
        return
    lengths = {len(code) for code in context.by_id}
    unknown = {code for code in named if len(code) in lengths} - _known(context)
    for index, measure in enumerate(context.register.measures if unknown else ()):
        reported: set[str] = set()
        for path, text in every_text(measure):
            for match in re.finditer(AN_ID, text):
                code = match[0]
                if code in unknown - reported and not _of_another(text, *match.span()):
                    reported.add(code)
                    near = [other for other in near_ids(code, context.by_id) if other != measure.id]
                    yield Fault(
                        path,
                        f"Teksten i «{path[-1]}» nevner {quoted(code)}, men det finnes ikke noe "
                        "tiltak med den id-en.",
                        meant(near),
                        measure=index,
                    )


def _known(context: Context) -> set[str]:
    """The ids that something else tells of: measures here, before and in other plans."""
    known = {*context.by_id, *context.before, *context.unclear}
    for measure in context.register.measures:
        known |= {code for _, _, code in references(measure)}
        known |= {measure.origin.id} if measure.origin else set()
    return known


def _of_another(text: str, start: int, end: int) -> bool:
    """Whether what stands around an id in a text tells that it is no measure of this register."""
    before, after = text[:start], text[end:]
    sentence = before[max(map(before.rfind, ".!?;\n")) + 1 :]
    rest = re.match(SENTENCE, after)
    words = before.rstrip(" («\"'").split()[-1:] or [""]
    return bool(
        re.search(ELSEWHERE, f"{sentence} {rest[0] if rest else ''}")
        or words[0].lstrip("(«").casefold() in OF_OTHERS
        or re.search(WHOSE, words[0])
        or re.match(IN_ANOTHER, after)
    )


ALIKE = Rule(
    code="TIL408",
    name="id-leses-likt",
    title="To id-er leses likt",
    why="T001 og T0001 er ulike id-er her, men den som leser, tar dem for samme tiltak.",
    bad=TWO + "- id: T0001\n  tittel: Felles arbeidsplass\n",
    good=TWO + "- id: T0002\n  tittel: Felles arbeidsplass\n",
    severity=Severity.WARNING,
    register_check=numbers_alike,
    edges=EDGES["TIL408"],
)
LENGTH = Rule(
    code="TIL409",
    name="id-lengde",
    title="En id har et annet antall nuller enn de andre",
    why="T013 og T0013 er ulike id-er her, men den som viser til tiltaket, skriver den vanlige.",
    bad=TWO + THREE + "- id: T0013\n  tittel: Felles arkiv\n",
    good=TWO + THREE + "- id: T013\n  tittel: Felles arkiv\n",
    severity=Severity.WARNING,
    register_check=numbers_as_others,
    edges=EDGES["TIL409"],
)
MENTIONED = Rule(
    code="TIL410",
    name="ukjent-tiltak-i-tekst",
    title="En tekst nevner et tiltak som ikke finnes",
    why="Leserne skal kunne slå opp det som er nevnt.",
    bad="fremdrift: Venter på T099.\n",
    good=TWO + "  fremdrift: Venter på T002.\n- id: T002\n  tittel: Felles arbeidsplass\n",
    severity=Severity.WARNING,
    register_check=mentioned_exist,
    edges=EDGES["TIL410"],
)
ALIKE_RULES = (ALIKE, LENGTH, MENTIONED)
