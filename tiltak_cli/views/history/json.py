"""A history for programs: one versioned JSON object."""

import json
from datetime import date
from enum import Enum
from typing import Any

from tiltak_cli.changes.history import History, Revision, Step, Story, Window
from tiltak_cli.domain.deadline import PartialDate
from tiltak_cli.domain.measure import Document, Milestone, Origin

VERSION = 1


def history_json(history: History, stories: tuple[Story, ...], window: Window, until: date) -> str:
    """The revisions, and the measures with their changes, as the register writes values."""
    result = {
        "version": VERSION,
        "register": history.name,
        "as_of": until.isoformat(),
        "since": window.since or None,
        "fields": list(window.fields) or None,
        "shallow": history.shallow,
        "uncommitted": sorted(history.uncommitted),
        "revisions": [_revision(revision) for revision in history.revisions],
        "unreadable": [_revision(revision) for revision in history.unreadable],
        "partly_read": [_revision(revision) for revision in history.partly],
        "measures": [_story(story, window, until) for story in stories],
    }
    return json.dumps(result, ensure_ascii=False, indent=2) + "\n"


def _revision(revision: Revision) -> dict[str, object]:
    """A commit; `came_in` is when and with which it came into this branch, where that differs."""
    came = {"commit": revision.way, "date": revision.arrived.isoformat()}
    return {
        "commit": revision.commit,
        "date": revision.day.isoformat(),
        "author": revision.author,
        **({"came_in": came} if revision.carrier else {}),
    }


def _story(story: Story, window: Window, until: date) -> dict[str, object]:
    moves = story.moves()
    return {
        "id": story.now.id,
        "title": story.now.title,
        "first": _revision(story.first),
        "gone": _revision(story.gone) if story.gone else None,
        "last_changed": story.last_changed.isoformat(),
        "deadline": {
            "first": _plain(moves.first),
            "now": _plain(story.now.deadline),
            "moves": moves.times,
            "days": moves.days,
        },
        "statuses": [
            {
                "status": str(span.status),
                "since": span.since.isoformat(),
                "until": span.until.isoformat() if span.ended else None,
                "days": span.days,
            }
            for span in story.spans(until)
        ],
        "changes": [_step(step) for step in story.steps if window.holds(step)],
        "renamed": [_step(step) for step in story.names if window.holds(step)],
        "not_kept": [
            {**_step(step), "merge": _revision(merge)}
            for step, merge in story.dropped
            if window.holds(step)
        ],
    }


def _step(step: Step) -> dict[str, object]:
    return {
        **_revision(step.revision),
        "field": step.field or None,
        "old": _plain(step.old),
        "new": _plain(step.new),
    }


def _plain(value: Any) -> Any:  # noqa: ANN401 - every kind of field comes here
    """A value as the register writes it; null for nothing."""
    match value:
        case PartialDate():
            plain: Any = value.text
        case date():
            plain = value.isoformat()
        case Enum():
            plain = value.value
        case Milestone():
            plain = {
                "id": value.id,
                "tekst": value.text,
                "frist": _plain(value.deadline),
                "nådd": _plain(value.reached),
            }
        case Document():
            plain = {"tittel": value.title, "lenke": value.link}
        case Origin():
            plain = {"periode": value.period, "id": value.id, "status": value.status}
        case tuple():
            plain = [_plain(item) for item in value]
        case _:
            plain = None if value == "" else value
    return plain
