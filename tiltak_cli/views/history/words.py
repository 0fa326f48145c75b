"""What a history says, in words: the same in the terminal and in Markdown."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from tiltak_cli.changes.history import WHOLE, History, Revision, Step, Story, Window
from tiltak_cli.changes.meaning import apart, same
from tiltak_cli.changes.milestones import paired
from tiltak_cli.changes.texts import news
from tiltak_cli.domain.deadline import norwegian, norwegian_day, norwegian_days
from tiltak_cli.domain.fields import BY_KEY, Diff, Kind
from tiltak_cli.domain.measure import ENDED, Milestone, Status
from tiltak_cli.domain.norwegian import counted, listed, quoted
from tiltak_cli.wording import NB

NOTHING = "–"
EXCERPT = 100
CAME_IN = "kom inn i registeret"
BEGINS = "historien begynner"
MILESTONES = BY_KEY["milepæler"]


def field_name(key: str) -> str:
    """What to call the field of a step."""
    if key == WHOLE:
        return "Tiltaket"
    return BY_KEY[key].nb


def told(step: Step, days: int = 0) -> str:
    """A step as «before → after», with the number of days that it moved the deadline.

    Of a long text only what is new in it is shown, and of a list of things those that differ. What
    is internal is not shown at all.
    """
    if step.field == WHOLE:
        return "satt inn igjen i registeret" if step.new else "tatt ut av registeret"
    field, old, new = BY_KEY[step.field], step.old, step.new
    if field.diff is Diff.TEXT and (field.key != "tittel" or not old):
        verb = "endret" if old and new else "lagt til" if new else "tatt bort"
        # Another order of the same sentences is no news.
        what = news(old, new) if new and field.public else ""
        return f"{verb}: {quoted(what, EXCERPT)}" if what else verb
    if field.kind is Kind.MILESTONES:
        return "; ".join(_milestones(old, new))
    if field.kind is Kind.DOCUMENTS:
        new, old = apart(field, old, new)
    moved = f" ({signed_days(days)})" if days else ""
    return _both(old, new, "nei" if field.kind is Kind.FLAG else NOTHING) + moved


def _both(old: object, new: object, nothing: str = NOTHING) -> str:
    return f"{NB.value(old) or nothing} → {NB.value(new) or nothing}"


def _milestones(old: tuple[Milestone, ...], new: tuple[Milestone, ...]) -> Iterator[str]:
    """What came, what differs in those that stayed, and what went; found again by their texts."""
    steps = paired(old, new)
    # From one day to the next a number stands for the same, also where all else is rewritten.
    rewritten = {milestone.id: milestone for milestone in steps.removed}
    if len(steps.renumbered) > 1:
        yield "nye nummer: " + listed([f"{was.id} → {now.id}" for was, now in steps.renumbered])
    for before, milestone in steps.now:
        was = before or rewritten.pop(milestone.id, None)
        if was is None:
            yield f"ny: {NB.value(milestone)}"
        elif was != milestone:
            first = "nummer" if len(steps.renumbered) == 1 else ""
            pairs = zip((first, "tekst", "frist", "nådd"), was, milestone, strict=True)
            parts = [
                f"{what} {_both(a, b)}"
                for what, a, b in pairs
                if what and not same(MILESTONES, a, b)
            ]
            if parts:
                yield f"{milestone.id} {milestone.text}: {', '.join(parts)}"
    for milestone in rewritten.values():
        yield f"tatt bort: {NB.value(milestone)}"


def signed_days(days: int) -> str:
    """Write a number of days as «+45 dager», «−1 dag» or «0 dager»."""
    return f"{signed(days)} {'dag' if abs(days) == 1 else 'dager'}"


def signed(number: int) -> str:
    """Write a number with its sign."""
    return f"{'+' if number > 0 else '−' if number < 0 else ''}{abs(number)}"


def rows(history: History, story: Story, window: Window) -> list[tuple[str, str, str, str]]:
    """The steps to show, oldest first: the day, who, the field, and what happened."""
    moving = {id(step): days for step, days in story.moving()}
    steps = []
    if window.open_at(story.first):
        steps = [_row(story.first, *cells) for cells in _start(history, story, window)]
    dropped = {id(each.step): each.merge for each in story.dropped}
    order = {revision.commit: place for place, revision in enumerate(history.revisions)}
    listed = (*story.steps, *story.names, *(each.step for each in story.dropped))
    for step in sorted(listed, key=lambda step: order.get(step.revision.way, 0)):
        if window.holds(step):
            name = step in story.names
            what = _renamed(step) if name else told(step, moving.get(id(step), 0))
            if merge := dropped.get(id(step)):
                what += f" (ikke beholdt i sammenslåingen {norwegian_day(merge.day)})"
            steps.append(_row(step.revision, field_name(step.field), what))
    return steps


def _row(revision: Revision, field: str, what: str) -> tuple[str, str, str, str]:
    """A row, with when it came into this branch, if that was on another day."""
    later = revision.arrived != revision.day
    came = f" (i grenen fra {norwegian_day(revision.arrived)})" if later else ""
    return norwegian_day(revision.day), revision.author, field, f"{what}{came}"


def _renamed(step: Step) -> str:
    """That an organisation with a role in a measure has got another name."""
    return f"{step.old} heter nå {step.new} (navneskifte)"


def _start(history: History, story: Story, window: Window) -> list[tuple[str, str]]:
    """What a measure came in with: the values of the fields that are asked for."""
    if not window.fields:
        return [(field_name(WHOLE), BEGINS if history.from_start(story) else CAME_IN)]
    values = []
    for key in window.fields:
        field = BY_KEY[key]
        value = getattr(story.begin, field.attribute)
        if value and key not in story.unknown:
            shown = f"{NOTHING} → {NB.value(value)}"
            if field.diff is Diff.TEXT and key != "tittel":
                shown = quoted(value, EXCERPT) if field.public else "lagt til"
            values.append((field.nb, shown))
    return values


def summary(history: History, story: Story, until: date) -> list[str]:
    """How long a measure has been there, how its deadline moved, and its time in each status."""
    first = norwegian_day(story.first.day)
    there = f"I registeret {'fra' if story.gone else 'siden'} {first}"
    if history.from_start(story):
        there += ", da historien begynner,"
    if story.gone:
        there += f" til {norwegian_day(story.gone.day)}"
    changed = norwegian_day(story.last_changed)
    last = f"Sist endret {changed}."
    if _begins_earlier(history, story) and story.last_changed == story.first.day:
        last = "Ikke endret siden."
    lines = [f"{there.rstrip(',')}. {last}", _deadline(history, story)]
    statuses = _statuses(story, until)
    far = ", så langt historien går" if _begins_earlier(history, story) else ""
    return [*lines, f"Tid i hver status{far}: {statuses}."] if statuses else lines


def _begins_earlier(history: History, story: Story) -> bool:
    """Whether a measure was there before what is known of the history."""
    return history.cut is not None and history.from_start(story)


def _deadline(history: History, story: Story) -> str:
    moves, steps = story.moves(), sum(1 for _ in story.moving())
    earlier = _begins_earlier(history, story)
    since = f" siden {norwegian_day(story.first.day)}" if earlier else ""
    if moves.first is None:
        text = f"Tiltaket har ikke hatt noen frist{since}."
    elif moves.times:
        # What one merge brought in has moved it once, however many commits are in it.
        many = f" (i {steps} steg)" if steps > moves.times else ""
        text = (
            f"Fristen er flyttet {counted(moves.times, 'gang', 'ganger')}{many}{since}, "
            f"{signed_days(moves.days)} i alt. "
            f"{'Frist da' if earlier else 'Første frist'}: {norwegian(moves.first)}."
        )
    elif steps:
        text = f"Fristen er flyttet i {steps} steg{since} og tilbake til {norwegian(moves.first)}."
    else:
        text = f"Fristen er ikke flyttet{since}: {norwegian(moves.first)}."
    original = story.now.original_deadline
    if original and (moves.first is None or original.last != moves.first.last):
        text += f" Registeret oppgir opprinnelig frist {norwegian(original)}."
    return text


def _statuses(story: Story, until: date) -> str:
    """Each status with its days, in the order that they came; the last with its first day."""
    spans = story.spans(until)
    days: dict[Status, int] = {}
    for span in spans:
        days[span.status] = days.get(span.status, 0) + span.days
    statuses = [f"{status} {norwegian_days(number)}" for status, number in days.items()]
    if spans and not spans[-1].ended:
        now, since = spans[-1].status, norwegian_day(spans[-1].since)
        statuses = [f for status, f in zip(days, statuses, strict=True) if status is not now]
        total = "" if now in ENDED else f" {norwegian_days(days[now])}"
        statuses.append(f"{now}{total} (siden {since})" if total else f"{now} siden {since}")
    return listed(statuses)


def since_words(window: Window) -> str:
    """When a history is not shown from its start: since when it is."""
    return f" siden {window.since}" if window.since else ""


def in_fields(window: Window) -> str:
    """Which fields a history is shown of, where it is not all of them."""
    return f" i {listed(quoted(key) for key in window.fields)}" if window.fields else ""


def none_listed(window: Window) -> str:
    """That there are no changes, in the fields that are asked for and since then."""
    return f"Ingen endringer{in_fields(window)}{since_words(window)}."


def notes(history: History, story: Story | None = None) -> list[str]:
    """What a reader must know of a history, or of one measure's: what is missing or misleading."""
    measure_id = story.now.id if story else ""
    sentences = [*_others(history, story)] if story else _names(history)
    if history.unreadable:
        number = len(history.unreadable)
        one = "1 revisjon kunne ikke leses og er hoppet over"
        many = f"{number} revisjoner kunne ikke leses og er hoppet over"
        sentences.append(f"{one if number == 1 else many}.")
    if history.partly:
        number = len(history.partly)
        where = "1 revisjon" if number == 1 else f"{number} revisjoner"
        sentences.append(f"I {where} er tiltakene som ikke kunne leses, utelatt.")
    if history.shallow:
        sentences.append(
            f"Kopien er grunn (shallow): historien går bare tilbake til "
            f"{norwegian_day(history.revisions[0].day)}. Resten hentes med «git fetch --unshallow»."
        )
    elif history.cut:
        sentences.append(NB.phrases(history.cut.said()))
    touched = history.uncommitted if not measure_id else history.uncommitted & {measure_id}
    if touched:
        what = "tiltaket" if measure_id else counted(len(touched), "tiltak", "tiltak")
        sentences.append(f"Endringer i {what} som ikke er lagret i git ennå, er ikke med.")
    return sentences


def _others(history: History, story: Story) -> Iterator[str]:
    """Which other measures have had the id of one, and where they are now."""
    code = story.now.id
    for other in history.stories.values():
        title = quoted(other.now.title)
        if other is story or code not in other.ids:
            continue
        if other.now.id != code:
            yield f"{code} var før id-en til {title}, som nå er {other.now.id}."
        elif other.gone:
            yield f"{code} var før {title}, som ble tatt ut {norwegian_day(other.gone.day)}."


def _names(history: History) -> list[str]:
    """Which organisations have got another name, and in how many measures they have a role."""
    names = Counter(
        names for story in history.stories.values() for names in {s[1:3] for s in story.names}
    )
    return [
        f"{old} heter nå {new}. Gjelder {counted(number, 'tiltak', 'tiltak')}; et navneskifte er "
        "ingen endring i ansvaret."
        for (old, new), number in names.items()
    ]
