"""The headline and the count of a comparison: the same words in every form."""

from typing import NamedTuple

from tiltak_cli.changes.change import Change, Level, Piece
from tiltak_cli.changes.compare import Comparison
from tiltak_cli.changes.left_out import left_out
from tiltak_cli.domain.alphabets import another_alphabet
from tiltak_cli.domain.fields import BY_KEY
from tiltak_cli.domain.fields import Kind as FieldKind
from tiltak_cli.domain.sentences import excerpt
from tiltak_cli.wording import NB, Wording


class Chosen(NamedTuple):
    """What of a comparison is asked for: organisations by abbreviation, and kinds or levels.

    `kinds` are keys of the table of wordings. Both are empty where everything is.
    """

    ministries: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()


EVERYTHING = Chosen()
# So many leads are told of by name where they are counted in a line; the first have most.
MOST_LEADS = 12
MARKS = {Level.MAJOR: "●", Level.NORMAL: "·", Level.EDITORIAL: "~"}


def headline(comparison: Comparison, say: Wording = NB) -> str:
    """Which editions are compared."""
    old, new = comparison.old, comparison.new
    sides = {"old": old.edition, "then": old.as_of, "new": new.edition, "now": new.as_of}
    return say("diff.headline", **sides)


def tally(comparison: Comparison, say: Wording = NB) -> str:
    """How many changes there are, in how many measures, and how weighty they are."""
    if not comparison.all:
        return f"{none(comparison, say)} {unwritten(comparison, say)}".strip()
    levels = ", ".join(
        level_count(level, number, say) for level, number in comparison.by_level().items() if number
    )
    rest = (unwritten(comparison, say), say.phrases(left_out(comparison.old, comparison.new)))
    return " ".join((f"{count(comparison, say)}: {levels}.", *filter(None, rest)))


def unwritten(comparison: Comparison, say: Wording) -> str:
    """How many more have become late, with nothing written of it; nothing where none has."""
    number = len(comparison.unwritten)
    if not number:
        return ""
    text = say("brief.unwritten" if comparison.all else "brief.only-unwritten", n=number)
    return f"{text[:1].upper()}{text[1:]}"


def none(comparison: Comparison, say: Wording) -> str:
    """That nothing has changed, or nothing of what is chosen; and what could not be compared."""
    out = left_out(comparison.old, comparison.new)
    otherwise = "diff.none-clear" if out else "report.no-changes"
    sentence = say("diff.none-chosen" if comparison.left_out else otherwise)
    return f"{sentence} {say.phrases(out)}".strip()


def count(comparison: Comparison, say: Wording) -> str:
    """How many changes there are, and in how many measures if in any: «3 endringer i 2 tiltak»."""
    changes, measures = len(comparison.all), len(comparison.measures())
    if not measures:
        return say.format_field(changes, "n.change")
    return say("report.tally", changes=changes, measures=measures)


def spread(comparison: Comparison, say: Wording = NB) -> tuple[str, ...]:
    """In how many measures there are changes, by target area and by lead; nothing where in none."""
    if not comparison.changes:
        return ()
    areas = (
        f"{_lowered(say('report.area-short', code=code))}: {number}"
        for code, number in comparison.by_area().items()
        if number
    )
    formerly = comparison.formerly()
    leads = [
        f"{named_anew(code, formerly.get(code, ''), say)}: {number}"
        for code, number in comparison.by_ministry().items()
    ]
    if len(leads) > MOST_LEADS:
        leads[MOST_LEADS:] = [say("left-out.more", number=len(leads) - MOST_LEADS)]
    return (
        f"{say('diff.by-area')}: {' · '.join(areas)}",
        f"{say('diff.by-ministry')}: {' · '.join(leads)}",
    )


def named_anew(name: str, old: str, say: Wording) -> str:
    """An organisation with the abbreviation that it had in the older edition, if it had another."""
    return say("diff.formerly", name=name, old=old) if old else name


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def nothing(comparison: Comparison, chosen: Chosen, say: Wording) -> str:
    """That there are no changes, or none of those that are asked for; and comments, if any."""
    sentences = [none(comparison, say)]
    if chosen != EVERYTHING and not comparison.left_out:
        sentences = [none(comparison._replace(left_out=1), say)]
    sentences += filter(None, [unwritten(comparison, say)])
    if comparison.comments:
        sentences.append(say.phrases(comparison.comments.said))
    return " ".join(sentences)


def selection(chosen: Chosen, say: Wording) -> str:
    """Which changes are shown, where it is not all of them."""
    kinds = tuple(say(key).partition("|")[0].lower() for key in chosen.kinds)
    sentences = [say("diff.for", names=chosen.ministries)] * bool(chosen.ministries)
    sentences += [say("diff.kinds", kinds=kinds)] * bool(kinds)
    return " ".join(sentences)


def past(comparison: Comparison, say: Wording = NB) -> str:
    """What is not known of deadlines that are postponed; nothing where all is."""
    return say.phrases(comparison.cut.of_postponed()) if comparison.cut else ""


def level_count(level: Level, number: int, say: Wording) -> str:
    """A number of changes of a level: «3 vesentlige»."""
    one, _, many = say(f"level.{level}").partition("|")
    return f"{number} {one if number == 1 else many}"


def aside(change: Change, say: Wording = NB) -> str:
    """What nothing else says of a change: the fields that lost their value, and other alphabets."""
    gone = tuple(BY_KEY[key] for key, old, new in change.also if old and not new)
    # That it no longer goes on without a deadline is said with the new deadline.
    gone = tuple(field for field in gone if field.kind is not FieldKind.FLAG)
    cleared = say("change.cleared", fields=gone) if gone else ""
    return f"{cleared} {_another_alphabet(change, say)}".strip()


def _another_alphabet(change: Change, say: Wording) -> str:
    """The first letter that looks like the one it came in place of, and is of another alphabet."""
    texts = [(old, new) for old, new in ((change.old, change.new),) if isinstance(old, str)]
    for old, new in (*change.words, *texts):
        letter, was, became = another_alphabet(old, str(new or ""))
        if letter:
            named = {"now": say(f"alphabet.{became}"), "before": say(f"alphabet.{was}")}
            return say("change.alphabet", letter=letter, **named)
    return ""


def field_label(key: str, say: Wording) -> str:
    """What the field of a change is called; a milestone has its own id: «Milepæl M2»."""
    name, _, item = key.partition(".")
    if name in BY_KEY:
        return say("changes.milestone", id=item) if item else say.label(name)
    what = "changes.strategy" if name == "strategi" else "changes.organisation"
    return say(what) if name else ""


def reference(change: Change, say: Wording) -> str:
    """What a change is called in notes: its measure, and its field or kind: «T001 ansvarlig»."""
    what = field_label(change.field, say) or say(f"kind.{change.kind.code}")
    return f"{change.measure_id} {what[:1].lower()}{what[1:]}".strip()


def detail(change: Change) -> str:
    """The register's own words about a change, in quotes, and what went with it.

    They are the new ones, or the text word by word, where words that came in place of others stand
    in brackets: «minst [3 → 5] departementer».
    """
    own = word_by_word(change.words) if change.words else excerpt(change.why)
    return f"{f'«{own}»' if own else ''} {aside(change)}".strip()


def word_by_word(pieces: tuple[Piece, ...]) -> str:
    """A changed text on one line, with what was taken out and put in."""
    return " ".join(_piece(piece) for piece in pieces)


def _piece(piece: Piece) -> str:
    if piece.same:
        return piece.out
    if piece.out and piece.into:
        return f"[{piece.out} → {piece.into}]"
    return f"[+ {piece.into}]" if piece.into else f"[− {piece.out}]"
