"""The news in words, in three lengths: whole, in one line, and as ids. The same in every view."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tiltak_cli.changes.brief.sentence import Brief, Detail, Item, Matter, Sentence, Subject
from tiltak_cli.changes.brief.whole import in_brief
from tiltak_cli.changes.compare import Comparison
from tiltak_cli.domain.sentences import short
from tiltak_cli.wording import Phrase, Wording

SYMBOLS = {
    Matter.WORSE: "■",
    Matter.COURSE: "✕",
    Matter.COMPLETED: "✓",
    Matter.NEW: "+",
    Matter.DEADLINES: "◷",
    Matter.PRIORITIES: "↕",
    Matter.RESPONSIBILITY: "→",
}
# One line of a workbook.
LINE = 100
# So many measures are named with their titles beside each other; of more the ids do.
TITLED = 3
# So many are told one by one; the others by their ids, as long as they are not too many.
TOLD, IDS = 4, 12
# What is whole sentences and what is parts of one.
WHOLE = (Matter.WORSE, Matter.COURSE, Matter.NEW)
# A count in the last line names its measures where there are no more.
FEW = 3


class Piece(NamedTuple):
    """A piece of a sentence: words, or a measure's name with its id; `gone` as in `Subject`."""

    text: str
    code: str = ""
    gone: bool = False


class Told(NamedTuple):
    """A sentence: its symbol, the claim, and what follows, in pieces."""

    matter: Matter
    symbol: str
    claim: str
    pieces: tuple[Piece, ...]

    @property
    def details(self) -> str:
        """What follows the claim, on one line."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def text(self) -> str:
        """The whole on one line."""
        return f"{self.claim} {self.details}".strip()


def news(comparison: Comparison) -> Brief | None:
    """The news of a comparison, or nothing where a count of changes says it all."""
    brief = in_brief(comparison)
    return brief if brief.sentences or comparison.calendar else None


def told(brief: Brief, say: Wording) -> tuple[Told, ...]:
    """Every sentence whole. A measure has its title the first time that it is named."""
    named: set[tuple[str, bool]] = set()
    return tuple(_told(sentence, say, named) for sentence in brief.sentences)


def rest(brief: Brief, say: Wording) -> str:
    """The last line: counts of what is lighter; nothing where there is nothing."""
    if not brief.rest:
        return ""
    counts = " · ".join(item(each, say) for each in brief.rest)
    return f"{say('brief.rest')} {counts}." if brief.sentences else f"{_capital(counts)}."


def rest_lines(brief: Brief, say: Wording, most: int) -> tuple[str, ...]:
    """The last line as at most so many of `LINE` characters, each with whole counts."""
    lines = [say("brief.rest") if brief.sentences else ""]
    for number, each in enumerate(brief.rest):
        text = item(each, say)
        more = f"{lines[-1]}{' · ' if number else ' '}{text}".strip()
        if len(more) <= LINE - 2:
            lines[-1] = more
        elif len(lines) < most:
            lines[-1] += " ·" * bool(number)
            lines.append(text)
        else:
            lines[-1] += " …"
            return tuple(lines)
    return (*lines[:-1], f"{lines[-1]}.") if brief.rest else ()


def item(count: Item, say: Wording) -> str:
    """A count of the last line, with its measures where they are few."""
    text = _clauses([say.phrase(part) for part in count.said], say)
    ids = f" ({', '.join(count.ids)})" if 0 < len(count.ids) <= FEW else ""
    return f"{text}{ids}"


def claim(sentence: Sentence, say: Wording) -> str:
    """The claim, which stands alone."""
    text = _clauses([say.phrase(part) for part in sentence.claim], say)
    return f"{text[:1].upper()}{text[1:]}."


def _clauses(clauses: Sequence[str], say: Wording) -> str:
    """«a, b, og c»: what may hold «og» itself has a comma before it."""
    if len(clauses) == 1:
        return clauses[0]
    last = say.format_field(("", clauses[-1]), "list").strip()
    return f"{', '.join(clauses[:-1])}, {last}"


def _told(sentence: Sentence, say: Wording, named: set[tuple[str, bool]]) -> Told:
    opening = claim(sentence, say)
    pieces = list(_details(sentence, say, named))
    if pieces and not sentence.details[0].said:
        opening = f"{opening[:-1]}:"
    return Told(sentence.matter, SYMBOLS[sentence.matter], opening, tuple(pieces))


def _details(sentence: Sentence, say: Wording, named: set[tuple[str, bool]]) -> Iterator[Piece]:
    shown, left = _apart(sentence.details)
    whole = sentence.matter in WHOLE
    for number, detail in enumerate(shown):
        if number:
            yield Piece(". " if whole else ", ")
        yield from _subjects(detail.subjects, sentence.matter, say, named)
        text = _said(detail.said, len(detail.subjects), say)
        yield Piece(f" {text}" if text else "")
    if left:
        yield Piece(f"{'. ' if whole else ', '}{_more(left, say)}")
    if shown:
        yield Piece(".")
    if sentence.closing:
        yield Piece(f" {say.phrases(sentence.closing)}")


def _apart(details: tuple[Detail, ...]) -> tuple[tuple[Detail, ...], list[Subject]]:
    """The details to tell one by one, and the measures of the others."""
    if len(details) <= TOLD + 1:
        return details, []
    return details[:TOLD], [s for detail in details[TOLD:] for s in detail.subjects]


def _more(left: list[Subject], say: Wording) -> str:
    """How many more there are, and which, if they are not too many."""
    more = say("brief.and-more", n=len(left))
    if len(left) > IDS:
        return _capital(more)
    return f"{_capital(more)}: {', '.join(subject.id for subject in left)}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _said(phrases: Iterable[Phrase], number: int, say: Wording) -> str:
    """What is said of so many measures: «er foreslått, har gul vurdering og erstatter T026»."""
    texts = [say(key, **dict(values), n=number) for key, values in phrases]
    return say.format_field(tuple(texts), "list") if texts else ""


def _subjects(
    subjects: tuple[Subject, ...], matter: Matter, say: Wording, named: set[tuple[str, bool]]
) -> Iterator[Piece]:
    """The measures by their names, or by their ids where they are many."""
    few = len(subjects) <= TITLED
    shown = subjects if len(subjects) <= IDS else subjects[: IDS - 2]
    more = say("brief.and-more", n=len(subjects) - len(shown)) if len(shown) < len(subjects) else ""
    for number, subject in enumerate(shown):
        if number:
            last = number == len(shown) - 1 and not more
            yield Piece(f" {_and(say)} " if last else ", ")
        key = (subject.id, subject.gone)
        # A title that ends with a full stop does not end the sentence.
        title = subject.title.rstrip(" .") if few and key not in named else ""
        text = f"{subject.id} {title}".strip()
        named |= {key} if few else set()
        yield Piece(text, subject.id, subject.gone)
        if few and matter in (Matter.WORSE, Matter.NEW) and subject.responsible:
            yield Piece(f" ({say.format_field(subject.responsible, 'list')})")
    if more:
        yield Piece(f" {more}")


def _and(say: Wording) -> str:
    return say.format_field(("", ""), "list").strip()


def line(sentence: Sentence, say: Wording) -> str:
    """A sentence in one line of at most `LINE` characters: as much of it as there is room for."""
    return next(text for text in _lines(sentence, say) if len(text) <= LINE)


def _lines(sentence: Sentence, say: Wording) -> Iterator[str]:
    opening = claim(sentence, say)
    separator = ". " if sentence.matter in WHOLE else ", "
    ids = tuple(subject.id for subject in sentence.subjects)
    each = [
        f"{say.format_field(tuple(s.id for s in d.subjects), 'list')} "
        f"{_said(d.short, len(d.subjects), say)}".strip()
        for d in sentence.details
    ]
    yield f"{opening} {separator.join(each)}."
    yield from _ids(opening, ids, say)
    yield opening
    counts = _clauses([say.phrase(part) for part in sentence.counted], say)
    yield f"{_capital(counts)}."
    yield short(opening, LINE)


def _ids(opening: str, ids: tuple[str, ...], say: Wording) -> Iterator[str]:
    """A claim with the ids of as many measures as there is room for, most first."""
    head = opening[:-1]
    yield f"{head}: {say.format_field(ids, 'list')}."
    for number in range(min(len(ids) - 1, IDS), 0, -1):
        more = say("brief.and-more", n=len(ids) - number)
        yield f"{head}: {', '.join(ids[:number])} {more}."


def by_ids(sentence: Sentence, say: Wording) -> tuple[Piece, ...]:
    """The claim and the ids of the measures, for a narrow screen."""
    pieces = [Piece(f"{claim(sentence, say)[:-1]}: ")]
    pieces += _subjects(sentence.subjects, Matter.RESPONSIBILITY, say, _all(sentence))
    return (*pieces, Piece("."))


def _all(sentence: Sentence) -> set[tuple[str, bool]]:
    return {(subject.id, subject.gone) for subject in sentence.subjects}
